"""A project that is typed, as the `Definitions` that scopes look names up in."""

from __future__ import annotations

from coterie.compiler.checking.populations import population
from coterie.compiler.checking.typed import Typed
from coterie.compiler.definitions import PercentileValue, PopulationValue
from coterie.compiler.ir.expr import Expr, Field, Member, TraitOf
from coterie.compiler.ir.functions import Clock
from coterie.compiler.ir.logic import never_null
from coterie.compiler.resolving.resolve import Model, World
from coterie.compiler.resolving.scope import Scope
from coterie.errors import Origin


class Settled:
    """The `Definitions` of a project that is typed already."""

    def __init__(self, typed: Typed) -> None:
        self.typed = typed
        self.clock = Clock(typed.world.zone)

    @property
    def world(self) -> World:
        return self.typed.world

    def column(self, model: Model, name: str, origin: Origin) -> Field:
        """A raw or computed column by its exact name."""
        return Field(name, model.columns[name] if name in model.columns else self.typed.columns[model.name, name].type)

    def trait(self, model: Model, slug: str, origin: Origin) -> TraitOf:
        """A trait by its slug."""
        expr = self.typed.traits[model.name, slug].expr
        return TraitOf(slug, expr.type, never_null(expr))

    def audience(self, model: Model, slug: str, origin: Origin) -> Member:
        """An audience by its slug."""
        return Member(slug)

    def group(self, model: Model, slug: str, name: str, origin: Origin) -> Expr:
        """Is the row, if it is a member, in a split group of an audience? Error: `unknown_group`."""
        return self.typed.audiences[model.name, slug].in_group(name, origin)

    def population(self, left: Expr, value: PercentileValue | PopulationValue, scope: Scope, origin: Origin) -> Expr:
        """An aggregate of `left` over all rows of the scope's model."""
        return population(left, value, scope, origin)
