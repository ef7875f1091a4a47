"""What is odd about definitions that are well: conditions that never or always hold, and definitions that say the same.

In: a typed project. Out: warnings, each of which is certain: it follows from the definitions alone, whatever the data.
What is not warned of may be odd all the same.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from coterie.compiler.checking.audiences import TypedAudience
from coterie.compiler.checking.typed import Typed, TypedTrait
from coterie.compiler.definitions import FilterNode, Group, Negation, RelatedConfig
from coterie.compiler.ir.expr import Expr, IsTrue, Logic, Measure, Member, Not
from coterie.compiler.ir.logic import conjuncts
from coterie.compiler.ir.traverse import leaves
from coterie.compiler.reasoning.entailment import Entailment, subjects_in
from coterie.compiler.reasoning.subjects import NOT_TRUE, TRUE, Domain, is_point
from coterie.compiler.reasoning.unused import unused
from coterie.errors import CompileWarning, Origin

MOST_COMPARED = 30  # audiences that each is compared with


def warnings(typed: Typed) -> tuple[CompileWarning, ...]:
    """Everything that is odd, in the order of files and lines."""
    traits = {place: trait.expr for place, trait in typed.traits.items()}
    everything = Entailment("", traits)
    audiences = [_Audience(audience, everything.of(audience.model)) for audience in typed.audiences.values()]
    found = [
        *(each for audience in audiences for each in _of_audience(audience)),
        *(each for trait in typed.traits.values() for each in _of_trait(trait, everything)),
        *_same_traits(typed),
        *_related_audiences(audiences),
        *unused(typed),
    ]
    return tuple(sorted({str(one): one for one in found}.values(), key=lambda one: one.reading_order))


def _of_audience(audience: _Audience) -> Sequence[CompileWarning]:
    definition = audience.typed.definition
    if definition.filter_tree is None:
        return []
    tree = _Node(definition.filter_tree, audience.expr, definition.origin.at("filter_tree"))
    return _of_tree(tree, definition.subject, audience.entailment)


@dataclass(frozen=True, slots=True)
class _Node:
    """A node of a filter tree as it is written, as an expression, and where."""

    written: FilterNode
    expr: Expr
    origin: Origin

    def below(self) -> Sequence[_Node]:
        """The nodes that it is made of."""
        match self.written, self.expr:
            case Group(children=(only,)), _:
                return [_Node(only, self.expr, self.origin.at("children", 0))]
            case Group(children=children), Logic(args=args) if len(children) == len(args):
                places = (self.origin.at("children", position) for position in range(len(args)))
                return [_Node(*parts) for parts in zip(children, args, places, strict=True)]
            case Negation(), Not():
                return [_Node(self.written.child, self.expr.value, self.origin.at("child"))]
        return []


def _of_tree(node: _Node, subject: str, entailment: Entailment) -> Sequence[CompileWarning]:
    """The smallest nodes that never or always hold."""
    found = [each for below in node.below() for each in _of_tree(below, subject, entailment)]
    if found:
        return found
    if not entailment.can_be(node.expr, TRUE):
        return [CompileWarning("never_true", "this can never be true", node.origin, subject)]
    if not entailment.can_be(node.expr, NOT_TRUE):
        return [CompileWarning("always_true", "this is always true", node.origin, subject)]
    return []


def _of_trait(trait: TypedTrait, everything: Entailment) -> Iterator[CompileWarning]:
    """A trait over rows none of which can pass its filter and window."""
    config = getattr(trait.definition, "config", None)
    if not isinstance(config, RelatedConfig):
        return
    entailment = everything.of(trait.model)
    for leaf in leaves(trait.expr):
        if isinstance(leaf, Measure) and not entailment.has_rows(leaf):
            part = ("config", "filter") if config.filter is not None else ("config",)
            message = f"no row of `{leaf.source}` can pass the filter and the window"
            yield CompileWarning("never_true", message, trait.definition.origin.at(*part), trait.definition.subject)


def _same_traits(typed: Typed) -> Iterator[CompileWarning]:
    first: dict[tuple[str, Expr], TypedTrait] = {}
    for trait in typed.traits.values():
        other = first.setdefault((trait.model, trait.expr), trait)
        if other is not trait:
            message = f"it has the same value as {other.definition.subject} for every row"
            definition = trait.definition
            yield CompileWarning("same_trait", message, definition.origin.at("name"), definition.subject)


class _Audience:
    """An audience to be compared with others of its model."""

    def __init__(self, typed: TypedAudience, entailment: Entailment) -> None:
        self.typed = typed
        self.expr = typed.expr
        self.entailment = entailment
        self.facts = entailment.facts(typed.expr)
        """What is known of its members; None if it has none."""

    @property
    def subject(self) -> str:
        return self.typed.definition.subject

    @cached_property
    def required(self) -> dict[Hashable, Domain]:
        """What its members' columns must be."""
        return self.entailment.required(self.expr)

    @cached_property
    def parts(self) -> list[tuple[Hashable, ...]]:
        """For everything that must hold, what it speaks of: one value of a subject, or subjects."""
        points = {subject: (subject, domain) for subject, domain in self.required.items() if is_point(subject, domain)}
        parts = [tuple(dict.fromkeys(subjects_in(part))) for part in conjuncts(self.expr)]
        return [(points[part[0]],) if len(part) == 1 and part[0] in points else part for part in parts]

    @cached_property
    def mentioned(self) -> frozenset[Hashable]:
        """What it speaks of, and the single values that its members have."""
        own = self.facts.own if self.facts else {}
        points = frozenset((subject, known) for subject, known in own.items()
                           if isinstance(known, Domain) and is_point(subject, known))  # fmt: skip
        return points.union(*(frozenset(subjects_in(part)) for part in conjuncts(self.expr)))

    @cached_property
    def members_of(self) -> frozenset[str]:
        """The audiences that it refers to itself."""
        return frozenset(leaf.slug for leaf in leaves(self.expr) if isinstance(leaf, Member))

    def lies_in(self, other: _Audience) -> bool:
        """Are all of its members members of the other, as far as it shows?"""
        if self.facts is None or any(self.mentioned.isdisjoint(part) for part in other.parts):
            return False
        for subject, domain in other.required.items():
            known = self.facts.get(subject)
            if known is None or not known.lies_in(domain):
                return False
        return self.entailment.follows_from(self.facts, other.expr)


