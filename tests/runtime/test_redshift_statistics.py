"""What Redshift's catalogs tell of tables, with PostgreSQL in its place."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

import pytest
from sqlglot import exp

from coterie.compiler.sharing.facts import NOTHING_KNOWN
from coterie.errors import WarehouseError
from tests.engines import wanted

if "postgres" not in wanted() or find_spec("redshift_connector") is None:
    pytest.skip("PostgreSQL or Redshift's connector is not installed", allow_module_level=True)

import psycopg

from coterie.runtime.redshift import adopt
from coterie.runtime.redshift_statistics import statistics
from tests.engines.postgres import server
from tests.runtime.redshift_relay import STAND_INS, opened_at, relay
from tests.runtime.told_tables import told_of

ROWS = """
    DROP SCHEMA IF EXISTS shop CASCADE;
    DROP SCHEMA IF EXISTS other CASCADE;
    CREATE SCHEMA shop;
    CREATE SCHEMA other;
    CREATE TABLE shop.orders (id bigint, at timestamp);
    CREATE TABLE shop.chosen (id bigint);
    CREATE TABLE shop.empty (id bigint);
    CREATE TABLE shop."Analyzed" AS SELECT generate_series(1, 500) AS id;
    CREATE TABLE shop.untold AS SELECT 1 AS id;
    CREATE TABLE shop.vague AS SELECT 1 AS id;
    CREATE TABLE shop.several AS SELECT generate_series(1, 300) AS id;
    CREATE VIEW shop.kept AS SELECT 1 AS id;
    CREATE TABLE shop.mv_tbl__kept__0 AS SELECT 1 AS id;
    CREATE VIEW shop.recent AS SELECT 1 AS id;
    CREATE TABLE other.orders (id bigint);
    ANALYZE shop."Analyzed"; ANALYZE shop.several;
    UPDATE pg_class SET reltuples = 0.001 WHERE relname = 'untold';
    INSERT INTO redshift.svv_table_info VALUES
        ('shop', 'orders', 12000000000, 'at'), ('other', 'orders', 7, NULL),
        ('shop', 'mv_tbl__kept__0', 3, 'AUTO(SORTKEY)'), ('shop', 'chosen', 2, 'AUTO(SORTKEY(id))'),
        ('shop', 'vague', NULL, NULL), ('shop', 'several', NULL, 'AUTO(SORTKEY("id", at))');
    INSERT INTO redshift.svv_external_tables VALUES ('lake', 'orders');
    ALTER DATABASE postgres SET search_path = redshift, pg_catalog, public, other;
"""


@pytest.fixture(scope="module")
def direct() -> Iterator[psycopg.Connection[Any]]:
    with psycopg.connect(server(), autocommit=True) as opened:
        opened.execute(STAND_INS)
        opened.execute(ROWS)
        yield opened
        opened.execute("ALTER DATABASE postgres RESET ALL; DROP SCHEMA redshift, shop, other CASCADE")


@pytest.fixture
def connection(direct: psycopg.Connection[Any]) -> Iterator[Any]:
    with relay(server()) as found, opened_at(found) as opened:
        yield opened


@pytest.mark.parametrize(
    ("name", "is_stored", "rows", "pruned"),
    [
        ("shop.orders", True, 12_000_000_000, ["at"]),
        ("postgres.shop.orders", True, 12_000_000_000, ["at"]),
        ("elsewhere.shop.orders", True, None, []),
        ("orders", True, 7, []),
        ("lake.orders", False, None, []),
        ("postgres.lake.orders", False, None, []),
        ("shop.several", True, 300, ["id"]),
        ("shop.chosen", True, 2, ["id"]),
        ("chosen", True, None, []),
        ("shop.vague", True, None, []),
        ("shop.empty", True, None, []),
        ('shop."Analyzed"', True, 500, []),
        ("shop.untold", True, None, []),
        ("shop.kept", True, 3, []),
        ("shop.recent", False, None, []),
        ("shop.missing", True, None, []),
    ],
)
def test_a_table(name: str, is_stored: bool, rows: int | None, pruned: list[str], connection: Any) -> None:
    known = told_of(connection, name)
    assert (known.is_stored("asked"), known.rows("asked")) == (is_stored, rows)
    assert [column for column in ("id", "at") if known.prunes("asked", column)] == pruned
    assert (known.distinct("asked", "id"), known.oldest("asked", "at")) == (None, None)


def test_who_may_not_read_how_many_rows_there_are_is_told_of_those_that_were_analyzed(
    connection: Any, direct: psycopg.Connection[Any]
) -> None:
    hidden = ("svv_table_info", "svv_external_tables")
    for name in hidden:
        direct.execute(f"ALTER TABLE redshift.{name} RENAME TO hidden_{name}".encode())
    try:
        sources = {name: exp.to_table(name, dialect="redshift") for name in ("shop.orders", 'shop."Analyzed"')}
        known = adopt(connection).statistics(sources)
    finally:
        for name in hidden:
            direct.execute(f"ALTER TABLE redshift.hidden_{name} RENAME TO {name}".encode())
    assert [known.rows(name) for name in sources] == [None, 500]


def test_after_the_connection_is_lost_nothing_is_asked() -> None:
    asked = list[exp.Query]()

    def lost(query: exp.Query) -> list[tuple[Any, ...]]:
        asked.append(query)
        raise WarehouseError("connection_lost", "it is gone")

    with pytest.raises(WarehouseError, match=r"^\[connection_lost\]"):
        statistics({"orders": exp.to_table("shop.orders")}, lost)
    assert len(asked) == 1


def test_nothing_is_asked_inside_a_transaction_or_of_no_table(connection: Any) -> None:
    session = adopt(connection)
    with session.transaction("a run"):
        assert session.statistics({"orders": exp.to_table("shop.orders")}) is NOTHING_KNOWN
    known = session.statistics({"orders": exp.Subquery(this=exp.select("1"))})
    assert known is not NOTHING_KNOWN
    assert known.rows("orders") is None
