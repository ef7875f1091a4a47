"""Clocks of zones, dates and texts, where an engine leaves open, or does otherwise, what its own functions for them do.

Only what cannot be misunderstood is asked of the engine: what clocks show at an instant, and plain arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from sqlglot import exp

from coterie.dialects.base import Node, Scalar
from coterie.dialects.nodes import (
    chain,
    coalesce,
    data_type,
    function,
    is_null,
    not_null,
    number,
    text,
    tight,
    when,
)
from coterie.dialects.standard_moments import MOMENT

_PART = re.compile("(%[Ymd])")
_SECONDS_OF_A_DAY = 86_400
_SECONDS = r"^:[0-9]{2}(?:\.[0-9]{1,6})?"
_OFFSET = "[Z+-].*"

Build = Callable[[Node], Node]


class Clocks(NamedTuple):
    """What an engine does with wall clocks.

    What clocks of a zone show when those of UTC show the first argument; a clock moved by seconds; the seconds from one
    clock to another.
    """

    shown: Scalar
    moved: Scalar
    seconds: Scalar


def to_utc(wall: Node, zone: Node, clocks: Clocks) -> Node:
    """What clocks of UTC show at the instant that `to_instant` means.

    A zone has one offset before a change and one after it. The one before is right, unless it leads to an instant at
    which clocks show another time, and the one after does not.
    """
    if zone.name == "UTC":
        return wall

    def by_offset_near(days: int) -> Node:
        near = clocks.moved(wall.copy(), number(days * _SECONDS_OF_A_DAY))
        back = clocks.seconds(clocks.shown(near, zone.copy()), near.copy())
        return clocks.moved(wall.copy(), back)

    before, after = by_offset_near(-1), by_offset_near(1)
    only_after = (
        exp.NEQ(this=clocks.shown(before.copy(), zone.copy()), expression=tight(wall.copy())),
        exp.EQ(this=clocks.shown(after.copy(), zone.copy()), expression=tight(wall.copy())),
    )
    return when(chain(exp.And, list(only_after)), after, before)


class Reader(NamedTuple):
    """How an engine reads moments: what of a text fits a pattern, or NULL; the type of a clock; clocks of zones.

    The anchors of the pattern are `^` and, at the very end, `$`.
    """

    found: Scalar
    clock: exp.DataType
    clocks: Clocks


def read_utc(value: Node, zone: Node, reader: Reader, *, held: Callable[[Node, Build], Node]) -> Node:
    """What clocks of UTC show at the instant that a text tells, or NULL: digits after the sixth are cut off.

    `held` gives what is built of the clock that the text tells, which is read several times.
    """
    found, substr = reader.found, function("SUBSTR")
    rest = substr(value.copy(), number(17))
    offset = found(rest, _OFFSET)
    written: Node = substr(value.copy(), number(1), number(10))
    for piece in (
        text(" "),
        substr(value.copy(), number(12), number(5)),
        coalesce(found(rest.copy(), _SECONDS), text(":00")),
    ):
        written = exp.DPipe(this=written, expression=piece)
    wall = exp.TryCast(this=written, to=reader.clock.copy())

    def by_offset_or_zone(wall: Node) -> Node:
        moved = reader.clocks.moved(wall.copy(), _seconds_back(offset))
        return when(is_null(offset.copy()), to_utc(wall, zone, reader.clocks), moved)

    return when(not_null(found(value, f"^{MOMENT}$")), held(wall, by_offset_or_zone))


def _seconds_back(offset: Node) -> Node:
    """The seconds from a clock that is ahead by `Z`, `+HH:MM` or `+HHMM` to that of UTC."""
    replace, substr = function("REPLACE"), function("SUBSTR")
    plain = replace(replace(offset, text("Z"), text("+0000")), text(":"), text(""))
    sign, minutes = substr(plain, number(1), number(1)), substr(plain.copy(), number(4), number(2))
    hours = substr(plain.copy(), number(1), number(3))
    parts = [
        exp.Mul(this=exp.TryCast(this=written, to=data_type("BIGINT")), expression=number(size))
        for written, size in ((hours, -3600), (exp.DPipe(this=sign, expression=minutes), -60))
    ]
    return exp.Add(this=parts[0], expression=parts[1])


def in_parts(day: Node, pattern: Node, part: Scalar) -> Node:
    """A date by the parts of a pattern, of which `part` makes texts; all else is joined to them as it is."""
    pieces = [piece for piece in _PART.split(pattern.name) if piece]
    if not any(map(_PART.fullmatch, pieces)):
        return when(not_null(day), text(pattern.name))
    nodes = [part(day.copy(), piece) if _PART.fullmatch(piece) else text(piece) for piece in pieces]
    node = nodes[0]
    for following in nodes[1:]:
        node = exp.DPipe(this=node, expression=following)
    return node
