"""Typed + as_of → Plan: one relation per layer of a model, per route between models and per measure.

Window bounds and `as_of` become literals here. Measures are left apart, each in a relation of its own; putting them
together is the business of `share`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from weakref import proxy

from coterie.compiler.checking.typed import Typed
from coterie.compiler.compiled import SplitColumn
from coterie.compiler.ir import times
from coterie.compiler.ir.expr import (
    Cast,
    Column,
    Expr,
    Field,
    GroupOf,
    IsNull,
    Item,
    Leaf,
    Literal,
    Logic,
    Lookup,
    Measure,
    Member,
    Moment,
    Not,
    Population,
    Reach,
    Sequence,
    TraitOf,
)
from coterie.compiler.ir.functions import Clock, as_held
from coterie.compiler.ir.item_names import name_of
from coterie.compiler.ir.logic import conjunction
from coterie.compiler.ir.names import Namer, slug_of
from coterie.compiler.ir.rel import Body, Join, Named, Output, OutputName, Plan, Promise, Select, Source
from coterie.compiler.ir.traverse import map_leaves
from coterie.compiler.language.operators import inside
from coterie.compiler.planning.demand import Demand
from coterie.compiler.planning.layers import Layers
from coterie.compiler.planning.parts import Wanted
from coterie.compiler.planning.promises import Promises
from coterie.compiler.planning.routes import Routes
from coterie.compiler.planning.streams import Streams
from coterie.compiler.writing.sources import referred_models
from coterie.types import BIGINT_DIGITS, DATE, INT_DIGITS, Kind

_TINY = timedelta(microseconds=1)


def plan(typed: Typed, as_of: datetime, wanted: Wanted, evaluated: Wanted | None = None) -> Plan:
    """Lay out the relations that compute the wanted traits and audiences of each entity.

    References read what earlier runs have built, where they ask for that, of what is not `evaluated` in this run; with
    None all is evaluated anew.
    """
    demand = Demand(typed, evaluated)
    requests: dict[str, list[Item]] = {}
    for model, (traits, audiences) in wanted.items():
        keys = [demand.field(model, name) for name in typed.world.models[model].primary_key]
        values: list[Item] = [TraitOf(slug, typed.traits[model, slug].expr.type) for slug in traits]
        wanted_audiences = [typed.audiences[model, slug] for slug in audiences]
        members = (audience.at("published") for audience in wanted_audiences)
        groups = (GroupOf(audience.slug) for audience in wanted_audiences if audience.splits is not None)
        requests[model] = [*keys, *values, *members, *groups]
        demand.visibility_of(model)
        for item in requests[model]:
            demand.add(model, item)
    referred = demand_referred(demand)
    builder = Builder(demand, as_of, requests)
    outputs = tuple(builder.output(model, items) for model, items in requests.items())
    return builder.plan(outputs, referred, Promises(builder, builder.routes).of(requests))


def demand_referred(demand: Demand) -> set[str]:
    """The models that SELECTs of sources and traits refer to; what decides which rows are visible is asked for."""
    definitions = {name: model.definition for name, model in demand.typed.world.models.items()}
    written = [definitions[model].source.sql for model in demand.items]
    written += [trait.config.sql_query for trait in demand.queries().values()]
    referred = {name for sql in written for name in referred_models(sql, definitions)}
    for model in referred:
        demand.visibility_of(model)
    return referred


def moment_literal(moment: Moment, as_of: datetime, zone: str, *, plus: timedelta = timedelta(0)) -> Literal:
    """A moment relative to as_of as a constant on the clock of its type."""
    moved = times.unit_start if moment.whole else times.shift
    instant, type = moved(as_of, moment.n, moment.unit, zone) + plus, moment.type
    if type.kind is Kind.DATE:
        return Literal(times.first_date_from(instant, type.zone or zone), DATE)
    return Literal(times.to_wall(instant, type.zone) if type.zone else instant, type)


class Builder:
    """Builds relations on demand, each once."""

    def __init__(self, demand: Demand, as_of: datetime, requests: Mapping[str, list[Item]]) -> None:
        self.demand = demand
        self.typed = demand.typed
        self.as_of = as_of
        self.zone = self.typed.world.zone
        self.layers = Layers(demand, requests)
        self.bodies: dict[str, Body] = {}
        self.labels: dict[str, str] = {}
        self._names = Namer()
        self._lookups: dict[Lookup, tuple[str, tuple[str, ...], Column]] = {}
        self._frames: dict[tuple[str, int], str] = {}
        self.routes = Routes(proxy(self))  # no cycle: what only the planning needs goes with it
        self.streams = Streams(self.routes, Clock(self.zone))

    def plan(self, outputs: tuple[Output, ...], referred: Iterable[str], promises: tuple[Promise, ...] = ()) -> Plan:
        """Everything built so far, for some statements."""
        sources = {model: self.typed.world.models[model].definition for model in self.demand.items}
        visible = {model: condition for model in referred if (condition := self.visible(model)) is not None}
        queries, readings = self.demand.queries(), self.demand.readings()
        return Plan(self.bodies, self.labels, outputs, promises, sources, visible, queries, readings)

    def add(self, label: str, body: Body) -> str:
        """A new relation; its name."""
        name = self._names.name(label)
        self.bodies[name] = body
        self.labels[name] = label
        return name

    def frame(self, model: str, level: int) -> str:
        """The relation of the highest layer of a model up to a level."""
        layer = self.layers.layer(model, level)
        if (model, layer) not in self._frames:
            self._frames[model, layer] = self.add(slug_of(model), _Frame(self, model, layer).body())
        return self._frames[model, layer]

    def visible(self, model: str) -> Expr | None:
        """Which of a model's source rows are visible, as a condition on the source."""
        return _Frame(self, model, 0).visible()

    def column(self, model: str, item: Item, source: int = 0) -> Column:
        """An item as a column of one of its model's layers."""
        return Column(self.layers.names[model][item], item.type, source)

    def literal(self, moment: Moment, *, plus: timedelta = timedelta(0)) -> Literal:
        """A moment relative to as_of as a constant on the clock of its type."""
        return moment_literal(moment, self.as_of, self.zone, plus=plus)

    def lookup(self, item: Lookup) -> tuple[str, tuple[str, ...], Column]:
        """The relation of rows beside a model, the columns to join it on, and its value."""
        known = self._lookups.get(item)
        if known is None:
            namer = Namer()
            keys = [Named(namer.name(name), value) for name, value in item.keys]
            value = Named(namer.name("value"), item.value)
            where = conjunction([*([item.where] if item.where else []), *(Not(IsNull(key.expr)) for key in keys)])
            relation = self.add(name_of(item), Select(item.rows, (*keys, value), where=where))
            known = self._lookups[item] = relation, tuple(key.name for key in keys), Column(value.name, item.type)
        return known

    def output(self, model: str, items: list[Item]) -> Output:
        """The statement of one entity."""
        relation = self.frame(model, self.demand.depth(model, items))
        key, traits, audiences, split = [], [], [], list[SplitColumn]()
        columns, known = list[Named](), list[Expr]()
        namer = Namer()
        for item in items:
            column, name = self.column(model, item), namer.name(_name_in_statement(item))
            columns.append(Named(name, as_published(column)))
            match item:
                case Field():
                    key.append(OutputName(name, item.name, item.type))
                    known.append(Not(IsNull(column)))
                case TraitOf():
                    traits.append(OutputName(name, item.slug, item.type))
                case Member():
                    audiences.append(OutputName(name, item.slug, item.type))
                case GroupOf():
                    splits = self.typed.audiences[model, item.slug].splits
                    split.append(SplitColumn(name, item.slug, splits.groups if splits else ()))
        select = Select(relation, tuple(columns), where=conjunction(known))
        return Output(model, select, tuple(key), tuple(traits), tuple(audiences), tuple(split))


