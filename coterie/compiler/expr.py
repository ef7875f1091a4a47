"""The typed expressions of the compiler: frozen trees, equal when they mean the same.

An expression is evaluated for one row of one model. Before `plan`, its leaves say what they mean (`Field`, `TraitOf`,
`Member`, `Reach`, `Measure`, `Moment`); after it, the only leaves are `Column` and `Literal`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import field
from datetime import date, datetime
from decimal import Decimal
from typing import assert_never

from coterie.frozen import frozen
from coterie.types import BOOLEAN, Kind, Type

LiteralValue = bool | int | Decimal | str | date | datetime | tuple["LiteralValue", ...] | None


@frozen
class Literal:
    """A constant; an array's elements are a tuple."""

    value: LiteralValue
    type: Type


@frozen
class Field:
    """A column of the row at hand, read from the source or computed."""

    name: str
    type: Type


@frozen
class TraitOf:
    """A trait of the row at hand; `filled` ones are known never to be NULL."""

    slug: str
    type: Type
    filled: bool = field(default=False, compare=False)


@frozen
class Member:
    """Is the row at hand in an audience? Never NULL."""

    slug: str
    type: Type = BOOLEAN


@frozen
class Hop:
    """One step along a relationship; many_to_many is two of them, through the bridge.

    `to_one`: a row of `source` leads to at most one of `target`; `from_one`: the other way round.
    """

    relationship: str
    source: str
    target: str
    keys: tuple[tuple[str, str], ...]
    to_one: bool
    from_one: bool


@frozen
class Reach:
    """An expression evaluated for the one row that a to-one hop leads to; NULL where there is none."""

    hop: Hop
    value: Expr

    @property
    def type(self) -> Type:
        return self.value.type


@frozen
class Order:
    """A sort key; NULLs come last when ascending, first when descending."""

    value: Expr
    descending: bool = False


@frozen
class Reduction:
    """How many values become one: a function and what it needs beside the value.

    Functions: count_rows, count, count_distinct, approx_count_distinct, sum, avg, min, max, percentile, stddev, mode,
    least_frequent, exists, nth (first = 1, last = −1), list. NULL values never count; nothing left gives NULL,
    or 0 for the counts.
    """

    function: str
    p: Decimal | None = None
    n: int | None = None
    order: tuple[Order, ...] = ()
    distinct: bool = False
    order_by: str = "value"
    descending: bool = False
    limit: int | None = None


@frozen
class Measure:
    """Related rows reduced to one value for the row at hand.

    `value`, `where`, `seen` and the reduction's order speak of rows of the last hop's target; each counts once.
    `unique` says that no row can be reached twice; else rows are told apart by `key`, or the function does not care.
    """

    path: tuple[Hop, ...]
    reduction: Reduction
    type: Type
    value: Expr | None = None
    where: Expr | None = None
    seen: Expr | None = None
    key: tuple[Field, ...] = ()
    name: str = field(default="", compare=False)

    @property
    def source(self) -> str:
        return self.path[-1].target


@frozen
class Moment:
    """`as_of` moved by `n` units on the project's calendar, written in the clock of `type`."""

    type: Type
    n: int = 0
    unit: str = "day"


@frozen
class Column:
    """A column of a relation: of a SELECT's input (`source` 0) or of its joins (1, 2, …)."""

    name: str
    type: Type
    source: int = 0


@frozen
class Call:
    """A function or operator of the portable list, by name."""

    function: str
    args: tuple[Expr, ...]
    type: Type


@frozen
class Cast:
    """An exact value in a wider type, or rounded half away from zero to a smaller scale."""

    value: Expr
    type: Type


@frozen
class Logic:
    """AND or OR of two or more, three-valued as in SQL."""

    operator: str
    args: tuple[Expr, ...]
    type: Type = BOOLEAN


@frozen
class Not:
    value: Expr
    type: Type = BOOLEAN


@frozen
class IsTrue:
    """True where the value is true; false where it is false or NULL."""

    value: Expr
    type: Type = BOOLEAN


@frozen
class IsNull:
    value: Expr
    type: Type = BOOLEAN


@frozen
class OneOf:
    """The value equals one of some literals."""

    value: Expr
    options: tuple[Expr, ...]
    type: Type = BOOLEAN


@frozen
class Case:
    """The value of the first branch whose condition is true, else `otherwise`."""

    branches: tuple[tuple[Expr, Expr], ...]
    otherwise: Expr
    type: Type


