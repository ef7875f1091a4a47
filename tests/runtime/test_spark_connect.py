"""Spark Connect: a server in a process of its own, which sessions come to from afar."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from sqlglot import exp, parse_one

import coterie
from coterie.compiler.definitions import SparkTarget
from coterie.runtime.warehouse import adopt, connect
from tests.engines import wanted

if "spark" not in wanted() or find_spec("grpc") is None or find_spec("pandas") is None:
    pytest.skip("Spark Connect is not installed", allow_module_level=True)

import pyspark
from pyspark.sql import SparkSession

from coterie.runtime.spark import Spark
from tests.engines.spark import SETTINGS
from tests.live import expected, story
from tests.live.spark_cluster import HOST, free_port

SLOW = "SELECT COUNT(*) AS n FROM RANGE(0, 900000000000, 1, 2) WHERE id % 7 = 3"


@pytest.fixture(scope="module")
def remote(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server."""
    folder, port = tmp_path_factory.mktemp("connect"), free_port()
    home = Path(pyspark.__file__).parent
    settings = SETTINGS | {
        "spark.connect.grpc.binding.port": str(port),
        "spark.sql.warehouse.dir": str(folder),
        "spark.sql.session.timeZone": "Asia/Tokyo",
    }
    options = [part for name, value in settings.items() for part in ("--conf", f"{name}={value}")]
    service = ["--class", "org.apache.spark.sql.connect.service.SparkConnectServer", "--master", "local[2]"]
    environment = os.environ | {"SPARK_LOCAL_IP": HOST, "SPARK_HOME": str(home)}
    environment.pop("SPARK_REMOTE", None)
    with (folder / "server.log").open("wb") as log:
        command = [str(home / "bin" / "spark-submit"), *service, *options, "spark-internal"]
        server = subprocess.Popen(command, stdout=log, stderr=log, env=environment)
    try:
        wait_for(folder / "server.log", server)
        yield f"sc://{HOST}:{port}"
    finally:
        server.terminate()
        server.wait(30)
        for name in ("SPARK_REMOTE", "SPARK_CONNECT_MODE_ENABLED"):  # which PySpark sets for all that follows
            os.environ.pop(name, None)


def wait_for(log: Path, server: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 120
    while "server started at" not in (said := log.read_text(errors="replace")):
        assert server.poll() is None, said[-2000:]
        assert time.monotonic() < end, said[-2000:]
        time.sleep(0.2)


@pytest.fixture
def session(remote: str) -> Iterator[Spark]:
    opened = opened_by(remote=remote)
    yield opened
    opened.close()


def opened_by(**fields: Any) -> Spark:
    opened = connect(SparkTarget(source_type="spark", **fields), Path())
    assert isinstance(opened, Spark)
    return opened


def query(text: str) -> exp.Query:
    parsed = parse_one(text, dialect="spark")
    assert isinstance(parsed, exp.Query)
    return parsed


@pytest.mark.minutes
def test_it_tells_the_story_that_duckdb_tells(remote: str) -> None:
    assert story({"source_type": "spark", "remote": remote}) == expected()


def test_values_are_pythons_whatever_zone_the_process_is_in(session: Spark) -> None:
    text = """SELECT TIMESTAMP'2024-11-03 06:30:00Z', TIMESTAMP_NTZ'0001-01-01 00:00:00',
        ARRAY(TIMESTAMP'0001-01-01 00:00:00Z')"""
    (row,) = session.fetch(query(text))
    assert row == (datetime(2024, 11, 3, 6, 30, tzinfo=UTC), datetime(1, 1, 1), [datetime(1, 1, 1, tzinfo=UTC)])


def test_a_session_that_is_lent_gets_its_settings_back(remote: str) -> None:
    lent = SparkSession.builder.remote(remote).create()
    assert lent.conf.get("spark.sql.session.timeZone") == "Asia/Tokyo"
    adopted = adopt(lent)
    assert lent.conf.get("spark.sql.session.timeZone") == "UTC"
    assert adopted.fetch(query("SELECT '${env:HOME}'")) == [("${env:HOME}",)]
    adopted.close()
    assert lent.conf.get("spark.sql.session.timeZone") == "Asia/Tokyo"
    lent.stop()


def test_settings_of_the_target_are_set(remote: str) -> None:
    opened = opened_by(remote=remote, config={"spark.sql.shuffle.partitions": 3, "spark.sql.cbo.enabled": True})
    found = opened.fetch(query("SELECT 1"))
    settings = {name: opened._session.conf.get(f"spark.sql.{name}") for name in ("shuffle.partitions", "cbo.enabled")}
    opened.close()
    assert (found, settings) == ([(1,)], {"shuffle.partitions": "3", "cbo.enabled": "true"})


def test_failures_have_codes_and_say_one_line(session: Spark) -> None:
    with pytest.raises(coterie.WarehouseError) as raised:
        session.fetch(query("SELECT * FROM nowhere"))
    assert str(raised.value).startswith("[missing_relation] The table or view `nowhere` cannot be found.")
    with pytest.raises(coterie.WarehouseError) as raised:
        session.fetch(query("SELECT CAST('x' AS INT)"))
    assert str(raised.value).startswith("[not_convertible] The value 'x' of the type")


def test_a_statement_may_only_take_so_long(remote: str) -> None:
    opened = opened_by(remote=remote, statement_timeout=2)
    with opened.transaction("coterie, with a comma"), pytest.raises(coterie.WarehouseError) as raised:
        opened.fetch(query(SLOW))
    assert str(raised.value) == "[cancelled] the statement took longer than 2 s"
    assert opened.fetch(query("SELECT 1")) == [(1,)]
    assert opened._session.getTags() == set()
    opened.close()


def test_a_server_that_is_not_there() -> None:
    with pytest.raises(coterie.WarehouseError) as raised:
        opened_by(remote=f"sc://{HOST}:1")
    assert str(raised.value).startswith("[cannot_connect] Spark cannot be reached: failed to connect")
