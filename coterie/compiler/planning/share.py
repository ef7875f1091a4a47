"""Plan → Plan: the same rows from fewer scans.

Each rewrite is a function of its own and may be left out without changing any result.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, assert_never

from coterie.compiler.ir.expr import Call, Column, Expr, Leaf, Literal, OneOf
from coterie.compiler.ir.logic import conjunction, conjuncts
from coterie.compiler.ir.rel import Aggregate, Body, Join, Named, Plan, Select, Summary, Union, Unnest, inputs
from coterie.compiler.ir.traverse import looks_around, map_leaves
from coterie.types import BOOLEAN

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
    relations = {
        name: _filtered(body, _common_filters(body)) if isinstance(body, Aggregate) else body
        for name, body in plan.relations.items()
    }
    return replace(plan, relations=relations)


def lift_bounds(plan: Plan) -> Plan:
    """What all summaries of an aggregate ask of a value, each in its own way, is asked loosely before the grouping.

    Of `at >= May` and `at >= June`, May is asked of every row; of `kind = 'a'` and `kind = 'b'`, to be one of them.
    Where no summary wants a row, its group need not be looked up.
    """
    relations = {
        name: _filtered(body, _joint_bounds(body)) if isinstance(body, Aggregate) else body
        for name, body in plan.relations.items()
    }
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


REWRITES: tuple[Rewrite, ...] = (merge_aggregates, lift_common_filters, lift_bounds, inline_outermost)


def _inlined(outer: Select, relations: Mapping[str, Body]) -> Select:
    inner = relations.get(outer.input) if isinstance(outer.input, str) else None
    if not isinstance(inner, Select) or inner.distinct:
        return outer
    if outer.where is not None and any(looks_around(column.expr) for column in inner.columns):
        return outer  # what looks at other rows has to see all of them
    held = {column.name: column.expr for column in inner.columns}

    def read(leaf: Leaf) -> Expr:
        return held[leaf.name] if isinstance(leaf, Column) else leaf

    columns = tuple(Named(column.name, map_leaves(column.expr, read)) for column in outer.columns)
    conditions = [*conjuncts(inner.where), *conjuncts(outer.where and map_leaves(outer.where, read))]
    return replace(inner, columns=columns, where=conjunction(conditions))


def _filtered(body: Aggregate, lifted: list[Expr]) -> Aggregate:
    """The aggregate of only those rows; its summaries need not ask the same again."""
    if not lifted:
        return body
    held = set(lifted)
    summaries = tuple(
        replace(summary, where=conjunction([part for part in conjuncts(summary.where) if part not in held]))
        for summary in body.summaries
    )
    return replace(body, summaries=summaries, where=conjunction([*conjuncts(body.where), *lifted]))


def _common_filters(body: Aggregate) -> list[Expr]:
    first, *others = [dict.fromkeys(conjuncts(summary.where)) for summary in body.summaries]
    return [part for part in first if all(part in other for other in others)]


_LOOSEST = {"ge": min, "gt": min, "le": max, "lt": max}


def _joint_bounds(body: Aggregate) -> list[Expr]:
    """What follows from the filter of each summary, whichever it is."""
    first, *others = [_bounds(summary.where) for summary in body.summaries]
    joint: list[Expr] = []
    for function, value in first:
        if all((function, value) in other for other in others):
            constants = [constant for each in (first, *others) for constant in each[function, value]]
            if function == "eq":
                joint.append(OneOf(value, tuple(dict.fromkeys(constants))))
            else:
                joint.append(Call(function, (value, _LOOSEST[function](constants, key=_value)), BOOLEAN))
    return joint


def _bounds(where: Expr | None) -> dict[tuple[str, Expr], tuple[Expr, ...]]:
    """The constants that a value is compared with, by comparison and value; for `eq`, one of them is equal."""
    found: dict[tuple[str, Expr], tuple[Expr, ...]] = {}
    for part in conjuncts(where):
        match part:
            case OneOf():
                found.setdefault(("eq", part.value), part.options)
            case Call(function="eq", args=(value, Literal() as constant)):
                found.setdefault(("eq", value), (constant,))
            case Call(args=(value, Literal() as constant)) if part.function in _LOOSEST and constant.value is not None:
                found.setdefault((part.function, value), (constant,))
    return found


def _value(constant: Expr) -> Any:
    assert isinstance(constant, Literal)
    return constant.value


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
