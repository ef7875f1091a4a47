"""Why an entity is in an audience: the nodes of its filter tree, each with what has to be computed for it.

In: a project that is typed. Out: `Part`s, whose expressions are those that a run computes: every condition is typed by
the functions that type the audience, in the same scope, so that an explanation cannot disagree with the membership.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import assert_never

from coterie.compiler.checking.audiences import TypedAudience
from coterie.compiler.checking.conditions import filter_condition, property_value
from coterie.compiler.checking.typed import Typed, TypedTrait
from coterie.compiler.definitions import (
    AudienceCondition,
    BucketCondition,
    FilterNode,
    FormulaTrait,
    Group,
    Negation,
    PropertyCondition,
    RelatedCondition,
    SequenceCondition,
    SqlCondition,
    SqlTrait,
    TraitCondition,
)
from coterie.compiler.definitions.traits import SqlConfig
from coterie.compiler.explaining.labels import condition_label, limit_label, on_one_line, trait_label
from coterie.compiler.explaining.parts import Asked, Part, items, right_sides
from coterie.compiler.explaining.related_parts import related_part, sequence_part
from coterie.compiler.explaining.settled import Settled
from coterie.compiler.explaining.text_parts import mentioned, text_part
from coterie.compiler.ir.expr import (
    TRUE,
    Bucket,
    Case,
    Expr,
    Landing,
    Literal,
    Measure,
    Moment,
    Rank,
    Stage,
    TraitOf,
    null,
)
from coterie.compiler.ir.functions import call
from coterie.compiler.language.expressions import condition_expression
from coterie.compiler.resolving.places import Place
from coterie.compiler.resolving.resolve import Model
from coterie.compiler.resolving.scope import Scope
from coterie.errors import Origin
from coterie.types import BOOLEAN, INTEGER, TEXT


@dataclass(frozen=True, slots=True)
class TraitParts:
    """A trait's value and how it is made: `values` are what its expression mentions, `measure` the rows behind it."""

    label: str
    value: Expr
    values: tuple[Asked, ...]
    measure: Measure | None


def audience_parts(typed: Typed, model: str, slug: str) -> Part:
    """The tree of an audience, and of those it refers to."""
    return _Parts(typed, typed.world.models[model]).audience(slug, "published")


def trait_parts(typed: Typed, model: str, slug: str) -> TraitParts:
    """What a trait's value is made of."""
    scope = Scope(Settled(typed), typed.world.models[model], slug)
    trait = typed.traits[model, slug]
    value = TraitOf(slug, trait.expr.type)
    origin, label = trait.definition.origin.at("config"), trait_label(trait.definition)
    match trait.definition:
        case SqlTrait(config=config) if config.sql_expression is not None:
            return TraitParts(label, value, mentioned(config.sql_expression, scope, origin), None)
        case FormulaTrait(config=config):
            return TraitParts(label, value, mentioned(config.expression, scope, origin), None)
    measure = next((item for item in items(trait.expr) if isinstance(item, Measure)), None)
    return TraitParts(label, value, (), measure)


