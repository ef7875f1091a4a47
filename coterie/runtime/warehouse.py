"""What the runtime needs of a warehouse, and how to get one: a target in, an open session out.

Statements go in as sqlglot trees; only the driver turns them into text. Every failure is a `WarehouseError`.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, cast

if TYPE_CHECKING:
    from sqlglot import exp

    from coterie.compiler.definitions import TargetDef

Columns = tuple[tuple[str, str], ...]
"""Column names with their native types, in order."""

Row = tuple[Any, ...]

DRIVERS = {"duckdb": "coterie.runtime.duckdb"}


class Warehouse(Protocol):
    """An open session, its clock pinned to UTC."""

    @property
    def dialect(self) -> str:
        """The name of the dialect it speaks."""

    def columns(self, query: exp.Query) -> Columns:
        """The columns a SELECT would give, without running it."""

    def execute(self, statement: exp.Expr) -> None:
        """Run a statement that returns nothing."""

    def fetch(self, query: exp.Query) -> Sequence[Row]:
        """Run a SELECT and bring its rows back."""

    def transaction(self) -> AbstractContextManager[None]:
        """Everything inside happens at once at its end, or not at all when an error leaves it."""

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
    return _driver(target.source_type).connect(target, root, read_only=read_only)


def adopt(connection: Any, *, source_type: str = "duckdb") -> Warehouse:
    """Use a connection that is already open, and leave it open."""
    return _driver(source_type).adopt(connection)


def _driver(source_type: str) -> _Driver:
    return cast(_Driver, import_module(DRIVERS[source_type]))
