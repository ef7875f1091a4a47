"""The warehouses that definitions compile for."""

from __future__ import annotations

from coterie.dialects.base import Dialect
from coterie.errors import CompileError, suggestion

__all__ = ["Dialect", "get", "names"]


def names() -> tuple[str, ...]:
    """Every dialect's name."""
    return ("duckdb", "postgres", "bigquery", "clickhouse", "databricks", "redshift", "snowflake", "spark", "trino")


def get(name: str) -> Dialect:
    """The dialect of that name. Error: `unknown_dialect`."""
    match name:
        case "databricks":
            from coterie.dialects.spark import DATABRICKS

            return DATABRICKS
        case "duckdb":
            from coterie.dialects.duckdb import DUCKDB

            return DUCKDB
        case "postgres":
            from coterie.dialects.postgres import POSTGRES

            return POSTGRES
        case "bigquery":
            from coterie.dialects.bigquery import BIGQUERY

            return BIGQUERY
        case "spark":
            from coterie.dialects.spark import SPARK

            return SPARK
        case "clickhouse":
            from coterie.dialects.clickhouse import CLICKHOUSE

            return CLICKHOUSE
        case "redshift":
            from coterie.dialects.redshift import REDSHIFT

            return REDSHIFT
        case "trino":
            from coterie.dialects.trino import TRINO

            return TRINO
        case "snowflake":
            from coterie.dialects.snowflake import SNOWFLAKE

            return SNOWFLAKE
    hint = suggestion(name, names(), what="dialects")
    raise CompileError("unknown_dialect", f"`{name}` is not a dialect", hint=hint)
