"""What Spark's catalog tells of tables, and Databricks' in its way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from importlib.util import find_spec

import pytest
from sqlglot import exp

import coterie
from coterie.compiler.sharing.facts import Statistics
from coterie.runtime.catalog_statistics import UNKNOWN, KnownTable
from coterie.runtime.spark_statistics import Described, SparkStatistics, known
from coterie.runtime.warehouse import adopt
from tests.engines import wanted

if "spark" not in wanted() or find_spec("databricks") is None:
    pytest.skip("Spark, or Databricks' connector, is not installed", allow_module_level=True)

from databricks import sql
from pyspark.sql import SparkSession

from tests.runtime.databricks_endpoint import TOKEN, served
from tests.runtime.spark_session import local_session
from tests.runtime.told_tables import told_of

ROWS = """
    CREATE SCHEMA known;
    CREATE TABLE known.orders AS SELECT id, CONCAT('k', id % 5) AS kind, DATE'2024-01-01' + CAST(id % 7 AS INT) AS day,
        TIMESTAMP'2024-01-01 00:00:00Z' + MAKE_INTERVAL(0, 0, 0, 0, 0, CAST(id AS INT)) AS `the moment` FROM RANGE(900);
    CREATE TABLE known.parts PARTITIONED BY (day) AS SELECT * FROM known.orders;
    CREATE TABLE known.untold AS SELECT 1 AS id;
    CREATE VIEW known.recent AS SELECT * FROM known.orders;
    CREATE TEMPORARY VIEW passing AS SELECT 1 AS id;
    ANALYZE TABLE known.orders COMPUTE STATISTICS FOR ALL COLUMNS;
    ANALYZE TABLE known.parts COMPUTE STATISTICS
"""
Ask = Callable[[str], Statistics]


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkSession]:
    with local_session(tmp_path_factory.mktemp("warehouse")) as session:
        for statement in ROWS.split(";"):
            session.sql(statement)
        yield session


@pytest.fixture(params=["spark", "databricks"])
def ask(request: pytest.FixtureRequest, spark: SparkSession) -> Iterator[Ask]:
    """What is known of one table, called `asked`."""
    if request.param == "spark":
        yield partial(told_of, spark)
    else:
        options = {"access_token": TOKEN, "enable_telemetry": False}
        with served(spark) as (_, url), sql.connect("localhost", "/sql", _connection_uri=url, **options) as connection:
            yield partial(told_of, connection)


def test_a_table_that_was_analyzed(ask: Ask) -> None:
    orders = ask("known.orders")
    assert (orders.is_stored("asked"), orders.rows("asked")) == (True, 900)
    assert [orders.distinct("asked", column) for column in ("kind", "day", "missing")] == [5, 7, None]
    assert orders.oldest("asked", "the moment") == datetime.fromisoformat("2024-01-01 00:00+00")
    assert orders.oldest("asked", "day") == datetime(2024, 1, 1)
    assert orders.oldest("asked", "kind") is None
    assert not orders.prunes("asked", "day")


def test_a_table_in_partitions(ask: Ask) -> None:
    parts = ask("known.parts")
    assert (parts.is_stored("asked"), parts.rows("asked"), parts.distinct("asked", "kind")) == (True, 900, None)
    assert [parts.prunes("asked", column) for column in ("day", "DAY", "id")] == [True, True, False]


@pytest.mark.parametrize(
    ("name", "is_stored"),
    [
        ("known.untold", True),
        ("spark_catalog.known.untold", True),
        ("known.recent", False),
        ("known.missing", True),
    ],
)
def test_other_relations(name: str, is_stored: bool, ask: Ask) -> None:
    found = ask(name)
    assert (found.is_stored("asked"), found.rows("asked")) == (is_stored, None)
    assert (found.distinct("asked", "id"), found.oldest("asked", "id")) == (None, None)


def test_a_temporary_view_tells_nothing(spark: SparkSession) -> None:
    passing = told_of(spark, "passing")
    assert (passing.is_stored("asked"), passing.rows("asked")) == (True, None)


def test_what_is_no_table_is_not_asked_for(spark: SparkSession) -> None:
    found = adopt(spark).statistics({"asked": exp.Subquery(this=exp.select("1"))})
    assert (found.is_stored("asked"), found.rows("asked"), found.distinct("asked", "id")) == (True, None, None)


def test_after_a_connection_is_lost_nothing_is_asked() -> None:
    asked = list[exp.Expr]()

    def lost(query: exp.Expr) -> Described:
        asked.append(query)
        raise coterie.WarehouseError("connection_lost", "it is gone")

    found = SparkStatistics({name: exp.to_table(name) for name in "abc"}, lost)
    assert [found.rows(name) for name in "abc"] == [None] * 3
    assert len(asked) == 1


DELTA: Described = [
    ("id", "bigint", None),
    ("at", "timestamp", None),
    ("# Partition Information", "", ""),
    ("# col_name", "data_type", "comment"),
    ("day", "date", None),
    ("we(ird)", "date", None),
    ("# Clustering Information", "", ""),
    ("# col_name", "data_type", "comment"),
    ("`At`", "timestamp", None),
    ("", "", ""),
    ("# Delta Statistics Columns", "", ""),
    ("Column Names", "id, at", ""),
    ("", "", ""),
    ("# Detailed Table Information", "", ""),
    ("Type", "MANAGED", ""),
    ("Statistics", "51243 bytes, 12000000000 rows", ""),
]
ICEBERG: Described = [
    ("id", "bigint", ""),
    ("", "", ""),
    ("# Partitioning", "", ""),
    ("Part 0", "days(at)", ""),
    ("Part 1", "bucket(16, id)", ""),
    ("Part 2", "country", ""),
    ("Part 3", "xxhash64(id)", ""),
    (None, None, None),
    ("", "", ""),
    ("# Detailed Table Information", "", ""),
    ("Type", "EXTERNAL", ""),
]


@pytest.mark.parametrize(
    ("described", "expected"),
    [
        (DELTA, KnownTable(is_stored=True, rows=12_000_000_000, pruned=frozenset(["day", "we(ird)", "at"]))),
        (ICEBERG, KnownTable(is_stored=True, pruned=frozenset(["at", "country"]))),
        ([("id", "int", None)], UNKNOWN),
        ([("# Detailed Table Information", "", ""), ("Type", "FOREIGN", "")], KnownTable(is_stored=False)),
    ],
)
def test_descriptions_of_other_catalogs(described: Described, expected: KnownTable) -> None:
    assert known(described) == expected
