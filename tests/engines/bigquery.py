"""BigQuery, by GoogleSQL's own analyzer and reference evaluator: the same language without the warehouse.

It is told what of the language BigQuery has, and refuses the rest. It lacks APPROX_COUNT_DISTINCT, which BigQuery has:
here it is the exact count, which may take its place. Arrays in tables may be NULL and hold NULLs, which in BigQuery
only arrays of queries can. The types of what SELECTs give have no precision and scale. Tables in schemas hold no rows,
so all are in one place, the schema being a part of their names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import duckdb

from coterie.types import Type
from tests.case_file import Table
from tests.engines import Rows
from tests.engines.googlesql import GoogleSQL

_APPROXIMATE, _EXACT = "APPROX_COUNT_DISTINCT(", "COUNT(DISTINCT "
_NATIVE = {
    **dict.fromkeys(("boolean",), "BOOL"),
    **dict.fromkeys(("tinyint", "smallint", "integer", "bigint", "utinyint", "usmallint", "uinteger"), "INT64"),
    **dict.fromkeys(("real", "float", "double"), "FLOAT64"),
    **dict.fromkeys(("text", "varchar", "uuid"), "STRING"),
    "ubigint": "NUMERIC(20)",
    "hugeint": "BIGNUMERIC(38)",
    "json": "JSON",
    "date": "DATE",
    "timestamp": "DATETIME",
    "timestamptz": "TIMESTAMP",
}
_DECIMAL = re.compile(r"decimal\((\d+), ?(\d+)\)", re.IGNORECASE)


class BigQuery:
    """The evaluator; a case's tables are all that it knows."""

    dialect = "bigquery"

    def __init__(self) -> None:
        self._evaluator = GoogleSQL()
        self._schemas: set[str] = set()

    def begin(self) -> None:
        self._evaluator.clear()
        self._schemas.clear()

    def create_table(self, name: str, table: Table, schema: str | None = None) -> None:
        columns = [(column, _native(type)) for column, type in table.types.items()]
        rows = [[_read(value, native) for (_, native), value in zip(columns, row, strict=True)] for row in table.rows]
        if schema is not None:
            self._schemas.add(schema)
            name = f"{schema}.{name}"
        self._evaluator.create_table(name, columns, rows)

    def copy_parquet(self, name: str, path: str) -> None:
        rows = duckdb.read_parquet(path)
        types = dict(zip(rows.columns, (str(type).lower() for type in rows.types), strict=True))
        self.create_table(name, Table(types, tuple(rows.fetchall())))

    def describe(self, name: str) -> tuple[tuple[str, str], ...]:
        return self._evaluator.columns_of(name)

    def describe_query(self, sql: str) -> tuple[tuple[str, str], ...]:
        return self._evaluator.describe(self._known(sql))

    def query(self, sql: str, types: Mapping[str, Type] | None = None) -> Rows:
        columns, rows = self._evaluator.query(self._known(sql))
        return [dict(zip([name for name, _ in columns], row, strict=True)) for row in rows]

    def _known(self, sql: str) -> str:
        """The statement with what the evaluator knows in place of what only BigQuery does."""
        for schema in self._schemas:
            sql = sql.replace(f"`{schema}`.`", f"`{schema}.")
        return sql.replace(_APPROXIMATE, _EXACT)


def _native(type: str) -> str:
    if type.endswith("[]"):
        return f"ARRAY<{_native(type[:-2])}>"
    if found := _DECIMAL.fullmatch(type):
        precision, scale = int(found[1]), int(found[2])
        is_short = scale <= 9 and precision - scale <= 29
        return f"{'NUMERIC' if is_short else 'BIGNUMERIC'}({precision}, {scale})"
    return _NATIVE[type.lower()]


def _read(value: Any, native: str) -> Any:
    """A value of a case, which may be a text that says it, as one of its type."""
    if value is None:
        return None
    if native.startswith("ARRAY<"):
        return [_read(item, native[len("ARRAY<") : -1]) for item in value]
    return _READERS[native.partition("(")[0]](value)


def _instant(value: Any) -> datetime:
    found = datetime.fromisoformat(str(value))
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found


_READERS: dict[str, Callable[[Any], Any]] = {
    "BOOL": bool,
    "INT64": int,
    "FLOAT64": float,
    "NUMERIC": lambda value: Decimal(str(value)),
    "BIGNUMERIC": lambda value: Decimal(str(value)),
    "STRING": str,
    "JSON": str,
    "DATE": lambda value: date.fromisoformat(str(value)),
    "DATETIME": lambda value: datetime.fromisoformat(str(value)),
    "TIMESTAMP": _instant,
}
