"""World → Typed: every definition becomes a typed expression of its entity.

Definitions are typed in the order of their references, which may point anywhere; a cycle is an error that shows its
path. One broken definition does not hide the next: all mistakes are raised together, and what depends on a broken
definition is left out silently.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from coterie.compiler.catalog import Catalog
from coterie.compiler.checking.audiences import TypedAudience, typed_audience
from coterie.compiler.checking.populations import population
from coterie.compiler.checking.priority_lists import index_list
from coterie.compiler.checking.room import trait_tables
from coterie.compiler.checking.traits import trait_expression
from coterie.compiler.checking.typed import Typed, TypedTrait
from coterie.compiler.checking.visibility import decides_anywhere, deciding_columns
from coterie.compiler.definitions import (
    NamedDef,
    PercentileValue,
    PopulationValue,
    ProjectDef,
    SqlTrait,
)
from coterie.compiler.ir import times
from coterie.compiler.ir.expr import Expr, Field, Hop, Literal, Member, Moment, TraitOf
from coterie.compiler.ir.functions import Clock
from coterie.compiler.ir.logic import never_null
from coterie.compiler.ir.traverse import leaves
from coterie.compiler.language.expressions import typed_expression
from coterie.compiler.resolving.resolve import Model, World, declared_type, resolve
from coterie.compiler.resolving.roles import require_joinable, require_key, require_time
from coterie.compiler.resolving.scope import Scope
from coterie.compiler.writing.sources import SourceReader, referred_models
from coterie.dialects import Dialect
from coterie.errors import AlreadyReported, Collector, CompileError, Origin
from coterie.types import Kind

Key = tuple[str, str, str]
Found = TypeVar("Found")
_MAX_CHAIN = 100


def check(
    project: ProjectDef,
    catalog: Catalog,
    dialect: Dialect,
    *,
    found: Iterable[CompileError] = (),
    broken: Iterable[str] = (),
) -> Typed:
    """Type every definition. Raises DefinitionErrors with every mistake of the project.

    `found` are mistakes known already, `broken` the names of definitions that have them: nothing more is said of
    what refers to these.
    """
    collector, broken = Collector(list(found)), frozenset(broken)
    world = resolve(project, catalog, dialect, collector, broken)
    checker = _Checker(world, collector)
    checker.index_lists(collector)
    for model in world.models.values():
        with collector.catching(subject=model.definition.subject):
            checker.check_roles(model)
        for kind, names in (("column", model.computed), ("trait", model.traits), ("audience", model.audiences)):
            for name in names:
                checker.settle((kind, model.name, name))
    checker.check_join_keys(collector)
    checker.check_references(collector)
    _check_sources(project, dialect, collector, broken)
    collector.raise_any()
    typed = Typed(world, checker.columns, checker.traits, checker.audiences)
    return replace(typed, tables=trait_tables(typed, dialect))


def check_on_demand(
    project: ProjectDef, catalog: Catalog, dialect: Dialect, collector: Collector, broken: Iterable[str] = ()
) -> Typed:
    """A project whose definitions are typed when they are looked up, so that only what is needed must be right.

    Mistakes of models and relationships go to `collector`. A look-up raises DefinitionErrors with what is wrong with
    the definition and those it refers to, the first time; AlreadyReported, if that has been told.
    """
    checker = _Checker(resolve(project, catalog, dialect, collector, broken), Collector())
    checker.index_lists(collector)
    return Typed(
        checker.world,
        _OnDemand("column", checker, checker.columns),
        _OnDemand("trait", checker, checker.traits),
        _OnDemand("audience", checker, checker.audiences),
    )


class _OnDemand(Mapping[tuple[str, str], Found]):
    """Definitions of one kind by (model, name)."""

    def __init__(self, kind: str, checker: _Checker, typed: Mapping[tuple[str, str], Found]) -> None:
        self._kind = kind
        self._checker = checker
        self._typed = typed

    def __getitem__(self, place: tuple[str, str]) -> Found:
        if place not in self._typed:
            model_name, name = place
            model = self._checker.world.models[model_name]
            if name not in {"column": model.computed, "trait": model.traits, "audience": model.audiences}[self._kind]:
                raise KeyError(place)
            before, self._checker.errors = self._checker.errors, Collector()
            if self._kind != "column":
                with self._checker.errors.catching(subject=model.definition.subject):
                    self._checker.check_roles(model)
            self._checker.settle((self._kind, model_name, name))
            found, self._checker.errors = self._checker.errors, before
            if found.errors or place not in self._typed:
                found.raise_or_skip()
        return self._typed[place]

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self._typed)

    def __len__(self) -> int:
        return len(self._typed)


class _Needed(Exception):
    """A definition refers to one that is not typed yet."""

    def __init__(self, key: Key) -> None:
        self.key = key


class _Checker:
    """Types definitions and remembers them; the `Definitions` of every scope.

    A definition that refers to one that is not typed yet is put aside and begun anew afterwards, so that a chain of
    references is not a chain of Python calls.
    """

    def __init__(self, world: World, errors: Collector) -> None:
        self.world = world
        self.errors = errors
        self.clock = Clock(world.zone)
        self._decided = decides_anywhere(world)
        self.columns: dict[tuple[str, str], Expr] = {}
        self.traits: dict[tuple[str, str], TypedTrait] = {}
        self.audiences: dict[tuple[str, str], TypedAudience] = {}
        self._fields: dict[tuple[str, str], Field] = {}
        self._broken: set[Key] = set()
        self._chains: dict[Key, int] = {}  # of how many definitions the longest chain below a typed one is
        self._open: list[Key] = []
        self._longest = 0

    def settle(self, key: Key) -> None:
        """Type a definition, and first those it refers to; or note what is wrong with it."""
        self._open.append(key)
        while self._open:
            try:
                self._attempt(self._open[-1])
            except _Needed as needed:
                self._open.append(needed.key)
            else:
                self._open.pop()

    def _attempt(self, key: Key) -> None:
        kind, model_name, name = key
        if key in self._chains or key in self._broken:
            return
        model, found, self._longest = self.world.models[model_name], Collector(), 0
        definition: NamedDef = model.definition
        if kind != "column":
            definition = model.traits[name] if kind == "trait" else model.audiences[name]
        with found.catching(subject=definition.subject):
            self._type(kind, model, name)
            if self._longest >= _MAX_CHAIN:
                message = f"more than {_MAX_CHAIN} definitions build on each other"
                raise CompileError("too_deep", message, definition.origin)
            self._chains[key] = self._longest + 1
        if key not in self._chains:
            self._broken.add(key)
            self.errors.errors += found.errors

    def _type(self, kind: str, model: Model, name: str) -> None:
        place = (model.name, name)
        match kind:
            case "column":
                expr = self._computed(model, name)
                self._require_rows(expr, model.column_origin(name))
                self.columns[place] = expr
            case "trait":
                trait = model.traits[name]
                expr = trait_expression(trait, name, Scope(self, model, name))
                self._require_rows(expr, trait.origin)
                if isinstance(trait, SqlTrait):
                    self._check_references(trait.config.sql_query, trait.origin.at("config", "sql_query"))
                self.traits[place] = TypedTrait(*place, trait, expr)
            case "audience":
                audience = model.audiences[name]
                typed = typed_audience(audience, name, Scope(self, model))
                self._require_rows(typed.expr, audience.origin.at("filter_tree"))
                self.audiences[place] = typed

    def _require_rows(self, expr: Expr, origin: Origin) -> None:
        """What decides which rows an expression reads does not depend on it. Error: `cycle`."""
        if self._decided:
            for model, name in deciding_columns(expr, self.world):
                self._require(("column", model, name), origin)

    def _require(self, key: Key, origin: Origin) -> None:
        """Go on only with a definition that is typed. Error: `cycle`, of the one that is being typed."""
        if not self._open:
            self.settle(key)
        if key in self._broken:
            raise AlreadyReported
        if key in self._open:
            cycle = [f"`{model}.{name}`" for _, model, name in (*self._open[self._open.index(key) :], key)]
            shown = " → ".join(cycle if len(cycle) <= 12 else [*cycle[:6], "…", *cycle[-5:]])
            raise CompileError("cycle", f"the definitions refer to each other in a circle: {shown}", origin)
        if key not in self._chains:
            raise _Needed(key)
        self._longest = max(self._longest, self._chains[key])

    def column(self, model: Model, name: str, origin: Origin) -> Field:
        """A raw or computed column by its exact name."""
        if name not in model.columns:
            self._require(("column", model.name, name), origin)
        place = model.name, name
        if place not in self._fields:
            type = model.columns[name] if name in model.columns else self.columns[place].type
            self._fields[place] = Field(name, type)
        return self._fields[place]

    def _computed(self, model: Model, name: str) -> Expr:
        definition, place = model.computed[name], model.column_origin(name)
        expr = typed_expression(definition.expression or "", Scope(self, model), place.at("expression"), of_column=True)
        if expr.type.kind is Kind.NULL:
            raise CompileError("type_mismatch", "the expression is always NULL", place.at("expression"))
        if definition.type is not None:
            declared = declared_type(definition.type, self.world.zone)
            is_whole = definition.type != "integer" or expr.type.kind is Kind.INTEGER
            if expr.type.family != declared.family or not is_whole:
                message = f"column `{name}` is {expr.type}, declared as {definition.type}"
                raise CompileError("type_mismatch", message, place.at("type"))
        return expr

    def trait(self, model: Model, slug: str, origin: Origin) -> TraitOf:
        """A trait by its slug."""
        self._require(("trait", model.name, slug), origin)
        expr = self.traits[model.name, slug].expr
        return TraitOf(slug, expr.type, never_null(expr))

    def audience(self, model: Model, slug: str, origin: Origin) -> Member:
        """An audience by its slug."""
        self._require(("audience", model.name, slug), origin)
        return Member(slug)

    def group(self, model: Model, slug: str, name: str, origin: Origin) -> Expr:
        """Is the row, if it is a member, in a split group of an audience? Error: `unknown_group`."""
        return self.audiences[model.name, slug].in_group(name, origin)

    def population(self, left: Expr, value: PercentileValue | PopulationValue, scope: Scope, origin: Origin) -> Expr:
        """An aggregate of `left` over all rows of the scope's model."""
        return population(left, value, scope, origin)

    def index_lists(self, collector: Collector) -> None:
        """Every audience of a priority list knows its place."""
        for definition in self.world.project.priority_lists:
            with collector.catching(subject=definition.subject):
                index_list(definition, self.world, lambda model: Scope(self, model))

    def check_roles(self, model: Model) -> None:
        """The computed columns with a role have a type that fits it."""
        definition = model.definition
        for part in ("timestamp_column", "valid_from_column", "valid_to_column"):
            name = getattr(definition, part)
            if name is not None:
                place = definition.origin.at(part)
                field = self.column(model, model.column(name, place), place)
                require_time(field.name, field.type, place)
        if model.traits or model.audiences:
            place = definition.origin.at("primary_key")
            for key in model.primary_key:
                require_key(model.name, key, self.column(model, key, place).type, place)

    def check_references(self, collector: Collector) -> None:
        """The models that the SELECTs of sources refer to are well."""
        for model in self.world.models.values():
            with collector.catching(subject=model.definition.subject):
                self._check_references(model.definition.source.sql, model.definition.origin.at("source", "sql"))

    def _check_references(self, sql: str | None, origin: Origin) -> None:
        """A model that a SELECT refers to decides by its own columns which of its rows are visible."""
        if sql is None:
            return
        names = referred_models(sql, {name: model.definition for name, model in self.world.models.items()})
        found, well = Collector(), 0
        for name in names:
            with found.catching():
                self._check_reference(self.world.models[name], origin)
                well += 1
        if well < len(names):
            found.raise_or_skip()

    def _check_reference(self, model: Model, origin: Origin) -> None:
        definition = model.definition
        for role in (definition.timestamp_column, definition.valid_from_column, definition.valid_to_column):
            if role is None:
                continue
            column = self.column(model, model.column(role, origin), origin).name
            if column in model.computed and not _of_own_columns(self.columns[model.name, column], model):
                message = (
                    f"`{column}` decides which rows of `{model.name}` are visible, and is not a column of its source"
                )
                hint = "ref() needs a timestamp column that is computed from columns of the source, or is one"
                raise CompileError("invisible_reference", message, origin, hint=hint)

    def check_join_keys(self, collector: Collector) -> None:
        """Computed columns that are join keys have the type of the other side."""
        models = self.world.models.values()
        hops: dict[str, dict[Hop, None]] = {}
        for hop in (hop for model in models for ways in model.hops.values() for way in ways for hop in way):
            hops.setdefault(hop.relationship, {})[hop] = None
        for relationship in self.world.project.relationships:
            origin = relationship.origin.at("join_keys")
            with collector.catching(subject=relationship.subject):
                for hop in hops.get(relationship.name, ()):
                    self._check_hop(hop, origin)

    def _check_hop(self, hop: Hop, origin: Origin) -> None:
        source, target = self.world.models[hop.source], self.world.models[hop.target]
        for here, there in hop.keys:
            if here in source.computed or there in target.computed:
                left, right = self.column(source, here, origin), self.column(target, there, origin)
                names = f"{source.name}.{here}", f"{target.name}.{there}"
                require_joinable((names[0], left.type), (names[1], right.type), origin)


def _check_sources(project: ProjectDef, dialect: Dialect, collector: Collector, broken: frozenset[str]) -> None:
    """Tables have names of tables, files can be read, and SELECTs are harmless."""
    reader = SourceReader(dialect, {model.name: model for model in project.models}, times.EARLIEST, broken=broken)
    for model in project.models:
        with collector.catching(subject=model.subject):
            reader.table(model)
    for trait in project.traits:
        if isinstance(trait, SqlTrait) and trait.config.sql_query is not None:
            with collector.catching(subject=trait.subject):
                reader.query_rows(trait)


def _of_own_columns(expr: Expr, model: Model) -> bool:
    return all(isinstance(leaf, Literal | Moment) or (isinstance(leaf, Field) and leaf.name in model.columns)
               for leaf in leaves(expr))  # fmt: skip
