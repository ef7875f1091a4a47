"""DuckDB in memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import duckdb

from coterie.types import Type
from tests.case_file import PUBLISHED, Table
from tests.engines import Rows


class DuckDB:
    """DuckDB in memory; a case lives in a schema of its own."""

    dialect = "duckdb"

    def __init__(self) -> None:
        self.connection = duckdb.connect()
        self.connection.execute("SET TimeZone = 'UTC'")
        self.connection.execute("SET threads = 1")
        self._started = 0

    def begin(self) -> None:
        self.connection.execute(f"USE memory.main; DROP SCHEMA IF EXISTS case_{self._started} CASCADE")
        self.connection.execute(f"DROP SCHEMA IF EXISTS {PUBLISHED} CASCADE")
        self._started += 1
        schema = f"case_{self._started}"
        self.connection.execute(f"CREATE SCHEMA {schema}")
        self.connection.execute(f"USE {schema}")

    def create_table(self, name: str, table: Table, schema: str | None = None) -> None:
        if schema is not None:
            self.connection.execute(f"CREATE SCHEMA IF NOT EXISTS {_quoted(schema)}")
        place = ".".join(map(_quoted, (schema, name) if schema is not None else (name,)))
        columns = ", ".join(f"{_quoted(column)} {type_}" for column, type_ in table.types.items())
        self.connection.execute(f"CREATE TABLE {place} ({columns})")
        if table.rows:
            row = "(" + ", ".join(f"CAST(? AS {type_})" for type_ in table.types.values()) + ")"
            values = [value if isinstance(value, list) else _text(value) for row in table.rows for value in row]
            self.connection.execute(f"INSERT INTO {place} VALUES " + ", ".join([row] * len(table.rows)), values)

    def copy_parquet(self, name: str, path: str) -> None:
        self.connection.execute(f"CREATE TABLE {_quoted(name)} AS FROM read_parquet(?)", [path])

    def describe(self, name: str) -> tuple[tuple[str, str], ...]:
        return tuple((row[0], row[1]) for row in self.connection.execute(f"DESCRIBE {_quoted(name)}").fetchall())

    def describe_query(self, sql: str) -> tuple[tuple[str, str], ...]:
        return tuple((row[0], row[1]) for row in self.connection.execute(f"DESCRIBE {sql}").fetchall())

    def execute(self, sql: str) -> None:
        """Run a statement that returns nothing; only what is beside the cases needs it."""
        self.connection.execute(sql)

    def query(self, sql: str, types: Mapping[str, Type] | None = None) -> Rows:
        cursor = self.connection.execute(sql)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, map(_plain, row), strict=True)) for row in cursor.fetchall()]


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def _plain(value: Any) -> Any:
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(item) for item in value]
    if isinstance(value, datetime) and value.tzinfo is not None:
        return value.astimezone(UTC)
    return value
