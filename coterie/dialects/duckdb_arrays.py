"""DuckDB: arrays, which are lists."""

from __future__ import annotations

from sqlglot import exp

from coterie.dialects.base import Node, Scalar
from coterie.dialects.nodes import coalesce, function, not_null, number
from coterie.types import Type

ELEMENT = "e"


def element() -> Node:
    """The element at hand, inside a lambda."""
    return exp.column(ELEMENT)


def each(body: Node) -> Node:
    """A function of one element, as DuckDB's list functions take it."""
    return exp.Lambda(this=body, expressions=[exp.to_identifier(ELEMENT)], colon=True)


def clean_array(value: Node) -> Node:
    return _kept(value, not_null(element()))


def clean_double_array(value: Node) -> Node:
    return _kept(value, exp.And(this=not_null(element()), expression=exp.Not(this=function("ISNAN")(element()))))


def _kept(value: Node, condition: Node) -> Node:
    """The elements that fulfil a condition; [] for NULL."""
    return coalesce(function("LIST_FILTER")(value, each(condition)), exp.Array(expressions=[]))


def array_of(name: str) -> Scalar:
    """A function of two arrays, the second of them written out."""
    return lambda values, *options: function(name)(values, exp.Array(expressions=list(options)))


def unnest(rows: exp.Select, values: Node, name: str, _: Type) -> exp.Select:
    element = exp.Alias(this=function("UNNEST")(values), alias=exp.to_identifier(name, quoted=True))
    rows.append("expressions", element)
    return rows


def array_contains_between(values: Node, start: Node, end: Node) -> Node:
    begun, ended = exp.GTE(this=element(), expression=start), exp.LT(this=element(), expression=end)
    found = function("LIST_FILTER")(values, each(exp.And(this=begun, expression=ended)))
    return exp.GT(this=function("LEN")(found), expression=number(0))
