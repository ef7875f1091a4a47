"""Promises about the data that a query relies on: what to say where the rows break them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coterie.compiler.compiled import CheckStatement, Compiled
from coterie.dialects import Dialect
from coterie.errors import WarehouseError
from coterie.runtime.freshness import freshness_checks, refuse_stale
from coterie.runtime.warehouse import Warehouse


def broken(checks: Iterable[CheckStatement], warehouse: Warehouse) -> Iterator[WarehouseError]:
    """An error for each check that stops a run, and that the rows do not pass; found one by one."""
    for check in checks:
        if check.stops and (rows := warehouse.fetch(check.tree)[0][0]):
            yield WarehouseError(check.code, check.told(rows))


def refuse_broken(compiled: Compiled, warehouse: Warehouse, dialect: Dialect, schema: str) -> None:
    """Raises WarehouseError where tables of earlier runs are not recent enough, or the first promise is broken."""
    refuse_stale(compiled, warehouse, dialect, schema)
    recent = freshness_checks(compiled)
    for error in broken((check for check in compiled.checks if check not in recent), warehouse):
        raise error
