"""DuckDB: sets as the bits of a BIGINT, or of a HUGEINT where there are more."""

from __future__ import annotations

from collections.abc import Sequence

from sqlglot import exp

from coterie.dialects.base import Node, Scalar
from coterie.dialects.duckdb_arrays import ELEMENT
from coterie.dialects.nodes import cast, data_type, function, number, tight
from coterie.types import INTEGER, Type


def bit(_: Sequence[Type], mask: Type) -> Scalar:
    kind = "BIGINT" if mask.precision <= INTEGER.precision else "INT128"
    return lambda place: exp.BitwiseLeftShift(this=cast(number(1), data_type(kind)), expression=tight(place))


def has_bit(mask: Node, place: Node) -> Node:
    """The place is a constant."""
    both = exp.BitwiseAnd(this=tight(mask), expression=number(1 << int(place.name)))
    return exp.NEQ(this=exp.Paren(this=both), expression=number(0))


def masked(values: Node, mask: Node) -> Node:
    place = exp.to_identifier("place")
    moved = exp.Paren(this=exp.BitwiseRightShift(this=tight(mask), expression=exp.column(place.copy())))
    is_set = exp.EQ(this=exp.Paren(this=exp.BitwiseAnd(this=moved, expression=number(1))), expression=number(1))
    keep = exp.Lambda(this=is_set, expressions=[exp.to_identifier(ELEMENT), place], colon=True)
    return function("LIST_FILTER")(values, keep)
