"""DuckDB: the embedded default, and the reference for what primitives mean.

https://duckdb.org/docs/stable/sql/introduction
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from sqlglot import exp

from coterie.dialects.base import Dialect, Node, Sort
from coterie.dialects.costs import COLUMNS
from coterie.dialects.duckdb_arrays import array_contains_between, array_of, clean_array, clean_double_array, unnest
from coterie.dialects.duckdb_json import clean_json, json_array, json_value
from coterie.dialects.duckdb_masks import bit, has_bit, masked
from coterie.dialects.duckdb_moments import (
    date_trunc,
    format_date,
    from_microseconds,
    read_date,
    read_integer,
    read_number,
    read_timestamp,
    shift,
)
from coterie.dialects.duckdb_numbers import exp_of, ln, power, sqrt
from coterie.dialects.nodes import (
    cast,
    data_type,
    filtered,
    function,
    number,
    ordered,
    sort_keys,
    text,
    tight,
    when,
)
from coterie.dialects.standard import AGGREGATES, SCALARS
from coterie.dialects.standard_moments import to_instant, to_wall
from coterie.dialects.standard_types import column_types, exact, literals, read_array
from coterie.types import (
    BOOLEAN,
    DATE,
    DOUBLE,
    INSTANT,
    INTEGER,
    MAX_PRECISION,
    TEXT,
    Type,
    integer,
    json,
    unsupported,
    wall_clock,
)

_TYPES: dict[str, Type] = {
    "BOOLEAN": BOOLEAN,
    "TINYINT": integer(3),
    "UTINYINT": integer(3),
    "SMALLINT": integer(5),
    "USMALLINT": integer(5),
    "INTEGER": integer(10),
    "UINTEGER": integer(10),
    "BIGINT": INTEGER,
    "UBIGINT": integer(20),
    "HUGEINT": integer(MAX_PRECISION),
    "UHUGEINT": integer(MAX_PRECISION),
    "FLOAT": DOUBLE,
    "DOUBLE": DOUBLE,
    "VARCHAR": TEXT,
    "UUID": TEXT,
    "DATE": DATE,
    "TIMESTAMP WITH TIME ZONE": INSTANT,
}
_WALL_CLOCKS = ("TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS")
_CAST_FIRST = ("UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT", "FLOAT", "UUID", *_WALL_CLOCKS[1:])
_DECIMAL = re.compile(r"DECIMAL\((\d+),(\d+)\)")
_write_type = column_types()


def _read_type(native: str, zone: str) -> Type:
    if native in _WALL_CLOCKS:
        return wall_clock(zone)
    if native == "JSON":
        return json(zone)
    if native.startswith("ENUM("):
        return TEXT
    if found := _DECIMAL.fullmatch(native):
        return exact(int(found[1]), int(found[2]))
    if (is_list := native.endswith("[]")) or native.endswith("]"):
        element = _read_type(native[: native.rindex("[")], zone)
        return read_array(element, native) if is_list else unsupported(native)
    return _TYPES.get(native, unsupported(native))


def _needs_cast(native: str) -> bool:
    return native in _CAST_FIRST or native.startswith("ENUM(") or (native.endswith("[]") and _needs_cast(native[:-2]))


_CONCAT_AT_ONCE = 100


def _trim(value: Node) -> Node:
    return function("TRIM")(value, text(" "))


def _concat(*parts: Node) -> Node:
    """`a || b || …`; DuckDB counts each operator as a level, and allows 1,000."""
    if len(parts) > _CONCAT_AT_ONCE:
        starts = range(0, len(parts), _CONCAT_AT_ONCE)
        return _concat(*(_concat(*parts[start : start + _CONCAT_AT_ONCE]) for start in starts))
    node = parts[0]
    for part in parts[1:]:
        node = exp.DPipe(this=node, expression=tight(part))
    return node


def _split_part(value: Node, separator: Node, n: Node) -> Node:
    return function("LIST_EXTRACT")(function("STRING_SPLIT")(value, separator), n)


def _matches(value: Node, pattern: Node, ignore_case: Node) -> Node:
    options = [text("i")] if isinstance(ignore_case, exp.Boolean) and ignore_case.this else []
    return function("REGEXP_MATCHES")(value, pattern, *options)


def _bucket(value: Node) -> Node:
    digits = function("SUBSTRING")(function("MD5")(value), number(1), number(8))
    read = cast(exp.DPipe(this=text("0x"), expression=digits), data_type("BIGINT"))
    return exp.Mod(this=read, expression=number(10_000))


def _clean_double(value: Node) -> Node:
    return when(exp.Not(this=function("ISNAN")(value)), value.copy())


def _percentile(value: Node, p: Decimal) -> Node:
    return function("QUANTILE_CONT")(cast(value, data_type("DOUBLE")), number(p))


def _in_order(value: Node, sorts: Sequence[Sort]) -> Node:
    keys = [ordered(sort.node, descending=sort.descending) for sort in sorts]
    return exp.Order(this=value, expressions=keys)


def _nth(value: Node, n: int, sorts: Sequence[Sort], where: Node | None, type: Type) -> Node:
    """The n-th of the values in order, from 1; `sorts` already run from the end for a negative n.

    To compare keys takes half the time of comparing rows.
    """
    directions = {sort.descending for sort in sorts}
    if abs(n) > 1:
        return function("LIST_EXTRACT")(_list(value, sorts, None, where, type), number(abs(n)))
    if len(directions) > 1:
        return filtered(function("FIRST")(_in_order(value, sorts)), where)
    is_last = directions == {True}
    if sorts[0].node == value and type != TEXT:  # of those, a column may have a collation
        return filtered(function("MAX" if is_last else "MIN")(value), where)
    key = function("CREATE_SORT_KEY")(*(part for sort in sorts for part in (sort.node, text("ASC NULLS LAST"))))
    return filtered(function("ARG_MAX" if is_last else "ARG_MIN")(value, key), where)


def _list(value: Node, sorts: Sequence[Sort], limit: int | None, where: Node | None, _: Type) -> Node:
    return _limited(filtered(function("LIST")(_in_order(value, sorts)), where), limit)


def _list_distinct(value: Node, limit: int | None, where: Node | None, _: Type, *, descending: bool) -> Node:
    keys = [ordered(value.copy(), descending=descending)]
    distinct = exp.Order(this=exp.Distinct(expressions=[value]), expressions=keys)
    return _limited(filtered(function("LIST")(distinct), where), limit)


def _limited(values: Node, limit: int | None) -> Node:
    return values if limit is None else function("LIST_SLICE")(values, number(1), number(limit))


def _file_source(path: str) -> Node:
    reader = "READ_CSV" if path.lower().endswith((".csv", ".csv.gz", ".tsv")) else "READ_PARQUET"
    return function(reader)(text(path))


DUCKDB = Dialect(
    name="duckdb",
    sqlglot="duckdb",
    read_type=_read_type,
    write_type=_write_type,
    needs_cast=_needs_cast,
    cast=lambda value, _, type: cast(value, _write_type(type)),
    literal=literals(_write_type),
    scalars={
        **SCALARS,
        "round_double": function("ROUND"),
        "sqrt": sqrt,
        "power": power,
        "exp": exp_of,
        "ln": ln,
        "trim": _trim,
        "substr": function("SUBSTRING"),
        "position": function("STRPOS"),
        "split_part": _split_part,
        "concat": _concat,
        "starts_with": function("STARTS_WITH"),
        "ends_with": function("ENDS_WITH"),
        "contains": function("CONTAINS"),
        "like": lambda value, pattern: exp.Like(this=tight(value), expression=pattern),
        "matches": _matches,
        "to_instant": to_instant,
        "to_wall": to_wall,
        "shift": shift,
        "weekday": function("ISODOW"),
        "week": function("WEEK"),
        "months_between": lambda start, end: function("DATESUB")(text("month"), start, end),
        "years_between": lambda start, end: function("DATESUB")(text("year"), start, end),
        "from_microseconds": from_microseconds,
        "format_date": format_date,
        "date_trunc": date_trunc,
        "days_between": lambda start, end: function("DATE_DIFF")(text("day"), start, end),
        "elapsed": lambda start, end, unit: function("DATESUB")(unit, start, end),
        "to_text": lambda value: cast(value, data_type("TEXT")),
        "microseconds": function("EPOCH_US"),
        "iso_text": lambda wall: format_date(wall, text("%Y-%m-%dT%H:%M:%S.%f")),
        "bucket": _bucket,
        "json_text": lambda value: cast(function("TO_JSON")(value), data_type("TEXT")),
        "read_integer": read_integer,
        "read_number": read_number,
        "read_date": read_date,
        "read_timestamp": read_timestamp,
        "clean_json": clean_json,
        "json_value": json_value,
        "json_array": json_array,
        "array_length": function("LEN"),
        "array_contains_any": array_of("LIST_HAS_ANY"),
        "array_contains_all": array_of("LIST_HAS_ALL"),
        "array_contains": function("LIST_CONTAINS"),
        "array_contains_between": array_contains_between,
        "array_element": function("LIST_EXTRACT"),
        "array_join": function("ARRAY_TO_STRING"),
        "clean_array": clean_array,
        "clean_double_array": clean_double_array,
        "clean_double": _clean_double,
        "has_bit": has_bit,
        "bit_count": lambda mask: cast(function("BIT_COUNT")(mask), data_type("BIGINT")),
        "masked": masked,
        "array_concat": function("LIST_CONCAT"),
    },
    typed={"bit": bit},
    aggregates={
        **AGGREGATES,
        "bit_or": function("BIT_OR"),
        "percentile": _percentile,
        "nth": _nth,
        "list": _list,
        "list_distinct": _list_distinct,
    },
    relations={"unnest": unnest},
    sort_keys=sort_keys,
    file_source=_file_source,
    max_identifier=65_000,
    materializes=True,
    costs=replace(COLUMNS, mask_bits=126),
    most_distinct=20,  # which take time that grows with the cube of their number
    most_relations=900,  # a few below `max_expression_depth`, as each is bound inside the one before
)
