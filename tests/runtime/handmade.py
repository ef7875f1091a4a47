"""Hand-made statements, so that the runtime is tested without the compiler's front."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Literal

import duckdb
import sqlglot
from sqlglot import exp

from coterie.compiler.compiled import CheckStatement, EntityStatement, OutputColumn, SplitColumn, SplitGroup
from coterie.runtime.report import RunReport
from coterie.types import BIG_INTEGER, BOOLEAN, DATE, INSTANT, INTEGER, TEXT, array, decimal, wall_clock

NATIVE = {
    "BIGINT": INTEGER,
    "DECIMAL(38, 0)": BIG_INTEGER,
    "DECIMAL(18, 2)": decimal(18, 2),
    "TEXT": TEXT,
    "BOOLEAN": BOOLEAN,
    "DATE": DATE,
    "TIMESTAMPTZ": INSTANT,
    "TIMESTAMP": wall_clock("UTC"),
    "TEXT[]": array(TEXT),
}
DAY_1, DAY_2, DAY_3 = (datetime(2024, 5, day, tzinfo=UTC) for day in (1, 2, 3))

Connection = duckdb.DuckDBPyConnection
Publisher = Callable[..., RunReport]


def statement(
    sql: str,
    *,
    entity: str = "customers",
    key: Mapping[str, str] | None = None,
    traits: Mapping[str, str] | None = None,
    audiences: tuple[str, ...] = (),
    splits: Mapping[str, tuple[str, ...]] | None = None,
) -> EntityStatement:
    """An entity's statement from SQL; `key` and `traits` map names to native types, `splits` audiences to groups."""
    return EntityStatement(
        _parsed(sql),
        _text,
        entity=entity,
        key=_columns({"id": "BIGINT"} if key is None else key),
        traits=_columns(traits or {}),
        audiences=tuple(OutputColumn(f"in_{slug}", slug, BOOLEAN, "BOOLEAN") for slug in audiences),
        splits=tuple(
            SplitColumn(f"group_of_{slug}", slug, tuple(map(SplitGroup, groups)))
            for slug, groups in (splits or {}).items()
        ),
    )


def check_statement(
    sql: str, code: Literal["duplicate_key", "null_key", "not_unique"], message: str = "rows are wrong"
) -> CheckStatement:
    return CheckStatement(_parsed(sql), _text, name=code, code=code, message=message, entity="customers")


def _columns(natives: Mapping[str, str]) -> tuple[OutputColumn, ...]:
    return tuple(OutputColumn(name, name, NATIVE[native], native) for name, native in natives.items())


def _parsed(sql: str) -> exp.Select:
    tree = sqlglot.parse_one(sql, dialect="duckdb")
    assert isinstance(tree, exp.Select)
    return tree


def _text(tree: exp.Select) -> str:
    return tree.sql(dialect="duckdb")


def rows(connection: Connection, relation: str, *columns: str) -> list[tuple[object, ...]]:
    """A published relation, in order; with instants in UTC whatever the session's zone."""
    found = connection.sql(f"FROM coterie.{relation}").project(", ".join(columns) or "*").order("ALL").fetchall()
    return [tuple(_in_utc(value) for value in row) for row in found]


def _in_utc(value: object) -> object:
    return value.astimezone(UTC) if isinstance(value, datetime) and value.tzinfo else value
