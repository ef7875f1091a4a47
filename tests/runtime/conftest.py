"""Hand-made statements, so that the runtime is tested without the compiler's front."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import duckdb
import pytest
import sqlglot

from coterie import dialects
from coterie.compiler.compiled import CheckStatement, Compiled, EntityStatement, OutputColumn
from coterie.runtime.report import RunReport
from coterie.runtime.runner import run
from coterie.runtime.warehouse import adopt
from coterie.types import BIG_INTEGER, BOOLEAN, INSTANT, INTEGER, TEXT, array, decimal, wall_clock

NATIVE = {
    "INTEGER": INTEGER,
    "DECIMAL(38, 0)": BIG_INTEGER,
    "DECIMAL(18, 2)": decimal(18, 2),
    "TEXT": TEXT,
    "BOOLEAN": BOOLEAN,
    "TIMESTAMPTZ": INSTANT,
    "TIMESTAMP": wall_clock("UTC"),
    "TEXT[]": array(TEXT),
}
DAY_1, DAY_2, DAY_3 = (datetime(2024, 5, day, tzinfo=UTC) for day in (1, 2, 3))


def statement(
    sql: str,
    *,
    entity: str = "customers",
    key: dict[str, str] | None = None,
    traits: dict[str, str] | None = None,
    audiences: tuple[str, ...] = (),
) -> EntityStatement:
    """An entity's statement from SQL; keys and traits map names to native types."""

    def columns(natives: dict[str, str]) -> tuple[OutputColumn, ...]:
        return tuple(OutputColumn(name, name, NATIVE[native], native) for name, native in natives.items())

    return EntityStatement(
        sqlglot.parse_one(sql, dialect="duckdb"),
        lambda tree: tree.sql(dialect="duckdb"),
        entity=entity,
        key=columns(key or {"id": "INTEGER"}),
        traits=columns(traits or {}),
        audiences=tuple(OutputColumn(f"in_{slug}", slug, BOOLEAN, "BOOLEAN") for slug in audiences),
    )


def check_statement(sql: str, code: str, entity: str = "customers") -> CheckStatement:
    tree = sqlglot.parse_one(sql, dialect="duckdb")
    return CheckStatement(tree, str, name=f"{code} of {entity}", code=code, message=f"{entity}: {code}", entity=entity)


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        connection.execute("SET TimeZone = 'America/New_York'")
        yield connection


Publisher = Callable[..., RunReport]


@pytest.fixture
def publish(connection: duckdb.DuckDBPyConnection) -> Publisher:
    """Run statements against the connection and publish them."""

    def publish(
        *statements: EntityStatement,
        as_of: datetime = DAY_1,
        partial: bool = False,
        checks: tuple[CheckStatement, ...] = (),
        evaluated_at: datetime = datetime(2024, 6, 1, tzinfo=UTC),
        **options: object,
    ) -> RunReport:
        compiled = Compiled(as_of, "duckdb", statements, checks)
        warehouse = adopt(connection)
        try:
            return run(
                compiled,
                warehouse,
                dialects.get("duckdb"),
                schema="coterie",
                evaluated_at=evaluated_at,
                partial=partial,
                **options,
            )
        finally:
            warehouse.close()

    return publish
