"""A small project with something of everything that is published, for tests of one warehouse."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import coterie

JUNE, JULY = "2024-06-01", "2024-07-01"
DEFINITIONS: dict[str, Any] = {
    "models": [
        {"name": "customers", "source": {"table": "shop.customers"}, "primary_key": "id"},
        {
            "name": "orders",
            "source": {"table": "shop.orders"},
            "primary_key": "id",
            "timestamp_column": "at",
            "columns": [{"name": "gift", "expression": "json_value(notes, '$.gift', 'boolean')"}],
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


def project(**changes: Any) -> coterie.Project:
    return coterie.Project(**(DEFINITIONS | changes))


def plain(row: tuple[Any, ...]) -> list[object]:
    return [value.astimezone(UTC) if isinstance(value, datetime) else value for value in row]
