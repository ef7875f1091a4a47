"""The reference interpreter itself, against values worked out by hand."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from coterie.compiler.definitions import ProjectDef
from tests.properties.reference import EntityRows, evaluate
from tests.properties.reference_rows import Tables
from tests.properties.tree_conditions import Compare
from tests.properties.trees import Arithmetic, Column, Literal, TraitRef, Tree

AS_OF = datetime(2024, 3, 31, 12, tzinfo=UTC)


def at(*clock: int) -> datetime:
    return datetime(*clock, tzinfo=UTC)  # type: ignore[arg-type,misc]


def shop(*, traits: list[dict[str, Any]] | None = None, audiences: list[dict[str, Any]] | None = None) -> ProjectDef:
    """Customers with orders (events), a referrer, and tags by a bridge."""
    return ProjectDef.model_validate(
        {
            "models": [
                {"name": "customers", "source": {"table": "customers"}, "primary_key": "id"},
                {"name": "orders", "source": {"table": "orders"}, "primary_key": "no", "timestamp_column": "at"},
                {"name": "tags", "source": {"table": "tags"}},
                {"name": "taggings", "source": {"table": "taggings"}},
            ],
            "relationships": [
                {
                    "name": "orders",
                    "from_model": "customers",
                    "to_model": "orders",
                    "cardinality": "one_to_many",
                    "join_keys": [{"from": "id", "to": "customer"}],
                },
                {
                    "name": "referrer",
                    "from_model": "customers",
                    "to_model": "customers",
                    "cardinality": "many_to_one",
                    "join_keys": [{"from": "by", "to": "id"}],
                    "inverse_name": "referred",
                },
                {
                    "name": "tags",
                    "from_model": "customers",
                    "to_model": "tags",
                    "cardinality": "many_to_many",
                    "join_keys": [{"from": "id", "to": "customer"}],
                    "through_model": "taggings",
                    "through_join_keys": [{"from": "tag", "to": "tag"}],
                },
            ],
            "traits": traits or [],
            "audiences": audiences or [],
        }
    )


def order(no: int, customer: int | None, when: datetime | None, amount: str | None, item: str | None) -> dict[str, Any]:
    exact = None if amount is None else Decimal(amount)
    return {"no": no, "customer": customer, "at": when, "amount": exact, "item": item}


TABLES: Tables = {
    "customers": [
        {"id": 1, "name": "Ann", "country": "DE", "by": None, "langs": ["de", None, "en"]},
        {"id": 2, "name": "bob", "country": None, "by": 1, "langs": None},
        {"id": 3, "name": "Cid%", "country": "US", "by": 2, "langs": []},
        {"id": None, "name": "nobody", "country": "DE", "by": 1, "langs": None},
    ],
    "orders": [
        order(1, 1, at(2024, 3, 1), "10.00", "tea"),
        order(2, 1, at(2024, 3, 30, 12), "0.10", "cup"),
        order(3, 1, at(2024, 3, 31, 11, 59, 59, 999999), "0.20", "tea"),
        order(4, 1, AS_OF, "99.00", "never"),
        order(5, 1, None, "99.00", "never"),
        order(6, 2, at(2024, 1, 31), None, "cup"),
        order(7, 9, at(2024, 2, 1), "5.00", "tea"),
        order(8, None, at(2024, 2, 1), "5.00", "tea"),
    ],
    "tags": [{"tag": "a", "weight": 1}, {"tag": "b", "weight": 2}, {"tag": "b", "weight": 3}],
    "taggings": [
        {"customer": 1, "tag": "a"},
        {"customer": 1, "tag": "a"},
        {"customer": 1, "tag": "b"},
        {"customer": 2, "tag": None},
    ],
}


def rows(project: ProjectDef, tree: Tree | None = None) -> EntityRows:
    trees = {("customers", tree.text): tree, ("orders", tree.text): tree} if tree else {}
    return evaluate(project, TABLES, AS_OF, trees)["customers"]


def trait(kind: str, **config: Any) -> list[Any]:
    """The values of one trait for customers 1, 2 and 3."""
    definition = {"name": "T", "parent_model": "customers", "trait_type": kind, "config": config}
    values = rows(shop(traits=[definition])).traits
    assert [*values] == [(1,), (2,), (3,)]
    return [found["t"] for found in values.values()]


def members(filter_tree: Any, tree: Tree | None = None) -> list[int]:
    """Which of the customers 1, 2 and 3 pass a filter."""
    definition = {"name": "A", "parent_model": "customers", "filter_tree": filter_tree}
    flags = rows(shop(audiences=[definition]), tree).audiences
    return [key for (key,), found in flags.items() if found["a"]]


def condition(kind: str, **fields: Any) -> dict[str, Any]:
    return {"type": "condition", "condition_type": kind, **fields}


def property_(column: str, operator: str, value: Any = None, **options: Any) -> dict[str, Any]:
    return condition("property", column=column, operator=operator, value=value, **options)


ORDERS = {"source_model": "orders"}


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        ({"aggregation": "count"}, [3, 1, 0]),
        ({"aggregation": "count", "column": "amount"}, [3, 0, 0]),
        ({"aggregation": "count", "column": "amount", "default": 7}, [3, 7, 7]),
        ({"aggregation": "count", "default": None}, [3, 1, None]),
        ({"aggregation": "count_distinct", "column": "item"}, [2, 1, 0]),
        ({"aggregation": "sum", "column": "amount"}, [Decimal("10.30"), 0, 0]),
        ({"aggregation": "sum", "column": "amount", "default": 1}, [Decimal("10.30"), 1, 1]),
        ({"aggregation": "avg", "column": "amount"}, [10.3 / 3, None, None]),
        ({"aggregation": "average", "column": "no"}, [2.0, 6.0, None]),
        ({"aggregation": "min", "column": "amount"}, [Decimal("0.10"), None, None]),
        ({"aggregation": "max", "column": "at"}, [at(2024, 3, 31, 11, 59, 59, 999999), at(2024, 1, 31), None]),
        ({"aggregation": "median", "column": "no"}, [2.0, 6.0, None]),
        ({"aggregation": "percentile", "column": "no", "p": 0.25}, [1.5, 6.0, None]),
        ({"aggregation": "stddev", "column": "no"}, [1.0, None, None]),
        ({"aggregation": "mode", "column": "item"}, ["tea", "cup", None]),
        ({"aggregation": "least_frequent", "column": "item"}, ["cup", "cup", None]),
        ({"aggregation": "mode", "column": "no"}, [1, 6, None]),
        ({"aggregation": "count", "window": {"last": {"n": 1, "unit": "day"}}}, [2, 0, 0]),
        ({"aggregation": "count", "window": {"last": {"n": 2, "unit": "month"}}}, [3, 0, 0]),
        ({"aggregation": "count", "window": {"between": {"start": "2024-01-31", "end": "2024-03-01"}}}, [1, 1, 0]),
        ({"aggregation": "count", "window": {"since": "2024-03-30T12:00:00Z"}}, [2, 0, 0]),
        ({"aggregation": "count", "window": {"until": "2024-03-30T12:00:00Z"}}, [1, 1, 0]),
        ({"aggregation": "count", "window": {"calendar": {"this": "month"}}}, [3, 0, 0]),
        ({"aggregation": "count", "window": {"calendar": {"this": "week"}}}, [2, 0, 0]),
        ({"aggregation": "count", "window": {"calendar": {"previous": "month", "n": 2}}}, [0, 1, 0]),
        (
            {"aggregation": "count", "window": {"from": {"n": 2, "unit": "month"}, "to": {"n": 1, "unit": "day"}}},
            [1, 0, 0],
        ),
        ({"aggregation": "count", "window": {"to": {"n": 1, "unit": "month"}}}, [0, 1, 0]),
        ({"aggregation": "count", "filter": property_("item", "equals", "tea")}, [2, 0, 0]),
    ],
)
def test_aggregations(config: dict[str, Any], expected: list[Any]) -> None:
    assert trait("aggregation", **ORDERS, **config) == expected


@pytest.mark.parametrize(
    ("window", "expected"),
    [
        ({"after": {"trait": "first_at", "n": 30, "unit": "day"}}, [2, 1, 0]),
        ({"after": {"trait": "first_at", "n": 1, "unit": "month"}}, [3, 1, 0]),
        ({"before": {"trait": "last_at", "n": 1, "unit": "day"}}, [1, 0, 0]),
        ({"before": {"trait": "first_at", "n": 1, "unit": "year"}}, [0, 0, 0]),
    ],
)
def test_windows_of_each_entity(window: dict[str, Any], expected: list[int]) -> None:
    ends = {"first_at": "min", "last_at": "max"}
    configs = {slug: {**ORDERS, "aggregation": function, "column": "at"} for slug, function in ends.items()}
    configs["t"] = {**ORDERS, "aggregation": "count", "window": window}
    definitions = [
        {"name": slug, "parent_model": "customers", "trait_type": "aggregation", "config": config}
        for slug, config in configs.items()
    ]
    assert [found["t"] for found in rows(shop(traits=definitions)).traits.values()] == expected


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        ({"occurrence": "exists"}, [True, True, False]),
        ({"occurrence": "exists", "default": None}, [True, True, None]),
        ({"occurrence": "first", "column": "item"}, ["tea", "cup", None]),
        ({"occurrence": "last", "column": "amount"}, [Decimal("0.20"), None, None]),
        ({"occurrence": "nth", "n": 2, "column": "item"}, ["cup", None, None]),
        ({"occurrence": "nth", "n": -1, "column": "item"}, ["tea", "cup", None]),
        ({"occurrence": "nth", "n": -4, "column": "item", "default": "x"}, ["x", "x", "x"]),
        ({"occurrence": "first", "column": "no", "order_by": "amount"}, [2, 6, None]),
        ({"occurrence": "last", "column": "no", "order_by": "item"}, [3, 6, None]),
    ],
)
def test_occurrences(config: dict[str, Any], expected: list[Any]) -> None:
    assert trait("occurrence", **ORDERS, **config) == expected


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        ({"column": "item"}, [("cup", "tea"), ("cup",), ()]),
        ({"column": "item", "distinct": False}, [("cup", "tea", "tea"), ("cup",), ()]),
        ({"column": "item", "direction": "descending"}, [("tea", "cup"), ("cup",), ()]),
        ({"column": "item", "order_by": "frequency"}, [("tea", "cup"), ("cup",), ()]),
        ({"column": "item", "order_by": "frequency", "direction": "ascending"}, [("cup", "tea"), ("cup",), ()]),
        ({"column": "item", "order_by": "first_seen"}, [("tea", "cup"), ("cup",), ()]),
        ({"column": "item", "order_by": "last_seen", "limit": 1}, [("tea",), ("cup",), ()]),
        ({"column": "amount", "default": None}, [(Decimal("0.10"), Decimal("0.20"), Decimal("10.00")), None, None]),
    ],
)
def test_lists(config: dict[str, Any], expected: list[Any]) -> None:
    assert trait("list", **ORDERS, **config) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (["referrer"], [0, 1, 1]),
        (["referred"], [2, 1, 0]),
        (["referred", "referred"], [1, 0, 0]),
        (["referrer", "orders"], [0, 3, 1]),
        (["tags"], [3, 0, 0]),
        (["orders", "orders"], [1, 1, 0]),
    ],
)
def test_a_source_row_counts_once_however_it_is_reached(path: list[str], expected: list[int]) -> None:
    assert trait("aggregation", path=path, aggregation="count") == expected


@pytest.mark.parametrize(
    ("filter_tree", "expected"),
    [
        (None, [1, 2, 3]),
        (property_("country", "equals", "DE"), [1]),
        (property_("country", "not_equals", "DE"), [3]),
        (property_("country", "not_equals", "DE", include_null=True), [2, 3]),
        ({"type": "not", "child": property_("country", "equals", "DE")}, [2, 3]),
        (property_("country", "is_null"), [2]),
        (property_("country", "is_not_null"), [1, 3]),
        (property_("country", "in", ["US", "FR"]), [3]),
        (property_("country", "not_in", ["US", "FR"]), [1]),
        (property_("name", "contains", "%"), [3]),
        (property_("name", "not_contains", "%"), [1, 2]),
        (property_("name", "starts_with", "B", ignore_case=True), [2]),
        (property_("name", "ends_with", "b"), [2]),
        (property_("name", "matches", "^[A-Z]"), [1, 3]),
        (property_("name", "matches", "d$"), []),
        (property_("name", "not_matches", "^[a-z]", ignore_case=True), []),
        (property_("id", "between", [2, 3]), [2, 3]),
        (property_("id", "not_between", [2, 3]), [1]),
        (property_("id", "equals", {"column": "by"}), []),
        (property_("id", "greater_than", {"column": "by"}), [2, 3]),
        (property_("id", "not_equals", {"column": "by"}), [2, 3]),
        (property_("country", "equals", "DE", relationship="referrer"), [2]),
        (property_("country", "is_null", relationship="referrer"), [1, 3]),
        (property_("langs", "contains_any", ["en", "fr"]), [1]),
        (property_("langs", "contains_all", ["en", "de"]), [1]),
        (property_("langs", "contains_none", ["en"]), [2, 3]),
        (property_("langs", "is_empty"), [2, 3]),
        (property_("langs", "size", {"operator": "equals", "value": 2}), [1]),
        ({"type": "and", "children": [property_("id", "less_than", 3), property_("name", "contains", "n")]}, [1]),
        ({"type": "or", "children": [property_("id", "less_than", 2), property_("id", "equals", 3)]}, [1, 3]),
        (condition("event", source_model="orders"), [1, 2]),
        (condition("event", source_model="orders", performed=False), [3]),
        (condition("event", source_model="orders", quantifier="none"), [3]),
        (condition("event", source_model="orders", count={"operator": "less_than_or_equal", "value": 1}), [2, 3]),
        (condition("event", source_model="orders", window={"last": {"n": 1, "unit": "day"}}), [1]),
    ],
)
def test_filters(filter_tree: Any, expected: list[int]) -> None:
    assert members(filter_tree) == expected
    if filter_tree is not None:
        assert members({"type": "not", "child": filter_tree}) == [key for key in (1, 2, 3) if key not in expected]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ({"quantifier": "all", "filter": property_("item", "equals", "cup")}, [2, 3]),
        ({"aggregate": {"function": "sum", "column": "amount", "operator": "equals", "value": 0}}, [2, 3]),
        ({"aggregate": {"function": "min", "column": "amount", "operator": "less_than", "value": 1}}, [1]),
        (
            {"aggregate": {"function": "max", "column": "no", "operator": "equals", "value": 6, "include_null": True}},
            [2, 3],
        ),
        ({"aggregate": {"function": "avg", "column": "no", "operator": "in", "value": [2, 3]}}, [1]),
        ({"count": {"operator": "between", "value": [1, 2]}}, [2]),
        ({"in_periods": {"operator": "equals", "value": 1, "of": 3, "unit": "month"}}, [2]),
        ({"in_periods": {"operator": "equals", "value": 2, "of": 40, "unit": "day"}}, [1]),
        ({"in_periods": {"operator": "equals", "value": 0, "of": 1, "unit": "month"}}, [1, 2, 3]),
        ({"count": {"operator": "not_equals", "value": 0}, "performed": False}, [3]),
    ],
)
def test_related_rows(question: dict[str, Any], expected: list[int]) -> None:
    assert members(condition("relationship", **ORDERS, **question)) == expected


def test_a_filter_may_speak_of_the_rows_behind_a_row() -> None:
    has_orders = condition("relationship", source_model="orders", count={"operator": "greater_than", "value": 1})
    assert members(condition("relationship", path=["referrer"], filter=has_orders)) == [2]
    assert members(condition("relationship", path=["referrer"], filter=has_orders, quantifier="all")) == [1, 2]


def test_null_orders_last() -> None:
    by_country = {"path": ["referred"], "column": "name", "order_by": "country"}
    assert trait("occurrence", occurrence="first", **by_country) == ["nobody", "Cid%", None]
    assert trait("occurrence", occurrence="last", **by_country) == ["bob", "Cid%", None]


def test_an_audience_of_another_audience() -> None:
    definitions = [
        {"name": "Buyers", "parent_model": "customers", "filter_tree": condition("event", source_model="orders")},
        {
            "name": "Others",
            "parent_model": "customers",
            "filter_tree": condition("audience", audience="buyers", operator="not_member_of"),
        },
    ]
    flags = rows(shop(audiences=definitions)).audiences
    assert flags == {
        (1,): {"buyers": True, "others": False},
        (2,): {"buyers": True, "others": False},
        (3,): {"buyers": False, "others": True},
    }


def test_traits_build_on_traits() -> None:
    spent = {"aggregation": "sum", "column": "amount", **ORDERS}
    definitions = [
        {"name": "Spent", "parent_model": "customers", "trait_type": "aggregation", "config": spent},
        {
            "name": "Spent by friends",
            "parent_model": "customers",
            "trait_type": "aggregation",
            "config": {"path": ["referred"], "aggregation": "max", "trait": "spent"},
        },
        {
            "name": "Share",
            "parent_model": "customers",
            "trait_type": "formula",
            "config": {"expression": "{spent} / {spent_by_friends}", "default": -1},
        },
    ]
    tree = Arithmetic("/", TraitRef("spent"), TraitRef("spent_by_friends"))
    values = rows(shop(traits=definitions), tree).traits
    assert [found["spent_by_friends"] for found in values.values()] == [0, 0, None]
    assert [found["share"] for found in values.values()] == [-1, -1, -1]


def test_text_filters_take_null_for_false() -> None:
    tree = Compare("!=", Column("country"), Literal("DE"))
    assert members(tree.text, tree) == [3]
    assert members({"type": "not", "child": tree.text}, tree) == [1, 2]
    assert members(condition("sql", sql_expression=tree.text), tree) == [3]


def test_rows_are_visible_while_they_are_valid() -> None:
    definitions = {
        "models": [
            {
                "name": "plans",
                "source": {"table": "plans"},
                "primary_key": ["id", "part"],
                "valid_from_column": "start",
                "valid_to_column": "end",
                "timezone": "Europe/Berlin",
            }
        ],
        "audiences": [{"name": "All", "parent_model": "plans"}],
    }
    spans = [
        (datetime(2024, 3, 31, 14), None),
        (datetime(2024, 3, 31, 14, 0, 0, 1), None),
        (datetime(2024, 1, 1), datetime(2024, 3, 31, 14)),
        (datetime(2024, 1, 1), datetime(2024, 3, 31, 14, 0, 0, 1)),
        (None, None),
    ]
    tables: Tables = {
        "plans": [{"id": n, "part": "a", "start": start, "end": end} for n, (start, end) in enumerate(spans)]
        + [{"id": 9, "part": None, "start": datetime(2024, 1, 1), "end": None}]
    }
    found = evaluate(ProjectDef.model_validate(definitions), tables, AS_OF)
    assert found["plans"].audiences == {(0, "a"): {"all": True}, (3, "a"): {"all": True}}
