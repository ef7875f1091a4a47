"""Audiences over the traits of the workload and the customers' events: as definitions, and as SQL by hand.

Half of the conditions compare a trait, a third counts events of one name in the last days, some read the profile. The
traits are there already, as columns of the table `profiles`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, Literal

from benchmarks.workload.by_hand import NOW, tuned
from benchmarks.workload.data import EVENT_NAMES
from benchmarks.workload.traits import definitions as workload

PROFILES = (
    "CREATE TABLE profiles AS SELECT traits.*, customers.country, customers.plan"
    f" FROM ({tuned()}) AS traits JOIN customers USING (customer_id)"
)
"""What the audiences are asked about, from the tables of the workload."""

_NUMBERS = {
    "orders_all": (1, 15), "orders_30": (1, 3), "orders_90": (1, 4), "orders_365": (2, 8), "spend_all": (200, 2000),
    "spend_90": (50, 400), "order_value_all": (80, 180), "largest_all": (200, 490), "categories_all": (2, 8),
    "refunded": (1, 3), "views_7": (1, 3), "views_30": (1, 6), "views_90": (2, 12), "product_view_30": (1, 3),
    "checkout_30": (1, 2), "email_open_90": (1, 2), "events": (20, 60), "kinds_30": (1, 3), "active_days_90": (2, 8),
}  # fmt: skip
_PROFILES = ("unsubscribed", "has_refund_90", "country IN ('US', 'GB')", "plan != 'free'", "country = 'DE'")
_DAYS = (7, 14, 30, 60, 90, 180)


@dataclass(frozen=True)
class Happened:
    """At least so many events of a name in the last days."""

    event: str
    days: int
    times: int


Leaf = str | Happened
"""A text is a condition on columns, in definitions as in SQL."""


@dataclass(frozen=True)
class Audience:
    """Conditions, each joined with all before it."""

    name: str
    leaves: tuple[Leaf, ...]
    joined: tuple[Literal["and", "or"], ...]


def audiences(number: int, seed: int = 7) -> list[Audience]:
    """The same ones each time; the first of many are those of few."""
    chance = Random(seed)
    return [_audience(f"audience_{position}", chance) for position in range(number)]


def _audience(name: str, chance: Random) -> Audience:
    leaves = tuple(_leaf(chance) for _ in range(chance.randint(2, 5)))
    return Audience(name, leaves, tuple(chance.choice(("and", "and", "or")) for _ in leaves[1:]))


def _leaf(chance: Random) -> Leaf:
    kind = chance.random()
    if kind < 0.5:
        column = chance.choice(sorted(_NUMBERS))
        return f"{column} {chance.choice(('>=', '>=', '<'))} {chance.randint(*_NUMBERS[column])}"
    if kind < 0.7:
        return chance.choice(_PROFILES)
    return Happened(chance.choice(EVENT_NAMES[:12]), chance.choice(_DAYS), chance.randint(1, 3))


def definitions(chosen: Sequence[Audience]) -> dict[str, Any]:
    """The project, as plain values."""
    made = workload()
    profiles = {"name": "customers", "source": {"table": "profiles"}, "primary_key": "customer_id"}
    return made | {
        "models": [profiles, *(model for model in made["models"] if model["name"] == "events")],
        "relationships": [one for one in made["relationships"] if one["to_model"] == "events"],
        "traits": [],
        "audiences": [{"name": one.name, "parent_model": "customers", "filter_tree": _tree(one)} for one in chosen],
    }


def _tree(audience: Audience) -> dict[str, Any]:
    tree, *others = [_condition(leaf) for leaf in audience.leaves]
    for operator, leaf in zip(audience.joined, others, strict=True):
        tree = {"type": operator, "children": [tree, leaf]}
    return tree


def _condition(leaf: Leaf) -> Any:
    if isinstance(leaf, str):
        return leaf
    return {
        "type": "condition",
        "condition_type": "event",
        "source_model": "events",
        "filter": f"event_name = '{leaf.event}'",
        "window": {"last": {"n": leaf.days, "unit": "day"}},
        "count": {"operator": "greater_than_or_equal", "value": leaf.times},
    }


def one_each(chosen: Sequence[Audience]) -> list[str]:
    """A statement for every audience, which gives its members."""
    return [f"SELECT t.customer_id FROM profiles AS t WHERE {_sql(one, _queried)}" for one in chosen]


def _queried(leaf: Happened) -> str:
    return (
        f"t.customer_id IN (SELECT customer_id FROM events WHERE event_name = '{leaf.event}' AND ts < {NOW}"
        f" AND ts >= {NOW} - INTERVAL {leaf.days} DAY GROUP BY customer_id HAVING count(*) >= {leaf.times})"
    )


def flags(chosen: Sequence[Audience]) -> str:
    """One statement with a flag for every audience, of one count for every name and number of days."""
    leaves = dict.fromkeys(
        (leaf.event, leaf.days) for one in chosen for leaf in one.leaves if isinstance(leaf, Happened)
    )
    flagged = ", ".join(f"({_sql(one, _counted)}) AS {one.name}" for one in chosen)
    if not leaves:
        return f"SELECT t.customer_id, {flagged} FROM profiles AS t"
    longest, names = max(days for _, days in leaves), sorted({event for event, _ in leaves})
    counts = ", ".join(
        f"count(*) FILTER (WHERE event_name = '{event}' AND ts >= {NOW} - INTERVAL {days} DAY) AS {event}_{days}_days"
        for event, days in leaves
    )
    listed = ", ".join(f"'{event}'" for event in names)
    counted = (
        f"SELECT customer_id, {counts} FROM events WHERE ts < {NOW} AND ts >= {NOW} - INTERVAL {longest} DAY"
        f" AND event_name IN ({listed}) GROUP BY customer_id"
    )
    return f"SELECT t.customer_id, {flagged} FROM profiles AS t LEFT JOIN ({counted}) AS e USING (customer_id)"


def _counted(leaf: Happened) -> str:
    return f"coalesce({leaf.event}_{leaf.days}_days, 0) >= {leaf.times}"


def _sql(audience: Audience, happened: Any) -> str:
    first, *others = [
        f"coalesce({leaf}, FALSE)" if isinstance(leaf, str) else happened(leaf) for leaf in audience.leaves
    ]
    for operator, leaf in zip(audience.joined, others, strict=True):
        first = f"({first} {operator} {leaf})"
    return str(first)
