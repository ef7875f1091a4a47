"""`coterie explain` as people type it: what it draws, JSON, and what it refuses."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.test_commands import JULY, coterie_

ROOT = Path(__file__).parents[2]
LAPSED = """\
audience lapsed of customers
as of 2024-07-01T00:00:00Z

1 is not in lapsed
✗ and
├── ✓ event orders — 3 rows
└── ✗ not (event orders, last 90 days) — 1 row, from 2024-04-02T00:00:00Z until 2024-07-01T00:00:00Z

2 is in lapsed
✓ and
├── ✓ event orders — 2 rows
└── ✓ not (event orders, last 90 days) — 0 rows, from 2024-04-02T00:00:00Z until 2024-07-01T00:00:00Z

77: no such entity"""

REVENUE = """\
trait revenue of customers: sum(amount) of orders, status = 'completed'
as of 2024-07-01T00:00:00Z

1: 63.50, from the first 2 of 3 rows of orders

   order_id   ordered_at             amount   status
   ────────────────────────────────────────────────────
   103        2024-06-20T08:44:52Z   14.70    completed
   102        2024-02-14T18:02:11Z   39.00    completed


6: 0.00, from 0 rows of orders"""

NEWCOMER = """\
trait is_newcomer of customers: days_between(signed_up_on, date(as_of)) < 60
as of 2024-07-01T00:00:00Z

5: true
  signed_up_on = 2024-05-19"""


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """The project that `init` makes, with audiences of its own."""
    assert coterie_("init", tmp_path / "shop")[0] == 0
    (tmp_path / "shop" / "audiences" / "more.yml").write_text(
        """
audiences:
  - {name: Draft, parent_model: customers, status: draft, filter_tree: orders > 1}
  - name: Odd
    parent_model: customers
    filter_tree:
      type: or
      children:
        - average_order_value > 1 AND NOT name IN ('[bold]', 'a\\x1bb')
        - {type: condition, condition_type: property, column: name, operator: not_equals, value: "[/red] \\e[31m"}
        - {type: condition, condition_type: trait, trait: products, operator: contains_any, value: [tea, cup]}
        - {type: condition, condition_type: audience, audience: lapsed}
  - name: Soon again
    parent_model: customers
    filter_tree:
      type: condition
      condition_type: event
      source_model: orders
      window: {after: {column: signed_up_on, n: 1, unit: month}}
  - name: Regular
    parent_model: customers
    filter_tree:
      type: condition
      condition_type: event
      source_model: orders
      window: {last: {n: 90, unit: day}}
      in_periods: {unit: month, of: 12, operator: greater_than_or_equal, value: 1}
traits:
  - name: Letters
    parent_model: customers
    trait_type: sql
    config:
      sql_query: SELECT customer_id, 1 AS value FROM {{ ref('customers') }} WHERE {{ as_of }} > signed_up_on
