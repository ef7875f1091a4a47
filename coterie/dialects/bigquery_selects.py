"""BigQuery: what a SELECT needs beyond its expressions."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from sqlglot import exp

from coterie.dialects.base import Node
from coterie.dialects.bigquery_types import literal
from coterie.dialects.nodes import as_double, count, function, number, tight, when
from coterie.dialects.standard_selects import columns_of, names_in, nodes_in, unused
from coterie.types import decimal


def percentile(value: Node, p: Decimal) -> Node:
    """There is none of a group, and that over a window is not exact: `selected` puts another in its place."""
    return exp.PercentileCont(this=as_double(value), expression=literal(p, decimal(1, 0)))


def selected(select: exp.Select) -> exp.Select:
    """With percentiles of groups, and with columns that can be told from rows and from what they become."""
    return _told_apart(_with_percentiles(select))


class _Ranked(NamedTuple):
    """Columns of rows: a value, and the share of the group's values before the first that is equal to it."""

    value: exp.Column
    rank: exp.Column


def _with_percentiles(select: exp.Select) -> exp.Select:
    """Every row is given the rank of its value in the group; the values next to the percentile are taken."""
    found = [node for node in nodes_in(*select.expressions) if isinstance(node, exp.PercentileCont)]
    if not found:
        return select
    columns = {column.name: column.copy() for column in columns_of(select)}
    rows = exp.Select(expressions=[*columns.values()])
    ranked: dict[Node, _Ranked] = {}
    used = names_in(rows, *select.expressions)
    for node in found:
        if node.this not in ranked:
            ranked[node.this] = _ranked(rows, node.this, select, used)
        node.replace(_between(ranked[node.this], node.expression))
    for part in ("from_", "where"):
        rows.set(part, select.args.get(part))
    named = exp.TableAlias(this=exp.to_identifier("source", quoted=True))
    select.set("from_", exp.From(this=exp.Subquery(this=_told_apart(rows), alias=named)))
    select.set("where", None)
    return select


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
        rows.append("expressions", exp.alias_(node, names[-1], quoted=True))
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


def _told_apart(select: exp.Select) -> exp.Select:
    """A name, alone, means the rows of a table before a column, and in GROUP BY what is selected so before both.

    So the table is given another, and what is grouped by says that it is a column of that.
    """
    rows, columns = select.args["from_"].this, columns_of(select)
    if any(column.name.lower() == rows.alias_or_name.lower() for column in columns):
        rows.set("alias", exp.TableAlias(this=exp.to_identifier(unused("source", names_in(*columns)), quoted=True)))
    becoming = {node.alias.lower() for node in select.expressions if isinstance(node, exp.Alias)}
    group = select.args.get("group")
    for key in group.expressions if group else []:
        for column in key.find_all(exp.Column):
            if column.this.quoted and column.name.lower() in becoming:
                column.set("table", exp.to_identifier(rows.alias_or_name, quoted=True))
    return select
