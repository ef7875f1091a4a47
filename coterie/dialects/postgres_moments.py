"""PostgreSQL: clocks, the calendar, and texts that are read as moments or numbers."""

from __future__ import annotations

from sqlglot import exp

from coterie.dialects.base import Node, Scalar
from coterie.dialects.nodes import cast, coalesce, data_type, decimal_type, function, number, text, tight, when
from coterie.dialects.standard_moments import DAY, INTEGER, NUMBER, OFFSET, WALL, interval, to_instant
from coterie.types import MAX_PRECISION, MAX_SCALE

_MICROSECONDS_OF_A_DAY = 86_400_000_000
_PATTERN_PARTS = {"%Y": "YYYY", "%m": "MM", "%d": "DD"}


def part(name: str) -> Scalar:
    """A part of a date or wall clock, as a whole number."""
    return lambda value: cast(exp.Extract(this=exp.var(name), expression=value), data_type("BIGINT"))


def _truncated(unit: Node, day: Node) -> Node:
    return function("DATE_TRUNC")(unit, cast(day, data_type("TIMESTAMP")))


def date_trunc(unit: Node, day: Node) -> Node:
    return cast(_truncated(unit, day), data_type("DATE"))


def last_day(day: Node) -> Node:
    following = exp.Add(this=_truncated(text("month"), day), expression=interval(1, "MONTH"))
    return cast(exp.Sub(this=following, expression=interval(1, "DAY")), data_type("DATE"))


def months_between(start: Node, end: Node) -> Node:
    """Calendar months, less one where the later day of the month is not reached."""
    forwards = exp.GTE(this=tight(end), expression=tight(start))
    backwards = exp.Neg(this=exp.Paren(this=_whole_months(end.copy(), start.copy())))
    known = exp.Is(this=exp.Paren(this=forwards.copy()), expression=exp.Not(this=exp.Null()))
    either = when(forwards, _whole_months(start.copy(), end.copy()), backwards)
    return when(known, either)


def _whole_months(start: Node, end: Node) -> Node:
    def months(day: Node) -> Node:
        years = exp.Mul(this=part("YEAR")(day.copy()), expression=number(12))
        return exp.Paren(this=exp.Add(this=years, expression=part("MONTH")(day.copy())))

    length = part("DAY")(last_day(end.copy()))
    aimed = function("LEAST")(part("DAY")(start.copy()), length)
    missed = when(exp.GT(this=aimed, expression=part("DAY")(end.copy())), number(1), number(0))
    return exp.Sub(this=exp.Sub(this=months(end), expression=months(start)), expression=missed)


def years_between(start: Node, end: Node) -> Node:
    return exp.Div(this=exp.Paren(this=months_between(start, end)), expression=number(12), typed=True)


def from_microseconds(value: Node) -> Node:
    """Days and microseconds apart, since a number times an interval goes through a double."""
    inside = exp.Between(this=tight(value), low=number(-62_135_596_800_000_000), high=number(253_402_300_799_999_999))
    whole = cast(value.copy(), data_type("BIGINT"))
    day = number(_MICROSECONDS_OF_A_DAY)
    days = exp.Mul(this=exp.Div(this=whole, expression=day, typed=True), expression=interval(1, "DAY"))
    rest = exp.Mul(this=exp.Mod(this=whole.copy(), expression=day.copy()), expression=interval(1, "MICROSECOND"))
    epoch = cast(text("1970-01-01 00:00:00"), data_type("TIMESTAMP"))
    wall = exp.Paren(
        this=exp.Add(this=exp.Add(this=epoch, expression=exp.Paren(this=days)), expression=exp.Paren(this=rest))
    )
    return when(inside, exp.AtTimeZone(this=wall, zone=text("UTC")))


def microseconds(value: Node) -> Node:
    seconds = exp.Extract(this=exp.var("EPOCH"), expression=value)
    return cast(exp.Mul(this=seconds, expression=number(1_000_000)), data_type("BIGINT"))


def elapsed(start: Node, end: Node, unit: Node) -> Node:
    seconds = {"minute": 60, "hour": 3_600, "day": 86_400}[unit.name]
    between = exp.Paren(this=exp.Sub(this=tight(end), expression=tight(start)))
    found = exp.Extract(this=exp.var("EPOCH"), expression=between)
    return cast(function("TRUNC")(exp.Div(this=found, expression=number(seconds), typed=True)), data_type("BIGINT"))


def format_date(day: Node, pattern: Node) -> Node:
    """TO_CHAR's pattern, with what is not a part of the date in double quotes."""
    written, rest = [], pattern.name
    while rest:
        if rest[:2] in _PATTERN_PARTS:
            written.append(_PATTERN_PARTS[rest[:2]])
            rest = rest[2:]
        else:
            written.append('"' + rest[0].replace("\\", "\\\\").replace('"', '\\"') + '"')
            rest = rest[1:]
    return function("TO_CHAR")(day, text("".join(written)))


def readable(pattern: str, native: str, target: exp.DataType) -> Scalar:
    """Cast a text where it has the right form and is in range, else NULL."""

    def build(value: Node) -> Node:
        found = function("SUBSTRING")(value, text(f"^{pattern}$"))
        is_valid = function("PG_INPUT_IS_VALID")(found, text(native))
        return when(is_valid, cast(found.copy(), target.copy()))

    return build


read_integer = readable(INTEGER, "bigint", data_type("BIGINT"))
read_number = readable(NUMBER, f"numeric({MAX_PRECISION},{MAX_SCALE})", decimal_type(MAX_PRECISION, MAX_SCALE))
read_date = readable(DAY, "date", data_type("DATE"))
_read_instant = readable(WALL + OFFSET, "timestamptz", data_type("TIMESTAMPTZ"))
_read_wall = readable(WALL, "timestamp", data_type("TIMESTAMP"))


def read_timestamp(value: Node, zone: Node) -> Node:
    """Digits after the sixth are cut off: they would be rounded."""
    cut = function("REGEXP_REPLACE")(value, text(r"^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$"), text(r"\1\2"))
    return coalesce(_read_instant(cut), to_instant(_read_wall(cut.copy()), zone))
