"""Measures as relations: source rows with the way back to the entity, and what becomes of them.

A route is the relation of a measure's source rows with the columns that lead back to the entity (its anchors). A
measure groups a route by its anchors. Measures that need the same rows share one route.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from coterie.compiler.demand import Demand, Item, Routed, parts_of
from coterie.compiler.expr import (
    Column,
    Expr,
    IsNull,
    Leaf,
    Literal,
    Measure,
    Moment,
    Not,
    Order,
    Population,
    Reduction,
)
from coterie.compiler.functions import call
from coterie.compiler.layers import Layers, name_of
from coterie.compiler.logic import conjunction, conjuncts
from coterie.compiler.names import Namer, slug_of
from coterie.compiler.rel import Aggregate, Body, Join, Named, Select, Summary
from coterie.compiler.traverse import map_leaves
from coterie.types import BOOLEAN, INTEGER

_OnRoute = Callable[[Expr | None], Expr | None]
_TWO_LEVEL = ("mode", "least_frequent")


class Relations(Protocol):
    """The relations built so far."""

    demand: Demand
    layers: Layers

    def frame(self, model: str, level: int) -> str: ...
    def column(self, model: str, item: Item, source: int = 0) -> Column: ...
    def literal(self, moment: Moment) -> Literal: ...
    def add(self, label: str, body: Body) -> str: ...


class Routes:
    """Builds routes and measures on demand, each once."""

    def __init__(self, relations: Relations) -> None:
        self.relations = relations
        self.demand = relations.demand
        self.layers = relations.layers
        self.summary_names = Namer()
        self._routes: dict[tuple[object, ...], tuple[str, tuple[str, ...]]] = {}
        self._populations: dict[Population, tuple[str, Column]] = {}
        self._measures: dict[Measure, tuple[str, tuple[str, ...], Column]] = {}
        self._on_routes: dict[tuple[object, ...], dict[Item, None]] = {}
        for routed in self.demand.routed:
            wanted = self._on_routes.setdefault(self._route_key(routed), {})
            wanted.update((item, None) for part in parts_of(routed) for item in self.demand.items_of(part))

    def _route_key(self, routed: Routed) -> tuple[object, ...]:
        source = self.layers.layer(routed.source, self.demand.source_depth(routed))
        return routed.path, routed.key, source

    def route(self, routed: Routed) -> tuple[str, tuple[str, ...]]:
        """The relation of source rows with the columns that lead back to the entity, and these columns' names."""
        key = self._route_key(routed)
        if key not in self._routes:
            self._routes[key] = self._build_route(routed)
        return self._routes[key]

    def _build_route(self, routed: Routed) -> tuple[str, tuple[str, ...]]:
        path, source = routed.path, routed.source
        frame = self.relations.frame(source, self.demand.source_depth(routed))
        first = path[0]
        anchors = [self.demand.field(first.target, there) for _, there in first.keys]
        if len(path) == 1 and not routed.key:
            return frame, tuple(self.layers.names[source][anchor] for anchor in anchors)
        joins, position = self._climb(routed)
        wanted = list(self._on_routes[self._route_key(routed)])
        namer = Namer(self.layers.names[source][item] for item in wanted)
        named = [
            Named(namer.name(anchor.name), self.relations.column(first.target, anchor, position)) for anchor in anchors
        ]
        label = f"{slug_of(source)}_of_{slug_of(first.source)}"
        if not routed.key:
            columns = (
                *named,
                *(Named(self.layers.names[source][item], self.relations.column(source, item)) for item in wanted),
            )
            return self.relations.add(label, Select(frame, columns, joins)), tuple(column.name for column in named)
        keys = [Named(self.layers.names[source][key], self.relations.column(source, key)) for key in routed.key]
        pairs = self.relations.add(f"{label}_once", Select(frame, (*named, *keys), joins, distinct=True))
        on = tuple((Column(key.name, key.expr.type), key.name) for key in keys)
        columns = (
            *(Named(column.name, Column(column.name, column.expr.type)) for column in named),
            *(Named(self.layers.names[source][item], self.relations.column(source, item, 1)) for item in wanted),
        )
        joined = Select(pairs, columns, (Join(frame, on, left=False),))
        return self.relations.add(label, joined), tuple(column.name for column in named)

    def _climb(self, routed: Routed) -> tuple[tuple[Join, ...], int]:
        """The joins from the source back to the first hop's target, and the position of the latter."""
        joins: list[Join] = []
        for position in range(len(routed.path) - 1, 0, -1):
            hop = routed.path[position]
            here = len(joins)
            bridge = self.relations.frame(hop.source, self.demand.bridge_depth(routed, position - 1))
            on = tuple(
                (
                    self.relations.column(hop.target, self.demand.field(hop.target, there), here),
                    self.layers.names[hop.source][self.demand.field(hop.source, back)],
                )
                for back, there in hop.keys
            )
            joins.append(Join(bridge, on, left=False))
        return tuple(joins), len(joins)

    def measure(self, measure: Measure) -> tuple[str, tuple[str, ...], Column]:
        """The relation that holds a measure per entity, the columns to join it on, and its column."""
        if measure not in self._measures:
            self._measures[measure] = self._build_measure(measure)
        return self._measures[measure]

    def _build_measure(self, measure: Measure) -> tuple[str, tuple[str, ...], Column]:
        relation, anchors = self.route(measure)
        source, reduction = measure.source, measure.reduction
        first = measure.path[0]
        keys = tuple(
            Named(name, Column(name, self.demand.field(first.target, there).type))
            for name, (_, there) in zip(anchors, first.keys, strict=True)
        )
        taken = {name.lower() for name in anchors}
        base = measure.name or f"{reduction.function}_{slug_of(source)}"
        name = self.summary_names.name(base, avoiding=taken)
        label = f"{slug_of(source)}_by_{slug_of(first.source)}"
        is_counted = measure.value is not None and (
            reduction.function in _TWO_LEVEL or (reduction.function == "list" and reduction.order_by != "value")
        )

        def on_route(expr: Expr | None) -> Expr | None:
            return None if expr is None else self.on_route(source, expr)

        value, where = on_route(measure.value), on_route(self.beyond_visibility(source, measure.where))
        known = [Not(IsNull(key.expr)) for key in keys]
        if is_counted:
            relation, reduction, value = self._counted(relation, label, keys, measure, _present(value), where, on_route)
            where, known, label = None, [], base
        else:
            order = tuple(Order(_present(on_route(by.value)), by.descending) for by in reduction.order)
            reduction = Reduction(
                reduction.function, reduction.p, reduction.n, order, reduction.distinct, "value",
                reduction.descending, reduction.limit,
            )  # fmt: skip
        summary = Summary(name, reduction, measure.type, value, where, complete=is_counted)
        body = Aggregate(relation, keys, (summary,), conjunction(list(known)))
        return self.relations.add(label, body), anchors, Column(name, measure.type)

    def population(self, item: Population) -> tuple[str, Column]:
        """The relation of one row that holds what all rows of a model give, and its column."""
        model, known = item.model, self._populations.get(item)
        if known is None:
            name = self.summary_names.name(name_of(item))
            where = None if item.where is None else self.on_route(model, item.where)
            summary = Summary(name, item.reduction, item.type, self.on_route(model, item.value), where)
            frame = self.relations.frame(model, self.demand.population_depth(item))
            relation = self.relations.add(f"all_{slug_of(model)}", Aggregate(frame, (), (summary,)))
            known = self._populations[item] = relation, Column(name, item.type)
        return known

    def _counted(
        self, relation: str, label: str, keys: tuple[Named, ...], measure: Measure, value: Expr,
        where: Expr | None, on_route: _OnRoute,
    ) -> tuple[str, Reduction, Expr]:  # fmt: skip
        """First one row per entity and value, then the reduction over these, in its order."""
        reduction, namer = measure.reduction, Namer(key.name for key in keys)
        each = Named(namer.name("value"), value)
        is_seen = reduction.order_by in ("first_seen", "last_seen")
        rank = namer.name(reduction.order_by if is_seen else "occurrences")
        present = [Not(IsNull(expr)) for expr in (value, *(key.expr for key in keys))]
        if is_seen:
            seen = _present(on_route(measure.seen))
            function = "min" if reduction.order_by == "first_seen" else "max"
            ranked = Summary(rank, Reduction(function), seen.type, seen)
        else:
            ranked = Summary(rank, Reduction("count_rows"), INTEGER)
        condition = conjunction([*([where] if where is not None else []), *present])
        inner = self.relations.add(
            f"{label}_and_{slug_of(_label_of(measure))}", Aggregate(relation, (*keys, each), (ranked,), condition)
        )
        descending = reduction.descending if reduction.function == "list" else reduction.function == "mode"
        by = (Order(Column(rank, ranked.type), descending), Order(Column(each.name, value.type)))
        if reduction.function == "list":
            outer = Reduction("list", order=by, limit=reduction.limit)
        else:
            outer = Reduction("nth", n=1, order=by)
        return inner, outer, Column(each.name, value.type)

    def on_route(self, source: str, expr: Expr) -> Expr:
        """An expression of the source's rows as one of a route's."""

        def read(leaf: Leaf) -> Expr:
            match leaf:
                case Literal():
                    return leaf
                case Moment():
                    return self.relations.literal(leaf)
                case Column():
                    raise AssertionError("columns come after plan")
            return self.relations.column(source, leaf)

        return map_leaves(expr, read)

    def beyond_visibility(self, model: str, where: Expr | None) -> Expr | None:
        """The condition without what every visible row fulfils: happening before as_of."""
        timestamp = self.demand.visibility(model)[0]
        if where is None or timestamp is None:
            return where
        given = call("lt", timestamp, Moment(timestamp.type), type=BOOLEAN)
        return conjunction([part for part in conjuncts(where) if part != given])


def _label_of(measure: Measure) -> str:
    """What a measure's values are called."""
    value = measure.value
    return name_of(value) if isinstance(value, Item) else "value"


def _present(expr: Expr | None) -> Expr:
    assert expr is not None
    return expr
