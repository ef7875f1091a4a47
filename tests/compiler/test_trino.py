"""What of Trino no engine shows: types as its catalogs spell them, and constants that plain literals do not hold."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from coterie.dialects import get
from coterie.types import DOUBLE, INSTANT, TEXT, Type, array, decimal, integer, json, unsupported, wall_clock

TRINO = get("trino")
BERLIN = "Europe/Berlin"


@pytest.mark.parametrize(
    ("native", "type", "is_cast"),
    [
        ("bigint", integer(19), False),
        ("decimal(12,2)", decimal(12, 2), False),
        ("decimal(38, 0)", integer(38), False),
        ("real", DOUBLE, True),
        ("double", DOUBLE, False),
        ("varchar", TEXT, False),
        ("varchar(20)", TEXT, False),
        ("char(3)", TEXT, True),
        ("uuid", TEXT, True),
        ("timestamp(6)", wall_clock(BERLIN), False),
        ("timestamp(3)", wall_clock(BERLIN), True),
        ("timestamp", wall_clock(BERLIN), True),
        ("timestamp(6) with time zone", INSTANT, False),
        ("timestamp(9) with time zone", INSTANT, True),
        ("json", json(BERLIN), False),
        ("array(varchar(5))", array(TEXT), False),
        ("array(timestamp(3))", array(wall_clock(BERLIN)), True),
        ("array(array(bigint))", unsupported("array(array(bigint))"), False),
        ("row(a bigint)", unsupported("row(a bigint)"), False),
        ("map(varchar, bigint)", unsupported("map(varchar, bigint)"), False),
    ],
)
def test_columns_are_read(native: str, type: Type, is_cast: bool) -> None:
    assert TRINO.read_type(native, BERLIN) == type
    assert TRINO.needs_cast(native) is is_cast


@pytest.mark.parametrize(
    ("value", "type", "written"),
    [
        (2**63 - 1, integer(19), "9223372036854775807"),
        (-(2**63), integer(19), "CAST('-9223372036854775808' AS BIGINT)"),
        (10**38 - 1, integer(38), "CAST('99999999999999999999999999999999999999' AS DECIMAL(38, 0))"),
        (
            datetime(2024, 7, 1, 2, 0, 0, 1, timezone(timedelta(hours=2))),
            INSTANT,
            "CAST('2024-07-01 00:00:00.000001 UTC' AS TIMESTAMP(6) WITH TIME ZONE)",
        ),
        (datetime(2024, 7, 1), wall_clock(BERLIN), "CAST('2024-07-01 00:00:00' AS TIMESTAMP(6))"),
        ((datetime(2024, 7, 1, tzinfo=UTC),), array(INSTANT), None),
        ("it's \\", TEXT, "'it''s \\'"),
    ],
)
def test_constants(value: object, type: Type, written: str | None) -> None:
    moments = "CAST(ARRAY[{0}] AS ARRAY(TIMESTAMP(6) WITH TIME ZONE))"
    first = "CAST('2024-07-01 00:00:00 UTC' AS TIMESTAMP(6) WITH TIME ZONE)"
    assert TRINO.literal(value, type).sql("trino") == (written or moments.format(first))
