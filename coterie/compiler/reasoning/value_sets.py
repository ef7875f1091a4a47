"""Sets of values on a line: what comparisons with constants leave. Union, intersection and complement are exact.

A set is where it begins (with every value before the first cut, or with none) and its cuts in order, at each of which
it changes. A cut stands just before a value, `(value, 0)`, or just after it, `(value, 1)`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

Cut = tuple[Any, int]


@dataclass(frozen=True, slots=True)
class ValueSet:
    """The values between every second pair of cuts."""

    begins: bool
    cuts: tuple[Cut, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not self.begins and not self.cuts

    @property
    def complement(self) -> ValueSet:
        """All other values."""
        return ValueSet(not self.begins, self.cuts)

    @property
    def whole(self) -> ValueSet:
        """The same whole numbers, and no others: cuts stand just before whole numbers."""
        cuts = [(math.floor(value) + 1 if after else math.ceil(value), 0) for value, after in self.cuts]
        kept: list[Cut] = []
        for cut in cuts:
            if kept and kept[-1] == cut:
                kept.pop()
            else:
                kept.append(cut)
        return ValueSet(self.begins, tuple(kept))


NOTHING = ValueSet(False)
EVERYTHING = ValueSet(True)


def points(values: Iterable[Any]) -> ValueSet:
    """Just these values."""
    return union([ValueSet(False, ((value, 0), (value, 1))) for value in dict.fromkeys(values)])


def compared(operator: str, value: Any) -> ValueSet:
    """The values for which the comparison with a constant is true: eq, ne, lt, le, gt, ge."""
    match operator:
        case "eq":
            return points([value])
        case "ne":
            return points([value]).complement
        case "lt":
            return ValueSet(True, ((value, 0),))
        case "le":
            return ValueSet(True, ((value, 1),))
        case "gt":
            return ValueSet(False, ((value, 1),))
    return ValueSet(False, ((value, 0),))


def union(sets: Sequence[ValueSet]) -> ValueSet:
    """The values of any of them; takes time for sorting all cuts once."""
    cut = [one for one in sets if one.cuts or one.begins]
    if len(cut) < 2:
        return cut[0] if cut else NOTHING
    return _covered(cut, 1)


def intersection(sets: Sequence[ValueSet]) -> ValueSet:
    """The values of all of them."""
    cut = [one for one in sets if one.cuts or not one.begins]
    if len(cut) < 2:
        return cut[0] if cut else EVERYTHING
    return _covered(cut, len(cut))


def _covered(sets: Sequence[ValueSet], least: int) -> ValueSet:
    """The values that are in so many of the sets at least."""
    covering = sum([one.begins for one in sets])
    changes: list[tuple[Cut, int]] = []
    for one in sets:
        change = -1 if one.begins else 1
        for cut in one.cuts:
            changes.append((cut, change))
            change = -change
    changes.sort(key=itemgetter(0))
    begins, cuts = covering >= least, list[Cut]()
    last, inside = len(changes) - 1, covering >= least
    for position, (cut, change) in enumerate(changes):
        covering += change
        if position < last and changes[position + 1][0] == cut:
            continue  # all that changes at a cut does so at once
        if inside != (covering >= least):
            inside = not inside
            cuts.append(cut)
    return ValueSet(begins, tuple(cuts))