""",
        encoding="utf-8",
    )
    return tmp_path / "shop"


def explain(shop: Path, *arguments: object) -> tuple[int, str, str]:
    return coterie_("explain", "--project-dir", shop, "--as-of", JULY, *arguments)


def test_an_audience_is_drawn_as_a_tree_per_key(shop: Path) -> None:
    assert explain(shop, "lapsed", 1, 2, 77) == (0, LAPSED, "")


def test_a_trait_is_drawn_with_its_rows(shop: Path) -> None:
    assert explain(shop, "trait:revenue", 1, 6, "--limit", 2) == (0, REVENUE, "")


def test_a_table_of_rows_is_as_wide_as_it_needs_to_be(shop: Path) -> None:
    command = [sys.executable, "-c", "from coterie.cli import main; main()", "explain", "trait:revenue", "1"]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(ROOT)}
    run = subprocess.run([*command, "--project-dir", shop], capture_output=True, env=environment, check=True)
    assert [len(line) for line in run.stdout.decode("utf-8").splitlines()[5:9]] == [56] * 4


def test_an_expression_is_drawn_with_what_it_mentions(shop: Path) -> None:
    assert explain(shop, "Is newcomer", 5) == (0, NEWCOMER, "")


def test_of_several_bounds_the_narrowest_are_drawn(shop: Path) -> None:
    (soon,) = explain(shop, "soon_again", 5)[1].splitlines()[4:]
    assert soon.endswith("1 month after signed_up_on — 1 row, from 2024-05-19T00:00:00Z until 2024-06-19T00:00:00Z")
    regular = explain(shop, "regular", 5)[1].splitlines()[4]
    assert regular.endswith("from 2024-04-02T00:00:00Z until 2024-07-01T00:00:00Z, 1 row")


def test_a_select_is_drawn_as_it_was_written(shop: Path) -> None:
    shown = "SELECT customer_id, 1 AS value FROM {{ ref('customers') }} WHERE {{ as_of }} > signed_up_on"
    assert explain(shop, "letters", 5)[1].splitlines()[0] == f"trait letters of customers: {shown}"


def test_texts_cannot_steer_the_terminal(shop: Path) -> None:
    code, out, _ = explain(shop, "odd", 6)
    assert code == 0
    assert out.splitlines()[3:] == [
        "6 is in odd",
        "✓ or",
        "├── ✗ average_order_value > 1 AND NOT name IN ('[bold]', 'a\\x1bb')",
        "│   ├── ? average_order_value > 1 — NULL",
        "│   └── ✓ NOT name IN ('[bold]', 'a\\x1bb')",
        "│       └── ✗ name IN ('[bold]', 'a\\x1bb') — 'Fatima'",
        "├── ✓ name != '[/red] \\x1b[31m' — 'Fatima'",
        "├── ✗ products contains any ('tea', 'cup') — []",
        "└── ✗ member of lapsed",
        "    └── ✗ and",
        "        ├── ✗ event orders — 0 rows",
        "        └── ✓ not (event orders, last 90 days) — 0 rows, from 2024-04-02T00:00:00Z until 2024-07-01T00:00:00Z",
    ]


def test_a_terminal_without_unicode_gets_plain_marks(shop: Path) -> None:
    command = [sys.executable, "-c", "from coterie.cli import main; main()", "explain", "lapsed", "1", "--as-of", JULY]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONPATH": str(ROOT)}
    run = subprocess.run([*command, "--project-dir", shop], capture_output=True, env=environment, check=True)
    assert [line.rstrip() for line in run.stdout.decode("ascii").splitlines()[3:]] == [
        "1 is not in lapsed",
        "- and",
        "+-- + event orders -- 3 rows",
        "`-- - not (event orders, last 90 days) -- 1 row, from 2024-04-02T00:00:00Z until 2024-07-01T00:00:00Z",
    ]


def test_json_has_paths_and_plain_values(shop: Path) -> None:
    code, out, _ = explain(shop, "big_spenders_abroad", 3, 99, "--json")
    assert code == 0
    explained = json.loads(out)
    assert (explained["kind"], explained["slug"], explained["as_of"]) == (
        "audience",
        "big_spenders_abroad",
        "2024-07-01T00:00:00+00:00",
    )
    first, second = explained["entities"]
    assert (first["key"], first["member"], second) == (
        [3],
        True,
        {"key": [99], "exists": False, "member": None, "group": None, "holdout": False, "tree": None},
    )
    assert [(node["path"], node["left"]) for node in first["tree"]["children"]] == [
        ("filter_tree[0:14]", {"name": "revenue", "value": "167.00"}),
        ("filter_tree[19:34]", {"name": "country", "value": "FR"}),
    ]


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("lapsd", 1), "[unknown_selection] `lapsd` selects nothing\n    did you mean `lapsed`?\n\n1 error"),
        (("draft", 1), "[draft_selected] `draft` is a draft, which is checked but not run\n\n1 error"),
        (("customers", 1), "[ambiguous_name] `customers` may mean"),
        (("lapsed", "x"), "[wrong_key] `x` is no key of `customers`, expected a whole number\n\n1 error"),
        (("lapsed", "a\x1b[31m"), "[wrong_key] `a\\x1b[31m` is no key of `customers`, expected a whole number"),
    ],
)
def test_what_cannot_be_explained_ends_the_command(shop: Path, arguments: tuple[object, ...], error: str) -> None:
    code, out, err = explain(shop, *arguments)
    assert (code, out) == (1, "")
    assert err.startswith(error)
    assert json.loads(explain(shop, *arguments, "--json")[1])[0]["code"] == error[1:].partition("]")[0]


def test_keys_are_needed_and_may_be_negative(shop: Path) -> None:
    assert explain(shop, "lapsed")[0] == 2
    assert explain(shop, "lapsed", "--", "-5")[1].endswith("-5: no such entity")
