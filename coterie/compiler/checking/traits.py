"""Trait definitions → typed expressions of the entity, defaults included."""

from __future__ import annotations

from typing import Any

from coterie.compiler.checking.conditions import filter_condition
from coterie.compiler.checking.measures import COUNTS, Rows, aggregation, check_single, related_rows
from coterie.compiler.checking.queries import query_value
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
from coterie.compiler.ir.expr import Case, Expr, Literal, Measure, Order, Reduction, null
from coterie.compiler.ir.functions import call, in_scale
from coterie.compiler.ir.values import Mismatch, noun, typed_value
from coterie.compiler.language.expressions import typed_expression
from coterie.compiler.resolving.scope import Scope
from coterie.errors import CompileError, Origin
from coterie.types import BOOLEAN, DATE, INTEGER, Kind, Type, common


def trait_expression(trait: BaseTrait, slug: str, scope: Scope) -> Expr:
    """The trait's value for one entity. Raises CompileError."""
    origin = trait.origin.at("config")
    match trait:
        case AggregationTrait():
            rows = related_rows(trait.config, scope, origin, filter_condition)
            reduction, value = aggregation(rows, trait.config.aggregation, trait.config)
            expr = _with_empties(
                rows.measure(reduction, value, elements=trait.config.elements, name=slug), trait, scope, origin
            )
        case OccurrenceTrait():
            rows, value = _rows(trait.config, scope, origin)
            expr = _with_empties(_occurrence(trait.config, rows, value, slug, origin), trait, scope, origin)
        case ListTrait():
            rows, value = _rows(trait.config, scope, origin)
            expr = _with_empties(_list(trait, rows, value, slug, origin), trait, scope, origin)
        case SqlTrait():
            place, typed = _sql(trait, slug, scope, origin)
            expr = _or_default(typed, trait, scope, place)
        case FormulaTrait():
            place = origin.at("expression")
            typed = typed_expression(trait.config.expression, scope, place, bare_names=False)
            expr = _or_default(typed, trait, scope, place)
        case _:
            raise TypeError(f"unknown kind of trait: {trait!r}")
    _check_result(trait, expr)
    return expr


def _sql(trait: SqlTrait, slug: str, scope: Scope, origin: Origin) -> tuple[Origin, Expr]:
    """What an sql trait says of the entity, and where. Errors: `both_given`, `missing_field`, `unexpected_option`, …"""
    config = trait.config
    if config.sql_query is not None:
        if config.sql_expression is not None:
            message = "`sql_expression` and `sql_query` are both given, expected one"
            raise CompileError("both_given", message, origin)
        return origin.at("sql_query"), query_value(trait, slug, scope)
    if config.sql_expression is None:
        raise CompileError("missing_field", "expected `sql_expression` or `sql_query`", origin)
    if config.dialect is not None:
        message = "`dialect` does not fit `sql_expression`, which is the same on every target"
        raise CompileError("unexpected_option", message, origin.at("dialect"))
    place = origin.at("sql_expression")
    return place, typed_expression(config.sql_expression, scope, place)


def _rows(config: RelatedConfig, scope: Scope, origin: Origin) -> tuple[Rows, Expr | None]:
    rows = related_rows(config, scope, origin, filter_condition)
    return rows, rows.value(config)


def _occurrence(config: OccurrenceConfig, rows: Rows, value: Expr | None, slug: str, origin: Origin) -> Measure:
    if config.occurrence != "nth" and config.n is not None:
        raise CompileError("unexpected_option", f"`n` does not fit `{config.occurrence}`", origin.at("n"))
    if config.occurrence == "exists":
        if config.order_by is not None:
            raise CompileError("unexpected_option", "`order_by` does not fit `exists`", origin.at("order_by"))
        return rows.measure(Reduction("exists"), value, name=slug)
    if value is None:
        raise CompileError("missing_field", f"`{config.occurrence}` needs a `column`", origin)
    n = {"first": 1, "last": -1}.get(config.occurrence, config.n)
    if not n:
        found, place = ("found 0", origin.at("n")) if n == 0 else ("`nth` needs `n`", origin)
        message = f"{found}, expected 1, 2, … or -1, -2, … from the end"
        raise CompileError("missing_field" if n is None else "out_of_range", message, place)
    moment = rows.scope.column(config.order_by, origin.at("order_by")) if config.order_by else rows.timestamp
    if moment is None:
        message = f"model `{rows.scope.model.name}` has no `timestamp_column` to order its rows by"
        raise CompileError("missing_timestamp", message, origin, hint="give the trait an `order_by`")
    if moment.type.kind in (Kind.ARRAY, Kind.JSON):
        raise CompileError("function_type", f"rows cannot be ordered by {moment.type}", origin.at("order_by"))
    by = [moment, *(key for key in rows.primary_key() if key != moment)]
    if value not in by and value.type.kind not in (Kind.ARRAY, Kind.JSON):
        by.append(value)
    order = tuple(Order(part, descending=n < 0) for part in by)
    return rows.measure(Reduction("nth", n=n, order=order), value, name=slug)


