"""The typed expressions of the compiler: frozen trees, equal when they mean the same.

An expression is evaluated for one row of one model. Before `plan`, its leaves say what they mean; after it, the only
leaves are `Column` and `Literal`.
"""

from __future__ import annotations

import typing
from dataclasses import field
from datetime import date, datetime
from decimal import Decimal

from coterie.compiler.ir.published import Table
from coterie.frozen import frozen
from coterie.types import BOOLEAN, BUCKET, INTEGER, TEXT, Type

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


Stage = typing.Literal["tree", "member", "listed", "published"]
"""How far an audience is evaluated: see `audiences`."""


@frozen
class Member:
    """Is the row at hand in an audience, as far as `stage`? Never NULL."""

    slug: str
    stage: Stage = "member"
    type: Type = BOOLEAN


@frozen
class Landing:
    """The place, from 1, of the first audience in a priority list whose filter tree the row passes; else NULL."""

    priority_list: str
    type: Type = BUCKET


@frozen
class Rank:
    """The place, from 1, of the row among those that an audience's limit orders at a stage; NULL for all others."""

    slug: str
    stage: Stage = "member"
    type: Type = INTEGER


@frozen
class Bucket:
    """The hash bucket of the row's key under a salt, 0 to 9,999; NULL where a part of the key is."""

    salt: str
    type: Type = BUCKET


@frozen
class GroupOf:
    """The split group of the row at hand in an audience; NULL for who is no member."""

    slug: str
    type: Type = TEXT


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
    Where a row could be reached twice, rows are told apart by `key`, or the function does not care. With `elements` the
    value is an array, and each of its elements in each row counts as a value.
    """

    path: tuple[Hop, ...]
    reduction: Reduction
    type: Type
    value: Expr | None = None
    where: Expr | None = None
    seen: Expr | None = None
    key: tuple[Field, ...] = ()
    elements: bool = False
    name: str = field(default="", compare=False)

    @property
    def source(self) -> str:
        return self.path[-1].target


@frozen
class Step:
    """A step of a sequence: rows at the end of a path, when each happened, and what it shares with the other steps.

    `where`, `time` and `same` speak of rows of the last hop's target. `within` is how long after the step before.
    """

    path: tuple[Hop, ...]
    time: Expr
    same: tuple[Expr, ...] = ()
    where: Expr | None = None
    within: tuple[int, str] | None = None

    @property
    def source(self) -> str:
        return self.path[-1].target

    @property
    def key(self) -> tuple[Field, ...]:
        """Nothing: a row that is reached twice is still the same row."""
        return ()


@frozen
class Sequence:
    """Did related rows happen one after another, each step later than the one before? NULL or false if not.

    All steps tell their time on the same `clock`. What leads from the row at hand is told apart by `key`, or where
    there is none by the columns with which every path begins.
    """

    steps: tuple[Step, ...]
    clock: Type
    key: tuple[Field, ...] = ()
    type: Type = BOOLEAN


@frozen
class Population:
    """One value for all rows of a model: the rows that pass `where`, reduced. NULL where none has a value."""

    model: str
    reduction: Reduction
    type: Type
    value: Expr
    where: Expr | None = None


@frozen
class Outer:
    """Inside the `where` of a measure: a value of the row that the measure is for. A NULL must admit no source row."""

    value: Expr

    @property
    def type(self) -> Type:
        return self.value.type


@frozen
class Query:
    """The rows that a trait's own SELECT gives."""

    model: str
    slug: str


@frozen
class Lookup:
    """A value of the one row beside the model that has the row's key; NULL where none has.

    `keys` pairs columns of the model with columns of `rows`; `value` and `where` speak of a row there.
    """

    rows: Query | Table
    keys: tuple[tuple[str, Expr], ...]
    value: Expr
    where: Expr | None = None

    @property
    def type(self) -> Type:
        return self.value.type


@frozen
class Stored:
    """A trait of the row, or its membership, as it was built last; as it is now where the run selects it."""

    item: TraitOf | Member
    max_age: tuple[int, str] | None = None

    @property
    def type(self) -> Type:
        return self.item.type


@frozen
class Moment:
    """`as_of` moved by `n` units on the project's calendar, written in the clock of `type`.

    `whole` moves the start of the unit that `as_of` is in instead.
    """

    type: Type
    n: int = 0
    unit: str = "day"
    whole: bool = False


@frozen
class Over:
    """A value from the rows of the same `partition`, in `order`; stands in a column of a relation only.

    Functions: max_before, the largest of the values in the rows before this one; NULL values and no rows give NULL;
    row_number, the row's position from 1, which needs no value.
    """

    function: str
    value: Expr | None
    partition: tuple[Expr, ...]
    order: tuple[Order, ...]
    type: Type


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


Item = (
    Field
    | TraitOf
    | Member
    | Landing
    | Rank
    | Bucket
    | GroupOf
    | Reach
    | Measure
    | Sequence
    | Population
    | Lookup
    | Stored
    | Outer
)
"""The leaves that a layer of a model can hold as a column."""

Leaf = Literal | Item | Moment | Column

Inner = Over | Call | Cast | Logic | Not | IsTrue | IsNull | OneOf | Case
"""What is made of other expressions of the same row."""

Expr = Leaf | Inner

TRUE = Literal(True, BOOLEAN)
FALSE = Literal(False, BOOLEAN)


def null(type: Type) -> Literal:
    """The NULL of a type."""
    return Literal(None, type)
