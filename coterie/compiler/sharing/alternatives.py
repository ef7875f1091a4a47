"""Where every function of an aggregate asks for rows of its own, a row has to be one of some function's.

Purchases of all time, and page views of a week: page views of years ago pass what is asked of the name, and what is
asked of the time. Their groups are looked up for nothing, unless the two are asked for together. That costs looking at
every row once more, so it is done where most of them are left out.
"""

from __future__ import annotations

from dataclasses import replace
from math import prod

from coterie.compiler.ir.expr import Expr
from coterie.compiler.ir.logic import any_of, conjunction, conjuncts
from coterie.compiler.ir.rel import Aggregate, Plan
from coterie.compiler.sharing.apart import scanned
from coterie.compiler.sharing.asked_values import values_of
from coterie.compiler.sharing.facts import Facts, Scan
from coterie.compiler.sharing.filters import Bounds, Compared, bounds_of, condition, loosest
from coterie.compiler.sharing.windows import is_lower_bound, share_since

MOST = 8
"""How many there may be: a row is held against one after the other."""


def lift_alternatives(plan: Plan, facts: Facts) -> Plan:
    """Rows that keep to what no function asks together are left out before the grouping, where those are many."""
    relations = dict(plan.relations)
    for name, body, scan in scanned(plan, facts):
        found = alternatives(body)
        if len(found) > 1 and _share_left(found, body, scan, facts) <= facts.costs.most_left:
            any_way = any_of([_all_of(bounds) for bounds in found])
            relations[name] = replace(body, where=conjunction([*conjuncts(body.where), any_way]))
    return replace(plan, relations=relations)


def alternatives(body: Aggregate) -> list[Bounds]:
    """The bounds of the rows that some summary takes, as few as say it; none where that may be any row."""
    found = list[Bounds]()
    for summary in body.summaries:
        _include(found, bounds_of(summary.where))
        if len(found) > MOST or {} in found:
            return []
    return found


def _include(found: list[Bounds], bounds: Bounds) -> None:
    """Add rows that keep to some bounds to those of others; as many as can be said by one are."""
    for other in found:
        joint = _joint(other, bounds)
        if joint is not None:
            found.remove(other)
            _include(found, joint)
            return
    found.append(bounds)


def _joint(one: Bounds, other: Bounds) -> Bounds | None:
    """The bounds of exactly the rows that keep to either; None where there are none."""
    loose = {key: loosest(key, [*one[key], *other[key]]) for key in one if key in other}
    if loose in (one, other):
        return loose
    is_one_apart = one.keys() == other.keys() and sum(one[key] != other[key] for key in one) == 1
    return loose if is_one_apart else None


def _share_left(found: list[Bounds], body: Aggregate, scan: Scan, facts: Facts) -> float:
    """About which share of the aggregate's rows keeps to one of the bounds."""
    asked = bounds_of(body.where)

    def share(compared: Compared, constants: tuple[Expr, ...]) -> float:
        function, value = compared
        if function == "eq":
            different = len(asked.get(compared, ())) or values_of(value, scan, facts)
            return min(1.0, len(constants) / different) if different else 1.0
        whole = since(compared, asked[compared]) if compared in asked else 1.0
        return since(compared, constants) / whole if whole else 1.0

    def since(compared: Compared, constants: tuple[Expr, ...]) -> float:
        bound = condition(compared, constants)
        return share_since(scan, bound, facts) if is_lower_bound(bound) else 1.0

    return sum(prod(share(*one) for one in bounds.items()) for bounds in found)


def _all_of(bounds: Bounds) -> Expr:
    every = conjunction([condition(key, constants) for key, constants in bounds.items()])
    assert every is not None
    return every
