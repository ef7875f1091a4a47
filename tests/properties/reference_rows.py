"""The rows that the reference interpreter reads: what is visible at `as_of`, and what is related to what.

In: a project, its tables and `as_of`. Out: a `World` that answers for one row: the value of a column, the related
rows along a path, the value of a trait. Nothing is planned or shared; every question walks the rows again.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from coterie.compiler.definitions import (
    BaseTrait,
    JoinKey,
    ListTrait,
    ModelDef,
    OccurrenceTrait,
    ProjectDef,
    RelationshipDef,
    TraitDef,
)
from tests.properties import reference_values as v
from tests.properties.reference_json import read_json
from tests.properties.trees import Tree

Tables = Mapping[str, list[dict[str, Any]]]
Trees = Mapping[tuple[str, str], Tree]


@dataclass(eq=False)
class Row:
    """A row of a model as definitions see it: no NaN, arrays without NULLs, wall clocks with their zone."""

    model: str
    raw: Mapping[str, Any]
    computed: dict[str, Any] = field(default_factory=dict)
    traits: dict[str, Any] = field(default_factory=dict)
    audiences: dict[str, bool] = field(default_factory=dict)


@dataclass(frozen=True)
class Hop:
    """One step along a relationship, in one of its two directions."""

    model: str
    pairs: tuple[tuple[str, str], ...]
    bridge: str | None = None
    bridge_pairs: tuple[tuple[str, str], ...] = ()


TraitRule = Callable[["World", TraitDef, Row], Any]
NO_TREES: Trees = {}


class World:
    """All rows of a project at one instant."""

    def __init__(
        self, project: ProjectDef, tables: Tables, as_of: datetime, trait_rule: TraitRule, trees: Trees = NO_TREES
    ) -> None:
        self.project = project
        self.as_of = as_of
        self.zone = project.settings.timezone
        self.trait_rule = trait_rule
        self.trees = trees
        self.models = {model.name: model for model in project.models}
        self.traits = {(trait.parent_model, trait.name): trait for trait in project.traits}
        self.traits |= {(trait.parent_model, slug_of(trait)): trait for trait in project.traits}
        self.arrays = {name: array_columns(rows) for name, rows in tables.items()}
        every = {name: self._read(model, tables[name]) for name, model in self.models.items()}
        self.rows: dict[str, list[Row]] = {}
        for name, rows in every.items():
            self.rows[name] = [row for row in rows if self._is_visible(self.models[name], row)]

    def _read(self, model: ModelDef, rows: list[dict[str, Any]]) -> list[Row]:
        """Cleaned rows; a column that holds an array anywhere is one of arrays, and those are never NULL."""
        zone = model.timezone or "UTC"
        arrays = self.arrays[model.name]
        of_json = {column.name for column in model.columns if column.type == "json"}

        def read(name: str, value: Any) -> Any:
            if name in of_json:
                return read_json(value, zone)
            return () if value is None and name in arrays else clean(value, zone)

        return [Row(model.name, {name: read(name, value) for name, value in row.items()}) for row in rows]

    def _is_visible(self, model: ModelDef, row: Row) -> bool:
        """Happened before `as_of`, and valid then: from ≤ as_of < to."""
        if model.timestamp_column is not None:
            happened = self.moment(row, model.timestamp_column)
            if happened is None or not v.is_before(happened, self.as_of):
                return False
        if model.valid_from_column is not None:
            start = self.moment(row, model.valid_from_column)
            if start is None or not (v.is_before(start, self.as_of) or self._is_now(start)):
                return False
        if model.valid_to_column is not None:
            end = self.moment(row, model.valid_to_column)
            if end is not None and (v.is_before(end, self.as_of) or self._is_now(end)):
                return False
        return True

    def _is_now(self, moment: v.Wall | datetime) -> bool:
        return v.compare_with_constant(moment, self.as_of) == 0

    def moment(self, row: Row, column: str) -> Any:
        """A column, or `path.column`, as a point in time: a date stands for its midnight on its model's clocks."""
        *path, name = column.split(".")
        owners = self.follow(row, path)
        value = self.value(owners[0], name) if owners else None
        return as_moment(value, self.models[owners[0].model].timezone or "UTC") if owners else None

    def value(self, row: Row, name: str) -> Any:
        """A column of the row, read from the table or computed."""
        if name in row.computed:
            return row.computed[name]
        expressions = {column.name: column.expression for column in self.models[row.model].columns}
        known = [column for column, expression in expressions.items() if expression is not None]
        found = match_name(name, [*row.raw, *known])
        expression = expressions.get(found)
        if expression is None:
            return row.raw[found]
        row.computed[name] = self.evaluate(expression, row)
        return row.computed[name]

    def evaluate(self, expression: str, row: Row, rows: list[Row] | None = None) -> Any:
        """The value of an expression's text for a row, by the tree that the text was printed from.

        Percentiles speak of `rows`; a computed column, which knows of no others, has none.
        """
        return self.trees[row.model, expression].value(RowEnv(self, row, rows or []))

    def trait(self, row: Row, reference: str) -> Any:
        """A trait of the row's model as others read it: an array is never NULL."""
        value = self.published(row, reference)
        return () if value is None and self.is_array(self.traits[row.model, reference]) else value

    def is_array(self, trait: TraitDef) -> bool:
        """Is the trait a list, or the first or last of an array?"""
        if isinstance(trait, OccurrenceTrait) and trait.config.occurrence != "exists":
            source = self.target(trait.parent_model, self.path(trait.parent_model, trait.config))
            if trait.config.trait is not None:
                return self.is_array(self.traits[source, trait.config.trait])
            return trait.config.column in self.arrays[source]
        return isinstance(trait, ListTrait)

    def published(self, row: Row, reference: str) -> Any:
        """The value of a trait of the row's model, named by slug or name."""
        if reference not in row.traits:
            row.traits[reference] = self.trait_rule(self, self.traits[row.model, reference], row)
        return row.traits[reference]

    def key(self, row: Row) -> tuple[Any, ...]:
        return tuple(self.value(row, name) for name in self.models[row.model].primary_key or ())

    def entities(self, model: str) -> list[Row]:
        """The visible rows of a model that have a key."""
        return [row for row in self.rows[model] if None not in self.key(row)]

    def follow(self, row: Row, path: Iterable[str]) -> list[Row]:
        """The visible rows at the end of a path, each once, in the order of their table."""
        reached = [row]
        for step in path:
            hop = self.hop(reached[0].model, step)
            reached = [target for target in self.rows[hop.model] if any(self._leads(hop, at, target) for at in reached)]
            if not reached:
                return []
        return reached

    def _leads(self, hop: Hop, start: Row, target: Row) -> bool:
        if hop.bridge is None:
            return self._joins(start, target, hop.pairs)
        bridges = [row for row in self.rows[hop.bridge] if self._joins(start, row, hop.pairs)]
        return any(self._joins(bridge, target, hop.bridge_pairs) for bridge in bridges)

    def _joins(self, left: Row, right: Row, pairs: tuple[tuple[str, str], ...]) -> bool:
        values = [(self.value(left, a), self.value(right, b)) for a, b in pairs]
        return all(a is not None and b is not None and v.compare(a, b) == 0 for a, b in values)

    def hop(self, model: str, step: str) -> Hop:
        """A relationship by its name, or back along it by its `inverse_name` (its name, if that says enough)."""
        for edge in self.project.relationships:
            if edge.name == step and edge.from_model == model:
                return forward(edge)
        for edge in self.project.relationships:
            if step in (edge.inverse_name, edge.name) and edge.to_model == model:
                return backward(edge)
        raise AssertionError(f"no relationship {step} at {model}")

    def path(self, model: str, definition: Any) -> tuple[str, ...]:
        """The relationships from `model` to a definition's source rows."""
        if definition.path is not None:
            return tuple(definition.path)
        if definition.relationship is not None:
            return (definition.relationship,)
        edges = self.project.relationships
        steps = [edge.name for edge in edges if (edge.from_model, edge.to_model) == (model, definition.source_model)]
        steps += [
            edge.inverse_name or edge.name
            for edge in edges
            if (edge.to_model, edge.from_model) == (model, definition.source_model)
        ]
        (step,) = steps
        return (step,)

    def target(self, model: str, path: Iterable[str]) -> str:
        """The model at the end of a path."""
        for step in path:
            model = self.hop(model, step).model
        return model


