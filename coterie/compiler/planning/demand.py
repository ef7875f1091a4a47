"""What a request needs of every model, and in which layer it can be computed.

Every model is a stack of layers: layer 0 reads the source, each further layer adds columns that need joins (to-one
rows, measures) or columns of the layer below. An item's level is the lowest layer that can hold it. Levels rise along
every dependency, across models too, so layers never refer to each other in a circle even where models do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coterie.compiler.checking.priority_lists import landing
from coterie.compiler.checking.typed import Typed
from coterie.compiler.definitions import SqlTrait
from coterie.compiler.ir.expr import (
    Bucket,
    Expr,
    Field,
    GroupOf,
    Hop,
    Item,
    Landing,
    Lookup,
    Measure,
    Member,
    Outer,
    Population,
    Query,
    Rank,
    Reach,
    Sequence,
    Stored,
    TraitOf,
)
from coterie.compiler.ir.keys import bucket
from coterie.compiler.ir.rel import Reading
from coterie.compiler.ir.traverse import Routed, leaves, parts_of
from coterie.compiler.planning.parts import Wanted
from coterie.compiler.planning.stored import reading, stored
from coterie.types import Kind


class Demand:
    """Collects items, then answers at which level each can be computed.

    Of what is not `evaluated`, the tables of earlier runs are read where a reference asks for that; without it, none.
    """

    def __init__(self, typed: Typed, evaluated: Wanted | None = None) -> None:
        self.typed = typed
        self.evaluated = evaluated
        self.items: dict[str, dict[Item, Expr | None]] = {}
        self.routed: list[Routed] = []
        self.lookups: list[tuple[str, Lookup]] = []
        self._definitions: dict[tuple[str, Item], Expr | None] = {}
        self._levels: dict[tuple[str, Item], int] = {}
        self._items: dict[Expr, tuple[Item, ...]] = {}
        self._depths: dict[Routed, int] = {}
        self._outer: dict[Routed, tuple[Item, ...]] = {}
        self._fields: dict[tuple[str, str], Field] = {}

    def items_of(self, expr: Expr) -> tuple[Item, ...]:
        """The leaves of an expression that need the model's row."""
        known = self._items.get(expr)
        if known is None:
            known = self._items[expr] = tuple(_items_of(expr))
        return known

    def outer_items(self, routed: Routed) -> tuple[Item, ...]:
        """What is read of the row that a measure or step is for, beside the keys of its path."""
        known = self._outer.get(routed)
        if known is None:
            found = leaves(routed.where) if routed.where is not None else iter(())
            held = (held_as(leaf) for leaf in found if isinstance(leaf, Outer))
            known = self._outer[routed] = tuple(dict.fromkeys(held))
        return known

    def add(self, model: str, expr: Expr) -> None:
        """Ask for an expression's leaves as columns of a model."""
        for item in self.items_of(expr):
            self._add(model, item)

    def _add(self, model: str, item: Item) -> None:
        held = self.items.setdefault(model, {})
        if item in held:
            return
        definition = self.definition(model, item)
        held[item] = definition
        if definition is not None:
            self._define(model, definition)

    def definition(self, model: str, item: Item) -> Expr | None:
        """The expression behind an item; None for a column of the source."""
        if (model, item) not in self._definitions:
            self._definitions[model, item] = self._definition(model, item)
        return self._definitions[model, item]

    def _definition(self, model: str, item: Item) -> Expr | None:
        match item:
            case Field():
                return self.typed.columns.get((model, item.name))
            case TraitOf():
                return self.typed.traits[model, item.slug].expr
            case Member():
                return self.typed.audiences[model, item.slug].condition(item.stage)
            case Landing():
                found = self.typed.world.lists[item.priority_list]
                return landing(found, lambda slug: self.typed.audiences[model, slug].at("tree"))
            case Rank():
                return self.typed.audiences[model, item.slug].rank(item.stage)
            case GroupOf():
                return self.typed.audiences[model, item.slug].group
            case Stored():
                return item.item if self._is_evaluated(model, item.item) else stored(self.typed, model, item.item)
            case Bucket():
                return bucket(item.salt, self.typed.key(model))
            case Outer():
                return item.value
            case _:
                return item

    def _define(self, model: str, expr: Expr) -> None:
        """Ask for what an expression of the model's own row needs."""
        for item in self.items_of(expr):
            match item:
                case Reach():
                    self._hop_fields(item.hop)
                    self.visibility_of(item.hop.target)
                    self.add(item.hop.target, item.value)
                case Measure():
                    self._define_routed(item)
                case Sequence():
                    for step in item.steps:
                        self._define_routed(step)
                    for field in item.key:
                        self._add(model, field)
                        self.visibility_of(model)
                case Lookup():
                    self.lookups.append((model, item))
                    for name, _ in item.keys:
                        self._add(model, self.field(model, name))
                case Population():
                    self.visibility_of(model)
                    for part in parts_of(item):
                        self.add(model, part)
                case _:
                    self._add(model, item)

    def _is_evaluated(self, model: str, item: TraitOf | Member) -> bool:
        if self.evaluated is None:
            return True
        traits, audiences = self.evaluated.get(model, ((), ()))
        return item.slug in (traits if isinstance(item, TraitOf) else audiences)

    def readings(self) -> tuple[Reading, ...]:
        """What is read from the tables of earlier runs."""
        found = {
            (model, item): reading(self.typed, model, item)
            for model, items in self.items.items()
            for item in items
            if isinstance(item, Stored) and not self._is_evaluated(model, item.item)
        }
        return tuple(found.values())

    def queries(self) -> dict[Query, SqlTrait]:
        """The traits whose own SELECTs are read."""
        found = {}
        for _, item in self.lookups:
            if not isinstance(item.rows, Query):
                continue
            trait = self.typed.traits[item.rows.model, item.rows.slug].definition
            assert isinstance(trait, SqlTrait)
            found[item.rows] = trait
        return found

    def _define_routed(self, item: Routed) -> None:
        self.routed.append(item)
        for outer in self.outer_items(item):
            self._add(item.path[0].source, outer)
        for hop in item.path:
            self._hop_fields(hop)
            self.visibility_of(hop.target)
        for part in parts_of(item):
            self.add(item.source, part)

    def _hop_fields(self, hop: Hop) -> None:
        for here, there in hop.keys:
            self._add(hop.source, self.field(hop.source, here))
            self._add(hop.target, self.field(hop.target, there))

    def field(self, model: str, name: str) -> Field:
        """A column of a model, raw or computed."""
        known = self._fields.get((model, name))
        if known is None:
            known = self._fields[model, name] = self.typed.field(model, name)
        return known

    def visibility(self, model: str) -> tuple[Field | None, Field | None, Field | None]:
        """The timestamp, start and end of validity of a model's rows."""
        definition, found = self.typed.world.models[model], []
        for name in (
            definition.definition.timestamp_column,
            definition.definition.valid_from_column,
            definition.definition.valid_to_column,
        ):
            found.append(self.field(model, definition.find_columns(name)[0]) if name else None)
        return found[0], found[1], found[2]

    def visibility_of(self, model: str) -> None:
        """Ask for what decides whether a row is visible."""
        for field in self.visibility(model):
            if field is not None:
                self._add(model, field)

    def level(self, model: str, item: Item) -> int:
        """The lowest layer that can hold the item."""
        known = self._levels.get((model, item))
        if known is None:
            definition = self.definition(model, item)
            known = 0 if definition is None else self._inner_level(model, definition)
            if isinstance(item, Member | Rank) and self.typed.audiences[model, item.slug].is_ranked(item.stage):
                known = max(known, self.visible_level(model))  # rows that are not visible have no rank
            self._levels[model, item] = known
        return known

    def _inner_level(self, model: str, expr: Expr) -> int:
        """The lowest layer whose SELECT can compute the expression from the layer below and from joins."""
        level = 0
        for item in self.items_of(expr):
            match item:
                case Reach():
                    level = max(level, self._reach_level(model, item))
                case Measure():
                    level = max(level, self._routed_level(model, item))
                case Sequence():
                    level = max(level, self._sequence_level(model, item))
                case Lookup():
                    keys = (self._from_below(model, self.field(model, name)) for name, _ in item.keys)
                    level = max(level, 1, *keys)
                case Population():
                    level = max(level, 1 + self.population_depth(item))
                case _:
                    level = max(level, self._from_below(model, item))
        return level

    def _from_below(self, model: str, item: Item) -> int:
        """The lowest layer that can read the item; JSON is made sure of once, before anything is read from it."""
        is_read_as_it_is = self.definition(model, item) is None and item.type.kind is not Kind.JSON
        return 0 if is_read_as_it_is else self.level(model, item) + 1

    def _reach_level(self, model: str, item: Reach) -> int:
        keys = (self._from_below(model, self.field(model, here)) for here, _ in item.hop.keys)
        return max(1 + self.reach_depth(item), *keys)

    def reach_depth(self, item: Reach) -> int:
        """The layer of the target that holds what a to-one hop reads."""
        target = item.hop.target
        there = [self.field(target, name) for _, name in item.hop.keys]
        return self.depth(target, [*there, *self.items_of(item.value)])

    def _sequence_level(self, model: str, item: Sequence) -> int:
        steps = (self._routed_level(model, step) for step in item.steps)
        return max(*steps, 1 + self.entity_depth(model, item) if item.key else 0)

    def entity_depth(self, model: str, item: Sequence) -> int:
        """The layer of the entity that holds the key of a sequence and where its paths begin."""
        return self.depth(model, [*item.key, *self.beginnings(model, item)])

    def beginnings(self, model: str, item: Sequence) -> tuple[Item, ...]:
        """What the steps of a sequence read of the entity: the columns with which their paths begin, outer values."""
        names = dict.fromkeys(here for step in item.steps for here, _ in step.path[0].keys)
        outer = dict.fromkeys(outer for step in item.steps for outer in self.outer_items(step))
        return *(self.field(model, name) for name in names), *outer

    def _routed_level(self, model: str, item: Routed) -> int:
        keys = (self._from_below(model, self.field(model, here)) for here, _ in item.path[0].keys)
        bridges = (self.bridge_depth(item, position) for position in range(len(item.path) - 1))
        below = [self.source_depth(item), *bridges, *([self.start_depth(item)] if self.outer_items(item) else [])]
        return max(1 + max(below), *keys)

    def start_depth(self, item: Routed) -> int:
        """The layer of the entity that holds what a measure or step reads of it."""
        first = item.path[0]
        return self.depth(
            first.source, [*(self.field(first.source, here) for here, _ in first.keys), *self.outer_items(item)]
        )

    def source_depth(self, item: Routed) -> int:
        """The layer of the source that holds what is read of its rows."""
        known = self._depths.get(item)
        if known is None:
            known = self._depths[item] = self._source_depth(item)
        return known

    def _source_depth(self, item: Routed) -> int:
        there = [self.field(item.source, name) for _, name in item.path[-1].keys]
        wanted = [leaf for part in parts_of(item) for leaf in self.items_of(part)]
        return self.depth(item.source, [*there, *wanted])

    def population_depth(self, item: Population) -> int:
        """The layer of the model that holds what is made into one value for all of its rows."""
        return self.depth(item.model, [leaf for part in parts_of(item) for leaf in self.items_of(part)])

    def bridge_depth(self, item: Routed, position: int) -> int:
        """The layer of the model between two hops that holds the join keys of both."""
        incoming, outgoing = item.path[position], item.path[position + 1]
        names = [*(there for _, there in incoming.keys), *(here for here, _ in outgoing.keys)]
        return self.depth(incoming.target, [self.field(incoming.target, name) for name in names])

    def depth(self, model: str, items: Iterable[Item]) -> int:
        """The lowest layer in which all of the items can be read, of visible rows only."""
        return max(self.visible_level(model), *(self.level(model, item) for item in items), 0)

    def visible_level(self, model: str) -> int:
        """The layer that leaves out the rows that are not visible."""
        return max((self.level(model, field) for field in self.visibility(model) if field is not None), default=0)


def _items_of(expr: Expr) -> Iterator[Item]:
    """The leaves that need the model's row; an `Outer` needs another."""
    for leaf in leaves(expr):
        if isinstance(leaf, Item) and not isinstance(leaf, Outer):
            yield leaf


def held_as(outer: Outer) -> Item:
    """The item of the entity that holds an outer value."""
    return outer.value if isinstance(outer.value, Item) else outer
