"""A made-up shop of any size: definitions as plain values, the columns of its tables, and both as files.

Ten models: customers, eight kinds of events, and the products that events refer to. Every trait but formulas and sql
traits has a filter (text, tree or none in turn, of one to four conditions) and most have a window; all kinds of traits
and all functions take their turn. The same size gives the same project.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import duckdb
import yaml

from coterie import dialects
from coterie.compiler.catalog import Catalog

Plain = dict[str, Any]

EVENTS = tuple(f"{what}_events" for what in ("cart", "chat", "mail", "order", "page", "refund", "search", "visit"))
COLUMNS = {
    "customers": (("id", "INTEGER"), ("country", "VARCHAR"), ("birthday", "DATE"), ("joined_at", "TIMESTAMP")),
    "products": (("id", "INTEGER"), ("category", "VARCHAR"), ("list_price", "DECIMAL(12,2)")),
    **dict.fromkeys(
        EVENTS,
        (
            ("id", "BIGINT"),
            ("customer_id", "INTEGER"),
            ("product_id", "INTEGER"),
            ("occurred_at", "TIMESTAMP"),
            ("kind", "VARCHAR"),
            ("channel", "VARCHAR"),
            ("amount", "DECIMAL(12,3)"),
            ("quantity", "INTEGER"),
        ),
    ),
}
CATALOG = Catalog(
    {
        model: tuple((name, dialects.get("duckdb").read_type(native, "UTC")) for name, native in columns)
        for model, columns in COLUMNS.items()
    }
)
"""The columns in types that are the same in every warehouse."""

_NUMERIC = ("sum", "avg", "min", "max", "median", "stddev")
_OTHER = ("count", "count_distinct", "mode", "least_frequent")
_WINDOWS: Sequence[Plain | None] = (
    None,
    *({"last": {"n": n, "unit": unit}} for n, unit in ((30, "day"), (90, "day"), (12, "week"), (6, "month"))),
    {"between": {"start": "2023-01-01", "end": "2023-06-30"}},
    {"since": "2023-03-15"},
)
_CONDITIONS: Sequence[tuple[str, Plain]] = (
    ("kind = 'k{n}'", {"column": "kind", "operator": "equals", "value": "k{n}"}),
    ("quantity > {n}", {"column": "quantity", "operator": "greater_than", "value": "{n}"}),
    ("channel IN ('web', 'c{n}')", {"column": "channel", "operator": "in", "value": ["web", "c{n}"]}),
    ("net >= {n}.50", {"column": "net", "operator": "greater_than_or_equal", "value": "{n}"}),
    ("starts_with(kind, 'a{n}')", {"column": "kind", "operator": "starts_with", "value": "a{n}"}),
    ("product.category = 'p{n}'", {"column": "product.category", "operator": "equals", "value": "p{n}"}),
)


def definitions(traits: int) -> Plain:
    """A project with so many traits, as plain values."""
    return {
        "name": f"shop of {traits:,} traits",
        "targets": {"dev": {"source_type": "duckdb", "path": "shop.duckdb"}},
        "models": [_entity(), _products(), *(_events(name) for name in EVENTS)],
        "relationships": [relationship for name in EVENTS for relationship in _relationships(name)],
        "traits": list(_traits(traits)),
    }


def write(folder: Path, traits: int, *, in_each_file: int = 20) -> None:
    """The project as a folder of YAML files, with a database of empty tables."""
    content = definitions(traits)
    every_trait = content.pop("traits")
    _dump(folder / "coterie.yml", content)
    for start in range(0, traits, in_each_file):
        _dump(folder / f"traits/{start:05}.yml", {"traits": every_trait[start : start + in_each_file]})
    with duckdb.connect(str(folder / "shop.duckdb")) as connection:
        for table, columns in COLUMNS.items():
            connection.execute(f"CREATE TABLE {table} ({', '.join(f'{name} {type}' for name, type in columns)})")


def _dump(file: Path, content: Plain) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(yaml.safe_dump(content, sort_keys=False), encoding="utf-8")


def _entity() -> Plain:
    return {"name": "customers", "source": {"table": "customers"}, "primary_key": "id"}


def _products() -> Plain:
    return {"name": "products", "source": {"table": "products"}, "primary_key": "id"}


def _events(name: str) -> Plain:
    net = {"name": "net", "expression": "amount * quantity"}
    return {
        "name": name,
        "entity_type": "event",
        "source": {"table": name},
        "primary_key": "id",
        "timestamp_column": "occurred_at",
        "columns": [net],
    }


def _relationships(events: str) -> Iterator[Plain]:
    for model, inverse, key in (("customers", "customer", "customer_id"), ("products", "product", "product_id")):
        yield {
            "name": f"{model}_{events}",
            "from_model": model,
            "to_model": events,
            "cardinality": "one_to_many",
            "join_keys": [{"from": "id", "to": key}],
            "inverse_name": inverse,
        }


def _traits(count: int) -> Iterator[Plain]:
    """Of every ten: five aggregations, two occurrences, a list, a formula, a sql trait."""
    chosen = random.Random(7)
    for i in range(count):
        kind = ("aggregation",) * 5 + ("occurrence", "occurrence", "list", "formula", "sql")
        yield {"name": f"Trait {i}", "parent_model": "customers", **_of_kind(kind[i % 10], i, chosen)}


def _of_kind(kind: str, i: int, chosen: random.Random) -> Plain:
    match kind:
        case "formula":
            expression = f"round({{trait_{i - 8}}} / ({{trait_{i - 7}}} + 1), 2)"
            return {"trait_type": "formula", "config": {"expression": expression, "default": 0}}
        case "sql":
            expression = f"CASE WHEN trait_{i - 9} > 100 AND country = 'DE' THEN 'gold' ELSE 'c{i % 7}' END"
            return {"trait_type": "sql", "config": {"sql_expression": expression}}
    config: Plain = {"source_model": chosen.choice(EVENTS)}
    if kind == "aggregation":
        is_number = i % 10 < 3
        config["aggregation"] = chosen.choice(_NUMERIC if is_number else _OTHER)
        config["column"] = "net" if is_number else "kind"
    elif kind == "occurrence":
        config["occurrence"] = chosen.choice(("first", "last", "nth", "exists"))
        config["column"] = chosen.choice(("kind", "amount"))
        config |= {"n": 2} if config["occurrence"] == "nth" else {}
    else:
        config |= {"column": "kind", "order_by": chosen.choice(("value", "frequency", "last_seen")), "limit": 5}
    if condition := _filter(i, chosen):
        config["filter"] = condition
    if window := chosen.choice(_WINDOWS):
        config["window"] = window
    return {"trait_type": kind, "config": config}


def _filter(i: int, chosen: random.Random) -> str | Plain | None:
    picked = [(text, tree, chosen.randrange(20)) for text, tree in chosen.sample(_CONDITIONS, chosen.randint(1, 4))]
    match i % 5:
        case 0 | 1:
            return " AND ".join(text.format(n=n) for text, _, n in picked)
        case 2 | 3:
            nodes = [
                {"type": "condition", "condition_type": "property", **tree, "value": _with_number(tree["value"], n)}
                for _, tree, n in picked
            ]
            return {"type": chosen.choice(("and", "or")), "children": nodes}
    return None


def _with_number(value: str | list[str], n: int) -> str | int | list[str | int]:
    if isinstance(value, list):
        return [item.format(n=n) for item in value]
    return n if value == "{n}" else value.format(n=n)
