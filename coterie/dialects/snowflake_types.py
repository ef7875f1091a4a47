"""Snowflake: the column types of types."""

from __future__ import annotations

from sqlglot import exp

from coterie.dialects.nodes import data_type, decimal_type
from coterie.types import BIGINT_DIGITS, MAX_PRECISION, Kind, Type

_NAMES = {
    Kind.BOOLEAN: "BOOLEAN",
    Kind.DOUBLE: "DOUBLE",
    Kind.TEXT: "TEXT",
    Kind.DATE: "DATE",
    Kind.JSON: "VARIANT",
    Kind.ARRAY: "ARRAY",
}


def column_type(type: Type) -> exp.DataType:
    """Arrays have no type of elements, as dynamic, hybrid and external tables know no others.

    Instants carry their offset, so that what they are does not depend on the session.
    """
    match type.kind:
        case Kind.INTEGER:
            return decimal_type(MAX_PRECISION if type.precision > BIGINT_DIGITS + 1 else BIGINT_DIGITS + 1, 0)
        case Kind.DECIMAL:
            return decimal_type(type.precision, type.scale)
        case Kind.TIMESTAMP:
            return data_type("TIMESTAMPTZ" if type.zone is None else "TIMESTAMPNTZ")
        case Kind.OTHER | Kind.NULL:
            raise ValueError(f"no column type for {type}")
    return data_type(_NAMES[type.kind])


def array_type(type: Type) -> exp.DataType:
    """The column type of an array's elements."""
    assert type.element is not None
    return column_type(type.element)
