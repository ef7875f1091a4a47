"""Spark: arrays, and functions of one element at a time."""

from __future__ import annotations

from collections.abc import Sequence

from sqlglot import exp

from coterie.dialects.base import Node, Scalar
from coterie.dialects.nodes import binary, chain, coalesce, function, not_null, one_of, text, when
from coterie.dialects.spark_numbers import compared
from coterie.types import BOOLEAN, Kind, Type

ELEMENT = "e"


def element() -> Node:
    """The element at hand, inside a lambda."""
    return exp.column(ELEMENT)


def each(body: Node, *names: str) -> Node:
    """A function of one element, or of several things by name."""
    return exp.Lambda(this=body, expressions=[exp.to_identifier(name) for name in names or (ELEMENT,)])


def field(value: Node, name: str) -> Node:
    """A field of a struct."""
    return exp.Dot(this=value, expression=exp.to_identifier(name))


def clean_array(value: Node) -> Node:
    return coalesce(function("ARRAY_COMPACT")(value), exp.Array(expressions=[]))


def clean_double_array(value: Node) -> Node:
    kept = exp.And(this=not_null(element()), expression=exp.Not(this=function("ISNAN")(element())))
    return coalesce(function("FILTER")(value, each(kept)), exp.Array(expressions=[]))


def array_contains_any(types: Sequence[Type], result: Type) -> Scalar:
    among = compared(one_of)([_inside(types[0]), *types[1:]], result)
    return lambda values, *options: _any(values, among(element(), *options))


def array_contains_all(types: Sequence[Type], result: Type) -> Scalar:
    def build(values: Node, *options: Node) -> Node:
        pairs = zip(options, types[1:], strict=True)
        return chain(exp.And, [array_contains([types[0], type], result)(values.copy(), one) for one, type in pairs])

    return build


def array_contains(types: Sequence[Type], _: Type) -> Scalar:
    """Nothing equals an element of an empty array, not even NULL."""
    same = compared(binary(exp.EQ))([_inside(types[0]), types[1]], BOOLEAN)

    def build(values: Node, value: Node) -> Node:
        name = _free(ELEMENT, value)
        found = function("EXISTS")(values, each(same(exp.column(name), value), name))
        return found if isinstance(value, exp.Literal) else when(not_null(value.copy()), found)

    return build


def array_contains_between(values: Node, start: Node, end: Node) -> Node:
    begun, ended = exp.GTE(this=element(), expression=start), exp.LT(this=element(), expression=end)
    return _any(values, exp.And(this=begun, expression=ended))


def _any(values: Node, condition: Node) -> Node:
    return function("EXISTS")(values, each(condition))


def _inside(array: Type) -> Type:
    assert array.element is not None
    return array.element


def _free(name: str, node: Node) -> str:
    """The name, or a longer one that no column has: inside a lambda its own names come first."""
    taken = {column.name.lower() for column in node.find_all(exp.Column)}
    while name in taken:
        name += ELEMENT
    return name


def json_text(types: Sequence[Type], _: Type) -> Scalar:
    """JSON is held as text; moments are written to the microsecond."""
    element = types[0].element
    if element is None:
        return lambda value: value
    if element.kind is not Kind.TIMESTAMP:
        return function("TO_JSON")
    pattern = "yyyy-MM-dd'T'HH:mm:ss.SSSSSS"
    formats = ("timestampFormat", f"{pattern}XXX", "timestampNTZFormat", pattern)
    return lambda value: function("TO_JSON")(value, function("MAP")(*map(text, formats)))


def unnest(rows: exp.Select, values: Node, name: str, _: Type) -> exp.Select:
    element = exp.Alias(this=function("EXPLODE")(values), alias=exp.to_identifier(name, quoted=True))
    rows.append("expressions", element)
    return rows