def _name_in_statement(item: Item) -> str:
    match item:
        case Member():
            return f"in_{item.slug}"
        case GroupOf():
            return f"group_of_{item.slug}"
        case TraitOf():
            return item.slug
        case Field():
            return item.name
    raise AssertionError(f"{type(item).__name__} is no output")


def as_published(column: Column) -> Expr:
    """Whole numbers have one type each for up to 19 digits and for more, whatever they were made of."""
    is_published_as_held = INT_DIGITS < column.type.precision <= BIGINT_DIGITS + 1
    return Cast(column, column.type) if column.type.kind is Kind.INTEGER and not is_published_as_held else column


class _Frame:
    """One layer of a model as a SELECT."""

    def __init__(self, builder: Builder, model: str, layer: int) -> None:
        self.builder = builder
        self.demand = builder.demand
        self.model = model
        self.layer = layer
        self.below = builder.layers.layer(model, layer - 1) if layer else -1
        self.joins: dict[Join, int] = {}

    def body(self) -> Select:
        builder, demand = self.builder, self.demand
        columns: list[Named] = []
        for item, definition in demand.items[self.model].items():
            level = demand.level(self.model, item)
            if not builder.layers.holds(self.model, item, self.layer):
                continue
            name = builder.layers.names[self.model][item]
            if level < self.layer or definition is None:
                columns.append(Named(name, self._leaf(item)))
            else:
                columns.append(Named(name, map_leaves(definition, self._leaf)))
        below: str | Source = Source(self.model)
        if self.layer > 0:
            below = builder.frame(self.model, self.layer - 1)
        where = self.visible() if demand.visible_level(self.model) == self.layer else None
        return Select(below, tuple(columns), tuple(self.joins), where)

    def _leaf(self, leaf: Leaf) -> Expr:
        match leaf:
            case Literal() | Column():
                return leaf
            case Moment():
                return self.builder.literal(leaf)
            case Reach() | Measure() | Sequence() | Population() if self._is_below(leaf):
                return self.builder.column(self.model, leaf)
            case Reach():
                return self._reach(leaf)
            case Measure():
                return self._measure(leaf)
            case Sequence():
                return self._sequence(leaf)
            case Population():
                return self._population(leaf)
            case Lookup():
                return self._lookup(leaf)
        if self.layer == 0:
            assert isinstance(leaf, Field)
            return self._source_column(leaf)
        return self.builder.column(self.model, leaf)

    def _is_below(self, item: Item) -> bool:
        return self.builder.layers.holds(self.model, item, self.below)

    def _source_column(self, field: Field) -> Expr:
        """A column as the source holds it."""
        model = self.builder.typed.world.models[self.model]
        may_hold_nan = model.definition.nan != "never"
        return as_held(field.name, field.type, is_coerced=field.name in model.coerced, may_hold_nan=may_hold_nan)

    def _reach(self, item: Reach) -> Expr:
        target = item.hop.target
        relation = self.builder.frame(target, self.demand.reach_depth(item))
        names, keys = self.builder.layers.names[target], item.hop.keys
        fields = ((self.demand.field(self.model, here), self.demand.field(target, there)) for here, there in keys)
        position = self._join(relation, ((own, names[its]) for own, its in fields))

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
        relation, on, column = self.builder.routes.measure(item)
        position = self._join(relation, on)
        return Column(column.name, column.type, position)

    def _sequence(self, item: Sequence) -> Expr:
        relation, entity, column = self.builder.streams.sequence(self.model, item)
        position = self._join(relation, ((self.demand.field(self.model, own), its) for own, its in entity.items()))
        return Column(column.name, column.type, position)

    def _lookup(self, item: Lookup) -> Expr:
        relation, names, column = self.builder.lookup(item)
        here = [self._leaf(self.demand.field(self.model, name)) for name, _ in item.keys]
        join = Join(relation, tuple(zip(here, names, strict=True)), left=True)
        return replace(column, source=self.joins.setdefault(join, len(self.joins) + 1))

    def _population(self, item: Population) -> Expr:
        relation, column = self.builder.routes.population(item)
        position = self.joins.setdefault(Join(relation, (), left=False), len(self.joins) + 1)
        return Column(column.name, column.type, position)

    def _join(self, relation: str, pairs: Iterable[tuple[Item, str]]) -> int:
        """The position of a relation that is joined where its columns equal items of the row."""
        join = Join(relation, tuple((self._leaf(item), name) for item, name in pairs), left=True)
        return self.joins.setdefault(join, len(self.joins) + 1)

    def visible(self) -> Expr | None:
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
