"""Spark SQL 4 in ANSI mode, and Databricks, which speaks the same.

https://spark.apache.org/docs/latest/sql-ref.html
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from sqlglot import exp

from coterie.dialects.base import Dialect, Node
from coterie.dialects.nodes import (
    as_double,
    binary,
    cast,
    coalesce,
    count,
    data_type,
    decimal_type,
    function,
    number,
    one_of,
    sort_keys,
    text,
    tight,
    when,
)
from coterie.dialects.spark_arrays import (
    array_contains,
    array_contains_all,
    array_contains_any,
    array_contains_between,
    clean_array,
    clean_double_array,
    json_text,
    unnest,
)
from coterie.dialects.spark_json import clean_json, json_array, json_value
from coterie.dialects.spark_lists import distinct, in_order, nth
from coterie.dialects.spark_moments import (
    date_trunc,
    elapsed,
    format_date,
    from_microseconds,
    iso_text,
    months_between,
    read_date,
    read_integer,
    read_number,
    read_timestamp,
    shift,
    to_instant,
    to_wall,
    weekday,
    years_between,
)
from coterie.dialects.spark_numbers import (
    absolute,
    calculated,
    compared,
    div,
    exp_of,
    ln,
    mod,
    nulled,
    power,
    round_double,
    sqrt,
    to_whole,
    total,
    trunc,
)
from coterie.dialects.spark_texts import bucket, like, matches, split_part
from coterie.types import (
    BIGINT_DIGITS,
    BOOLEAN,
    DATE,
    DOUBLE,
    INSTANT,
    INTEGER,
    MAX_PRECISION,
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
    "boolean": BOOLEAN,
    "tinyint": integer(3),
    "smallint": integer(5),
    "int": integer(10),
    "bigint": INTEGER,
    "float": DOUBLE,
    "double": DOUBLE,
    "string": TEXT,
    "date": DATE,
    "timestamp": INSTANT,
}
_DECIMAL = re.compile(r"decimal\((\d+),(\d+)\)")
_ARRAY = re.compile(r"array<(.+)>")
_LENGTH = re.compile(r"(?:var)?char\(\d+\)")
_COLLATED = re.compile(r"string collate \w+")


def _read_type(native: str, zone: str) -> Type:
    native = native.lower()
    if found := _ARRAY.fullmatch(native):
        element = _read_type(found[1], zone)
        return array(element) if element.kind not in (Kind.ARRAY, Kind.JSON, Kind.OTHER) else unsupported(native)
    if found := _DECIMAL.fullmatch(native):
        precision, scale = int(found[1]), int(found[2])
        return decimal(precision, scale) if scale else integer(precision)
    if native == "timestamp_ntz":
        return wall_clock(zone)
    if native == "variant":
        return json(zone)
    is_text = _LENGTH.fullmatch(native) or _COLLATED.fullmatch(native)
    return TEXT if is_text else _TYPES.get(native, unsupported(native))


def _needs_cast(native: str) -> bool:
    """A cast takes away what else a text is compared by, and makes a VARIANT a text."""
    native = native.lower()
    if found := _ARRAY.fullmatch(native):
        return _needs_cast(found[1])
    return native in ("float", "variant") or _COLLATED.fullmatch(native) is not None


def _write_type(type: Type) -> exp.DataType:
    match type.kind:
        case Kind.INTEGER if type.precision > BIGINT_DIGITS + 1:
            return decimal_type(MAX_PRECISION, 0)
        case Kind.DECIMAL:
            return decimal_type(type.precision, type.scale)
        case Kind.TIMESTAMP:
            return data_type("TIMESTAMPTZ" if type.zone is None else "TIMESTAMPNTZ")
        case Kind.ARRAY:
            assert type.element is not None
            return exp.DataType(this=exp.DType.ARRAY, expressions=[_write_type(type.element)], nested=True)
        case Kind.OTHER | Kind.NULL:
            raise ValueError(f"no column type for {type}")
    return data_type(_NAMES[type.kind])


def _cast(value: Node, _: Type, type: Type) -> Node:
    """JSON that is not a text is a VARIANT."""
    return function("TO_JSON")(value) if type.kind is Kind.JSON else cast(value, _write_type(type))


_NAMES = {
    Kind.BOOLEAN: "BOOLEAN",
    Kind.INTEGER: "BIGINT",
    Kind.DOUBLE: "DOUBLE",
    Kind.TEXT: "TEXT",
    Kind.DATE: "DATE",
    Kind.JSON: "TEXT",
}


def _literal(value: object, type: Type) -> Node:
    match value:
        case None:
            return exp.Null() if type.kind is Kind.NULL else cast(exp.Null(), _write_type(type))
        case bool():
            return exp.Boolean(this=value)
        case int() | Decimal():
            return number(value)
        case str():
            return text(value)
        case datetime():
            return cast(text(value.isoformat(sep=" ")), _write_type(type))
        case date():
            return cast(text(value.isoformat()), data_type("DATE"))
        case tuple():
            assert type.element is not None
            items = exp.Array(expressions=[_literal(item, type.element) for item in value])
            return cast(items, _write_type(type))
    raise ValueError(f"no literal for {value!r}")


SPARK = Dialect(
    name="spark",
    sqlglot="spark",
    read_type=_read_type,
    write_type=_write_type,
    needs_cast=_needs_cast,
    cast=_cast,
    literal=_literal,
    typed={
        "add": calculated(exp.Add),
        "sub": calculated(exp.Sub),
        "mul": calculated(exp.Mul),
        "eq": compared(binary(exp.EQ)),
        "ne": compared(binary(exp.NEQ)),
        "lt": compared(binary(exp.LT)),
        "le": compared(binary(exp.LTE)),
        "gt": compared(binary(exp.GT)),
        "ge": compared(binary(exp.GTE)),
        "one_of": compared(one_of),
        "nullif": nulled,
        "abs": absolute,
        "floor": to_whole("FLOOR"),
        "ceil": to_whole("CEIL"),
        "array_contains": array_contains,
        "array_contains_any": array_contains_any,
        "array_contains_all": array_contains_all,
        "json_text": json_text,
    },
    scalars={
        "div": div,
        "mod": mod,
        "neg": lambda value: exp.Neg(this=tight(value)),
        "round": function("ROUND"),
        "round_double": round_double,
        "trunc": trunc,
        "sign": function("SIGN"),
        "sqrt": sqrt,
        "power": power,
        "exp": exp_of,
        "ln": ln,
        "least": function("LEAST"),
        "greatest": function("GREATEST"),
        "coalesce": coalesce,
        "length": function("LENGTH"),
        "lower": function("LOWER"),
        "upper": function("UPPER"),
        "trim": lambda value: function("BTRIM")(value, text(" ")),
        "substr": function("SUBSTRING"),
        "right": function("RIGHT"),
        "position": function("INSTR"),
        "split_part": split_part,
        "lpad": function("LPAD"),
        "concat_ws": function("CONCAT_WS"),
        "concat": function("CONCAT"),
        "replace": function("REPLACE"),
        "starts_with": function("STARTSWITH"),
        "ends_with": function("ENDSWITH"),
        "contains": function("CONTAINS"),
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
        "weekday": weekday,
        "week": function("WEEKOFYEAR"),
        "last_day": function("LAST_DAY"),
        "hour": function("HOUR"),
        "minute": function("MINUTE"),
        "months_between": months_between,
        "years_between": years_between,
        "from_microseconds": from_microseconds,
        "format_date": format_date,
        "date_trunc": date_trunc,
        "days_between": lambda start, end: function("DATEDIFF")(end, start),
        "elapsed": elapsed,
        "to_text": lambda value: cast(value, data_type("TEXT")),
        "microseconds": function("UNIX_MICROS"),
        "iso_text": iso_text,
        "bucket": bucket,
        "read_integer": read_integer,
        "read_number": read_number,
        "read_date": read_date,
        "read_timestamp": read_timestamp,
        "clean_json": clean_json,
        "json_value": json_value,
        "json_array": json_array,
        "array_length": function("ARRAY_SIZE"),
        "array_contains_between": array_contains_between,
        "array_element": function("TRY_ELEMENT_AT"),
        "array_join": function("ARRAY_JOIN"),
        "clean_array": clean_array,
        "clean_double_array": clean_double_array,
        "clean_double": lambda value: when(exp.Not(this=function("ISNAN")(value)), value.copy()),
    },
    aggregates={
        "count": count,
        "count_distinct": lambda value: exp.Count(this=exp.Distinct(expressions=[value])),
        "approx_count_distinct": function("APPROX_COUNT_DISTINCT"),
        "sum": total,
        "percentile": lambda value, p: function("PERCENTILE")(as_double(value), number(p)),
        "stddev": lambda value: function("STDDEV_SAMP")(as_double(value)),
        "any": function("BOOL_OR"),
        "nth": nth,
        "list": in_order,
        "list_distinct": distinct,
    },
    relations={"unnest": unnest},
    sort_keys=sort_keys,
    file_source=None,
    max_identifier=255,
    replaces_tables=True,
)
DATABRICKS = replace(SPARK, name="databricks", sqlglot="databricks")
