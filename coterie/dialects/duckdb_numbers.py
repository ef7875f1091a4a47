"""DuckDB: functions of doubles, NULL where IEEE 754 has NaN or an infinity."""

from __future__ import annotations

from coterie.dialects.base import Node
from coterie.dialects.nodes import cast, data_type, function, nullif, number, text

INFINITIES = ("inf", "-inf")


def _double(value: Node) -> Node:
    return cast(value, data_type("DOUBLE"))


def _without(value: Node, *signs: str) -> Node:
    """NULL for NaN or an infinity, which equal themselves."""
    for sign in signs:
        value = nullif(value, _double(text(sign)))
    return value


def sqrt(value: Node) -> Node:
    return _without(function("SQRT")(_double(value)), "nan")


def power(value: Node, exponent: Node) -> Node:
    return _without(function("POWER")(_double(value), _double(exponent)), "nan", *INFINITIES)


def exp_of(value: Node) -> Node:
    return _without(function("EXP")(_double(value)), "inf")


def ln(value: Node) -> Node:
    positive = nullif(function("GREATEST")(_double(value), number(0)), number(0))
    return function("LN")(positive)
