"""Windows of the reference interpreter: is a source row inside, and how many calendar units hold one?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

from coterie.compiler.definitions import Calendar, PeriodsComparison, Window
from tests.properties import reference_values as v
from tests.properties.reference_rows import Row, World


def in_window(world: World, window: Window | None, row: Row) -> bool:
    """Does the source row lie in the window, [start, end)? A NULL moment lies in none."""
    if window is None:
        return True
    moment = time_of(world, window.on, row)
    start, end = window_bounds(world, window)
    return moment is not None and is_inside(moment, start, end)


def time_of(world: World, on: str | None, row: Row) -> Any:
    """What places the row in time: a column that is named, or the model's timestamp."""
    column = on or world.models[row.model].timestamp_column
    assert column is not None
    return world.moment(row, column)


def is_inside(moment: Any, start: datetime | None, end: datetime | None) -> bool:
    """start ≤ moment < end, where an end may be open."""
    return not (start is not None and v.is_before(moment, start)) and (end is None or v.is_before(moment, end))


def window_bounds(world: World, window: Window) -> tuple[datetime | None, datetime | None]:
    """The instants where the window starts and ends; None where it is open."""
    if window.calendar is not None:
        return calendar_bounds(world, window.calendar)
    if window.last is not None:
        return v.shift(world.as_of, -window.last.n, window.last.unit, world.zone), world.as_of
    if window.from_ is not None or window.to is not None:
        start, end = (
            v.shift(world.as_of, -span.n, span.unit, world.zone) if span else None for span in (window.from_, window.to)
        )
        return start, end or world.as_of
    since, until = (window.between.start, window.between.end) if window.between else (window.since, window.until)
    start = v.extent(since, world.zone)[0] if since is not None else None
    if until is None:
        return start, None
    instant, day_end = v.extent(until, world.zone)
    return start, day_end or instant


def calendar_bounds(world: World, calendar: Calendar) -> tuple[datetime, datetime]:
    """This unit until `as_of`, or n whole ones before it."""
    if calendar.this is not None:
        return unit_start(world, calendar.this, 0), world.as_of
    assert calendar.previous is not None
    n = calendar.n or 1
    return unit_start(world, calendar.previous, -n), unit_start(world, calendar.previous, 0)


def unit_start(world: World, unit: str, n: int) -> datetime:
    """The local midnight at which the unit of `as_of` begins, or the one n units later."""
    first: date = v.start_of(unit, v.to_wall(world.as_of, world.zone).date())
    moved = (
        first + timedelta(days=n * v.DAYS[unit])
        if unit in v.DAYS
        else v.add_months(v.midnight(first), n * v.MONTHS[unit]).date()
    )
    return v.to_instant(v.midnight(moved), world.zone)


def periods_with(world: World, asked: PeriodsComparison, rows: Iterable[Row]) -> int:
    """How many of the last whole units hold at least one of the rows."""
    moments = [moment for row in rows if (moment := time_of(world, asked.on, row)) is not None]
    edges = [unit_start(world, asked.unit, -n) for n in range(asked.of, -1, -1)]
    return sum(any(is_inside(moment, start, end) for moment in moments) for start, end in pairwise(edges))
