"""Spark SQL 4 in ANSI mode, and Databricks, which speaks the same.

https://spark.apache.org/docs/latest/sql-ref.html
"""

from __future__ import annotations

import re
from dataclasses import replace

from sqlglot import exp

from coterie.dialects.base import Dialect, Node
from coterie.dialects.costs import SHUFFLED
from coterie.dialects.nodes import (
    as_double,
    binary,
    cast,
    data_type,
    function,
    number,
    one_of,
    sort_keys,
    text,
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
    to_instant,
    to_wall,
    weekday,
    years_between,
)
from coterie.dialects.spark_numbers import (
    absolute,
    calculated,
    compared,
    exp_of,
    ln,
    nulled,
    power,
    round_double,
    sqrt,
    to_whole,
    total,
    trunc,
)
from coterie.dialects.spark_texts import bucket, matches, split_part
from coterie.dialects.standard import AGGREGATES, SCALARS
from coterie.dialects.standard_moments import shift
from coterie.dialects.standard_patterns import like
from coterie.dialects.standard_types import NAMES, column_types, exact, literals, read_array
from coterie.types import (
    BOOLEAN,
    DATE,
    DOUBLE,
    INSTANT,
    INTEGER,
    TEXT,
    Kind,
    Type,
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
_write_type = column_types({**NAMES, Kind.JSON: "TEXT"})


def _read_type(native: str, zone: str) -> Type:
    native = native.lower()
    if found := _ARRAY.fullmatch(native):
        element = _read_type(found[1], zone)
        return read_array(element, native)
    if found := _DECIMAL.fullmatch(native):
        return exact(int(found[1]), int(found[2]))
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


def _cast(value: Node, _: Type, type: Type) -> Node:
    """JSON that is not a text is a VARIANT."""
    return function("TO_JSON")(value) if type.kind is Kind.JSON else cast(value, _write_type(type))


SPARK = Dialect(
    name="spark",
    sqlglot="spark",
    read_type=_read_type,
    write_type=_write_type,
    needs_cast=_needs_cast,
    cast=_cast,
    literal=literals(_write_type),
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
        **SCALARS,
        "round_double": round_double,
        "trunc": trunc,
        "sqrt": sqrt,
        "power": power,
        "exp": exp_of,
        "ln": ln,
        "trim": lambda value: function("BTRIM")(value, text(" ")),
        "substr": function("SUBSTRING"),
        "position": function("INSTR"),
        "split_part": split_part,
        "concat": function("CONCAT"),
        "starts_with": function("STARTSWITH"),
        "ends_with": function("ENDSWITH"),
        "contains": function("CONTAINS"),
        "like": like,
        "matches": matches,
        "to_instant": to_instant,
        "to_wall": to_wall,
        "shift": shift,
        "weekday": weekday,
        "week": function("WEEKOFYEAR"),
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
        **AGGREGATES,
        "sum": total,
        "percentile": lambda value, p: function("PERCENTILE")(as_double(value), number(p)),
        "nth": nth,
        "list": in_order,
        "list_distinct": distinct,
    },
    relations={"unnest": unnest},
    sort_keys=sort_keys,
    file_source=None,
    max_identifier=255,
    costs=SHUFFLED,
)
DATABRICKS = replace(SPARK, name="databricks", sqlglot="databricks")
