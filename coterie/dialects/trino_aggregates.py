"""Trino: aggregate functions. Percentiles are exact, which APPROX_PERCENTILE is not, by way of the sorted values.

https://trino.io/docs/current/functions/aggregate.html
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from sqlglot import exp

from coterie.dialects.base import Node, Sort
from coterie.dialects.nodes import (
    as_double,
    cast,
    data_type,
    decimal_type,
    filtered,
    function,
    not_null,
    number,
    ordered,
    when,
)
from coterie.dialects.trino_arrays import element, named
from coterie.types import INT_DIGITS, MAX_PRECISION, Kind, Type


def total(value: Node, type: Type) -> Node:
    """The sum of 64-bit integers is one to Trino, so they are summed as decimals."""
    is_long = type.kind is Kind.INTEGER and type.precision > INT_DIGITS
    return function("SUM")(cast(value, decimal_type(MAX_PRECISION, 0)) if is_long else value)


def percentile(value: Node, p: Decimal) -> Node:
    """Linear between the values next to the place that is asked for, counted from 0."""
    held = as_double(value)
    values = function("ARRAY_SORT")(filtered(function("ARRAY_AGG")(held), not_null(held.copy())))
    last = exp.Paren(this=exp.Sub(this=function("CARDINALITY")(element()), expression=number(1)))
    place = exp.Mul(this=number(p), expression=last)
    before = cast(function("FLOOR")(place), data_type("BIGINT"))

    def at(position: Node) -> Node:
        return function("ELEMENT_AT")(element(), exp.Add(this=position, expression=number(1)))

    low, high = at(before), at(exp.Add(this=before.copy(), expression=number(1)))
    share = as_double(exp.Sub(this=place.copy(), expression=before.copy()))
    apart = exp.Paren(this=exp.Sub(this=high, expression=low.copy()))
    between = exp.Add(this=low.copy(), expression=exp.Mul(this=share, expression=apart))
    return named(values, when(exp.EQ(this=place.copy(), expression=before.copy()), low, between))


def nth(value: Node, n: int, sorts: Sequence[Sort], where: Node | None, _: Type) -> Node:
    """`sorts` already run from the end for a negative n."""
    return function("ELEMENT_AT")(_gathered(value, sorts, where), number(abs(n)))


def in_order(value: Node, sorts: Sequence[Sort], limit: int | None, where: Node | None, _: Type) -> Node:
    return _limited(_gathered(value, sorts, where), limit)


def _gathered(value: Node, sorts: Sequence[Sort], where: Node | None) -> Node:
    keys = [ordered(sort.node, descending=sort.descending) for sort in sorts]
    return filtered(function("ARRAY_AGG")(exp.Order(this=value, expressions=keys)), where)


def distinct(value: Node, limit: int | None, where: Node | None, _: Type, *, descending: bool) -> Node:
    values = function("ARRAY_SORT")(filtered(function("ARRAY_AGG")(exp.Distinct(expressions=[value])), where))
    return _limited(function("REVERSE")(values) if descending else values, limit)


def _limited(values: Node, limit: int | None) -> Node:
    return values if limit is None else function("SLICE")(values, number(1), number(limit))
