"""Project + Catalog → World: every name can be looked up, every relationship can be walked.

In: definitions and what the warehouse says of their sources. Out: models with typed columns, the hops between them,
and indexes of traits and audiences. Guarantees that names are unique where they must be, and that what models and
relationships refer to exists.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from coterie.compiler.catalog import Catalog
from coterie.compiler.definitions import (
    AudienceDef,
    BaseTrait,
    ColumnDef,
    ModelDef,
    ProjectDef,
    RelationshipDef,
)
from coterie.compiler.ir.expr import Hop
from coterie.compiler.ir.names import folded, match_name, slug_of
from coterie.compiler.resolving.described import Described, Queries
from coterie.compiler.resolving.places import Place, PriorityList
from coterie.compiler.resolving.roles import require_joinable, require_time
from coterie.dialects import Dialect
from coterie.errors import (
    NOWHERE,
    AlreadyReported,
    Collector,
    CompileError,
    Origin,
    nearest,
    suggestion,
)
from coterie.types import (
    BOOLEAN,
    DATE,
    INTEGER,
    TEXT,
    Kind,
    Type,
    array,
    decimal,
    json,
    wall_clock,
)

Defined = TypeVar("Defined", BaseTrait, AudienceDef)

RESERVED_SLUGS = frozenset({"as_of", "evaluated_at", "audience", "entered_at", "trait", "value"})


class Slugs(dict[str, Defined]):
    """Traits or audiences of one model by their slugs; `find` knows their names and ids too."""

    def __init__(self) -> None:
        super().__init__()
        self._exact: dict[str, dict[str, None]] = {}
        self._folded: dict[str, dict[str, None]] = {}

    def add(self, slug: str, definition: Defined) -> None:
        """One more."""
        self[slug] = definition
        for name in (definition.name, definition.id or definition.name):
            self._exact.setdefault(name, {})[slug] = None
        for name in (slug, definition.name):
            self._folded.setdefault(name.lower(), {})[slug] = None

    def find(self, name: str, origin: Origin = NOWHERE) -> str | None:
        """The slug of the definition that `name` means: a slug, a name or an id. Error: `ambiguous_name`."""
        if name in self:
            return name
        found = list(self._exact.get(name) or self._folded.get(name.lower()) or ())
        if len(found) > 1:
            listed = " and ".join(f"`{slug}`" for slug in found)
            hint = "write the slug of the one that is meant"
            raise CompileError("ambiguous_name", f"`{name}` may mean {listed}", origin, hint=hint)
        return found[0] if found else None


@dataclass(frozen=True, slots=True)
class Model:
    """A model with typed columns. `computed` columns get their types when they are checked.

    `positions` says where in the definition columns stand that it declares, `folded` knows all by their lower case.
    `coerced` columns must be cast to their type before use: the warehouse stores them as something else. A model that
    `is_complete` has no other columns.
    """

    definition: ModelDef
    columns: Mapping[str, Type]
    computed: Mapping[str, ColumnDef]
    positions: Mapping[str, int]
    folded: Mapping[str, list[str]]
    zone: str
    coerced: frozenset[str] = frozenset()
    is_complete: bool = True
    hops: dict[str, list[tuple[Hop, ...]]] = field(default_factory=dict)
    traits: Slugs[BaseTrait] = field(default_factory=Slugs)
    audiences: Slugs[AudienceDef] = field(default_factory=Slugs)
    places: dict[str, Place] = field(default_factory=dict)

    def column_origin(self, name: str) -> Origin:
        """The place of a column that the model declares."""
        return self.definition.origin.at("columns", self.positions[name])

    @property
    def name(self) -> str:
        return self.definition.name

    def column_names(self) -> list[str]:
        return [*self.columns, *(name for name in self.computed if name not in self.columns)]

    def find_columns(self, name: str) -> list[str]:
        """The columns `name` may mean: one, none, or several that differ in letter case."""
        if name in self.columns or name in self.computed:
            return [name]
        return self.folded.get(name.lower(), [])

    def column(self, name: str, origin: Origin) -> str:
        """The column of that name. Errors: `unknown_column`, `untyped_column`, `ambiguous_name`."""
        found = self.find_columns(name)
        if len(found) == 1:
            return found[0]
        if found:
            listed = " and ".join(f"`{column}`" for column in found)
            raise CompileError("ambiguous_name", f"`{name}` may mean {listed} of model `{self.name}`", origin)
        if not self.is_complete:
            raise self.untyped(name, origin)
        hint = suggestion(name, self.column_names(), what="columns")
        raise CompileError("unknown_column", f"`{name}` is not a column of model `{self.name}`", origin, hint=hint)

    def untyped(self, name: str, origin: Origin) -> CompileError:
        """What to say of a column that may well exist, of which nothing is known."""
        message = f"no row has a value for column `{name}` of model `{self.name}`, so its type is not known"
        hint = f"give it a value, or declare its type, in the model or the test: `columns: {{{name}: …}}`"
        if close := nearest(name, set(self.column_names()) - {name}):
            hint = f"did you mean `{close[0]}`? Else {hint}"
        return CompileError("untyped_column", message, origin, hint=hint)

    @property
    def primary_key(self) -> tuple[str, ...]:
        """The key's columns as the model spells them; empty without one."""
        return tuple(self.column(name, NOWHERE) for name in self.definition.primary_key or ())

    @property
    def timestamp(self) -> str | None:
        name = self.definition.timestamp_column
        return self.column(name, NOWHERE) if name else None


