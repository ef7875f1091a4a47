"""Filters, windows and audiences of the reference interpreter: true or false for every row, never NULL."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from coterie.compiler.definitions import (
    AggregateComparison,
    AudienceCondition,
    AudienceDef,
    BucketCondition,
    ColumnValue,
    Comparison,
    FilterNode,
    Group,
    Negation,
    PercentileValue,
    PopulationValue,
    PropertyCondition,
    RelatedCondition,
    SizeValue,
    Span,
    SqlCondition,
    TraitCondition,
    TraitValue,
)
from tests.properties import reference_values as v
from tests.properties.reference_aggregates import aggregate, values_of
from tests.properties.reference_keys import bucket
from tests.properties.reference_limits import first
from tests.properties.reference_rows import Row, World, as_moment, slug_of
from tests.properties.reference_splits import group_of
from tests.properties.reference_values import compare
from tests.properties.reference_windows import in_window, periods_with

ARRAY_OPERATORS = ("contains_any", "contains_all", "contains_none", "is_empty", "is_not_empty", "size")
NEGATIVES = {
    "not_equals": "equals",
    "not_contains": "contains",
    "not_starts_with": "starts_with",
    "not_ends_with": "ends_with",
    "not_matches": "matches",
    "not_between": "between",
    "not_in": "in",
    "not_within_last": "within_last",
}
TEXT_OPERATORS: dict[str, Callable[[str, str], bool]] = {
    "contains": lambda left, right: right in left,
    "starts_with": lambda left, right: left.startswith(right),
    "ends_with": lambda left, right: left.endswith(right),
}
ORDERS: dict[str, Callable[[int], bool]] = {
    "equals": lambda order: order == 0,
    "greater_than": lambda order: order > 0,
    "after": lambda order: order > 0,
    "greater_than_or_equal": lambda order: order >= 0,
    "less_than": lambda order: order < 0,
    "before": lambda order: order < 0,
    "less_than_or_equal": lambda order: order <= 0,
    "on": lambda order: order == 0,
}


@dataclass(frozen=True)
class Everyone:
    """The rows that a percentile speaks of, and what stands on the left side for each of them."""

    rows: list[Row]
    left: Callable[[Row], Any]


@dataclass(frozen=True)
class Given:
    """A right side that is known already: a value, or NULL."""

    value: Any


def holds(world: World, node: FilterNode | None, row: Row, rows: list[Row] | None = None) -> bool:
    """Does the row pass the filter? Percentiles speak of `rows`: an audience's entities, else all rows of the model."""
    rows = world.rows[row.model] if rows is None else rows
    match node:
        case None:
            return True
        case str():
            return world.evaluate(node, row, rows) is True
        case SqlCondition():
            return world.evaluate(node.sql_expression, row, rows) is True
        case Group():
            results = [holds(world, child, row, rows) for child in node.children]
            return all(results) if node.type == "and" else any(results)
        case Negation():
            return not holds(world, node.child, row, rows)
        case PropertyCondition():
            return property_holds(world, node, row, rows)
        case TraitCondition():
            return passes(world, node, row, Everyone(rows, lambda one: world.trait(one, node.trait)), world.zone)
        case RelatedCondition():
            return related_holds(world, node, row, rows)
        case AudienceCondition():
            return in_audience(world, node, row) == (node.operator == "member_of")
        case BucketCondition():
            found = bucket(node.salt, world.key(row))
            return found is not None and node.from_ <= found < node.to
    raise AssertionError(node)


def in_audience(world: World, node: AudienceCondition, row: Row) -> bool:
    """Is the row a member, and in the group if one is named?"""
    if not is_member(world, node.audience, row) or node.group is None:
        return is_member(world, node.audience, row)
    splits = audience_of(world, node.audience, row).splits
    assert splits is not None
    return None not in world.key(row) and group_of(splits, world.key(row)) == node.group


def audience_of(world: World, reference: str, row: Row) -> AudienceDef:
    """The audience of the row's model of that slug or name."""
    (audience,) = (
        audience
        for audience in world.project.audiences
        if audience.parent_model == row.model and reference in (slug_of(audience), audience.name)
    )
    return audience


