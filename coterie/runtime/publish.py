"""The statements of a publication, as trees: an entity's statement in, the schema's relations out.

Tables of the present (`<entity>_traits`, `<entity>_audience_members`) are replaced, tables of the past (the log and the
evaluations) get the rows of this `as_of`, in place of those an earlier run of the same `as_of` left. What was true
before this `as_of` is members who entered earlier plus those logged as leaving now; so running twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import reduce

from sqlglot import exp

from coterie.compiler.compiled import EntityStatement, OutputColumn, SplitColumn
from coterie.compiler.ir.published import AUDIENCE_SIZES, TRAIT_EVALUATIONS, log_name, members_name, traits_name
from coterie.dialects import Dialect
from coterie.runtime.long_form import NAMES, WIDE, chosen, for_each, names, neighbours, size_of
from coterie.runtime.relations import (
    EVALUATION_COLUMNS,
    LOG_COLUMNS,
    MEMBER_COLUMNS,
    SIZE_COLUMNS,
    SPLIT_GROUP,
    aliased,
    changes,
    column,
    instant,
    named,
    staging,
    table,
    text,
)
from coterie.runtime.warehouse import Columns

NEW, OLD = "new", "old"
GROUP_BEFORE = "group_before"
MAKING = "coterie_making"  # a table that is about to take another's name
ALL_ROWS = "all rows"  # which is no slug
MOST_COUNTED = 250  # traits whose values one SELECT counts
SELECTS = 100  # of members: up to so many audiences each have one to themselves


@dataclass(frozen=True, kw_only=True)
class Evaluation:
    """What one run writes about one entity.

    `partial` runs leave alone what they did not evaluate; a full run drops what is no longer defined.
    """

    dialect: Dialect
    schema: str
    entity: str
    key: Columns
    as_of: datetime
    evaluated_at: datetime
    partial: bool

    def table(self, name: str) -> exp.Table:
        return table(name, self.schema)

    @property
    def key_names(self) -> list[str]:
        return [name for name, _ in self.key]

    def touched(self, kind: str, slugs: Iterable[str]) -> exp.Condition | None:
        """The rows that speak of what this run evaluates; None: all of them, as in a full run."""
        return column(kind).isin(*(text(slug) for slug in slugs)) if self.partial else None


def ensure_schema(schema: str, dialect: Dialect) -> tuple[exp.Expr, ...]:
    """The schema and the tables of evaluations."""
    return (
        exp.Create(this=exp.Table(db=exp.to_identifier(schema, quoted=True)), kind="SCHEMA", exists=True),
        _ensure_table(table(TRAIT_EVALUATIONS, schema), EVALUATION_COLUMNS, dialect),
        _ensure_table(table(AUDIENCE_SIZES, schema), SIZE_COLUMNS, dialect),
    )


def build(statement: EntityStatement, entity: str, dialect: Dialect) -> exp.Create:
    """Evaluate everything about an entity into a temporary table, each column in the type it is published as."""
    outputs = [(one.name, one.sql_type) for one in (*statement.key, *statement.traits, *statement.audiences)]
    outputs += [(split.name, MEMBER_COLUMNS[SPLIT_GROUP]) for split in statement.splits]
    typed = [
        named(exp.cast(column(name), native, copy=False, dialect=dialect.sqlglot), name) for name, native in outputs
    ]
    query = exp.select(*typed).from_(exp.Subquery(this=statement.tree), copy=False)
    return _create(staging(entity), query, temporary=True)


def count_rows(relation: exp.Table) -> exp.Select:
    return exp.select(exp.Count(this=exp.Star())).from_(relation)


def publish_traits(run: Evaluation, traits: tuple[OutputColumn, ...], published: Columns) -> tuple[exp.Expr, ...]:
    """The table of traits anew; a partial run keeps the published columns it does not evaluate, with their rows."""
    evaluated = {trait.slug for trait in traits}
    kept = [name for name, _ in published if name not in evaluated] if run.partial else []
    target = run.table(traits_name(run.entity))
    if not kept:
        columns = [*(column(name) for name in run.key_names), *(column(trait.name) for trait in traits)]
        return _replaced(run, target, exp.select(*columns).from_(staging(run.entity)))
    by_slug: dict[str, exp.Expr] = {name: column(name, OLD) for name, _ in published}
    by_slug |= {trait.slug: column(trait.name, NEW) for trait in traits}
    query = (
        exp.select(*_merged_key(run), *by_slug.values())
        .from_(aliased(staging(run.entity), NEW))
        .join(aliased(target.copy(), OLD), on=_same(run.key_names), join_type="full")
    )
    return _replaced(run, target, query)


def record_traits(run: Evaluation, traits: tuple[OutputColumn, ...]) -> tuple[exp.Expr, ...]:
    """Write down how many entities there were, and how many have each trait."""
    target = run.table(TRAIT_EVALUATIONS)
    return (
        _forget(run, target, "trait", (trait.slug for trait in traits)),
        _insert(target, union_all(_counts(run, few) for few in neighbours(traits, MOST_COUNTED)), EVALUATION_COLUMNS),
    )


def _counts(run: Evaluation, traits: Sequence[OutputColumn]) -> exp.Select:
    """A row of `trait_evaluations` for each of some traits."""
    counts = exp.select(
        named(exp.Count(this=exp.Star()), ALL_ROWS),
        *(named(exp.Count(this=column(trait.name)), trait.slug) for trait in traits),
    ).from_(staging(run.entity), copy=False)
    row = exp.select(text(run.entity), column("trait", NAMES), instant(run.as_of), instant(run.evaluated_at)).select(
        column(ALL_ROWS, WIDE),
        chosen("trait", {trait.slug: column(trait.slug, WIDE) for trait in traits}),
        copy=False,
    )
    return for_each(names(["trait"], [(trait.slug,) for trait in traits]), row, counts)


def ensure_audience_tables(run: Evaluation) -> tuple[exp.Expr, ...]:
    key = dict(run.key)
    return (
        _ensure_table(run.table(members_name(run.entity)), key | MEMBER_COLUMNS, run.dialect),
        _ensure_table(run.table(log_name(run.entity)), key | LOG_COLUMNS, run.dialect),
    )


def add_groups(relation: str, schema: str, dialect: Dialect) -> tuple[exp.Expr, ...]:
    """Give a table from before there were split groups a column for them: NULL for all who are in it."""
    kind = exp.DataType.build(MEMBER_COLUMNS[SPLIT_GROUP], dialect=dialect.sqlglot)
    added = exp.ColumnDef(this=exp.to_identifier(SPLIT_GROUP, quoted=True), kind=kind)
    return (exp.Alter(this=table(relation, schema), kind="TABLE", actions=[added]),)


def publish_audiences(
    run: Evaluation, audiences: tuple[OutputColumn, ...], splits: tuple[SplitColumn, ...]
) -> tuple[exp.Expr, ...]:
    """Members and log anew for the audiences evaluated (in a full run, for all there are)."""
    slugs = [audience.slug for audience in audiences]
    groups = {split.slug: split.name for split in splits}
    return (*_log_changes(run, _now(run, audiences, groups), slugs), *_members(run, slugs))


def record_audiences(run: Evaluation, audiences: tuple[OutputColumn, ...]) -> tuple[exp.Expr, ...]:
    """Write down each audience's size, and who entered, left and stayed."""
    slugs = [audience.slug for audience in audiences]
    present, before = column("present", "changes"), column("entered_at", "changes").is_(exp.null()).not_()
    measures = (
        present,
        exp.and_(present, exp.not_(before)),
        exp.and_(exp.not_(present), before),
        exp.and_(present, before),
    )
    name = column("audience", NAMES)
    query = (
        exp.select(text(run.entity), name, instant(run.as_of), instant(run.evaluated_at))
        .select(*(exp.Count(this=exp.case().when(measure, exp.Literal.number(1))) for measure in measures))
        .from_(names(["audience"], [(slug,) for slug in slugs]))
        .join(
            aliased(changes(run.entity), "changes"),
            on=column("audience", "changes").eq(name),
            join_type="left",
        )
        .group_by(name)
    )
    target = run.table(AUDIENCE_SIZES)
    return _forget(run, target, "audience", slugs), _insert(target, query, SIZE_COLUMNS)


