"""Split groups in the reference interpreter (semantics §6)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from coterie.compiler.definitions import SplitsDef
from tests.properties.reference_keys import bucket


def group_of(splits: SplitsDef, key: tuple[Any, ...]) -> str:
    """The group whose buckets hold the key's; every bucket belongs to exactly one."""
    found = bucket(splits.salt, key)
    assert found is not None
    (name,) = (name for name, start, end in ranges(splits) if start <= found < end)
    return name


def ranges(splits: SplitsDef) -> Iterator[tuple[str, int, int]]:
    """Names with buckets from the first number on, to before the second."""
    start = 0
    for group in splits.groups:
        for first, end in group.buckets or ():
            yield group.name, first, end
        if group.percent is not None:
            end = start + int(group.percent * 100)
            yield group.name, start, end
            start = end
