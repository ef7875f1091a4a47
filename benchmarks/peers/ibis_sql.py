"""Ibis: an aggregation of each fact, joined to the customers, in one expression."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

import ibis

from benchmarks.peers import FACTS, KEY, Statement, answer, since
from benchmarks.workload.data import AS_OF
from benchmarks.workload.traits import TIME, Asked

COLUMNS = {
    "orders": {KEY: "int64", "order_total": "decimal(18, 2)", "status": "string", "category": "string"},
    "events": {KEY: "int64", "event_name": "string"},
}


def compiled() -> list[Statement]:
    customers = ibis.table({KEY: "int64"}, name="customers")
    wide = customers
    for source, asked in FACTS.items():
        fact = ibis.table({**COLUMNS[source], TIME[source]: "timestamp"}, name=source)
        known = fact.filter(fact[TIME[source]] < ibis.timestamp(AS_OF))
        values = known.group_by(KEY).aggregate(**{one.name: metric(known, one) for one in asked})
        wide = wide.left_join(values, KEY).drop(f"{KEY}_right")
    counts = [one.name for asked in FACTS.values() for one in asked if one.function in ("count", "count_distinct")]
    return [Statement(str(ibis.to_sql(wide.fill_null(dict.fromkeys(counts, 0)), dialect="duckdb")), KEY, True)]


def metric(fact: Any, asked: Asked) -> Any:
    """An aggregate of the fact's rows that count."""
    conditions = [fact[asked.column] == asked.value] if asked.column else []
    conditions += [fact[asked.time] >= ibis.timestamp(since(asked))] if asked.days else []
    where = ibis.and_(*conditions) if conditions else None
    of: Any = fact[asked.of] if asked.of else None
    match asked.function:
        case "count":
            return fact.count(where=where)
        case "count_distinct":
            return of.nunique(where=where)
        case "average":
            return of.mean(where=where)
    return getattr(of, asked.function)(where=where)


if __name__ == "__main__":
    answer(f"ibis {version('ibis-framework')}", compiled)
