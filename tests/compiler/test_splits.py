"""Splits: who is in which group, now and for ever, and whom a change of percentages moves."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Any

import duckdb
from hypothesis import given
from hypothesis import strategies as st

from coterie.compiler.checking.splits import TypedSplits, typed_splits
from coterie.compiler.definitions import SplitsDef
from coterie.errors import NOWHERE
from coterie.project import Project

BUCKETS = 10_000


def splits(*groups: dict[str, Any]) -> TypedSplits:
    return typed_splits(SplitsDef.model_validate({"salt": "s", "groups": list(groups)}), NOWHERE)


def by_percent(shares: list[int]) -> TypedSplits:
    """Groups of so many hundredths of a percent each."""
    return splits(*({"name": f"g{n}", "percent": Decimal(share) / 100} for n, share in enumerate(shares)))


def dealt(found: TypedSplits) -> list[int]:
    """The position of the group that each bucket belongs to; exactly one."""
    groups = [-1] * BUCKETS
    for position, ranges in enumerate(found.ranges):
        for start, end in ranges:
            assert set(groups[start:end]) == {-1}
            groups[start:end] = [position] * (end - start)
    assert -1 not in groups
    return groups


CUTS = st.lists(st.integers(0, BUCKETS), max_size=5).map(lambda cuts: [0, *sorted(cuts), BUCKETS])
SHARES = CUTS.map(lambda cuts: [end - start for start, end in pairwise(cuts)])


@given(SHARES)
def test_percentages_deal_out_all_buckets_in_written_order(shares: list[int]) -> None:
    groups = dealt(by_percent(shares))
    assert groups == sorted(groups)
    assert [groups.count(position) for position in range(len(shares))] == shares


@given(SHARES.filter(lambda shares: len(shares) > 1), st.data())
def test_growing_a_group_moves_nobody_out_of_it(shares: list[int], data: st.DataObject) -> None:
    """At the cost of the next group: only members of that one move, and only into the one that grows."""
    grown = data.draw(st.integers(0, len(shares) - 2))
    more = data.draw(st.integers(0, shares[grown + 1]))
    after = [share + {grown: more, grown + 1: -more}.get(position, 0) for position, share in enumerate(shares)]
    moved = {
        pair for pair in zip(dealt(by_percent(shares)), dealt(by_percent(after)), strict=True) if pair[0] != pair[1]
    }
    assert moved <= {(grown + 1, grown)}


@given(CUTS, st.randoms())
def test_ranges_of_buckets_say_the_same_as_percentages(cuts: list[int], random: Any) -> None:
    ranges = [[start, end] for start, end in pairwise(cuts) if start < end]
    groups = [{"name": f"g{n}", "buckets": [range]} for n, range in enumerate(ranges)]
    random.shuffle(groups)
    found = splits(*groups)
    names = [[group.name for group in found.groups][position] for position in dealt(found)]
    assert names == [f"g{n}" for n, (start, end) in enumerate(ranges) for _ in range(end - start)]


def test_shares_of_members_are_about_the_percentages() -> None:
    groups = [
        {"name": name, "percent": percent}
        for name, percent in (("a", 50), ("b", 30), ("c", Decimal("19.5")), ("d", 0.5))
    ]
    found = Project(
        models=[{"name": "c", "source": {"sql": "SELECT id FROM range(100000) r(id)"}, "primary_key": "id"}],
        audiences=[{"name": "A", "parent_model": "c", "splits": {"salt": "x", "groups": groups}}],
    ).run("2024-01-01", connection=duckdb.connect())
    sizes = [group.size for group in found.audience("a").groups]
    assert sum(sizes) == 100_000
    expected = [50_000, 30_000, 19_500, 500]
    assert all(abs(size - mean) < 5 * mean**0.5 for size, mean in zip(sizes, expected, strict=True))


# Which of customers 1 to 20 are in which group. None of this may ever change: they would be moved.
PUBLISHED = {
    "treatment": [3, 4, 6, 7, 10, 11, 12, 13, 14, 16, 17, 19, 20],
    "other": [1, 2, 8, 9, 15],
    "held": [5, 18],
}


def test_customers_stay_where_they_were_dealt() -> None:
    shares = (("treatment", 60), ("other", Decimal("29.99")), ("held", Decimal("10.01")))
    groups = [{"name": name, "percent": percent} for name, percent in shares]
    connection = duckdb.connect()
    Project(
        models=[{"name": "c", "source": {"sql": "SELECT id FROM range(1, 21) r(id)"}, "primary_key": "id"}],
        audiences=[{"name": "A", "parent_model": "c", "splits": {"salt": "spring-2024", "groups": groups}}],
    ).run("2024-01-01", connection=connection)
    rows = connection.sql(
        "SELECT split_group, list(id ORDER BY id) FROM coterie.c_audience_members GROUP BY 1"
    ).fetchall()
    assert dict(rows) == PUBLISHED
