"""The values that generated data and generated literals share, so that they meet."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from tests.properties import reference_values as v
from tests.properties.chooser import Chooser
from tests.properties.shapes import Ty

ZONES = ("UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "America/Sao_Paulo", "Australia/Lord_Howe")
INTEGERS = (1, 0, 2, 3, -1, 5, 10, -7, 4, 1000)
DECIMALS = tuple(
    map(Decimal, ("0.1", "0", "0.2", "0.3", "-0.5", "1", "2.5", "0.333333333", "99.99", "0.125", "-1.666666667"))
)
HALVES = (0.5, 0.0, 1.5, -0.25, 2.0, 2.75, math.nan, -3.5, 100.0)
TENTHS = (0.1, 0.2, 0.3, 0.0, -1.1, 1.0, math.nan, 33.3)
UNEVEN = tuple(map(Decimal, ("0.5003417", "1.2503417", "-0.7503417", "10.0003417", "0.0003417", "2.9003417")))
TEXTS = (
    "a", "A", "b", "", "ab", "AB", "a%b", "a_b", "a\nb", "b\n", "b", "O'Brien", "%", "\\", 'say "hi"', "é", "日本",
    "😀", "e\u0301", " a ", "\ta", "a", "12", "-3", "+4", "1.5", " 7", "0x1", "1e3", "2024-02-29", "2023-02-29",
    "2024-02-29 ", "NULL", "true", "_", "a\\%b", "B", "Ba",
)  # fmt: skip
DOCUMENTS = (
    '{"a": 1, "b": "x", "list": [1, "a", null, 2.5]}',
    '{"a": "12", "b": {"a": true}}',
    '{"a": 1.50, "list": ["b"]}',
    '{"a": 0.1234567894, "b": 0.12345678901234567890}',
    '{"a": "2024-02-29", "list": ["2024-02-29", "2023-02-29"]}',
    '{"a": "2024-03-31T02:30:00", "list": ["2024-11-03 01:30", "2024-05-31T00:00:00Z"]}',
    '{"a": null, "list": {}}',
    '{"a": true, "list": [true, false, [1], {"a": 1}]}',
    '[{"a": "it\'s \\u00e9"}, 2]',
    '{"a": -2e0, "b": 3.0e-1}',
    "{}",
    "null",
    '"a"',
    "7",
    '{"a": 1, "a": 1}',
    '{"a": "a\\u0000b"}',
    '{"b": {"a": 1, "a": 2}, "a": [12, "12"]}',
)
NO_DOCUMENTS = ('{"a": 1', "", "a", '{"a": 1,}', "[1, NaN]", '{"a": "\\ud800"}', "{'a': 1}", '{"a": 01}', "[1] 2")
JSON_PATHS = ("$.a", "$.a", "$.b", "$.list", '$["list"]', "$.b.a", "$[0].a", "$.list[1]", "$", "$.a[0]", "$[1]", "$.z")
KEY_TEXTS = ("a", "b", "A", "", "é", "o'k", "a|b", "%")
LIKE_PATTERNS = ("a%", "%", "_", "a_b", "%b", "%a%", "", "a\\%b", "__", "A%", "%\n%", "é", "O'%")
PATTERNS = (
    "a", "^a", "b$", r"\d+", "[a-c]+b", "a|B", "(ab)+", "^$", r"\.", r"^\w+$", "[^a-z]", "a.b", "%", r"\\",
    r"\s", "^.$", "[0-9]{2}", "a?b", r"^[+-]?\d*$", "'", "[A-Z]",
)  # fmt: skip
CLOCK_CHANGES = (
    ("Europe/Berlin", datetime(2024, 3, 31, 1, tzinfo=UTC)),
    ("Europe/Berlin", datetime(2024, 10, 27, 1, tzinfo=UTC)),
    ("America/New_York", datetime(2024, 3, 10, 7, tzinfo=UTC)),
    ("America/New_York", datetime(2024, 11, 3, 6, tzinfo=UTC)),
    ("America/Sao_Paulo", datetime(2018, 11, 4, 3, tzinfo=UTC)),
    ("Australia/Lord_Howe", datetime(2024, 4, 6, 15, tzinfo=UTC)),
)
MONTH_ENDS = (
    datetime(2024, 3, 31, 12, tzinfo=UTC),
    datetime(2024, 2, 29, 23, 59, 59, 999999, tzinfo=UTC),
    datetime(2023, 12, 31, 18, 30, tzinfo=UTC),
    datetime(2024, 5, 31, tzinfo=UTC),
    datetime(2025, 1, 1, tzinfo=UTC),
)
TICK = timedelta(microseconds=1)
HOUR = timedelta(hours=1)
DISTANCES = (("day", 1), ("day", 3), ("week", 1), ("month", 1), ("hour", 1), ("day", 30), ("quarter", 1), ("year", 1))


def choose_now(choose: Chooser) -> tuple[str, datetime, tuple[str, int]]:
    """The project's zone, its `as_of`, and the span it lies after a clock change of the zone, or after what else."""
    tick = choose.pick((0, 0, 0, 1)) * TICK
    if choose.chance(40):
        as_of = choose.pick(MONTH_ENDS) + choose.pick((0, 0, 0, 1, -1, 25)) * HOUR + tick
        return choose.pick(ZONES), as_of, ("month", 1)
    zone, change = choose.pick(CLOCK_CHANGES)
    hours = choose.pick((0, 0, 1, -1, 12)) * HOUR + choose.pick((0, 0, 1, -1)) * HOUR / 2
    unit, n = choose.pick((("day", 1), ("hour", 2), ("week", 1), ("month", 1), ("day", 30)))
    as_of = v.shift(change + hours, n, unit, zone) + tick
    return zone if choose.chance(75) else choose.pick(ZONES), as_of, (unit, n)


