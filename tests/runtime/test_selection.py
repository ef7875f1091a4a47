"""What people write after --select, and what it means."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from coterie.compiler.compiled import Selection
from coterie.compiler.definitions import ProjectDef
from coterie.compiler.loading.load import build
from coterie.errors import DefinitionErrors
from coterie.selection import selectables, selected, to_selection


def trait(name: str, model: str = "customers", **more: object) -> dict[str, object]:
    config = {"source_model": "orders", "aggregation": "count"}
    return {"name": name, "parent_model": model, "trait_type": "aggregation", "config": config, **more}


@pytest.fixture(scope="module")
def project() -> ProjectDef:
    source = {"table": "t"}
    return build(
        {
            "models": [
                {"name": "customers", "id": "m-1", "source": source, "primary_key": "id"},
                {"name": "orders", "source": source, "primary_key": "id"},
            ],
            "traits": [
                trait("Net revenue"),
                trait("Net revenue 30d", model="m-1"),
                trait("Orders", id="t-9"),
                trait("Lines", model="ORDERS"),
                trait("VIPs", slug="vips"),
                trait("Rough", status="draft"),
                trait("Lost", model="nowhere"),
            ],
            "audiences": [
                {"name": "VIPs", "parent_model": "customers"},
                {"name": "Net buyers", "parent_model": "customers"},
            ],
        }
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("net_revenue", ["trait:customers.net_revenue"]),
        ("Net revenue", ["trait:customers.net_revenue"]),
        ("net REVENUE 30D", ["trait:customers.net_revenue_30d"]),
        ("net_revenue,Net revenue 30d", ["trait:customers.net_revenue", "trait:customers.net_revenue_30d"]),
        ("net_revenue lines", ["trait:customers.net_revenue", "trait:orders.lines"]),
        (["net_revenue", "lines"], ["trait:customers.net_revenue", "trait:orders.lines"]),
        ("t-9", ["trait:customers.orders"]),
        ("customers.orders", ["trait:customers.orders"]),
        ("trait:orders", ["trait:customers.orders"]),
        ("vips", ["trait:customers.vips", "audience:customers.vips"]),
        ("audience:vips", ["audience:customers.vips"]),
        ("model:orders", ["trait:orders.lines"]),
        ("orders", ["trait:customers.orders", "trait:orders.lines"]),
        ("net_revenue*", ["trait:customers.net_revenue", "trait:customers.net_revenue_30d"]),
        ("trait:net*", ["trait:customers.net_revenue", "trait:customers.net_revenue_30d"]),
        ("audience:*", ["audience:customers.vips", "audience:customers.net_buyers"]),
        ("net?*[s]", ["audience:customers.net_buyers"]),
    ],
)
def test_words(project: ProjectDef, words: str | Iterable[str], expected: list[str]) -> None:
    assert [one.key for one in selected(project, words)] == expected


def test_wildcards_leave_drafts_out(project: ProjectDef) -> None:
    assert [one.slug for one in selected(project, "trait:customers.*")] == [
        "net_revenue",
        "net_revenue_30d",
        "orders",
        "vips",
    ]


def test_all_that_can_be_selected(project: ProjectDef) -> None:
    assert [one.slug for one in selectables(project)] == [
        "net_revenue",
        "net_revenue_30d",
        "orders",
        "lines",
        "vips",
        "rough",
        "vips",
        "net_buyers",
    ]


def test_as_the_compiler_takes_it(project: ProjectDef) -> None:
    chosen = to_selection(selected(project, "vips, lines"))
    assert chosen == Selection(frozenset({"customers.vips", "orders.lines"}), frozenset({"customers.vips"}))


def test_words_that_select_nothing(project: ProjectDef) -> None:
    with pytest.raises(DefinitionErrors) as caught:
        selected(project, "net_revenu, audience:lines, trait:x*, rough")
    assert [str(error) for error in caught.value.errors] == [
        "[draft_selected] `rough` is a draft, which is checked but not run",
        "[unknown_selection] `audience:lines` selects nothing\n    known audiences: `net_buyers`, `vips`",
        "[unknown_selection] `net_revenu` selects nothing\n    did you mean `net_revenue` or `net_revenue_30d`?",
        "[unknown_selection] `trait:x*` selects nothing\n"
        "    known traits: `lines`, `net_revenue`, `net_revenue_30d`, `orders`, `rough`, `vips`",
    ]


def test_an_empty_selection(project: ProjectDef) -> None:
    with pytest.raises(DefinitionErrors, match=r"\[unknown_selection\] nothing is selected"):
        selected(project, " , ")
