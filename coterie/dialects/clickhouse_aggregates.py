"""ClickHouse: aggregates. Rows are sorted as tuples, each key behind whether it is NULL."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from sqlglot import exp

from coterie.dialects.base import Node, Sort
from coterie.dialects.clickhouse_moments import microseconds
from coterie.dialects.clickhouse_nodes import each, held_array
from coterie.dialects.clickhouse_numbers import double
from coterie.dialects.clickhouse_types import as_decimal, is_wide
from coterie.dialects.nodes import function, is_null, number, tight, when
from coterie.types import Kind, Type

_INT_DIGITS = 10  # the sum of such numbers fits 64 bits for as many rows as there are


def count(value: Node) -> Node:
    return function("toInt64")(exp.Count(this=value))


def total(value: Node, type: Type) -> Node:
    """In as many bits as it may need, narrowed to 38 digits, and held as such a number is."""
    if not type.is_exact:
        return function("sum")(double(value))
    if type.kind is Kind.INTEGER and type.precision > _INT_DIGITS:
        value = as_decimal(value, 0, is_wide=is_wide(type))
    found = function("sum")(value)
    if is_wide(type):
        found = as_decimal(found, type.scale, is_wide=False)
    return as_decimal(found, type.scale, is_wide=True)


def percentile(value: Node, p: Decimal) -> Node:
    return exp.ParameterizedAgg(this="quantileExactInclusive", expressions=[number(p)], params=[double(value)])


def stddev(value: Node) -> Node:
    several = exp.GT(this=exp.Count(this=value.copy()), expression=number(1))
    return when(several, function("stddevSampStable")(double(value)))


def nth(value: Node, n: int, sorts: Sequence[Sort], where: Node | None, _: Type) -> Node:
    """`sorts` already run from the end for a negative n."""
    is_last = sorts[0].descending
    if abs(n) == 1 and all(sort.descending is is_last for sort in sorts):
        keys = function("tuple")(*_keys(value, sorts))
        return _filtered("argMax" if is_last else "argMin", [value, keys], where)
    return function("arrayElementOrNull")(in_order(value, sorts, where), number(abs(n)))


def in_order(value: Node, sorts: Sequence[Sort], where: Node | None) -> Node:
    """The values in order, as an array."""
    is_reversed = all(sort.descending for sort in sorts)
    keys = _keys(value, sorts) if is_reversed else _ascending_keys(value, sorts)
    rows = _filtered("groupArray", [function("tuple")(*keys, value)], where)
    ordered = function("arrayReverseSort" if is_reversed else "arraySort")(rows)
    place = number(len(keys) + 1)
    return each("arrayMap", ordered, lambda row: function("tupleElement")(row, place))


def listed(value: Node, sorts: Sequence[Sort], limit: int | None, where: Node | None, _: Type) -> Node:
    return held_array(sliced(in_order(value, sorts, where), limit))


def distinct(value: Node, limit: int | None, where: Node | None, _: Type, *, descending: bool) -> Node:
    values = _filtered("groupUniqArray", [value], where)
    return held_array(sliced(function("arrayReverseSort" if descending else "arraySort")(values), limit))


def sliced(values: Node, limit: int | None) -> Node:
    """The first so many."""
    return values if limit is None else function("arraySlice")(values, number(1), number(limit))


def _keys(value: Node, sorts: Sequence[Sort]) -> list[Node]:
    """What rows are compared by; the value itself is never NULL."""
    keys = []
    for sort in sorts:
        keys += [sort.node.copy()] if sort.node == value else [is_null(sort.node.copy()), sort.node.copy()]
    return keys


def _ascending_keys(value: Node, sorts: Sequence[Sort]) -> list[Node]:
    """The same where some run down: numbers and moments with the other sign."""
    keys = []
    for sort in sorts:
        one = [sort.node.copy()] if sort.node == value else [is_null(sort.node.copy()), sort.node.copy()]
        keys += [_negative(key, sort.type) for key in one] if sort.descending else one
    return keys


def _negative(key: Node, type: Type) -> Node:
    if isinstance(key, exp.Is):
        return exp.Not(this=key)
    if type.is_temporal:
        key = microseconds(key)
    return exp.Neg(this=tight(key))


def _filtered(name: str, args: list[Node], where: Node | None) -> Node:
    return function(name)(*args) if where is None else function(f"{name}If")(*args, where)
