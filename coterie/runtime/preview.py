"""The first rows of a trait or audience. Only here and in `explain` do rows leave the warehouse."""

from __future__ import annotations

from dataclasses import dataclass

from sqlglot import exp

from coterie.compiler.compiled import Compiled
from coterie.runtime.relations import column
from coterie.runtime.warehouse import Row, Warehouse


@dataclass(frozen=True, slots=True)
class Preview:
    """Rows of one entity: its key, and for a trait its value."""

    entity: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def preview(compiled: Compiled, warehouse: Warehouse, *, limit: int) -> Preview:
    """The first rows by key of the one trait (all entities) or audience (its members) that was compiled."""
    (statement,) = compiled.entities
    key = [output.name for output in statement.key]
    columns = (*key, *(trait.name for trait in statement.traits))
    query = (
        exp.select(*(column(name) for name in columns))
        .from_(exp.alias_(exp.Subquery(this=statement.tree), "entity", table=True))
        .where(*(column(audience.name) for audience in statement.audiences))
        .order_by(*(column(name) for name in key))
        .limit(limit)
    )
    return Preview(statement.entity, columns, tuple(warehouse.fetch(query)))
