"""The statements of a publication, as trees: an entity's statement in, the schema's relations out.

Tables of the present (`<entity>_traits`, `<entity>_audience_members`) are replaced, tables of the past (the log and the
evaluations) get the rows of this `as_of`, in place of those an earlier run of the same `as_of` left. What was true
before this `as_of` is members who entered earlier plus those logged as leaving now; so running twice changes nothing,
and mends what a run left that was broken off where no transaction holds all of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlglot import exp

from coterie.compiler.compiled import EntityStatement, OutputColumn, SplitColumn
from coterie.compiler.ir.published import AUDIENCE_SIZES, TRAIT_EVALUATIONS, log_name, members_name, traits_name
from coterie.runtime.long_form import NAMES, WIDE, chosen, for_each, neighbours, size_of
from coterie.runtime.relations import (
    EVALUATION_COLUMNS,
    LOG_COLUMNS,
    MEMBER_COLUMNS,
    SIZE_COLUMNS,
    SPLIT_GROUP,
    aliased,
    column,
    named,
    text,
)
from coterie.runtime.tables import Tables, union_all
from coterie.types import BOOLEAN, Type

NEW, OLD = "new", "old"
GROUP_BEFORE = "group_before"
ALL_ROWS = "all rows"  # which is no slug
MOST_COUNTED = 250  # traits whose values one SELECT counts
SELECTS = 100  # of members: up to so many audiences each have one to themselves


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

    @property
    def staging(self) -> exp.Table:
        """The entity's rows as evaluated by this run."""
        return self.tables.working(f"{self.entity}_staging")

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


def ensure_audience_tables(run: Evaluation) -> tuple[exp.Expr, ...]:
    return (
        run.tables.ensure(members_name(run.entity), run.members),
        run.tables.ensure(log_name(run.entity), run.logged),
    )


def add_groups(relation: str, tables: Tables) -> tuple[exp.Expr, ...]:
    """Give a table from before there were split groups a column for them: NULL for all who are in it."""
    return (tables.add_column(SPLIT_GROUP, relation, MEMBER_COLUMNS[SPLIT_GROUP]),)


def build(run: Evaluation, statement: EntityStatement) -> exp.Create:
    """Evaluate everything about an entity, each column in the type it is published as."""
    outputs = {one.name: one.type for one in (*statement.key, *statement.traits, *statement.audiences)}
    groups = {split.name: MEMBER_COLUMNS[SPLIT_GROUP] for split in statement.splits}
    return run.tables.make_working(run.staging, statement.tree, outputs | groups)


def count_rows(relation: exp.Table) -> exp.Select:
    return exp.select(exp.Count(this=exp.Star())).from_(relation)


def publish_traits(
    run: Evaluation, traits: tuple[OutputColumn, ...], published: Mapping[str, Type]
) -> tuple[exp.Expr, ...]:
    """The table of traits anew; a partial run keeps the published columns it does not evaluate, with their rows."""
    types = {trait.slug: trait.type for trait in traits}
    target = traits_name(run.entity)
    if not run.partial or published.keys() <= types.keys():
        columns = [*map(column, run.key), *(column(trait.name) for trait in traits)]
        return run.tables.replace(target, exp.select(*columns).from_(run.staging), {**run.key, **types})
    by_slug: dict[str, exp.Expr] = {name: column(name, OLD) for name in published}
    by_slug |= {trait.slug: column(trait.name, NEW) for trait in traits}
    query = (
        exp.select(*_merged_key(run), *by_slug.values())
        .from_(aliased(run.staging, NEW))
        .join(aliased(run.table(target), OLD), on=_same(run.key), join_type="full")
    )
    return run.tables.replace(target, query, {**run.key, **published, **types})


def record_traits(run: Evaluation, traits: tuple[OutputColumn, ...]) -> tuple[exp.Expr, ...]:
    """Write down how many entities there were, and how many have each trait."""
    rows = union_all(_counts(run, few) for few in neighbours(traits, MOST_COUNTED))
    same = _evaluated_now(run, "trait", (trait.slug for trait in traits))
    return run.tables.change(TRAIT_EVALUATIONS, same, rows, EVALUATION_COLUMNS)


