"""ClickHouse: numbers. What may need more digits than the operands have is computed in 256 bits."""

from __future__ import annotations

from collections.abc import Sequence

from sqlglot import exp

from coterie.dialects.base import Node, Scalar, Typed
from coterie.dialects.clickhouse_nodes import bound
from coterie.dialects.clickhouse_types import as_decimal, as_wide, is_wide, to_integer, within_digits
from coterie.dialects.nodes import binary, chain, function, nullif, number, one_of, text, tight, when
from coterie.types import MAX_PRECISION, MAX_SCALE, Kind, Type

_ALMOST_HALF = "0.49999999999999994"  # the largest double below 0.5
_FIRST_WHOLE = "4503599627370496"  # from here on no double has a fraction


def double(value: Node) -> Node:
    return function("toFloat64")(value)


def arithmetic(kind: type[exp.Binary]) -> Typed:
    """An operator; where 38 digits may be too few, a result of more is an error."""

    def typed(types: Sequence[Type], result: Type) -> Scalar:
        if not is_wide(result):
            return binary(kind)
        is_rounded_next = result.scale > max(MAX_SCALE, *(type.scale for type in types))

        def build(left: Node, right: Node) -> Node:
            node = kind(this=tight(as_wide(left, types[0])), expression=tight(as_wide(right, types[1])))
            return node if result.precision < MAX_PRECISION or is_rounded_next else within_digits(node, result.scale)

        return build

    return typed


def multiplied(types: Sequence[Type], result: Type) -> Scalar:
    exact = arithmetic(exp.Mul)(types, result)
    return exact if result.is_exact else lambda left, right: unsigned_zero(exact(left, right))


def mod(types: Sequence[Type], result: Type) -> Scalar:
    """As decimals, unless the divisor is a constant: the least integer cannot be divided by -1."""
    is_large = any(is_wide(type) for type in types)

    def build(left: Node, right: Node) -> Node:
        if not is_large and not isinstance(right, exp.Literal):
            left, right = (as_decimal(side, result.scale, is_wide=False) for side in (left, right))
        elif is_large:
            left, right = (as_wide(left, types[0]), as_wide(right, types[1]))
        return exp.Mod(this=tight(left), expression=nullif(right, number(0)))

    return build


def unsigned_zero(value: Node) -> Node:
    """A double that may be -0.0, which ClickHouse tells from 0.0 where it counts or groups."""
    return exp.Add(this=exp.Paren(this=value), expression=number(0))


def negative(value: Node) -> Node:
    return unsigned_zero(exp.Neg(this=tight(value)))


def div(left: Node, right: Node) -> Node:
    return unsigned_zero(exp.Div(this=double(left), expression=nullif(double(right), number(0))))


def truncated(name: str) -> Typed:
    """A function that takes the fraction away."""

    def typed(types: Sequence[Type], _: Type) -> Scalar:
        build = function(name)
        return build if types[0].is_exact else lambda value: unsigned_zero(build(value))

    return typed


def absolute(types: Sequence[Type], _: Type) -> Scalar:
    """Of an integer it has no sign any more, and so none that it could be combined with."""
    if types[0].kind is Kind.INTEGER and not is_wide(types[0]):
        return lambda value: to_integer(function("abs")(value))
    return function("abs")


def round_whole(types: Sequence[Type], _: Type) -> Scalar:
    """Doubles would be rounded half to even."""
    return _round_double if types[0].kind is Kind.DOUBLE else function("round")


def _round_double(value: Node) -> Node:
    return unsigned_zero(bound(value, _rounded))


def _rounded(one: Node) -> Node:
    half = exp.Mul(this=function("sign")(one), expression=_constant(_ALMOST_HALF))
    return function("trunc")(exp.Add(this=one.copy(), expression=half))


def _constant(written: str) -> Node:
    return double(text(written))


def round_double(value: Node, digits: Node) -> Node:
    """Where its digits are too many to have others after the point it is as it is."""
    scale = _constant(str(10 ** int(digits.name)))

    def scaled(one: Node) -> Node:
        product = exp.Mul(this=one.copy(), expression=scale)
        is_small = exp.LT(this=function("abs")(product.copy()), expression=_constant(_FIRST_WHOLE))
        return when(is_small, exp.Div(this=bound(product, _rounded), expression=scale.copy()), one.copy())

    return unsigned_zero(bound(value, scaled))


def sqrt(value: Node) -> Node:
    return bound(double(value), lambda one: when(exp.GTE(this=one, expression=number(0)), function("sqrt")(one.copy())))


def ln(value: Node) -> Node:
    return bound(double(value), lambda one: when(exp.GT(this=one, expression=number(0)), function("log")(one.copy())))


def _finite(value: Node) -> Node:
    return bound(value, lambda one: when(function("isFinite")(one), unsigned_zero(one.copy())))


def exp_of(value: Node) -> Node:
    return _finite(function("exp")(double(value)))


def power(value: Node, exponent: Node) -> Node:
    return _finite(function("pow")(double(value), double(exponent)))


def clean_double(value: Node) -> Node:
    return when(exp.Not(this=function("isNaN")(value)), unsigned_zero(value.copy()))


def among(types: Sequence[Type], _: Type) -> Scalar:
    """IN takes constants of the value's own type; others are compared one by one."""
    kind = types[0].kind
    are_alike = kind in (Kind.TEXT, Kind.INTEGER) and all(type.kind is kind for type in types)

    def build(value: Node, *options: Node) -> Node:
        if are_alike and all(isinstance(option, exp.Literal) for option in options):
            return one_of(value, *options)
        others = [double(option) if kind is Kind.DOUBLE else option for option in options]
        equal = [exp.EQ(this=tight(value.copy()), expression=tight(other)) for other in others]
        return exp.Paren(this=chain(exp.Or, list(equal)))

    return build
