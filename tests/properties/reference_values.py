"""The values of the reference interpreter: wall clocks, calendars, comparisons and exact arithmetic.

In: plain Python values. Out: the same. Written from the semantics alone; nothing here knows a table or a definition.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

EXACT = Context(prec=200, rounding=ROUND_HALF_UP)
MONTHS = {"month": 1, "quarter": 3, "year": 12}
LENGTHS = {"minute": timedelta(minutes=1), "hour": timedelta(hours=1)}
DAYS = {"day": 1, "week": 7}


@dataclass(frozen=True, order=True, slots=True)
class Wall:
    """A timestamp without zone: what a clock of `zone` showed."""

    at: datetime
    zone: str


Value = None | bool | int | Decimal | float | str | date | datetime | Wall | tuple[Any, ...]


@cache
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def to_instant(clock: datetime, zone: str) -> datetime:
    """The instant at which clocks of `zone` show `clock`: the earlier of two, moved forward inside a gap."""
    return clock.replace(tzinfo=_zone(zone), fold=0).astimezone(UTC)


def to_wall(instant: datetime, zone: str) -> datetime:
    """What clocks of `zone` show at `instant`."""
    return instant.astimezone(_zone(zone)).replace(tzinfo=None, fold=0)


def midnight(day: date) -> datetime:
    """The first moment of a day, on whatever clock."""
    return datetime(day.year, day.month, day.day)


def instant_of(moment: Wall | datetime) -> datetime:
    """The instant of a timestamp with or without zone."""
    return to_instant(moment.at, moment.zone) if isinstance(moment, Wall) else moment


def local(moment: Wall | datetime, zone: str) -> datetime:
    """What clocks of `zone` show; a wall clock of that zone stays as it is."""
    if isinstance(moment, Wall) and moment.zone == zone:
        return moment.at
    return to_wall(instant_of(moment), zone)


def local_date(value: date | Wall, zone: str) -> date:
    """The calendar day of a date or a timestamp in `zone`."""
    return local(value, zone).date() if isinstance(value, Wall | datetime) else value


def add_months(clock: datetime, n: int) -> datetime:
    """`n` months later or earlier in one step, clipped to the month's end."""
    months = clock.year * 12 + clock.month - 1 + n
    year, month = divmod(months, 12)
    last_day = calendar.monthrange(year, month + 1)[1]
    return clock.replace(year=year, month=month + 1, day=min(clock.day, last_day))


def shift(instant: datetime, n: int, unit: str, zone: str) -> datetime:
    """`n` units after `instant` (before, if negative): calendar units on the clocks of `zone`."""
    if unit in LENGTHS:
        return instant + n * LENGTHS[unit]
    clock = to_wall(instant, zone)
    if unit in DAYS:
        return to_instant(clock + timedelta(days=n * DAYS[unit]), zone)
    return to_instant(add_months(clock, n * MONTHS[unit]), zone)


def start_of(unit: str, day: date) -> date:
    """The first day of the unit that holds `day`; weeks begin on Monday."""
    if unit == "week":
        return day - timedelta(days=day.weekday())
    if unit == "quarter":
        return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
    return {"day": day, "month": day.replace(day=1), "year": day.replace(month=1, day=1)}[unit]


def read_moment(written: str | date) -> date:
    """A date or a datetime (with or without zone) as people write it."""
    if not isinstance(written, str):
        return written
    return date.fromisoformat(written) if len(written) == 10 else datetime.fromisoformat(written)


def extent(written: str | date, zone: str) -> tuple[datetime, datetime | None]:
    """The instants that a written moment stands for: a bare date is a whole day [start, end), else (instant, None)."""
    moment = read_moment(written)
    if not isinstance(moment, datetime):
        return to_instant(midnight(moment), zone), to_instant(midnight(moment + timedelta(days=1)), zone)
    return (to_instant(moment, zone) if moment.tzinfo is None else moment.astimezone(UTC)), None


