"""Which values of a column summaries ask for, and about how many rows have them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import reduce

from coterie.compiler.ir.expr import Call, Expr, Literal, OneOf
from coterie.compiler.ir.logic import conjuncts
from coterie.compiler.ir.rel import Summary
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


Asked = Mapping[Expr, frozenset[Expr]]
"""Values of which a row must have one, by what is compared with them."""


def asked_by_any(summaries: Iterable[Summary]) -> Asked:
    """What a row must have for any summary to take it."""
    return reduce(either, [{key: frozenset(of) for key, of in asked_values(one.where).items()} for one in summaries])


def either(one: Asked, other: Asked) -> Asked:
    """What a row must have that is asked for by one or the other."""
    return {value: constants | other[value] for value, constants in one.items() if value in other}


def share_asked(asked: Asked, scan: Scan, facts: Facts) -> float:
    """About which share of a scan's rows has such values: as if all were as frequent, and the columns independent."""
    share = 1.0
    for value, constants in asked.items():
        different = values_of(value, scan, facts)
        share *= min(1.0, len(constants) / different) if different else 1.0
    return share


def values_of(value: Expr, scan: Scan, facts: Facts) -> int | None:
    """About how many different values there are, if that is known."""
    column = scan.source_column(value)
    return None if column is None else facts.statistics.distinct(scan.model, column)
