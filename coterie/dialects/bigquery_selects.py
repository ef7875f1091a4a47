"""BigQuery: what a SELECT needs beyond its expressions."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from sqlglot import exp

from coterie.dialects.base import Node, Sort
from coterie.dialects.bigquery_aggregates import sort_keys
from coterie.dialects.bigquery_types import literal
from coterie.dialects.nodes import as_double, count, function, number, tight, when
from coterie.dialects.standard_selects import columns_of, unused
from coterie.types import DOUBLE, decimal


def percentile(value: Node, p: Decimal) -> Node:
    """There is none of a group, and that over a window is not exact: `selected` puts another in its place."""
    return exp.PercentileCont(this=as_double(value), expression=literal(p, decimal(1, 0)))


def selected(select: exp.Select) -> exp.Select:
    """With percentiles of groups, and with columns that can be told from rows and from what they become."""
    return _told_apart(_with_percentiles(select))


class _Ranked(NamedTuple):
    """Columns of rows: a value, its place among those of the group from 1, and the place that is asked for."""

    value: exp.Column
    place: exp.Column
    wanted: exp.Column


def _with_percentiles(select: exp.Select) -> exp.Select:
    """Every row is given the place of its value in the group; those next to the place of the percentile are taken."""
    found = [node for column in select.expressions for node in column.find_all(exp.PercentileCont)]
    if not found:
        return select
    columns = {column.name: column.copy() for column in columns_of(select)}
    rows = exp.Select(expressions=[*columns.values()])
    ranked: dict[Node, _Ranked] = {}
    for node in found:
        if node not in ranked:
            ranked[node] = _ranked(rows, node, select)
        node.replace(_between(ranked[node]))
    for part in ("from_", "where"):
        rows.set(part, select.args.get(part))
    named = exp.TableAlias(this=exp.to_identifier("source", quoted=True))
    select.set("from_", exp.From(this=exp.Subquery(this=_told_apart(rows), alias=named)))
    select.set("where", None)
    return select


def _ranked(rows: exp.Select, percentile: exp.PercentileCont, select: exp.Select) -> _Ranked:
    """More columns of the rows."""
    group = select.args.get("group")
    keys = group.expressions if group else []
    value = percentile.this
    order = exp.Order(expressions=sort_keys(Sort(value.copy(), DOUBLE)))
    place = exp.Window(this=exp.RowNumber(), partition_by=[key.copy() for key in keys], order=order)
    size = exp.Window(this=count(value.copy()), partition_by=[key.copy() for key in keys])
    steps = exp.Paren(this=exp.Sub(this=size, expression=number(1)))
    share = exp.Mul(this=percentile.expression.copy(), expression=steps)
    wanted = exp.Add(this=number(1), expression=share)
    names = []
    for name, node in (("value", value.copy()), ("place", place), ("wanted", wanted)):
        names.append(unused(name, rows, *select.expressions))
        rows.append("expressions", exp.alias_(node, names[-1], quoted=True))
    return _Ranked(*(exp.column(name, quoted=True) for name in names))


def _between(ranked: _Ranked) -> Node:
    """Linear between the values at the whole places before and after the one that is asked for."""

    def at(rounded: str) -> Node:
        here = exp.EQ(this=ranked.place.copy(), expression=function(rounded)(ranked.wanted.copy()))
        return function("MAX")(when(here, ranked.value.copy()))

    low, high = at("FLOOR"), at("CEIL")
    share = as_double(function("MAX")(function("MOD")(ranked.wanted.copy(), number(1))))
    step = exp.Mul(this=exp.Paren(this=exp.Sub(this=high.copy(), expression=low.copy())), expression=share)
    return when(exp.EQ(this=low, expression=high), low.copy(), exp.Add(this=low.copy(), expression=tight(step)))


def _told_apart(select: exp.Select) -> exp.Select:
    """A name, alone, means the rows of a table before a column, and in GROUP BY what is selected so before both.

    So the table is given another, and what is grouped by says that it is a column of that.
    """
    rows, columns = select.args["from_"].this, columns_of(select)
    if any(column.name.lower() == rows.alias_or_name.lower() for column in columns):
        rows.set("alias", exp.TableAlias(this=exp.to_identifier(unused("source", *columns), quoted=True)))
    becoming = {node.alias.lower() for node in select.expressions if isinstance(node, exp.Alias)}
    group = select.args.get("group")
    for key in group.expressions if group else []:
        for column in key.find_all(exp.Column):
            if column.this.quoted and column.name.lower() in becoming:
                column.set("table", exp.to_identifier(rows.alias_or_name, quoted=True))
    return select
