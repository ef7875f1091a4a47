"""Expression trees walked and rebuilt: `children`, `leaves`, `parts_of`, `looks_around`, `map_leaves`,
`map_children`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeGuard, assert_never, get_args

from coterie.compiler.ir.expr import (
    Call,
    Case,
    Cast,
    Expr,
    Inner,
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

_INNER = frozenset(get_args(Inner))


def _is_leaf(expr: Expr) -> TypeGuard[Leaf]:
    """As `isinstance` says, which would ask each of the seventeen kinds of leaves."""
    return type(expr) not in _INNER


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
        if _is_leaf(node):
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
    return change(expr) if _is_leaf(expr) else map_children(expr, lambda part: map_leaves(part, change))


def map_children(expr: Expr, change: Callable[[Expr], Expr]) -> Expr:
    """The same node with what is directly inside replaced; a leaf as it is."""
    match expr:
        case Call():
            return Call(expr.function, tuple(map(change, expr.args)), expr.type)
        case Logic():
            return Logic(expr.operator, tuple(map(change, expr.args)))
        case Cast():
            return Cast(change(expr.value), expr.type)
        case Not() | IsTrue() | IsNull():
            return type(expr)(change(expr.value))
        case OneOf():
            return OneOf(change(expr.value), tuple(map(change, expr.options)))
        case Case():
            branches = tuple([(change(when), change(then)) for when, then in expr.branches])
            return Case(branches, change(expr.otherwise), expr.type)
        case Over():
            order = tuple([Order(change(by.value), by.descending) for by in expr.order])
            value = None if expr.value is None else change(expr.value)
            return Over(expr.function, value, tuple(map(change, expr.partition)), order, expr.type)
    leaf: Leaf = expr  # as the types say: nothing else is left
    return leaf
