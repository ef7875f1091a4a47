"""Trino: arrays, and functions of one element at a time, which find elements that are not NULL.

https://trino.io/docs/current/functions/array.html
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlglot import exp

from coterie.dialects.base import Node, Scalar
from coterie.dialects.nodes import cast, chain, coalesce, function, not_null, number, one_of, text, tight, when
from coterie.dialects.trino_types import array_of
from coterie.types import Kind, Type

_ELEMENT = "coterie_element"  # which hides a column named like it
_UNNESTED = "_unnested"


def element() -> Node:
    """The element at hand, inside a lambda."""
    return exp.column(_ELEMENT)


def lambda_of(body: Node) -> Node:
    return exp.Lambda(this=body, expressions=[exp.to_identifier(_ELEMENT)])


def named(value: Node, body: Node) -> Node:
    """What comes of a value that a body calls its element: it is computed once, however often the body names it."""
    return function("ELEMENT_AT")(function("TRANSFORM")(array_of([value]), lambda_of(body)), number(1))


def _kept(values: Node, condition: Node) -> Node:
    return function("FILTER")(values, lambda_of(condition))


def clean_array(values: Node) -> Node:
    return coalesce(_kept(values, not_null(element())), array_of([]))


def clean_double_array(values: Node) -> Node:
    kept = exp.And(this=not_null(element()), expression=exp.Not(this=function("IS_NAN")(element())))
    return coalesce(_kept(values, kept), array_of([]))


def extreme(name: str) -> Scalar:
    """ARRAY_MIN or ARRAY_MAX of what is not NULL: of LEAST and GREATEST, one NULL makes NULL."""
    return lambda *values: function(name)(_kept(array_of(values), not_null(element())))


def _any(values: Node, condition: Node) -> Node:
    return function("ANY_MATCH")(values, lambda_of(condition))


def _equal(option: Node) -> Node:
    return exp.EQ(this=element(), expression=tight(option))


def array_contains_any(values: Node, *options: Node) -> Node:
    return _any(values, one_of(element(), *options))


def array_contains_all(values: Node, *options: Node) -> Node:
    return chain(exp.And, [_any(values.copy(), _equal(option)) for option in options])


def array_contains(values: Node, value: Node) -> Node:
    """Nothing equals an element of an empty array, not even NULL."""
    return when(not_null(value), _any(values, _equal(value.copy())))


def array_contains_between(values: Node, start: Node, end: Node) -> Node:
    begun, ended = exp.GTE(this=element(), expression=tight(start)), exp.LT(this=element(), expression=tight(end))
    return _any(values, exp.And(this=begun, expression=ended))


def json_text(types: Sequence[Type], _: Type) -> Scalar:
    """Exact numbers and truth are written as they are in JSON; days and times as texts are."""
    element = types[0].element
    if element is not None and (element.is_exact or element.kind is Kind.BOOLEAN):
        return _as_they_are
    is_time = element is not None and element.is_temporal
    return lambda values: function("JSON_FORMAT")(cast(_as_texts(values) if is_time else values, _JSON.copy()))


_JSON = exp.DataType(this=exp.DType.JSON, nested=False)
_TEXTS = exp.DataType(
    this=exp.DType.ARRAY, expressions=[exp.DataType(this=exp.DType.VARCHAR, nested=False)], nested=True
)


def _as_texts(values: Node) -> Node:
    return cast(values, _TEXTS.copy())


def _as_they_are(values: Node) -> Node:
    inside = function("ARRAY_JOIN")(_as_texts(values), text(","))
    return exp.DPipe(this=exp.DPipe(this=text("["), expression=inside), expression=text("]"))


def unnest(rows: exp.Select, values: Node, name: str, _: Type) -> exp.Select:
    """UNNEST brings a column of its own, so those of the rows are told by their table."""
    table = rows.args["from_"].this.alias_or_name
    for node in (*rows.expressions, values):
        for column in node.find_all(exp.Column):
            column.set("table", exp.to_identifier(table, quoted=True))
    alias = exp.TableAlias(this=exp.to_identifier(_UNNESTED), columns=[exp.to_identifier(_ELEMENT)])
    rows.append("joins", exp.Join(kind="CROSS", this=exp.Unnest(expressions=[values], alias=alias)))
    found = exp.column(_ELEMENT, table=_UNNESTED)
    rows.append("expressions", exp.Alias(this=found, alias=exp.to_identifier(name, quoted=True)))
    return rows
