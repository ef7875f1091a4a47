"""PostgreSQL 16 and newer.

https://www.postgresql.org/docs/current/sql.html
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from sqlglot import exp

from coterie.dialects.base import Dialect, Node, Scalar, Sort
from coterie.dialects.costs import ROWS
from coterie.dialects.nodes import (
    as_double,
    cast,
    data_type,
    filtered,
    function,
    nullif,
    number,
    ordered,
    sort_keys,
    text,
    tight,
)
from coterie.dialects.postgres_arrays import (
    array_contains,
    array_contains_all,
    array_contains_any,
    array_contains_between,
    array_element,
    clean_array,
    clean_double_array,
    sliced,
    unnest,
)
from coterie.dialects.postgres_json import clean_json, json_array, json_value
from coterie.dialects.postgres_moments import (
    date_trunc,
    elapsed,
    format_date,
    from_microseconds,
    last_day,
    microseconds,
    months_between,
    part,
    read_date,
    read_integer,
    read_number,
    read_timestamp,
    years_between,
)
from coterie.dialects.postgres_numbers import exp_of, ln, round_double, round_whole, sqrt
from coterie.dialects.standard import AGGREGATES, SCALARS, count_distinct, split_part
from coterie.dialects.standard_moments import shift, to_instant, to_wall
from coterie.dialects.standard_numbers import power
from coterie.dialects.standard_types import column_types, exact, literals, read_array
from coterie.types import (
    BIGINT_DIGITS,
    BOOLEAN,
    DATE,
    DOUBLE,
    INSTANT,
    INTEGER,
    MAX_PRECISION,
    MAX_SCALE,
    TEXT,
    Kind,
    Type,
    decimal,
    integer,
    json,
    unsupported,
    wall_clock,
)

_TYPES: dict[str, Type] = {
    "boolean": BOOLEAN,
    "smallint": integer(5),
    "integer": integer(10),
    "bigint": INTEGER,
    "real": DOUBLE,
    "double precision": DOUBLE,
    "numeric": decimal(MAX_PRECISION, MAX_SCALE),
    "text": TEXT,
    "character varying": TEXT,
    "character": TEXT,
    "name": TEXT,
    "uuid": TEXT,
    "date": DATE,
    "timestamp with time zone": INSTANT,
}
_LENGTH = re.compile(r"\((\d+)\)")
_DECIMAL = re.compile(r"numeric\((\d+),(\d+)\)")
_write_type = column_types(wall_clock="TIMESTAMP")


def _read_type(native: str, zone: str) -> Type:
    if native.endswith("[]"):
        element = _read_type(native[:-2], zone)
        return read_array(element, native)
    if found := _DECIMAL.fullmatch(native):
        return exact(int(found[1]), int(found[2]))
    bare = _LENGTH.sub("", native)
    if bare == "timestamp without time zone":
        return wall_clock(zone)
    return json(zone) if bare in ("json", "jsonb") else _TYPES.get(bare, unsupported(native))


def _needs_cast(native: str) -> bool:
    """Texts too: a cast gives them the order of code points."""
    bare = _LENGTH.sub("", native.removesuffix("[]"))
    if found := _DECIMAL.fullmatch(native.removesuffix("[]")):
        return int(found[1]) > MAX_PRECISION
    return bare in ("real", "numeric") or _TYPES.get(bare) == TEXT


def _cast(value: Node, of: Type, type: Type) -> Node:
    """Texts in the order of code points, whatever the order of the database; doubles with all of their digits."""
    given = cast(value, data_type("TEXT")) if of.kind is Kind.DOUBLE and type.is_exact else value
    node = cast(given, _write_type(type))
    is_text = type.kind is Kind.TEXT or (type.element is not None and type.element.kind is Kind.TEXT)
    return _by_code_point(node) if is_text else node


def _by_code_point(value: Node) -> Node:
    return _collated(value, "C")


def _collated(value: Node, collation: str) -> Node:
    return exp.Collate(this=tight(value), expression=exp.to_identifier(collation, quoted=True))


def _in_letter_case(name: str) -> Scalar:
    """As the database has it: by code point, only letters of ASCII have two cases."""
    return lambda value: _by_code_point(function(name)(_collated(value, "default")))


def _concat(*parts: Node) -> Node:
    """`a || b || …`."""
    node = parts[0]
    for following in parts[1:]:
        node = exp.DPipe(this=node, expression=tight(following))
    return node


def _matches(value: Node, pattern: Node, ignore_case: Node) -> Node:
    folds = isinstance(ignore_case, exp.Boolean) and ignore_case.this
    return (exp.RegexpILike if folds else exp.RegexpLike)(this=tight(value), expression=pattern)


def _bucket(value: Node) -> Node:
    digits = function("SUBSTRING")(function("MD5")(value), number(1), number(8))
    bits = exp.DataType(this=exp.DType.BIT, expressions=[exp.DataTypeParam(this=number(32))], nested=False)
    read = cast(cast(exp.Paren(this=exp.DPipe(this=text("x"), expression=digits)), bits), data_type("BIGINT"))
    return exp.Mod(this=read, expression=number(10_000))


def _ends_with(value: Node, end: Node) -> Node:
    return exp.EQ(this=function("RIGHT")(value, function("LENGTH")(end)), expression=tight(end.copy()))


def _contains(value: Node, part: Node) -> Node:
    return exp.GT(this=function("STRPOS")(value, part), expression=number(0))


def _like(value: Node, pattern: Node) -> Node:
    return exp.Escape(this=exp.Like(this=tight(value), expression=pattern), expression=text(""))


def _width(type: Type) -> int:
    """Bytes in a row, with those that fill up to the next column; what is longer is kept elsewhere, if need be."""
    is_of_fixed_size = type.kind in (Kind.BOOLEAN, Kind.DATE, Kind.TIMESTAMP, Kind.DOUBLE) or (
        type.kind is Kind.INTEGER and type.precision <= BIGINT_DIGITS + 1
    )
    return 8 if is_of_fixed_size else 24


def _percentile(value: Node, p: Decimal) -> Node:
    order = exp.Order(expressions=[ordered(as_double(value), descending=False)])
    return exp.WithinGroup(this=function("PERCENTILE_CONT")(number(p)), expression=order)


def _in_order(value: Node, sorts: Sequence[Sort]) -> Node:
    keys = [ordered(sort.node, descending=sort.descending) for sort in sorts]
    return exp.Order(this=value, expressions=keys)


def _nth(value: Node, n: int, sorts: Sequence[Sort], where: Node | None, type: Type) -> Node:
    """`sorts` already run from the end for a negative n. Arrays are held as texts, as there are no arrays of arrays."""
    if type.element is not None:
        found = _nth(cast(value, data_type("TEXT")), n, sorts, where, TEXT)
        return _cast(found, TEXT, type)
    values = filtered(function("ARRAY_AGG")(_in_order(value, sorts)), where)
    return exp.Bracket(this=exp.Paren(this=values), expressions=[number(abs(n))], offset=1)


def _list(value: Node, sorts: Sequence[Sort], limit: int | None, where: Node | None, _: Type) -> Node:
    return sliced(filtered(function("ARRAY_AGG")(_in_order(value, sorts)), where), limit)


def _list_distinct(value: Node, limit: int | None, where: Node | None, _: Type, *, descending: bool) -> Node:
    keys = [ordered(value.copy(), descending=descending)]
    distinct = exp.Order(this=exp.Distinct(expressions=[value]), expressions=keys)
    return sliced(filtered(function("ARRAY_AGG")(distinct), where), limit)


POSTGRES = Dialect(
    name="postgres",
    sqlglot="postgres",
    read_type=_read_type,
    write_type=_write_type,
    needs_cast=_needs_cast,
    cast=_cast,
    literal=literals(_write_type),
    scalars={
        **SCALARS,
        "round": round_whole,
        "round_double": round_double,
        "sqrt": sqrt,
        "power": power,
        "exp": exp_of,
        "ln": ln,
        "lower": _in_letter_case("LOWER"),
        "upper": _in_letter_case("UPPER"),
        "trim": lambda value: function("BTRIM")(value, text(" ")),
        "position": function("STRPOS"),
        "split_part": split_part,
        "concat": _concat,
        "starts_with": function("STARTS_WITH"),
        "ends_with": _ends_with,
        "contains": _contains,
        "like": _like,
        "matches": _matches,
        "midnight": lambda day: cast(day, data_type("TIMESTAMP")),
        "to_instant": to_instant,
        "to_wall": to_wall,
        "shift": shift,
        "year": part("YEAR"),
        "quarter": part("QUARTER"),
        "month": part("MONTH"),
        "day": part("DAY"),
        "weekday": part("ISODOW"),
        "week": part("WEEK"),
        "last_day": last_day,
        "hour": part("HOUR"),
        "minute": part("MINUTE"),
        "months_between": months_between,
        "years_between": years_between,
        "from_microseconds": from_microseconds,
        "format_date": format_date,
        "date_trunc": date_trunc,
        "days_between": lambda start, end: exp.Paren(this=exp.Sub(this=tight(end), expression=tight(start))),
        "elapsed": elapsed,
        "to_text": lambda value: _by_code_point(cast(value, data_type("TEXT"))),
        "microseconds": microseconds,
        "iso_text": lambda wall: function("TO_CHAR")(wall, text('YYYY-MM-DD"T"HH24:MI:SS.US')),
        "bucket": _bucket,
        "json_text": lambda value: cast(function("TO_JSON")(value), data_type("TEXT")),
        "read_integer": read_integer,
        "read_number": read_number,
        "read_date": read_date,
        "read_timestamp": read_timestamp,
        "clean_json": clean_json,
        "json_value": json_value,
        "json_array": json_array,
        "array_length": function("CARDINALITY"),
        "array_contains_any": array_contains_any,
        "array_contains_all": array_contains_all,
        "array_contains": array_contains,
        "array_contains_between": array_contains_between,
        "array_element": array_element,
        "array_join": function("ARRAY_TO_STRING"),
        "clean_array": clean_array,
        "clean_double_array": clean_double_array,
        "clean_double": lambda value: nullif(value, text("NaN")),
    },
    aggregates={
        **AGGREGATES,
        "approx_count_distinct": count_distinct,
        "percentile": _percentile,
        "nth": _nth,
        "list": _list,
        "list_distinct": _list_distinct,
    },
    relations={"unnest": unnest},
    sort_keys=sort_keys,
    file_source=None,
    max_identifier=63,
    costs=ROWS,
    most_width=7_900,  # of the 8,160 bytes of a page, what a row with 1,600 columns does not need for itself
    width=_width,
    most_columns=1_600,
    unquoted=str.lower,
    materializes=True,
)
