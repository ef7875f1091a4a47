"""One aggregate for all that is asked of the same rows by the same keys."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from coterie.compiler.ir.expr import Column, Expr, Leaf
from coterie.compiler.ir.rel import Aggregate, Body, Join, Named, Plan, Select, Summary, Union, Unnest
from coterie.compiler.ir.traverse import map_leaves
from coterie.compiler.sharing.facts import Facts


def merge_aggregates(plan: Plan, _: Facts) -> Plan:
    """Aggregates over the same rows by the same keys become one, so that the rows are read once."""
    merged: dict[tuple[object, ...], str] = {}
    renamed: dict[str, str] = {}
    summaries: dict[str, dict[Summary, None]] = {}
    relations: dict[str, Body] = {}
    for name, original in plan.relations.items():
        body = _renamed(original, renamed)
        if isinstance(body, Aggregate):
            first = merged.setdefault((body.input, body.keys, body.where), name)
            summaries.setdefault(first, {}).update(dict.fromkeys(body.summaries))
            if first != name:
                renamed[name] = first
                continue
        relations[name] = body
    for name, body in relations.items():
        if isinstance(body, Aggregate):
            relations[name] = replace(body, summaries=tuple(summaries[name]))
    outputs = tuple(replace(output, select=_renamed_select(output.select, renamed)) for output in plan.outputs)
    return replace(plan, relations=relations, outputs=outputs)


def _renamed(body: Body, renamed: dict[str, str]) -> Body:
    """The body reading renamed relations."""
    match body:
        case Aggregate() | Unnest():
            return replace(body, input=renamed.get(body.input, body.input))
        case Union():
            return Union(tuple(_renamed_select(part, renamed) for part in body.parts))
        case Select():
            return _renamed_select(body, renamed)
        case _:
            assert_never(body)


def _renamed_select(body: Select, renamed: dict[str, str]) -> Select:
    """The SELECT reading renamed relations; joins that became equal are made once."""
    if isinstance(body.input, str):
        body = replace(body, input=renamed.get(body.input, body.input))
    if not any(join.relation in renamed for join in body.joins):
        return body
    joins: dict[Join, int] = {}
    positions = {0: 0}
    for old, join in enumerate(body.joins, 1):
        on = tuple((_moved(left, positions), right) for left, right in join.on)
        moved = replace(join, relation=renamed.get(join.relation, join.relation), on=on)
        positions[old] = joins.setdefault(moved, len(joins) + 1)
    columns = tuple(Named(column.name, _moved(column.expr, positions)) for column in body.columns)
    where = None if body.where is None else _moved(body.where, positions)
    return Select(body.input, columns, tuple(joins), where, body.distinct)


def _moved(expr: Expr, positions: dict[int, int]) -> Expr:
    def move(leaf: Leaf) -> Expr:
        return replace(leaf, source=positions[leaf.source]) if isinstance(leaf, Column) else leaf

    return map_leaves(expr, move)
