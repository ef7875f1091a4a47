"""Typed + as_of → Plan: one relation per layer of a model, per route between models and per measure.

Window bounds and `as_of` become literals here. Measures are left apart, each in a relation of its own; putting them
together is the business of `share`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta

from coterie.compiler import times
from coterie.compiler.check import Typed
from coterie.compiler.demand import Demand, Item, items_of, parts_of
from coterie.compiler.expr import (
    Cast,
    Column,
    Expr,
    Field,
    Hop,
    IsNull,
    Leaf,
    Literal,
    Logic,
    Measure,
    Member,
    Moment,
    Not,
    Order,
    Reach,
    Reduction,
    TraitOf,
    conjunction,
    map_leaves,
)
from coterie.compiler.functions import call
from coterie.compiler.names import Namer
from coterie.compiler.operators import inside
from coterie.compiler.rel import (
    Aggregate,
    Body,
    Join,
    Named,
    Output,
    OutputName,
    Plan,
    Promise,
    Select,
    Source,
    Summary,
)
from coterie.compiler.resolve import slug_of
from coterie.types import BOOLEAN, DATE, INTEGER, Kind

Wanted = Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]
"""Per entity model: the slugs of the traits and of the audiences to compute."""

_OnRoute = Callable[[Expr | None], Expr | None]
_TINY = timedelta(microseconds=1)
_TWO_LEVEL = ("mode", "least_frequent")


def plan(typed: Typed, as_of: datetime, wanted: Wanted) -> Plan:
    """Lay out the relations that compute the wanted traits and audiences of each entity."""
    demand = Demand(typed)
    requests: dict[str, list[Item]] = {}
    for model, (traits, audiences) in wanted.items():
        keys = [demand.field(model, name) for name in typed.world.models[model].primary_key]
        values: list[Item] = [TraitOf(slug, typed.traits[model, slug].expr.type) for slug in traits]
        requests[model] = [*keys, *values, *(Member(slug) for slug in audiences)]
        demand.visibility_of(model)
        for item in requests[model]:
            demand.add(model, item)
    builder = _Builder(demand, as_of, requests)
    outputs = tuple(builder.output(model, items) for model, items in requests.items())
    sources = {model: typed.world.models[model].definition for model in demand.items}
    return Plan(builder.relations, outputs, builder.promises(requests), sources)


class _Builder:
    """Builds relations on demand, each once."""

    def __init__(self, demand: Demand, as_of: datetime, requests: Mapping[str, list[Item]]) -> None:
        self.demand = demand
        self.typed = demand.typed
        self.as_of = as_of
        self.zone = self.typed.world.zone
        self.relations: dict[str, Body] = {}
        self.relation_names = Namer()
        self.summary_names = Namer()
        self.layers = {
            model: sorted({0, demand.visible_level(model), *(demand.level(model, item) for item in items)})
            for model, items in demand.items.items()
        }
        self.kept: dict[tuple[str, Item], int] = {}
        self._frames: dict[tuple[str, int], str] = {}
        self._routes: dict[tuple[object, ...], tuple[str, tuple[str, ...]]] = {}
        self._measures: dict[Measure, tuple[str, tuple[str, ...], Column]] = {}
        self._on_routes: dict[tuple[object, ...], dict[Item, None]] = {}
        for _, measure in demand.measures:
            wanted = self._on_routes.setdefault(self._route_key(measure), {})
            wanted.update((item, None) for part in parts_of(measure) for item in items_of(part))
        self._unique: dict[tuple[str, tuple[str, ...]], None] = {}
        self._decide_what_is_kept(requests)
        self.names = {model: self._column_names(items) for model, items in demand.items.items()}

    def _column_names(self, items: Iterable[Item]) -> dict[Item, str]:
        namer, names = Namer(), {}
        ordered = sorted(items, key=lambda item: not (isinstance(item, Field)))
        for item in ordered:
            names[item] = namer.name(_name_of(item))
        return names

    # What each layer must pass on

    def _layer(self, model: str, level: int) -> int:
        """The highest layer of a model up to a level."""
        return max(layer for layer in self.layers[model] if layer <= level)

    def _keep(self, model: str, items: Iterable[Item], level: int) -> None:
        layer = self._layer(model, level)
        for item in items:
            self.kept[model, item] = max(self.kept.get((model, item), -1), layer)

    def _decide_what_is_kept(self, requests: Mapping[str, list[Item]]) -> None:
        for model, wanted in requests.items():
            self._keep(model, wanted, self._top(model, wanted))
        for model, items in self.demand.items.items():
            visible = self.demand.visible_level(model)
            for field in self.demand.visibility(model):
                if field is not None and self.demand.level(model, field) < visible:
                    self._keep(model, [field], visible - 1)
            for item, definition in list(items.items()):
                if definition is not None:
                    self._keep_for(model, definition, self.demand.level(model, item))

    def _keep_for(self, model: str, definition: Expr, level: int) -> None:
        for item in items_of(definition):
            if isinstance(item, Reach | Measure):
                own = self.demand.level(model, item)
                is_below = own < level and own in self.layers[model]
                if is_below:
                    self.demand.items[model].setdefault(item, item)
                    self._keep(model, [item], level - 1)
                self._keep_joined(item, own if is_below else level)
            elif level > 0:
                self._keep(model, [item], level - 1)

    def _keep_joined(self, item: Reach | Measure, level: int) -> None:
        """What the join that computes an item in a layer reads."""
        if isinstance(item, Measure):
            self._keep_for_measure(item, level)
            return
        depth = self.demand.reach_depth(item)
        self._keep_keys(item.hop, below=level, depth=depth)
        self._keep(item.hop.target, items_of(item.value), depth)
        self._promise(item.hop.target, (there for _, there in item.hop.keys))

    def _keep_keys(self, hop: Hop, *, below: int, depth: int) -> None:
        self._keep(hop.source, (self.demand.field(hop.source, here) for here, _ in hop.keys), below - 1)
        self._keep(hop.target, (self.demand.field(hop.target, there) for _, there in hop.keys), depth)

    def _keep_for_measure(self, measure: Measure, level: int) -> None:
        depths = [self.demand.bridge_depth(measure, i) for i in range(len(measure.path) - 1)]
        depths.append(self.demand.source_depth(measure))
        below = level
        for hop, depth in zip(measure.path, depths, strict=True):
            self._keep_keys(hop, below=below, depth=depth)
            below = depth + 1
        for part in parts_of(measure):
            self._keep(measure.source, items_of(part), depths[-1])
        self._promise_routes(measure)

    # What the data must keep

    def _promise(self, model: str, columns: Iterable[str]) -> None:
        self._unique[model, tuple(columns)] = None

    def _promise_routes(self, measure: Measure) -> None:
        """What makes sure that no row is counted twice: keys that tell apart, or hops that lead to one row."""
        if measure.key:
            self._promise(measure.source, (field.name for field in measure.key))
            return
        for position, hop in enumerate(measure.path):
            if hop.to_one and len(measure.path) > 1:
                self._promise(hop.target, (there for _, there in hop.keys))
            if hop.from_one and position > 0:
                self._promise(hop.source, (here for here, _ in hop.keys))

    def promises(self, requests: Mapping[str, list[Item]]) -> tuple[Promise, ...]:
        """What the data must keep for the rows to be right."""
        found: list[Promise] = []
        for model in requests:
            key = self.typed.world.models[model].primary_key
            self._unique.pop((model, key), None)
            found += [self._promised("null_key", model, key), self._promised("duplicate_key", model, key)]
        return (*found, *(self._promised("not_unique", model, columns) for model, columns in self._unique))

    def _promised(self, code: str, model: str, columns: tuple[str, ...]) -> Promise:
        fields = [self.demand.field(model, name) for name in columns]
        relation = self.frame(model, self.demand.depth(model, fields))
        return Promise(code, model, tuple(self.names[model][field] for field in fields), relation)

    # Layers of a model

    def _top(self, model: str, items: Iterable[Item]) -> int:
        return self.demand.depth(model, items)

    def frame(self, model: str, level: int) -> str:
        """The relation of the highest layer of a model up to a level."""
        layer = self._layer(model, level)
        if (model, layer) not in self._frames:
            body = _Frame(self, model, layer).body()
            name = self.relation_names.name(slug_of(model))
            self.relations[name] = body
            self._frames[model, layer] = name
        return self._frames[model, layer]

    def column(self, model: str, item: Item, source: int = 0) -> Column:
        """An item as a column of one of its model's layers."""
        return Column(self.names[model][item], item.type, source)

    def literal(self, moment: Moment, *, plus: timedelta = timedelta(0)) -> Literal:
        """A moment relative to as_of as a constant on the clock of its type."""
        instant = times.shift(self.as_of, moment.n, moment.unit, self.zone) + plus
        type = moment.type
        if type.kind is Kind.DATE:
            return Literal(times.first_date_from(instant, type.zone or self.zone), DATE)
        return Literal(times.to_wall(instant, type.zone) if type.zone else instant, type)

    # Related rows

    def _route_key(self, measure: Measure) -> tuple[object, ...]:
        source = self._layer(measure.source, self.demand.source_depth(measure))
        return measure.path, measure.key, source

    def route(self, measure: Measure) -> tuple[str, tuple[str, ...]]:
        """The relation of source rows with the columns that lead back to the entity, and these columns' names."""
        key = self._route_key(measure)
        if key not in self._routes:
            self._routes[key] = self._build_route(measure)
        return self._routes[key]

    def _build_route(self, measure: Measure) -> tuple[str, tuple[str, ...]]:
        path, source = measure.path, measure.source
        frame = self.frame(source, self.demand.source_depth(measure))
        first = path[0]
        anchors = [self.demand.field(first.target, there) for _, there in first.keys]
        if len(path) == 1 and not measure.key:
            return frame, tuple(self.names[source][anchor] for anchor in anchors)
        joins, position = self._climb(measure)
        wanted = list(self._on_routes[self._route_key(measure)])
        namer = Namer(self.names[source][item] for item in wanted)
        named = [Named(namer.name(anchor.name), self.column(first.target, anchor, position)) for anchor in anchors]
        label = f"{slug_of(source)}_of_{slug_of(first.source)}"
        if not measure.key:
            columns = (*named, *(Named(self.names[source][item], self.column(source, item)) for item in wanted))
            return self._add(label, Select(frame, columns, joins)), tuple(column.name for column in named)
        keys = [Named(self.names[source][key], self.column(source, key)) for key in measure.key]
        pairs = self._add(f"{label}_once", Select(frame, (*named, *keys), joins, distinct=True))
        on = tuple((Column(key.name, key.expr.type), key.name) for key in keys)
        columns = (
            *(Named(column.name, Column(column.name, column.expr.type)) for column in named),
            *(Named(self.names[source][item], self.column(source, item, 1)) for item in wanted),
        )
        joined = Select(pairs, columns, (Join(frame, on, left=False),))
        return self._add(label, joined), tuple(column.name for column in named)

    def _climb(self, measure: Measure) -> tuple[tuple[Join, ...], int]:
        """The joins from the source back to the first hop's target, and the position of the latter."""
        joins: list[Join] = []
        for position in range(len(measure.path) - 1, 0, -1):
            hop = measure.path[position]
            here = len(joins)
            bridge = self.frame(hop.source, self.demand.bridge_depth(measure, position - 1))
            on = tuple(
                (
                    self.column(hop.target, self.demand.field(hop.target, there), here),
                    self.names[hop.source][self.demand.field(hop.source, back)],
                )
                for back, there in hop.keys
            )
            joins.append(Join(bridge, on, left=False))
        return tuple(joins), len(joins)

    def _add(self, label: str, body: Body) -> str:
        name = self.relation_names.name(label)
        self.relations[name] = body
        return name

    # Measures

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
            return None if expr is None else map_leaves(expr, lambda leaf: self._on_route(source, leaf))

        value, where = on_route(measure.value), on_route(self._beyond_visibility(source, measure.where))
        known = [Not(IsNull(key.expr)) for key in keys]
        if is_counted:
            relation, reduction, value = self._counted(
                relation, label, keys, measure, _present(value), where, on_route
            )
            where, known, label = None, [], base
        else:
            order = tuple(Order(_present(on_route(by.value)), by.descending) for by in reduction.order)
            reduction = Reduction(
                reduction.function, reduction.p, reduction.n, order, reduction.distinct, "value",
                reduction.descending, reduction.limit,
            )  # fmt: skip
        summary = Summary(name, reduction, measure.type, value, where, complete=is_counted)
        body = Aggregate(relation, keys, (summary,), conjunction(list(known)))
        return self._add(label, body), anchors, Column(name, measure.type)

    def _counted(
        self, relation: str, label: str, keys: tuple[Named, ...], measure: Measure, value: Expr,
        where: Expr | None, on_route: _OnRoute,
    ) -> tuple[str, Reduction, Expr]:  # fmt: skip
        """First one row per entity and value, then the reduction over these, in its order."""
        reduction, namer = measure.reduction, Namer(key.name for key in keys)
        each = Named(namer.name("value"), value)
        rank = namer.name({"first_seen": "seen", "last_seen": "seen"}.get(reduction.order_by, "occurrences"))
        present = [Not(IsNull(expr)) for expr in (value, *(key.expr for key in keys))]
        if reduction.order_by in ("first_seen", "last_seen"):
            seen = _present(on_route(measure.seen))
            function = "min" if reduction.order_by == "first_seen" else "max"
            ranked = Summary(rank, Reduction(function), seen.type, seen)
        else:
            ranked = Summary(rank, Reduction("count_rows"), INTEGER)
        condition = conjunction([*([where] if where is not None else []), *present])
        inner = self._add(f"{label}_and_{slug_of(_label_of(measure))}", Aggregate(relation, (*keys, each), (ranked,), condition))
        descending = reduction.descending if reduction.function == "list" else reduction.function == "mode"
        by = (Order(Column(rank, ranked.type), descending), Order(Column(each.name, value.type)))
        if reduction.function == "list":
            outer = Reduction("list", order=by, limit=reduction.limit)
        else:
            outer = Reduction("nth", n=1, order=by)
        return inner, outer, Column(each.name, value.type)

    def _on_route(self, source: str, leaf: Leaf) -> Expr:
        match leaf:
            case Literal():
                return leaf
            case Moment():
                return self.literal(leaf)
            case Column():
                raise AssertionError("columns come after plan")
        return self.column(source, leaf)

    def _beyond_visibility(self, model: str, where: Expr | None) -> Expr | None:
        """The condition without what every visible row fulfils: happening before as_of."""
        timestamp = self.demand.visibility(model)[0]
        if where is None or timestamp is None:
            return where
        given = call("lt", timestamp, Moment(timestamp.type), type=BOOLEAN)
        parts = where.args if isinstance(where, Logic) and where.operator == "and" else (where,)
        return conjunction([part for part in parts if part != given])

    def output(self, model: str, items: list[Item]) -> Output:
        """The statement of one entity."""
        relation = self.frame(model, self._top(model, items))
        key, traits, audiences = [], [], []
        for item in items:
            column = self.column(model, item)
            match item:
                case Field():
                    key.append(OutputName(column, item.name, item.name))
                case TraitOf():
                    traits.append(OutputName(column, item.slug, item.slug))
                case Member():
                    audiences.append(OutputName(column, f"in_{item.slug}", item.slug))
        return Output(model, relation, tuple(key), tuple(traits), tuple(audiences))


