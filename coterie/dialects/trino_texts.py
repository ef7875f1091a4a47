"""Trino: texts, by code point. Its regular expressions are Java's.

https://trino.io/docs/current/functions/string.html
"""

from __future__ import annotations

from sqlglot import exp

from coterie.dialects.base import Node
from coterie.dialects.nodes import chain, function, not_null, number, text, tight, when
from coterie.dialects.standard_patterns import anchored


def trim(value: Node) -> Node:
    """TRIM takes away other white space too."""
    return function("REGEXP_REPLACE")(value, text(r"\A +| +\z"), text(""))


def right(value: Node, n: Node) -> Node:
    """SUBSTR from the end gives nothing where the text is shorter."""
    reverse = function("REVERSE")
    return reverse(function("SUBSTR")(reverse(value), number(1), n))


def split_part(value: Node, separator: Node, n: Node) -> Node:
    return function("ELEMENT_AT")(function("SPLIT")(value, separator), n)


def concat(*parts: Node) -> Node:
    """`a || b || …`."""
    node = parts[0]
    for following in parts[1:]:
        node = exp.DPipe(this=node, expression=tight(following))
    return node


def replace(value: Node, searched: Node, replacement: Node) -> Node:
    """REPLACE finds an empty text between all characters."""
    replaced = function("REPLACE")(value, searched, replacement)
    if searched.is_string and searched.name:
        return replaced
    is_empty = exp.EQ(this=searched.copy(), expression=text(""))
    return when(chain(exp.And, [is_empty, not_null(replacement.copy())]), value.copy(), replaced)


def ends_with(value: Node, end: Node) -> Node:
    reverse = function("REVERSE")
    return function("STARTS_WITH")(reverse(value), reverse(end))


def contains(value: Node, part: Node) -> Node:
    return exp.GT(this=function("STRPOS")(value, part), expression=number(0))


def matches(value: Node, pattern: Node, ignore_case: Node) -> Node:
    folds = isinstance(ignore_case, exp.Boolean) and ignore_case.this
    written = anchored(pattern.name, start=r"\A", end=r"\z")
    return function("REGEXP_LIKE")(value, text(f"(?i){written}" if folds else written))


def bucket(value: Node) -> Node:
    digest = function("TO_HEX")(function("MD5")(function("TO_UTF8")(value)))
    read = function("FROM_BASE")(function("SUBSTR")(digest, number(1), number(8)), number(16))
    return exp.Mod(this=read, expression=number(10_000))
