"""ClickHouse: types, constants, and values turned from one type into another.

Inside a statement exact numbers are held so that none of them can overflow, since ClickHouse wraps 128-bit numbers
without a word: whole numbers of 64 bits as they are, all others as decimals, of 256 bits where more than 18 digits may
be needed. Columns that leave a statement are narrowed again, which is an error for what does not fit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal

from sqlglot import exp

from coterie.dialects.base import Node, Scalar, Typed
from coterie.dialects.clickhouse_nodes import bound, each, held_array, plain_array
from coterie.dialects.nodes import cast, coalesce, data_type, decimal_type, function, not_null, number, text, when
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
    integer,
    unsupported,
    wall_clock,
)

UTC_ZONE = "UTC"

_TYPES: dict[str, Type] = {
    "Bool": BOOLEAN,
    "Int8": integer(3),
    "UInt8": integer(3),
    "Int16": integer(5),
    "UInt16": integer(5),
    "Int32": integer(10),
    "UInt32": integer(10),
    "Int64": INTEGER,
    "UInt64": integer(20),
    "Int128": integer(MAX_PRECISION),
    "UInt128": integer(MAX_PRECISION),
    "Int256": integer(MAX_PRECISION),
    "UInt256": integer(MAX_PRECISION),
    "Float32": DOUBLE,
    "Float64": DOUBLE,
    "String": TEXT,
    "UUID": TEXT,
    "Date": DATE,
    "Date32": DATE,
}
_CAST_FIRST = ("Int128", "UInt128", "Int256", "UInt256", "Float32", "UUID")
_DECIMAL = re.compile(r"Decimal\((\d+), (\d+)\)")
_MOMENT = re.compile(r"DateTime(?:64)?(?:\((\d)?(?:, )?('[^']+')?\))?")
_WRAPPED = re.compile(r"(Nullable|LowCardinality|Array)\((.*)\)")
_MICROSECONDS = 6
_LONG_INT = 2**63
_NARROW = 38
_WIDE = 76


def read_type(native: str, zone: str) -> Type:
    """A moment without a time zone is what UTC shows of it, on the clocks of the model's zone: by default, itself.

    The type JSON is none of ours: it forgets NULLs, and takes texts for moments.
    """
    if wrapped := _WRAPPED.fullmatch(native):
        inner = read_type(wrapped[2], zone)
        if wrapped[1] != "Array":
            return inner
        return read_array(inner, native)
    if found := _DECIMAL.fullmatch(native):
        return exact(int(found[1]), int(found[2]))
    if found := _MOMENT.fullmatch(native):
        return INSTANT if found[2] else wall_clock(zone)
    if native.startswith(("Enum", "FixedString(")):
        return TEXT
    return _TYPES.get(native, unsupported(native))


def needs_cast(native: str) -> bool:
    """All but what is held as it is: whole numbers of up to 64 bits, texts, and moments of up to microseconds."""
    if wrapped := _WRAPPED.fullmatch(native):
        return needs_cast(wrapped[2])
    if found := _MOMENT.fullmatch(native):
        return bool(found[1]) and int(found[1]) > _MICROSECONDS
    return native in _CAST_FIRST or native.startswith(("Decimal(", "Enum", "FixedString("))


def write_type(type: Type) -> exp.DataType:
    match type.kind:
        case Kind.INTEGER if type.precision > INTEGER.precision:
            return decimal_type(MAX_PRECISION, 0)
        case Kind.DECIMAL:
            return decimal_type(type.precision, type.scale)
        case Kind.TIMESTAMP:
            return _moment_type(None if type.zone else UTC_ZONE)
        case Kind.ARRAY:
            assert type.element is not None
            element = write_type(type.element)
            element.set("nullable", False)
            return _array_type(element)
        case Kind.OTHER | Kind.NULL:
            raise ValueError(f"no column type for {type}")
    return data_type(_NAMES[type.kind])


_NAMES = {
    Kind.BOOLEAN: "BOOLEAN",
    Kind.INTEGER: "BIGINT",
    Kind.DOUBLE: "DOUBLE",
    Kind.TEXT: "TEXT",
    Kind.DATE: "DATE32",
    Kind.JSON: "TEXT",
}


def _moment_type(zone: str | None) -> exp.DataType:
    parameters = [number(_MICROSECONDS), *([text(zone)] if zone else [])]
    return exp.DataType(this=exp.DType.DATETIME64, expressions=[exp.DataTypeParam(this=one) for one in parameters])


def _array_type(element: exp.DataType) -> exp.DataType:
    return exp.DataType(this=exp.DType.ARRAY, expressions=[element], nested=True)


def is_wide(type: Type) -> bool:
    """Is it held in 256 bits?"""
    most = INTEGER.precision if type.kind is Kind.INTEGER else BIGINT_DIGITS
    return type.is_exact and type.precision > most


def _held_type(type: Type) -> exp.DataType:
    """The type in which a value is held inside a statement."""
    if is_wide(type):
        return decimal_type(_WIDE, type.scale)
    if type.kind is Kind.DECIMAL:
        return decimal_type(_NARROW, type.scale)
    if type.element is not None:
        elements = _array_type(_held_type(type.element))
        return exp.DataType(this=exp.DType.STRUCT, expressions=[elements], nested=True, nullable=True)
    return _moment_type(UTC_ZONE) if type.kind is Kind.TIMESTAMP else write_type(type)


def to_held(value: Node, given: Type, type: Type) -> Node:
    """A value in the type in which it is held; decimals are rounded where they lose places."""
    match type.kind:
        case Kind.INTEGER if given.kind is Kind.DOUBLE:
            return _from_double(value, type)
        case Kind.INTEGER if not is_wide(type):
            return (
                function("accurateCast")(value, text("Nullable(Int64)"))
                if is_wide(given)
                else function("toInt64")(value)
            )
        case Kind.INTEGER | Kind.DECIMAL if _loses_places(given, type):
            rounded = function("round")(value, number(type.scale))
            return (
                within_digits(rounded, type.scale) if is_wide(type) else as_decimal(rounded, type.scale, is_wide=False)
            )
        case Kind.INTEGER | Kind.DECIMAL:
            return as_decimal(value, type.scale, is_wide=is_wide(type))
        case Kind.ARRAY:
            assert type.element is not None and given.element is not None
            element, source = type.element, given.element
            if given == type:  # which `clean_array` makes one that is held
                return each("arrayMap", value, lambda one: to_held(one, element, element))
            elements = each("arrayMap", plain_array(value), lambda one: to_held(one, source, element))
            return when(not_null(value.copy()), held_array(elements))
        case Kind.TIMESTAMP:
            return to_moment(value)
    return cast(value, write_type(type))


def alike(value: Node, given: Type, type: Type) -> Node:
    """Beside others it needs their type, and their scale."""
    if not given.is_exact or (given.kind, is_wide(given), given.scale) == (type.kind, is_wide(type), type.scale):
        return value
    return to_held(value, given, type)


def all_alike(build: Scalar) -> Typed:
    """A function of values of which it gives one."""

    def typed(types: Sequence[Type], result: Type) -> Scalar:
        return lambda *args: build(*(alike(arg, given, result) for arg, given in zip(args, types, strict=True)))

    return typed


def _loses_places(given: Type, type: Type) -> bool:
    """A source column's own scale may be larger than the one it is read with."""
    return given.scale > type.scale or (given == type and type == decimal(MAX_PRECISION, MAX_SCALE))


