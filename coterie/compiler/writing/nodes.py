"""SELECTs and their parts as sqlglot trees, built in one piece."""

from __future__ import annotations

from sqlglot import exp

from coterie.dialects.base import Node


def identifier(name: str) -> exp.Identifier:
    return exp.Identifier(this=name, quoted=True)


def table_alias(name: str) -> exp.TableAlias:
    return exp.TableAlias(this=identifier(name))


def column_of(name: str, table: str | None = None) -> exp.Column:
    return exp.Column(this=identifier(name), table=None if table is None else identifier(table))


def aliased(node: Node, name: str) -> Node:
    return exp.Alias(this=node, alias=identifier(name))


def one_after_another(selects: list[exp.Select]) -> exp.Query:
    """UNION ALL of one or more, as a balanced tree."""
    if len(selects) == 1:
        return selects[0]
    middle = len(selects) // 2
    parts = [one_after_another(selects[:middle]), one_after_another(selects[middle:])]
    return exp.Union(this=parts[0], expression=parts[1], distinct=False)


def select_of(
    columns: list[Node],
    origin: Node,
    *,
    joins: list[exp.Join] | None = None,
    where: Node | None = None,
    group: list[Node] | None = None,
    distinct: bool = False,
) -> exp.Select:
    """A SELECT built in one piece, without the copies that builder methods make."""
    select = exp.Select(expressions=columns, distinct=exp.Distinct() if distinct else None)
    select.set("from_", exp.From(this=origin))
    if joins:
        select.set("joins", joins)
    if where is not None:
        select.set("where", exp.Where(this=where))
    if group:
        select.set("group", exp.Group(expressions=group))
    return select
