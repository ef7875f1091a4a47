"""Functions of dates and timestamps; what they see of a timestamp is the project's clock."""

from __future__ import annotations

from coterie.compiler.expr import Expr, Literal
from coterie.compiler.functions import Clock, call
from coterie.compiler.library.entries import Build, entry, of, word, written
from coterie.compiler.values import Mismatch
from coterie.types import DATE, INTEGER, TEXT, Kind, wall_clock


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


MOMENTS = (
    entry("date(time)", "the local date", 1, lambda clock, args: clock.local_date(args[0])),
    entry("year(time)", "the local year", 1, _date_part("year")),
    entry("quarter(time)", "the local quarter, 1 to 4", 1, _date_part("quarter")),
    entry("month(time)", "the local month, 1 to 12", 1, _date_part("month")),
    entry("day(time)", "the local day of the month", 1, _date_part("day")),
    entry("weekday(time)", "1 for Monday to 7 for Sunday", 1, _date_part("weekday")),
    entry("hour(timestamp)", "the local hour, 0 to 23", 1, _clock_part("hour")),
    entry("format_date(time, '%Y-%m-%d')", "the local date as text", 2, _format_date),
    entry("date_trunc('month', time)", "the first local day of its unit", 2, _date_trunc),
    entry("days_between(start, end)", "local dates apart", 2, _days_between),
    entry("elapsed(start, end, 'hour')", "whole units of exact time, towards zero", 3, _elapsed),
)
