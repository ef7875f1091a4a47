"""What is asked of the rows that have one value is computed from a scan of only these.

Thirty counts of events, each of one name, look at every event thirty times in one aggregate, and keep thirty numbers
for everybody. A scan for each name finds the groups of a tenth of the rows, and keeps what is asked of that name. It
costs looking at the name once, so what is asked once stays where it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from coterie.compiler.ir.expr import Expr, Literal
from coterie.compiler.ir.names import Namer, slug_of
from coterie.compiler.ir.rel import Aggregate, Plan, Summary
from coterie.compiler.sharing.apart import Apart, in_parts, scanned, take_apart
from coterie.compiler.sharing.asked_values import asked_values, values_of
from coterie.compiler.sharing.facts import Facts, Scan
from coterie.compiler.sharing.tier_prices import cheapest_tiers

FEWEST = 2
"""So many summaries ask for a value that has a scan."""
MOST_VALUES = 30
"""So many values of a column have scans; of more, those that are asked for most."""
_LONGEST = 30
"""So much of a value is in the name of its relation."""


@dataclass(frozen=True, slots=True)
class _Split:
    """The summaries of each value that has a scan, and the price of these and all others."""

    by_value: dict[Expr, tuple[Summary, ...]]
    price: float


def split_by_value(plan: Plan, facts: Facts) -> Plan:
    """Aggregates of rows of a table are split by the values of one column of it that their summaries ask for, where
    that is cheaper.
    """
    namer, taken = Namer(plan.relations), dict[str, Apart]()
    for name, body, scan in scanned(plan, facts):
        best = min(_splits(body, scan, facts), key=lambda one: one.price, default=None)
        if best is not None and best.price < cheapest_tiers(body, scan, facts).price:
            taken[name] = _apart(body, best, plan.labels[name], namer)
    return take_apart(plan, taken)


def _splits(body: Aggregate, scan: Scan, facts: Facts) -> Iterator[_Split]:
    """By each column whose number of values is known."""

    def price(summaries: tuple[Summary, ...]) -> float:
        return cheapest_tiers(replace(body, summaries=summaries), scan, facts).price if summaries else 0.0

    for value, by_constant in _asked(body).items():
        often = [constant for constant in by_constant if len(by_constant[constant]) >= FEWEST]
        often = sorted(often, key=lambda constant: -len(by_constant[constant]))[:MOST_VALUES]
        if len(often) < 2 or not values_of(value, scan, facts):
            continue
        parts = {constant: tuple(by_constant[constant]) for constant in by_constant if constant in often}
        taken = {summary.name for summaries in parts.values() for summary in summaries}
        rest = tuple(summary for summary in body.summaries if summary.name not in taken)
        yield _Split(parts, sum(map(price, parts.values())) + price(rest))


def _asked(body: Aggregate) -> dict[Expr, dict[Expr, list[Summary]]]:
    """The summaries that ask for one value, by column and value."""
    found = dict[Expr, dict[Expr, list[Summary]]]()
    for summary in body.summaries:
        for value, constants in asked_values(summary.where).items():
            if len(constants) == 1:
                found.setdefault(value, {}).setdefault(constants[0], []).append(summary)
    return found


def _apart(body: Aggregate, split: _Split, label: str, namer: Namer) -> Apart:
    parts, labels, told = dict[str, tuple[Summary, ...]](), dict[str, str](), dict[str, str]()
    for constant, summaries in split.by_value.items():
        which = f"of_{_slug(constant)}"
        name = namer.name(f"{label}_{which}")
        parts[name], labels[name], told[name] = summaries, f"{label}_{which}", which
    return in_parts(body, parts, labels, told)


def _slug(constant: Expr) -> str:
    assert isinstance(constant, Literal)
    return slug_of(str(constant.value)[:_LONGEST]) or "empty"
