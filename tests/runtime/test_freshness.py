"""References to what earlier runs have built: which values they read, and when they are refused."""

from __future__ import annotations

from typing import Any, get_args

import pytest

import coterie
from coterie.compiler.definitions.comparisons import Aggregation
from coterie.compiler.ir.names import slug_of
from tests.runtime.handmade import Connection

JUNE_1, JUNE_2, JUNE_3 = "2024-06-01", "2024-06-02", "2024-06-03"
MODELS = [
    {"name": "people", "source": {"table": "shop.people"}, "primary_key": "id"},
    {"name": "orders", "source": {"table": "shop.orders"}, "primary_key": "no", "timestamp_column": "moment"},
]
RELATIONSHIPS = [
    {
        "name": "orders",
        "from_model": "people",
        "to_model": "orders",
        "cardinality": "one_to_many",
        "join_keys": [{"from": "id", "to": "person"}],
        "inverse_name": "buyer",
    }
]
ANY_AGE = {"mode": "materialized"}
A_DAY = ANY_AGE | {"max_age": {"n": 1, "unit": "day"}}


def trait(name: str, kind: str = "aggregation", model: str = "people", **config: Any) -> dict[str, Any]:
    return {"name": name, "parent_model": model, "trait_type": kind, "config": config}


def audience(name: str, tree: Any, model: str = "people") -> dict[str, Any]:
    return {"name": name, "parent_model": model, "filter_tree": tree}


def condition(kind: str, **fields: Any) -> dict[str, Any]:
    return {"type": "condition", "condition_type": kind, **fields}


TRAITS = [
    trait("Count", source_model="orders", aggregation="count"),
    trait("Largest", source_model="orders", aggregation="max", column="amount"),
    trait("Largest or 7", source_model="orders", aggregation="max", column="amount", default=7),
    trait("Items", "list", source_model="orders", column="item"),
    trait("Half", "formula", expression="{largest} / 2", default=-1),
    trait("Tax", "sql", model="orders", sql_expression="amount * 0.2"),
]
COUNT = condition("trait", trait="count", operator="greater_than_or_equal", value=1)


def project(*audiences: dict[str, Any], freshness: dict[str, Any] = ANY_AGE) -> coterie.Project:
    """The traits, an audience of those with orders, and who refers to them by the tables that are built."""
    referring = [
        audience("Buyers", COUNT),
        audience("Busy", COUNT | {"freshness": freshness}),
        audience("Not buying", condition("audience", audience="buyers", operator="not_member_of", freshness=freshness)),
    ]
    return coterie.Project(
        models=MODELS, relationships=RELATIONSHIPS, traits=TRAITS, audiences=[*referring, *audiences]
    )


@pytest.fixture
def shop(connection: Connection) -> Connection:
    """Two people, one of whom has ordered."""
    connection.execute("CREATE SCHEMA shop")
    connection.execute("CREATE TABLE shop.people AS SELECT * FROM (VALUES (1), (2)) AS p(id)")
    connection.execute(
        "CREATE TABLE shop.orders AS SELECT * FROM (VALUES (10, 1, 5.00, 'tea', TIMESTAMP '2024-05-01')) "
        "AS o(no, person, amount, item, moment)"
    )
    return connection


def news(connection: Connection) -> None:
    """The second person orders, a third one appears."""
    connection.execute("INSERT INTO shop.people VALUES (3)")
    connection.execute("INSERT INTO shop.orders VALUES (11, 2, 9.00, 'cup', '2024-05-02')")


def members(connection: Connection, name: str) -> list[int]:
    query = "SELECT id FROM coterie.people_audience_members WHERE audience = ? ORDER BY id"
    return [id for (id,) in connection.execute(query, [name]).fetchall()]


def said(made: coterie.Project, connection: Connection, as_of: str, select: str) -> str:
    with pytest.raises(coterie.WarehouseError) as caught:
        made.run(as_of, select=select, connection=connection)
    return str(caught.value)


def test_a_full_run_uses_its_own_values(shop: Connection) -> None:
    """Also the first one, when there is nothing yet to read."""
    made = project()
    made.run(JUNE_1, connection=shop)
    assert (members(shop, "busy"), members(shop, "not_buying")) == ([1], [2])
    news(shop)
    made.run(JUNE_2, connection=shop)
    assert (members(shop, "busy"), members(shop, "not_buying")) == ([1, 2], [3])


