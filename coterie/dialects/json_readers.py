"""JSON values as the types that are asked for: what dates and times, which are texts in JSON, have alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from coterie.dialects.base import Node

Found = TypeVar("Found")
Read = tuple[Node, Node]
"""Whether a value fits, and the value in its type."""

Reader = Callable[[Found, Node], Read]
"""What was found, the zone → whether it fits, and the value in its type."""


def readers(
    *,
    text: Reader[Found],
    number: Reader[Found],
    integer: Reader[Found],
    boolean: Reader[Found],
    written: Callable[[Found], Read],
    read_date: Callable[[Node], Node],
    read_timestamp: Callable[[Node, Node], Node],
) -> Mapping[str, Reader[Found]]:
    """The readers of all types by name; `written` says whether there is a text, and gives it without its quotes."""

    def date(found: Found, _: Node) -> Read:
        is_text, plain = written(found)
        return is_text, read_date(plain)

    def timestamp(found: Found, zone: Node) -> Read:
        is_text, plain = written(found)
        return is_text, read_timestamp(plain, zone.copy())

    return {
        "text": text,
        "number": number,
        "integer": integer,
        "boolean": boolean,
        "date": date,
        "timestamp": timestamp,
    }
