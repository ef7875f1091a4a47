"""Clocks by AT TIME ZONE, intervals, and the forms in which texts are read as moments, as most engines have them."""

from __future__ import annotations

from sqlglot import exp

from coterie.dialects.base import Node, Scalar
from coterie.dialects.nodes import function, number, text, tight, when

YEAR = "(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])"
DAY = f"{YEAR}-[0-9]{{2}}-[0-9]{{2}}"
MINUTES = "(?:[01][0-9]|2[0-3]):[0-5][0-9]"
SECONDS = r"(?::[0-5][0-9](?:\.[0-9]{1,9})?)?"
TIME = MINUTES + SECONDS
OFFSET = "(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])"
WALL = f"{DAY}[T ]{TIME}"
MOMENT = f"{WALL}{OFFSET}?"
FIRST_MICROSECOND, LAST_MICROSECOND = -62_135_596_800_000_000, 253_402_300_799_999_999
"""The ends of the years 1 and 9999, from 1970."""
INTEGER = "[+-]?[0-9]+"
NUMBER = r"[+-]?[0-9]+(?:\.[0-9]+)?"

_YEAR, _MONTH = function("YEAR"), function("MONTH")


def extracted(pattern: str, target: exp.DataType) -> Scalar:
    """Cast what REGEXP_EXTRACT finds of a text, which is all of it or nothing, where that can be cast; else NULL."""
    return lambda value: exp.TryCast(this=function("REGEXP_EXTRACT")(value, text(pattern)), to=target.copy())


def interval(size: int, unit: str) -> Node:
    return exp.Interval(this=text(str(size)), unit=exp.var(unit))


def to_wall(instant: Node, zone: Node) -> Node:
    return exp.AtTimeZone(this=tight(instant), zone=zone)


def to_instant(wall: Node, zone: Node) -> Node:
    """AT TIME ZONE takes the later of two instants; an earlier one that shows the same clock is preferred."""
    later = exp.AtTimeZone(this=tight(wall), zone=zone)
    node: Node = later
    for minutes in (30, 60, 120) if zone.name != "UTC" else ():
        earlier = exp.Paren(this=exp.Sub(this=later.copy(), expression=interval(minutes, "MINUTE")))
        same = exp.EQ(this=to_wall(earlier, zone.copy()), expression=tight(wall.copy()))
        node = when(same, earlier.copy(), node)
    return node


def shift(wall: Node, n: Node, unit: Node) -> Node:
    """Months clip to their last day."""
    is_back = isinstance(n, exp.Paren)
    size = int((n.this.this if is_back else n).name)
    name = unit.name.upper()
    if name == "QUARTER":
        name, size = "MONTH", 3 * size
    kind = exp.Sub if is_back else exp.Add
    return exp.Paren(this=kind(this=tight(wall), expression=interval(size, name)))


def whole_months(moved: Scalar, year: Scalar = _YEAR, month: Scalar = _MONTH) -> Scalar:
    """Calendar months, less one where a date that is moved by them, to its month's last day at most, passes the later.

    `moved` moves a date by months.
    """

    def months(day: Node) -> Node:
        years = exp.Mul(this=year(day.copy()), expression=number(12))
        return exp.Paren(this=exp.Add(this=years, expression=month(day.copy())))

    def forwards(start: Node, end: Node) -> Node:
        apart = exp.Paren(this=exp.Sub(this=months(end), expression=months(start)))
        reached = moved(start.copy(), apart)
        passed = when(exp.GT(this=reached, expression=tight(end.copy())), number(1), number(0))
        return exp.Sub(this=apart.copy(), expression=passed)

    def build(start: Node, end: Node) -> Node:
        is_later = exp.LTE(this=tight(start), expression=tight(end))
        is_earlier = exp.GT(this=tight(start.copy()), expression=tight(end.copy()))
        negative = exp.Neg(this=exp.Paren(this=forwards(end, start)))
        return exp.Case(ifs=[exp.If(this=is_later, true=forwards(start, end)), exp.If(this=is_earlier, true=negative)])

    return build
