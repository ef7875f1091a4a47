"""Redshift: texts, by code point.

Two texts that differ in spaces at their end only are equal to Redshift, an empty one and a space too. So texts are
asked for their length, and compared with a full stop at their end where such spaces matter.

https://docs.aws.amazon.com/redshift/latest/dg/String_functions_header.html
"""

from __future__ import annotations

from sqlglot import exp

from coterie.dialects.base import Node
from coterie.dialects.nodes import (
    cast,
    chain,
    coalesce,
    data_type,
    function,
    not_null,
    nullif,
    number,
    text,
    tight,
    when,
)
from coterie.dialects.standard import split_part as split_part_from_start
from coterie.dialects.standard_patterns import anchored

_MOST = 2**30
_LAST = r"\x01"


def concat(*parts: Node) -> Node:
    """`a || b || …`."""
    node = parts[0]
    for following in parts[1:]:
        node = exp.DPipe(this=node, expression=tight(following))
    return node


def concat_ws(separator: Node, *parts: Node) -> Node:
    """Each text after a separator, and the first separator cut off."""
    pieces = [coalesce(concat(separator.copy(), part), text("")) for part in parts]
    return function("SUBSTRING")(concat(*pieces), number(len(separator.name) + 1))


def substr(value: Node, start: Node, size: Node | None = None) -> Node:
    """No sum of a start and a size is beyond 32 bits."""
    sizes = () if size is None else (_at_most(size),)
    return function("SUBSTRING")(value, _at_most(start), *sizes)


def _at_most(value: Node) -> Node:
    return number(min(int(value.name), _MOST)) if isinstance(value, exp.Literal) else value


def _is_empty(value: Node) -> Node:
    return exp.EQ(this=function("LENGTH")(value), expression=number(0))


def position(value: Node, part: Node) -> Node:
    found = function("STRPOS")(value, part)
    if part.is_string and part.name:
        return found
    return when(chain(exp.And, [_is_empty(part.copy()), not_null(value.copy())]), number(1), found)


def contains(value: Node, part: Node) -> Node:
    return exp.GT(this=position(value, part), expression=number(0))


def starts_with(value: Node, start: Node) -> Node:
    return _same(function("LEFT")(value, function("LENGTH")(start)), start.copy())


def ends_with(value: Node, end: Node) -> Node:
    return _same(function("RIGHT")(value, function("LENGTH")(end)), end.copy())


def _same(left: Node, right: Node) -> Node:
    stop = text(".")
    return exp.EQ(this=tight(concat(left, stop)), expression=tight(concat(right, stop.copy())))


def replace(value: Node, searched: Node, replacement: Node) -> Node:
    replaced = function("REPLACE")(value, searched, replacement)
    if searched.is_string and searched.name:
        return replaced
    unchanged = chain(exp.And, [_is_empty(searched.copy()), not_null(replacement.copy())])
    return when(unchanged, value.copy(), replaced)


def split_part(value: Node, separator: Node, n: Node) -> Node:
    """SPLIT_PART counts from the start only, so from the end the parts are counted."""
    if not isinstance(n, exp.Paren):
        return split_part_from_start(value, separator, n)
    length, size, wanted = function("LENGTH"), len(separator.name), int(n.this.name)
    without = function("REPLACE")(value.copy(), separator.copy(), text(""))
    rest = exp.Paren(this=exp.Sub(this=length(value.copy()), expression=length(without)))
    separators = exp.Div(this=rest, expression=number(size), typed=True)
    place = exp.Sub(this=exp.Add(this=separators, expression=number(2)), expression=number(wanted))
    enough = exp.GTE(this=rest.copy(), expression=number((wanted - 1) * size))
    return when(enough, function("SPLIT_PART")(value, separator, place))


def matches(value: Node, pattern: Node, ignore_case: Node) -> Node:
    """What is found must not be empty, so it reaches to a character that is put at the end of the text."""
    folds = isinstance(ignore_case, exp.Boolean) and ignore_case.this
    written = anchored(pattern.name, end=rf"(?={_LAST}\z)")
    whole = text(rf"(?:{written})[\s\S]*{_LAST}\z")
    ended = exp.DPipe(this=tight(value), expression=function("CHR")(number(1)))
    found = function("REGEXP_INSTR")(ended, whole, number(1), number(1), number(0), text("ip" if folds else "p"))
    return exp.GT(this=found, expression=number(0))


def found(value: Node, pattern: str) -> Node:
    """What of a text fits a pattern, or NULL; the whole text if the pattern ends with `$`."""
    bare = pattern.removesuffix("$")
    part = nullif(function("REGEXP_SUBSTR")(value, text(bare), number(1), number(1), text("p")), text(""))
    if bare == pattern:
        return part
    length = function("LENGTH")
    return when(exp.EQ(this=length(part), expression=length(value.copy())), value.copy())


def bucket(value: Node) -> Node:
    digits = function("SUBSTRING")(function("MD5")(value), number(1), number(8))
    return exp.Mod(this=function("STRTOL")(digits, number(16)), expression=number(10_000))


def to_text(value: Node) -> Node:
    return cast(value, data_type("TEXT"))