def test_a_partial_run_reads_what_was_built(shop: Connection) -> None:
    made = project()
    made.run(JUNE_1, connection=shop)
    news(shop)
    for _ in range(2):  # twice is as good as once
        made.run(JUNE_2, select="audience:busy,audience:not_buying", connection=shop)
        assert (members(shop, "busy"), members(shop, "not_buying")) == ([1], [2, 3])


def test_what_the_partial_run_evaluates_itself_is_not_read(shop: Connection) -> None:
    made = project()
    made.run(JUNE_1, connection=shop)
    news(shop)
    made.run(JUNE_2, select="audience:busy,trait:count", connection=shop)
    made.run(JUNE_2, select="audience:not_buying,audience:buyers", connection=shop)
    assert (members(shop, "busy"), members(shop, "not_buying")) == ([1, 2], [3])


def test_who_is_not_in_the_table_has_the_value_of_nothing_aggregated(shop: Connection) -> None:
    """Who is new since, and whose column a partial run left empty."""

    def equal(name: str, value: Any) -> dict[str, Any]:
        tree = condition("trait", trait=name, operator="equals", value=value, freshness=ANY_AGE)
        return audience(f"{name} is {value}", tree)

    then = {"trait": "count", "freshness": ANY_AGE}
    made = project(
        equal("count", 0),
        equal("largest_or_7", 7),
        equal("half", -1),
        audience("unknown", condition("trait", trait="largest", operator="is_null", freshness=ANY_AGE)),
        audience("no items", condition("trait", trait="items", operator="is_empty", freshness=ANY_AGE)),
        audience("as count", condition("trait", trait="count", operator="equals", value=then)),
    )
    made.run(JUNE_1, connection=shop)
    news(shop)
    shop.execute("DELETE FROM coterie.people_traits WHERE id = 2")
    shop.execute("INSERT INTO coterie.people_traits (id) VALUES (2)")
    made.run(JUNE_2, select="audience:*", connection=shop)
    for name in ("count_is_0", "largest_or_7_is_7", "half_is__1", "unknown", "no_items"):
        assert members(shop, name) == [2, 3], name
    assert members(shop, "as_count") == [1, 3]  # the left side counts anew


def test_who_is_new_has_what_is_evaluated_whatever_the_function_and_its_default(shop: Connection) -> None:
    """As nobody has ordered since, what was built is what is evaluated, also for whom nothing is aggregated."""
    traits: list[dict[str, Any]] = []
    for number, default in enumerate([{}, {"default": None}, {"default": 7}]):
        for function in get_args(Aggregation):
            of = {"source_model": "orders", "aggregation": function, "column": "amount"}
            traits.append(
                trait(f"{function} {number}", **of, **({"p": 0.5} if function == "percentile" else {}), **default)
            )
        traits += [
            trait(f"last {number}", "occurrence", source_model="orders", occurrence="last", column="no", **default),
            trait(
                f"first {number}",
                "occurrence",
                source_model="orders",
                occurrence="nth",
                n=1,
                column="amount",
                **default,
            ),
            trait(f"half {number}", "formula", expression="{max_0} / 2", **default),
            trait(f"twice {number}", "sql", sql_expression="CASE WHEN {max_0} > 0 THEN 2 * id END", **default),
        ]
    traits += [
        trait(f"exists {number}", "occurrence", source_model="orders", occurrence="exists", **default)
        for number, default in enumerate([{}, {"default": None}, {"default": True}])
    ]
    audiences = []
    for name in (one["name"] for one in traits):
        here = condition("trait", trait=name, operator="is_null")
        equal = here | {"operator": "equals", "value": {"trait": name, "freshness": ANY_AGE}}
        unknown = {"type": "and", "children": [here, here | {"freshness": ANY_AGE}]}
        audiences.append(audience(f"same {name}", {"type": "or", "children": [equal, unknown]}))
    made = coterie.Project(models=MODELS, relationships=RELATIONSHIPS, traits=traits, audiences=audiences)
    made.run(JUNE_1, select="trait:*", connection=shop)
    shop.execute("INSERT INTO shop.people VALUES (3)")
    (report,) = made.run(JUNE_2, select="audience:*", connection=shop).entities
    assert {one.slug: one.size for one in report.audiences} == {f"same_{slug_of(one['name'])}": 3 for one in traits}


