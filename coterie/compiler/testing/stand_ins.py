"""Models of a unit test: the same definitions, with given rows in place of their sources.

In: the columns that rows give. Out: models over tables that are called like them, the SELECTs of traits over these
tables, and a catalog that also has the columns which hold a project together (keys,
timestamps, sides of joins), so that a test need not give rows to models that it does not speak of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from coterie.compiler.catalog import Catalog
from coterie.compiler.definitions import JoinKey, ProjectDef, RelationshipDef, SourceDef, SqlTrait, TraitDef
from coterie.compiler.ir.names import match_name
from coterie.compiler.resolving.described import query_name
from coterie.compiler.resolving.resolve import declared_type
from coterie.compiler.testing.given import GivenColumn
from coterie.compiler.testing.queries import GIVEN_SCHEMA, GivenQuery, TableOwners
from coterie.dialects import Dialect
from coterie.types import TEXT, Type, wall_clock

_Side = tuple[str, str]
"""A model, and a column as somebody spells it."""


@dataclass(frozen=True, slots=True)
class StandIns:
    """A project over stand-ins, and what is known of the SELECTs of its traits, by `model.slug`."""

    project: ProjectDef
    queries: Mapping[str, GivenQuery]


def with_stand_ins(project: ProjectDef, dialect: Dialect) -> StandIns:
    """The project, its models' sources being tables that are called like them; so are those of SELECTs of traits."""
    models, owners = [], TableOwners(project, dialect)
    for model in project.models:
        quoted = model.name.replace('"', '""')
        models.append(model.model_copy(update={"source": SourceDef(table=f'{GIVEN_SCHEMA}."{quoted}"')}))
    traits, queries = list[TraitDef](), dict[str, GivenQuery]()
    for trait in project.traits:
        if isinstance(trait, SqlTrait) and trait.config.sql_query is not None:
            queries[query_name(trait)] = query = owners.over_stand_ins(trait)
            trait = query.trait
        traits.append(trait)
    return StandIns(project.model_copy(update={"models": tuple(models), "traits": tuple(traits)}), queries)


def stand_in_catalog(project: ProjectDef, given: Mapping[str, Iterable[GivenColumn]]) -> Catalog:
    """What is known of every model's columns: those that are given, and those that hold the project together.

    Of the latter, a side of a join has the type of the other side, a timestamp is one, and a key is text.
    """
    columns = _Columns(project)
    for model in project.models:
        for column in given.get(model.name, ()):
            columns.add((model.name, column.name), column.type)
    for model in project.models:
        for declared in model.columns:
            if declared.type is not None:
                columns.add((model.name, declared.name), declared_type(declared.type, model.timezone or "UTC"))
    columns.spread()
    for model in project.models:
        for name in (model.timestamp_column, model.valid_from_column, model.valid_to_column):
            if name is not None:
                columns.add((model.name, name), wall_clock(model.timezone or "UTC"))
    columns.spread()
    for side in columns.joined:
        columns.add(side, TEXT)
    for model in project.models:
        for name in model.primary_key or ():
            columns.add((model.name, name), TEXT)
    return Catalog({name: tuple(known.values()) for name, known in columns.known.items()}, is_complete=False)


class _Columns:
    """The columns of every model that are known, by their names in lower case."""

    def __init__(self, project: ProjectDef) -> None:
        self.known: dict[str, dict[str, tuple[str, Type]]] = {model.name: {} for model in project.models}
        self.joined: dict[_Side, list[_Side]] = {}
        self._computed = {
            model.name: {column.name.lower() for column in model.columns if column.expression}
            for model in project.models
        }
        for one, other in _joined(project):
            self.joined.setdefault(one, []).append(other)
            self.joined.setdefault(other, []).append(one)

    def add(self, side: _Side, type: Type) -> bool:
        """Note a column's type, unless it is known or computed; was it?"""
        model, name = side
        if name.lower() in self.known[model] or name.lower() in self._computed[model]:
            return False
        self.known[model][name.lower()] = name, type
        return True

    def spread(self) -> None:
        """Give sides of joins the types of their other sides, as far as these are known."""
        waiting = list(self.joined)
        while waiting:
            model, name = side = waiting.pop()
            if (known := self.known[model].get(name.lower())) is not None:
                waiting.extend(other for other in self.joined[side] if self.add(other, known[1]))


def _joined(project: ProjectDef) -> Iterator[tuple[_Side, _Side]]:
    """The pairs of columns that relationships join, as far as their models exist."""
    ids = {model.id: model.name for model in project.models if model.id is not None}
    names = [model.name for model in project.models]
    for relationship in project.relationships:
        for left, right, keys in _edges(relationship):
            ends = [[ids[name]] if name in ids else match_name(name, names) for name in (left, right)]
            if all(len(end) == 1 for end in ends):
                (here,), (there,) = ends
                yield from (((here, key.from_), (there, key.to)) for key in keys)


def _edges(relationship: RelationshipDef) -> Iterator[tuple[str, str, tuple[JoinKey, ...]]]:
    bridge = relationship.through_model
    yield relationship.from_model, bridge or relationship.to_model, relationship.join_keys
    if bridge is not None:
        yield bridge, relationship.to_model, relationship.through_join_keys
