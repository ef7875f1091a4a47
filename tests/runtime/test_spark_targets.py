"""Targets of Spark: a session that coterie opens, in a process of its own, and one beside the session of a process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlglot import exp, parse_one

import coterie
from coterie.compiler.definitions import SparkTarget
from coterie.runtime.warehouse import connect
from tests.engines import wanted

if "spark" not in wanted():
    pytest.skip("Spark is not installed", allow_module_level=True)

from pyspark.sql import SparkSession

from coterie.runtime.spark import Spark
from tests.runtime.spark_session import local_session

PROJECT = """
name: shop
targets:
  here:
    source_type: spark
    master: local[1]
    warehouse_dir: warehouse
    config: {spark.ui.enabled: false, spark.sql.shuffle.partitions: 1, spark.memory.fraction: 0.5}
models:
  - {name: customers, source: {sql: "SELECT * FROM VALUES (1, 'DE'), (2, NULL) AS c(id, country)"}, primary_key: id}
traits:
  - {name: Is german, parent_model: customers, trait_type: sql, config: {sql_expression: country = 'DE'}}
audiences:
  - {name: Germans, parent_model: customers, filter_tree: is_german}
"""
LATER = """
import os, signal, sys, time
from pathlib import Path
from sqlglot import parse_one
import coterie
from coterie.runtime.warehouse import connect

project = coterie.load(".")
report = project.run(as_of="2024-07-01")
print([(one.slug, one.size, one.entered) for one in report.entities[0].audiences])
warehouse = connect(project.definitions.settings.targets["here"], Path())
print(warehouse.fetch(parse_one("SELECT id, is_german FROM coterie.customers_traits ORDER BY id")))
print(warehouse._session.conf.get("spark.memory.fraction"))
java = warehouse._session.sparkContext._gateway.proc
java.kill()
java.wait()
try:
    warehouse.fetch(parse_one("SELECT 1"))
except coterie.WarehouseError as error:
    print(error.code)
os._exit(0)
"""


def python(folder: Path, *arguments: str) -> str:
    root = str(Path(__file__).parents[2])
    environment = os.environ | {"SPARK_LOCAL_IP": "127.0.0.1", "PYTHONPATH": root, "TZ": "Asia/Tokyo"}
    command = [sys.executable, *arguments]
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.minutes
def test_a_folder_keeps_tables_from_one_process_to_the_next(tmp_path: Path) -> None:
    (tmp_path / "coterie.yml").write_text(PROJECT)
    told = python(tmp_path, "-c", "from coterie.cli import main; main()", "run", "--as-of", "2024-06-01")
    assert ["germans", "1", "1", "0"] in [line.split() for line in told.splitlines()]
    later = python(tmp_path, "-c", LATER).splitlines()
    assert later == ["[('germans', 1, 0)]", "[(1, True), (2, None)]", "0.5", "connection_lost"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["coterie.yml", "warehouse"]
    assert {"coterie.db", "metastore_db"} <= {path.name for path in (tmp_path / "warehouse").iterdir()}


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkSession]:
    with local_session(tmp_path_factory.mktemp("warehouse")) as session:
        yield session


def query(text: str) -> exp.Query:
    parsed = parse_one(text, dialect="spark")
    assert isinstance(parsed, exp.Query)
    return parsed


def test_a_process_has_one_spark_and_many_sessions(spark: SparkSession) -> None:
    spark.range(3).createOrReplaceTempView("of_another")
    settings = {"spark.sql.shuffle.partitions": 3, "spark.executor.memory": "1g"}
    target = SparkTarget(source_type="spark", master="local[1]", config=settings, table_format="delta")
    opened = connect(target, Path())
    assert isinstance(opened, Spark)
    assert opened.fetch(query("SELECT 1")) == [(1,)]
    assert opened.publishing.replacing == "or_replace"
    assert opened._session.conf.get("spark.sql.shuffle.partitions") == "3"
    assert spark.conf.get("spark.sql.shuffle.partitions") == "1"
    with pytest.raises(coterie.WarehouseError, match=r"^\[missing_relation\]"):
        opened.fetch(query("SELECT * FROM of_another"))
    opened.close()
    assert spark.sql("SELECT 1").collect() == [(1,)]


def test_a_catalog_that_is_not_there(spark: SparkSession) -> None:
    with pytest.raises(coterie.WarehouseError, match=r"^\[cannot_connect\] Spark cannot be reached: .*nowhere"):
        connect(SparkTarget(source_type="spark", catalog="nowhere"), Path())


def test_a_session_that_was_stopped(tmp_path: Path) -> None:
    with local_session(tmp_path) as session:
        opened = Spark(session, owned=False)
    with pytest.raises(coterie.WarehouseError, match=r"^\[connection_lost\] the Spark session has been stopped"):
        opened.fetch(query("SELECT 1"))
    opened.close()
