"""First and last values from the rows of the first and last moments.

Which value comes first is said by a moment, and only between rows of the same moment by a key. Aggregate functions that
go by all of it compare long keys, row by row; the moment alone is a minimum or maximum. So an aggregate finds the
moments, and the few rows that are of those moments say the values.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from coterie.compiler.ir.expr import Call, Column, Expr, IsNull, Literal, Not, Reduction
from coterie.compiler.ir.logic import any_of, conjunction, conjuncts
from coterie.compiler.ir.names import Namer
from coterie.compiler.ir.rel import Aggregate, Join, Named, Plan, Select, Summary
from coterie.compiler.sharing.apart import Apart, Piece, scanned, take_apart
from coterie.compiler.sharing.facts import Facts, Scan
from coterie.compiler.sharing.windows import usual_time, widest_share
from coterie.types import BOOLEAN, Kind

_KINDS = (Kind.TIMESTAMP, Kind.DATE)
_COMPARISONS = frozenset({"eq", "lt", "le", "gt", "ge"})


def first_and_last(plan: Plan, facts: Facts) -> Plan:
    """First and last values of an aggregate are taken from the rows of their moments, where that is cheaper."""
    namer, taken = Namer(plan.relations), dict[str, Apart]()
    for name, body, scan in scanned(plan, facts):
        ends = [summary for summary in body.summaries if _is_end(summary, scan)]
        if ends and _is_cheaper(body, ends, scan, facts):
            taken[name] = _Building(plan, name, body, namer).apart(ends)
    return take_apart(plan, taken)


def _is_end(summary: Summary, scan: Scan) -> bool:
    """Is it the value of the first or last row, by a moment that no row of the scan lacks, and by more than that?"""
    reduction = summary.reduction
    if reduction.function != "nth" or reduction.n not in (1, -1) or len(reduction.order) < 2:
        return False
    moment = reduction.order[0].value
    return moment.type.kind in _KINDS and any(_compares(part, scan.made_of(moment)) for part in scan.conditions)


def _compares(condition: Expr, value: Expr) -> bool:
    """Does a condition hold for no row that lacks a value?"""
    match condition:
        case Call(args=(compared, Literal())):
            return condition.function in _COMPARISONS and compared == value
    return False


def _is_cheaper(body: Aggregate, ends: Sequence[Summary], scan: Scan, facts: Facts) -> bool:
    costs, number = facts.costs, len(ends)
    rows = scan.rows * widest_share(ends, usual_time(body), scan, facts)
    groups = min(scan.groups, rows)
    apart = (rows if costs.prunes else scan.rows) * costs.scan + rows * (costs.reread + 2 * number)
    apart += groups * (costs.group + number * (costs.ordered + 2 * costs.state)) + 2 * costs.relation
    return apart < rows * number * costs.ordered


@dataclass(frozen=True, slots=True)
class _Building:
    """An aggregate of moments in place of one of first and last values, and the relations that take these."""

    plan: Plan
    name: str
    body: Aggregate
    namer: Namer
    moments: dict[Summary, str] = field(default_factory=dict)
    """The minima and maxima, without names, and the names by which the aggregate has them."""

    def apart(self, ends: Sequence[Summary]) -> Apart:
        others = [one for one in self.body.summaries if one not in ends]
        names = Namer([*(key.name for key in self.body.keys), *(one.name for one in self.body.summaries)])
        self.moments.update({replace(one, name=""): one.name for one in others})
        added = list[Summary]()
        for moment in map(_moment_of, ends):
            if moment not in self.moments:
                assert moment.value is not None
                end = "first" if moment.reduction.function == "min" else "last"
                what = moment.value.name if isinstance(moment.value, Column) else "moment"
                self.moments[moment] = names.name(f"{end}_{what}")
                added.append(replace(moment, name=self.moments[moment]))
        rest = replace(self.body, summaries=(*others, *added))
        label = f"{self.plan.labels[self.body.input]}_at_ends"
        rows, found = self.namer.name(label), self.namer.name(f"{self.plan.labels[self.name]}_at_ends")
        select, columns = self._rows(ends)
        values = tuple(self._value(one, columns[self.moments[_moment_of(one)]]) for one in ends)
        return Apart(
            added={},
            rest=rest,
            pieces={one.name: Piece((found,), Column(one.name, one.type)) for one in ends},
            labels={rows: label, found: f"{self.plan.labels[self.name]}_at_ends"},
            after={rows: select, found: replace(self.body, input=rows, summaries=values)},
        )

    def _rows(self, ends: Sequence[Summary]) -> tuple[Select, dict[str, str]]:
        """The rows of any of the moments of their groups, and as what they have these, by name in the aggregate."""
        scanned = self.plan.relations[self.body.input]
        assert isinstance(scanned, Select)
        columns = [Named(one.name, Column(one.name, one.expr.type)) for one in scanned.columns]
        namer = Namer(one.name for one in columns)
        found, at = dict[str, str](), dict[Expr, None]()
        for moment in map(_moment_of, ends):
            assert moment.value is not None
            there = Column(self.moments[moment], moment.type, 1)
            at[_equal(moment.value, there)] = None
            if there.name not in found:
                found[there.name] = namer.name(there.name)
                columns.append(Named(found[there.name], there))
        join = Join(self.name, tuple((key.expr, key.name) for key in self.body.keys), left=True)
        return Select(self.body.input, tuple(columns), (join,), any_of(list(at))), found

    def _value(self, end: Summary, column: str) -> Summary:
        """The summary of the rows of its moment."""
        first, *others = end.reduction.order
        at = _equal(first.value, Column(column, first.value.type))
        where = conjunction([*conjuncts(end.where), at])
        return replace(end, reduction=replace(end.reduction, order=tuple(others)), where=where)


def _moment_of(end: Summary) -> Summary:
    """When the row was of which a summary has the value, without a name."""
    first = end.reduction.order[0]
    is_known = [] if end.complete or end.value is None else [Not(IsNull(end.value))]
    reduction = Reduction("max" if first.descending else "min")
    return Summary("", reduction, first.value.type, first.value, conjunction([*conjuncts(end.where), *is_known]))


def _equal(one: Expr, other: Expr) -> Expr:
    return Call("eq", (one, other), BOOLEAN)
