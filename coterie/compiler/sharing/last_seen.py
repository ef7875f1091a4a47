"""Different values of several windows from the last time that each value was seen.

Of windows that all last until now, a value is in one if it was seen since that began. So one grouping by entity and
value, with the last moment of each, serves every window of a distinct count or list; engines that reduce sets of their
own for each would hold as many of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from coterie.compiler.ir.expr import Call, Column, Expr, IsNull, Not, Order, Reduction
from coterie.compiler.ir.logic import conjunction, conjuncts
from coterie.compiler.ir.names import Namer
from coterie.compiler.ir.rel import Aggregate, Body, Named, Plan, Summary
from coterie.compiler.sharing.apart import Apart, Piece, scanned, take_apart
from coterie.compiler.sharing.facts import Facts, Scan, rows_read
from coterie.compiler.sharing.filters import with_bounds, with_common_filters
from coterie.compiler.sharing.mask_prices import mask_for
from coterie.compiler.sharing.weights import distinct_by_value
from coterie.compiler.sharing.windows import earliest, lower_bound, share_since, usual_time
from coterie.types import BOOLEAN, Kind

_KINDS = (Kind.TEXT, Kind.INTEGER, Kind.DECIMAL, Kind.DATE, Kind.TIMESTAMP)
_LEFT_OVER = 0.6
"""About how many groups by entity and value there are for each row."""


def last_seen(plan: Plan, facts: Facts) -> Plan:
    """Distinct counts and lists of one value are made from its last moments, where that is cheaper."""
    namer, taken = Namer(plan.relations), dict[str, Apart]()
    for name, body, scan in scanned(plan, facts):
        if groups := _cheaper(body, scan, facts):
            taken[name] = _apart(body, groups, plan.labels[name], namer)
    return take_apart(plan, taken)


def _cheaper(body: Aggregate, scan: Scan, facts: Facts) -> list[list[Summary]]:
    """The distinct summaries by their value, of values for which it is cheaper."""
    values = distinct_by_value(body)
    return [
        summaries
        for value, summaries in values.items()
        if value.type.kind in _KINDS and _is_cheaper(body, summaries, scan, facts)
    ]


def _is_cheaper(body: Aggregate, summaries: Sequence[Summary], scan: Scan, facts: Facts) -> bool:
    costs, time = facts.costs, usual_time(body)
    asked = {_asked(summary, time)[0] for summary in summaries}
    shares = [share_since(scan, lower_bound(one, time), facts) for one in summaries]
    widest = max(shares) * scan.rows
    apart = rows_read(scan, time, widest, facts) * costs.scan + widest * (costs.regroup + len(asked))
    apart += _LEFT_OVER * widest * (costs.reread + len(summaries)) + costs.group * scan.groups
    apart += 2 * costs.relation
    together = scan.rows * costs.distinct * sum(shares)
    mask = mask_for(summaries, body, scan, facts)
    return apart < together and (mask is None or apart < mask.price)


def _asked(summary: Summary, time: Expr | None) -> tuple[Expr | None, Call | None]:
    """The filter without the beginning of the window, and that."""
    bound = lower_bound(summary, time)
    return conjunction([part for part in conjuncts(summary.where) if part != bound]), bound


def _apart(body: Aggregate, groups: Sequence[Sequence[Summary]], label: str, namer: Namer) -> Apart:
    added, labels, pieces = dict[str, Body](), dict[str, str](), dict[str, Piece]()
    for summaries in groups:
        value = summaries[0].value
        assert value is not None
        base = f"{label}_and_{value.name}" if isinstance(value, Column) else f"{label}_and_value"
        inner, outer = namer.name(base), namer.name(f"{label}_{_what(value)}")
        labels |= {inner: base, outer: f"{label}_{_what(value)}"}
        added[inner], added[outer] = two_levels(body, value, summaries, inner)
        pieces |= {one.name: Piece((outer,), Column(one.name, one.type)) for one in summaries}
    rest = tuple(summary for summary in body.summaries if summary.name not in pieces)
    return Apart(added, replace(body, summaries=rest) if rest else None, pieces, labels)


def _what(value: Expr) -> str:
    return f"different_{value.name}" if isinstance(value, Column) else "different_values"


def two_levels(body: Aggregate, value: Expr, summaries: Sequence[Summary], inner: str) -> tuple[Aggregate, Aggregate]:
    """One row per entity and value with when it was last seen; and what becomes of these."""
    time, namer = usual_time(body), Namer(key.name for key in body.keys)
    each = Named(namer.name(value.name if isinstance(value, Column) else "value"), value)
    held, seen, outer = Column(each.name, value.type), dict[tuple[Expr | None, bool], Summary](), list[Summary]()
    for summary in summaries:
        asked, since = _asked(summary, time)
        where: Expr | None = None
        if since is not None:
            assert time is not None
            known = seen.get((asked, True))
            if known is None:
                name = namer.name(f"last_{time.name}" if isinstance(time, Column) else "last_seen")
                known = seen[asked, True] = Summary(name, Reduction("max"), time.type, time, asked)
            where = Call(since.function, (Column(known.name, known.type), since.args[1]), BOOLEAN)
        elif asked is not None:
            known = seen.get((asked, False))
            if known is None:
                known = seen[asked, False] = Summary(namer.name("counts"), Reduction("exists"), BOOLEAN, where=asked)
            where = Column(known.name, BOOLEAN)
        outer.append(_reduced(summary, held, where))
    since = earliest(summaries, time)
    wanted = [*conjuncts(body.where), *([] if since is None else [since]), Not(IsNull(value))]
    keys = tuple(Named(key.name, Column(key.name, key.expr.type)) for key in body.keys)
    once = Aggregate(body.input, (*body.keys, each), tuple(seen.values()), conjunction(wanted))
    if all(summary.where is not None for summary in outer):  # then nobody misses values of which no row counts
        once = with_bounds(with_common_filters(once))
    return once, Aggregate(inner, keys, tuple(outer))


def _reduced(summary: Summary, value: Column, where: Expr | None) -> Summary:
    """The summary of values that come once."""
    if summary.reduction.function == "count_distinct":
        return replace(summary, reduction=Reduction("count_rows"), value=None, where=where)
    order = (Order(value, summary.reduction.descending),)
    listed = Reduction("list", order=order, limit=summary.reduction.limit)
    return replace(summary, reduction=listed, value=value, where=where, complete=True)