def test_a_trait_of_source_rows_is_read_too(shop: Connection) -> None:
    dear = condition("trait", trait="tax", operator="greater_than", value=0.5, freshness=ANY_AGE)
    made = project(audience("Dear", condition("relationship", source_model="orders", filter=dear)))
    made.run(JUNE_1, connection=shop)
    news(shop)
    made.run(JUNE_2, select="audience:dear", connection=shop)
    assert members(shop, "dear") == [1]  # the new order has no tax yet
    made.run(JUNE_2, select="audience:dear,trait:tax", connection=shop)
    assert members(shop, "dear") == [1, 2]


def test_percentiles_of_what_was_built(shop: Connection) -> None:
    top = condition("trait", trait="largest", operator="equals", value={"population": {"function": "max"}})
    made = project(audience("Top", top | {"freshness": ANY_AGE}))
    made.run(JUNE_1, connection=shop)
    news(shop)
    made.run(JUNE_2, select="audience:top", connection=shop)
    assert members(shop, "top") == [1]


def test_nothing_was_built(shop: Connection) -> None:
    made = project()
    assert said(made, shop, JUNE_1, "audience:busy") == (
        "[not_built] trait `count` of `people` is read from `people_traits`, where no run has built it; run it first"
    )
    assert said(made, shop, JUNE_1, "audience:not_buying") == (
        "[not_built] audience `buyers` of `people` is read from `people_audience_members`, where no run has built it; "
        "run it first"
    )
    assert shop.sql("SELECT * FROM information_schema.tables WHERE table_schema = 'coterie'").fetchall() == []


def test_other_audiences_were_built_but_not_this_one(shop: Connection) -> None:
    others = coterie.Project(models=MODELS, audiences=[audience("All", None)])
    others.run(JUNE_1, connection=shop)
    assert said(project(), shop, JUNE_2, "audience:not_buying").startswith("[not_built] audience `buyers` of `people`")


def test_a_definition_that_has_changed_since_is_read_as_it_was(shop: Connection) -> None:
    project().run(JUNE_1, connection=shop)
    changed = [one | {"config": one["config"] | {"filter": "amount > 100"}} for one in TRAITS[:1]]
    made = coterie.Project(
        models=MODELS,
        relationships=RELATIONSHIPS,
        traits=changed,
        audiences=[audience("Now", COUNT), audience("Then", COUNT | {"freshness": ANY_AGE})],
    )
    made.run(JUNE_2, select="audience:*", connection=shop)
    assert (members(shop, "now"), members(shop, "then")) == ([], [1])


def test_another_column_than_the_trait_has_now(shop: Connection) -> None:
    project().run(JUNE_1, connection=shop)
    changed = [one | {"config": one["config"] | {"aggregation": "avg", "column": "amount"}} for one in TRAITS[:1]]
    made = coterie.Project(
        models=MODELS,
        relationships=RELATIONSHIPS,
        traits=changed,
        audiences=[audience("Busy", COUNT | {"freshness": ANY_AGE})],
    )
    assert said(made, shop, JUNE_2, "audience:busy") == (
        "[not_built] trait `count` of `people` is read from `people_traits`, where `count` is BIGINT and would be "
        "DOUBLE now; run it first"
    )


def test_too_old(shop: Connection) -> None:
    made = project(freshness=A_DAY)
    made.run(JUNE_1, connection=shop)
    made.run(JUNE_2, select="audience:busy", connection=shop)  # a day is still recent enough
    message = "is not of an instant from 2024-06-02T00:00:00Z to 2024-06-03T00:00:00Z, but of 2024-06-01T00:00:00Z"
    assert said(made, shop, JUNE_3, "audience:busy") == f"[stale] what is built of trait `count` of `people` {message}"
    assert said(made, shop, JUNE_3, "audience:not_buying") == (
        f"[stale] what is built of audience `buyers` of `people` {message}"
    )


