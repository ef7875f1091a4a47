"""What is warned of, and what is not."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import duckdb
import pytest

from coterie.compiler.reasoning.warnings import MOST_COMPARED
from coterie.project import Project

TABLES = """
CREATE TABLE t (id INTEGER, x INTEGER, s VARCHAR, b BOOLEAN, d DOUBLE, m DECIMAL(9, 2), day DATE, ts TIMESTAMP,
                tags VARCHAR[]);
CREATE TABLE o (id INTEGER, tid INTEGER, "at" TIMESTAMP, kind VARCHAR, n INTEGER);
"""


@pytest.fixture(scope="module")
def tables() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        connection.execute(TABLES)
        yield connection


def cond(kind: str, **fields: Any) -> dict[str, Any]:
    return {"type": "condition", "condition_type": kind, **fields}


def prop(column: str, operator: str, value: Any = None, **fields: Any) -> dict[str, Any]:
    return cond("property", column=column, operator=operator, **({} if value is None else {"value": value}), **fields)


def all_of(*children: Any) -> dict[str, Any]:
    return {"type": "and", "children": list(children)}


def any_of(*children: Any) -> dict[str, Any]:
    return {"type": "or", "children": list(children)}


def no(child: Any) -> dict[str, Any]:
    return {"type": "not", "child": child}


def event(**fields: Any) -> dict[str, Any]:
    return cond("event", source_model="o", **fields)


def last(n: int, unit: str = "day") -> dict[str, Any]:
    return {"last": {"n": n, "unit": unit}}


def days(n: int) -> dict[str, Any]:
    return {"n": n, "unit": "day"}


def at_least(n: int, **fields: Any) -> dict[str, Any]:
    return event(count={"operator": "greater_than_or_equal", "value": n}, **fields)


def total(name: str, model: str = "t", **config: Any) -> dict[str, Any]:
    return {
        "name": name,
        "parent_model": model,
        "trait_type": "aggregation",
        "config": {"source_model": "o", "aggregation": "sum", "column": "n", **config},
    }


def said(tables: duckdb.DuckDBPyConnection, *trees: Any, level: str = "warning", **more: Any) -> list[str]:
    """What is warned of audiences A, B, C … of these trees."""
    audiences = [{"name": "ABCDEFGH"[n], "parent_model": "t", "filter_tree": tree} for n, tree in enumerate(trees)]
    key = {"from": "id", "to": "tid"}
    edge = {"name": "os", "from_model": "t", "to_model": "o", "cardinality": "one_to_many", "join_keys": [key]}
    project = Project(
        models=[
            {"name": "t", "source": {"table": "t"}, "primary_key": "id"},
            {"name": "o", "source": {"table": "o"}, "primary_key": "id", "timestamp_column": "at"},
            *more.pop("models", []),
        ],
        relationships=[edge, *more.pop("relationships", [])],
        audiences=[*audiences, *more.pop("audiences", [])],
        traits=[total("Sum"), *more.pop("traits", [])],
        **more,
    )
    return [str(one) for one in project.check(connection=tables) if one.level == level]


NEVER = [
    "x > 5 AND x < 3",
    "x > 5 AND x < 6",
    "x = 1 AND x <> 1",
    "x < id AND x > id",
    "x = id AND id <> x",
    "b AND NOT b",
    "x IS NULL AND x > 1",
    "x IN (1, 2) AND x IN (3, 4)",
    "x BETWEEN 1 AND 3 AND x > 3",
    "FALSE",
    "s = NULL",
    "length(s) < 0",
    all_of(prop("s", "equals", "a"), prop("s", "equals", "b")),
    all_of(prop("s", "in", ["a", "b"]), prop("s", "equals", "c")),
    all_of(prop("s", "contains", "q"), no(prop("s", "contains", "q"))),
    all_of(prop("s", "equals", "A", ignore_case=True), prop("s", "equals", "b", ignore_case=True)),
    all_of(prop("x", "greater_than", 5), any_of(prop("x", "less_than", 3), prop("x", "equals", 5))),
    all_of(any_of(prop("x", "equals", 1), prop("s", "equals", "a")), prop("x", "not_equals", 1),
           prop("s", "not_equals", "a")),
    all_of(prop("day", "before", "2024-01-01"), prop("day", "after", "2024-01-05")),
    all_of(prop("day", "after", "2024-01-01"), prop("day", "before", "2024-01-02")),
    all_of(prop("ts", "on", "2024-01-01"), prop("ts", "on", "2024-01-02")),
    all_of(prop("day", "within_last", days(3)), no(prop("day", "within_last", {"n": 1, "unit": "week"}))),
    all_of(prop("ts", "within_last", {"n": 1, "unit": "year"}), prop("ts", "within_next", {"n": 2, "unit": "month"})),
    all_of(prop("tags", "is_empty"), prop("tags", "size", {"operator": "greater_than", "value": 2})),
    event(count={"operator": "less_than", "value": 0}),
    event(filter="n > 5 AND n < 3"),
    at_least(1, filter="n > 5 AND n < 3"),
    event(window={"until": "2024-01-01"}, filter="at >= '2024-02-01'"),
    all_of(event(window=last(30)), event(window=last(90), performed=False)),
    all_of(event(window=last(30), filter="kind = 'web' AND n > 5"), event(filter="kind = 'web'", quantifier="none")),
    all_of(at_least(5), no(at_least(3))),
    all_of(cond("audience", audience="B"), cond("audience", audience="B", operator="not_member_of")),
    all_of(*(cond("trait", trait="sum", operator="equals", value=value) for value in (1, 2))),
]  # fmt: skip
ALWAYS = [
    "x IS NULL OR x IS NOT NULL",
    "x > 5 OR x <= 5 OR x IS NULL",
    "TRUE",
    "coalesce(b, FALSE) OR NOT coalesce(b, FALSE)",
    any_of(prop("x", "greater_than", 5), no(prop("x", "greater_than", 5))),
    any_of(prop("x", "greater_than", 5, include_null=True), prop("x", "less_than", 7)),
    at_least(0),
    any_of(at_least(3), event(count={"operator": "less_than", "value": 3})),
    any_of(event(window=last(90)), event(window=last(30), performed=False)),
    event(filter="n > 5 AND n < 3", quantifier="none"),
    cond("trait", trait="sum", operator="is_not_null"),
]
NEITHER = [
    "x > 5 OR x <= 5",
    "b OR NOT b",
    "d > 5 AND d < 6",
    "m > 5 AND m < 6",
    "x > 5 AND id < 3",
    "x > 4 AND x < 6",
    "s > 'a' AND s < 'b'",
    all_of(prop("s", "equals", "a"), prop("s", "equals", "A", ignore_case=True)),
    all_of(event(window=last(90)), event(window=last(30), performed=False)),
    all_of(event(window=last(90), filter="n > 5"), event(window=last(30), filter="n > 6", performed=False)),
    all_of(prop("day", "within_last", {"n": 2, "unit": "month"}), no(prop("day", "within_last", days(60)))),
    event(filter="n > 5", quantifier="all"),
    any_of(event(window=last(30)), event(window=last(90), performed=False)),
]  # fmt: skip


@pytest.mark.parametrize("tree", NEVER)
def test_never(tables: duckdb.DuckDBPyConnection, tree: Any) -> None:
    other = prop("s", "equals", "other")
    assert said(tables, tree, other) == ["[never_true] audience `A`, filter_tree: this can never be true"]
    assert said(tables, no(tree), other) == ["[never_true] audience `A`, filter_tree.child: this can never be true"]


@pytest.mark.parametrize("tree", ALWAYS)
def test_always(tables: duckdb.DuckDBPyConnection, tree: Any) -> None:
    assert said(tables, tree) == ["[always_true] audience `A`, filter_tree: this is always true"]


@pytest.mark.parametrize("tree", NEITHER)
def test_neither(tables: duckdb.DuckDBPyConnection, tree: Any) -> None:
    assert said(tables, tree) == []
    assert said(tables, no(tree)) == []


def test_the_smallest_part_is_shown(tables: duckdb.DuckDBPyConnection) -> None:
    never = all_of(prop("s", "equals", "a"), prop("s", "equals", "b"))
    always = any_of(prop("b", "is_null"), no(prop("b", "is_null")))
    assert said(tables, any_of("x = 1", never, all_of("x = 2", no(always)))) == [
        "[always_true] audience `A`, filter_tree.children[2].children[1].child: this is always true",
        "[never_true] audience `A`, filter_tree.children[1]: this can never be true",
    ]
    assert said(tables, all_of(all_of(all_of(never)))) == [
        "[never_true] audience `A`, filter_tree.children[0].children[0].children[0]: this can never be true"
    ]


def test_traits_that_read_no_row(tables: duckdb.DuckDBPyConnection) -> None:
    window = {"between": {"start": "2024-01-01", "end": "2024-01-31"}}
    traits = [total("A", filter="n > 5 AND n < 5"), total("B", window=window, filter="at >= '2024-02-01'")]
    assert said(tables, traits=traits) == [
        "[never_true] trait `A`, config.filter: no row of `o` can pass the filter and the window",
        "[never_true] trait `B`, config.filter: no row of `o` can pass the filter and the window",
    ]
    assert said(tables, traits=[total("C", window=window, filter="at >= '2024-01-31'")]) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (prop("x", "equals", 5, include_null=True), "x = 5 OR x IS NULL"),
        (all_of("x > 10", "s = 'a'"), all_of("s = 'a'", "x > 10")),
        (all_of("x > 10", all_of("s = 'a'", "b")), "b AND s = 'a' AND 10 < x"),
        (any_of("x = 1", "x = 2"), prop("x", "in", [2, 1])),
        (no(any_of("x > 1", "b")), all_of(no("b"), no("x > 1"))),
        (event(window=last(14)), event(window=last(2, "week"))),
        (prop("x", "between", [1, 3]), "x >= 1 AND x < 4"),
        (prop("b", "is_false"), "NOT b"),
    ],
)
def test_same_audiences(tables: duckdb.DuckDBPyConnection, one: Any, other: Any) -> None:
    expected = ["[same_audience] audience `B`, name: it has the same members as audience `A`"]
    assert said(tables, one, other) == expected
    assert said(tables, one, other, level="note") == []
    assert said(tables, other, one) == expected


@pytest.mark.parametrize(
    ("inner", "outer"),
    [
        ("x > 10", "x > 5"),
        (all_of("x > 10", "s = 'a'"), "x > 10"),
        ("x = 1", prop("x", "in", [1, 2])),
        ("x = 1", any_of("b", "x = 1")),
        (event(window=last(30)), event(window=last(90))),
        (event(window=last(3, "week"), filter="kind = 'web' AND n > 1"), event(window=last(30), filter="kind = 'web'")),
        (event(window={"since": "2024-02-01"}), event(window={"since": "2024-01-01"})),
        (event(filter="n > 5"), event()),
        (at_least(5), at_least(3)),
        (prop("s", "equals", "a"), prop("s", "is_not_null")),
        (prop("day", "within_last", {"n": 1, "unit": "quarter"}), prop("day", "within_last", {"n": 3, "unit": "year"})),
    ],
)
def test_contained_audiences(tables: duckdb.DuckDBPyConnection, inner: Any, outer: Any) -> None:
    expected = ["[contained_audience] audience `A`, name: all of its members are members of audience `B`"]
    assert said(tables, inner, outer, level="note") == expected
    assert said(tables, inner, outer) == []


def test_of_several_audiences_the_closest_is_named(tables: duckdb.DuckDBPyConnection) -> None:
    assert said(tables, "x > 1", "x > 2", "x > 3", "x > 4", level="note") == [
        f"[contained_audience] audience `{inner}`, name: all of its members are members of audience `{outer}`"
        for inner, outer in ("BA", "CB", "DC")
    ]


def test_of_many_audiences_those_that_speak_of_the_rarest_are_compared_first(
    tables: duckdb.DuckDBPyConnection,
) -> None:
    """More speak of x than are compared, and none of them lies inside; few speak of m, and all of them do."""
    others = [f"x < {-n} AND d = {n}" for n in range(1, MOST_COMPARED + 10)]
    inside = [f"m > {n} AND b" for n in range(1, 4)]
    audiences = [
        {"name": f"N{n:02}", "parent_model": "t", "filter_tree": tree} for n, tree in enumerate([*others, *inside])
    ]
    first = len(others)
    held = "[contained_audience] audience `N{:02}`, name: all of its members are members of audience `{}`"
    assert said(tables, "x > 0 OR m > 0", audiences=audiences, level="note") == [
        held.format(first, "A"), held.format(first + 1, f"N{first:02}"), held.format(first + 2, f"N{first + 1:02}")
    ]  # fmt: skip


def test_an_audience_that_names_another_lies_inside_it_on_purpose(tables: duckdb.DuckDBPyConnection) -> None:
    assert said(tables, "x > 5", all_of(cond("audience", audience="A"), "x > 10"), level="note") == []


def test_same_traits(tables: duckdb.DuckDBPyConnection) -> None:
    assert said(tables, traits=[total("Again"), total("Other", filter="n > 1")]) == [
        "[same_trait] trait `Again`, name: it has the same value as trait `Sum` for every row"
    ]


def test_what_nobody_uses(tables: duckdb.DuckDBPyConnection) -> None:
    lonely = {"name": "lonely", "source": {"table": "o"}, "columns": [{"name": "twice", "expression": "n * 2"}]}
    visits = {
        "name": "visits",
        "source": {"table": "o"},
        "primary_key": "id",
        "columns": [
            {"name": "double", "expression": "n * 2"},
            {"name": "used", "expression": "n * 3"},
            {"name": "by way", "expression": "used * 3"},
        ],
    }
    edges = [
        {
            "name": name,
            "from_model": "t",
            "to_model": "visits",
            "cardinality": "one_to_many",
            "join_keys": [{"from": "id", "to": "tid"}],
        }
        for name in ("seen", "unseen")
    ]
    traits = [
        {**total("Way", source_model="visits", relationship="seen", column="by way")},
        {**total("Idea"), "status": "draft", "config": total("Idea", filter="n > 7")["config"]},
        {**total("Base"), "status": "draft", "config": total("Base", filter="n > 8")["config"]},
        {"name": "Upon", "parent_model": "t", "trait_type": "formula", "config": {"expression": "{base} * 2"}},
    ]
    assert said(tables, models=[lonely, visits], relationships=edges, traits=traits, level="note") == [
        "[unused_column] model `visits`, columns[0]: nobody uses the computed column `double`",
        "[unused_model] model `lonely`, name: nobody uses the model",
        "[unused_relationship] relationship `unseen`, name: nobody uses the relationship",
        "[unused_trait] trait `Idea`, name: it is a draft, and nobody refers to it",
    ]


@pytest.mark.slow
def test_a_large_project_takes_little_time(tables: duckdb.DuckDBPyConnection) -> None:
    """Thousands of audiences over the same columns, and of conditions in one of them."""
    trees = [all_of(f"x > {n % 50}", prop("s", "equals", f"s{n}"), no(f"m > {n}")) for n in range(300)]
    wide = any_of(*(prop("s", "equals", f"{n}") for n in range(2_000)))
    audiences = [{"name": f"N{n}", "parent_model": "t", "filter_tree": tree} for n, tree in enumerate([*trees, wide])]
    traits = [total(f"T{n}", filter=f"n > {n}") for n in range(300)]
    start = time.process_time()
    assert said(tables, audiences=audiences, traits=traits) == []
    assert time.process_time() - start < 30


def test_a_limit_narrows_an_audience(tables: duckdb.DuckDBPyConnection) -> None:
    def limited(name: str, tree: str, n: int = 5, **limit: str) -> dict[str, Any]:
        return {"name": name, "parent_model": "t", "filter_tree": tree, "limit": {"n": n, "by": "x", **limit}}

    narrower = [limited("Best", "x > 1"), limited("Fewer", "x > 1", 4), limited("By m", "x > 1", by="m")]
    assert said(tables, "x > 1", audiences=narrower) == []
    assert said(tables, audiences=[*narrower, limited("Again", "x > 1", direction="descending")]) == [
        "[same_audience] audience `Again`, name: it has the same members as audience `Best`"
    ]
    assert said(tables, "x > 2", audiences=[limited("Outer", "x > 1")], level="note") == []
    assert said(tables, "x > 1", audiences=[limited("Inner", "x > 2")], level="note") == [
        "[contained_audience] audience `Inner`, name: all of its members are members of audience `A`"
    ]
