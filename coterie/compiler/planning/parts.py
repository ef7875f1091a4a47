"""What is wanted, in parts: as few as engines bear, of which each is computed by statements of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from math import ceil

from coterie.compiler.checking.room import room_of
from coterie.compiler.checking.typed import Typed
from coterie.dialects import Dialect
from coterie.types import BOOLEAN, TEXT

Slugs = tuple[tuple[str, ...], tuple[str, ...]]
"""Those of some traits and of some audiences of one entity."""

Wanted = Mapping[str, Slugs]
"""The traits and audiences to evaluate, by entity model."""

MOST = 5_000
"""How many columns a statement is tried with: of more, most come to more relations than can be joined, and are planned
for nothing."""


def in_rows(typed: Typed, wanted: Wanted, dialect: Dialect) -> list[Wanted]:
    """Parts whose rows have room in a table, each with traits of one table at most."""
    pieces = {
        model: [few for piece in _pieces(typed, model, slugs, dialect) for few in _few(piece, MOST)]
        for model, slugs in wanted.items()
    }
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


def _few(slugs: Slugs, most: int) -> list[Slugs]:
    """Those of one statement, or of several where there are more than that."""
    number = sum(map(len, slugs))
    return [slugs] if number <= most else _sized(slugs, ceil(number / ceil(number / most)))


@dataclass(frozen=True, slots=True)
class Borne:
    """How many columns of an entity were too much first, and how many are tried then.

    That speaks of others only where they are about as many: a few may be very long.
    """

    most: dict[str, tuple[int, int]] = field(default_factory=dict)

    def parts(self, wanted: Wanted) -> list[Wanted]:
        """What need not be tried at once, in parts that may be; none where it may be tried."""
        if len(wanted) != 1:
            return []
        ((model, slugs),) = wanted.items()
        refused, tried = self.most.get(model, (0, 0))
        is_alike = refused / 2 < sum(map(len, slugs)) <= refused
        few = _few(slugs, tried) if is_alike else [slugs]
        return [] if len(few) == 1 else [{model: some} for some in few]

    def apart(self, wanted: Wanted, times: float) -> list[Wanted]:
        """Smaller parts of what is so many times too much: by entity where there are several; none for one column."""
        if len(wanted) > 1:
            return [{model: slugs} for model, slugs in wanted.items()]
        ((model, slugs),) = wanted.items()
        number = sum(map(len, slugs))
        size = ceil(number / ceil(times + 0.1))  # what they have in common is in each of them
        if size == number:
            return []
        self.most.setdefault(model, (number, size))
        return [{model: some} for some in _sized(slugs, size)]


def _sized(slugs: Slugs, size: int) -> list[Slugs]:
    """So many at once, and in the last part what is left of them."""
    traits, audiences = slugs
    ends = range(size, len(traits) + len(audiences) + size, size)
    return [
        (traits[end - size : end], audiences[max(end - size - len(traits), 0) : max(end - len(traits), 0)])
        for end in ends
    ]
