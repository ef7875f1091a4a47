"""Redshift: COTERIE_LIVE_REDSHIFT_DATABASE, and a way in: _WORKGROUP or _CLUSTER_IDENTIFIER, or _HOST and _PASSWORD.

It has neither arrays nor anything that reads JSON.
"""

from __future__ import annotations

import pytest

from tests.live import ARRAYS_AND_JSON, expected, from_environment, story

pytestmark = pytest.mark.live
OPTIONAL = ("host", "user", "password", "cluster_identifier", "workgroup", "region", "profile")
TARGET = {"source_type": "redshift"} | from_environment(
    {"database": "COTERIE_LIVE_REDSHIFT_DATABASE"},
    {field: f"COTERIE_LIVE_REDSHIFT_{field.upper()}" for field in OPTIONAL},
)


def test_it_tells_the_story_that_duckdb_tells() -> None:
    assert story(TARGET, ARRAYS_AND_JSON) == expected(ARRAYS_AND_JSON)
