"""ClickHouse, wherever it is: COTERIE_LIVE_CLICKHOUSE_HOST, and what else its target needs.

That is _PORT, _USER, _PASSWORD, _ACCESS_TOKEN, _SECURE, _CA_CERT; or _PATH alone, for the engine in this process.
"""

from __future__ import annotations

import os

import pytest

from tests.live import expected, from_environment, story

pytestmark = pytest.mark.live
VARIABLE = "COTERIE_LIVE_CLICKHOUSE_"
FIELDS = ("port", "user", "password", "access_token", "secure", "ca_cert")
FIRST = "path" if os.environ.get(f"{VARIABLE}PATH") else "host"
FOUND = from_environment(
    {FIRST: f"{VARIABLE}{FIRST.upper()}"},
    {field: f"{VARIABLE}{field.upper()}" for field in FIELDS if FIRST == "host"},
)


def test_it_tells_the_story_that_duckdb_tells() -> None:
    read = {"port": int, "secure": lambda text: text == "true"}
    target = {field: read.get(field, str)(text) for field, text in FOUND.items()}
    assert story({"source_type": "clickhouse", **target}) == expected()
