"""Explaining: trees, values, rows and keys, on tables small enough to see the answer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import duckdb
import pytest

from coterie.compiler.explaining.entity_keys import KeyText
from coterie.errors import DefinitionErrors, WarehouseError
from coterie.project import Project
from coterie.runtime.explanation import Making, Membership, Node, SourceRows, Value
from tests.explained import contradictions, nodes

AS_OF = "2024-07-01"
Connection = duckdb.DuckDBPyConnection


def condition(kind: str, **fields: Any) -> dict[str, Any]:
    return {"type": "condition", "condition_type": kind, **fields}


def trait(name: str, kind: str, **config: Any) -> dict[str, Any]:
    return {"name": name, "parent_model": "customers", "trait_type": kind, "config": config}


def orders(name: str, kind: str = "aggregation", **config: Any) -> dict[str, Any]:
    return trait(name, kind, source_model="orders", **config)


def audience(name: str, tree: Any = None, **fields: Any) -> dict[str, Any]:
    return {"name": name, "parent_model": "customers", **({} if tree is None else {"filter_tree": tree}), **fields}


MODELS = [
    {"name": "customers", "source": {"table": "customers"}, "primary_key": "id"},
    {
        "name": "orders",
        "source": {"table": "orders"},
        "primary_key": "no",
        "timestamp_column": "at",
        "columns": [{"name": "is_big", "expression": "amount >= 50"}],
    },
    {"name": "tags", "source": {"table": "tags"}},
    {"name": "links", "source": {"table": "links"}},
]
RELATIONSHIPS = [
    {
        "name": "customer_orders",
        "from_model": "customers",
        "to_model": "orders",
        "cardinality": "one_to_many",
        "join_keys": [{"from": "id", "to": "customer"}],
    },
    {
        "name": "customer_tags",
        "from_model": "customers",
        "to_model": "tags",
        "cardinality": "many_to_many",
        "through_model": "links",
        "join_keys": [{"from": "id", "to": "customer"}],
        "through_join_keys": [{"from": "tag", "to": "tag"}],
    },
]
TRAITS = [
    orders("Revenue", aggregation="sum", column="amount"),
    orders("Orders", aggregation="count"),
    trait("Average", "formula", expression="{revenue} / {orders}"),
    trait("Tier", "sql", sql_expression="CASE WHEN revenue > 50 THEN upper(country) ELSE 'none' END"),
    orders("First shop", "occurrence", occurrence="first", column="shop"),
    orders("Last shop", "occurrence", occurrence="last", column="shop"),
    orders("Second shop", "occurrence", occurrence="nth", n=2, column="shop", order_by="amount"),
    orders("Shops", "list", column="shop"),
    orders("Shops by use", "list", column="shop", order_by="frequency"),
    orders("Shops by first visit", "list", column="shop", order_by="first_seen"),
    orders("Shops by last visit", "list", column="shop", order_by="last_seen"),
    orders("Favourite", aggregation="mode", column="shop", filter="amount > 1", window={"since": "2024-01-01"}),
    orders("Biggest", aggregation="max", column="amount"),
    trait("Tags", "aggregation", path=["customer_tags"], aggregation="count_distinct", column="tag"),
]
SPLITS = {"salt": "s", "groups": [{"name": "now", "percent": 20}, {"name": "later", "percent": 80, "holdout": True}]}
AUDIENCES = [
    audience("Everyone"),
    audience("Parted", "id < 3", splits=SPLITS),
    audience("Germans", condition("property", column="country", operator="equals", value="de", ignore_case=True)),
    audience("Text", "revenue / orders > 10 AND NOT (country = 'DE' OR country NOT IN ('FR', 'IT'))"),
    audience("Drafted", "revenue > 1", status="draft"),
    audience(
        "Regulars",
        {
            "type": "and",
            "children": [
                condition("trait", trait="orders", operator="greater_than_or_equal", value=2),
                condition("event", source_model="orders", window={"last": {"n": 1, "unit": "month"}}, filter="is_big"),
                {"type": "not", "child": condition("audience", audience="germans")},
                condition("audience", audience="germans", operator="not_member_of"),
            ],
        },
    ),
    audience(
        "Counting",
        {
            "type": "or",
            "children": [
                condition("event", source_model="orders", count={"operator": "between", "value": [2, 3]}),
                condition(
                    "relationship",
                    source_model="orders",
                    aggregate={"function": "sum", "column": "amount", "operator": "greater_than", "value": 60},
                ),
                condition("relationship", source_model="orders", quantifier="all", filter="amount > 5"),
                condition("relationship", source_model="orders", quantifier="none", filter="amount > 5"),
                condition("event", source_model="orders", performed=False, filter="shop = 'web'"),
                condition("relationship", path=["customer_tags"], filter="tag = 'vip'"),
            ],
        },
    ),
]


@pytest.fixture
def shop() -> Iterator[Connection]:
    with duckdb.connect() as connection:
        connection.execute(
            """
            CREATE TABLE customers AS FROM (VALUES (1, 'DE'), (2, 'FR'), (3, NULL), (4, 'fr')) AS c(id, country);
            CREATE TABLE orders AS FROM (VALUES
                (10, 1, 20.00, 'web',  TIMESTAMP '2024-05-01 10:00:00'),
                (11, 1, 50.50, 'city', TIMESTAMP '2024-06-20 10:00:00'),
                (12, 1, 1.00,  'web',  TIMESTAMP '2024-06-25 10:00:00'),
                (13, 1, 7.00,  NULL,   TIMESTAMP '2024-06-26 10:00:00'),
                (14, 1, 9.00,  'web',  TIMESTAMP '2024-07-01 00:00:00'),
                (20, 2, 4.00,  'city', TIMESTAMP '2024-06-30 10:00:00')
            ) AS o(no, customer, amount, shop, "at");
            CREATE TABLE links AS FROM (VALUES (1, 'vip'), (1, 'vip'), (2, 'new')) AS l(customer, tag);
            CREATE TABLE tags AS FROM (VALUES ('vip'), ('new')) AS t(tag);
            """
        )
        yield connection


@pytest.fixture
def project() -> Project:
    return Project(models=MODELS, relationships=RELATIONSHIPS, traits=TRAITS, audiences=AUDIENCES)


def membership(project: Project, shop: Connection, name: str, key: object) -> Membership:
    (entity,) = project.explain(name, [key], AS_OF, connection=shop).entities
    assert isinstance(entity, Membership)
    assert entity.tree is not None
    assert contradictions(entity.tree, member=entity.member) == []
    return entity


def tree(project: Project, shop: Connection, name: str, key: object) -> Node:
    found = membership(project, shop, name, key).tree
    assert found is not None
    return found


def making(project: Project, shop: Connection, name: str, key: object, limit: int = 20) -> Making:
    (entity,) = project.explain(name, [key], AS_OF, connection=shop, limit=limit).entities
    assert isinstance(entity, Making)
    return entity


def behind(project: Project, shop: Connection, name: str, column: str, key: object = 1) -> list[Any]:
    """A column of the rows behind a trait."""
    rows = making(project, shop, name, key).rows
    assert rows is not None
    return [row[rows.columns.index(column)] for row in rows.rows]


# Trees


def test_every_node_says_where_it_is_written_whether_it_holds_and_why(project: Project, shop: Connection) -> None:
    told = [
        (node.path, node.type, node.label, node.holds, node.left and node.left.value)
        for node in nodes(tree(project, shop, "regulars", 1))
    ]
    assert told == [
        ("filter_tree", "and", "and", False, None),
        ("filter_tree.children[0]", "trait", "orders >= 2", True, 4),
        ("filter_tree.children[1]", "event", "event orders, last 1 month, is_big", True, 1),
        ("filter_tree.children[2]", "not", "not", False, None),
        ("filter_tree.children[2].child", "audience", "member of germans", True, None),
        ("filter_tree", "property", "country = 'de' (ignoring case)", True, "DE"),
        ("filter_tree.children[3]", "audience", "not member of germans (see above)", False, None),
    ]


def test_a_node_says_what_it_compares_with(project: Project, shop: Connection) -> None:
    regular, recent, *_ = tree(project, shop, "regulars", 1).children
    assert regular.right == (Value("", 2),)
    assert recent.right == (Value("from", datetime(2024, 6, 1)), Value("until", datetime(2024, 7, 1)))


def test_what_was_built_before_plays_no_part(shop: Connection) -> None:
    tree = condition("trait", trait="orders", operator="greater_than", value=3, freshness={"mode": "materialized"})
    found = explained(shop, tree)
    assert (found.holds, found.left, found.right) == (True, Value("orders", 4), (Value("", 3),))


def test_nodes_of_another_audience_say_so(project: Project, shop: Connection) -> None:
    found = {node.definition for node in nodes(tree(project, shop, "regulars", 2))}
    assert found == {"regulars", "germans"}
    assert tree(project, shop, "regulars", 2).children[2].children[0].children[0].definition == "germans"


def test_related_rows_are_counted(project: Project, shop: Connection) -> None:
    told = {
        node.label: (node.holds, node.left and (node.left.name, node.left.value), node.values)
        for node in tree(project, shop, "counting", 1).children
    }
    assert told == {
        "event orders, count between 2 and 3": (False, ("rows", 4), ()),
        "relationship orders, sum(amount) > 60": (True, ("sum(amount)", Decimal("78.50")), (Value("rows", 4),)),
        "all relationship orders, amount > 5": (False, ("failing rows", 1), ()),
        "no relationship orders, amount > 5": (False, ("rows", 3), ()),
        "not (event orders, shop = 'web')": (False, ("rows", 2), ()),
        "relationship customer_tags, tag = 'vip'": (True, ("any row", True), ()),
    }


def test_no_rows_are_zero_rows(project: Project, shop: Connection) -> None:
    values = [node.left and node.left.value for node in tree(project, shop, "counting", 3).children]
    assert values == [0, Decimal(0), 0, 0, 0, False]


def test_a_text_expression_is_taken_apart(project: Project, shop: Connection) -> None:
    told = [
        (node.path, node.type, node.label, node.holds, node.left, node.values)
        for node in nodes(tree(project, shop, "text", 2))
    ]
    whole = "revenue / orders > 10 AND NOT (country = 'DE' OR country NOT IN ('FR', 'IT'))"
    assert told == [
        ("filter_tree", "and", whole, False, None, ()),
        (
            "filter_tree[0:21]",
            "text",
            "revenue / orders > 10",
            False,
            Value("revenue / orders", 4.0),
            (Value("revenue", Decimal("4.00")), Value("orders", 1)),
        ),
        ("filter_tree[26:77]", "not", "NOT (country = 'DE' OR country NOT IN ('FR', 'IT'))", True, None, ()),
        ("filter_tree[31:76]", "or", "country = 'DE' OR country NOT IN ('FR', 'IT')", False, None, ()),
        ("filter_tree[31:45]", "text", "country = 'DE'", False, Value("country", "FR"), ()),
        ("filter_tree[49:76]", "text", "country NOT IN ('FR', 'IT')", False, Value("country", "FR"), ()),
    ]


def test_parts_of_a_text_may_be_null_and_the_text_is_not(project: Project, shop: Connection) -> None:
    found = tree(project, shop, "text", 3)
    assert found.holds is False
    assert [node.holds for node in nodes(found)] == [False, None, None, None, None, None]


def test_without_a_tree_everyone_is_in(project: Project, shop: Connection) -> None:
    entity = membership(project, shop, "everyone", 3)
    assert entity.tree == Node("everyone", "everyone", "", "everyone", True, None, (), (), ())


def test_an_audience_that_is_mentioned_again_and_again_is_taken_apart_once(shop: Connection) -> None:
    levels = [audience("L0", "country = 'DE'")]
    for level in range(1, 40):
        twice = [condition("audience", audience=f"l{level - 1}")] * 2
        levels.append(audience(f"L{level}", {"type": "or", "children": twice}))
    deep = Project(models=MODELS, relationships=RELATIONSHIPS, audiences=levels)
    found = tree(deep, shop, "l39", 1)
    assert len(list(nodes(found))) == 39 * 3 + 1


def explained(shop: Connection, tree: Any, key: object = 1) -> Node:
    """The tree of an audience of its own."""
    project = Project(
        models=MODELS, relationships=RELATIONSHIPS, traits=TRAITS, audiences=[*AUDIENCES, audience("New", tree)]
    )
    found = membership(project, shop, "new", key).tree
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("window", "label", "rows", "start", "end"),
    [
        ({"last": {"n": 10, "unit": "day"}}, "last 10 days", 2, "2024-06-21", "2024-07-01"),
        ({"calendar": {"this": "month"}}, "this month", 0, "2024-07-01", "2024-07-01"),
        ({"calendar": {"previous": "month"}}, "previous month", 3, "2024-06-01", "2024-07-01"),
        ({"calendar": {"previous": "week", "n": 2}}, "previous 2 weeks", 3, "2024-06-17", "2024-07-01"),
        (
            {"from": {"n": 2, "unit": "month"}, "to": {"n": 1, "unit": "month"}},
            "from 2 months ago to 1 month ago",
            1,
            "2024-05-01",
            "2024-06-01",
        ),
        ({"between": {"start": "2024-05-01", "end": "2024-05-31"}}, "2024-05-01 to 2024-05-31", 1,
         "2024-05-01", "2024-06-01"),
        ({"last": {"n": 1, "unit": "day"}, "on": "at"}, "last 1 day of at", 0, "2024-06-30", "2024-07-01"),
    ],
)  # fmt: skip
def test_windows_are_shown_with_their_ends(
    shop: Connection, window: dict[str, Any], label: str, rows: int, start: str, end: str
) -> None:
    found = explained(shop, condition("event", source_model="orders", window=window))
    ends = (Value("from", datetime.fromisoformat(start)), Value("until", datetime.fromisoformat(end)))
    assert (found.label, found.left, found.right) == (f"event orders, {label}", Value("rows", rows), ends)


def test_windows_of_an_entity_are_shown_with_its_ends(shop: Connection) -> None:
    first = orders("First at", aggregation="min", column="at")
    soon = {"after": {"trait": "first_at", "n": 2, "unit": "month"}}
    tree = condition("event", source_model="orders", window=soon, count={"operator": "greater_than", "value": 2})
    again = orders("Again", aggregation="sum", column="amount", window=soon)
    project = Project(
        models=MODELS,
        relationships=RELATIONSHIPS,
        traits=[*TRAITS, first, again],
        audiences=[audience("Soon", tree)],
    )
    found = membership(project, shop, "soon", 1).tree
    assert found is not None
    assert (found.label, found.left) == ("event orders, 2 months after first_at, count > 2", Value("rows", 4))
    assert found.right == (
        Value("", 2),
        Value("from", datetime(2024, 5, 1, 10)),
        Value("until", datetime(2024, 7, 1, 10)),
        Value("until", datetime(2024, 7, 1)),
    )
    assert behind(project, shop, "again", "no") == [13, 12, 11, 10]
    assert behind(project, shop, "again", "no", 2) == [20]


def test_rows_of_a_window_that_begins_at_each_entity_are_shown(shop: Connection) -> None:
    """An order looks at all orders of its customer in the week from itself on."""
    path = {"path": ["customer_orders", "customer_orders"]}
    week = {"after": {"column": "at", "n": 7, "unit": "day"}}
    config = {**path, "aggregation": "count", "window": week}
    trait = {"name": "In week", "parent_model": "orders", "trait_type": "aggregation", "config": config}
    project = Project(models=MODELS, relationships=RELATIONSHIPS, traits=[trait])
    assert behind(project, shop, "in_week", "no", 11) == [13, 12, 11]
    assert behind(project, shop, "in_week", "no", 10) == [10]


def test_periods_are_counted(shop: Connection) -> None:
    periods = {"operator": "greater_than_or_equal", "value": 2, "of": 3, "unit": "month"}
    found = explained(shop, condition("event", source_model="orders", in_periods=periods))
    assert (found.label, found.holds, found.left) == (
        "event orders, periods >= 2 of 3 months",
        True,
        Value("periods", 2),
    )
    assert found.right == (
        Value("", 2),
        Value("from", datetime(2024, 4, 1)),
        Value("until", datetime(2024, 7, 1)),
    )
    assert found.values == (Value("rows", 4),)


def test_a_sequence_shows_its_steps(shop: Connection) -> None:
    steps = [
        {"source_model": "orders", "filter": "shop = 'city'"},
        {"source_model": "orders", "filter": "shop = 'web'", "within": {"n": 3, "unit": "day"}},
    ]
    found = explained(shop, condition("sequence", steps=steps, window={"last": {"n": 1, "unit": "year"}}))
    assert (found.type, found.holds) == ("sequence", False)
    assert found.label == "sequence orders, shop = 'city', then orders, within 3 days, shop = 'web', last 1 year"
    assert found.right == (Value("from", datetime(2023, 7, 1)), Value("until", datetime(2024, 7, 1)))
    assert [(step.path, step.label, step.holds, step.left) for step in found.children] == [
        ("filter_tree.steps[0]", "orders, shop = 'city'", True, Value("rows", 1)),
        ("filter_tree.steps[1]", "orders, within 3 days, shop = 'web'", True, Value("rows", 2)),
    ]


def test_a_bucket_is_shown(shop: Connection) -> None:
    found = explained(shop, condition("bucket", salt="s", **{"from": 3_000, "to": 4_000}))
    assert (found.label, found.holds, found.left) == ("bucket of 's' from 3000 to 4000", True, Value("bucket", 3_011))
    assert found.right == (Value("", 3_000), Value("", 4_000))


def test_groups_of_splits_are_told(project: Project, shop: Connection) -> None:
    found = project.explain("parted", [1, 2, 3], AS_OF, connection=shop).entities
    assert [(one.member, one.group, one.holdout) for one in found if isinstance(one, Membership)] == [
        (True, "later", True),
        (True, "now", False),
        (False, None, False),
    ]
    for key in (1, 2, 3):
        for operator in ("member_of", "not_member_of"):
            node = explained(shop, condition("audience", audience="parted", group="now", operator=operator), key)
            assert node.label == f"{operator.replace('_', ' ')} parted, group 'now'"
            assert node.holds is ((key == 2) == (operator == "member_of"))
            assert node.left == Value("group", {1: "later", 2: "now", 3: None}[key])


def test_limits_and_priority_lists_are_nodes(shop: Connection) -> None:
    top = audience("Top", "revenue < 100", limit={"n": 1, "by": "revenue"})
    second = audience("Second", "id < 4", limit={"n": 1, "by": "country", "direction": "ascending"})
    lists = [{"name": "Who first", "parent_model": "customers", "audiences": ["french", "second"]}]
    project = Project(
        models=MODELS,
        relationships=RELATIONSHIPS,
        traits=TRAITS,
        audiences=[top, second, audience("French", "country = 'FR'")],
        priority_lists=lists,
    )
    found = tree(project, shop, "top", 2)
    assert (found.type, found.path, found.label, found.holds) == (
        "limit",
        "limit",
        "first 1 by revenue, descending",
        False,
    )
    assert (found.left, found.right, found.values) == (
        Value("rank", 2),
        (Value("", 1),),
        (Value("revenue", Decimal("4.00")),),
    )
    assert [(child.path, child.holds) for child in found.children] == [("filter_tree", True)]
    first, listed, passes = nodes(tree(project, shop, "second", 1))
    assert [node.holds for node in (first, listed, passes)] == [True, True, True]
    assert (listed.type, listed.label, listed.left) == (
        "priority_list",
        "first of priority list Who first",
        Value("lands in", "second"),
    )
    first, listed, passes = nodes(tree(project, shop, "second", 2))
    assert [node.holds for node in (first, listed, passes)] == [False, False, True]
    assert (first.left, listed.left) == (Value("rank", None), Value("lands in", "french"))


def test_membership_of_a_limited_audience_is_that_after_its_limit(shop: Connection) -> None:
    top = audience("Top", limit={"n": 1, "by": "revenue"})
    again = audience("Again", condition("audience", audience="top"))
    project = Project(models=MODELS, relationships=RELATIONSHIPS, traits=TRAITS, audiences=[*AUDIENCES, top, again])
    told = [(node.type, node.definition, node.holds) for node in nodes(tree(project, shop, "again", 2))]
    assert told == [("audience", "again", False), ("limit", "top", False), ("everyone", "top", True)]


def test_what_everyone_gives_is_shown_beside(shop: Connection) -> None:
    tree = condition("trait", trait="revenue", operator="greater_than", value={"percentile": 0.5})
    found = explained(shop, tree)
    assert (found.label, found.holds, found.right) == (
        "revenue > percentile 0.5",
        True,
        (Value("percentile 0.5 of customers", 2.0),),
    )
    average = {"population": {"function": "avg", "filter": "orders > 0"}}
    found = explained(shop, {**tree, "value": average}, 2)
    assert (found.label, found.holds, found.right) == (
        "revenue > avg of all where orders > 0",
        False,
        (Value("avg of customers", 41.25),),
    )


# Traits


def test_a_formula_is_explained_by_what_it_mentions(project: Project, shop: Connection) -> None:
    found = project.explain("average", [2], AS_OF, connection=shop)
    assert (found.kind, found.slug, found.label) == ("trait", "average", "{revenue} / {orders}")
    assert found.entities == (Making((2,), True, 4.0, (Value("{revenue}", Decimal("4.00")), Value("{orders}", 1))),)
    assert making(project, shop, "tier", 1).values == (Value("revenue", Decimal("78.50")), Value("country", "DE"))


def test_a_sum_is_explained_by_its_latest_rows(project: Project, shop: Connection) -> None:
    rows = SourceRows(
        "orders",
        ("no", "at", "amount"),
        (
            (13, datetime(2024, 6, 26, 10), Decimal("7.00")),
            (12, datetime(2024, 6, 25, 10), Decimal("1.00")),
        ),
        4,
    )
    assert making(project, shop, "revenue", 1, limit=2) == Making((1,), True, Decimal("78.50"), (), rows)


def test_rows_are_what_happened_before_as_of_and_count(project: Project, shop: Connection) -> None:
    assert behind(project, shop, "orders", "no") == [13, 12, 11, 10]
    assert behind(project, shop, "last_shop", "no") == [12, 11, 10]  # 13 has no shop, 14 has not happened
    assert making(project, shop, "orders", 3) == Making((3,), True, 0, (), SourceRows("orders", ("no", "at"), (), 0))


def test_rows_stand_in_the_order_that_matters(project: Project, shop: Connection) -> None:
    assert behind(project, shop, "first_shop", "shop") == ["web", "city", "web"]
    assert behind(project, shop, "last_shop", "no") == [12, 11, 10]
    assert behind(project, shop, "second_shop", "amount") == [Decimal("1.00"), Decimal("20.00"), Decimal("50.50")]
    assert behind(project, shop, "shops", "no") == [11, 10, 12]
    assert behind(project, shop, "shops_by_use", "no") == [10, 12, 11]
    assert behind(project, shop, "shops_by_first_visit", "no") == [10, 12, 11]
    assert behind(project, shop, "shops_by_last_visit", "no") == [10, 12, 11]
    assert behind(project, shop, "biggest", "no") == [11, 10, 13, 12]


def test_rows_show_what_the_filter_mentions(project: Project, shop: Connection) -> None:
    found = project.explain("favourite", [1], AS_OF, connection=shop)
    assert found.label == "mode(shop) of orders, since 2024-01-01, amount > 1"
    assert isinstance(found.entities[0], Making)
    assert found.entities[0].rows is not None
    assert found.entities[0].rows.columns == ("no", "at", "shop", "amount")
    assert found.entities[0].rows.rows[0] == (11, datetime(2024, 6, 20, 10), "city", Decimal("50.50"))


def test_a_row_that_can_be_reached_twice_is_shown_once(project: Project, shop: Connection) -> None:
    assert making(project, shop, "tags", 1) == Making((1,), True, 1, (), SourceRows("tags", ("tag",), (("vip",),), 1))


def test_no_rows_at_all_may_be_asked_for(project: Project, shop: Connection) -> None:
    rows = making(project, shop, "revenue", 1, limit=0).rows
    assert rows is not None
    assert (rows.rows, rows.total) == ((), 4)


# Keys


def test_keys_keep_their_order_and_unknown_ones_are_told(project: Project, shop: Connection) -> None:
    found = project.explain("germans", [4, 99, 1, Decimal("4"), "4"], AS_OF, connection=shop)
    assert [(entity.key, entity.exists) for entity in found.entities] == [((4,), True), ((99,), False), ((1,), True)]
    assert found.entities[1] == Membership((99,), None, None)
    assert project.explain("revenue", [99], AS_OF, connection=shop).entities == (Making((99,), exists=False),)
    assert project.explain("germans", [], AS_OF, connection=shop).entities == ()
    assert project.explain("germans", "1", AS_OF, connection=shop).entities[0].key == (1,)


def test_a_key_that_no_warehouse_can_hold_is_no_entity(project: Project, shop: Connection) -> None:
    found = project.explain("germans", [10**37, -(10**30)], AS_OF, connection=shop)
    assert [entity.exists for entity in found.entities] == [False, False]


@pytest.mark.parametrize(
    ("key", "message"),
    [
        ("abc", "`abc` is no key of `customers`, expected a whole number"),
        (1.5, "`1.5` is no key of `customers`, expected a whole number"),
        (True, "`True` is no key of `customers`, expected a whole number"),
        (None, "`None` is no key of `customers`, expected a whole number"),
        ((1, 2), "`(1, 2)` is no key of `customers`: found 2 parts, expected `id`"),
        ("1' OR '1'='1", "`1' OR '1'='1` is no key of `customers`, expected a whole number"),
        ("9" * 200, f"`{'9' * 60}…` is no key of `customers`, expected a whole number"),
        (KeyText("1|2"), "`1|2` is no key of `customers`: found 2 parts, expected `id`"),
        (date(2024, 1, 1), "`datetime.date(2024, 1, 1)` is no key of `customers`, expected a whole number"),
    ],
)
def test_what_is_no_key_is_refused(project: Project, shop: Connection, key: object, message: str) -> None:
    with pytest.raises(DefinitionErrors) as caught:
        project.explain("germans", [1, key], AS_OF, connection=shop)
    assert [(error.code, error.message) for error in caught.value.errors] == [("wrong_key", message)]


def test_ten_wrong_keys_are_told(project: Project, shop: Connection) -> None:
    with pytest.raises(DefinitionErrors) as caught:
        project.explain("germans", [f"x{number}" for number in range(5_000)], AS_OF, connection=shop)
    assert len(caught.value.errors) == 11
    assert any(error.message == "and 4,990 more that are no keys of `customers`" for error in caught.value.errors)


def keyed(shop: Connection, values: str, key: list[str], **model: Any) -> Project:
    """A project of one table with some key."""
    quoted = ", ".join(f'"{name}"' for name in key)
    shop.execute(f"CREATE OR REPLACE TABLE things AS FROM (VALUES {values}) AS t({quoted})")
    thing = {"name": "things", "source": {"table": "things"}, "primary_key": key, **model}
    return Project(models=[thing], audiences=[{"name": "All", "parent_model": "things", "filter_tree": "1 = 1"}])


def known(project: Project, shop: Connection, *keys: object) -> list[tuple[object, ...]]:
    return [entity.key for entity in project.explain("all", keys, AS_OF, connection=shop).entities if entity.exists]


def test_keys_of_several_columns(shop: Connection) -> None:
    project = keyed(shop, r"('a', 1), ('a|b\', 2), ('', 3), ('it''s', NULL)", ["x", "y"])
    assert known(project, shop, ("a", 1), ["a|b\\", 2], ("a", 2), ("", 3)) == [("a", 1), ("a|b\\", 2), ("", 3)]
    assert known(project, shop, "a|1", r"a\|b\\|2", "|3", "a|2") == [("a", 1), ("a|b\\", 2), ("", 3)]
    for key, message in (
        ("a", "`a` is no key of `things`: found 1 part, expected `x`, `y`"),
        (r"a\b|1", r"`a\b|1` is no key of `things`: found `\` before another character, expected `x`, `y`"),
        ("a|b|1", "`a|b|1` is no key of `things`: found 3 parts, expected `x`, `y`"),
        ("a|x", "`a|x` is no key of `things`, expected a whole number for `y`"),
        (("a", None), "`('a', None)` is no key of `things`, expected a whole number for `y`"),
    ):
        with pytest.raises(DefinitionErrors) as caught:
            known(project, shop, key)
        assert caught.value.errors[0].message == message


def test_a_text_is_a_key_as_it_stands_and_a_key_text_is_escaped(shop: Connection) -> None:
    project = keyed(shop, r"('AC|DC'), ('x'' OR 1=1 --'), ('a\b'), ('12'), ('é')", ["name"])
    assert known(project, shop, "AC|DC", "x' OR 1=1 --", "a\\b", "12", "é", "ac|dc", "%") == [
        ("AC|DC",),
        ("x' OR 1=1 --",),
        ("a\\b",),
        ("12",),
        ("é",),
    ]
    assert known(project, shop, KeyText(r"AC\|DC"), KeyText(r"a\\b")) == [("AC|DC",), ("a\\b",)]
    for odd in (12, "nul\x00", "\udc80", b"12"):
        with pytest.raises(DefinitionErrors, match="expected a text"):
            known(project, shop, odd)


def test_keys_of_other_types(shop: Connection) -> None:
    days = keyed(shop, "(DATE '2024-01-31')", ["day"])
    assert known(days, shop, date(2024, 1, 31), "2024-01-31", "2024-02-01") == [(date(2024, 1, 31),)]
    flags = keyed(shop, "(TRUE), (FALSE)", ["flag"])
    assert known(flags, shop, True, "false") == [(True,), (False,)]
    wholes = keyed(shop, "(5::DECIMAL(20, 0))", ["n"])
    assert known(wholes, shop, 5, "6", Decimal("7.0")) == [(5,)]
    instants = keyed(shop, "(TIMESTAMPTZ '2024-01-31 10:00:00+00')", ["at"])
    moment = datetime(2024, 1, 31, 10, tzinfo=UTC)
    written = ["2024-01-31T10:00:00Z", "2024-01-31T11:00:00+01:00", str(int(moment.timestamp()) * 1_000_000), moment]
    assert [known(instants, shop, one) for one in written] == [[(moment,)]] * 4
    clocks = keyed(shop, "(TIMESTAMP '2024-01-31 10:00:00')", ["at"], timezone="Europe/Berlin")
    assert known(clocks, shop, datetime(2024, 1, 31, 10), datetime(2024, 1, 31, 9, tzinfo=UTC)) == [
        (datetime(2024, 1, 31, 10),)
    ]


@pytest.mark.slow
def test_ten_thousand_keys(shop: Connection) -> None:
    shop.execute("CREATE OR REPLACE TABLE customers AS SELECT range AS id, 'DE' AS country FROM range(20000)")
    project = Project(models=MODELS, relationships=RELATIONSHIPS, traits=TRAITS, audiences=AUDIENCES)
    keys = range(5_000, 25_000, 2)
    found = project.explain("regulars", keys, AS_OF, connection=shop)
    assert [entity.key for entity in found.entities] == [(key,) for key in keys]
    assert sum(entity.exists for entity in found.entities) == 7_500
    shop.execute("CREATE OR REPLACE TABLE things AS SELECT range AS x, range::TEXT AS y FROM range(20000)")
    pairs = {"name": "things", "source": {"table": "things"}, "primary_key": ["x", "y"]}
    both = Project(models=[pairs], audiences=[{"name": "All", "parent_model": "things"}])
    assert len(known(both, shop, *((key, str(key)) for key in keys))) == 7_500


def refused(project: Project, name: str, key: int, shop: Connection) -> str:
    with pytest.raises(WarehouseError) as caught:
        project.explain(name, [key], AS_OF, connection=shop)
    return str(caught.value)


def test_a_key_that_two_rows_have_is_an_error(project: Project, shop: Connection) -> None:
    shop.execute("INSERT INTO customers VALUES (1, 'IT')")
    assert refused(project, "germans", 1, shop) == (
        "[duplicate_key] 1 value of the key (`id`) occurs in more than one row of model `customers`"
    )
    (entity,) = project.explain("germans", [2], AS_OF, connection=shop).entities
    assert entity.exists  # no other rows are read for it


def test_a_relationship_to_more_than_one_row_is_an_error(shop: Connection) -> None:
    shop.execute("CREATE TABLE countries AS FROM (VALUES ('DE', 'Germany'), ('DE', 'Deutschland')) t(code, title)")
    home = {
        "from_model": "customers",
        "to_model": "countries",
        "cardinality": "many_to_one",
        "join_keys": [{"from": "country", "to": "code"}],
    }
    project = Project(
        models=[*MODELS, {"name": "countries", "source": {"table": "countries"}, "primary_key": "code"}],
        relationships=[
            *RELATIONSHIPS,
            home | {"name": "home"},
            {**RELATIONSHIPS[0], "name": "buyer", "from_model": "orders", "to_model": "customers",
             "cardinality": "many_to_one", "join_keys": [{"from": "customer", "to": "id"}]},
        ],
        audiences=[audience("At home", "home.title IS NOT NULL")],
        traits=[orders("German", aggregation="sum", column="amount", relationship="customer_orders",
                       filter="buyer.home.title IS NOT NULL")],
    )  # fmt: skip
    broken = (
        "[not_unique] 1 value of (`code`) occurs in more than one row of model `countries`, "
        "where a relationship promises at most one"
    )
    assert refused(project, "at_home", 1, shop) == broken
    assert refused(project, "german", 1, shop) == broken  # each order would be summed twice


# The rest


def test_what_cannot_be_explained(project: Project, shop: Connection) -> None:
    for name, code in (("nobody", "unknown_selection"), ("drafted", "draft_selected"), ("shops*", "ambiguous_name")):
        with pytest.raises(DefinitionErrors) as caught:
            project.explain(name, [1], AS_OF, connection=shop)
        assert [error.code for error in caught.value.errors] == [code]
    with pytest.raises(DefinitionErrors) as caught:
        project.explain("germans", [1], "soon", connection=shop)
    assert caught.value.errors[0].code == "unreadable_as_of"


def test_explaining_leaves_nothing_behind(project: Project, shop: Connection) -> None:
    before = shop.execute("SELECT schema_name FROM information_schema.schemata").fetchall()
    project.explain("regulars", [1, 2], AS_OF, connection=shop)
    project.explain("revenue", [1, 2], AS_OF, connection=shop)
    assert shop.execute("SELECT schema_name FROM information_schema.schemata").fetchall() == before


def test_an_explanation_is_plain_values_for_json(project: Project, shop: Connection) -> None:
    found = project.explain("germans", [1, 99], AS_OF, connection=shop).as_dict()
    assert json.loads(json.dumps(found)) == found == {
        "kind": "audience",
        "model": "customers",
        "slug": "germans",
        "label": "",
        "as_of": "2024-07-01T00:00:00+00:00",
        "key_columns": ["id"],
        "entities": [
            {
                "key": [1],
                "exists": True,
                "member": True,
                "group": None,
                "holdout": False,
                "tree": {
                    "type": "property",
                    "definition": "germans",
                    "path": "filter_tree",
                    "label": "country = 'de' (ignoring case)",
                    "holds": True,
                    "left": {"name": "country", "value": "DE"},
                    "right": [{"name": "", "value": "de"}],
                    "values": [],
                    "children": [],
                },
            },
            {"key": [99], "exists": False, "member": None, "group": None, "holdout": False, "tree": None},
        ],
    }  # fmt: skip
    rows = project.explain("revenue", [2], AS_OF, connection=shop).as_dict()
    assert json.loads(json.dumps(rows))["entities"] == [
        {
            "key": [2],
            "exists": True,
            "value": "4.00",
            "values": [],
            "rows": {
                "model": "orders",
                "columns": ["no", "at", "amount"],
                "rows": [[20, "2024-06-30T10:00:00", "4.00"]],
                "total": 1,
            },
        }
    ]
