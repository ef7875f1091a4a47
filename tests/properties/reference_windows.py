"""Windows of the reference interpreter: is a source row inside, and how many calendar units hold one?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

from coterie.compiler.definitions import Anchored, Calendar, PeriodsComparison, Window
from tests.properties import reference_values as v
from tests.properties.reference_rows import Row, World, as_moment


def in_window(world: World, window: Window | None, row: Row, entity: Row) -> bool:
    """Does the source row lie in the window of its entity, [start, end)? A NULL moment lies in none."""
    if window is None:
        return True
    moment = time_of(world, window.on, row)
    if window.after is not None:
        start, end = anchor_of(world, window.after, entity), moved_anchor(world, window.after, entity, 1)
        return is_between(moment, start, end) and v.is_before(moment, world.as_of)
    if window.before is not None:
        start, end = moved_anchor(world, window.before, entity, -1), anchor_of(world, window.before, entity)
        return is_between(moment, start, end)
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


def anchor_of(world: World, anchored: Anchored, entity: Row) -> Any:
    """The entity's moment: a date is the first moment of its day."""
    if anchored.trait is not None:
        return as_moment(world.trait(entity, anchored.trait), world.zone)
    assert anchored.column is not None
    return world.moment(entity, anchored.column)


def moved_anchor(world: World, anchored: Anchored, entity: Row, sign: int) -> datetime | None:
    """The instant n units from the entity's moment, on the project's calendar."""
    anchor, n, unit = anchor_of(world, anchored, entity), sign * anchored.n, anchored.unit
    if anchor is None:
        return None
    if unit in v.LENGTHS:
        return v.instant_of(anchor) + n * v.LENGTHS[unit]
    clock = date_of_project(world, anchored, entity) or v.local(anchor, world.zone)
    if unit in v.DAYS:
        return v.to_instant(clock + timedelta(days=n * v.DAYS[unit]), world.zone)
    return v.to_instant(v.add_months(clock, n * v.MONTHS[unit]), world.zone)


def date_of_project(world: World, anchored: Anchored, entity: Row) -> datetime | None:
    """A date whose days are the project's moves from midnight to midnight, even if its own did not exist."""
    if anchored.column is None:
        return None
    *path, name = anchored.column.split(".")
    (owner,) = world.follow(entity, path)
    day = world.value(owner, name)
    is_date = not isinstance(day, datetime | v.Wall)
    return v.midnight(day) if is_date and (world.models[owner.model].timezone or "UTC") == world.zone else None


def is_between(moment: Any, start: Any, end: Any) -> bool:
    """start ≤ moment < end, all known; a wall clock beside one of the same zone is compared as it stands."""
    if moment is None or start is None or end is None:
        return False
    return not is_before(moment, start) and is_before(moment, end)


def is_before(moment: Any, bound: Any) -> bool:
    if isinstance(moment, v.Wall) and isinstance(bound, v.Wall) and moment.zone == bound.zone:
        return moment.at < bound.at
    return v.is_before(moment, v.instant_of(bound))


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
