"""Time for 22 traits of the workload on DuckDB, against the SQL that other tools make of the same traits.

`python -m benchmarks.peers_time --scale 0.1 [--only ibis …]` prints all figures; `python -m benchmarks peers` has the
ratios. All statements run in one process and on one database, in turns, after each is held to the same values.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from statistics import median
from time import process_time
from typing import Any

import duckdb

import coterie
from benchmarks import workload_time
from benchmarks.peers import ASKED, KEY, NAMES, RUNS, Statement
from benchmarks.peers.environments import PEERS, Answer, Peer, ask
from benchmarks.workload import by_hand
from benchmarks.workload.traits import Asked, definitions, many
from benchmarks.workload_time import AS_OF
from coterie.compiler.catalog import Catalog

OURS = "coterie"
SIZES = (10, 100, 1_000)
"""How many traits are compiled."""
CATALOG = Catalog(
    {
        "customers": (("customer_id", "BIGINT"),),
        "orders": (
            *(("order_id", "BIGINT"), ("customer_id", "BIGINT"), ("order_total", "DECIMAL(18,2)")),
            *(("ordered_at", "TIMESTAMP"), ("status", "VARCHAR"), ("category", "VARCHAR")),
        ),
        "events": (
            *(("event_id", "BIGINT"), ("customer_id", "BIGINT"), ("event_name", "VARCHAR")),
            *(("ts", "TIMESTAMP"), ("properties", "VARCHAR")),
        ),
    }
)
"""What the database of the workload would say of its columns."""


@dataclass(frozen=True)
class Measured:
    """A way to evaluate the traits: medians in seconds, how long coterie takes against it, and compile times.

    The first compile has what a tool imports only then: coterie its compiler, others little.
    `zero_sums` tells whether a sum of no rows is 0, as it is for coterie and by hand.
    """

    name: str
    seconds: float
    cpu: float
    ratio: float
    cpu_ratio: float
    is_peer: bool = False
    first: float | None = None
    warm: float | None = None
    zero_sums: bool = True


class DifferentError(Exception):
    """A statement gives other values than the queries by hand."""


def measure(scale: float = 1.0, rounds: int = 5, peers: Sequence[Peer] = PEERS) -> list[Measured]:
    """Coterie first, then the peers, then SQL by hand."""
    answers = [ask(peer) for peer in peers]
    with workload_time.warehouse(scale) as connection:
        ours = _ours(lambda: workload_time.compiled(connection, NAMES))
        ways = {answer.tool: [wide(answer.statements)] for answer in (ours, *answers)}
        ways |= {"blind merge": [by_hand.blind_merge(ASKED, ())], "tuned by hand": [by_hand.tuned(ASKED, ())]}
        expect(connection)
        zeros = {name: check(name, statements[0], connection) for name, statements in ways.items()}
        ways["one query each"] = by_hand.one_each(ASKED, ())
        times = workload_time.in_turns(ways, connection, rounds)
    compiling = {answer.tool: answer for answer in (ours, *answers)}
    return [_measured(name, times, compiling.get(name), zeros.get(name, True)) for name in times]


def _measured(
    name: str, times: dict[str, list[tuple[float, float]]], compiling: Answer | None, zero_sums: bool
) -> Measured:
    seconds, cpu = zip(*times[name], strict=True)
    our_seconds, our_cpu = zip(*times[OURS], strict=True)
    return Measured(
        name,
        median(seconds),
        median(cpu),
        median(ours / other for ours, other in zip(our_seconds, seconds, strict=True)),
        median(ours / other for ours, other in zip(our_cpu, cpu, strict=True)),
        compiling is not None and name != OURS,
        compiling.first if compiling else None,
        compiling.warm if compiling else None,
        zero_sums,
    )


def measure_compiling(sizes: Sequence[int] = SIZES, peers: Sequence[Peer] = PEERS) -> Iterator[tuple[int, str, float]]:
    """CPU seconds from definitions to SQL, warm, of so many traits of one value each: coterie, then the peers.

    Who takes longer than a second is not asked for more.
    """
    for size in sizes:
        ours = _ours(partial(_compiled, definitions(many(size), {})))
        yield size, ours.tool, ours.warm
        quick = list[Peer]()
        for peer in peers:
            answer = ask(peer, size)
            yield size, answer.tool, answer.warm
            quick += [peer] if answer.warm <= 1.0 else []
        peers = quick


def _compiled(asked: dict[str, Any]) -> list[str]:
    return [one.sql for one in coterie.Project(**asked).compile(AS_OF, catalog=CATALOG).entities]


def _ours(compiled: Callable[[], list[str]]) -> Answer:
    """Coterie's statement, from definitions as plain values and what the database says of its tables."""
    spent = []
    for _ in range(RUNS + 1):
        start = process_time()
        (sql,) = compiled()
        spent.append(process_time() - start)
    return Answer(OURS, (Statement(sql, KEY, True),), spent[0], median(spent[1:]))


