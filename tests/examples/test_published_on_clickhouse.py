"""A whole run of the Online Retail example leaves the same tables on ClickHouse as on DuckDB."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from importlib.util import find_spec

import duckdb
import pytest
import sqlglot

import coterie
from coterie.runtime.warehouse import Warehouse, adopt
from tests.case_rows import held, same
from tests.engines import wanted
from tests.examples.oracle import EXAMPLES

if "clickhouse" not in wanted() or find_spec("clickhouse_connect") is None:
    pytest.skip("chdb or clickhouse-connect is not installed", allow_module_level=True)

from tests.runtime.clickhouse_shop import opened

EXAMPLE = EXAMPLES / "online_retail"
AS_OF = "2011-07-01"
COLUMNS = {
    "customers": "CustomerID Int64, Country Nullable(String)",
    "lines": """InvoiceNo String, StockCode String, Description Nullable(String), Quantity Int32,
        InvoiceDate DateTime64(6), UnitPrice Decimal(18, 3), CustomerID Nullable(Int64), Country Nullable(String)""",
}
LIKE_TEXTS = "type IN ('boolean', 'date', 'integer', 'text', 'timestamp')"  # the others' texts are each engine's own


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> coterie.Project:
    """The example with tables in place of its files."""
    folder = tmp_path_factory.mktemp("retail") / "project"
    shutil.copytree(EXAMPLE, folder)
    models = folder / "models" / "retail.yml"
    text = models.read_text(encoding="utf-8")
    models.write_text(re.sub(r"\{file: data/(\w+)\.parquet\}", r"{table: retail.\1}", text), encoding="utf-8")
    return coterie.load(folder)


@pytest.fixture(scope="module")
def clickhouse(project: coterie.Project) -> Iterator[Warehouse]:
    with opened() as client:
        for name in ("retail", "coterie"):
            client.command(f"DROP DATABASE IF EXISTS {name} SYNC")
        client.command("CREATE DATABASE retail")
        for table, columns in COLUMNS.items():
            client.command(f"CREATE TABLE retail.{table} ({columns}) ORDER BY tuple()")
            file = EXAMPLE / "data" / f"{table}.parquet"
            client.command(f"INSERT INTO retail.{table} SELECT * FROM file('{file}', Parquet)")
        project.run(as_of=AS_OF, connection=client)
        yield adopt(client)


@pytest.fixture(scope="module")
def embedded() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        coterie.load(EXAMPLE).run(as_of=AS_OF, connection=connection)
        connection.execute("SET TimeZone = 'UTC'")
        yield connection


def test_the_same_relations_are_published(clickhouse: Warehouse, embedded: duckdb.DuckDBPyConnection) -> None:
    expected = [
        name
        for (name,) in embedded.execute(
            "SELECT table_name FROM duckdb_columns() WHERE schema_name = 'coterie' GROUP BY ALL"
        ).fetchall()
    ]
    assert sorted(clickhouse.relations("coterie")) == sorted(expected)


@pytest.mark.parametrize(
    ("relation", "columns", "order", "where"),
    [
        *((f"{entity}_traits", None, 1, "TRUE") for entity in ("customers", "invoices", "products")),
        *((f"{entity}_audience_members", None, 2, "TRUE") for entity in ("customers", "invoices", "products")),
        *((f"{entity}_audience_log", None, 2, "TRUE") for entity in ("customers", "invoices", "products")),
        ("audience_members", None, 3, "TRUE"),
        ("audience_sizes", "entity, audience, as_of, size, entered, exited, retained", 2, "TRUE"),
        ("trait_evaluations", "entity, trait, as_of, row_count", 2, "TRUE"),
        ("trait_values", "entity, key, trait, type, value", 3, LIKE_TEXTS),
    ],
)
def test_the_same_rows_are_published(
    clickhouse: Warehouse,
    embedded: duckdb.DuckDBPyConnection,
    relation: str,
    columns: str | None,
    order: int,
    where: str,
) -> None:
    """The first columns tell rows apart."""
    query = f"SELECT {columns or '*'} FROM coterie.{relation} WHERE {where}"
    found = clickhouse.fetch(sqlglot.parse_one(query, dialect="clickhouse"))
    expected = embedded.execute(query).fetchall()
    assert len(found) == len(expected) > 0
    rows = dict(zip(map(repr, (row[:order] for row in found)), found, strict=True))
    assert len(rows) == len(found)
    for right in expected:
        row = rows[repr(tuple(right[:order]))]
        pairs = zip(right, row, strict=True)
        assert all(same(held(one, other, null_arrays=False), other) for one, other in pairs), (right, row)
