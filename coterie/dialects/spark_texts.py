"""Spark: texts and patterns. Its regular expressions are Java's."""

from __future__ import annotations

from collections.abc import Iterator

from sqlglot import exp

from coterie.dialects.base import Node
from coterie.dialects.nodes import cast, data_type, function, number, text, tight


def split_part(value: Node, separator: Node, n: Node) -> Node:
    """SPLIT_PART gives an empty text where there is no such part; SPLIT takes a regular expression."""
    quoted = "".join(character if character.isalnum() else f"\\{character}" for character in separator.name)
    return function("TRY_ELEMENT_AT")(function("SPLIT")(value, text(quoted)), n)


def like(value: Node, pattern: Node) -> Node:
    """A backslash would be an escape character unless there is another, so it is one that does not occur."""
    found = exp.Like(this=tight(value), expression=pattern)
    if "\\" not in pattern.name:
        return found
    unused = next(character for character in map(chr, range(ord("!"), 0xD800)) if character not in pattern.name + "%_")
    return exp.Escape(this=found, expression=text(unused))


def matches(value: Node, pattern: Node, ignore_case: Node) -> Node:
    folds = isinstance(ignore_case, exp.Boolean) and ignore_case.this
    written = ("(?i)" if folds else "") + "".join(_in_java(pattern.name))
    return function("REGEXP_LIKE")(value, text(written))


def _in_java(pattern: str) -> Iterator[str]:
    r"""The portable pattern, its `$` written `\z`: to Java `$` also stands before a newline at the end."""
    inside, escaped = False, False
    for character in pattern:
        yield r"\z" if character == "$" and not inside and not escaped else character
        if not escaped and character in "[]":
            inside = character == "["
        escaped = character == "\\" and not escaped


def bucket(value: Node) -> Node:
    digits = function("SUBSTRING")(function("MD5")(value), number(1), number(8))
    read = cast(function("CONV")(digits, number(16), number(10)), data_type("BIGINT"))
    return exp.Mod(this=read, expression=number(10_000))
