"""Ways to share the work of a project's statements: prices that make each rewrite act, and rewrites left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from math import inf
from random import Random

from coterie.compiler.sharing.facts import NOTHING_KNOWN, Statistics
from coterie.compiler.sharing.share import REWRITES, Rewrite
from coterie.dialects import Dialect
from coterie.dialects.costs import Costs

RECENT = Costs(scan=0, skip=0, reread=0, group=0, regroup=0, distinct=1_000, ordered=1_000, relation=0)
"""Rows are read as often as anybody can ask for; no set is kept by an aggregate function, and none goes by an order."""
MASKS = Costs(scan=0, skip=0, group=0, distinct=1_000, relation=0, mask_bits=2)
"""Sets of two values are masks; all other values have no place in them."""
FLAGS = Costs(scan=0, skip=0, reread=0, regroup=0, group=1e-6, relation=0, mask_bits=2)
"""Wherever two joins are asked for nothing but conditions, these are the bits of numbers, two in each."""

ONE_SCAN = Costs(scan=1_000, skip=1_000, prunes=False, most_left=inf)
"""All that is asked of rows is asked in one scan, of rows that keep to what some function asks."""


class FewValues:
    """Statistics that are wrong: no column has more than one value."""

    values = 1

    def is_stored(self, model: str) -> bool:
        return True

    def rows(self, model: str) -> int | None:
        return None

    def distinct(self, model: str, column: str) -> int | None:
        return self.values

    def oldest(self, model: str, column: str) -> date | datetime | None:
        return None

    def prunes(self, model: str, column: str) -> bool:
        return False


class ManyValues(FewValues):
    """Every column has so many that one in a thousand rows has any of them."""

    values = 1_000


@dataclass(frozen=True)
class Way:
    """Some of the rewrites, with prices of their own or those of the engine."""

    rewrites: tuple[Rewrite, ...] = REWRITES
    costs: Costs | None = None
    statistics: Statistics = NOTHING_KNOWN

    def priced(self, dialect: Dialect) -> Dialect:
        return dialect if self.costs is None else replace(dialect, costs=self.costs)


USUAL, NO_REWRITES = Way(), Way(())
_RECENT, _MASKS = Way(costs=RECENT, statistics=ManyValues()), Way(costs=MASKS, statistics=FewValues())
_ONE_SCAN, _FLAGS = Way(costs=ONE_SCAN), Way(costs=FLAGS, statistics=ManyValues())


def eager(dialect: Dialect) -> list[Way]:
    """Every rewrite acts where it can, in one of these ways."""
    return [_RECENT, _ONE_SCAN] if dialect.lacks("masked") else [_RECENT, _ONE_SCAN, _MASKS, _FLAGS]


def ways(dialect: Dialect, seed: str) -> Iterator[Way]:
    """Ways that must not differ in rows; of the last, chance decides which rewrites there are."""
    yield USUAL
    yield from eager(dialect)
    chance = Random(seed)
    some = tuple(rewrite for rewrite in REWRITES if chance.random() < 0.7)
    yield replace(chance.choice(eager(dialect)), rewrites=some)
