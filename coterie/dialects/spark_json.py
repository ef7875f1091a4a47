r"""Spark: JSON, which is held as text, at a path, as the type that is asked for.

Spark's readers give values as texts without their types, and numbers as doubles. So a document is marked first: escaped
backslashes and quotes are written as `\u…`, so that a text ends at the next quote, and then each text begins with `s`,
names too, and each number becomes a text that ends with `s`. What is read of it tells by its first character what it
is: `s…` a text, a digit or `-` a number, `t`, `f` or NULL a literal, `{` or `[` more to read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlglot import exp

from coterie.dialects.base import Node
from coterie.dialects.nodes import cast, chain, data_type, decimal_type, function, number, text, when
from coterie.dialects.spark_arrays import clean_array, each, element, field
from coterie.dialects.spark_moments import read_date, read_timestamp, try_cast
from coterie.types import MAX_PRECISION, MAX_SCALE

_ARRAY, _OBJECT = "array<string>", "map<string,string>"
_OPTIONS = ("allowSingleQuotes", "false", "allowNonNumericNumbers", "false")
_HIGH, _LOW = r"\\u[dD][89abAB][0-9a-fA-F]{2}", r"\\u[dD][c-fC-F][0-9a-fA-F]{2}"
_HALF_A_PAIR = rf"{_HIGH}(?!{_LOW})|(?<!{_HIGH}){_LOW}"
_TEXT_OR_NUMBER = '"([^"]*)"|(-?[0-9][-+.0-9eE]*)'
_MARKED = '"$2s$1"'
_NUMBER = r"\A(-?[0-9].*)s\z"
_WHOLE = r"\A(-?[0-9]+)\.0+\z"


def clean_json(value: Node) -> Node:
    """A document is one value: alone in an array, and in an object. Spark does not mind what follows a document."""
    in_object = function("CONCAT")(text('{"v":'), value.copy(), text("}"))
    read = _read(_in_array(value.copy()), _ARRAY, strict=True), _read(in_object, _OBJECT, strict=True)
    alone = [exp.EQ(this=function("SIZE")(found), expression=number(1)) for found in read]
    broken = function("REGEXP_LIKE")(_plain_escapes(value.copy()), text(_HALF_A_PAIR))
    return when(chain(exp.And, [*alone, exp.Not(this=broken)]), value)


def json_value(document: Node, kind: Node, zone: Node, *steps: Node) -> Node:
    found = _walk(_marked(document), steps) if steps else _first(_read(_in_array(_marked(document)), _ARRAY))
    return _let(found, _READERS[kind.name](element(), zone))


def json_array(document: Node, kind: Node, zone: Node, *steps: Node) -> Node:
    elements = _read(_walk(_marked(document), steps), _ARRAY)
    return clean_array(function("TRANSFORM")(elements, each(_READERS[kind.name](element(), zone))))


def _walk(found: Node, steps: Sequence[Node]) -> Node:
    """What stands at the steps; nothing where an object on the way has the name twice."""
    for step in steps:
        if step.is_string:
            same = exp.EQ(this=field(element(), "key"), expression=text(f"s{step.name}"))
            named = function("FILTER")(function("MAP_ENTRIES")(_read(found, _OBJECT)), each(same))
            once = exp.EQ(this=function("SIZE")(element()), expression=number(1))
            found = field(_let(named, when(once, _first(element()))), "value")
        else:
            found = function("GET")(_read(found, _ARRAY), step)
    return found


def _read(found: Node, kind: str, *, strict: bool = False) -> Node:
    options = [function("MAP")(*map(text, _OPTIONS))] if strict else []
    return function("FROM_JSON")(found, text(kind), *options)


def _in_array(document: Node) -> Node:
    return function("CONCAT")(text("["), document, text("]"))


def _first(values: Node) -> Node:
    return function("GET")(values, number(0))


def _let(value: Node, body: Node) -> Node:
    """The body with `element` for a value, which is then calculated once."""
    return _first(function("TRANSFORM")(exp.Array(expressions=[value]), each(body)))


def _plain_escapes(document: Node) -> Node:
    replace = function("REPLACE")
    without_backslashes = replace(document, text(r"\\"), text(r"\u005c"))
    return replace(without_backslashes, text(r"\""), text(r"\u0022"))


def _marked(document: Node) -> Node:
    return function("REGEXP_REPLACE")(_plain_escapes(document), text(_TEXT_OR_NUMBER), text(_MARKED))


Reader = Callable[[Node, Node], Node]
"""What was found, the zone → the value in its type, or NULL where it is of another."""


def _unmarked(found: Node) -> Node:
    """A text without its mark; of anything else, no date or time."""
    return function("SUBSTRING")(found, number(2))


def _read_text(found: Node, _: Node) -> Node:
    no_nul = exp.Not(this=function("CONTAINS")(found, function("CHR")(number(0))))
    is_text = exp.And(this=function("STARTSWITH")(found.copy(), text("s")), expression=no_nul)
    return when(is_text, _unmarked(found.copy()))


def _read_number(found: Node, _: Node) -> Node:
    written = function("REGEXP_EXTRACT")(found, text(_NUMBER), number(1))
    return try_cast(written, decimal_type(MAX_PRECISION, MAX_SCALE))


def _read_integer(found: Node, zone: Node) -> Node:
    written = cast(_read_number(found, zone), data_type("TEXT"))
    return try_cast(function("REGEXP_EXTRACT")(written, text(_WHOLE), number(1)), data_type("BIGINT"))


def _read_boolean(found: Node, _: Node) -> Node:
    ifs = [exp.If(this=text(name), true=exp.Boolean(this=name == "true")) for name in ("true", "false")]
    return exp.Case(this=found, ifs=ifs)


_READERS: dict[str, Reader] = {
    "text": _read_text,
    "number": _read_number,
    "integer": _read_integer,
    "boolean": _read_boolean,
    "date": lambda found, _: read_date(_unmarked(found)),
    "timestamp": lambda found, zone: read_timestamp(_unmarked(found), zone.copy()),
}
