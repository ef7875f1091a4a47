"""Redshift: numbers. Where a double has no answer there is an error, so none is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from sqlglot import exp

from coterie.dialects.base import Node, Scalar
from coterie.dialects.nodes import as_double, cast, decimal_type, function, number, tight, when
from coterie.dialects.standard import mod as plain_mod
from coterie.dialects.standard_numbers import FIRST_TOO_LARGE, LAST_NOT_ZERO, WHOLE_FROM, double
from coterie.types import BIGINT_DIGITS, INT_DIGITS, MAX_PRECISION, Kind, Type


def mod(types: Sequence[Type], result: Type) -> Scalar:
    """Of a decimal and another number none is asked for, so that both are decimals."""
    if all(type.kind is Kind.INTEGER and type.precision <= BIGINT_DIGITS + 1 for type in types):
        return plain_mod
    held = decimal_type(MAX_PRECISION, max(type.scale for type in types))
    return lambda left, right: plain_mod(cast(left, held.copy()), cast(right, held.copy()))


def round_whole(types: Sequence[Type], _: Type) -> Scalar:
    return _round_double if types[0].kind is Kind.DOUBLE else function("ROUND")


def _round_double(value: Node) -> Node:
    """Half away from zero: a double differs from the whole number below it by what is exactly its fraction."""
    size = function("ABS")(value)
    floor = function("FLOOR")(size.copy())
    fraction = exp.Sub(this=size.copy(), expression=floor)
    up = when(exp.GTE(this=fraction, expression=double("0.5")), number(1), number(0))
    rounded = exp.Paren(this=exp.Add(this=floor.copy(), expression=up))
    return exp.Mul(this=rounded, expression=function("SIGN")(value.copy()))


def round_double(value: Node, digits: Node) -> Node:
    scale = double(f"1E{digits.name}")
    has_fraction = exp.LT(this=function("ABS")(value), expression=exp.Div(this=number(WHOLE_FROM), expression=scale))
    scaled = exp.Mul(this=tight(value.copy()), expression=scale.copy())
    rounded = exp.Div(this=_round_double(scaled), expression=scale.copy(), typed=True)
    return when(has_fraction, rounded, value.copy())


def trunc(value: Node) -> Node:
    is_negative = exp.LT(this=tight(value), expression=number(0))
    return when(is_negative, function("CEIL")(value.copy()), function("FLOOR")(value.copy()))


def sqrt(value: Node) -> Node:
    root = as_double(value)
    return function("SQRT")(when(exp.GTE(this=root, expression=number(0)), root.copy()))


def ln(value: Node) -> Node:
    power = as_double(value)
    return function("LN")(when(exp.GT(this=power, expression=number(0)), power.copy()))


def exp_of(value: Node) -> Node:
    """Far below zero it is the least that a double holds, which is 0 for all purposes."""
    power = as_double(value)
    bounded = function("GREATEST")(power.copy(), double(LAST_NOT_ZERO))
    return function("EXP")(when(exp.LT(this=power, expression=double(FIRST_TOO_LARGE)), bounded))


def total(value: Node, type: Type) -> Node:
    """The sum of 64-bit integers is one to Redshift, so they are summed as decimals."""
    is_long = type.kind is Kind.INTEGER and type.precision > INT_DIGITS
    return function("SUM")(cast(value, decimal_type(MAX_PRECISION, 0)) if is_long else value)


def without_nan(value: Node) -> Node:
    """Whether NaN equals itself or not, it is not at most infinite."""
    return when(exp.LTE(this=tight(value), expression=double("Infinity")), value.copy())