def as_decimal(value: Node, scale: int, *, is_wide: bool) -> Node:
    """An exact number as a decimal of 256 or 128 bits."""
    return function("toDecimal256" if is_wide else "toDecimal128")(value, number(scale))


def as_wide(value: Node, type: Type) -> Node:
    """An exact number as a decimal of 256 bits."""
    is_already = type.kind is Kind.DECIMAL and is_wide(type)
    return value if is_already else as_decimal(value, type.scale, is_wide=True)


def to_integer(value: Node) -> Node:
    """A whole number of 64 bits with a sign; an error for any that is none."""
    return _unless_null(value, lambda one: function("accurateCast")(one, text("Int64")))


def integer_between(value: Node, first: int, last: int, convert: Callable[[Node], Node]) -> Node:
    """What becomes of an exact number from one 64-bit integer to another; NULL outside, where it is not converted."""

    def inside(one: Node) -> Node:
        condition = exp.Between(this=one, low=literal(first, INTEGER), high=literal(last, INTEGER))
        fitting = when(condition, one.copy(), number(0))
        return when(condition.copy(), convert(function("toInt64")(fitting)))

    return bound(value, inside)


def within_digits(value: Node, scale: int) -> Node:
    """A number of 256 bits that needs no more than half of them; else an error."""
    return as_decimal(_unless_null(value, lambda one: as_decimal(one, scale, is_wide=False)), scale, is_wide=True)