@dataclass(frozen=True, slots=True)
class World:
    """Everything that names can mean. `broken` names what exists but could not be resolved, `ids` the models by id.

    `queries` says what columns the SELECTs of traits have.
    """

    project: ProjectDef
    models: Mapping[str, Model]
    queries: Queries
    broken: set[str] = field(default_factory=set)
    ids: Mapping[str, str] = field(default_factory=dict)
    lists: dict[str, PriorityList] = field(default_factory=dict)

    @property
    def zone(self) -> str:
        return self.project.settings.timezone

    def model(self, name: str, origin: Origin) -> Model:
        """The model of that name or id. Error: `unknown_model`."""
        found = [self.ids[name]] if name in self.ids else match_name(name, self.models)
        if len(found) == 1:
            return self.models[found[0]]
        if match_name(name, self.broken):
            raise AlreadyReported
        hint = suggestion(name, self.models, what="models")
        raise CompileError("unknown_model", f"`{name}` is not a model", origin, hint=hint)


def resolve(
    project: ProjectDef, catalog: Catalog, dialect: Dialect, collector: Collector, broken: Iterable[str] = ()
) -> World:
    """Look everything up; mistakes of models and relationships go to `collector`, and the rest goes on."""
    queries = Queries(catalog, dialect, project.settings.timezone)
    world = World(project, {}, queries, set(broken))
    models: dict[str, Model] = {}
    taken = {name.lower(): name for name in world.broken}
    for definition in project.models:
        if definition.name in world.broken:
            continue
        with collector.catching(subject=definition.subject):
            _take(definition.name, taken, "there is another model", definition.origin.at("name"))
            world.broken.add(definition.name)
            model = _model(definition, catalog, dialect, project.settings.timezone)
            _check_model(model)
            models[definition.name] = model
            world.broken.remove(definition.name)
    ids = {model.definition.id: name for name, model in reversed(models.items()) if model.definition.id is not None}
    world = World(project, models, queries, world.broken, ids)
    taken = {}
    for relationship in project.relationships:
        with collector.catching(subject=relationship.subject):
            _take(relationship.name, taken, "there is another relationship", relationship.origin.at("name"))
            world.broken.add(relationship.name)
            _connect(world, relationship)
            world.broken.remove(relationship.name)
    for trait in project.traits:
        with collector.catching(subject=trait.subject):
            _index_trait(world, trait)
    for audience in project.audiences:
        with collector.catching(subject=audience.subject):
            _index_audience(world, audience)
    return world


