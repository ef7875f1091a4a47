"""The plan: named relations, each of them one SELECT, in an order in which each reads only earlier ones.

Relations refer to each other by name, so that a plan is a flat table that rewrites can change entry by entry. The
expressions inside hold no leaves but `Column` and `Literal`: the plan alone, with a dialect, is enough for the SQL.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from typing import Literal

from coterie.compiler.compiled import CheckCode, SplitColumn
from coterie.compiler.definitions import ModelDef, SqlTrait
from coterie.compiler.ir.expr import Expr, Query, Reduction
from coterie.compiler.ir.published import Table
from coterie.frozen import frozen
from coterie.types import Type


@frozen
class Source:
    """The rows of a model as the warehouse holds them."""

    model: str


External = Source | Query | Table
"""What no relation of the plan gives."""


@frozen
class Named:
    """An expression and the name of the column it becomes."""

    name: str
    expr: Expr


@frozen
class Join:
    """A relation joined on equal values: each pair is an expression so far, and a column of `relation`.

    The n-th join's columns are `Column(source=n)`. A left join keeps rows without a match. Without pairs, every row is
    joined with every row of `relation`.
    """

    relation: str
    on: tuple[tuple[Expr, str], ...]
    left: bool


@frozen
class Select:
    """Columns of the rows of one relation, joined with others.

    `kept` are the names of all columns of that relation, where they come before `columns` under the same names; only
    where there are joins.
    """

    input: str | External
    columns: tuple[Named, ...]
    joins: tuple[Join, ...] = ()
    where: Expr | None = None
    distinct: bool = False
    kept: tuple[str, ...] = ()


@frozen
class Summary:
    """A named reduction of the rows that pass `where`. `complete` values are known not to be NULL."""

    name: str
    reduction: Reduction
    type: Type
    value: Expr | None = None
    where: Expr | None = None
    complete: bool = False


@frozen
class Aggregate:
    """One row per combination of `keys`, with a column per summary; without keys one row, also of no rows."""

    input: str
    keys: tuple[Named, ...]
    summaries: tuple[Summary, ...]
    where: Expr | None = None


@frozen
class Union:
    """The rows of several SELECTs, one after the other; their columns have the same names and types."""

    parts: tuple[Select, ...]


@frozen
class Unnest:
    """Once per element of an array of each row: some columns of the row, and the element, by its own name."""

    input: str
    columns: tuple[Named, ...]
    element: Named


Body = Select | Aggregate | Union | Unnest


@frozen
class Promise:
    """What a definition promises of the data: no two rows of a relation are equal in `columns`, or none is NULL.

    `trait` is the one whose own SELECT gives the rows, if one does, `start` the model from which a path leads to them.
    """

    code: CheckCode
    model: str
    columns: tuple[str, ...]
    relation: str
    trait: str = ""
    start: str = ""


@frozen
class Reading:
    """A trait or audience that is read from the last table built: which columns are, and how old it may be."""

    kind: Literal["trait", "audience"]
    model: str
    slug: str
    table: Table
    columns: tuple[tuple[str, Type], ...]
    max_age: tuple[int, str] | None


@frozen
class Output:
    """The statement of one entity: its outermost SELECT, and the columns of that by role."""

    entity: str
    select: Select
    key: tuple[OutputName, ...]
    traits: tuple[OutputName, ...]
    audiences: tuple[OutputName, ...]
    splits: tuple[SplitColumn, ...] = ()


@frozen
class OutputName:
    """A column of a statement: its name there, and the trait, audience or key column it stands for."""

    name: str
    slug: str
    type: Type


@frozen
class Plan:
    """Relations in order, the statements and promises about them, and the definitions of sources and queries.

    `labels` says what each relation would be called if no other had the name, `visible` which source rows of a model
    exist for the SELECTs that refer to it, `materialized` which relations an engine that can be told so computes once
    and for themselves, `dictionaries` which are short and have each value once, `parts` what tells some aggregates from
    others of the same rows (`of_login`), `serving` what each entity's statement reads a scan for, `rewritten` which
    rewrites have made or changed a relation.
    """

    relations: Mapping[str, Body]
    labels: Mapping[str, str]
    outputs: tuple[Output, ...]
    promises: tuple[Promise, ...]
    sources: Mapping[str, ModelDef]
    visible: Mapping[str, Expr]
    queries: Mapping[Query, SqlTrait] = field(default_factory=dict)
    readings: tuple[Reading, ...] = ()
    materialized: frozenset[str] = frozenset()
    dictionaries: frozenset[str] = frozenset()
    parts: Mapping[str, str] = field(default_factory=dict)
    serving: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    rewritten: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def exprs_of(summary: Summary) -> Iterator[Expr]:
    """The expressions of a summary over rows."""
    yield from (expr for expr in (summary.value, summary.where) if expr is not None)
    yield from (by.value for by in summary.reduction.order)


def is_by_key(join: Join, body: Body) -> bool:
    """Is a relation an aggregate that is joined by its whole key, so that no row is joined twice?"""
    return isinstance(body, Aggregate) and {key.name for key in body.keys} == {name for _, name in join.on}


def reachable(plan: Plan, relations: Iterable[str]) -> set[str]:
    """Some relations, and all that they are made of."""
    found: set[str] = set()
    waiting = list(relations)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(inputs(plan.relations[name]))
    return found


def inputs(body: Body) -> tuple[str, ...]:
    """The names of the relations a body reads."""
    if isinstance(body, Union):
        return tuple(name for part in body.parts for name in inputs(part))
    first = (body.input,) if isinstance(body.input, str) else ()
    return first + tuple(join.relation for join in body.joins) if isinstance(body, Select) else first
