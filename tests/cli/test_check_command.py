"""`coterie check` on definitions that are well, but odd."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_commands import coterie_

ODD = """
audiences:
  - {name: Nobody, parent_model: customers, filter_tree: revenue > 5 AND revenue < 3}
  - {name: Big spenders, parent_model: customers, filter_tree: revenue >= 50 AND country <> 'DE'}
"""
NEVER = "audiences/odd.yml:3:58 [never_true] audience `Nobody`, filter_tree: this can never be true"
INSIDE = (
    "audiences/customers.yml:16:11 [contained_audience] audience `Big spenders abroad`, name: "
    "all of its members are members of audience `Big spenders`"
)


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    assert coterie_("init", tmp_path / "shop")[0] == 0
    (tmp_path / "shop" / "audiences" / "odd.yml").write_text(ODD)
    return tmp_path / "shop"


def test_warnings_are_told_and_stop_nothing(shop: Path) -> None:
    summary = "shop is well: 2 models, 1 relationship, 6 traits, 5 audiences, 2 tests, 1 warning"
    assert coterie_("check", shop) == (0, f"warning: {NEVER}\n{summary}", "")
    assert coterie_("check", shop, "--notes") == (0, f"note: {INSIDE}\nwarning: {NEVER}\n{summary}", "")
    assert coterie_("check", shop, "--strict") == (1, f"warning: {NEVER}\n{summary}", "")


def test_json(shop: Path) -> None:
    code, out, _ = coterie_("check", shop, "--json")
    note, warning = json.loads(out)
    assert (code, note["level"], note["code"]) == (0, "note", "contained_audience")
    assert warning == {
        "level": "warning",
        "code": "never_true",
        "message": "this can never be true",
        "hint": "",
        "subject": "audience `Nobody`",
        "note": "",
        "file": "audiences/odd.yml",
        "line": 3,
        "column": 58,
        "path": "filter_tree",
    }
    assert coterie_("check", shop, "--json", "--strict")[0] == 1


def test_notes_are_not_strict(shop: Path) -> None:
    (shop / "audiences" / "odd.yml").write_text("\n".join([*ODD.splitlines()[:2], ODD.splitlines()[3]]))
    assert coterie_("check", shop, "--strict")[0] == 0