def _take(name: str, taken: dict[str, str], message: str, origin: Origin) -> None:
    """Note that a name has an owner; `taken` are those that have, by what they are in lower case."""
    lowered = name.lower()
    if lowered in taken:
        raise CompileError("duplicate_name", f"{message} `{taken[lowered]}`", origin)
    taken[lowered] = name


_DECLARED: dict[str, Type] = {
    "boolean": BOOLEAN,
    "integer": INTEGER,
    "number": decimal(38, 9),
    "text": TEXT,
    "date": DATE,
}


def declared_type(name: str, zone: str) -> Type:
    """The type that `type:` of a column means."""
    if name.startswith("array<"):
        return array(declared_type(name[6:-1], zone))
    match name:
        case "timestamp":
            return wall_clock(zone)
        case "json":
            return json(zone)
    return _DECLARED[name]


def _model(definition: ModelDef, catalog: Catalog, dialect: Dialect, project_zone: str) -> Model:
    zone = definition.timezone or "UTC"
    described = Described.of(catalog.models.get(definition.name, ()), dialect, zone, project_zone)
    columns = described.columns
    is_known = bool(columns) and catalog.is_complete
    texts = {name for name, type in columns.items() if type.kind is Kind.TEXT}
    computed = {column.name: column for column in definition.columns if column.expression is not None}
    collector, taken = Collector(), dict[str, str]()
    for position, column in enumerate(definition.columns):
        origin = definition.origin.at("columns", position)
        with collector.catching():
            _take(column.name, taken, "there is another column", origin.at("name"))
            _declare(column, columns, origin, known=is_known, zone=zone)
    collector.raise_any()
    coerced = described.coerced - {name for name in texts if columns[name].kind is Kind.JSON}  # which they need not be
    positions = {column.name: position for position, column in enumerate(definition.columns)}
    known = folded({**columns, **computed})
    return Model(definition, columns, computed, positions, known, zone, coerced, catalog.is_complete)


def _declare(column: ColumnDef, columns: dict[str, Type], origin: Origin, *, known: bool, zone: str) -> None:
    if column.expression is not None:
        if match_name(column.name, columns):
            message = f"the source already has a column `{column.name}`"
            raise CompileError("duplicate_name", message, origin.at("name"), hint="choose another name")
        return
    found = match_name(column.name, columns)
    if known and not found:
        hint = suggestion(column.name, columns, what="columns")
        raise CompileError("unknown_column", f"`{column.name}` is not a column of the source", origin, hint=hint)
    if column.type is None:
        return
    declared = declared_type(column.type, zone)
    if not found:
        columns[column.name] = declared
    elif declared.kind is Kind.JSON and columns[found[0]].kind is Kind.TEXT:
        columns[found[0]] = declared
    elif columns[found[0]].family != declared.family:
        message = f"column `{column.name}` is {columns[found[0]]}, declared as {declared}"
        raise CompileError("type_mismatch", message, origin.at("type"))


def _check_model(model: Model) -> None:
    definition, collector = model.definition, Collector()
    for position, name in enumerate(definition.primary_key or ()):
        with collector.catching():
            model.column(name, definition.origin.at("primary_key", position))
    for part in ("timestamp_column", "valid_from_column", "valid_to_column"):
        name = getattr(definition, part)
        with collector.catching():
            if name is not None:
                column = model.column(name, definition.origin.at(part))
                type = model.columns.get(column)
                if type is not None:
                    require_time(column, type, definition.origin.at(part))
    collector.raise_any()


