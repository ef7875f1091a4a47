"""Which values of a column summaries ask for, and about how many rows have them."""

from __future__ import annotations

from collections.abc import Iterator

from coterie.compiler.ir.expr import Call, Expr, Literal, OneOf
from coterie.compiler.ir.logic import conjuncts
from coterie.compiler.ir.rel import Aggregate
from coterie.compiler.sharing.facts import Facts, Scan


def asked_values(where: Expr | None) -> dict[Expr, tuple[Expr, ...]]:
    """The constants of which one has to be equal, the fewest that are told, by what is compared with them."""
    found: dict[Expr, tuple[Expr, ...]] = {}
    for value, constants in _asked_values(where):
        known = found.get(value)
        if known is None or len(constants) < len(known):
            found[value] = constants
    return found


def _asked_values(where: Expr | None) -> Iterator[tuple[Expr, tuple[Expr, ...]]]:
    for part in conjuncts(where):
        match part:
            case OneOf():
                yield part.value, part.options
            case Call(function="eq", args=(value, Literal() as constant)):
                yield value, (constant,)


def share_asked(body: Aggregate, scan: Scan, facts: Facts) -> float:
    """About which share of a scan's rows has values that any summary of an aggregate asks for, as if all were as
    frequent, and those of different columns had nothing to do with each other.
    """
    if not body.summaries:
        return 1.0
    first, *others = [asked_values(summary.where) for summary in body.summaries]
    share = 1.0
    for value in first:
        if all(value in other for other in others):
            constants = {constant for asked in (first, *others) for constant in asked[value]}
            different = values_of(value, scan, facts)
            share *= min(1.0, len(constants) / different) if different else 1.0
    return share


def values_of(value: Expr, scan: Scan, facts: Facts) -> int | None:
    """About how many different values there are, if that is known."""
    column = scan.source_column(value)
    return None if column is None else facts.statistics.distinct(scan.model, column)
