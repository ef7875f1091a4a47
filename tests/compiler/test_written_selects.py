"""SELECTs that people write: in the SQL of every warehouse, what gives something else each time is refused."""

from __future__ import annotations

import pytest

from coterie import dialects
from coterie.compiler.writing.sources import Written, read_query
from coterie.errors import CompileError, Origin

CLOCKS = {
    "duckdb": ("now()", "today()", "CURRENT_DATE", "age(ordered_at)"),
    "postgres": ("now()", "clock_timestamp()", "LOCALTIMESTAMP"),
    "clickhouse": ("now()", "now64()", "today()", "yesterday()", "nowInBlock()", "UTCTimestamp()", "curdate()"),
}
CHANCES = {
    "duckdb": ("random()", "uuid()"),
    "postgres": ("random()", "gen_random_uuid()"),
    "clickhouse": ("rand()", "rand64()", "generateUUIDv4()", "randomString(3)", "randConstant()"),
}


def refused(dialect: str, call: str) -> str:
    written = Written(f"SELECT id, {call} AS x FROM people", Origin(), "model `people`", "source_sql")
    with pytest.raises(CompileError) as caught:
        read_query(written, dialects.get(dialect))
    return str(caught.value)


@pytest.mark.parametrize(("dialect", "call"), [(name, call) for name, calls in CLOCKS.items() for call in calls])
def test_no_select_asks_the_clock(dialect: str, call: str) -> None:
    assert "the warehouse's clock" in refused(dialect, call)


@pytest.mark.parametrize(("dialect", "call"), [(name, call) for name, calls in CHANCES.items() for call in calls])
def test_no_select_throws_dice(dialect: str, call: str) -> None:
    assert "gives something else each time" in refused(dialect, call)
