"""The projects that benchmarks measure are real ones: they load, compile and run."""

from __future__ import annotations

import re
from dataclasses import astuple, replace
from datetime import datetime
from pathlib import Path

import duckdb
import pytest

import coterie
from benchmarks import compile_time, engines_time, peers_time, workload_time
from benchmarks.peers import ASKED, FACTS, NAMES, Statement
from benchmarks.projects import definitions, write
from benchmarks.workload import audiences, by_hand, data, traits
from coterie import compiler, dialects
from coterie.compiler import Catalog
from coterie.compiler.compiled import EntityStatement
from coterie.compiler.loading.load import build
from coterie.dialects.costs import BYTES, SHUFFLED, Costs
from tests.engines import wanted

TRAITS = 60
TOTALS = "count(*), sum(spend_all), sum(views_7)"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, TRAITS)
    return tmp_path


def test_the_files_hold_what_the_plain_values_say(folder: Path) -> None:
    loaded, built = coterie.load(folder).definitions, build(definitions(TRAITS))
    assert [trait.model_dump() for trait in loaded.traits] == [trait.model_dump() for trait in built.traits]
    assert [model.model_dump() for model in loaded.models] == [model.model_dump() for model in built.models]


def test_every_kind_of_trait_takes_its_turn() -> None:
    kinds = [trait["trait_type"] for trait in definitions(TRAITS)["traits"]]
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "aggregation": 30,
        "occurrence": 12,
        "list": 6,
        "formula": 6,
        "sql": 6,
    }


def test_the_project_runs(folder: Path) -> None:
    with duckdb.connect(str(folder / "shop.duckdb")) as connection:
        connection.execute("INSERT INTO customers VALUES (1, 'DE', DATE '1990-01-01', TIMESTAMP '2020-01-01 00:00:00')")
    coterie.load(folder).run("2024-01-01")
    with duckdb.connect(str(folder / "shop.duckdb")) as connection:
        published = connection.table("coterie.customers_traits")
        assert {f"trait_{i}" for i in range(TRAITS)} < set(published.columns)
        assert published.project("id, trait_9").fetchall() == [(1, "c2")]


@pytest.mark.slow
def test_every_pass_is_timed() -> None:
    measured = compile_time.measure(TRAITS, rounds=1)
    assert set(measured.passes) == set(compile_time.PASSES)
    assert sum(measured.passes.values()) <= measured.seconds


class AtFullSize:
    """What the warehouse says of the workload's tables when they are full."""

    def is_stored(self, model: str) -> bool:
        return True

    def rows(self, model: str) -> int | None:
        return {"customers": data.CUSTOMERS, "orders": data.ORDERS, "events": data.EVENTS}[model]

    def distinct(self, model: str, column: str) -> int | None:
        few = {"event_name": len(data.EVENT_NAMES), "category": data.CATEGORIES, "status": len(data.STATUSES)}
        return few.get(column)

    def oldest(self, model: str, column: str) -> datetime | None:
        return datetime(2024, 1, 2)

    def prunes(self, model: str, column: str) -> bool:
        return False


def at_full_size(project: coterie.Project, connection: duckdb.DuckDBPyConnection, costs: Costs) -> EntityStatement:
    """A project's statement, as it is compiled for full tables at given prices."""
    tables = {model.name: connection.table(str(model.source.table)) for model in project.definitions.models}
    catalog = Catalog({name: tuple(zip(one.columns, map(str, one.types), strict=True)) for name, one in tables.items()})
    dialect = replace(dialects.get("duckdb"), costs=costs)
    as_of = workload_time.AS_OF
    (one,) = compiler.compile(project.definitions, catalog, dialect, as_of=as_of, statistics=AtFullSize()).entities
    return one


def test_all_ways_to_ask_the_workload_answer_alike() -> None:
    names = [asked.name for asked in traits.AGGREGATES] + list(traits.FORMULAS)
    with duckdb.connect() as connection:
        data.fill(connection, 0.002)
        project = coterie.Project(**traits.definitions())
        (entity,) = project.compile(as_of=data.AS_OF, connection=connection).entities
        expected = _values(connection, by_hand.blind_merge(), names)
        assert len(expected) == 600
        assert _values(connection, by_hand.tuned(), names) == expected
        assert _values(connection, entity.sql, names) == expected
        for costs in (dialects.get("duckdb").costs, SHUFFLED, BYTES):
            assert _values(connection, at_full_size(project, connection, costs).sql, names) == expected
        for name, statement in zip(names, by_hand.one_each(), strict=True):
            place = names.index(name)
            assert _values(connection, statement, [name]) == [(row[0], row[place + 1]) for row in expected]