def _connect(world: World, definition: RelationshipDef) -> None:
    origin = definition.origin
    start = world.model(definition.from_model, origin.at("from_model"))
    end = world.model(definition.to_model, origin.at("to_model"))
    if start is end and definition.inverse_name is None:
        message = f"model `{start.name}` is related to itself, which needs `inverse_name`"
        raise CompileError("missing_inverse_name", message, origin)
    pairs = [(key.from_, key.to) for key in definition.join_keys]
    if definition.cardinality == "many_to_many":
        bridge = world.model(definition.through_model or "", origin.at("through_model"))
        there = _join_keys(start, bridge, pairs, origin.at("join_keys"))
        onwards = [(key.from_, key.to) for key in definition.through_join_keys]
        back = _join_keys(bridge, end, onwards, origin.at("through_join_keys"))
        hops: tuple[Hop, ...] = (
            Hop(definition.name, start.name, bridge.name, there, to_one=False, from_one=True),
            Hop(definition.name, bridge.name, end.name, back, to_one=True, from_one=False),
        )
    else:
        keys = _join_keys(start, end, pairs, origin.at("join_keys"))
        to_one = definition.cardinality in ("many_to_one", "one_to_one")
        from_one = definition.cardinality in ("one_to_many", "one_to_one")
        hops = (Hop(definition.name, start.name, end.name, keys, to_one=to_one, from_one=from_one),)
    start.hops.setdefault(definition.name, []).append(hops)
    way_back = tuple(_reversed(hop) for hop in reversed(hops))
    if definition.inverse_name is not None:
        message = f"model `{end.name}` has another relationship"
        known = {name.lower(): name for name in end.hops}
        _take(definition.inverse_name, known, message, origin.at("inverse_name"))
        end.hops.setdefault(definition.inverse_name, []).append(way_back)
    if start is not end and definition.name not in end.hops:
        end.hops.setdefault(definition.name, []).append(way_back)


def _reversed(hop: Hop) -> Hop:
    keys = tuple((right, left) for left, right in hop.keys)
    return Hop(hop.relationship, hop.target, hop.source, keys, to_one=hop.from_one, from_one=hop.to_one)


def _join_keys(left: Model, right: Model, pairs: list[tuple[str, str]], origin: Origin) -> tuple[tuple[str, str], ...]:
    keys, collector = [], Collector()
    for position, (from_, to) in enumerate(pairs):
        with collector.catching():
            here = left.column(from_, origin.at(position, "from"))
            there = right.column(to, origin.at(position, "to"))
            one, other = left.columns.get(here), right.columns.get(there)
            if one and other:
                require_joinable((f"{left.name}.{here}", one), (f"{right.name}.{there}", other), origin.at(position))
            keys.append((here, there))
    collector.raise_any()
    return tuple(keys)


def _index_trait(world: World, trait: BaseTrait) -> None:
    model = _entity(world, trait.parent_model, trait.origin, "traits")
    slug = _slug(trait)
    keys = {name.lower() for name in model.primary_key}
    if slug in keys:
        message = f"the slug `{slug}` is also a key column of model `{model.name}`"
        raise CompileError("reserved_slug", message, trait.origin.at("name"), hint="give the trait another `slug`")
    if slug in model.traits:
        message = f"trait `{model.traits[slug].name}` of model `{model.name}` has the slug `{slug}` too"
        raise CompileError("duplicate_name", message, trait.origin.at("name"), hint="give one of them a `slug`")
    model.traits.add(slug, trait)


def _index_audience(world: World, audience: AudienceDef) -> None:
    model = _entity(world, audience.parent_model, audience.origin, "audiences")
    slug = _slug(audience)
    if slug in model.audiences:
        message = f"audience `{model.audiences[slug].name}` of model `{model.name}` has the slug `{slug}` too"
        raise CompileError("duplicate_name", message, audience.origin.at("name"), hint="give one of them a `slug`")
    model.audiences.add(slug, audience)


def _slug(definition: BaseTrait | AudienceDef) -> str:
    slug = definition.slug or slug_of(definition.name)
    if slug in RESERVED_SLUGS:
        hint = f"give the {definition.kind} another `slug`"
        raise CompileError("reserved_slug", f"the slug `{slug}` is reserved", definition.origin.at("name"), hint=hint)
    return slug


def _entity(world: World, name: str, origin: Origin, what: str) -> Model:
    model = world.model(name, origin.at("parent_model"))
    if not model.definition.primary_key:
        message = f"model `{model.name}` has no `primary_key`, which {what} need"
        raise CompileError("missing_key", message, origin.at("parent_model"))
    return model
