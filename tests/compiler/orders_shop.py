"""A shop of three customers and their orders, and what its traits and audiences compile to at given prices."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import duckdb

import coterie
from coterie import compiler, dialects
from coterie.compiler.catalog import Catalog
from coterie.compiler.compiled import EntityStatement
from coterie.compiler.sharing.facts import NOTHING_KNOWN, Statistics
from coterie.dialects.costs import Costs

AS_OF = datetime(2024, 7, 1, tzinfo=UTC)
SETUP = """
    CREATE TABLE customers (id INTEGER);
    INSERT INTO customers VALUES (1), (2), (3);
    CREATE TABLE orders (customer INTEGER, placed TIMESTAMP, kind VARCHAR, amount INTEGER, detail VARCHAR);
    INSERT INTO orders VALUES
        (1, '2024-06-30 10:00:00', 'b', 5, '{"n": 1}'),
        (1, '2024-06-20 10:00:00', 'a', 7, '{"n": 2}'),
        (1, '2024-01-01 10:00:00', 'c', 9, 'broken'),
        (1, '2024-01-01 11:00:00', 'a', NULL, NULL),
        (2, '2024-01-02 00:00:00', NULL, 4, '{"n": 4}'),
        (2, '2024-06-29 00:00:00', 'd', 6, '{"n": 8}'),
        (2, '2024-07-01 00:00:00', 'e', 100, '{"n": 16}'),
        (NULL, '2024-06-30 00:00:00', 'a', 50, NULL);
"""
NATIVES = {"customers": (("id", "INTEGER"),), "orders": (
    ("customer", "INTEGER"), ("placed", "TIMESTAMP"), ("kind", "VARCHAR"), ("amount", "INTEGER"), ("detail", "VARCHAR"),
)}  # fmt: skip


def project(
    *traits: Mapping[str, Any],
    orders: Mapping[str, Any] | None = None,
    timezone: str = "UTC",
    key: str = "customer",
    audiences: Sequence[Any] = (),
) -> coterie.Project:
    source = {"source": {"table": "orders"}} | dict(orders or {})
    kinds = {"aggregation": "aggregation", "distinct": "list", "occurrence": "occurrence"}
    return coterie.Project(
        timezone=timezone,
        models=[
            {"name": "customers", "source": {"table": "customers"}, "primary_key": "id"},
            {"name": "orders", "timestamp_column": "placed", "columns": [
                {"name": "detail", "type": "json"}, {"name": "day", "expression": "date(placed)"},
                {"name": "number", "expression": "json_value(detail, '$.n', 'integer')"},
            ]} | source,
        ],
        relationships=[{
            "name": "customer_orders", "from_model": "customers", "to_model": "orders",
            "cardinality": "one_to_many", "join_keys": [{"from": "id", "to": key}],
        }],
        traits=[
            {
                "name": f"t{number}",
                "parent_model": "customers",
                "trait_type": next(kind for key, kind in kinds.items() if key in config),
                "config": {"source_model": "orders"} | dict(config),
            }
            for number, config in enumerate(traits)
        ],
        audiences=[
            {"name": f"a{number}", "parent_model": "customers", "filter_tree": tree}
            for number, tree in enumerate(audiences)
        ],
    )  # fmt: skip


def last(days: int, **config: Any) -> dict[str, Any]:
    return config | {"window": {"last": {"n": days, "unit": "day"}}}


def statement(made: coterie.Project, costs: Costs, statistics: Statistics = NOTHING_KNOWN) -> EntityStatement:
    dialect = replace(dialects.get("duckdb"), costs=costs)
    compiled = compiler.compile(made.definitions, Catalog(NATIVES), dialect, as_of=AS_OF, statistics=statistics)
    (one,) = compiled.entities
    return one


def rows(connection: duckdb.DuckDBPyConnection, one: EntityStatement) -> list[tuple[Any, ...]]:
    return sorted(connection.execute(one.sql).fetchall())


def relations(one: EntityStatement) -> list[str]:
    return re.findall(r'"(\w+)" AS \(', one.sql)
