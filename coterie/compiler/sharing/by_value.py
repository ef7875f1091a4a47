"""What is asked of the rows that have one value is computed from a scan of only these.

Thirty counts of events, each of one name, look at every event thirty times in one aggregate, and keep thirty numbers
for everybody. A scan for each name finds the groups of a tenth of the rows, and keeps what is asked of that name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from coterie.compiler.ir.expr import Column, Expr, Literal
from coterie.compiler.ir.names import Namer, slug_of
from coterie.compiler.ir.rel import Aggregate, Plan, Summary
from coterie.compiler.sharing.apart import Apart, Piece, scanned, take_apart
from coterie.compiler.sharing.asked_values import asked_values, values_of
from coterie.compiler.sharing.facts import Facts, Scan
from coterie.compiler.sharing.tiers import price_of

MOST_VALUES = 30
"""Of how many values of a column scans may be made; what is asked of others stays together."""
_LONGEST = 30
"""How much of a value a relation's name shows."""


@dataclass(frozen=True, slots=True)
class _Split:
    """Summaries that stay together, and those of one value each."""

    price: float
    rest: tuple[Summary, ...]
    by_value: dict[Expr, tuple[Summary, ...]]


def split_by_value(plan: Plan, facts: Facts) -> Plan:
    """Aggregates of rows of a table are split by the values that their summaries ask for, where that is cheaper."""
    namer, taken = Namer(plan.relations), dict[str, Apart]()
    for name, body, scan in scanned(plan, facts):
        split = _cheapest(body, scan, facts)
        if split is not None:
            taken[name] = _apart(body, split, plan.labels[name], namer)
    return take_apart(plan, taken)


def _apart(body: Aggregate, split: _Split, label: str, namer: Namer) -> Apart:
    added, labels, pieces = dict[str, Aggregate](), dict[str, str](), dict[str, Piece]()
    for constant, summaries in split.by_value.items():
        wanted = f"{label}_of_{_slug(constant)}"
        name = namer.name(wanted)
        added[name], labels[name] = replace(body, summaries=summaries), wanted
        pieces |= {summary.name: Piece((name,), Column(summary.name, summary.type)) for summary in summaries}
    return Apart(added, replace(body, summaries=split.rest) if split.rest else None, pieces, labels)


def _slug(constant: Expr) -> str:
    assert isinstance(constant, Literal)
    return slug_of(str(constant.value))[:_LONGEST]


def _cheapest(body: Aggregate, scan: Scan, facts: Facts) -> _Split | None:
    """The values of one column that are worth scans; None if none are."""
    by_column = dict[Expr, dict[Expr, list[Summary]]]()
    for summary in body.summaries:
        for value, constants in asked_values(summary.where).items():
            if len(constants) == 1:
                by_column.setdefault(value, {}).setdefault(constants[0], []).append(summary)
    splits = [
        _split_at(body, by_constant, scan, facts)
        for value, by_constant in by_column.items()
        if len(by_constant) > 1 and values_of(value, scan, facts)
    ]
    split = min(splits, key=lambda split: split.price, default=None)
    return split if split is not None and split.price < price_of(body, scan, facts) else None


def _split_at(body: Aggregate, by_constant: dict[Expr, list[Summary]], scan: Scan, facts: Facts) -> _Split:
    """Each value apart, but for those that cost less together with what asks for none."""

    def price(summaries: Iterable[Summary]) -> float:
        return price_of(replace(body, summaries=tuple(summaries)), scan, facts)

    most = sorted(by_constant, key=lambda constant: -len(by_constant[constant]))[:MOST_VALUES]
    named = {summary.name for constant in most for summary in by_constant[constant]}
    rest = [summary for summary in body.summaries if summary.name not in named]
    total, apart = price(rest) if rest else 0.0, dict[Expr, tuple[Summary, ...]]()
    for constant in reversed(most):
        alone, together = price(by_constant[constant]), price([*rest, *by_constant[constant]])
        if rest and together < total + alone:
            total, rest = together, [*rest, *by_constant[constant]]
        else:
            apart[constant] = tuple(by_constant[constant])
    total += sum(price(summaries) for summaries in apart.values())
    return _Split(total, _in_order(body, rest), {one: apart[one] for one in by_constant if one in apart})


def _in_order(body: Aggregate, kept: Sequence[Summary]) -> tuple[Summary, ...]:
    names = {summary.name for summary in kept}
    return tuple(summary for summary in body.summaries if summary.name in names)
