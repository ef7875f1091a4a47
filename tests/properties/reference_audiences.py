"""Limits and priority lists in the reference interpreter (semantics §6): filter tree, then list, then limit."""

from __future__ import annotations

from coterie.compiler.definitions import AudienceDef
from tests.properties.reference_filters import audience_of, passes_tree
from tests.properties.reference_limits import first
from tests.properties.reference_rows import Row, World


def published(world: World, audience: AudienceDef) -> set[int]:
    """The ids of the rows that are published: who passes the tree, lands here, and is within the limit."""
    members = [row for row in world.entities(audience.parent_model) if lands_in(world, audience, row)]
    return {id(row) for row in first(world, audience.limit, members)}


def lands_in(world: World, audience: AudienceDef, row: Row) -> bool:
    """Does the row pass the tree, and of no audience before in the priority list? Drafts take nobody."""
    for found in world.project.priority_lists:
        others = [audience_of(world, name, row) for name in found.audiences] if found.parent_model == row.model else []
        if audience in others:
            before = others[: others.index(audience)]
            if any(other.status == "active" and passes_tree(world, other, row) for other in before):
                return False
    return passes_tree(world, audience, row)
