"""BigQuery: JSON at a path, as the type that is asked for.

JSON is held as text. Of texts, JSON_QUERY and JSON_VALUE give numbers as they are written and objects with all their
names, but take much for JSON that is none, and read a position in an object as a name. So texts are parsed once,
strictly, and what stands on the way is looked at. JSON_QUERY gives it without spaces between, and without escapes but
those that are needed: its first character says what it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sqlglot import exp

from coterie.dialects.base import Node
from coterie.dialects.bigquery_arrays import collected, element, select, unnested
from coterie.dialects.bigquery_moments import read_date, read_timestamp
from coterie.dialects.bigquery_numbers import safe
from coterie.dialects.json_readers import readers
from coterie.dialects.nodes import chain, data_type, function, is_null, not_null, number, text, tight, when

_TEXT = r'"(?:[^"\\]|\\.)*"'
_LONG = rf"(?s)({_TEXT})|([0-9][eE][+-]?[0-9])[0-9]+|([1-9])[0-9]{{29,}}"
_SHORT = r"\1\2\3"
_TOKENS = rf"(?s){_TEXT}|[{{}}\[\]:]"
_HALF = r"\\u[dD][89abAB][0-9a-fA-F]{2}"
_PAIRS = rf"(?:{_HALF}\\u[dD][c-fC-F][0-9a-fA-F]{{2}})+"
_PIECES = rf"(?s){_PAIRS}|\\.|[^\\]+"
_PLAIN_NAME = re.compile("[A-Za-z0-9_ -]+")
_NATIVE = "TO_JSON_STRING"


def clean_json(value: Node) -> Node:
    """What PARSE_JSON takes once no number is too large for a double; what was JSON by type needs no such look.

    What is written as two halves of a surrogate pair becomes the character, since JSON_QUERY takes the halves for two.
    """
    if isinstance(value, exp.Anonymous) and value.this == _NATIVE:
        return value
    short = function("REGEXP_REPLACE")(value, text(_LONG), text(_SHORT))
    rounded = exp.Kwarg(this=exp.var("wide_number_mode"), expression=text("round"))
    has_halves = function("REGEXP_CONTAINS")(value.copy(), text(_HALF))
    ifs = [
        exp.If(this=is_null(safe("PARSE_JSON")(short, rounded)), true=exp.Null()),
        exp.If(this=has_halves, true=_with_pairs(value.copy())),
    ]
    return exp.Case(ifs=ifs, default=value.copy())


def _with_pairs(value: Node) -> Node:
    """Halves of surrogate pairs joined to the characters that they mean."""
    piece, concat = element("piece"), function("CONCAT")
    parsed = function("PARSE_JSON")(concat(text('"'), piece, text('"')))
    joined = when(function("REGEXP_CONTAINS")(piece.copy(), text(f"^{_HALF}")), _plain(parsed), piece.copy())
    pieces = unnested(function("REGEXP_EXTRACT_ALL")(value, text(_PIECES)), "piece", "place")
    return function("ARRAY_TO_STRING")(collected(select(joined, pieces)), text(""))


def json_value(document: Node, kind: Node, zone: Node, *steps: Node) -> Node:
    parts, conditions, found = _walk(document, steps)
    fits, value = _READERS[kind.name](found, zone)
    return exp.Subquery(this=select(value, *parts, where=chain(exp.And, [*conditions, fits])))


def json_array(document: Node, kind: Node, zone: Node, *steps: Node) -> Node:
    parts, conditions, found = _walk(document, steps)
    fits, value = _READERS[kind.name](element("item"), zone)
    items = unnested(function("JSON_QUERY_ARRAY")(found), "item", "place")
    where = chain(exp.And, [*conditions, _begins(found, "["), fits, not_null(value)])
    return collected(select(value.copy(), *parts, items, where=where))


def _walk(document: Node, steps: Sequence[Node]) -> tuple[list[exp.Unnest], list[Node], Node]:
    """Rows of one value each, from the document to what stands at the steps, and that every step can be taken."""
    parts, conditions = [_part(document, "$", 0)], list[Node]()
    for position, step in enumerate(steps):
        held = element(f"part_{position}")
        if step.is_string:
            conditions += [_begins(held, "{"), _names_once(held, step.name)]
        else:
            conditions.append(_begins(held, "["))
        path = f'$."{step.name}"' if step.is_string else f"$[{step.name}]"
        parts.append(_part(held.copy(), path, position + 1))
    return parts, conditions, element(f"part_{len(steps)}")


def _part(value: Node, path: str, position: int) -> exp.Unnest:
    """One row of what stands at a path of a value."""
    found = function("JSON_QUERY")(value, text(path))
    return unnested(exp.Array(expressions=[found]), f"part_{position}")


def _begins(held: Node, start: str) -> Node:
    return function("STARTS_WITH")(held.copy(), text(start))


def _names_once(held: Node, name: str) -> Node:
    """Does an object have the name once? Where `"name":` stands in it but once, there is no need to count."""
    counted = exp.EQ(this=exp.Subquery(this=_count_of_name(held, name)), expression=number(1))
    if not _PLAIN_NAME.fullmatch(name):
        return counted
    mentions = function("REGEXP_EXTRACT_ALL")(held.copy(), text(f'"{name}":'))
    once = exp.LTE(this=function("ARRAY_LENGTH")(mentions), expression=number(1))
    return exp.Paren(this=exp.Or(this=once, expression=counted))


def _count_of_name(held: Node, name: str) -> exp.Select:
    """How often an object has a name: the texts before a colon that are inside of one brace."""
    token = element("token")
    opens = exp.In(this=token.copy(), expressions=[text("{"), text("[")])
    closes = exp.In(this=token.copy(), expressions=[text("}"), text("]")])
    steps = exp.Case(ifs=[exp.If(this=opens, true=number(1)), exp.If(this=closes, true=number(-1))], default=number(0))
    depth = _in_order(function("SUM")(steps))
    following = _in_order(function("LEAD")(token.copy()))
    tokens = unnested(function("REGEXP_EXTRACT_ALL")(held.copy(), text(_TOKENS)), "token", "place")
    read = select(function("JSON_VALUE")(token.copy()).as_("name"), tokens)
    read.append("expressions", depth.as_("depth"))
    read.append("expressions", following.as_("following"))
    found = exp.Select(expressions=[exp.Count(this=exp.Star())])
    found.set("from_", exp.From(this=exp.Subquery(this=read)))
    is_one = (("depth", number(1)), ("following", text(":")), ("name", text(name)))
    conditions: list[Node] = [exp.EQ(this=exp.column(column), expression=value) for column, value in is_one]
    found.set("where", exp.Where(this=chain(exp.And, conditions)))
    return found


def _in_order(function: Node) -> exp.Window:
    return exp.Window(
        this=function, order=exp.Order(expressions=[exp.Ordered(this=exp.column("place"), nulls_first=True)])
    )


def _plain(found: Node) -> Node:
    """A JSON text without its quotes."""
    return function("JSON_VALUE")(found.copy())


def _is_text(found: Node) -> Node:
    return _begins(found, '"')


def _read_text(found: Node, _: Node) -> tuple[Node, Node]:
    no_nul = exp.EQ(this=function("STRPOS")(_plain(found), text("\0")), expression=number(0))
    return exp.And(this=_is_text(found), expression=no_nul), _plain(found)


def _read_number(found: Node, _: Node) -> tuple[Node, Node]:
    """By way of BIGNUMERIC: texts such as 15e-10 are taken for 0 else."""
    is_number = function("REGEXP_CONTAINS")(found.copy(), text("^[-0-9]"))
    exact = exp.TryCast(this=found.copy(), to=data_type("BIGDECIMAL"))
    return is_number, exp.TryCast(this=exact, to=data_type("DECIMAL"))


def _read_integer(found: Node, zone: Node) -> tuple[Node, Node]:
    fits, value = _read_number(found, zone)
    whole = exp.EQ(this=value, expression=function("TRUNC")(value.copy()))
    return exp.And(this=fits, expression=whole), exp.TryCast(this=value.copy(), to=data_type("BIGINT"))


def _read_boolean(found: Node, _: Node) -> tuple[Node, Node]:
    fits = exp.In(this=found.copy(), expressions=[text("true"), text("false")])
    return fits, exp.EQ(this=tight(found.copy()), expression=text("true"))


_READERS = readers(
    text=_read_text,
    number=_read_number,
    integer=_read_integer,
    boolean=_read_boolean,
    written=lambda found: (_is_text(found), _plain(found)),
    read_date=read_date,
    read_timestamp=read_timestamp,
)
