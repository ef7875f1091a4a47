"""What is known of DuckDB's tables and files; and what they are not asked for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import duckdb
import pytest
from sqlglot import exp

from coterie.compiler.sharing.facts import NOTHING_KNOWN, Statistics
from coterie.runtime.warehouse import adopt


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as opened:
        opened.execute("CREATE SCHEMA shop")
        opened.execute("""CREATE TABLE shop.orders AS
            SELECT n AS id, 'k' || n % 5 AS kind,
                TIMESTAMP '2024-01-01' + INTERVAL (n) MINUTE AS placed FROM range(90000) AS rows(n)""")
        opened.execute("CREATE VIEW recent AS SELECT * FROM shop.orders")
        opened.execute("CREATE TABLE nothing (kind VARCHAR, placed TIMESTAMP)")
        yield opened


def table(name: str) -> exp.Expr:
    return exp.to_table(name, dialect="duckdb")


def reader(function: str, path: Path) -> exp.Expr:
    return exp.Anonymous(this=function, expressions=[exp.Literal.string(str(path))])


def known(connection: duckdb.DuckDBPyConnection, source: exp.Expr) -> Statistics:
    return adopt(connection).statistics({"asked": source})


def test_a_table(connection: duckdb.DuckDBPyConnection) -> None:
    orders = known(connection, table("shop.orders"))
    assert orders.is_stored("asked")
    assert orders.rows("asked") == 90_000
    assert orders.distinct("asked", "kind") == 5
    assert orders.oldest("asked", "placed") == datetime(2024, 1, 1)
    assert orders.oldest("asked", "kind") is None


def test_an_empty_table(connection: duckdb.DuckDBPyConnection) -> None:
    nothing = known(connection, table("nothing"))
    assert (nothing.rows("asked"), nothing.distinct("asked", "kind"), nothing.oldest("asked", "placed")) == (
        0,
        None,
        None,
    )


@pytest.mark.parametrize("name", ["recent", "main.recent", "memory.main.recent", "RECENT"])
def test_a_view_is_computed_whenever_it_is_read(name: str, connection: duckdb.DuckDBPyConnection) -> None:
    recent = known(connection, table(name))
    assert not recent.is_stored("asked")
    assert recent.rows("asked") is None


def test_files(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    for name in ("orders.parquet", "orders.csv"):
        connection.execute(f"COPY shop.orders TO '{tmp_path / name}'")
    columns = known(connection, reader("READ_PARQUET", tmp_path / "orders.parquet"))
    assert columns.is_stored("asked")
    assert (columns.rows("asked"), columns.distinct("asked", "kind")) == (90_000, 5)
    assert not known(connection, reader("READ_CSV", tmp_path / "orders.csv")).is_stored("asked")


def test_what_cannot_be_read_tells_nothing(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    missing = known(connection, reader("READ_PARQUET", tmp_path / "missing.parquet"))
    assert (missing.rows("asked"), missing.distinct("asked", "kind"), missing.oldest("asked", "placed")) == (None,) * 3
    assert known(connection, table("shop.orders")).oldest("asked", "no such column") is None


def test_each_question_is_asked_once(connection: duckdb.DuckDBPyConnection) -> None:
    orders = known(connection, table("shop.orders"))
    before = orders.rows("asked")
    connection.execute("DROP VIEW recent; DROP TABLE shop.orders")
    assert orders.rows("asked") == before == 90_000


def test_nothing_is_asked_inside_a_transaction(connection: duckdb.DuckDBPyConnection) -> None:
    """A question that fails would end it, and what its owner has done in it."""
    connection.begin()
    connection.execute("CREATE TABLE mine AS SELECT 1 AS id")
    orders = known(connection, table("shop.orders"))
    assert orders is NOTHING_KNOWN
    assert orders.oldest("asked", "no such column") is None
    connection.commit()
    assert connection.execute("SELECT * FROM mine").fetchall() == [(1,)]


def test_of_what_is_no_table_nothing_is_known(connection: duckdb.DuckDBPyConnection) -> None:
    orders = known(connection, table("shop.orders"))
    assert not orders.is_stored("another")
    assert (orders.rows("another"), orders.distinct("another", "kind"), orders.oldest("another", "at")) == (None,) * 3
