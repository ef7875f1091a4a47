"""Promises about the data that a query relies on: what to say where the rows break them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coterie.compiler.compiled import CheckStatement
from coterie.errors import WarehouseError
from coterie.runtime.warehouse import Warehouse


def broken(checks: Iterable[CheckStatement], warehouse: Warehouse) -> Iterator[WarehouseError]:
    """An error for each check that stops a run, and that the rows do not pass; found one by one."""
    for check in checks:
        if check.stops and (rows := warehouse.fetch(check.tree)[0][0]):
            yield WarehouseError(check.code, check.told(rows))
