"""Spark: clocks, the calendar, and texts that are read as moments or numbers. The session's time zone is UTC."""

from __future__ import annotations

import re

from sqlglot import exp

from coterie.dialects.base import Node, Scalar
from coterie.dialects.nodes import cast, coalesce, data_type, decimal_type, function, number, text, tight, when
from coterie.dialects.standard_moments import DAY, INTEGER, NUMBER, OFFSET, WALL, whole_months
from coterie.types import MAX_PRECISION, MAX_SCALE

_NO_SECONDS = r"\A([^:]*:[0-9]{2})(Z|[+-].*)?\z"
_NO_COLON = r"([+-][0-9]{2})([0-9]{2})\z"
_PATTERN_PARTS = {"%Y": "yyyy", "%m": "MM", "%d": "dd"}
_UTC = "UTC"


def to_wall(instant: Node, zone: Node) -> Node:
    wall = cast(instant, data_type("TIMESTAMPNTZ"))
    return wall if zone.name == _UTC else function("CONVERT_TIMEZONE")(text(_UTC), zone, wall)


def to_instant(wall: Node, zone: Node) -> Node:
    """CONVERT_TIMEZONE takes the earlier of two instants, and moves a clock time that never was forward by the gap."""
    utc = wall if zone.name == _UTC else function("CONVERT_TIMEZONE")(zone, text(_UTC), wall)
    return cast(utc, data_type("TIMESTAMPTZ"))


def weekday(day: Node) -> Node:
    """Spark counts from 0."""
    return exp.Paren(this=exp.Add(this=function("WEEKDAY")(day), expression=number(1)))


def date_trunc(unit: Node, day: Node) -> Node:
    return function("TRUNC")(day, unit)


months_between = whole_months(function("ADD_MONTHS"))


def years_between(start: Node, end: Node) -> Node:
    return exp.IntDiv(this=exp.Paren(this=months_between(start, end)), expression=number(12))


def from_microseconds(value: Node) -> Node:
    inside = exp.Between(this=tight(value), low=number(-62_135_596_800_000_000), high=number(253_402_300_799_999_999))
    return when(inside, function("TIMESTAMP_MICROS")(cast(value.copy(), data_type("BIGINT"))))


def elapsed(start: Node, end: Node, unit: Node) -> Node:
    return function("TIMESTAMPDIFF")(exp.var(unit.name.upper()), start, end)


def format_date(day: Node, pattern: Node) -> Node:
    """DATE_FORMAT's pattern, with what is not a part of the date in single quotes. No part can follow itself."""
    patterns, before = [""], ""
    for piece in re.split("(%[Ymd])", pattern.name):
        if piece == before and piece in _PATTERN_PARTS:
            patterns.append("")
        before = piece or before
        patterns[-1] += _PATTERN_PARTS.get(piece) or (piece and "'" + piece.replace("'", "''") + "'")
    texts = [function("DATE_FORMAT")(day.copy(), text(written)) for written in patterns]
    return function("CONCAT")(*texts) if len(texts) > 1 else texts[0]


def iso_text(wall: Node) -> Node:
    return function("DATE_FORMAT")(wall, text("yyyy-MM-dd'T'HH:mm:ss.SSSSSS"))


def _whole(value: Node, pattern: str) -> Node:
    """The text where it has the right form, else an empty one."""
    return function("REGEXP_EXTRACT")(value, text(rf"\A{pattern}\z"), number(0))


def try_cast(value: Node, target: exp.DataType) -> Node:
    """NULL for what cannot be cast; sqlglot takes TRY_CAST for CAST unless it is told that errors matter."""
    return exp.TryCast(this=value, to=target, safe=True)


def readable(pattern: str, target: exp.DataType) -> Scalar:
    """Cast a text where it has the right form and is in range, else NULL, to which an empty text is cast."""
    return lambda value: try_cast(_whole(value, pattern), target.copy())


read_integer = readable(INTEGER, data_type("BIGINT"))
read_number = readable(NUMBER, decimal_type(MAX_PRECISION, MAX_SCALE))
read_date = readable(DAY, data_type("DATE"))
_read_wall = readable(WALL, data_type("TIMESTAMPNTZ"))


def read_timestamp(value: Node, zone: Node) -> Node:
    """An offset is read only after seconds, and with a colon."""
    found = _whole(value, WALL + OFFSET)
    replace = function("REGEXP_REPLACE")
    with_seconds = replace(found, text(_NO_SECONDS), text("$1:00$2"))
    with_colon = replace(with_seconds, text(_NO_COLON), text("$1:$2"))
    instant = try_cast(with_colon, data_type("TIMESTAMPTZ"))
    return coalesce(instant, to_instant(_read_wall(value.copy()), zone))
