"""Runs that fail, are refused, or meet another: nothing published changes."""

from __future__ import annotations

import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pytest
import sqlglot
from sqlglot import exp

from coterie import dialects
from coterie.compiler.compiled import Compiled
from coterie.compiler.definitions import DuckDBTarget
from coterie.errors import WarehouseError
from coterie.runtime import runner
from coterie.runtime.duckdb import DuckDB
from coterie.runtime.execution import Progress
from coterie.runtime.planner import Check, Step, Write, plan
from coterie.runtime.state import State, read_state
from coterie.runtime.warehouse import adopt, connect
from tests.runtime.handmade import DAY_1, DAY_2, DAY_3, Connection, Publisher, check_statement, rows, statement

PEOPLE = statement("SELECT id, name, vip AS in_vip FROM people", traits={"name": "TEXT"}, audiences=("vip",))


@pytest.fixture
def published(connection: Connection, publish: Publisher) -> None:
    connection.execute("INSERT INTO people VALUES (1, 'Ada', 1, TRUE)")
    publish(PEOPLE, as_of=DAY_1)
    connection.execute("INSERT INTO people VALUES (2, 'Bob', 2, TRUE)")


def snapshot(connection: Connection) -> list[object]:
    names = [
        "customers_traits",
        "customers_audience_members",
        "customers_audience_log",
        "trait_evaluations",
        "audience_sizes",
        "trait_values",
        "audience_members",
    ]
    return [rows(connection, name) for name in names]


