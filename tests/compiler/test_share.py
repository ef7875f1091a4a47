"""What rewrites make of an aggregate. That none of them changes a row is what the generated projects test."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from coterie.compiler.ir.expr import Call, Column, Expr, Literal, OneOf, Reduction
from coterie.compiler.ir.logic import conjunction
from coterie.compiler.ir.rel import Aggregate, Named, Plan, Summary
from coterie.compiler.sharing.alternatives import alternatives
from coterie.compiler.sharing.facts import Facts
from coterie.compiler.sharing.filters import Bounds, lift_bounds, lift_common_filters
from coterie.dialects.costs import COLUMNS
from coterie.types import BOOLEAN, DATE, INTEGER, TEXT

AT, JOINED, KIND, CUSTOMER = Column("at", DATE), Column("joined", DATE), Column("kind", TEXT), Column("id", INTEGER)
JANUARY, MARCH, MAY = (Literal(date(2024, month, 1), DATE) for month in (1, 3, 5))
A, B, C = (Literal(text, TEXT) for text in "abc")
KNOWN = Call("known", (CUSTOMER,), BOOLEAN)


FACTS = Facts(COLUMNS, datetime(2024, 7, 1, tzinfo=UTC))


def compared(function: str, value: Expr, constant: Expr) -> Expr:
    return Call(function, (value, constant), BOOLEAN)


def one_of(value: Expr, *options: Expr) -> Expr:
    return OneOf(value, options)


def aggregate(*filters: list[Expr], where: list[Expr]) -> Aggregate:
    """Counts of the rows that pass each of the filters."""
    summaries = (
        Summary(f"count_{position}", Reduction("count_rows"), INTEGER, where=conjunction(parts))
        for position, parts in enumerate(filters)
    )
    return Aggregate("events", (Named("id", CUSTOMER),), tuple(summaries), conjunction(where))


def plan(body: Aggregate) -> Plan:
    return Plan({"events_by_customers": body}, {"events_by_customers": "events_by_customers"}, (), (), {}, {})


def bounded(*filters: list[Expr]) -> Aggregate:
    found = lift_bounds(plan(aggregate(*filters, where=[KNOWN])), FACTS).relations["events_by_customers"]
    assert isinstance(found, Aggregate)
    return found


@pytest.mark.parametrize(
    ("function", "loosest"), [("ge", JANUARY), ("gt", JANUARY), ("le", MAY), ("lt", MAY)], ids=["ge", "gt", "le", "lt"]
)
def test_of_several_bounds_the_loosest_holds_for_every_row(function: str, loosest: Literal) -> None:
    filters = [[compared(function, AT, bound)] for bound in (MARCH, JANUARY, MAY)]
    own = [[] if parts == [compared(function, AT, loosest)] else parts for parts in filters]
    assert bounded(*filters) == aggregate(*own, where=[KNOWN, compared(function, AT, loosest)])


def test_a_window_is_bounded_on_both_sides() -> None:
    spring = [compared("ge", AT, JANUARY), compared("lt", AT, MARCH)]
    summer = [compared("ge", AT, MARCH), compared("lt", AT, MAY)]
    everywhere = [KNOWN, compared("ge", AT, JANUARY), compared("lt", AT, MAY)]
    assert bounded(spring, summer) == aggregate(spring[1:], summer[:1], where=everywhere)


def test_of_several_values_one_is_needed() -> None:
    first, second, third = [compared("eq", KIND, A)], [one_of(KIND, B, A)], [compared("eq", KIND, C)]
    assert bounded(first, second, third) == aggregate(first, second, third, where=[KNOWN, one_of(KIND, A, B, C)])


def test_who_asks_for_all_the_values_need_not_ask_again() -> None:
    both, one = [one_of(KIND, A, B)], [compared("eq", KIND, B)]
    assert bounded(both, one) == aggregate([], one, where=[KNOWN, one_of(KIND, A, B)])


@pytest.mark.parametrize(
    "filters",
    [
        pytest.param([[compared("ge", AT, MAY)], []], id="one that takes every row"),
        pytest.param([[compared("ge", AT, MAY)], [compared("gt", AT, MAY)]], id="different comparisons"),
        pytest.param([[compared("ge", AT, MAY)], [compared("eq", KIND, A)]], id="different columns"),
        pytest.param([[compared("ne", KIND, A)], [compared("ne", KIND, B)]], id="no bounds"),
        pytest.param(
            [[compared("ge", AT, Column("joined", DATE))], [compared("ge", AT, Column("left", DATE))]],
            id="no constants",
        ),
    ],
)
def test_what_not_every_summary_asks_is_not_lifted(filters: list[list[Expr]]) -> None:
    assert bounded(*filters) == aggregate(*filters, where=[KNOWN])


BUYS, VIEWS, OPENS = ([compared("eq", KIND, constant)] for constant in (A, B, C))
SINCE_MARCH, SINCE_MAY = [compared("ge", AT, MARCH)], [compared("ge", AT, MAY)]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        pytest.param(
            [BUYS, VIEWS + SINCE_MAY],
            [{("eq", KIND): (A,)}, {("eq", KIND): (B,), ("ge", AT): (MAY,)}],
            id="of each value since another moment",
        ),
        pytest.param(
            [BUYS, VIEWS + SINCE_MAY, OPENS + SINCE_MAY, VIEWS + SINCE_MARCH],
            [
                {("eq", KIND): (A,)},
                {("eq", KIND): (B, C), ("ge", AT): (MAY,)},
                {("eq", KIND): (B,), ("ge", AT): (MARCH,)},
            ],
            id="two values alike, and one of them since before",
        ),
        pytest.param(
            [VIEWS + SINCE_MAY, OPENS + SINCE_MAY],
            [{("eq", KIND): (B, C), ("ge", AT): (MAY,)}],
            id="values since the same moment",
        ),
        pytest.param(
            [VIEWS + SINCE_MAY, SINCE_MARCH], [{("ge", AT): (MARCH,)}], id="one that has all rows of the other"
        ),
        pytest.param([VIEWS + SINCE_MAY, []], [], id="one that takes every row"),
        pytest.param([VIEWS + SINCE_MAY, [KNOWN]], [], id="one without bounds"),
        pytest.param(
            [[compared("eq", KIND, Literal(f"{n}", TEXT)), compared("ge", AT, Literal(date(2024, 1, n), DATE))]
             for n in range(1, 10)],
            [],
            id="too many",
        ),
    ],
)  # fmt: skip
def test_rows_that_some_summary_takes(filters: list[list[Expr]], expected: list[Bounds]) -> None:
    assert alternatives(aggregate(*filters, where=[KNOWN])) == expected


def test_what_every_summary_asks_alike_is_asked_once() -> None:
    own = compared("ge", AT, MAY)
    found = lift_common_filters(
        plan(aggregate([compared("eq", KIND, A), own], [compared("eq", KIND, A)], where=[KNOWN])), FACTS
    )
    expected = aggregate([own], [], where=[KNOWN, compared("eq", KIND, A)])
    assert found.relations["events_by_customers"] == expected
