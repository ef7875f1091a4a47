"""PostgreSQL: functions of numbers. Where a double has no answer there is an error, so none is asked for."""

from __future__ import annotations

from sqlglot import exp

from coterie.dialects.base import Node
from coterie.dialects.nodes import as_double, cast, data_type, function, nullif, number, tight, when
from coterie.dialects.standard_numbers import FIRST_TOO_LARGE, LAST_NOT_ZERO, WHOLE_FROM, double

_BELOW_ZERO = "-5e-324"  # no double is nearer to 0


def round_whole(value: Node) -> Node:
    """Doubles are rounded half to even, so they are written out first: their shortest text keeps halves apart."""
    return function("ROUND")(cast(cast(value, data_type("TEXT")), data_type("DECIMAL")))


def round_double(value: Node, digits: Node) -> Node:
    """A double that is large enough has no digits after the point, and may have no room for others before it."""
    scale = as_double(number(10 ** int(digits.name)))
    whole = as_double(round_whole(exp.Mul(this=tight(value), expression=scale)))
    has_fraction = exp.LT(this=function("ABS")(value.copy()), expression=number(WHOLE_FROM))
    return when(has_fraction, exp.Div(this=whole, expression=scale.copy(), typed=True), value.copy())


def sqrt(value: Node) -> Node:
    found = function("GREATEST")(as_double(value), double(_BELOW_ZERO))
    return function("SQRT")(nullif(found, double(_BELOW_ZERO)))


def ln(value: Node) -> Node:
    return function("LN")(nullif(function("GREATEST")(as_double(value), number(0)), number(0)))


def exp_of(value: Node) -> Node:
    """Far below zero it is the least that a double holds, which is 0 for all purposes."""
    power = as_double(value)
    bounded = function("GREATEST")(power.copy(), double(LAST_NOT_ZERO))
    return when(exp.LT(this=power, expression=double(FIRST_TOO_LARGE)), function("EXP")(bounded))
