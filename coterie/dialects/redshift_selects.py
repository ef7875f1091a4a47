"""Redshift: aggregates that ask for values by their place, of which Redshift has only windows.

Such an aggregate is built around a window that lacks its PARTITION BY. `selected` moves the window into a SELECT of
the rows, by the keys of the group, and leaves its column in its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from sqlglot import exp

from coterie.dialects.base import Node, Sort
from coterie.dialects.nodes import as_double, chain, function, number, ordered, when
from coterie.dialects.standard_selects import columns_among, names_in, read_by, unused
from coterie.types import Kind, Type

_CHOOSERS = (exp.Max, exp.LogicalOr)


def percentile(value: Node, p: Decimal) -> Node:
    """As a window, since the aggregates of one SELECT must all have the same order."""
    order = exp.Order(expressions=[ordered(as_double(value), descending=False)])
    inside = exp.WithinGroup(this=function("PERCENTILE_CONT")(number(p)), expression=order)
    return exp.Max(this=exp.Window(this=inside))


def nth(value: Node, n: int, sorts: Sequence[Sort], where: Node | None, type: Type) -> Node:
    """`sorts` already run from the end for a negative n. Rows that do not count come last."""
    keys = [ordered(sort.node, descending=sort.descending) for sort in sorts]
    counted = [] if where is None else [where]
    if where is not None:
        keys.insert(0, ordered(when(where.copy(), number(0), number(1)), descending=False))
    place = exp.Window(this=exp.RowNumber(), order=exp.Order(expressions=keys))
    there = exp.EQ(this=place, expression=number(abs(n)))
    chooser = exp.LogicalOr if type.kind is Kind.BOOLEAN else exp.Max
    return chooser(this=when(chain(exp.And, [there, *counted]), value))


def selected(select: exp.Select) -> exp.Select:
    """With windows inside of aggregates as columns of the rows."""
    found = read_by(select, {exp.Column, exp.Window})
    windows = [
        node
        for node in found
        if isinstance(node, exp.Window) and node.find_ancestor(*_CHOOSERS, exp.Select).__class__ in _CHOOSERS
    ]
    if not windows:
        return select
    group = select.args.get("group")
    rows = exp.Select(expressions=[column.copy() for column in columns_among(found).values()])
    names: dict[Node, str] = {}
    used = names_in(rows, *select.expressions)
    for window in windows:
        place = exp.column("", quoted=True)
        window.replace(place)
        window.set("partition_by", [key.copy() for key in group.expressions] if group else [])
        if window not in names:
            names[window] = unused("place", used)
            rows.append("expressions", exp.Alias(this=window, alias=exp.to_identifier(names[window], quoted=True)))
        place.this.set("this", names[window])
    for part in ("from_", "where"):
        rows.set(part, select.args.get(part))
    named = exp.TableAlias(this=exp.to_identifier("source", quoted=True))
    select.set("from_", exp.From(this=exp.Subquery(this=rows, alias=named)))
    select.set("where", None)
    return select
