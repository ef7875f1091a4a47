"""Where the sets of a value's distinct summaries fit into the bits of a number, and what that costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from coterie.compiler.ir.expr import Call, Expr, Literal, Reduction
from coterie.compiler.ir.rel import Aggregate, Summary
from coterie.compiler.sharing.facts import Facts, Scan
from coterie.compiler.sharing.windows import earliest, lower_bound, moment_of, share_since, usual_time
from coterie.types import INTEGER, Kind, Type, integer

_KINDS = (Kind.TEXT, Kind.INTEGER, Kind.DATE)
_SIZES = ((INTEGER, 62), (integer(38), 126))
"""The types that a mask can have, and how many places each has."""

_FILLED = 0.75
"""How many of the places the known values may take, so that there is room for others."""

_CLOCKS = timedelta(days=3)

_RELATIONS = 5
"""How many more relations a mask needs."""


@dataclass(frozen=True, slots=True)
class Mask:
    """A type with room for a value's sets, the number of places in it, and the price of using it.

    `before` is the day before the first one, where the values are days that must lie in a window: then a day's place is
    how many days it is later.
    """

    type: Type
    places: int
    price: float
    before: date | None = None


def mask_for(summaries: Sequence[Summary], body: Aggregate, scan: Scan, facts: Facts) -> Mask | None:
    """The mask for all distinct summaries of one value in an aggregate; None where they do not fit into any."""
    value, time = summaries[0].value, usual_time(body)
    if not facts.costs.mask_bits or value is None or value.type.kind not in _KINDS:
        return None
    if any(_is_cut(one.reduction) for one in summaries):
        return None
    shares = [share_since(scan, lower_bound(one, time), facts) for one in summaries]
    price = scan.rows * (max(shares) * (facts.costs.encode + 1) + sum(shares)) + _RELATIONS * facts.costs.relation
    since = earliest(summaries, time)
    until = None if since is None else _end_of_days(value, since, summaries, scan)
    if since is not None and until is not None:
        return _mask_of_days(moment_of(since), until, price, facts)
    column = scan.source_column(value)
    known = None if column is None else facts.statistics.distinct(scan.model, column)
    for type, most in _SIZES:
        places = min(most, facts.costs.mask_bits)
        if known is not None and known <= places * _FILLED:
            return Mask(type, places, price)
    return None


def _is_cut(reduction: Reduction) -> bool:
    """Is the list in another order than that of the places, or not whole?"""
    return reduction.limit is not None or reduction.descending


def _end_of_days(value: Expr, since: Call, summaries: Sequence[Summary], scan: Scan) -> date | None:
    """When the moments of the windows end, if the values are their days, to be counted; else None."""
    held, time = scan.made_of(value), scan.made_of(since.args[0])
    if any(one.reduction.function != "count_distinct" for one in summaries):
        return None
    match held:
        case Call(function="date_of", args=(moment,)) if moment == time:
            pass
        case Call(function="date_of", args=(Call(function="to_wall", args=(moment, *_)),)) if moment == time:
            pass
        case _:
            return None
    for part in scan.conditions:
        match part:
            case Call(function="lt", args=(moment, Literal(value=date() as end))) if moment == time:
                return end
    return None


def _mask_of_days(since: date, until: date, price: float, facts: Facts) -> Mask | None:
    """Days may be on other clocks than the moments are written on: up to 26 hours earlier or later."""
    first, last = date(since.year, since.month, since.day), date(until.year, until.month, until.day)
    if first - date.min < _CLOCKS:
        return None
    before = first - _CLOCKS
    for type, places in _SIZES:
        if (last + _CLOCKS - before).days <= min(places, facts.costs.mask_bits):
            return Mask(type, places, price, before)
    return None
