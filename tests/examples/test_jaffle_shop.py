"""The jaffle shop example gives the published customers mart exactly, and the rest as SQL written by hand gives it."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from coterie.compiler.ir.names import slug_of
from tests.examples.oracle import EXAMPLES, Oracle, identifiers
from tests.examples.published import Published, defined, differences, documented_sizes

EXAMPLE = "jaffle_shop"
AFTER_ALL = datetime(2018, 5, 1, tzinfo=UTC)
MOMENTS = {"after-all": AFTER_ALL, "midnight-of-an-order": datetime(2018, 3, 3, tzinfo=UTC)}
MART = {
    "first_order": date.fromisoformat,
    "most_recent_order": date.fromisoformat,
    "number_of_orders": int,
    "customer_lifetime_value": Decimal,
}


@dataclass(frozen=True)
class Both:
    """What a run gives at an `as_of`, and what is right there."""

    published: Published
    oracle: Oracle


@pytest.fixture(scope="module", params=MOMENTS.values(), ids=MOMENTS)
def both(request: pytest.FixtureRequest) -> Both:
    return Both(Published(EXAMPLE, request.param), Oracle(EXAMPLE, request.param))


@pytest.fixture(scope="module")
def published() -> Published:
    return Published(EXAMPLE, AFTER_ALL)


def known_mart(column: str) -> dict[int, Any]:
    """A column of the published mart by customer; an empty field is NULL."""
    with (EXAMPLES / EXAMPLE / "data" / "known_customers_mart.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    return {int(row["customer_id"]): MART[column](row[column]) if row[column] else None for row in rows}


@pytest.mark.parametrize("column", MART)
def test_customers_mart(published: Published, column: str) -> None:
    assert differences(published.values(f"customers.{column}"), known_mart(column)) == []


def test_customers_mart_in_numbers(published: Published) -> None:
    orders = published.values("customers.number_of_orders")
    values = published.values("customers.customer_lifetime_value")
    assert len(orders) == 100
    assert sum(value is not None for value in orders.values()) == 62
    assert sum(value or 0 for value in orders.values()) == 99
    assert sum(value or 0 for value in values.values()) == Decimal("1672.00")


@pytest.mark.parametrize("identifier", identifiers(EXAMPLE, "trait"))
def test_trait(both: Both, identifier: str) -> None:
    assert differences(both.published.values(identifier), both.oracle.values(identifier)) == []


@pytest.mark.parametrize("identifier", identifiers(EXAMPLE, "audience"))
def test_audience(both: Both, identifier: str) -> None:
    assert both.published.members(identifier) == both.oracle.members(identifier)


@pytest.mark.parametrize("kind", ["trait", "audience"])
def test_every_definition_has_an_oracle(kind: str) -> None:
    assert sorted(defined(EXAMPLE, kind)) == sorted(identifiers(EXAMPLE, kind))


def test_readme_tells_the_sizes() -> None:
    told = {slug_of(name): size for name, size in documented_sizes(EXAMPLE).items()}
    assert told == Oracle(EXAMPLE, AFTER_ALL).sizes()
