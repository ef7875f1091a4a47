"""Trino: functions of doubles, which are those of Java.

https://trino.io/docs/current/functions/math.html
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlglot import exp

from coterie.dialects.base import Node, Scalar
from coterie.dialects.nodes import as_double, function, number, tight, when
from coterie.dialects.standard_numbers import WHOLE_FROM, double
from coterie.types import Kind, Type


def round_whole(types: Sequence[Type], _: Type) -> Scalar:
    """A double is rounded by way of 64 bits, which do not hold every one."""
    plain = function("ROUND")
    if types[0].kind is not Kind.DOUBLE:
        return plain
    return lambda value: when(_may_have_fraction(value), plain(value.copy()), value.copy())


def round_double(value: Node, digits: Node) -> Node:
    scale = double(f"1E{digits.name}")
    scaled = exp.Mul(this=tight(value), expression=scale)
    rounded = exp.Div(this=function("ROUND")(scaled.copy()), expression=scale.copy(), typed=True)
    return when(_may_have_fraction(scaled), rounded, value.copy())


def _may_have_fraction(value: Node) -> Node:
    return exp.LT(this=function("ABS")(value), expression=number(WHOLE_FROM))


def sqrt(value: Node) -> Node:
    root = as_double(value)
    return when(exp.GTE(this=root, expression=number(0)), function("SQRT")(root.copy()))


def ln(value: Node) -> Node:
    power = as_double(value)
    return when(exp.GT(this=power, expression=number(0)), function("LN")(power.copy()))


def power(value: Node, exponent: Node) -> Node:
    return _finite(function("POWER")(as_double(value), as_double(exponent)))


def exp_of(value: Node) -> Node:
    return _finite(function("EXP")(as_double(value)))


def _finite(value: Node) -> Node:
    """NULL for NaN and the infinities."""
    return when(function("IS_FINITE")(value), value.copy())


def without_nan(value: Node) -> Node:
    return when(exp.Not(this=function("IS_NAN")(value)), value.copy())
