"""Values as people write them in tests, side by side: NULL, `"text"`, 20.5, 2024-01-31T09:30:00Z, ["a", "b"]."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal

from coterie.compiler.ir.times import iso
from coterie.errors import printable

WIDEST = 60  # of a value in a table
_BEFORE = 20  # characters that are shown before the first one that differs


def shown(value: object) -> str:
    """One value; numbers without zeros at their end, texts in quotes."""
    match value:
        case None:
            return "NULL"
        case bool():
            return "true" if value else "false"
        case Decimal():
            text = f"{value:f}"
            return text.rstrip("0").rstrip(".") if "." in text else text
        case float():
            return repr(value).removesuffix(".0")
        case str():
            return visible(json.dumps(value, ensure_ascii=False))
        case datetime() if value.tzinfo is not None:
            return iso(value)
        case date():
            return value.isoformat()
        case list() | tuple():
            return f"[{', '.join(shown(item) for item in value)}]"
    return str(value)


def shown_key(key: Sequence[object]) -> str:
    """The key of an entity; of several columns as a list."""
    return cut(shown(key[0] if len(key) == 1 else key))


def shown_pair(one: object, other: object) -> tuple[str, str]:
    """Two values; of long ones the part around the first character that differs."""
    left, right = shown(one), shown(other)
    differing = (position for position, (a, b) in enumerate(zip(left, right, strict=False)) if a != b)
    first = next(differing, min(len(left), len(right)))
    return cut(left, first), cut(right, first)


def cut(text: str, first: int = 0) -> str:
    """A text of at most `WIDEST` characters, the one at `first` among them."""
    if len(text) <= WIDEST:
        return text
    start = max(0, min(first - _BEFORE, len(text) - WIDEST))
    end = start + WIDEST
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"


def aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The lines of a table, its columns one below the other."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def listed(items: Iterable[str], most: int) -> str:
    """Some items and how many more there are."""
    all_items = list(items)
    more = f", and {len(all_items) - most:,} more" if len(all_items) > most else ""
    return ", ".join(all_items[:most]) + more


def visible(text: str) -> str:
    """One line, without characters that could steer a terminal."""
    return printable(text.replace("\n", "\\n"))
