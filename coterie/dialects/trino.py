"""Trino, and Athena, which is Trino.

https://trino.io/docs/current/language.html
"""

from __future__ import annotations

from sqlglot import exp

from coterie.dialects.base import Dialect, Node
from coterie.dialects.costs import DISTANT
from coterie.dialects.nodes import binary, cast, data_type, decimal_type, function, sort_keys, text
from coterie.dialects.standard import AGGREGATES, SCALARS
from coterie.dialects.standard_moments import DAY, INTEGER, NUMBER, whole_months
from coterie.dialects.trino_aggregates import distinct, in_order, nth, percentile, total
from coterie.dialects.trino_arrays import (
    array_contains,
    array_contains_all,
    array_contains_any,
    array_contains_between,
    clean_array,
    clean_double_array,
    extreme,
    json_text,
    unnest,
)
from coterie.dialects.trino_moments import (
    add_months,
    elapsed,
    format_date,
    from_microseconds,
    iso_text,
    microseconds,
    read_timestamp,
    readable,
    shift,
    to_instant,
    to_wall,
    years_between,
)
from coterie.dialects.trino_numbers import exp_of, ln, power, round_double, round_whole, sqrt, without_nan
from coterie.dialects.trino_texts import bucket, concat, contains, ends_with, matches, replace, right, split_part, trim
from coterie.dialects.trino_types import CLOCK, column_type, literal, needs_cast, read_type
from coterie.types import MAX_PRECISION, MAX_SCALE, Type

_months_between = whole_months(add_months)


def _cast(value: Node, _: Type, type: Type) -> Node:
    return cast(value, column_type(type))


TRINO = Dialect(
    name="trino",
    sqlglot="trino",
    read_type=read_type,
    write_type=column_type,
    needs_cast=needs_cast,
    cast=_cast,
    literal=literal,
    scalars={
        **SCALARS,
        "least": extreme("ARRAY_MIN"),
        "greatest": extreme("ARRAY_MAX"),
        "trunc": function("TRUNCATE"),
        "round_double": round_double,
        "sqrt": sqrt,
        "power": power,
        "exp": exp_of,
        "ln": ln,
        "trim": trim,
        "right": right,
        "position": function("STRPOS"),
        "split_part": split_part,
        "concat": concat,
        "replace": replace,
        "starts_with": function("STARTS_WITH"),
        "ends_with": ends_with,
        "contains": contains,
        "like": binary(exp.Like),
        "matches": matches,
        "midnight": lambda day: cast(day, CLOCK.copy()),
        "to_instant": to_instant,
        "to_wall": to_wall,
        "shift": shift,
        "weekday": function("DAY_OF_WEEK"),
        "week": function("WEEK"),
        "last_day": function("LAST_DAY_OF_MONTH"),
        "months_between": _months_between,
        "years_between": lambda start, end: years_between(_months_between(start, end)),
        "from_microseconds": from_microseconds,
        "format_date": format_date,
        "date_trunc": function("DATE_TRUNC"),
        "days_between": lambda start, end: function("DATE_DIFF")(text("day"), start, end),
        "elapsed": elapsed,
        "to_text": lambda value: cast(value, data_type("TEXT")),
        "iso_text": iso_text,
        "bucket": bucket,
        "read_integer": readable(INTEGER, data_type("BIGINT")),
        "read_number": readable(NUMBER, decimal_type(MAX_PRECISION, MAX_SCALE)),
        "read_date": readable(DAY, data_type("DATE")),
        "read_timestamp": read_timestamp,
        "array_length": function("CARDINALITY"),
        "array_contains_any": array_contains_any,
        "array_contains_all": array_contains_all,
        "array_contains": array_contains,
        "array_contains_between": array_contains_between,
        "array_element": function("ELEMENT_AT"),
        "array_join": function("ARRAY_JOIN"),
        "clean_array": clean_array,
        "clean_double": without_nan,
        "clean_double_array": clean_double_array,
    },
    typed={
        "round": round_whole,
        "microseconds": lambda types, _: microseconds(types[0]),
        "json_text": json_text,
    },
    aggregates={
        **AGGREGATES,
        "approx_count_distinct": function("APPROX_DISTINCT"),
        "sum": total,
        "percentile": percentile,
        "nth": nth,
        "list": in_order,
        "list_distinct": distinct,
    },
    relations={"unnest": unnest},
    sort_keys=sort_keys,
    file_source=None,
    max_identifier=255,
    costs=DISTANT,
    most_text=700_000,  # of a million, unless it is told otherwise
    unquoted=str.lower,
)
