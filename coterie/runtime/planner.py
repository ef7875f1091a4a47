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
from coterie.runtime import publish_members, publish_traits
from coterie.runtime.evaluation import Evaluation, build, count_rows, ensure_schema
from coterie.runtime.freshness import complaint, freshness_checks, refuse_unbuilt
from coterie.runtime.publish_traits import TraitTable, trait_tables
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
    parts = {slug_of(entity): some for entity, some in compiled.by_entity().items()}
    for first, *_ in parts.values():
        _refuse_other_key(first, state, schema, dialect)
    _refuse_earlier(parts, compiled.as_of, state, partial=partial)
    refuse_unbuilt(compiled, state, dialect)
    tables = Tables(dialect=dialect, publishing=publishing, schema=schema, moment=evaluated_at, there=state.relations)

    def entity(name: str, key: Mapping[str, Type], evaluated: Sequence[EntityStatement]) -> _Entity:
        run = Evaluation(
            tables=tables,
            entity=name,
            key=key,
            as_of=compiled.as_of,
            evaluated_at=evaluated_at,
            partial=partial,
        )
        published = {
            number: {slug: type for slug, type in _typed(columns, dialect).items() if slug not in key}
            for number, columns in state.traits_of(name).items()
        }
        left = trait_tables(evaluated, published, partial=partial)
        return _Entity(run, evaluated, left, state.has_traits(name), state.has_members(name))

    others = [name for name in state.entities if name not in parts]
    entities = [
        *(entity(name, _key(some[0]), some) for name, some in parts.items()),
        *(entity(name, _typed(state.keys_of(name)[-1], dialect), ()) for name in others),
    ]
    return (
        *_prepare(compiled, state, tables),
        *(step for one in entities for step in _evaluate(one)),
        *_at_once(publishing, [step for one in entities for step in _change_rows(one)]),
        *(step for one in entities for step in _publish_traits(one)),
        Write("publish", "views", views(map(_published, entities), tables)),
        *(step for one in entities for step in _discard(one)),
    )


@dataclass(frozen=True)
class _Entity:
    """What a run evaluates of an entity, if anything, and its tables of traits afterwards."""

    run: Evaluation
    parts: Sequence[EntityStatement]
    tables: Sequence[TraitTable]
    had_traits: bool
    had_members: bool

    @property
    def evaluates_traits(self) -> bool:
        return any(part.traits for part in self.parts)

    @property
    def drops_traits(self) -> bool:
        """Is none of its traits, which there were, defined any more?"""
        return self.had_traits and not self.evaluates_traits and not self.run.partial

    @property
    def audiences(self) -> list[str]:
        """The slugs of those that are evaluated."""
        return [audience.slug for part in self.parts for audience in part.audiences]

    @property
    def drops_members(self) -> bool:
        """Is none of its audiences, which there were, defined any more?"""
        return self.had_members and not self.audiences and not self.run.partial


def _prepare(compiled: Compiled, state: State, tables: Tables) -> Iterator[Step]:
    """What is checked, and made to be there, before anything is computed."""
    fresh = freshness_checks(compiled)
    yield from (Check(check, complaint(check, state)) for check in fresh)
    yield Write("prepare", f"schema {tables.schema}", ensure_schema(tables))
    if old := tables.leftovers():
        yield Write("discard", "what broken runs left", old)
    if tables.publishing.replacing == "in_place":
        yield Write("discard", "views", drop_views(tables))
    yield from (Check(check) for check in compiled.checks if check not in fresh)
    for entity in dict.fromkeys((*state.entities, *(slug_of(one.entity) for one in compiled.entities))):
        for relation in state.without_groups(entity):
            yield Write("prepare", relation, publish_members.add_groups(relation, tables))


def _evaluate(entity: _Entity) -> Iterator[Step]:
    """What the run computes, in tables of its own."""
    run, parts = entity.run, entity.parts
    for part in parts:
        subject = run.entity if part.part == 1 else f"{run.entity} ({part.part})"
        yield Write("build", subject, (build(run, part),), count_rows(run.staging(part.part)))
    if entity.audiences:
        relation = members_name(run.entity)
        yield Write("prepare", relation, publish_members.ensure_audience_tables(run))
        yield Write("compare", relation, publish_members.compare_members(run, parts))
    elif entity.drops_members:
        yield Write("compare", members_name(run.entity), publish_members.compare_nobody(run))


