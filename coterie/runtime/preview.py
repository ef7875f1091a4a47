"""The first rows of a trait or audience: the one place where rows leave the warehouse."""

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


def preview(compiled: Compiled, warehouse: Warehouse, *, limit: int) -> tuple[Preview, ...]:
    """The first rows by key of everything compiled: of each trait all entities, of each audience its members."""
    previews = []
    for statement in compiled.entities:
        key = [output.name for output in statement.key]
        for output in (*statement.traits, *statement.audiences):
            shown = key if output in statement.audiences else [*key, output.name]
            query = (
                exp.select(*(column(name) for name in shown))
                .from_(statement.tree.subquery("entity"))
                .order_by(*(column(name) for name in key))
                .limit(limit)
            )
            if output in statement.audiences:
                query = query.where(column(output.name))
            names = (*key, *([output.slug] if output in statement.traits else []))
            previews.append(Preview(statement.entity, names, tuple(warehouse.fetch(query))))
    return tuple(previews)