def retire_traits(run: Evaluation) -> tuple[exp.Expr, ...]:
    """Nothing is defined any more of what the entity's table of traits holds."""
    return drop(run.table(traits_name(run.entity))), _forget(run, run.table(TRAIT_EVALUATIONS), "trait", ())


def retire_audiences(run: Evaluation) -> tuple[exp.Expr, ...]:
    """Nothing is defined any more for which there were members: all of them leave."""
    members = run.table(members_name(run.entity))
    nobody = exp.select(*_key(run), column("audience"), column(SPLIT_GROUP)).from_(members).where(exp.false())
    return (
        *_log_changes(run, nobody, []),
        _forget(run, run.table(AUDIENCE_SIZES), "audience", ()),
        drop(changes(run.entity)),
        drop(members.copy()),
    )


def drop(relation: exp.Table) -> exp.Drop:
    return exp.Drop(tables=[relation], kind="TABLE", exists=True)


def _now(run: Evaluation, audiences: tuple[OutputColumn, ...], groups: Mapping[str, str]) -> exp.Query:
    """The members by this evaluation, a row per key and audience; `groups` are the columns of their split groups."""
    size = size_of(len(audiences), SELECTS)
    return union_all(_members_of(run, few, groups) for few in neighbours(audiences, size))


def _members_of(run: Evaluation, audiences: Sequence[OutputColumn], groups: Mapping[str, str]) -> exp.Select:
    """The members of some audiences."""
    split = {one.slug: column(groups[one.slug], WIDE) for one in audiences if one.slug in groups}
    none = exp.cast(exp.null(), MEMBER_COLUMNS[SPLIT_GROUP], dialect=run.dialect.sqlglot)
    group = chosen("audience", split) if split else none
    row = exp.select(*(column(name, WIDE) for name in run.key_names), column("audience", NAMES)).select(
        named(group, SPLIT_GROUP), copy=False
    )
    is_member = chosen("audience", {one.slug: column(one.name, WIDE) for one in audiences})
    known = names(["audience"], [(one.slug,) for one in audiences])
    return for_each(known, row, staging(run.entity)).where(is_member, copy=False)