def _counts(run: Evaluation, traits: Sequence[OutputColumn]) -> exp.Select:
    """A row of `trait_evaluations` for each of some traits."""
    counts = exp.select(
        named(exp.Count(this=exp.Star()), ALL_ROWS),
        *(named(exp.Count(this=column(trait.name)), trait.slug) for trait in traits),
    ).from_(run.staging, copy=False)
    row = exp.select(
        named(text(run.entity), "entity"),
        column("trait", NAMES),
        named(run.tables.instant(run.as_of), "as_of"),
        named(run.tables.instant(run.evaluated_at), "evaluated_at"),
        named(column(ALL_ROWS, WIDE), "row_count"),
        named(chosen("trait", {trait.slug: column(trait.slug, WIDE) for trait in traits}), "value_count"),
    )
    return for_each(run.tables.constant_rows(["trait"], [(trait.slug,) for trait in traits], NAMES), row, counts)


def compare_members(
    run: Evaluation, audiences: tuple[OutputColumn, ...], splits: tuple[SplitColumn, ...]
) -> tuple[exp.Expr, ...]:
    """Who is in which of the audiences now, beside who was before."""
    groups = {split.slug: split.name for split in splits}
    size = size_of(len(audiences), SELECTS)
    now = union_all(_members_of(run, few, groups) for few in neighbours(audiences, size))
    return (_compared(run, now, [audience.slug for audience in audiences]),)


def compare_nobody(run: Evaluation) -> tuple[exp.Expr, ...]:
    """Nobody is in any audience now, beside who was before."""
    columns = [*_key(run), column("audience"), column(SPLIT_GROUP)]
    nobody = exp.select(*columns).from_(run.table(members_name(run.entity))).where(exp.false())
    return (_compared(run, nobody, []),)


def log_changes(run: Evaluation, slugs: Sequence[str]) -> tuple[exp.Expr, ...]:
    """Write down who entered and who left."""
    moment, present = run.tables.instant(run.as_of), column("present")

    def if_present(yes: exp.Expr, no: exp.Expr, name: str) -> exp.Expr:
        return named(exp.case().when(present.copy(), yes).else_(no), name)

    changed = (
        exp.select(*_key(run), column("audience"), named(moment, "as_of"))
        .select(if_present(text("enter"), text("exit"), "change"))
        .select(if_present(moment.copy(), column("entered_at"), "entered_at"))
        .select(if_present(column(SPLIT_GROUP), column(GROUP_BEFORE), SPLIT_GROUP))
        .from_(aliased(run.changes, "changes"))
        .where(exp.or_(exp.not_(present), column("entered_at", "changes").is_(exp.null())))
    )
    now = exp.and_(column("as_of").eq(moment.copy()), run.touched("audience", slugs))
    return run.tables.change(log_name(run.entity), now, changed, run.logged)


def publish_members(run: Evaluation, slugs: Sequence[str]) -> tuple[exp.Expr, ...]:
    """Members anew for the audiences evaluated (in a full run, for all there are)."""
    target, touched = members_name(run.entity), run.touched("audience", slugs)
    since = exp.func("COALESCE", column("entered_at", "changes"), run.tables.instant(run.as_of))
    present: exp.Query = (
        exp.select(*_key(run), column("audience"), named(since, "entered_at"), column(SPLIT_GROUP))
        .from_(aliased(run.changes, "changes"))
        .where(column("present"))
    )
    if run.tables.publishing.transactions == "rows":
        return run.tables.change(target, touched, present, run.members)
    if touched is not None:
        others = exp.select(*map(column, run.members)).from_(run.table(target)).where(exp.not_(touched))
        present = union_all((present, others))
    return run.tables.replace(target, present, run.members)


def record_audiences(run: Evaluation, audiences: tuple[OutputColumn, ...]) -> tuple[exp.Expr, ...]:
    """Write down each audience's size, and who entered, left and stayed."""
    slugs = [audience.slug for audience in audiences]
    present, before = column("present", "changes"), column("entered_at", "changes").is_(exp.null()).not_()
    measures = {
        "size": present,
        "entered": exp.and_(present, exp.not_(before)),
        "exited": exp.and_(exp.not_(present), before),
        "retained": exp.and_(present, before),
    }
    name = column("audience", NAMES)
    query = (
        exp.select(named(text(run.entity), "entity"), name)
        .select(named(run.tables.instant(run.as_of), "as_of"))
        .select(named(run.tables.instant(run.evaluated_at), "evaluated_at"))
        .select(*(named(_count_where(measure), word) for word, measure in measures.items()))
        .from_(run.tables.constant_rows(["audience"], [(slug,) for slug in slugs], NAMES))
        .join(
            aliased(run.changes, "changes"),
            on=column("audience", "changes").eq(name),
            join_type="left",
        )
        .group_by(name)
    )
    return run.tables.change(AUDIENCE_SIZES, _evaluated_now(run, "audience", slugs), query, SIZE_COLUMNS)


