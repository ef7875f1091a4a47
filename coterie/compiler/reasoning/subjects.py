"""Conditions that are not made of others → which values their subjects can have.

A subject is what a condition tests: an expression that is compared with constants, the sign of the difference of two
expressions, or how far a moment is from `as_of`. An outcome of a condition leaves each of its subjects a domain.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from coterie.compiler.ir.expr import Call, Cast, Expr, Hop, Literal, Moment, OneOf
from coterie.compiler.reasoning.value_sets import EVERYTHING, NOTHING, ValueSet, compared, intersection, points
from coterie.frozen import frozen
from coterie.types import DOUBLE, Kind

TRUE, FALSE, NULL = 1, 2, 4  # outcomes of a condition, which may be put together
ANY = TRUE | FALSE | NULL
NOT_TRUE = FALSE | NULL
_FLIPPED = {"eq": "eq", "ne": "ne", "lt": "gt", "le": "ge", "gt": "lt", "ge": "le"}
_SIGNS = {"eq": (0,), "ne": (-1, 1), "lt": (-1,), "le": (-1, 0), "gt": (1,), "ge": (0, 1)}
_STEPS = {"minute": ("minute", 1), "hour": ("minute", 60), "day": ("day", 1), "week": ("day", 7),
          "month": ("month", 1), "quarter": ("month", 3), "year": ("month", 12)}  # fmt: skip


@frozen
class Domain:
    """The values that something can have, and whether it can be NULL."""

    values: ValueSet
    null: bool

    def lies_in(self, other: Domain) -> bool:
        """Are all its values in the other?"""
        left = intersection([self.values, other.values.complement])
        return left.is_empty and (other.null or not self.null)

    @property
    def is_empty(self) -> bool:
        return self.values.is_empty and not self.null


@frozen
class Pair:
    """Two expressions compared with each other; the sign of their difference."""

    left: Expr
    right: Expr


@frozen
class Since:
    """How far a moment is from `as_of`, in steps of a unit."""

    moment: Expr
    unit: str


@frozen
class Existing:
    """Which filters rows pass at the end of a path, and which none does."""

    path: tuple[Hop, ...]
    value: Expr | None


def domains_of(expr: Expr, outcome: int) -> Iterator[tuple[Hashable, Domain]]:
    """What an outcome of a condition that is not made of others says of its subjects."""
    match expr:
        case OneOf() if all(isinstance(option, Literal) and option.value is not None for option in expr.options):
            value = same_value(expr.value)
            places = [_place(option.value, value) for option in expr.options if isinstance(option, Literal)]
            yield value, _where(points(places), outcome)
            return
        case Call(args=(left, right)) if expr.function in _SIGNS:
            yield from _compared(expr, expr.function, same_value(left), same_value(right), outcome)
            return
    yield expr, _where(points([1]), outcome)


def _compared(expr: Expr, function: str, left: Expr, right: Expr, outcome: int) -> Iterator[tuple[Hashable, Domain]]:
    if isinstance(left, Literal | Moment):
        function, left, right = _FLIPPED[function], right, left
    match right:
        case _ if isinstance(left, Literal | Moment):
            yield expr, _where(points([1]), outcome)
        case Literal(value=None):
            yield expr, Domain(NOTHING, bool(outcome & NULL))
        case Literal():
            yield left, _where(compared(function, _place(right.value, left)), outcome)
        case Moment() if function in ("lt", "ge"):
            yield left, Domain(EVERYTHING, bool(outcome & NULL))
            for unit, steps in _steps(right):
                yield Since(left, unit), _where(compared(function, steps), outcome)
        case Moment():
            yield expr, _where(points([1]), outcome)
        case _:
            signs, (one, other) = _SIGNS[function], (left, right)
            if hash(one) > hash(other):
                one, other, signs = other, one, _SIGNS[_FLIPPED[function]]
            yield Pair(one, other), _where(points(signs), outcome)


def _where(values: ValueSet, outcome: int) -> Domain:
    """The values for which a test of values has an outcome; NULL gives NULL."""
    true, false = bool(outcome & TRUE), bool(outcome & FALSE)
    chosen = EVERYTHING if true and false else values if true else values.complement if false else NOTHING
    return Domain(chosen, bool(outcome & NULL))


def _steps(moment: Moment) -> Iterator[tuple[str, int]]:
    """How far a moment is from `as_of`, in units that can be compared with each other."""
    if moment.whole:
        yield f"whole {moment.unit}", moment.n
    elif moment.n == 0:
        yield from (("minute", 0), ("day", 0), ("month", 0))
    else:
        unit, steps = _STEPS[moment.unit]
        yield unit, moment.n * steps


def _place(value: object, beside: Expr) -> Any:
    """Where a constant stands on the line of the values that it is compared with."""
    match value:
        case bool():
            return int(value)
        case int() | Decimal() if beside.type.kind is Kind.DOUBLE:
            return float(value)
        case datetime():
            epoch = datetime(1970, 1, 1, tzinfo=value.tzinfo and UTC)
            return (value - epoch) // timedelta(microseconds=1)
        case date():
            return value.toordinal()
    return value


def is_whole(subject: Hashable) -> bool:
    """Are there only whole numbers on the line of a subject?"""
    if isinstance(subject, Since | Pair):
        return isinstance(subject, Pair)
    kind = getattr(subject, "type", DOUBLE).kind
    return kind in (Kind.BOOLEAN, Kind.INTEGER, Kind.DATE, Kind.TIMESTAMP)


def is_point(subject: Hashable, domain: Domain) -> bool:
    """Is a subject one value, and never NULL?"""
    if domain.null or domain.values.begins or len(domain.values.cuts) != 2:
        return False
    (first, _), (last, _) = domain.values.cuts
    return bool(last == first + 1 if is_whole(subject) else last == first)


def same_value(expr: Expr) -> Expr:
    """The expression without casts that change no value."""
    while isinstance(expr, Cast) and expr.type.is_exact and expr.value.type.is_exact:
        if expr.type.scale < expr.value.type.scale:
            break
        expr = expr.value
    return expr