def is_member(world: World, reference: str, row: Row) -> bool:
    """Is the row in an audience of its model, named by slug or name: after its limit, whatever priority lists say?"""
    audience = audience_of(world, reference, row)
    if audience.limit is None:
        return passes_tree(world, audience, row)
    passing = [one for one in world.entities(row.model) if passes_tree(world, audience, one)]
    return any(one is row for one in first(world, audience.limit, passing))


def passes_tree(world: World, audience: AudienceDef, row: Row) -> bool:
    """Does the row pass the audience's filter tree?"""
    if audience.name not in row.audiences:
        row.audiences[audience.name] = holds(world, audience.filter_tree, row, world.entities(row.model))
    return row.audiences[audience.name]


def property_holds(world: World, node: PropertyCondition, row: Row, rows: list[Row]) -> bool:
    path = node.path or ((node.relationship,) if node.relationship else ())
    owner_zone = world.models[world.target(row.model, path)].timezone or "UTC"

    def left(one: Row) -> Any:
        owners = world.follow(one, path)
        return world.value(owners[0], node.column) if owners else None

    return passes(world, node, row, Everyone(rows, left), owner_zone)


def right_side(world: World, right: Any, everyone: Everyone) -> Any:
    """The right side as written, but for what is an aggregate of everyone's left side."""
    match right:
        case PercentileValue():
            return given(everyone, "percentile", right.percentile, everyone.rows)
        case PopulationValue(population=population):
            rows = [one for one in everyone.rows if holds(world, population.filter, one, everyone.rows)]
            return given(everyone, population.function, population.p, rows)
        case tuple():
            return tuple(right_side(world, item, everyone) for item in right)
    return right


def given(everyone: Everyone, function: str, p: Any, rows: list[Row]) -> Given:
    values = [value for one in rows if (value := everyone.left(one)) is not None]
    return Given(aggregate(function, values, p) if values else None)


def passes(world: World, comparison: Comparison, row: Row, everyone: Everyone, zone: str) -> bool:
    """Does the row's left side satisfy an operator? `zone` is that of the clocks on which a date begins."""
    operator: str = comparison.operator
    left, right = everyone.left(row), right_side(world, comparison.value, everyone)
    if operator in ARRAY_OPERATORS:
        return array_passes(world, operator, right, row, everyone)
    if operator in ("is_null", "is_not_null"):
        return (left is None) == (operator == "is_null")
    if left is None:
        return comparison.include_null
    if operator in ("is_true", "is_false"):
        return bool(left is (operator == "is_true"))
    negative = operator in NEGATIVES
    operator = NEGATIVES.get(operator, operator)
    if isinstance(right, ColumnValue):
        right = Given(world.value(row, right.column))
    elif isinstance(right, TraitValue):
        right = Given(world.trait(row, right.trait))
    if isinstance(right, tuple) and Given(None) in right:
        return False
    if isinstance(right, Given):
        return right.value is not None and given_passes(operator, left, right, zone, comparison.ignore_case) != negative
    if isinstance(left, date | v.Wall):
        return moment_passes(world, operator, left, right, zone) != negative
    return literal_passes(operator, left, right, comparison.ignore_case) != negative


def given_passes(operator: str, left: Any, right: Given, zone: str, ignore_case: bool = False) -> bool:
    """A positive operator between two values, one of which may be a date where the other is a time."""
    found = right.value
    if isinstance(left, datetime | v.Wall) != isinstance(found, datetime | v.Wall):
        left, found = as_moment(left, zone), as_moment(found, zone)
    return value_passes(operator, left, found, ignore_case)


def value_passes(operator: str, left: Any, right: Any, ignore_case: bool) -> bool:
    """A positive operator between two values."""
    if ignore_case:
        left, right = left.lower(), right.lower()
    if operator in TEXT_OPERATORS:
        return TEXT_OPERATORS[operator](left, right)
    return ORDERS[operator](compare(left, right))


def literal_passes(operator: str, left: Any, right: Any, ignore_case: bool) -> bool:
    """A positive operator between a number, text or boolean and what was written."""
    if operator == "matches":
        return v.is_match(left, right, ignore_case=ignore_case)
    if operator == "in":
        return any(value_passes("equals", left, item, ignore_case) for item in right)
    if operator == "between":
        low, high = (end.value if isinstance(end, Given) else end for end in right)
        return compare(left, low) >= 0 and compare(left, high) <= 0
    return value_passes(operator, left, right, ignore_case)