def forget_traits(run: Evaluation) -> tuple[exp.Expr, ...]:
    """Nothing is defined any more of what the entity's table of traits holds."""
    return run.tables.change(TRAIT_EVALUATIONS, _evaluated_now(run, "trait", ()), None, EVALUATION_COLUMNS)


def forget_audiences(run: Evaluation) -> tuple[exp.Expr, ...]:
    """Nothing is defined any more for which there were members."""
    return run.tables.change(AUDIENCE_SIZES, _evaluated_now(run, "audience", ()), None, SIZE_COLUMNS)


def _members_of(run: Evaluation, audiences: Sequence[OutputColumn], groups: Mapping[str, str]) -> exp.Select:
    """The members of some audiences, a row per key and audience; `groups` are the columns of their split groups."""
    split = {one.slug: column(groups[one.slug], WIDE) for one in audiences if one.slug in groups}
    group = chosen("audience", split) if split else run.tables.null(MEMBER_COLUMNS[SPLIT_GROUP])
    row = exp.select(*(column(name, WIDE) for name in run.key), column("audience", NAMES)).select(
        named(group, SPLIT_GROUP), copy=False
    )
    is_member = chosen("audience", {one.slug: column(one.name, WIDE) for one in audiences})
    known = run.tables.constant_rows(["audience"], [(one.slug,) for one in audiences], NAMES)
    return for_each(known, row, run.staging).where(is_member, copy=False)


def _before(run: Evaluation, slugs: Sequence[str]) -> exp.Query:
    """The members just before this `as_of`.

    Who left now is among those who entered before if a run was broken off between two changes.
    """
    columns = [*map(column, run.members)]
    moment = run.tables.instant(run.as_of)
    entered = exp.select(*columns).from_(run.table(members_name(run.entity))).where(column("entered_at") < moment)
    left_now = (
        exp.select(*columns)
        .from_(run.table(log_name(run.entity)))
        .where(column("as_of").eq(moment.copy()), column("change").eq(text("exit")))
    )
    there, gone = (query.where(run.touched("audience", slugs)) for query in (entered, left_now))
    return exp.Union(this=there, expression=gone, distinct=run.tables.publishing.transactions == "none")


def _compared(run: Evaluation, now: exp.Query, slugs: Sequence[str]) -> exp.Create:
    names = [*run.key, "audience"]
    query = (
        exp.select(*_merged_key(run), _merged("audience"), column("entered_at", OLD), column(SPLIT_GROUP, NEW))
        .select(named(column(SPLIT_GROUP, OLD), GROUP_BEFORE))
        .select(named(column("audience", NEW).is_(exp.null()).not_(), "present"))
        .from_(aliased(now, NEW))
        .join(aliased(_before(run, slugs), OLD), on=_same(names), join_type="full")
    )
    columns = {**run.members, GROUP_BEFORE: MEMBER_COLUMNS[SPLIT_GROUP], "present": BOOLEAN}
    return run.tables.make_working(run.changes, query, columns)


def _evaluated_now(run: Evaluation, kind: str, slugs: Iterable[str]) -> exp.Condition:
    """The rows of evaluations that this run's take the place of."""
    same = exp.and_(column("entity").eq(text(run.entity)), column("as_of").eq(run.tables.instant(run.as_of)))
    return exp.and_(same, run.touched(kind, slugs))


def _count_where(condition: exp.Condition) -> exp.Count:
    return exp.Count(this=exp.case().when(condition, exp.Literal.number(1)))


def _key(run: Evaluation) -> list[exp.Expr]:
    return [column(name) for name in run.key]


def _merged_key(run: Evaluation) -> list[exp.Expr]:
    return [_merged(name) for name in run.key]


def _merged(name: str) -> exp.Expr:
    return named(exp.func("COALESCE", column(name, NEW), column(name, OLD)), name)


def _same(names: Iterable[str]) -> exp.Condition:
    return exp.and_(*(column(name, NEW).eq(column(name, OLD)) for name in names))
