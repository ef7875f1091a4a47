"""Snowflake: clocks, the calendar, and texts that are read as moments. Weeks do not depend on WEEK_START."""

from __future__ import annotations

import re

from sqlglot import exp

from coterie.dialects.base import Node, Scalar
from coterie.dialects.nodes import cast, coalesce, data_type, function, number, text, tight, when
from coterie.dialects.snowflake_types import column_type
from coterie.types import INTEGER, TEXT, Kind, Type

_YEAR = "([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])"
_DAY = f"{_YEAR}-[0-9]{{2}}-[0-9]{{2}}"
_TIME = r"([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,9})?)?"
_OFFSET = "(Z|[+-](0[0-9]|1[0-4]):?[0-5][0-9])"
_PATTERN = re.compile(r"%Y|%m|%d|[-/.: ]|.", re.DOTALL)
_PATTERN_PARTS = {"%Y": "YYYY", "%m": "MM", "%d": "DD"} | {sign: sign for sign in "-/.: "}


def to_wall(instant: Node, zone: Node) -> Node:
    return cast(function("CONVERT_TIMEZONE")(zone, instant), data_type("TIMESTAMPNTZ"))


def to_instant(wall: Node, zone: Node) -> Node:
    """Of two instants CONVERT_TIMEZONE may take the later; an earlier one that shows the same clock is preferred."""
    in_utc = wall if zone.name == "UTC" else function("CONVERT_TIMEZONE")(zone, text("UTC"), wall)
    later = cast(in_utc, data_type("TIMESTAMPTZ"))
    node: Node = later
    for minutes in (30, 60, 120) if zone.name != "UTC" else ():
        earlier = _moved("MINUTE", number(-minutes), later.copy())
        same = exp.EQ(this=to_wall(earlier, zone.copy()), expression=tight(wall.copy()))
        node = when(same, earlier.copy(), node)
    return node


def _moved(unit: str, n: Node, moment: Node) -> Node:
    return function("DATEADD")(exp.var(unit), n, moment)


def shift(wall: Node, n: Node, unit: Node) -> Node:
    """Months clip to their last day."""
    return _moved(unit.name.upper(), n, wall)


def date_trunc(unit: Node, day: Node) -> Node:
    if unit.name != "week":
        return cast(function("DATE_TRUNC")(unit, day), data_type("DATE"))
    back = exp.Sub(this=number(1), expression=function("DAYOFWEEKISO")(day.copy()))
    return cast(_moved("DAY", back, day), data_type("DATE"))


def days_between(start: Node, end: Node) -> Node:
    return _boundaries("DAY", start, end)


def _boundaries(unit: str, start: Node, end: Node) -> Node:
    return function("DATEDIFF")(exp.var(unit), start, end)


def whole_between(unit: str) -> Scalar:
    """Calendar units, less one where the second date would be passed."""

    def forwards(start: Node, end: Node) -> Node:
        between = _boundaries(unit, start.copy(), end.copy())
        passed = exp.GT(this=_moved(unit, between.copy(), start.copy()), expression=tight(end.copy()))
        return exp.Sub(this=between, expression=when(passed, number(1), number(0)))

    def build(start: Node, end: Node) -> Node:
        backwards = exp.Neg(this=exp.Paren(this=forwards(end, start)))
        ifs = [
            exp.If(this=exp.GTE(this=tight(end), expression=tight(start)), true=forwards(start, end)),
            exp.If(this=exp.LT(this=tight(end.copy()), expression=tight(start.copy())), true=backwards),
        ]
        return exp.Case(ifs=ifs)

    return build


def from_microseconds(value: Node) -> Node:
    inside = exp.Between(this=tight(value), low=number(-62_135_596_800_000_000), high=number(253_402_300_799_999_999))
    whole = cast(value.copy(), column_type(INTEGER))
    return function("TO_TIMESTAMP_TZ")(when(inside, whole), number(6))


def microseconds(value: Node) -> Node:
    return function("DATE_PART")(exp.var("EPOCH_MICROSECOND"), value)


def elapsed(start: Node, end: Node, unit: Node) -> Node:
    """A quotient is rounded to six places, so what does not fill a unit is taken away before."""
    size = {"minute": 60_000_000, "hour": 3_600_000_000, "day": 86_400_000_000}[unit.name]
    found = _boundaries("MICROSECOND", start, end)
    filled = exp.Sub(this=found, expression=exp.Mod(this=found.copy(), expression=number(size)))
    return cast(exp.Div(this=exp.Paren(this=filled), expression=number(size)), column_type(INTEGER))


def format_date(day: Node, pattern: Node) -> Node:
    """Parts of the date and common signs are formats; all else is joined to them as it is."""
    runs: list[tuple[bool, str]] = []
    for part in _PATTERN.findall(pattern.name):
        is_format = part in _PATTERN_PARTS
        written = _PATTERN_PARTS.get(part, part)
        if runs and runs[-1][0] == is_format:
            written = runs.pop()[1] + written
        runs.append((is_format, written))
    written_out = [function("TO_CHAR")(day.copy(), text(run)) if is_format else text(run) for is_format, run in runs]
    node: Node = written_out[0] if written_out else text("")
    for following in written_out[1:]:
        node = exp.DPipe(this=node, expression=following)
    return node


def iso_text(wall: Node) -> Node:
    return function("TO_CHAR")(wall, text('YYYY-MM-DD"T"HH24:MI:SS.FF6'))


def to_text(type: Type) -> Scalar:
    """Dates in their one form, whatever the session's is."""
    if type.kind is Kind.DATE:
        return lambda value: function("TO_CHAR")(value, text("YYYY-MM-DD"))
    return lambda value: cast(value, column_type(TEXT))


def _of_form(value: Node, pattern: str) -> Node:
    """The text if all of it is of a form."""
    return when(function("REGEXP_LIKE")(value, text(pattern)), value.copy())


def read_date(value: Node) -> Node:
    return function("TRY_TO_DATE")(_of_form(value, _DAY), text("YYYY-MM-DD"))


def read_timestamp(value: Node, zone: Node) -> Node:
    """In the one form that has seconds and an offset of digits. Digits after the sixth are cut off."""
    replace = function("REGEXP_REPLACE")
    instant = replace(_of_form(value, f"{_DAY}[T ]{_TIME}{_OFFSET}"), text("Z$"), text("+00:00"))
    with_seconds = replace(instant, text("^(.{16})([+-])"), text(r"\1:00\2"))
    wall = replace(_of_form(value.copy(), f"{_DAY}[T ]{_TIME}"), text("^(.{16})$"), text(r"\1:00"))

    def cut(written: Node) -> Node:
        return replace(written, text(r"(\.[0-9]{6})[0-9]+"), text(r"\1"))

    read = function("TRY_TO_TIMESTAMP_TZ")(cut(with_seconds), text("AUTO"))
    read_wall = function("TRY_TO_TIMESTAMP_NTZ")(cut(wall), text("AUTO"))
    return coalesce(read, to_instant(read_wall, zone))
