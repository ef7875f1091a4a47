"""Functions of doubles where an engine ends a statement that has no answer: then none is asked for."""

from __future__ import annotations

from sqlglot import exp

from coterie.dialects.base import Node
from coterie.dialects.nodes import as_double, chain, function, nullif, number, text

FIRST_TOO_LARGE = "709.782712893384"  # of the logarithms of doubles
LAST_NOT_ZERO = "-745.13321910194"
WHOLE_FROM = 2**52  # doubles have no fraction from here on


def double(value: str) -> Node:
    """A constant."""
    return as_double(text(value))


def power(value: Node, exponent: Node) -> Node:
    """NULL for no real number and for one too large, 0 for what is too small."""
    base, times = as_double(value), as_double(exponent)
    size = exp.Mul(this=times.copy(), expression=function("LN")(nullif(function("ABS")(base.copy()), number(0))))
    is_zero = exp.EQ(this=base.copy(), expression=number(0))
    is_back = exp.LT(this=times.copy(), expression=number(0))
    is_negative = exp.LT(this=base.copy(), expression=number(0))
    is_fraction = exp.NEQ(this=times.copy(), expression=function("FLOOR")(times.copy()))
    answers = (
        (chain(exp.And, [is_zero, is_back]), exp.Null()),
        (chain(exp.And, [is_negative, is_fraction]), exp.Null()),
        (exp.GTE(this=size, expression=double(FIRST_TOO_LARGE)), exp.Null()),
        (exp.LT(this=size.copy(), expression=double(LAST_NOT_ZERO)), double("0")),
    )
    ifs = [exp.If(this=condition, true=answer) for condition, answer in answers]
    return exp.Case(ifs=ifs, default=function("POWER")(base, times))
