"""BigQuery: COTERIE_LIVE_BIGQUERY_PROJECT, _LOCATION, _KEYFILE and _IMPERSONATE; without a key, default credentials."""

from __future__ import annotations

import pytest

from tests.live import expected, from_environment, story

pytestmark = pytest.mark.live
TARGET = {"source_type": "bigquery"} | from_environment(
    {"project": "COTERIE_LIVE_BIGQUERY_PROJECT"},
    {
        "location": "COTERIE_LIVE_BIGQUERY_LOCATION",
        "keyfile": "COTERIE_LIVE_BIGQUERY_KEYFILE",
        "impersonate_service_account": "COTERIE_LIVE_BIGQUERY_IMPERSONATE",
    },
)


def test_it_tells_the_story_that_duckdb_tells() -> None:
    assert story(TARGET) == expected()
