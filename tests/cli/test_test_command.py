"""`coterie test`: what it prints, and its exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_commands import coterie_


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """The project that `init` makes, its warehouse out of reach."""
    assert coterie_("init", tmp_path / "shop")[0] == 0
    (tmp_path / "shop" / "shop.duckdb").write_text("not a database")
    return tmp_path / "shop"


def change(file: Path, before: str, after: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")


def test_tests_that_pass(shop: Path) -> None:
    assert coterie_("test", shop) == (
        0,
        "ok    Only completed orders count\nok    Customers lapse after 90 days\n2 passed",
        "",
    )
    assert coterie_("test", "--project-dir", shop, "-k", "lapse")[1] == "ok    Customers lapse after 90 days\n1 passed"
    assert coterie_("test", shop, "--select", "revenue")[1] == "ok    Only completed orders count\n1 passed"
    assert coterie_("test", shop, "--select", "products") == (0, "no tests", "")


def test_a_test_that_fails(shop: Path) -> None:
    change(shop / "traits" / "customers.yml", "column: amount, filter: \"status = 'completed'\"", "column: amount")
    code, out, err = coterie_("test", shop)
    assert (code, err) == (1, "")
    assert out == (
        "FAIL  Only completed orders count  tests/customers.yml:2:5\n"
        "      trait `revenue` of `customers`: 1 of 2 values is not as expected\n"
        "        customer_id  expected  found\n"
        "        1            105       114\n"
        "      trait `average_order_value` of `customers`: 1 of 2 values is not as expected\n"
        "        customer_id  expected  found\n"
        "        1            105       114\n"
        "ok    Customers lapse after 90 days\n"
        "1 passed, 1 failed"
    )


def test_json(shop: Path) -> None:
    code, out, _ = coterie_("test", shop, "--json")
    assert code == 0
    report = json.loads(out)
    assert (report["passed"], report["failed"]) == (2, 0)
    assert [(test["name"], test["file"], test["line"], test["failures"]) for test in report["tests"]] == [
        ("Only completed orders count", "tests/customers.yml", 2, []),
        ("Customers lapse after 90 days", "tests/customers.yml", 21, []),
    ]
    change(shop / "tests" / "customers.yml", "lapsed: [1]", "lapsed: [2]")
    code, out, _ = coterie_("test", shop, "--json", "-k", "lapse")
    assert code == 1
    assert json.loads(out)["tests"][0]["failures"] == [
        {
            "kind": "audience",
            "entity": "customers",
            "slug": "lapsed",
            "expected": 1,
            "found": 1,
            "missing": [[2]],
            "absent": [],
            "extra": [[1]],
        }
    ]


def test_mistakes(shop: Path) -> None:
    change(shop / "tests" / "customers.yml", "lapsed: [1]", "lapst: [1]")
    said = (
        "tests/customers.yml:30:16 [unknown_audience] test `Customers lapse after 90 days`, "
        "expect.audiences.lapst: `lapst` is not an audience\n"
        "    did you mean `lapsed`?\n\n"
        "1 error in 1 file"
    )
    assert coterie_("test", shop) == (1, "", said)
    assert coterie_("test", shop, "-k", "completed")[0] == 0
    code, _, err = coterie_("test", shop, "-k", "nothing")
    assert (code, err.splitlines()[0]) == (1, "[unknown_test] `nothing` is not a test")
    (shop / "shop.duckdb").unlink()
    assert coterie_("check", shop) == (1, "", said)


def test_a_test_that_is_not_well_formed_does_not_hide_the_mistakes_of_others(shop: Path) -> None:
    """Nor does a warehouse that cannot be asked."""
    change(shop / "tests" / "customers.yml", "lapsed: [1]", "lapst: [1]")
    change(shop / "tests" / "customers.yml", "audiences:\n        big_", "audience:\n        big_")
    for command in ("test", "check"):
        assert coterie_(command, shop) == (
            1,
            "",
            "tests/customers.yml:18:7 [unknown_field] test `Only completed orders count`, expect.audience: "
            "unknown field `audience`\n"
            "    did you mean `audiences`?\n"
            "tests/customers.yml:30:16 [unknown_audience] test `Customers lapse after 90 days`, "
            "expect.audiences.lapst: `lapst` is not an audience\n"
            "    did you mean `lapsed`?\n\n"
            "2 errors in 1 file",
        )
