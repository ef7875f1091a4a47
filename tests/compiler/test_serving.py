"""The traits and audiences that scans are read for, told by statements and comments in their SQL."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import coterie
from coterie.dialects.costs import BYTES, COLUMNS, Costs
from tests.compiler.orders_shop import last, project, statement
from tests.examples.oracle import EXAMPLES

COUNT = {"aggregation": "count"}
EVENT = {"type": "condition", "condition_type": "event", "source_model": "orders", "filter": "kind = 'a'"}
KINDS = {"aggregation": "count_distinct", "column": "kind"}


def served(*traits: Any, audiences: Sequence[Any] = (), costs: Costs = BYTES) -> dict[str, tuple[str, ...]]:
    one = statement(project(*traits, audiences=audiences), costs)
    scans = {scan.relation: scan.serves for scan in one.reading.scans}
    assert all(f"/* for {', '.join(names)} */" in one.sql for names in scans.values() if names)
    return scans


def test_traits_that_are_the_same_are_both_named() -> None:
    assert served(COUNT, COUNT) == {"orders_2": ("t0", "t1"), "customers_2": ()}


def test_audiences_are_named_for_what_they_ask_themselves() -> None:
    """And not for what a trait says anyway."""
    assert served(COUNT, audiences=["t0 > 1", EVENT]) == {"orders_2": ("t0", "in_a1"), "customers_2": ()}


def test_a_column_of_the_entity_is_read_for_what_asks_for_it() -> None:
    asked = {"type": "condition", "condition_type": "property", "column": "id", "operator": "greater_than", "value": 1}
    assert served(COUNT, audiences=[asked]) == {"orders_2": ("t0",), "customers_2": ("in_a0",)}


def test_each_scan_of_a_table_is_named_after_its_rows_and_serves_its_own() -> None:
    parts = served(COUNT, last(7, **COUNT), {**COUNT, "filter": "kind = 'a'"}, costs=COLUMNS)
    assert parts == {"orders_2": ("t0", "t2"), "orders_since_2024_06_24": ("t1",), "customers_2": ()}


def test_statements_speak_of_their_own_entity() -> None:
    compiled = coterie.load(EXAMPLES / "online_retail").compile(as_of="2011-07-01")
    assert len(compiled.entities) == 3
    for one in compiled.entities:
        own = {column.name for column in (*one.traits, *one.audiences)}
        told = {name for scan in one.reading.scans for name in scan.serves}
        assert told
        assert told <= own
