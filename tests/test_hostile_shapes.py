"""Definitions that are very deep, very long or very many: each compiles and runs within seconds, or is refused clearly.

What is refused is refused with `too_deep`, `too_long` or an error of its own, and never by a limit of Python or of the
warehouse.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from time import process_time
from typing import Any

import duckdb
import pytest

from coterie.compiler.loading.load import load_text
from coterie.errors import DefinitionErrors
from coterie.project import Project
from coterie.runtime.differences import AudienceFailure
from tests.effort import IS_QUICK

AS_OF = "2024-07-01"
SECONDS = 15  # of this process; a tenth of it is usual

PEOPLE = {"name": "people", "source": {"table": "people"}, "primary_key": "id"}
FAMILY = {
    "name": "parent",
    "from_model": "people",
    "to_model": "people",
    "cardinality": "many_to_one",
    "join_keys": [{"from": "parent_id", "to": "id"}],
    "inverse_name": "children",
}
VISITS = {"name": "visits", "source": {"table": "visits"}, "primary_key": "visit", "timestamp_column": "seen_at"}
PEOPLE_VISITS = {
    "name": "people_visits",
    "from_model": "people",
    "to_model": "visits",
    "cardinality": "one_to_many",
    "join_keys": [{"from": "id", "to": "person"}],
}

Node = Any


def people_and_visits(connection: duckdb.DuckDBPyConnection) -> None:
    """Ten people, numbered from 0; `parent_id` is half of `id`. Each has as many visits as their number."""
    connection.execute(
        "CREATE TABLE people AS SELECT i::INTEGER AS id, 'name ' || i AS name, i * 1.5::DOUBLE AS score, "
        "(i // 2)::INTEGER AS parent_id, DATE '2024-01-01' + i::INTEGER AS born FROM range(10) t(i)"
    )
    connection.execute(
        "CREATE TABLE visits AS SELECT (10 * i + j)::INTEGER AS visit, i::INTEGER AS person, j::INTEGER AS pages, "
        "TIMESTAMP '2024-06-30' - INTERVAL 1 DAY * j::INTEGER AS seen_at FROM range(10) t(i), range(i) u(j)"
    )


@pytest.fixture
def warehouse() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        people_and_visits(connection)
        yield connection


@pytest.fixture(autouse=True)
def in_time() -> Iterator[None]:
    start = process_time()
    yield
    assert process_time() - start < SECONDS


def trait(name: str, expression: str, kind: str = "sql") -> dict[str, Any]:
    field = "sql_expression" if kind == "sql" else "expression"
    return {"name": name, "parent_model": "people", "trait_type": kind, "config": {field: expression}}


def audience(name: str, tree: Node) -> dict[str, Any]:
    return {"name": name, "parent_model": "people", "filter_tree": tree}


def project(**more: Any) -> Project:
    return Project(**({"models": [PEOPLE, VISITS], "relationships": [FAMILY, PEOPLE_VISITS]} | more))


def values(warehouse: duckdb.DuckDBPyConnection, expression: str, **more: Any) -> list[Any]:
    """What an expression gives for each of the people, in order."""
    compiled = project(traits=[trait("it", expression)], **more).compile(AS_OF, connection=warehouse)
    return [value for _, value in sorted(warehouse.execute(compiled.entities[0].sql).fetchall())]


def members(warehouse: duckdb.DuckDBPyConnection, tree: Node) -> list[int]:
    """The people in an audience, in order."""
    compiled = project(audiences=[audience("them", tree)]).compile(AS_OF, connection=warehouse)
    rows = warehouse.execute(compiled.entities[0].sql).fetchall()
    return sorted(person for person, is_member in rows if is_member)


def refusal(**more: Any) -> str:
    """What is said of a project, without what is said of how to mend it."""
    with duckdb.connect() as connection:
        connection.execute(
            "CREATE TABLE people (id INTEGER, name VARCHAR, score DOUBLE, parent_id INTEGER, born DATE);"
            "CREATE TABLE visits (visit INTEGER, person INTEGER, pages INTEGER, seen_at TIMESTAMP)"
        )
        with pytest.raises(DefinitionErrors) as caught:
            project(**more).compile(AS_OF, connection=connection)
    return str(caught.value).split("\n")[0]


def property_(value: float, operator: str = "greater_than", column: str = "score") -> Node:
    return {
        "type": "condition", "condition_type": "property", "column": column, "operator": operator, "value": value,
    }  # fmt: skip


def nested(levels: int, kind: str) -> Node:
    """A tree of that many levels above its leaf, true for people of a score above 3."""
    node: Node = property_(3)
    for level in range(levels):
        match kind:
            case "not":
                node = {"type": "not", "child": node}
            case "groups":
                other = property_(3 if level % 2 else 0)
                node = {"type": "and" if level % 2 else "or", "children": [node, other]}
            case "text":
                node = {"type": "and", "children": [node, "score > 3"]}
            case "related":
                node = {"type": "condition", "condition_type": "relationship", "relationship": "parent", "filter": node}
    return node


# Deep filter trees


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("not", [3, 4, 5, 6, 7, 8, 9]),
        ("groups", [3, 4, 5, 6, 7, 8, 9]),
        ("text", [3, 4, 5, 6, 7, 8, 9]),
        ("related", []),  # whose parents' parents' … parent is number 0
    ],
)
def test_trees_of_64_levels(warehouse: duckdb.DuckDBPyConnection, kind: str, expected: list[int]) -> None:
    assert members(warehouse, nested(64, kind)) == expected


@pytest.mark.parametrize("kind", ["not", "groups", "related"])
def test_trees_of_65_levels_are_refused(kind: str) -> None:
    assert refusal(audiences=[audience("A", nested(65, kind))]) == (
        "[too_deep] audience `A`, filter_tree: found a filter tree of more than 64 levels, expected at most 64"
    )


@pytest.mark.parametrize("levels", [500, 100_000])
def test_trees_without_end_are_refused(levels: int) -> None:
    message = "found more than 200 levels of nesting, expected at most 200 (64 in filter trees)"
    assert refusal(audiences=[audience("A", nested(levels, "not"))]) == f"[too_deep] audiences[0]: {message}"
    text = "audiences: [{filter_tree: " + "{type: not, child: " * levels
    with pytest.raises(DefinitionErrors, match=r"^a\.yml:1:\d+ \[too_deep\] found more than 200 levels"):
        load_text(text, name="a.yml")


def test_trees_in_json_without_end_are_refused() -> None:
    text = '{"audiences": [{"filter_tree": ' + '{"type": "and", "children": [' * 100_000
    with pytest.raises(DefinitionErrors, match=r"\[too_deep\]"):
        load_text(text)


def test_a_deep_expression_at_the_end_of_a_deep_tree(warehouse: duckdb.DuckDBPyConnection) -> None:
    node: Node = "abs(" * 60 + "score" + ")" * 60 + " > 3"
    for _ in range(64):
        node = {"type": "not", "child": node}
    assert members(warehouse, node) == [3, 4, 5, 6, 7, 8, 9]


# Deep expressions

DEEP = {
    "parentheses": lambda n: "(" * n + "score" + ")" * n,
    "calls": lambda n: "abs(" * n + "score" + ")" * n,
    "whole numbers": lambda n: "CAST(" + "abs(" * n + "id" + ")" * n + " AS number)",
    "operators in a row": lambda n: "score" + " + 1" * n,
    "operators in parentheses": lambda n: "(" * n + "score" + " + 0.0)" * n,
    "texts in a row": lambda n: "name" + " || 'x'" * n,
    "cases": lambda n: "CASE WHEN id >= 0 THEN " * n + "score" + " END" * n,
    "conditions": lambda n: "CASE WHEN " * n + "id >= 0" + " THEN TRUE ELSE FALSE END" * n,
    "negations": lambda n: "NOT (" * n + "id >= 0" + ")" * n,
    "comparisons": lambda n: "TRUE = (" * n + "id >= 0" + ")" * n,
    "casts to and fro": lambda n: "CAST(CAST(" * (n // 2) + "id" + " AS text) AS integer)" * (n // 2),
    "dates": lambda n: "date_trunc('day', " * n + "born" + ")" * n,
}


@pytest.mark.parametrize("kind", DEEP)
def test_expressions_nest_60_deep(warehouse: duckdb.DuckDBPyConnection, kind: str) -> None:
    found, shallow = values(warehouse, DEEP[kind](60)), values(warehouse, DEEP[kind](0))
    match kind:
        case "operators in a row":
            assert found == [value + 60 for value in shallow]
        case "texts in a row":
            assert found == [value + "x" * 60 for value in shallow]
        case _:
            assert found == shallow


@pytest.mark.parametrize("levels", [70, 500] if IS_QUICK else [70, 500, 20_000])
@pytest.mark.parametrize("kind", DEEP)
def test_deeper_expressions_are_refused(kind: str, levels: int) -> None:
    said = refusal(traits=[trait("T", DEEP[kind](levels))])
    assert said in (
        "[too_deep] trait `T`, config.sql_expression: the expression nests more than 64 deep",
        "[too_long] trait `T`, config.sql_expression: the expression has more than 1,000,000 characters",
    )


@pytest.mark.parametrize("signs", ["-", "+ -", "NOT"])
def test_signs_and_negations_in_a_row_are_no_depth(warehouse: duckdb.DuckDBPyConnection, signs: str) -> None:
    operand = "id >= 0" if signs == "NOT" else "score"
    found = values(warehouse, f"{signs} " * 20_000 + operand)
    assert found == values(warehouse, operand)


def test_chains_inside_chains_are_refused() -> None:
    expression = "score"
    for _ in range(30):
        expression = f"abs({expression}" + " + 1" * 30 + ")"
    assert "[too_deep]" in refusal(traits=[trait("T", expression)])


def test_conversions_between_clocks_inside_each_other_are_refused() -> None:
    def converted(times: int) -> str:
        expression = "CAST(born AS timestamp)"
        for _ in range(times - 1):
            expression = f"CAST(date(greatest(as_of, {expression})) AS timestamp)"
        return f"greatest(as_of, {expression})"

    said = refusal(timezone="Europe/Berlin", traits=[trait("Three", converted(3)), trait("Four", converted(4))])
    assert said == (
        "[too_deep] trait `Four`, config.sql_expression: greatest: clock times are converted more than 3 times inside "
        "each other"
    )


def test_a_text_without_end_is_refused() -> None:
    assert refusal(traits=[trait("T", f"'{'x' * 1_000_000}'")]) == (
        "[too_long] trait `T`, config.sql_expression: the expression has more than 1,000,000 characters"
    )


# Long lists


@pytest.mark.slow
def test_a_group_of_2_000_children(warehouse: duckdb.DuckDBPyConnection) -> None:
    equal = [property_(1.5 * number, "equals") for number in range(5, 2_005)]
    assert members(warehouse, {"type": "or", "children": equal}) == [5, 6, 7, 8, 9]
    above = [property_(-number) for number in range(1_999)]
    assert members(warehouse, {"type": "and", "children": [*above, property_(9)]}) == [7, 8, 9]


@pytest.mark.slow
def test_2_000_terms_in_one_expression(warehouse: duckdb.DuckDBPyConnection) -> None:
    assert members(warehouse, " OR ".join(f"id = {number}" for number in range(5, 2_005))) == [5, 6, 7, 8, 9]
    pairs = (f"id = {number} AND score > {number}" for number in range(2_000))
    assert members(warehouse, " OR ".join(pairs)) == [1, 2, 3, 4, 5, 6, 7, 8, 9]


@pytest.mark.slow
@pytest.mark.parametrize("column", ["id", "name"])
def test_a_list_of_50_000_values(warehouse: duckdb.DuckDBPyConnection, column: str) -> None:
    listed = [number if column == "id" else f"name {number}" for number in range(5, 50_005)]
    condition = property_(0, "in", column) | {"value": listed}
    assert members(warehouse, {"type": "not", "child": condition}) == [0, 1, 2, 3, 4]


@pytest.mark.slow
def test_a_list_of_50_000_values_in_an_expression(warehouse: duckdb.DuckDBPyConnection) -> None:
    assert members(warehouse, f"id IN ({', '.join(str(number) for number in range(5, 50_005))})") == [5, 6, 7, 8, 9]


@pytest.mark.parametrize(
    ("function", "expected"), [("coalesce", 9.0), ("least", 9.0), ("greatest", 9.0), ("concat", "name 6" * 2_000)]
)
def test_a_function_of_2_000_arguments(warehouse: duckdb.DuckDBPyConnection, function: str, expected: Any) -> None:
    column = "name" if function == "concat" else "score"
    assert values(warehouse, f"{function}({', '.join([column] * 2_000)})")[6] == expected


def test_a_case_of_2_000_branches(warehouse: duckdb.DuckDBPyConnection) -> None:
    branches = " ".join(f"WHEN id = {number} THEN {number * 2}" for number in range(2_000))
    assert values(warehouse, f"CASE {branches} END") == [0, 2, 4, 6, 8, 10, 12, 14, 16, 18]


# Long chains


def chain(length: int) -> list[dict[str, Any]]:
    """Traits of which each adds one to the one before; the first is the id."""
    links = (trait(f"t{number}", f"{{t{number - 1}}} + 1", "formula") for number in range(1, length))
    return [trait("t0", "id"), *links]


@pytest.mark.slow
@pytest.mark.parametrize("backwards", [False, True])
def test_a_chain_of_90_traits(warehouse: duckdb.DuckDBPyConnection, backwards: bool) -> None:
    traits = chain(90)
    project(traits=traits[::-1] if backwards else traits).run(AS_OF, connection=warehouse)
    last = warehouse.execute("SELECT t89 FROM coterie.people_traits ORDER BY id").fetchall()
    assert [value for (value,) in last] == [number + 89 for number in range(10)]


@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize("length", [101, pytest.param(5_000, marks=pytest.mark.slow)])
def test_longer_chains_are_refused(length: int, backwards: bool) -> None:
    traits = chain(length)
    said = refusal(traits=traits[::-1] if backwards else traits)
    assert said == "[too_deep] trait `t100`: more than 100 definitions build on each other"


@pytest.mark.slow
def test_a_circle_of_5_000_traits_is_refused() -> None:
    traits = [trait(f"t{number}", f"{{t{(number + 1) % 5_000}}} + 1", "formula") for number in range(5_000)]
    said = refusal(traits=traits)
    assert said.startswith("[cycle] trait `t4999`, config.expression: ")
    assert said.endswith(
        ": `people.t0` → `people.t1` → `people.t2` → `people.t3` → `people.t4` → `people.t5` → … → "
        "`people.t4996` → `people.t4997` → `people.t4998` → `people.t4999` → `people.t0`"
    )


@pytest.mark.slow
def test_a_chain_of_90_audiences(warehouse: duckdb.DuckDBPyConnection) -> None:
    def outside(number: int) -> Node:
        return {
            "type": "condition", "condition_type": "audience", "audience": f"a{number}", "operator": "not_member_of",
        }  # fmt: skip

    links = [audience(f"a{number}", outside(number - 1)) for number in range(1, 90)]
    report = project(audiences=[audience("a0", "id < 3"), *links]).run(AS_OF, connection=warehouse)
    sizes = [one.size for one in report.entities[0].audiences]
    assert sizes == [3, 7] * 45


def test_a_chain_of_90_computed_columns(warehouse: duckdb.DuckDBPyConnection) -> None:
    columns = [{"name": f"c{number}", "expression": f"c{number + 1} + 1"} for number in range(89)]
    people = PEOPLE | {"columns": [*columns, {"name": "c89", "expression": "id"}]}
    assert values(warehouse, "c0", models=[people, VISITS]) == [number + 89 for number in range(10)]


# Long paths


def test_paths_of_64_steps(warehouse: duckdb.DuckDBPyConnection) -> None:
    assert values(warehouse, ".".join(["parent"] * 64) + ".id") == [0] * 10
    counted = {"path": ["children"] * 64, "aggregation": "count"}
    descendants = {"name": "D", "parent_model": "people", "trait_type": "aggregation", "config": counted}
    project(traits=[descendants]).run(AS_OF, connection=warehouse)
    assert warehouse.execute("SELECT id, d FROM coterie.people_traits ORDER BY id").fetchall()[:2] == [(0, 10), (1, 0)]


@pytest.mark.parametrize("steps", [65, 20_000])
def test_longer_paths_are_refused(steps: int) -> None:
    message = f"the path has {steps:,} steps, expected at most 64"
    expression = ".".join(["parent"] * steps) + ".id"
    assert refusal(traits=[trait("T", expression)]) == f"[too_deep] trait `T`, config.sql_expression: {message}"
    by_path = property_(1) | {"path": ["parent"] * steps}
    assert refusal(audiences=[audience("A", by_path)]) == f"[too_deep] audience `A`, filter_tree.path: {message}"
    counted = {"path": ["children"] * steps, "aggregation": "count"}
    traits = [{"name": "T", "parent_model": "people", "trait_type": "aggregation", "config": counted}]
    assert refusal(traits=traits) == f"[too_deep] trait `T`, config.path: {message}"


# Many definitions, and long names


@pytest.mark.slow
def test_1_000_traits_of_one_entity(warehouse: duckdb.DuckDBPyConnection) -> None:
    def counted(number: int) -> dict[str, Any]:
        config = {
            "source_model": "visits", "aggregation": "count", "filter": f"pages < {number % 7}",
            "window": {"last": {"n": 1 + number % 5, "unit": "week"}},
        }  # fmt: skip
        return {"name": f"t{number}", "parent_model": "people", "trait_type": "aggregation", "config": config}

    made = project(traits=[counted(number) for number in range(1_000)])
    for _ in range(2):  # the second run finds nothing to change
        report = made.run(AS_OF, connection=warehouse)
        assert [(one.slug, one.values) for one in report.entities[0].traits][-1] == ("t999", 10)
        row = warehouse.execute("SELECT t0, t3, t999 FROM coterie.people_traits WHERE id = 9").fetchone()
        assert row == (0, 3, 5)
    long_form = warehouse.execute(
        "SELECT trait, value FROM coterie.trait_values WHERE key = '9' ORDER BY ALL"
    ).fetchall()
    assert (len(long_form), long_form[0], long_form[-1]) == (1_000, ("t0", "0"), ("t999", "5"))


def test_a_unit_test_of_2_000_given_rows() -> None:
    people = [{"id": number, "name": f"name {number}", "score": number} for number in range(2_000)]
    visits = [
        {"visit": number, "person": number // 2, "pages": number % 2, "seen_at": "2024-06-30 12:00:00"}
        for number in range(2_000)
    ]
    counted = {"source_model": "visits", "aggregation": "sum", "column": "pages"}
    expected = [{"id": number, "pages": 1 if number < 1_000 else 0, "twice": number * 2} for number in range(2_000)]
    readers = [*range(999), 1_999]  # of whom the last one read nothing, and number 999 is missing
    test = {
        "name": "Many", "as_of": AS_OF, "given": {"people": people, "visits": visits},
        "expect": {"traits": {"people": expected}, "audiences": {"readers": readers}},
    }  # fmt: skip
    made = project(
        traits=[
            {"name": "Pages", "parent_model": "people", "trait_type": "aggregation", "config": counted},
            trait("Twice", "score * 2"),
        ],
        audiences=[audience("Readers", "{Pages} > 0")],
        tests=[test],
    )
    (result,) = made.test().results
    assert result.failures == (AudienceFailure("people", "readers", 1_000, 1_000, ((1_999,),), ((999,),)),)


def test_names_of_300_characters(warehouse: duckdb.DuckDBPyConnection) -> None:
    model, column, slug = "m" * 300, "c" * 300, "t" * 300
    source = f"SELECT id, score AS {'s' * 300} FROM people"
    made = Project(
        models=[{
            "name": model, "source": {"sql": source}, "primary_key": "id",
            "columns": [{"name": column, "expression": f"{'s' * 300} * 2"}],
        }],
        traits=[trait(slug, f"{column} + 1") | {"parent_model": model}],
        audiences=[audience("a" * 300, f"{slug} > 10") | {"parent_model": model}],
    )  # fmt: skip
    report = made.run(AS_OF, connection=warehouse)
    assert report.entities[0].audiences[0].size == 6
    rows = warehouse.execute(f"SELECT {slug} FROM coterie.{model}_traits ORDER BY id").fetchall()
    assert [value for (value,) in rows] == [3.0 * number + 1 for number in range(10)]


@pytest.mark.slow
def test_100_relationships_of_one_model(warehouse: duckdb.DuckDBPyConnection) -> None:
    columns = [{"name": f"other_{number}", "expression": f"id - {number}"} for number in range(100)]
    ways = [
        FAMILY | {
            "name": f"way_{number}", "inverse_name": f"back_{number}",
            "join_keys": [{"from": f"other_{number}", "to": "id"}],
        }
        for number in range(100)
    ]  # fmt: skip
    expression = "coalesce(" + ", ".join(f"way_{number}.score" for number in range(99, -1, -1)) + ")"
    found = values(warehouse, expression, models=[PEOPLE | {"columns": columns}, VISITS], relationships=ways)
    assert found == [0.0] * 10  # of the person farthest back


# Numbers and patterns


@pytest.mark.parametrize("digits", [39, 5_000])
def test_numbers_with_more_digits_than_a_warehouse_holds(digits: int) -> None:
    number = int("9" * 4_000) * 10 ** (digits - 4_000) if digits > 4_000 else int("9" * digits)
    message = f"found a number of {digits:,} digits, expected at most 38"
    tree = property_(number, "equals")
    assert refusal(audiences=[audience("A", tree)]) == f"[out_of_range] audience `A`, filter_tree.value: {message}"
    text = "score = " + "9" * digits
    assert refusal(audiences=[audience("A", text)]) == f"[out_of_range] audience `A`, filter_tree: {message}"


@pytest.mark.parametrize("sign", ["", "-"])
def test_numbers_keep_all_their_digits(warehouse: duckdb.DuckDBPyConnection, sign: str) -> None:
    number = f"{sign}1.2345678901234567890123456789012345678"
    assert values(warehouse, number) == [Decimal(number)] * 10


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("(" * 5_000, "groups nest more than 50 deep"),
        ("((((a{9}){9}){9}){9})", "counts inside each other multiply to more than 1000"),
        ("a{" + "9" * 5_000 + "}", "expected {n}, {n,} or {n,m}"),
        ("[a-z]{1000}" * 30, "the pattern means more than 20,000 characters when counts are written out"),
    ],
)
def test_patterns_that_would_burst_an_engine(pattern: str, said: str) -> None:
    tree = property_(0, "matches", "name") | {"value": pattern}
    assert refusal(audiences=[audience("A", tree)]).endswith(f": {said}")


def test_a_long_pattern(warehouse: duckdb.DuckDBPyConnection) -> None:
    tree = property_(0, "matches", "name") | {"value": "|".join(f"e {number}$" for number in range(5, 2_000))}
    assert members(warehouse, tree) == [5, 6, 7, 8, 9]


@pytest.mark.slow
def test_definitions_in_json_are_read_like_those_in_yaml(warehouse: duckdb.DuckDBPyConnection) -> None:
    tree = {"type": "or", "children": [property_(number) for number in range(2_000)]}
    content = {"models": [PEOPLE], "audiences": [audience("them", tree)]}
    Project.of(load_text(json.dumps(content))).run(AS_OF, connection=warehouse)
    assert warehouse.execute("SELECT count(*) FROM coterie.people_audience_members").fetchone() == (9,)
