"""The projects that benchmarks measure are real ones: they load, compile and run."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

import coterie
from benchmarks import compile_time, peers_time
from benchmarks.peers import ASKED, FACTS, NAMES, Statement
from benchmarks.projects import definitions, write
from benchmarks.workload import audiences, by_hand, data, traits
from coterie.compiler.loading.load import build

TRAITS = 60


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


def test_every_pass_is_timed() -> None:
    measured = compile_time.measure(TRAITS, rounds=1)
    assert set(measured.passes) == set(compile_time.PASSES)
    assert sum(measured.passes.values()) <= measured.seconds


def test_all_ways_to_ask_the_workload_answer_alike() -> None:
    names = [asked.name for asked in traits.AGGREGATES] + list(traits.FORMULAS)
    with duckdb.connect() as connection:
        data.fill(connection, 0.002)
        (entity,) = coterie.Project(**traits.definitions()).compile(as_of=data.AS_OF, connection=connection).entities
        expected = _values(connection, by_hand.blind_merge(), names)
        assert len(expected) == 600
        assert _values(connection, by_hand.tuned(), names) == expected
        assert _values(connection, entity.sql, names) == expected
        for name, statement in zip(names, by_hand.one_each(), strict=True):
            place = names.index(name)
            assert _values(connection, statement, [name]) == [(row[0], row[place + 1]) for row in expected]


@pytest.mark.slow
def test_all_ways_to_ask_the_audiences_have_the_same_members() -> None:
    chosen = audiences.audiences(40)
    with duckdb.connect() as connection:
        data.fill(connection, 0.002)
        connection.execute(audiences.PROFILES)
        project = coterie.Project(**audiences.definitions(chosen))
        (entity,) = project.compile(as_of=data.AS_OF, connection=connection).entities
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
