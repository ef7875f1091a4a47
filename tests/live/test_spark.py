"""Spark: COTERIE_LIVE_SPARK_REMOTE, or COTERIE_LIVE_SPARK_MASTER (as `local[2]`) with _WAREHOUSE_DIR."""

from __future__ import annotations

import os

import pytest

from tests.live import expected, from_environment, story

pytestmark = pytest.mark.live
PLACE = "remote" if os.environ.get("COTERIE_LIVE_SPARK_REMOTE") else "master"
TARGET = {"source_type": "spark"} | from_environment(
    {PLACE: f"COTERIE_LIVE_SPARK_{PLACE.upper()}"},
    {field: f"COTERIE_LIVE_SPARK_{field.upper()}" for field in ("warehouse_dir", "catalog", "table_format")},
)


def test_it_tells_the_story_that_duckdb_tells() -> None:
    assert story(TARGET) == expected()
