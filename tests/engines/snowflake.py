"""Snowflake as fakesnow emulates it, by way of Snowflake's own connector. An emulation proves nothing by itself."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from coterie.types import Kind, Type
from tests.case_file import PUBLISHED, Table
from tests.engines import Rows
from tests.engines.fakesnow_server import connected, copy_parquet

_NATIVE = {
    "integer": "NUMBER(38,0)",
    "bigint": "NUMBER(38,0)",
    "smallint": "NUMBER(5,0)",
    "double": "FLOAT",
    "real": "FLOAT",
    "text": "VARCHAR(16777216)",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "timestamp": "TIMESTAMP_NTZ(9)",
    "timestamptz": "TIMESTAMP_TZ(9)",
    "json": "VARIANT",
}
_CODES = {
    "FIXED": "NUMBER({precision},{scale})",
    "REAL": "FLOAT",
    "TEXT": "VARCHAR(16777216)",
    "TIMESTAMP_NTZ": "TIMESTAMP_NTZ(9)",
    "TIMESTAMP_TZ": "TIMESTAMP_TZ(9)",
}


class Snowflake:
    """A case lives in a schema of its own. What people would not quote is in upper case."""

    dialect = "snowflake"

    def __init__(self) -> None:
        self._connection = connected()
        self._started = 0
        self._types: dict[str, dict[str, str]] = {}

    def begin(self) -> None:
        self._execute(f"DROP SCHEMA IF EXISTS case_{self._started}")
        self._execute(f'DROP SCHEMA IF EXISTS "{PUBLISHED}"')
        self._started += 1
        self._execute(f"CREATE SCHEMA case_{self._started}")
        self._execute(f"USE SCHEMA case_{self._started}")
        self._types = {}

    def create_table(self, name: str, table: Table, schema: str | None = None) -> None:
        if schema is not None:
            self._execute(f"CREATE SCHEMA IF NOT EXISTS {_quoted(schema)}")
            self._execute(f"USE SCHEMA case_{self._started}")
        place = _quoted(_folded(name)) if schema is None else f"{_quoted(schema)}.{_quoted(name)}"
        fold = _folded if schema is None else str
        types = {fold(column): _native(type_) for column, type_ in table.types.items()}
        columns = ", ".join(f"{_quoted(column)} {_stored(type_)}" for column, type_ in types.items())
        self._execute(f"CREATE TABLE {place} ({columns})")
        self._types[name] = types
        if table.rows:
            rows = (", ".join(map(_written, row, types.values())) for row in table.rows)
            self._execute(f"INSERT INTO {place} " + " UNION ALL ".join(f"SELECT {row}" for row in rows))

    def copy_parquet(self, name: str, path: str) -> None:
        copy_parquet(self._connection, _folded(name), path)

    def describe(self, name: str) -> tuple[tuple[str, str], ...]:
        return tuple(self._types[name].items())

    def describe_query(self, sql: str) -> tuple[tuple[str, str], ...]:
        from snowflake.connector.constants import FIELD_ID_TO_NAME

        found = self._connection.cursor().describe(sql)
        codes = ((one, FIELD_ID_TO_NAME[one.type_code]) for one in found)
        return tuple(
            (one.name, _CODES.get(code, code).format(precision=one.precision, scale=one.scale)) for one, code in codes
        )

    def _execute(self, sql: str) -> None:
        self._connection.cursor().execute(sql)

    def query(self, sql: str, types: Mapping[str, Type] | None = None) -> Rows:
        cursor = self._connection.cursor()
        cursor.execute(sql)
        names = [column.name for column in cursor.description]
        wanted = [(types or {}).get(name) for name in names]
        return [dict(zip(names, map(_plain, row, wanted), strict=True)) for row in cursor.fetchall()]


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _folded(name: str) -> str:
    """What Snowflake makes of a name that needs no quotes."""
    return name.upper() if re.fullmatch("[a-z_][a-z0-9_]*", name) else name


def _native(type: str) -> str:
    """A neutral type as DESCRIBE would tell it."""
    if type.endswith("[]"):
        return f"ARRAY({_native(type[:-2])})"
    if found := re.fullmatch(r"decimal\((\d+), ?(\d+)\)", type):
        return f"NUMBER({found[1]},{found[2]})"
    return _NATIVE[type.lower()]


def _stored(native: str) -> str:
    """fakesnow knows no arrays of a type."""
    return "ARRAY" if native.startswith("ARRAY(") else native


def _written(value: Any, native: str) -> str:
    if native.startswith("ARRAY("):
        if value is None:
            return "CAST(NULL AS ARRAY)"
        return "ARRAY_CONSTRUCT(" + ", ".join(_written(item, native[6:-1]) for item in value) + ")"
    if value is None:
        return f"CAST(NULL AS {native})"
    text = str(value).replace("\\", "\\\\").replace("'", "\\'")
    return f"PARSE_JSON('{text}')" if native == "VARIANT" else f"CAST('{text}' AS {native})"


def _plain(value: Any, type: Type | None) -> Any:
    if isinstance(value, datetime) and value.tzinfo is not None:
        return value.astimezone(UTC)
    if type is not None and type.kind is Kind.ARRAY and isinstance(value, str):
        return [_element(item, type.element) for item in json.loads(value, parse_float=Decimal)]
    return value


def _element(value: Any, type: Type | None) -> Any:
    """An element of an array, which comes as JSON."""
    assert type is not None
    match type.kind:
        case Kind.DOUBLE:
            return float(value)
        case Kind.DATE:
            return date.fromisoformat(value)
        case Kind.TIMESTAMP if type.zone is None:
            return datetime.fromisoformat(value).astimezone(UTC)
        case Kind.TIMESTAMP:
            return datetime.fromisoformat(value)
    return value
