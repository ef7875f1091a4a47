"""PostgreSQL: functions of numbers. Where a double has no answer there is an error, so none is asked for."""

from __future__ import annotations

from sqlglot import exp

from coterie.dialects.base import Node
from coterie.dialects.nodes import as_double, cast, chain, data_type, function, nullif, number, text, tight, when

_BELOW_ZERO = "-5e-324"  # no double is nearer to 0
_FIRST_TOO_LARGE = "709.782712893384"  # of the logarithms of doubles
_WHOLE_FROM = 2**52
_LAST_NOT_ZERO = "-745.13321910194"


def _double(value: str) -> Node:
    return as_double(text(value))


def round_whole(value: Node) -> Node:
    """Doubles are rounded half to even, so they are written out first: their shortest text keeps halves apart."""
    return function("ROUND")(cast(cast(value, data_type("TEXT")), data_type("DECIMAL")))


def round_double(value: Node, digits: Node) -> Node:
    """A double that is large enough has no digits after the point, and may have no room for others before it."""
    scale = as_double(number(10 ** int(digits.name)))
    whole = as_double(round_whole(exp.Mul(this=tight(value), expression=scale)))
    has_fraction = exp.LT(this=function("ABS")(value.copy()), expression=number(_WHOLE_FROM))
    return when(has_fraction, exp.Div(this=whole, expression=scale.copy(), typed=True), value.copy())


def sqrt(value: Node) -> Node:
    found = function("GREATEST")(as_double(value), _double(_BELOW_ZERO))
    return function("SQRT")(nullif(found, _double(_BELOW_ZERO)))


def ln(value: Node) -> Node:
    return function("LN")(nullif(function("GREATEST")(as_double(value), number(0)), number(0)))


def exp_of(value: Node) -> Node:
    """Far below zero it is the least that a double holds, which is 0 for all purposes."""
    power = as_double(value)
    bounded = function("GREATEST")(power.copy(), _double(_LAST_NOT_ZERO))
    return when(exp.LT(this=power, expression=_double(_FIRST_TOO_LARGE)), function("EXP")(bounded))


def power(value: Node, exponent: Node) -> Node:
    base, times = as_double(value), as_double(exponent)
    size = exp.Mul(this=times.copy(), expression=function("LN")(nullif(function("ABS")(base.copy()), number(0))))
    is_zero = exp.EQ(this=base.copy(), expression=number(0))
    is_back = exp.LT(this=times.copy(), expression=number(0))
    is_negative = exp.LT(this=base.copy(), expression=number(0))
    is_fraction = exp.NEQ(this=times.copy(), expression=function("FLOOR")(times.copy()))
    answers = (
        (chain(exp.And, [is_zero, is_back]), exp.Null()),
        (chain(exp.And, [is_negative, is_fraction]), exp.Null()),
        (exp.GTE(this=size, expression=_double(_FIRST_TOO_LARGE)), exp.Null()),
        (exp.LT(this=size.copy(), expression=_double(_LAST_NOT_ZERO)), _double("0")),
    )
    ifs = [exp.If(this=condition, true=answer) for condition, answer in answers]
    return exp.Case(ifs=ifs, default=function("POWER")(base, times))
