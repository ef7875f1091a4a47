"""Explanations agree with what a run publishes: for every entity of the Online Retail example, and every definition."""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from coterie import compiler, dialects
from coterie.compiler.definitions import AggregationTrait, ListTrait, OccurrenceTrait
from coterie.project import load
from coterie.runtime.catalog import read_catalog
from coterie.runtime.explain import Explainer
from coterie.runtime.explanation import Making, Membership, SourceRows
from coterie.runtime.warehouse import adopt
from coterie.selection import selectables
from tests.case_rows import same
from tests.effort import some
from tests.examples.oracle import EXAMPLES
from tests.examples.published import Published, defined
from tests.explained import contradictions

EXAMPLE = "online_retail"
AS_OF = datetime(2011, 7, 1, tzinfo=UTC)
SOME, EVERY_ROW = 40, 1_000_000
PROJECT = load(EXAMPLES / EXAMPLE)
DEFINITIONS = {one.id: one.definition for one in selectables(PROJECT.definitions)}


@pytest.fixture(scope="module")
def published() -> Published:
    return Published(EXAMPLE, AS_OF)


@pytest.fixture(scope="module")
def explainer(published: Published) -> Explainer:
    """What `Project.explain` uses, for a project that is typed once."""
    warehouse, dialect = adopt(published.connection), dialects.get("duckdb")
    catalog = read_catalog(PROJECT.definitions.models, warehouse, dialect, PROJECT.root)
    typed = compiler.check(PROJECT.definitions, catalog, dialect)
    return Explainer(typed, warehouse, dialect, as_of=AS_OF, root=str(PROJECT.root))


@pytest.mark.parametrize("identifier", some(defined(EXAMPLE, "audience"), 4))
def test_an_audience_is_explained_as_it_is_published(
    published: Published, explainer: Explainer, identifier: str
) -> None:
    model, slug = identifier.split(".")
    keys, members = [(key,) for key in published.keys(model)], published.members(identifier)
    problems = []
    for entity in explainer.audience(model, slug, keys).entities:
        assert isinstance(entity, Membership)
        assert entity.tree is not None
        problems += contradictions(entity.tree, member=entity.key[0] in members)
        assert entity.member is entity.tree.holds
    assert problems == []


@pytest.mark.parametrize("identifier", some(defined(EXAMPLE, "trait"), 4))
def test_a_trait_is_explained_as_it_is_published(published: Published, explainer: Explainer, identifier: str) -> None:
    model, slug = identifier.split(".")
    values = published.values(identifier)
    keys = [(key,) for key in sorted(values, key=str)[:: max(1, len(values) // SOME)]]
    for entity in explainer.trait(model, slug, keys, limit=EVERY_ROW).entities:
        assert isinstance(entity, Making)
        assert same(entity.value, values[entity.key[0]])
        if entity.rows is not None:
            assert entity.rows.total == len(entity.rows.rows)
            made = made_of(DEFINITIONS[identifier], entity.rows)
            assert made is NotImplemented or agrees(made, entity.value), entity


def agrees(made: Any, value: Any) -> bool:
    if isinstance(made, float) and isinstance(value, float):
        return math.isclose(made, value, rel_tol=1e-9)
    return bool(made == value)


def made_of(definition: Any, rows: SourceRows) -> Any:
    """What the rows, in their order, add up to; NotImplemented where that is only approximate."""
    config = definition.config
    if not rows.rows:
        return of_nothing(definition)
    if getattr(config, "aggregation", "") == "approx_count_distinct":
        return NotImplemented
    name = config.column or config.trait
    values = [row[rows.columns.index(name)] for row in rows.rows] if name else [None] * rows.total
    match definition:
        case OccurrenceTrait():
            n = config.n if config.occurrence == "nth" else 1
            return True if config.occurrence == "exists" else values[abs(n) - 1] if len(values) >= abs(n) else None
        case ListTrait():
            return list(dict.fromkeys(values) if config.distinct else values)[: config.limit]
        case AggregationTrait():
            return AGGREGATIONS[config.aggregation](values, config)
    return NotImplemented


def of_nothing(definition: Any) -> Any:
    """The value of a trait that no row counts for."""
    config = definition.config
    if "default" in config.model_fields_set:
        return config.default
    match definition:
        case ListTrait():
            return []
        case OccurrenceTrait():
            return False if config.occurrence == "exists" else None
    return 0 if config.aggregation in ("count", "count_distinct", "approx_count_distinct", "sum") else None


def percentile(values: list[Any], p: Any) -> float:
    """The rows come in the order of the values."""
    place = float(p) * (len(values) - 1)
    low, high = values[math.floor(place)], values[math.ceil(place)]
    return float(low) + (float(high) - float(low)) * (place - math.floor(place))


AGGREGATIONS: dict[str, Callable[[list[Any], Any], Any]] = {
    "count": lambda values, config: len(values),
    "count_distinct": lambda values, config: len(set(values)),
    "sum": lambda values, config: sum(values, Decimal(0)),
    "avg": lambda values, config: float(sum(map(Decimal, values))) / len(values),
    "min": lambda values, config: values[0],
    "max": lambda values, config: values[0],
    "median": lambda values, config: percentile(values, Decimal("0.5")),
    "percentile": lambda values, config: percentile(values, config.p),
    "stddev": lambda values, config: statistics.stdev(map(float, values)) if len(values) > 1 else None,
    "mode": lambda values, config: values[0],
    "least_frequent": lambda values, config: values[0],
}
