"""Redshift: clocks and the calendar. The session's time zone is UTC.

https://docs.aws.amazon.com/redshift/latest/dg/Date_functions_header.html
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlglot import exp

from coterie.dialects.base import Node, Scalar
from coterie.dialects.nodes import cast, data_type, function, number, text, tight, when
from coterie.dialects.postgres_moments import part
from coterie.dialects.redshift_texts import found, to_text
from coterie.dialects.standard_clocks import Clocks, Reader, in_parts, read_utc
from coterie.dialects.standard_clocks import to_utc as to_clock_of_utc
from coterie.dialects.standard_moments import FIRST_MICROSECOND, LAST_MICROSECOND, to_wall, whole_months
from coterie.types import Kind, Type

_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_SECONDS = {"minute": 60, "hour": 3_600, "day": 86_400}
_PARTS = {"%Y": "YYYY", "%m": "MM", "%d": "DD"}
_MICROSECONDS_OF_A_DAY = 86_400_000_000
_UTC = text("UTC")


def _add(unit: str, n: Node, wall: Node) -> Node:
    return function("DATEADD")(exp.var(unit), n, wall)


def _diff(unit: str, start: Node, end: Node) -> Node:
    return function("DATEDIFF")(exp.var(unit), start, end)


_CLOCKS = Clocks(
    shown=lambda utc, zone: function("CONVERT_TIMEZONE")(_UTC.copy(), zone, utc),
    moved=lambda wall, seconds: _add("second", seconds, wall),
    seconds=lambda start, end: _diff("second", start, end),
)


def _of_utc(wall: Node) -> Node:
    """The instant at which clocks of UTC show it."""
    return exp.AtTimeZone(this=tight(wall), zone=_UTC.copy())


def to_instant(wall: Node, zone: Node) -> Node:
    return _of_utc(to_clock_of_utc(wall, zone, _CLOCKS))


def shift(wall: Node, n: Node, unit: Node) -> Node:
    """Months clip to their last day; a year later than February 29 would be March 1."""
    size = -int(n.this.this.name) if isinstance(n, exp.Paren) else int(n.name)
    months = _MONTHS.get(unit.name)
    return _add(unit.name, n, wall) if months is None else _add("month", number(size * months), wall)


months_between = whole_months(lambda day, n: _add("month", n, day), part("YEAR"), part("MONTH"))


def years_between(start: Node, end: Node) -> Node:
    return exp.Div(this=exp.Paren(this=months_between(start, end)), expression=number(12), typed=True)


def days_between(start: Node, end: Node) -> Node:
    return _diff("day", start, end)


def weekday(day: Node) -> Node:
    """DOW counts from Sunday, which is 0."""
    from_monday = exp.Mod(
        this=exp.Paren(this=exp.Add(this=part("DOW")(day), expression=number(6))), expression=number(7)
    )
    return exp.Add(this=from_monday, expression=number(1))


def week(day: Node) -> Node:
    """That of its Thursday, in whose year it counts."""
    monday = function("DATE_TRUNC")(text("week"), cast(day, data_type("TIMESTAMP")))
    before = exp.Sub(this=part("DOY")(_add("day", number(3), monday)), expression=number(1))
    weeks = exp.Div(this=exp.Paren(this=before), expression=number(7), typed=True)
    return exp.Add(this=weeks, expression=number(1))


def microseconds(type: Type) -> Scalar:
    """Whole seconds, and the six digits after them."""

    def build(value: Node) -> Node:
        wall = to_wall(value, _UTC.copy()) if type.zone is None else value
        epoch = cast(text("1970-01-01 00:00:00"), data_type("TIMESTAMP"))
        seconds = _diff("second", epoch, function("DATE_TRUNC")(text("second"), wall))
        digits = cast(function("TO_CHAR")(wall.copy(), text("US")), data_type("BIGINT"))
        return exp.Add(this=exp.Mul(this=seconds, expression=number(1_000_000)), expression=digits)

    return build


_of_clock = microseconds(Type(Kind.TIMESTAMP, zone=_UTC.name))


def elapsed(start: Node, end: Node, unit: Node) -> Node:
    between = exp.Sub(this=_of_clock(end), expression=exp.Paren(this=_of_clock(start)))
    return exp.Div(this=exp.Paren(this=between), expression=number(_SECONDS[unit.name] * 1_000_000), typed=True)


def from_microseconds(value: Node) -> Node:
    """Days, seconds and microseconds apart, since each is moved by 32 bits."""
    inside = exp.Between(this=tight(value), low=number(FIRST_MICROSECOND), high=number(LAST_MICROSECOND))
    whole = cast(when(inside, value.copy()), data_type("BIGINT"))
    million = number(1_000_000)
    days = exp.Div(this=whole, expression=number(_MICROSECONDS_OF_A_DAY), typed=True)
    of_day = exp.Paren(this=exp.Mod(this=whole.copy(), expression=number(_MICROSECONDS_OF_A_DAY)))
    seconds = exp.Div(this=of_day, expression=million, typed=True)
    rest = exp.Mod(this=whole.copy(), expression=million.copy())
    moved = cast(text("1970-01-01 00:00:00"), data_type("TIMESTAMP"))
    for unit, size in (("day", days), ("second", seconds), ("microsecond", rest)):
        moved = _add(unit, cast(size, data_type("INT")), moved)
    return _of_utc(moved)


def format_date(day: Node, pattern: Node) -> Node:
    return in_parts(day, pattern, lambda day, name: function("TO_CHAR")(day, text(_PARTS[name])))


def as_text(types: Sequence[Type], _: Type) -> Scalar:
    """A day in its one form, whatever the session's is; truth is not cast to a text."""
    match types[0].kind:
        case Kind.DATE:
            return lambda value: function("TO_CHAR")(value, text("YYYY-MM-DD"))
        case Kind.BOOLEAN:
            return _truth
    return to_text


def _truth(value: Node) -> Node:
    ifs = [exp.If(this=value, true=text("true")), exp.If(this=exp.Not(this=tight(value.copy())), true=text("false"))]
    return exp.Case(ifs=ifs)


def readable(pattern: str, target: exp.DataType) -> Scalar:
    """Cast a text that fits a pattern where it can be cast, else NULL."""
    return lambda value: exp.TryCast(this=found(value, f"^{pattern}$"), to=target.copy())


_READER = Reader(found, data_type("TIMESTAMP"), _CLOCKS)


def read_timestamp(value: Node, zone: Node) -> Node:
    return _of_utc(read_utc(value, zone, _READER, held=lambda wall, build: build(wall)))
