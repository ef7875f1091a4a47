"""Short names for the sqlglot nodes that dialects and `lower` build. Operands are put in parentheses where needed."""

from __future__ import annotations

from collections.abc import Callable

from sqlglot import exp

from coterie.dialects.base import Node, Sort

_LOOSE = (exp.Binary, exp.Unary, exp.In, exp.Between)
_FROM_THE_LEFT = (exp.Add, exp.Sub, exp.Mul)
"""What needs no parentheses where several of a kind are applied one after the other."""


def tight(node: Node) -> Node:
    """The node as an operand: in parentheses if it is an operation itself."""
    return exp.Paren(this=node) if isinstance(node, _LOOSE) and not isinstance(node, exp.Paren) else node


def binary(kind: type[exp.Binary]) -> Callable[..., Node]:
    """An infix operator."""
    if kind in _FROM_THE_LEFT:
        return lambda left, right: kind(this=left if type(left) is kind else tight(left), expression=tight(right))
    return lambda left, right: kind(this=tight(left), expression=tight(right))


def one_of(value: Node, *options: Node) -> Node:
    """`value IN (options)`."""
    return exp.In(this=tight(value), expressions=list(options))


def function(name: str) -> Callable[..., Node]:
    """A function by the engine's own name."""
    return lambda *args: exp.Anonymous(this=name, expressions=list(args))


def number(value: object) -> Node:
    """A number written out; negative ones in parentheses."""
    text = f"{value:f}" if not isinstance(value, int) else str(value)
    positive = exp.Literal.number(text.removeprefix("-"))
    return exp.Paren(this=exp.Neg(this=positive)) if text.startswith("-") else positive


def text(value: str) -> Node:
    """A text literal."""
    return exp.Literal.string(value)


def data_type(name: str) -> exp.DataType:
    """A type without parameters, by sqlglot's name for it."""
    return exp.DataType(this=exp.DType[name], nested=False)


def decimal_type(precision: int, scale: int) -> exp.DataType:
    """`DECIMAL(precision, scale)`."""
    parameters = [exp.DataTypeParam(this=exp.Literal.number(digits)) for digits in (precision, scale)]
    return exp.DataType(this=exp.DType.DECIMAL, expressions=parameters, nested=False)


def cast(node: Node, type: exp.DataType) -> Node:
    return exp.Cast(this=node, to=type)


def as_double(node: Node) -> Node:
    return cast(node, data_type("DOUBLE"))


def when(condition: Node, value: Node, otherwise: Node | None = None) -> Node:
    """`CASE WHEN condition THEN value [ELSE otherwise] END`."""
    return exp.Case(ifs=[exp.If(this=condition, true=value)], default=otherwise)


def is_null(node: Node) -> Node:
    return exp.Is(this=tight(node), expression=exp.Null())


def not_null(node: Node) -> Node:
    return exp.Is(this=tight(node), expression=exp.Not(this=exp.Null()))


def coalesce(first: Node, *others: Node) -> Node:
    """Some engines take COALESCE of two values or more only."""
    return exp.Coalesce(this=first, expressions=list(others)) if others else first


def nullif(node: Node, other: Node) -> Node:
    return exp.Nullif(this=node, expression=other)


def count(value: Node) -> Node:
    """`COUNT(value)`."""
    return exp.Count(this=value)


def ordered(node: Node, *, descending: bool) -> Node:
    """A sort key; NULLs come last ascending and first descending."""
    return exp.Ordered(this=node, desc=descending, nulls_first=descending)


def sort_keys(sort: Sort) -> list[Node]:
    """A sort key where the engine can say where NULLs come."""
    return [ordered(sort.node, descending=sort.descending)]


def filtered(aggregate: Node, condition: Node | None) -> Node:
    """`aggregate FILTER (WHERE condition)`."""
    return aggregate if condition is None else exp.Filter(this=aggregate, expression=exp.Where(this=condition))


def chain(kind: type[exp.Connector], parts: list[Node]) -> Node:
    """AND or OR of many, as a balanced tree, so that its depth grows with the logarithm of its size."""
    if len(parts) == 1:
        return parts[0]
    middle = len(parts) // 2
    return kind(this=chain(kind, parts[:middle]), expression=chain(kind, parts[middle:]))
