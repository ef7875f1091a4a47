"""Choices for generated projects: a thin, fast face over a random generator that hypothesis seeds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Chooser:
    """Draws integers and what follows from them."""

    def __init__(self, random: Random) -> None:
        self._random = random

    def integer(self, low: int, high: int) -> int:
        """A number from `low` to `high`, both included."""
        return low + int(self._random.random() * (high - low + 1))

    def chance(self, percent: int) -> bool:
        """True in about `percent` of 100 cases."""
        return self._random.random() * 100 < percent

    def pick(self, items: Sequence[T]) -> T:
        """One of the items."""
        return items[self.integer(0, len(items) - 1)]

    def many(self, make: Callable[[], T], counts: Sequence[int]) -> list[T]:
        """As many things as one of `counts` says."""
        return [make() for _ in range(self.pick(counts))]

    def several(self, items: Sequence[T], low: int, high: int) -> list[T]:
        """`low` to `high` picks, each item at most once, in the order of `items`."""
        count = self.integer(low, min(high, len(items)))
        return [items[index] for index in sorted(self._random.sample(range(len(items)), count))]
