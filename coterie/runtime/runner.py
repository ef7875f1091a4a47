"""A run: reads what is published, plans and does the steps, and brings back counts.

All happens in one transaction where the warehouse's reach so far: what is published changes at its end, or not at all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from time import perf_counter

from sqlglot import exp

from coterie.compiler.compiled import Compiled, EntityStatement
from coterie.compiler.ir.names import slug_of
from coterie.compiler.ir.published import AUDIENCE_SIZES, TRAIT_EVALUATIONS, members_name
from coterie.compiler.ir.times import iso
from coterie.dialects import Dialect
from coterie.errors import WarehouseError
from coterie.runtime.cancellation import Cancellation
from coterie.runtime.execution import Watch, accounted, execute_all
from coterie.runtime.planner import Check, Step, Write, plan
from coterie.runtime.relations import SPLIT_GROUP, column, table
from coterie.runtime.report import AudienceReport, EntityReport, GroupReport, RunReport, TraitReport, group_reports
from coterie.runtime.state import read_state
from coterie.runtime.tables import Tables
from coterie.runtime.warehouse import Row, Warehouse
from coterie.types import INSTANT


def run(
    compiled: Compiled,
    warehouse: Warehouse,
    dialect: Dialect,
    *,
    schema: str,
    evaluated_at: datetime,
    partial: bool = False,
    watch: Watch = lambda progress: None,
    cancellation: Cancellation | None = None,
) -> RunReport:
    """Evaluate and publish everything that was compiled, at once where the warehouse can.

    Errors: WarehouseError, and those of `planner.plan`; after an error nothing has changed, or it says what has.
    """
    start, before = perf_counter(), warehouse.cost()
    cancellation, is_done = cancellation or Cancellation(), False
    try:
        with cancellation.of(warehouse), warehouse.transaction(f"coterie {schema} {iso(compiled.as_of)}"):
            with accounted(warehouse) as account:
                _finish(warehouse, dialect, schema, evaluated_at)
                state = read_state(warehouse, schema)
                steps = plan(
                    compiled,
                    state,
                    dialect,
                    warehouse.publishing,
                    schema=schema,
                    evaluated_at=evaluated_at,
                    partial=partial,
                )
                counts = execute_all(steps, warehouse, account, watch, cancellation)
                entities = _reports(compiled, warehouse, dialect, schema, counts)
            is_done = True
    except WarehouseError as error:
        if not (is_done and error.code == "connection_lost"):
            raise
        unsure = "nobody knows whether the run was published: repeat it to be sure"
        raise WarehouseError(error.code, error.message, changed=unsure) from error
    cost = warehouse.cost().since(before)
    readings = [one.reading for one in compiled.entities]
    return RunReport(
        compiled.as_of,
        evaluated_at,
        perf_counter() - start,
        entities,
        compiled.notes,
        cost,
        scans=sum(len(one.scans) for one in readings),
        scans_apart=sum(one.scans_apart for one in readings),
    )


def _reports(
    compiled: Compiled,
    warehouse: Warehouse,
    dialect: Dialect,
    schema: str,
    counts: Sequence[tuple[Step, int | None]],
) -> tuple[EntityReport, ...]:
    """What was written of each entity, as the warehouse has it now."""
    as_of = dialect.literal(compiled.as_of, INSTANT)
    traits = _recorded(warehouse, schema, TRAIT_EVALUATIONS, ("trait", "value_count"), as_of)
    sizes = ("audience", "size", "entered", "exited", "retained")
    audiences = _recorded(warehouse, schema, AUDIENCE_SIZES, sizes, as_of)
    groups = _group_sizes(warehouse, schema, compiled.entities)
    return tuple(
        _report(entity, parts, counts, traits, audiences, groups) for entity, parts in compiled.by_entity().items()
    )


def _finish(warehouse: Warehouse, dialect: Dialect, schema: str, moment: datetime) -> None:
    """Finish what a run began that was broken off, before what it left is read."""
    if warehouse.publishing.replacing == "overwrite":
        there = warehouse.relations(schema)
        publishing = warehouse.publishing
        tables = Tables(dialect=dialect, publishing=publishing, schema=schema, moment=moment, there=there)
        for statement in tables.unfinished():
            warehouse.execute(statement)


def _recorded(
    warehouse: Warehouse, schema: str, relation: str, columns: Sequence[str], as_of: exp.Expr
) -> dict[tuple[str, str], Row]:
    """What the evaluations of this `as_of` say, by entity and definition."""
    query = (
        exp.select(*(column(name) for name in ("entity", *columns)))
        .from_(table(relation, schema))
        .where(column("as_of").eq(as_of))
    )
    return {(row[0], row[1]): row[2:] for row in warehouse.fetch(query)}


def _group_sizes(
    warehouse: Warehouse, schema: str, entities: Sequence[EntityStatement]
) -> dict[tuple[str, str], tuple[GroupReport, ...]]:
    """The sizes of split groups, empty ones too, by entity and audience."""
    found = {}
    for entity, statement in ((slug_of(one.entity), one) for one in entities if one.splits):
        query = (
            exp.select(column("audience"), column(SPLIT_GROUP), exp.Count(this=exp.Star()))
            .from_(table(members_name(entity), schema))
            .group_by(column("audience"), column(SPLIT_GROUP))
        )
        sizes: dict[str, dict[str, int]] = {}
        for audience, group, size in warehouse.fetch(query):
            sizes.setdefault(audience, {})[group] = size
        for split in statement.splits:
            found[entity, split.slug] = group_reports(split, sizes.get(split.slug, {}))
    return found


def _report(
    name: str,
    parts: Sequence[EntityStatement],
    counts: Sequence[tuple[Step, int | None]],
    traits: Mapping[tuple[str, str], Row],
    audiences: Mapping[tuple[str, str], Row],
    groups: Mapping[tuple[str, str], tuple[GroupReport, ...]],
) -> EntityReport:
    entity = slug_of(name)
    rows = null_keys = 0
    for step, count in counts:
        match step:
            case Write(verb="build", subject=subject) if subject == entity:
                rows += count or 0
            case Check(check=check) if check.code == "null_key" and check.entity == name:
                null_keys += count or 0
    return EntityReport(
        name,
        rows,
        null_keys,
        tuple(TraitReport(one.slug, str(one.type), *traits[entity, one.slug]) for part in parts for one in part.traits),
        tuple(
            replace(AudienceReport(one.slug, *audiences[entity, one.slug]), groups=groups.get((entity, one.slug), ()))
            for part in parts
            for one in part.audiences
        ),
    )
