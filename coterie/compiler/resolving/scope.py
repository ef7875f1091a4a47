"""What names mean for one row of one model: its columns, its traits, and what to-one relationships lead to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from coterie.compiler.definitions import AudienceCondition, Freshness, PercentileValue, PopulationValue
from coterie.compiler.ir.expr import Expr, Field, Hop, Literal, Member, Reach, Stored, TraitOf
from coterie.compiler.ir.functions import Clock, call
from coterie.compiler.ir.names import match_name
from coterie.compiler.ir.traverse import leaves
from coterie.compiler.resolving.resolve import Model, Slugs, World
from coterie.compiler.resolving.roles import require_key
from coterie.errors import AlreadyReported, CompileError, Origin, suggestion
from coterie.types import Kind

MAX_PATH = 64


class TraitReference(Protocol):
    """What refers to a trait and says how recent it has to be."""

    @property
    def trait(self) -> str: ...
    @property
    def freshness(self) -> Freshness | None: ...


class Definitions(Protocol):
    """What the checker knows of definitions, typed on demand."""

    @property
    def world(self) -> World: ...

    @property
    def clock(self) -> Clock: ...

    def column(self, model: Model, name: str, origin: Origin) -> Field:
        """A column by its exact name."""

    def trait(self, model: Model, slug: str, origin: Origin) -> TraitOf:
        """A trait by its slug."""

    def audience(self, model: Model, slug: str, origin: Origin) -> Member:
        """An audience by its slug."""

    def group(self, model: Model, slug: str, name: str, origin: Origin) -> Expr:
        """Is the row, if it is a member, in a split group of an audience? Error: `unknown_group`."""

    def population(self, left: Expr, value: PercentileValue | PopulationValue, scope: Scope, origin: Origin) -> Expr:
        """An aggregate of `left` over all rows of the scope's model."""