def moment_passes(world: World, operator: str, left: Any, right: Any, zone: str) -> bool:
    """A positive operator between a date or timestamp and what was written."""
    if isinstance(right, Given):
        return given_passes(operator, left, right, zone)
    if isinstance(right, Span):
        moment = as_moment(left, zone)
        n = -right.n if operator == "within_last" else right.n
        edges = sorted((world.as_of, v.shift(world.as_of, n, right.unit, world.zone)))
        return not v.is_before(moment, edges[0]) and v.is_before(moment, edges[1])
    if operator == "in":
        return any(moment_passes(world, "equals", left, item, zone) for item in right)
    if operator == "between":
        return moment_passes(world, "greater_than_or_equal", left, right[0], zone) and moment_passes(
            world, "less_than_or_equal", left, right[1], zone
        )
    written = v.read_moment(right)
    if not isinstance(left, datetime | v.Wall) and not isinstance(written, datetime):
        return ORDERS[operator](compare(left, written))
    start, end = v.extent(written, world.zone)
    return ORDERS[operator](position(as_moment(left, zone), start, end))


def position(moment: Any, start: datetime, end: datetime | None) -> int:
    """Before (-1), inside (0) or after (1) a day [start, end), or a single instant."""
    if v.is_before(moment, start):
        return -1
    if end is None:
        return 0 if v.compare_with_constant(moment, start) == 0 else 1
    return 0 if v.is_before(moment, end) else 1


def array_passes(world: World, operator: str, right: Any, row: Row, everyone: Everyone) -> bool:
    left = everyone.left(row) or ()
    if isinstance(right, SizeValue):
        sizes = Everyone(everyone.rows, lambda one: len(everyone.left(one) or ()))
        return passes(world, right, row, sizes, world.zone)
    found = [any(is_element(world, item, element) for element in left) for item in right or ()]
    return {
        "contains_any": any(found),
        "contains_all": all(found),
        "contains_none": not any(found),
        "is_empty": not left,
        "is_not_empty": bool(left),
    }[operator]


def is_element(world: World, written: Any, element: Any) -> bool:
    """Is a written value the element? A bare date means the whole local day of a timestamp."""
    if not isinstance(element, date | v.Wall):
        return compare(written, element) == 0
    if not isinstance(element, datetime | v.Wall):
        return bool(v.read_moment(written) == element)
    start, end = v.extent(written, world.zone)
    if end is None:
        return v.compare_with_constant(element, start) == 0
    return not v.is_before(element, start) and v.is_before(element, end)


def related_holds(world: World, node: RelatedCondition, row: Row, everyone: list[Row]) -> bool:
    """What a relationship or event condition says of the rows along its path."""
    rows, passing = related_rows(world, node, row)
    if node.count is not None:
        comparison = Comparison.model_validate(dict(node.count))
        counts = Everyone(everyone, lambda one: len(related_rows(world, node, one)[1]))
        answer = passes(world, comparison, row, counts, world.zone)
    elif node.in_periods is not None:
        periods = node.in_periods
        asked = Comparison(operator=periods.operator, value=periods.value)
        counts = Everyone(everyone, lambda one: periods_with(world, periods, related_rows(world, node, one)[1]))
        answer = passes(world, asked, row, counts, world.zone)
    elif node.aggregate is not None:
        wanted = node.aggregate
        values = Everyone(everyone, lambda one: aggregated(world, wanted, related_rows(world, node, one)[1]))
        answer = passes(world, wanted, row, values, world.zone)
    else:
        answer = {"any": bool(passing), "none": not passing, "all": len(passing) == len(rows)}[node.quantifier or "any"]
    return answer != (node.performed is False)


def related_rows(world: World, node: RelatedCondition, row: Row) -> tuple[list[Row], list[Row]]:
    """The rows along the path of a condition that lie in its window, and those of them that pass its filter."""
    path = world.path(row.model, node)
    rows = [source for source in world.follow(row, path) if in_window(world, node.window, source, row)]
    return rows, [source for source in rows if holds(world, node.filter, source)]


def aggregated(world: World, node: AggregateComparison, rows: list[Row]) -> Any:
    return aggregate(node.function, values_of(world, node, rows), node.p)
