"""Trino: types and constants. Times are held to the microsecond: without digits, a type would be of milliseconds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from sqlglot import exp

from coterie.dialects.base import Node
from coterie.dialects.nodes import cast, data_type, decimal_type, number, text
from coterie.dialects.standard_types import NAMES, column_types, exact, in_utc, literals, read_array
from coterie.types import (
    BOOLEAN,
    DATE,
    DOUBLE,
    INSTANT,
    INTEGER,
    MAX_PRECISION,
    TEXT,
    Kind,
    Type,
    integer,
    json,
    unsupported,
    wall_clock,
)

_TYPES: dict[str, Type] = {
    "boolean": BOOLEAN,
    "tinyint": integer(3),
    "smallint": integer(5),
    "integer": integer(10),
    "bigint": INTEGER,
    "real": DOUBLE,
    "double": DOUBLE,
    "varchar": TEXT,
    "char": TEXT,
    "uuid": TEXT,
    "date": DATE,
    "timestamp with time zone": INSTANT,
}
_DECIMAL = re.compile(r"decimal\((\d+),\s*(\d+)\)")
_ARRAY = re.compile(r"array\((.+)\)")
_DIGITS = re.compile(r"\(\d+\)")
_HELD = ("(6)", "(6) with time zone")
_plain = column_types({**NAMES, Kind.JSON: "TEXT"})


def _to_the_microsecond(name: str) -> exp.DataType:
    return exp.DataType(this=exp.DType[name], expressions=[exp.DataTypeParam(this=exp.Literal.number(6))], nested=False)


CLOCK = _to_the_microsecond("TIMESTAMPNTZ")
MOMENT = _to_the_microsecond("TIMESTAMPTZ")


def column_type(type: Type) -> exp.DataType:
    match type.kind:
        case Kind.TIMESTAMP:
            return (MOMENT if type.zone is None else CLOCK).copy()
        case Kind.ARRAY:
            assert type.element is not None
            return exp.DataType(this=exp.DType.ARRAY, expressions=[column_type(type.element)], nested=True)
    return _plain(type)


def read_type(native: str, zone: str) -> Type:
    native = native.lower()
    if found := _ARRAY.fullmatch(native):
        return read_array(read_type(found[1], zone), native)
    if found := _DECIMAL.fullmatch(native):
        return exact(int(found[1]), int(found[2]))
    bare = _DIGITS.sub("", native)
    if bare == "timestamp":
        return wall_clock(zone)
    return json(zone) if bare == "json" else _TYPES.get(bare, unsupported(native))


def needs_cast(native: str) -> bool:
    """What is no text becomes one, and times are held to the microsecond."""
    native = native.lower()
    if found := _ARRAY.fullmatch(native):
        return needs_cast(found[1])
    if native.startswith("timestamp"):
        return native.removeprefix("timestamp") not in _HELD
    return native in ("real", "uuid") or native.startswith("char")


def _exact(value: int | Decimal) -> Node:
    """A number without a point is of 64 bits, unless it says otherwise."""
    if value != int(value) or -(2**63) < value < 2**63:
        return number(value)
    is_long = value == -(2**63)
    return cast(text(f"{Decimal(value):f}"), data_type("BIGINT") if is_long else decimal_type(MAX_PRECISION, 0))


literal = literals(column_type, exact=_exact, written=in_utc)


def array_of(items: Sequence[Node]) -> Node:
    """`ARRAY[items]`."""
    return exp.Array(expressions=list(items))
