"""The Online Retail example on a Spark cluster of two workers, each with its own part of the rows: what is published is
what DuckDB publishes. COTERIE_LIVE_SPARK_CLUSTER=1 starts one; it wants two cores and 4 GB for some minutes.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from typing import Any

import duckdb
import pytest
from sqlglot import exp, parse_one

import coterie
from tests.case_rows import same
from tests.examples.oracle import EXAMPLES
from tests.examples.test_everywhere import END_OF_DATA, on_tables
from tests.live.spark_cluster import WORKERS, executors_of, session

pytestmark = pytest.mark.live
if not os.environ.get("COTERIE_LIVE_SPARK_CLUSTER"):
    pytest.skip("set COTERIE_LIVE_SPARK_CLUSTER=1", allow_module_level=True)

from coterie.runtime.spark import Spark  # noqa: E402 - which is not everywhere

EXAMPLE = EXAMPLES / "online_retail"
RELATIONS = ("customers_traits", "customers_audience_members", "customers_audience_log", "audience_sizes")
SETTINGS = {
    "spark.executor.memory": "700m",
    "spark.sql.shuffle.partitions": 4,
    "spark.sql.adaptive.coalescePartitions.enabled": False,
    "spark.sql.files.maxPartitionBytes": "1m",
}
"""Small files in many parts, so that both workers have some."""


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Spark]:
    with session(tmp_path_factory.mktemp("cluster"), "1g", SETTINGS) as opened:
        yield opened


def load(warehouse: Spark) -> None:
    for model in coterie.load(EXAMPLE).definitions.models:
        if model.source.file:
            path = (EXAMPLE / model.source.file).as_posix()
            made = parse_one(f"CREATE TABLE {model.name} AS SELECT * FROM parquet.`{path}`", dialect="spark")
            warehouse.execute(made)


def published(warehouse: Any, relation: str) -> list[dict[str, Any]]:
    """The rows, by what tells them apart; when the run was is another matter on each."""
    table = exp.table_(relation, db="coterie")
    columns = [name for name, _ in warehouse.relations("coterie")[relation] if name != "evaluated_at"]
    found = warehouse.fetch(exp.select(*(exp.column(name, quoted=True) for name in columns)).from_(table))
    rows = [dict(zip(columns, row, strict=True)) for row in found]
    return sorted(
        rows, key=lambda row: [str(row[name]) for name in ("CustomerID", "entity", "audience", "change") if name in row]
    )


def expected() -> dict[str, list[dict[str, Any]]]:
    from coterie.runtime.warehouse import adopt

    with duckdb.connect() as connection:
        coterie.load(EXAMPLE).run(as_of=END_OF_DATA, connection=connection)
        other = adopt(connection)
        return {relation: published(other, relation) for relation in RELATIONS}


def test_what_is_published_is_what_duckdb_publishes(warehouse: Spark) -> None:
    load(warehouse)
    project = coterie.Project.of(on_tables())
    start = time.perf_counter()
    steps: list[tuple[str, float]] = []

    def watch(progress: Any) -> None:
        if progress.seconds is not None:
            steps.append((str(progress.step), round(progress.seconds, 1)))

    report = project.run(as_of=END_OF_DATA, connection=warehouse._session, watch=watch)
    seconds = time.perf_counter() - start
    for relation, right in expected().items():
        found = published(warehouse, relation)
        assert len(found) == len(right), relation
        wrong = [
            (one, name)
            for one, other in zip(right, found, strict=True)
            for name in one
            if not same(one[name], other[name])
        ]
        assert wrong == [], relation
    executors = executors_of(warehouse)
    figures = {
        "seconds": round(seconds, 1),
        "rows": {entity.entity: entity.rows for entity in report.entities},
        "steps": [step for step in steps if step[1] >= 1],
        "executors": executors,
    }
    print(json.dumps(figures, indent=1))
    assert len(executors) == WORKERS
    assert all(one["tasks"] and one["shuffle_read"] for one in executors)
