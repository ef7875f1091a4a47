"""The reference interpreter: the rows that a project means, in plain Python.

In: definitions, tables as rows of Python values, and `as_of`. Out: per entity key, every trait's value and whether the
entity is in each audience. It shares nothing with the compiler but the definition models; it is meant to be obviously
right, and reads like the semantics page: `reference_values` (§2, §3), `reference_rows` (§1, §2), `reference_filters`
(§5), `reference_keys` and `reference_splits` (§6) and `reference_traits` (§4).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from coterie.compiler.definitions import ProjectDef
from tests.properties.reference_audiences import published
from tests.properties.reference_rows import NO_TREES, Tables, Trees, World, slug_of
from tests.properties.reference_splits import group_of
from tests.properties.reference_traits import trait_value

Key = tuple[Any, ...]


@dataclass(frozen=True)
class EntityRows:
    """The rows of one entity model by key: trait values, memberships, and the split group where members have one."""

    traits: dict[Key, dict[str, Any]]
    audiences: dict[Key, dict[str, bool]]
    groups: dict[Key, dict[str, str | None]]


def evaluate(project: ProjectDef, tables: Tables, as_of: datetime, trees: Trees = NO_TREES) -> dict[str, EntityRows]:
    """Every trait and audience that is not a draft, per model that has any."""
    world = World(project, tables, as_of, trait_value, trees)
    results: dict[str, EntityRows] = {}
    for model in world.models:
        traits = [slug_of(t) for t in project.traits if t.parent_model == model and t.status == "active"]
        audiences = [a for a in project.audiences if a.parent_model == model and a.status == "active"]
        if not traits and not audiences:
            continue
        entities = world.entities(model)
        rows = {world.key(row): row for row in entities}
        values = {key: {slug: world.published(row, slug) for slug in traits} for key, row in rows.items()}
        chosen = {slug_of(audience): published(world, audience) for audience in audiences}
        members = {key: {slug: id(row) in found for slug, found in chosen.items()} for key, row in rows.items()}
        groups = {
            key: {
                slug_of(a): group_of(a.splits, key) if flags[slug_of(a)] else None
                for a in audiences
                if a.splits is not None
            }
            for key, flags in members.items()
        }
        results[model] = EntityRows(values, members, groups)
    return results
