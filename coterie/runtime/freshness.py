"""References to tables that earlier runs have built: are the tables there, and recent enough?"""

from __future__ import annotations

from sqlglot import exp

from coterie.compiler.compiled import Compiled, FreshnessStatement
from coterie.dialects import Dialect
from coterie.errors import WarehouseError
from coterie.runtime.state import State, read_state
from coterie.runtime.warehouse import Columns, Warehouse


def refuse_unbuilt(compiled: Compiled, state: State, dialect: Dialect) -> None:
    """Every table that is read has the columns. Raises WarehouseError `not_built`."""
    for check in compiled.checks:
        if isinstance(check, FreshnessStatement):
            there = _native(state.relations.get(check.table, ()), dialect)
            missing = [name for name, native in _native(check.columns, dialect).items() if there.get(name) != native]
            if missing:
                message = f"{check.definition} is read from `{check.table}`, where no run has built it as it is now"
                raise WarehouseError("not_built", f"{message}; run it first")


def refuse_stale(compiled: Compiled, warehouse: Warehouse, dialect: Dialect, schema: str) -> None:
    """Every table that is read is there, and recent enough. Raises WarehouseError `not_built` or `stale`."""
    checks = [check for check in compiled.checks if isinstance(check, FreshnessStatement)]
    if not checks:
        return
    refuse_unbuilt(compiled, read_state(warehouse, schema), dialect)
    for check in checks:
        if warehouse.fetch(check.tree)[0][0]:
            raise WarehouseError(check.code, check.message)


def _native(columns: Columns, dialect: Dialect) -> dict[str, exp.DataType]:
    return {name: exp.DataType.build(native, dialect=dialect.sqlglot) for name, native in columns}
