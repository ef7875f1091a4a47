"""The Online Retail example gives what SQL written by hand gives, trait by trait and audience by audience."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from coterie.compiler.ir.names import slug_of
from tests.effort import some
from tests.examples.oracle import Oracle, identifiers
from tests.examples.published import Published, defined, differences, documented_sizes

EXAMPLE = "online_retail"
END_OF_DATA = datetime(2011, 7, 1, tzinfo=UTC)
MOMENTS = {
    "end-of-data": END_OF_DATA,
    # an invoice began before this minute and goes on in it, and a product is sold for the first time
    "inside-an-invoice": datetime(2011, 3, 2, 17, 33, tzinfo=UTC),
    # lines stand exactly here, and on the starts of windows of 30, 60 and 90 days and of 1, 2 and 3 months
    "on-window-edges": datetime(2011, 3, 15, 12, 5, tzinfo=UTC),
}


@dataclass(frozen=True)
class Both:
    """What a run gives at an `as_of`, and what is right there."""

    published: Published
    oracle: Oracle


@pytest.fixture(scope="module", params=some([*MOMENTS.values()], 3), ids=some([*MOMENTS], 3))
def both(request: pytest.FixtureRequest) -> Both:
    return Both(Published(EXAMPLE, request.param), Oracle(EXAMPLE, request.param))


@pytest.mark.parametrize("identifier", identifiers(EXAMPLE, "trait"))
def test_trait(both: Both, identifier: str) -> None:
    expected = both.oracle.values(identifier)
    assert any(value is not None for value in expected.values())
    assert differences(both.published.values(identifier), expected) == []


@pytest.mark.parametrize("identifier", identifiers(EXAMPLE, "audience"))
def test_audience(both: Both, identifier: str) -> None:
    expected = both.oracle.members(identifier)
    assert 0 < len(expected) < len(both.oracle.entities(identifier.split(".")[0]))
    assert both.published.members(identifier) == expected


@pytest.mark.parametrize("kind", ["trait", "audience"])
def test_every_definition_has_an_oracle(kind: str) -> None:
    assert sorted(defined(EXAMPLE, kind)) == sorted(identifiers(EXAMPLE, kind))


def test_good_customers_are_286() -> None:
    assert len(Oracle(EXAMPLE, END_OF_DATA).members("customers.good_customers")) == 286


def test_good_customers_are_dealt_by_their_keys(both: Both) -> None:
    rows = both.published.connection.table("coterie.customers_audience_members")
    found = rows.filter("audience = 'good_customers'").project("CustomerID, split_group").fetchall()
    assert {group for _, group in found} == {"treatment", "held"}
    for key, group in found:
        bucket = int(hashlib.md5(f"spring-2024|{key}".encode()).hexdigest()[:8], 16) % 10_000
        assert group == ("treatment" if bucket < 9000 else "held")


def test_nobody_gets_two_letters(both: Both) -> None:
    names = ("letter_to_the_best", "letter_to_the_lapsed", "letter_to_all_others")
    best, lapsed, others = (both.published.members(f"customers.{name}") for name in names)
    assert len(best | lapsed | others) == len(best) + len(lapsed) + len(others)


def test_readme_tells_the_sizes() -> None:
    told = {slug_of(name): size for name, size in documented_sizes(EXAMPLE).items()}
    assert told == Oracle(EXAMPLE, END_OF_DATA).sizes()
