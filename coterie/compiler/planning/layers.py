"""Which columns each layer of a model passes on, what they are called, and what the data must keep.

In: a `Demand`. Out: for every model its layers, and for every item the highest layer that still holds it, so that no
SELECT carries a column that nobody above reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import assert_never

from coterie.compiler.ir.expr import (
    Expr,
    Field,
    Hop,
    Item,
    Lookup,
    Measure,
    Population,
    Reach,
    Sequence,
)
from coterie.compiler.ir.item_names import name_of
from coterie.compiler.ir.names import Namer
from coterie.compiler.ir.traverse import Routed, parts_of
from coterie.compiler.planning.demand import Demand


class Layers:
    """The layers of every model.

    `unique` lists the column sets that must not repeat for the rows to be right; `told_apart` and `keyed_sequences` are
    whose keys must not be NULL, as they tell rows apart. `read` are the models whose rows others read.
    """

    def __init__(self, demand: Demand, requests: Mapping[str, list[Item]]) -> None:
        self.demand = demand
        self.levels = {
            model: sorted({0, demand.visible_level(model), *(demand.level(model, item) for item in items)})
            for model, items in demand.items.items()
        }
        self.kept: dict[tuple[str, Item], int] = {}
        self.unique: dict[tuple[str, tuple[str, ...]], None] = {}
        self.told_apart: dict[Measure, None] = {}
        self.keyed_sequences: dict[tuple[str, Sequence], None] = {}
        self.read: set[str] = set()
        self._decide_what_is_kept(requests)
        self.names = {model: _column_names(items) for model, items in demand.items.items()}

    def holds(self, model: str, item: Item, layer: int) -> bool:
        """Does the layer have the item as a column?"""
        return self.demand.level(model, item) <= layer <= self.kept.get((model, item), -1)

    def layer(self, model: str, level: int) -> int:
        """The highest layer of a model up to a level."""
        return max(layer for layer in self.levels[model] if layer <= level)

    def _keep(self, model: str, items: Iterable[Item], level: int) -> None:
        layer = self.layer(model, level)
        for item in items:
            self.kept[model, item] = max(self.kept.get((model, item), -1), layer)

    def _decide_what_is_kept(self, requests: Mapping[str, list[Item]]) -> None:
        for model, wanted in requests.items():
            self._keep(model, wanted, self.demand.depth(model, wanted))
        for model, items in self.demand.items.items():
            visible = self.demand.visible_level(model)
            for field in self.demand.visibility(model):
                if field is not None and self.demand.level(model, field) < visible:
                    self._keep(model, [field], visible - 1)
            for item, definition in list(items.items()):
                if definition is not None:
                    self._keep_for(model, definition, self.demand.level(model, item))

    def _keep_for(self, model: str, definition: Expr, level: int) -> None:
        for item in self.demand.items_of(definition):
            if isinstance(item, Population):
                self.read.add(model)
                depth = self.demand.population_depth(item)
                for part in parts_of(item):
                    self._keep(model, self.demand.items_of(part), depth)
            elif isinstance(item, Lookup):
                keys = [self.demand.field(model, name) for name, _ in item.keys]
                self._keep(model, keys, level - 1)
                self._keep(model, keys, self.demand.depth(model, keys))
            elif isinstance(item, Reach | Measure | Sequence):
                own = self.demand.level(model, item)
                is_below = own < level and own in self.levels[model]
                if is_below:
                    self.demand.items[model].setdefault(item, item)
                    self._keep(model, [item], level - 1)
                self._keep_joined(model, item, own if is_below else level)
            elif level > 0:
                self._keep(model, [item], level - 1)

    def _keep_joined(self, model: str, item: Reach | Measure | Sequence, level: int) -> None:
        """What the join that computes an item in a layer reads."""
        match item:
            case Measure():
                self._keep_routed(item, level)
            case Sequence():
                self._keep_for_sequence(model, item, level)
            case Reach():
                depth = self.demand.reach_depth(item)
                self._keep_keys(item.hop, below=level, depth=depth)
                self._keep(item.hop.target, self.demand.items_of(item.value), depth)
                self._promise(item.hop.target, (there for _, there in item.hop.keys))
            case _:
                assert_never(item)

    def _keep_for_sequence(self, model: str, sequence: Sequence, level: int) -> None:
        for step in sequence.steps:
            self._keep_routed(step, level)
        if sequence.key:
            self._keep(model, sequence.key, level - 1)
            self._keep(model, self.demand.beginnings(model, sequence), self.demand.entity_depth(model, sequence))
            self._promise(model, (field.name for field in sequence.key))
            self.keyed_sequences[model, sequence] = None

    def _keep_keys(self, hop: Hop, *, below: int, depth: int) -> None:
        self.read.add(hop.target)
        self._keep(hop.source, (self.demand.field(hop.source, here) for here, _ in hop.keys), below - 1)
        self._keep(hop.target, (self.demand.field(hop.target, there) for _, there in hop.keys), depth)

    def _keep_routed(self, item: Routed, level: int) -> None:
        depths = [self.demand.bridge_depth(item, i) for i in range(len(item.path) - 1)]
        depths.append(self.demand.source_depth(item))
        below = level
        for hop, depth in zip(item.path, depths, strict=True):
            self._keep_keys(hop, below=below, depth=depth)
            below = depth + 1
        for part in parts_of(item):
            self._keep(item.source, self.demand.items_of(part), depths[-1])
        self._keep_outer(item, level)
        self._promise_routes(item)

    def _keep_outer(self, item: Routed, level: int) -> None:
        """What a route reads of the entity, and what the result is joined back on."""
        if not (outer := self.demand.outer_items(item)):
            return
        first, depth = item.path[0], self.demand.start_depth(item)
        names = [here for here, _ in first.keys]
        self._keep(first.source, [*(self.demand.field(first.source, name) for name in names), *outer], depth)
        if first.from_one:
            self._promise(first.source, names)
        else:
            self._keep(first.source, outer, level - 1)

    # What the data must keep

    def _promise(self, model: str, columns: Iterable[str]) -> None:
        self.unique[model, tuple(columns)] = None

    def _promise_routes(self, item: Routed) -> None:
        """What makes sure that no row is counted twice: keys that tell apart, or hops that lead to one row."""
        if isinstance(item, Measure) and item.key:
            self._promise(item.source, (field.name for field in item.key))
            self.told_apart[item] = None
            return
        for position, hop in enumerate(item.path):
            if hop.to_one and len(item.path) > 1:
                self._promise(hop.target, (there for _, there in hop.keys))
            if hop.from_one and position > 0:
                self._promise(hop.source, (here for here, _ in hop.keys))


def _column_names(items: Iterable[Item]) -> dict[Item, str]:
    namer, names = Namer(), {}
    ordered = sorted(items, key=lambda item: not (isinstance(item, Field)))
    for item in ordered:
        names[item] = namer.name(name_of(item))
    return names
