"""fakesnow, in a thread of this process, spoken to by Snowflake's own connector.

Where it does otherwise than Snowflake's documentation has it, `fakesnow_documented` puts that right.
"""

from __future__ import annotations

import atexit
import logging
import sys
import warnings
from contextlib import ExitStack
from typing import Any

import duckdb
import pyarrow
import snowflake.connector
from fakesnow import arrow, rowtype, server, transforms
from fakesnow.cursor import FakeSnowflakeCursor
from fakesnow.server import shared_fs
from sqlglot import exp

from tests.engines.fakesnow_documented import (
    as_documented,
    as_rows,
    decimal_text,
    handed_over,
    misspelt,
    of_catalog,
    parsed,
    with_rules,
)

_OF_QUERIES = (
    *("upper_case_unquoted_identifiers", "split", "trim_cast_varchar", "json_extract_cast_as_varchar"),
    *("json_extract_cased_as_varchar", "json_extract_precedence", "regex_substr", "values_columns", "to_date"),
    *("timestamp_offsets", "to_decimal", "timestamp_ntz", "float_to_double", "dateadd_date_cast"),
    *("dateadd_string_literal_timestamp_cast", "datediff_string_literal_timestamp_cast", "alias_in_join"),
    "alias_in_where",
)
"""What fakesnow does to queries, in its order, but for what is documented otherwise: VARIANT and ARRAY are JSON to it,
which forgets types and decimal places, NUMBER(38, 0) is an integer of 64 bits, SUM adds doubles."""
_LEFT_OUT = (
    "semi_structured_types",
    "integer_precision",
    "extract_text_length",  # trips over quotes in names
)
"""What it would do to other statements."""
_translated = FakeSnowflakeCursor._transform
_execute = FakeSnowflakeCursor.execute
_as_struct = arrow.timestamp_to_sf_struct


def started() -> dict[str, Any]:
    """A server of this process: what the connector wants to know of it."""
    warnings.simplefilter("ignore")
    for name in _LEFT_OUT:
        assert hasattr(transforms, name)
        setattr(transforms, name, lambda node, *_, **__: node)
    FakeSnowflakeCursor._transform = _transformed
    FakeSnowflakeCursor._describe_last_sql = _described
    FakeSnowflakeCursor.execute = _executed
    FakeSnowflakeCursor._inline_variables = lambda _, sql: sql  # which would look for them in texts
    arrow.timestamp_to_sf_struct = _timestamps
    rowtype.duckdb_to_sf_type["ARRAY"] = "array"
    stack = ExitStack()
    address = stack.enter_context(server())
    atexit.register(stack.close)
    shared_fs.duck_conn.create_function("_parsed_json", parsed, ["VARCHAR"], "VARCHAR", null_handling="special")
    shared_fs.duck_conn.create_function(
        "_decimal_text", decimal_text, ["VARCHAR", "INTEGER"], "VARCHAR", null_handling="special"
    )
    for name in ("uvicorn", "uvicorn.access", "sqlglot"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    return dict(address)


def connected() -> Any:
    """A connection to a server of this process."""
    return snowflake.connector.connect(**started(), database="TESTS", schema="PUBLIC")


def copy_parquet(connection: Any, name: str, path: str) -> None:
    """A table of a Parquet file's rows, with columns in upper case."""
    cursor = shared_fs.duck_conn.cursor()
    cursor.execute(f"SET schema = '{connection.database}.{connection.schema}'")
    columns = ", ".join(f'"{column}" AS "{column.upper()}"' for column in duckdb.read_parquet(path).columns)
    cursor.execute(f"CREATE TABLE \"{name}\" AS SELECT {columns} FROM read_parquet('{path}')")


def _executed(self: Any, *args: Any, **options: Any) -> Any:
    """Whatever goes wrong is told, where the server would only say that something has."""
    try:
        return _execute(self, *args, **options)
    except snowflake.connector.errors.Error:
        raise
    except Exception as error:
        message = f"{type(error).__name__}: {error}"
        raise snowflake.connector.errors.ProgrammingError(msg=message, errno=100000) from error


def _transformed(self: Any, expression: exp.Expr, params: Any) -> exp.Expr:
    """The statement in DuckDB's SQL, its columns as the server can hand them over."""
    self.columns = None
    if isinstance(expression, exp.Describe) and isinstance(expression.this, exp.Query):
        _transformed(self, expression.this, params)
        return as_rows(self.columns)
    if any(table.db.upper() == "INFORMATION_SCHEMA" for table in expression.find_all(exp.Table)):
        return with_rules(_translated(self, expression, params), of_catalog)
    if isinstance(expression, exp.Insert | exp.Delete):
        return _in_duckdb(expression)
    if isinstance(expression, exp.Create) and isinstance(expression.expression, exp.Query):
        _refuse_misspelt(self, expression.expression)
        return _in_duckdb(expression)
    if not isinstance(expression, exp.Query):
        return _translated(self, with_rules(expression, as_documented), params)
    _refuse_misspelt(self, expression)
    sql = _in_duckdb(expression).sql("duckdb")
    found = self._duck_conn.execute("DESCRIBE " + sql).fetchall()
    columns = [(name, *handed_over(name, native)) for name, native, *_ in found]
    self.columns = [(name, native) for name, native, _ in columns]
    return exp.Select(expressions=[one for *_, one in columns]).from_(exp.Paren(this=exp.Var(this=sql)), copy=False)


def _refuse_misspelt(self: Any, query: exp.Expr) -> None:
    known = self._duck_conn.execute(
        "SELECT table_name, column_name FROM information_schema.columns WHERE table_catalog IN ('TESTS', 'temp')"
    )
    if wrong := misspelt(query, {name for row in known.fetchall() for name in row}):
        kind = snowflake.connector.errors.ProgrammingError
        name = wrong.name if wrong.args.get("quoted") else wrong.name.upper()
        if isinstance(wrong.parent, exp.Table):
            message = f"SQL compilation error:\nObject '{name}' does not exist or not authorized."
            raise kind(msg=message, errno=2003, sqlstate="42S02")
        message = f"SQL compilation error: error line 1 at position 7\ninvalid identifier '{name}'"
        raise kind(msg=message, errno=904, sqlstate="42000")


def _in_duckdb(expression: exp.Expr) -> exp.Expr:
    return with_rules(with_rules(expression, as_documented), *(getattr(transforms, name) for name in _OF_QUERIES))


def _described(self: Any) -> list[Any]:
    """The columns of the result, whose SQL need not be parsed again."""
    if self.columns is not None:
        return [(name, native, "YES", None, None, None) for name, native in self.columns]
    rows: list[Any] = self._duck_conn.execute("DESCRIBE " + self._last_sql).fetchall()
    return rows


def _timestamps(column: Any) -> Any:
    """The timestamps as the connector takes them, and NULLs still NULL."""
    if isinstance(column, pyarrow.ChunkedArray):
        column = column.combine_chunks()
    found = _as_struct(column)
    parts = [part.fill_null(0) for part in found.flatten()]
    return pyarrow.StructArray.from_arrays(parts, fields=list(found.type), mask=column.is_null())


if __name__ == "__main__":  # a server for other processes: says its port, and ends with its input
    print(started()["port"], flush=True)
    sys.stdin.read()
