"""The same tables are left in every way that an engine may have to write them, also when runs are broken off."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from threading import Thread, Timer
from typing import Any

import duckdb
import pytest
from sqlglot import exp

from coterie import dialects
from coterie.cli.drawing import draw_report
from coterie.compiler.compiled import Compiled, EntityStatement
from coterie.errors import WarehouseError
from coterie.runtime.cancellation import Cancellation
from coterie.runtime.duckdb import DuckDB
from coterie.runtime.execution import Progress
from coterie.runtime.report import RunReport
from coterie.runtime.runner import run
from coterie.runtime.warehouse import Cost, Publishing
from tests.effort import PROFILE
from tests.runtime.handmade import DAY_1, DAY_2, DAY_3, Connection, rows, statement

EVERYTHING = Publishing(transactions="everything", replacing="or_replace", changing="delete")
WAYS = {
    "in_place": Publishing(transactions="everything", replacing="in_place", changing="delete", has_values=False),
    "rows": Publishing(transactions="rows", replacing="or_replace", changing="delete"),
    "anew": Publishing(transactions="none", replacing="or_replace", changing="anew", has_temporary_tables=False),
    "overwrite": Publishing(transactions="none", replacing="overwrite", changing="anew", has_temporary_tables=False),
}
JUNE = datetime(2024, 6, 1, tzinfo=UTC)
VIP = statement(
    "SELECT id, name, vip AS in_vip, id > 1 AS in_late, CASE WHEN vip THEN 'a' END AS group_of_vip FROM people",
    traits={"name": "TEXT"},
    audiences=("vip", "late"),
    splits={"vip": ("a",)},
)
SPEND = statement("SELECT id, spend, vip AS in_vip FROM people", traits={"spend": "DECIMAL(18, 2)"}, audiences=("vip",))
OTHERS = statement("SELECT 'x' AS code, 7 AS n", entity="things", key={"code": "TEXT"}, traits={"n": "BIGINT"})


class Engine(DuckDB):
    """DuckDB, which may only do what another engine can; statement number `fails` of a run is lost."""

    def __init__(self, connection: Connection, publishing: Publishing, fails: int | None = None) -> None:
        self._executed, self._fails, self._is_open = 0, None, False
        super().__init__(connection, owned=False)
        self.publishing = publishing
        self._executed, self._fails = 0, fails

    def execute(self, statement: exp.Expr) -> None:
        if isinstance(statement, exp.Insert) and statement.args.get("overwrite"):  # which is not done at once
            self.execute(exp.delete(statement.this.copy()))
            statement = exp.insert(statement.expression.copy(), statement.this.copy())
        if isinstance(statement, exp.Alter) and isinstance(renamed := statement.actions[0], exp.AlterRename):
            renamed.this.set("db", None)  # DuckDB wants it so
        self._executed += 1
        if self._fails is not None and self._executed == self._fails + 1:
            raise WarehouseError("connection_lost", "it is gone")
        if isinstance(statement, (exp.Transaction, exp.Commit, exp.Rollback)):
            self._is_open = isinstance(statement, exp.Transaction)
        assert not (self._is_open and isinstance(statement, (exp.Create, exp.Drop, exp.Alter)))
        super().execute(statement)

    def cost(self) -> Cost:
        return Cost(rows=100 * self._executed, bytes=2_000 * self._executed)

    @contextmanager
    def transaction(self, label: str) -> Iterator[None]:
        if self.publishing.transactions == "everything":
            with super().transaction(label):
                yield
            return
        try:
            yield
        finally:
            if self._is_open:
                super().execute(exp.Rollback())


def publish(
    connection: Connection,
    publishing: Publishing,
    *statements: EntityStatement,
    as_of: datetime,
    partial: bool = False,
    fails: int | None = None,
    **more: Any,
) -> RunReport:
    engine = Engine(connection, publishing, fails)
    compiled = Compiled(as_of, "duckdb", statements)
    options = {"schema": "coterie", "evaluated_at": JUNE, "partial": partial}
    return run(compiled, engine, dialects.get("duckdb"), **options, **more)  # type: ignore[arg-type]


def change(connection: Connection, *people: tuple[object, ...]) -> None:
    connection.execute("DELETE FROM people")
    connection.executemany("INSERT INTO people VALUES (?, ?, ?, ?)", people)


def history(connection: Connection, publishing: Publishing) -> Iterator[dict[str, list[tuple[object, ...]]]]:
    """What stands in the schema after each of some runs."""
    change(connection, (1, "Ada", 1, True), (2, "Bob", 2, False), (3, "Cy", None, True))
    publish(connection, publishing, VIP, OTHERS, as_of=DAY_1)
    yield everything(connection)
    change(connection, (1, "Ada", 1, False), (2, "Bob", 2, True), (4, "Di", 4, True))
    publish(connection, publishing, SPEND, as_of=DAY_2, partial=True)
    yield everything(connection)
    publish(connection, publishing, SPEND, as_of=DAY_2, partial=True)
    yield everything(connection)
    publish(connection, publishing, VIP, as_of=DAY_2)
    yield everything(connection)
    publish(connection, publishing, OTHERS, as_of=DAY_3)
    yield everything(connection)


def everything(connection: Connection) -> dict[str, list[tuple[object, ...]]]:
    names = connection.execute("SELECT table_name FROM information_schema.tables WHERE table_schema = 'coterie'")
    return {name: rows(connection, name) for (name,) in names.fetchall()}


@pytest.mark.parametrize("way", WAYS)
def test_all_ways_leave_the_same(connection: Connection, way: str) -> None:
    with duckdb.connect() as other:
        other.execute("CREATE TABLE people (id INTEGER, name TEXT, spend DECIMAL(18, 2), vip BOOLEAN)")
        expected = list(history(other, EVERYTHING))
    assert list(history(connection, WAYS[way])) == expected
    assert [len(one["customers_audience_log"]) for one in expected] == [4, 8, 8, 10, 14]


def prepared(connection: Connection, publishing: Publishing) -> None:
    change(connection, (1, "Ada", 1, True), (2, "Bob", 2, False), (3, "Cy", None, True))
    publish(connection, publishing, VIP, OTHERS, as_of=DAY_1)
    change(connection, (1, "Ada", 1, False), (2, "Bob", 2, True), (4, "Di", 4, True))


def failure(connection: Connection, publishing: Publishing, number: int) -> str:
    """What is said when this statement of a run fails; nothing if there are not so many."""
    try:
        publish(connection, publishing, VIP, as_of=DAY_2, fails=number)
    except WarehouseError as error:
        return error.message
    return ""


@pytest.mark.parametrize(
    "way", ["in_place", *(pytest.param(way, marks=pytest.mark.slow) for way in WAYS if way != "in_place")]
)
def test_a_run_that_is_broken_off_is_mended_by_the_next(way: str) -> None:
    number, broken = 0, True
    with duckdb.connect() as other:
        other.execute("CREATE TABLE people (id INTEGER, name TEXT, spend DECIMAL(18, 2), vip BOOLEAN)")
        prepared(other, EVERYTHING)
        before = everything(other)
        publish(other, EVERYTHING, VIP, as_of=DAY_2)
        expected = everything(other)
    while broken:
        with duckdb.connect() as connection:
            connection.execute("CREATE TABLE people (id INTEGER, name TEXT, spend DECIMAL(18, 2), vip BOOLEAN)")
            prepared(connection, WAYS[way])
            message = failure(connection, WAYS[way], number)
            broken = bool(message)
            left = everything(connection)
            if broken:
                assert message == "it is gone" or message.endswith(": repeat it to finish")
                made = {name for name in left if "_making_" in name}
                assert not made or WAYS[way].replacing == "overwrite"
                assert (left == before) == ("the run changed" not in message) or WAYS[way].replacing == "overwrite"
                assert left == before or "the run changed" in message
                assert left == before or WAYS[way].transactions != "everything"
                assert left.keys() - made <= before.keys() | expected.keys()  # nothing else of the run's own is left
                publish(connection, WAYS[way], VIP, as_of=DAY_2)
            assert everything(connection) == expected
        number += {"quick": 9, "ci": 3}.get(PROFILE, 1)
    assert number > 12


@pytest.mark.parametrize(
    ("way", "said"),
    [
        (
            "anew",
            [
                "the run may have changed traits of customers",
                "before that, the run changed traits of customers, and the run may have changed customers_audience_log",
            ],
        ),
        (
            "rows",
            [
                "the run may have changed traits of customers, customers_audience_log, customers_audience_members, "
                "audiences of customers, traits of things",
            ],
        ),
    ],
)
def test_nobody_knows_what_a_lost_connection_has_changed(connection: Connection, way: str, said: list[str]) -> None:
    prepared(connection, WAYS[way])
    messages = [failure(connection, WAYS[way], number) for number in range(20)]
    told = [message.removeprefix("it is gone; ") for message in messages if ";" in message]
    assert [one.removesuffix(": repeat it to finish") for one in told][: len(said)] == said


def test_what_another_run_left_is_dropped_after_days(connection: Connection) -> None:
    change(connection, (1, "Ada", 1, True))
    ages = {"old": timedelta(days=3), "new": timedelta(hours=3)}
    connection.execute("CREATE SCHEMA coterie")
    for name, age in ages.items():
        stamp = (JUNE - age).strftime("%Y%m%d%H%M%S%f")
        connection.execute(f"CREATE TABLE coterie.coterie_{name}_staging_{stamp} (n INTEGER)")
    connection.execute("CREATE TABLE coterie.coterie_of_mine_1 (n INTEGER)")
    publish(connection, WAYS["anew"], VIP, as_of=DAY_1)
    left = [name for name in everything(connection) if name.startswith("coterie_")]
    assert [name[:18] for name in sorted(left)] == ["coterie_new_stagin", "coterie_of_mine_1"]


def test_the_report_tells_what_was_read(connection: Connection, capsys: pytest.CaptureFixture[str]) -> None:
    change(connection, (1, "Ada", 1, True))
    publish(connection, WAYS["rows"], VIP, as_of=DAY_1)
    report = publish(connection, WAYS["rows"], VIP, as_of=DAY_1)
    draw_report(report)
    assert report.cost == Cost(rows=2_200, bytes=44_000)
    assert capsys.readouterr().out.strip().endswith(" s, 2,200 rows and 44.0 kB read")


def test_an_interruption_tells_what_has_changed(connection: Connection) -> None:
    prepared(connection, WAYS["anew"])

    def interrupt(progress: Progress) -> None:
        if str(progress.step) == "publish customers_audience_log" and progress.seconds is not None:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt) as caught:
        publish(connection, WAYS["anew"], VIP, as_of=DAY_2, watch=interrupt)
    changed = "traits of customers, customers_audience_log"
    assert caught.value.__notes__ == [f"before that, the run changed {changed}: repeat it to finish"]


@pytest.mark.parametrize("way", WAYS)
def test_a_run_is_cancelled_from_another_thread(connection: Connection, way: str) -> None:
    prepared(connection, WAYS[way])
    before, cancellation = everything(connection), Cancellation()

    def cancel(progress: Progress) -> None:
        if str(progress.step) == "build customers" and progress.seconds is None:
            thread = Thread(target=cancellation.cancel)
            thread.start()
            thread.join()

    with pytest.raises(WarehouseError, match=r"^\[cancelled\] the run was cancelled$"):
        publish(connection, WAYS[way], VIP, as_of=DAY_2, watch=cancel, cancellation=cancellation)
    assert everything(connection) == before


def test_a_statement_that_runs_is_cancelled(connection: Connection) -> None:
    cancellation = Cancellation()
    long = statement(
        "SELECT SUM(a.range * b.range) AS id FROM range(10000000) AS a, range(10000000) AS b", key={"id": "BIGINT"}
    )
    timer = Timer(0.3, cancellation.cancel)
    timer.start()
    with pytest.raises(WarehouseError, match=r"^\[cancelled\] "):
        publish(connection, EVERYTHING, long, as_of=DAY_1, cancellation=cancellation)
    timer.join()


def test_a_count_that_fails_hides_no_change(connection: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    prepared(connection, WAYS["anew"])

    def fail(engine: Engine, query: exp.Expr) -> object:
        if "trait_evaluations" in query.sql() and "value_count" in query.sql():
            raise WarehouseError("connection_lost", "it is gone")
        return DuckDB.fetch(engine, query)

    monkeypatch.setattr(Engine, "fetch", fail)
    with pytest.raises(WarehouseError) as caught:
        publish(connection, WAYS["anew"], VIP, as_of=DAY_2)
    assert "customers_traits" in caught.value.changed
