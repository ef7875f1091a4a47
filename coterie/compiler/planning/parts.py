"""What is wanted, in parts: as few as engines bear, of which each is computed by statements of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from math import ceil

from coterie.compiler.checking.room import room_of
from coterie.compiler.checking.typed import Typed
from coterie.dialects import Dialect
from coterie.types import BOOLEAN, TEXT

Slugs = tuple[tuple[str, ...], tuple[str, ...]]
"""Those of some traits and of some audiences of one entity."""

Wanted = Mapping[str, Slugs]
"""The traits and audiences to evaluate, by entity model."""


def in_rows(typed: Typed, wanted: Wanted, dialect: Dialect) -> list[Wanted]:
    """Parts whose rows have room in a table, each with traits of one table at most."""
    pieces = {model: _pieces(typed, model, slugs, dialect) for model, slugs in wanted.items()}
    most = max(map(len, pieces.values()), default=1)
    return [{model: found[n] for model, found in pieces.items() if n < len(found)} for n in range(most)]


def _pieces(typed: Typed, model: str, slugs: Slugs, dialect: Dialect) -> list[Slugs]:
    """The traits by table, and the audiences beside those of the last one while there is room."""
    room = room_of(typed, model, dialect)
    if room is None:
        return [slugs]
    traits, audiences = defaultdict[int, list[str]](list), defaultdict[int, list[str]](list)
    for slug in slugs[0]:
        traits[typed.table(model, slug)].append(slug)
    last = max(traits, default=1)
    taken = sum(dialect.width(typed.traits[model, slug].expr.type) for slug in traits[last])
    room = replace(room, number=last, taken=taken)
    flag, group = dialect.width(BOOLEAN), dialect.width(TEXT)
    for slug in slugs[1]:
        number = room.place(flag + (group if typed.audiences[model, slug].splits else 0))
        audiences[number].append(slug)
    return [(tuple(traits[number]), tuple(audiences[number])) for number in sorted({*traits, *audiences})]


def apart(wanted: Wanted, times: float) -> list[Wanted]:
    """Smaller parts of what is so many times too much: by entity where there are several; none for a single column."""
    if len(wanted) > 1:
        return [{model: slugs} for model, slugs in wanted.items()]
    ((model, (traits, audiences)),) = wanted.items()
    both = [*traits, *audiences]
    size = ceil(len(both) / ceil(times + 0.1))  # what they have in common is in each of them
    if size == len(both):
        return []
    ends = range(size, len(both) + size, size)
    return [
        {model: (traits[end - size : end], audiences[max(end - size - len(traits), 0) : max(end - len(traits), 0)])}
        for end in ends
    ]
