"""PostgreSQL: JSON at a path, as the type that is asked for.

JSON is held as `json`, which keeps what `jsonb` forgets: names that occur twice. A text in it with U+0000 or half a
surrogate pair cannot be read at all, so such documents are recognised before anything is read.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlglot import exp

from coterie.dialects.base import Node
from coterie.dialects.json_readers import readers
from coterie.dialects.nodes import cast, chain, data_type, decimal_type, function, number, text, tight, when
from coterie.dialects.postgres_arrays import clean_array, elements
from coterie.dialects.postgres_moments import read_date, read_integer, read_timestamp
from coterie.types import MAX_PRECISION, MAX_SCALE

_NUL = r"(?<!\\)((?:\\\\)*)\\u0000"
_MARK = r"\1\\ufdd0"
_MARKED = "\ufdd0"


def clean_json(value: Node) -> Node:
    """What reads as `jsonb`, texts with U+0000 aside; that becomes a noncharacter, which no text may hold."""
    written = function("REGEXP_REPLACE")(cast(value, data_type("TEXT")), text(_NUL), text(_MARK), text("g"))
    return when(function("PG_INPUT_IS_VALID")(written, text("jsonb")), cast(written.copy(), data_type("JSON")))


def json_value(document: Node, kind: Node, zone: Node, *steps: Node) -> Node:
    found, single = _walk(document, steps)
    fits, value = _READERS[kind.name](found, zone)
    return when(chain(exp.And, [*single, fits]), value)


def json_array(document: Node, kind: Node, zone: Node, *steps: Node) -> Node:
    found, single = _walk(document, steps)
    fits, value = _READERS[kind.name](exp.column("e"), zone)
    is_array = exp.EQ(this=_type_of(found.copy()), expression=text("array"))
    array = when(chain(exp.And, [*single, is_array]), found)
    return clean_array(function("ARRAY")(elements(function("JSON_ARRAY_ELEMENTS")(array), when(fits, value))))


def _walk(document: Node, steps: Sequence[Node]) -> tuple[Node, list[Node]]:
    """What stands at the steps, and that every object on the way has the name once."""
    found, single = document, list[Node]()
    for step in steps:
        if step.is_string:
            names = exp.Select(expressions=[exp.Count(this=exp.Star())])
            alias = exp.TableAlias(this=exp.to_identifier("_"), columns=[exp.to_identifier("name")])
            keys = exp.Table(this=function("JSON_OBJECT_KEYS")(found.copy()), alias=alias)
            names.set("from_", exp.From(this=keys))
            names.set("where", exp.Where(this=exp.EQ(this=exp.column("name"), expression=step.copy())))
            once = exp.EQ(this=exp.Subquery(this=names), expression=number(1))
            is_object = exp.EQ(this=_type_of(found.copy()), expression=text("object"))
            single.append(when(is_object, once, exp.false()))
        found = exp.JSONExtract(this=found.copy(), expression=step.copy())
    return found, single


def _type_of(found: Node) -> Node:
    return function("JSON_TYPEOF")(found)


def _plain(found: Node) -> Node:
    """A JSON text without its quotes; a number as it is written."""
    return exp.JSONBExtractScalar(this=tight(found.copy()), expression=text("{}"))


def _is(found: Node, name: str) -> Node:
    return exp.EQ(this=_type_of(found.copy()), expression=text(name))


def _read_text(found: Node, _: Node) -> tuple[Node, Node]:
    no_nul = exp.EQ(this=function("STRPOS")(_plain(found), text(_MARKED)), expression=number(0))
    value = exp.Collate(this=exp.Paren(this=_plain(found)), expression=exp.to_identifier("C", quoted=True))
    return exp.And(this=_is(found, "string"), expression=no_nul), value


def _read_number(found: Node, _: Node) -> tuple[Node, Node]:
    is_valid = function("PG_INPUT_IS_VALID")(_plain(found), text(f"numeric({MAX_PRECISION},{MAX_SCALE})"))
    fits = exp.And(this=_is(found, "number"), expression=is_valid)
    return fits, cast(exp.Paren(this=_plain(found)), decimal_type(MAX_PRECISION, MAX_SCALE))


def _read_integer(found: Node, zone: Node) -> tuple[Node, Node]:
    fits, value = _read_number(found, zone)
    whole = function("SUBSTRING")(cast(value, data_type("TEXT")), text(r"^(-?[0-9]+)\.0+$"))
    return fits, read_integer(whole)


def _read_boolean(found: Node, _: Node) -> tuple[Node, Node]:
    return _is(found, "boolean"), exp.EQ(this=exp.Paren(this=_plain(found)), expression=text("true"))


_READERS = readers(
    text=_read_text,
    number=_read_number,
    integer=_read_integer,
    boolean=_read_boolean,
    written=lambda found: (_is(found, "string"), _plain(found)),
    read_date=read_date,
    read_timestamp=read_timestamp,
)
