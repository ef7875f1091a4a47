"""Which columns decide what rows an expression reads: they must be known before it, or nothing can begin.

In: a typed expression of one model's row. Out: the columns that its joins are made by, and those that decide which rows
of the models it reads are visible. An expression that one of them is computed from can never be evaluated.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from coterie.compiler.ir.expr import Expr, Hop, Measure, Outer, Population, Reach, Sequence
from coterie.compiler.ir.traverse import leaves, parts_of
from coterie.compiler.resolving.resolve import Model, World

Column = tuple[str, str]


def deciding_columns(expr: Expr, world: World) -> dict[Column, None]:
    """The computed ones among these columns, as (model, column), each once, in the order they are met."""
    found: dict[Column, None] = {}
    waiting = [expr]
    while waiting:
        for leaf in leaves(waiting.pop()):
            match leaf:
                case Reach():
                    found.update(_of_hop(leaf.hop, world))
                    waiting.append(leaf.value)
                case Measure() | Sequence():
                    for routed in leaf.steps if isinstance(leaf, Sequence) else (leaf,):
                        for hop in routed.path:
                            found.update(_of_hop(hop, world))
                        waiting += parts_of(routed)
                case Outer():
                    waiting.append(leaf.value)
                case Population():
                    found.update(_of_model(world.models[leaf.model]))
                    waiting += parts_of(leaf)
                case _:
                    pass
    return found


def _of_hop(hop: Hop, world: World) -> Iterator[tuple[Column, None]]:
    source, target = world.models[hop.source], world.models[hop.target]
    for here, there in hop.keys:
        yield from _computed(source, here)
        yield from _computed(target, there)
    yield from _of_model(target)


def _of_model(model: Model) -> Iterator[tuple[Column, None]]:
    definition = model.definition
    for role in (definition.timestamp_column, definition.valid_from_column, definition.valid_to_column):
        if role is not None and len(names := model.find_columns(role)) == 1:
            yield from _computed(model, names[0])


def _computed(model: Model, name: str) -> Iterator[tuple[Column, None]]:
    if name not in model.columns and name in model.computed:
        yield (model.name, name), None


def decides_anywhere(world: World) -> bool:
    """Is there any computed column that decides which rows are read?"""
    models = world.models.values()
    hops = (hop for model in models for ways in model.hops.values() for way in ways for hop in way)
    found = chain(*map(_of_model, models), *(_of_hop(hop, world) for hop in hops))
    return next(found, None) is not None
