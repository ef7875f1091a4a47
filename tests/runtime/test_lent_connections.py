"""What connections there are: those that can be lent, those that are lost, and drivers that are not there."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

import duckdb
import pytest

from coterie.compiler.definitions import PostgresTarget
from coterie.errors import WarehouseError
from coterie.runtime import warehouse
from coterie.runtime.warehouse import CONNECTIONS, adopt, connect
from tests.runtime.handmade import Connection

NO_CONNECTIONS = [
    ("_duckdb", "DuckDBPyRelation", "a connection of duckdb"),
    ("databricks.sdk", "WorkspaceClient", "a connection of databricks.sql"),
    ("databricks.sql.client", "Cursor", "a connection of databricks.sql"),
    ("google.cloud.storage.client", "Client", "a client of google.cloud.bigquery"),
    ("psycopg", "AsyncConnection", "a connection of psycopg"),
    ("psycopg", "Cursor", "a connection of psycopg"),
    ("pyspark.sql.classic.dataframe", "DataFrame", "a session of pyspark"),
    ("pyspark.sql.connect.dataframe", "DataFrame", "a session of pyspark"),
    ("redshift_connector.cursor", "Cursor", "a connection of redshift_connector"),
    ("snowflake.snowpark.session", "Session", "a connection of snowflake.connector"),
]
NEEDED = {"databricks": "databricks", "google": "google.cloud.bigquery", "snowflake": "snowflake.connector"}


@pytest.mark.parametrize(("module", "name", "expected"), NO_CONNECTIONS)
def test_other_objects_of_a_drivers_package_are_refused(module: str, name: str, expected: str) -> None:
    package = module.partition(".")[0]
    if find_spec(package) is None or find_spec(NEEDED.get(package, package)) is None:
        pytest.skip(f"{package} is not installed")
    if package == "pyspark" and find_spec("grpc") is None:
        pytest.skip("Spark Connect is not installed")
    other = type(name, (), {"__module__": module})()
    with pytest.raises(TypeError) as raised:
        adopt(other)
    assert str(raised.value) == f"expected {expected}, found {name} of {module}"


def test_every_package_has_something_that_is_refused() -> None:
    refused = {module.partition(".")[0] for module, _, _ in NO_CONNECTIONS}
    elsewhere = {"chdb", "clickhouse_connect"}  # test_clickhouse_sessions.py
    assert {CONNECTIONS[package] for package in refused | elsewhere} == set(CONNECTIONS.values())


def test_a_relation_of_duckdb_is_refused(connection: Connection) -> None:
    with pytest.raises(TypeError, match=r"^expected a connection of duckdb, found DuckDBPyRelation of "):
        adopt(connection.sql("SELECT 1"))


def test_a_connection_of_duckdb_that_is_lost_hides_no_error() -> None:
    connection = duckdb.connect()
    connection.execute("SET TimeZone = 'Asia/Tokyo'")
    session = adopt(connection)
    connection.close()
    with pytest.raises(WarehouseError, match=r"^\[connection_lost\] Connection already closed"):
        session.table_names()
    session.close()


def test_a_driver_that_is_broken_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(name: str) -> Any:
        raise ImportError("no pq wrapper available.\nAttempts made:\n- couldn't import psycopg 'c' implementation")

    monkeypatch.setattr(warehouse, "import_module", broken)
    with pytest.raises(WarehouseError) as raised:
        connect(PostgresTarget(source_type="postgres"), Path())
    told = "`postgres` needs a driver: pip install 'coterie[postgres]' (no pq wrapper available.)"
    assert str(raised.value) == f"[missing_driver] {told}"