class _Parts:
    """Takes trees apart; each audience that is referred to is taken apart once, where it is met first."""

    def __init__(self, typed: Typed, model: Model) -> None:
        self.typed = typed
        self.model = model
        self.scope = Scope(Settled(typed), model)
        self.seen: set[str] = set()

    def audience(self, slug: str, stage: Stage) -> Part:
        """Who passes the tree, whom priority lists leave (of those who are published), and the limit."""
        self.seen.add(slug)
        definition, origin = self.model.audiences[slug], self.model.audiences[slug].origin
        part = Part("everyone", slug, "", "everyone", TRUE)
        if definition.filter_tree is not None:
            part = self.node(definition.filter_tree, origin.at("filter_tree"), slug)
        audience = self.typed.audiences[self.model.name, slug]
        if audience.place is not None and stage == "published":
            part = self._landing(part, audience, audience.place)
        if definition.limit is not None and audience.limit is not None:
            member = audience.at(stage)
            limit = Part("limit", slug, origin.at("limit").dotted, limit_label(definition.limit), member)
            rank, most = Asked("rank", Rank(slug, member.stage)), Asked("", Literal(audience.limit.n, INTEGER))
            by = Asked(definition.limit.by, audience.limit.by)
            part = replace(limit, left=rank, right=(most,), values=(by,), children=(part,))
        return part

    def _landing(self, below: Part, audience: TypedAudience, place: Place) -> Part:
        """The first audience of a priority list that has the row, which is to be this one."""
        found = self.typed.world.lists[place.priority_list]
        places = [(Literal(number, INTEGER), Literal(slug, TEXT)) for number, slug in enumerate(found.audiences, 1)]
        lands = [(call("eq", Landing(found.name), number, type=BOOLEAN), slug) for number, slug in places]
        landed = Asked("lands in", Case(tuple(lands), null(TEXT), TEXT))
        label, own = f"first of priority list {found.name}", Asked("", Literal(audience.slug, TEXT))
        listed = audience.at("listed")
        return Part("priority_list", audience.slug, "", label, listed, landed, (own,), children=(below,))

    def node(self, node: FilterNode, origin: Origin, slug: str) -> Part:
        """A node and what is below it."""
        match node:
            case str():
                return self._text(node, origin, origin.dotted, slug)
            case SqlCondition():
                return self._text(node.sql_expression, origin.at("sql_expression"), origin.dotted, slug)
            case Group():
                places = (origin.at("children", position) for position in range(len(node.children)))
                below = tuple(self.node(child, place, slug) for child, place in zip(node.children, places, strict=True))
                return Part(node.type, slug, origin.dotted, node.type, None, children=below)
            case Negation():
                child = self.node(node.child, origin.at("child"), slug)
                return Part("not", slug, origin.dotted, "not", None, children=(child,))
        holds = filter_condition(node, self.scope, origin)
        part = Part(node.condition_type, slug, origin.dotted, condition_label(node), holds)
        match node:
            case AudienceCondition():
                return self._reference(part, self.scope.audience(node.audience, origin).slug, node.group)
            case PropertyCondition():
                path = (node.relationship,) if node.relationship is not None else node.path or ()
                return _compared(part, holds, ".".join((*path, node.column)), property_value(node, self.scope, origin))
            case TraitCondition():
                return _compared(part, holds, node.trait, self.scope.recent_trait(node, origin))
            case BucketCondition():
                return _compared(part, holds, "bucket", Bucket(node.salt))
            case RelatedCondition():
                return related_part(part, holds, node, self.scope, origin)
            case SequenceCondition():
                return sequence_part(part, holds, node, self.scope, origin)
            case _:
                assert_never(node)

    def _reference(self, part: Part, slug: str, group: str | None) -> Part:
        """Membership of another audience, or of one of its groups."""
        if group is not None:
            audience = self.typed.audiences[self.model.name, slug]
            part = replace(part, left=Asked("group", audience.group_at("member")))
        if slug in self.seen:
            return replace(part, label=f"{part.label} (see above)")
        return replace(part, children=(self.audience(slug, "member"),))

    def _text(self, text: str, origin: Origin, path: str, slug: str) -> Part:
        """A text expression; as a whole it is never NULL."""
        found = text_part(text, self.scope, origin, path, slug)
        holds = None if found.holds is None else condition_expression(text, self.scope, origin)
        return replace(found, path=path, label=on_one_line(text), holds=holds, is_inside_text=False)


def _compared(part: Part, holds: Expr, name: str, left: Expr) -> Part:
    """A comparison of a value of the entity with others."""
    return replace(part, left=Asked(name, left), right=right_sides(holds, left))


# What is asked of the warehouse


def with_questions(typed: Typed, model: str, exprs: Iterable[Expr]) -> tuple[Typed, dict[Expr, str]]:
    """The project with a trait for each expression that is no constant, and the slugs of these."""
    wanted = dict.fromkeys(expr for expr in exprs if not isinstance(expr, Literal | Moment))
    slugs: dict[Expr, str] = {expr: f"explained.{number}" for number, expr in enumerate(wanted, 1)}
    definition = SqlTrait(name="explained", parent_model=model, config=SqlConfig(sql_expression="explained"))
    traits = {(model, slug): TypedTrait(model, slug, definition, expr) for expr, slug in slugs.items()}
    return replace(typed, traits={**typed.traits, **traits}), slugs
