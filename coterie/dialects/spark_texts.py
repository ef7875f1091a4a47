"""Spark: texts and patterns. Its regular expressions are Java's."""

from __future__ import annotations

from sqlglot import exp

from coterie.dialects.base import Node
from coterie.dialects.nodes import cast, data_type, function, number, text
from coterie.dialects.standard_patterns import anchored


def split_part(value: Node, separator: Node, n: Node) -> Node:
    """SPLIT_PART gives an empty text where there is no such part; SPLIT takes a regular expression."""
    quoted = "".join(character if character.isalnum() else f"\\{character}" for character in separator.name)
    return function("TRY_ELEMENT_AT")(function("SPLIT")(value, text(quoted)), n)


def matches(value: Node, pattern: Node, ignore_case: Node) -> Node:
    folds = isinstance(ignore_case, exp.Boolean) and ignore_case.this
    written = ("(?i)" if folds else "") + anchored(pattern.name, end=r"\z")
    return function("REGEXP_LIKE")(value, text(written))


def bucket(value: Node) -> Node:
    digits = function("SUBSTRING")(function("MD5")(value), number(1), number(8))
    read = cast(function("CONV")(digits, number(16), number(10)), data_type("BIGINT"))
    return exp.Mod(this=read, expression=number(10_000))
