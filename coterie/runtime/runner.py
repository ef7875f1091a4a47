"""Runs steps, in one transaction where the warehouse's reach so far: what is published then changes at its end, or not
at all.

The only module with effects. It reports each step as it starts and ends, and brings back counts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from time import perf_counter

from sqlglot import exp

from coterie.compiler.compiled import Compiled, EntityStatement
from coterie.compiler.ir.names import slug_of
from coterie.compiler.ir.published import AUDIENCE_SIZES, TRAIT_EVALUATIONS, members_name
from coterie.compiler.ir.times import iso
from coterie.dialects import Dialect
from coterie.errors import WarehouseError
from coterie.runtime.planner import Check, Step, Write, plan
from coterie.runtime.relations import SPLIT_GROUP, column, table
from coterie.runtime.report import AudienceReport, EntityReport, GroupReport, RunReport, TraitReport, group_reports
from coterie.runtime.state import read_state
from coterie.runtime.tables import Tables, drop
from coterie.runtime.warehouse import Row, Warehouse
from coterie.types import INSTANT


@dataclass(frozen=True, slots=True)
class Progress:
    """A step that starts (`seconds` is None) or has ended; `number` of `total`, from 1."""

    step: Step
    number: int
    total: int
    seconds: float | None = None
    rows: int | None = None

    @property
    def is_check(self) -> bool:
        return isinstance(self.step, Check)


Watch = Callable[[Progress], None]


def run(
    compiled: Compiled,
    warehouse: Warehouse,
    dialect: Dialect,
    *,
    schema: str,
    evaluated_at: datetime,
    partial: bool = False,
    watch: Watch = lambda progress: None,
) -> RunReport:
    """Evaluate and publish everything that was compiled, at once where the warehouse can.

    Errors: WarehouseError, and those of `planner.plan`; after an error nothing has changed, or it says what has.
    """
    start, before = perf_counter(), warehouse.cost()
    with warehouse.transaction(f"coterie {schema} {iso(compiled.as_of)}"):
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
        counts = _execute_all(steps, warehouse, watch)
        as_of = dialect.literal(compiled.as_of, INSTANT)
        traits = _recorded(warehouse, schema, TRAIT_EVALUATIONS, ("trait", "value_count"), as_of)
        sizes = ("audience", "size", "entered", "exited", "retained")
        audiences = _recorded(warehouse, schema, AUDIENCE_SIZES, sizes, as_of)
        groups = _group_sizes(warehouse, schema, compiled.entities)
    entities = tuple(_report(one, counts, traits, audiences, groups) for one in compiled.entities)
    cost = warehouse.cost().since(before)
    return RunReport(compiled.as_of, evaluated_at, perf_counter() - start, entities, compiled.notes, cost)


def _finish(warehouse: Warehouse, dialect: Dialect, schema: str, moment: datetime) -> None:
    """Finish what a run began that was broken off, before what it left is read."""
    if warehouse.publishing.replacing == "overwrite":
        there = warehouse.relations(schema)
        publishing = warehouse.publishing
        tables = Tables(dialect=dialect, publishing=publishing, schema=schema, moment=moment, there=there)
        for statement in tables.unfinished():
            warehouse.execute(statement)


def _execute_all(steps: Sequence[Step], warehouse: Warehouse, watch: Watch) -> list[tuple[Step, int | None]]:
    """Do the steps, and give the rows that each speaks of."""
    done: list[tuple[Step, int | None]] = []
    is_whole = warehouse.publishing.transactions == "everything"
    try:
        for number, step in enumerate(steps, 1):
            done.append((step, _execute(Progress(step, number, len(steps)), warehouse, watch)))
    except BaseException as error:
        if is_whole:
            raise
        is_begun = warehouse.publishing.replacing == "overwrite"  # so that a step may be done by half
        finished = [step for step in steps[: len(done) + is_begun] if isinstance(step, Write)]
        verbs = {step.verb for step in finished}
        is_open = "begin" in verbs and "commit" not in verbs
        _clear(steps[: len(done) + 1], warehouse, is_open=is_open)
        if not isinstance(error, WarehouseError):
            raise
        changes = _changes(finished, steps[len(done)], is_open=is_open, is_lost=error.code == "connection_lost")
        if not changes:
            raise
        raise WarehouseError(error.code, f"{error.message}; {', and '.join(changes)}: repeat it to finish") from error
    return done


def _changes(finished: Sequence[Write], broken: Step, *, is_open: bool, is_lost: bool) -> list[str]:
    """What a run changed that was broken off, in words.

    Nobody knows whether a statement was done whose connection was lost.
    """
    written = [step.subject for step in finished if step.verb in ("publish", "record")]
    unsure: list[str] = []
    if is_lost and isinstance(broken, Write):
        if is_open:
            unsure = written if broken.verb == "commit" else []
        elif broken.verb in ("publish", "record"):
            unsure = [broken.subject]
    changed = [] if is_open else written
    return [
        *([f"before that, the run changed {', '.join(changed)}"] if changed else []),
        *([f"the run may have changed {', '.join(unsure)}"] if unsure else []),
    ]


def _clear(steps: Sequence[Step], warehouse: Warehouse, *, is_open: bool) -> None:
    """Take back the changes of rows, and drop the tables, of a run that was broken off, as far as that can be."""
    own = [one.this for step in steps if isinstance(step, Write) and step.is_own for one in step.statements]
    for statement in [*([exp.Rollback()] if is_open else []), *map(drop, own)]:
        with suppress(WarehouseError):
            warehouse.execute(statement)


def _execute(progress: Progress, warehouse: Warehouse, watch: Watch) -> int | None:
    """Do one step, and give the rows it speaks of."""
    watch(progress)
    start = perf_counter()
    match progress.step:
        case Check() as step:
            rows: int | None = warehouse.fetch(step.check.tree)[0][0]
            if rows and step.check.stops:
                raise WarehouseError(step.check.code, step.complaint or step.check.told(rows))
        case Write() as step:
            for statement in step.statements:
                warehouse.execute(statement)
            rows = warehouse.fetch(step.counted)[0][0] if step.counted else None
    watch(replace(progress, seconds=perf_counter() - start, rows=rows))
    return rows


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
    statement: EntityStatement,
    counts: Sequence[tuple[Step, int | None]],
    traits: Mapping[tuple[str, str], Row],
    audiences: Mapping[tuple[str, str], Row],
    groups: Mapping[tuple[str, str], tuple[GroupReport, ...]],
) -> EntityReport:
    entity = slug_of(statement.entity)
    rows = null_keys = 0
    for step, count in counts:
        match step:
            case Write(verb="build", subject=subject) if subject == entity:
                rows += count or 0
            case Check(check=check) if check.code == "null_key" and check.entity == statement.entity:
                null_keys += count or 0
    return EntityReport(
        statement.entity,
        rows,
        null_keys,
        tuple(TraitReport(one.slug, str(one.type), *traits[entity, one.slug]) for one in statement.traits),
        tuple(
            replace(AudienceReport(one.slug, *audiences[entity, one.slug]), groups=groups.get((entity, one.slug), ()))
            for one in statement.audiences
        ),
    )