def _related_audiences(audiences: Sequence[_Audience]) -> Iterator[CompileWarning]:
    by_model: dict[str, list[_Audience]] = {}
    for audience in audiences:
        by_model.setdefault(audience.typed.model, []).append(audience)
    for related in by_model.values():
        yield from _of_one_model(related)


def _of_one_model(audiences: Sequence[_Audience]) -> Iterator[CompileWarning]:
    """Audiences that are the same as an earlier one, and those that lie inside another."""
    distinct: dict[Hashable, _Audience] = {}
    listed = [one for one in audiences if one.typed.place is not None]
    for audience in (one for one in audiences if one.typed.place is None):
        described = _canonical(audience.expr), audience.typed.limit, audience.typed.splits
        if (first := distinct.setdefault(described, audience)) is not audience:
            yield _same(audience, first)
    several = [one for one in (*distinct.values(), *listed) if one.facts is not None]
    whole = [one for one in several if one.typed.limit is None and one.typed.place is None]  # its tree tells all
    around = [one for one in whole if one.entailment.can_be(one.expr, NOT_TRUE)]
    holders = _holders(several, around)
    position = {audience: number for number, audience in enumerate(several)}
    for inner, outer in holders.items():
        same = [one for one in outer if inner in holders.get(one, ()) and position[one] < position[inner]]
        same = [one for one in same if one.typed.splits == inner.typed.splits]  # else they are meant for something else
        if same:
            yield _same(inner, same[0])
            continue
        proper = [one for one in outer if inner not in holders.get(one, ())]
        closest = [one for one in proper if not any(one in holders.get(other, ()) for other in proper)]
        for one in (closest or proper)[:1]:
            message = f"all of its members are members of {one.subject}"
            origin = inner.typed.definition.origin.at("name")
            yield CompileWarning("contained_audience", message, origin, inner.subject, level="note")


def _same(audience: _Audience, other: _Audience) -> CompileWarning:
    message = f"it has the same members as {other.subject}"
    return CompileWarning("same_audience", message, audience.typed.definition.origin.at("name"), audience.subject)


def _holders(inner: Sequence[_Audience], outer: Sequence[_Audience]) -> dict[_Audience, list[_Audience]]:
    """For each audience, others that hold all of its members, but for those that it refers to itself.

    Each is compared only with a few that speak of what its rarest part speaks of.
    """
    mentioning: dict[Hashable, list[_Audience]] = {}
    for audience in inner:
        for subject in audience.mentioned:
            mentioning.setdefault(subject, []).append(audience)

    def times(subject: Hashable) -> int:
        return len(mentioning.get(subject, ()))

    holders: dict[_Audience, list[_Audience]] = {}
    for around in outer:
        rarest = min(around.parts, key=lambda part: sum(map(times, part)))
        speaking = (audience for subject in sorted(rarest, key=times) for audience in mentioning.get(subject, ()))
        for audience in _first(speaking, MOST_COMPARED):
            is_named = audience is around or around.typed.slug in audience.members_of
            if not is_named and audience.lies_in(around):
                holders.setdefault(audience, []).append(around)
    return holders


def _first(audiences: Iterable[_Audience], most: int) -> Iterable[_Audience]:
    """The first few, each once."""
    found: dict[_Audience, None] = {}
    for audience in audiences:
        found[audience] = None
        if len(found) == most:
            break
    return found


def _canonical(expr: Expr) -> Hashable:
    """The condition whatever the order and nesting of its parts."""
    match expr:
        case Logic():
            return expr.operator, frozenset(_flat(expr))
        case Not() | IsTrue():
            return type(expr), _canonical(expr.value)
    return expr


def _flat(expr: Logic) -> Iterator[Hashable]:
    for arg in expr.args:
        if isinstance(arg, Logic) and arg.operator == expr.operator:
            yield from _flat(arg)
        else:
            yield _canonical(arg)
