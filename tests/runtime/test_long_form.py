"""Columns become rows, however many and however they are called."""

from __future__ import annotations

from tests.runtime.handmade import DAY_1, DAY_2, Connection, Publisher, rows, statement

MANY = 250  # more than there are SELECTs, so that some stand together


def test_many_traits_each_have_their_values(connection: Connection, publish: Publisher) -> None:
    columns = ", ".join(f"CASE WHEN id = {n % 3} THEN {n} END AS t{n}" for n in range(MANY))
    traits = {f"t{n}": "BIGINT" for n in range(MANY)}
    publish(statement(f"SELECT id, {columns} FROM range(2) people(id)", key={"id": "BIGINT"}, traits=traits))
    expected = [(str(n % 3), f"t{n}", "integer", str(n)) for n in range(MANY) if n % 3 < 2]
    assert rows(connection, "trait_values", "key", "trait", "type", "value") == sorted(expected)
    counts = [(f"t{n}", 2, 1 if n % 3 < 2 else 0) for n in range(MANY)]
    assert rows(connection, "trait_evaluations", "trait", "row_count", "value_count") == sorted(counts)


def test_many_audiences_each_have_their_members(connection: Connection, publish: Publisher) -> None:
    columns = ", ".join(f"id >= {n % 4} AS in_a{n}, CASE WHEN id = 1 THEN 'g{n}' END AS group_of_a{n}"
                        for n in range(MANY))  # fmt: skip
    publish(
        statement(
            f"SELECT id, {columns} FROM range(3) people(id)",
            key={"id": "BIGINT"},
            audiences=tuple(f"a{n}" for n in range(MANY)),
            splits={f"a{n}": (f"g{n}",) for n in range(0, MANY, 7)},
        )
    )
    expected = [
        (id, f"a{n}", f"g{n}" if id == 1 and n % 7 == 0 else None)
        for n in range(MANY)
        for id in range(n % 4, 3)
    ]  # fmt: skip
    found = rows(connection, "customers_audience_members", "id", "audience", "split_group")
    assert found == sorted(expected, key=lambda row: (row[0], row[1]))
    sizes = [(f"a{n}", 3 - n % 4) for n in range(MANY)]
    assert rows(connection, "audience_sizes", "audience", "size") == sorted(sizes)


def test_a_partial_run_keeps_many_traits(connection: Connection, publish: Publisher) -> None:
    columns = ", ".join(f"{n} AS t{n}" for n in range(MANY))
    publish(statement(f"SELECT 1 AS id, {columns}", traits={f"t{n}": "BIGINT" for n in range(MANY)}))
    publish(statement("SELECT 1 AS id, -1 AS t7", traits={"t7": "BIGINT"}), as_of=DAY_2, partial=True)
    expected = sorted((f"t{n}", str(-1 if n == 7 else n)) for n in range(MANY))
    assert rows(connection, "trait_values", "trait", "value") == expected
    evaluated = rows(connection, "trait_evaluations", "trait", "as_of")
    assert [row for row in evaluated if row[0] in ("t7", "t8")] == [("t7", DAY_1), ("t7", DAY_2), ("t8", DAY_1)]


def test_columns_may_be_called_like_those_of_the_long_form(connection: Connection, publish: Publisher) -> None:
    keys = ("entity", "key", "trait", "type", "value", "names", "wide")
    columns = ", ".join(f"{n} AS {name}" for n, name in enumerate(keys))
    publish(
        statement(
            f"SELECT {columns}, 8 AS row_count, 9 AS counts, TRUE AS in_vip",
            key=dict.fromkeys(keys, "BIGINT"),
            traits={"row_count": "BIGINT", "counts": "BIGINT"},
            audiences=("vip",),
        )
    )
    assert rows(connection, "trait_values") == [
        ("customers", "0|1|2|3|4|5|6", "counts", "integer", "9"),
        ("customers", "0|1|2|3|4|5|6", "row_count", "integer", "8"),
    ]
    assert rows(connection, "trait_evaluations", "trait", "row_count", "value_count") == [
        ("counts", 1, 1),
        ("row_count", 1, 1),
    ]
    assert rows(connection, "audience_members", "key", "audience") == [("0|1|2|3|4|5|6", "vip")]
