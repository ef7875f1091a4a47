"""References to tables that earlier runs have built: are the tables there, and recent enough?"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlglot import exp

from coterie.compiler.compiled import Compiled, FreshnessStatement
from coterie.compiler.ir.names import slug_of
from coterie.dialects import Dialect
from coterie.errors import WarehouseError
from coterie.runtime.state import State, read_state
from coterie.runtime.warehouse import Columns, Warehouse


def refuse_unbuilt(compiled: Compiled, state: State, dialect: Dialect) -> None:
    """What is read was evaluated, and its table has the columns. Raises WarehouseError `not_built`."""
    for check in freshness_checks(compiled):
        there = _native(state.relations.get(check.table, ()), dialect)
        missing = [name for name, native in _native(check.columns, dialect).items() if there.get(name) != native]
        if missing or _built(check, state) is None:
            message = f"{check.definition} is read from `{check.table}`, where no run has built it as it is now"
            raise WarehouseError("not_built", f"{message}; run it first")


def refuse_stale(compiled: Compiled, warehouse: Warehouse, dialect: Dialect, schema: str) -> None:
    """Every table that is read is there, and recent enough. Raises WarehouseError `not_built` or `stale`."""
    checks = freshness_checks(compiled)
    if not checks:
        return
    state = read_state(warehouse, schema)
    refuse_unbuilt(compiled, state, dialect)
    for check in checks:
        if warehouse.fetch(check.tree)[0][0]:
            raise WarehouseError(check.code, complaint(check, state))


def freshness_checks(compiled: Compiled) -> list[FreshnessStatement]:
    """The checks of tables that are read."""
    return [check for check in compiled.checks if isinstance(check, FreshnessStatement)]


def complaint(check: FreshnessStatement, state: State) -> str:
    """What to say where what is built is not recent enough: of which instant it is, and of which it should be."""
    built = _built(check, state)
    if built is None:
        return check.message
    if built > check.latest or (check.oldest is not None and built < check.oldest):
        return f"{check.message}, but of {iso(built)}"
    return f"what is built of {check.definition} is of {iso(built)}, and it was not defined for a while since then"


def _built(check: FreshnessStatement, state: State) -> datetime | None:
    """The instant for which a run has evaluated it last."""
    evaluated = state.traits if check.kind == "trait" else state.audiences
    return evaluated.get((slug_of(check.entity), check.slug))


def iso(instant: datetime) -> str:
    """An instant as people write it."""
    return instant.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _native(columns: Columns, dialect: Dialect) -> dict[str, exp.DataType]:
    return {name: exp.DataType.build(native, dialect=dialect.sqlglot) for name, native in columns}
