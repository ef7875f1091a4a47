"""PostgreSQL: arrays, numbered from 1."""

from __future__ import annotations

from sqlglot import exp

from coterie.dialects.base import Node
from coterie.dialects.nodes import chain, coalesce, function, not_null, number, text, tight, when
from coterie.types import Type


def clean_array(value: Node) -> Node:
    return coalesce(function("ARRAY_REMOVE")(value, exp.Null()), text("{}"))


def clean_double_array(value: Node) -> Node:
    without = function("ARRAY_REMOVE")(function("ARRAY_REMOVE")(value, exp.Null()), text("NaN"))
    return coalesce(without, text("{}"))


def array_contains_any(values: Node, *options: Node) -> Node:
    among = exp.In(this=exp.column("e"), expressions=list(options))
    return exp.Exists(this=elements(function("UNNEST")(values), number(1), among))


def array_contains_all(values: Node, *options: Node) -> Node:
    return chain(exp.And, [_equals_any(values.copy(), option) for option in options])


def array_contains(values: Node, value: Node) -> Node:
    """Nothing equals an element of an empty array, not even NULL."""
    return when(not_null(value), _equals_any(values, value.copy()))


def _equals_any(values: Node, value: Node) -> Node:
    return exp.EQ(this=tight(value), expression=exp.Any(this=exp.Paren(this=values)))


def array_contains_between(values: Node, start: Node, end: Node) -> Node:
    element = exp.column("e")
    inside = exp.And(
        this=exp.GTE(this=element, expression=tight(start)),
        expression=exp.LT(this=element.copy(), expression=tight(end)),
    )
    return exp.Exists(this=elements(function("UNNEST")(values), number(1), inside))


def elements(rows: Node, selected: Node, where: Node | None = None) -> exp.Select:
    """`SELECT selected FROM rows AS _(e) WHERE …`, of a function that gives rows; the element is called `e`."""
    alias = exp.TableAlias(this=exp.to_identifier("_"), columns=[exp.to_identifier("e")])
    found = exp.Select(expressions=[selected])
    found.set("from_", exp.From(this=exp.Table(this=rows, alias=alias)))
    if where is not None:
        found.set("where", exp.Where(this=where))
    return found


def array_element(values: Node, n: Node) -> Node:
    """From the end for a negative n, which is written in parentheses."""
    position: Node = n
    if isinstance(n, exp.Paren):
        size = function("CARDINALITY")(values.copy())
        position = exp.Sub(this=size, expression=number(int(n.this.name) - 1)) if n.this.name != "1" else size
    return exp.Bracket(this=exp.Paren(this=values), expressions=[position], offset=1)


def sliced(values: Node, limit: int | None) -> Node:
    """The first so many."""
    if limit is None:
        return values
    return exp.Bracket(
        this=exp.Paren(this=values), expressions=[exp.Slice(this=number(1), expression=number(limit))], offset=1
    )


def unnest(rows: exp.Select, values: Node, name: str, _: Type) -> exp.Select:
    element = exp.Alias(this=function("UNNEST")(values), alias=exp.to_identifier(name, quoted=True))
    rows.append("expressions", element)
    return rows
