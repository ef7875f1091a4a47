"""The functions that expressions may call: one entry each, with its NULL rule.

`FUNCTIONS` is the allow-list and the source of the reference page. Names are lower case; a name outside the list does
not exist for the language.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from coterie.compiler.expr import Cast, Expr, Literal
from coterie.compiler.functions import Clock, call
from coterie.compiler.values import Mismatch
from coterie.types import (
    BOOLEAN,
    DATE,
    INTEGER,
    MAX_PRECISION,
    TEXT,
    Kind,
    Type,
    decimal,
    integer,
    wall_clock,
)

Build = Callable[[Clock, list[Expr]], Expr]

NULL_IN = "NULL if any argument is NULL"


@dataclass(frozen=True, slots=True)
class Function:
    """What a function is called with, what it means, and what it does with NULL."""

    name: str
    signature: str
    meaning: str
    least: int
    most: int | None
    build: Build
    nulls: str = NULL_IN


def _text(value: Expr, position: int) -> Expr:
    return _of(value, position, "text", value.type.kind is Kind.TEXT)


def _number(value: Expr, position: int) -> Expr:
    return _of(value, position, "a number", value.type.is_number)


def _of(value: Expr, position: int, what: str, fits: bool) -> Expr:
    if not fits and value.type.kind is not Kind.NULL:
        raise Mismatch(f"argument {position} is {value.type}, expected {what}")
    return value


def _whole(value: Expr, position: int, least: int) -> int:
    if isinstance(value, Literal) and isinstance(value.value, int) and not isinstance(value.value, bool):
        if value.value >= least:
            return value.value
        raise Mismatch(f"argument {position} is {value.value}, expected at least {least}")
    raise Mismatch(f"argument {position} must be a whole number written out")


def _word(value: Expr, position: int, allowed: tuple[str, ...]) -> str:
    if isinstance(value, Literal) and isinstance(value.value, str) and value.value.lower() in allowed:
        return value.value.lower()
    listed = ", ".join(f"'{word}'" for word in allowed)
    raise Mismatch(f"argument {position} must be one of {listed}")


def _on_texts(function: str, type: Type) -> Build:
    return lambda _, args: call(function, *(_text(arg, i) for i, arg in enumerate(args, 1)), type=type)


def _abs(_: Clock, args: list[Expr]) -> Expr:
    value = _number(args[0], 1)
    if value.type.kind is Kind.INTEGER:
        value = Cast(value, INTEGER if value.type.precision < MAX_PRECISION else decimal(MAX_PRECISION, 0))
    return call("abs", value, type=args[0].type)


def _to_whole(function: str) -> Build:
    def build(_: Clock, args: list[Expr]) -> Expr:
        value = _number(args[0], 1)
        if value.type.kind is Kind.INTEGER:
            return value
        digits = value.type.precision - value.type.scale + 1 if value.type.is_exact else MAX_PRECISION
        return Cast(call(function, value, type=value.type), integer(digits))

    return build


def _round(clock: Clock, args: list[Expr]) -> Expr:
    if len(args) == 1:
        return _to_whole("round")(clock, args)
    value, digits = _number(args[0], 1), _whole(args[1], 2, 0)
    if value.type.is_exact:
        return value if value.type.scale <= digits else Cast(value, decimal(value.type.precision + 1, digits))
    return call("round_double", value, Literal(digits, INTEGER), type=value.type)


def _extreme(function: str) -> Build:
    def build(clock: Clock, args: list[Expr]) -> Expr:
        values, type = clock.unify(args)
        if type.kind in (Kind.BOOLEAN, Kind.ARRAY, Kind.JSON, Kind.NULL):
            raise Mismatch(f"found {type}, expected numbers, texts, dates or timestamps")
        return call(function, *values, type=type)

    return build


def _coalesce(clock: Clock, args: list[Expr]) -> Expr:
    values, type = clock.unify(args)
    return call("coalesce", *values, type=type)


def _nullif(clock: Clock, args: list[Expr]) -> Expr:
    clock.compare("=", args[0], args[1])
    value, other = clock.align(args[0], args[1])
    return call("nullif", value, other, type=value.type)


def _substr(_: Clock, args: list[Expr]) -> Expr:
    start = Literal(_whole(args[1], 2, 1), INTEGER)
    length = [Literal(_whole(args[2], 3, 0), INTEGER)] if len(args) == 3 else []
    return call("substr", _text(args[0], 1), start, *length, type=TEXT)


def _date_part(part: str) -> Build:
    return lambda clock, args: call(part, clock.local_date(args[0]), type=INTEGER)


def _hour(clock: Clock, args: list[Expr]) -> Expr:
    if args[0].type.kind is not Kind.TIMESTAMP:
        raise Mismatch(f"argument 1 is {args[0].type}, expected a timestamp")
    return call("hour", clock.local(args[0]), type=INTEGER)


def _date_trunc(clock: Clock, args: list[Expr]) -> Expr:
    unit = _word(args[0], 1, ("day", "week", "month", "quarter", "year"))
    day = clock.local_date(args[1])
    return day if unit == "day" else call("date_trunc", Literal(unit, TEXT), day, type=DATE)


def _format_date(clock: Clock, args: list[Expr]) -> Expr:
    pattern = args[1].value if isinstance(args[1], Literal) else None
    if not isinstance(pattern, str):
        raise Mismatch("argument 2 must be a text written out, such as '%Y-%m'")
    rest = pattern.replace("%Y", "").replace("%m", "").replace("%d", "")
    if "%" in rest:
        raise Mismatch(f"found `{pattern}`, expected only %Y, %m and %d after %")
    return call("format_date", clock.local_date(args[0]), args[1], type=TEXT)


def _days_between(clock: Clock, args: list[Expr]) -> Expr:
    start, end = (clock.local_date(arg) for arg in args)
    return call("days_between", start, end, type=INTEGER)


def _elapsed(clock: Clock, args: list[Expr]) -> Expr:
    unit = _word(args[2], 3, ("minute", "hour", "day"))
    for position, arg in enumerate(args[:2], 1):
        _of(arg, position, "a date or timestamp", arg.type.is_temporal)
    utc = wall_clock("UTC")  # never put forward or back
    start, end = clock.in_clock(args[0], utc), clock.in_clock(args[1], utc)
    return call("elapsed", start, end, Literal(unit, TEXT), type=INTEGER)


def _array_length(_: Clock, args: list[Expr]) -> Expr:
    return call("array_length", _of(args[0], 1, "an array", args[0].type.kind is Kind.ARRAY), type=INTEGER)


def _entry(
    name: str, signature: str, meaning: str, count: int | tuple[int, int | None], build: Build, nulls: str = NULL_IN
) -> Function:
    least, most = count if isinstance(count, tuple) else (count, count)
    return Function(name, signature, meaning, least, most, build, nulls)


_IGNORED = "NULLs are ignored; NULL if all are"

FUNCTIONS: dict[str, Function] = {
    function.name: function
    for function in (
        _entry("abs", "abs(number)", "without its sign", 1, _abs),
        _entry(
            "round",
            "round(number [, digits])",
            "half away from zero; a whole number unless digits are given",
            (1, 2),
            _round,
        ),
        _entry("floor", "floor(number)", "the largest whole number not above it", 1, _to_whole("floor")),
        _entry("ceil", "ceil(number)", "the smallest whole number not below it", 1, _to_whole("ceil")),
        _entry("least", "least(a, b, …)", "the smallest", (2, None), _extreme("least"), _IGNORED),
        _entry("greatest", "greatest(a, b, …)", "the largest", (2, None), _extreme("greatest"), _IGNORED),
        _entry("coalesce", "coalesce(a, b, …)", "the first that is not NULL", (1, None), _coalesce, _IGNORED),
        _entry("nullif", "nullif(a, b)", "NULL if both are equal, else a", 2, _nullif, "a if b is NULL"),
        _entry("length", "length(text)", "how many characters (code points)", 1, _on_texts("length", INTEGER)),
        _entry("lower", "lower(text)", "in lower case", 1, _on_texts("lower", TEXT)),
        _entry("upper", "upper(text)", "in upper case", 1, _on_texts("upper", TEXT)),
        _entry("trim", "trim(text)", "without spaces at either end", 1, _on_texts("trim", TEXT)),
        _entry("substr", "substr(text, start [, length])", "a part; the first character is 1", (2, 3), _substr),
        _entry("concat", "concat(a, b, …)", "texts joined, as a || b", (1, None), _on_texts("concat", TEXT)),
        _entry("replace", "replace(text, from, to)", "every occurrence replaced", 3, _on_texts("replace", TEXT)),
        _entry("starts_with", "starts_with(text, part)", "does it begin so?", 2, _on_texts("starts_with", BOOLEAN)),
        _entry("ends_with", "ends_with(text, part)", "does it end so?", 2, _on_texts("ends_with", BOOLEAN)),
        _entry("contains", "contains(text, part)", "does the part occur?", 2, _on_texts("contains", BOOLEAN)),
        _entry("date", "date(time)", "the local date", 1, lambda clock, args: clock.local_date(args[0])),
        _entry("year", "year(time)", "the local year", 1, _date_part("year")),
        _entry("quarter", "quarter(time)", "the local quarter, 1 to 4", 1, _date_part("quarter")),
        _entry("month", "month(time)", "the local month, 1 to 12", 1, _date_part("month")),
        _entry("day", "day(time)", "the local day of the month", 1, _date_part("day")),
        _entry("weekday", "weekday(time)", "1 for Monday to 7 for Sunday", 1, _date_part("weekday")),
        _entry("hour", "hour(timestamp)", "the local hour, 0 to 23", 1, _hour),
        _entry("format_date", "format_date(time, '%Y-%m-%d')", "the local date as text", 2, _format_date),
        _entry("date_trunc", "date_trunc('month', time)", "the first local day of its unit", 2, _date_trunc),
        _entry("days_between", "days_between(start, end)", "local dates apart", 2, _days_between),
        _entry("elapsed", "elapsed(start, end, 'hour')", "whole units of exact time, towards zero", 3, _elapsed),
        _entry("array_length", "array_length(array)", "how many elements", 1, _array_length, "an array is never NULL"),
    )
}


CAST_TYPES = ("text", "integer", "number", "date", "timestamp")
TO_TEXT = (Kind.TEXT, Kind.INTEGER, Kind.BOOLEAN, Kind.DATE)


def cast(clock: Clock, value: Expr, type_name: str) -> Expr:
    """`CAST(value AS type)`; a text that cannot be read gives NULL."""
    given = value.type.kind
    match type_name, given:
        case _, Kind.NULL:
            kinds = {"text": TEXT, "integer": INTEGER, "number": decimal(MAX_PRECISION, 9), "date": DATE}
            return Literal(None, kinds.get(type_name, wall_clock(clock.zone)))
        case "text", _ if given in TO_TEXT:
            return value if given is Kind.TEXT else call("to_text", value, type=TEXT)
        case "integer", Kind.INTEGER:
            return value
        case "integer", Kind.TEXT:
            return call("read_integer", value, type=INTEGER)
        case "number", Kind.INTEGER | Kind.DECIMAL | Kind.DOUBLE:
            return value
        case "number", Kind.TEXT:
            return call("read_number", value, type=decimal(MAX_PRECISION, 9))
        case "date", Kind.DATE | Kind.TIMESTAMP:
            return clock.local_date(value)
        case "date", Kind.TEXT:
            return call("read_date", value, type=DATE)
        case "timestamp", Kind.TIMESTAMP:
            return value
        case "timestamp", Kind.DATE:
            return clock.in_clock(value, wall_clock(value.type.zone or clock.zone))
    if type_name not in CAST_TYPES:
        raise Mismatch(f"unknown type `{type_name}`", "unknown_type", f"expected one of {', '.join(CAST_TYPES)}")
    hint = "use round, floor or ceil" if type_name == "integer" and value.type.is_number else ""
    raise Mismatch(f"cannot cast {value.type} to {type_name}", hint=hint)


def apply(clock: Clock, name: str, args: list[Expr]) -> Expr:
    """A call of a function of the list, which must exist."""
    function = FUNCTIONS[name]
    if len(args) < function.least or (function.most is not None and len(args) > function.most):
        raise Mismatch(f"found {len(args)} arguments, expected {function.signature}", "wrong_arguments")
    try:
        return function.build(clock, args)
    except Mismatch as mismatch:
        message = mismatch.message
        raise Mismatch(f"{name}: {message}", mismatch.code, mismatch.hint or f"use {function.signature}") from None
