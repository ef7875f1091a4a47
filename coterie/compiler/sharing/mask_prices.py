"""Where the sets of a value's distinct summaries fit into the bits of a number, and what that costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coterie.compiler.ir.expr import Call, Column, Reduction
from coterie.compiler.ir.rel import Aggregate, Summary
from coterie.compiler.sharing.facts import Facts, Scan
from coterie.compiler.sharing.windows import days_since, earliest, usual_time, widest_share
from coterie.types import INTEGER, Kind, Type, integer

_KINDS = (Kind.TEXT, Kind.INTEGER, Kind.DATE)
_SIZES = ((INTEGER, 62), (integer(38), 126))
"""The types that a mask can have, and how many places each has."""

_FILLED = 0.75
"""How many of the places the known values may take, so that there is room for others."""

_RELATIONS = 5
"""How many more relations a mask needs."""


@dataclass(frozen=True, slots=True)
class Mask:
    """A type with room for a value's sets, the number of places in it, and the price of using it."""

    type: Type
    places: int
    price: float


def mask_for(summaries: Sequence[Summary], body: Aggregate, scan: Scan, facts: Facts) -> Mask | None:
    """The mask for all distinct summaries of one value in an aggregate; None where they do not fit into any."""
    value = summaries[0].value
    if value is None or value.type.kind not in _KINDS or any(_is_cut(one.reduction) for one in summaries):
        return None
    known = _vocabulary(summaries, body, scan, facts)
    rows = scan.rows * widest_share(summaries, usual_time(body), scan, facts)
    price = rows * (facts.costs.encode + 1 + len(summaries)) + _RELATIONS * facts.costs.relation
    for type, most in _SIZES:
        places = min(most, facts.costs.mask_bits)
        if known is not None and known <= places * _FILLED:
            return Mask(type, places, price)
    return None


def _is_cut(reduction: Reduction) -> bool:
    """Is the list in another order than that of the places, or not whole?"""
    return reduction.limit is not None or reduction.descending


def _vocabulary(summaries: Sequence[Summary], body: Aggregate, scan: Scan, facts: Facts) -> float | None:
    """About how many different values there are; of days, as many as the windows have."""
    value = summaries[0].value
    assert value is not None
    column = scan.source_column(value)
    if column is not None:
        return facts.statistics.distinct(scan.model, column)
    held = scan.columns.get(value.name) if isinstance(value, Column) else value
    since = earliest(summaries, usual_time(body))
    if isinstance(held, Call) and held.function == "date_of" and since is not None:
        return days_since(since, facts) + 1
    return None
