"""What ClickHouse answers, without a server: values of its JSON, and the words of its errors."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from importlib.util import find_spec

import pytest

import coterie

if find_spec("clickhouse_connect") is None:
    pytest.skip("clickhouse-connect is not installed", allow_module_level=True)

from clickhouse_connect.driver.exceptions import DatabaseError, OperationalError, ProgrammingError

from coterie.runtime.clickhouse_answers import plain, translated

MOMENT = "2024-05-01T14:00:00.123456Z"


@pytest.mark.parametrize(
    ("value", "native", "expected"),
    [
        (None, "Nullable(Int64)", None),
        (True, "Nullable(Bool)", True),
        (7, "UInt8", 7),
        ("9223372036854775807", "Nullable(Int64)", 2**63 - 1),
        ("-170141183460469231731687303715884105728", "Int128", -(2**127)),
        (str(2**256 - 1), "UInt256", 2**256 - 1),
        ("0.10", "Nullable(Decimal(9, 2))", Decimal("0.10")),
        (0.1, "Float64", 0.1),
        ("inf", "Nullable(Float64)", float("inf")),
        ("é", "LowCardinality(Nullable(String))", "é"),
        ("1900-01-01", "Date32", date(1900, 1, 1)),
        (MOMENT, "DateTime64(6, 'America/New_York')", datetime(2024, 5, 1, 14, 0, 0, 123456, UTC)),
        (MOMENT, "Nullable(DateTime64(6))", datetime(2024, 5, 1, 14, 0, 0, 123456)),
        ("2024-05-01T14:00:00.123456789Z", "DateTime64(9)", datetime(2024, 5, 1, 14, 0, 0, 123456)),
        ("2024-05-01T14:00:00Z", "DateTime", datetime(2024, 5, 1, 14)),
        (["1", None], "Array(Nullable(Int64))", [1, None]),
        ([], "Array(Decimal(18, 2))", []),
    ],
)
def test_values_are_plain(value: object, native: str, expected: object) -> None:
    found = plain(value, native)
    assert (found, type(found)) == (expected, type(expected))


def told(error: Exception) -> str:
    with pytest.raises(coterie.WarehouseError) as raised, translated():
        raise error
    return str(raised.value)


VERSION = "(version 26.9.2.1 (official build))"
HTTP = "Received ClickHouse exception, code: {}, server response: Code: {}. DB::Exception: {} (for url http://h:8123)"


@pytest.mark.parametrize(
    ("number", "text", "expected"),
    [
        (
            60,
            f"Table shop.x does not exist. (UNKNOWN_TABLE) {VERSION}",
            "[missing_relation] Table shop.x does not exist.",
        ),
        (
            60,
            f"Unknown table expression identifier 'x'. In scope SELECT * FROM x. (UNKNOWN_TABLE) {VERSION}",
            "[missing_relation] Unknown table expression identifier 'x'",
        ),
        (
            497,
            "reader: Not enough privileges. To execute this query, it's necessary to have the grant INSERT(a, b) ON "
            f"coterie.t. (ACCESS_DENIED) {VERSION}",
            "[not_permitted] reader: Not enough privileges. To execute this query, it's necessary to have the grant "
            "INSERT(a, b) ON coterie.t.",
        ),
        (
            159,
            f"Timeout exceeded: elapsed 1.1 seconds. (TIMEOUT_EXCEEDED) {VERSION}",
            "[cancelled] Timeout exceeded: elapsed 1.1 seconds.",
        ),
        (
            241,
            "Received from other:9000. DB::Exception: (total) memory limit exceeded: would use 1.00 GiB: "
            f"While executing AggregatingTransform. (MEMORY_LIMIT_EXCEEDED) {VERSION}",
            "[out_of_memory] (total) memory limit exceeded: would use 1.00 GiB",
        ),
        (
            395,
            f"Value passed to 'throwIf' function is non-zero: while executing 'FUNCTION throwIf(1)'. (X) {VERSION}",
            "[warehouse_failed] Value passed to 'throwIf' function is non-zero",
        ),
        (
            62,
            "Syntax error: failed at position 7 (1): 1\n FORMAT JSONCompact. (SYNTAX_ERROR)",
            "[statement_refused] Syntax error: failed at position 7 (1): 1",
        ),
    ],
)
def test_errors_have_a_code_and_one_line(number: int, text: str, expected: str) -> None:
    assert told(DatabaseError(HTTP.format(number, number, text), code=number)) == expected
    assert told(DatabaseError(f"Code: {number}. DB::Exception: {text}", code=number)) == expected


def test_a_connection_that_fails_says_what_the_system_says() -> None:
    error = OperationalError("Error HTTPConnectionPool(…) executing HTTP request attempt 1 (http://h:8123)")
    error.__cause__ = ConnectionRefusedError(111, "Connection refused")
    assert told(error) == "[connection_lost] [Errno 111] Connection refused"


def test_a_setting_that_may_not_be_changed() -> None:
    assert told(ProgrammingError("Setting join_use_nulls is readonly")) == (
        "[not_permitted] Setting join_use_nulls is readonly"
    )
