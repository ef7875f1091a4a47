"""BigQuery: what a SELECT needs beyond its expressions."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from sqlglot import exp

from coterie.dialects.base import Node
from coterie.dialects.bigquery_types import literal
from coterie.dialects.nodes import as_double, count, function, number, tight, when
from coterie.dialects.standard_selects import columns_among, names_in, read_by, unused
from coterie.types import decimal

Columns = Mapping[str, exp.Column]
"""Those that a SELECT reads, by name."""

_LOOKED_FOR = {exp.Column, exp.PercentileCont}


def percentile(value: Node, p: Decimal) -> Node:
    """There is none of a group, and that over a window is not exact: `selected` puts another in its place."""
    return exp.PercentileCont(this=as_double(value), expression=literal(p, decimal(1, 0)))


def selected(select: exp.Select) -> exp.Select:
    """With percentiles of groups, and with columns that can be told from rows and from what they become."""
    found = read_by(select, _LOOKED_FOR)
    percentiles = [node for node in found if isinstance(node, exp.PercentileCont)]
    if percentiles:
        _take_from_ranks(select, percentiles, columns_among(found))
        found = read_by(select, _LOOKED_FOR)
    return _told_apart(select, columns_among(found))


class _Ranked(NamedTuple):
    """Columns of rows: a value, and the share of the group's values before the first that is equal to it."""

    value: exp.Column
    rank: exp.Column


def _take_from_ranks(select: exp.Select, percentiles: list[exp.PercentileCont], columns: Columns) -> None:
    """Every row is given the rank of its value in the group; the values next to the percentile are taken."""
    rows = exp.Select(expressions=[column.copy() for column in columns.values()])
    ranked: dict[Node, _Ranked] = {}
    used = names_in(rows, *select.expressions)
    for node in percentiles:
        if node.this not in ranked:
            ranked[node.this] = _ranked(rows, node.this, select, used)
        node.replace(_between(ranked[node.this], node.expression))
    for part in ("from_", "where"):
        rows.set(part, select.args.get(part))
    named = exp.TableAlias(this=exp.to_identifier("source", quoted=True))
    rows = _told_apart(rows, columns_among(read_by(rows, _LOOKED_FOR)))
    select.set("from_", exp.From(this=exp.Subquery(this=rows, alias=named)))
    select.set("where", None)


def _ranked(rows: exp.Select, value: Node, select: exp.Select, used: set[str]) -> _Ranked:
    """More columns of the rows; those without a value are a group for themselves."""
    group = select.args.get("group")
    keys = [key.copy() for key in group.expressions] if group else []
    missing = exp.Is(this=tight(value.copy()), expression=exp.null())
    order = exp.Order(expressions=[exp.Ordered(this=value.copy(), nulls_first=True)])
    rank = exp.Window(this=exp.PercentRank(), partition_by=[*keys, missing], order=order)
    names = []
    for name, node in (("value", value.copy()), ("rank", rank)):
        names.append(unused(name, used))
        rows.append("expressions", exp.Alias(this=node, alias=exp.to_identifier(names[-1], quoted=True)))
    return _Ranked(*(exp.column(name, quoted=True) for name in names))


def _between(ranked: _Ranked, share: Node) -> Node:
    """Linear between the values before and after the percentile, unless the one before is among the last of its ties.

    Places count from 0, as ranks do; that of the percentile may lie between two.
    """

    def those(comparison: type[exp.Binary]) -> Node:
        return when(comparison(this=ranked.rank.copy(), expression=share.copy()), ranked.value.copy())

    others = exp.Paren(this=exp.Sub(this=count(ranked.value.copy()), expression=number(1)))
    place = exp.Mul(this=share.copy(), expression=others)
    low, high = function("MAX")(those(exp.LTE)), function("MIN")(those(exp.GT))
    last = exp.Sub(this=count(those(exp.LTE)), expression=number(1))
    is_tied = exp.GTE(this=last, expression=place)
    beyond = as_double(function("MOD")(place.copy(), number(1)))
    step = exp.Mul(this=exp.Paren(this=exp.Sub(this=high, expression=low.copy())), expression=beyond)
    return when(is_tied, low, exp.Add(this=low.copy(), expression=tight(step)))


def _told_apart(select: exp.Select, columns: Columns) -> exp.Select:
    """A name, alone, means the rows of a table before a column, and in GROUP BY what is selected so before both.

    So the table is given another, and what is grouped by says that it is a column of that.
    """
    rows, taken = select.args["from_"].this, {name.lower() for name in columns}
    if rows.alias_or_name.lower() in taken:
        rows.set("alias", exp.TableAlias(this=exp.to_identifier(unused("source", taken), quoted=True)))
    becoming = {node.alias.lower() for node in select.expressions if isinstance(node, exp.Alias)}
    group = select.args.get("group")
    for key in group.expressions if group else []:
        for column in key.find_all(exp.Column):
            if column.this.quoted and column.name.lower() in becoming:
                column.set("table", exp.to_identifier(rows.alias_or_name, quoted=True))
    return select
