"""Amazon Redshift, in sessions whose time zone is UTC. It has no arrays, and forgets too much of JSON.

https://docs.aws.amazon.com/redshift/latest/dg/cm_chap_SQLCommandRef.html
"""

from __future__ import annotations

import re

from sqlglot import exp

from coterie.dialects.base import Dialect, Node
from coterie.dialects.costs import DISTANT
from coterie.dialects.nodes import cast, data_type, function, sort_keys, text
from coterie.dialects.postgres_moments import date_trunc, part
from coterie.dialects.redshift_moments import (
    as_text,
    days_between,
    elapsed,
    format_date,
    from_microseconds,
    microseconds,
    months_between,
    read_timestamp,
    readable,
    shift,
    to_instant,
    week,
    weekday,
    years_between,
)
from coterie.dialects.redshift_numbers import (
    exp_of,
    ln,
    mod,
    round_double,
    round_whole,
    sqrt,
    total,
    trunc,
    without_nan,
)
from coterie.dialects.redshift_selects import nth, percentile, selected
from coterie.dialects.redshift_texts import (
    bucket,
    concat,
    concat_ws,
    contains,
    ends_with,
    matches,
    position,
    replace,
    split_part,
    starts_with,
    substr,
)
from coterie.dialects.standard import AGGREGATES, SCALARS
from coterie.dialects.standard_moments import DAY, INTEGER, to_wall
from coterie.dialects.standard_numbers import power
from coterie.dialects.standard_patterns import like
from coterie.dialects.standard_types import NAMES, column_types, exact, in_utc, literals
from coterie.types import (
    BOOLEAN,
    DATE,
    DOUBLE,
    INSTANT,
    TEXT,
    Kind,
    Type,
    integer,
    unsupported,
    wall_clock,
)
from coterie.types import INTEGER as LONG

_TYPES: dict[str, Type] = {
    "boolean": BOOLEAN,
    "smallint": integer(5),
    "integer": integer(10),
    "bigint": LONG,
    "real": DOUBLE,
    "double precision": DOUBLE,
    "character varying": TEXT,
    "character": TEXT,
    "text": TEXT,
    "date": DATE,
    "timestamp with time zone": INSTANT,
}
_LENGTH = re.compile(r"\(\d+\)")
_DECIMAL = re.compile(r"numeric\((\d+),(\d+)\)")
_write_type = column_types({**NAMES, Kind.JSON: "TEXT"}, wall_clock="TIMESTAMP")


def _read_type(native: str, zone: str) -> Type:
    if found := _DECIMAL.fullmatch(native):
        return exact(int(found[1]), int(found[2]))
    bare = _LENGTH.sub("", native)
    return wall_clock(zone) if bare == "timestamp without time zone" else _TYPES.get(bare, unsupported(native))


def _needs_cast(native: str) -> bool:
    """CHAR forgets the spaces at its end when it becomes another type."""
    return native == "real" or _LENGTH.sub("", native) == "character"


def _cast(value: Node, _: Type, type: Type) -> Node:
    return cast(value, _write_type(type))


REDSHIFT = Dialect(
    name="redshift",
    sqlglot="redshift",
    read_type=_read_type,
    write_type=_write_type,
    needs_cast=_needs_cast,
    cast=_cast,
    literal=literals(_write_type, written=in_utc),
    scalars={
        **SCALARS,
        "trunc": trunc,
        "round_double": round_double,
        "sqrt": sqrt,
        "power": power,
        "exp": exp_of,
        "ln": ln,
        "trim": lambda value: function("BTRIM")(value, text(" ")),
        "substr": substr,
        "position": position,
        "split_part": split_part,
        "concat": concat,
        "concat_ws": concat_ws,
        "replace": replace,
        "starts_with": starts_with,
        "ends_with": ends_with,
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
        "week": week,
        "hour": part("HOUR"),
        "minute": part("MINUTE"),
        "months_between": months_between,
        "years_between": years_between,
        "from_microseconds": from_microseconds,
        "format_date": format_date,
        "date_trunc": date_trunc,
        "days_between": days_between,
        "elapsed": elapsed,
        "iso_text": lambda wall: function("TO_CHAR")(wall, text('YYYY-MM-DD"T"HH24:MI:SS.US')),
        "bucket": bucket,
        "read_integer": readable(INTEGER, data_type("BIGINT")),
        "read_date": readable(DAY, data_type("DATE")),
        "read_timestamp": read_timestamp,
        "clean_double": without_nan,
    },
    typed={
        "mod": mod,
        "round": round_whole,
        "microseconds": lambda types, _: microseconds(types[0]),
        "to_text": as_text,
    },
    aggregates={
        **AGGREGATES,
        "approx_count_distinct": lambda value: exp.ApproxDistinct(this=value),
        "sum": total,
        "percentile": percentile,
        "nth": nth,
    },
    relations={},
    sort_keys=sort_keys,
    file_source=None,
    max_identifier=127,
    costs=DISTANT,
    most_width=1_600,
    most_columns=1_600,
    most_text=13_000_000,  # of 16 million
    unquoted=str.lower,
    selected=selected,
)
