"""Patterns, where an engine's own anchors mean something else, or a backslash escapes."""

from __future__ import annotations

from sqlglot import exp

from coterie.dialects.base import Node
from coterie.dialects.nodes import text, tight


def anchored(pattern: str, *, start: str = "^", end: str = "$") -> str:
    """The portable pattern with other anchors: to many, `$` also stands before a newline at the end."""
    anchors, written = {"^": start, "$": end}, ""
    inside, escaped = False, False
    for character in pattern:
        is_plain = inside or escaped
        written += character if is_plain else anchors.get(character, character)
        if not escaped and character in "[]":
            inside = character == "["
        escaped = character == "\\" and not escaped
    return written


def like(value: Node, pattern: Node) -> Node:
    """A backslash would be an escape character unless there is another, so it is one that does not occur."""
    found = exp.Like(this=tight(value), expression=pattern)
    if "\\" not in pattern.name:
        return found
    unused = next(character for character in map(chr, range(ord("!"), 0xD800)) if character not in pattern.name + "%_")
    return exp.Escape(this=found, expression=text(unused))
