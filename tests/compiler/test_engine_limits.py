"""Statements that keep to what engines bear: the rows stay the same, or the refusal is clear."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlglot import exp

from coterie import dialects
from coterie.compiler import Catalog, compile
from coterie.compiler.compiled import EntityStatement
from coterie.compiler.planning import parts as planning_parts
from coterie.compiler.planning.parts import Borne, Wanted
from coterie.compiler.sharing import joins
from coterie.compiler.writing import needed
from coterie.dialects import Dialect
from coterie.errors import DefinitionErrors
from coterie.project import Project
from tests.case_file import read_case
from tests.case_rows import by_key, differences
from tests.engines import ENGINES, rows_of, started, wanted
from tests.test_cases import load

DUCKDB = dialects.get("duckdb")


def statements(name: str, dialect: Dialect = DUCKDB, on: str = "duckdb") -> list[EntityStatement]:
    """The statements of a case, which give the rows that are expected of it."""
    engine, case = started(on), read_case(name, dialect.name)
    load(engine, case, case.tables)
    catalog = Catalog({model: engine.describe(table) for model, table in case.sources.items()})
    compiled = compile(case.project, catalog, dialect, as_of=case.as_of)
    found: dict[str, dict[str, dict[str, object]]] = {}
    for statement in compiled.entities:
        rows = by_key(rows_of(engine, statement), [column.name for column in statement.key])
        known = found.setdefault(statement.entity, {key: {} for key in rows})
        assert known.keys() == rows.keys()
        for key, row in rows.items():
            known[key] |= row
    for entity, expected in case.expected.items():
        lines = [differences(one, found[entity], null_arrays=dialect.null_arrays) for one in expected]
        assert not any(lines), lines
    return list(compiled.entities)


def selects(statement: EntityStatement) -> list[exp.Select]:
    return list(statement.tree.find_all(exp.Select))


# Joins


@pytest.mark.parametrize("name", ["many_to_many", "sequences"])
@pytest.mark.parametrize("engine", [name for name in wanted() if not ENGINES[name].is_slow])
def test_one_join_at_a_time_changes_no_row(engine: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes before is kept whole, as `t.*` where engines give such columns their own names."""
    monkeypatch.setattr(joins, "MOST", 1)
    dialect = dialects.get(started(engine).dialect)
    found = statements(name, dialect, engine)
    for statement in found:
        assert max(len(select.args.get("joins") or []) for select in selects(statement)) == 1
    assert any(".*," in statement.sql for statement in found) == dialect.stars


@pytest.mark.parametrize("materializes", [True, False])
def test_all_but_the_last_are_materialized_where_engines_can_be_told(
    monkeypatch: pytest.MonkeyPatch, materializes: bool
) -> None:
    monkeypatch.setattr(joins, "MOST", 1)
    (statement,) = compiled_counts(replace(DUCKDB, materializes=materializes))
    named = {cte.alias: bool(cte.args.get("materialized")) for cte in statement.tree.ctes}
    assert [name for name, is_materialized in named.items() if is_materialized] == (
        ["people_3", "people_4"] if materializes else []
    )
    assert statement.sql.count(" AS MATERIALIZED (") == (2 if materializes else 0)


