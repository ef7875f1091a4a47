"""Windows relative to a moment of the entity → conditions on the time of a source row.

The bounds are computed once per entity, as `Outer` values: the anchor, and the anchor moved on the project's calendar.
They go to the clock of the source row's time, so that its column is compared as it stands.
"""

from __future__ import annotations

from coterie.compiler.definitions import Anchored
from coterie.compiler.ir import times
from coterie.compiler.ir.expr import Expr, Logic, Moment, Outer
from coterie.compiler.ir.functions import Clock, call
from coterie.compiler.ir.logic import conjuncts
from coterie.compiler.language.operators import inside
from coterie.compiler.resolving.scope import Scope
from coterie.errors import CompileError, Origin
from coterie.types import BOOLEAN, INSTANT, Kind, Type, wall_clock


def after_anchor(anchored: Anchored, moment: Expr, entity: Scope, origin: Origin) -> Expr:
    """From the entity's moment on, for so long, as far as that has happened by `as_of`. Errors as `_anchor`."""
    value, start, end = _edges(anchored, 1, moment, entity, origin)
    has_happened = call("lt", moment, Moment(moment.type), type=BOOLEAN)
    return Logic("and", (*conjuncts(inside(value, start, end)), has_happened))


def before_anchor(anchored: Anchored, moment: Expr, entity: Scope, origin: Origin) -> Expr:
    """For so long before the entity's moment. Errors as `_anchor`."""
    value, end, start = _edges(anchored, -1, moment, entity, origin)
    return inside(value, start, end)


def _edges(anchored: Anchored, sign: int, moment: Expr, entity: Scope, origin: Origin) -> tuple[Expr, Outer, Outer]:
    """The time of a source row, the anchor, and the anchor moved: all on one clock, or all dates."""
    clock, anchor = entity.clock, _anchor(anchored, entity, origin)
    n, unit = sign * anchored.n, anchored.unit
    if moment.type.kind is not Kind.DATE:
        start = _on_clock(anchor, moment.type, clock)
        return moment, Outer(start), Outer(clock.shifted(anchor, n, unit, moment.type))
    if unit not in times.ELAPSED and anchor.type.kind is Kind.DATE and _zones(moment, anchor, clock) == {clock.zone}:
        moved = clock.shifted(anchor, n, unit, wall_clock(clock.zone))
        return moment, Outer(anchor), Outer(clock.local_date(moved))
    return clock.instant(moment), Outer(clock.instant(anchor)), Outer(clock.shifted(anchor, n, unit, INSTANT))


def _anchor(anchored: Anchored, entity: Scope, origin: Origin) -> Expr:
    """The entity's moment. Errors: `type_mismatch`, and those of columns and traits."""
    if anchored.trait is not None:
        kind, name = "trait", anchored.trait
        anchor = entity.trait(name, origin.at("trait"))
    else:
        assert anchored.column is not None
        kind, name = "column", anchored.column
        anchor = entity.column(name, origin.at("column"))
    if not anchor.type.is_temporal:
        message = f"{kind} `{name}` is {anchor.type}, expected a date or timestamp"
        raise CompileError("type_mismatch", message, origin.at(kind))
    return anchor


def _zones(moment: Expr, anchor: Expr, clock: Clock) -> set[str]:
    """Where the days of two dates begin."""
    return {date.type.zone or clock.zone for date in (moment, anchor)}


def _on_clock(value: Expr, type: Type, clock: Clock) -> Expr:
    """The value as a timestamp of `type`; a date is the first moment of its day."""
    if value.type.kind is Kind.DATE and (value.type.zone or clock.zone) != "UTC":
        value = clock.instant(value)
    return clock.in_clock(value, type)
