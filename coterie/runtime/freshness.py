"""References to tables that earlier runs have built: are the tables there, and recent enough?"""

from __future__ import annotations

from datetime import datetime

from coterie.compiler.compiled import Compiled, FreshnessStatement
from coterie.compiler.ir.names import slug_of
from coterie.compiler.ir.times import iso
from coterie.compiler.writing.render import render
from coterie.dialects import Dialect
from coterie.errors import WarehouseError
from coterie.runtime.state import State, read_state
from coterie.runtime.tables import stored_type
from coterie.runtime.warehouse import Warehouse


def refuse_unbuilt(compiled: Compiled, state: State, dialect: Dialect) -> None:
    """What is read was evaluated, and its table has the columns. Raises WarehouseError `not_built`."""
    for check in freshness_checks(compiled):
        if found := _unbuilt(check, state, dialect):
            message = f"{check.definition} is read from `{check.table}`, where {found}; run it first"
            raise WarehouseError("not_built", message)


def _unbuilt(check: FreshnessStatement, state: State, dialect: Dialect) -> str:
    """What is wrong with the table; nothing, if all is well."""
    there = dict(state.relations.get(check.table, ()))
    if _built(check, state) is None:
        return "no run has built it"
    if not there.keys() >= dict(check.columns).keys():
        return "it is not: other definitions have moved it there" if _stands(check, state) else "no run has built it"
    for name, type in check.columns:
        now = dialect.write_type(type)
        if stored_type(there[name], dialect) != now:
            return f"`{name}` is {there[name]} and would be {render(now, dialect)} now"
    return ""


def _stands(check: FreshnessStatement, state: State) -> bool:
    """Is it in some table of the entity's traits?"""
    tables = state.traits_of(slug_of(check.entity)).values()
    return check.kind == "trait" and any(check.slug in dict(columns) for columns in tables)


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
