"""Snowflake, in sessions with TIMEZONE = 'UTC' and formats of input and order of NULLs as they are by default.

https://docs.snowflake.com/en/sql-reference
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from sqlglot import exp

from coterie.dialects.base import Dialect, Node, Sort
from coterie.dialects.nodes import (
    as_double,
    binary,
    cast,
    count,
    data_type,
    function,
    nullif,
    number,
    one_of,
    ordered,
    sort_keys,
    text,
    tight,
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
    div,
    exp_of,
    ln,
    mod,
    mul,
    power,
    read_integer,
    read_number,
    round_double,
    sqrt,
    without_nan,
)
from coterie.dialects.snowflake_texts import bucket, concat, concat_ws, contains, like, matches, split_part
from coterie.dialects.snowflake_types import array_type, column_type
from coterie.types import (
    BOOLEAN,
    DATE,
    DOUBLE,
    INSTANT,
    MAX_PRECISION,
    MAX_SCALE,
    TEXT,
    Kind,
    Type,
    array,
    decimal,
    integer,
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
        precision, scale = int(found[1]), int(found[2])
        return decimal(precision, scale) if scale else integer(precision)
    if found := _ARRAY.fullmatch(native):
        element = _read_type(found[1], zone)
        return array(element) if element.kind not in (Kind.ARRAY, Kind.JSON, Kind.OTHER) else unsupported(native)
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


def _literal(value: object, type: Type) -> Node:
    match value:
        case None:
            return exp.Null() if type.kind is Kind.NULL else cast(exp.Null(), column_type(type))
        case bool():
            return exp.Boolean(this=value)
        case int() | Decimal():
            return number(value)
        case str():
            return text(value)
        case datetime():
            return cast(text(value.isoformat(sep=" ")), column_type(type))
        case date():
            return cast(text(value.isoformat()), data_type("DATE"))
        case tuple():
            assert type.element is not None
            return function("ARRAY_CONSTRUCT")(*(_literal(item, type.element) for item in value))
    raise ValueError(f"no literal for {value!r}")


def _coalesce(first: Node, *others: Node) -> Node:
    """COALESCE takes two values or more."""
    return exp.Coalesce(this=first, expressions=list(others)) if others else first


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
    literal=_literal,
    scalars={
        "add": binary(exp.Add),
        "sub": binary(exp.Sub),
        "div": div,
        "mod": mod,
        "neg": lambda value: exp.Neg(this=tight(value)),
        "eq": binary(exp.EQ),
        "ne": binary(exp.NEQ),
        "lt": binary(exp.LT),
        "le": binary(exp.LTE),
        "gt": binary(exp.GT),
        "ge": binary(exp.GTE),
        "one_of": one_of,
        "abs": function("ABS"),
        "round": function("ROUND"),
        "round_double": round_double,
        "floor": function("FLOOR"),
        "ceil": function("CEIL"),
        "trunc": function("TRUNC"),
        "sign": function("SIGN"),
        "sqrt": sqrt,
        "power": power,
        "exp": exp_of,
        "ln": ln,
        "least": function("LEAST_IGNORE_NULLS"),
        "greatest": function("GREATEST_IGNORE_NULLS"),
        "coalesce": _coalesce,
        "nullif": nullif,
        "length": function("LENGTH"),
        "lower": function("LOWER"),
        "upper": function("UPPER"),
        "trim": lambda value: function("TRIM")(value, text(" ")),
        "substr": function("SUBSTR"),
        "right": function("RIGHT"),
        "position": lambda value, part: function("POSITION")(part, value),
        "split_part": split_part,
        "lpad": function("LPAD"),
        "concat_ws": concat_ws,
        "concat": concat,
        "replace": function("REPLACE"),
        "starts_with": function("STARTSWITH"),
        "ends_with": function("ENDSWITH"),
        "contains": contains,
        "like": like,
        "matches": matches,
        "date_of": lambda wall: cast(wall, data_type("DATE")),
        "midnight": lambda day: cast(day, data_type("TIMESTAMPNTZ")),
        "to_instant": to_instant,
        "to_wall": to_wall,
        "shift": shift,
        "year": function("YEAR"),
        "quarter": function("QUARTER"),
        "month": function("MONTH"),
        "day": function("DAY"),
        "weekday": function("DAYOFWEEKISO"),
        "week": function("WEEKISO"),
        "last_day": function("LAST_DAY"),
        "hour": function("HOUR"),
        "minute": function("MINUTE"),
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
        "count": count,
        "count_distinct": lambda value: exp.Count(this=exp.Distinct(expressions=[value])),
        "approx_count_distinct": function("APPROX_COUNT_DISTINCT"),
        "sum": lambda value, _: function("SUM")(value),
        "percentile": _percentile,
        "stddev": lambda value: function("STDDEV_SAMP")(as_double(value)),
        "any": function("BOOLOR_AGG"),
        "nth": _nth,
        "list": _list,
        "list_distinct": _list_distinct,
    },
    relations={"unnest": unnest},
    sort_keys=sort_keys,
    file_source=None,
    max_identifier=255,
    replaces_tables=True,
    unquoted=str.upper,
)
