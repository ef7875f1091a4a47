"""ClickHouse: JSON as text, read at a path as the type that is asked for.

ClickHouse holds numbers of JSON as doubles or 64 bits, and refuses documents with one that is too large for a double.
So documents are read with their numbers as marked texts. An object's name is looked up by its first occurrence, and a
position in an object finds something too, so names are counted and types compared on the way.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlglot import exp

from coterie.dialects.base import Node
from coterie.dialects.clickhouse_moments import decimal_from, read_date, read_timestamp
from coterie.dialects.clickhouse_nodes import bound, each, held_array
from coterie.dialects.clickhouse_types import integer_between
from coterie.dialects.json_readers import readers
from coterie.dialects.nodes import cast, chain, coalesce, data_type, function, not_null, number, text, when
from coterie.types import MAX_SCALE

_TEXT = r'"(?:[^"\\]|\\.)*"'
_TEXT_OR_NUMBER = rf"({_TEXT})|(-?[0-9][-+.0-9eE]*)"
_START, _END = "\x01", "\x02"  # which no JSON holds as they are
_NUMBER = "\ufdd0"  # a noncharacter, which no text may hold: the rest of the text is a number
_ZERO = r"\A-?0(?:\.0+)?(?:[eE].*)?\z"


def clean_json(value: Node) -> Node:
    """What ClickHouse takes for JSON, or would if its numbers were smaller."""

    def strict(document: Node) -> Node:
        bare = _replaced(document.copy(), _TEXT, '""')
        small = _replaced(_replaced(bare, r"([0-9])[eE][+-]?[0-9]+", r"\1e1"), "([0-9]{15})[0-9]+", r"\1")
        texts = function("arrayStringConcat")(
            function("extractAll")(coalesce(document.copy(), text("")), text(_TEXT)), text(",")
        )
        listed = function("concat")(text("["), texts, text("]"))
        small_is_valid = exp.And(this=_is_valid(small), expression=_is_valid(listed))
        valid = exp.Or(this=_is_valid(document.copy()), expression=exp.Paren(this=small_is_valid))
        return when(valid, document)

    return bound(cast(value, data_type("TEXT")), strict)


def json_value(document: Node, kind: Node, zone: Node, *steps: Node) -> Node:
    def read(marked: Node) -> Node:
        fits, value = _READERS[kind.name](_reader(marked, steps), zone)
        return when(chain(exp.And, [*_single(marked, steps), fits]), value)

    return bound(_marked(document), read)


def json_array(document: Node, kind: Node, zone: Node, *steps: Node) -> Node:
    def element(one: Node) -> Node:
        fits, value = _READERS[kind.name](_reader(one, ()), zone)
        return when(fits, value)

    def elements(marked: Node) -> Node:
        found, single = _reader(marked, steps)("ArrayRaw"), _single(marked, steps)
        return when(chain(exp.And, single), found, function("emptyArrayString")()) if single else found

    found = bound(_marked(document), elements)
    return held_array(each("arrayFilter", each("arrayMap", found, element), not_null))


def _replaced(value: Node, pattern: str, replacement: str) -> Node:
    return function("replaceRegexpAll")(value, text(pattern), text(replacement))


def _is_valid(document: Node) -> Node:
    return function("isValidJSON")(document)


def _marked(document: Node) -> Node:
    """The document, its numbers as texts with a mark; an empty text for NULL, which has no arrays."""
    replace = function("replaceAll")
    found = _replaced(coalesce(document, text("")), _TEXT_OR_NUMBER, rf"\1{_START}\2{_END}")
    bare = replace(found, text(_START + _END), text(""))
    return replace(replace(bare, text(_START), text(f'"{_NUMBER}')), text(_END), text('"'))


def _path(steps: Sequence[Node]) -> list[Node]:
    """Names, and positions from 1."""
    return [step.copy() if step.is_string else number(int(step.name) + 1) for step in steps]


def _single(document: Node, steps: Sequence[Node]) -> list[Node]:
    """That every object on the way has the name once, and that positions are those of arrays."""
    conditions: list[Node] = []
    for position, step in enumerate(steps):
        before = [document.copy(), *_path(steps[:position])]
        if step.is_string:
            count = function("countEqual")(function("JSONExtractKeys")(*before), step.copy())
            conditions.append(exp.EQ(this=count, expression=number(1)))
        else:
            conditions.append(exp.EQ(this=function("JSONType")(*before), expression=text("Array")))
    return conditions


def _is_number(found: Found) -> Node:
    return function("startsWith")(found("Raw"), text(f'"{_NUMBER}'))


def _is_text(found: Found) -> Node:
    is_text = function("startsWith")(found("Raw"), text('"'))
    return exp.And(this=is_text, expression=exp.Not(this=_is_number(found)))


Found = Callable[[str], Node]
"""What stands at the steps, as JSONExtract… gives it."""


def _reader(document: Node, steps: Sequence[Node]) -> Found:
    return lambda kind: function(f"JSONExtract{kind}")(document.copy(), *_path(steps))


def _read_text(found: Found, _: Node) -> tuple[Node, Node]:
    no_nul = exp.EQ(this=function("position")(found("String"), function("char")(number(0))), expression=number(0))
    return exp.And(this=_is_text(found), expression=no_nul), found("String")


def _read_number(found: Found, _: Node) -> tuple[Node, Node]:
    digits = function("substring")(found("String"), number(len(_NUMBER.encode()) + 1))
    is_zero = function("match")(digits.copy(), text(_ZERO))
    zero = function("toDecimal256")(number(0), number(MAX_SCALE))
    return _is_number(found), when(is_zero, zero, decimal_from(digits))


def _read_integer(found: Found, zone: Node) -> tuple[Node, Node]:
    fits, value = _read_number(found, zone)

    def whole(one: Node) -> Node:
        is_whole = exp.EQ(this=one, expression=function("trunc")(one.copy()))
        return integer_between(when(is_whole, one.copy()), -(2**63), 2**63 - 1, lambda fitting: fitting)

    return fits, bound(value, whole)


def _read_boolean(found: Found, _: Node) -> tuple[Node, Node]:
    raw = found("Raw")
    return exp.In(this=raw, expressions=[text("true"), text("false")]), exp.EQ(this=raw.copy(), expression=text("true"))


_READERS = readers(
    text=_read_text,
    number=_read_number,
    integer=_read_integer,
    boolean=_read_boolean,
    written=lambda found: (_is_text(found), found("String")),
    read_date=read_date,
    read_timestamp=read_timestamp,
)
