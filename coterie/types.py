"""The types of values in definitions, and what may be compared with what.

Exact numbers carry a precision and a scale, so that the compiler knows before the warehouse does where an
arithmetic result would overflow; timestamps carry the time zone their wall clock belongs to, or none for instants.
"""

from __future__ import annotations

from enum import Enum

from coterie.frozen import frozen


class Kind(Enum):
    """What a value is."""

    BOOLEAN = "boolean"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DOUBLE = "double"
    TEXT = "text"
    DATE = "date"
    TIMESTAMP = "timestamp"
    ARRAY = "array"
    JSON = "json"
    NULL = "null"
    OTHER = "other"


MAX_PRECISION = 38
MAX_SCALE = 9
INT_DIGITS = 10  # a 32-bit integer has at most 10
BIGINT_DIGITS = 18  # every number of 18 digits fits a 64-bit integer; a 64-bit integer may have 19


@frozen
class Type:
    """A value's type. Build it with the functions and constants below.

    `zone` of a timestamp is the zone of its wall clock, or None for an instant; `zone` of a date is the zone whose
    midnight it stands for, or None for the project's; `zone` of JSON is that of the times without zone in it.
    """

    kind: Kind
    precision: int = 0
    scale: int = 0
    zone: str | None = None
    element: Type | None = None
    native: str = ""

    def __str__(self) -> str:
        match self.kind:
            case Kind.ARRAY:
                return f"array<{self.element}>"
            case Kind.INTEGER:
                return "integer"
            case Kind.DECIMAL | Kind.DOUBLE:
                return "number"
            case Kind.OTHER:
                return f"unsupported type {self.native}"
            case _:
                return str(self.kind.value)

    @property
    def is_number(self) -> bool:
        return self.kind in (Kind.INTEGER, Kind.DECIMAL, Kind.DOUBLE)

    @property
    def is_exact(self) -> bool:
        return self.kind in (Kind.INTEGER, Kind.DECIMAL)

    @property
    def is_temporal(self) -> bool:
        return self.kind in (Kind.DATE, Kind.TIMESTAMP)

    @property
    def family(self) -> str:
        """The word definitions use: boolean, number, text, date, timestamp, array, json."""
        return "number" if self.is_number else str(self.kind.value)


BOOLEAN = Type(Kind.BOOLEAN)
INTEGER = Type(Kind.INTEGER, precision=BIGINT_DIGITS + 1)
BIG_INTEGER = Type(Kind.INTEGER, precision=MAX_PRECISION)
BUCKET = Type(Kind.INTEGER, precision=4)
DOUBLE = Type(Kind.DOUBLE)
TEXT = Type(Kind.TEXT)
DATE = Type(Kind.DATE)
INSTANT = Type(Kind.TIMESTAMP)
NULL = Type(Kind.NULL)


def integer(digits: int) -> Type:
    """A whole number of at most `digits` decimal digits."""
    return Type(Kind.INTEGER, precision=min(digits, MAX_PRECISION))


def decimal(precision: int, scale: int) -> Type:
    """An exact number; scale 0 stays a decimal, since the warehouse says so."""
    return Type(Kind.DECIMAL, precision=min(precision, MAX_PRECISION), scale=scale)


def wall_clock(zone: str) -> Type:
    """A timestamp without zone, read on the clocks of `zone`."""
    return Type(Kind.TIMESTAMP, zone=zone)


def json(zone: str) -> Type:
    """JSON whose times without zone are read on the clocks of `zone`."""
    return Type(Kind.JSON, zone=zone)


def array(element: Type) -> Type:
    """A list of values of one type."""
    return Type(Kind.ARRAY, element=element)


def unsupported(native: str) -> Type:
    """A column that exists but cannot be used in definitions."""
    return Type(Kind.OTHER, native=native)


def comparable(left: Type, right: Type) -> bool:
    """May the two be compared with `=`?"""
    if Kind.NULL in (left.kind, right.kind):
        return True
    if left.is_temporal and right.is_temporal:
        return True
    if left.kind in (Kind.ARRAY, Kind.JSON, Kind.OTHER):
        return False
    return left.family == right.family


def exact_result(precision: int, scale: int, *, whole: bool) -> Type:
    """The type of an exact arithmetic result that needs `precision` digits, `scale` of them after the point."""
    precision = min(precision, MAX_PRECISION)
    return integer(precision) if whole else decimal(precision, scale)


def common(left: Type, right: Type) -> Type | None:
    """The narrowest type that holds values of both, or None (CASE branches, COALESCE, array elements)."""
    if left == right or right.kind is Kind.NULL:
        return left
    if left.kind is Kind.NULL:
        return right
    if left.kind is Kind.DATE and right.kind is Kind.DATE:
        return DATE
    if left.is_number and right.is_number:
        if not (left.is_exact and right.is_exact):
            return DOUBLE
        scale = max(left.scale, right.scale)
        whole = max(left.precision - left.scale, right.precision - right.scale)
        both_whole = left.kind is Kind.INTEGER and right.kind is Kind.INTEGER
        return exact_result(whole + scale, scale, whole=both_whole)
    if left.kind is Kind.ARRAY and right.kind is Kind.ARRAY:
        assert left.element and right.element
        element = common(left.element, right.element)
        return array(element) if element else None
    return None
