"""Filter trees → two-valued expressions of one row."""

from __future__ import annotations

from typing import assert_never

from coterie.compiler.checking.measures import COUNTS, Rows, aggregation, related_rows
from coterie.compiler.checking.sequences import sequence
from coterie.compiler.checking.windows import period
from coterie.compiler.definitions import (
    AudienceCondition,
    BucketCondition,
    Comparison,
    FilterNode,
    Group,
    Negation,
    PropertyCondition,
    RelatedCondition,
    SequenceCondition,
    SqlCondition,
    TraitCondition,
)
from coterie.compiler.definitions.filters import MAX_DEPTH
from coterie.compiler.ir.expr import Bucket, Expr, Literal, Logic, Not, Reduction
from coterie.compiler.ir.functions import call
from coterie.compiler.ir.keys import in_buckets
from coterie.compiler.ir.logic import truth
from coterie.compiler.language.expressions import condition_expression
from coterie.compiler.language.operators import condition
from coterie.compiler.resolving.scope import Scope
from coterie.errors import Collector, CompileError, Origin
from coterie.types import INTEGER


def filter_condition(node: FilterNode, scope: Scope, origin: Origin, depth: int = 0) -> Expr:
    """The node as a condition that is true or false for every row, never NULL.

    All mistakes of a tree are raised together.
    """
    if depth > MAX_DEPTH:
        raise CompileError("too_deep", f"the tree nests more than {MAX_DEPTH} deep", origin)
    match node:
        case str():
            return condition_expression(node, scope, origin)
        case Group():
            return _group(node, scope, origin, depth)
        case Negation():
            return Not(filter_condition(node.child, scope, origin.at("child"), depth + 1))
        case PropertyCondition():
            return condition(property_value(node, scope, origin), node, scope, origin)
        case TraitCondition():
            return condition(scope.recent_trait(node, origin), node, scope, origin)
        case RelatedCondition():
            found = _related(node, scope, origin)
            return Not(found) if node.performed is False else found
        case SequenceCondition():
            happened = truth(sequence(node, scope, origin, filter_condition))
            return Not(happened) if node.performed is False else happened
        case AudienceCondition():
            member = _member(node, scope, origin)
            return Not(member) if node.operator == "not_member_of" else member
        case SqlCondition():
            return condition_expression(node.sql_expression, scope, origin.at("sql_expression"))
        case BucketCondition():
            return _bucket(node, scope, origin)
        case _:
            assert_never(node)


def _group(node: Group, scope: Scope, origin: Origin, depth: int) -> Expr:
    collector = Collector()
    parts: list[Expr] = []
    broken = False
    for position, child in enumerate(node.children):
        done = len(parts)
        with collector.catching():
            parts.append(filter_condition(child, scope, origin.at("children", position), depth + 1))
        broken |= len(parts) == done
    if broken:
        collector.raise_or_skip()
    return parts[0] if len(parts) == 1 else Logic(node.type, tuple(parts))


def _member(node: AudienceCondition, scope: Scope, origin: Origin) -> Expr:
    member = scope.recent_audience(node, origin)
    if node.group is None:
        return member
    audience = scope.audience(node.audience, origin.at("audience"))
    return Logic("and", (member, scope.group(audience, node.group, origin.at("group"))))


def _bucket(node: BucketCondition, scope: Scope, origin: Origin) -> Expr:
    """A row without a whole key is in no bucket. Errors: `missing_key`, `key_type`, `reversed_range`."""
    scope.require_key(origin)
    if node.from_ >= node.to:
        message = f"found buckets from {node.from_:,} to {node.to:,}, expected the lower end first"
        raise CompileError("reversed_range", message, origin.at("to"))
    return truth(in_buckets(Bucket(node.salt), [(node.from_, node.to)]))


def property_value(node: PropertyCondition, scope: Scope, origin: Origin) -> Expr:
    """What stands on the left of a property condition."""
    if node.relationship is not None and node.path is not None:
        raise CompileError("both_given", "`relationship` and `path` are both given, expected one", origin)
    names = (node.relationship,) if node.relationship is not None else node.path
    if names is None:
        return scope.column(node.column, origin.at("column"))
    place = origin.at("relationship" if node.relationship is not None else "path")
    return scope.reach(tuple(names), place, lambda target: target.column(node.column, origin.at("column")))


def _related(node: RelatedCondition, scope: Scope, origin: Origin) -> Expr:
    rows = related_rows(node, scope, origin, filter_condition)
    if node.condition_type == "event" and rows.timestamp is None:
        message = f"model `{rows.scope.model.name}` has no `timestamp_column`, which an event condition needs"
        raise CompileError("missing_timestamp", message, origin, hint="use `condition_type: relationship`")
    if node.count is not None:
        measured = rows.measure(Reduction("count_rows"))
        comparison = Comparison(operator=node.count.operator, value=node.count.value)
        return condition(zero_for_none(measured), comparison, scope, origin.at("count"))
    if node.aggregate is not None:
        place = origin.at("aggregate")
        at_aggregate = Rows(rows.scope, rows.path, rows.where, place)
        reduction, value = aggregation(at_aggregate, node.aggregate.function, node.aggregate)
        measured = at_aggregate.measure(reduction, value, elements=node.aggregate.elements)
        has_zero = reduction.function in COUNTS or reduction.function == "sum"
        return condition(zero_for_none(measured) if has_zero else measured, node.aggregate, scope, place)
    if node.in_periods is not None:
        place = origin.at("in_periods")
        number, is_in_one = period(node.in_periods, rows.scope, place)
        measured = rows.narrowed(is_in_one).measure(Reduction("count_distinct"), number)
        comparison = Comparison(operator=node.in_periods.operator, value=node.in_periods.value)
        return condition(zero_for_none(measured), comparison, scope, place)
    if node.quantifier == "all":
        return Not(_exists(_failing(node, rows, scope, origin)))
    found = _exists(rows)
    return Not(found) if node.quantifier == "none" else found


def _failing(node: RelatedCondition, rows: Rows, scope: Scope, origin: Origin) -> Rows:
    """The rows in the window that make the filter false."""
    if node.filter is None:
        raise CompileError("missing_field", "`quantifier: all` needs a `filter`", origin)
    unfiltered = related_rows(node.model_copy(update={"filter": None}), scope, origin, filter_condition)
    return unfiltered.narrowed(Not(filter_condition(node.filter, rows.scope, origin.at("filter"))))


def _exists(rows: Rows) -> Expr:
    return truth(rows.measure(Reduction("exists")))


def zero_for_none(measured: Expr) -> Expr:
    """A count or sum, with 0 where there was nothing."""
    return call("coalesce", measured, Literal(0, INTEGER), type=measured.type)
