"""DuckDB: JSON at a path, as the type that is asked for.

DuckDB reads an object's name by its first occurrence, takes trailing commas and NaN for JSON, and holds fractions as
doubles. So names are counted on the way, texts are looked through before they are taken for JSON, and a document with
a number of more digits than a double holds is read with its numbers as texts.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlglot import exp

from coterie.dialects.base import Node
from coterie.dialects.duckdb_arrays import each, element
from coterie.dialects.duckdb_moments import read_date, read_timestamp
from coterie.dialects.nodes import (
    cast,
    chain,
    coalesce,
    data_type,
    decimal_type,
    function,
    not_null,
    number,
    text,
    tight,
    when,
)
from coterie.types import MAX_PRECISION, MAX_SCALE

_TEXT = r'"(?:[^"\\]|\\.)*"'
_LENIENT = r"(?i),\s*[\]}]|nan|inf"
_LONG_NUMBER = "[0-9][0-9.]{15}"  # up to 15 digits a double is exact
_NUMBER_OR_TEXT = rf"({_TEXT})|(-?[0-9][-+.0-9eE]*)"
_WHOLE = r"\A(-?[0-9]+)\.0+\z"
_NUMBERS = ("BIGINT", "UBIGINT", "DOUBLE")


def clean_json(value: Node) -> Node:
    """What DuckDB takes for JSON, unless it is so by its leniency alone: outside of texts, that is."""
    written = cast(value, data_type("TEXT"))
    bare = function("REGEXP_REPLACE")(written, text(_TEXT), text('""'), text("g"))
    lenient = when(_found(written, _LENIENT), _found(bare, _LENIENT), exp.false())
    strict = exp.And(this=function("JSON_VALID")(value.copy()), expression=exp.Not(this=lenient))
    return when(strict, cast(value.copy(), data_type("JSON")))


def json_value(document: Node, kind: Node, zone: Node, *steps: Node) -> Node:
    path = text(_path(steps))
    found = function("JSON_TYPE")(document, path)
    plain = function("JSON_EXTRACT_STRING")(_exact(document, kind.name), path.copy())
    fits, value = _READERS[kind.name](found, plain, zone)
    return when(chain(exp.And, [*_single(document, steps), fits]), value)


def json_array(document: Node, kind: Node, zone: Node, *steps: Node) -> Node:
    path = text(_path(steps) + "[*]")
    elements = function("JSON_EXTRACT")(document, path)
    plain = function("JSON_EXTRACT_STRING")(_exact(document, kind.name), path.copy())
    part = function("STRUCT_EXTRACT_AT")
    found = function("JSON_TYPE")(part(element(), number(1)))
    fits, value = _READERS[kind.name](found, part(element(), number(2)), zone)
    pairs = function("LIST_ZIP")(elements, plain)
    values = function("LIST_TRANSFORM")(pairs, each(when(fits, value)))
    node = function("LIST_FILTER")(values, each(not_null(element())))
    single = _single(document, steps)
    return coalesce(when(chain(exp.And, single), node) if single else node, exp.Array(expressions=[]))


def _found(value: Node, pattern: str) -> Node:
    return function("REGEXP_MATCHES")(value.copy(), text(pattern))


def _path(steps: Sequence[Node]) -> str:
    return "$" + "".join(f'."{step.name}"' if step.is_string else f"[{step.name}]" for step in steps)


def _single(document: Node, steps: Sequence[Node]) -> list[Node]:
    """That every object on the way has the name once; one that is missing is none."""
    conditions: list[Node] = []
    for position, step in enumerate(steps):
        if step.is_string:
            names = function("JSON_KEYS")(document.copy(), text(_path(steps[:position])))
            same = function("LIST_FILTER")(names, each(exp.EQ(this=element(), expression=step)))
            conditions.append(exp.EQ(this=function("LEN")(same), expression=number(1)))
    return conditions


def _exact(document: Node, kind: str) -> Node:
    """The document, its numbers as texts where one of them may be longer than a double holds."""
    if kind not in ("number", "integer"):
        return document.copy()
    written = cast(document.copy(), data_type("TEXT"))
    replace, joined = function("REPLACE"), function("CONCAT")
    mark, mark_again = function("CHR")(number(1)), function("CHR")(number(1))  # which no JSON holds as it is
    both = joined(text(r"\1"), mark, text(r"\2"), mark_again)
    marked = function("REGEXP_REPLACE")(written, text(_NUMBER_OR_TEXT), both, text("g"))
    bare = replace(marked, joined(mark.copy(), mark.copy()), text(""))
    quoted = replace(bare, mark.copy(), text('"'))
    return when(_found(written, _LONG_NUMBER), quoted, written.copy())


def _is(found: Node, *names: str) -> Node:
    return exp.In(this=found, expressions=[text(name) for name in names]) if names[1:] else _equal(found, names[0])


def _equal(found: Node, name: str) -> Node:
    return exp.EQ(this=found, expression=text(name))


Reader = Callable[[Node, Node, Node], tuple[Node, Node]]
"""The type that DuckDB finds, the value as text, the zone → whether it fits, and the value in its type."""


def _read_text(found: Node, plain: Node, _: Node) -> tuple[Node, Node]:
    no_nul = exp.Not(this=function("CONTAINS")(plain.copy(), function("CHR")(number(0))))
    return exp.And(this=_is(found, "VARCHAR"), expression=no_nul), plain


def _read_number(found: Node, plain: Node, _: Node) -> tuple[Node, Node]:
    return _is(found, *_NUMBERS), exp.TryCast(this=plain, to=decimal_type(MAX_PRECISION, MAX_SCALE))


def _read_integer(found: Node, plain: Node, zone: Node) -> tuple[Node, Node]:
    fits, value = _read_number(found, plain, zone)
    whole = function("REGEXP_EXTRACT")(cast(value, data_type("TEXT")), text(_WHOLE), number(1))
    return fits, exp.TryCast(this=whole, to=data_type("BIGINT"))


def _read_boolean(found: Node, plain: Node, _: Node) -> tuple[Node, Node]:
    return _is(found, "BOOLEAN"), exp.EQ(this=tight(plain), expression=text("true"))


def _read_date(found: Node, plain: Node, _: Node) -> tuple[Node, Node]:
    return _is(found, "VARCHAR"), read_date(plain)


def _read_moment(found: Node, plain: Node, zone: Node) -> tuple[Node, Node]:
    return _is(found, "VARCHAR"), read_timestamp(plain, zone)


_READERS: dict[str, Reader] = {
    "text": _read_text,
    "number": _read_number,
    "integer": _read_integer,
    "boolean": _read_boolean,
    "date": _read_date,
    "timestamp": _read_moment,
}
