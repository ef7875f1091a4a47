"""Functions of numbers."""

from __future__ import annotations

from coterie.compiler.ir.expr import Cast, Expr, Literal
from coterie.compiler.ir.functions import Clock, call
from coterie.compiler.language.library.entries import Build, entry, number, whole
from coterie.types import DOUBLE, INTEGER, MAX_PRECISION, Kind, decimal, integer


def _abs(_: Clock, args: list[Expr]) -> Expr:
    value = number(args[0], 1)
    if value.type.kind is Kind.INTEGER:
        value = Cast(value, INTEGER if value.type.precision < MAX_PRECISION else decimal(MAX_PRECISION, 0))
    return call("abs", value, type=args[0].type)


def _to_whole(function: str) -> Build:
    def build(_: Clock, args: list[Expr]) -> Expr:
        value = number(args[0], 1)
        if value.type.kind is Kind.INTEGER:
            return value
        digits = value.type.precision - value.type.scale + 1 if value.type.is_exact else MAX_PRECISION
        return Cast(call(function, value, type=value.type), integer(digits))

    return build


def _round(clock: Clock, args: list[Expr]) -> Expr:
    if len(args) == 1:
        return _to_whole("round")(clock, args)
    value, digits = number(args[0], 1), whole(args[1], 2, 0, MAX_PRECISION)
    if value.type.is_exact:
        return value if value.type.scale <= digits else Cast(value, decimal(value.type.precision + 1, digits))
    return call("round_double", value, Literal(digits, INTEGER), type=value.type)


def _sign(_: Clock, args: list[Expr]) -> Expr:
    return Cast(call("sign", number(args[0], 1), type=integer(1)), INTEGER)


def _double(function: str) -> Build:
    """A function of doubles, NULL where there is no such number, or none that a double holds."""
    return lambda _, args: call(function, *(number(arg, i) for i, arg in enumerate(args, 1)), type=DOUBLE)


_NO_NUMBER = "NULL if any argument is NULL, or there is no such number"

NUMBERS = (
    entry("abs(number)", "without its sign", 1, _abs),
    entry("round(number [, digits])", "half away from zero; a whole number unless digits are given", (1, 2), _round),
    entry("floor(number)", "the largest whole number not above it", 1, _to_whole("floor")),
    entry("ceil(number)", "the smallest whole number not below it", 1, _to_whole("ceil")),
    entry("sign(number)", "-1, 0 or 1", 1, _sign),
    entry("sqrt(number)", "the square root, floating-point", 1, _double("sqrt"), _NO_NUMBER),
    entry("power(number, exponent)", "raised to the exponent, floating-point", 2, _double("power"), _NO_NUMBER),
    entry("exp(number)", "e raised to it, floating-point", 1, _double("exp"), _NO_NUMBER),
    entry("ln(number)", "the natural logarithm, floating-point", 1, _double("ln"), _NO_NUMBER),
)
