r"""Keys of entities as people give them → values of the key's types.

A key of several columns is a sequence of values, or its text form: the parts joined by `|`, with `\` before a `|` or
`\` inside a part; integers in plain digits, dates YYYY-MM-DD, timestamps as microseconds since 1970 or in ISO form,
booleans true or false.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from coterie.compiler.ir import times
from coterie.errors import Collector, CompileError
from coterie.types import MAX_PRECISION, Kind, Type

Key = tuple[int | Decimal | str | bool | date | datetime, ...]
KeyColumns = tuple[tuple[str, Type], ...]

_WHOLE = re.compile(r"[+-]?[0-9]+")
_EPOCH = datetime(1970, 1, 1)
_NOUNS = {
    Kind.INTEGER: "a whole number",
    Kind.DECIMAL: "a whole number",
    Kind.TEXT: "a text",
    Kind.BOOLEAN: "true or false",
    Kind.DATE: "a date such as 2024-01-31",
    Kind.TIMESTAMP: "a timestamp such as 2024-01-31T09:30:00Z",
}
_MOST_ERRORS = 10


class KeyText(str):
    r"""The text form of a key, also where a text alone would be the key itself: `a\|b` is the key `a|b`."""

    __slots__ = ()


def read_keys(given: Iterable[object], entity: str, columns: KeyColumns, zone: str) -> tuple[Key, ...]:
    """The keys that are meant, each once, in the order given. Error: `wrong_key`; at most ten are told."""
    found, errors = dict[Key, None](), Collector()
    for one in given:
        with errors.catching():
            found[_read(one, entity, columns, zone)] = None
    more = len(errors.errors) - _MOST_ERRORS
    if more > 0:
        errors.errors[_MOST_ERRORS:] = [CompileError("wrong_key", f"and {more:,} more that are no keys of `{entity}`")]
    errors.raise_any()
    return tuple(found)


def key_text(key: Key) -> str:
    """A key in its text form."""
    return "|".join(_part_text(part) for part in key)


def _part_text(part: object) -> str:
    match part:
        case bool():
            return str(part).lower()
        case str():
            return part.replace("\\", "\\\\").replace("|", "\\|")
        case datetime():
            wall = part.astimezone(UTC).replace(tzinfo=None) if part.tzinfo else part
            return str((wall - _EPOCH) // timedelta(microseconds=1))
        case date():
            return part.isoformat()
    return str(part)


def _read(given: object, entity: str, columns: KeyColumns, zone: str) -> Key:
    parts: list[object]
    match given:
        case KeyText():
            parts = list(_split(given, entity, columns))
        case str() if len(columns) > 1:
            parts = list(_split(given, entity, columns))
        case tuple() | list():
            parts = list(given)
        case _:
            parts = [given]
    if len(parts) != len(columns):
        raise _wrong(given, entity, columns, f"found {len(parts)} part{'s' if len(parts) > 1 else ''}")
    values = []
    for part, (name, type) in zip(parts, columns, strict=True):
        value = _text_value(part, type, zone) if isinstance(part, str) else _value(part, type, zone)
        if value is None:
            expected = _NOUNS[type.kind] + (f" for `{name}`" if len(columns) > 1 else "")
            raise CompileError("wrong_key", f"{_shown(given)} is no key of `{entity}`, expected {expected}")
        values.append(value)
    return tuple(values)


def _wrong(given: object, entity: str, columns: KeyColumns, found: str) -> CompileError:
    listed = ", ".join(f"`{name}`" for name, _ in columns)
    hint = "" if len(columns) > 1 else "inside a part write `\\|` for `|`, and `\\\\` for `\\`"
    return CompileError("wrong_key", f"{_shown(given)} is no key of `{entity}`: {found}, expected {listed}", hint=hint)


def _split(text: str, entity: str, columns: KeyColumns) -> list[str]:
    """The parts of the text form."""
    parts: list[list[str]] = [[]]
    characters = iter(text)
    for character in characters:
        if character == "|":
            parts.append([])
            continue
        if character == "\\" and (character := next(characters, "")) not in ("\\", "|"):
            raise _wrong(text, entity, columns, "found `\\` before another character")
        parts[-1].append(character)
    return ["".join(part) for part in parts]


def _text_value(text: str, type: Type, zone: str) -> int | str | bool | date | datetime | None:
    """A part that is written as text."""
    match type.kind:
        case Kind.TEXT:
            return text if _is_unicode(text) else None
        case Kind.INTEGER | Kind.DECIMAL:
            return int(text) if _WHOLE.fullmatch(text) and len(text) <= MAX_PRECISION else None
        case Kind.BOOLEAN:
            return {"true": True, "false": False}.get(text)
        case Kind.DATE:
            return times.read_date(text)
    if _WHOLE.fullmatch(text):
        return _from_microseconds(int(text), type)
    instant = times.read_instant(text, type.zone or zone)
    return None if instant is None else _on_clock(instant, type)


def _value(value: object, type: Type, zone: str) -> int | Decimal | str | bool | date | datetime | None:
    """A part given as a value."""
    match type.kind, value:
        case ((Kind.INTEGER | Kind.DECIMAL), bool()):
            return None
        case ((Kind.INTEGER | Kind.DECIMAL), int()) if abs(value) < 10**MAX_PRECISION:
            return value
        case ((Kind.INTEGER | Kind.DECIMAL), Decimal()) if value.is_finite() and value == value.to_integral_value():
            return _value(int(value), type, zone)
        case Kind.BOOLEAN, bool():
            return value
        case Kind.TIMESTAMP, datetime():
            return _on_clock(times.as_instant(value, type.zone or zone), type)
        case Kind.DATE, date() if not isinstance(value, datetime):
            return value
    return None


def _on_clock(instant: datetime, type: Type) -> datetime:
    return times.to_wall(instant, type.zone) if type.zone else instant


def _from_microseconds(count: int, type: Type) -> datetime | None:
    try:
        moment = _EPOCH + timedelta(microseconds=count)
    except OverflowError:
        return None
    return moment if type.zone else moment.replace(tzinfo=UTC)


def _is_unicode(text: str) -> bool:
    """Not so are arguments of a command that the terminal's encoding could not read; NUL is in no warehouse's text."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return "\x00" not in text


def _shown(given: object) -> str:
    text = given if isinstance(given, str) else repr(given)
    return f"`{text if len(text) <= 60 else text[:60] + '…'}`"