@dataclass(frozen=True, slots=True)
class Scope:
    """A row of `model`, seen by a definition: as an entity of its own, or as a source row.

    `own` is the slug of a trait that sees its own row.
    """

    definitions: Definitions
    model: Model
    own: str = ""
    is_entity: bool = True

    @property
    def world(self) -> World:
        return self.definitions.world

    @property
    def clock(self) -> Clock:
        return self.definitions.clock

    def of(self, model: Model) -> Scope:
        """A row of another model, seen by the same definition."""
        return Scope(self.definitions, model, is_entity=False)

    def column(self, name: str, origin: Origin) -> Expr:
        """A column by the text people write: its name, or `relationship.column`."""
        if "." in name and not self.model.find_columns(name):
            *path, last = name.split(".")
            return self.reach(tuple(path), origin, lambda scope: scope.column(last, origin))
        return self._field(self.model.column(name, origin), origin)

    def _field(self, name: str, origin: Origin) -> Field:
        found = self.definitions.column(self.model, name, origin)
        if found.type.kind is Kind.OTHER:
            message = f"column `{name}` of model `{self.model.name}` has the type {found.type.native}"
            hint = "cast it in the model's source: `source: {sql: select …}`"
            raise CompileError("unsupported_type", message, origin, hint=hint)
        return found

    def trait(self, name: str, origin: Origin) -> Expr:
        """A trait by slug, name or id. Errors: `unknown_trait`, `other_entity`."""
        slug = self.model.traits.find(name, origin)
        if slug is not None:
            return self._trait(slug, origin)
        self._refuse_other("trait", name, {model.name: model.traits for model in self.world.models.values()}, origin)
        self._refuse_broken(name, "trait")
        hint = suggestion(name, self.model.traits, what="traits")
        raise CompileError("unknown_trait", f"`{name}` is not a trait of model `{self.model.name}`", origin, hint=hint)

    def _trait(self, slug: str, origin: Origin) -> Expr:
        found = self.definitions.trait(self.model, slug, origin)
        return found if found.filled else _filled(found)

    def audience(self, name: str, origin: Origin) -> Member:
        """An audience by slug, name or id. Errors: `unknown_audience`, `other_entity`."""
        return self.definitions.audience(self.model, self.audience_slug(name, origin), origin)

    def audience_slug(self, name: str, origin: Origin) -> str:
        """The slug of the audience that is meant. Errors: `unknown_audience`, `other_entity`."""
        slug = self.model.audiences.find(name, origin)
        if slug is not None:
            return slug
        known = {model.name: model.audiences for model in self.world.models.values()}
        self._refuse_other("audience", name, known, origin)
        self._refuse_broken(name, "audience")
        hint = suggestion(name, self.model.audiences, what="audiences")
        raise CompileError(
            "unknown_audience", f"`{name}` is not an audience of model `{self.model.name}`", origin, hint=hint
        )

    def group(self, member: Member, name: str, origin: Origin) -> Expr:
        """Is the row, if it is a member, in a split group of that name? Error: `unknown_group`."""
        return self.definitions.group(self.model, member.slug, name, origin)

    def recent_trait(self, reference: TraitReference, origin: Origin) -> Expr:
        """A trait that is as recent as its reference asks for. Errors: as of `trait`, and `draft_reference`, …"""
        found = self.trait(reference.trait, origin.at("trait"))
        age = _stored_age(reference.freshness, origin.at("freshness"))
        if age is None:
            return found
        item = next(leaf for leaf in leaves(found) if isinstance(leaf, TraitOf))
        _refuse_draft("trait", item.slug, self.model.traits[item.slug].status, origin.at("freshness"))
        return _filled(Stored(item, *age))

    def recent_audience(self, reference: AudienceCondition, origin: Origin) -> Expr:
        """A membership that is as recent as its reference asks for.

        Errors: as of `audience`, and `draft_reference`, `listed_audience`, `unexpected_option`.
        """
        found = self.audience(reference.audience, origin.at("audience"))
        age = _stored_age(reference.freshness, origin.at("freshness"))
        if age is None:
            return found
        _refuse_draft("audience", found.slug, self.model.audiences[found.slug].status, origin.at("freshness"))
        for one in self.world.lists.values():
            if one.model == self.model.name and found.slug in one.audiences:
                message = f"audience `{found.slug}` is published without those who land before it in `{one.name}`"
                hint = "membership does not depend on a priority list; leave `freshness` out"
                raise CompileError("listed_audience", message, origin.at("freshness"), hint=hint)
        return Stored(found, *age)

    def _refuse_other(self, kind: str, name: str, known: Mapping[str, Slugs[Any]], origin: Origin) -> None:
        """A definition of that name may belong to another model."""
        for model, defined in known.items():
            if defined.find(name) is not None:
                message = f"{kind} `{name}` is one of model `{model}`, expected one of `{self.model.name}`"
                raise CompileError("other_entity", message, origin)

    def _refuse_broken(self, name: str, kind: str) -> None:
        """A definition that exists but could not be indexed has an error of its own."""
        project = self.world.project
        if match_name(name, self.world.broken):
            raise AlreadyReported
        for definition in project.traits if kind == "trait" else project.audiences:
            same = name.lower() in ((definition.slug or "").lower(), definition.name.lower())
            if same and match_name(definition.parent_model, self.world.broken):
                raise AlreadyReported

    def population(self, left: Expr, value: PercentileValue | PopulationValue, origin: Origin) -> Expr:
        """An aggregate of what stands on the left, over the rows of the model. Errors: `function_type`, …"""
        return self.definitions.population(left, value, self, origin)

    def require_key(self, origin: Origin) -> None:
        """What asks for the row's key needs one that can be written as text. Errors: `missing_key`, `key_type`."""
        model = self.model
        if not model.definition.primary_key:
            message = f"model `{model.name}` has no `primary_key`, which buckets need"
            raise CompileError("missing_key", message, origin)
        for name in model.primary_key:
            require_key(model.name, name, self.definitions.column(model, name, origin).type, origin)

    def name(self, name: str, origin: Origin) -> Expr:
        """A bare name in an expression: a column, else a trait. Errors: `ambiguous_name`, `unknown_name`, …"""
        columns = self.model.find_columns(name)
        slug = self.model.traits.find(name, origin)
        if columns and slug == self.own:
            slug = None
        if columns and slug is not None:
            message = f"`{name}` is a column and a trait of model `{self.model.name}`"
            hint = f"write {{{slug}}} for the trait, or give it another `slug`"
            raise CompileError("ambiguous_name", message, origin, hint=hint)
        if columns:
            return self._field(self.model.column(name, origin), origin)
        if slug is not None:
            return self._trait(slug, origin)
        self._refuse_broken(name, "trait")
        if not self.model.is_complete:
            raise self.model.untyped(name, origin)
        known = [*self.model.column_names(), *self.model.traits]
        hint = suggestion(name, known, what="names")
        message = f"`{name}` is not a column or trait of model `{self.model.name}`"
        raise CompileError("unknown_name", message, origin, hint=hint)

    def reach(self, path: tuple[str, ...], origin: Origin, read: _Read) -> Expr:
        """What `read` finds for the row that to-one relationships lead to; NULL, or [], where there is none."""
        refuse_long(path, origin)
        scope, hops = self, []
        for name in path:
            for hop in hops_of(scope, name, origin):
                if not hop.to_one:
                    message = f"`{name}` leads from `{hop.source}` to many rows of `{hop.target}`, expected one"
                    raise CompileError("not_to_one", message, origin)
                hops.append(hop)
                scope = scope.of(scope.world.models[hop.target])
        value = read(scope)
        for hop in reversed(hops):
            value = Reach(hop, value)
        return _filled(value)


