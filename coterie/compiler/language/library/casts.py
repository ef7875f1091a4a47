"""`CAST(value AS type)`: what may be turned into what."""

from __future__ import annotations

from coterie.compiler.ir.expr import Expr, Literal
from coterie.compiler.ir.functions import Clock, call
from coterie.compiler.ir.values import Mismatch
from coterie.types import DATE, INSTANT, INTEGER, MAX_PRECISION, TEXT, Kind, decimal, wall_clock

CAST_TYPES = ("text", "integer", "number", "date", "timestamp")
TO_TEXT = (Kind.TEXT, Kind.INTEGER, Kind.BOOLEAN, Kind.DATE)


def cast(clock: Clock, value: Expr, type_name: str) -> Expr:
    """`CAST(value AS type)`; a text that cannot be read gives NULL."""
    given = value.type.kind
    match type_name, given:
        case _, Kind.NULL:
            kinds = {"text": TEXT, "integer": INTEGER, "number": decimal(MAX_PRECISION, 9), "date": DATE}
            return Literal(None, kinds.get(type_name, wall_clock(clock.zone)))
        case "text", _ if given in TO_TEXT:
            return value if given is Kind.TEXT else call("to_text", value, type=TEXT)
        case "integer", Kind.INTEGER:
            return value
        case "integer", Kind.TEXT:
            return call("read_integer", value, type=INTEGER)
        case "number", Kind.INTEGER | Kind.DECIMAL | Kind.DOUBLE:
            return value
        case "number", Kind.TEXT:
            return call("read_number", value, type=decimal(MAX_PRECISION, 9))
        case "date", Kind.DATE | Kind.TIMESTAMP:
            return clock.local_date(value)
        case "date", Kind.TEXT:
            return call("read_date", value, type=DATE)
        case "timestamp", Kind.TEXT:
            return call("read_timestamp", value, Literal(clock.zone, TEXT), type=INSTANT)
        case "timestamp", Kind.TIMESTAMP:
            return value
        case "timestamp", Kind.DATE:
            return clock.in_clock(value, wall_clock(value.type.zone or clock.zone))
    if type_name not in CAST_TYPES:
        raise Mismatch(f"unknown type `{type_name}`", "unknown_type", f"expected one of {', '.join(CAST_TYPES)}")
    hint = "use round, floor or ceil" if type_name == "integer" and value.type.is_number else ""
    raise Mismatch(f"cannot cast {value.type} to {type_name}", hint=hint)