@pytest.mark.usefixtures("published")
def test_a_run_that_fails_in_its_last_step_changes_nothing(
    connection: Connection, publish: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = snapshot(connection)

    def broken(*args: object, **options: object) -> tuple[Step, ...]:
        steps = plan(*args, **options)  # type: ignore[arg-type]
        failing = check_statement("SELECT 1 / 0 + 'x'::INTEGER", "duplicate_key")
        return (*steps, Check(failing))

    monkeypatch.setattr(runner, "plan", broken)
    with pytest.raises(WarehouseError, match="not_convertible"):
        publish(PEOPLE, as_of=DAY_2)
    assert snapshot(connection) == before
    monkeypatch.undo()
    publish(PEOPLE, as_of=DAY_2)
    assert rows(connection, "customers_traits") == [(1, "Ada"), (2, "Bob")]


@pytest.mark.usefixtures("published")
def test_an_interrupted_run_changes_nothing(connection: Connection, publish: Publisher) -> None:
    before = snapshot(connection)

    class Interrupting(list[Progress]):
        def append(self, progress: Progress) -> None:
            if str(progress.step) == "publish views":
                raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        publish(PEOPLE, as_of=DAY_2, seen=Interrupting())
    assert snapshot(connection) == before


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize("code", ["duplicate_key", "not_unique"])
def test_a_broken_promise_stops_the_run_before_publication(
    connection: Connection, publish: Publisher, code: str
) -> None:
    before = snapshot(connection)
    check = check_statement("SELECT 1234", code, "values of the key (`id`) occur twice in model `customers`")  # type: ignore[arg-type]
    with pytest.raises(WarehouseError) as caught:
        publish(PEOPLE, as_of=DAY_2, checks=(check,))
    assert str(caught.value) == f"[{code}] 1,234 values of the key (`id`) occur twice in model `customers`"
    assert snapshot(connection) == before


def test_promises_that_hold_let_the_run_go_on(publish: Publisher) -> None:
    checks = (check_statement("SELECT 0", "duplicate_key"), check_statement("SELECT 0", "not_unique"))
    assert publish(PEOPLE, checks=checks).entity("customers").null_keys == 0


def test_null_keys_are_counted(connection: Connection, publish: Publisher) -> None:
    connection.execute("INSERT INTO people VALUES (NULL, 'x', 1, TRUE), (1, 'y', 1, TRUE)")
    some = statement("SELECT id, name FROM people WHERE NOT id IS NULL", traits={"name": "TEXT"})
    check = check_statement("SELECT count(*) FROM people WHERE id IS NULL", "null_key")
    entity = publish(some, checks=(check,)).entity("customers")
    assert (entity.rows, entity.null_keys) == (1, 1)


@pytest.mark.usefixtures("published")
def test_an_earlier_as_of_is_refused(connection: Connection, publish: Publisher) -> None:
    before = snapshot(connection)
    with pytest.raises(WarehouseError) as caught:
        publish(PEOPLE, as_of=DAY_1 - timedelta(microseconds=1))
    assert str(caught.value) == (
        "[as_of_before_published] trait `name` of `customers` is published for 2024-05-01T00:00:00Z, "
        "which is after 2024-04-30T23:59:59.999999Z"
    )
    assert snapshot(connection) == before


@pytest.mark.usefixtures("published")
def test_a_partial_run_may_lie_before_what_it_does_not_evaluate(connection: Connection, publish: Publisher) -> None:
    other = statement("SELECT id, spend FROM people", traits={"spend": "DECIMAL(18, 2)"})
    earlier = DAY_1 - timedelta(days=1)
    publish(other, as_of=earlier, partial=True)
    assert rows(connection, "trait_evaluations", "trait", "as_of") == [("name", DAY_1), ("spend", earlier)]
    with pytest.raises(WarehouseError, match="as_of_before_published"):
        publish(other, as_of=earlier)
    with pytest.raises(WarehouseError, match="audience `vip` of `customers` is published"):
        publish(statement("SELECT id, vip AS in_vip FROM people", audiences=("vip",)), as_of=earlier, partial=True)


@pytest.mark.usefixtures("published")
def test_another_key_is_refused(connection: Connection, publish: Publisher) -> None:
    with pytest.raises(WarehouseError) as caught:
        publish(statement("SELECT name, id FROM people", key={"name": "TEXT"}, traits={"id": "BIGINT"}), as_of=DAY_2)
    assert str(caught.value) == (
        "[key_changed] the key of `customers` was (id BIGINT) and is (name TEXT) now; drop coterie.customers_traits, "
        "coterie.customers_audience_members, coterie.customers_audience_log to start anew"
    )
    with pytest.raises(WarehouseError, match=r"was \(id BIGINT\) and is \(id DECIMAL\(38, 0\)\)"):
        publish(
            statement("SELECT id, name FROM people", key={"id": "DECIMAL(38, 0)"}, traits={"name": "TEXT"}), as_of=DAY_2
        )


def test_what_was_a_trait_may_be_the_key(connection: Connection, publish: Publisher) -> None:
    connection.execute("INSERT INTO people VALUES (1, 'Ada', 1, TRUE)")
    publish(statement("SELECT id, name FROM people", traits={"name": "TEXT"}))
    connection.execute("DROP TABLE coterie.customers_traits CASCADE")
    by_name = statement("SELECT name, spend FROM people", key={"name": "TEXT"}, traits={"spend": "DECIMAL(18, 2)"})
    for as_of, partial in ((DAY_1, False), (DAY_2, False), (DAY_3, True)):
        publish(by_name, as_of=as_of, partial=partial)
        assert rows(connection, "trait_values", "key", "trait", "value") == [("Ada", "spend", "1.00")]
    other = statement("SELECT 1 AS id, 2 AS n", entity="things", key={"id": "BIGINT"}, traits={"n": "BIGINT"})
    publish(other, as_of=DAY_3, partial=True)
    assert rows(connection, "trait_values", "entity", "key") == [("customers", "Ada"), ("things", "1")]


SETTINGS = {
    "TimeZone": "America/New_York",
    "Calendar": "japanese",
    "default_collation": "NOCASE",
    "default_null_order": "NULLS_FIRST",
    "default_order": "DESC",
    "integer_division": True,
    "ieee_floating_point_ops": False,
    "python_enable_replacements": True,
}


def test_a_sessions_settings_are_pinned_and_given_back(connection: Connection) -> None:
    for name, value in SETTINGS.items():
        connection.execute(f"SET {name} = '{value}'")
    warehouse = adopt(connection)
    query = sqlglot.parse_one("SELECT 'a' = 'A', 3 / 2, strftime(TIMESTAMPTZ '2024-01-01 00:00:00+00', '%d %H')")
    assert isinstance(query, exp.Query)
    assert warehouse.fetch(query) == [(False, 1.5, "01 00")]
    warehouse.close()
    assert {name: connection.sql(f"SELECT current_setting('{name}')").fetchall()[0][0] for name in SETTINGS} == SETTINGS


def test_no_variable_of_ours_is_a_table(connection: Connection) -> None:
    for name in ("query", "statement", "name", "self"):
        with pytest.raises(WarehouseError, match="missing_relation"):
            adopt(connection).fetch(exp.select("*").from_(name))


def test_a_statement_can_be_cancelled(connection: Connection) -> None:
    warehouse = adopt(connection)
    timer = threading.Timer(0.3, warehouse.cancel)
    timer.start()
    with pytest.raises(WarehouseError, match="cancelled"):
        warehouse.fetch(exp.select("SUM(a.range * b.range)").from_("range(10000000) AS a, range(10000000) AS b"))
    timer.join()


def test_a_connection_in_a_transaction_is_refused(connection: Connection, publish: Publisher) -> None:
    connection.begin()
    with pytest.raises(WarehouseError, match="transaction_open"):
        publish(PEOPLE)
    connection.rollback()


def test_steps_are_told_as_they_start_and_end(connection: Connection, publish: Publisher) -> None:
    connection.execute("INSERT INTO people VALUES (1, 'Ada', 1, TRUE)")
    seen: list[Progress] = []
    publish(PEOPLE, seen=seen)
    started = [str(one.step) for one in seen if one.seconds is None]
    assert started == [
        "prepare schema coterie",
        "build customers",
        "prepare customers_audience_members",
        "compare customers_audience_members",
        "record traits of customers",
        "publish customers_audience_log",
        "publish customers_audience_members",
        "record audiences of customers",
        "publish customers_traits",
        "publish views",
        "discard coterie_customers_changes",
        "discard coterie_customers_staging",
    ]
    assert {one.total for one in seen} == {len(started)}
    counted = {str(one.step): one.rows for one in seen if one.rows is not None}
    assert counted == {"build customers": 1, "publish customers_traits": 1, "publish customers_audience_members": 1}


def test_a_plan_is_a_value() -> None:
    compiled = Compiled(DAY_1, "duckdb", (PEOPLE,), (check_statement("SELECT 0", "duplicate_key"),))

    def planned() -> tuple[Step, ...]:
        return plan(
            compiled,
            State(),
            dialects.get("duckdb"),
            DuckDB.publishing,
            schema="s",
            evaluated_at=datetime(2024, 6, 1, tzinfo=UTC),
            partial=False,
        )

    assert planned() == planned()
    texts = [one.sql("duckdb") for step in planned() if isinstance(step, Write) for one in step.statements]
    assert texts[0] == 'CREATE SCHEMA IF NOT EXISTS "s"'
    assert "DROP TABLE IF EXISTS" in texts[-1]


def test_state_of_an_empty_warehouse(connection: Connection) -> None:
    assert read_state(adopt(connection), "coterie") == State()


@pytest.mark.usefixtures("published")
def test_state_of_a_published_project(connection: Connection) -> None:
    state = read_state(adopt(connection), "COTERIE")
    assert state.traits == {("customers", "name"): DAY_1}
    assert state.audiences == {("customers", "vip"): DAY_1}
    assert state.traits_of("customers") == {1: (("name", "VARCHAR"),)}
    assert state.keys_of("customers") == ((("id", "BIGINT"),),) * 3


def test_two_runs_at_once(tmp_path: Path) -> None:
    file = tmp_path / "shop.duckdb"
    with duckdb.connect(str(file)) as first, duckdb.connect(str(file)) as second:
        first.execute("CREATE TABLE people AS SELECT 1 AS id, 'Ada' AS name, TRUE AS vip")
        dialect, compiled = dialects.get("duckdb"), Compiled(DAY_1, "duckdb", (PEOPLE,))
        options = {"schema": "coterie", "evaluated_at": DAY_2}
        runner.run(compiled, adopt(first), dialect, **options)  # type: ignore[arg-type]

        def start_another(progress: Progress) -> None:
            if str(progress.step) == "publish views" and progress.seconds is None:
                with pytest.raises(
                    WarehouseError, match=r"concurrent_run.*another session is changing the same tables"
                ):
                    runner.run(compiled, adopt(second), dialect, **options)  # type: ignore[arg-type]

        runner.run(compiled, adopt(first), dialect, watch=start_another, **options)  # type: ignore[arg-type]
        assert rows(first, "customers_traits") == [(1, "Ada")]


def test_a_database_in_use_by_another_process(tmp_path: Path) -> None:
    file = tmp_path / "shop.duckdb"
    script = f"import duckdb; con = duckdb.connect({str(file)!r}); print('open', flush=True); input()"
    with subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"open\n"
        with pytest.raises(WarehouseError, match=r"\[database_locked\] `.*shop.duckdb` is in use by another process"):
            connect(DuckDBTarget(source_type="duckdb", path="shop.duckdb"), tmp_path)
        other.communicate(b"\n")


def test_databases_that_cannot_be_opened(tmp_path: Path) -> None:
    (tmp_path / "bad.duckdb").write_text("this is not a database" * 500)
    for path in ("bad.duckdb", "no/such/folder/shop.duckdb"):
        with pytest.raises(WarehouseError, match="cannot_connect"):
            connect(DuckDBTarget(source_type="duckdb", path=path), tmp_path)


def test_reading_only_makes_no_file(tmp_path: Path) -> None:
    target = DuckDBTarget(source_type="duckdb", path="shop.duckdb")
    connect(target, tmp_path, read_only=True).close()
    assert list(tmp_path.iterdir()) == []


def test_reading_beside_an_open_session(tmp_path: Path) -> None:
    target = DuckDBTarget(source_type="duckdb", path="shop.duckdb", threads=1)
    with duckdb.connect(str(tmp_path / "shop.duckdb")) as session:
        session.execute("CREATE TABLE t AS SELECT 42 AS n")
        warehouse = connect(target, tmp_path, read_only=True)
        assert read_state(warehouse, "main").relations == {"t": (("n", "INTEGER"),)}
        warehouse.close()
