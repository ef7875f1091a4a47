"""Windows → conditions on the time of a source row, with bounds relative to `as_of` or written out."""

from __future__ import annotations

from datetime import datetime

from coterie.compiler import times
from coterie.compiler.definitions import Window
from coterie.compiler.expr import Expr, Literal, Moment
from coterie.compiler.functions import Clock
from coterie.compiler.operators import inside
from coterie.compiler.scope import Scope
from coterie.compiler.values import Mismatch, bounds
from coterie.errors import CompileError, Origin
from coterie.types import INSTANT, Kind, Type

_End = tuple[object, str]
_Ends = tuple[_End, _End]


def in_window(window: Window, scope: Scope, origin: Origin) -> Expr:
    """Is the row's time inside the window? Errors: `missing_timestamp`, `type_mismatch`, `reversed_range`."""
    if window.on is not None:
        moment = scope.column(window.on, origin.at("on"))
    elif scope.model.timestamp is not None:
        moment = scope.definitions.column(scope.model, scope.model.timestamp, origin)
    else:
        message = f"model `{scope.model.name}` has no `timestamp_column`, which a window needs"
        raise CompileError("missing_timestamp", message, origin, hint="give the model one, or the window an `on`")
    if not moment.type.is_temporal:
        message = f"column `{window.on}` is {moment.type}, expected a date or timestamp"
        raise CompileError("type_mismatch", message, origin.at("on"))
    if window.last is not None:
        start = Moment(moment.type, -window.last.n, window.last.unit)
        return inside(moment, start, Moment(moment.type))
    first, last = _written_bounds(window, scope.clock.zone, origin)
    return inside(moment, *(_bound(scope.clock, instant, moment.type) for instant in (first, last)))


def _written_bounds(window: Window, zone: str, origin: Origin) -> tuple[datetime | None, datetime | None]:
    """The ends of an absolute window. Errors: `type_mismatch`, `reversed_range`."""
    if window.between is not None:
        origin = origin.at("between")
        ends: _Ends = ((window.between.start, "start"), (window.between.end, "end"))
    else:
        ends = ((window.since, "since"), (window.until, "until"))
    (start, start_name), (end, end_name) = ends
    first = None if start is None else _edge(start, origin.at(start_name), zone)[0]
    last = None if end is None else _edge(end, origin.at(end_name), zone)[1]
    if first is not None and last is not None and first >= last:
        raise CompileError("reversed_range", f"the window ends before it starts: {start} to {end}", origin)
    return first, last


def _edge(value: object, origin: Origin, zone: str) -> tuple[datetime, datetime]:
    try:
        return bounds(value, zone)
    except Mismatch as mismatch:
        raise CompileError(mismatch.code, mismatch.message, origin, hint=mismatch.hint) from None


def _bound(clock: Clock, instant: datetime | None, type: Type) -> Expr | None:
    """An instant as a constant on the clock of `type`; for dates, the first date not before it."""
    if instant is None:
        return None
    if type.kind is Kind.DATE:
        return Literal(times.first_date_from(instant, type.zone or clock.zone), type)
    return clock.in_clock(Literal(instant, INSTANT), type)
