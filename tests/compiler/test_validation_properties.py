"""Definitions changed at random are accepted or told; nothing else ever comes out."""

from __future__ import annotations

import copy
import json
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from coterie.compiler.loading.load import build
from coterie.errors import CompileError, DefinitionErrors

VALID: dict[str, Any] = {
    "name": "shop",
    "targets": {"dev": {"source_type": "duckdb", "path": "x", "threads": 2}},
    "vars": {"a": 1, "b": [1, "x"]},
    "models": [
        {
            "name": "c",
            "source": {"sql": "select 1"},
            "primary_key": ["a", "b"],
            "columns": [{"name": "x", "type": "text"}],
        }
    ],
    "relationships": [
        {
            "name": "r",
            "from_model": "a",
            "to_model_id": "b",
            "cardinality": "one_to_many",
            "join_keys": [{"from": "a", "to": "b"}],
        }
    ],
    "traits": [
        {
            "name": "T",
            "parent_model": "c",
            "trait_type": "aggregation",
            "config": {
                "aggregation": "percentile",
                "p": Decimal("0.5"),
                "window": {"between": {"start": "2024-01-01", "end": "2024-02-01"}},
                "filter": {
                    "type": "and",
                    "children": [
                        "a > 1",
                        {
                            "type": "not",
                            "child": {
                                "type": "condition",
                                "condition_type": "trait",
                                "trait": "t",
                                "operator": "size",
                                "value": {"operator": "equals", "value": 1},
                            },
                        },
                    ],
                },
            },
        },
        {"name": "F", "parent_model": "c", "trait_type": "formula", "config": {"expression": "{t} {{ var('a') }}"}},
    ],
    "audiences": [
        {
            "name": "A",
            "parent_model": "c",
            "filter_tree": {
                "type": "condition",
                "condition_type": "event",
                "source_model": "o",
                "window": {"last": {"n": 3, "unit": "day"}},
                "aggregate": {"function": "sum", "column": "x", "operator": "between", "value": [1, {"column": "y"}]},
            },
        }
    ],
}

WORDS = ["type", "condition", "trait", "property", "and", "value", "x", "", "{{ var('a') }}", "{{ x", "{% x %}", "text"]
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.decimals()
    | st.floats()
    | st.dates()
    | st.sampled_from(WORDS)
    | st.text(max_size=5)
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(WORDS), inner, max_size=3),
    max_leaves=6,
)


def paths(value: Any, above: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    steps = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else []
    return [found for step in steps for found in [(*above, step), *paths(value[step], (*above, step))]]


def mistakes(data: dict[str, Any]) -> tuple[CompileError, ...]:
    try:
        build(data)
    except DefinitionErrors as refused:
        return refused.errors
    return ()


@given(st.sampled_from(paths(VALID)), VALUES, st.sampled_from(["replace", "add", "remove"]))
def test_any_change_is_accepted_or_told(path: tuple[str | int, ...], value: Any, change: str) -> None:
    data = copy.deepcopy(VALID)
    *above, last = path
    parent: Any = data
    for step in above:
        parent = parent[step]
    if change == "remove":
        del parent[last]
    elif change == "add" and isinstance(parent, dict):
        parent["another"] = value
    else:
        parent[last] = value
    for error in mistakes(data):
        assert error.code != "invalid_value"
        assert str(error)
        assert json.dumps(error.as_dict())


def test_the_unchanged_project_is_accepted() -> None:
    assert mistakes(VALID) == ()
    assert build(VALID).traits[1].name == "F"
