"""Generated examples may take as long as a busy machine needs, and are few in the quick profile."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import pytest
from hypothesis import settings

from tests.compiler.orders_shop import SETUP
from tests.effort import IS_QUICK

settings.register_profile(
    "patient", settings.get_profile("default"), deadline=None, max_examples=25 if IS_QUICK else 100
)
if settings.get_current_profile_name() == "default":
    settings.load_profile("patient")


@pytest.fixture(scope="session")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    """To the tables of the shop."""
    with duckdb.connect() as opened:
        opened.execute(SETUP)
        yield opened
