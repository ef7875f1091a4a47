"""What rewrites weigh their choices by: what work costs on the engine, and what is known of the data.

No choice changes a row, so a guess is as good as a figure for everything but speed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Protocol, TypeGuard

from coterie.compiler.ir.expr import Column, Expr
from coterie.compiler.ir.logic import conjuncts
from coterie.compiler.ir.rel import Body, Plan, Select, Source
from coterie.compiler.ir.traverse import looks_around
from coterie.dialects.costs import Costs

GUESSED_ROWS = 10_000_000
GUESSED_AGE = timedelta(days=3 * 365)
ROWS_PER_GROUP = 10


class Statistics(Protocol):
    """What the warehouse knows of the sources of models, by column of the source; None for what it does not."""

    def is_stored(self, model: str) -> bool:
        """Are its rows kept so that reading them again is what a scan costs? Those of a view are computed again."""

    def rows(self, model: str) -> int | None:
        """About how many rows there are."""

    def distinct(self, model: str, column: str) -> int | None:
        """About how many different values a column has."""

    def oldest(self, model: str, column: str) -> date | datetime | None:
        """About the first moment in a column."""

    def prunes(self, model: str, column: str) -> bool:
        """Does a bound of a column leave other rows unread, as the rows are partitioned or sorted by it?"""


@dataclass(frozen=True, slots=True)
class Assumed:
    """The statistics of data that nobody has asked about: every source has so many rows, if that is known."""

    known: int | None = None

    def is_stored(self, model: str) -> bool:
        return True

    def rows(self, model: str) -> int | None:
        return self.known

    def distinct(self, model: str, column: str) -> int | None:
        return None

    def oldest(self, model: str, column: str) -> date | datetime | None:
        return None

    def prunes(self, model: str, column: str) -> bool:
        return False


NOTHING_KNOWN: Statistics = Assumed()
FEW_ROWS: Statistics = Assumed(1_000)
"""Those of a few keys, or of a test: what is simplest is best."""


@dataclass(frozen=True)
class Facts:
    """What is known when a plan is shared."""

    costs: Costs
    as_of: datetime
    statistics: Statistics = NOTHING_KNOWN


@dataclass(frozen=True, slots=True)
class Scan:
    """A relation that is the rows of one table or file, what its columns are made of, and what is known of the rows."""

    model: str
    rows: int
    columns: Mapping[str, Expr]
    """By the relation's names: expressions over the columns of the source, as far as they are known."""
    conditions: tuple[Expr, ...] = ()
    """On columns of the source."""

    entities: int | None = None
    """How many there are of whom the rows are grouped by, if that is known."""

    @property
    def groups(self) -> float:
        """About how many entities have such rows."""
        return self.rows / ROWS_PER_GROUP if self.entities is None else min(self.entities, self.rows)

    def made_of(self, expr: Expr) -> Expr:
        """A column of the relation as what it is made of; other expressions as they are."""
        return self.columns.get(expr.name, expr) if isinstance(expr, Column) else expr

    def source_column(self, expr: Expr) -> str | None:
        """The column of the source that an expression over the relation is; None if it is not one."""
        held = self.columns.get(expr.name) if isinstance(expr, Column) else None
        return held.name if isinstance(held, Column) else None


def is_stored(plan: Plan, model: str, facts: Facts) -> bool:
    """Does reading a model's source again cost no more than a scan?"""
    return plan.sources[model].source.sql is None and facts.statistics.is_stored(model)


def entities_of(plan: Plan, facts: Facts) -> dict[str, int]:
    """How many rows the models have that relations are joined to, as far as that is known."""
    found: dict[str, int] = {}
    for body in (*plan.relations.values(), *(output.select for output in plan.outputs)):
        if not isinstance(body, Select) or not body.joins:
            continue
        below: Body = body
        while isinstance(below, Select) and isinstance(below.input, str):
            below = plan.relations[below.input]
        if isinstance(below, Select) and isinstance(below.input, Source):
            rows = facts.statistics.rows(below.input.model)
            if rows is not None:
                found.update({join.relation: rows for join in body.joins})
    return found


def rows_read(scan: Scan, time: Expr | None, wanted: float, facts: Facts) -> float:
    """About how many rows of a scan are read for those that a bound of `time` leaves, of which there are `wanted`."""
    column = None if time is None else scan.source_column(time)
    is_pruned = facts.costs.prunes or (column is not None and facts.statistics.prunes(scan.model, column))
    return wanted if is_pruned else scan.rows


def is_plain(body: Body, plan: Plan) -> TypeGuard[Select]:
    """Is a relation a row for each row of its input, beside what short lists say of them?"""
    if not isinstance(body, Select) or body.distinct or any(looks_around(one.expr) for one in body.columns):
        return False
    return all(join.relation in plan.dictionaries for join in body.joins)


def scan_of(plan: Plan, relation: str, facts: Facts, entities: int | None = None) -> Scan | None:
    """The scan that a relation is; None for what is joined, or computed by somebody's own SELECT.

    `entities` is how many there are that its rows are grouped by.
    """
    body = plan.relations[relation]
    if not is_plain(body, plan):
        return None
    if isinstance(body.input, Source):
        model = body.input.model
        if not is_stored(plan, model, facts):
            return None
        rows = facts.statistics.rows(model)
        columns = {column.name: column.expr for column in body.columns}
        return Scan(model, GUESSED_ROWS if rows is None else rows, columns, conjuncts(body.where), entities)
    below = scan_of(plan, body.input, facts, entities) if isinstance(body.input, str) else None
    if below is None:
        return None
    made = {
        column.name: below.made_of(column.expr)
        for column in body.columns
        if isinstance(column.expr, Column) and column.expr.source == 0
    }
    return replace(below, columns=made)
