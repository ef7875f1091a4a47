"""What a run leaves in the warehouse, row by row."""

from __future__ import annotations

from datetime import UTC, datetime

import duckdb
import pytest

from coterie.errors import DefinitionErrors, WarehouseError

from .conftest import DAY_1, DAY_2, DAY_3, Publisher, check_statement, statement

Connection = duckdb.DuckDBPyConnection


def rows(connection: Connection, relation: str, *columns: str) -> list[tuple[object, ...]]:
    listed = ", ".join(columns) or "*"
    return connection.execute(f"SELECT {listed} FROM coterie.{relation} ORDER BY ALL").fetchall()
