"""Unit tests of traits with a SELECT of their own: described and run over the rows that a test gives."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from coterie.errors import DefinitionErrors
from coterie.project import Project
from coterie.runtime.differences import Difference, RunFailure, TraitFailure, UnitTestReport

PEOPLE = {"name": "people", "source": {"table": "shop.people"}, "primary_key": "id", "id": "m1"}
ORDERS = {"name": "orders", "source": {"table": '"Order rows"'}, "timestamp_column": "at"}
ROWS: dict[str, Any] = {
    "people": [{"id": 1}, {"id": 2}, {"id": 3}],
    "orders": [
        {"person": 1, "amount": 5.25, "at": "2024-05-01T00:00:00"},
        {"person": 1, "amount": 7.50, "at": "2024-05-31T23:59:59"},
        {"person": 2, "amount": 9.00, "at": "2024-06-01T00:00:00"},
        {"person": 9, "amount": 1.00, "at": "2024-05-01T00:00:00"},
    ],
}
LARGEST = "SELECT person AS id, MAX(amount) AS value FROM {{ ref('orders') }} GROUP BY person"


def query(name: str, sql: str, /, **config: Any) -> dict[str, Any]:
    return {"name": name, "parent_model": "people", "trait_type": "sql", "config": {"sql_query": sql, **config}}


def project(*traits: dict[str, Any], tests: list[dict[str, Any]], **more: Any) -> Project:
    models = [PEOPLE, ORDERS, *more.pop("models", [])]
    tests = [{"name": "T", "as_of": "2024-06-01", **test} for test in tests]
    return Project(models=models, traits=traits, tests=tests, **more)


def of_people(*rows: dict[str, Any], given: dict[str, Any] = ROWS, **expected: Any) -> dict[str, Any]:
    return {"given": given, "expect": {"traits": {"people": list(rows)}, **expected}}


def values(sql: str, *expected: Any, given: dict[str, Any] = ROWS, **more: Any) -> UnitTestReport:
    """Do the three people have these values?"""
    rows = [{"id": number, "t": value} for number, value in enumerate(expected, 1)]
    return project(query("T", sql), tests=[of_people(*rows, given=given)], **more).test()


def test_a_reference_gives_the_given_rows_that_are_visible() -> None:
    assert values(LARGEST, 7.50, None, None).passed
    failed = values(LARGEST, 7.5, 9, 0)
    (failure,) = failed.results[0].failures
    assert isinstance(failure, TraitFailure)
    assert failure.differences == (Difference((2,), Decimal(9), None), Difference((3,), Decimal(0), None))


def test_a_table_is_all_given_rows_of_the_one_model_that_reads_it() -> None:
    """It has no sense of time, in a warehouse neither."""
    sql = 'SELECT person AS id, MAX("Order rows".amount) AS value FROM "order rows" GROUP BY ALL'
    assert values(sql, 7.5, 9, None).passed
    assert values("SELECT shop.people.id, 2 * PEOPLE.id AS value FROM shop.people", 2, 4, 6).passed
    assert values("SELECT p.id, n AS value FROM Shop.People p, (SELECT COUNT(*) AS n FROM shop.people)", 3, 3, 3).passed


def test_what_a_select_defines_itself_is_no_table() -> None:
    """A WITH sees those before it, a recursive one itself too; what is inside one is not seen outside."""
    sql = """
        WITH RECURSIVE people AS (SELECT id FROM shop.people),
        steps AS (SELECT id, 1 AS n FROM people UNION ALL SELECT id, n + 1 FROM steps WHERE n < id),
        orders AS (WITH inner_ones AS (FROM {{ ref('orders') }}) SELECT * FROM inner_ones)
        SELECT id, MAX(n) + (SELECT COUNT(*) FROM orders WHERE person = id) AS value FROM steps GROUP BY id
    """
    assert values(sql, 3, 2, 3).passed
    with pytest.raises(DefinitionErrors) as caught:
        values("WITH orders AS (FROM orders) SELECT person AS id, 1 AS value FROM orders", 1)
    assert str(caught.value) == (
        "[query_table] trait `T`, config.sql_query: the query reads `orders`, which is the table of no model, and a "
        "test gives rows to models only\n    write {{ ref('orders') }}, of a model that reads it"
    )


def test_rows_stand_for_the_select_that_a_model_reads() -> None:
    """It is not run, neither here nor below another."""
    totals = {"name": "totals", "source": {"sql": "SELECT person, SUM(amount) AS total FROM nowhere GROUP BY person"}}
    sql = "SELECT person AS id, total AS value FROM {{ ref('totals') }}"
    given = ROWS | {"totals": [{"person": 2, "total": 100}]}
    assert values(sql, None, 100, None, given=given, models=[totals]).passed


def test_the_instant_variables_and_everything_that_a_select_can_do() -> None:
    sql = """
        SELECT id, value FROM (
            SELECT p.id, DATE_DIFF('day', at, {{ as_of }}) AS value, ROW_NUMBER() OVER (PARTITION BY id ORDER BY at) n
            FROM {{ ref('people') }} AS p JOIN {{ ref('orders') }} AS o ON person = p.id
        ) WHERE n = 1
    """
    assert values(sql, 31, None, None).passed
    assert values("SELECT id, i AS value FROM {{ ref('people') }}, range(2) AS r(i) WHERE i = 1", 1, 1, 1).passed
    sql = """
        SELECT person AS id, "9.00" AS value
        FROM (PIVOT (SELECT person, amount FROM "Order rows") ON amount USING COUNT(*))
    """
    assert values(sql, 0, 1, None).passed


def test_what_builds_on_a_query_can_be_tested_too() -> None:
    made = project(
        query("Largest", LARGEST, default=0),
        {"name": "Half", "parent_model": "people", "trait_type": "formula", "config": {"expression": "{largest} / 2"}},
        audiences=[{"name": "Large", "parent_model": "people", "filter_tree": "largest > 7"}],
        tests=[
            of_people({"id": 1, "half": 3.75}, {"id": 3, "half": 0}, audiences={"large": [1]}),
            of_people(
                {"id": 1, "largest": 0},
                given={
                    "people": [{"id": 1}],
                    "orders": {"columns": {"amount": "number", "person": "integer"}, "rows": []},
                },
            ),
        ],
    )
    assert made.test().passed, made.test()


def test_a_key_that_is_repeated_fails_the_test() -> None:
    report = values("SELECT person AS id, amount AS value FROM {{ ref('orders') }}", 5)
    (failure,) = report.results[0].failures
    assert isinstance(failure, RunFailure)
    assert str(report) == (
        "FAIL  T\n"
        "      [repeated_key] 1 key (`id`) occurs in more than one row of what the `sql_query` of trait `t` gives\n"
        "1 failed"
    )


def test_each_test_has_rows_and_types_of_its_own() -> None:
    """Nothing is left of the test before, be it a value, a type or a table."""
    text = {"people": [{"id": "a"}], "orders": [{"person": "a", "amount": "x", "at": "2024-05-01T00:00:00"}]}
    made = project(
        query("Largest", LARGEST),
        query("Notes", "SELECT id, (SELECT COUNT(*) FROM {{ ref('notes') }}) AS value FROM {{ ref('people') }}"),
        models=[{"name": "notes", "source": {"table": "notes"}}],
        tests=[
            of_people({"id": 1, "largest": 7.5, "notes": 1}, given=ROWS | {"notes": [{"text": "x"}]}),
            of_people({"id": "a", "largest": "x"}, given=text),
        ],
    )
    assert made.test().passed, made.test()
    made = project(
        *made.definitions.traits, models=[made.definitions.models[2]], tests=[of_people({"id": 1, "notes": 0})]
    )
    with pytest.raises(DefinitionErrors) as caught:
        made.test()
    assert str(caught.value) == (
        "[untyped_column] test `T`, given: with these rows, trait `Notes`: the query reads model `notes`, of whose "
        "columns nothing is known\n    give it rows, or declare types: `notes: {columns: {…: …}, rows: []}`"
    )


def test_a_column_that_no_row_gives() -> None:
    with pytest.raises(DefinitionErrors) as caught:
        values(LARGEST, 1, given={"people": [{"id": 1}]})
    assert str(caught.value) == (
        "[unreadable_query] test `T`, given: with these rows, trait `T`: the warehouse refuses the query: "
        'Referenced column "person" not found in FROM clause!\n'
        "    it sees the columns that rows give, and those that the model or the test declares: `columns: {…: …}`"
    )


def refusal(sql: str) -> str:
    """The hint that a query gets which the engine refuses."""
    doubled = {"name": "Twice", "expression": "amount * 2"}
    tests = [{"name": "T", "as_of": "2024-06-01", **of_people({"id": 1, "t": 1})}]
    made = Project(models=[PEOPLE, {**ORDERS, "columns": [doubled]}], traits=[query("T", sql)], tests=tests)
    with pytest.raises(DefinitionErrors) as caught:
        made.test()
    (error,) = caught.value.errors
    assert error.code == "unreadable_query"
    return error.hint


def test_what_is_said_of_a_query_that_is_refused() -> None:
    assert refusal("SELECT person AS id, MAX(twice) AS value FROM {{ ref('orders') }} GROUP BY 1") == (
        "`Twice` is a computed column of model `orders`, and a query reads those of its source"
    )
    only_models = "a test gives rows to models, and a query reads these by {{ ref('…') }}, and nothing else"
    assert refusal("SELECT id, COUNT(*) AS value FROM read_csv('people.csv') GROUP BY 1") == only_models
    joined = "{{ ref('orders') }} JOIN read_csv('people.csv') AS p ON p.id = person"
    assert refusal(f"SELECT person AS id, COUNT(*) AS value FROM {joined} GROUP BY 1") == only_models
    assert refusal("SELECT person AS id, sun(amount) AS value FROM {{ ref('orders') }} GROUP BY id") == ""


def test_the_sql_of_another_engine() -> None:
    """A project may have a target that reads it; tests do not."""
    made = project(query("T", "SELECT $$", dialect="Postgres"), tests=[of_people({"id": 1, "t": 5})])
    with pytest.raises(DefinitionErrors) as caught:
        made.test()
    assert str(caught.value) == (
        "[query_dialect] trait `T`, config.dialect: the query is written in `Postgres`, and tests run on duckdb\n"
        "    write what duckdb reads too, and leave `dialect` out; or test other definitions"
    )


def test_no_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "secret.csv"
    file.write_text("id\n1\n")
    with pytest.raises(DefinitionErrors) as caught:
        values(f"SELECT id, 1 AS value FROM read_csv('{file}')", 1, 1, 1)
    (error,) = caught.value.errors
    assert error.code == "unreadable_query"
    assert "file system operations are disabled by configuration" in error.message
    with pytest.raises(DefinitionErrors, match="query_table"):
        values(f"SELECT id, 1 AS value FROM '{file}'", 1, 1, 1)


def test_whose_visible_rows_their_source_alone_cannot_tell() -> None:
    """As `check` says, a model must know by its own columns which of its rows are visible."""
    pieces = {
        "name": "pieces",
        "source": {"table": "pieces"},
        "timestamp_column": "ordered",
        "columns": [{"name": "ordered", "expression": "of_order.at"}],
    }
    edge = {
        "name": "of_order",
        "from_model": "pieces",
        "to_model": "orders",
        "cardinality": "many_to_one",
        "join_keys": [{"from": "number", "to": "number"}],
    }
    sql = "SELECT number AS id, COUNT(*) AS value FROM {{ ref('pieces') }} GROUP BY ALL"
    given = ROWS | {"pieces": [{"number": 1}]}
    with pytest.raises(DefinitionErrors) as caught:
        values(sql, 1, given=given, models=[pieces], relationships=[edge])
    assert str(caught.value) == (
        "[invisible_reference] trait `T`, config.sql_query: `ordered` decides which rows of `pieces` are visible, and "
        "is not a column of its source\n"
        "    ref() needs a timestamp column that is computed from columns of the source, or is one"
    )


@pytest.mark.parametrize("name", ["'; DROP SCHEMA coterie_given; --", 'a"b', "a\nb", "coterie_given", "é\u202e"])
def test_hostile_names(name: str) -> None:
    model = {"name": name, "source": {"table": "x"}, "primary_key": name}
    trait = query("T", "SELECT *, 5 AS value FROM x") | {"parent_model": name}
    test = {"given": {name: [{name: 1}]}, "expect": {"traits": {name: [{name: 1, "t": 5}]}}}
    assert project(trait, models=[model], tests=[test]).test().passed
