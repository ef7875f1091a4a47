"""GoogleSQL's types and values as messages, and the plain Python values they stand for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Context, Decimal
from typing import Any

from zetasql.wasi._pb2.zetasql.public import type_pb2 as types
from zetasql.wasi._pb2.zetasql.public.type_pb2 import TypeProto
from zetasql.wasi._pb2.zetasql.public.value_pb2 import ValueProto

_KINDS = {
    "BOOL": types.TYPE_BOOL,
    "INT64": types.TYPE_INT64,
    "FLOAT64": types.TYPE_DOUBLE,
    "NUMERIC": types.TYPE_NUMERIC,
    "BIGNUMERIC": types.TYPE_BIGNUMERIC,
    "STRING": types.TYPE_STRING,
    "BYTES": types.TYPE_BYTES,
    "JSON": types.TYPE_JSON,
    "DATE": types.TYPE_DATE,
    "DATETIME": types.TYPE_DATETIME,
    "TIMESTAMP": types.TYPE_TIMESTAMP,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}
_SCALES = {"NUMERIC": 9, "BIGNUMERIC": 38}
_EXACTLY = Context(prec=100)
_EPOCH = date(1970, 1, 1)
_EPOCH_INSTANT = datetime(1970, 1, 1, tzinfo=UTC)


def element_of(type: str) -> str | None:
    """The type of an array's elements."""
    return type[len("ARRAY<") : -1] if type.startswith("ARRAY<") else None


def set_type(message: TypeProto, type: str) -> None:
    """Write a type by its name; the evaluator has no use for precision and scale."""
    element = element_of(type)
    if element is None:
        message.type_kind = _KINDS[type.partition("(")[0]]
    else:
        message.type_kind = types.TYPE_ARRAY
        set_type(message.array_type.element_type, element)


def name_of(type: TypeProto) -> str:
    """A type by its name."""
    if type.type_kind == types.TYPE_ARRAY:
        return f"ARRAY<{name_of(type.array_type.element_type)}>"
    return _NAMES[type.type_kind]


def set_value(message: ValueProto, value: Any, type: str) -> None:
    """Write a value of a type; NULL is a message without anything."""
    if value is None:
        return
    element = element_of(type)
    if element is not None:
        message.array_value.SetInParent()
        for item in value:
            set_value(message.array_value.element.add(), item, element)
    else:
        _WRITERS[type.partition("(")[0]](message, value)


def _set(field: str) -> Callable[[ValueProto, Any], None]:
    return lambda message, value: setattr(message, field, value)


def _set_exact(field: str, scale: int) -> Callable[[ValueProto, Any], None]:
    """Exact numbers are whole numbers of their smallest part, as bytes from the least on."""

    def write(message: ValueProto, value: Decimal) -> None:
        whole = int(value.scaleb(scale, _EXACTLY))
        setattr(message, field, whole.to_bytes(whole.bit_length() // 8 + 1, "little", signed=True))

    return write


def _set_instant(message: ValueProto, value: datetime) -> None:
    message.timestamp_value.FromDatetime(value.astimezone(UTC))
    message.timestamp_value.SetInParent()  # also where all of its fields are 0


def _set_wall_clock(message: ValueProto, value: datetime) -> None:
    found = message.datetime_value
    found.bit_field_datetime_seconds = (
        value.year << 26 | value.month << 22 | value.day << 17 | value.hour << 12 | value.minute << 6 | value.second
    )
    found.nanos = value.microsecond * 1000


_WRITERS: dict[str, Callable[[ValueProto, Any], None]] = {
    "BOOL": _set("bool_value"),
    "INT64": _set("int64_value"),
    "FLOAT64": _set("double_value"),
    "NUMERIC": _set_exact("numeric_value", _SCALES["NUMERIC"]),
    "BIGNUMERIC": _set_exact("bignumeric_value", _SCALES["BIGNUMERIC"]),
    "STRING": _set("string_value"),
    "BYTES": _set("bytes_value"),
    "JSON": _set("json_value"),
    "DATE": lambda message, value: setattr(message, "date_value", (value - _EPOCH).days),
    "DATETIME": _set_wall_clock,
    "TIMESTAMP": _set_instant,
}


def value_of(message: ValueProto, type: TypeProto) -> Any:
    """A value as plain Python has it; instants are aware, in UTC."""
    match field := message.WhichOneof("value"):
        case None:
            return None
        case "array_value":
            element = type.array_type.element_type
            return [value_of(item, element) for item in message.array_value.element]
        case "numeric_value" | "bignumeric_value":
            whole = int.from_bytes(getattr(message, field), "little", signed=True)
            return Decimal(whole).scaleb(-_SCALES[_NAMES[type.type_kind]], _EXACTLY)
        case "date_value":
            return _EPOCH + timedelta(days=message.date_value)
        case "timestamp_value":
            found = message.timestamp_value
            return _EPOCH_INSTANT + timedelta(seconds=found.seconds, microseconds=found.nanos // 1000)
        case "datetime_value":
            bits, micros = message.datetime_value.bit_field_datetime_seconds, message.datetime_value.nanos // 1000
            clock = bits >> 12 & 31, bits >> 6 & 63, bits & 63
            return datetime(bits >> 26, bits >> 22 & 15, bits >> 17 & 31, *clock, micros)
    return getattr(message, field)
