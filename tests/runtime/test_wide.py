"""Entities with more traits than a table has room for: several statements, and several tables of traits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import duckdb
import pytest

import coterie
from coterie import dialects
from coterie.compiler.compiled import EntityStatement
from coterie.errors import WarehouseError
from coterie.runtime.differences import AudienceFailure
from coterie.runtime.report import AudienceReport, RunReport, TraitReport
from coterie.runtime.warehouse import Publishing
from tests.effort import PROFILE
from tests.runtime.handmade import DAY_1, DAY_2, DAY_3, Connection, rows, statement
from tests.runtime.test_publishing import EVERYTHING, WAYS, change, everything, publish

NAME = statement("SELECT id, name FROM people", traits={"name": "TEXT"})
VIP = replace(
    statement(
        "SELECT id, vip AS in_vip, 'a' AS group_of_vip FROM people", audiences=("vip",), splits={"vip": ("a", "b")}
    ),
    part=2,
)
SPEND = replace(statement("SELECT id, spend FROM people", traits={"spend": "BIGINT"}), part=3, table=2)
RICH = replace(
    statement(
        "SELECT id, spend > 1 AS rich, spend > 2 AS in_big FROM people", traits={"rich": "BOOLEAN"}, audiences=("big",)
    ),
    part=4,
    table=2,
)
PARTS = (NAME, VIP, SPEND, RICH)
EACH_WAY = {"everything": EVERYTHING, **WAYS}


@pytest.fixture(autouse=True)
def _limited(monkeypatch: pytest.MonkeyPatch) -> None:
    """DuckDB's tables have room for three columns."""
    monkeypatch.setattr("coterie.dialects.duckdb.DUCKDB", replace(dialects.get("duckdb"), most_width=3))


def traits(connection: Connection) -> dict[str, list[tuple[object, ...]]]:
    """The tables of traits."""
    return {name: found for name, found in everything(connection).items() if "_traits" in name}


def history(connection: Connection, publishing: Publishing) -> Iterator[dict[str, list[tuple[object, ...]]]]:
    """What stands in the schema after each of some runs."""
    change(connection, (1, "Ada", 1, True), (2, "Bob", 2, False), (3, "Cy", None, True))
    publish(connection, publishing, *PARTS, as_of=DAY_1)
    yield everything(connection)
    change(connection, (1, "Ada", 4, False), (2, "Bo", 2, True), (4, "Di", 4, True))
    publish(connection, publishing, replace(RICH, part=1), as_of=DAY_2, partial=True)
    yield everything(connection)
    publish(connection, publishing, *PARTS, as_of=DAY_3)
    yield everything(connection)


@pytest.mark.parametrize("way", EACH_WAY)
def test_each_table_has_its_traits(connection: Connection, way: str) -> None:
    first, second, third = history(connection, EACH_WAY[way])
    assert {name: first[name] for name in ("customers_traits", "customers_traits_2")} == {
        "customers_traits": [(1, "Ada"), (2, "Bob"), (3, "Cy")],
        "customers_traits_2": [(1, 1, False), (2, 2, True), (3, None, None)],
    }
    assert first["customers_audience_members"] == [(1, "vip", DAY_1, "a"), (3, "vip", DAY_1, "a")]
    assert first["trait_values"] == [
        ("customers", "1", "name", "text", "Ada"),
        ("customers", "1", "rich", "boolean", "false"),
        ("customers", "1", "spend", "integer", "1"),
        ("customers", "2", "name", "text", "Bob"),
        ("customers", "2", "rich", "boolean", "true"),
        ("customers", "2", "spend", "integer", "2"),
        ("customers", "3", "name", "text", "Cy"),
    ]
    assert [row[1:3] + row[4:] for row in first["trait_evaluations"]] == [
        ("name", DAY_1, 3, 3), ("rich", DAY_1, 3, 2), ("spend", DAY_1, 3, 2),
    ]  # fmt: skip
    assert second["customers_traits"] == first["customers_traits"]
    assert second["customers_traits_2"] == [(1, 1, True), (2, 2, True), (3, None, None), (4, None, True)]
    assert second["customers_audience_members"] == [
        (1, "big", DAY_2, None), (1, "vip", DAY_1, "a"), (3, "vip", DAY_1, "a"), (4, "big", DAY_2, None),
    ]  # fmt: skip
    assert third["customers_traits"] == [(1, "Ada"), (2, "Bo"), (4, "Di")]
    assert third["customers_traits_2"] == [(1, 4, True), (2, 2, True), (4, 4, True)]
    assert third["customers_audience_members"] == [
        (1, "big", DAY_2, None), (2, "vip", DAY_3, "a"), (4, "big", DAY_2, None), (4, "vip", DAY_3, "a"),
    ]  # fmt: skip
    assert {name.partition("_")[0] for name in third} == {"customers", "trait", "audience"}  # nothing of the run's own


