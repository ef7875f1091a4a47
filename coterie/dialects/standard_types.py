"""Types and constants, as most engines write them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal

from sqlglot import exp

from coterie.dialects.base import Node
from coterie.dialects.nodes import cast, data_type, decimal_type, number, text
from coterie.types import (
    BIGINT_DIGITS,
    MAX_PRECISION,
    MAX_SCALE,
    Kind,
    Type,
    array,
    decimal,
    integer,
    unsupported,
)

WriteType = Callable[[Type], exp.DataType]

NAMES: Mapping[Kind, str] = {
    Kind.BOOLEAN: "BOOLEAN",
    Kind.INTEGER: "BIGINT",
    Kind.DOUBLE: "DOUBLE",
    Kind.TEXT: "TEXT",
    Kind.DATE: "DATE",
    Kind.JSON: "JSON",
}
"""Column types without parameters, by sqlglot's names."""


def column_types(
    names: Mapping[Kind, str] = NAMES, *, instant: str = "TIMESTAMPTZ", wall_clock: str = "TIMESTAMPNTZ"
) -> WriteType:
    """The column types of types; `instant` and `wall_clock` are those of timestamps."""

    def write_type(type: Type) -> exp.DataType:
        match type.kind:
            case Kind.INTEGER if type.precision > BIGINT_DIGITS + 1:
                return decimal_type(MAX_PRECISION, 0)
            case Kind.DECIMAL:
                return decimal_type(type.precision, type.scale)
            case Kind.TIMESTAMP:
                return data_type(instant if type.zone is None else wall_clock)
            case Kind.ARRAY:
                assert type.element is not None
                return exp.DataType(this=exp.DType.ARRAY, expressions=[write_type(type.element)], nested=True)
            case Kind.OTHER | Kind.NULL:
                raise ValueError(f"no column type for {type}")
        return data_type(names[type.kind])

    return write_type


def exact(precision: int, scale: int) -> Type:
    """The type of an exact column of so many digits; of more than there can be, fewer are kept."""
    if precision > MAX_PRECISION:
        return decimal(MAX_PRECISION, min(scale, MAX_SCALE))
    return decimal(precision, scale) if scale else integer(precision)


def read_array(element: Type, native: str) -> Type:
    """The type of a column of arrays, unless their elements cannot be read."""
    return array(element) if element.kind not in (Kind.ARRAY, Kind.JSON, Kind.OTHER) else unsupported(native)


def _cast_array(items: list[Node], type: exp.DataType) -> Node:
    return cast(exp.Array(expressions=items), type)


def in_utc(moment: datetime) -> str:
    """A moment as a text, an instant on the clock of UTC and with its name."""
    if moment.tzinfo is None:
        return moment.isoformat(sep=" ")
    return f"{moment.astimezone(UTC).replace(tzinfo=None).isoformat(sep=' ')} UTC"


def literals(
    write_type: WriteType,
    *,
    listed: Callable[[list[Node], exp.DataType], Node] = _cast_array,
    exact: Callable[[int | Decimal], Node] = number,
    written: Callable[[datetime], str] = lambda moment: moment.isoformat(sep=" "),
) -> Callable[[object, Type], Node]:
    """Constants; what is not plain is a text that is cast.

    `listed` makes an array of its elements and its type, `exact` a number, `written` the text of a moment.
    """

    def literal(value: object, type: Type) -> Node:
        match value:
            case None:
                return exp.Null() if type.kind is Kind.NULL else cast(exp.Null(), write_type(type))
            case bool():
                return exp.Boolean(this=value)
            case int() | Decimal():
                return exact(value)
            case str():
                return text(value)
            case datetime():
                return cast(text(written(value)), write_type(type))
            case date():
                return cast(text(value.isoformat()), data_type("DATE"))
            case tuple():
                assert type.element is not None
                return listed([literal(item, type.element) for item in value], write_type(type))
        raise ValueError(f"no literal for {value!r}")

    return literal
