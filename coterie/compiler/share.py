"""Plan → Plan: the same rows from fewer scans.

Each rewrite is a function of its own and may be left out without changing any result.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from coterie.compiler.expr import Column, Expr, Leaf, Logic, conjunction, map_leaves
from coterie.compiler.rel import Aggregate, Body, Join, Named, Plan, Select, Summary, inputs

Rewrite = Callable[[Plan], Plan]


def share(plan: Plan, rewrites: tuple[Rewrite, ...]) -> Plan:
    """Apply the rewrites in order."""
    for rewrite in rewrites:
        plan = rewrite(plan)
    return plan


def merge_aggregates(plan: Plan) -> Plan:
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


def lift_common_filters(plan: Plan) -> Plan:
    """What all summaries of an aggregate ask of a row is asked once, before the rows are grouped."""
    relations = {name: _lifted(body) if isinstance(body, Aggregate) else body for name, body in plan.relations.items()}
    return replace(plan, relations=relations)


def inline_outermost(plan: Plan) -> Plan:
    """A relation that only an entity's statement reads becomes that statement."""
    read = {name for body in plan.relations.values() for name in inputs(body)}
    outputs = tuple(
        replace(output, select=_inlined(output.select, plan.relations))
        if output.select.input not in read and not output.select.joins
        else output
        for output in plan.outputs
    )
    return replace(plan, outputs=outputs)


REWRITES: tuple[Rewrite, ...] = (merge_aggregates, lift_common_filters, inline_outermost)


def _inlined(outer: Select, relations: Mapping[str, Body]) -> Select:
    inner = relations.get(outer.input) if isinstance(outer.input, str) else None
    if not isinstance(inner, Select) or inner.distinct:
        return outer
    held = {column.name: column.expr for column in inner.columns}

    def read(leaf: Leaf) -> Expr:
        return held[leaf.name] if isinstance(leaf, Column) else leaf

    columns = tuple(Named(column.name, map_leaves(column.expr, read)) for column in outer.columns)
    conditions = [*_conjuncts(inner.where), *_conjuncts(outer.where and map_leaves(outer.where, read))]
    return replace(inner, columns=columns, where=conjunction(conditions))


def _lifted(body: Aggregate) -> Aggregate:
    first, *others = [dict.fromkeys(_conjuncts(summary.where)) for summary in body.summaries]
    common = [part for part in first if all(part in other for other in others)]
    if not common:
        return body
    held = set(common)
    summaries = tuple(
        replace(summary, where=conjunction([part for part in _conjuncts(summary.where) if part not in held]))
        for summary in body.summaries
    )
    return replace(body, summaries=summaries, where=conjunction([*_conjuncts(body.where), *common]))


def _conjuncts(where: Expr | None) -> tuple[Expr, ...]:
    if where is None:
        return ()
    return where.args if isinstance(where, Logic) and where.operator == "and" else (where,)


def _renamed(body: Body, renamed: dict[str, str]) -> Body:
    """The body reading renamed relations."""
    if isinstance(body, Aggregate):
        return replace(body, input=renamed.get(body.input, body.input))
    return _renamed_select(body, renamed)


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