def _stored_age(freshness: Freshness | None, origin: Origin) -> tuple[tuple[int, str] | None] | None:
    """How old what was stored may be (perhaps any age); None for what is not to be read from there."""
    if freshness is None or freshness.mode == "inline":
        if freshness is not None and freshness.max_age is not None:
            message = "`max_age` does not fit `inline`, which is always of the run itself"
            raise CompileError("unexpected_option", message, origin.at("max_age"))
        return None
    age = freshness.max_age
    return (None if age is None else (age.n, age.unit),)


def _refuse_draft(kind: str, slug: str, status: str, origin: Origin) -> None:
    """No run builds a draft. Error: `draft_reference`."""
    if status == "draft":
        message = f"{kind} `{slug}` is a draft, which no run builds"
        raise CompileError("draft_reference", message, origin, hint="leave `freshness` out until it is active")


def _filled(value: Expr) -> Expr:
    """The value, with [] where an array is NULL."""
    if value.type.kind is Kind.ARRAY:
        return call("coalesce", value, Literal((), value.type), type=value.type)
    return value


class _Read(Protocol):
    def __call__(self, scope: Scope, /) -> Expr: ...


def refuse_long(path: tuple[str, ...], origin: Origin) -> None:
    """A path is walked in SQL, one join inside the other. Error: `too_deep`."""
    if len(path) > MAX_PATH:
        raise CompileError("too_deep", f"the path has {len(path):,} steps, expected at most {MAX_PATH}", origin)


def hops_of(scope: Scope, name: str, origin: Origin) -> tuple[Hop, ...]:
    """The hops of one relationship from the scope's model. Errors: `unknown_relationship`, `ambiguous_path`."""
    model = scope.model
    found = match_name(name, model.hops)
    ways = [way for key in found for way in model.hops[key]]
    if not ways:
        for definition in scope.world.project.relationships:
            if definition.id == name and definition.name in model.hops:
                ways = model.hops[definition.name]
    if len(ways) == 1:
        return ways[0]
    if ways:
        raise CompileError("ambiguous_path", f"`{name}` leads several ways from model `{model.name}`", origin)
    if match_name(name, scope.world.broken):
        raise AlreadyReported
    hint = suggestion(name, model.hops, what=f"relationships of `{model.name}`")
    if name.lower() == model.name.lower():
        hint = f"columns of `{model.name}` itself are written without it"
    raise CompileError(
        "unknown_relationship", f"`{name}` is not a relationship of model `{model.name}`", origin, hint=hint
    )
