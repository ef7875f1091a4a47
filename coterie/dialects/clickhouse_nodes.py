"""ClickHouse: short names for what its functions of arrays and lambdas look like.

An array cannot be NULL, but a tuple can: inside a statement an array is held as a tuple of itself alone.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlglot import exp

from coterie.dialects.base import Node
from coterie.dialects.nodes import function, number


def held_array(values: Node) -> Node:
    """An array that may be NULL."""
    return function("tuple")(values)


def plain_array(held: Node) -> Node:
    """The array itself; [] for NULL."""
    return function("tupleElement")(held, number(1))


def each(name: str, values: Node, body: Callable[[Node], Node]) -> Node:
    """A function of an array and of what is done with each element of it."""
    return function(name)(_of_one(body), values)


def bound(value: Node, body: Callable[[Node], Node]) -> Node:
    """An expression of a value that is computed once, however often it occurs."""
    values = each("arrayMap", exp.Array(expressions=[value]), body)
    return function("arrayElement")(values, number(1))


def _of_one(body: Callable[[Node], Node]) -> Node:
    """A function of one value, whose name no function inside of it hides."""
    tree = body(exp.column(_WAITING))
    inner = [int(one.expressions[0].name.removeprefix(_NAME)) for one in tree.find_all(exp.Lambda)]
    name = f"{_NAME}{max(inner, default=0) + 1}"
    for column in list(tree.find_all(exp.Column)):
        if column.name == _WAITING:
            column.this.set("this", name)
    return exp.Lambda(this=tree, expressions=[exp.to_identifier(name)])


_NAME = "_it_"  # hides a column that is called so
_WAITING = "_it"