def wide(statements: Sequence[Statement]) -> str:
    """One statement with a row per customer: those of a tool, joined to the customers unless it does so."""
    if [one.has_customers for one in statements] == [True]:
        return statements[0].sql
    joins = [
        f"LEFT JOIN (\n{one.sql.strip().rstrip(';')}\n) AS part_{n} ON part_{n}.{one.key} = customers.{KEY}"
        for n, one in enumerate(statements)
    ]
    columns = ", ".join(f"part_{n}.* EXCLUDE ({one.key})" for n, one in enumerate(statements))
    return f"SELECT customers.{KEY}, {columns} FROM customers {' '.join(joins)}"


def expect(connection: duckdb.DuckDBPyConnection) -> None:
    """Keep a table for each of the queries by hand."""
    for asked, statement in zip(ASKED, by_hand.one_each(ASKED, ()), strict=True):
        connection.execute(f"CREATE TEMPORARY TABLE expected_{asked.name} AS {statement}")


def check(name: str, statement: str, connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether it gives sums of no rows as 0; raises `DifferentError` unless its values are the expected ones."""
    connection.execute(f"CREATE OR REPLACE TEMPORARY TABLE evaluated AS {statement}")
    for asked in ASKED:
        different = f"{_shown(asked)} IS DISTINCT FROM {_shown(asked, 'expected')}"
        (wrong,) = _one(
            f"SELECT count(*) FROM evaluated FULL JOIN expected_{asked.name} AS expected USING ({KEY})"
            f" WHERE evaluated.{KEY} IS NULL OR expected.{KEY} IS NULL OR {different}",
            connection,
        )
        if wrong:
            raise DifferentError(f"{name} has other values of {asked.name} for {wrong:,} customers")
    (nulls,) = _one("SELECT count(*) FROM evaluated WHERE spend_all IS NULL AND orders_all > 0", connection)
    return not nulls


def _shown(asked: Asked, table: str = "evaluated") -> str:
    """A value to compare: averages to the ninth place, and 0 where there is nothing to count or sum."""
    column = f"{table}.{asked.name}"
    if asked.function in ("count", "count_distinct", "sum"):
        return f"coalesce({column}, 0)"
    return f"round(CAST({column} AS DOUBLE), 9)" if asked.function == "average" else column


def _one(query: str, connection: duckdb.DuckDBPyConnection) -> tuple[int, ...]:
    found = connection.execute(query).fetchone()
    assert found is not None
    return found


def lines(measured: Sequence[Measured]) -> Iterator[str]:
    """The figures as text."""
    yield f"{'':32}{'wall':>9}{'CPU':>9}{'ratio':>8}{'CPU ratio':>11}{'first':>9}{'warm':>9}"
    for one in measured:
        compiling = "".join(f"{spent * 1000:6.0f} ms" for spent in (one.first, one.warm) if spent is not None)
        yield (
            f"{one.name:32}{one.seconds * 1000:6.0f} ms{one.cpu * 1000:6.0f} ms{one.ratio:8.2f}{one.cpu_ratio:11.2f}"
            f"{compiling:18}{'' if one.zero_sums else '  sums of no rows are NULL'}"
        )
    yield f"load {os.getloadavg()[0]:.1f}"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers_time", description=__doc__)
    parser.add_argument("--scale", type=float, default=1.0, help="of the workload's rows")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", nargs="*", choices=[peer.name for peer in PEERS], help="these peers; else all")
    asked = parser.parse_args()
    peers = [peer for peer in PEERS if not asked.only or peer.name in asked.only]
    for line in lines(measure(asked.scale, asked.rounds, peers)):
        print(line)


if __name__ == "__main__":
    main()
