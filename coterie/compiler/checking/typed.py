"""A typed project: what checking hands over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from coterie.compiler.checking.audiences import TypedAudience
from coterie.compiler.definitions import BaseTrait
from coterie.compiler.ir.expr import Expr, Field
from coterie.compiler.resolving.resolve import World


@dataclass(frozen=True, slots=True)
class TypedTrait:
    """A trait as an expression of one entity."""

    model: str
    slug: str
    definition: BaseTrait
    expr: Expr


@dataclass(frozen=True, slots=True)
class Typed:
    """A whole project, typed: computed columns, traits and audiences by (model, name).

    `tables` has the numbers of the tables of those traits for which the first of their entity has no room.
    """

    world: World
    columns: Mapping[tuple[str, str], Expr]
    traits: Mapping[tuple[str, str], TypedTrait]
    audiences: Mapping[tuple[str, str], TypedAudience]
    tables: Mapping[tuple[str, str], int] = field(default_factory=dict)

    def field(self, model: str, name: str) -> Field:
        """A column of a model, of its source or computed."""
        computed = self.columns.get((model, name))
        return Field(name, self.world.models[model].columns[name] if computed is None else computed.type)

    def key(self, model: str) -> tuple[Field, ...]:
        """The columns of a model's key."""
        return tuple(self.field(model, name) for name in self.world.models[model].primary_key)

    def table(self, model: str, slug: str) -> int:
        """The number of the table of its entity in which a trait is published."""
        return self.tables.get((model, slug), 1)
