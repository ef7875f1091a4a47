"""Snowflake, in sessions with TIMEZONE = 'UTC' and formats of input and order of NULLs as they are by default.

https://docs.snowflake.com/en/sql-reference
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from sqlglot import exp

from coterie.dialects.base import Dialect, Node, Sort
from coterie.dialects.costs import DISTANT
from coterie.dialects.nodes import (
    as_double,
    cast,
    function,
    number,
    ordered,
    sort_keys,
    text,
    when,
)
from coterie.dialects.snowflake_arrays import (
    array_contains,
    array_contains_all,
    array_contains_any,
    array_contains_between,
    array_element,
    clean_array,
    clean_double_array,
    unnest,
)
from coterie.dialects.snowflake_json import clean_json, json_array, json_value
from coterie.dialects.snowflake_moments import (
    date_trunc,
    days_between,
    elapsed,
    format_date,
    from_microseconds,
    iso_text,
    microseconds,
    read_date,
    read_timestamp,
    shift,
    to_instant,
    to_text,
    to_wall,
    whole_between,
)
from coterie.dialects.snowflake_numbers import (
    exp_of,
    ln,
    mul,
    read_integer,
    read_number,
    round_double,
    sqrt,
    without_nan,
)
from coterie.dialects.snowflake_texts import bucket, concat, concat_ws, contains, like, matches
from coterie.dialects.snowflake_types import array_type, column_type
from coterie.dialects.standard import AGGREGATES, SCALARS, split_part
from coterie.dialects.standard_numbers import power
from coterie.dialects.standard_types import exact, literals, read_array
from coterie.types import (
    BOOLEAN,
    DATE,
    DOUBLE,
    INSTANT,
    MAX_PRECISION,
    MAX_SCALE,
    TEXT,
    Type,
    array,
    decimal,
    json,
    unsupported,
    wall_clock,
)

_TYPES: dict[str, Type] = {
    "BOOLEAN": BOOLEAN,
    "FLOAT": DOUBLE,
    "VARCHAR": TEXT,
    "DATE": DATE,
    "DECFLOAT": decimal(MAX_PRECISION, MAX_SCALE),
    "TIMESTAMP_TZ": INSTANT,
    "TIMESTAMP_LTZ": INSTANT,
    "ARRAY": array(TEXT),
}
_NUMBER = re.compile(r"NUMBER\((\d+),(\d+)\)")
_ARRAY = re.compile(r"ARRAY\((.+?)(?: NOT NULL)?\)")
_NAME = re.compile(r"[A-Z_]+")


def _read_type(native: str, zone: str) -> Type:
    """The elements of an ARRAY without a type are read as texts."""
    if found := _NUMBER.fullmatch(native):
        return exact(int(found[1]), int(found[2]))
    if found := _ARRAY.fullmatch(native):
        element = _read_type(found[1], zone)
        return read_array(element, native)
    name = _NAME.match(native)
    bare = name[0] if name else native
    if bare == "TIMESTAMP_NTZ":
        return wall_clock(zone)
    if native in ("VARIANT", "OBJECT"):
        return json(zone)
    return _TYPES.get(bare, unsupported(native))


def _needs_cast(native: str) -> bool:
    """Arrays of a type become those without; what is no text is VARIANT; texts of other orders that of code points."""
    return native in ("VARIANT", "OBJECT") or native.startswith(("ARRAY(", "DECFLOAT")) or " COLLATE " in native


def _cast(value: Node, source: Type, target: Type) -> Node:
    if source == target == TEXT:
        return function("COLLATE")(value, text("utf8"))
    return to_text(source)(value) if target == TEXT else cast(value, column_type(target))


def _percentile(value: Node, p: Decimal) -> Node:
    return _within_group(function("PERCENTILE_CONT")(number(p)), [ordered(as_double(value), descending=False)])


def _within_group(aggregate: Node, keys: list[Node]) -> Node:
    return exp.WithinGroup(this=aggregate, expression=exp.Order(expressions=keys))


def _nth(value: Node, n: int, sorts: Sequence[Sort], where: Node | None, type: Type) -> Node:
    """`sorts` already run from the end for a negative n."""
    found = function("GET")(_list(value, sorts, None, where, type), number(abs(n) - 1))
    return cast(found, column_type(type))


def _list(value: Node, sorts: Sequence[Sort], limit: int | None, where: Node | None, _: Type) -> Node:
    """ARRAY_AGG leaves NULLs out."""
    given = value if where is None else when(where, value)
    keys = [ordered(sort.node, descending=sort.descending) for sort in sorts]
    return _limited(_within_group(function("ARRAY_AGG")(given), keys), limit)


def _list_distinct(value: Node, limit: int | None, where: Node | None, _: Type, *, descending: bool) -> Node:
    """What is distinct must be what is sorted by."""
    given = value if where is None else when(where, value)
    distinct = function("ARRAY_AGG")(exp.Distinct(expressions=[given]))
    return _limited(_within_group(distinct, [ordered(given.copy(), descending=descending)]), limit)


def _limited(values: Node, limit: int | None) -> Node:
    return values if limit is None else function("ARRAY_SLICE")(values, number(0), number(limit))


SNOWFLAKE = Dialect(
    name="snowflake",
    sqlglot="snowflake",
    read_type=_read_type,
    write_type=column_type,
    needs_cast=_needs_cast,
    cast=_cast,
    literal=literals(column_type, listed=lambda items, _: function("ARRAY_CONSTRUCT")(*items)),
    scalars={
        **SCALARS,
        "round_double": round_double,
        "sqrt": sqrt,
        "power": power,
        "exp": exp_of,
        "ln": ln,
        "least": function("LEAST_IGNORE_NULLS"),
        "greatest": function("GREATEST_IGNORE_NULLS"),
        "trim": lambda value: function("TRIM")(value, text(" ")),
        "position": lambda value, part: function("POSITION")(part, value),
        "split_part": split_part,
        "concat_ws": concat_ws,
        "concat": concat,
        "starts_with": function("STARTSWITH"),
        "ends_with": function("ENDSWITH"),
        "contains": contains,
        "like": like,
        "matches": matches,
        "to_instant": to_instant,
        "to_wall": to_wall,
        "shift": shift,
        "weekday": function("DAYOFWEEKISO"),
        "week": function("WEEKISO"),
        "months_between": whole_between("MONTH"),
        "years_between": whole_between("YEAR"),
        "from_microseconds": from_microseconds,
        "format_date": format_date,
        "date_trunc": date_trunc,
        "days_between": days_between,
        "elapsed": elapsed,
        "microseconds": microseconds,
        "iso_text": iso_text,
        "bucket": bucket,
        "json_text": function("TO_JSON"),
        "read_integer": read_integer,
        "read_number": read_number,
        "read_date": read_date,
        "read_timestamp": read_timestamp,
        "clean_json": clean_json,
        "json_value": json_value,
        "json_array": json_array,
        "array_length": function("ARRAY_SIZE"),
        "array_join": function("ARRAY_TO_STRING"),
        "clean_double": without_nan,
    },
    typed={
        "mul": lambda types, _: mul(*types),
        "to_text": lambda types, _: to_text(types[0]),
        "array_contains_any": lambda types, _: array_contains_any(array_type(types[0])),
        "array_contains_all": lambda types, _: array_contains_all(array_type(types[0])),
        "array_contains": lambda types, _: array_contains(array_type(types[0])),
        "array_contains_between": lambda types, _: array_contains_between(array_type(types[0])),
        "array_element": lambda types, _: array_element(array_type(types[0])),
        "clean_array": lambda types, _: clean_array(array_type(types[0])),
        "clean_double_array": lambda types, _: clean_double_array(array_type(types[0])),
    },
    aggregates={
        **AGGREGATES,
        "percentile": _percentile,
        "any": function("BOOLOR_AGG"),
        "nth": _nth,
        "list": _list,
        "list_distinct": _list_distinct,
    },
    relations={"unnest": unnest},
    sort_keys=sort_keys,
    file_source=None,
    max_identifier=255,
    costs=DISTANT,
    most_text=700_000,  # of a million that it keeps in its records
    unquoted=str.upper,
)