@pytest.mark.parametrize(
    "way", ["rows", *(pytest.param(way, marks=pytest.mark.slow) for way in EACH_WAY if way != "rows")]
)
def test_a_run_that_is_broken_off_is_mended_by_the_next(way: str) -> None:
    """It moves a trait from one table to another, and drops all audiences."""
    number, broken, publishing = 1, True, EACH_WAY[way]
    fewer = (NAME, replace(SPEND, part=2, table=1), replace(RICH, part=3, table=2, audiences=()))
    while broken:
        found = []
        for fails in (None, number):
            with duckdb.connect() as connection:
                connection.execute("CREATE TABLE people (id INTEGER, name TEXT, spend DECIMAL(18, 2), vip BOOLEAN)")
                change(connection, (1, "Ada", 1, True), (2, "Bob", 2, False))
                publish(connection, publishing, *PARTS, as_of=DAY_1)
                try:
                    publish(connection, publishing, *fewer, as_of=DAY_2, fails=fails)
                except WarehouseError:
                    publish(connection, publishing, *fewer, as_of=DAY_2)
                else:
                    broken = fails is None
                found.append(everything(connection))
        assert found[0] == found[1]
        assert [row[3] for row in found[0]["customers_audience_log"]] == ["enter", "exit"]
        number += {"quick": 9, "ci": 4}.get(PROFILE, 1)
    assert number > 12


def run(connection: Connection, *parts: EntityStatement, partial: bool = False) -> RunReport:
    return publish(connection, EVERYTHING, *parts, as_of=DAY_1, partial=partial)


def test_the_report_is_of_one_entity(connection: Connection) -> None:
    change(connection, (1, "Ada", 1, True), (2, "Bob", 2, False))
    (entity,) = run(connection, *PARTS).entities
    assert entity.rows == 2
    assert entity.traits == (
        TraitReport("name", "text", 2), TraitReport("spend", "integer", 2), TraitReport("rich", "boolean", 2),
    )  # fmt: skip
    assert [replace(one, groups=()) for one in entity.audiences] == [
        AudienceReport("vip", 1, 1, 0, 0), AudienceReport("big", 0, 0, 0, 0),
    ]  # fmt: skip
    assert [(group.name, group.size) for group in entity.audiences[0].groups] == [("a", 1), ("b", 0)]


def test_a_table_that_nothing_is_left_for_is_dropped(connection: Connection) -> None:
    change(connection, (1, "Ada", 1, True))
    run(connection, *PARTS)
    run(connection, NAME)
    assert traits(connection) == {"customers_traits": [(1, "Ada")]}
    run(connection, replace(SPEND, part=1))
    assert traits(connection) == {"customers_traits": [(1,)], "customers_traits_2": [(1, 1)]}  # none without the first
    run(connection, replace(SPEND, part=1), partial=True)
    assert traits(connection) == {"customers_traits": [(1,)], "customers_traits_2": [(1, 1)]}
    run(connection, replace(VIP, part=1))
    assert traits(connection) == {}


def test_a_partial_run_moves_what_it_evaluates_to_where_it_belongs(connection: Connection) -> None:
    change(connection, (1, "Ada", 1, True))
    run(connection, *PARTS)
    run(connection, replace(SPEND, part=1, table=1), partial=True)
    assert traits(connection) == {"customers_traits": [(1, "Ada", 1)], "customers_traits_2": [(1, False)]}
    run(connection, replace(RICH, part=1, table=3), partial=True)
    assert traits(connection) == {
        "customers_traits": [(1, "Ada", 1)], "customers_traits_2": [(1,)], "customers_traits_3": [(1, False)],
    }  # fmt: skip
    assert rows(connection, "trait_values", "trait", "value") == [("name", "Ada"), ("rich", "false"), ("spend", "1")]


@pytest.mark.parametrize(
    "name", ["customers_traits_02", "customers_traits_0", "customers_traits_4", "customers_traits_x"]
)
def test_names_alone_make_no_table_of_traits(connection: Connection, name: str) -> None:
    """Of tables that people have put there nothing is known, nor is anything changed."""
    change(connection, (1, "Ada", 1, True))
    run(connection, *PARTS)
    connection.execute(f"CREATE TABLE coterie.{name} AS FROM coterie.customers_traits_2")
    run(connection, replace(RICH, part=1), partial=True)
    run(connection, *PARTS)
    assert traits(connection)[name] == [(1, 1, False)]
    run(connection, NAME)
    assert traits(connection) == {"customers_traits": [(1, "Ada")], name: [(1, 1, False)]}


