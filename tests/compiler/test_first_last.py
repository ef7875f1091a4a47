"""First and last values from the rows of the first and last moments; the rows are worked out by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from random import Random
from typing import Any

import duckdb
import pytest

from coterie import compiler, dialects
from coterie.compiler.catalog import Catalog
from coterie.compiler.sharing.share import REWRITES
from coterie.dialects.costs import BYTES, COLUMNS, DISTANT, ROWS, SHUFFLED, Costs
from tests.compiler.orders_shop import AS_OF, NATIVES, SETUP, last, project, relations, rows, statement
from tests.properties.ways import RECENT, ManyValues

ENDS = ["orders_at_ends", "orders_by_customers_at_ends"]
TIES = """
    INSERT INTO orders VALUES
        (3, '2024-03-01 10:00:00', 'z', 1, NULL), (3, '2024-03-01 10:00:00', 'y', 1, NULL),
        (3, '2024-03-01 10:00:00', 'c', 2, NULL), (3, '2024-03-01 10:00:00', 'b', 2, NULL),
        (3, '2024-03-01 10:00:00', NULL, 0, NULL), (3, '2024-03-01 10:00:00', 'a', NULL, NULL);
"""
"""Rows of one moment, two of whose keys come twice, and one of whose is missing."""
BY_AMOUNT = {"primary_key": "amount"}
EAGER = replace(COLUMNS, ordered=1_000)


def first(column: str = "kind", **config: Any) -> dict[str, Any]:
    return {"occurrence": "first", "column": column} | config


def latest(column: str = "kind", **config: Any) -> dict[str, Any]:
    return first(column, **config) | {"occurrence": "last"}


@pytest.fixture
def shop() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as opened:
        opened.execute(SETUP)
        yield opened


def test_the_rows_of_the_moments_say_the_values(shop: duckdb.DuckDBPyConnection) -> None:
    """Of the rows that have a value, pass the filter, and are not in the future."""
    one = statement(project(first(), latest(), first("amount"), latest("kind", filter="amount > 6")), COLUMNS)
    assert [name for name in relations(one) if name.endswith("at_ends")] == ENDS
    assert rows(shop, one) == [(1, "c", "b", 9, "a"), (2, "d", "d", 4, None), (3, None, None, None, None)]
    served = {scan.relation: scan.serves for scan in one.reading.scans if scan.model == "orders"}
    assert [*served.values()] == [("t0", "t1", "t2", "t3")] * 2  # that of the moments, and that of their rows


def test_keys_and_then_values_decide_between_rows_of_one_moment(shop: duckdb.DuckDBPyConnection) -> None:
    """Of kinds by amounts: y and z of 1, b and c of 2, a of none, which comes last. Without a key, by kind alone."""
    shop.execute(TIES)
    asked = first(), latest(), first(filter="amount > 1"), latest(filter="amount < 2"), latest(filter="amount > 0")
    one, keyless = (statement(project(*asked, orders=key), EAGER) for key in (BY_AMOUNT, None))
    assert {*ENDS} < {*relations(one)} & {*relations(keyless)}
    assert rows(shop, one)[2] == (3, "y", "a", "b", "z", "c")
    assert rows(shop, keyless)[2] == (3, "a", "z", "b", "z", "z")


def test_a_minimum_that_is_asked_for_anyway_is_the_moment(shop: duckdb.DuckDBPyConnection) -> None:
    moments = [{"aggregation": "min", "column": "placed", "filter": "amount > 5 and kind is not null"}]
    one = statement(project(*moments, first(filter="amount > 5")), EAGER)
    assert one.sql.count('MIN("placed")') == 1
    assert rows(shop, one) == [
        (1, datetime(2024, 1, 1, 10), "c"), (2, datetime(2024, 6, 29), "d"), (3, None, None),
    ]  # fmt: skip


def test_windows_have_moments_of_their_own(shop: duckdb.DuckDBPyConnection) -> None:
    """The rows of recent moments are looked for among recent rows; where there are few, they say it themselves."""
    one = statement(project(first(), last(30, **first()), last(900, **latest())), RECENT)
    assert [name for name in relations(one) if "_by_" in name] == [
        "orders_by_customers_since_2022_01_13", "orders_by_customers_since_2022_01_13_at_ends",
        "orders_by_customers_since_2024_06_01", "orders_by_customers", "orders_by_customers_at_ends",
    ]  # fmt: skip
    assert [scan.since for scan in one.reading.scans if scan.model == "orders"] == [
        datetime(2022, 1, 13), datetime(2022, 1, 13), datetime(2024, 6, 1), None, None,
    ]  # fmt: skip
    assert rows(shop, one) == [(1, "c", "a", "b"), (2, "d", "d", "d"), (3, None, None, None)]


def test_the_moment_itself_is_a_minimum(shop: duckdb.DuckDBPyConnection) -> None:
    one = statement(project(first("placed"), latest("placed"), orders=BY_AMOUNT), EAGER)
    assert [scan.model for scan in one.reading.scans] == ["orders", "customers"]
    assert "CREATE_SORT_KEY" not in one.sql
    assert rows(shop, one) == [
        (1, datetime(2024, 1, 1, 10), datetime(2024, 6, 30, 10)),
        (2, datetime(2024, 1, 2), datetime(2024, 6, 29)),
        (3, None, None),
    ]


SHIPPED = "ALTER TABLE orders ADD COLUMN shipped TIMESTAMP; UPDATE orders SET shipped = placed WHERE amount > 6"
WITH_SHIPPED = Catalog(NATIVES | {"orders": (*NATIVES["orders"], ("shipped", "TIMESTAMP"))})


def test_a_moment_that_rows_may_lack_decides_as_it_did(shop: duckdb.DuckDBPyConnection) -> None:
    """Rows that were not shipped come last, so of the second customer the one of 4 or 6 does; their key is the kind."""
    shop.execute(SHIPPED)
    asked = [first(order_by="shipped", column="amount"), latest(order_by="shipped", column="amount")]
    definitions = project(*asked, orders={"primary_key": "kind"}).definitions
    dialect = replace(dialects.get("duckdb"), costs=EAGER)
    (one,) = compiler.compile(definitions, WITH_SHIPPED, dialect, as_of=AS_OF).entities
    assert "orders_at_ends" not in relations(one)
    assert rows(shop, one) == [(1, 9, 5), (2, 6, 4), (3, None, None)]


@pytest.mark.parametrize("number", [1, 3, 12])
def test_filters_that_few_rows_pass_are_cheaper_than_their_moments(number: int) -> None:
    """Functions that go by an order look at the rows that pass; the moments of many filters are those of many rows."""
    of_kinds = [latest("amount", filter=f"kind = 'k{kind}'") for kind in range(number)]
    one = statement(project(*of_kinds, orders=BY_AMOUNT), COLUMNS, ManyValues())
    unknown = statement(project(*(latest(filter=f"amount % {n + 2} = 0") for n in range(number))), COLUMNS)
    assert not {"orders_at_ends"} & {*relations(one), *relations(unknown)}


def test_texts_go_by_their_code_points_whatever_the_collation_of_the_column() -> None:
    with duckdb.connect() as opened:
        opened.execute(SETUP.replace("kind VARCHAR", "kind VARCHAR COLLATE NOCASE"))
        opened.execute("INSERT INTO orders VALUES (3, '2024-06-01', 'B', 1, NULL), (3, '2024-06-01', 'a', 1, NULL)")
        for costs in (EAGER, replace(EAGER, ordered=0)):
            assert rows(opened, statement(project(first(), latest()), costs))[2] == (3, "B", "a")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        pytest.param(first(order_by="amount"), [("b", "b"), ("d", "d"), (None, None)], id="by what may be NULL"),
        pytest.param(
            first() | {"occurrence": "nth", "n": 2}, [("a", "a"), (None, None), (None, None)], id="the second"
        ),
        pytest.param(
            first("placed"),
            [(datetime(2024, 1, 1, 10),) * 2, (datetime(2024, 1, 2), datetime(2024, 6, 29)), (None, None)],
            id="by the moment alone",
        ),
        pytest.param({"occurrence": "exists"}, [(True, True), (True, True), (False, False)], id="any"),
    ],
)
def test_others_are_aggregated_as_they_were(asked: Any, found: Any, connection: duckdb.DuckDBPyConnection) -> None:
    one = statement(project(asked, asked | {"filter": "amount > 4"}), COLUMNS)
    assert not [name for name in relations(one) if name.endswith("at_ends")]
    assert [values for _, *values in rows(connection, one)] == [[*values] for values in found]


@pytest.mark.parametrize(("costs", "is_apart"), [
    (COLUMNS, True), (dialects.get("clickhouse").costs, True), (DISTANT, False), (ROWS, False), (SHUFFLED, False),
    (BYTES, False),
])  # fmt: skip
def test_one_function_is_worth_it_where_measured(costs: Costs, is_apart: bool) -> None:
    assert ("orders_at_ends" in relations(statement(project(first()), costs))) is is_apart


@pytest.mark.parametrize("seed", range(12))
def test_as_without_rewrites(seed: int, shop: duckdb.DuckDBPyConnection) -> None:
    """Few moments, keys and values, so that many are equal or missing; some filters pass nothing."""
    chance = Random(seed)
    for _ in range(60):
        row = (
            chance.choice((1, 1, 2, 3, None)),
            chance.choice((datetime(2024, 6, 15), datetime(2024, 6, 16), date(2024, 6, 29), None)),
            *(chance.choice(("a", "b", None)), chance.choice((1, 2, None)), chance.choice(('{"n": 1}', None))),
        )
        shop.execute("INSERT INTO orders VALUES (?, ?, ?, ?, ?)", row)
    columns = "kind", "amount", "day", "number"
    asked = [
        occurrence(chance.choice(columns), filter=f"amount {operator} {chance.randint(0, 3)}")
        for occurrence in (first, latest)
        for operator in ("=", ">", "<>")
    ]
    asked = [last(chance.choice((3, 20, 400)), **one) if chance.random() < 0.5 else one for one in asked]
    asked += [{"aggregation": "count_distinct", "column": "kind"}, last(20, aggregation="count", filter="kind = 'a'")]
    definitions = project(*asked, orders=chance.choice((BY_AMOUNT, None))).definitions
    dialect, found = replace(dialects.get("duckdb"), costs=replace(EAGER, mask_bits=2)), []
    for rewrites in ((), REWRITES):
        compiled = compiler.compile(definitions, Catalog(NATIVES), dialect, as_of=AS_OF, rewrites=rewrites)
        found.append(compiled.entities[0])
    assert {"orders_at_ends"} <= {*relations(found[1])}
    assert rows(shop, found[1]) == rows(shop, found[0])
