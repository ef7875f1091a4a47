"""Expression trees walked and rebuilt: `children`, `leaves`, `parts_of`, `looks_around`, `map_leaves`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import assert_never

from coterie.compiler.ir.expr import (
    Call,
    Case,
    Cast,
    Expr,
    IsNull,
    IsTrue,
    Leaf,
    Logic,
    Measure,
    Not,
    OneOf,
    Order,
    Over,
    Population,
    Step,
)

Routed = Measure | Step
"""What reads the rows at the end of a path."""


def children(expr: Expr) -> tuple[Expr, ...]:
    """The expressions directly inside, of the same row; what leaves hold speaks of other rows."""
    match expr:
        case Call() | Logic():
            return expr.args
        case Not() | IsTrue() | IsNull() | Cast():
            return (expr.value,)
        case OneOf():
            return (expr.value, *expr.options)
        case Case():
            return (*(part for branch in expr.branches for part in branch), expr.otherwise)
        case Over():
            value = () if expr.value is None else (expr.value,)
            return (*value, *expr.partition, *(by.value for by in expr.order))
        case _:
            return ()


def leaves(expr: Expr) -> Iterator[Leaf]:
    """Every leaf that speaks of the row at hand, from left to right."""
    waiting = [expr]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Leaf):
            yield node
        else:
            waiting.extend(reversed(children(node)))


def parts_of(item: Routed | Population) -> Iterator[Expr]:
    """The expressions over source rows that a measure or a step is made of, or those over all rows of a model."""
    match item:
        case Measure():
            yield from _parts_of_measure(item)
            return
        case Step():
            yield from (item.time, *item.same)
        case Population():
            yield item.value
        case _:
            assert_never(item)
    if item.where is not None:
        yield item.where


def _parts_of_measure(measure: Measure) -> Iterator[Expr]:
    for part in (measure.value, measure.where, measure.seen):
        if part is not None:
            yield part
    yield from measure.key
    for order in measure.reduction.order:
        yield order.value


def looks_around(expr: Expr) -> bool:
    """Is the value made of other rows, too?"""
    waiting = [expr]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Over):
            return True
        waiting += children(node)
    return False


def map_leaves(expr: Expr, change: Callable[[Leaf], Expr]) -> Expr:
    """The same tree with every leaf replaced."""
    if isinstance(expr, Leaf):
        return change(expr)
    match expr:
        case Call():
            return Call(expr.function, tuple([map_leaves(arg, change) for arg in expr.args]), expr.type)
        case Logic():
            return Logic(expr.operator, tuple([map_leaves(arg, change) for arg in expr.args]))
        case Cast():
            return Cast(map_leaves(expr.value, change), expr.type)
        case Not() | IsTrue() | IsNull():
            return type(expr)(map_leaves(expr.value, change))
        case OneOf():
            options = tuple([map_leaves(option, change) for option in expr.options])
            return OneOf(map_leaves(expr.value, change), options)
        case Case():
            branches = tuple([(map_leaves(when, change), map_leaves(then, change)) for when, then in expr.branches])
            return Case(branches, map_leaves(expr.otherwise, change), expr.type)
        case Over():
            partition = tuple([map_leaves(part, change) for part in expr.partition])
            order = tuple([Order(map_leaves(by.value, change), by.descending) for by in expr.order])
            value = None if expr.value is None else map_leaves(expr.value, change)
            return Over(expr.function, value, partition, order, expr.type)
        case _:
            assert_never(expr)
