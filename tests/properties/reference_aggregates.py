"""Aggregates of the reference interpreter: many values of source rows into one."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterable
from functools import reduce
from typing import Any

from coterie.compiler.definitions import AggregateComparison, RelatedConfig
from tests.properties import reference_values as v
from tests.properties.reference_rows import Row, World

EMPTY: dict[str, Any] = {"count": 0, "count_distinct": 0, "sum": 0}


def value_of(world: World, config: RelatedConfig | AggregateComparison, row: Row) -> Any:
    """What is aggregated: a column or a trait of the source row, else the row itself."""
    if config.trait is not None:
        return world.trait(row, config.trait)
    return world.value(row, config.column) if config.column is not None else True


def values_of(world: World, config: RelatedConfig | AggregateComparison, rows: Iterable[Row]) -> list[Any]:
    """The values of the rows that are not NULL; with `elements`, those in their arrays."""
    return [value for _, value in counted(world, config, rows)]


def counted(world: World, config: RelatedConfig | AggregateComparison, rows: Iterable[Row]) -> list[tuple[Row, Any]]:
    """The values that count, each with its row."""
    pairs = [(row, value) for row in rows if (value := value_of(world, config, row)) is not None]
    if getattr(config, "elements", False):
        return [(row, element) for row, array in pairs for element in array]
    return pairs


def aggregate(function: str, values: list[Any], p: Any = None) -> Any:
    """An aggregate of values that are not NULL."""
    if not values:
        return EMPTY.get(function)
    match function:
        case "count":
            return len(values)
        case "count_distinct":
            return len(set(values))
        case "sum":
            return reduce(v.add, values)
        case "avg":
            return float(reduce(v.add, values)) / len(values)
        case "min":
            return min(values)
        case "max":
            return max(values)
        case "median":
            return quantile(values, 0.5)
        case "percentile":
            return quantile(values, float(p))
        case "stddev":
            return statistics.stdev(map(float, values)) if len(values) > 1 else None
        case "mode":
            return min(set(values), key=lambda value: (-values.count(value), value))
        case "least_frequent":
            return min(set(values), key=lambda value: (values.count(value), value))
    raise AssertionError(function)


def quantile(values: list[Any], p: float) -> float:
    """Continuous: linear between the two nearest ranks."""
    ordered = sorted(map(float, values))
    rank = p * (len(ordered) - 1)
    low, high = ordered[math.floor(rank)], ordered[math.ceil(rank)]
    return low + (high - low) * (rank - math.floor(rank))
