"""World → Typed: every definition becomes a typed expression of its entity.

Definitions are typed on demand, so that references may point anywhere; a cycle is an error that shows its path. One
broken definition does not hide the next: all mistakes are raised together, and what depends on a broken definition
is left out silently.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from coterie.compiler import times
from coterie.compiler.catalog import Catalog
from coterie.compiler.conditions import filter_condition
from coterie.compiler.definitions import AudienceDef, BaseTrait, ProjectDef
from coterie.compiler.expr import TRUE, Expr, Field, Hop, Literal, Member, Moment, TraitOf, leaves, never_null
from coterie.compiler.expressions import typed_expression
from coterie.compiler.functions import Clock
from coterie.compiler.resolve import Model, World, declared_type, resolve
from coterie.compiler.roles import require_joinable, require_key, require_time
from coterie.compiler.scope import Scope
from coterie.compiler.sources import SourceReader, referred_models
from coterie.compiler.traits import trait_expression
from coterie.dialects import Dialect
from coterie.errors import AlreadyReported, Collector, CompileError, Origin
from coterie.types import Kind, Type

Key = tuple[str, str, str]
_MAX_CHAIN = 100


@dataclass(frozen=True, slots=True)
class TypedTrait:
    """A trait as an expression of one entity."""

    model: str
    slug: str
    definition: BaseTrait
    expr: Expr


@dataclass(frozen=True, slots=True)
class TypedAudience:
    """An audience as a condition of one entity, never NULL."""

    model: str
    slug: str
    definition: AudienceDef
    expr: Expr


@dataclass(frozen=True, slots=True)
class Typed:
    """A whole project, typed: computed columns, traits and audiences by (model, name)."""

    world: World
    columns: Mapping[tuple[str, str], Expr]
    traits: Mapping[tuple[str, str], TypedTrait]
    audiences: Mapping[tuple[str, str], TypedAudience]


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
    collector = Collector(list(found))
    world = resolve(project, catalog, dialect, collector, broken)
    checker = _Checker(world)
    for model in world.models.values():
        origin = model.definition.origin
        with collector.catching(subject=model.definition.subject):
            checker.check_roles(model)
        for name in model.computed:
            with collector.catching(subject=model.definition.subject):
                checker.column(model, name, origin)
        for trait_slug, trait in model.traits.items():
            with collector.catching(subject=trait.subject):
                checker.trait(model, trait_slug, trait.origin)
        for audience_slug, audience in model.audiences.items():
            with collector.catching(subject=audience.subject):
                checker.audience(model, audience_slug, audience.origin)
    checker.check_join_keys(collector)
    checker.check_references(collector)
    _check_sources(project, dialect, collector)
    collector.raise_any()
    return Typed(world, checker.columns, checker.traits, checker.audiences)


class _Checker:
    """Types definitions on demand and remembers them; the `Definitions` of every scope."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.clock = Clock(world.zone)
        self.columns: dict[tuple[str, str], Expr] = {}
        self.traits: dict[tuple[str, str], TypedTrait] = {}
        self.audiences: dict[tuple[str, str], TypedAudience] = {}
        self._broken: set[Key] = set()
        self._open: list[Key] = []
        self._fields: dict[tuple[str, str], Field] = {}

    @contextmanager
    def _typing(self, key: Key, origin: Origin, subject: str) -> Iterator[None]:
        """Remember what is being typed, on behalf of `origin`: a second visit is a cycle, a failure is remembered.

        Errors inside are those of `subject`, whoever asked for it.
        """
        if key in self._broken:
            raise AlreadyReported
        if key in self._open:
            cycle = [*self._open[self._open.index(key) :], key]
            self._broken.update(cycle)
            shown = " → ".join(f"`{model}.{name}`" for _, model, name in cycle)
            raise CompileError("cycle", f"the definitions refer to each other in a circle: {shown}", origin)
        if len(self._open) >= _MAX_CHAIN:
            raise CompileError("too_deep", f"more than {_MAX_CHAIN} definitions build on each other", origin)
        self._open.append(key)
        errors, is_done = Collector(), False
        try:
            with errors.catching(subject=subject):
                yield
                is_done = True
        finally:
            self._open.pop()
        if not is_done:
            self._broken.add(key)
            errors.raise_or_skip()

    def column(self, model: Model, name: str, origin: Origin) -> Field:
        """A raw or computed column by its exact name."""
        known = self._fields.get((model.name, name))
        if known is not None:
            return known
        if name in model.columns:
            found = Field(name, model.columns[name])
        else:
            found = Field(name, self._computed(model, name, origin))
        self._fields[model.name, name] = found
        return found

    def _computed(self, model: Model, name: str, origin: Origin) -> Type:
        definition = model.computed[name]
        position = model.definition.columns.index(definition)
        place = model.definition.origin.at("columns", position)
        with self._typing(("column", model.name, name), origin, model.definition.subject):
            scope = Scope(self, model)
            expr = typed_expression(definition.expression or "", scope, place.at("expression"))
            if expr.type.kind is Kind.NULL:
                raise CompileError("type_mismatch", "the expression is always NULL", place.at("expression"))
            if definition.type is not None:
                declared = declared_type(definition.type, self.world.zone)
                fits = expr.type.family == declared.family and (
                    definition.type != "integer" or expr.type.kind is Kind.INTEGER
                )
                if not fits:
                    message = f"column `{name}` is {expr.type}, declared as {definition.type}"
                    raise CompileError("type_mismatch", message, place.at("type"))
        self.columns[model.name, name] = expr
        return expr.type

    def trait(self, model: Model, slug: str, origin: Origin) -> TraitOf:
        """A trait by its slug."""
        if (typed := self.traits.get((model.name, slug))) is None:
            definition = model.traits[slug]
            with self._typing(("trait", model.name, slug), origin, definition.subject):
                expr = trait_expression(definition, slug, Scope(self, model))
            typed = self.traits[model.name, slug] = TypedTrait(model.name, slug, definition, expr)
        return TraitOf(slug, typed.expr.type, never_null(typed.expr))

    def audience(self, model: Model, slug: str, origin: Origin) -> Member:
        """An audience by its slug."""
        if (model.name, slug) not in self.audiences:
            definition = model.audiences[slug]
            with self._typing(("audience", model.name, slug), origin, definition.subject):
                tree, place = definition.filter_tree, definition.origin.at("filter_tree")
                expr = TRUE if tree is None else filter_condition(tree, Scope(self, model), place)
            self.audiences[model.name, slug] = TypedAudience(model.name, slug, definition, expr)
        return Member(slug)

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
        """A model that a SELECT refers to decides by its own columns which of its rows are visible."""
        definitions = {name: model.definition for name, model in self.world.models.items()}
        for model in self.world.models.values():
            origin = model.definition.origin.at("source", "sql")
            for name in referred_models(model.definition, definitions):
                with collector.catching(subject=model.definition.subject):
                    self._check_reference(self.world.models[name], origin)

    def _check_reference(self, model: Model, origin: Origin) -> None:
        definition = model.definition
        for role in (definition.timestamp_column, definition.valid_from_column, definition.valid_to_column):
            if role is None:
                continue
            column = model.column(role, origin)
            if column in model.computed and not _of_own_columns(self.columns[model.name, column], model):
                message = (
                    f"`{column}` decides which rows of `{model.name}` are visible, and is not a column of its source"
                )
                hint = "ref() needs a timestamp column that is computed from columns of the source, or is one"
                raise CompileError("invisible_reference", message, origin, hint=hint)

    def check_join_keys(self, collector: Collector) -> None:
        """Computed columns that are join keys have the type of the other side."""
        models = self.world.models.values()
        hops = dict.fromkeys(hop for model in models for ways in model.hops.values() for way in ways for hop in way)
        for relationship in self.world.project.relationships:
            origin = relationship.origin.at("join_keys")
            with collector.catching(subject=relationship.subject):
                for hop in hops:
                    if hop.relationship == relationship.name:
                        self._check_hop(hop, origin)

    def _check_hop(self, hop: Hop, origin: Origin) -> None:
        source, target = self.world.models[hop.source], self.world.models[hop.target]
        for here, there in hop.keys:
            if here in source.computed or there in target.computed:
                left, right = self.column(source, here, origin), self.column(target, there, origin)
                names = f"{source.name}.{here}", f"{target.name}.{there}"
                require_joinable((names[0], left.type), (names[1], right.type), origin)


def _check_sources(project: ProjectDef, dialect: Dialect, collector: Collector) -> None:
    """Tables have names of tables, files can be read, and SELECTs are harmless."""
    reader = SourceReader(dialect, {model.name: model for model in project.models}, times.EARLIEST)
    for model in project.models:
        with collector.catching(subject=model.subject):
            reader.table(model)


def _of_own_columns(expr: Expr, model: Model) -> bool:
    return all(isinstance(leaf, Literal | Moment) or (isinstance(leaf, Field) and leaf.name in model.columns)
               for leaf in leaves(expr))  # fmt: skip
