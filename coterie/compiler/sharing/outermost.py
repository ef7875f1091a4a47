"""The last relation of an entity is its statement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from coterie.compiler.ir.expr import Column, Expr, Leaf
from coterie.compiler.ir.logic import conjunction, conjuncts
from coterie.compiler.ir.rel import Body, Named, Plan, Select, inputs
from coterie.compiler.ir.traverse import looks_around, map_leaves
from coterie.compiler.sharing.facts import Facts


def inline_outermost(plan: Plan, _: Facts) -> Plan:
    """A relation that only an entity's statement reads becomes that statement."""
    read = {name for body in plan.relations.values() for name in inputs(body)}
    outputs = tuple(
        replace(output, select=_inlined(output.select, plan.relations))
        if output.select.input not in read and not output.select.joins
        else output
        for output in plan.outputs
    )
    return replace(plan, outputs=outputs)


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