def _change_rows(entity: _Entity) -> Iterator[Write]:
    """Rows that take the place of others.

    Traits are recorded before their tables are there, as it is evaluations that tell which of the columns are traits.
    """
    run, slugs = entity.run, entity.audiences
    if entity.evaluates_traits:
        yield Write("record", f"traits of {run.entity}", publish_traits.record_traits(run, entity.parts))
    if slugs:
        relation = members_name(run.entity)
        yield Write("publish", log_name(run.entity), publish_members.log_changes(run, slugs))
        published = publish_members.publish_members(run, slugs)
        yield Write("publish", relation, published, count_rows(run.table(relation)))
        yield Write("record", f"audiences of {run.entity}", publish_members.record_audiences(run, slugs))
    if entity.drops_traits:
        yield Write("record", f"traits of {run.entity}", publish_traits.forget_traits(run))
    if entity.drops_members:
        yield Write("record", f"audiences of {run.entity}", publish_members.forget_audiences(run))
        yield Write("publish", log_name(run.entity), publish_members.log_changes(run, ()))
        if run.tables.publishing.transactions == "rows":  # so that the log and the members agree before these are gone
            yield Write("publish", members_name(run.entity), publish_members.publish_members(run, ()))


def _at_once(publishing: Publishing, steps: Sequence[Write]) -> Iterator[Write]:
    """The steps, in a transaction of their own where one can hold them, but not the whole run."""
    if publishing.transactions != "rows" or not steps:
        yield from steps
        return
    yield Write("begin", "changes of rows", (exp.Transaction(),))
    yield from (replace(step, counted=None) for step in steps)
    yield Write("commit", "changes of rows", (exp.Commit(),))


def _publish_traits(entity: _Entity) -> Iterator[Write]:
    for table in entity.tables:
        if table.is_replaced:
            relation = traits_name(entity.run.entity, table.number)
            written = publish_traits.publish_traits(entity.run, table)
            yield Write("publish", relation, written, count_rows(entity.run.table(relation)))


def _discard(entity: _Entity) -> Iterator[Write]:
    """Drop the tables of the run, and those that are not defined any more."""
    run = entity.run
    gone = [run.table(traits_name(run.entity, table.number)) for table in entity.tables if table.is_gone]
    if entity.drops_members:
        gone.append(run.table(members_name(run.entity)))
    if entity.drops_members or entity.audiences:
        gone.append(run.changes)
    gone += [run.staging(part.part) for part in entity.parts]
    yield from (Write("discard", relation.name, (drop(relation),)) for relation in gone)


def _published(entity: _Entity) -> Published:
    """What there is of an entity once the run is done."""
    key = entity.run.key
    traits = {
        table.number: tuple((slug, type) for slug, type in table.traits.items() if slug not in key)
        for table in entity.tables
    }
    has_members = bool(entity.audiences) or (entity.had_members and not entity.drops_members)
    return Published(entity.run.entity, tuple(key.items()), traits, has_members)


def _key(statement: EntityStatement) -> dict[str, Type]:
    return {output.name: output.type for output in statement.key}


def _typed(columns: Columns, dialect: Dialect) -> dict[str, Type]:
    return {name: dialect.read_type(native, "UTC") for name, native in columns}


def _refuse_other_key(statement: EntityStatement, state: State, schema: str, dialect: Dialect) -> None:
    entity = slug_of(statement.entity)
    now = [(output.name, dialect.write_type(output.type)) for output in statement.key]
    for published in state.keys_of(entity, [name for name, _ in now]):
        if [(name, stored_type(native, dialect)) for name, native in published] != now:
            names = [traits_name(entity, number) for number in state.traits_of(entity)]
            names += [members_name(entity), log_name(entity)]
            tables = ", ".join(f"{schema}.{name}" for name in names if name in state.relations)
            found = _listed(published)
            expected = _listed((output.name, output.sql_type) for output in statement.key)
            message = f"the key of `{entity}` was ({found}) and is ({expected}) now; drop {tables} to start anew"
            raise WarehouseError("key_changed", message)


def _listed(columns: Iterable[tuple[str, str]]) -> str:
    return ", ".join(f"{name} {native}" for name, native in columns)


def _refuse_earlier(
    parts: Mapping[str, Sequence[EntityStatement]], as_of: datetime, state: State, *, partial: bool
) -> None:
    """A full run must not lie before anything published, a partial one not before what it evaluates."""
    evaluated = {
        "trait": {(entity, trait.slug) for entity, some in parts.items() for one in some for trait in one.traits},
        "audience": {(entity, one.slug) for entity, some in parts.items() for part in some for one in part.audiences},
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