@pytest.mark.parametrize(
    ("age", "built", "as_of", "is_read"),
    [
        ({"n": 1, "unit": "minute"}, "2024-06-01T00:00:00Z", "2024-06-01T00:01:00Z", True),
        ({"n": 1, "unit": "minute"}, "2024-06-01T00:00:00Z", "2024-06-01T00:01:00.000001Z", False),
        ({"n": 1, "unit": "day"}, "2024-03-30T12:00:00+01:00", "2024-03-31T12:00:00+02:00", True),  # one of 23 hours
        ({"n": 1, "unit": "day"}, "2024-03-30T11:59:59+01:00", "2024-03-31T12:00:00+02:00", False),
        ({"n": 24, "unit": "hour"}, "2024-03-30T11:00:00+01:00", "2024-03-31T12:00:00+02:00", True),
        ({"n": 1, "unit": "month"}, "2024-02-29T00:00:00", "2024-03-31T00:00:00", True),
        ({"n": 1, "unit": "month"}, "2024-02-28T23:59:59", "2024-03-31T00:00:00", False),
        ({"n": 1_000_000_000, "unit": "year"}, "2024-01-01", "2024-03-31", True),
    ],
)
def test_the_oldest_instant(shop: Connection, age: dict[str, Any], built: str, as_of: str, is_read: bool) -> None:
    """It is included; calendar units are those of the project's time zone."""
    made = coterie.Project(
        models=MODELS,
        relationships=RELATIONSHIPS,
        traits=TRAITS,
        audiences=[
            audience("Idle", COUNT | {"operator": "equals", "value": 0, "freshness": ANY_AGE | {"max_age": age}})
        ],
        timezone="Europe/Berlin",
    )
    made.run(built, select="trait:count", connection=shop)
    if is_read:
        made.run(as_of, select="audience:idle", connection=shop)
        assert members(shop, "idle") == ([2] if as_of > "2024-05" else [1, 2])
    else:
        assert said(made, shop, as_of, "audience:idle").startswith("[stale]")


def test_it_fails_in_its_first_step(shop: Connection) -> None:
    made = project(freshness=A_DAY)
    made.run(JUNE_1, connection=shop)
    seen: list[str] = []
    with pytest.raises(coterie.WarehouseError):
        made.run(JUNE_3, select="audience:busy", connection=shop, watch=lambda step: seen.append(str(step.step)))
    assert seen == ["check stale people (count)"]


def test_later_than_the_run(shop: Connection) -> None:
    made = project(audience("Alone", condition("property", column="id", operator="equals", value=1)))
    made.run(JUNE_3, select="trait:count", connection=shop)
    assert said(made, shop, JUNE_2, "audience:busy") == (
        "[stale] what is built of trait `count` of `people` is not of any instant until 2024-06-02T00:00:00Z, "
        "but of 2024-06-03T00:00:00Z"
    )


def test_an_audience_that_was_gone_meanwhile(shop: Connection) -> None:
    """Its last evaluation stands in the books, but its members have left."""
    made = project()
    made.run(JUNE_1, connection=shop)
    others = coterie.Project(
        models=MODELS, relationships=RELATIONSHIPS, traits=TRAITS, audiences=[audience("All", None)]
    )
    others.run(JUNE_2, connection=shop)
    assert said(made, shop, JUNE_3, "audience:not_buying") == (
        "[stale] what is built of audience `buyers` of `people` is of 2024-06-01T00:00:00Z, "
        "and it was not defined for a while since then"
    )


def test_previews_read_the_tables_and_mind_their_age(shop: Connection) -> None:
    made = project(freshness=A_DAY)
    with pytest.raises(coterie.WarehouseError, match="not_built"):
        made.preview("busy", as_of=JUNE_1, connection=shop)
    made.run(JUNE_1, connection=shop)
    news(shop)
    assert made.preview("busy", as_of=JUNE_2, connection=shop).rows == ((1,),)
    with pytest.raises(coterie.WarehouseError, match="stale"):
        made.preview("busy", as_of=JUNE_3, connection=shop)


def test_estimates_read_the_tables_and_mind_their_age(shop: Connection) -> None:
    made = project(freshness=A_DAY)
    with pytest.raises(coterie.WarehouseError, match="not_built"):
        made.estimate("busy", as_of=JUNE_1, connection=shop)
    made.run(JUNE_1, connection=shop)
    news(shop)
    assert made.estimate("busy", as_of=JUNE_2, connection=shop).size == 1
    assert made.estimate("not_buying", as_of=JUNE_2, sample=1, connection=shop).size == 2
    for as_of in ("2024-05-31", JUNE_3):
        with pytest.raises(coterie.WarehouseError, match="stale"):
            made.estimate("busy", as_of=as_of, connection=shop)


