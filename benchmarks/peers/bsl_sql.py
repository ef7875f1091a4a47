"""Boring Semantic Layer: the measures of each fact by customer, in a query each.

It can also join both facts to the customers, but then multiplies each customer's orders by their events.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import version
from typing import Any

import ibis
from boring_semantic_layer import to_semantic_table

from benchmarks.peers import FACTS, KEY, Statement, answer
from benchmarks.peers.ibis_sql import metric
from benchmarks.workload import data
from benchmarks.workload.traits import TIME, Asked


def compiled(backend: Any) -> list[Statement]:
    statements = []
    for source, asked in FACTS.items():
        fact = backend.table(source)
        known = fact.filter(fact[TIME[source]] < ibis.timestamp(data.AS_OF))
        measured = (
            to_semantic_table(known, name=source)
            .with_dimensions(**{KEY: lambda table: table[KEY]})
            .with_measures(**{one.name: measure(one) for one in asked})
        )
        statements.append(Statement(str(measured.group_by(KEY).aggregate(*(one.name for one in asked)).sql())))
    return statements


def measure(asked: Asked) -> Callable[[Any], Any]:
    return lambda table: metric(table, asked)


if __name__ == "__main__":
    empty = ibis.duckdb.connect()
    data.fill(empty.con, 0)
    answer(f"boring-semantic-layer {version('boring-semantic-layer')}", lambda: compiled(empty))
