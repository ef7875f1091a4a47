"""What a run will do: compiled statements and the published state in, steps out. Pure; nothing happens here.

A full run evaluates all that is defined, and removes what is not defined any more. A partial run evaluates a
selection, and leaves the rest as it is. What cannot be published is refused here, before the first step.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from sqlglot import exp

from coterie.compiler.compiled import CheckStatement, Compiled, EntityStatement
from coterie.compiler.ir.names import slug_of
from coterie.compiler.ir.published import log_name, members_name, traits_name
from coterie.compiler.ir.times import iso
from coterie.dialects import Dialect
from coterie.errors import WarehouseError
from coterie.runtime import publish
from coterie.runtime.freshness import complaint, freshness_checks, refuse_unbuilt
from coterie.runtime.publish import Evaluation
from coterie.runtime.state import State
from coterie.runtime.tables import Tables, drop, stored_type
from coterie.runtime.views import Published, drop_views, views
from coterie.runtime.warehouse import Columns, Publishing
from coterie.types import Type


@dataclass(frozen=True)
class Check:
    """Count the rows that break a promise. Some counts stop the run, which then says the complaint, or the count."""

    check: CheckStatement
    complaint: str = ""

    def __str__(self) -> str:
        return f"check {self.check.name}"


@dataclass(frozen=True)
class Write:
    """Statements to run in order; `counted` gives the rows to speak of.

    prepare: create what is missing. build: evaluate an entity into a table of the run's own. compare: with what is
    published. publish: bring a relation up to date. record: write down what was evaluated. begin, commit: changes of
    rows that happen at once. discard: drop what nobody needs any more.
    """

    verb: Literal["prepare", "build", "compare", "begin", "record", "publish", "commit", "discard"]
    subject: str
    statements: tuple[exp.Expr, ...]
    counted: exp.Select | None = None

    @property
    def is_own(self) -> bool:
        """Do its statements make tables that are nobody's but the run's?"""
        return self.verb in ("build", "compare")

    def __str__(self) -> str:
        return f"{self.verb} {self.subject}"


Step = Check | Write


def plan(
    compiled: Compiled,
    state: State,
    dialect: Dialect,
    publishing: Publishing,
    *,
    schema: str,
    evaluated_at: datetime,
    partial: bool,
) -> tuple[Step, ...]:
    """The steps of a run, in order: all that takes long comes before the first change of what is published.

    Raises WarehouseError `as_of_before_published` or `key_changed` when what is published does not allow the run.
    """
    statements = {slug_of(statement.entity): statement for statement in compiled.entities}
    for statement in compiled.entities:
        _refuse_other_key(statement, state, schema, dialect)
    _refuse_earlier(statements, compiled.as_of, state, partial=partial)
    refuse_unbuilt(compiled, state, dialect)
    tables = Tables(dialect=dialect, publishing=publishing, schema=schema, moment=evaluated_at, there=state.relations)

    def run(entity: str, key: Mapping[str, Type]) -> Evaluation:
        return Evaluation(
            tables=tables,
            entity=entity,
            key=key,
            as_of=compiled.as_of,
            evaluated_at=evaluated_at,
            partial=partial,
        )

    built = [(run(name, _key(one)), one) for name, one in statements.items()]
    gone = [run(name, _typed(state.keys_of(name)[-1], dialect)) for name in state.entities if name not in statements]
    no_traits = [*gone, *(one for one, statement in built if not statement.traits)]
    no_audiences = [*gone, *(one for one, statement in built if not statement.audiences)]
    retired = _Retired(
        [] if partial else [one for one in no_traits if state.has_traits(one.entity)],
        [] if partial else [one for one in no_audiences if state.has_members(one.entity)],
    )
    published = _published(statements, state, dialect, partial=partial)
    return (
        *_prepare(compiled, state, tables),
        *(step for one, statement in built for step in _evaluate(one, statement)),
        *(Write("compare", members_name(one.entity), publish.compare_nobody(one)) for one in retired.audiences),
        *_at_once(
            publishing,
            [*(step for one, statement in built for step in _change_rows(one, statement)), *_forget(retired)],
        ),
        *(step for one, statement in built for step in _publish_traits(one, statement, state)),
        Write("publish", "views", views(published, tables)),
        *_discard(built, retired),
    )


@dataclass(frozen=True)
class _Retired:
    """Entities whose published traits, or audiences, are not defined any more."""

    traits: Sequence[Evaluation]
    audiences: Sequence[Evaluation]


def _prepare(compiled: Compiled, state: State, tables: Tables) -> Iterator[Step]:
    """What is checked, and made to be there, before anything is computed."""
    fresh = freshness_checks(compiled)
    yield from (Check(check, complaint(check, state)) for check in fresh)
    yield Write("prepare", f"schema {tables.schema}", publish.ensure_schema(tables))
    if old := tables.leftovers():
        yield Write("discard", "what broken runs left", old)
    if tables.publishing.replacing == "in_place":
        yield Write("discard", "views", drop_views(tables))
    yield from (Check(check) for check in compiled.checks if check not in fresh)
    for entity in dict.fromkeys((*state.entities, *(slug_of(one.entity) for one in compiled.entities))):
        for relation in state.without_groups(entity):
            yield Write("prepare", relation, publish.add_groups(relation, tables))


def _evaluate(run: Evaluation, statement: EntityStatement) -> Iterator[Step]:
    """What the run computes, in tables of its own."""
    yield Write("build", run.entity, (publish.build(run, statement),), publish.count_rows(run.staging))
    if statement.audiences:
        relation = members_name(run.entity)
        yield Write("prepare", relation, publish.ensure_audience_tables(run))
        yield Write("compare", relation, publish.compare_members(run, statement.audiences, statement.splits))


def _change_rows(run: Evaluation, statement: EntityStatement) -> Iterator[Write]:
    """Rows that take the place of others.

    Traits are recorded before their table is there, as it is evaluations that tell which of its columns are traits.
    """
    entity, slugs = run.entity, [audience.slug for audience in statement.audiences]
    if statement.traits:
        yield Write("record", f"traits of {entity}", publish.record_traits(run, statement.traits))
    if slugs:
        relation = members_name(entity)
        yield Write("publish", log_name(entity), publish.log_changes(run, slugs))
        yield Write("publish", relation, publish.publish_members(run, slugs), publish.count_rows(run.table(relation)))
        yield Write("record", f"audiences of {entity}", publish.record_audiences(run, statement.audiences))


def _forget(retired: _Retired) -> Iterator[Write]:
    for run in retired.traits:
        yield Write("record", f"traits of {run.entity}", publish.forget_traits(run))
    for run in retired.audiences:
        yield Write("record", f"audiences of {run.entity}", publish.forget_audiences(run))
        yield Write("publish", log_name(run.entity), publish.log_changes(run, ()))


def _at_once(publishing: Publishing, steps: Sequence[Write]) -> Iterator[Write]:
    """The steps, in a transaction of their own where one can hold them, but not the whole run."""
    if publishing.transactions != "rows" or not steps:
        yield from steps
        return
    yield Write("begin", "changes of rows", (exp.Transaction(),))
    yield from (replace(step, counted=None) for step in steps)
    yield Write("commit", "changes of rows", (exp.Commit(),))


def _publish_traits(run: Evaluation, statement: EntityStatement, state: State) -> Iterator[Write]:
    if statement.traits:
        relation = traits_name(run.entity)
        published = _typed(state.traits_of(run.entity), run.tables.dialect)
        published = {name: type for name, type in published.items() if name not in run.key}
        written = publish.publish_traits(run, statement.traits, published)
        yield Write("publish", relation, written, publish.count_rows(run.table(relation)))


def _discard(built: Sequence[tuple[Evaluation, EntityStatement]], retired: _Retired) -> Iterator[Write]:
    """Drop the tables of the run, and those that are not defined any more."""
    gone = [run.table(traits_name(run.entity)) for run in retired.traits]
    gone += [run.table(members_name(run.entity)) for run in retired.audiences]
    gone += [run.changes for run in retired.audiences]
    for run, statement in built:
        gone += [run.changes, run.staging] if statement.audiences else [run.staging]
    yield from (Write("discard", relation.name, (drop(relation),)) for relation in gone)


def _published(
    statements: Mapping[str, EntityStatement], state: State, dialect: Dialect, *, partial: bool
) -> Iterator[Published]:
    """Every entity with tables once the run is done."""
    for entity in state.entities if partial else ():
        if entity not in statements:
            key, traits = _typed(state.keys_of(entity)[-1], dialect), _typed(state.traits_of(entity), dialect)
            yield Published(entity, tuple(key.items()), tuple(traits.items()), state.has_members(entity))
    for entity, statement in statements.items():
        key, kept = _key(statement), _typed(state.traits_of(entity), dialect) if partial else {}
        traits = kept | {trait.slug: trait.type for trait in statement.traits}
        has_members = bool(statement.audiences) or (partial and state.has_members(entity))
        yield Published(
            entity,
            tuple(key.items()),
            tuple((name, type) for name, type in traits.items() if name not in key),
            has_members,
        )


def _key(statement: EntityStatement) -> dict[str, Type]:
    return {output.name: output.type for output in statement.key}


def _typed(columns: Columns, dialect: Dialect) -> dict[str, Type]:
    return {name: dialect.read_type(native, "UTC") for name, native in columns}


def _refuse_other_key(statement: EntityStatement, state: State, schema: str, dialect: Dialect) -> None:
    entity = slug_of(statement.entity)
    now = [(output.name, dialect.write_type(output.type)) for output in statement.key]
    for published in state.keys_of(entity, [name for name, _ in now]):
        if [(name, stored_type(native, dialect)) for name, native in published] != now:
            names = [name(entity) for name in (traits_name, members_name, log_name)]
            tables = ", ".join(f"{schema}.{name}" for name in names if name in state.relations)
            found = _listed(published)
            expected = _listed((output.name, output.sql_type) for output in statement.key)
            message = f"the key of `{entity}` was ({found}) and is ({expected}) now; drop {tables} to start anew"
            raise WarehouseError("key_changed", message)


def _listed(columns: Iterable[tuple[str, str]]) -> str:
    return ", ".join(f"{name} {native}" for name, native in columns)


def _refuse_earlier(statements: Mapping[str, EntityStatement], as_of: datetime, state: State, *, partial: bool) -> None:
    """A full run must not lie before anything published, a partial one not before what it evaluates."""
    evaluated = {
        "trait": {(entity, trait.slug) for entity, one in statements.items() for trait in one.traits},
        "audience": {(entity, audience.slug) for entity, one in statements.items() for audience in one.audiences},
    }
    published = [
        (moment, kind, entity, slug)
        for kind, known in (("trait", state.traits), ("audience", state.audiences))
        for (entity, slug), moment in known.items()
        if not partial or (entity, slug) in evaluated[kind]
    ]
    if published and (latest := max(published))[0] > as_of:
        moment, kind, entity, slug = latest
        message = f"{kind} `{slug}` of `{entity}` is published for {iso(moment)}, which is after {iso(as_of)}"
        raise WarehouseError("as_of_before_published", message)
