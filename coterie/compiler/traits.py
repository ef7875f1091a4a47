"""Trait definitions → typed expressions of the entity, defaults included."""

from __future__ import annotations

from typing import Any

from coterie.compiler.conditions import filter_condition
from coterie.compiler.definitions import (
    AggregationTrait,
    BaseTrait,
    FormulaTrait,
    ListTrait,
    OccurrenceConfig,
    OccurrenceTrait,
    RelatedConfig,
    SqlTrait,
)
from coterie.compiler.expr import Case, Expr, Literal, Measure, Order, Reduction, null
from coterie.compiler.expressions import typed_expression
from coterie.compiler.functions import call
from coterie.compiler.measures import COUNTS, Rows, aggregation, related_rows
from coterie.compiler.scope import Scope
from coterie.compiler.values import Mismatch, typed_value
from coterie.errors import CompileError, Origin
from coterie.types import BOOLEAN, DATE, INTEGER, Kind, Type, common


def trait_expression(trait: BaseTrait, slug: str, scope: Scope) -> Expr:
    """The trait's value for one entity. Raises CompileError."""
    origin = trait.origin.at("config")
    match trait:
        case AggregationTrait():
            rows, value = _rows(trait.config, scope, origin)
            reduction, value = aggregation(trait.config.aggregation, trait.config.p, value, origin)
            expr = _with_empties(rows.measure(reduction, value, origin=origin, name=slug), trait, scope, origin)
        case OccurrenceTrait():
            rows, value = _rows(trait.config, scope, origin)
            expr = _with_empties(_occurrence(trait.config, rows, value, slug, origin), trait, scope, origin)
        case ListTrait():
            rows, value = _rows(trait.config, scope, origin)
            expr = _with_empties(_list(trait, rows, value, slug, origin), trait, scope, origin)
        case SqlTrait():
            text, place = trait.config.sql_expression, origin.at("sql_expression")
            expr = _or_default(typed_expression(text, scope, place), trait, scope, origin)
        case FormulaTrait():
            text, place = trait.config.expression, origin.at("expression")
            expr = _or_default(typed_expression(text, scope, place, bare_names=False), trait, scope, origin)
        case _:
            raise TypeError(f"unknown kind of trait: {trait!r}")
    _check_result(trait, expr)
    return expr


def _rows(config: RelatedConfig, scope: Scope, origin: Origin) -> tuple[Rows, Expr | None]:
    rows = related_rows(config, scope, origin, filter_condition)
    return rows, rows.value(config)


def _occurrence(config: OccurrenceConfig, rows: Rows, value: Expr | None, slug: str, origin: Origin) -> Measure:
    if config.occurrence != "nth" and config.n is not None:
        raise CompileError("unexpected_option", f"`n` does not fit `{config.occurrence}`", origin.at("n"))
    if config.occurrence == "exists":
        if config.order_by is not None:
            raise CompileError("unexpected_option", "`order_by` does not fit `exists`", origin.at("order_by"))
        return rows.measure(Reduction("exists"), value, origin=origin, name=slug)
    if value is None:
        raise CompileError("missing_field", f"`{config.occurrence}` needs a `column`", origin)
    n = {"first": 1, "last": -1}.get(config.occurrence, config.n)
    if not n:
        found = "found 0" if n == 0 else "`nth` needs `n`"
        raise CompileError("missing_field", f"{found}, expected 1, 2, … or −1, −2, … from the end", origin)
    moment = rows.scope.column(config.order_by, origin.at("order_by")) if config.order_by else rows.timestamp
    if moment is None:
        message = f"model `{rows.scope.model.name}` has no `timestamp_column` to order its rows by"
        raise CompileError("missing_timestamp", message, origin, hint="give the trait an `order_by`")
    for ordered in (moment, value):
        if ordered.type.kind in (Kind.ARRAY, Kind.JSON) and ordered is moment:
            raise CompileError("function_type", f"rows cannot be ordered by {ordered.type}", origin.at("order_by"))
    by = [moment, *(key for key in rows.primary_key() if key != moment)]
    if value not in by and value.type.kind not in (Kind.ARRAY, Kind.JSON):
        by.append(value)
    order = tuple(Order(part, descending=n < 0) for part in by)
    return rows.measure(Reduction("nth", n=n, order=order), value, origin=origin, name=slug)


