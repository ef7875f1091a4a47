"""Snowflake: arrays, which hold VARIANTs, numbered from 0. An element is cast to its type before it is looked at.

https://docs.snowflake.com/en/user-guide/querying-semistructured#label-higher-order-functions
"""

from __future__ import annotations

from sqlglot import exp

from coterie.dialects.base import Node, Scalar
from coterie.dialects.nodes import cast, chain, coalesce, function, not_null, number, tight, when
from coterie.dialects.snowflake_numbers import without_nan
from coterie.dialects.snowflake_types import array_type
from coterie.types import Type

_ELEMENT = "coterie_element"  # which hides a column named like it
_FLATTENED = "_flattened"


def element() -> Node:
    """The element at hand, inside a lambda."""
    return exp.column(_ELEMENT)


def _typed(type: exp.DataType) -> Node:
    return cast(element(), type.copy())


def _lambda(body: Node) -> Node:
    return exp.Lambda(this=body, expressions=[exp.to_identifier(_ELEMENT)])


def kept(values: Node, condition: Node) -> Node:
    """The elements that fulfil a condition."""
    return function("FILTER")(values, _lambda(condition))


def each(values: Node, body: Node) -> Node:
    """What comes of every element."""
    return function("TRANSFORM")(values, _lambda(body))


def or_empty(values: Node) -> Node:
    return coalesce(values, function("ARRAY_CONSTRUCT")())


def clean_array(type: exp.DataType) -> Scalar:
    """An element that is JSON's null is NULL once it is cast."""
    return lambda values: or_empty(each(kept(values, not_null(_typed(type))), _typed(type)))


def clean_double_array(type: exp.DataType) -> Scalar:
    return lambda values: or_empty(each(kept(values, not_null(without_nan(_typed(type)))), _typed(type)))


def _any(values: Node, condition: Node) -> Node:
    return exp.GT(this=function("ARRAY_SIZE")(kept(values, condition)), expression=number(0))


def _equal(type: exp.DataType, option: Node) -> Node:
    return exp.EQ(this=_typed(type), expression=tight(option))


def array_contains_any(type: exp.DataType) -> Scalar:
    return lambda values, *options: _any(values, exp.In(this=_typed(type), expressions=list(options)))


def array_contains_all(type: exp.DataType) -> Scalar:
    return lambda values, *options: chain(exp.And, [_any(values.copy(), _equal(type, option)) for option in options])


def array_contains(type: exp.DataType) -> Scalar:
    return lambda values, value: when(not_null(value), _any(values, _equal(type, value.copy())))


def array_contains_between(type: exp.DataType) -> Scalar:
    def build(values: Node, start: Node, end: Node) -> Node:
        begun = exp.GTE(this=_typed(type), expression=tight(start))
        ended = exp.LT(this=_typed(type), expression=tight(end))
        return _any(values, exp.And(this=begun, expression=ended))

    return build


def array_element(type: exp.DataType) -> Scalar:
    """From the end for a negative n, which is written in parentheses. Before the first there is none either."""

    def build(values: Node, n: Node) -> Node:
        if not isinstance(n, exp.Paren):
            return cast(function("GET")(values, number(int(n.name) - 1)), type.copy())
        last = exp.Sub(this=function("ARRAY_SIZE")(values.copy()), expression=number(int(n.this.name)))
        found = cast(function("GET")(values, last), type.copy())
        return when(exp.GTE(this=last.copy(), expression=number(0)), found)

    return build


def unnest(rows: exp.Select, values: Node, name: str, type: Type) -> exp.Select:
    """FLATTEN brings columns of its own, so those of the rows are told by their table."""
    table = rows.args["from_"].this.name
    for node in (*rows.expressions, values):
        for column in node.find_all(exp.Column):
            column.set("table", exp.to_identifier(table, quoted=True))
    flatten = function("FLATTEN")(exp.Kwarg(this=exp.var("INPUT"), expression=values))
    alias = exp.TableAlias(this=exp.to_identifier(_FLATTENED))
    rows.append("joins", exp.Join(this=exp.Lateral(this=flatten, alias=alias)))
    found = cast(exp.column("VALUE", table=_FLATTENED), array_type(type))
    rows.append("expressions", exp.Alias(this=found, alias=exp.to_identifier(name, quoted=True)))
    return rows
