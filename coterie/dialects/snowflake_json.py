"""Snowflake: JSON at a path, as the type that is asked for.

JSON is VARIANT, where a name cannot occur twice: a text with an object that repeats a name is no JSON. PARSE_JSON takes
more for JSON than RFC 8259 has, so texts are looked through before they are read.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from sqlglot import exp

from coterie.dialects.base import Node
from coterie.dialects.json_readers import readers
from coterie.dialects.nodes import cast, chain, data_type, function, not_null, number, text, when
from coterie.dialects.snowflake_arrays import each, element, kept, or_empty
from coterie.dialects.snowflake_moments import read_date, read_timestamp
from coterie.dialects.snowflake_numbers import integer_of, try_decimal

_HEX = "[0-9a-fA-F]"
_PAIR = rf"\\u[dD][89abAB]{_HEX}{{2}}\\u[dD][c-fC-F]{_HEX}{{2}}"
_UNIT = rf"\\u([0-9abcefABCEF]{_HEX}{{3}}|[dD][0-7]{_HEX}{{2}})"
_TEXT = rf'"([^"\\[:cntrl:]]||\\["\\/bfnrt]|{_UNIT}|{_PAIR})*"'
_NUMBER = r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?"
_OTHER = rf"{_NUMBER}|true|false|null"
_STRUCTURE = r'[][{}:,0" \t\r\n]*'
_SPACE = r"[ \t\r\n]*"
_WRONG = (
    rf'[0"}}\]]{_SPACE}[0"{{\[]',  # two values without a comma
    rf"(^|[,{{\[:]){_SPACE}[,:]",  # a comma or colon after nothing
    rf"[,:]{_SPACE}($|[\]}}])",  # or before nothing
    rf"0{_SPACE}:",  # a name that is no text
)


def clean_json(value: Node) -> Node:
    """What is VARIANT is JSON; a text is, if what is left without its scalars is in order.

    PARSE_JSON sees that brackets go in pairs.
    """
    if isinstance(value, exp.Cast) and value.to.this is exp.DType.VARIANT:
        return value
    replace = function("REGEXP_REPLACE")
    bare = replace(replace(value, text(_TEXT), text('"')), text(_OTHER), text("0"))
    is_structure = function("REGEXP_LIKE")(bare, text(_STRUCTURE))
    wrong = function("REGEXP_INSTR")(bare.copy(), text("|".join(_WRONG)))
    strict = exp.And(this=is_structure, expression=exp.EQ(this=wrong, expression=number(0)))
    return function("TRY_PARSE_JSON")(when(strict, value.copy()))


def json_value(document: Node, kind: Node, zone: Node, *steps: Node) -> Node:
    fits, value = _READERS[kind.name](_at(document, steps), zone)
    return when(fits, value)


def json_array(document: Node, kind: Node, zone: Node, *steps: Node) -> Node:
    fits, value = _READERS[kind.name](element(), zone)
    fitting = when(fits, value)
    array = function("AS_ARRAY")(_at(document, steps))
    return or_empty(each(kept(array, not_null(fitting)), fitting.copy()))


def _at(document: Node, steps: Sequence[Node]) -> Node:
    return reduce(function("GET"), steps, document)


def _is(found: Node, *names: str) -> Node:
    return exp.In(this=function("TYPEOF")(found.copy()), expressions=[text(name) for name in names])


def _plain(found: Node) -> Node:
    """A JSON text without its quotes; a number as it is written."""
    return cast(found.copy(), data_type("TEXT"))


def _read_text(found: Node, _: Node) -> tuple[Node, Node]:
    no_nul = exp.Not(this=function("CONTAINS")(_plain(found), function("CHR")(number(0))))
    return exp.And(this=_is(found, "VARCHAR"), expression=no_nul), _plain(found)


def _read_number(found: Node, _: Node) -> tuple[Node, Node]:
    return _is(found, "INTEGER", "DECIMAL", "DOUBLE"), try_decimal(_plain(found))


def _read_integer(found: Node, zone: Node) -> tuple[Node, Node]:
    fits, value = _read_number(found, zone)
    is_whole = exp.EQ(this=value, expression=function("FLOOR")(value.copy()))
    return chain(exp.And, [fits, is_whole]), integer_of(value.copy())


def _read_boolean(found: Node, _: Node) -> tuple[Node, Node]:
    return _is(found, "BOOLEAN"), cast(found.copy(), data_type("BOOLEAN"))


_READERS = readers(
    text=_read_text,
    number=_read_number,
    integer=_read_integer,
    boolean=_read_boolean,
    written=lambda found: (_is(found, "VARCHAR"), _plain(found)),
    read_date=read_date,
    read_timestamp=read_timestamp,
)
