"""What one run evaluates of one entity, and the tables it works with: a statement in, its rows in a table.

Tables of the present (`<entity>_traits`, `<entity>_audience_members`) are replaced, tables of the past (the log and the
evaluations) get the rows of this `as_of`, in place of those an earlier run of the same `as_of` left. What was true
before this `as_of` is members who entered earlier plus those logged as leaving now; so running twice changes nothing,
and mends what a run left that was broken off where no transaction holds all of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlglot import exp

from coterie.compiler.compiled import EntityStatement
from coterie.compiler.ir.published import AUDIENCE_SIZES, TRAIT_EVALUATIONS
from coterie.runtime.relations import (
    EVALUATION_COLUMNS,
    LOG_COLUMNS,
    MEMBER_COLUMNS,
    SIZE_COLUMNS,
    SPLIT_GROUP,
    column,
    named,
    text,
)
from coterie.runtime.tables import Tables
from coterie.types import Type

NEW, OLD = "new", "old"


@dataclass(frozen=True, kw_only=True)
class Evaluation:
    """What one run writes about one entity.

    `partial` runs leave alone what they did not evaluate; a full run drops what is no longer defined.
    """

    tables: Tables
    entity: str
    key: Mapping[str, Type]
    as_of: datetime
    evaluated_at: datetime
    partial: bool

    def staging(self, part: int = 1) -> exp.Table:
        """The entity's rows as evaluated by this run, or by one of the parts of it."""
        return self.tables.working(f"{self.entity}_staging" if part == 1 else f"{self.entity}_part_{part}")

    @property
    def changes(self) -> exp.Table:
        """Who is in which audience now, and since when before."""
        return self.tables.working(f"{self.entity}_changes")

    @property
    def members(self) -> Mapping[str, Type]:
        """The columns of the entity's table of members."""
        return {**self.key, **MEMBER_COLUMNS}

    @property
    def logged(self) -> Mapping[str, Type]:
        """The columns of the entity's log."""
        return {**self.key, **LOG_COLUMNS}

    def table(self, name: str) -> exp.Table:
        return self.tables.named(name)

    def touched(self, kind: str, slugs: Iterable[str]) -> exp.Condition | None:
        """The rows that speak of what this run evaluates; None: all of them, as in a full run."""
        return column(kind).isin(*(text(slug) for slug in slugs)) if self.partial else None


def ensure_schema(tables: Tables) -> tuple[exp.Expr, ...]:
    """The schema and the tables of evaluations."""
    return (
        tables.ensure_schema(),
        tables.ensure(TRAIT_EVALUATIONS, EVALUATION_COLUMNS),
        tables.ensure(AUDIENCE_SIZES, SIZE_COLUMNS),
    )


def build(run: Evaluation, statement: EntityStatement) -> exp.Create:
    """Evaluate everything about an entity, each column in the type it is published as."""
    outputs = {one.name: one.type for one in (*statement.key, *statement.traits, *statement.audiences)}
    groups = {split.name: MEMBER_COLUMNS[SPLIT_GROUP] for split in statement.splits}
    return run.tables.make_working(run.staging(statement.part), statement.tree, outputs | groups)


def count_rows(relation: exp.Table) -> exp.Select:
    return exp.select(exp.Count(this=exp.Star())).from_(relation)


def evaluated_now(run: Evaluation, kind: str, slugs: Iterable[str]) -> exp.Condition:
    """The rows of evaluations that this run's take the place of."""
    same = exp.and_(column("entity").eq(text(run.entity)), column("as_of").eq(run.tables.instant(run.as_of)))
    return exp.and_(same, run.touched(kind, slugs))


def key_columns(run: Evaluation) -> list[exp.Expr]:
    return [column(name) for name in run.key]


def merged_key(run: Evaluation) -> list[exp.Expr]:
    """The key of rows of which one side may be missing."""
    return [merged(name) for name in run.key]


def merged(name: str) -> exp.Expr:
    return named(exp.func("COALESCE", column(name, NEW), column(name, OLD)), name)


def same_key(names: Iterable[str], other: str) -> exp.Condition:
    """The new rows that have the key of rows of another relation."""
    return exp.and_(*(column(name, NEW).eq(column(name, other)) for name in names))
