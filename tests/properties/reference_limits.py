"""The first rows by a trait or column (semantics §6)."""

from __future__ import annotations

from functools import cmp_to_key
from typing import Any

from coterie.compiler.definitions import LimitDef
from tests.properties.reference_rows import Row, World
from tests.properties.reference_values import compare


def first(world: World, limit: LimitDef | None, rows: list[Row]) -> list[Row]:
    """At most so many of the rows, all of which have a key: in order, NULL last, then by key."""
    if limit is None:
        return rows

    def order(one: Row, other: Row) -> int:
        left, right = value(world, limit.by, one), value(world, limit.by, other)
        if (left is None) != (right is None):
            return 1 if left is None else -1
        if left is not None and (found := compare(left, right)) != 0:
            return found if limit.direction == "ascending" else -found
        parts = zip(world.key(one), world.key(other), strict=True)
        return next((found for a, b in parts if (found := compare(a, b)) != 0), 0)

    return sorted(rows, key=cmp_to_key(order))[: limit.n]


def value(world: World, name: str, row: Row) -> Any:
    """A trait in braces, or the column or trait of that name."""
    if name.startswith("{"):
        return world.trait(row, name[1:-1])
    return world.trait(row, name) if (row.model, name) in world.traits else world.value(row, name)
