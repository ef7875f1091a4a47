"""BigQuery: GoogleSQL.

https://cloud.google.com/bigquery/docs/reference/standard-sql/query-syntax
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlglot import exp

from coterie.dialects.base import Dialect, Node, Scalar
from coterie.dialects.bigquery_aggregates import (
    count_distinct,
    list_distinct,
    list_of,
    nth,
    sort_keys,
    stddev,
    sum_of,
)
from coterie.dialects.bigquery_arrays import (
    array_contains,
    array_contains_all,
    array_contains_any,
    array_contains_between,
    array_element,
    clean_array,
    clean_double_array,
    each,
    one_of_many,
    unnest,
)
from coterie.dialects.bigquery_json import clean_json, json_array, json_value
from coterie.dialects.bigquery_moments import (
    date_trunc,
    days_between,
    elapsed,
    format_date,
    from_microseconds,
    iso_text,
    last_day,
    microseconds,
    months_between,
    part,
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
from coterie.dialects.bigquery_numbers import of_doubles, roomy, round_double
from coterie.dialects.bigquery_selects import percentile, selected
from coterie.dialects.bigquery_texts import bucket, concat_ws, contains, like, matches, split_part
from coterie.dialects.bigquery_types import as_wide_as, cast_value, literal, needs_cast, read_type, write_type
from coterie.dialects.costs import BYTES
from coterie.dialects.nodes import (
    binary,
    cast,
    data_type,
    function,
    text,
    when,
)
from coterie.dialects.standard import AGGREGATES, SCALARS, mod
from coterie.types import Kind, Type


def _to_text(value: Node) -> Node:
    return cast(value, data_type("TEXT"))


def _json_text(types: Sequence[Type], _: Type) -> Scalar:
    """JSON is held as text. TO_JSON_STRING puts large numbers into quotes."""
    (type,) = types
    if type.kind is Kind.JSON:
        return lambda value: value
    if type.element is None or not type.element.is_exact:
        return function("TO_JSON_STRING")
    join, concat = function("ARRAY_TO_STRING"), function("CONCAT")
    return lambda value: concat(text("["), join(each(value, _to_text), text(",")), text("]"))


BIGQUERY = Dialect(
    name="bigquery",
    sqlglot="bigquery",
    read_type=read_type,
    write_type=write_type,
    needs_cast=needs_cast,
    cast=cast_value,
    literal=literal,
    scalars={
        **SCALARS,
        "round_double": round_double,
        "sqrt": of_doubles("SQRT"),
        "power": of_doubles("POWER"),
        "exp": of_doubles("EXP"),
        "ln": of_doubles("LN"),
        "least": lambda *values: one_of_many("MIN", *values),
        "greatest": lambda *values: one_of_many("MAX", *values),
        "length": function("CHAR_LENGTH"),
        "trim": lambda value: function("TRIM")(value, text(" ")),
        "position": function("STRPOS"),
        "split_part": split_part,
        "concat_ws": concat_ws,
        "concat": function("CONCAT"),
        "starts_with": function("STARTS_WITH"),
        "ends_with": function("ENDS_WITH"),
        "contains": contains,
        "like": like,
        "matches": matches,
        "midnight": lambda day: cast(day, data_type("TIMESTAMP")),
        "to_instant": to_instant,
        "to_wall": to_wall,
        "shift": shift,
        "year": part("YEAR"),
        "quarter": part("QUARTER"),
        "month": part("MONTH"),
        "day": part("DAY"),
        "weekday": weekday,
        "week": part("ISOWEEK"),
        "last_day": last_day,
        "hour": part("HOUR"),
        "minute": part("MINUTE"),
        "months_between": months_between,
        "years_between": years_between,
        "from_microseconds": from_microseconds,
        "format_date": format_date,
        "date_trunc": date_trunc,
        "days_between": days_between,
        "elapsed": elapsed,
        "to_text": _to_text,
        "iso_text": iso_text,
        "bucket": bucket,
        "read_integer": read_integer,
        "read_number": read_number,
        "read_date": read_date,
        "read_timestamp": read_timestamp,
        "clean_json": clean_json,
        "json_value": json_value,
        "json_array": json_array,
        "array_length": function("ARRAY_LENGTH"),
        "array_contains_any": array_contains_any,
        "array_contains_all": array_contains_all,
        "array_contains": array_contains,
        "array_contains_between": array_contains_between,
        "array_element": array_element,
        "array_join": function("ARRAY_TO_STRING"),
        "clean_array": clean_array,
        "clean_double_array": clean_double_array,
        "clean_double": lambda value: when(exp.Not(this=function("IS_NAN")(value)), value.copy()),
    },
    typed={
        "add": as_wide_as(binary(exp.Add)),
        "sub": as_wide_as(binary(exp.Sub)),
        "mul": as_wide_as(binary(exp.Mul)),
        "mod": as_wide_as(mod),
        "round": roomy("ROUND"),
        "floor": roomy("FLOOR"),
        "ceil": roomy("CEIL"),
        "microseconds": microseconds,
        "json_text": _json_text,
    },
    aggregates={
        **AGGREGATES,
        "count_distinct": count_distinct,
        "sum": sum_of,
        "percentile": percentile,
        "stddev": stddev,
        "any": function("LOGICAL_OR"),
        "nth": nth,
        "list": list_of,
        "list_distinct": list_distinct,
    },
    relations={"unnest": unnest},
    sort_keys=sort_keys,
    selected=selected,
    file_source=None,
    max_identifier=300,
    costs=BYTES,
    most_width=10_000,
    most_columns=10_000,
    most_text=700_000,  # of a million
)