@dataclass(frozen=True)
class RowEnv:
    """What an expression sees of its row."""

    world: World
    row: Row
    rows: list[Row]

    @property
    def as_of(self) -> datetime:
        return self.world.as_of

    @property
    def zone(self) -> str:
        return self.world.zone

    def column(self, path: tuple[str, ...], name: str) -> Any:
        owners = self.world.follow(self.row, path)
        return self.world.value(owners[0], name) if owners else None

    def trait(self, slug: str) -> Any:
        return self.world.trait(self.row, slug)

    def everyone(self) -> list[RowEnv]:
        return [RowEnv(self.world, row, self.rows) for row in self.rows]


def array_columns(rows: list[dict[str, Any]]) -> set[str]:
    """The columns that hold an array in any row."""
    return {name for row in rows for name, value in row.items() if isinstance(value, list)}


def clean(value: Any, zone: str) -> Any:
    """A raw value as definitions read it."""
    match value:
        case float() if math.isnan(value):
            return None
        case list():
            cleaned = (clean(item, zone) for item in value)
            return tuple(item for item in cleaned if item is not None)
        case datetime():
            return v.Wall(value, zone) if value.tzinfo is None else value.astimezone(UTC)
    return value


def as_moment(value: Any, zone: str) -> Any:
    """A date as the beginning of its day on the clocks of `zone`; timestamps as they are."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return v.Wall(v.to_wall(v.to_instant(v.midnight(value), zone), zone), zone)
    return value


def forward(edge: RelationshipDef) -> Hop:
    return Hop(edge.to_model, _pairs(edge.join_keys), edge.through_model, _pairs(edge.through_join_keys))


def backward(edge: RelationshipDef) -> Hop:
    there, beyond = _swapped(_pairs(edge.join_keys)), _swapped(_pairs(edge.through_join_keys))
    if edge.through_model is None:
        return Hop(edge.from_model, there)
    return Hop(edge.from_model, beyond, edge.through_model, there)


def _pairs(keys: Iterable[JoinKey]) -> tuple[tuple[str, str], ...]:
    return tuple((key.from_, key.to) for key in keys)


def _swapped(pairs: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((b, a) for a, b in pairs)


def match_name(name: str, known: Iterable[str]) -> str:
    """Exactly, else regardless of letter case."""
    names = list(known)
    return name if name in names else next(other for other in names if other.lower() == name.lower())


def slug_of(definition: BaseTrait | Any) -> str:
    """The slug that was written, or the name in lower case with other characters as `_`."""
    written: str | None = definition.slug
    name: str = definition.name.lower()
    return written or "".join(c if c.isascii() and (c.isalnum() or c == "_") else "_" for c in name)