def _before(run: Evaluation, slugs: list[str]) -> exp.Query:
    """The members just before this `as_of`."""
    columns = [*_key(run), *(column(name) for name in MEMBER_COLUMNS)]
    moment = instant(run.as_of)
    entered = exp.select(*columns).from_(run.table(members_name(run.entity))).where(column("entered_at") < moment)
    left_now = (
        exp.select(*columns)
        .from_(run.table(log_name(run.entity)))
        .where(column("as_of").eq(moment), column("change").eq(text("exit")))
    )
    return union_all(query.where(run.touched("audience", slugs)) for query in (entered, left_now))


def _log_changes(run: Evaluation, now: exp.Query, slugs: list[str]) -> tuple[exp.Expr, ...]:
    names = [*run.key_names, "audience"]
    compared = (
        exp.select(*_merged_key(run), _merged("audience"), column("entered_at", OLD), column(SPLIT_GROUP, NEW))
        .select(named(column(SPLIT_GROUP, OLD), GROUP_BEFORE))
        .select(named(column("audience", NEW).is_(exp.null()).not_(), "present"))
        .from_(aliased(now, NEW))
        .join(aliased(_before(run, slugs), OLD), on=_same(names), join_type="full")
    )
    log = run.table(log_name(run.entity))
    logged = dict(run.key) | LOG_COLUMNS
    moment = instant(run.as_of)
    was = column("entered_at").is_(exp.null()).not_()

    def changed(word: str, entered_at: exp.Expr, group: str, condition: exp.Condition) -> exp.Select:
        columns = [*_key(run), column("audience"), moment, text(word), entered_at, column(group)]
        return exp.select(*columns).from_(changes(run.entity)).where(condition)

    return (
        _create(changes(run.entity), compared, temporary=True),
        exp.delete(log, where=exp.and_(column("as_of").eq(moment), run.touched("audience", slugs))),
        _insert(log, changed("enter", moment, SPLIT_GROUP, exp.and_(column("present"), exp.not_(was))), logged),
        _insert(log, changed("exit", column("entered_at"), GROUP_BEFORE, exp.not_(column("present"))), logged),
    )


