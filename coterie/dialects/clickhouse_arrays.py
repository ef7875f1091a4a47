"""ClickHouse: arrays, numbered from 1, each held in a tuple."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlglot import exp

from coterie.dialects.base import Node, Scalar
from coterie.dialects.clickhouse_moments import iso_text
from coterie.dialects.clickhouse_nodes import each, held_array, plain_array
from coterie.dialects.nodes import chain, function, not_null, text, tight, when
from coterie.types import Kind, Type


def clean_array(value: Node) -> Node:
    return held_array(each("arrayFilter", value, not_null))


def clean_double_array(value: Node) -> Node:
    def is_number(one: Node) -> Node:
        return exp.And(this=not_null(one), expression=exp.Not(this=function("isNaN")(one.copy())))

    return held_array(each("arrayFilter", value, is_number))


def array_contains_any(types: Sequence[Type], _: Type) -> Scalar:
    def build(values: Node, *options: Node) -> Node:
        if _are_texts(types):
            return function("hasAny")(plain_array(values), exp.Array(expressions=list(options)))
        return _exists(values, lambda one: chain(exp.Or, [_equal(one, option) for option in options]))

    return build


def array_contains_all(types: Sequence[Type], _: Type) -> Scalar:
    def build(values: Node, *options: Node) -> Node:
        if _are_texts(types):
            return function("hasAll")(plain_array(values), exp.Array(expressions=list(options)))
        return chain(exp.And, [_holds(values, option) for option in options])

    return build


def array_contains(types: Sequence[Type], _: Type) -> Scalar:
    def build(values: Node, value: Node) -> Node:
        found = function("has")(plain_array(values), value) if _are_texts(types) else _holds(values, value)
        return found if isinstance(value, exp.Literal) else when(not_null(value.copy()), found)

    return build


def array_contains_between(values: Node, start: Node, end: Node) -> Node:
    def inside(one: Node) -> Node:
        begun = exp.GTE(this=one, expression=tight(start))
        return exp.And(this=begun, expression=exp.LT(this=one.copy(), expression=tight(end)))

    return _exists(values, inside)


def _are_texts(types: Sequence[Type]) -> bool:
    """Elements and values that need no common type."""
    return types[1].kind is Kind.TEXT


def _holds(values: Node, value: Node) -> Node:
    return _exists(values.copy(), lambda one: _equal(one, value))


def _exists(values: Node, condition: Callable[[Node], Node]) -> Node:
    return each("arrayExists", plain_array(values), condition)


def _equal(one: Node, other: Node) -> Node:
    return exp.EQ(this=one.copy(), expression=tight(other.copy()))


def of_array(name: str) -> Scalar:
    """A function of an array, and of what else it takes."""
    return lambda values, *args: function(name)(plain_array(values), *args)


def array_length(values: Node) -> Node:
    return function("toInt64")(function("length")(plain_array(values)))


def unnest(rows: exp.Select, values: Node, name: str, _: Type) -> exp.Select:
    element = exp.Alias(this=function("arrayJoin")(plain_array(values)), alias=exp.to_identifier(name, quoted=True))
    rows.append("expressions", element)
    return rows


def json_text(types: Sequence[Type], _: Type) -> Scalar:
    """Written element by element, as no setting can change it; JSON is as it was written."""
    element = types[0].element
    if element is None:
        return lambda value: value

    def build(values: Node) -> Node:
        written = each("arrayMap", plain_array(values), lambda one: _json_element(one, element))
        joined = function("arrayStringConcat")(written, text(","))
        return function("concat")(text("["), joined, text("]"))

    return build


def _json_element(one: Node, type: Type) -> Node:
    match type.kind:
        case Kind.TEXT:
            return function("toJSONString")(one)
        case Kind.BOOLEAN:
            return when(one, text("true"), text("false"))
        case Kind.DATE:
            return function("concat")(text('"'), function("toString")(one), text('"'))
        case Kind.TIMESTAMP:
            return function("concat")(text('"'), iso_text(one), text('"'))
    return function("toString")(one)
