"""What people write for `as_of`, as an instant."""

from __future__ import annotations

from datetime import UTC, date, datetime

from coterie.compiler.ir import times
from coterie.errors import CompileError, DefinitionErrors

AsOf = datetime | date | str | None


def instant_of(as_of: AsOf, zone: str, now: datetime | None = None) -> datetime:
    """An aware datetime. A naive one is read in the zone, a date is its midnight there, None is `now`.

    Raises DefinitionErrors: `unreadable_as_of`.
    """
    match as_of:
        case None:
            return now or datetime.now(UTC)
        case datetime():
            return times.as_instant(as_of, zone)
        case date():
            return times.midnight(as_of, zone)
    day = times.read_date(as_of)
    instant = times.midnight(day, zone) if day else times.read_instant(as_of, zone)
    if instant is None:
        hint = "write a date or an instant: 2024-01-31, 2024-01-31T09:30:00Z"
        raise DefinitionErrors([CompileError("unreadable_as_of", f"`{as_of}` is no point in time", hint=hint)])
    return instant