def moments_around(as_of: datetime, zone: str) -> list[datetime]:
    """Instants that data and windows meet at: steps back from `as_of`, their edges, midnights, clock changes."""
    steps = [v.shift(as_of, -n, unit, zone) for unit, n in DISTANCES]
    day = v.to_wall(as_of, zone).date()
    midnights = [v.to_instant(v.midnight(day - timedelta(days=n)), zone) for n in (0, 1, 2, 31)]
    near = [as_of - timedelta(minutes=5), as_of - timedelta(hours=20), as_of - timedelta(days=12, hours=7)]
    change = min((moment for _, moment in CLOCK_CHANGES), key=lambda moment: abs(moment - as_of))
    later = [as_of + timedelta(hours=2), v.shift(as_of, 1, "month", zone)]
    return [
        *near,
        *steps,
        as_of - TICK,
        as_of,
        as_of + TICK,
        *midnights,
        *(change + n * HOUR / 2 for n in (-3, -2, -1, 0, 1)),
        *later,
    ]


def literal_pool(type: Ty, moments: Sequence[datetime], zone: str) -> Sequence[Any]:
    """Constants that a value of the type is worth comparing with."""
    if type.is_rough:
        return UNEVEN
    match type.kind:
        case "integer":
            return INTEGERS
        case "decimal" | "double":
            return DECIMALS
        case "boolean":
            return (True, False)
        case "date":
            return dates(moments, zone)
        case "timestamp":
            return moments
    return TEXTS


def dates(moments: Sequence[datetime], zone: str) -> list[date]:
    return list(dict.fromkeys(v.to_wall(moment, zone).date() for moment in moments))


def constants(pool: Sequence[Any]) -> list[Any]:
    """The values of a pool that can be written down exactly: no NULL, no NaN, doubles as the decimals they show."""
    return [
        Decimal(repr(value)) if isinstance(value, float) else value
        for value in pool
        if value is not None and value == value
    ]


def part_of(choose: Chooser, pool: Sequence[Any]) -> tuple[Any, ...]:
    """Four neighbours of a pool: few enough that values meet again in data and literals."""
    start = choose.integer(0, len(pool) - 1)
    return tuple(dict.fromkeys((*pool[start : start + 4], *pool[: max(0, start + 4 - len(pool))])))
