"""What the summaries of an aggregate cost, and the cheapest way to put those of neighbouring windows together."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from itertools import accumulate

from coterie.compiler.ir.expr import Call, Expr
from coterie.compiler.ir.rel import Aggregate, Summary
from coterie.compiler.sharing.asked_values import asked_by_any, either, share_asked
from coterie.compiler.sharing.facts import Facts, Scan, rows_read
from coterie.compiler.sharing.weights import weight_of
from coterie.compiler.sharing.windows import days_since, lower_bound, share_since, usual_time

MOST_WINDOWS = 60
"""How many moments are considered for splitting; of more, the rarest windows go with longer ones."""


@dataclass(frozen=True, slots=True)
class Window:
    """The summaries that take rows from a moment on, and about which share of all rows these are."""

    since: Call | None
    share: float
    summaries: tuple[Summary, ...]


@dataclass(frozen=True, slots=True)
class Tiers:
    """Windows that share a scan each, the longest first, and the price of all."""

    price: float
    tiers: list[list[Window]]


def cheapest_tiers(body: Aggregate, scan: Scan, facts: Facts) -> Tiers:
    """The cheapest way to put neighbouring windows of an aggregate together."""
    costs, time = facts.costs, usual_time(body)
    windows = _windows(body, time, scan, facts)
    wanted = _shares_wanted(windows, scan, facts)
    weights = [sum(weight_of(summary, costs) for summary in window.summaries) for window in windows]
    before = [0.0, *accumulate(weights)]
    counted = [0, *accumulate(len(window.summaries) for window in windows)]

    def price(start: int, end: int) -> float:
        share, taken = windows[start].share, wanted[start][end - start - 1]
        summarized = scan.rows * share * taken
        reading = rows_read(scan, time, scan.rows * share, facts) * (taken * costs.scan + (1 - taken) * costs.skip)
        joining = (costs.group + costs.state * (counted[end] - counted[start])) * min(scan.groups, summarized)
        return reading + summarized * (before[end] - before[start]) + joining + 2 * costs.relation

    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(windows) + 1):
        best.append(min((best[start][0] + price(start, end), start) for start in range(end)))
    tiers, end = list[list[Window]](), len(windows)
    while end:
        start = best[end][1]
        tiers.insert(0, windows[start:end])
        end = start
    return Tiers(best[-1][0], tiers)


def _shares_wanted(windows: list[Window], scan: Scan, facts: Facts) -> list[list[float]]:
    """About which share of the rows neighbouring windows take: by the first, then by how many others there are."""
    asked = [asked_by_any(window.summaries) for window in windows]
    every = range(len(windows))
    return [[share_asked(one, scan, facts) for one in accumulate(asked[start:], either)] for start in every]


def _windows(body: Aggregate, time: Expr | None, scan: Scan, facts: Facts) -> list[Window]:
    """By the moment with which they begin, the longest first."""
    found: dict[Call | None, list[Summary]] = {}
    for summary in body.summaries:
        found.setdefault(lower_bound(summary, time), []).append(summary)
    windows = [Window(bound, share_since(scan, bound, facts), tuple(summaries)) for bound, summaries in found.items()]
    windows.sort(key=lambda window: -math.inf if window.since is None else -days_since(window.since, facts))
    by_use = sorted(windows[1:], key=lambda window: -len(window.summaries))
    kept, usual = windows[:1], {window.since for window in by_use[: MOST_WINDOWS - 1]}
    for window in windows[1:]:
        if window.since in usual:
            kept.append(window)
        else:
            kept[-1] = replace(kept[-1], summaries=kept[-1].summaries + window.summaries)
    return kept
