"""Measures as relations: source rows with the way back to the entity, and what becomes of them.

A route is the relation of a measure's source rows with the columns that lead back to the entity (its anchors). A
measure groups a route by its anchors. Measures that need the same rows share one route.

Where source rows are compared with values of the entity (`Outer`), a route holds these too. If its anchors lead back to
one entity, that is joined to the source rows. Else the route begins at the entities, or rather at all that a measure
depends on of them: the keys of the path and the outer values, which are its anchors then.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

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
    Population,
    Reduction,
)
from coterie.compiler.ir.functions import call
from coterie.compiler.ir.item_names import name_of
from coterie.compiler.ir.logic import conjunction, conjuncts
from coterie.compiler.ir.names import Namer, slug_of
from coterie.compiler.ir.rel import Aggregate, Body, Join, Named, Select, Summary, Unnest
from coterie.compiler.ir.traverse import Routed, leaves, map_leaves, parts_of
from coterie.compiler.planning.demand import Demand, held_as
from coterie.compiler.planning.layers import Layers
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


@dataclass(frozen=True)
class Route:
    """The relation of source rows, the columns that equal items of the entity, and those that hold outer values."""

    relation: str
    anchors: tuple[tuple[Item, Column], ...]
    outer: tuple[tuple[Item, Column], ...] = ()

    @property
    def pairs(self) -> tuple[tuple[Item, str], ...]:
        """What to join a measure on."""
        return tuple((item, column.name) for item, column in self.anchors)


@dataclass(frozen=True)
class _Start:
    """The relation and joins that source rows are found in, their position, and what is known of their entity."""

    relation: str
    joins: tuple[Join, ...]
    position: int
    anchors: tuple[tuple[Item, Named], ...]
    outer: tuple[tuple[Item, Named], ...] = ()

    @property
    def columns(self) -> tuple[Named, ...]:
        """Anchors and outer values, each once."""
        return tuple(dict.fromkeys(named for _, named in (*self.anchors, *self.outer)))


class Routes:
    """Builds routes and measures on demand, each once."""

    def __init__(self, relations: Relations) -> None:
        self.relations = relations
        self.demand = relations.demand
        self.layers = relations.layers
        self.summary_names = Namer()
        self._routes: dict[tuple[object, ...], Route] = {}
        self._measures: dict[Measure, tuple[str, tuple[tuple[Item, str], ...], Column]] = {}
        self._populations: dict[Population, tuple[str, Column]] = {}
        self._on_routes: dict[tuple[object, ...], dict[Item, None]] = {}
        self._outer_on_routes: dict[tuple[object, ...], dict[Item, None]] = {}
        self._unnested: dict[tuple[object, ...], tuple[str, Column]] = {}
        self._of_elements: dict[tuple[object, ...], list[Measure]] = {}
        for routed in self.demand.routed:
            key = self._route_key(routed)
            wanted = self._on_routes.setdefault(key, {})
            wanted.update((item, None) for part in parts_of(routed) for item in self.demand.items_of(part))
            outer = self._outer_on_routes.setdefault(key, {})
            outer.update(dict.fromkeys(self.demand.outer_items(routed)))
            if isinstance(routed, Measure) and routed.elements:
                self._of_elements.setdefault((*self._rows_key(routed), routed.value), []).append(routed)

    def _route_key(self, routed: Routed) -> tuple[object, ...]:
        source = self.layers.layer(routed.source, self.demand.source_depth(routed))
        first, outer = routed.path[0], self.demand.outer_items(routed)
        if not outer:
            return routed.path, routed.key, source
        start = self.layers.layer(first.source, self.demand.start_depth(routed))
        return routed.path, routed.key, source, start, None if first.from_one else outer

    def _rows_key(self, routed: Routed) -> tuple[object, ...]:
        """Equal where the same rows are read by the same keys, whatever of the entity these are joined with."""
        if not self._is_direct(routed):
            return self._route_key(routed)
        hop = routed.path[0]
        there = tuple(there for _, there in hop.keys)
        return hop.target, there, self.layers.layer(routed.source, self.demand.source_depth(routed))

    def _is_direct(self, routed: Routed) -> bool:
        """Whether the source's own rows are the route."""
        return len(routed.path) == 1 and not routed.key and not self.demand.outer_items(routed)

    def route(self, routed: Routed) -> Route:
        """The source rows of a reader with what leads back to its entity."""
        key = self._route_key(routed)
        if key not in self._routes:
            self._routes[key] = self._build_route(routed)
        return self._routes[key]

    def _build_route(self, routed: Routed) -> Route:
        if not self._is_direct(routed):
            at_entity = self.demand.outer_items(routed) and not routed.path[0].from_one
            return self._collected(routed, self._from_entity(routed) if at_entity else self._from_source(routed))
        first = routed.path[0]
        relation = self.relations.frame(first.target, self.demand.source_depth(routed))
        keys = ((self._field(first.source, here), self._field(first.target, there)) for here, there in first.keys)
        return Route(relation, tuple((item, self.relations.column(first.target, anchor)) for item, anchor in keys))

    def _field(self, model: str, name: str) -> Item:
        return self.demand.field(model, name)

    def _from_source(self, routed: Routed) -> _Start:
        """Source rows with the joins that climb to the first hop's target, and to the entity for its outer values."""
        first, namer = routed.path[0], self._namer(routed)
        relation = self.relations.frame(routed.source, self.demand.source_depth(routed))
        joins, position = self.climb(routed, len(routed.path) - 1)
        anchors, on = [], []
        for here, there in first.keys:
            column = self.relations.column(first.target, self._field(first.target, there), position)
            anchors.append((self._field(first.source, here), Named(namer.name(there), column)))
            on.append((column, self.layers.names[first.source][self._field(first.source, here)]))
        items = self._outer_on_routes[self._route_key(routed)]
        if items:
            entity = self.relations.frame(first.source, self.demand.start_depth(routed))
            joins = (*joins, Join(entity, tuple(on), left=False))
        outer = [
            (item, Named(namer.name(name_of(item)), self.relations.column(first.source, item, len(joins))))
            for item in items
        ]
        return _Start(relation, joins, 0, tuple(anchors), tuple(outer))

    def _from_entity(self, routed: Routed) -> _Start:
        """What a measure depends on of the entities, each combination once, with the joins down to the source rows."""
        path, namer = routed.path, self._namer(routed)
        start = path[0].source
        items = dict.fromkeys(
            [*(self._field(start, here) for here, _ in path[0].keys), *self.demand.outer_items(routed)]
        )
        named = {item: Named(namer.name(name_of(item)), self.relations.column(start, item)) for item in items}
        entities = self.relations.frame(start, self.demand.start_depth(routed))
        relation = self.relations.add(
            f"starts_of_{slug_of(start)}", Select(entities, tuple(named.values()), distinct=True)
        )
        held = {item: Named(column.name, Column(column.name, item.type)) for item, column in named.items()}
        joins: list[Join] = []
        for position, hop in enumerate(path):
            is_last = position == len(path) - 1
            depth = self.demand.source_depth(routed) if is_last else self.demand.bridge_depth(routed, position)
            on = []
            for here, there in hop.keys:
                item = self._field(hop.source, here)
                left = held[item].expr if position == 0 else self.relations.column(hop.source, item, position)
                on.append((left, self.layers.names[hop.target][self._field(hop.target, there)]))
            joins.append(Join(self.relations.frame(hop.target, depth), tuple(on), left=False))
        outer = tuple((item, held[item]) for item in self.demand.outer_items(routed))
        return _Start(relation, tuple(joins), len(joins), tuple(held.items()), outer)

    def _namer(self, routed: Routed) -> Namer:
        """Names beside those of the source's items."""
        wanted = self._on_routes[self._route_key(routed)]
        return Namer(self.layers.names[routed.source][item] for item in wanted)

    def _collected(self, routed: Routed, start: _Start) -> Route:
        """The route as a relation; where the path could reach a row twice, each is there once per entity."""
        source, names = routed.source, self.layers.names[routed.source]
        wanted = list(self._on_routes[self._route_key(routed)])
        label = f"{slug_of(source)}_of_{slug_of(routed.path[0].source)}"
        columns: tuple[Named, ...]
        if not routed.key:
            held = (Named(names[item], self.relations.column(source, item, start.position)) for item in wanted)
            relation = self.relations.add(label, Select(start.relation, (*start.columns, *held), start.joins))
        else:
            keys = [Named(names[key], self.relations.column(source, key, start.position)) for key in routed.key]
            once = Select(start.relation, (*start.columns, *keys), start.joins, distinct=True)
            pairs = self.relations.add(f"{label}_once", once)
            on = tuple((Column(key.name, key.expr.type), key.name) for key in keys)
            columns = (
                *(Named(column.name, Column(column.name, column.expr.type)) for column in start.columns),
                *(Named(names[item], self.relations.column(source, item, 1)) for item in wanted),
            )
            frame = self.relations.frame(source, self.demand.source_depth(routed))
            relation = self.relations.add(label, Select(pairs, columns, (Join(frame, on, left=False),)))
        anchors = tuple((item, Column(named.name, named.expr.type)) for item, named in start.anchors)
        outer = tuple((item, Column(named.name, named.expr.type)) for item, named in start.outer)
        return Route(relation, anchors, outer)

    def climb(self, routed: Routed, last: int) -> tuple[tuple[Join, ...], int]:
        """The joins from the target of a hop back to that of the first one, and the position of the latter."""
        joins: list[Join] = []
        for position in range(last, 0, -1):
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

    def measure(self, measure: Measure) -> tuple[str, tuple[tuple[Item, str], ...], Column]:
        """The relation that holds a measure per entity, what to join it on, and its column."""
        if measure not in self._measures:
            self._measures[measure] = self._build_measure(measure)
        return self._measures[measure]

    def _build_measure(self, measure: Measure) -> tuple[str, tuple[tuple[Item, str], ...], Column]:
        route = self.route(measure)
        relation, source, reduction = route.relation, measure.source, measure.reduction
        keys = tuple(Named(column.name, column) for _, column in route.anchors)
        taken = {key.name.lower() for key in keys}
        base = measure.name or f"{reduction.function}_{slug_of(source)}"
        name = self.summary_names.name(base, avoiding=taken)
        label = f"{slug_of(source)}_by_{slug_of(measure.path[0].source)}"
        is_counted = measure.value is not None and (
            reduction.function in _TWO_LEVEL or (reduction.function == "list" and reduction.order_by != "value")
        )

        def on_route(expr: Expr | None) -> Expr | None:
            return None if expr is None else self.on_route(source, expr, route)

        value, where = on_route(measure.value), on_route(self.beyond_visibility(source, measure.where))
        known = [Not(IsNull(key.expr)) for key in keys]
        if measure.elements:
            relation, value = self._elements(route, keys, measure, _present(value))
        if is_counted:
            relation, reduction, value = self._counted(relation, label, keys, measure, _present(value), where, on_route)
            where, known, label = None, [], base
        else:
            order = tuple(Order(_present(on_route(by.value)), by.descending) for by in reduction.order)
            reduction = Reduction(
                reduction.function, reduction.p, reduction.n, order, reduction.distinct, "value",
                reduction.descending, reduction.limit,
            )  # fmt: skip
        is_complete = is_counted or measure.elements
        summary = Summary(name, reduction, measure.type, value, where, complete=is_complete)
        body = Aggregate(relation, keys, (summary,), conjunction(list(known)))
        return self.relations.add(label, body), route.pairs, Column(name, measure.type)

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

    def _elements(self, route: Route, keys: tuple[Named, ...], measure: Measure, array: Expr) -> tuple[str, Column]:
        """The relation of a route's rows, once per element of their arrays, and the column of the elements.

        Beside it stands what any measure of these elements asks of their rows.
        """
        known = self._unnested.get((route.relation, keys, array))
        if known is None:
            source, columns = measure.source, {key.name: key for key in keys}
            for other in self._of_elements[*self._rows_key(measure), measure.value]:
                for part in (part for part in (other.where, other.seen) if part is not None):
                    read = (leaf for leaf in leaves(self.on_route(source, part, route)) if isinstance(leaf, Column))
                    columns.update({column.name: Named(column.name, column) for column in read})
            each = Named(Namer(columns).name("element"), array)
            label = f"{slug_of(source)}_{slug_of(_label_of(measure))}"
            unnested = self.relations.add(label, Unnest(route.relation, tuple(columns.values()), each))
            assert array.type.element is not None
            known = self._unnested[route.relation, keys, array] = unnested, Column(each.name, array.type.element)
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

    def on_route(self, source: str, expr: Expr, route: Route | None = None) -> Expr:
        """An expression of the source's rows as one of a route's, or of the rows of a model."""
        outer = dict(route.outer) if route is not None else {}

        def read(leaf: Leaf) -> Expr:
            match leaf:
                case Outer():
                    return outer[held_as(leaf)]
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
