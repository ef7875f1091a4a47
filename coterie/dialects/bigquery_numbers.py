"""BigQuery: functions of numbers. What has no answer is an error, which `SAFE.` turns into NULL."""

from __future__ import annotations

from collections.abc import Sequence

from sqlglot import exp

from coterie.dialects.base import Node, Scalar, Typed
from coterie.dialects.bigquery_arrays import bound
from coterie.dialects.nodes import as_double, cast, coalesce, data_type, function, nullif, number, text
from coterie.types import Kind, Type

NUMERIC_DIGITS, NUMERIC_SCALE = 29, 9
"""How many digits NUMERIC has before the point, and after it."""
_MOST_DIGITS = 308


def safe(name: str) -> Scalar:
    """A function that gives NULL where it would end the query."""
    return lambda *args: exp.Dot(this=exp.var("SAFE"), expression=function(name)(*args))


def of_doubles(name: str) -> Scalar:
    """A function of doubles, NULL where there is no answer, or none that a double holds."""
    return lambda *args: safe(name)(*(as_double(arg) for arg in args))


def roomy(name: str) -> Typed:
    """A function that may give one digit more than NUMERIC has."""

    def build(types: Sequence[Type], _: Type) -> Scalar:
        (type,) = types
        if type.kind is Kind.DECIMAL and type.precision - type.scale >= NUMERIC_DIGITS:
            return lambda value: function(name)(cast(value, data_type("BIGDECIMAL")))
        return function(name)

    return build


def round_double(value: Node, digits: Node) -> Node:
    """ROUND(value, digits) minds what the double is in full. Where scaling leaves its range, there are no digits."""
    scale = as_double(text(f"1e{min(int(digits.name), _MOST_DIGITS)}"))

    def build(double: Node) -> Node:
        scaled = function("ROUND")(function("SAFE_MULTIPLY")(double, scale))
        return coalesce(exp.Div(this=scaled, expression=scale.copy()), double.copy())

    return bound(build, value)


def mod(left: Node, right: Node) -> Node:
    return function("MOD")(left, nullif(right, number(0)))
