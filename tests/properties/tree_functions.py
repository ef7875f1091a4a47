"""The functions that expressions call, by name: what each makes of its arguments' values."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from tests.properties import reference_values as v
from tests.properties.reference_json import json_array, json_value


def _extreme(values: tuple[Any, ...], sign: int) -> Any:
    best = None
    for value in values:
        if value is not None and (best is None or v.compare(value, best) * sign > 0):
            best = value
    return best


def _array_contains(values: tuple[Any, ...], wanted: Any) -> bool | None:
    """Times are compared on the clock of the array."""
    if wanted is None:
        return None
    is_moment = isinstance(wanted, v.Wall | datetime)
    return any(
        x.at == v.local(wanted, x.zone) if is_moment and isinstance(x, v.Wall) else v.compare(x, wanted) == 0
        for x in values or ()
    )


def _array_element(values: tuple[Any, ...], n: int) -> Any:
    values = values or ()
    place = n - 1 if n > 0 else len(values) + n
    return values[place] if 0 <= place < len(values) else None


def _elapsed(start: Any, end: Any, unit: str) -> int:
    length = {"minute": timedelta(minutes=1), "hour": timedelta(hours=1), "day": timedelta(hours=24)}[unit]
    distance = v.instant_of(end) - v.instant_of(start)
    return abs(distance) // length * (1 if distance >= timedelta(0) else -1)


def _format_date(day: date, pattern: str) -> str:
    return pattern.replace("%Y", f"{day.year:04}").replace("%m", f"{day.month:02}").replace("%d", f"{day.day:02}")


WITH_NULLS: Mapping[str, Callable[..., Any]] = {
    "coalesce": lambda *values: next((value for value in values if value is not None), None),
    "nullif": lambda a, b: None if a is not None and b is not None and v.compare(a, b) == 0 else a,
    "least": lambda *values: _extreme(values, -1),
    "greatest": lambda *values: _extreme(values, 1),
    "if": lambda condition, one, other: one if condition else other,
    "concat_ws": lambda separator, *texts: separator.join(text for text in texts if text is not None),
    "array_length": lambda values: len(values or ()),
    "json_array": json_array,
    "array_contains": _array_contains,
    "array_element": _array_element,
    "array_join": lambda values, separator: separator.join(values or ()),
}


def _double(function: Callable[..., float]) -> Callable[..., float | None]:
    """None where there is no such number, or none that a double holds."""

    def value(*args: Any) -> float | None:
        try:
            found = function(*map(float, args))
        except (ValueError, OverflowError, ZeroDivisionError):
            return None
        return None if isinstance(found, complex) or not math.isfinite(found) else found

    return value


def _split_part(text: str, separator: str, n: int) -> str | None:
    return _array_element(tuple(text.split(separator)), n)


def _months_between(start: date, end: date) -> int:
    if end < start:
        return -_months_between(end, start)
    months = (end.year - start.year) * 12 + end.month - start.month
    return months - (v.add_months(v.midnight(start), months).date() > end)


def _years_between(start: date, end: date) -> int:
    months = _months_between(start, end)
    return abs(months) // 12 * (1 if months > 0 else -1)


def _from_unix(number: int, unit: str) -> datetime | None:
    try:
        return datetime(1970, 1, 1, tzinfo=UTC) + number * timedelta(**{f"{unit}s": 1})
    except OverflowError:
        return None


STRICT: Mapping[str, Callable[..., Any]] = {
    "abs": lambda x: v.negate(x) if x < 0 else x,
    "round": lambda x, *digits: v.round_half_away(x, *digits) if digits else int(v.round_half_away(x, 0)),
    "floor": lambda x: v.whole(x, towards="floor"),
    "ceil": lambda x: v.whole(x, towards="ceil"),
    "length": len,
    "lower": lambda text: text.lower(),
    "upper": lambda text: text.upper(),
    "trim": lambda text: text.strip(" "),
    "substr": lambda text, start, *length: text[start - 1 :][: length[0] if length else None],
    "concat": lambda *texts: "".join(texts),
    "replace": lambda text, old, new: text.replace(old, new),
    "starts_with": lambda text, part: text.startswith(part),
    "ends_with": lambda text, part: text.endswith(part),
    "contains": lambda text, part: part in text,
    "elapsed": _elapsed,
    "sign": lambda x: (x > 0) - (x < 0),
    "sqrt": _double(math.sqrt),
    "power": _double(lambda x, y: x**y),
    "exp": _double(math.exp),
    "ln": _double(math.log),
    "left": lambda text, n: text[:n],
    "right": lambda text, n: text[len(text) - n :] if n < len(text) else text,
    "position": lambda text, part: text.find(part) + 1,
    "split_part": _split_part,
    "lpad": lambda text, n, fill: text.rjust(n, fill)[:n],
    "matches": lambda text, pattern: v.is_match(text, pattern, ignore_case=False),
    "from_unix": _from_unix,
    "json_value": json_value,
}
ON_LOCAL_DATES: Mapping[str, Callable[..., Any]] = {
    "date": lambda day: day,
    "year": lambda day: day.year,
    "quarter": lambda day: (day.month + 2) // 3,
    "month": lambda day: day.month,
    "day": lambda day: day.day,
    "weekday": lambda day: day.isoweekday(),
    "format_date": _format_date,
    "date_trunc": lambda unit, day: v.start_of(unit, day),
    "week": lambda day: day.isocalendar().week,
    "last_day": lambda day: (v.add_months(v.midnight(day.replace(day=1)), 1) - timedelta(days=1)).date(),
    "months_between": _months_between,
    "years_between": _years_between,
    "days_between": lambda start, end: (end - start).days,
}
