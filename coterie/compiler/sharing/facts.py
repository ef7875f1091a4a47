"""What rewrites weigh their choices by: what work costs on the engine, and what is known of the data.

No choice changes a row, so a guess is as good as a figure for everything but speed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from coterie.compiler.ir.expr import Column, Expr
from coterie.compiler.ir.rel import Plan, Select, Source
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
    """A relation that is the rows of one table or file, and what its columns are made of."""

    model: str
    rows: int
    columns: dict[str, Expr]
    """By the relation's names: expressions over the columns of the source, as far as they are known."""

    @property
    def groups(self) -> float:
        """About how many entities have such rows."""
        return self.rows / ROWS_PER_GROUP

    def source_column(self, expr: Expr) -> str | None:
        """The column of the source that an expression over the relation is; None if it is not one."""
        held = self.columns.get(expr.name) if isinstance(expr, Column) else None
        return held.name if isinstance(held, Column) else None


def is_stored(plan: Plan, model: str, facts: Facts) -> bool:
    """Does reading a model's source again cost no more than a scan?"""
    return plan.sources[model].source.sql is None and facts.statistics.is_stored(model)


def scan_of(plan: Plan, relation: str, facts: Facts) -> Scan | None:
    """The scan that a relation is; None for what is joined, or computed by somebody's own SELECT."""
    body = plan.relations[relation]
    if not isinstance(body, Select) or body.joins or body.distinct:
        return None
    if isinstance(body.input, Source):
        model = body.input.model
        if not is_stored(plan, model, facts):
            return None
        rows = facts.statistics.rows(model)
        return Scan(
            model, GUESSED_ROWS if rows is None else rows, {column.name: column.expr for column in body.columns}
        )
    below = scan_of(plan, body.input, facts) if isinstance(body.input, str) else None
    if below is None:
        return None
    columns = {
        column.name: below.columns.get(column.expr.name, column.expr)
        if isinstance(column.expr, Column)
        else column.expr
        for column in body.columns
    }
    return Scan(below.model, below.rows, columns)
