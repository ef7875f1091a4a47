"""What a run leaves in the warehouse, row by row."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

from coterie.runtime.report import AudienceReport, EntityReport, TraitReport
from tests.runtime.handmade import DAY_1, DAY_2, DAY_3, Connection, Publisher, rows, statement

JUNE = datetime(2024, 6, 1, tzinfo=UTC)
TRAITS = {"name": "TEXT", "spend": "DECIMAL(18, 2)"}
EVERYTHING = statement(
    "SELECT id, name, spend, vip AS in_vip, TRUE AS in_anyone FROM people", traits=TRAITS, audiences=("vip", "anyone")
)


def people(connection: Connection, *values: tuple[object, ...]) -> None:
    connection.execute("DELETE FROM people")
    if values:
        connection.executemany("INSERT INTO people VALUES (?, ?, ?, ?)", values)


def everything(connection: Connection) -> dict[str, list[tuple[object, ...]]]:
    """Every relation of the schema."""
    names = connection.execute("SELECT table_name FROM information_schema.tables WHERE table_schema = 'coterie'")
    return {name: rows(connection, name) for (name,) in names.fetchall()}


def test_a_first_run_leaves_every_relation(connection: Connection, publish: Publisher) -> None:
    people(connection, (1, "Ada", 10, True), (2, "Bo|b", None, False))
    publish(EVERYTHING)
    assert everything(connection) == {
        "customers_traits": [(1, "Ada", Decimal("10.00")), (2, "Bo|b", None)],
        "trait_evaluations": [("customers", "name", DAY_1, JUNE, 2, 2), ("customers", "spend", DAY_1, JUNE, 2, 1)],
        "customers_audience_members": [
            (1, "anyone", DAY_1, None),
            (1, "vip", DAY_1, None),
            (2, "anyone", DAY_1, None),
        ],
        "customers_audience_log": [
            (1, "anyone", DAY_1, "enter", DAY_1, None),
            (1, "vip", DAY_1, "enter", DAY_1, None),
            (2, "anyone", DAY_1, "enter", DAY_1, None),
        ],
        "audience_sizes": [
            ("customers", "anyone", DAY_1, JUNE, 2, 2, 0, 0),
            ("customers", "vip", DAY_1, JUNE, 1, 1, 0, 0),
        ],
        "trait_values": [
            ("customers", "1", "name", "text", "Ada"),
            ("customers", "1", "spend", "number", "10.00"),
            ("customers", "2", "name", "text", "Bo|b"),
        ],
        "audience_members": [
            ("customers", "1", "anyone", DAY_1, None),
            ("customers", "1", "vip", DAY_1, None),
            ("customers", "2", "anyone", DAY_1, None),
        ],
    }


def test_the_report_holds_counts_only(connection: Connection, publish: Publisher) -> None:
    people(connection, (1, "Ada", 10, True), (2, "Bob", None, False))
    report = publish(EVERYTHING)
    assert (report.as_of, report.evaluated_at, report.notes) == (DAY_1, JUNE, ("a note",))
    assert report.seconds > 0
    assert report.entities == (
        EntityReport(
            "customers",
            2,
            0,
            (TraitReport("name", "text", 2), TraitReport("spend", "number", 1)),
            (AudienceReport("vip", 1, 1, 0, 0), AudienceReport("anyone", 2, 2, 0, 0)),
        ),
    )
    assert report.trait("spend").values == 1
    assert report.audience("vip", "customers").entered == 1
    assert report.entity("customers").rows == 2


def test_columns_have_the_types_they_are_published_as(connection: Connection, publish: Publisher) -> None:
    publish(statement("SELECT 1::TINYINT AS id, 5::HUGEINT AS total", traits={"total": "DECIMAL(38, 0)"}, audiences=()))
    described = connection.execute("DESCRIBE coterie.customers_traits").fetchall()
    assert [(name, native) for name, native, *_ in described] == [("id", "BIGINT"), ("total", "DECIMAL(38,0)")]


def test_members_keep_the_instant_they_entered(connection: Connection, publish: Publisher) -> None:
    people(connection, (1, "Ada", 1, True), (2, "Bob", 2, False), (3, "Cy", 3, True))
    publish(EVERYTHING, as_of=DAY_1)
    people(connection, (1, "Ada", 1, True), (2, "Bob", 2, True), (3, "Cy", 3, False))
    report = publish(EVERYTHING, as_of=DAY_2)
    assert report.audience("vip") == AudienceReport("vip", 2, 1, 1, 1)
    assert rows(connection, "customers_audience_members", "id", "entered_at") == [
        (1, DAY_1),
        (1, DAY_1),
        (2, DAY_1),
        (2, DAY_2),
        (3, DAY_1),
    ]
    people(connection, (3, "Cy", 3, True))
    publish(EVERYTHING, as_of=DAY_3)
    assert rows(connection, "customers_audience_log", "as_of", "change", "id", "audience", "entered_at") == [
        (DAY_1, "enter", 1, "anyone", DAY_1),
        (DAY_1, "enter", 1, "vip", DAY_1),
        (DAY_1, "enter", 2, "anyone", DAY_1),
        (DAY_1, "enter", 3, "anyone", DAY_1),
        (DAY_1, "enter", 3, "vip", DAY_1),
        (DAY_2, "enter", 2, "vip", DAY_2),
        (DAY_2, "exit", 3, "vip", DAY_1),
        (DAY_3, "enter", 3, "vip", DAY_3),
        (DAY_3, "exit", 1, "anyone", DAY_1),
        (DAY_3, "exit", 1, "vip", DAY_1),
        (DAY_3, "exit", 2, "anyone", DAY_1),
        (DAY_3, "exit", 2, "vip", DAY_2),
    ]
    assert rows(connection, "audience_members", "key", "audience", "entered_at") == [
        ("3", "anyone", DAY_1),
        ("3", "vip", DAY_3),
    ]


def test_the_same_as_of_twice_changes_nothing(connection: Connection, publish: Publisher) -> None:
    people(connection, (1, "Ada", 1, True), (2, "Bob", 2, True))
    publish(EVERYTHING, as_of=DAY_1)
    people(connection, (1, "Ada", 1, True), (3, "Cy", 3, True))
    first = publish(EVERYTHING, as_of=DAY_2)
    left = everything(connection)
    second = publish(EVERYTHING, as_of=DAY_2)
    assert everything(connection) == left
    assert second.entities == first.entities


def test_other_data_for_the_same_as_of_replaces_what_it_left(connection: Connection, publish: Publisher) -> None:
    """The outcome is that of one run with the later data: nobody entered and left at one instant."""
    people(connection, (1, "Ada", 1, True), (2, "Bob", 2, True))
    publish(EVERYTHING, as_of=DAY_1)
    people(connection, (1, "Ada", 1, False), (3, "Cy", 3, True))
    publish(EVERYTHING, as_of=DAY_2)
    people(connection, (1, "Ada", 1, True), (2, "Bob", 2, False))
    report = publish(EVERYTHING, as_of=DAY_2)
    assert report.audience("vip") == AudienceReport("vip", 1, 0, 1, 1)
    assert rows(connection, "customers_audience_members", "audience", "id", "entered_at") == [
        ("anyone", 1, DAY_1),
        ("anyone", 2, DAY_1),
        ("vip", 1, DAY_1),
    ]
    later = [row for row in rows(connection, "customers_audience_log") if row[2] == DAY_2]
    assert later == [(2, "vip", DAY_2, "exit", DAY_1, None)]


def test_a_repeated_evaluation_has_one_row(connection: Connection, publish: Publisher) -> None:
    people(connection, (1, "Ada", 1, True))
    publish(EVERYTHING, evaluated_at=datetime(2024, 6, 1, tzinfo=UTC))
    later = datetime(2024, 6, 2, tzinfo=UTC)
    publish(EVERYTHING, evaluated_at=later)
    assert rows(connection, "audience_sizes", "audience", "evaluated_at") == [("anyone", later), ("vip", later)]
    assert rows(connection, "trait_evaluations", "trait", "evaluated_at") == [("name", later), ("spend", later)]


def test_a_partial_run_keeps_other_columns_audiences_and_rows(connection: Connection, publish: Publisher) -> None:
    people(connection, (1, "Ada", 1, True), (2, "Bob", 2, True))
    publish(EVERYTHING, as_of=DAY_1)
    people(connection, (2, "Bobby", 20, False), (3, "Cy", 30, True))
    some = statement(
        "SELECT id, spend, upper(name) AS shout, vip AS in_vip FROM people",
        traits={"spend": "DECIMAL(18, 2)", "shout": "TEXT"},
        audiences=("vip",),
    )
    publish(some, as_of=DAY_2, partial=True)
    assert rows(connection, "customers_traits", "id", "name", "spend", "shout") == [
        (1, "Ada", None, None),
        (2, "Bob", Decimal("20.00"), "BOBBY"),
        (3, None, Decimal("30.00"), "CY"),
    ]
    assert rows(connection, "customers_audience_members", "audience", "id", "entered_at") == [
        ("anyone", 1, DAY_1),
        ("anyone", 2, DAY_1),
        ("vip", 3, DAY_2),
    ]
    assert rows(connection, "audience_sizes", "audience", "as_of", "size", "entered", "exited", "retained") == [
        ("anyone", DAY_1, 2, 2, 0, 0),
        ("vip", DAY_1, 2, 2, 0, 0),
        ("vip", DAY_2, 1, 1, 2, 0),
    ]
    assert rows(connection, "trait_values", "key", "trait", "value") == [
        ("1", "name", "Ada"),
        ("2", "name", "Bob"),
        ("2", "shout", "BOBBY"),
        ("2", "spend", "20.00"),
        ("3", "shout", "CY"),
        ("3", "spend", "30.00"),
    ]


def test_a_partial_run_of_audiences_leaves_traits_alone(connection: Connection, publish: Publisher) -> None:
    people(connection, (1, "Ada", 1, True))
    publish(EVERYTHING, as_of=DAY_1)
    before = rows(connection, "customers_traits")
    people(connection, (2, "Bob", 2, True))
    publish(statement("SELECT id, vip AS in_vip FROM people", audiences=("vip",)), as_of=DAY_2, partial=True)
    assert rows(connection, "customers_traits") == before
    assert rows(connection, "trait_values", "key", "trait") == [("1", "name"), ("1", "spend")]


def test_a_partial_run_keeps_other_entities(connection: Connection, publish: Publisher) -> None:
    people(connection, (1, "Ada", 1, True))
    things = statement(
        "SELECT 'a\\|b' AS code, 7 AS sold", entity="Things", key={"code": "TEXT"}, traits={"sold": "BIGINT"}
    )
    publish(EVERYTHING, things, as_of=DAY_1)
    publish(things, as_of=DAY_2, partial=True)
    assert rows(connection, "trait_values", "entity", "key", "trait", "value") == [
        ("customers", "1", "name", "Ada"),
        ("customers", "1", "spend", "1.00"),
        ("things", r"a\\\|b", "sold", "7"),
    ]
    assert rows(connection, "audience_members", "entity", "audience") == [("customers", "anyone"), ("customers", "vip")]


def test_a_full_run_removes_what_is_not_defined_any_more(connection: Connection, publish: Publisher) -> None:
    people(connection, (1, "Ada", 1, True), (2, "Bob", 2, False))
    publish(EVERYTHING, as_of=DAY_1)
    less = statement("SELECT id, name, vip AS in_vip FROM people", traits={"name": "TEXT"}, audiences=("vip",))
    publish(less, as_of=DAY_2)
    assert rows(connection, "customers_traits") == [(1, "Ada"), (2, "Bob")]
    assert rows(connection, "customers_audience_members") == [(1, "vip", DAY_1, None)]
    left = [row for row in rows(connection, "customers_audience_log") if row[3] == "exit"]
    assert left == [(1, "anyone", DAY_2, "exit", DAY_1, None), (2, "anyone", DAY_2, "exit", DAY_1, None)]
    assert rows(connection, "audience_sizes", "audience", "as_of") == [
        ("anyone", DAY_1),
        ("vip", DAY_1),
        ("vip", DAY_2),
    ]


def test_a_full_run_removes_entities_that_are_not_defined_any_more(connection: Connection, publish: Publisher) -> None:
    people(connection, (1, "Ada", 1, True))
    things = statement("SELECT 1 AS id, 7 AS sold", entity="things", traits={"sold": "BIGINT"})
    publish(EVERYTHING, as_of=DAY_1)
    publish(things, as_of=DAY_2)
    left = everything(connection)
    assert sorted(left) == [
        "audience_members",
        "audience_sizes",
        "customers_audience_log",
        "things_traits",
        "trait_evaluations",
        "trait_values",
    ]
    assert left["audience_members"] == []
    assert [row[3] for row in left["customers_audience_log"]] == ["enter", "exit", "enter", "exit"]
    publish(things, as_of=DAY_2)
    assert everything(connection) == left
    report = publish(EVERYTHING, as_of=DAY_2)
    assert report.audience("vip") == AudienceReport("vip", 1, 0, 0, 1)
    assert rows(connection, "customers_audience_members") == [(1, "anyone", DAY_1, None), (1, "vip", DAY_1, None)]


def test_an_audience_that_comes_back_enters_anew(connection: Connection, publish: Publisher) -> None:
    people(connection, (1, "Ada", 1, True))
    without = statement("SELECT id, name FROM people", traits={"name": "TEXT"})
    publish(EVERYTHING, as_of=DAY_1)
    publish(without, as_of=DAY_2)
    publish(EVERYTHING, as_of=DAY_3)
    assert rows(connection, "customers_audience_members") == [(1, "anyone", DAY_3, None), (1, "vip", DAY_3, None)]


def test_keys_of_several_columns_and_odd_types(connection: Connection, publish: Publisher) -> None:
    sql = """
        SELECT 'x|y\\z' AS code, DATE '2024-02-29' AS day, TIMESTAMP '1970-01-01 00:00:01.5' AS wall,
            TIMESTAMPTZ '2024-01-01 00:00:00+00' AS at, TRUE AS flag, 12::DECIMAL(38, 0) AS big, 5 AS n, TRUE AS in_all
    """
    key = {"code": "TEXT", "day": "DATE", "wall": "TIMESTAMP", "at": "TIMESTAMPTZ", "flag": "BOOLEAN"}
    publish(
        statement(sql, key=key | {"big": "DECIMAL(38, 0)"}, traits={"n": "BIGINT"}, audiences=("all",)), as_of=DAY_1
    )
    text = r"x\|y\\z|2024-02-29|1500000|1704067200000000|true|12"
    assert rows(connection, "trait_values", "key", "value") == [(text, "5")]
    assert rows(connection, "audience_members", "key") == [(text,)]
    assert rows(connection, "customers_audience_members", "day", "big") == [(date(2024, 2, 29), Decimal(12))]


def test_values_in_long_form(connection: Connection, publish: Publisher) -> None:
    sql = """
        SELECT 1 AS id, TRUE AS flag, DATE '2024-02-29' AS day, TIMESTAMP '2024-02-29 10:00:00' AS wall,
            TIMESTAMPTZ '2024-02-29 10:00:00.000001+00' AS at, ['a"b', 'c,d'] AS tags, []::TEXT[] AS none
    """
    traits = {
        "flag": "BOOLEAN",
        "day": "DATE",
        "wall": "TIMESTAMP",
        "at": "TIMESTAMPTZ",
        "tags": "TEXT[]",
        "none": "TEXT[]",
    }
    publish(statement(sql, traits=traits))
    assert rows(connection, "trait_values", "trait", "type", "value") == [
        ("at", "timestamp", "2024-02-29T10:00:00.000001Z"),
        ("day", "date", "2024-02-29"),
        ("flag", "boolean", "true"),
        ("none", "array<text>", "[]"),
        ("tags", "array<text>", '["a\\"b","c,d"]'),
        ("wall", "timestamp", "2024-02-29T10:00:00.000000"),
    ]


def test_odd_names_are_names(connection: Connection, publish: Publisher) -> None:
    """Quotes and semicolons in an entity's or a key column's name stay part of it."""
    name = 'Say "hi"; DROP TABLE people'
    odd = statement(
        f"SELECT 1 AS \"{name.replace(chr(34), chr(34) * 2)}\", 'x' AS t, TRUE AS in_a",
        entity=name,
        key={name: "BIGINT"},
        traits={"t": "TEXT"},
        audiences=("a",),
    )
    publish(odd)
    assert rows(connection, "trait_values") == [("say__hi___drop_table_people", "1", "t", "text", "x")]
    assert rows(connection, "say__hi___drop_table_people_audience_members") == [(1, "a", DAY_1, None)]
    assert connection.execute("SELECT count(*) FROM people").fetchone() == (0,)


def test_no_entities_at_all(connection: Connection, publish: Publisher) -> None:
    publish(EVERYTHING)
    assert rows(connection, "customers_traits") == []
    assert rows(connection, "audience_sizes", "audience", "size") == [("anyone", 0), ("vip", 0)]
    assert rows(connection, "trait_evaluations", "trait", "row_count") == [("name", 0), ("spend", 0)]
