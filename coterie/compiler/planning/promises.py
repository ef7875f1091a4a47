"""What the data must keep for the rows to be right, as relations whose rows are looked through.

In: what the layers found, and the routes. Out: promises. Keys of entities are not NULL and not repeated, what leads to
one row leads to one, and what tells rows apart does. Rows that nobody reaches may break any promise about NULL.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from coterie.compiler.compiled import CheckCode
from coterie.compiler.ir.expr import Expr, Field, IsNull, Item, Lookup, Measure, Not, Outer, Query, Sequence
from coterie.compiler.ir.item_names import name_of
from coterie.compiler.ir.logic import any_of, conjunction, conjuncts
from coterie.compiler.ir.names import slug_of
from coterie.compiler.ir.rel import Join, Named, Promise, Select
from coterie.compiler.ir.traverse import leaves
from coterie.compiler.planning.routes import Relations, Routes


class Lookups(Relations, Protocol):
    """The relations built so far, and rows beside a model."""

    def lookup(self, item: Lookup) -> tuple[str, tuple[str, ...], Expr]: ...


@dataclass(frozen=True, slots=True)
class _Rows:
    """Rows of a model by the name of their relation: those of a layer, joined, of which something is known."""

    label: str
    frame: str
    joins: tuple[Join, ...]
    known: list[Expr]


class Promises:
    """The promises about the models that are asked for, and about all that they read."""

    def __init__(self, relations: Lookups, routes: Routes) -> None:
        self.relations = relations
        self.routes = routes
        self.demand = relations.demand
        self.layers = relations.layers

    def of(self, requests: Mapping[str, list[Item]]) -> tuple[Promise, ...]:
        """What the data must keep."""
        found, unique = list[Promise](), dict(self.layers.unique)
        for model in requests:
            key = self.demand.typed.world.models[model].primary_key
            unique.pop((model, key), None)
            found += [self._promised("null_key", model, key), self._promised("duplicate_key", model, key)]
        found += [*self._filled_on_routes(), *self._filled_for_sequences()]
        found += [self._promised("not_unique", model, columns) for model, columns in unique]
        found += [
            self._once("repeated_key", model, item)
            for model, item in dict.fromkeys(self.demand.lookups)
            if isinstance(item.rows, Query)
        ]
        return tuple(found)

    def _promised(self, code: CheckCode, model: str, columns: tuple[str, ...]) -> Promise:
        fields = [self.demand.field(model, name) for name in columns]
        relation = self.relations.frame(model, self.demand.depth(model, fields))
        return Promise(code, model, tuple(self.layers.names[model][field] for field in fields), relation)

    def _once(self, code: CheckCode, model: str, item: Lookup) -> Promise:
        """The entities among the rows of a SELECT: no key is there twice."""
        relation, names, _ = self.relations.lookup(item)
        fields = [self.demand.field(model, name) for name, _ in item.keys]
        own = [self.relations.column(model, field) for field in fields]
        columns = tuple(Named(name, column) for name, column in zip(names, own, strict=True))
        join = Join(relation, tuple(zip(own, names, strict=True)), left=False)
        entities = Select(self.relations.frame(model, self.demand.depth(model, fields)), columns, (join,))
        slug = name_of(item)
        return Promise(code, model, names, self.relations.add(f"{slug_of(model)}_in_{slug}", entities), trait=slug)

    # Keys that tell rows apart

    def _filled_on_routes(self) -> Iterator[Promise]:
        """The rows that a path leads to and some measure asks for, where it could lead to one twice."""
        alike: dict[tuple[object, ...], list[Measure]] = {}
        for measure in self.layers.told_apart:
            layer = self.layers.layer(measure.source, self.demand.source_depth(measure))
            alike.setdefault((measure.path, measure.key, layer), []).append(measure)
        for measures in alike.values():
            yield self._filled(measures)

    def _filled(self, measures: list[Measure]) -> Promise:
        first = measures[0]
        source, path, bridge = first.source, first.path, self._bridge(first)
        on = tuple(
            (self.relations.column(source, self.demand.field(source, there)), f"key_{number}")
            for number, (_, there) in enumerate(path[-1].keys, 1)
        )
        asked = dict.fromkeys(self._asked(measure) for measure in measures)
        known = [any_of([one for one in asked if one is not None])] if None not in asked else []
        frame = self.relations.frame(source, self.demand.source_depth(first))
        rows = _Rows(f"reached_{slug_of(source)}", frame, (Join(bridge, on, left=False),), known)
        return self._told_apart("null_source_key", source, first.key, rows, start=path[0].source)

    def _told_apart(
        self, code: CheckCode, model: str, key: tuple[Field, ...], rows: _Rows, *, start: str = ""
    ) -> Promise:
        """That of some rows of a model no key has a NULL."""
        names = self.layers.names[model]
        columns = tuple(Named(names[field], self.relations.column(model, field)) for field in key)
        body = Select(rows.frame, columns, rows.joins, conjunction(rows.known))
        relation = self.relations.add(rows.label, body)
        return Promise(code, model, tuple(column.name for column in columns), relation, start=start)

    def _bridge(self, measure: Measure) -> str:
        """The relation of all that the last of several hops may begin with, each once."""
        *before, last = measure.path
        model = last.source
        joins, position = self.routes.climb(measure, len(before) - 1)
        first = before[0]
        known: list[Expr] = [
            Not(IsNull(self.relations.column(first.target, self.demand.field(first.target, there), position)))
            for _, there in first.keys
        ]
        columns = tuple(
            Named(f"key_{number}", self.relations.column(model, self.demand.field(model, here)))
            for number, (here, _) in enumerate(last.keys, 1)
        )
        frame = self.relations.frame(model, self.demand.bridge_depth(measure, len(before) - 1))
        return self.relations.add(
            f"ways_to_{slug_of(measure.source)}",
            Select(frame, columns, joins, conjunction(known), distinct=True),
        )

    def _asked(self, measure: Measure) -> Expr | None:
        """What a measure asks of a source row, whoever it is for; None for nothing."""
        where = self.routes.beyond_visibility(measure.source, measure.where)
        own = [part for part in conjuncts(where) if not any(isinstance(leaf, Outer) for leaf in leaves(part))]
        both = conjunction(own)
        return None if both is None else self.routes.on_route(measure.source, both)

    def _filled_for_sequences(self) -> Iterator[Promise]:
        """The rows that others read, and that a sequence's paths begin at; in its own statement no other row counts."""
        for model, sequence in self.layers.keyed_sequences:
            if model in self.layers.read:
                yield self._filled_for(model, sequence)

    def _filled_for(self, model: str, sequence: Sequence) -> Promise:
        begun = dict.fromkeys(here for step in sequence.steps for here, _ in step.path[0].keys)
        known: list[Expr] = [
            Not(IsNull(self.relations.column(model, self.demand.field(model, name)))) for name in begun
        ]
        frame = self.relations.frame(model, self.demand.entity_depth(model, sequence))
        rows = _Rows(f"starts_in_{slug_of(model)}", frame, (), known)
        return self._told_apart("null_source_key", model, sequence.key, rows)
