"""DuckDB: clocks, the calendar, and texts that are read as moments or numbers."""

from __future__ import annotations

from sqlglot import exp

from coterie.dialects.base import Node, Scalar
from coterie.dialects.nodes import cast, coalesce, data_type, decimal_type, function, nullif, number, tight
from coterie.dialects.standard_moments import DAY, INTEGER, OFFSET, WALL, extracted, to_instant
from coterie.types import MAX_PRECISION, MAX_SCALE


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


def _readable(form: str, target: exp.DataType) -> Scalar:
    return extracted(rf"\A{form}\z", target)


read_integer = _readable(INTEGER, data_type("BIGINT"))
read_number = _readable(r"[+-]?[0-9]+(\.[0-9]+)?", decimal_type(MAX_PRECISION, MAX_SCALE))
read_date = _readable(DAY, data_type("DATE"))
_read_instant = _readable(WALL + OFFSET, data_type("TIMESTAMPTZ"))
_read_wall = _readable(WALL, data_type("TIMESTAMPNTZ"))


def read_timestamp(value: Node, zone: Node) -> Node:
    return coalesce(_read_instant(value), to_instant(_read_wall(value.copy()), zone))
