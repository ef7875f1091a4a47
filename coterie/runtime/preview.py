"""The first rows of a trait or audience. Only here and in `explain` do rows leave the warehouse."""

from __future__ import annotations

from dataclasses import dataclass

from sqlglot import exp

from coterie.compiler.compiled import Compiled, EntityStatement
from coterie.dialects import Dialect
from coterie.runtime.promises import refuse_broken
from coterie.runtime.relations import SPLIT_GROUP, aliased, column
from coterie.runtime.report import GroupReport, group_reports
from coterie.runtime.warehouse import Row, Warehouse


@dataclass(frozen=True, slots=True)
class Preview:
    """Rows of one entity: its key, and a trait's value or a member's split group; and how large all groups are."""

    entity: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    groups: tuple[GroupReport, ...] = ()


def preview(compiled: Compiled, warehouse: Warehouse, dialect: Dialect, *, schema: str, limit: int) -> Preview:
    """The first rows by key of the one trait (all entities) or audience (its members) that was compiled.

    Raises WarehouseError where what it relies on is not so: as a run does.
    """
    refuse_broken(compiled, warehouse, dialect, schema)
    (statement,) = compiled.entities
    key = [output.name for output in statement.key]
    columns = (*key, *(trait.name for trait in statement.traits), *(split.name for split in statement.splits))
    query = (
        exp.select(*(column(name) for name in columns))
        .from_(_rows(statement))
        .where(*(column(audience.name) for audience in statement.audiences))
        .order_by(*(column(name) for name in key))
        .limit(exp.Literal.number(limit))
    )
    shown = (*columns[: len(columns) - len(statement.splits)], *(SPLIT_GROUP for _ in statement.splits))
    return Preview(statement.entity, shown, tuple(warehouse.fetch(query)), _groups(statement, warehouse))


def _groups(statement: EntityStatement, warehouse: Warehouse) -> tuple[GroupReport, ...]:
    """The split groups of the one audience, with their sizes."""
    for split in statement.splits:
        group = column(split.name)
        query = exp.select(group, exp.Count(this=exp.Star())).from_(_rows(statement)).group_by(group.copy())
        return group_reports(split, {name: size for name, size in warehouse.fetch(query) if name is not None})
    return ()


def _rows(statement: EntityStatement) -> exp.Expr:
    return aliased(statement.tree.copy(), "entity")
