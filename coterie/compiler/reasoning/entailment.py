"""Can a condition be true? Does one follow from another? Answers that the expressions alone show, for any data.

A condition is true, false or NULL. Assuming one of these outcomes leaves facts: which values each compared expression
can have. Facts never leave out a value that is possible; so where they contradict each other, the outcome cannot be.
The opposite does not hold: what is not contradicted may still be impossible.

Everything takes time that grows with the size of the conditions (and sorting), not with its square.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from coterie.compiler.ir.expr import (
    Bucket,
    Call,
    Expr,
    IsNull,
    IsTrue,
    Literal,
    Logic,
    Measure,
    Not,
    TraitOf,
)
from coterie.compiler.ir.logic import never_null
from coterie.compiler.reasoning.subjects import (
    ANY,
    FALSE,
    NOT_TRUE,
    NULL,
    TRUE,
    Domain,
    Existing,
    Pair,
    Since,
    domains_of,
    is_whole,
    same_value,
)
from coterie.compiler.reasoning.value_sets import EVERYTHING, NOTHING, ValueSet, compared, intersection, points, union
from coterie.types import BOOLEAN, Kind

_COUNTS = frozenset({"count_rows", "count", "count_distinct", "approx_count_distinct"})
_LENGTHS = frozenset({"array_length", "length"})
_MOST_EXISTING = 8  # existence conditions on the same rows that are compared with each other


class Facts:
    """What is known of subjects, on top of what is known below."""

    def __init__(self, below: Facts | None = None) -> None:
        self.below = below
        self.own: dict[Hashable, Any] = {}

    def get(self, subject: Hashable) -> Any:
        """What is known of a subject; None if nothing is."""
        facts: Facts | None = self
        while facts is not None:
            if subject in facts.own:
                return facts.own[subject]
            facts = facts.below
        return None


@dataclass(frozen=True, slots=True)
class _Needs:
    """What an outcome needs: domains of subjects, rows that exist or do not, and one of several choices each."""

    domains: dict[Hashable, list[Domain]]
    existing: list[tuple[Measure, bool]]
    choices: list[tuple[tuple[Expr, ...], int]]


class Entailment:
    """Decides about conditions on rows of one model; `traits` are all traits as expressions, by model and slug."""

    def __init__(self, model: str, traits: Mapping[tuple[str, str], Expr]) -> None:
        self._model = model
        self._traits = traits
        self._others: dict[str, Entailment] = {}
        self._initials: dict[Hashable, Domain] = {}
        self._said: dict[tuple[Expr, int], tuple[tuple[Hashable, Domain], ...]] = {}
        self._possible: dict[tuple[Expr, int], bool] = {}
        self._facts: dict[Expr, Facts | None] = {}

    def of(self, model: str) -> Entailment:
        """The same for rows of another model."""
        if model not in self._others:
            self._others[model] = Entailment(model, self._traits)
        return self._others[model]

    def can_be(self, expr: Expr, outcome: int) -> bool:
        """Can a condition have one of the outcomes, as far as it shows?"""
        if outcome == TRUE and expr in self._facts:
            return self._facts[expr] is not None
        known = self._possible.get((expr, outcome))
        if known is None:
            known = self._possible[expr, outcome] = self._assume([(expr, outcome)], Facts(), all_facts=False)
        return known

    def follows(self, premise: Expr, conclusion: Expr) -> bool:
        """Is the conclusion true whenever the premise is? False also where that does not show."""
        return not self._assume([(premise, TRUE), (conclusion, NOT_TRUE)], Facts(), all_facts=False)

    def facts(self, premise: Expr) -> Facts | None:
        """What is known where the premise is true; None where it never is."""
        if premise not in self._facts:
            facts = Facts()
            self._facts[premise] = facts if self._assume([(premise, TRUE)], facts) else None
        return self._facts[premise]

    def follows_from(self, facts: Facts, conclusion: Expr) -> bool:
        """The same as `follows`, of a premise whose facts are known."""
        return not self._assume([(conclusion, NOT_TRUE)], Facts(facts), all_facts=False)

    def required(self, expr: Expr) -> dict[Hashable, Domain]:
        """What subjects must be for a condition to be true, beside what it asks of choices and of related rows."""
        needs = _Needs({}, [], [])
        self._gather(expr, TRUE, needs)
        required = {}
        for subject, domains in needs.domains.items():
            values = intersection([domain.values for domain in domains])
            required[subject] = Domain(values, all(domain.null for domain in domains))
        return required

    def has_rows(self, measure: Measure) -> bool:
        """Can there be rows that a measure reads?"""
        return measure.where is None or self.of(measure.source).can_be(measure.where, TRUE)

    def _assume(self, outcomes: Iterable[tuple[Expr, int]], facts: Facts, *, all_facts: bool = True) -> bool:
        """Add to the facts what the outcomes need; False if they contradict each other.

        Who only wants to know that need not have `all_facts`: nobody reads what the last choice adds.
        """
        needs = _Needs({}, [], [])
        if not all(self._gather(expr, outcome, needs) for expr, outcome in outcomes):
            return False
        for subject, domains in needs.domains.items():
            if not self._meet(subject, domains, facts):
                return False
        if not all(self._meet_existing(measure, is_so, facts) for measure, is_so in needs.existing):
            return False
        if all_facts or not needs.choices:
            return all(self._choose(options, wanted, facts) for options, wanted in needs.choices)
        *others, (last, outcome) = needs.choices
        return all(self._choose(options, wanted, facts) for options, wanted in others) and any(
            self._assume([(option, outcome)], Facts(facts), all_facts=False) for option in last
        )

    def _gather(self, expr: Expr, outcome: int, needs: _Needs) -> bool:
        """Take an outcome apart; False if it cannot be at all."""
        match expr:
            case _ if outcome == ANY:
                return True
            case Literal():
                return bool(outcome & (NULL if expr.value is None else TRUE if expr.value else FALSE))
            case Not():
                swapped = (TRUE if outcome & FALSE else 0) | (FALSE if outcome & TRUE else 0) | (outcome & NULL)
                return self._gather(expr.value, swapped, needs)
            case IsTrue():
                inner = (outcome & TRUE) | (NOT_TRUE if outcome & FALSE else 0)
                return bool(inner) and self._gather(expr.value, inner, needs)
            case Logic():
                return self._gather_logic(expr, outcome, needs)
            case IsNull():
                return self._gather_null(expr, outcome & ~NULL, needs)
            case Measure() if expr.reduction.function == "exists":
                if outcome == TRUE or not outcome & TRUE:
                    needs.existing.append((expr, outcome == TRUE))
                return True
        for subject, domain in self._domains_of(expr, outcome):
            needs.domains.setdefault(subject, []).append(domain)
        return True

    def _domains_of(self, expr: Expr, outcome: int) -> tuple[tuple[Hashable, Domain], ...]:
        """What an outcome says of its subjects: of some, only which whole numbers they can be."""
        known = self._said.get((expr, outcome))
        if known is None:
            known = self._said[expr, outcome] = tuple(
                (subject, Domain(domain.values.whole, domain.null) if is_whole(subject) else domain)
                for subject, domain in domains_of(expr, outcome)
            )
        return known

    def _gather_logic(self, expr: Logic, outcome: int, needs: _Needs) -> bool:
        """One false argument decides AND, one true argument OR."""
        decisive, other = (FALSE, TRUE) if expr.operator == "and" else (TRUE, FALSE)
        if not outcome & decisive:
            each = other | NULL if outcome & NULL else other
            return all(self._gather(arg, each, needs) for arg in expr.args)
        if not outcome & other:
            needs.choices.append((expr.args, outcome))
        return True

    def _gather_null(self, expr: IsNull, outcome: int, needs: _Needs) -> bool:
        if outcome == TRUE | FALSE:
            return True
        is_null = outcome == TRUE
        if not outcome or (is_null and never_null(expr.value)):
            return False
        if expr.value.type.kind is Kind.BOOLEAN:
            return self._gather(expr.value, NULL if is_null else TRUE | FALSE, needs)
        domain = Domain(NOTHING if is_null else EVERYTHING, is_null)
        needs.domains.setdefault(same_value(expr.value), []).append(domain)
        return True

    def _meet(self, subject: Hashable, domains: Sequence[Domain], facts: Facts) -> bool:
        """Narrow what is known of a subject; False if nothing is left."""
        known = facts.get(subject) or self._initial(subject)
        values = intersection([known.values, *[domain.values for domain in domains]])
        null = known.null and all([domain.null for domain in domains])
        if null and isinstance(subject, Since):
            moment = facts.get(subject.moment)
            null = moment is None or moment.null
        facts.own[subject] = Domain(values, null)
        return null or not values.is_empty

    def _initial(self, subject: Hashable) -> Domain:
        """What a subject can be, before anything is known of it."""
        known = self._initials.get(subject)
        if known is None:
            known = self._initials[subject] = self._before_all(subject)
        return known

    def _before_all(self, subject: Hashable) -> Domain:
        match subject:
            case Pair():
                return Domain(EVERYTHING, not (never_null(subject.left) and never_null(subject.right)))
            case Since():
                return Domain(EVERYTHING, True)
            case Bucket():
                return Domain(ValueSet(False, ((0, 0), (10_000, 0))), True)
            case TraitOf() if (self._model, subject.slug) in self._traits:
                of_trait = self._initial(same_value(self._traits[self._model, subject.slug]))
                return Domain(of_trait.values, of_trait.null and not subject.filled)
            case Call(function="coalesce", args=(Measure() as measure, Literal(value=0))):
                if measure.reduction.function in _COUNTS:
                    return Domain(compared("ge", 0) if self.has_rows(measure) else points([0]), False)
            case Call() if subject.function in _LENGTHS:
                return Domain(compared("ge", 0), not never_null(subject))
        is_boolean = getattr(subject, "type", None) == BOOLEAN
        values = ValueSet(False, ((0, 0), (2, 0))) if is_boolean else EVERYTHING
        return Domain(values, not never_null(cast(Expr, subject)))

    def _meet_existing(self, measure: Measure, is_so: bool, facts: Facts) -> bool:
        """Rows exist that pass a filter, or none do; False if that contradicts others of the same rows."""
        if is_so and not self.has_rows(measure):
            return False
        about = Existing(measure.path, measure.value)
        known: tuple[tuple[Expr | None, bool], ...] = facts.get(about) or ()
        there = self.of(measure.source)
        for where, was_so in known:
            if was_so != is_so and there.implies(*((measure.where, where) if is_so else (where, measure.where))):
                return False
        if len(known) < _MOST_EXISTING:
            facts.own[about] = (*known, (measure.where, is_so))
        return True

    def implies(self, premise: Expr | None, conclusion: Expr | None) -> bool:
        """The same as `follows`, where None holds for every row."""
        if conclusion is None or premise == conclusion:
            return True
        if premise is None:
            return not self.can_be(conclusion, NOT_TRUE)
        return self.follows(premise, conclusion)

    def _choose(self, options: Sequence[Expr], outcome: int, facts: Facts) -> bool:
        """At least one of the options has the outcome; what all that can have it share is a fact."""
        shared: dict[Hashable, list[Any]] | None = None
        for option in options:
            branch = Facts(facts)
            if not self._assume([(option, outcome)], branch):
                continue
            if shared is None:
                shared = {subject: [known] for subject, known in branch.own.items()}
            else:
                shared = {subject: [*known, branch.own[subject]] for subject, known in shared.items()
                          if subject in branch.own}  # fmt: skip
            if not shared:
                return True
        for subject, known in (shared or {}).items():
            facts.own[subject] = _joined(subject, known)
        return shared is not None


def _joined(subject: Hashable, known: Sequence[Any]) -> Any:
    """What is known where one of several things is."""
    if isinstance(subject, Existing):
        return tuple(each for each in known[0] if all(each in others for others in known[1:]))
    return Domain(union([domain.values for domain in known]), any(domain.null for domain in known))


def subjects_in(expr: Expr) -> Iterator[Hashable]:
    """Everything that a condition speaks of."""
    match expr:
        case Logic():
            for arg in expr.args:
                yield from subjects_in(arg)
        case Not() | IsTrue():
            yield from subjects_in(expr.value)
        case IsNull() if expr.value.type.kind is Kind.BOOLEAN:
            yield from subjects_in(expr.value)
        case IsNull():
            yield same_value(expr.value)
        case Measure() if expr.reduction.function == "exists":
            yield Existing(expr.path, expr.value)
        case Literal():
            return
        case _:
            yield from (subject for subject, _ in domains_of(expr, TRUE))
