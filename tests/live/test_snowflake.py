"""Snowflake: SNOWFLAKE_ACCOUNT, _USER, _WAREHOUSE, _DATABASE, and one secret of those below."""

from __future__ import annotations

import pytest

from tests.live import expected, from_environment, story

pytestmark = pytest.mark.live
REQUIRED = ("account", "user", "warehouse", "database")
OPTIONAL = ("role", "authenticator", "password", "private_key_path", "private_key_passphrase", "token", "host")
TARGET = {"source_type": "snowflake"} | from_environment(
    {field: f"SNOWFLAKE_{field.upper()}" for field in REQUIRED},
    {field: f"SNOWFLAKE_{field.upper()}" for field in OPTIONAL},
)


def test_it_tells_the_story_that_duckdb_tells() -> None:
    assert story(TARGET) == expected()
