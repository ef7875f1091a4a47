"""The statements that bring the members of an entity's audiences up to date, and write down who entered and left."""

from __future__ import annotations

from collections.abc import Sequence

from sqlglot import exp

from coterie.compiler.compiled import EntityStatement, OutputColumn
from coterie.compiler.ir.published import AUDIENCE_SIZES, log_name, members_name
from coterie.runtime.evaluation import NEW, OLD, Evaluation, evaluated_now, key_columns, merged, merged_key, same_key
from coterie.runtime.long_form import NAMES, WIDE, chosen, for_each, neighbours, size_of
from coterie.runtime.relations import MEMBER_COLUMNS, SIZE_COLUMNS, SPLIT_GROUP, aliased, column, named, text
from coterie.runtime.tables import Tables, union_all
from coterie.types import BOOLEAN

GROUP_BEFORE = "group_before"
SELECTS = 100  # of members: up to so many audiences each have one to themselves


def ensure_audience_tables(run: Evaluation) -> tuple[exp.Expr, ...]:
    return (
        run.tables.ensure(members_name(run.entity), run.members),
        run.tables.ensure(log_name(run.entity), run.logged),
    )


def add_groups(relation: str, tables: Tables) -> tuple[exp.Expr, ...]:
    """Give a table from before there were split groups a column for them: NULL for all who are in it."""
    return (tables.add_column(SPLIT_GROUP, relation, MEMBER_COLUMNS[SPLIT_GROUP]),)


def compare_members(run: Evaluation, parts: Sequence[EntityStatement]) -> tuple[exp.Expr, ...]:
    """Who is in which of the audiences now, beside who was before."""
    size = size_of(sum(len(part.audiences) for part in parts), SELECTS)
    now = union_all(_members_of(run, part, few) for part in parts for few in neighbours(part.audiences, size))
    return (_compared(run, now, [audience.slug for part in parts for audience in part.audiences]),)


def compare_nobody(run: Evaluation) -> tuple[exp.Expr, ...]:
    """Nobody is in any audience now, beside who was before."""
    columns = [*key_columns(run), column("audience"), column(SPLIT_GROUP)]
    nobody = exp.select(*columns).from_(run.table(members_name(run.entity))).where(exp.false())
    return (_compared(run, nobody, []),)


def log_changes(run: Evaluation, slugs: Sequence[str]) -> tuple[exp.Expr, ...]:
    """Write down who entered and who left."""
    moment, present = run.tables.instant(run.as_of), column("present")

    def if_present(yes: exp.Expr, no: exp.Expr, name: str) -> exp.Expr:
        return named(exp.case().when(present.copy(), yes).else_(no), name)

    changed = (
        exp.select(*key_columns(run), column("audience"), named(moment, "as_of"))
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
        exp.select(*key_columns(run), column("audience"), named(since, "entered_at"), column(SPLIT_GROUP))
        .from_(aliased(run.changes, "changes"))
        .where(column("present"))
    )
    if run.tables.publishing.transactions == "rows":
        return run.tables.change(target, touched, present, run.members)
    if touched is not None:
        others = exp.select(*map(column, run.members)).from_(run.table(target)).where(exp.not_(touched))
        present = union_all((present, others))
    return run.tables.replace(target, present, run.members)


def record_audiences(run: Evaluation, slugs: Sequence[str]) -> tuple[exp.Expr, ...]:
    """Write down each audience's size, and who entered, left and stayed."""
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
    return run.tables.change(AUDIENCE_SIZES, evaluated_now(run, "audience", slugs), query, SIZE_COLUMNS)


def forget_audiences(run: Evaluation) -> tuple[exp.Expr, ...]:
    """Nothing is defined any more for which there were members."""
    return run.tables.change(AUDIENCE_SIZES, evaluated_now(run, "audience", ()), None, SIZE_COLUMNS)


def _members_of(run: Evaluation, part: EntityStatement, audiences: Sequence[OutputColumn]) -> exp.Select:
    """The members of some audiences, a row per key and audience."""
    groups = {split.slug: split.name for split in part.splits}
    split = {one.slug: column(groups[one.slug], WIDE) for one in audiences if one.slug in groups}
    group = chosen("audience", split) if split else run.tables.null(MEMBER_COLUMNS[SPLIT_GROUP])
    row = exp.select(*(column(name, WIDE) for name in run.key), column("audience", NAMES)).select(
        named(group, SPLIT_GROUP), copy=False
    )
    is_member = chosen("audience", {one.slug: column(one.name, WIDE) for one in audiences})
    known = run.tables.constant_rows(["audience"], [(one.slug,) for one in audiences], NAMES)
    return for_each(known, row, run.staging(part.part)).where(is_member, copy=False)


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
        exp.select(*merged_key(run), merged("audience"), column("entered_at", OLD), column(SPLIT_GROUP, NEW))
        .select(named(column(SPLIT_GROUP, OLD), GROUP_BEFORE))
        .select(named(column("audience", NEW).is_(exp.null()).not_(), "present"))
        .from_(aliased(now, NEW))
        .join(aliased(_before(run, slugs), OLD), on=same_key(names, OLD), join_type="full")
    )
    columns = {**run.members, GROUP_BEFORE: MEMBER_COLUMNS[SPLIT_GROUP], "present": BOOLEAN}
    return run.tables.make_working(run.changes, query, columns)


def _count_where(condition: exp.Condition) -> exp.Count:
    return exp.Count(this=exp.case().when(condition, exp.Literal.number(1)))
