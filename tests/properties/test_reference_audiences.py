"""Limits, lists and splits of the reference interpreter, against members worked out by hand."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from coterie.compiler.definitions import ProjectDef
from tests.properties.reference import EntityRows, evaluate

ROWS = [
    {"id": "a", "n": 1},
    {"id": "b", "n": None},
    {"id": "c", "n": 3},
    {"id": "d", "n": 3},
    {"id": None, "n": 9},
]


def rows(*audiences: dict[str, Any], lists: tuple[tuple[str, ...], ...] = ()) -> EntityRows:
    project = ProjectDef.model_validate(
        {
            "models": [{"name": "m", "source": {"table": "m"}, "primary_key": "id"}],
            "audiences": [{"parent_model": "m", **audience} for audience in audiences],
            "priority_lists": [
                {"name": f"L{number}", "parent_model": "m", "audiences": list(names)}
                for number, names in enumerate(lists)
            ],
        }
    )
    return evaluate(project, {"m": ROWS}, datetime(2024, 1, 1, tzinfo=UTC))["m"]


def members(found: EntityRows, slug: str) -> str:
    return "".join(key for (key,), flags in found.audiences.items() if flags[slug])


def big(column: str = "n") -> dict[str, Any]:
    return {"type": "condition", "condition_type": "property", "column": column, "operator": "greater_than", "value": 2}


def test_limits() -> None:
    for n, direction, expected in (
        (1, "descending", "c"), (2, "descending", "cd"), (4, "descending", "abcd"), (1, "ascending", "a"),
        (3, "ascending", "acd"),
    ):  # fmt: skip
        found = rows({"name": "A", "limit": {"n": n, "by": "n", "direction": direction}})
        assert members(found, "a") == expected


def test_lists() -> None:
    everyone, few = {"name": "All"}, {"name": "Big", "filter_tree": big(), "limit": {"n": 1, "by": "n"}}
    found = rows(everyone, few, lists=(("big", "All"),))
    assert (members(found, "all"), members(found, "big")) == ("ab", "c")
    found = rows(everyone, few, lists=(("All", "Big"),))
    assert (members(found, "all"), members(found, "big")) == ("abcd", "")
    found = rows(everyone, few | {"status": "draft"}, lists=(("Big", "All"),))
    assert members(found, "all") == "abcd"


def test_members_of_who_stands_in_a_list() -> None:
    asked = {"type": "condition", "condition_type": "audience", "audience": "big"}
    few = {"name": "Big", "filter_tree": big(), "limit": {"n": 1, "by": "n"}}
    found = rows({"name": "All"}, few, {"name": "Asks", "filter_tree": asked}, lists=(("All", "Big"),))
    assert members(found, "asks") == "c"


def test_groups() -> None:
    groups = [{"name": "x", "buckets": [[0, 5000]]}, {"name": "y", "buckets": [[5000, 10000]]}]
    found = rows({"name": "A", "filter_tree": big(), "splits": {"salt": "s", "groups": groups}})
    # under the salt s: c 2510, d 9504
    assert found.groups == {("a",): {"a": None}, ("b",): {"a": None}, ("c",): {"a": "x"}, ("d",): {"a": "y"}}
