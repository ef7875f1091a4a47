"""ClickHouse: texts in UTF-8. Functions without that in their name see bytes."""

from __future__ import annotations

from sqlglot import exp

from coterie.dialects.base import Node, Scalar
from coterie.dialects.clickhouse_nodes import each
from coterie.dialects.nodes import coalesce, function, not_null, number, text, when


def as_integer(name: str) -> Scalar:
    """A function whose result has no sign, which ClickHouse combines with nothing that has one."""
    return lambda *args: function("toInt64")(function(name)(*args))


def split_part(value: Node, separator: Node, n: Node) -> Node:
    """NULL has no parts, where an array could not be NULL."""
    parts = function("splitByString")(separator, coalesce(value, text("")))
    return when(not_null(value.copy()), function("arrayElementOrNull")(parts, n))


def concat_ws(separator: Node, *parts: Node) -> Node:
    present = each("arrayFilter", exp.Array(expressions=list(parts)), not_null)
    return function("arrayStringConcat")(present, separator)


def contains(value: Node, part: Node) -> Node:
    return exp.GT(this=function("position")(value, part), expression=number(0))


def like(value: Node, pattern: Node) -> Node:
    """A backslash in the pattern means itself."""
    escaped = function("replaceAll")(pattern, text("\\"), text("\\\\"))
    is_plain = isinstance(pattern, exp.Literal)
    return function("like")(value, text(pattern.name.replace("\\", "\\\\")) if is_plain else escaped)


def matches(value: Node, pattern: Node, ignore_case: Node) -> Node:
    """`match` lets a dot find line ends, unless it is told not to."""
    folds = isinstance(ignore_case, exp.Boolean) and ignore_case.this
    return function("match")(value, text(("(?i-s)" if folds else "(?-s)") + pattern.name))


def bucket(value: Node) -> Node:
    start = function("substring")(function("MD5")(value), number(1), number(4))
    read = function("reinterpretAsUInt32")(function("reverse")(start))
    return exp.Mod(this=read, expression=number(10_000))
