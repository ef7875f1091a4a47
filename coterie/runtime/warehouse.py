"""What the runtime needs of a warehouse, and how to get one: a target in, an open session out.

Statements go in as sqlglot trees; only the driver turns them into text. Every failure is a `WarehouseError`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Protocol, cast

from coterie.errors import WarehouseError

if TYPE_CHECKING:
    from sqlglot import exp

    from coterie.compiler.definitions import TargetDef
    from coterie.compiler.sharing.facts import Statistics

Columns = tuple[tuple[str, str], ...]
"""Column names with their native types, in order."""

Row = tuple[Any, ...]

CONCURRENT = "another session is changing the same tables, this one changed nothing"
"""What is said of `concurrent_run` where a transaction holds the whole run."""

DRIVERS = {
    "bigquery": "coterie.runtime.bigquery",
    "clickhouse": "coterie.runtime.clickhouse",
    "databricks": "coterie.runtime.databricks",
    "duckdb": "coterie.runtime.duckdb",
    "postgres": "coterie.runtime.postgres",
    "redshift": "coterie.runtime.redshift",
    "snowflake": "coterie.runtime.snowflake",
    "spark": "coterie.runtime.spark",
}
"""Each kind of warehouse, and the module that speaks to it."""

CONNECTIONS = {
    "_duckdb": "duckdb",
    "chdb": "clickhouse",
    "clickhouse_connect": "clickhouse",
    "databricks": "databricks",
    "duckdb": "duckdb",
    "google": "bigquery",
    "psycopg": "postgres",
    "pyspark": "spark",
    "redshift_connector": "redshift",
    "snowflake": "snowflake",
}
"""The packages of connections that can be lent, and their kind of warehouse."""


def grouped(columns: Iterable[tuple[str, str, str]]) -> dict[str, Columns]:
    """Relations with their columns, from rows of a relation, a column and its native type, in order."""
    relations: dict[str, Columns] = {}
    for relation, name, native in columns:
        relations[relation] = (*relations.get(relation, ()), (name, native))
    return relations


@dataclass(frozen=True, kw_only=True)
class Publishing:
    """What an engine can do at once.

    `transactions` can hold everything, or changes of rows only (so that what makes or drops a table ends them), or
    there are none: then each statement is one change.
    `replacing` a table by what a SELECT gives is CREATE OR REPLACE; or another table takes its place inside the
    transaction; or, where a table cannot be replaced at once, its rows are overwritten.
    `changing` rows is DELETE and INSERT, inside a transaction; or one INSERT that says which rows it replaces; or the
    table is replaced by one with other rows.
    """

    transactions: Literal["everything", "rows", "none"]
    replacing: Literal["or_replace", "in_place", "overwrite"]
    changing: Literal["delete", "replace_where", "anew"]
    has_temporary_tables: bool = True
    has_values: bool = True
    """Can VALUES stand for a table?"""
    schema_kind: Literal["SCHEMA", "DATABASE"] = "SCHEMA"
    properties: Callable[[], list[exp.Expr]] = field(default=list)
    """What a table that is made is told beside its columns."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What statements have read; None where the driver does not tell."""

    rows: int | None = None
    bytes: int | None = None
    """Those that are billed, where a warehouse bills by them."""

    def since(self, before: Cost) -> Cost:
        """What has been read after that was all."""
        return Cost(_grown(before.rows, self.rows), _grown(before.bytes, self.bytes))


def _grown(before: int | None, now: int | None) -> int | None:
    return None if now is None else now - (before or 0)


class Warehouse(Protocol):
    """An open session, its clock pinned to UTC."""

    @property
    def dialect(self) -> str:
        """The name of the dialect it speaks."""

    @property
    def publishing(self) -> Publishing:
        """What it can do at once."""

    def columns(self, query: exp.Query) -> Columns:
        """The columns a SELECT would give, without running it."""

    def relations(self, schema: str) -> dict[str, Columns]:
        """The tables and views of a schema, with their columns."""

    def table_names(self) -> list[str]:
        """All tables and views there are; those of the default schema without it."""

    def statistics(self, sources: Mapping[str, exp.Expr]) -> Statistics:
        """What it knows of the sources of models, without reading much for that."""

    def execute(self, statement: exp.Expr) -> None:
        """Run a statement that returns nothing."""

    def fetch(self, query: exp.Query) -> Sequence[Row]:
        """Run a SELECT and bring its rows back."""

    def transaction(self, label: str) -> AbstractContextManager[None]:
        """A run. Where the engine's transactions reach so far, everything inside happens at once at its end, or not at
        all when an error leaves it. The label names the run in the warehouse's own records, where it has any.
        """

    def cost(self) -> Cost:
        """What the session's statements have cost so far."""

    def cancel(self) -> None:
        """Stop the statement that runs in another thread."""

    def close(self) -> None:
        """End the session; a connection that was lent stays open."""


class _Driver(Protocol):
    def connect(self, target: TargetDef, root: Path, *, read_only: bool) -> Warehouse: ...

    def adopt(self, connection: Any) -> Warehouse: ...


def connect(target: TargetDef, root: Path, *, read_only: bool = False) -> Warehouse:
    """Open a session; paths of the target are relative to `root`, the project's folder.

    Raises WarehouseError when it cannot be opened.
    """
    with _installed(target.source_type):
        return _driver(target.source_type).connect(target, root, read_only=read_only)


def adopt(connection: Any) -> Warehouse:
    """Use a connection that is already open, and leave it open. Raises TypeError for anything else."""
    package = type(connection).__module__.partition(".")[0]
    if package not in CONNECTIONS:
        expected = (
            "a connection of duckdb, psycopg, redshift_connector, snowflake.connector or databricks.sql, a client of "
            "google.cloud.bigquery or clickhouse_connect, or a session of chdb or pyspark"
        )
        raise TypeError(f"expected {expected}, found {type(connection).__name__} of {package}")
    return _driver(CONNECTIONS[package]).adopt(connection)


def lent(connection: Any, kind: type, expected: str) -> Any:
    """The connection, if it is of that class. Its package may have others: cursors, results, asynchronous ones."""
    if not isinstance(connection, kind):
        found = type(connection)
        raise TypeError(f"expected {expected}, found {found.__name__} of {found.__module__}")
    return connection


@contextmanager
def unless_lost() -> Iterator[None]:
    """Set a connection that was lent as it was before. One that is lost has no settings, which hides no other error."""
    try:
        yield
    except WarehouseError as error:
        if error.code != "connection_lost":
            raise


def _driver(source_type: str) -> _Driver:
    with _installed(source_type):
        return cast(_Driver, import_module(DRIVERS[source_type]))


@contextmanager
def _installed(source_type: str) -> Iterator[None]:
    """The driver is imported inside, or a part of it that only some logins need. One that is broken says why."""
    try:
        yield
    except ImportError as error:
        reason = "" if isinstance(error, ModuleNotFoundError) else f" ({str(error).partition(chr(10))[0]})"
        message = f"`{source_type}` needs a driver: pip install 'coterie[{source_type}]'{reason}"
        raise WarehouseError("missing_driver", message) from error