def _unless_null(value: Node, convert: Callable[[Node], Node]) -> Node:
    """A conversion that may fail: under a NULL may lie any number, which ClickHouse would convert too."""
    return bound(value, lambda one: when(not_null(one), convert(coalesce(one.copy(), number(0)))))


def to_moment(value: Node) -> Node:
    """A date or any moment as one of microseconds, whose parts are those that UTC shows."""
    return function("toDateTime64")(value, number(_MICROSECONDS), text(UTC_ZONE))


def _from_double(value: Node, type: Type) -> Node:
    """A double without fraction, exactly: beyond 64 bits in two halves, an error beyond 128."""
    if not is_wide(type):
        return to_integer(value)
    half = as_decimal(text(str(2**64)), 0, is_wide=True)

    def whole(double: Node) -> Node:
        size, positive = function("toFloat64")(half.copy()), function("abs")(double.copy())
        high = function("trunc")(exp.Div(this=positive.copy(), expression=size))
        rest = exp.Sub(this=positive, expression=exp.Mul(this=high.copy(), expression=size.copy()))
        upper = as_decimal(function("accurateCast")(high, text("Int64")), 0, is_wide=True)
        lower = as_decimal(function("toUInt64")(rest), 0, is_wide=True)
        both = exp.Paren(this=exp.Add(this=exp.Mul(this=upper, expression=half), expression=lower))
        return exp.Mul(this=function("toInt64")(function("sign")(double)), expression=both)

    return _unless_null(value, lambda one: bound(one, whole))


def outward(value: Node, type: Type) -> Node:
    """A column that leaves a statement; an error for a number of too many digits. Arrays cannot be NULL any more."""
    if type.kind is Kind.TIMESTAMP and type.zone is not None:
        ticks = function("toUnixTimestamp64Micro")(to_moment(value))
        value = function("fromUnixTimestamp64Micro")(ticks)  # a cast would keep the zone
    if type.kind is Kind.ARRAY:
        value = plain_array(value)
    return value if type.kind is Kind.NULL else cast(value, write_type(type))


def inward(value: Node, type: Type) -> Node:
    """A column that was published; its array has no NULL elements."""
    return held_array(value) if type.kind is Kind.ARRAY else to_held(value, type, type)


def literal(value: object, type: Type) -> Node:
    match value:
        case None:
            return exp.Null() if type.kind is Kind.NULL else cast(exp.Null(), _held_type(type))
        case bool():
            return exp.Boolean(this=value)
        case int() if -_LONG_INT <= value < _LONG_INT:
            return number(value)
        case int() | Decimal():
            written = str(value) if isinstance(value, int) else f"{value:f}"
            places = len(written.partition(".")[2])
            return as_decimal(text(written), places, is_wide=len(written.strip("-.")) > BIGINT_DIGITS)
        case str():
            return text(value)
        case datetime():
            shown = value.astimezone(UTC).replace(tzinfo=None) if value.tzinfo else value
            return to_moment(text(shown.isoformat(sep=" ")))
        case date():
            return function("toDate32")(text(value.isoformat()))
        case tuple():
            assert type.element is not None
            element = type.element
            return cast(held_array(exp.Array(expressions=[literal(item, element) for item in value])), _held_type(type))
    raise ValueError(f"no literal for {value!r}")
