"""Windows → conditions on the time of a source row, with bounds relative to `as_of` or written out.

Those relative to a moment of the entity are made by `anchors`.
"""

from __future__ import annotations

from datetime import datetime

from coterie.compiler.checking.anchors import after_anchor, before_anchor
from coterie.compiler.definitions import Calendar, PeriodsComparison, Span, Window
from coterie.compiler.ir import times
from coterie.compiler.ir.expr import Case, Expr, Literal, Moment
from coterie.compiler.ir.functions import Clock, call
from coterie.compiler.ir.values import Mismatch, bounds
from coterie.compiler.language.operators import inside
from coterie.compiler.resolving.scope import Scope
from coterie.errors import CompileError, Origin
from coterie.types import BOOLEAN, INSTANT, INTEGER, Kind, Type

_End = tuple[object, str]
_Ends = tuple[_End, _End]
_SIDE_BY_SIDE = 12


def in_window(window: Window, scope: Scope, entity: Scope, origin: Origin) -> Expr:
    """Is the time of a source row inside the window of its entity? Errors: `missing_timestamp`, `reversed_range`, …"""
    moment = _time_of_row(window.on, scope, origin, "a window", "the window")
    if window.last is not None:
        return inside(moment, _ago(window.last, moment.type), Moment(moment.type))
    if window.calendar is not None:
        return inside(moment, *_calendar(window.calendar, moment.type, origin.at("calendar")))
    if window.from_ is not None or window.to is not None:
        return inside(moment, *_offsets(window, moment.type, origin))
    if window.after is not None:
        return after_anchor(window.after, moment, entity, origin.at("after"))
    if window.before is not None:
        return before_anchor(window.before, moment, entity, origin.at("before"))
    first, last = _written_bounds(window, scope.clock.zone, origin)
    return inside(moment, *(_bound(scope.clock, instant, moment.type) for instant in (first, last)))


def _time_of_row(on: str | None, scope: Scope, origin: Origin, one: str, this: str) -> Expr:
    """What places a source row in time: the column that `on` names, or the model's timestamp."""
    if on is not None:
        moment = scope.column(on, origin.at("on"))
    elif scope.model.timestamp is not None:
        moment = scope.definitions.column(scope.model, scope.model.timestamp, origin)
    else:
        message = f"model `{scope.model.name}` has no `timestamp_column`, which {one} needs"
        raise CompileError("missing_timestamp", message, origin, hint=f"give the model one, or {this} an `on`")
    if not moment.type.is_temporal:
        message = f"column `{on}` is {moment.type}, expected a date or timestamp"
        raise CompileError("type_mismatch", message, origin.at("on"))
    return moment


def _ago(span: Span, type: Type) -> Moment:
    return Moment(type, -span.n, span.unit)


def _calendar(calendar: Calendar, type: Type, origin: Origin) -> tuple[Moment, Moment]:
    """This unit so far, or whole ones before it. Error: `unexpected_option`."""
    if calendar.this is not None:
        if calendar.n is not None:
            raise CompileError("unexpected_option", "`n` does not fit `this`", origin.at("n"))
        return Moment(type, 0, calendar.this, whole=True), Moment(type)
    assert calendar.previous is not None
    start = Moment(type, -(calendar.n or 1), calendar.previous, whole=True)
    return start, Moment(type, 0, calendar.previous, whole=True)


def _offsets(window: Window, type: Type, origin: Origin) -> tuple[Moment | None, Moment]:
    """From so long before `as_of` to so long before it. Error: `reversed_range`."""
    start, end = window.from_, window.to
    if start is not None and end is not None:
        is_same = (start.n, start.unit) == (end.n, end.unit)
        if is_same or times.is_always_longer(end.n, end.unit, start.n, start.unit):
            message = f"the window ends before it starts: from {_told(start)} to {_told(end)} before as_of"
            raise CompileError("reversed_range", message, origin, hint="`from` is the longer time ago")
    return None if start is None else _ago(start, type), Moment(type) if end is None else _ago(end, type)


def _told(span: Span) -> str:
    return f"{span.n} {span.unit}{'' if span.n == 1 else 's'}"


def period(comparison: PeriodsComparison, scope: Scope, origin: Origin) -> tuple[Expr, Expr]:
    """Which of the last calendar units a row lies in, by number, and whether it lies in one of them at all."""
    moment = _time_of_row(comparison.on, scope, origin, "`in_periods`", "`in_periods`")

    def start(n: int) -> Moment:
        return Moment(moment.type, n, comparison.unit, whole=True)

    def number(first: int, last: int) -> Expr:
        """How many units ago a row is that lies in one from the first to the last, which are so many before as_of."""
        if last - first < _SIDE_BY_SIDE:
            later = range(last, first, -1)
            branches = tuple((call("ge", moment, start(n), type=BOOLEAN), Literal(-n, INTEGER)) for n in later)
            return Case(branches, Literal(-first, INTEGER), INTEGER) if branches else Literal(-first, INTEGER)
        middle = (first + last + 1) // 2
        is_later = call("ge", moment, start(middle), type=BOOLEAN)
        return Case(((is_later, number(middle, last)),), number(first, middle - 1), INTEGER)

    return number(-comparison.of, -1), inside(moment, start(-comparison.of), start(0))


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
