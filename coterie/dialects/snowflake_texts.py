"""Snowflake: texts."""

from __future__ import annotations

import re

from sqlglot import exp

from coterie.dialects.base import Node
from coterie.dialects.nodes import function, number, text, tight

_ANYTHING = r"(.|\n)*"
_GROUP = re.compile(r"(\\.|\[(?:\\.|[^\]\\])*\])|\(\?:", re.DOTALL)


def concat(*parts: Node) -> Node:
    """`a || b || …`."""
    node = parts[0]
    for following in parts[1:]:
        node = exp.DPipe(this=node, expression=tight(following))
    return node


def concat_ws(separator: Node, *parts: Node) -> Node:
    """CONCAT_WS gives NULL if any is NULL."""
    return function("ARRAY_TO_STRING")(function("ARRAY_CONSTRUCT_COMPACT")(*parts), separator)


def contains(value: Node, part: Node) -> Node:
    return function("CONTAINS")(value, part)


def like(value: Node, pattern: Node) -> Node:
    """There is no escape character unless one is named."""
    return exp.Like(this=tight(value), expression=pattern)


def matches(value: Node, pattern: Node, ignore_case: Node) -> Node:
    """REGEXP_LIKE asks whether all of the text matches, REGEXP_INSTR finds no empty pattern. Groups are of one kind."""
    folds = isinstance(ignore_case, exp.Boolean) and ignore_case.this
    grouped = _GROUP.sub(lambda found: found[1] or "(", pattern.name)
    return function("REGEXP_LIKE")(value, text(f"{_ANYTHING}({grouped}){_ANYTHING}"), text("i" if folds else "c"))


def bucket(value: Node) -> Node:
    digits = function("SUBSTR")(function("MD5")(value), number(1), number(8))
    read = function("TO_NUMBER")(digits, text("X" * 8))
    return exp.Mod(this=read, expression=number(10_000))
