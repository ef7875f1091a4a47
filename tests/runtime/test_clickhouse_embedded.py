"""Runs on ClickHouse in coterie's own process: a session or a client that is lent, and a target with a folder."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from tests.engines import wanted
from tests.engines.process import ROOT

if "clickhouse" not in wanted() or find_spec("clickhouse_connect") is None:
    pytest.skip("chdb or clickhouse-connect is not installed", allow_module_level=True)

TRAITS = [["A", 0, []], ["z", 1, ["pot"]], ["é", 30.75, ["cup", "tea"]]]


def ran(name: str, folder: Path) -> Any:
    command = [sys.executable, "-W", "error", "-m", "tests.runtime.embedded_clickhouse", name, str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


def test_a_session_keeps_its_settings(tmp_path: Path) -> None:
    assert ran("lent_session", tmp_path) == {
        "traits": TRAITS,
        "settings": "2024-05-03 10:00:00.000000\tAmerica/New_York\n",
    }


def test_a_client_of_the_engine_is_lent(tmp_path: Path) -> None:
    assert ran("lent_client", tmp_path) == {"traits": TRAITS}


def test_a_folder_is_a_target(tmp_path: Path) -> None:
    found = ran("target", tmp_path)
    assert "[missing_table]" in found.pop("missing")
    assert found == {"is there": False, "rows": 3, "traits": TRAITS}


def test_a_statement_is_stopped_by_another_handle(tmp_path: Path) -> None:
    assert ran("cancelled", tmp_path) == ["[cancelled] Query was cancelled."]
