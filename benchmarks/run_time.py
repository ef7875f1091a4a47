"""Time to evaluate the Online Retail example on DuckDB: everything in one statement per entity, against one query each.

Both run in one process and one connection, in turn; the SQL is made beforehand. CPU time counts all threads.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

import duckdb

import coterie
from coterie.selection import selectables

EXAMPLE = Path(__file__).parent.parent / "examples/online_retail"
AS_OF = datetime(2011, 6, 30, tzinfo=UTC)
THREADS = 2


@dataclass(frozen=True)
class Running:
    """Medians of the rounds, and how often the sources are read."""

    statements: int
    seconds: float
    cpu: float
    scans: int


def measure(rounds: int = 7) -> tuple[Running, Running]:
    """Everything together, and every trait and audience by itself."""
    project = coterie.load(EXAMPLE)
    every = selectables(project.definitions)
    together = [one.sql for one in project.compile(AS_OF).entities]
    apart = [one.sql for each in every for one in project.compile(AS_OF, each.key).entities]
    with duckdb.connect() as connection:
        connection.execute(f"SET threads = {THREADS}")
        connection.execute("SET enable_progress_bar = false")
        spent = {"together": list[tuple[float, float]](), "apart": list[tuple[float, float]]()}
        for position in range(rounds + 1):
            for name, statements in (("together", together), ("apart", apart)):
                times = _evaluate(statements, connection)
                if position > 0:  # the first reads the files from disk
                    spent[name].append(times)
        return (
            _summary(together, spent["together"], connection),
            _summary(apart, spent["apart"], connection),
        )


def _evaluate(statements: Sequence[str], connection: duckdb.DuckDBPyConnection) -> tuple[float, float]:
    start, cpu = perf_counter(), process_time()
    for statement in statements:
        connection.execute(f"CREATE OR REPLACE TEMPORARY TABLE evaluated AS {statement}")
    return perf_counter() - start, process_time() - cpu


def _summary(
    statements: Sequence[str], spent: Sequence[tuple[float, float]], connection: duckdb.DuckDBPyConnection
) -> Running:
    seconds, cpu = (median(values) for values in zip(*spent, strict=True))
    plans = [str(connection.execute(f"EXPLAIN {statement}").fetchall()) for statement in statements]
    return Running(len(statements), seconds, cpu, sum(plan.count("Function: READ_PARQUET") for plan in plans))
