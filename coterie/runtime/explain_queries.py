"""The queries of an explanation: statements of the compiler, restricted to some entities and to some rows of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlglot import exp

from coterie.compiler.compiled import EntityStatement
from coterie.compiler.explaining.entity_keys import Key
from coterie.compiler.explaining.source_rows import Sorted, SourceRows
from coterie.dialects import Dialect
from coterie.dialects.nodes import ordered
from coterie.runtime.relations import column, named

_POSITION, _TOTAL, _RANK = "coterie_position", "coterie_total", "coterie_rank"


def of_keys(statement: EntityStatement, keys: Sequence[Key], dialect: Dialect, columns: Iterable[str]) -> exp.Select:
    """Columns of a statement's rows that belong to some entities."""
    types = [one.type for one in statement.key]
    written = [[dialect.literal(value, type) for value, type in zip(key, types, strict=True)] for key in keys]
    own = [column(one.name) for one in statement.key]
    if len(own) == 1:
        chosen = exp.In(this=own[0], expressions=[value for (value,) in written])
    else:
        chosen = exp.In(this=exp.Tuple(expressions=own), expressions=[exp.Tuple(expressions=one) for one in written])
    return _select([column(name) for name in columns], statement.tree, "entity").where(chosen, copy=False)


def first_rows(query: exp.Select, rows: SourceRows, key: Sequence[str], shown: Sequence[str], limit: int) -> exp.Select:
    """The first rows of each entity, in order, and how many it has."""
    ranks = [_rank(by, rows, key, shown) for by in rows.order]
    sorts = [
        ordered(column(shown[by.column] if rank is None else f"{_RANK}_{number}"), descending=by.descending)
        for number, (by, rank) in enumerate(zip(rows.order, ranks, strict=True))
    ]
    ranked = [named(rank, f"{_RANK}_{number}") for number, rank in enumerate(ranks) if rank is not None]
    position, total = _window(exp.RowNumber(), key, sorts), _window(exp.Count(this=exp.Star()), key)
    inner = _select([exp.Star(), *ranked], query, "row")
    numbered = _select([exp.Star(), named(position, _POSITION), named(total, _TOTAL)], inner, "ranked")
    within = exp.LTE(this=column(_POSITION), expression=exp.Literal.number(limit))
    told = _select([column(name) for name in (*key, *shown, _TOTAL)], numbered, "numbered")
    return told.where(within, copy=False).order_by(column(_POSITION), copy=False)


def _rank(by: Sorted, rows: SourceRows, key: Sequence[str], shown: Sequence[str]) -> exp.Expr | None:
    """How often, when first or when last a value is there, of one entity; None where the value itself is meant."""
    same_value = [*key, shown[by.column]]
    match by.by:
        case "value":
            return None
        case "count":
            return _window(exp.Count(this=exp.Star()), same_value)
    assert rows.time is not None
    function = exp.Min if by.by == "min" else exp.Max
    return _window(function(this=column(shown[rows.time])), same_value)


def _select(columns: list[exp.Expr], query: exp.Select, alias: str) -> exp.Select:
    rows = exp.alias_(exp.Subquery(this=query), alias, table=True, quoted=True, copy=False)
    return exp.Select(expressions=columns).from_(rows, copy=False)


def _window(function: exp.Expr, partition: Iterable[str], order: Sequence[exp.Expr] = ()) -> exp.Window:
    return exp.Window(
        this=function,
        partition_by=[column(name) for name in partition],
        order=exp.Order(expressions=list(order)) if order else None,
    )