def test_where_there_is_no_limit_there_is_one_table(connection: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    change(connection, (1, "Ada", 1, True))
    run(connection, NAME)
    connection.execute("CREATE TABLE coterie.customers_traits_2 AS FROM coterie.customers_traits")
    run(connection, NAME, partial=True)
    run(connection, replace(RICH, part=1, table=1))
    assert traits(connection) == {"customers_traits": [(1, False)], "customers_traits_2": [(1, "Ada")]}


# By the library


@pytest.fixture
def shop(connection: Connection) -> Connection:
    """Three people."""
    change(connection, (1, "Ada", 1, True), (2, "Bob", 2, False), (3, "Cy", None, True))
    return connection


def project(
    *rest: str, first: str = "", audiences: Mapping[str, str | dict[str, Any]] | None = None, **more: Any
) -> coterie.Project:
    """Traits `a` to `d`, and others."""
    expressions = {first: "id"} if first else {}
    expressions |= {"a": "upper(name)", "b": "length(name)", "c": "spend * 2", "d": "vip"} | dict.fromkeys(rest, "id")
    return coterie.Project(
        models=[{"name": "people", "source": {"table": "people"}, "primary_key": "id"}],
        traits=[
            {"name": name, "parent_model": "people", "trait_type": "sql", "config": {"sql_expression": expression}}
            for name, expression in expressions.items()
        ],
        audiences=[
            {"name": name, "parent_model": "people", "filter_tree": tree} for name, tree in (audiences or {}).items()
        ],
        **more,
    )


SHORT = {"short": "{b} < 3", "rich": "{c} >= 2", "some": "{d} OR {c} = 4"}


def test_a_run_of_several_statements(shop: Connection) -> None:
    wide = project(audiences=SHORT)
    compiled = wide.compile("2024-06-01", connection=shop)
    assert [
        (one.title, one.table, [column.name for column in (*one.traits, *one.audiences)]) for one in compiled.entities
    ] == [
        ("people", 1, ["a", "b"]),
        ("people (2)", 2, ["c", "d"]),
        ("people (3)", 1, ["in_short", "in_rich"]),
        ("people (4)", 1, ["in_some"]),
    ]
    assert [check.name for check in compiled.checks] == ["null_key people (id)", "duplicate_key people (id)"]
    report = wide.run("2024-06-01", connection=shop)
    assert rows(shop, "people_traits") == [(1, "ADA", 3), (2, "BOB", 3), (3, "CY", 2)]
    assert rows(shop, "people_traits_2") == [(1, 2, True), (2, 4, False), (3, None, True)]
    assert rows(shop, "people_audience_members", "audience", "id") == [
        ("rich", 1), ("rich", 2), ("short", 3), ("some", 1), ("some", 2), ("some", 3),
    ]  # fmt: skip
    assert (report.entity("people").rows, report.trait("c").values, report.audience("some").size) == (3, 2, 3)
    assert report.scans == 4


def test_what_is_published_is_read_from_its_table(shop: Connection) -> None:
    condition = {"type": "condition", "condition_type": "trait", "trait": "c", "operator": "equals", "value": 4}
    stored = project(audiences={"four": condition | {"freshness": {"mode": "materialized"}}})
    with pytest.raises(coterie.WarehouseError, match=r"read from `people_traits_2`, where no run has built it"):
        stored.run("2024-06-01", select="four", connection=shop)
    stored.run("2024-06-01", connection=shop)
    shop.execute("UPDATE people SET spend = 2")
    stored.run("2024-06-01", select="four", connection=shop)
    assert rows(shop, "people_audience_members", "id") == [(2,)]
    assert stored.preview("four", connection=shop).rows == ((2,),)
    assert stored.preview("c", connection=shop).rows == ((1, 4), (2, 4), (3, 4))


def test_what_has_moved_is_told(shop: Connection) -> None:
    """Traits that come before others move them; a full run puts them in their places."""
    condition = {"type": "condition", "condition_type": "trait", "trait": "b", "operator": "equals", "value": 3}
    audiences = {"three": condition | {"freshness": {"mode": "materialized"}}}
    project().run("2024-06-01", connection=shop)
    moved = project(audiences=audiences, first="e")
    told = (
        r"\[not_built\] trait `b` .* is read from `people_traits_2`, where it is not: other definitions have moved it"
    )
    with pytest.raises(coterie.WarehouseError, match=told):
        moved.preview("three", connection=shop)
    moved.run("2024-06-01", connection=shop)
    assert moved.preview("three", connection=shop).rows == ((1,), (2,))


def test_tables_follow_the_definitions(shop: Connection) -> None:
    project("e").run("2024-06-01", connection=shop)
    assert set(traits(shop)) == {"people_traits", "people_traits_2", "people_traits_3"}
    project().run("2024-06-01", select="d", connection=shop)
    assert rows(shop, "people_traits_3") == [(1, 1), (2, 2), (3, 3)]
    project().run("2024-06-01", connection=shop)
    assert set(traits(shop)) == {"people_traits", "people_traits_2"}


def test_unit_tests_ask_all_of_them(shop: Connection) -> None:
    unit_test = {
        "name": "all at once",
        "as_of": "2024-06-01",
        "given": {"people": [{"id": 1, "name": "Di", "spend": 7, "vip": False}]},
        "expect": {
            "traits": {"people": [{"id": 1, "a": "DI", "b": 2, "c": 14, "d": False}]},
            "audiences": {"short": [1], "rich": [1], "some": [1]},
        },
    }
    (result,) = project(audiences=SHORT, tests=[unit_test]).test().results
    assert [str(failure.slug) for failure in result.failures if isinstance(failure, AudienceFailure)] == ["some"]
    assert len(result.failures) == 1
