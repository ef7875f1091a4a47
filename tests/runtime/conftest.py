"""A DuckDB in memory, and a way to publish into it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import duckdb
import pytest

from coterie import dialects
from coterie.compiler.compiled import CheckStatement, Compiled, EntityStatement
from coterie.runtime.execution import Progress
from coterie.runtime.report import RunReport
from coterie.runtime.runner import run
from coterie.runtime.warehouse import adopt
from tests.runtime.handmade import DAY_1, Connection, Publisher


@pytest.fixture
def connection() -> Iterator[Connection]:
    with duckdb.connect() as connection:
        connection.execute("SET TimeZone = 'America/New_York'")
        connection.execute("CREATE TABLE people (id INTEGER, name TEXT, spend DECIMAL(18, 2), vip BOOLEAN)")
        yield connection


@pytest.fixture
def publish(connection: Connection) -> Publisher:
    """Publish hand-made statements through the connection."""

    def publish(
        *statements: EntityStatement,
        as_of: datetime = DAY_1,
        partial: bool = False,
        checks: tuple[CheckStatement, ...] = (),
        evaluated_at: datetime = datetime(2024, 6, 1, tzinfo=UTC),
        seen: list[Progress] | None = None,
    ) -> RunReport:
        compiled = Compiled(as_of, "duckdb", statements, checks, ("a note",))
        warehouse = adopt(connection)
        try:
            return run(
                compiled,
                warehouse,
                dialects.get("duckdb"),
                schema="coterie",
                evaluated_at=evaluated_at,
                partial=partial,
                watch=(lambda progress: None) if seen is None else seen.append,
            )
        finally:
            warehouse.close()

    return publish
