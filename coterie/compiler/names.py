"""Names that we make up: unique whatever the letter case, since warehouses fold it differently."""

from __future__ import annotations

from collections.abc import Collection, Iterable


class Namer:
    """Gives out names, each once."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {name.lower() for name in taken}
        self._next: dict[str, int] = {}

    def name(self, wanted: str, *, avoiding: Collection[str] = ()) -> str:
        """`wanted` if it is free, else `wanted_2`, `wanted_3`, …; `avoiding` holds names in lower case."""
        lowered = wanted.lower()
        candidate, number = wanted, self._next.get(lowered, 2)
        while candidate.lower() in self._taken or candidate.lower() in avoiding:
            candidate = f"{wanted}_{number}"
            number += 1
        self._next[lowered] = number
        self._taken.add(candidate.lower())
        return candidate
