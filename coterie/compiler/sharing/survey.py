"""What a statement reads of its sources, and how that compares with computing everything by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from coterie.compiler.compiled import Reading, SourceScan
from coterie.compiler.ir.expr import Call, Column, Expr
from coterie.compiler.ir.logic import conjuncts
from coterie.compiler.ir.rel import Aggregate, Body, Output, Plan, Select, Source, inputs, reachable
from coterie.compiler.sharing.facts import Facts, Scan, is_stored, scan_of
from coterie.compiler.sharing.share import REWRITES
from coterie.compiler.sharing.windows import (
    days_since,
    is_lower_bound,
    moment_of,
    share_since,
    usual_time,
    widest_share,
)

EVERYWHERE = {"own_scans", "inline_outermost"}
"""What these rewrites do is seen by the scans that there are."""


def readings(planned: Plan, shared: Plan, facts: Facts) -> tuple[Reading, ...]:
    """What each statement reads by the shared plan, beside what it would by the plan as it was laid out."""
    apart = _Apart(planned, facts)
    return tuple(
        Reading(tuple(_scans(after, shared, facts)), *apart.of(before.select))
        for before, after in zip(planned.outputs, shared.outputs, strict=True)
    )


def _scans(output: Output, plan: Plan, facts: Facts) -> Iterator[SourceScan]:
    """Those of values that have no place in a mask are left out: nothing is read where there are none."""
    read, serving = reachable(plan, inputs(output.select)), plan.serving.get(output.entity, {})
    bodies = {name: body for name, body in plan.relations.items() if name in read} | {"": output.select}
    rewrites = _rewrites(bodies, plan)
    idle = {body.input for body in bodies.values() if isinstance(body, Select) and _is_idle(body, plan)}
    for name, body in bodies.items():
        if isinstance(body, Select) and isinstance(body.input, Source) and name not in idle:
            yield _scan(name, body, body.input.model, plan, facts, serving.get(name, ()), rewrites.get(name, ()))


def _is_idle(body: Select, plan: Plan) -> bool:
    return any(not join.left and join.relation in plan.dictionaries for join in body.joins)


def _scan(
    name: str,
    body: Select,
    model: str,
    plan: Plan,
    facts: Facts,
    serves: tuple[str, ...],
    rewrites: tuple[str, ...],
) -> SourceScan:
    bounds = [part for part in conjuncts(body.where) if is_lower_bound(part)]
    rows = _rows(model, plan, facts)
    shares = [_share(model, bound, facts) for bound in bounds]
    latest = min(bounds, key=lambda bound: days_since(bound, facts), default=None)
    return SourceScan(
        relation=name,
        model=model,
        rows=None if rows is None else round(rows * min(shares, default=1.0)),
        since=None if latest is None else moment_of(latest),
        columns=tuple(column.name for column in body.columns),
        serves=serves,
        rewrites=rewrites,
    )


def _rewrites(bodies: Mapping[str, Body], plan: Plan) -> dict[str, tuple[str, ...]]:
    """By scan, those that have formed the aggregates of it, and of these, in the order in which they are applied."""
    scans, found = dict[str, set[str]](), dict[str, set[str]]()
    for name, body in bodies.items():
        below = inputs(replace(body, joins=())) if isinstance(body, Select) else inputs(body)
        scans[name] = set[str]().union(*(scans[one] for one in below)) or {name}
        if not (isinstance(body, Select) and body.joins):  # what has moved elsewhere changes joins, too
            for scan in scans[name]:
                found.setdefault(scan, set()).update(plan.rewritten.get(name, ()))
    told = [one.__name__ for one in REWRITES if one.__name__ not in EVERYWHERE]
    return {scan: tuple(name for name in told if name in names) for scan, names in found.items()}


def _rows(model: str, plan: Plan, facts: Facts) -> int | None:
    return facts.statistics.rows(model) if is_stored(plan, model, facts) else None


def _share(model: str, bound: Call, facts: Facts) -> float:
    """About which share of a source's rows is not before a moment of one of its columns."""
    time = bound.args[0]
    columns = {time.name: time} if isinstance(time, Column) else {}
    return share_since(Scan(model, 0, dict[str, Expr](columns)), bound, facts)


class _Apart:
    """The scans there are, and their rows, if every relation is computed wherever it is read."""

    def __init__(self, plan: Plan, facts: Facts) -> None:
        self._plan = plan
        self._facts = facts
        self._known: dict[str, tuple[int, int | None]] = {}
        for name, body in plan.relations.items():
            self._known[name] = self.of(body)

    def of(self, body: Body) -> tuple[int, int | None]:
        below = [self._known[name] for name in inputs(body)]
        if isinstance(body, Select) and isinstance(body.input, Source):
            below.append((1, _rows(body.input.model, self._plan, self._facts)))
        rows = [one for _, one in below if one is not None]
        total = sum(rows) if len(rows) == len(below) else None
        if isinstance(body, Aggregate) and total is not None:
            total = round(total * self._window(body))
        return sum(scans for scans, _ in below), total

    def _window(self, body: Aggregate) -> float:
        """About which share of the rows the windows of an aggregate have."""
        scan, time = scan_of(self._plan, body.input, self._facts), usual_time(body)
        if scan is None or not body.summaries:
            return 1.0
        return widest_share(body.summaries, time, scan, self._facts)
