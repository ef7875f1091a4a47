"""BigQuery: clocks, the calendar, and texts that are read as moments or numbers.

TIMESTAMP is an instant and DATETIME a wall clock, both of the years 1 to 9999: what would leave these is an error. An
hour beyond is as good as one at their end, so what comes near stays there.
"""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlglot import exp

from coterie.dialects.base import Node, Scalar
from coterie.dialects.bigquery_arrays import bound
from coterie.dialects.bigquery_numbers import safe
from coterie.dialects.nodes import cast, coalesce, data_type, function, number, text, when
from coterie.dialects.standard_moments import DAY, INTEGER, MINUTES, NUMBER, OFFSET, extracted
from coterie.types import Type

_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_LENGTHS = {
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
    "week": timedelta(weeks=1),
}
_FIRST, _LAST = datetime.min, datetime.max
_UTC = "UTC"
_WALL = rf"{DAY}[T ]{MINUTES}:[0-5][0-9](?:\.[0-9]{{1,9}})?"  # with seconds, which are filled in before


def to_wall(instant: Node, zone: Node) -> Node:
    return _near(safe("DATETIME"), function("DATETIME"), instant, zone)


def to_instant(wall: Node, zone: Node) -> Node:
    """TIMESTAMP takes the earlier of two instants, and the later side of a gap."""
    return _near(safe("TIMESTAMP"), function("TIMESTAMP"), wall, zone)


def _near(convert: Scalar, convert_utc: Scalar, value: Node, zone: Node) -> Node:
    if zone.name == _UTC:
        return convert_utc(value, zone)
    return coalesce(convert(value, zone), convert_utc(value.copy(), text(_UTC)))


def shift(wall: Node, n: Node, unit: Node) -> Node:
    """Months clip to their last day. What would come too far is moved from nearer."""
    is_back = isinstance(n, exp.Paren)
    size = int((n.this.this if is_back else n).name)
    name = unit.name
    if name in _MONTHS:
        size, name = size * _MONTHS[name], "month"
        size = min(size, _LAST.year * 12 - 1)
        limit = _months_later(_FIRST, size) if is_back else _months_later(_LAST, -size)
    else:
        length = _LENGTHS[name]
        size = min(size, (_LAST - _FIRST) // length)
        limit = _FIRST + size * length if is_back else _LAST - size * length
    near = function("GREATEST" if is_back else "LEAST")(wall, _written(limit))
    move = function("DATETIME_SUB" if is_back else "DATETIME_ADD")
    return move(near, exp.Interval(this=number(size), unit=exp.var(name.upper())))


def _months_later(moment: datetime, months: int) -> datetime:
    """Moved by whole months, the first or last day of its month still being that."""
    year, month = divmod(moment.year * 12 + moment.month - 1 + months, 12)
    day = 1 if moment.day == 1 else calendar.monthrange(year, month + 1)[1]
    return moment.replace(year=year, month=month + 1, day=day)


def _written(wall: datetime) -> Node:
    return cast(text(wall.isoformat(sep=" ")), data_type("TIMESTAMP"))


def part(name: str) -> Scalar:
    """A part of a date or wall clock, as a whole number."""
    return lambda value: exp.Extract(this=exp.var(name), expression=value)


def weekday(day: Node) -> Node:
    """Weeks begin on Sunday, which is 1."""
    since_monday = exp.Add(this=part("DAYOFWEEK")(day), expression=number(5))
    return exp.Add(this=function("MOD")(since_monday, number(7)), expression=number(1))


def date_trunc(unit: Node, day: Node) -> Node:
    name = "ISOWEEK" if unit.name == "week" else unit.name.upper()
    return function("DATE_TRUNC")(day, exp.var(name))


def last_day(day: Node) -> Node:
    return function("LAST_DAY")(day, exp.var("MONTH"))


def days_between(start: Node, end: Node) -> Node:
    return function("DATE_DIFF")(end, start, exp.var("DAY"))


def months_between(start: Node, end: Node) -> Node:
    """Calendar months, less one where the later day of the month is not reached."""

    def build(one: Node, other: Node) -> Node:
        backwards = exp.Neg(this=exp.Paren(this=_whole_months(other, one)))
        forwards, back = exp.GTE(this=other, expression=one), exp.LT(this=other.copy(), expression=one.copy())
        ifs = [exp.If(this=forwards, true=_whole_months(one, other)), exp.If(this=back, true=backwards)]
        return exp.Case(ifs=ifs)

    return bound(build, start, end)


def _whole_months(start: Node, end: Node) -> Node:
    months = function("DATE_DIFF")(end.copy(), start.copy(), exp.var("MONTH"))
    aimed = function("LEAST")(part("DAY")(start.copy()), part("DAY")(last_day(end.copy())))
    missed = when(exp.GT(this=aimed, expression=part("DAY")(end.copy())), number(1), number(0))
    return exp.Sub(this=months, expression=missed)


def years_between(start: Node, end: Node) -> Node:
    return function("DIV")(months_between(start, end), number(12))


def from_microseconds(value: Node) -> Node:
    return safe("TIMESTAMP_MICROS")(exp.TryCast(this=value, to=data_type("BIGINT")))


def microseconds(types: Sequence[Type], _: Type) -> Scalar:
    if types[0].zone is None:
        return function("UNIX_MICROS")
    return lambda wall: function("UNIX_MICROS")(function("TIMESTAMP")(wall, text(_UTC)))


def elapsed(start: Node, end: Node, unit: Node) -> Node:
    """DATETIME_DIFF counts how often a unit begins, which of microseconds is the same."""
    between = function("DATETIME_DIFF")(end, start, exp.var("MICROSECOND"))
    return function("DIV")(between, number(_LENGTHS[unit.name] // timedelta(microseconds=1)))


def format_date(day: Node, pattern: Node) -> Node:
    """`%Y` alone would not fill up with zeros."""
    return function("FORMAT_DATE")(text(pattern.name.replace("%Y", "%E4Y")), day)


def iso_text(wall: Node) -> Node:
    return function("FORMAT_DATETIME")(text("%E4Y-%m-%dT%H:%M:%E6S"), wall)


def _readable(form: str, target: exp.DataType) -> Scalar:
    return extracted(f"^({form})$", target)


read_integer = _readable(INTEGER, data_type("BIGINT"))
read_number = _readable(NUMBER, data_type("DECIMAL"))
read_date = _readable(DAY, data_type("DATE"))
_read_instant = _readable(_WALL + OFFSET, data_type("TIMESTAMPTZ"))
_read_wall = _readable(_WALL, data_type("TIMESTAMP"))


def read_timestamp(value: Node, zone: Node) -> Node:
    """Seconds are filled in where there are none, and digits after the sixth cut off, both of which casts refuse."""
    replace = function("REGEXP_REPLACE")
    cut = replace(value, text(r"(\.[0-9]{6})[0-9]{1,3}($|Z|[+-])"), text(r"\1\2"))
    filled = replace(cut, text(rf"([T ]{MINUTES})($|Z|[+-])"), text(r"\1:00\2"))
    return coalesce(_read_instant(filled), to_instant(_read_wall(filled.copy()), zone))
