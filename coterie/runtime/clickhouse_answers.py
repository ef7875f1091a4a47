"""What ClickHouse answers: values of its JSON as plain Python values, and its errors as `WarehouseError`s."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from clickhouse_connect.driver.exceptions import ClickHouseError, DatabaseError, OperationalError

from coterie.errors import WarehouseError

_WRAPPED = re.compile(r"(Nullable|LowCardinality|Array)\((.*)\)")

# https://clickhouse.com/docs/reference/error-codes, by the code that is ours; the numbers are ClickHouse's.
_CODES: dict[str, tuple[int, ...]] = {
    "cancelled": (159, 160, 394, 735),  # too long, too slow, killed
    "missing_relation": (60, 81, 218),
    "not_permitted": (164, 192, 193, 194, 195, 291, 452, 472, 497, 516, 720),
    "wrong_relation": (57, 82, 727),
    "needed_elsewhere": (630,),
    "quota_exceeded": (158, 191, 201, 202, 290, 307, 364, 396, 700, 745, 749, 762, 776),
    "out_of_memory": (173, 241, 777, 778),
    "concurrent_run": (373, 473),
    "out_of_range": (69, 153, 321, 407),
    "not_convertible": (6, 27, 38, 41, 70, 72, 117, 130, 349, 376, 467),
    "connection_lost": (3, 32, 198, 209, 210, 236, 279),
    "input_output": (74, 75, 76, 88, 107, 242, 243, 252, 319, 499, 999),
    "statement_refused": (
        *(10, 15, 16, 20, 34, 35, 36, 42, 43, 44, 46, 47, 48, 50, 53, 62, 63, 80, 115, 167, 168, 179, 184, 206, 207),
        *(215, 229, 258, 306, 344, 386, 403),
    ),
}
_CODE_OF = {number: code for code, numbers in _CODES.items() for number in numbers}

_BEGINNING = re.compile(r".*DB::\w*Exception: ", re.DOTALL)
_NOISE = re.compile(
    r"[.:,]? ?(In scope |[Ww]hile (processing|executing) |Stack trace:).*"  # the statement, or the place in the server
    r"|( \([A-Z][A-Z0-9_]+\))?( \(version .*\))?( \(for url .*\))?$"
)


def plain(value: Any, native: str) -> Any:
    """A value of JSON, of a native type: instants in UTC, wall clocks as UTC shows them."""
    if value is None:
        return None
    if wrapped := _WRAPPED.fullmatch(native):
        return [plain(item, wrapped[2]) for item in value] if wrapped[1] == "Array" else plain(value, wrapped[2])
    if native.startswith(("Int", "UInt")):
        return int(value)
    if native.startswith("Decimal"):
        return Decimal(value)
    if native.startswith("Float"):
        return float(value)
    if native in ("Date", "Date32"):
        return date.fromisoformat(value)
    if native.startswith("DateTime"):
        moment = datetime.fromisoformat(value).astimezone(UTC)
        return moment if "'" in native else moment.replace(tzinfo=None)
    return value


@contextmanager
def translated() -> Iterator[None]:
    """What the driver raises, as an error of ours."""
    try:
        yield
    except ClickHouseError as error:
        raise WarehouseError(_code(error), message_of(error)) from error


def _code(error: ClickHouseError) -> str:
    number = getattr(error, "code", None)
    if number is not None:
        return _CODE_OF.get(number, "warehouse_failed")
    if isinstance(error, OperationalError):
        return "connection_lost"
    return "not_permitted" if "readonly" in str(error) else "warehouse_failed"


def message_of(error: ClickHouseError) -> str:
    """The first line, without what stands around it; of a connection that fails, what the system says of it."""
    if isinstance(error, DatabaseError) and error.code is None and error.__cause__ is not None:
        return str(_root(error)) or type(_root(error)).__name__
    text = _BEGINNING.sub("", str(error)).strip().partition("\n")[0]
    return _NOISE.sub("", text).rstrip()


def _root(error: BaseException) -> BaseException:
    while (cause := error.__cause__ or error.__context__) is not None:
        error = cause
    return error