def _list(trait: ListTrait, rows: Rows, value: Expr | None, slug: str, origin: Origin) -> Measure:
    config = trait.config
    if value is None:
        raise CompileError("missing_field", "a list needs a `column`", origin)
    if config.order_by != "value" and not config.distinct:
        message = f"`order_by: {config.order_by}` needs distinct values"
        raise CompileError("unexpected_option", message, origin.at("order_by"))
    if config.order_by in ("first_seen", "last_seen") and rows.timestamp is None:
        message = f"model `{rows.scope.model.name}` has no `timestamp_column`, which `{config.order_by}` needs"
        raise CompileError("missing_timestamp", message, origin.at("order_by"))
    default_direction = "descending" if config.order_by in ("frequency", "last_seen") else "ascending"
    reduction = Reduction(
        "list",
        distinct=config.distinct,
        order_by=config.order_by,
        descending=(config.direction or default_direction) == "descending",
        limit=config.limit,
    )
    return rows.measure(reduction, value, origin=origin, name=slug)


def _with_empties(measured: Measure, trait: Any, scope: Scope, origin: Origin) -> Expr:
    """The measure with what stands for nothing aggregated: 0, false, [], NULL or the default."""
    config, function = trait.config, measured.reduction.function
    natural: Expr
    if function in COUNTS:
        natural = Literal(0, INTEGER)
    elif function == "sum":
        natural = Literal(0, INTEGER)
    elif function == "exists":
        natural = Literal(False, BOOLEAN)
    elif function == "list":
        natural = Literal((), measured.type)
    else:
        natural = null(measured.type)
    if not config.has_default:
        return measured if _is_null(natural) else call("coalesce", measured, natural, type=measured.type)
    default = _default(config.default, measured.type, scope, origin)
    if function in COUNTS:
        counted: Expr = call("nullif", measured, Literal(0, INTEGER), type=measured.type)
    elif function == "exists":
        counted = call("nullif", measured, Literal(False, BOOLEAN), type=measured.type)
    elif function == "list":
        filled = call("coalesce", measured, natural, type=measured.type)
        size = call("array_length", filled, type=INTEGER)
        is_filled = call("gt", size, Literal(0, INTEGER), type=BOOLEAN)
        return Case(((is_filled, filled),), default, measured.type)
    else:
        counted = measured
    return counted if _is_null(default) else _coalesced(counted, default)


def _or_default(expr: Expr, trait: Any, scope: Scope, origin: Origin) -> Expr:
    if expr.type.kind is Kind.NULL:
        raise CompileError("type_mismatch", "the expression is always NULL", origin)
    if not trait.config.has_default or trait.config.default is None:
        return expr
    return _coalesced(expr, _default(trait.config.default, expr.type, scope, origin))


def _coalesced(expr: Expr, default: Expr) -> Expr:
    return call("coalesce", expr, default, type=common(expr.type, default.type) or expr.type)


def _is_null(expr: Expr) -> bool:
    return isinstance(expr, Literal) and expr.value is None


def _default(value: object, type: Type, scope: Scope, origin: Origin) -> Expr:
    """The written default in the trait's own type. Error: `type_mismatch`."""
    if value is None:
        return null(type)
    place = origin.at("default")
    try:
        if type.kind is Kind.ARRAY and isinstance(value, tuple):
            assert type.element is not None
            items = tuple(_in_type(item, type.element, scope).value for item in value)
            return Literal(items, type)
        if type.kind is Kind.INTEGER and not isinstance(value, int):
            raise Mismatch(f"found `{value}`, expected a whole number")
        return _in_type(value, type, scope)
    except Mismatch as mismatch:
        raise CompileError(mismatch.code, mismatch.message, place, hint=mismatch.hint) from None


def _in_type(value: object, type: Type, scope: Scope) -> Literal:
    typed: Expr = typed_value(value, type, scope.clock.zone)
    if type.kind is Kind.TIMESTAMP:
        typed = scope.clock.in_clock(typed, type)
    elif type.kind is Kind.DATE and typed.type.kind is not DATE.kind:
        raise Mismatch(f"found `{value}`, expected a date such as 2024-01-31")
    assert isinstance(typed, Literal)
    return typed


def _check_result(trait: BaseTrait, expr: Expr) -> None:
    declared = trait.result_type
    family = "timestamp" if expr.type.kind is Kind.DATE else expr.type.family
    if declared is not None and declared != family:
        message = f"the trait's value is {expr.type}, declared as {declared}"
        raise CompileError("result_type", message, trait.origin.at("result_type"))
