"""What is asked of recent rows is computed from a scan of only these.

An aggregate is split at some of the moments with which its summaries' windows begin. Each part costs one more scan, so
how many there are is a matter of prices.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from coterie.compiler.ir.expr import Column
from coterie.compiler.ir.names import Namer
from coterie.compiler.ir.rel import Aggregate, Plan, Summary
from coterie.compiler.sharing.apart import Apart, Piece, scanned, take_apart
from coterie.compiler.sharing.facts import Facts
from coterie.compiler.sharing.tier_prices import Window, cheapest_tiers
from coterie.compiler.sharing.windows import moment_of


def window_tiers(plan: Plan, facts: Facts) -> Plan:
    """Aggregates of rows of a table are split into such of recent rows and such of more, where that is cheaper."""
    namer, taken = Namer(plan.relations), dict[str, Apart]()
    for name, body, scan in scanned(plan, facts):
        tiers = cheapest_tiers(body, scan, facts).tiers
        if len(tiers) > 1:
            label = plan.labels[name]
            parts = {namer.name(f"{label}_since_{_date(tier)}"): tier for tier in tiers[1:]}
            taken[name] = _split(body, tiers[0], parts)
    return take_apart(plan, taken)


def _split(body: Aggregate, first: Sequence[Window], parts: Mapping[str, Sequence[Window]]) -> Apart:
    """The aggregate keeps the longest windows."""
    added, pieces = dict[str, Aggregate](), dict[str, Piece]()
    for name, tier in parts.items():
        added[name] = replace(body, summaries=_in_order(body, tier))
        for summary in added[name].summaries:
            pieces[summary.name] = Piece((name,), Column(summary.name, summary.type))
    return Apart(added, replace(body, summaries=_in_order(body, first)), pieces, {name: name for name in parts})


def _in_order(body: Aggregate, tier: Sequence[Window]) -> tuple[Summary, ...]:
    kept = {summary.name for window in tier for summary in window.summaries}
    return tuple(summary for summary in body.summaries if summary.name in kept)


def _date(tier: Sequence[Window]) -> str:
    since = tier[0].since
    assert since is not None
    return f"{moment_of(since):%Y_%m_%d}"
