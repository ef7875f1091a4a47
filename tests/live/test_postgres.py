"""PostgreSQL, wherever it is: COTERIE_LIVE_POSTGRES_HOST, _DATABASE, _USER, and what libpq reads besides."""

from __future__ import annotations

import pytest

from tests.live import expected, from_environment, story

pytestmark = pytest.mark.live
TARGET = {"source_type": "postgres"} | from_environment(
    {field: f"COTERIE_LIVE_POSTGRES_{field.upper()}" for field in ("host", "database", "user")}, {}
)


def test_it_tells_the_story_that_duckdb_tells() -> None:
    assert story(TARGET) == expected()