def is_before(moment: Wall | datetime, instant: datetime) -> bool:
    """Is the moment before the instant? A wall clock is compared with what its own clocks show at the instant."""
    if isinstance(moment, Wall):
        return moment.at < to_wall(instant, moment.zone)
    return moment < instant


def compare(left: Any, right: Any) -> int:
    """-1, 0 or 1 for two values of one family that are not NULL; a double pulls the other number to double."""
    if isinstance(left, float) or isinstance(right, float):
        left, right = float(left), float(right)
    elif isinstance(left, Wall) and isinstance(right, Wall) and left.zone == right.zone:
        left, right = left.at, right.at
    elif isinstance(left, Wall | datetime):
        left, right = instant_of(left), instant_of(right)
    return int(left > right) - int(left < right)


def compare_with_constant(left: Any, right: datetime) -> int:
    """`compare` of a timestamp with an instant that was written down: the instant goes to the value's clock."""
    if isinstance(left, Wall):
        return compare(left.at, Wall(to_wall(right, left.zone), left.zone).at)
    return compare(left, right)


def add(left: Any, right: Any) -> Any:
    """Exact unless one side is a double."""
    if isinstance(left, float) or isinstance(right, float):
        return float(left) + float(right)
    return left + right if isinstance(left, int) and isinstance(right, int) else EXACT.add(left, right)


def negate(value: Any) -> Any:
    return EXACT.minus(value) if isinstance(value, Decimal) else -value


def subtract(left: Any, right: Any) -> Any:
    return add(left, negate(right))


def multiply(left: Any, right: Any) -> Any:
    """Exact unless one side is a double; rounding to a scale is the caller's."""
    if isinstance(left, float) or isinstance(right, float):
        return float(left) * float(right)
    return left * right if isinstance(left, int) and isinstance(right, int) else EXACT.multiply(left, right)


def divide(left: Any, right: Any) -> float | None:
    """Always a double; NULL for a zero divisor."""
    return float(left) / float(right) if right else None


def remainder(left: Any, right: Any) -> Any:
    """The sign is the dividend's; NULL for a zero divisor."""
    if not right:
        return None
    if isinstance(left, float) or isinstance(right, float):
        left, right = float(left), float(right)
        return left - right * int(left / right)
    if isinstance(left, int) and isinstance(right, int):
        magnitude = abs(left) % abs(right)
        return magnitude if left >= 0 else -magnitude
    return EXACT.remainder(Decimal(left), Decimal(right))


def round_half_away(value: Any, digits: int) -> Any:
    """Exact numbers only: half away from zero."""
    return value if isinstance(value, int) else value.quantize(Decimal(1).scaleb(-digits), context=EXACT)


def whole(value: Any, *, towards: str) -> int:
    """floor or ceil as an integer."""
    return int(value.__floor__() if towards == "floor" else value.__ceil__())


def is_like(text: str, pattern: str) -> bool:
    """SQL LIKE: `%` any text, `_` one code point, no escape character, letter case counts."""
    wildcards = {"%": ".*", "_": "."}
    return re.fullmatch("".join(wildcards.get(c, re.escape(c)) for c in pattern), text, re.DOTALL) is not None


def is_match(text: str, pattern: str, *, ignore_case: bool) -> bool:
    """An unanchored search; `$` holds at the very end only, classes are ASCII."""
    in_class, python = False, ""
    for piece in re.findall(r"\\.|.", pattern, re.DOTALL):
        in_class = (in_class or piece == "[") and piece != "]"
        python += r"\Z" if piece == "$" and not in_class else piece
    return re.search(python, text, re.ASCII | (re.IGNORECASE if ignore_case else re.NOFLAG)) is not None


def read_integer(text: str) -> int | None:
    return int(text) if re.fullmatch(r"[+-]?[0-9]+", text) else None


def read_number(text: str) -> Decimal | None:
    return Decimal(text) if re.fullmatch(r"[+-]?[0-9]+(\.[0-9]+)?", text) else None


def read_date(text: str) -> date | None:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
