"""First and last values from the rows of the first and last moments.

Which value comes first is said by a moment, and only between rows of the same moment by a key. Aggregate functions that
go by all of it compare long keys, row by row; the moment alone is a minimum or maximum. So an aggregate finds the
moments, and the few rows that are of those moments say the values.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from coterie.compiler.ir.expr import Call, Column, Expr, IsNull, Literal, Not, Reduction
from coterie.compiler.ir.logic import any_of, conjunction, conjuncts
from coterie.compiler.ir.names import Namer
from coterie.compiler.ir.rel import Aggregate, Join, Named, Plan, Select, Summary
from coterie.compiler.sharing.apart import Apart, Piece, scanned, take_apart
from coterie.compiler.sharing.asked_values import asked_by_any, share_asked
from coterie.compiler.sharing.facts import Facts, Scan, rows_read
from coterie.compiler.sharing.windows import lower_bound, share_since, usual_time, widest_share
from coterie.types import BOOLEAN, Kind

_KINDS = (Kind.TIMESTAMP, Kind.DATE)
_COMPARISONS = frozenset({"eq", "lt", "le", "gt", "ge"})
_GUESSED = 0.25
"""About which share of rows passes a filter of which nothing is known."""


def first_and_last(plan: Plan, facts: Facts) -> Plan:
    """First and last values of an aggregate are taken from the rows of their moments, where that is cheaper."""
    namer, taken = Namer(plan.relations), dict[str, Apart]()
    for name, body, scan in scanned(plan, facts):
        ends = {one: _moment_of(one) for one in body.summaries if _is_end(one, scan)}
        if ends and _is_cheaper(body, ends, scan, facts):
            taken[name] = _Building(plan, name, body, ends, namer).apart()
    return take_apart(plan, taken)


def _is_end(summary: Summary, scan: Scan) -> bool:
    """Is it the value of the first or last row, by a moment that no row of the scan lacks, and not that itself?"""
    reduction = summary.reduction
    if reduction.function != "nth" or reduction.n not in (1, -1) or len(reduction.order) < 2:
        return False
    moment = reduction.order[0].value
    if moment.type.kind not in _KINDS or moment == summary.value:
        return False
    return any(_compares(part, scan.made_of(moment)) for part in scan.conditions)


def _compares(condition: Expr, value: Expr) -> bool:
    """Does a condition hold for no row that lacks a value?"""
    match condition:
        case Call(args=(compared, Literal())):
            return condition.function in _COMPARISONS and compared == value
    return False


def _moment_of(end: Summary) -> Summary:
    """When the row was of which a summary has the value, without a name."""
    first = end.reduction.order[0]
    is_known = [] if end.complete or end.value is None else [Not(IsNull(end.value))]
    reduction = Reduction("max" if first.descending else "min")
    return Summary("", reduction, first.value.type, first.value, conjunction([*conjuncts(end.where), *is_known]))


def _is_cheaper(body: Aggregate, ends: Mapping[Summary, Summary], scan: Scan, facts: Facts) -> bool:
    """Is it cheaper to find the moments, hold every row against them, and go by the order of a few?"""
    costs, time = facts.costs, usual_time(body)
    rows = scan.rows * widest_share(tuple(ends), time, scan, facts)
    taken = {end: scan.rows * _share_taken(end, time, scan, facts) for end in ends}
    groups = {end: min(scan.groups, taken[end]) for end in ends}
    by_moment = {moment: groups[end] for end, moment in ends.items()}
    at_ends = min(rows, sum(by_moment.values()))
    found_and_compared = 2 * len(by_moment)
    apart = rows_read(scan, time, rows, facts) * costs.scan + rows * (costs.reread + found_and_compared)
    apart += at_ends * (costs.reread + len(ends)) + sum(groups.values()) * (costs.ordered + 2 * costs.state)
    apart += scan.groups * costs.group + 2 * costs.relation
    return apart < sum(taken.values()) * costs.ordered


def _share_taken(end: Summary, time: Expr | None, scan: Scan, facts: Facts) -> float:
    """About which share of a scan's rows a summary takes."""
    since = lower_bound(end, time)
    asked = share_asked(asked_by_any([end]), scan, facts)
    is_guessed = asked == 1 and any(part != since for part in conjuncts(end.where))
    return share_since(scan, since, facts) * (_GUESSED if is_guessed else asked)


@dataclass(frozen=True, slots=True)
class _Building:
    """An aggregate of moments in place of one of first and last values, and the relations that take these."""

    plan: Plan
    name: str
    body: Aggregate
    ends: Mapping[Summary, Summary]
    """The summaries, and their moments."""
    namer: Namer

    def apart(self) -> Apart:
        others = [one for one in self.body.summaries if one not in self.ends]
        held, added = self._moments(others)
        label, label_of_rows = f"{self.plan.labels[self.name]}_at_ends", f"{self.plan.labels[self.body.input]}_at_ends"
        rows, found = self.namer.name(label_of_rows), self.namer.name(label)
        select, columns = self._rows(held)
        values = tuple(self._value(end, columns[moment], columns) for end, moment in self.ends.items())
        return Apart(
            added={},
            rest=replace(self.body, summaries=(*others, *added)),
            pieces={end.name: Piece((found,), Column(end.name, end.type)) for end in self.ends},
            labels={rows: label_of_rows, found: label},
            after={rows: select, found: replace(self.body, input=rows, summaries=values)},
        )

    def _moments(self, others: Sequence[Summary]) -> tuple[dict[Summary, str], list[Summary]]:
        """The columns that have the moments in the aggregate, and the summaries that it needs for that."""
        names = Namer([*(key.name for key in self.body.keys), *(one.name for one in self.body.summaries)])
        held, added = {replace(one, name=""): one.name for one in others}, list[Summary]()
        for moment in self.ends.values():
            if moment not in held:
                end = "first" if moment.reduction.function == "min" else "last"
                what = moment.value.name if isinstance(moment.value, Column) else "moment"
                held[moment] = names.name(f"{end}_{what}")
                added.append(replace(moment, name=held[moment]))
        return held, added

    def _rows(self, held: Mapping[Summary, str]) -> tuple[Select, dict[Summary, Column]]:
        """The rows that are of any of the moments of their groups, and their columns of these."""
        scanned = self.plan.relations[self.body.input]
        assert isinstance(scanned, Select)
        columns = [Named(one.name, Column(one.name, one.expr.type)) for one in scanned.columns]
        namer, found, at = Namer(one.name for one in columns), dict[Summary, Column](), list[Expr]()
        for moment in dict.fromkeys(self.ends.values()):
            there = Column(held[moment], moment.type, 1)
            found[moment] = Column(namer.name(there.name), moment.type)
            columns.append(Named(found[moment].name, there))
            at.append(_is_at(moment, there))
        join = Join(self.name, tuple((key.expr, key.name) for key in self.body.keys), left=True)
        return Select(self.body.input, tuple(columns), (join,), any_of(at)), found

    def _value(self, end: Summary, at: Column, moments: Collection[Summary]) -> Summary:
        """The summary over these rows; where they are of several moments, of those of its own."""
        reduction = replace(end.reduction, order=end.reduction.order[1:])
        is_own = [_is_at(self.ends[end], at)] if len(moments) > 1 else []
        return replace(end, reduction=reduction, where=conjunction([*conjuncts(end.where), *is_own]))


def _is_at(moment: Summary, found: Column) -> Expr:
    """Is a row of the moment that its group has in a column?"""
    assert moment.value is not None
    return Call("eq", (moment.value, found), BOOLEAN)
