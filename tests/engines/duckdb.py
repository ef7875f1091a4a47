"""DuckDB in memory."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import duckdb

from tests.case_file import Table
from tests.engines import Rows


class DuckDB:
    """DuckDB in memory; a case lives in a schema of its own."""

    dialect = "duckdb"

    def __init__(self) -> None:
        self._connection = duckdb.connect()
        self._connection.execute("SET TimeZone = 'UTC'")
        self._connection.execute("SET threads = 1")
        self._started = 0

    def begin(self, case: str) -> None:
        self._started += 1
        schema = f"{case}_{self._started}"
        self._connection.execute(f"CREATE SCHEMA {schema}")
        self._connection.execute(f"USE {schema}")

    def create_table(self, name: str, table: Table) -> None:
        columns = ", ".join(f"{_quoted(column)} {type_}" for column, type_ in table.types.items())
        self._connection.execute(f"CREATE TABLE {_quoted(name)} ({columns})")
        if table.rows:
            row = "(" + ", ".join(f"CAST(? AS {type_})" for type_ in table.types.values()) + ")"
            values = [value if isinstance(value, list) else _text(value) for row in table.rows for value in row]
            self._connection.execute(
                f"INSERT INTO {_quoted(name)} VALUES " + ", ".join([row] * len(table.rows)), values
            )

    def describe(self, name: str) -> tuple[tuple[str, str], ...]:
        return tuple((row[0], row[1]) for row in self._connection.execute(f"DESCRIBE {_quoted(name)}").fetchall())

    def describe_query(self, sql: str) -> tuple[tuple[str, str], ...]:
        return tuple((row[0], row[1]) for row in self._connection.execute(f"DESCRIBE {sql}").fetchall())

    def execute(self, sql: str) -> None:
        self._connection.execute(sql)

    def query(self, sql: str) -> Rows:
        cursor = self._connection.execute(sql)
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