def test_few_scans_are_enough_where_bytes_are_billed() -> None:
    with duckdb.connect() as connection:
        data.fill(connection, 0.001)
        reading = at_full_size(coterie.Project(**traits.definitions()), connection, BYTES).reading
    assert [scan.model for scan in reading.scans] == ["events", "orders", "events", "customers"]
    assert reading.rows * 10 < reading.rows_apart


@pytest.mark.slow
@pytest.mark.skipif("postgres" not in wanted(), reason="PostgreSQL is not asked")
def test_another_engine_is_asked_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(engines_time.SCALES, "PostgreSQL", 0.001)
    assert min(astuple(engines_time.measure("PostgreSQL", rounds=1))) > 0
    project = coterie.Project(**traits.definitions())
    with engines_time.postgres(engines_time.filled(tmp_path, 0.001)) as engine:
        (statement,) = engines_time.sql_of(project, engine)
        engine.evaluate(statement)
        found = engine.connection.execute(f"SELECT {TOTALS} FROM evaluated").fetchall()
    with duckdb.connect() as connection:
        data.fill(connection, 0.001)
        assert connection.execute(f"SELECT {TOTALS} FROM ({by_hand.blind_merge()})").fetchall() == found


@pytest.mark.slow
def test_all_ways_to_ask_the_audiences_have_the_same_members() -> None:
    chosen = audiences.audiences(60)
    with duckdb.connect() as connection:
        data.fill(connection, 0.002)
        connection.execute(audiences.PROFILES)
        project = coterie.Project(**audiences.definitions(chosen))
        entity = at_full_size(project, connection, dialects.get("duckdb").costs)
        assert {"events_by_customers_of_add_to_cart", "customers_conditions"} < set(
            re.findall(r'"(\w+)" AS', entity.sql)
        )
        sizes = set()
        for one, statement in zip(chosen, audiences.one_each(chosen), strict=True):
            members = set(connection.execute(statement).fetchall())
            for sql, flag in ((audiences.flags(chosen), one.name), (entity.sql, f"in_{one.name}")):
                assert set(connection.execute(f"SELECT customer_id FROM ({sql}) WHERE {flag}").fetchall()) == members
            sizes.add(len(members))
        assert len(sizes) > 20


def test_what_other_tools_answer_is_held_to_the_queries_by_hand() -> None:
    """Statements by hand stand in for theirs: one for each fact, with a key of another name."""
    assert {asked.name for asked in ASKED} == set(NAMES)
    orders, events = (by_hand.blind_merge(asked, ()) for asked in FACTS.values())

    def of_tool(columns: str) -> str:
        parts = (f"SELECT customer_id AS buyer, {columns} FROM ({orders})", f"SELECT * FROM ({events}) -- made by hand")
        return peers_time.wide([Statement(parts[0], "buyer"), Statement(parts[1])])

    with duckdb.connect() as connection:
        data.fill(connection, 0.001)
        peers_time.expect(connection)
        assert peers_time.check("tuned", by_hand.tuned(ASKED, ()), connection)
        assert peers_time.check("zero", of_tool("* EXCLUDE (customer_id)"), connection)
        nulls = "* EXCLUDE (customer_id) REPLACE (nullif(spend_all, 0) AS spend_all)"
        assert not peers_time.check("null", of_tool(nulls), connection)
        with pytest.raises(peers_time.DifferentError, match=r"^more has other values of orders_30 for 300 customers$"):
            peers_time.check(
                "more", of_tool("* EXCLUDE (customer_id) REPLACE (orders_30 + 1 AS orders_30)"), connection
            )


def _values(connection: duckdb.DuckDBPyConnection, statement: str, names: list[str]) -> list[tuple[object, ...]]:
    """A row per customer, in order; doubles to the ninth place."""
    rows = connection.sql(f"SELECT customer_id, {', '.join(names)} FROM ({statement}) ORDER BY customer_id").fetchall()
    return [tuple(round(value, 9) if isinstance(value, float) else value for value in row) for row in rows]
