"""Functions of dates and timestamps; what they see of a timestamp is the project's clock."""

from __future__ import annotations

from coterie.compiler.ir.expr import Expr, Literal, Moment, null
from coterie.compiler.ir.functions import Clock, arithmetic, call
from coterie.compiler.ir.values import Mismatch
from coterie.compiler.language.library.entries import Build, entry, of, whole, word, written
from coterie.types import DATE, INSTANT, INTEGER, TEXT, Kind, integer, wall_clock


def _date_part(part: str) -> Build:
    return lambda clock, args: call(part, clock.local_date(args[0]), type=INTEGER)


def _clock_part(part: str) -> Build:
    def build(clock: Clock, args: list[Expr]) -> Expr:
        if args[0].type.kind is not Kind.TIMESTAMP:
            raise Mismatch(f"argument 1 is {args[0].type}, expected a timestamp")
        return call(part, clock.local(args[0]), type=INTEGER)

    return build


def _date_trunc(clock: Clock, args: list[Expr]) -> Expr:
    unit = word(args[0], 1, ("day", "week", "month", "quarter", "year"))
    day = clock.local_date(args[1])
    return day if unit == "day" else call("date_trunc", Literal(unit, TEXT), day, type=DATE)


def _format_date(clock: Clock, args: list[Expr]) -> Expr:
    pattern = written(args[1], 2, "'%Y-%m'")
    if not pattern:
        raise Mismatch("argument 2 is an empty text, which shows nothing")
    rest = pattern.replace("%Y", "").replace("%m", "").replace("%d", "")
    if "%" in rest:
        raise Mismatch(f"found `{pattern}`, expected only %Y, %m and %d after %")
    return call("format_date", clock.local_date(args[0]), args[1], type=TEXT)


def _days_between(clock: Clock, args: list[Expr]) -> Expr:
    start, end = (clock.local_date(arg) for arg in args)
    return call("days_between", start, end, type=INTEGER)


def _elapsed(clock: Clock, args: list[Expr]) -> Expr:
    unit = word(args[2], 3, ("minute", "hour", "day"))
    for position, arg in enumerate(args[:2], 1):
        of(arg, position, "a date or timestamp", arg.type.is_temporal)
    utc = wall_clock("UTC")  # never put forward or back
    start, end = clock.in_clock(args[0], utc), clock.in_clock(args[1], utc)
    return call("elapsed", start, end, Literal(unit, TEXT), type=INTEGER)


def _days_since(clock: Clock, args: list[Expr]) -> Expr:
    return _days_between(clock, [args[0], Moment(INSTANT)])


def _apart(function: str) -> Build:
    return lambda clock, args: call(function, *(clock.local_date(arg) for arg in args), type=INTEGER)


def _date_add(clock: Clock, args: list[Expr]) -> Expr:
    value = of(args[0], 1, "a date or timestamp", args[0].type.is_temporal)
    is_date = value.type.kind is Kind.DATE
    unit = word(args[2], 3, _DAYS if is_date else ("minute", "hour", *_DAYS))
    n = whole(args[1], 2, -_MOST, _MOST)
    if not is_date:
        return clock.shifted(value, n, unit, INSTANT) if value.type.kind is Kind.TIMESTAMP else null(INSTANT)
    wall = wall_clock(clock.zone)
    moved = call("shift", call("midnight", value, type=wall), Literal(n, INTEGER), Literal(unit, TEXT), type=wall)
    return call("date_of", moved, type=value.type)


def _from_unix(_: Clock, args: list[Expr]) -> Expr:
    value = of(args[0], 1, "a whole number", args[0].type.kind is Kind.INTEGER)
    factor = {"second": 1_000_000, "millisecond": 1_000, "microsecond": 1}[word(args[1], 2, _UNIX)]
    return call("from_microseconds", arithmetic("*", value, Literal(factor, integer(len(str(factor))))), type=INSTANT)


_DAYS = ("day", "week", "month", "quarter", "year")
_UNIX = ("second", "millisecond", "microsecond")
_MOST = 100_000

MOMENTS = (
    entry("date(time)", "the local date", 1, lambda clock, args: clock.local_date(args[0])),
    entry("year(time)", "the local year", 1, _date_part("year")),
    entry("quarter(time)", "the local quarter, 1 to 4", 1, _date_part("quarter")),
    entry("month(time)", "the local month, 1 to 12", 1, _date_part("month")),
    entry("day(time)", "the local day of the month", 1, _date_part("day")),
    entry("weekday(time)", "1 for Monday to 7 for Sunday", 1, _date_part("weekday")),
    entry("week(time)", "the ISO 8601 week, 1 to 53, which begins on Monday", 1, _date_part("week")),
    entry("hour(timestamp)", "the local hour, 0 to 23", 1, _clock_part("hour")),
    entry("minute(timestamp)", "the local minute, 0 to 59", 1, _clock_part("minute")),
    entry(
        "last_day(time)",
        "the last day of its local month",
        1,
        lambda clock, args: call("last_day", clock.local_date(args[0]), type=DATE),
    ),
    entry("format_date(time, '%Y-%m-%d')", "the local date as text", 2, _format_date),
    entry("date_trunc('month', time)", "the first local day of its unit", 2, _date_trunc),
    entry("days_between(start, end)", "local dates apart", 2, _days_between),
    entry("days_since(time)", "local dates from it to `as_of`", 1, _days_since),
    entry("months_between(start, end)", "whole months between local dates", 2, _apart("months_between")),
    entry("years_between(start, end)", "whole years, such as an age", 2, _apart("years_between")),
    entry("date_add(time, n, 'month')", "moved by n units of the calendar, back if n is negative", 3, _date_add),
    entry(
        "from_unix(number, 'second')",
        "the timestamp so long after 1970 began, in UTC",
        2,
        _from_unix,
        "NULL if the number is NULL, or the year is not from 1 to 9999",
    ),
    entry("elapsed(start, end, 'hour')", "whole units of exact time, towards zero", 3, _elapsed),
)
