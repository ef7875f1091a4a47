"""Names: what a written one means, and made-up ones that are unique whatever the letter case."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable


def slug_of(name: str) -> str:
    """The name in lower case with every character outside `[a-z0-9_]` as `_`."""
    return re.sub(r"[^a-z0-9_]", "_", name.lower())


def match_name(name: str, known: Iterable[str]) -> list[str]:
    """The names that `name` means: the exact one, else all that differ in letter case only."""
    names = known if isinstance(known, Collection) else tuple(known)
    if name in names:
        return [name]
    lowered = name.lower()
    return [candidate for candidate in names if candidate.lower() == lowered]


def folded(names: Iterable[str]) -> dict[str, list[str]]:
    """Names by what they are in lower case."""
    found: dict[str, list[str]] = {}
    for name in names:
        found.setdefault(name.lower(), []).append(name)
    return found


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
