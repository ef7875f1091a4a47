"""BigQuery: texts, which are code points, compared by them."""

from __future__ import annotations

from sqlglot import exp

from coterie.dialects.base import Node
from coterie.dialects.bigquery_arrays import item
from coterie.dialects.nodes import cast, data_type, function, number, text, tight

_BUCKETS = 10_000


def split_part(value: Node, separator: Node, n: Node) -> Node:
    """From the end for a negative n, which is written in parentheses."""
    parts = function("SPLIT")(value, separator)
    if isinstance(n, exp.Paren):
        return item(function("ARRAY_REVERSE")(parts), int(n.this.this.name))
    return item(parts, int(n.name))


def concat_ws(separator: Node, *values: Node) -> Node:
    return function("ARRAY_TO_STRING")(exp.Array(expressions=list(values)), separator)


def contains(value: Node, part: Node) -> Node:
    return exp.GT(this=function("STRPOS")(value, part), expression=number(0))


def like(value: Node, pattern: Node) -> Node:
    """A backslash would escape what follows, so it is escaped itself."""
    if pattern.is_string:
        plain: Node = text(pattern.name.replace("\\", "\\\\"))
    else:
        plain = function("REPLACE")(pattern, text("\\"), text("\\\\"))
    return exp.Like(this=tight(value), expression=plain)


def matches(value: Node, pattern: Node, ignore_case: Node) -> Node:
    folds = isinstance(ignore_case, exp.Boolean) and ignore_case.this
    return function("REGEXP_CONTAINS")(value, text(f"(?i){pattern.name}") if folds else pattern)


def bucket(value: Node) -> Node:
    digits = function("SUBSTR")(function("TO_HEX")(function("MD5")(value)), number(1), number(8))
    read = cast(function("CONCAT")(text("0x"), digits), data_type("BIGINT"))
    return function("MOD")(read, number(_BUCKETS))
