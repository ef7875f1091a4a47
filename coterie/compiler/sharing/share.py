"""The rewrites, in the order in which they are applied. Each may be left out without changing any result."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from coterie.compiler.ir.rel import Aggregate, Body, Plan
from coterie.compiler.sharing.alternatives import lift_alternatives
from coterie.compiler.sharing.by_value import split_by_value
from coterie.compiler.sharing.facts import Facts
from coterie.compiler.sharing.filters import lift_bounds, lift_common_filters
from coterie.compiler.sharing.first_last import first_and_last
from coterie.compiler.sharing.flag_masks import flag_masks
from coterie.compiler.sharing.last_seen import last_seen
from coterie.compiler.sharing.masks import masks
from coterie.compiler.sharing.merge import merge_aggregates
from coterie.compiler.sharing.outermost import inline_outermost
from coterie.compiler.sharing.own_scans import own_scans
from coterie.compiler.sharing.tiers import window_tiers

Rewrite = Callable[[Plan, Facts], Plan]

REWRITES: tuple[Rewrite, ...] = (
    merge_aggregates,
    last_seen,
    masks,
    split_by_value,
    window_tiers,
    first_and_last,
    lift_common_filters,
    lift_bounds,
    lift_alternatives,
    own_scans,
    flag_masks,
    inline_outermost,
)


def share(plan: Plan, facts: Facts, rewrites: tuple[Rewrite, ...] = REWRITES) -> Plan:
    """Apply the rewrites in order, and note which of them have made or changed a relation."""
    rewritten = dict[str, tuple[str, ...]]()
    for rewrite in rewrites:
        before, plan = plan.relations, rewrite(plan, facts)
        for name, body in plan.relations.items():
            if body != before.get(name) and not _is_left(body, before.get(name)):
                rewritten[name] = (*rewritten.get(name, ()), rewrite.__name__)
    return replace(plan, rewritten=rewritten)


def _is_left(body: Body, before: Body | None) -> bool:
    """Is it the rest of an aggregate from which others have taken something?"""
    if not (isinstance(body, Aggregate) and isinstance(before, Aggregate)):
        return False
    return replace(before, summaries=body.summaries) == body and {*body.summaries} < {*before.summaries}
