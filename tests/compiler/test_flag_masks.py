"""Conditions that audiences ask of related rows as bits; the rows are worked out by hand."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from random import Random
from typing import Any

import duckdb
import pytest

import coterie
from coterie import compiler, dialects
from coterie.compiler.catalog import Catalog
from coterie.compiler.ir.expr import Call, Cast, Column, Expr, IsNull, IsTrue, Literal, Logic, Not
from coterie.compiler.sharing.nothing import Untold, of_nothing
from coterie.compiler.sharing.share import REWRITES
from coterie.types import BOOLEAN, INTEGER, TEXT, decimal
from tests.compiler.orders_shop import AS_OF, project, relations, rows, statement
from tests.properties.ways import FLAGS, ManyValues


def happened(filter: str, days: int | None = None, **asked: Any) -> dict[str, Any]:
    tree = {"type": "condition", "condition_type": "event", "source_model": "orders", "filter": filter} | asked
    return tree if days is None else tree | {"window": {"last": {"n": days, "unit": "day"}}}


def times(operator: str, value: int) -> dict[str, Any]:
    return {"count": {"operator": operator, "value": value}}


def spent(operator: str, value: int) -> dict[str, Any]:
    return {"aggregate": {"function": "sum", "column": "amount", "operator": operator, "value": value}}


OF_A = [happened("kind = 'a'"), happened("kind = 'a'", 30)]
OF_B = [happened("kind = 'b'", **times("greater_than_or_equal", 1)), happened("kind = 'b'", 7)]
OF_D = [happened("kind = 'd'", **times("less_than", 1)), happened("kind = 'd'", 7, quantifier="none")]
OF_C = [happened("kind = 'c'", **spent("greater_than", 8)), happened("kind = 'c'", 30, **spent("less_than", 8))]
EVERY = [*OF_A, *OF_B, *OF_D, *OF_C]
IN_EVERY = [
    (1, True, True, True, True, True, True, True, True),
    (2, False, False, False, False, False, False, False, True),
    (3, False, False, False, False, True, True, False, True),
]


def test_one_join_tells_all_conditions(connection: duckdb.DuckDBPyConnection) -> None:
    """Each number has room for two of the eight conditions."""
    one = statement(project(audiences=EVERY), FLAGS, ManyValues())
    assert [name for name in relations(one) if "conditions" in name] == [
        "customers_conditions_apart", "customers_conditions",
    ]  # fmt: skip
    assert one.sql.count("LEFT JOIN") == 1
    assert '"met_4"' in one.sql
    assert '"met_5"' not in one.sql
    assert {"flag_masks" in scan.rewrites for scan in one.reading.scans if scan.model == "orders"} == {True}
    assert rows(connection, one) == IN_EVERY


def test_a_number_has_room_for_all(connection: duckdb.DuckDBPyConnection) -> None:
    one = statement(project(audiences=EVERY), replace(FLAGS, mask_bits=126), ManyValues())
    assert '"met_2"' not in one.sql
    assert rows(connection, one) == IN_EVERY


def test_more_conditions_than_the_bits_of_a_number(connection: duckdb.DuckDBPyConnection) -> None:
    """Of 70, on both sides of the 62nd: orders of `a` in the last days, from 1 to 35, and as many of `b`."""
    days = range(1, 36)
    asked = [happened(f"kind = '{kind}'", day) for kind in "ab" for day in days]
    one = statement(project(audiences=asked), replace(FLAGS, mask_bits=126), ManyValues())
    assert '"met_2"' in one.sql
    assert '"met_3"' not in one.sql
    found = rows(connection, one)
    assert found[0] == (1, *(day >= 11 for day in days), *(day >= 1 for day in days))
    assert found[1:] == [(customer, *[False] * 70) for customer in (2, 3)]


def test_what_else_is_asked_of_keeps_its_join(connection: duckdb.DuckDBPyConnection) -> None:
    """A trait shows how many `a` there are."""
    shown = {"aggregation": "count", "filter": "kind = 'a'"}
    one = statement(project(shown, audiences=EVERY), FLAGS, ManyValues())
    assert one.sql.count("LEFT JOIN") == 2
    assert [found[:4] for found in rows(connection, one)] == [
        (1, 2, True, True), (2, 0, False, False), (3, 0, False, False),
    ]  # fmt: skip


def test_conditions_joined_by_or_and_not(connection: duckdb.DuckDBPyConnection) -> None:
    neither = {"type": "not", "child": {"type": "or", "children": [OF_A[0], OF_D[0]]}}
    both = {"type": "and", "children": [{"type": "or", "children": [OF_A[0], OF_C[1]]}, OF_B[1]]}
    one = statement(project(audiences=[neither, both]), FLAGS, ManyValues())
    assert one.sql.count("LEFT JOIN") == 1
    assert rows(connection, one) == [(1, False, True), (2, True, False), (3, False, False)]


def test_a_key_that_is_called_as_what_tells_the_conditions(connection: duckdb.DuckDBPyConnection) -> None:
    columns = {"columns": [{"name": "met", "expression": "customer"}]}
    made = project(audiences=EVERY, orders=columns, key="met")
    one = statement(made, FLAGS, ManyValues())
    assert "customers_conditions" in relations(one)
    assert '"met_5"' in one.sql
    assert rows(connection, one) == IN_EVERY


def test_few_rows_are_joined_as_is_simplest(connection: duckdb.DuckDBPyConnection) -> None:
    class Shop(ManyValues):
        values = 10

        def __init__(self, customers: int) -> None:
            self.customers = customers

        def rows(self, model: str) -> int | None:
            return self.customers if model == "customers" else 40 * self.customers

    usual = dialects.get("duckdb").costs
    asked = [happened(f"kind = '{kind}'", days) for kind in "abcdef" for days in (90, 365, 730)]
    assert "customers_conditions" in relations(statement(project(audiences=asked), usual, Shop(300_000)))
    one = statement(project(audiences=asked), usual, Shop(1_000))
    assert "customers_conditions" not in relations(one)
    assert rows(connection, one) == [
        (1, *[True] * 6, False, True, True, *[False] * 9),
        (2, *[False] * 9, *[True] * 3, *[False] * 6),
        (3, *[False] * 18),
    ]


_REST = "kind VARCHAR, placed TIMESTAMP, amount INTEGER"
MODELS = {
    "orders": (f"shop INTEGER, customer INTEGER, {_REST}", ("shop", "customer")),
    "visits": (f"visitor INTEGER, at_shop INTEGER, {_REST}", ("at_shop", "visitor")),
    "calls": (f"office BIGINT, caller INTEGER, {_REST}", ("office", "caller")),
}
"""Their columns, and which of them are the key of a customer."""


def of_three_models(*trees: Any) -> coterie.Project:
    return coterie.Project(
        models=[
            {"name": "customers", "source": {"table": "customers"}, "primary_key": ["shop", "id"]},
            *({"name": name, "source": {"table": name}, "timestamp_column": "placed"} for name in MODELS),
        ],
        relationships=[
            {
                "name": f"customer_{name}", "from_model": "customers", "to_model": name, "cardinality": "one_to_many",
                "join_keys": [{"from": here, "to": there} for here, there in zip(("shop", "id"), keys, strict=True)],
            }
            for name, (_, keys) in MODELS.items()
        ],
        audiences=[
            {"name": f"a{number}", "parent_model": "customers", "filter_tree": tree}
            for number, tree in enumerate(trees)
        ],
    )  # fmt: skip


def made_up(chance: Random) -> Any:
    """A tree of conditions on the three models."""
    if chance.random() < 0.4:
        children = [made_up(chance) for _ in range(chance.randint(2, 3))]
        if chance.random() < 0.3:
            return {"type": "not", "child": children[0]}
        return {"type": chance.choice(("and", "or")), "children": children}
    asked = chance.choice(
        [
            {},
            {"quantifier": "none"},
            times(chance.choice(("less_than", "greater_than_or_equal", "equals")), chance.randint(0, 2)),
            spent(chance.choice(("less_than", "greater_than")), chance.randint(0, 9)),
            {"aggregate": {"function": "max", "column": "amount", "operator": "is_null"}},
        ]
    )
    of = {"source_model": chance.choice([*MODELS])}
    return happened(f"kind = '{chance.choice('abc')}'", chance.choice((None, 3, 10)), **asked, **of)


@pytest.mark.parametrize("seed", range(12))
def test_conditions_on_several_models_by_keys_of_two_columns(seed: int) -> None:
    """As without rewrites, for customers of whom there are all, some or no rows, and rows of nobody."""
    chance = Random(seed)
    made = of_three_models(*(made_up(chance) for _ in range(8)))
    with duckdb.connect() as opened:
        opened.execute("CREATE TABLE customers AS SELECT n % 3 AS shop, n // 3 AS id FROM range(12) AS rows(n)")
        for name, (columns, _) in MODELS.items():
            opened.execute(f"CREATE TABLE {name} ({columns})")
            for _ in range(25):
                shop, customer = chance.choice((0, 1, 2, 3, None)), chance.choice((0, 1, 2, 9, None))
                key = (customer, shop) if name == "visits" else (shop, customer)
                row = (
                    *key,
                    chance.choice("abcd"),
                    datetime(2024, 6, chance.randint(15, 30)),
                    chance.choice((1, 5, None)),
                )
                opened.execute(f"INSERT INTO {name} VALUES (?, ?, ?, ?, ?)", row)
        catalog = Catalog({name: described(opened, name) for name in ("customers", *MODELS)})
        plain, told = (
            compiler.compile(
                made.definitions, catalog, replace(dialects.get("duckdb"), costs=replace(FLAGS, mask_bits=3)),
                as_of=AS_OF, rewrites=rewrites, statistics=ManyValues(),
            ).entities[0]
            for rewrites in ((), REWRITES)
        )  # fmt: skip
        assert "customers_conditions" in relations(told)
        assert sorted(opened.execute(told.sql).fetchall()) == sorted(opened.execute(plain.sql).fetchall())


def described(opened: duckdb.DuckDBPyConnection, name: str) -> tuple[tuple[str, str], ...]:
    return tuple((column, type) for column, type, *_ in opened.execute(f"DESCRIBE {name}").fetchall())


def test_texts_that_are_compared_in_other_ways_are_joined_apart() -> None:
    """A column of texts may have a collation, which the key of several would have for all of them."""
    with duckdb.connect() as opened:
        opened.execute("CREATE TABLE customers AS SELECT 1 AS shop, id FROM (VALUES ('x'), ('y')) AS rows(id)")
        for name, (columns, _) in MODELS.items():
            texts = re.sub("(customer|caller) INTEGER", r"\1 VARCHAR", columns)
            texts = texts.replace("visitor INTEGER", "visitor VARCHAR COLLATE NOCASE")
            opened.execute(f"CREATE TABLE {name} ({texts})")
        opened.execute("INSERT INTO visits VALUES ('X', 1, 'a', '2024-06-01', 5), ('Y', 1, 'b', '2024-06-01', 5)")
        opened.execute("INSERT INTO orders VALUES (1, 'Y', 'a', '2024-06-01', 5), (1, 'x', 'b', '2024-06-01', 5)")
        every = [happened(f"kind = '{kind}'", source_model=name) for name in ("orders", "visits") for kind in "ab"]
        catalog = Catalog({name: described(opened, name) for name in ("customers", *MODELS)})
        (one,) = compiler.compile(
            of_three_models(*every).definitions, catalog, replace(dialects.get("duckdb"), costs=FLAGS),
            as_of=AS_OF, statistics=ManyValues(),
        ).entities  # fmt: skip
        assert sorted(opened.execute(one.sql).fetchall()) == [
            (1, "x", False, True, True, False), (1, "y", False, False, False, True),
        ]  # fmt: skip


COUNT, NAME, SUM = Column("count", INTEGER), Column("name", TEXT), Column("sum", decimal(12, 2))
ONE, TWO = Literal(1, INTEGER), Literal(2, INTEGER)
OR_ONE = Call("coalesce", (COUNT, ONE), INTEGER)
IS_ONE, IS_TWO, IS_KNOWN = (
    Call("eq", (value, other), BOOLEAN) for value, other in ((OR_ONE, ONE), (OR_ONE, TWO), (COUNT, ONE))
)


@pytest.mark.parametrize(
    ("expr", "value"),
    [
        (COUNT, None),
        (OR_ONE, 1),
        (IS_ONE, True),
        (IS_TWO, False),
        (IS_KNOWN, None),
        (IsTrue(IS_KNOWN), False),
        (Not(IsTrue(IS_KNOWN)), True),
        (Not(IS_KNOWN), None),
        (IsNull(COUNT), True),
        (IsNull(OR_ONE), False),
        (Cast(COUNT, SUM.type), None),
        (Logic("and", (IS_KNOWN, IS_TWO)), False),
        (Logic("and", (IS_KNOWN, IS_ONE)), None),
        (Logic("and", (IS_ONE, IS_ONE)), True),
        (Logic("or", (IS_KNOWN, IS_ONE)), True),
        (Logic("or", (IS_KNOWN, IS_TWO)), None),
        (Logic("or", (IS_TWO, IS_TWO)), False),
    ],
)  # fmt: skip
def test_what_holds_where_nothing_is_joined(expr: Expr, value: object) -> None:
    assert of_nothing(expr) is value


@pytest.mark.parametrize(
    "expr",
    [
        Call("upper", (NAME,), TEXT),
        Cast(OR_ONE, SUM.type),
        Call("lt", (Call("coalesce", (NAME, Literal("a", TEXT)), TEXT), Literal("b", TEXT)), BOOLEAN),
    ],
    ids=["function", "cast", "texts"],
)
def test_what_is_for_the_engine_to_say(expr: Expr) -> None:
    with pytest.raises(Untold):
        of_nothing(expr)
