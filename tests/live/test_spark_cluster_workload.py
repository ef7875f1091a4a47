"""The workload that benchmarks measure, at twice its size, on a Spark cluster of two workers: every row and column is
what it is on DuckDB. COTERIE_LIVE_SPARK_CLUSTER=1 starts one; it wants two cores and 10 GB for some minutes.
COTERIE_LIVE_SPARK_SCALE is another size than 2.
"""

from __future__ import annotations

import json
import os
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

import coterie
from benchmarks.workload import data, traits
from tests.live.spark_cluster import WORKERS, executors_of, session

pytestmark = pytest.mark.live
if not os.environ.get("COTERIE_LIVE_SPARK_CLUSTER"):
    pytest.skip("set COTERIE_LIVE_SPARK_CLUSTER=1", allow_module_level=True)

from coterie.runtime.spark import Spark  # noqa: E402 - which is not everywhere

SCALE = float(os.environ.get("COTERIE_LIVE_SPARK_SCALE", "2"))
TABLES = ("customers", "orders", "events")
PUBLISHED = "coterie.customers_traits"
KEY = "customer_id"
SETTINGS = {
    "spark.executor.memory": "3g",
    "spark.sql.shuffle.partitions": 16,
    "spark.sql.files.maxPartitionBytes": "32m",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("workload")


@pytest.fixture(scope="module")
def expected(folder: Path) -> Path:
    """What DuckDB publishes; the tables that it reads lie beside it, in files of many parts."""
    project, published = coterie.Project(**traits.definitions()), folder / "expected.parquet"
    with duckdb.connect(str(folder / "workload.duckdb")) as connection:
        data.fill(connection, SCALE)
        for table in TABLES:
            connection.table(table).write_parquet(str(folder / f"{table}.parquet"))
        project.run(as_of=data.AS_OF, connection=connection)
        connection.table(PUBLISHED).write_parquet(str(published))
    return published


@pytest.fixture(scope="module")
def warehouse(folder: Path, expected: Path) -> Iterator[Spark]:
    """It starts when DuckDB needs its memory no more."""
    with session(folder, "3g", SETTINGS) as opened:
        for table in TABLES:
            opened._session.catalog.createTable(table, str(folder / f"{table}.parquet"), "parquet")
        yield opened


def test_every_value_is_what_it_is_on_duckdb(warehouse: Spark, folder: Path, expected: Path) -> None:
    steps: list[tuple[str, float, int | None]] = []

    def watch(progress: Any) -> None:
        if progress.seconds is not None:
            steps.append((str(progress.step), round(progress.seconds, 1), progress.rows))

    project, start = coterie.Project(**traits.definitions()), time.perf_counter()
    report = project.run(as_of=data.AS_OF, connection=warehouse._session, watch=watch)
    seconds, rows, executors = time.perf_counter() - start, report.entity("customers").rows, executors_of(warehouse)
    figures = {
        "scale": SCALE,
        "seconds": round(seconds, 1),
        "load": os.getloadavg(),
        "rows": rows,
        "steps": steps,
        "executors": executors,
        "operators": operators(project, warehouse),
    }
    print(json.dumps(figures, indent=1))
    found = folder / "found"
    warehouse._session.table(PUBLISHED).write.parquet(str(found))
    assert differences(expected, found / "*.parquet") == {}
    assert rows == int(data.CUSTOMERS * SCALE)
    assert len(executors) == WORKERS
    assert all(one["tasks"] and one["shuffle_read"] for one in executors)


def operators(project: coterie.Project, warehouse: Spark) -> dict[str, int]:
    """How often Spark's plan of the statement has each operator, before it is adapted to what is found on the way."""
    (statement,) = project.compile(as_of=data.AS_OF, connection=warehouse._session).entities
    plan: str = warehouse._session.sql(f"EXPLAIN {statement.sql}").collect()[0][0]
    return dict(Counter(re.findall(r"^[ :+*(0-9)-]*([A-Z]\w+)", plan, re.MULTILINE)).most_common())


def differences(expected: Path, found: Path) -> dict[str, int]:
    """How many rows have another value in a column, those of one side alone in each; columns without any left out."""
    with duckdb.connect() as connection:
        one, other = (connection.read_parquet(str(path)) for path in (expected, found))
        types, others = (dict(zip(side.columns, side.types, strict=True)) for side in (one, other))
        assert {name: _shape(type) for name, type in others.items()} == {
            name: _shape(type) for name, type in types.items()
        }
        counts = ", ".join(f"COUNT(*) FILTER (NOT {_same(name, types[name])})" for name in types)
        joined = one.set_alias("e").join(other.set_alias("f"), f"e.{KEY} = f.{KEY}", how="outer")
        (row,) = joined.aggregate(counts).fetchall()
    return {name: count for name, count in zip(types, row, strict=True) if count}


def _same(name: str, type: Any) -> str:
    """Whether both sides have the same value in a column, NULL too; doubles to 1e-9."""
    one, other = f'e."{name}"', f'f."{name}"'
    if type == "DOUBLE":
        near = f"abs({one} - {other}) <= 1e-9 * greatest(abs({one}), abs({other}))"
        return f"coalesce({near}, {one} IS NULL AND {other} IS NULL)"
    return f"({one} IS NOT DISTINCT FROM {other})"


def _shape(type: Any) -> str:
    """Whole numbers and decimals are one type, whatever their width."""
    name = str(type)
    return "exact number" if name.startswith(("DECIMAL", "HUGEINT", "BIGINT", "INTEGER")) else name