def test_unit_tests_and_explanations_evaluate_anew(shop: Connection) -> None:
    made = project()
    made.run(JUNE_1, connection=shop)
    news(shop)
    made.run(JUNE_2, select="audience:busy", connection=shop)
    assert members(shop, "busy") == [1]
    explained = made.explain("busy", [1, 2, 3], as_of=JUNE_2, connection=shop)
    assert [entity.member for entity in explained.entities] == [True, True, False]
    test = {
        "name": "T",
        "as_of": JUNE_1,
        "given": {
            "people": [{"id": 1}, {"id": 2}],
            "orders": [{"no": 1, "person": 2, "moment": "2024-05-01T00:00:00"}],
        },
        "expect": {"audiences": {"busy": [2], "not_buying": [1]}},
    }
    report = coterie.Project(
        models=MODELS,
        relationships=RELATIONSHIPS,
        traits=TRAITS,
        audiences=list(project(freshness=A_DAY).definitions.audiences),
        tests=[test],
    ).test()
    assert report.passed, report


def test_limits_and_groups_of_what_was_built(shop: Connection) -> None:
    """The members are those of the table, their groups those of the definition."""
    groups = [{"name": "one", "buckets": [[0, 5000]]}, {"name": "other", "buckets": [[5000, 10_000]]}]
    top = audience("Top", None) | {"limit": {"n": 1, "by": "count"}, "splits": {"salt": "s", "groups": groups}}

    def of(name: str, **fields: Any) -> dict[str, Any]:
        return audience(name, condition("audience", audience="top", freshness=ANY_AGE, **fields))

    made = project(top, of("In top"), of("One", group="one"), of("Not one", group="one", operator="not_member_of"))
    made.run(JUNE_1, connection=shop)  # s|1 is in bucket 3011
    shop.execute("INSERT INTO shop.orders SELECT 20 + i, 2, 1.00, 'cup', TIMESTAMP '2024-05-02' FROM range(3) AS r(i)")
    made.run(JUNE_2, select="audience:in_top,audience:one,audience:not_one", connection=shop)
    assert [members(shop, name) for name in ("in_top", "one", "not_one")] == [[1], [1], [2]]
    made.run(JUNE_2, connection=shop)  # now the second person is at the top
    assert [members(shop, name) for name in ("top", "in_top")] == [[2], [2]]


def test_twenty_audiences_that_read_each_other(shop: Connection) -> None:
    trees: list[Any] = [condition("audience", audience=f"a{number}", freshness=ANY_AGE) for number in range(20)]
    for _ in range(20):  # deep in the tree of the last one
        trees[-1] = {"type": "not", "child": {"type": "or", "children": [trees[-1], "id < 0"]}}
    made = project(audience("A0", COUNT), *(audience(f"A{number}", tree) for number, tree in enumerate(trees, 1)))
    made.run(JUNE_1, connection=shop)
    news(shop)
    made.run(JUNE_2, select="audience:a20", connection=shop)
    assert members(shop, "a20") == [1]
    made.run(JUNE_2, select="model:people", connection=shop)
    assert members(shop, "a20") == [1, 2]


def test_a_table_without_rows(shop: Connection) -> None:
    shop.execute("DELETE FROM shop.people")
    made = project()
    made.run(JUNE_1, connection=shop)
    shop.execute("INSERT INTO shop.people VALUES (1)")
    made.run(JUNE_2, select="audience:busy,audience:not_buying", connection=shop)
    assert (members(shop, "busy"), members(shop, "not_buying")) == ([], [1])


def test_statements_name_the_schema(shop: Connection) -> None:
    made = coterie.Project(
        models=MODELS,
        relationships=RELATIONSHIPS,
        traits=TRAITS,
        audiences=[audience("Busy", COUNT | {"freshness": A_DAY})],
        schema="Results",
    )
    compiled = made.compile(JUNE_2, select="audience:busy", connection=shop)
    assert 'FROM "Results"."people_traits"' in compiled.entities[0].sql
    assert 'FROM "Results"."trait_evaluations"' in compiled.checks[0].sql
    assert "shop" not in compiled.entities[0].sql.replace('"shop"."people"', "")
    assert [check.code for check in compiled.checks] == ["stale", "null_key", "duplicate_key"]
    assert "stale" not in {check.code for check in made.compile(JUNE_2, connection=shop).checks}
