"""BigQuery: aggregate functions.

NULLs come first in ascending order, and the other way round only outside of aggregates, so that a key of its own says
where they come. There is no FILTER: what is filtered out becomes NULL, which aggregates leave out.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlglot import exp

from coterie.dialects.base import Node, Sort
from coterie.dialects.bigquery_arrays import item
from coterie.dialects.bigquery_numbers import NUMERIC_DIGITS
from coterie.dialects.bigquery_types import write_type
from coterie.dialects.nodes import as_double, cast, data_type, function, is_null, not_null, number, when
from coterie.types import BIG_INTEGER, MAX_PRECISION, Kind, Type, decimal

_MOST_ROWS = 10  # digits of how many rows there may be


def sort_keys(sort: Sort) -> list[Node]:
    return [_ordered(is_null(sort.node.copy()), sort.descending), _ordered(sort.node, sort.descending)]


def _ordered(node: Node, descending: bool) -> Node:
    return exp.Ordered(this=node, desc=descending, nulls_first=not descending)


def sum_of(value: Node, type: Type) -> Node:
    """In a type that cannot overflow before 38 digits are full, and no larger than needed meanwhile."""
    if not type.is_exact:
        return function("SUM")(value)
    result = BIG_INTEGER if type.kind is Kind.INTEGER else decimal(MAX_PRECISION, type.scale)
    is_short = type.precision - type.scale + _MOST_ROWS <= NUMERIC_DIGITS
    if is_short and write_type(type) != write_type(BIG_INTEGER):
        given = cast(value, data_type("DECIMAL")) if type.kind is Kind.INTEGER else value
        return cast(function("SUM")(given), write_type(result))
    return function("SUM")(value if write_type(type) == write_type(result) else cast(value, write_type(result)))


def stddev(value: Node) -> Node:
    return function("STDDEV_SAMP")(as_double(value))


def count_distinct(value: Node) -> Node:
    return exp.Count(this=exp.Distinct(expressions=[value]))


def nth(value: Node, n: int, sorts: Sequence[Sort], where: Node | None, type: Type) -> Node:
    """`sorts` already run from the end for a negative n. Arrays are held in rows, as there are no arrays of arrays."""
    if abs(n) == 1 and sorts[0].node == value:
        return function("MAX" if sorts[0].descending else "MIN")(_kept(value, where))
    is_array = type.element is not None
    if is_array:
        field = exp.PropertyEQ(this=exp.to_identifier("held"), expression=value)
        value = exp.Struct(expressions=[field])
    found = item(_gathered(_kept(value, where), _keys(value, sorts), abs(n)), abs(n))
    return exp.Dot(this=found, expression=exp.to_identifier("held")) if is_array else found


def list_of(value: Node, sorts: Sequence[Sort], limit: int | None, where: Node | None, type: Type) -> Node:
    return _gathered(_kept(_held(value, type), where), _keys(value, sorts), limit)


def list_distinct(value: Node, limit: int | None, where: Node | None, type: Type, *, descending: bool) -> Node:
    values = _kept(_held(value, type), where)
    return _gathered(exp.Distinct(expressions=[values]), [_ordered(values.copy(), descending)], limit)


def _held(value: Node, type: Type) -> Node:
    """Elements of exactly their type: arrays of different exact types do not go together."""
    return cast(value, write_type(type)) if type.is_exact else value


def _kept(value: Node, where: Node | None) -> Node:
    """NULL where the condition is not true, which asks in vain for no more than a value."""
    return value if where is None or where == not_null(value.copy()) else when(where, value)


def _keys(value: Node, sorts: Sequence[Sort]) -> list[Node]:
    """The values themselves are never NULL."""
    keys: list[Node] = []
    for sort in sorts:
        keys += [_ordered(sort.node, sort.descending)] if sort.node == value else sort_keys(sort)
    return keys


def _gathered(values: Node, keys: list[Node], limit: int | None) -> Node:
    """`ARRAY_AGG(values IGNORE NULLS ORDER BY keys LIMIT limit)`, with the words in their place."""
    there = exp.IgnoreNulls(this=values)
    there.meta["inline"] = True
    node: Node = exp.Order(this=there, expressions=keys)
    if limit is not None:
        node = exp.Limit(this=node, expression=number(limit))
    return exp.ArrayAgg(this=node)
