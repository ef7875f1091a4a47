"""What a summary costs over a row, in units of a plain aggregate function."""

from __future__ import annotations

from coterie.compiler.ir.expr import Expr
from coterie.compiler.ir.rel import Aggregate, Summary
from coterie.dialects.costs import Costs

_WEIGHTS = {"avg": 2, "bit_or": 2, "list": 6, "percentile": 6, "approx_count_distinct": 3}


def is_distinct(summary: Summary) -> bool:
    """Does it tell different values apart?"""
    return summary.reduction.function == "count_distinct" or summary.reduction.distinct


def distinct_by_value(body: Aggregate) -> dict[Expr, list[Summary]]:
    """The summaries that tell different values apart, by these values."""
    found: dict[Expr, list[Summary]] = {}
    for summary in body.summaries:
        if is_distinct(summary) and summary.value is not None:
            found.setdefault(summary.value, []).append(summary)
    return found


def weight_of(summary: Summary, costs: Costs) -> float:
    """The price per row."""
    if is_distinct(summary):
        return costs.distinct
    reduction = summary.reduction
    if reduction.function == "nth" and reduction.order[0].value != summary.value:
        return costs.ordered
    return _WEIGHTS.get(reduction.function, 1)
