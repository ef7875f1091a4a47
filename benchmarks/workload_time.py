"""Time and memory for the sixty traits of the workload on DuckDB, against the same traits as people write them.

All of it runs in one process and on one database, in turns; CPU time counts all threads. What is compared is in
`benchmarks.workload.by_hand`; a test holds all of it to the same rows.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

import duckdb

import coterie
from benchmarks.workload import audiences, by_hand, data, traits

AS_OF = datetime.fromisoformat(data.AS_OF).replace(tzinfo=UTC)
THREADS = 2
SIZES = (2, 3, 4, 6, 8, 12, 16, 24, 32, 48)
"""Of the choices of traits."""


@dataclass(frozen=True)
class Spent:
    """Medians of the rounds in seconds, and the bytes that the engine held at most."""

    seconds: float
    cpu: float
    memory: int


@dataclass(frozen=True)
class Subset:
    """Some of the traits: CPU against a query for each, how far the same plan is from itself, and bytes against the
    blind merge.
    """

    traits: int
    ratio: float
    spread: float
    memory: float


@contextmanager
def warehouse(scale: float) -> Iterator[duckdb.DuckDBPyConnection]:
    """The workload's tables, on disk."""
    with TemporaryDirectory() as folder, duckdb.connect(str(Path(folder) / "workload.duckdb")) as connection:
        connection.execute(f"SET threads = {THREADS}")
        connection.execute("SET enable_progress_bar = false")
        data.fill(connection, scale)
        connection.execute("CHECKPOINT")
        yield connection


def compiled(connection: duckdb.DuckDBPyConnection, select: Sequence[str] | None = None) -> list[str]:
    """The statements of coterie for all of the traits, or some."""
    chosen = None if select is None else [f"trait:{name}" for name in select]
    return sql_of(coterie.Project(**traits.definitions()), connection, chosen)


def measure(connection: duckdb.DuckDBPyConnection, rounds: int = 5) -> dict[str, Spent]:
    """All sixty traits, in each of the ways."""
    ways = all_ways(connection)
    times = in_turns(ways, connection, rounds)
    return {name: Spent(*map(median, zip(*times[name], strict=True)), _memory(ways[name], connection)) for name in ways}


def all_ways(connection: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    """The statements for the sixty traits as coterie compiles them, and as people write them."""
    return {
        "coterie": compiled(connection),
        "tuned by hand": [by_hand.tuned()],
        "one query each": by_hand.one_each(),
        "merged blindly": [by_hand.blind_merge()],
        "bare scans": by_hand.bare(),
    }


def measure_subsets(connection: duckdb.DuckDBPyConnection, rounds: int = 5, seed: int = 1) -> list[Subset]:
    """Random choices of the traits, from two to most of them."""
    chance, found = Random(seed), list[Subset]()
    for size in SIZES:
        aggregates = chance.sample(traits.AGGREGATES, size)
        statements = compiled(connection, [asked.name for asked in aggregates])
        apart, merged = by_hand.one_each(aggregates, ()), [by_hand.blind_merge(aggregates, ())]
        times = in_turns({"": statements, "again": statements, "apart": apart}, connection, rounds)
        cpu = {name: [one for _, one in rounds_of] for name, rounds_of in times.items()}
        ratios = [one / other for one, other in zip(cpu[""], cpu["apart"], strict=True)]
        spreads = [abs(one - other) / other for one, other in zip(cpu[""], cpu["again"], strict=True)]
        memory = _memory(statements, connection) / _memory(merged, connection)
        found.append(Subset(size, median(ratios), median(spreads), memory))
    return found


def measure_growth(scales: Sequence[float] = (0.25, 1.0, 4.0), rounds: int = 3) -> dict[float, dict[str, float]]:
    """CPU of all sixty traits in each of the ways, of so many times the usual rows."""
    found = {}
    for scale in scales:
        with warehouse(scale) as connection:
            times = in_turns(all_ways(connection), connection, rounds)
        found[scale] = {name: median(cpu for _, cpu in spent) for name, spent in times.items()}
    return found


def measure_many(connection: duckdb.DuckDBPyConnection, number: int, rounds: int = 3, most: int = 50) -> float:
    """CPU of so many traits together, against a query for each; of more than `most` queries, some are asked for all."""
    asked = traits.many(number)
    statements = sql_of(coterie.Project(**traits.definitions(asked, {})), connection)
    ways = {"": statements, "apart": by_hand.one_each(asked[:most], ())}
    times = in_turns(ways, connection, rounds)
    together, apart = (median(cpu for _, cpu in times[name]) for name in ways)
    return together / (apart * number / min(number, most))


def measure_audiences(connection: duckdb.DuckDBPyConnection, number: int, rounds: int = 5) -> dict[str, float]:
    """CPU of so many audiences together, against one statement of flags and a query for each, by hand."""
    chosen = audiences.audiences(number)
    ways = {
        "": sql_of(coterie.Project(**audiences.definitions(chosen)), connection),
        "one statement of flags": [audiences.flags(chosen)],
        "one query each": audiences.one_each(chosen),
    }
    times = in_turns(ways, connection, rounds)
    cpu = {name: median(spent for _, spent in rounds_of) for name, rounds_of in times.items()}
    return {name: cpu[""] / spent for name, spent in cpu.items() if name}


def sql_of(
    project: coterie.Project, connection: duckdb.DuckDBPyConnection, select: Sequence[str] | None = None
) -> list[str]:
    """The statements of a project, or of what is selected."""
    return [one.sql for one in project.compile(AS_OF, select, connection=connection).entities]


def in_turns(
    ways: Mapping[str, Sequence[str]], connection: duckdb.DuckDBPyConnection, rounds: int
) -> dict[str, list[tuple[float, float]]]:
    """The seconds and CPU seconds of each way in every round; the first reads from disk, and does not count."""
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in ways}
    for position in range(rounds + 1):
        for name, statements in ways.items():
            start, cpu = perf_counter(), process_time()
            for statement in statements:
                _evaluate(statement, connection)
            if position > 0:
                times[name].append((perf_counter() - start, process_time() - cpu))
    return times


def _evaluate(statement: str, connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute(f"CREATE OR REPLACE TEMPORARY TABLE evaluated AS {statement}")


def _memory(statements: Sequence[str], connection: duckdb.DuckDBPyConnection) -> int:
    """What the engine held for the statement that needs most, its own table included but no other's."""
    found = []
    with TemporaryDirectory() as folder:
        profile = Path(folder) / "profile.json"
        connection.execute("PRAGMA enable_profiling = 'json'")
        connection.execute(f"PRAGMA profiling_output = '{profile}'")
        for statement in statements:
            connection.execute("DROP TABLE IF EXISTS evaluated")
            _evaluate(statement, connection)
            found.append(int(json.loads(profile.read_text())["system"]["peak_buffer_memory"]))
        connection.execute("PRAGMA disable_profiling")
    return max(found)
