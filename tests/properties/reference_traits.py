"""Traits of the reference interpreter: one value per row of the parent model."""

from __future__ import annotations

from functools import cmp_to_key
from typing import Any

from coterie.compiler.definitions import (
    AggregationTrait,
    FormulaTrait,
    ListConfig,
    ListTrait,
    OccurrenceConfig,
    OccurrenceTrait,
    RelatedConfig,
    SqlTrait,
    TraitDef,
)
from tests.properties import reference_values as v
from tests.properties.reference_aggregates import aggregate, counted, value_of, values_of
from tests.properties.reference_filters import holds
from tests.properties.reference_rows import Row, World
from tests.properties.reference_windows import in_window


def trait_value(world: World, trait: TraitDef, row: Row) -> Any:
    """The value of a trait for one row, its default included."""
    value, is_empty = computed_value(world, trait, row)
    config = trait.config
    if not (config.has_default and is_empty):
        return value
    return config.default


def computed_value(world: World, trait: TraitDef, row: Row) -> tuple[Any, bool]:
    """The value without a default, and whether it is the value of "nothing aggregated"."""
    match trait:
        case SqlTrait():
            value = world.evaluate(trait.config.sql_expression, row, world.entities(row.model))
            return value, value is None
        case FormulaTrait():
            value = world.evaluate(trait.config.expression, row, world.entities(row.model))
            return value, value is None
    rows = source_rows(world, trait.config, row)
    match trait:
        case AggregationTrait():
            values = values_of(world, trait.config, rows)
            value = aggregate(trait.config.aggregation, values, trait.config.p)
            return value, value is None or not values
        case OccurrenceTrait() if trait.config.occurrence == "exists":
            found = values_of(world, trait.config, rows)
            return bool(found), not found
        case OccurrenceTrait():
            value = occurrence(world, trait.config, rows)
            return value, value is None
        case ListTrait():
            items = listed(world, trait.config, rows)
            return items, not items
    raise AssertionError(trait)


def source_rows(world: World, config: RelatedConfig, row: Row) -> list[Row]:
    """The rows a trait is made from, each once."""
    reached = world.follow(row, world.path(row.model, config))
    return [
        source
        for source in reached
        if in_window(world, config.window, source, row) and holds(world, config.filter, source)
    ]


def nulls_last(left: Any, right: Any) -> int:
    """Ascending, NULLs last."""
    if left is None or right is None:
        return (left is None) - (right is None)
    return v.compare(left, right)


def tuple_order(left: tuple[Any, ...], right: tuple[Any, ...]) -> int:
    return next((order for a, b in zip(left, right, strict=True) if (order := nulls_last(a, b))), 0)


def occurrence(world: World, config: OccurrenceConfig, rows: list[Row]) -> Any:
    """The value in the first, last or n-th row of the total order (order, primary key, value)."""
    order_by = config.order_by or world.models[rows[0].model].timestamp_column if rows else None
    keyed = []
    for row in rows:
        if (value := value_of(world, config, row)) is not None:
            assert order_by is not None
            keyed.append((world.value(row, order_by), *world.key(row), value))
    keyed.sort(key=cmp_to_key(tuple_order))
    n = {"first": 1, "last": -1}.get(config.occurrence, config.n)
    assert n
    position = n - 1 if n > 0 else len(keyed) + n
    return keyed[position][-1] if 0 <= position < len(keyed) else None


def listed(world: World, config: ListConfig, rows: list[Row]) -> tuple[Any, ...]:
    """The values as a tuple in the order asked for, ties by value."""
    pairs = counted(world, config, rows)
    values = [value for _, value in pairs]
    if config.distinct:
        values = sorted(set(values))
    else:
        values.sort()
    ranks = {value: list_rank(world, config.order_by, value, pairs) for value in set(values)}
    descending = config.direction == "descending" if config.direction else config.order_by in ("frequency", "last_seen")
    sign = -1 if descending else 1
    values.sort(key=cmp_to_key(lambda a, b: sign * v.compare(ranks[a], ranks[b])))
    return tuple(values[: config.limit])


def list_rank(world: World, order_by: str, value: Any, pairs: list[tuple[Row, Any]]) -> Any:
    """What a value of a list is ordered by."""
    if order_by == "value":
        return value
    rows = [row for row, other in pairs if other == value]
    if order_by == "frequency":
        return len(rows)
    timestamp = world.models[rows[0].model].timestamp_column
    assert timestamp is not None
    seen = [world.value(row, timestamp) for row in rows]
    return min(seen) if order_by == "first_seen" else max(seen)