def _members(run: Evaluation, slugs: list[str]) -> tuple[exp.Expr, ...]:
    target = run.table(members_name(run.entity))
    since = exp.func("COALESCE", column("entered_at"), instant(run.as_of))
    present: exp.Query = (
        exp.select(*_key(run), column("audience"), named(since, "entered_at"), column(SPLIT_GROUP))
        .from_(changes(run.entity))
        .where(column("present"))
    )
    if (touched := run.touched("audience", slugs)) is not None:
        others = exp.select(*_key(run), *(column(name) for name in MEMBER_COLUMNS)).from_(target.copy())
        present = union_all((present, others.where(exp.not_(touched))))
    return _replaced(run, target, present)


def _key(run: Evaluation) -> list[exp.Expr]:
    return [column(name) for name in run.key_names]


def _merged_key(run: Evaluation) -> list[exp.Expr]:
    return [_merged(name) for name in run.key_names]


def _merged(name: str) -> exp.Expr:
    return named(exp.func("COALESCE", column(name, NEW), column(name, OLD)), name)


def _same(names: Iterable[str]) -> exp.Condition:
    return exp.and_(*(column(name, NEW).eq(column(name, OLD)) for name in names))


def _forget(run: Evaluation, target: exp.Table, kind: str, slugs: Iterable[str]) -> exp.Delete:
    same = exp.and_(column("entity").eq(text(run.entity)), column("as_of").eq(instant(run.as_of)))
    return exp.delete(target.copy(), where=exp.and_(same, run.touched(kind, slugs)))


def union_all(queries: Iterable[exp.Query]) -> exp.Query:
    """One query with the rows of all."""
    return reduce(lambda left, right: exp.Union(this=left, expression=right, distinct=False), queries)


def _ensure_table(target: exp.Table, columns: Mapping[str, str], dialect: Dialect) -> exp.Create:
    definitions = [
        exp.ColumnDef(
            this=exp.to_identifier(name, quoted=True), kind=exp.DataType.build(native, dialect=dialect.sqlglot)
        )
        for name, native in columns.items()
    ]
    return exp.Create(this=exp.Schema(this=target, expressions=definitions), kind="TABLE", exists=True)


def _create(target: exp.Table, query: exp.Query, *, replace: bool = False, temporary: bool = False) -> exp.Create:
    properties = exp.Properties(expressions=[exp.TemporaryProperty()]) if temporary else None
    return exp.Create(this=target, kind="TABLE", expression=query, replace=replace, properties=properties)


def _replaced(run: Evaluation, target: exp.Table, query: exp.Query) -> tuple[exp.Expr, ...]:
    """A table anew; the query may read what it is now."""
    if run.dialect.replaces_tables:
        return (_create(target, query, replace=True),)
    made = run.table(MAKING)
    renamed = exp.AlterRename(this=exp.table_(target.name, quoted=True))
    return (
        drop(made),
        _create(made.copy(), query),
        drop(target.copy()),
        exp.Alter(this=made.copy(), kind="TABLE", actions=[renamed]),
    )


def _insert(target: exp.Table, query: exp.Query, columns: Mapping[str, str]) -> exp.Insert:
    names = [exp.to_identifier(name, quoted=True) for name in columns]
    return exp.insert(query, target.copy(), columns=names, copy=False)
