"""Audiences → conditions of their entity: who passes the tree, whom lists and limits leave, and their groups.

An audience has stages, each a condition made of the one before: `tree` are those who pass the filter tree, `listed`
those of them whom no audience before in the priority list has, `published` the first of these up to the limit. `member`
is what `member_of` means: the tree and the limit, whatever lists say. Stages that are the same have one name.
"""

from __future__ import annotations

from dataclasses import dataclass

from coterie.compiler.checking.conditions import filter_condition
from coterie.compiler.checking.limits import TypedLimit, typed_limit
from coterie.compiler.checking.splits import TypedSplits, group_of, typed_splits, unknown_group
from coterie.compiler.definitions import AudienceDef
from coterie.compiler.ir.expr import TRUE, Call, Expr, Landing, Literal, Member, Stage, null
from coterie.compiler.ir.logic import truth
from coterie.compiler.resolving.places import Place
from coterie.compiler.resolving.scope import Scope
from coterie.errors import Collector, Origin
from coterie.types import BOOLEAN, INTEGER, TEXT


@dataclass(frozen=True, slots=True)
class TypedAudience:
    """An audience of one entity. `expr` is its filter tree as a condition, never NULL."""

    model: str
    slug: str
    definition: AudienceDef
    expr: Expr
    limit: TypedLimit | None = None
    splits: TypedSplits | None = None
    place: Place | None = None

    def at(self, stage: Stage) -> Member:
        """The members at a stage, under the one name of all stages that are the same."""
        if stage in ("listed", "published") and self.place is None:
            stage = "tree" if stage == "listed" else "member"
        if self.limit is None:
            stage = "listed" if stage == "published" else "member" if stage == "tree" else stage
        return Member(self.slug, stage)

    def condition(self, stage: Stage) -> Expr:
        """What a stage asks of the row, in terms of the stages before."""
        match self.at(stage).stage:
            case "tree":
                return self.expr
            case "listed":
                return self._landed()
            case "published":
                return self._limited(self._landed())
            case "member":
                return self.expr if self.limit is None else self._limited(self.at("tree"))

    def _limited(self, member: Expr) -> Expr:
        assert self.limit is not None
        return self.limit.first(member)

    def rank(self, stage: Stage) -> Expr:
        """The row's place among those that the limit orders at a stage; NULL for all others."""
        assert self.limit is not None
        return self.limit.rank(self.at("tree") if self.at(stage).stage == "member" else self._landed())

    def _landed(self) -> Expr:
        """Is this the first audience of the priority list that has the row?"""
        assert self.place is not None
        position = Call("eq", (Landing(self.place.priority_list), Literal(self.place.position, INTEGER)), BOOLEAN)
        return truth(position)

    def is_ranked(self, stage: Stage) -> bool:
        """Does it depend on all entities who is in?"""
        return self.limit is not None and stage in ("member", "published")

    @property
    def group(self) -> Expr:
        """The split group of a member, a text; NULL for all others, and without splits."""
        return self.group_at("published")

    def group_at(self, stage: Stage) -> Expr:
        """The split group of who is in at a stage."""
        return null(TEXT) if self.splits is None else group_of(self.at(stage), self.splits)

    def in_group(self, name: str, origin: Origin) -> Expr:
        """Is the row, if it is a member, in a split group? Error: `unknown_group`."""
        if self.splits is None:
            raise unknown_group(name, self.slug, (), origin)
        return truth(self.splits.holds(self.splits.find(name, self.slug, origin)))


def typed_audience(audience: AudienceDef, slug: str, scope: Scope) -> TypedAudience:
    """The audience, typed; all mistakes of its parts are raised together."""
    found, origin = Collector(), audience.origin
    expr, limit, splits = list[Expr](), list[TypedLimit | None](), list[TypedSplits | None]()
    with found.catching():
        tree = audience.filter_tree
        expr.append(TRUE if tree is None else filter_condition(tree, scope, origin.at("filter_tree")))
    with found.catching():
        limit.append(None if audience.limit is None else typed_limit(audience.limit, scope, origin.at("limit")))
    with found.catching():
        splits.append(None if audience.splits is None else typed_splits(audience.splits, origin.at("splits")))
    if not (expr and limit and splits):
        found.raise_or_skip()
    place = scope.model.places.get(slug)
    return TypedAudience(scope.model.name, slug, audience, expr[0], limit[0], splits[0], place)
