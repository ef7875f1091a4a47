"""Spark: numbers, exact where Spark would drop decimal places.

Spark gives an exact result at most 38 digits and, where more might be needed, keeps no more than 6 decimal places; what
it compares it brings into one type by the same rule. So operands are held in no more digits than their types say, and
what needs all 38 of them is calculated in whole numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlglot import exp

from coterie.dialects.base import Node, Scalar, Typed
from coterie.dialects.nodes import (
    as_double,
    binary,
    cast,
    data_type,
    decimal_type,
    function,
    nullif,
    number,
    text,
    tight,
    when,
)
from coterie.types import INT_DIGITS, MAX_PRECISION, Kind, Type, integer

_KEPT_SCALE = 6
_LONG_DIGITS = 20  # that Spark counts for a 64-bit integer
_SIGNED_DIGITS = 34
_LAST_EXACT = 2**53  # from there on doubles are whole


def calculated(kind: type[exp.Binary]) -> Typed:
    """`+`, `-` or `*`."""
    plain = binary(kind)
    is_product = kind is exp.Mul

    def build(types: Sequence[Type], result: Type) -> Scalar:
        left, right = types
        if not result.is_exact or result.scale <= _KEPT_SCALE:
            return plain
        if result.precision < MAX_PRECISION:
            other = right.precision if is_product else result.scale + 1 - left.scale
            room = result.precision - other
            held = _decimal(room, left.scale), _decimal(right.precision, right.scale)
            return lambda one, two: plain(cast(one, held[0]), cast(two, held[1]))
        places = [left.scale, right.scale] if is_product else [result.scale] * 2

        def in_whole_numbers(one: Node, two: Node) -> Node:
            operands = [_moved(node, by, 0) for node, by in zip((one, two), places, strict=True)]
            return _moved(plain(*operands), -result.scale, result.scale)

        return in_whole_numbers

    return build


def _decimal(precision: int, scale: int) -> exp.DataType:
    return decimal_type(min(precision, MAX_PRECISION), scale)


def _moved(value: Node, places: int, scale: int) -> Node:
    """An exact number times a power of ten. It goes through its text, as products lose decimal places."""
    if not places:
        return value
    written = function("CONCAT")(cast(value, data_type("TEXT")), text(f"E{places}"))
    return cast(written, decimal_type(MAX_PRECISION, scale))


def compared(build: Callable[..., Node]) -> Typed:
    """A primitive that compares its arguments, for which Spark brings them into one type."""

    def typed(types: Sequence[Type], _: Type) -> Scalar:
        scale = max(type.scale for type in types)
        if not _drops_places(types):
            return build
        held = decimal_type(MAX_PRECISION, scale)

        def of_one_scale(*nodes: Node) -> Node:
            pairs = zip(nodes, types, strict=True)
            return build(*(cast(node, held) if type.scale < scale else node for node, type in pairs))

        return of_one_scale

    return typed


def _drops_places(types: Sequence[Type]) -> bool:
    """Would Spark round some of these numbers to compare them?"""
    if not all(type.is_exact for type in types):
        return False
    whole = max(
        type.precision - type.scale if type.kind is Kind.DECIMAL else max(type.precision, _LONG_DIGITS)
        for type in types
    )
    return whole + max(type.scale for type in types) > MAX_PRECISION


def nulled(types: Sequence[Type], result: Type) -> Scalar:
    """NULLIF."""
    if not _drops_places(types):
        return nullif
    same = compared(binary(exp.EQ))(types, result)
    return lambda value, other: when(same(value, other), exp.Null(), value.copy())


def absolute(types: Sequence[Type], result: Type) -> Scalar:
    """Spark gives decimals another sign to 34 digits only."""
    (type,) = types
    if not type.is_exact or type.precision <= _SIGNED_DIGITS:
        return function("ABS")
    minus = calculated(exp.Sub)([integer(1), type], result)

    def build(value: Node) -> Node:
        is_negative = exp.LT(this=tight(value), expression=number(0))
        return when(is_negative, minus(number(0), value.copy()), value.copy())

    return build


def to_whole(name: str) -> Typed:
    """FLOOR or CEIL. Those of doubles are 64-bit integers to Spark, so of larger ones none is asked for."""
    plain = function(name)

    def of_double(value: Node) -> Node:
        return when(_may_have_fraction(value), plain(value.copy()), cast(value.copy(), decimal_type(MAX_PRECISION, 0)))

    return lambda types, _: of_double if types[0].kind is Kind.DOUBLE else plain


def round_double(value: Node, digits: Node) -> Node:
    scale = as_double(text(f"1E{digits.name}"))
    scaled = exp.Mul(this=tight(value), expression=scale)
    rounded = exp.Div(this=function("ROUND")(scaled.copy()), expression=scale.copy(), typed=True)
    return when(_may_have_fraction(scaled), rounded, value.copy())


def trunc(value: Node) -> Node:
    """A cast to an integer is towards zero."""
    return when(_may_have_fraction(value), as_double(cast(value.copy(), data_type("BIGINT"))), value.copy())


def _may_have_fraction(value: Node) -> Node:
    return exp.LT(this=function("ABS")(value), expression=number(_LAST_EXACT))


def sqrt(value: Node) -> Node:
    return _finite(function("SQRT")(as_double(value)))


def power(value: Node, exponent: Node) -> Node:
    return _finite(function("POWER")(as_double(value), as_double(exponent)))


def exp_of(value: Node) -> Node:
    return _finite(function("EXP")(as_double(value)))


def ln(value: Node) -> Node:
    """NULL where there is none, to Spark too."""
    return function("LN")(as_double(value))


def _finite(value: Node) -> Node:
    """NULL for NaN, which is larger than all others, and the infinities."""
    return when(exp.LT(this=function("ABS")(value), expression=as_double(text("Infinity"))), value.copy())


def total(value: Node, type: Type) -> Node:
    """The sum of 64-bit integers is one to Spark, so they are summed as decimals."""
    is_long = type.kind is Kind.INTEGER and type.precision > INT_DIGITS
    return function("SUM")(cast(value, _decimal(type.precision, 0)) if is_long else value)
