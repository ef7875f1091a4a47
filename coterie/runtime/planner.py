"""What a run will do: compiled statements and the published state in, steps out. Pure; nothing happens here.

A full run evaluates all that is defined, and removes what is not defined any more. A partial run evaluates a
selection, and leaves the rest as it is. What cannot be published is refused here, before the first step.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
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
from coterie.runtime.relations import changes, staging
from coterie.runtime.state import State
from coterie.runtime.views import Published, Typed, drop_views, views
from coterie.runtime.warehouse import Columns


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

    prepare: create what is missing. build: evaluate an entity into a temporary table. publish: bring a relation up to
    date. record: write down what was evaluated. discard: drop what nobody needs any more.
    """

    verb: Literal["prepare", "build", "publish", "record", "discard"]
    subject: str
    statements: tuple[exp.Expr, ...]
    counted: exp.Select | None = None

    def __str__(self) -> str:
        return f"{self.verb} {self.subject}"


Step = Check | Write


def plan(
    compiled: Compiled, state: State, dialect: Dialect, *, schema: str, evaluated_at: datetime, partial: bool
) -> tuple[Step, ...]:
    """The steps of a run, in order.

    Raises WarehouseError `as_of_before_published` or `key_changed` when what is published does not allow the run.
    """
    statements = {slug_of(statement.entity): statement for statement in compiled.entities}
    for entity, statement in statements.items():
        _refuse_other_key(entity, _key(statement), state, schema, dialect)
    _refuse_earlier(statements, compiled.as_of, state, partial=partial)
    refuse_unbuilt(compiled, state, dialect)

    def run(entity: str, key: Columns) -> Evaluation:
        return Evaluation(
            dialect=dialect,
            schema=schema,
            entity=entity,
            key=key,
            as_of=compiled.as_of,
            evaluated_at=evaluated_at,
            partial=partial,
        )

    gone = () if partial else tuple(entity for entity in state.entities if entity not in statements)
    published = _published(statements, state, dialect, partial=partial)
    fresh = freshness_checks(compiled)
    return (
        *(Check(check, complaint(check, state)) for check in fresh),
        Write("prepare", f"schema {schema}", publish.ensure_schema(schema, dialect)),
        *(() if dialect.replaces_tables else (Write("discard", "views", drop_views(schema)),)),
        *(Check(check) for check in compiled.checks if check not in fresh),
        *(
            Write("prepare", relation, publish.add_groups(relation, schema, dialect))
            for entity in dict.fromkeys((*state.entities, *statements))
            for relation in state.without_groups(entity)
        ),
        *(step for name, one in statements.items() for step in _entity(one, run(name, _key(one)), state)),
        *(step for name in gone for step in _retire(run(name, state.keys_of(name)[0]), state)),
        Write("publish", "views", views(published, schema, dialect)),
    )


def _entity(statement: EntityStatement, run: Evaluation, state: State) -> Iterator[Step]:
    entity, traits, audiences = run.entity, statement.traits, statement.audiences
    yield Write("build", entity, (publish.build(statement, entity, run.dialect),), publish.count_rows(staging(entity)))
    if traits:
        relation = traits_name(entity)
        target = publish.publish_traits(run, traits, state.traits_of(entity))
        yield Write("publish", relation, target, publish.count_rows(run.table(relation)))
        yield Write("record", f"traits of {entity}", publish.record_traits(run, traits))
    if audiences:
        relation = members_name(entity)
        yield Write("prepare", relation, publish.ensure_audience_tables(run))
        changed = publish.publish_audiences(run, audiences, statement.splits)
        yield Write("publish", relation, changed, publish.count_rows(run.table(relation)))
        yield Write("record", f"audiences of {entity}", publish.record_audiences(run, audiences))
        yield Write("discard", changes(entity).name, (publish.drop(changes(entity)),))
    yield Write("discard", staging(entity).name, (publish.drop(staging(entity)),))
    if not run.partial:
        yield from _retire(run, state, traits=not traits, audiences=not audiences)


def _retire(run: Evaluation, state: State, *, traits: bool = True, audiences: bool = True) -> Iterator[Step]:
    """Remove what an entity has no definitions for any more."""
    entity = run.entity
    if traits and state.has_traits(entity):
        yield Write("discard", traits_name(entity), publish.retire_traits(run))
    if audiences and state.has_members(entity):
        yield Write("discard", members_name(entity), publish.retire_audiences(run))


def _published(
    statements: Mapping[str, EntityStatement], state: State, dialect: Dialect, *, partial: bool
) -> Iterator[Published]:
    """Every entity with tables once the run is done."""

    def typed(columns: Columns) -> Typed:
        return tuple((name, dialect.read_type(native, "UTC")) for name, native in columns)

    for entity in state.entities if partial else ():
        if entity not in statements:
            key, traits = typed(state.keys_of(entity)[0]), typed(state.traits_of(entity))
            yield Published(entity, key, traits, state.has_members(entity))
    for entity, statement in statements.items():
        kept = dict(typed(state.traits_of(entity))) if partial else {}
        columns = kept | {trait.slug: trait.type for trait in statement.traits}
        key = tuple((output.name, output.type) for output in statement.key)
        has_members = bool(statement.audiences) or (partial and state.has_members(entity))
        yield Published(entity, key, tuple(columns.items()), has_members)


def _key(statement: EntityStatement) -> Columns:
    return tuple((output.name, output.sql_type) for output in statement.key)


def _refuse_other_key(entity: str, key: Columns, state: State, schema: str, dialect: Dialect) -> None:
    for published in state.keys_of(entity):
        if _normal(published, dialect) != _normal(key, dialect):
            names = [name(entity) for name in (traits_name, members_name, log_name)]
            tables = ", ".join(f"{schema}.{name}" for name in names if name in state.relations)
            was, now = _listed(published), _listed(key)
            message = f"the key of `{entity}` was ({was}) and is ({now}) now; drop {tables} to start anew"
            raise WarehouseError("key_changed", message)


def _normal(columns: Columns, dialect: Dialect) -> list[tuple[str, exp.DataType]]:
    return [(name, exp.DataType.build(native, dialect=dialect.sqlglot)) for name, native in columns]


def _listed(columns: Columns) -> str:
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
