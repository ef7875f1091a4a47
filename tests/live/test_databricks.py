"""Databricks: COTERIE_LIVE_DATABRICKS_HOST, _HTTP_PATH, _CATALOG; and _ACCESS_TOKEN, or _CLIENT_ID, _CLIENT_SECRET."""

from __future__ import annotations

import pytest

from tests.live import expected, from_environment, story

pytestmark = pytest.mark.live
TARGET = {"source_type": "databricks"} | from_environment(
    {field: f"COTERIE_LIVE_DATABRICKS_{field.upper()}" for field in ("host", "http_path")},
    {
        field: f"COTERIE_LIVE_DATABRICKS_{field.upper()}"
        for field in ("catalog", "access_token", "client_id", "client_secret")
    },
)


def test_it_tells_the_story_that_duckdb_tells() -> None:
    assert story(TARGET) == expected()