class _Frame:
    """One layer of a model as a SELECT."""

    def __init__(self, builder: _Builder, model: str, layer: int) -> None:
        self.builder = builder
        self.demand = builder.demand
        self.model = model
        self.layer = layer
        self.joins: list[Join] = []

    def body(self) -> Select:
        builder, demand = self.builder, self.demand
        columns: list[Named] = []
        for item, definition in demand.items[self.model].items():
            level = demand.level(self.model, item)
            if level > self.layer or builder.kept.get((self.model, item), -1) < self.layer:
                continue
            name = builder.names[self.model][item]
            if level < self.layer or definition is None:
                columns.append(Named(name, self._leaf(item)))
            else:
                columns.append(Named(name, map_leaves(definition, self._leaf)))
        below: str | Source = Source(self.model)
        if self.layer > 0:
            below = builder.frame(self.model, self.layer - 1)
        where = self._visible() if demand.visible_level(self.model) == self.layer else None
        return Select(below, tuple(columns), tuple(self.joins), where)

    def _leaf(self, leaf: Leaf) -> Expr:
        match leaf:
            case Literal() | Column():
                return leaf
            case Moment():
                return self.builder.literal(leaf)
            case Reach() | Measure() if self.builder.kept.get((self.model, leaf), -1) >= 0 and (
                self.demand.level(self.model, leaf) < self.layer
            ):
                return self.builder.column(self.model, leaf)
            case Reach():
                return self._reach(leaf)
            case Measure():
                return self._measure(leaf)
        if self.layer == 0:
            assert isinstance(leaf, Field)
            return self._source_column(leaf)
        return self.builder.column(self.model, leaf)

    def _source_column(self, field: Field) -> Expr:
        """A column as the source holds it, in its type, with NaN as NULL and arrays clean."""
        model = self.builder.typed.world.models[self.model]
        expr: Expr = Column(field.name, field.type)
        if field.name in model.coerced:
            expr = Cast(expr, field.type)
        if field.type.kind is Kind.DOUBLE and model.definition.nan != "never":
            return call("clean_double", expr, type=field.type)
        if field.type.kind is Kind.ARRAY:
            return call("clean_array", expr, type=field.type)
        return expr

    def _reach(self, item: Reach) -> Expr:
        target = item.hop.target
        relation = self.builder.frame(target, self.demand.reach_depth(item))
        names = [self.builder.names[target][self.demand.field(target, there)] for _, there in item.hop.keys]
        position = self._join(relation, item.hop, names)

        def there(leaf: Leaf) -> Expr:
            match leaf:
                case Literal():
                    return leaf
                case Moment():
                    return self.builder.literal(leaf)
                case Column():
                    raise AssertionError("columns come after plan")
            return self.builder.column(target, leaf, position)

        return map_leaves(item.value, there)

    def _measure(self, item: Measure) -> Expr:
        relation, anchors, column = self.builder.measure(item)
        position = self._join(relation, item.path[0], anchors)
        return Column(column.name, column.type, position)

    def _join(self, relation: str, hop: Hop, names: Iterable[str]) -> int:
        here = [self._leaf(self.demand.field(self.model, name)) for name, _ in hop.keys]
        join = Join(relation, tuple(zip(here, names, strict=True)), left=True)
        if join not in self.joins:
            self.joins.append(join)
        return self.joins.index(join) + 1

    def _visible(self) -> Expr | None:
        """Which rows have happened and are valid at as_of."""
        timestamp, start, end = self.demand.visibility(self.model)
        literal, parts = self.builder.literal, list[Expr]()
        if timestamp is not None:
            parts.append(inside(self._inline(timestamp), None, literal(Moment(timestamp.type))))
        if start is not None:
            parts.append(inside(self._inline(start), None, literal(Moment(start.type), plus=_TINY)))
        if end is not None:
            value = self._inline(end)
            open_ended = Logic("or", (IsNull(value), inside(value, literal(Moment(end.type), plus=_TINY), None)))
            parts.append(open_ended)
        return conjunction(parts)

    def _inline(self, field: Field) -> Expr:
        definition = self.demand.definition(self.model, field)
        if definition is not None and self.demand.level(self.model, field) == self.layer:
            return map_leaves(definition, self._leaf)
        return self._leaf(field)


def _label_of(measure: Measure) -> str:
    """What a measure's values are called."""
    value = measure.value
    return _name_of(value) if isinstance(value, Item) else "value"


def _present(expr: Expr | None) -> Expr:
    assert expr is not None
    return expr


def _name_of(item: Item) -> str:
    """What a column that holds the item is called, if nothing else is."""
    match item:
        case Field():
            return item.name
        case TraitOf():
            return item.slug
        case Member():
            return f"in_{item.slug}"
        case Reach():
            inner = next(items_of(item.value), None)
            return f"{slug_of(item.hop.relationship)}_{_name_of(inner) if inner else 'value'}"
        case Measure():
            return item.name or f"{item.reduction.function}_{slug_of(item.source)}"
