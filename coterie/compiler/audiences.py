"""Audiences → conditions of their entity, and the groups that their members are dealt into."""

from __future__ import annotations

from dataclasses import dataclass

from coterie.compiler.conditions import filter_condition
from coterie.compiler.definitions import AudienceDef
from coterie.compiler.expr import TRUE, Expr, Member, null
from coterie.compiler.logic import truth
from coterie.compiler.scope import Scope
from coterie.compiler.splits import TypedSplits, group_of, typed_splits, unknown_group
from coterie.errors import Collector, Origin
from coterie.types import TEXT


@dataclass(frozen=True, slots=True)
class TypedAudience:
    """An audience as a condition of one entity, never NULL."""

    model: str
    slug: str
    definition: AudienceDef
    expr: Expr
    splits: TypedSplits | None = None

    @property
    def group(self) -> Expr:
        """The split group of a member, a text; NULL for all others, and without splits."""
        return null(TEXT) if self.splits is None else group_of(Member(self.slug), self.splits)

    def in_group(self, name: str, origin: Origin) -> Expr:
        """Is the row, if it is a member, in a split group? Error: `unknown_group`."""
        if self.splits is None:
            raise unknown_group(name, self.slug, (), origin)
        return truth(self.splits.holds(self.splits.find(name, self.slug, origin)))


def typed_audience(audience: AudienceDef, slug: str, scope: Scope) -> TypedAudience:
    """The audience, typed; all mistakes of its parts are raised together."""
    found, origin = Collector(), audience.origin
    expr, splits = list[Expr](), list[TypedSplits | None]()
    with found.catching():
        tree = audience.filter_tree
        expr.append(TRUE if tree is None else filter_condition(tree, scope, origin.at("filter_tree")))
    with found.catching():
        splits.append(None if audience.splits is None else typed_splits(audience.splits, origin.at("splits")))
    if not (expr and splits):
        found.raise_or_skip()
    return TypedAudience(scope.model.name, slug, audience, expr[0], splits[0])
