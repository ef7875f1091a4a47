"""Snowflake: numbers. Where a double has no answer there is an error, so none is asked for."""

from __future__ import annotations

from sqlglot import exp

from coterie.dialects.base import Node, Scalar
from coterie.dialects.nodes import (
    as_double,
    binary,
    cast,
    decimal_type,
    function,
    nullif,
    number,
    text,
    tight,
    when,
)
from coterie.dialects.standard_numbers import FIRST_TOO_LARGE, LAST_NOT_ZERO, WHOLE_FROM, double
from coterie.types import BIGINT_DIGITS, MAX_PRECISION, MAX_SCALE, Type

_PLACES_OF_A_PRODUCT = 12
_LARGEST = 2**63 - 1


def without_nan(value: Node) -> Node:
    """NaN equals itself."""
    return nullif(value, double("NaN"))


def mul(left: Type, right: Type) -> Scalar:
    """A product has 12 decimal places at most, unless a factor has more: then one is given all that are needed."""
    product = binary(exp.Mul)
    places = left.scale + right.scale
    if not (left.is_exact and right.is_exact) or places <= max(left.scale, right.scale, _PLACES_OF_A_PRODUCT):
        return product
    return lambda one, other: product(cast(one, decimal_type(MAX_PRECISION, places)), other)


def round_double(value: Node, digits: Node) -> Node:
    """As a whole number of the last places. A double that is large enough has none."""
    scale = as_double(number(10 ** int(digits.name)))
    whole = function("ROUND")(exp.Mul(this=as_double(value), expression=scale))
    has_fraction = exp.LT(this=function("ABS")(value.copy()), expression=number(WHOLE_FROM))
    return when(has_fraction, exp.Div(this=whole, expression=scale.copy()), value.copy())


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


def read_integer(value: Node) -> Node:
    return integer_of(_decimal_of(value, "[+-]?[0-9]+", 0))


def read_number(value: Node) -> Node:
    return _decimal_of(value, r"[+-]?[0-9]+(\.[0-9]+)?", MAX_SCALE)


def integer_of(value: Node) -> Node:
    """A whole number as an integer, where it is of 64 bits."""
    fits = exp.Between(this=tight(value), low=number(-_LARGEST - 1), high=number(_LARGEST))
    return when(fits, cast(value.copy(), decimal_type(BIGINT_DIGITS + 1, 0)))


def _decimal_of(value: Node, pattern: str, scale: int) -> Node:
    """A text of a form as a decimal."""
    found = when(function("REGEXP_LIKE")(value, text(pattern)), value.copy())
    return try_decimal(found, scale)


def try_decimal(value: Node, scale: int = MAX_SCALE) -> Node:
    """A text as a decimal, rounded; NULL if it is none, or too large."""
    return function("TRY_TO_DECIMAL")(value, number(MAX_PRECISION), number(scale))
