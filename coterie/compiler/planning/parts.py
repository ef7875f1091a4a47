"""What is wanted, in parts: as few as engines bear, of which each is computed by statements of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

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
    room.number = max(traits, default=1)
    room.taken += sum(dialect.width(typed.traits[model, slug].expr.type) for slug in traits[room.number])
    flag, group = dialect.width(BOOLEAN), dialect.width(TEXT)
    for slug in slugs[1]:
        number = room.place(flag + (group if typed.audiences[model, slug].splits else 0))
        audiences[number].append(slug)
    return [(tuple(traits[number]), tuple(audiences[number])) for number in sorted({*traits, *audiences})]


def halved(wanted: Wanted) -> tuple[Wanted, Wanted] | None:
    """Two parts of about the same size, by entity where there are several; None for a single trait or audience."""
    models = list(wanted.items())
    if len(models) > 1:
        middle = len(models) // 2
        return dict(models[:middle]), dict(models[middle:])
    for model, (traits, audiences) in models:
        middle = (len(traits) + len(audiences)) // 2
        if middle:
            first = traits[:middle], audiences[: max(middle - len(traits), 0)]
            second = traits[middle:], audiences[max(middle - len(traits), 0) :]
            return {model: first}, {model: second}
    return None
