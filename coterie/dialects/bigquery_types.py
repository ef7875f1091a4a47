"""BigQuery: types in and out, casts between them, and constants.

Exact numbers are INT64 (19 digits), NUMERIC (29 digits before the point and 9 after it) or BIGNUMERIC (38 and 38).
Types are written without precision and scale, which casts do not take. JSON is held as text: BigQuery's own type
forgets digits and names that occur twice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from sqlglot import exp

from coterie.dialects.base import Node, Scalar, Typed
from coterie.dialects.bigquery_arrays import each
from coterie.dialects.bigquery_numbers import NUMERIC_DIGITS, NUMERIC_SCALE
from coterie.dialects.nodes import cast, data_type, function, number, text
from coterie.dialects.standard_types import exact, read_array
from coterie.types import (
    BIGINT_DIGITS,
    BOOLEAN,
    DATE,
    DOUBLE,
    INSTANT,
    INTEGER,
    MAX_PRECISION,
    MAX_SCALE,
    TEXT,
    Kind,
    Type,
    decimal,
    json,
    unsupported,
    wall_clock,
)

_INT64 = range(-(2**63), 2**63)
_TYPES: dict[str, Type] = {
    "BOOL": BOOLEAN,
    "INT64": INTEGER,
    "FLOAT64": DOUBLE,
    "NUMERIC": decimal(MAX_PRECISION, MAX_SCALE),
    "BIGNUMERIC": decimal(MAX_PRECISION, MAX_SCALE),
    "STRING": TEXT,
    "DATE": DATE,
    "TIMESTAMP": INSTANT,
}
_DECIMALS = {"NUMERIC": exp.DType.DECIMAL, "BIGNUMERIC": exp.DType.BIGDECIMAL}
_DECIMAL = re.compile(r"(?:BIG)?NUMERIC\((\d+)(?:, ?(\d+))?\)")
_ARRAY = re.compile(r"ARRAY<(.+)>")


def read_type(native: str, zone: str) -> Type:
    if found := _ARRAY.fullmatch(native):
        element = read_type(found[1], zone)
        return read_array(element, native)
    if found := _DECIMAL.fullmatch(native):
        return exact(int(found[1]), int(found[2] or 0))
    match bare := native.partition("(")[0]:
        case "DATETIME":
            return wall_clock(zone)
        case "JSON":
            return json(zone)
    return _TYPES.get(bare, unsupported(native))


def needs_cast(native: str) -> bool:
    """JSON, and exact numbers that are held as another type than the column's."""
    if found := _ARRAY.fullmatch(native):
        return needs_cast(found[1])
    bare = native.partition("(")[0]
    return bare == "JSON" or (bare in _DECIMALS and write_type(read_type(native, "UTC")).this != _DECIMALS[bare])


def write_type(type: Type) -> exp.DataType:
    match type.kind:
        case Kind.INTEGER if type.precision > BIGINT_DIGITS + 1:
            return data_type("BIGDECIMAL")
        case Kind.DECIMAL:
            fits = type.scale <= NUMERIC_SCALE and type.precision - type.scale <= NUMERIC_DIGITS
            return data_type("DECIMAL" if fits else "BIGDECIMAL")
        case Kind.TIMESTAMP:
            return data_type("TIMESTAMPTZ" if type.zone is None else "TIMESTAMP")
        case Kind.ARRAY:
            assert type.element is not None
            return exp.DataType(this=exp.DType.ARRAY, expressions=[write_type(type.element)], nested=True)
        case Kind.OTHER | Kind.NULL:
            raise ValueError(f"no column type for {type}")
    return data_type(_NAMES[type.kind])


_NAMES = {
    Kind.BOOLEAN: "BOOLEAN",
    Kind.INTEGER: "BIGINT",
    Kind.DOUBLE: "DOUBLE",
    Kind.TEXT: "TEXT",
    Kind.DATE: "DATE",
    Kind.JSON: "TEXT",
}


_WIDTHS = (exp.DType.BIGINT, exp.DType.DECIMAL, exp.DType.BIGDECIMAL)


def as_wide_as(build: Scalar) -> Typed:
    """Arithmetic whose result is held as its type says: the wider of the operands' types may be wider than that."""

    def typed(types: Sequence[Type], result: Type) -> Scalar:
        if not result.is_exact:
            return build
        held = write_type(result)
        widest = max(_WIDTHS.index(write_type(type).this) for type in types if type.is_exact)
        if widest <= _WIDTHS.index(held.this):
            return build
        return lambda *operands: cast(build(*operands), held)

    return typed


def cast_value(value: Node, source: Type, target: Type) -> Node:
    if source.element is not None and target.element is not None:
        one, other = source.element, target.element
        return each(value, lambda element: cast_value(element, one, other))
    if target.kind is Kind.JSON:
        return function("TO_JSON_STRING")(value)
    held = write_type(target)
    if target.is_exact and source.kind is Kind.DECIMAL and source.scale > target.scale:
        roomy = cast(value, held) if held == data_type("BIGDECIMAL") else value
        value = function("ROUND")(roomy, number(target.scale))
    return cast(value, held)


def literal(value: object, type: Type) -> Node:
    """Numbers with a point are floating-point unless a type is said."""
    match value:
        case None:
            return exp.Null() if type.kind is Kind.NULL else cast(exp.Null(), write_type(type))
        case bool():
            return exp.Boolean(this=value)
        case int() if value in _INT64:
            return number(value)
        case int() | Decimal():
            return _exact(Decimal(value))
        case str():
            return text(value)
        case datetime():
            return cast(text(value.isoformat(sep=" ")), write_type(type))
        case date():
            return cast(text(value.isoformat()), data_type("DATE"))
        case tuple():
            element = type.element
            assert element is not None
            items = exp.Array(expressions=[literal(item, element) for item in value])
            return cast(items, write_type(type))
    raise ValueError(f"no literal for {value!r}")


def _exact(value: Decimal) -> Node:
    written = f"{value:f}"
    whole, _, fraction = written.removeprefix("-").partition(".")
    return cast(text(written), write_type(decimal(len(whole) + len(fraction), len(fraction))))
