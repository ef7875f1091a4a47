"""Choices for generated projects: a thin, fast face over hypothesis' `draw`.

Every choice is the same kind of draw, taken modulo what is needed, so that hypothesis may cut, move and repeat parts of
an example without losing their meaning. The first alternative is the plainest one: failures shrink towards it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from hypothesis import strategies as st

T = TypeVar("T")
Draw = Callable[[st.SearchStrategy[Any]], Any]

_ANY = st.integers(0, 1023)


class Chooser:
    """Draws integers and what follows from them."""

    def __init__(self, draw: Draw) -> None:
        self._draw = draw

    def integer(self, low: int, high: int) -> int:
        """A number from `low` to `high`, both included; shrinks towards `low`."""
        return low + int(self._draw(_ANY)) % (high - low + 1)

    def chance(self, percent: int) -> bool:
        """True in about `percent` of 100 cases; shrinks towards False."""
        return self.integer(0, 99) >= 100 - percent

    def pick(self, items: Sequence[T]) -> T:
        """One of the items; shrinks towards the first."""
        return items[self.integer(0, len(items) - 1)]

    def many(self, make: Callable[[], T], counts: Sequence[int]) -> list[T]:
        """As many things as one of `counts` says; each is a span that a failure may shed by itself."""
        made = st.builds(make)
        return [self._draw(made) for _ in range(self.pick(counts))]

    def several(self, items: Sequence[T], low: int, high: int) -> list[T]:
        """`low` to `high` picks, each item at most once, in the order of `items`."""
        count = self.integer(low, min(high, len(items)))
        left = list(range(len(items)))
        chosen = [left.pop(self.integer(0, len(left) - 1)) for _ in range(count)]
        return [items[index] for index in sorted(chosen)]
