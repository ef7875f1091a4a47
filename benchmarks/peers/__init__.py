"""Tools that make SQL of metrics, asked for the traits of the workload that all of them can express.

Each script here is run by the Python of the tool's own environment, and prints the tool's statements as JSON.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median
from time import process_time

from benchmarks.workload.data import AS_OF
from benchmarks.workload.traits import AGGREGATES, TIME, Asked, many

NAMES = (
    *("orders_all", "orders_30", "orders_365", "spend_all", "spend_90", "spend_365", "order_value_all"),
    *("order_value_365", "smallest_all", "largest_365", "categories_all", "categories_365", "refunded"),
    *("last_order", "last_completed"),
    *("views_30", "views_365", "purchase_90", "search_365", "last_login", "kinds_365", "events"),
)
TRAITS = "COTERIE_PEERS_TRAITS"
"""So many others may be asked for instead, to be compiled only."""
_NUMBER = int(os.environ.get(TRAITS, "0"))
ASKED = tuple(many(_NUMBER) if _NUMBER else (asked for asked in AGGREGATES if asked.name in NAMES))
FACTS = {source: tuple(asked for asked in ASKED if asked.source == source) for source in TIME}
KEY = "customer_id"
RUNS = 5


@dataclass(frozen=True)
class Statement:
    """A tool's SQL: a row for each value of its column `key`, and the traits in columns of their names.

    It has all customers when it reads them itself.
    """

    sql: str
    key: str = KEY
    has_customers: bool = False


def since(asked: Asked) -> str:
    """The first moment that counts, as text; nothing if all do."""
    return str(datetime.fromisoformat(AS_OF) - timedelta(days=asked.days)) if asked.days else ""


def condition(asked: Asked, template: str = "{}") -> str:
    """Which rows count, as SQL on columns that are written as in the template; nothing if all do."""
    parts = [f"{template.format(asked.column)} = '{asked.value}'"] if asked.column else []
    parts += [f"{template.format(asked.time)} >= TIMESTAMP '{since(asked)}'"] if asked.days else []
    return " AND ".join(parts)


def answer(tool: str, compiled: Callable[[], list[Statement]]) -> None:
    """Print the tool's statements, and the CPU seconds from definitions to SQL: of the first time, and warm."""
    spent: list[float] = []
    for _ in range(RUNS + 1):
        start = process_time()
        statements = compiled()
        spent.append(process_time() - start)
    found = [vars(one) for one in statements]
    print(json.dumps({"tool": tool, "statements": found, "first": spent[0], "warm": median(spent[1:])}))
