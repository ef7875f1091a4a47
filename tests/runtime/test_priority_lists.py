"""Limits, splits and priority lists in a run: what is published, reported, previewed and estimated is the outcome."""

from __future__ import annotations

from typing import Any

import duckdb
import pytest

from coterie.project import Project
from coterie.runtime.explanation import Membership
from coterie.runtime.report import GroupReport

AS_OF = "2024-06-01"
GROUPS = [{"name": "treatment", "percent": 90}, {"name": "held", "percent": 10, "holdout": True}]


def condition(kind: str, **fields: Any) -> dict[str, Any]:
    return {"type": "condition", "condition_type": kind, **fields}


@pytest.fixture
def project() -> Project:
    """A thousand people in four audiences; three of these are in a list."""
    return Project(
        models=[
            {"name": "people", "source": {"sql": "SELECT id, id % 10 AS n FROM range(1000) r(id)"}, "primary_key": "id"}
        ],
        audiences=[
            {"name": "Rest", "parent_model": "people"},
            {"name": "Top", "parent_model": "people", "filter_tree": "n >= 8", "limit": {"n": 50, "by": "id"}},
            {"name": "Even", "parent_model": "people", "filter_tree": "n % 2 = 0",
             "splits": {"salt": "s", "groups": GROUPS}},
            {"name": "In top", "parent_model": "people", "filter_tree": condition("audience", audience="top")},
        ],
        priority_lists=[{"name": "Calls", "parent_model": "people", "audiences": ["top", "Even", "rest"]}],
    )  # fmt: skip


EXPECTED = {
    "top": {n for n in range(750, 1000) if n % 10 >= 8},
    "even": {n for n in range(1000) if n % 2 == 0 and n % 10 < 8},
    "rest": {n for n in range(1000) if n % 2 == 1 and n % 10 < 8},
    "in_top": {n for n in range(750, 1000) if n % 10 >= 8},
}


def members(connection: duckdb.DuckDBPyConnection) -> dict[str, set[int]]:
    rows = connection.sql("SELECT audience, list(id) FROM coterie.people_audience_members GROUP BY 1").fetchall()
    return {audience: set(ids) for audience, ids in rows}


def test_a_run_publishes_what_the_list_leaves(project: Project) -> None:
    connection = duckdb.connect()
    report = project.run(AS_OF, connection=connection)
    assert members(connection) == EXPECTED
    assert {one.slug: one.size for one in report.entities[0].audiences} == {
        slug: len(found) for slug, found in EXPECTED.items()
    }
    treatment, held = report.audience("even").groups
    assert (treatment.size + held.size, held.holdout) == (len(EXPECTED["even"]), True)


@pytest.mark.parametrize("slug", EXPECTED)
def test_a_partial_run_gives_the_same_members(project: Project, slug: str) -> None:
    connection = duckdb.connect()
    project.run(AS_OF, select=slug, connection=connection)
    assert members(connection) == {slug: EXPECTED[slug]}


def test_a_list_can_be_selected(project: Project) -> None:
    for words in ("Calls", "priority_list:calls", "priority_list:C*"):
        connection = duckdb.connect()
        project.run(AS_OF, select=words, connection=connection)
        assert members(connection).keys() == {"top", "even", "rest"}


def test_a_preview_shows_groups_and_their_sizes(project: Project) -> None:
    preview = project.preview("even", 2, AS_OF, connection=duckdb.connect())
    assert preview.columns == ("id", "split_group")
    assert preview.rows == ((0, "treatment"), (2, "treatment"))
    held = sum(group == "held" for _, group in project.preview("even", 1000, AS_OF, connection=duckdb.connect()).rows)
    size = len(EXPECTED["even"])
    assert preview.groups == (GroupReport("treatment", size - held), GroupReport("held", held, holdout=True))
    assert project.preview("rest", 2, AS_OF, connection=duckdb.connect()).groups == ()


def test_estimates_are_of_the_outcome(project: Project) -> None:
    for slug, expected in EXPECTED.items():
        assert project.estimate(slug, None, AS_OF, connection=duckdb.connect()).size == len(expected)
        sampled = project.estimate(slug, 0.3, AS_OF, connection=duckdb.connect())
        assert sampled.low <= len(expected) <= sampled.high
        assert sampled.sample_members < len(expected)


def test_explanations_tell_what_a_limit_or_list_decides(project: Project) -> None:
    explained = project.explain("rest", [1, 2], AS_OF, connection=duckdb.connect())
    trees = [one.tree for one in explained.entities if isinstance(one, Membership) and one.tree]
    assert [(tree.type, tree.holds, tree.children[-1].holds) for tree in trees] == [
        ("priority_list", True, True),
        ("priority_list", False, True),
    ]
    cut = project.explain("top", [8, 998], AS_OF, connection=duckdb.connect())
    assert [one.member for one in cut.entities] == [False, True]  # type: ignore[union-attr]
