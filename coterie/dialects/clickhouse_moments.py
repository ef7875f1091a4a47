"""ClickHouse: clocks, the calendar, and texts that are read as moments or numbers.

A wall clock is held as the moment at which UTC shows it. No function here asks for the time zone of the session.
"""

from __future__ import annotations

from sqlglot import exp

from coterie.dialects.base import Node, Scalar
from coterie.dialects.clickhouse_nodes import bound
from coterie.dialects.clickhouse_types import UTC_ZONE, integer_between, to_moment
from coterie.dialects.nodes import chain, coalesce, function, not_null, nullif, number, text, tight, when
from coterie.dialects.standard_moments import DAY, INTEGER, NUMBER, OFFSET, WALL
from coterie.types import MAX_PRECISION, MAX_SCALE

_FIRST, _LAST = -62_135_596_800_000_000, 253_402_300_799_999_999
_UNITS = {
    "minute": "addMinutes",
    "hour": "addHours",
    "day": "addDays",
    "week": "addWeeks",
    "month": "addMonths",
    "quarter": "addQuarters",
    "year": "addYears",
}
_MICROSECONDS = {"minute": 60_000_000, "hour": 3_600_000_000, "day": 86_400_000_000}


def _date(day: Node) -> Node:
    """A date with room for all years."""
    return function("toDate32")(day)


def _later(moment: Node, seconds: Node) -> Node:
    return function("addSeconds")(moment, seconds)


def _offset(instant: Node, zone: Node) -> Node:
    """How many seconds the clocks of a zone are ahead of UTC at an instant."""
    return function("timezoneOffset")(function("toTimeZone")(instant, zone.copy()))


def to_wall(instant: Node, zone: Node) -> Node:
    if zone.name == UTC_ZONE:
        return to_moment(instant)
    return bound(to_moment(instant), lambda one: _later(one, _offset(one.copy(), zone)))


def to_instant(wall: Node, zone: Node) -> Node:
    """By the offset of the day before, unless that of the day after shows this clock and the other does not."""
    if zone.name == UTC_ZONE:
        return to_moment(wall)

    def minus_offset(one: Node, days: int) -> Node:
        offset = _offset(function("addDays")(one.copy(), number(days)), zone)
        return _later(one.copy(), exp.Neg(this=offset))

    def shows(candidate: Node, one: Node) -> Node:
        return exp.EQ(this=_later(candidate, _offset(candidate.copy(), zone)), expression=one.copy())

    def instant(one: Node) -> Node:
        before, after = minus_offset(one, -1), minus_offset(one, 1)
        is_after = exp.And(this=exp.Not(this=shows(before.copy(), one)), expression=shows(after, one))
        return when(is_after, after.copy(), before)

    return bound(to_moment(wall), instant)


def shift(wall: Node, n: Node, unit: Node) -> Node:
    """Months clip to their last day."""
    return function(_UNITS[unit.name])(to_moment(wall), n)


def date_of(wall: Node) -> Node:
    return function("toDate32")(wall, text(UTC_ZONE))


def midnight(day: Node) -> Node:
    return to_moment(_date(day))


def of_day(name: str) -> Scalar:
    """A part of a date."""
    return lambda day: function(name)(day)


def of_clock(name: str) -> Scalar:
    """A part of a wall clock."""
    return lambda wall: function(name)(wall, text(UTC_ZONE))


def date_trunc(unit: Node, day: Node) -> Node:
    return function("dateTrunc")(unit, _date(day))


def last_day(day: Node) -> Node:
    return bound(_date(day), lambda one: _last_day(one))


def _last_day(one: Node) -> Node:
    rest = exp.Sub(this=function("toDaysInMonth")(one.copy()), expression=function("toDayOfMonth")(one.copy()))
    return function("addDays")(one, rest)


def months_between(start: Node, end: Node) -> Node:
    """Calendar months, less one where the later day of the month is not reached."""
    forwards = exp.GTE(this=tight(end), expression=tight(start))
    backwards = exp.Neg(this=exp.Paren(this=_whole_months(end.copy(), start.copy())))
    known = chain(exp.And, [not_null(start.copy()), not_null(end.copy())])
    return when(known, when(forwards, _whole_months(start.copy(), end.copy()), backwards))


def _whole_months(start: Node, end: Node) -> Node:
    months = function("dateDiff")(text("month"), start, end)
    aimed = function("least")(function("toDayOfMonth")(start.copy()), function("toDaysInMonth")(end.copy()))
    missed = exp.GT(this=aimed, expression=function("toDayOfMonth")(end.copy()))
    return exp.Sub(this=months, expression=exp.Paren(this=missed))


def years_between(start: Node, end: Node) -> Node:
    return function("intDiv")(months_between(start, end), number(12))


def days_between(start: Node, end: Node) -> Node:
    return function("dateDiff")(text("day"), start, end)


def elapsed(start: Node, end: Node, unit: Node) -> Node:
    between = exp.Sub(this=microseconds(end), expression=microseconds(start))
    return function("intDiv")(between, number(_MICROSECONDS[unit.name]))


def microseconds(value: Node) -> Node:
    return function("toUnixTimestamp64Micro")(to_moment(value))


def from_microseconds(value: Node) -> Node:
    build = function("fromUnixTimestamp64Micro")
    return integer_between(value, _FIRST, _LAST, lambda one: build(one, text(UTC_ZONE)))


def format_date(day: Node, pattern: Node) -> Node:
    return function("formatDateTime")(day, pattern)


def iso_text(wall: Node) -> Node:
    return function("formatDateTime")(to_moment(wall), text("%Y-%m-%dT%H:%i:%S.%f"), text(UTC_ZONE))


def _is_written(value: Node, pattern: str) -> Node:
    return function("match")(value, text(rf"\A{pattern}\z"))


def read_integer(value: Node) -> Node:
    return when(_is_written(value, INTEGER), function("toInt64OrNull")(value.copy()))


def read_number(value: Node) -> Node:
    return when(_is_written(value, NUMBER), decimal_from(value.copy()))


def decimal_from(written: Node) -> Node:
    """With all places that count for rounding, then within the digits of a number."""
    exact = function("toDecimal256OrNull")(written, number(MAX_PRECISION))
    rounded = function("toDecimal256")(function("round")(exact, number(MAX_SCALE)), number(MAX_SCALE))
    most = function("toDecimal256")(text(str(10 ** (MAX_PRECISION - MAX_SCALE))), number(0))
    least = exp.Neg(this=most.copy())
    bounded = function("greatest")(function("least")(rounded, most), least)
    return nullif(nullif(bounded, most.copy()), least.copy())


def read_date(value: Node) -> Node:
    """A day that its month does not have would be one of the next month."""

    def checked(one: Node) -> Node:
        day = function("toDate32OrNull")(one.copy())
        same = exp.EQ(this=function("toString")(day), expression=one.copy())
        return when(exp.And(this=_is_written(one, DAY), expression=same), day.copy())

    return bound(value, checked)


def read_timestamp(value: Node, zone: Node) -> Node:
    """Digits after the sixth are dropped."""

    def read(one: Node) -> Node:
        moment = function("parseDateTime64BestEffortOrNull")(one.copy(), number(6), text(UTC_ZONE))
        instant = when(_is_written(one.copy(), WALL + OFFSET), moment)
        wall = when(_is_written(one.copy(), WALL), moment.copy())
        return coalesce(instant, to_instant(wall, zone))

    return bound(value, read)
