"""Percentiles of groups, which BigQuery has not: exact, whatever the ties, the size and the values missing."""

from __future__ import annotations

from decimal import Decimal
from math import ceil, floor, inf
from random import Random

import pytest
from sqlglot import exp

from coterie.dialects.bigquery_selects import percentile, selected
from tests.case_file import Table
from tests.engines import started, wanted

if "bigquery" not in wanted():
    pytest.skip("BigQuery's evaluator is not installed", allow_module_level=True)

SHARES = [Decimal(share) for share in ("0", "0.05", "0.1", "0.25", "0.3", "0.333", "0.5", "0.7", "0.9", "0.99", "1")]
SIZES = (0, 1, 2, 3, 4, 5, 7, 11, 21, 50, 101)


def groups() -> dict[int, list[float]]:
    """Of each size one with many ties, one with some, and one with hardly any."""
    chance, found = Random(1), list[list[float]]()
    for size in SIZES:
        for different in (2, 5, 100):
            values = [chance.choice((0.1, 7.25, -3.5, 1e300, -inf, inf, chance.random())) for _ in range(different)]
            found.append(chance.choices(values, k=size))
    return dict(enumerate(found))


def expected(values: list[float], share: Decimal) -> float | None:
    if not values:
        return None
    place = share * (len(values) - 1)
    low, high = (sorted(values)[rounded(place)] for rounded in (floor, ceil))
    return low if low == high else low + (high - low) * float(place - floor(place))


def column(name: str) -> exp.Column:
    return exp.column(name, quoted=True)


def test_percentiles_are_those_of_sorted_values() -> None:
    rows = [(group, value) for group, values in groups().items() for value in (*map(repr, values), None, None)]
    Random(2).shuffle(rows)
    engine = started("bigquery")
    engine.begin()
    engine.create_table("numbers", Table({"part": "integer", "number": "double"}, tuple(rows)))
    asked = {f"p{position}": percentile(column("number"), share) for position, share in enumerate(SHARES)}
    select = exp.select(column("part"), *(exp.alias_(node, name, quoted=True) for name, node in asked.items()))
    select = select.from_(exp.table_("numbers", quoted=True)).group_by(column("part"))
    found = {row["part"]: [row[name] for name in asked] for row in engine.query(selected(select).sql("bigquery"))}
    assert {part: list(map(repr, row)) for part, row in found.items()} == {
        part: [repr(expected(values, share)) for share in SHARES] for part, values in groups().items()
    }
