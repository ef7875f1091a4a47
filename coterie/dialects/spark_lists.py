"""Spark: aggregates that speak of rows in order. COLLECT_LIST has none, so keys are collected too, and sorted after."""

from __future__ import annotations

from collections.abc import Sequence

from sqlglot import exp

from coterie.dialects.base import Node, Sort
from coterie.dialects.nodes import filtered, function, is_null, not_null, number, text, tight
from coterie.dialects.spark_arrays import each, element, field
from coterie.types import Kind, Type

_VALUE = "v"


def nth(value: Node, n: int, sorts: Sequence[Sort], where: Node | None, _: Type) -> Node:
    """`sorts` already run from the end for a negative n."""
    if abs(n) > 1:
        found, is_value = _sorted(value, sorts, where)
        one = function("TRY_ELEMENT_AT")(found, number(abs(n)))
        return one if is_value else field(one, _VALUE)
    is_last = sorts[-1].descending
    if sorts[0].node == value:
        return filtered(function("MAX" if is_last else "MIN")(value), where)
    row = function("NAMED_STRUCT")(*_keys(sorts))
    return filtered(function("MAX_BY" if is_last else "MIN_BY")(value, row), where)


def in_order(value: Node, sorts: Sequence[Sort], limit: int | None, where: Node | None, _: Type) -> Node:
    found, is_value = _sorted(value, sorts, where)
    some = _limited(found, limit)
    return some if is_value else function("TRANSFORM")(some, each(field(element(), _VALUE)))


def distinct(value: Node, limit: int | None, where: Node | None, _: Type, *, descending: bool) -> Node:
    values = filtered(function("COLLECT_SET")(value), where)
    return _limited(_sort_array(values, descending=descending), limit)


def _limited(values: Node, limit: int | None) -> Node:
    return values if limit is None else function("SLICE")(values, number(1), number(limit))


def _sorted(value: Node, sorts: Sequence[Sort], where: Node | None) -> tuple[Node, bool]:
    """The rows' structs in order, or, where that is all that counts, their values."""
    is_value = sorts[0].node == value
    row = value if is_value else function("NAMED_STRUCT")(*_keys(sorts), text(_VALUE), value)
    rows = filtered(function("COLLECT_LIST")(row), where)
    return _sort_array(rows, descending=sorts[-1].descending), is_value


def _sort_array(values: Node, *, descending: bool) -> Node:
    return function("SORT_ARRAY")(values, *([exp.false()] if descending else []))


def _keys(sorts: Sequence[Sort]) -> list[Node]:
    """The names and values of a struct that sorts as the keys do.

    NULL is the largest, so it is told first. Keys that run the other way than the last one are turned round.
    """
    keys: list[Node] = []
    for position, sort in enumerate(sorts):
        is_turned = sort.descending != sorts[-1].descending
        flag = (not_null if is_turned else is_null)(sort.node.copy())
        key = _turned(sort.node.copy(), sort.type) if is_turned else sort.node.copy()
        keys += (text(f"n{position}"), flag, text(f"k{position}"), key)
    return keys


def _turned(key: Node, type: Type) -> Node:
    """An integer, or a moment as one, with the other sign. What else there is has no such key."""
    match type.kind:
        case Kind.TIMESTAMP:
            key = function("UNIX_MICROS")(key)
        case Kind.DATE:
            key = function("UNIX_DATE")(key)
        case _:
            assert type.kind is Kind.INTEGER
    return exp.Neg(this=tight(key))