def test_more_joins_than_all_of_them_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a trait alone needs cannot be taken apart; the others can."""
    monkeypatch.setattr(joins, "MOST_IN_ALL", 1)
    both = {
        "name": "both",
        "parent_model": "people",
        "trait_type": "formula",
        "config": {"expression": "{aunts} + {uncles}"},
    }
    assert len(compiled_counts()) == 3
    with pytest.raises(DefinitionErrors) as caught:
        compiled_counts(more=[both])
    assert str(caught.value) == (
        "[too_many_relations] trait `both`: the rows of `people` would be joined with 2 relations, at most 1 can\n"
        "    run what it is made of before, and let it read what is published (`freshness`)"
    )


def compiled_counts(dialect: Dialect = DUCKDB, more: Sequence[Mapping[str, Any]] = ()) -> tuple[EntityStatement, ...]:
    columns = {name: (("id", "INTEGER"), ("parent", "INTEGER")) for name in ("people", "aunts", "uncles", "cousins")}
    return compile(
        three_counts(more).definitions, Catalog(columns), dialect, as_of=datetime(2024, 7, 1, tzinfo=UTC)
    ).entities


def three_counts(more: Sequence[Mapping[str, Any]] = ()) -> Project:
    """Three traits of which none reads what another does, and others."""
    related = [
        {
            "name": name, "source": {"table": "people"}, "primary_key": "id",
            "columns": [{"name": "one", "expression": "1"}],
        }
        for name in ("aunts", "uncles", "cousins")
    ]  # fmt: skip
    return Project(
        models=[{"name": "people", "source": {"table": "people"}, "primary_key": "id"}, *related],
        relationships=[
            {
                "name": f"people_{one['name']}", "from_model": "people", "to_model": one["name"],
                "cardinality": "one_to_many", "join_keys": [{"from": "id", "to": "parent"}],
            }
            for one in related
        ],
        traits=[
            *(
                {
                    "name": one["name"], "parent_model": "people", "trait_type": "aggregation",
                    "config": {"source_model": one["name"], "aggregation": "count"},
                }
                for one in related
            ),
            *more,
        ],
    )  # fmt: skip


# DISTINCT


@pytest.mark.parametrize("name", ["functions", "functions_no_rows", "elements", "populations", "many_to_many"])
def test_one_distinct_at_a_time_changes_no_row(name: str) -> None:
    usual = max(distincts(select) for statement in statements(name) for select in selects(statement))
    few = [
        distincts(select)
        for statement in statements(name, replace(DUCKDB, most_distinct=1))
        for select in selects(statement)
    ]
    assert max(few) == 1
    assert usual > 1 or name == "populations"


def distincts(select: exp.Select) -> int:
    """How many DISTINCT aggregates it has itself."""
    return len([node for column in select.expressions for node in column.find_all(exp.Distinct)])


# Common table expressions


@pytest.mark.parametrize("name", ["many_to_many", "sequences", "elements", "populations", "priority_lists", "limits"])
def test_relations_may_stand_where_they_are_read(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = [len(statement.tree.ctes) for statement in statements(name)]
    monkeypatch.setattr(needed, "MOST_NAMED", 0)
    few = [len(statement.tree.ctes) for statement in statements(name)]
    assert sum(few) < sum(usual)


def test_more_relations_than_engines_bear_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    otherdb = replace(DUCKDB, name="otherdb", most_relations=2)
    with pytest.raises(DefinitionErrors) as caught:
        compiled_counts(otherdb)
    assert str(caught.value) == (
        "[too_many_relations] trait `aunts`: one statement would have 3 common table expressions; otherdb allows 2\n"
        "    run what it is made of before, and let it read what is published (`freshness`)"
    )
    monkeypatch.setattr(needed, "MOST_NAMED", 0)
    assert [len(statement.tree.ctes) for statement in compiled_counts(otherdb)] == [0]


def test_more_selects_than_engines_bear_are_refused() -> None:
    """The people and a kind of relatives, these twice: to be counted, and those that are counted."""
    otherdb = replace(DUCKDB, name="otherdb", most_selects=3)
    with pytest.raises(DefinitionErrors) as caught:
        compiled_counts(otherdb)
    assert "one statement would have 4 SELECTs, one wherever a relation is read; otherdb allows 3" in str(caught.value)


@pytest.mark.parametrize(
    ("limit", "said"),
    [
        (
            "most_columns",
            "[too_many_columns] trait `aunts`: one SELECT would have 2 columns; otherdb allows 1",
        ),
        ("most_text", "[statement_too_long] trait `aunts`: one SELECT would have 505 bytes of text; otherdb allows 1"),
    ],
)
def test_wider_and_longer_statements_than_engines_bear_are_refused(limit: str, said: str) -> None:
    with pytest.raises(DefinitionErrors) as caught:
        compiled_counts(replace(DUCKDB, name="otherdb", **{limit: 1}))
    assert str(caught.value).startswith(f"{said}\n")


# Several statements


@pytest.mark.parametrize(
    ("limit", "parts"),
    [
        ({"most_relations": 5}, ["aunts uncles", "cousins"]),
        ({"most_selects": 7}, ["aunts uncles", "cousins"]),
        ({"most_selects": 8}, ["aunts uncles cousins"]),
        ({"most_columns": 3}, ["aunts uncles", "cousins"]),
        ({"most_text": 600}, ["aunts", "uncles", "cousins"]),
        ({"most_width": 3}, ["aunts uncles", "cousins"]),
        ({"most_width": 4}, ["aunts uncles cousins"]),
    ],
    ids=str,
)
def test_what_is_too_much_at_once_is_several_statements(limit: dict[str, int], parts: list[str]) -> None:
    statements = compiled_counts(replace(DUCKDB, **limit))
    assert [" ".join(trait.slug for trait in one.traits) for one in statements] == parts
    assert [one.part for one in statements] == list(range(1, len(parts) + 1))


@pytest.mark.parametrize(("most", "parts"), [(1, ["aunts", "uncles", "cousins"]), (2, ["aunts uncles", "cousins"])])
def test_more_columns_than_are_tried_at_once(monkeypatch: pytest.MonkeyPatch, most: int, parts: list[str]) -> None:
    monkeypatch.setattr(planning_parts, "MOST", most)
    assert [" ".join(trait.slug for trait in one.traits) for one in compiled_counts()] == parts


def test_what_was_too_much_once_is_not_tried_again() -> None:
    """If it is about as much: a few columns may be very long, which says nothing of many others."""

    def sizes(parts: list[Wanted]) -> list[int]:
        return [len(traits) + len(audiences) for part in parts for traits, audiences in part.values()]

    borne, ten = Borne(), {"people": (tuple("abcdef"), tuple("ghij"))}
    assert borne.parts(ten) == borne.parts({}) == []
    assert sizes(fives := borne.apart(ten, 1.5)) == [5, 5]
    assert borne.parts(ten) == fives
    assert sizes(borne.apart(fives[0], 2.9)) == [2, 2, 1]
    assert borne.parts(fives[1]) == []
    assert borne.parts({"people": (tuple("abcdefghijk"), ())}) == []
    assert borne.parts({"orders": ten["people"]}) == []
    assert borne.apart({"orders": (("a",), ())}, 3.0) == borne.parts({"orders": (("b",), ())}) == []
    assert sizes(borne.apart(ten | {"orders": ten["people"]}, 2.0)) == [10, 10]


@pytest.mark.parametrize("name", ["limits", "priority_lists", "splits"])
def test_parts_of_three_columns_have_the_same_rows(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = statements(name)
    monkeypatch.setattr(planning_parts, "MOST", 3)
    few = statements(name)
    assert max(len(one.traits) + len(one.audiences) for one in few) == 3
    assert [(one.entity, column.name) for one in few for column in (*one.traits, *one.audiences)] == [
        (one.entity, column.name) for one in whole for column in (*one.traits, *one.audiences)
    ]


@pytest.mark.parametrize("name", ["broken_promises", "many_to_many"])
def test_parts_check_what_the_whole_does(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two paths to the same rows are two promises, though both are called alike."""
    engine, case = started("duckdb"), read_case(name)
    load(engine, case, case.tables)
    catalog = Catalog({model: engine.describe(table) for model, table in case.sources.items()})

    def counted() -> list[tuple[str, int]]:
        checks = compile(case.project, catalog, DUCKDB, as_of=case.as_of).checks
        return [(check.name, count) for check in checks for row in engine.query(check.sql) for count in row.values()]

    whole = Counter(counted())
    monkeypatch.setattr(planning_parts, "MOST", 1)
    assert whole <= Counter(counted())


@pytest.mark.parametrize("name", ["functions", "limits", "many_to_many", "populations", "priority_lists", "splits"])
def test_several_statements_have_the_same_rows(name: str) -> None:
    few = statements(name, replace(DUCKDB, most_width=4))
    assert max(len(one.key) + len(one.traits) + len(one.audiences) + len(one.splits) for one in few) == 4
    entities = {one.entity for one in few}
    assert len(few) > len(entities)
    columns = [(one.entity, column.name) for one in few for column in (*one.traits, *one.audiences, *one.splits)]
    assert len(columns) == len(set(columns))
    whole = statements(name)
    assert sorted(columns) == sorted(
        (one.entity, column.name) for one in whole for column in (*one.traits, *one.audiences, *one.splits)
    )
