"""JSON in the reference interpreter: a document, and what stands in it as the type that is asked for.

In: a column's text. Out: Python values, NULL as None. Objects are tuples of pairs, so that a name may come twice.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Any

from tests.properties import reference_values as v

NINE_PLACES = Decimal("0.000000001")
ROUNDING = Context(prec=500, rounding=ROUND_HALF_UP)
MISSING = object()
STEP = re.compile(r"""\.(\w+)|\[["']([^"']+)["']\]|\[([0-9]+)\]""")
MOMENT = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?)(?:(?<=\.\d{6})\d{1,3})?(Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?"
)


@dataclass(frozen=True)
class Json:
    """A document as it was written; `zone` is the clock of its times without zone."""

    text: str
    zone: str


class Pairs(tuple[tuple[str, Any], ...]):
    """An object."""


def read_json(text: str | None, zone: str) -> Json | None:
    """The document; None for a text that is not JSON."""
    try:
        return None if text is None or parsed(text) is MISSING else Json(text, zone)
    except ValueError:
        return None


def parsed(text: str) -> Any:
    def refuse(name: str) -> Any:
        raise ValueError(name)

    found = json.loads(text, parse_float=Decimal, parse_int=Decimal, parse_constant=refuse, object_pairs_hook=Pairs)
    json.dumps(found, default=str, ensure_ascii=False).encode()  # half of a surrogate pair is no text
    return found


def at(document: Json, path: str) -> Any:
    """What stands at the path; MISSING where nothing does, or an object on the way has the name twice."""
    found = parsed(document.text)
    for plain, quoted, position in STEP.findall(path):
        if position:
            found = found[int(position)] if isinstance(found, list) and int(position) < len(found) else MISSING
        else:
            named = [value for name, value in found if name == (plain or quoted)] if isinstance(found, Pairs) else []
            found = named[0] if len(named) == 1 else MISSING
    return found


def json_value(document: Json, path: str, type: str) -> Any:
    return as_type(at(document, path), type, document.zone)


def json_array(document: Json | None, path: str, type: str) -> tuple[Any, ...]:
    found = at(document, path) if document else None
    values = [as_type(item, type, document.zone) for item in found] if document and isinstance(found, list) else []
    return tuple(value for value in values if value is not None)


def as_type(value: Any, type: str, zone: str) -> Any:
    """The value if it is of the type, else None."""
    match value, type:
        case str(), "text":
            return None if "\0" in value else value
        case bool(), "boolean":
            return value
        case Decimal(), "number":
            return in_range(value)
        case Decimal(), "integer":
            number = in_range(value)
            is_whole = number is not None and number == number.to_integral_value() and -(2**63) <= number < 2**63
            return int(number) if is_whole and number is not None else None
        case str(), "date":
            return v.read_date(value)
        case str(), "timestamp":
            return read_moment(value, zone)
    return None


def in_range(value: Decimal) -> Decimal | None:
    """Rounded to nine places, half away from zero; None for more than 29 digits before the point."""
    if value.adjusted() > 40:
        return None
    rounded = value.quantize(NINE_PLACES, context=ROUNDING)
    return rounded if abs(rounded) < Decimal(10) ** 29 else None


def read_moment(text: str, zone: str) -> datetime | None:
    found = MOMENT.fullmatch(text)
    try:
        moment = datetime.fromisoformat(f"{found[1]}T{found[2]}{found[3] or ''}") if found else None
    except ValueError:
        return None
    if moment is None or moment.tzinfo is not None:
        return moment and moment.astimezone(UTC)
    return v.to_instant(moment, zone)
