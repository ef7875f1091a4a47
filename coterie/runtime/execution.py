"""Does the steps of a run, reports each as it starts and ends, and says what has changed when one fails."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from time import perf_counter

from sqlglot import exp

from coterie.errors import WarehouseError
from coterie.runtime.planner import Check, Step, Write
from coterie.runtime.tables import drop
from coterie.runtime.warehouse import Warehouse


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


def execute_all(steps: Sequence[Step], warehouse: Warehouse, watch: Watch) -> list[tuple[Step, int | None]]:
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
