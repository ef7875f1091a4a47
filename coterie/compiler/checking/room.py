"""Rows of a table have but so much room: which table of its entity each trait goes to."""

from __future__ import annotations

from dataclasses import dataclass

from coterie.compiler.checking.typed import Typed
from coterie.dialects import Dialect


@dataclass
class Room:
    """How much columns may take of a row beside its key, and what those of the last table (`number`) take."""

    most: int
    number: int = 1
    taken: int = 0

    def place(self, width: int) -> int:
        """The number of the table that takes a column so wide: the last one, or a new one if that is full."""
        if self.taken and self.taken + width > self.most:
            self.number, self.taken = self.number + 1, 0
        self.taken += width
        return self.number


def room_of(typed: Typed, model: str, dialect: Dialect) -> Room | None:
    """The room in tables of an entity; None for as much as anybody wants."""
    if dialect.most_width is None:
        return None
    return Room(dialect.most_width - sum(dialect.width(column.type) for column in typed.key(model)))


def trait_tables(typed: Typed, dialect: Dialect) -> dict[tuple[str, str], int]:
    """The numbers of the tables of those traits for which the first of their entity has no room.

    The tables are filled in the order in which the traits are defined, whether a run evaluates them or not: so each
    is found where it was published.
    """
    found = dict[tuple[str, str], int]()
    for model in typed.world.models.values():
        if model.traits and (room := room_of(typed, model.name, dialect)) is not None:
            for slug in model.traits:
                number = room.place(dialect.width(typed.traits[model.name, slug].expr.type))
                if number > 1:
                    found[model.name, slug] = number
    return found
