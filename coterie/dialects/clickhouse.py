"""ClickHouse 26 and newer.

https://clickhouse.com/docs/sql-reference
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlglot import exp

from coterie.dialects.base import Dialect, Node, Scalar
from coterie.dialects.clickhouse_aggregates import count, distinct, listed, nth, percentile, stddev, total
from coterie.dialects.clickhouse_arrays import (
    array_contains,
    array_contains_all,
    array_contains_any,
    array_contains_between,
    array_length,
    clean_array,
    clean_double_array,
    json_text,
    of_array,
    unnest,
)
from coterie.dialects.clickhouse_json import clean_json, json_array, json_value
from coterie.dialects.clickhouse_moments import (
    date_of,
    date_trunc,
    days_between,
    elapsed,
    format_date,
    from_microseconds,
    iso_text,
    last_day,
    microseconds,
    midnight,
    months_between,
    of_clock,
    of_day,
    read_date,
    read_integer,
    read_number,
    read_timestamp,
    shift,
    to_instant,
    to_wall,
    years_between,
)
from coterie.dialects.clickhouse_numbers import (
    absolute,
    among,
    arithmetic,
    clean_double,
    div,
    exp_of,
    ln,
    mod,
    multiplied,
    negative,
    power,
    round_double,
    round_whole,
    sqrt,
    truncated,
)
from coterie.dialects.clickhouse_texts import as_integer, bucket, concat_ws, contains, like, matches, split_part
from coterie.dialects.clickhouse_types import (
    alike,
    all_alike,
    inward,
    literal,
    needs_cast,
    outward,
    read_type,
    to_held,
    write_type,
)
from coterie.dialects.costs import DISTANT
from coterie.dialects.nodes import coalesce, function, nullif, number, sort_keys, text, tight, when
from coterie.dialects.standard import COMPARISONS
from coterie.types import Kind, Type

_SETTINGS = (
    "join_use_nulls",
    "aggregate_functions_null_for_empty",
    "prefer_column_name_to_alias",
    "allow_experimental_nullable_tuple_type",  # which is not experimental any more since 26.9
)


def _complete(statement: Node) -> Node:
    """With what makes ClickHouse mean what SQL says: NULL for what a join or an aggregate does not find, and columns
    rather than what is called like them beside them.
    """
    if isinstance(statement, exp.SetOperation):
        statement = exp.select(exp.Star()).from_(exp.Subquery(this=statement), copy=False)
    if isinstance(statement, exp.Select) and not statement.args.get("settings"):
        ones = [exp.EQ(this=exp.var(name), expression=number(1)) for name in _SETTINGS]
        statement.set("settings", ones)
    return statement


def _selected(select: exp.Select) -> exp.Select:
    """Columns of one of several tables are named, as those that several tables have would keep the table's name too."""
    columns = select.expressions
    named = [exp.Alias(this=one, alias=one.this.copy()) if _is_of_table(one) else one for one in columns]
    select.set("expressions", named)
    return select


def _is_of_table(node: Node) -> bool:
    return isinstance(node, exp.Column) and bool(node.table)


def _to_text(types: Sequence[Type], _: Type) -> Scalar:
    """A condition is a number to ClickHouse."""
    if types[0].kind is Kind.BOOLEAN:
        return lambda value: when(value, text("true"), when(exp.Not(this=tight(value.copy())), text("false")))
    return function("toString")


CLICKHOUSE = Dialect(
    name="clickhouse",
    sqlglot="clickhouse",
    read_type=read_type,
    write_type=write_type,
    needs_cast=needs_cast,
    cast=to_held,
    literal=literal,
    scalars={
        **COMPARISONS,
        "div": div,
        "neg": negative,
        "round_double": round_double,
        "sign": function("sign"),
        "sqrt": sqrt,
        "power": power,
        "exp": exp_of,
        "ln": ln,
        "nullif": nullif,
        "length": as_integer("lengthUTF8"),
        "lower": function("lowerUTF8"),
        "upper": function("upperUTF8"),
        "trim": lambda value: function("trimBoth")(value, text(" ")),
        "substr": function("substringUTF8"),
        "right": function("rightUTF8"),
        "position": as_integer("positionUTF8"),
        "split_part": split_part,
        "lpad": function("leftPadUTF8"),
        "concat_ws": concat_ws,
        "concat": function("concat"),
        "replace": function("replaceAll"),
        "starts_with": function("startsWith"),
        "ends_with": function("endsWith"),
        "contains": contains,
        "like": like,
        "matches": matches,
        "date_of": date_of,
        "midnight": midnight,
        "to_instant": to_instant,
        "to_wall": to_wall,
        "shift": shift,
        "year": of_day("toYear"),
        "quarter": of_day("toQuarter"),
        "month": of_day("toMonth"),
        "day": of_day("toDayOfMonth"),
        "weekday": of_day("toDayOfWeek"),
        "week": of_day("toISOWeek"),
        "last_day": last_day,
        "hour": of_clock("toHour"),
        "minute": of_clock("toMinute"),
        "months_between": months_between,
        "years_between": years_between,
        "from_microseconds": from_microseconds,
        "format_date": format_date,
        "date_trunc": date_trunc,
        "days_between": days_between,
        "elapsed": elapsed,
        "microseconds": microseconds,
        "iso_text": iso_text,
        "bucket": bucket,
        "read_integer": read_integer,
        "read_number": read_number,
        "read_date": read_date,
        "read_timestamp": read_timestamp,
        "clean_json": clean_json,
        "json_value": json_value,
        "json_array": json_array,
        "array_length": array_length,
        "array_contains_between": array_contains_between,
        "array_element": of_array("arrayElementOrNull"),
        "array_join": of_array("arrayStringConcat"),
        "clean_array": clean_array,
        "clean_double_array": clean_double_array,
        "clean_double": clean_double,
    },
    typed={
        "add": arithmetic(exp.Add),
        "sub": arithmetic(exp.Sub),
        "mul": multiplied,
        "mod": mod,
        "abs": absolute,
        "round": round_whole,
        "floor": truncated("floor"),
        "ceil": truncated("ceil"),
        "trunc": truncated("trunc"),
        "least": all_alike(function("least")),
        "greatest": all_alike(function("greatest")),
        "coalesce": all_alike(coalesce),
        "one_of": among,
        "to_text": _to_text,
        "json_text": json_text,
        "array_contains_any": array_contains_any,
        "array_contains_all": array_contains_all,
        "array_contains": array_contains,
    },
    aggregates={
        "count": count,
        "count_distinct": as_integer("uniqExact"),
        "approx_count_distinct": as_integer("uniq"),
        "sum": total,
        "percentile": percentile,
        "stddev": stddev,
        "any": function("max"),
        "nth": nth,
        "list": listed,
        "list_distinct": distinct,
    },
    relations={"unnest": unnest},
    sort_keys=sort_keys,
    file_source=None,
    max_identifier=65_000,
    costs=replace(DISTANT, ordered=60),  # as measured: twice to four times what a scan takes
    most_selects=2_000,  # each is analyzed anew; from about 4,000 it gives up
    null_arrays=False,
    alike=alike,
    selected=_selected,
    stars=False,
    inward=inward,
    outward=outward,
    complete=_complete,
)
