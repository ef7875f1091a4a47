"""Values of unit tests as people write them → values of a type: checked, never cast. All that does not fit is noted.

Out come booleans, whole numbers, decimals, texts, dates, wall clocks without zone, instants in UTC, tuples, and JSON as
its text. A time without zone is on the clock of its column or trait; of an instant, on the project's.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal

from coterie.compiler.ir import times
from coterie.compiler.ir.expr import LiteralValue
from coterie.compiler.ir.values import Mismatch, noun, typed_value
from coterie.types import Kind, Type

Note = Callable[[Mismatch], None]


def given_value(value: object, type: Type, zone: str, note: Note) -> LiteralValue:
    """A written value in a type; `zone` is the project's. What does not fit is noted, and NULL."""
    if type.kind is Kind.ARRAY and value is not None:
        return _items(value, type, zone, note)
    try:
        return _single(value, type, zone)
    except Mismatch as mismatch:
        note(mismatch)
        return None


def _items(value: object, type: Type, zone: str, note: Note) -> LiteralValue:
    assert type.element is not None
    if not isinstance(value, list | tuple):
        note(Mismatch(f"found {noun(value)}, expected a list"))
        return None
    element = type.element
    return tuple(given_value(item, element, zone, of_part(position, note)) for position, item in enumerate(value))


def of_part(position: int, note: Note) -> Note:
    """Notes what is wrong with an element of an array."""
    return lambda mismatch: note(mismatch.at(position))


def _single(value: object, type: Type, zone: str) -> LiteralValue:
    if value is None or (type.kind is Kind.TEXT and isinstance(value, str)):
        return value
    if isinstance(value, Decimal | float) and not Decimal(value).is_finite():
        raise Mismatch("found a number that is not finite, expected a finite one", "not_finite")
    match type.kind:
        case Kind.JSON:
            return json_text(value)
        case Kind.DATE | Kind.TIMESTAMP:
            return _moment(value, type, zone)
    typed = typed_value(value, type, zone).value
    if type.kind is Kind.INTEGER and isinstance(typed, Decimal):
        if typed != typed.to_integral_value():
            raise Mismatch(f"found {noun(value)}, expected a whole number")
        return int(typed)
    return typed


def _moment(value: object, type: Type, zone: str) -> LiteralValue:
    moment = value
    if isinstance(value, str):
        moment = times.read_date(value) or times.read_moment(value) or value
    if type.kind is Kind.DATE:
        if isinstance(moment, date) and not isinstance(moment, datetime):
            return moment
        raise Mismatch(f"found {noun(value)}, expected a date such as 2024-01-31")
    if isinstance(moment, date) and not isinstance(moment, datetime):
        moment = datetime(moment.year, moment.month, moment.day)
    if not isinstance(moment, datetime):
        raise Mismatch(f"found {noun(value)}, expected a time such as 2024-01-31T09:30:00Z")
    try:
        if type.zone is None:
            return times.as_instant(moment, zone)
        return moment if moment.tzinfo is None else times.to_wall(moment.astimezone(UTC), type.zone)
    except OverflowError:
        raise Mismatch(f"found {noun(value)}, expected a time between the years 1 and 9999", "out_of_range") from None


def json_text(value: object) -> str:
    """A JSON value as text: a text is JSON already, anything else is written as JSON. Raises Mismatch."""
    if not isinstance(value, str):
        return _as_json(value)
    try:
        json.loads(value)
    except (ValueError, RecursionError):
        raise Mismatch(f"found {noun(value)}, expected JSON") from None
    return value


def _as_json(value: object) -> str:
    match value:
        case Mapping():
            return "{" + ", ".join(f"{json.dumps(str(key))}: {_as_json(item)}" for key, item in value.items()) + "}"
        case list() | tuple():
            return "[" + ", ".join(_as_json(item) for item in value) + "]"
        case Decimal() if value.is_finite() and abs(value.adjusted()) < 1000:
            return f"{value:f}"
        case date():
            return json.dumps(value.isoformat())
        case None | bool() | int() | str():
            return json.dumps(value, ensure_ascii=False)
    raise Mismatch(f"found {noun(value)}, expected JSON")
