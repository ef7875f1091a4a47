"""Where the sets of a value's distinct summaries fit into the bits of a number, and what that costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from coterie.compiler.ir.expr import Call, Column, Expr, Reduction
from coterie.compiler.ir.rel import Aggregate, Summary
from coterie.compiler.ir.traverse import leaves
from coterie.compiler.sharing.facts import Facts, Scan
from coterie.compiler.sharing.windows import earliest, lower_bound, moment_in_utc, share_since, usual_time
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
    if value is None or value.type.kind not in _KINDS or any(_is_cut(one.reduction) for one in summaries):
        return None
    shares = [share_since(scan, lower_bound(one, time), facts) for one in summaries]
    price = scan.rows * (max(shares) * (facts.costs.encode + 1) + sum(shares)) + _RELATIONS * facts.costs.relation
    since = earliest(summaries, time)
    if since is not None and _are_days(value, since, summaries, scan):
        return _mask_of_days(since, price, facts)
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


def _are_days(value: Expr, since: Call, summaries: Sequence[Summary], scan: Scan) -> bool:
    """Are the values the days of the moments that the windows speak of, none of them in the future, to be counted?"""
    held, time = scan.made_of(value), scan.made_of(since.args[0])
    if not isinstance(held, Call) or held.function != "date_of" or set(_columns_in(held)) != {time}:
        return False
    ends = any(isinstance(one, Call) and one.function == "lt" and one.args[0] == time for one in scan.conditions)
    return ends and all(one.reduction.function == "count_distinct" for one in summaries)


def _mask_of_days(since: Call, price: float, facts: Facts) -> Mask | None:
    """Clocks of any zone are at most a day before or after those of UTC."""
    before = moment_in_utc(since).date() - timedelta(days=2)
    last = (facts.as_of.date() - before).days + 1
    for type, places in _SIZES:
        if last <= min(places, facts.costs.mask_bits):
            return Mask(type, places, price, before)
    return None


def _columns_in(expr: Expr) -> list[Column]:
    return [leaf for leaf in leaves(expr) if isinstance(leaf, Column)]