Expr = (
    Literal
    | Field
    | TraitOf
    | Member
    | Reach
    | Measure
    | Moment
    | Column
    | Call
    | Cast
    | Logic
    | Not
    | IsTrue
    | IsNull
    | OneOf
    | Case
)

Leaf = Literal | Field | TraitOf | Member | Reach | Measure | Moment | Column

TRUE = Literal(True, BOOLEAN)
FALSE = Literal(False, BOOLEAN)


def children(expr: Expr) -> tuple[Expr, ...]:
    """The expressions directly inside, of the same row; what `Reach` and `Measure` hold speaks of other rows."""
    match expr:
        case Call() | Logic():
            return expr.args
        case Not() | IsTrue() | IsNull() | Cast():
            return (expr.value,)
        case OneOf():
            return (expr.value, *expr.options)
        case Case():
            return (*(part for branch in expr.branches for part in branch), expr.otherwise)
        case _:
            return ()


def leaves(expr: Expr) -> Iterator[Leaf]:
    """Every leaf that speaks of the row at hand, from left to right."""
    waiting = [expr]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Leaf):
            yield node
        else:
            waiting.extend(reversed(children(node)))


def map_leaves(expr: Expr, change: Callable[[Leaf], Expr]) -> Expr:
    """The same tree with every leaf replaced."""
    if isinstance(expr, Leaf):
        return change(expr)
    match expr:
        case Call():
            return Call(expr.function, tuple([map_leaves(arg, change) for arg in expr.args]), expr.type)
        case Logic():
            return Logic(expr.operator, tuple([map_leaves(arg, change) for arg in expr.args]))
        case Cast():
            return Cast(map_leaves(expr.value, change), expr.type)
        case Not() | IsTrue() | IsNull():
            return type(expr)(map_leaves(expr.value, change))
        case OneOf():
            options = tuple([map_leaves(option, change) for option in expr.options])
            return OneOf(map_leaves(expr.value, change), options)
        case Case():
            branches = tuple([(map_leaves(when, change), map_leaves(then, change)) for when, then in expr.branches])
            return Case(branches, map_leaves(expr.otherwise, change), expr.type)
        case _:
            assert_never(expr)


def conjunction(parts: list[Expr]) -> Expr | None:
    """All of them, flat; None for none."""
    flat: list[Expr] = []
    for part in parts:
        flat.extend(part.args if isinstance(part, Logic) and part.operator == "and" else (part,))
    unique = list(dict.fromkeys(flat))
    return None if not unique else unique[0] if len(unique) == 1 else Logic("and", tuple(unique))


def any_of(parts: list[Expr]) -> Expr:
    """At least one of one or more."""
    return parts[0] if len(parts) == 1 else Logic("or", tuple(parts))


def as_filter(expr: Expr) -> Expr:
    """The same rows pass when NULL counts as false anyway: `IsTrue` is dropped where only truth is asked for."""
    match expr:
        case IsTrue():
            return as_filter(expr.value)
        case Logic():
            return Logic(expr.operator, tuple(as_filter(arg) for arg in expr.args))
        case _:
            return expr


_NULL_IN_NULL_OUT = frozenset({"eq", "ne", "lt", "le", "gt", "ge", "add", "sub", "mul"})


def never_null(expr: Expr) -> bool:
    """Is the value known never to be NULL?"""
    match expr:
        case Literal():
            return expr.value is not None
        case IsTrue() | IsNull() | Member() | Moment():
            return True
        case TraitOf():
            return expr.filled
        case Not() | Cast() | OneOf():
            return never_null(expr.value)
        case Logic():
            return all(never_null(arg) for arg in expr.args)
        case Call(function="coalesce"):
            return any(never_null(arg) for arg in expr.args)
        case Call(function="clean_array" | "clean_double_array" | "array_length"):
            return True
        case Call():
            return expr.function in _NULL_IN_NULL_OUT and all(never_null(arg) for arg in expr.args)
        case Case():
            return all(never_null(value) for _, value in expr.branches) and never_null(expr.otherwise)
        case _:
            return False


def truth(expr: Expr) -> Expr:
    """The boolean with NULL as false."""
    return expr if never_null(expr) else IsTrue(expr)


def null(type: Type) -> Literal:
    """The NULL of a type."""
    return Literal(None, type)


def is_null_literal(expr: Expr) -> bool:
    return isinstance(expr, Literal) and expr.value is None


def kind_of(expr: Expr) -> Kind:
    return expr.type.kind
