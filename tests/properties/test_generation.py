"""The generator: its projects hold the whole language, their rows are worth comparing, and they can be made small."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from random import Random
from typing import Any, get_args

import pytest

from coterie.compiler.definitions.base import Unit
from coterie.compiler.definitions.comparisons import Aggregation, Operator
from coterie.compiler.definitions.windows import CalendarUnit, Window
from coterie.compiler.loading.definition_fields import field_names
from tests.properties.chooser import Chooser
from tests.properties.reduction import reduced
from tests.properties.reference import evaluate
from tests.properties.strategies import Generated, generate

EXEMPT = {"approx_count_distinct"}  # no two engines need to agree on it


@cache
def examples() -> tuple[Generated, ...]:
    return tuple(generate(Chooser(Random(seed))) for seed in range(320))


def words(value: Any, *keys: str) -> Iterator[Any]:
    """Everything that stands under one of the keys, at any depth."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key in keys:
                yield part
            yield from words(part, *keys)
    elif isinstance(value, list):
        for part in value:
            yield from words(part, *keys)


def found(*keys: str) -> set[Any]:
    return {
        word
        for example in examples()
        for word in words(example.definitions, *keys)
        if isinstance(word, str | bool | int)
    }


@pytest.mark.slow
def test_the_whole_language_is_generated() -> None:
    assert found("trait_type") == {"aggregation", "occurrence", "list", "sql", "formula"}
    assert found("aggregation", "function") >= set(get_args(Aggregation)) - EXEMPT
    assert found("occurrence") == {"first", "last", "nth", "exists"}
    assert found("order_by") >= {"value", "frequency", "first_seen", "last_seen"}
    assert found("condition_type") == {"property", "trait", "relationship", "event", "audience", "sql", "bucket"}
    assert found("operator") >= set(get_args(Operator))
    assert found("unit") == set(get_args(Unit))
    assert found("cardinality") == {"one_to_one", "one_to_many", "many_to_one", "many_to_many"}
    assert found("quantifier") == {"any", "all", "none"}
    assert found("type") >= {"and", "or", "not", "condition"}
    for option in (
        "ignore_case",
        "include_null",
        "performed",
        "distinct",
        "limit",
        "inverse_name",
        "through_model",
        "salt",
        "group",
        "holdout",
        "by",
        "elements",
    ):
        assert found(option), option
    assert {
        form for example in examples() for window in words(example.definitions, "window") for form in window
    } == set(field_names(Window))
    assert found("this") == found("previous") == set(get_args(CalendarUnit))
    assert [*words([example.definitions for example in examples()], "in_periods")]
    assert found("mode") >= {"inline", "materialized"}
    assert {name for one in examples() for value in words(one.definitions, "population") for name in value} == {
        *("function", "p", "filter")
    }
    assert {str(p) for one in examples() for p in words(one.definitions, "percentile")} >= {"0", "0.5", "0.9", "1"}
    assert "percentile_of(" in str([example.definitions for example in examples()])
    for form in ("since", "until", "on", "valid_from_column", "valid_to_column", "timezone", "expression"):
        assert found(form), form


@pytest.mark.slow
def test_rows_are_worth_comparing() -> None:
    seen: Counter[str] = Counter()
    for example in examples():
        for rows in evaluate(example.project, example.tables, example.as_of, example.trees).values():
            for slug in next(iter(rows.traits.values()), {}):
                seen[variety([found[slug] for found in rows.traits.values()])] += 1
            for slug in next(iter(rows.audiences.values()), {}):
                seen[f"audience {variety([found[slug] for found in rows.audiences.values()])}"] += 1
    traits = seen["varied"] + seen["constant"] + seen["empty"]
    audiences = seen["audience varied"] + seen["audience constant"] + seen["audience empty"]
    assert seen["varied"] / traits > 0.35
    assert seen["audience varied"] / audiences > 0.25


def variety(values: list[Any]) -> str:
    if len(set(map(repr, values))) > 1:
        return "varied"
    return "empty" if values[0] in (None, 0, False, ()) else "constant"


def test_a_seed_gives_one_project() -> None:
    assert repr(generate(Chooser(Random(7)))) == repr(generate(Chooser(Random(7))))


def test_failures_are_reduced_to_what_they_need() -> None:
    """A judge that minds any trait with a window: the rest goes, the windowed trait stays, with its rows."""

    def judge(generated: Generated) -> str | None:
        windows = [trait.get("config", {}).get("window") for trait in generated.definitions["traits"]]
        return "windowed" if any(windows) and all(generated.tables.values()) else None

    example = next(example for example in examples() if judge(example))
    small = reduced(example, judge)
    assert judge(small) == "windowed"
    assert [set(trait["config"]) for trait in small.definitions["traits"]] == [{"window"}]
    assert small.definitions["audiences"] == small.definitions["relationships"] == []
    assert [len(rows) for rows in small.tables.values()] == [1] * len(example.tables)
