"""Trino: clocks and the calendar. Nothing depends on the session's time zone.

https://trino.io/docs/current/functions/datetime.html
"""

from __future__ import annotations

from sqlglot import exp

from coterie.dialects.base import Node, Scalar
from coterie.dialects.nodes import cast, data_type, decimal_type, function, number, text, tight, when
from coterie.dialects.standard_clocks import Clocks, Reader, in_parts, read_utc, to_utc
from coterie.dialects.standard_moments import FIRST_MICROSECOND, LAST_MICROSECOND
from coterie.dialects.standard_patterns import anchored
from coterie.dialects.trino_arrays import element, named
from coterie.dialects.trino_types import CLOCK, MOMENT
from coterie.types import Kind, Type

_SECONDS = {"minute": 60, "hour": 3_600, "day": 86_400}
_PLACES = {"%Y": (1, 4), "%m": (6, 2), "%d": (9, 2)}
_UTC = "UTC"


def to_wall(instant: Node, zone: Node) -> Node:
    return cast(function("AT_TIMEZONE")(instant, zone), CLOCK.copy())


def _of_utc(wall: Node) -> Node:
    """The instant at which clocks of UTC show it."""
    return function("WITH_TIMEZONE")(wall, text(_UTC))


def _add(unit: str, n: Node, moment: Node) -> Node:
    return function("DATE_ADD")(text(unit), n, moment)


def _diff(unit: str, start: Node, end: Node) -> Node:
    return function("DATE_DIFF")(text(unit), start, end)


_CLOCKS = Clocks(
    shown=lambda utc, zone: to_wall(_of_utc(utc), zone),
    moved=lambda wall, seconds: _add("second", seconds, wall),
    seconds=lambda start, end: _diff("second", start, end),
)


def to_instant(wall: Node, zone: Node) -> Node:
    return _of_utc(to_utc(wall, zone, _CLOCKS))


def shift(wall: Node, n: Node, unit: Node) -> Node:
    """Months clip to their last day."""
    return _add(unit.name, n, wall)


def add_months(day: Node, n: Node) -> Node:
    return _add("month", n, day)


def years_between(months: Node) -> Node:
    return exp.Div(this=exp.Paren(this=months), expression=number(12), typed=True)


def microseconds(type: Type) -> Scalar:
    """Whole seconds, and the six digits after them."""

    def build(value: Node) -> Node:
        wall = to_wall(value, text(_UTC)) if type.zone is None else value
        epoch = cast(text("1970-01-01 00:00:00"), CLOCK.copy())
        seconds = _diff("second", epoch, function("DATE_TRUNC")(text("second"), wall))
        digits = function("SUBSTR")(cast(wall.copy(), data_type("TEXT")), number(-6))
        size = exp.Mul(this=seconds, expression=number(1_000_000))
        return exp.Add(this=size, expression=cast(digits, data_type("BIGINT")))

    return build


def elapsed(start: Node, end: Node, unit: Node) -> Node:
    """DATE_DIFF counts milliseconds, so that it may count a unit too many."""
    between = exp.Sub(this=_wall_microseconds(end), expression=exp.Paren(this=_wall_microseconds(start)))
    return exp.Div(this=exp.Paren(this=between), expression=number(_SECONDS[unit.name] * 1_000_000), typed=True)


_wall_microseconds = microseconds(Type(Kind.TIMESTAMP, zone=_UTC))


def from_microseconds(value: Node) -> Node:
    inside = exp.Between(this=tight(value), low=number(FIRST_MICROSECOND), high=number(LAST_MICROSECOND))
    nanoseconds = exp.Mul(this=cast(when(inside, value.copy()), decimal_type(28, 0)), expression=number(1_000))
    return cast(function("FROM_UNIXTIME_NANOS")(nanoseconds), MOMENT.copy())


def iso_text(wall: Node) -> Node:
    return function("REPLACE")(cast(wall, data_type("TEXT")), text(" "), text("T"))


def format_date(day: Node, pattern: Node) -> Node:
    def part(day: Node, name: str) -> Node:
        start, size = _PLACES[name]
        return function("SUBSTR")(cast(day, data_type("TEXT")), number(start), number(size))

    return in_parts(day, pattern, part)


def found(value: Node, pattern: str) -> Node:
    """What of a text fits a pattern, or NULL."""
    return function("REGEXP_EXTRACT")(value, text(anchored(pattern, start=r"\A", end=r"\z")))


def readable(pattern: str, target: exp.DataType) -> Scalar:
    """Cast a text that fits a pattern where it can be cast, else NULL."""
    return lambda value: exp.TryCast(this=found(value, f"^{pattern}$"), to=target.copy())


_READER = Reader(found, CLOCK, _CLOCKS)


def read_timestamp(value: Node, zone: Node) -> Node:
    utc = read_utc(value, zone, _READER, held=lambda wall, build: named(wall, build(element())))
    return _of_utc(utc)
