"""Instants, wall clocks and calendar arithmetic, all in Python: warehouses only ever see literals.

Instants are aware datetimes in UTC; wall clocks are naive datetimes. A local time that does not exist moves forward
by the gap, one that exists twice is the earlier.
"""

from __future__ import annotations

import calendar
import re
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

EARLIEST = datetime(1, 1, 2, tzinfo=UTC)
LATEST = datetime(9999, 12, 30, tzinfo=UTC)

_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_DAYS = {"day": 1, "week": 7}
_SECONDS = {"minute": 60, "hour": 3600}
ELAPSED = frozenset(_SECONDS)
"""The units that are lengths of time; the others are steps on a calendar."""
_YEARS = 9_999
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_TIMESTAMP = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:?\d{2})?")


@cache
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def iso(instant: datetime) -> str:
    """An instant as people write it: 2024-01-31T09:30:00Z."""
    return instant.astimezone(UTC).isoformat().replace("+00:00", "Z")


def to_instant(wall: datetime, zone: str) -> datetime:
    """The instant at which clocks in `zone` show `wall`."""
    try:
        return wall.replace(tzinfo=_zone(zone), fold=0).astimezone(UTC)
    except OverflowError:
        return EARLIEST if wall.year < 5000 else LATEST


def to_wall(instant: datetime, zone: str) -> datetime:
    """What clocks in `zone` show at an instant."""
    return instant.astimezone(_zone(zone)).replace(tzinfo=None)


def midnight(day: date, zone: str) -> datetime:
    """The instant at which `day` begins in `zone`."""
    return to_instant(datetime(day.year, day.month, day.day), zone)


def next_midnight(day: date, zone: str) -> datetime:
    """The instant at which `day` ends in `zone`."""
    return midnight(day + timedelta(days=1), zone) if day < LATEST.date() else LATEST


def first_date_from(instant: datetime, zone: str) -> date:
    """The first date whose midnight in `zone` is not before the instant."""
    wall = to_wall(instant, zone)
    day = wall.date()
    return day if midnight(day, zone) >= instant else day + timedelta(days=1)


def shift(instant: datetime, n: int, unit: str, zone: str) -> datetime:
    """`instant` moved by `n` units (negative: back) on the calendar of `zone`, in one step.

    Minutes and hours are elapsed time; days, weeks, months, quarters and years keep the local time of day, and a day
    that the month does not have becomes its last. The result stays between the years 1 and 9999.
    """
    if n == 0:
        return instant
    try:
        if unit in _SECONDS:
            return min(max(instant + timedelta(seconds=n * _SECONDS[unit]), EARLIEST), LATEST)
        wall = to_wall(instant, zone)
        if unit in _DAYS:
            return to_instant(wall + timedelta(days=n * _DAYS[unit]), zone)
        month = wall.year * 12 + wall.month - 1 + n * _MONTHS[unit]
        year, month = month // 12, month % 12 + 1
        day = min(wall.day, calendar.monthrange(year, month)[1])
        return to_instant(wall.replace(year=year, month=month, day=day), zone)
    except (OverflowError, ValueError, IndexError):
        return EARLIEST if n < 0 else LATEST


def unit_start(instant: datetime, n: int, unit: str, zone: str) -> datetime:
    """The start of the day, week (Monday), month, quarter or year that an instant is in, moved by `n` of these units.

    It is the midnight of a day in `zone`, whatever the clock shows at midnights in between.
    """
    try:
        day = first_day(to_wall(instant, zone).date(), unit)
        if unit in _DAYS:
            return midnight(day + timedelta(days=n * _DAYS[unit]), zone)
        months = day.year * 12 + day.month - 1 + n * _MONTHS[unit]
        return midnight(date(months // 12, months % 12 + 1, 1), zone)
    except (OverflowError, ValueError):
        return EARLIEST if n < 0 else LATEST


def is_always_longer(n: int, unit: str, other_n: int, other_unit: str) -> bool:
    """Are n units longer than so many others, wherever in the calendar they lie?"""
    for units in (_MONTHS, _DAYS, _SECONDS):
        if unit in units and other_unit in units:
            return n * units[unit] > other_n * units[other_unit]
    return _days(n, unit)[0] > _days(other_n, other_unit)[1]


def _days(n: int, unit: str) -> tuple[float, float]:
    """How many days a length of time has at least and at most."""
    if unit in _SECONDS:
        return (n * _SECONDS[unit] / 86_400,) * 2
    if unit in _DAYS:
        return n * _DAYS[unit] - 1, n * _DAYS[unit] + 1  # clocks are put forward and back
    return n * _MONTHS[unit] * 30.436875 - 4, n * _MONTHS[unit] * 30.436875 + 4


def first_day(day: date, unit: str) -> date:
    """The first day of the day, week, month, quarter or year that a day is in."""
    match unit:
        case "week":
            return day - timedelta(days=day.weekday())
        case "month" | "quarter" | "year":
            length = _MONTHS[unit]
            return date(day.year, (day.month - 1) // length * length + 1, 1)
    return day


def farthest(n: int, unit: str) -> int:
    """The number of units, or as many as lead from any year between 1 and 9999 out of these."""
    if unit in _MONTHS:
        most = _YEARS * 12 // _MONTHS[unit]
    else:
        most = _YEARS * 366 * 86_400 // _SECONDS.get(unit, 86_400 * _DAYS.get(unit, 1))
    return max(-most, min(n, most))


def read_date(text: str) -> date | None:
    """`2024-01-31` as a date; None for any other text."""
    try:
        return date.fromisoformat(text) if _DATE.fullmatch(text) else None
    except ValueError:
        return None


def read_moment(text: str) -> datetime | None:
    """`2024-01-31T09:30:00Z`, or without zone a naive datetime; None for any other text."""
    try:
        return datetime.fromisoformat(text) if _TIMESTAMP.fullmatch(text) else None
    except ValueError:
        return None


def read_instant(text: str, zone: str) -> datetime | None:
    """`2024-01-31T09:30:00Z`, or without zone in `zone`; None for any other text."""
    moment = read_moment(text)
    try:
        return None if moment is None else as_instant(moment, zone)
    except (ValueError, OverflowError):
        return None


def as_instant(moment: datetime, zone: str) -> datetime:
    """A datetime as an instant; a naive one is read on the clocks of `zone`."""
    return to_instant(moment, zone) if moment.tzinfo is None else moment.astimezone(UTC)
