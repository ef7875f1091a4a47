"""ClickHouse in this process, by its embedded package.

Its session has settings that nobody should have, so that a statement that depends on one differs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import duckdb
from chdb.session import Session

from coterie.types import Type
from tests.case_file import PUBLISHED, Table
from tests.engines import Rows

_NATIVE = {
    "boolean": "Bool",
    "tinyint": "Int8",
    "smallint": "Int16",
    "integer": "Int32",
    "bigint": "Int64",
    "hugeint": "Int128",
    "real": "Float32",
    "double": "Float64",
    "text": "String",
    "varchar": "String",
    "json": "String",  # its own JSON holds nothing but objects, and takes texts for moments
    "date": "Date32",
    "timestamp": "DateTime64(6)",
    "timestamptz": "DateTime64(6, 'UTC')",
}
_SESSION = (
    "session_timezone = 'America/St_Johns'",
    "join_use_nulls = 0",
    "prefer_column_name_to_alias = 0",
    "aggregate_functions_null_for_empty = 0",
)
_OUTPUT = (
    "output_format_json_quote_64bit_integers = 1",
    "output_format_json_quote_decimals = 1",
    "output_format_json_quote_denormals = 1",
    "date_time_output_format = 'iso'",
)


class ClickHouse:
    """An engine of its own; a case lives in a database of its own."""

    dialect = "clickhouse"

    def __init__(self) -> None:
        self._session = Session()
        for setting in (*_SESSION, *_OUTPUT):
            self._session.query(f"SET {setting}")
        self._started = 0

    def begin(self) -> None:
        self._session.query(f"DROP DATABASE IF EXISTS case_{self._started}")
        self._session.query(f"DROP DATABASE IF EXISTS {PUBLISHED}")
        self._started += 1
        self._session.query(f"CREATE DATABASE case_{self._started}")
        self._session.query(f"USE case_{self._started}")

    def create_table(self, name: str, table: Table, schema: str | None = None) -> None:
        """Columns without NULLs are declared so."""
        if schema is not None:
            self._session.query(f"CREATE DATABASE IF NOT EXISTS {_quoted(schema)}")
        place = ".".join(map(_quoted, (schema, name) if schema is not None else (name,)))
        values = list(zip(*table.rows, strict=True)) or [()] * len(table.types)
        types = [_native(type, column) for type, column in zip(table.types.values(), values, strict=True)]
        columns = ", ".join(f"{_quoted(column)} {type}" for column, type in zip(table.types, types, strict=True))
        self._session.query(f"CREATE TABLE {place} ({columns}) ENGINE = Memory")
        if table.rows:
            names = [f"c{position}" for position in range(len(types))]
            rows = [_row(map(_literal, row, types), names) for row in table.rows]
            self._session.query(f"INSERT INTO {place} SELECT * FROM ({' UNION ALL '.join(rows)})")

    def copy_parquet(self, name: str, path: str) -> None:
        rows = duckdb.read_parquet(path)
        types = [_native(str(type).lower(), (None,)) for type in rows.types]
        columns = ", ".join(f"{_quoted(column)} {type}" for column, type in zip(rows.columns, types, strict=True))
        self._session.query(f"CREATE TABLE {name} ({columns}) ENGINE = Memory")
        self._session.query(f"INSERT INTO {name} SELECT * FROM file('{path}', Parquet)")

    def describe(self, name: str) -> tuple[tuple[str, str], ...]:
        return self._described(f"DESCRIBE TABLE {_quoted(name)}")

    def describe_query(self, sql: str) -> tuple[tuple[str, str], ...]:
        return self._described(f"DESCRIBE ({sql})")

    def _described(self, sql: str) -> tuple[tuple[str, str], ...]:
        return tuple((row["name"], row["type"]) for row in self.query(sql))

    def query(self, sql: str, types: Mapping[str, Type] | None = None) -> Rows:
        answer = json.loads(self._session.query(sql, "JSONCompact").bytes())
        columns = [(column["name"], column["type"]) for column in answer["meta"]]
        return [
            {name: _plain(value, type) for (name, type), value in zip(columns, row, strict=True)}
            for row in answer["data"]
        ]


def _row(values: Iterable[str], names: list[str]) -> str:
    """A SELECT of constants; equal ones would be taken for one column if they had no names."""
    return "SELECT " + ", ".join(f"{value} AS {name}" for value, name in zip(values, names, strict=True))


def _quoted(name: str) -> str:
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _native(type: str, values: tuple[Any, ...]) -> str:
    if type.endswith("[]"):
        return f"Array({_native(type[:-2], (None,))})"
    native = _NATIVE.get(type.lower()) or type.replace("decimal", "Decimal")
    return f"Nullable({native})" if None in values or not values else native


def _literal(value: Any, type: str) -> str:
    if isinstance(value, list):
        inner = type.removeprefix("Array(").removesuffix(")")
        return f"CAST([{', '.join(_literal(item, inner) for item in value)}] AS {type})"
    if value is None:
        return f"CAST([] AS {type})" if type.startswith("Array") else f"CAST(NULL AS {type})"
    if "DateTime64" in type:
        moment = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
        shown = moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment
        return f"CAST(toDateTime64('{shown.isoformat(sep=' ')}', 6, 'UTC') AS {type})"
    text = str(value).replace("\\", "\\\\").replace("'", "\\'")
    return f"CAST('{text}' AS {type})"


def _plain(value: Any, type: str) -> Any:
    if value is None:
        return None
    if wrapped := re.fullmatch(r"(Nullable|LowCardinality|Array)\((.*)\)", type):
        return [_plain(item, wrapped[2]) for item in value] if wrapped[1] == "Array" else _plain(value, wrapped[2])
    if "Int" in type:
        return int(value)
    if type.startswith("Decimal"):
        return Decimal(value)
    if type.startswith("Float"):
        return float(value)
    if type == "Date32" or type == "Date":
        return date.fromisoformat(value)
    if type.startswith("DateTime"):
        moment = datetime.fromisoformat(value)
        return moment if "'" in type else moment.replace(tzinfo=None)
    return value
