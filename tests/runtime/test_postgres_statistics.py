"""What PostgreSQL's catalog tells of tables; and that nobody reads a view twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest

import coterie
from coterie.compiler.sharing.facts import NOTHING_KNOWN
from tests.engines import wanted

if "postgres" not in wanted():
    pytest.skip("PostgreSQL is not installed", allow_module_level=True)

import psycopg
from sqlglot import exp

from coterie.runtime.postgres import adopt
from tests.engines.postgres import server
from tests.runtime.told_tables import told_of

ROWS = """
    CREATE SCHEMA known;
    CREATE TABLE known.orders AS SELECT n AS id, 'k' || n % 5 AS kind, n % 3 AS customer,
        TIMESTAMPTZ '2024-01-01 00:00+00' + n * INTERVAL '1 minute' AS at FROM generate_series(0, 8999) AS n;
    CREATE TABLE known."Customers" AS SELECT n AS id, DATE '2020-02-29' + n AS born FROM generate_series(0, 99) AS n;
    CREATE TABLE known.untold (at timestamp);
    CREATE VIEW known.recent AS SELECT * FROM known.orders;
    CREATE MATERIALIZED VIEW known.kept AS SELECT * FROM known.orders WHERE kind = 'k1';
    CREATE TABLE known.parts (id int) PARTITION BY RANGE (id);
    CREATE TABLE known.low PARTITION OF known.parts FOR VALUES FROM (0) TO (10);
    CREATE TABLE known.high PARTITION OF known.parts FOR VALUES FROM (10) TO (100);
    INSERT INTO known.parts SELECT generate_series(0, 49);
    CREATE TABLE known.by_month (id int, at timestamp) PARTITION BY RANGE (at, id);
    CREATE TABLE known.by_week (at timestamp) PARTITION BY RANGE (DATE_TRUNC('week', at));
    CREATE TABLE known.by_kind (at date) PARTITION BY LIST (at);
    CREATE TABLE known.future PARTITION OF known.parts FOR VALUES FROM (100) TO (1000);
    CREATE TABLE known.unsure (id int);
    INSERT INTO known.unsure SELECT generate_series(0, 49);
    CREATE TABLE known.parent (id int);
    CREATE TABLE known.child () INHERITS (known.parent);
    INSERT INTO known.child SELECT generate_series(0, 99);
    CREATE TABLE known.eras AS SELECT DATE '4000-01-01 BC' AS day, 'infinity'::timestamp AS at
        FROM generate_series(1, 500);
    ANALYZE known.orders; ANALYZE known."Customers"; ANALYZE known.kept; ANALYZE known.low; ANALYZE known.high;
    ANALYZE known.eras; ANALYZE known.parent; ANALYZE known.child;
"""


@pytest.fixture(scope="module")
def connection() -> Iterator[psycopg.Connection[Any]]:
    with psycopg.connect(server(), autocommit=True) as opened:
        opened.execute("DROP SCHEMA IF EXISTS known CASCADE")
        opened.execute(ROWS)
        yield opened
        opened.execute("DROP SCHEMA known CASCADE")


def table(name: str) -> exp.Expr:
    return exp.to_table(name, dialect="postgres")


def test_a_table_that_was_analyzed(connection: psycopg.Connection[Any]) -> None:
    known = adopt(connection).statistics({"orders": table("known.orders"), "customers": table('known."Customers"')})
    assert (known.is_stored("orders"), known.rows("orders"), known.rows("customers")) == (True, 9_000, 100)
    assert [known.distinct("orders", column) for column in ("id", "kind", "customer", "other")] == [9_000, 5, 3, None]
    assert known.oldest("orders", "at") == datetime.fromisoformat("2024-01-01 00:00+00")
    assert known.oldest("customers", "born") == datetime(2020, 2, 29)
    assert known.oldest("orders", "kind") is None


@pytest.mark.parametrize(
    ("name", "is_stored", "rows", "ids"),
    [
        ("known.untold", True, 0, None),
        ("known.unsure", True, None, None),
        ("known.parent", True, 100, 100),
        ("known.recent", False, None, None),
        ("known.kept", True, 1_800, 1_800),
        ("known.parts", True, 50, None),
        ("known.missing", True, None, None),
    ],
)
def test_other_relations(
    name: str, is_stored: bool, rows: int | None, ids: int | None, connection: psycopg.Connection[Any]
) -> None:
    known = told_of(connection, name)
    assert (known.is_stored("asked"), known.rows("asked"), known.distinct("asked", "id")) == (is_stored, rows, ids)


def test_the_column_by_whose_ranges_a_table_is_partitioned(connection: psycopg.Connection[Any]) -> None:
    names = ("orders", "by_month", "by_week", "by_kind", "parts")
    known = adopt(connection).statistics({name: table(f"known.{name}") for name in names})
    pruned = {name: [one for one in ("id", "at") if known.prunes(name, one)] for name in names}
    assert pruned == {"orders": [], "by_month": ["at"], "by_week": [], "by_kind": [], "parts": ["id"]}


def test_moments_that_python_does_not_have_are_not_known(connection: psycopg.Connection[Any]) -> None:
    known = adopt(connection).statistics({"eras": table("known.eras")})
    assert known.rows("eras") == 500
    assert (known.oldest("eras", "day"), known.oldest("eras", "at")) == (None, None)


def test_names_that_nobody_has_leave_the_others_known(connection: psycopg.Connection[Any]) -> None:
    odd = {"far": exp.table_("orders", db="a.b", catalog="c"), "own": exp.table_('"', quoted=True)}
    known = adopt(connection).statistics({**odd, "orders": table("known.orders")})
    assert [known.rows(model) for model in ("far", "own", "orders")] == [None, None, 9_000]


def test_nothing_is_asked_inside_a_transaction(connection: psycopg.Connection[Any]) -> None:
    session = adopt(connection)
    with session.transaction("a run"):
        assert session.statistics({"orders": table("known.orders")}) is NOTHING_KNOWN


def test_a_view_is_read_once_and_a_table_for_each_of_two_keys(connection: psycopg.Connection[Any]) -> None:
    def scans(source: str) -> list[tuple[str, int | None]]:
        project = coterie.Project(
            models=[
                {"name": "customers", "source": {"table": 'known."Customers"'}, "primary_key": "id"},
                {"name": "orders", "source": {"table": source}, "timestamp_column": "at"},
            ],
            relationships=[
                {
                    "name": name,
                    "from_model": "customers",
                    "to_model": "orders",
                    "cardinality": "one_to_many",
                    "join_keys": [{"from": "id", "to": column}],
                }
                for name, column in (("own", "customer"), ("same_number", "id"))
            ],
            traits=[
                {
                    "name": relationship,
                    "parent_model": "customers",
                    "trait_type": "aggregation",
                    "config": {"source_model": "orders", "relationship": relationship, "aggregation": "count"},
                }
                for relationship in ("own", "same_number")
            ],
        )
        (entity,) = project.compile("2024-01-02", connection=connection).entities
        return [(scan.model, scan.rows) for scan in entity.reading.scans]

    assert scans("known.orders") == [("orders", 9_000), ("orders", 9_000), ("customers", 100)]
    assert scans("known.recent") == [("orders", None), ("customers", 100)]
