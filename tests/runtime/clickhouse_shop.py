"""A small shop on a ClickHouse behind its HTTP interface, and what is defined on it."""

from __future__ import annotations

from typing import Any

import clickhouse_connect
from clickhouse_connect.driver.client import Client

import coterie
from tests.engines.clickhouse_server import HOST, started

ROWS = (
    "CREATE TABLE shop.customers (id String, country Nullable(String), born Nullable(Date32)) ORDER BY id",
    """CREATE TABLE shop.orders (
        id Int64, customer String, at DateTime64(6, 'UTC'), amount Decimal(9, 2), tags Array(String),
        notes Nullable(String)
    ) ORDER BY id""",
    "INSERT INTO shop.customers VALUES ('é', 'DE', '1990-01-01'), ('z', 'de', NULL), ('A', NULL, '2000-02-29')",
    """INSERT INTO shop.orders VALUES
        (1, 'é', '2024-05-01 10:00:00', 10.50, ['tea', 'cup'], '{"gift": true}'),
        (2, 'é', '2024-05-02 10:00:00', 20.25, [], NULL),
        (3, 'z', '2024-05-03 10:00:00', 1, ['pot'], '{"gift": "no"}'),
        (4, 'z', '2024-06-01 00:00:00', 99, [], NULL)""",
)
DEFINITIONS: dict[str, Any] = {
    "models": [
        {"name": "customers", "source": {"table": "shop.customers"}, "primary_key": "id"},
        {
            "name": "orders",
            "source": {"table": "shop.orders"},
            "primary_key": "id",
            "timestamp_column": "at",
            "columns": [
                {"name": "notes", "type": "json"},
                {"name": "gift", "expression": "json_value(notes, '$.gift', 'boolean')"},
            ],
        },
    ],
    "relationships": [
        {
            "name": "customer_orders",
            "from_model": "customers",
            "to_model": "orders",
            "cardinality": "one_to_many",
            "join_keys": [{"from": "id", "to": "customer"}],
        }
    ],
    "traits": [
        {
            "name": name,
            "parent_model": "customers",
            "trait_type": kind,
            "config": {"source_model": "orders", **config},
        }
        for name, kind, config in (
            ("revenue", "aggregation", {"aggregation": "sum", "column": "amount"}),
            ("last_order", "aggregation", {"aggregation": "max", "column": "at"}),
            ("tags", "list", {"column": "tags", "elements": True}),
            ("gifts", "aggregation", {"aggregation": "count", "filter": "gift"}),
        )
    ],
    "audiences": [
        {
            "name": "big",
            "parent_model": "customers",
            "filter_tree": "{revenue} > 5",
            "splits": {"salt": "june", "groups": [{"name": "a", "percent": 50}, {"name": "b", "percent": 50}]},
        },
        {"name": "known", "parent_model": "customers", "filter_tree": "country IS NOT NULL"},
    ],
}


def opened(**options: Any) -> Client:
    return clickhouse_connect.get_client(host=HOST, port=started(), **options)


def fill(client: Client) -> None:
    """The tables of the shop, and nothing published."""
    for name in ("shop", "coterie"):
        client.command(f"DROP DATABASE IF EXISTS {name} SYNC")
    client.command("CREATE DATABASE shop")
    for statement in ROWS:
        client.command(statement)


def project(**changes: Any) -> coterie.Project:
    return coterie.Project(**(DEFINITIONS | changes))


def target(**changes: Any) -> dict[str, Any]:
    """The server as a target."""
    return {"source_type": "clickhouse", "host": HOST, "port": started()} | changes
