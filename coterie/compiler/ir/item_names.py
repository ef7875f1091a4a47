"""Items of a row → the names of the columns that hold them."""

from __future__ import annotations

from coterie.compiler.ir.expr import (
    Bucket,
    Field,
    GroupOf,
    Item,
    Landing,
    Lookup,
    Measure,
    Member,
    Outer,
    Population,
    Query,
    Rank,
    Reach,
    Sequence,
    Stored,
    TraitOf,
)
from coterie.compiler.ir.names import slug_of
from coterie.compiler.ir.traverse import leaves


def name_of(item: Item) -> str:
    """What a column that holds the item is called, if nothing else is."""
    match item:
        case Field():
            return item.name
        case TraitOf():
            return item.slug
        case Member():
            return f"in_{item.slug}" if item.stage == "member" else f"in_{item.slug}_{item.stage}"
        case Landing():
            return f"place_in_{slug_of(item.priority_list)}"
        case Rank():
            return f"rank_in_{item.slug}" if item.stage == "member" else f"rank_in_{item.slug}_{item.stage}"
        case GroupOf():
            return f"group_of_{item.slug}"
        case Bucket():
            return f"bucket_{slug_of(item.salt)[:40]}"
        case Reach():
            inner = [leaf for leaf in leaves(item.value) if isinstance(leaf, Item)]
            return f"{slug_of(item.hop.relationship)}_{name_of(inner[0]) if inner else 'value'}"
        case Outer():
            inner = [leaf for leaf in leaves(item.value) if isinstance(leaf, Item)]
            return f"{name_of(inner[0])}_bound" if inner else "bound"
        case Measure():
            return item.name or f"{item.reduction.function}_{slug_of(item.source)}"
        case Sequence():
            return "sequence"
        case Lookup():
            return item.rows.slug if isinstance(item.rows, Query) else item.rows.name
        case Stored():
            return f"built_{name_of(item.item)}"
        case Population():
            inner = [leaf for leaf in leaves(item.value) if isinstance(leaf, Item)]
            return f"{item.reduction.function}_of_{name_of(inner[0]) if inner else slug_of(item.model)}"
