"""PostgreSQL 16 and newer.

https://www.postgresql.org/docs/current/sql.html
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from sqlglot import exp

from coterie.dialects.base import Dialect, Node, Scalar, Sort
from coterie.dialects.nodes import (
    as_double,
    binary,
    cast,
    coalesce,
    count,
    data_type,
    decimal_type,
    filtered,
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
    shift,
    to_instant,
    to_wall,
    years_between,
)
from coterie.dialects.postgres_numbers import exp_of, ln, power, round_double, round_whole, sqrt
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
    array,
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


def _read_type(native: str, zone: str) -> Type:
    if native.endswith("[]"):
        element = _read_type(native[:-2], zone)
        return array(element) if element.kind not in (Kind.ARRAY, Kind.JSON, Kind.OTHER) else unsupported(native)
    if found := _DECIMAL.fullmatch(native):
        precision, scale = int(found[1]), int(found[2])
        if precision > MAX_PRECISION:
            return decimal(MAX_PRECISION, min(scale, MAX_SCALE))
        return decimal(precision, scale) if scale else integer(precision)
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


def _write_type(type: Type) -> exp.DataType:
    match type.kind:
        case Kind.INTEGER if type.precision > BIGINT_DIGITS + 1:
            return decimal_type(MAX_PRECISION, 0)
        case Kind.DECIMAL:
            return decimal_type(type.precision, type.scale)
        case Kind.TIMESTAMP:
            return data_type("TIMESTAMPTZ" if type.zone is None else "TIMESTAMP")
        case Kind.ARRAY:
            assert type.element is not None
            return exp.DataType(this=exp.DType.ARRAY, expressions=[_write_type(type.element)], nested=True)
        case Kind.OTHER | Kind.NULL:
            raise ValueError(f"no column type for {type}")
    return data_type(_NAMES[type.kind])


_NAMES = {
    Kind.BOOLEAN: "BOOLEAN",
    Kind.INTEGER: "BIGINT",
    Kind.DOUBLE: "DOUBLE",
    Kind.TEXT: "TEXT",
    Kind.DATE: "DATE",
    Kind.JSON: "JSON",
}


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


def _div(left: Node, right: Node) -> Node:
    divisor = nullif(cast(right, data_type("DOUBLE")), number(0))
    return exp.Div(this=cast(left, data_type("DOUBLE")), expression=divisor, typed=True)


def _mod(left: Node, right: Node) -> Node:
    return exp.Mod(this=tight(left), expression=nullif(right, number(0)))


def _concat(*parts: Node) -> Node:
    """`a || b || …`."""
    node = parts[0]
    for following in parts[1:]:
        node = exp.DPipe(this=node, expression=tight(following))
    return node


def _split_part(value: Node, separator: Node, n: Node) -> Node:
    """SPLIT_PART gives an empty text where there is no such part, so the parts are counted."""
    length = function("LENGTH")
    without = function("REPLACE")(value.copy(), separator.copy(), text(""))
    rest = exp.Paren(this=exp.Sub(this=length(value.copy()), expression=length(without)))
    size = len(separator.name)
    position = abs(int(n.this.name if isinstance(n, exp.Paren) else n.name))
    enough = exp.GTE(this=rest, expression=number((position - 1) * size))
    return when(enough, function("SPLIT_PART")(value, separator, n))


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


def _count_distinct(value: Node) -> Node:
    return exp.Count(this=exp.Distinct(expressions=[value]))


POSTGRES = Dialect(
    name="postgres",
    sqlglot="postgres",
    read_type=_read_type,
    write_type=_write_type,
    needs_cast=_needs_cast,
    cast=_cast,
    literal=_literal,
    scalars={
        "add": binary(exp.Add),
        "sub": binary(exp.Sub),
        "mul": binary(exp.Mul),
        "div": _div,
        "mod": _mod,
        "neg": lambda value: exp.Neg(this=tight(value)),
        "eq": binary(exp.EQ),
        "ne": binary(exp.NEQ),
        "lt": binary(exp.LT),
        "le": binary(exp.LTE),
        "gt": binary(exp.GT),
        "ge": binary(exp.GTE),
        "one_of": one_of,
        "abs": function("ABS"),
        "round": round_whole,
        "round_double": round_double,
        "floor": function("FLOOR"),
        "ceil": function("CEIL"),
        "trunc": function("TRUNC"),
        "sign": function("SIGN"),
        "sqrt": sqrt,
        "power": power,
        "exp": exp_of,
        "ln": ln,
        "least": function("LEAST"),
        "greatest": function("GREATEST"),
        "coalesce": coalesce,
        "nullif": nullif,
        "length": function("LENGTH"),
        "lower": _in_letter_case("LOWER"),
        "upper": _in_letter_case("UPPER"),
        "trim": lambda value: function("BTRIM")(value, text(" ")),
        "substr": function("SUBSTR"),
        "right": function("RIGHT"),
        "position": function("STRPOS"),
        "split_part": _split_part,
        "lpad": function("LPAD"),
        "concat_ws": function("CONCAT_WS"),
        "concat": _concat,
        "replace": function("REPLACE"),
        "starts_with": function("STARTS_WITH"),
        "ends_with": _ends_with,
        "contains": _contains,
        "like": _like,
        "matches": _matches,
        "date_of": lambda wall: cast(wall, data_type("DATE")),
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
        "count": count,
        "count_distinct": _count_distinct,
        "approx_count_distinct": _count_distinct,
        "sum": lambda value, _: function("SUM")(value),
        "percentile": _percentile,
        "stddev": lambda value: function("STDDEV_SAMP")(as_double(value)),
        "any": function("BOOL_OR"),
        "nth": _nth,
        "list": _list,
        "list_distinct": _list_distinct,
    },
    relations={"unnest": unnest},
    sort_keys=sort_keys,
    file_source=None,
    max_identifier=63,
    replaces_tables=False,
    unquoted=str.lower,
    materializes=True,
)
