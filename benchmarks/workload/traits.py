"""The sixty traits, or up to a thousand of other kinds: what each one asks, and as definitions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from random import Random
from types import MappingProxyType
from typing import Any, Literal

from benchmarks.workload.data import EVENT_NAMES, STATUSES

Function = Literal[
    "count", "sum", "average", "min", "max", "count_distinct", "list_distinct", "exists", "first", "last"
]
YEAR, QUARTER, MONTH, WEEK = 365, 90, 30, 7


@dataclass(frozen=True)
class Asked:
    """An aggregate of a customer's orders or events: of those for which `column` equals `value`, of the last days."""

    name: str
    source: Literal["orders", "events"]
    function: Function
    of: str = ""
    column: str = ""
    value: str = ""
    days: int | None = None

    @property
    def time(self) -> str:
        return TIME[self.source]


TIME = {"orders": "ordered_at", "events": "ts"}
KEY = {"orders": "order_id", "events": "event_id"}
DAY, PLAYED = "day", "played"  # computed columns of events


def _over(days: Iterable[int | None], name: str, *rest: Any, **more: Any) -> list[Asked]:
    """The same over several periods; None is all time."""
    return [Asked(f"{name}_{n or 'all'}", *rest, days=n, **more) for n in days]


def _events(function: Function, of: str, **names: str) -> list[Asked]:
    return [Asked(name, "events", function, of, "event_name", event) for name, event in names.items()]


def _recent(**days: int) -> list[Asked]:
    """Events of the last days are counted."""
    return [Asked(f"{name}_{n}", "events", "count", "", "event_name", name, n) for name, n in days.items()]


COMPLETED = {"column": "status", "value": "completed"}
ORDERS = [
    *_over((None, WEEK, MONTH, QUARTER, YEAR), "orders", "orders", "count"),
    *_over((None, MONTH, QUARTER, YEAR), "spend", "orders", "sum", "order_total", **COMPLETED),
    *_over((None, QUARTER, YEAR), "order_value", "orders", "average", "order_total"),
    *_over((None, YEAR), "smallest", "orders", "min", "order_total"),
    *_over((None, YEAR), "largest", "orders", "max", "order_total"),
    *_over((None, QUARTER, YEAR), "categories", "orders", "count_distinct", "category"),
    *_over((None, YEAR), "bought", "orders", "list_distinct", "category", **COMPLETED),
    *(Asked(status, "orders", "count", "", "status", status) for status in ("refunded", "cancelled", "pending")),
    Asked("first_order", "orders", "min", "ordered_at"),
    Asked("last_order", "orders", "max", "ordered_at"),
    Asked("last_completed", "orders", "max", "ordered_at", **COMPLETED),
    Asked("has_refund_90", "orders", "exists", "", "status", "refunded", QUARTER),
    Asked("first_category", "orders", "first", "category"),
    Asked("last_category", "orders", "last", "category"),
]
EVENTS = [
    *_over((WEEK, MONTH, QUARTER, YEAR), "views", "events", "count", "", "event_name", "page_view"),
    *_recent(product_view=MONTH, add_to_cart=MONTH, checkout=MONTH, purchase=QUARTER),
    *_recent(email_open=QUARTER, email_click=QUARTER, search=YEAR),
    Asked("first_login", "events", "min", "ts", "event_name", "login"),
    *_events("max", "ts", last_login="login", last_view="page_view", last_purchase="purchase"),
    *_events("exists", "", unsubscribed="unsubscribe", signed_up="signup"),
    Asked("has_ticket_90", "events", "exists", "", "event_name", "support_ticket", QUARTER),
    *_over((MONTH, YEAR), "kinds", "events", "count_distinct", "event_name"),
    Asked("events", "events", "count"),
    Asked("active_days_90", "events", "count_distinct", DAY, days=QUARTER),
    Asked("played_90", "events", "sum", PLAYED, "event_name", "video_play", QUARTER),
]
AGGREGATES = (*ORDERS, *EVENTS)
FORMULAS = {
    "refund_rate": "{refunded} / {orders_all}",
    "order_value_trend": "{order_value_90} / {order_value_365}",
    "click_rate": "{email_click_90} / {email_open_90}",
    "checkout_rate": "{checkout_30} / {add_to_cart_30}",
    "orders_per_active_day": "{orders_90} / {active_days_90}",
    "days_since_order": "days_between({last_order}, as_of)",
    "spend_trend": "{spend_30} / {spend_90}",
}


def many(number: int, seed: int = 1) -> list[Asked]:
    """Up to a thousand: counts of events of a name, and what orders of a status amount to, over many periods."""
    periods = (None, *range(7, 175, 7))
    events = [one for name in EVENT_NAMES for one in _over(periods, name, "events", "count", "", "event_name", name)]
    amounts: tuple[Function, ...] = ("count", "sum", "average", "min", "max")
    orders = [
        one
        for status in dict.fromkeys(STATUSES)
        for function in amounts
        for one in _over(
            periods,
            f"{status}_{function}",
            "orders",
            function,
            "" if function == "count" else "order_total",
            column="status",
            value=status,
        )
    ]
    return Random(seed).sample([*events, *orders], number)


def definitions(
    aggregates: Iterable[Asked] = AGGREGATES, formulas: Mapping[str, str] = MappingProxyType(FORMULAS)
) -> dict[str, Any]:
    """The project, as plain values."""
    return {
        "name": "workload",
        "models": [
            {"name": "customers", "source": {"table": "customers"}, "primary_key": "customer_id"},
            {
                "name": "orders",
                "source": {"table": "orders"},
                "primary_key": KEY["orders"],
                "timestamp_column": TIME["orders"],
            },
            {
                "name": "events",
                "source": {"table": "events"},
                "primary_key": KEY["events"],
                "timestamp_column": TIME["events"],
                "columns": [
                    {"name": "properties", "type": "json"},
                    {"name": DAY, "expression": "date(ts)"},
                    {"name": PLAYED, "expression": "json_value(properties, '$.v', 'integer')"},
                ],
            },
        ],
        "relationships": [
            {
                "name": f"customer_{source}",
                "from_model": "customers",
                "to_model": source,
                "cardinality": "one_to_many",
                "join_keys": [{"from": "customer_id", "to": "customer_id"}],
            }
            for source in TIME
        ],
        "traits": [
            *(_definition(asked.name, *_config(asked)) for asked in aggregates),
            *(_definition(name, "formula", {"expression": expression}) for name, expression in formulas.items()),
        ],
    }


def _definition(name: str, kind: str, config: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "parent_model": "customers", "trait_type": kind, "config": config}


def _config(asked: Asked) -> tuple[str, dict[str, Any]]:
    """The kind of trait, and its config."""
    config: dict[str, Any] = {"source_model": asked.source}
    if asked.of:
        config["column"] = asked.of
    if asked.column:
        condition = {"column": asked.column, "operator": "equals", "value": asked.value}
        config["filter"] = {"type": "condition", "condition_type": "property", **condition}
    if asked.days:
        config["window"] = {"last": {"n": asked.days, "unit": "day"}}
    if asked.function == "list_distinct":
        return "list", config | {"distinct": True}
    if asked.function in ("exists", "first", "last"):
        return "occurrence", config | {"occurrence": asked.function}
    return "aggregation", config | {"aggregation": asked.function}
