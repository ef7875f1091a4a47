"""Primitives as standard SQL has them, which most engines write alike; a dialect takes them, and its own over them."""

from __future__ import annotations

from collections.abc import Mapping

from sqlglot import exp

from coterie.dialects.base import Node, Scalar
from coterie.dialects.nodes import (
    as_double,
    binary,
    cast,
    coalesce,
    count,
    data_type,
    function,
    nullif,
    number,
    one_of,
    tight,
    when,
)


def div(left: Node, right: Node) -> Node:
    return exp.Div(this=as_double(left), expression=nullif(as_double(right), number(0)), typed=True)


def mod(left: Node, right: Node) -> Node:
    return exp.Mod(this=tight(left), expression=nullif(right, number(0)))


def split_part(value: Node, separator: Node, n: Node) -> Node:
    """SPLIT_PART gives an empty text where there is no such part, so the parts are counted."""
    length = function("LENGTH")
    without = function("REPLACE")(value.copy(), separator.copy(), exp.Literal.string(""))
    rest = exp.Paren(this=exp.Sub(this=length(value.copy()), expression=length(without)))
    position = abs(int(n.this.name if isinstance(n, exp.Paren) else n.name))
    enough = exp.GTE(this=rest, expression=number((position - 1) * len(separator.name)))
    return when(enough, function("SPLIT_PART")(value, separator, n))


def count_distinct(value: Node) -> Node:
    return exp.Count(this=exp.Distinct(expressions=[value]))


COMPARISONS: Mapping[str, Scalar] = {
    "eq": binary(exp.EQ),
    "ne": binary(exp.NEQ),
    "lt": binary(exp.LT),
    "le": binary(exp.LTE),
    "gt": binary(exp.GT),
    "ge": binary(exp.GTE),
}

SCALARS: Mapping[str, Scalar] = {
    **COMPARISONS,
    "one_of": one_of,
    "coalesce": coalesce,
    "nullif": nullif,
    "least": function("LEAST"),
    "greatest": function("GREATEST"),
    "add": binary(exp.Add),
    "sub": binary(exp.Sub),
    "mul": binary(exp.Mul),
    "div": div,
    "mod": mod,
    "neg": lambda value: exp.Neg(this=tight(value)),
    "abs": function("ABS"),
    "round": function("ROUND"),
    "floor": function("FLOOR"),
    "ceil": function("CEIL"),
    "trunc": function("TRUNC"),
    "sign": function("SIGN"),
    "length": function("LENGTH"),
    "lower": function("LOWER"),
    "upper": function("UPPER"),
    "substr": function("SUBSTR"),
    "right": function("RIGHT"),
    "lpad": function("LPAD"),
    "replace": function("REPLACE"),
    "concat_ws": function("CONCAT_WS"),
    "date_of": lambda wall: cast(wall, data_type("DATE")),
    "midnight": lambda day: cast(day, data_type("TIMESTAMPNTZ")),
    "year": function("YEAR"),
    "quarter": function("QUARTER"),
    "month": function("MONTH"),
    "day": function("DAY"),
    "hour": function("HOUR"),
    "minute": function("MINUTE"),
    "last_day": function("LAST_DAY"),
}

AGGREGATES: Mapping[str, Scalar] = {
    "count": count,
    "count_distinct": count_distinct,
    "approx_count_distinct": function("APPROX_COUNT_DISTINCT"),
    "sum": lambda value, _: function("SUM")(value),
    "stddev": lambda value: function("STDDEV_SAMP")(as_double(value)),
    "any": function("BOOL_OR"),
}
