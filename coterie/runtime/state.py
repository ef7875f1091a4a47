"""What earlier runs published: read from the project's schema, as plain values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count, takewhile

from sqlglot import exp

from coterie import dialects
from coterie.compiler.ir.published import AUDIENCE_SIZES, TRAIT_EVALUATIONS, log_name, members_name, traits_name
from coterie.runtime.relations import SPLIT_GROUP, column, table
from coterie.runtime.warehouse import Columns, Warehouse

Definition = tuple[str, str]
"""The slug of an entity, and the slug of one of its traits or audiences."""


@dataclass(frozen=True)
class State:
    """The relations of the schema, and for which `as_of` each trait and audience was last evaluated."""

    relations: Mapping[str, Columns] = field(default_factory=dict)
    traits: Mapping[Definition, datetime] = field(default_factory=dict)
    audiences: Mapping[Definition, datetime] = field(default_factory=dict)
    is_limited: bool = False
    """May an entity have more traits than a table has room for? Else no other table is ours, whatever its name."""

    @property
    def entities(self) -> tuple[str, ...]:
        """The entities with a table of traits or of members."""
        known = dict.fromkeys(entity for entity, _ in (*self.traits, *self.audiences))
        return tuple(entity for entity in known if self.has_traits(entity) or self.has_members(entity))

    def has_traits(self, entity: str) -> bool:
        return any(self._tables(entity))

    def has_members(self, entity: str) -> bool:
        return members_name(entity) in self.relations

    def traits_of(self, entity: str) -> dict[int, Columns]:
        """The published trait columns, by the number of their table."""
        return {
            number: tuple(column for column in columns if (entity, column[0]) in self.traits)
            for number, columns in self._tables(entity)
        }

    def _tables(self, entity: str) -> Iterator[tuple[int, Columns]]:
        """The tables of traits of an entity, by number: there is none without all before it."""
        for number in count(1) if self.is_limited else (1,):
            columns = self.relations.get(traits_name(entity, number))
            if columns is None:
                return
            yield number, columns

    def keys_of(self, entity: str, now: Sequence[str] = ()) -> tuple[Columns, ...]:
        """The key columns as each of the entity's tables has them; `now` are the names of its key columns now.

        Key columns come first in every table; in that of traits, what once was a trait may be one of them by now.
        """
        keys = []
        for _, columns in self._tables(entity):
            first = columns[: len(now)]
            is_now = bool(now) and [name for name, _ in first] == list(now)
            others = tuple(column for column in columns if (entity, column[0]) not in self.traits)
            keys.append(first if is_now else others or columns[:1])
        if self.has_members(entity):
            keys.append(_before_audience(self.relations[members_name(entity)]))
        if log_name(entity) in self.relations:
            keys.append(_before_audience(self.relations[log_name(entity)]))
        return tuple(keys)

    def without_groups(self, entity: str) -> tuple[str, ...]:
        """The entity's tables of members and their log, if they are from before there were split groups."""
        tables = (name for name in (members_name(entity), log_name(entity)) if name in self.relations)
        return tuple(name for name in tables if SPLIT_GROUP not in dict(self.relations[name]))


def _before_audience(columns: Columns) -> Columns:
    """The key of a table of members: it stands before all else."""
    return tuple(takewhile(lambda column: column[0] != "audience", columns))


def read_state(warehouse: Warehouse, schema: str) -> State:
    """What the schema holds; empty when it does not exist."""
    relations = warehouse.relations(schema)
    return State(
        relations,
        _last(warehouse, schema, TRAIT_EVALUATIONS, "trait") if TRAIT_EVALUATIONS in relations else {},
        _last(warehouse, schema, AUDIENCE_SIZES, "audience") if AUDIENCE_SIZES in relations else {},
        dialects.get(warehouse.dialect).most_width is not None,
    )


def _last(warehouse: Warehouse, schema: str, relation: str, kind: str) -> dict[Definition, datetime]:
    query = (
        exp.select(column("entity"), column(kind), exp.Max(this=column("as_of")))
        .from_(table(relation, schema))
        .group_by(column("entity"), column(kind))
    )
    return {(entity, slug): as_of for entity, slug, as_of in warehouse.fetch(query)}