def _list(trait: ListTrait, rows: Rows, value: Expr | None, slug: str, origin: Origin) -> Measure:
    config = trait.config
    if value is None:
        raise CompileError("missing_field", "a list needs a `column`", origin)
    check_single("a list", value.type, rows.place(config), elements=config.elements)
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
    return rows.measure(reduction, value, elements=config.elements, name=slug)


def _with_empties(measured: Measure, trait: Any, scope: Scope, origin: Origin) -> Expr:
    """The measure with what stands for nothing aggregated: 0, false, [], NULL or the default."""
    config, function = trait.config, measured.reduction.function
    natural: Expr
    if function in COUNTS or function == "sum":
        natural = Literal(0, INTEGER)
    elif function == "exists":
        natural = Literal(False, BOOLEAN)
    elif function == "list":
        natural = Literal((), measured.type)
    else:
        natural = null(measured.type)
    if not config.has_default:
        return measured if _is_null(natural) else call("coalesce", measured, natural, type=measured.type)
    default = _default(config.default, measured.type, scope, origin.at("default"))
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
    """The expression at `origin`, or the trait's default where it is NULL; without one, an array is empty then."""
    if expr.type.kind is Kind.NULL:
        raise CompileError("type_mismatch", "the expression is always NULL", origin)
    if not trait.config.has_default or trait.config.default is None:
        return expr if expr.type.element is None else _coalesced(expr, Literal((), expr.type))
    return _coalesced(expr, _default(trait.config.default, expr.type, scope, trait.origin.at("config", "default")))


def _coalesced(expr: Expr, default: Expr) -> Expr:
    type = common(expr.type, default.type) or expr.type
    return call("coalesce", in_scale(expr, type), in_scale(default, type), type=type)


def _is_null(expr: Expr) -> bool:
    return isinstance(expr, Literal) and expr.value is None


def _default(value: object, type: Type, scope: Scope, origin: Origin) -> Expr:
    """The written default in the trait's own type. Error: `type_mismatch`."""
    if value is None:
        return null(type)
    if type.element is not None and isinstance(value, tuple):
        element = type.element
        items = (_in_type(item, element, scope, origin.at(position)) for position, item in enumerate(value))
        return Literal(tuple(item.value for item in items), type)
    return _in_type(value, type, scope, origin)


def _in_type(value: object, type: Type, scope: Scope, origin: Origin) -> Literal:
    try:
        return _typed(value, type, scope)
    except Mismatch as mismatch:
        raise CompileError(mismatch.code, mismatch.message, origin, hint=mismatch.hint) from None


def _typed(value: object, type: Type, scope: Scope) -> Literal:
    typed: Expr = typed_value(value, type, scope.clock.zone)
    if type.kind is Kind.INTEGER and not isinstance(value, int):
        raise Mismatch(f"found {noun(value)}, expected a whole number")
    if type.kind is Kind.TIMESTAMP:
        typed = scope.clock.in_clock(typed, type)
    elif type.kind is Kind.DATE and typed.type.kind is not DATE.kind:
        raise Mismatch(f"found {noun(value)}, expected a date such as 2024-01-31")
    assert isinstance(typed, Literal)
    return typed


def _check_result(trait: BaseTrait, expr: Expr) -> None:
    declared = trait.result_type
    family = "timestamp" if expr.type.kind is Kind.DATE else expr.type.family
    if declared is not None and declared != family:
        message = f"the trait's value is {expr.type}, declared as {declared}"
        raise CompileError("result_type", message, trait.origin.at("result_type"))
