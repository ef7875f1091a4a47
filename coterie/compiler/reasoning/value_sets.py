"""Sets of values on a line: what comparisons with constants leave. Union, intersection and complement are exact.

A set is where it begins (with every value before the first cut, or with none) and its cuts in order, at each of which
it changes. A cut stands just before a value, `(value, 0)`, or just after it, `(value, 1)`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
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
    if len(sets) == 1:
        return sets[0]
    covering = sum(one.begins for one in sets)
    changes: list[tuple[Cut, int]] = []
    for one in sets:
        inside = one.begins
        for cut in one.cuts:
            inside = not inside
            changes.append((cut, 1 if inside else -1))
    changes.sort(key=itemgetter(0))
    begins, cuts = covering > 0, list[Cut]()
    for cut, group in groupby(changes, key=itemgetter(0)):
        before = covering > 0
        covering += sum(change for _, change in group)
        if before != (covering > 0):
            cuts.append(cut)
    return ValueSet(begins, tuple(cuts))


def intersection(sets: Sequence[ValueSet]) -> ValueSet:
    """The values of all of them."""
    return sets[0] if len(sets) == 1 else union([one.complement for one in sets]).complement
