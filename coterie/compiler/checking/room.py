"""Rows of a table have but so much room: which table of its entity each trait goes to."""

from __future__ import annotations

from dataclasses import dataclass, field

from coterie.compiler.checking.typed import Typed
from coterie.dialects import Dialect


@dataclass
class Room:
    """Rows that begin with a key, and take columns while there is room; then come the rows of another table."""

    most: int
    key: int
    number: int = 1
    taken: int = field(init=False)

    def __post_init__(self) -> None:
        self.taken = self.key

    def place(self, width: int) -> int:
        """The number of the table that takes a column so wide, which is the last one or a new one."""
        if self.taken > self.key and self.taken + width > self.most:
            self.number, self.taken = self.number + 1, self.key
        self.taken += width
        return self.number


def room_of(typed: Typed, model: str, dialect: Dialect) -> Room | None:
    """The room in tables of an entity; None for as much as anybody wants."""
    if dialect.most_width is None:
        return None
    return Room(dialect.most_width, sum(dialect.width(column.type) for column in typed.key(model)))


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
