"""Live tests are collected where they are asked for: `pytest -m live tests/live`."""

from __future__ import annotations

from pathlib import Path

import pytest


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    return None if config.getoption("markexpr") == "live" or collection_path.is_dir() else True
