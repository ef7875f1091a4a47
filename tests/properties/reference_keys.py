"""Keys as text and their buckets in the reference interpreter, by Python's own hash functions (semantics §6)."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from tests.properties.reference_values import Wall

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def part_text(value: Any) -> str:
    """A part of a key as text; clocks without zone count as if they were UTC."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return value.replace("\\", "\\\\").replace("|", "\\|")
        case Wall():
            return part_text(value.at.replace(tzinfo=UTC))
        case datetime():
            passed = value - EPOCH
            return str((passed.days * 86_400 + passed.seconds) * 1_000_000 + passed.microseconds)
        case date():
            return f"{value.year:04}-{value.month:02}-{value.day:02}"
    return f"{value:f}" if not isinstance(value, int) else str(value)


def key_text(key: Sequence[Any]) -> str:
    return "|".join(part_text(part) for part in key)


def bucket(salt: str, key: Sequence[Any]) -> int | None:
    """0 to 9,999; None for a key that lacks a part."""
    if any(part is None for part in key):
        return None
    return int(hashlib.md5(f"{salt}|{key_text(key)}".encode()).hexdigest()[:8], 16) % 10_000
