"""Does the steps of a run, reports each as it starts and ends, and says what has changed when one fails."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from time import perf_counter

from sqlglot import exp

from coterie.errors import WarehouseError
from coterie.runtime.cancellation import Cancellation
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


@dataclass
class Account:
    """What a run has done so far to a warehouse whose transactions do not hold all of it."""

    own: list[exp.Table] = field(default_factory=list)
    """Tables that are nobody's but the run's."""
    changed: list[str] = field(default_factory=list)
    """What is not any more as it was; inside of a transaction, what will not be."""
    is_open: bool = False
    """Has a transaction begun that has not ended?"""
    at: Write | None = None
    """The step that has begun and not ended."""

    def begin(self, step: Write) -> None:
        self.at = step
        if step.is_own:
            self.own += [statement.this for statement in step.statements]

    def did(self, step: Write) -> None:
        """A statement of the step is done."""
        match step.verb:
            case "begin":
                self.is_open = True
            case "commit":
                self.is_open = False
            case "publish" | "record" if step.subject not in self.changed:
                self.changed.append(step.subject)

    def clear(self, warehouse: Warehouse) -> None:
        """Take back the changes of rows, and drop the run's own tables, as far as that can be."""
        for statement in [*([exp.Rollback()] if self.is_open else []), *map(drop, self.own)]:
            with suppress(WarehouseError):
                warehouse.execute(statement)

    def told(self, *, is_lost: bool, by_half: bool) -> str:
        """What has changed, in words.

        Nobody knows whether a statement was done whose connection was lost; `by_half`, of any that failed.
        """
        changed, unsure = [] if self.is_open else self.changed, list[str]()
        if self.at is not None and (is_lost or by_half):
            if self.at.verb == "commit":
                unsure = self.changed
            elif self.at.verb in ("publish", "record") and not self.is_open:
                unsure = [self.at.subject]
        unsure = [one for one in unsure if one not in changed]
        parts = [f"before that, the run changed {', '.join(changed)}"] if changed else []
        parts += [f"the run may have changed {', '.join(unsure)}"] if unsure else []
        return f"{', and '.join(parts)}: repeat it to finish" if parts else ""


@contextmanager
def accounted(warehouse: Warehouse) -> Iterator[Account]:
    """Say of an error that leaves the block what the run has changed, unless a transaction takes all of it back."""
    account = Account()
    try:
        yield account
    except BaseException as error:
        if warehouse.publishing.transactions == "everything":
            raise
        account.clear(warehouse)
        is_lost = isinstance(error, WarehouseError) and error.code == "connection_lost"
        told = account.told(is_lost=is_lost, by_half=warehouse.publishing.replacing == "overwrite")
        if isinstance(error, WarehouseError) and told:
            raise WarehouseError(error.code, error.message, changed=told) from error
        if told:
            error.add_note(told)
        raise


def execute_all(
    steps: Sequence[Step], warehouse: Warehouse, account: Account, watch: Watch, cancellation: Cancellation
) -> list[tuple[Step, int | None]]:
    """Do the steps, and give the rows that each speaks of."""
    done: list[tuple[Step, int | None]] = []
    for number, step in enumerate(steps, 1):
        progress = Progress(step, number, len(steps))
        watch(progress)
        start = perf_counter()
        cancellation.check()
        rows = (
            _counted(step, warehouse) if isinstance(step, Check) else _written(step, warehouse, account, cancellation)
        )
        watch(replace(progress, seconds=perf_counter() - start, rows=rows))
        done.append((step, rows))
    return done


def _counted(step: Check, warehouse: Warehouse) -> int:
    """How many rows break a promise. Raises WarehouseError if they stop the run."""
    rows: int = warehouse.fetch(step.check.tree)[0][0]
    if rows and step.check.stops:
        raise WarehouseError(step.check.code, step.complaint or step.check.told(rows))
    return rows


def _written(step: Write, warehouse: Warehouse, account: Account, cancellation: Cancellation) -> int | None:
    """Execute the statements of a step."""
    account.begin(step)
    for statement in step.statements:
        cancellation.check()
        warehouse.execute(statement)
        account.did(step)
    account.at = None
    return warehouse.fetch(step.counted)[0][0] if step.counted else None
