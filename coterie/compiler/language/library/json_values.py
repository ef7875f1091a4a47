"""Functions that read JSON: a value at a path, or the elements of an array, as the type that is asked for.

The type is checked, never a cast: what is not of it is NULL, and as an element left out.
"""

from __future__ import annotations

from coterie.compiler.ir.expr import Expr, Literal, null
from coterie.compiler.ir.functions import Clock, call
from coterie.compiler.ir.values import Mismatch
from coterie.compiler.language.json_paths import json_path
from coterie.compiler.language.library.entries import entry, of, word, written
from coterie.types import BOOLEAN, DATE, INSTANT, INTEGER, MAX_PRECISION, MAX_SCALE, TEXT, Kind, Type, array, decimal

_TYPES: dict[str, Type] = {
    "text": TEXT,
    "number": decimal(MAX_PRECISION, MAX_SCALE),
    "integer": INTEGER,
    "boolean": BOOLEAN,
    "date": DATE,
    "timestamp": INSTANT,
}
JSON_TYPES = tuple(_TYPES)


def _json_value(clock: Clock, args: list[Expr]) -> Expr:
    type = _TYPES[word(args[2], 3, JSON_TYPES)]
    return null(type) if args[0].type.kind is Kind.NULL else call("json_value", *_read(clock, args), type=type)


def _json_array(clock: Clock, args: list[Expr]) -> Expr:
    type = array(_TYPES[word(args[2], 3, JSON_TYPES)])
    if args[0].type.kind is Kind.NULL:
        return Literal((), type)
    return call("json_array", *_read(clock, args), type=type)


def _read(clock: Clock, args: list[Expr]) -> tuple[Expr, ...]:
    """What the primitives take: the value, the type's name, the clock of times without zone, and the steps."""
    value = args[0]
    if value.type.kind is Kind.TEXT:
        hint = "say `type: json` under the model's `columns`, if the text is JSON"
        raise Mismatch("argument 1 is text, expected json", hint=hint)
    of(value, 1, "json", value.type.kind is Kind.JSON)
    steps = json_path(written(args[1], 2, "'$.address.city'"))
    zone = value.type.zone or clock.zone
    kind = word(args[2], 3, JSON_TYPES)
    path = (Literal(step, TEXT if isinstance(step, str) else INTEGER) for step in steps)
    return value, Literal(kind, TEXT), Literal(zone, TEXT), *path


JSON_VALUES = (
    entry("json_value(json, '$.path', 'type')", "the value at the path, if it is of the type", 3, _json_value,
          "NULL if there is no such value, or it is of another type"),
    entry("json_array(json, '$.path', 'type')", "the elements of the type, of the array at the path", 3, _json_array,
          "[] if there is no array; elements of another type are left out"),
)  # fmt: skip
