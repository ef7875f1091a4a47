"""What is asked of recent rows is computed from a scan of only these.

An aggregate is split at some of the moments with which its summaries' windows begin. Each part costs one more scan, so
how many there are is a matter of prices.
"""

from __future__ import annotations

from collections.abc import Sequence

from coterie.compiler.ir.names import Namer
from coterie.compiler.ir.rel import Aggregate, Plan, Summary
from coterie.compiler.sharing.apart import Apart, in_parts, scanned, take_apart
from coterie.compiler.sharing.facts import Facts
from coterie.compiler.sharing.tier_prices import Window, cheapest_tiers
from coterie.compiler.sharing.windows import moment_of


def window_tiers(plan: Plan, facts: Facts) -> Plan:
    """Aggregates of rows of a table are split into such of recent rows and such of more, where that is cheaper.

    The longest windows stay.
    """
    namer, taken = Namer(plan.relations), dict[str, Apart]()
    for name, body, scan in scanned(plan, facts):
        tiers = cheapest_tiers(body, scan, facts).tiers
        if len(tiers) > 1:
            taken[name] = _apart(body, tiers[1:], plan.labels[name], plan.parts.get(name), namer)
    return take_apart(plan, taken)


def _apart(body: Aggregate, tiers: Sequence[Sequence[Window]], label: str, of_which: str | None, namer: Namer) -> Apart:
    parts, told = dict[str, list[Summary]](), dict[str, str]()
    for tier in tiers:
        since = f"since_{_date(tier)}"
        name = namer.name(f"{label}_{since}")
        parts[name] = [one for window in tier for one in window.summaries]
        told[name] = since if of_which is None else f"{of_which}_{since}"
    return in_parts(body, parts, {part: part for part in parts}, told)


def _date(tier: Sequence[Window]) -> str:
    since = tier[0].since
    assert since is not None
    return f"{moment_of(since):%Y_%m_%d}"
