"""The unit tests that the examples and the starter project ship pass, and would notice a change."""

from __future__ import annotations

from pathlib import Path

import pytest

from coterie.cli.starting import write_starter
from coterie.project import load
from tests.examples.oracle import EXAMPLES

NAMES = sorted(path.name for path in EXAMPLES.iterdir() if (path / "coterie.yml").exists())


@pytest.mark.parametrize("name", NAMES)
def test_the_examples_pass(name: str) -> None:
    report = load(EXAMPLES / name).test()
    assert report.passed, report
    assert len(report.results) >= 2


def test_the_starter_passes(tmp_path: Path) -> None:
    write_starter(tmp_path / "shop")
    report = load(tmp_path / "shop").test()
    assert str(report) == "ok    Only completed orders count\nok    Customers lapse after 90 days\n2 passed"


@pytest.mark.parametrize(
    ("before", "after", "failing"),
    [
        ("status = 'completed'", "status <> 'placed'", ["Only completed orders count"]),
        ("n: 90, unit: day", "n: 91, unit: day", ["Customers lapse after 90 days"]),
    ],
)
def test_a_change_of_the_starter_is_noticed(tmp_path: Path, before: str, after: str, failing: list[str]) -> None:
    write_starter(tmp_path / "shop")
    for file in (tmp_path / "shop").glob("*s/*.yml"):
        if file.parent.name != "tests":
            file.write_text(file.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    assert [result.name for result in load(tmp_path / "shop").test().failed] == failing
