"""The rows behind a measure: which columns of them to show, in which order, and the relation that holds them.

In: a measure of an entity. Out: a plan with one statement, a row for each source row that the measure counts, with the
entity's key. It reads the route that the measure itself is made from.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal as OneOfThese

from coterie.compiler.checking.paths import fan_out_edge
from coterie.compiler.checking.typed import Typed
from coterie.compiler.explaining.parts import Asked, item_label, items
from coterie.compiler.explaining.settled import Settled
from coterie.compiler.ir.expr import (
    Column,
    Expr,
    IsNull,
    Item,
    Leaf,
    Literal,
    Measure,
    Moment,
    Not,
    Order,
    Outer,
    Reduction,
)
from coterie.compiler.ir.logic import conjunction
from coterie.compiler.ir.names import Namer
from coterie.compiler.ir.rel import Join, Named, Output, OutputName, Plan, Select
from coterie.compiler.ir.traverse import map_leaves
from coterie.compiler.planning.demand import Demand, held_as
from coterie.compiler.planning.plan import Builder, as_published, demand_referred
from coterie.errors import NOWHERE
from coterie.types import Kind


@dataclass(frozen=True, slots=True)
class Sorted:
    """A sort key: a column by its position, or how often, when first or when last its value is there."""

    column: int
    descending: bool = False
    by: OneOfThese["value", "count", "min", "max"] = "value"


@dataclass(frozen=True, slots=True)
class SourceRows:
    """The rows that a measure of `model` counts: what to show of them, and in which order."""

    model: str
    measure: Measure
    columns: tuple[Asked, ...]
    order: tuple[Sorted, ...]
    time: int | None


def source_rows(typed: Typed, model: str, measure: Measure) -> SourceRows:
    """What to show of a measure's rows: key, time, value, what the filter mentions, and what they are ordered by."""
    source, settled = typed.world.models[measure.source], Settled(typed)
    key: list[Expr] = [settled.column(source, name, NOWHERE) for name in source.primary_key]
    time: list[Expr] = [settled.column(source, source.timestamp, NOWHERE)] if source.timestamp else []
    value = [] if measure.value is None else [measure.value]
    filtered = [] if measure.where is None else list(items(measure.where))
    by = [order.value for order in measure.reduction.order]
    shown = list(dict.fromkeys(expr for expr in (*key, *time, *value, *by, *filtered)))
    namer = Namer()
    columns = tuple(Asked(namer.name(_label(expr)), expr) for expr in shown)
    ties = (expr for expr in (*time, *key, *shown) if expr.type.kind not in (Kind.ARRAY, Kind.JSON))
    order = dict.fromkeys(_order(measure, shown, shown.index(time[0]) if time else None))
    order.update(dict.fromkeys(Sorted(shown.index(expr)) for expr in ties))
    return SourceRows(model, measure, columns, tuple(order), shown.index(time[0]) if time else None)


def _label(expr: Expr) -> str:
    found = [expr] if isinstance(expr, Item) else list(items(expr))
    return item_label(found[0]) if found else "value"


def _order(measure: Measure, shown: list[Expr], time: int | None) -> Iterator[Sorted]:
    """What the function looks at first: its own order, the values, or else the latest rows."""
    reduction = measure.reduction
    value = -1 if measure.value is None else shown.index(measure.value)
    function = "" if measure.elements else reduction.function  # rows have no order by what they hold several of
    match function, reduction.order_by:
        case "nth", _:
            yield from (Sorted(shown.index(order.value), order.descending) for order in reduction.order)
        case (("min" | "percentile"), _):
            yield Sorted(value)
        case "max", _:
            yield Sorted(value, descending=True)
        case (("mode" | "least_frequent"), _):
            yield from (Sorted(value, reduction.function == "mode", "count"), Sorted(value))
        case "list", "value":
            yield Sorted(value, reduction.descending)
        case "list", "frequency":
            yield from (Sorted(value, reduction.descending, "count"), Sorted(value))
        case "list", "first_seen":
            yield from (Sorted(value, reduction.descending, "min"), Sorted(value))
        case "list", "last_seen":
            yield from (Sorted(value, reduction.descending, "max"), Sorted(value))
        case _ if time is not None:
            yield Sorted(time, descending=True)


def plan_rows(typed: Typed, as_of: datetime, rows: SourceRows) -> Plan:
    """A statement of the entity's key and the columns to show, for every row that counts."""
    probe, model = _probe(typed, rows), rows.model
    demand = Demand(typed)
    key = [demand.field(model, name) for name in typed.world.models[model].primary_key]
    beginning = [*(demand.field(model, here) for here, _ in probe.path[0].keys), *demand.outer_items(probe)]
    requests: dict[str, list[Item]] = {model: [*key, *beginning]}
    demand.visibility_of(model)
    for item in (*requests[model], probe):
        demand.add(model, item)
    referred = demand_referred(demand)
    builder = Builder(demand, as_of, requests)
    route = builder.routes.route(probe)
    outer = {item: replace(column, source=1) for item, column in route.outer}

    def on_route(leaf: Leaf) -> Expr:
        match leaf:
            case Literal() | Column():
                return leaf
            case Moment():
                return builder.literal(leaf)
            case Outer():
                return outer[held_as(leaf)]
        return builder.column(probe.source, leaf, 1)

    frame = builder.frame(model, demand.depth(model, requests[model]))
    own = [builder.column(model, field) for field in key]
    shown = [map_leaves(column.expr, on_route) for column in rows.columns]
    present: list[Expr] = [Not(IsNull(column)) for column in own]
    if probe.where is not None:
        present.append(map_leaves(probe.where, on_route))
    if rows.measure.value is not None:
        present.append(Not(IsNull(map_leaves(rows.measure.value, on_route))))
    namer = Namer()
    keys = [Named(namer.name(field.name), as_published(column)) for field, column in zip(key, own, strict=True)]
    values = [Named(namer.name(asked.name), expr) for asked, expr in zip(rows.columns, shown, strict=True)]
    join = Join(route.relation, tuple((builder.column(model, item), name) for item, name in route.pairs), left=False)
    select = Select(frame, (*keys, *values), (join,), conjunction(present), _may_repeat(probe))
    return builder.plan((Output(model, select, _names(keys), _names(values), ()),), referred)


def _probe(typed: Typed, rows: SourceRows) -> Measure:
    """A measure that reads every column to show, and each row once where rows can be told apart."""
    measure, order = rows.measure, tuple(Order(asked.expr) for asked in rows.columns)
    key, source = measure.key, typed.world.models[measure.source]
    if fan_out_edge(measure.path) is not None and not key:
        key = tuple(Settled(typed).column(source, name, NOWHERE) for name in source.primary_key)
    return replace(measure, reduction=Reduction("rows", order=order), key=key, elements=False)


def _may_repeat(probe: Measure) -> bool:
    """Could a row be reached twice, and not be told apart from others?"""
    return fan_out_edge(probe.path) is not None and not probe.key


def _names(columns: list[Named]) -> tuple[OutputName, ...]:
    return tuple(OutputName(column.name, column.name, column.expr.type) for column in columns)
