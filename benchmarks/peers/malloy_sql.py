"""Malloy: measures of a source for each fact, by customer in a query each, with the order that it adds by itself.

Its compiler is a library for Node; this writes the model, and `malloy_compile.mjs` has it compiled. A source that joins
both facts would multiply each customer's orders by their events.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from benchmarks.peers import FACTS, KEY, RUNS, since
from benchmarks.workload.data import AS_OF
from benchmarks.workload.traits import TIME, Asked

SCRIPT = Path(__file__).with_name("malloy_compile.mjs")
TABLES = (
    "CREATE TABLE orders (order_id BIGINT, customer_id BIGINT, order_total DECIMAL(18, 2), ordered_at TIMESTAMP,"
    " status VARCHAR, category VARCHAR)",
    "CREATE TABLE events (event_id BIGINT, customer_id BIGINT, event_name VARCHAR, ts TIMESTAMP, properties VARCHAR)",
)
FUNCTIONS = {"average": "avg"}


def source_of(fact: str) -> str:
    """The fact as a source with its measures."""
    measures = "\n".join(f"    {asked.name} is {measure(asked)}" for asked in FACTS[fact])
    known = f"where: {TIME[fact]} < @{AS_OF} 00:00:00"
    return f"source: {fact} is duckdb.table('{fact}') extend {{\n  {known}\n  measure:\n{measures}\n}}"


def measure(asked: Asked) -> str:
    conditions = [f"{asked.column} = '{asked.value}'"] if asked.column else []
    conditions += [f"{asked.time} >= @{since(asked)}"] if asked.days else []
    counted = asked.of if asked.function == "count_distinct" else ""
    function = FUNCTIONS.get(asked.function, asked.function)
    value = f"count({counted})" if asked.function.startswith("count") else f"{asked.of}.{function}()"
    return f"{value} {{ where: {' and '.join(conditions)} }}" if conditions else value


def query_of(fact: str) -> str:
    names = ", ".join(asked.name for asked in FACTS[fact])
    return f"run: {fact} -> {{ group_by: {KEY} aggregate: {names} }}"


def main() -> None:
    """Run in the folder that has the library; prints what the script does."""
    model = "\n".join(source_of(fact) for fact in FACTS)
    asked = {
        "tables": TABLES,
        "model": model,
        "queries": [query_of(fact) for fact in FACTS],
        "key": KEY,
        "runs": RUNS,
    }
    subprocess.run(["node", str(SCRIPT)], input=json.dumps(asked), text=True, check=True)


if __name__ == "__main__":
    main()
