"""DuckDB: clocks, the calendar, and texts that are read as moments or numbers."""

from __future__ import annotations

from sqlglot import exp

from coterie.dialects.base import Node, Scalar
from coterie.dialects.nodes import cast, coalesce, data_type, decimal_type, function, nullif, number, text, tight, when
from coterie.types import MAX_PRECISION, MAX_SCALE

_YEAR = "(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])"
_DAY = f"{_YEAR}-[0-9]{{2}}-[0-9]{{2}}"
_TIME = r"(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?"
_OFFSET = "(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])"


def to_wall(instant: Node, zone: Node) -> Node:
    return exp.AtTimeZone(this=tight(instant), zone=zone)


def to_instant(wall: Node, zone: Node) -> Node:
    """AT TIME ZONE takes the later of two instants; an earlier one that shows the same clock is preferred."""
    later = exp.AtTimeZone(this=tight(wall), zone=zone)
    node: Node = later
    for minutes in (30, 60, 120) if zone.name != "UTC" else ():
        shift = exp.Interval(this=text(str(minutes)), unit=exp.var("MINUTE"))
        earlier = exp.Paren(this=exp.Sub(this=later.copy(), expression=shift))
        same = exp.EQ(this=to_wall(earlier, zone.copy()), expression=tight(wall.copy()))
        node = when(same, earlier.copy(), node)
    return node


def shift(wall: Node, n: Node, unit: Node) -> Node:
    """Months clip to their last day; far beyond the year 9999 there are still years.

    To DuckDB an interval of a month equals one of 30 days, and it computes equal expressions once. So that they are not
    equal, lengths of days are added or taken away as they are, and months the other way round.
    """
    size = n.this.this if isinstance(n, exp.Paren) else n
    is_back, is_months = isinstance(n, exp.Paren), unit.name in ("month", "quarter", "year")
    if is_months:
        size = exp.Paren(this=exp.Neg(this=size))
    interval = exp.Interval(this=size, unit=exp.var(unit.name.upper()))
    return (exp.Sub if is_back != is_months else exp.Add)(this=tight(wall), expression=interval)


def from_microseconds(value: Node) -> Node:
    """Bounded before it is read: beyond the bounds lies no instant."""
    first, last = number(-62_135_596_800_000_001), number(253_402_300_800_000_000)
    bounded = function("GREATEST")(function("LEAST")(value, last), first)
    inside = nullif(nullif(bounded, last.copy()), first.copy())
    return function("MAKE_TIMESTAMPTZ")(cast(inside, data_type("BIGINT")))


def format_date(day: Node, pattern: Node) -> Node:
    return function("STRFTIME")(day, pattern)


def date_trunc(unit: Node, day: Node) -> Node:
    return cast(function("DATE_TRUNC")(unit, day), data_type("DATE"))


def readable(pattern: str, target: exp.DataType) -> Scalar:
    """Cast a text where it has the right form and is in range, else NULL, to which an empty text is cast."""

    def build(value: Node) -> Node:
        found = function("REGEXP_EXTRACT")(value, text(rf"\A{pattern}\z"))
        return exp.TryCast(this=found, to=target.copy())

    return build


read_integer = readable(r"[+-]?[0-9]+", data_type("BIGINT"))
read_number = readable(r"[+-]?[0-9]+(\.[0-9]+)?", decimal_type(MAX_PRECISION, MAX_SCALE))
read_date = readable(_DAY, data_type("DATE"))
_read_instant = readable(f"{_DAY}[T ]{_TIME}{_OFFSET}", data_type("TIMESTAMPTZ"))
_read_wall = readable(f"{_DAY}[T ]{_TIME}", data_type("TIMESTAMPNTZ"))


def read_timestamp(value: Node, zone: Node) -> Node:
    return coalesce(_read_instant(value), to_instant(_read_wall(value.copy()), zone))
