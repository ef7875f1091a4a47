"""What is asked of recent rows is computed from a scan of only these.

An aggregate is split at some of the moments with which its summaries' windows begin. Each part costs one more scan, so
how many there are is a matter of prices.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from coterie.compiler.ir.expr import Call, Column
from coterie.compiler.ir.names import Namer
from coterie.compiler.ir.rel import Aggregate, Plan, Summary
from coterie.compiler.sharing.apart import Apart, Piece, scanned, take_apart
from coterie.compiler.sharing.asked_values import share_asked
from coterie.compiler.sharing.facts import Facts, Scan
from coterie.compiler.sharing.weights import weight_of
from coterie.compiler.sharing.windows import days_since, lower_bound, moment_of, share_since, usual_time

MOST_WINDOWS = 60
"""How many moments are considered for splitting; of more, the rarest windows go with longer ones."""


@dataclass(frozen=True, slots=True)
class _Window:
    """The summaries that take rows from a moment on, and about which share of all rows these are."""

    since: Call | None
    share: float
    summaries: tuple[Summary, ...]


def window_tiers(plan: Plan, facts: Facts) -> Plan:
    """Aggregates of rows of a table are split into such of recent rows and such of more, where that is cheaper."""
    namer, taken = Namer(plan.relations), dict[str, Apart]()
    for name, body, scan in scanned(plan, facts):
        _, (first, *others) = _cheapest(body, scan, facts)
        if others:
            label = plan.labels[name]
            parts = {namer.name(f"{label}_since_{_date(tier)}"): tier for tier in others}
            taken[name] = _split(body, first, parts)
    return take_apart(plan, taken)


def price_of(body: Aggregate, scan: Scan, facts: Facts) -> float:
    """What the summaries of an aggregate cost, in the cheapest tiers."""
    price, _ = _cheapest(body, scan, facts)
    return price


def _split(body: Aggregate, first: Sequence[_Window], parts: Mapping[str, Sequence[_Window]]) -> Apart:
    """The aggregate keeps the longest windows."""
    added, pieces = dict[str, Aggregate](), dict[str, Piece]()
    for name, tier in parts.items():
        added[name] = replace(body, summaries=_in_order(body, tier))
        for summary in added[name].summaries:
            pieces[summary.name] = Piece((name,), Column(summary.name, summary.type))
    return Apart(added, replace(body, summaries=_in_order(body, first)), pieces, {name: name for name in parts})


def _in_order(body: Aggregate, tier: Sequence[_Window]) -> tuple[Summary, ...]:
    kept = {summary.name for window in tier for summary in window.summaries}
    return tuple(summary for summary in body.summaries if summary.name in kept)


def _date(tier: Sequence[_Window]) -> str:
    since = tier[0].since
    assert since is not None
    return f"{moment_of(since):%Y_%m_%d}"


def _windows(body: Aggregate, scan: Scan, facts: Facts) -> list[_Window]:
    """By the moment with which they begin, the longest first."""
    time = usual_time(body)
    found: dict[Call | None, list[Summary]] = {}
    for summary in body.summaries:
        found.setdefault(lower_bound(summary, time), []).append(summary)
    windows = [_Window(bound, share_since(scan, bound, facts), tuple(summaries)) for bound, summaries in found.items()]
    windows.sort(key=lambda window: -math.inf if window.since is None else -days_since(window.since, facts))
    while len(windows) > MOST_WINDOWS:
        rarest = min(range(1, len(windows)), key=lambda at: len(windows[at].summaries))
        longer = windows[rarest - 1]
        windows[rarest - 1] = replace(longer, summaries=longer.summaries + windows.pop(rarest).summaries)
    return windows


def _cheapest(body: Aggregate, scan: Scan, facts: Facts) -> tuple[float, list[list[_Window]]]:
    """The cheapest way to put neighbouring windows together, and its price."""
    costs, windows = facts.costs, _windows(body, scan, facts)
    wanted = share_asked(body, scan, facts)
    read = wanted * costs.scan + (1 - wanted) * costs.skip
    weights = [sum(weight_of(summary, costs) for summary in window.summaries) for window in windows]
    before = [0.0, *accumulate(weights)]

    def price(start: int, end: int) -> float:
        share = windows[start].share
        summarized = scan.rows * share * wanted
        reading = scan.rows * (share if costs.prunes else 1.0) * read
        joining = costs.group * min(scan.groups, summarized)
        return reading + summarized * (before[end] - before[start]) + joining + 2 * costs.relation

    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(windows) + 1):
        best.append(min((best[start][0] + price(start, end), start) for start in range(end)))
    tiers, end = list[list[_Window]](), len(windows)
    while end:
        start = best[end][1]
        tiers.insert(0, windows[start:end])
        end = start
    return best[-1][0], tiers
