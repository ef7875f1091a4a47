"""Aggregates taken apart: other relations take over some of their summaries, and whoever joined them joins those."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from functools import partial

from coterie.compiler.ir.expr import Column, Expr, Leaf
from coterie.compiler.ir.rel import Aggregate, Body, Join, Named, Plan, Select, Summary, Union, is_by_key
from coterie.compiler.ir.traverse import leaves, map_leaves
from coterie.compiler.sharing.facts import Facts, Scan, entities_of, scan_of
from coterie.frozen import frozen


@frozen
class Piece:
    """A summary's value as an expression over columns of `relations`, which `Column.source` counts from 0.

    They have the keys of the aggregate that the summary was in, or none: then they are one row.
    """

    relations: tuple[str, ...]
    expr: Expr


@frozen
class Apart:
    """What becomes of an aggregate: relations before it, the rest of it if there is any, and where the others are.

    `after` are relations that read the rest, `parts` what tells some of the others from the rest.
    """

    added: Mapping[str, Body]
    rest: Aggregate | None
    pieces: Mapping[str, Piece]
    labels: Mapping[str, str] = field(default_factory=dict)
    after: Mapping[str, Body] = field(default_factory=dict)
    parts: Mapping[str, str] = field(default_factory=dict)


def in_parts(
    body: Aggregate, parts: Mapping[str, Iterable[Summary]], labels: Mapping[str, str], told: Mapping[str, str]
) -> Apart:
    """The aggregate without some of its summaries, which aggregates of the same rows by the same keys have, by name.

    `told` says by what each of these is told from the others.
    """
    added, pieces = dict[str, Body](), dict[str, Piece]()
    for name, summaries in parts.items():
        moved = {summary.name for summary in summaries}
        added[name] = replace(body, summaries=tuple(one for one in body.summaries if one.name in moved))
        pieces |= {one.name: Piece((name,), Column(one.name, one.type)) for one in body.summaries if one.name in moved}
    rest = tuple(one for one in body.summaries if one.name not in pieces)
    return Apart(added, replace(body, summaries=rest) if rest else None, pieces, labels, parts=told)


def scanned(plan: Plan, facts: Facts) -> Iterator[tuple[str, Aggregate, Scan]]:
    """The aggregates of scans, by name, whose summaries others may take over."""
    entities = entities_of(plan, facts)
    for name, body in joined_by_key(plan).items():
        scan = scan_of(plan, body.input, facts, entities.get(name))
        if scan is not None:
            yield name, body, scan


def joined_by_key(plan: Plan) -> dict[str, Aggregate]:
    """The aggregates whose summaries others may take over: nobody reads them but left joins by their whole key.

    So nobody misses a group in which no row counts.
    """
    found = {name: body for name, body in plan.relations.items() if isinstance(body, Aggregate) and body.keys}
    for promise in plan.promises:
        found.pop(promise.relation, None)
    for body in (*plan.relations.values(), *(output.select for output in plan.outputs)):
        for part in body.parts if isinstance(body, Union) else (body,):
            if isinstance(part.input, str):
                found.pop(part.input, None)
        if isinstance(body, Select):
            _drop_misread(body, found)
        elif isinstance(body, Union):
            for join in (join for part in body.parts for join in part.joins):
                found.pop(join.relation, None)
    return found


def _drop_misread(select: Select, found: dict[str, Aggregate]) -> None:
    for join in select.joins:
        body = found.get(join.relation)
        if body is not None and not (join.left and is_by_key(join, body)):
            del found[join.relation]


def take_apart(plan: Plan, taken: Mapping[str, Apart]) -> Plan:
    """The plan with the aggregates by name taken apart."""
    if not taken:
        return plan
    relations, labels, parts = dict[str, Body](), dict(plan.labels), dict(plan.parts)
    for name, body in plan.relations.items():
        if name in taken:
            apart = taken[name]
            relations.update(apart.added)
            labels.update(apart.labels)
            parts.update(apart.parts)
            if apart.rest is not None:
                relations[name] = apart.rest
            relations.update(apart.after)
        else:
            relations[name] = _rejoined(body, taken, relations) if isinstance(body, Select) else body
    outputs = [replace(output, select=_rejoined(output.select, taken, relations)) for output in plan.outputs]
    return replace(plan, relations=relations, labels=labels, outputs=tuple(outputs), parts=parts)


def _rejoined(select: Select, taken: Mapping[str, Apart], relations: Mapping[str, Body]) -> Select:
    """The SELECT joining the pieces of what it joined."""
    if not any(join.relation in taken for join in select.joins):
        return select
    used = _used(select)
    joins: dict[Join, int] = {}
    values: dict[tuple[str, int], Expr] = {}
    positions = {0: 0}

    def read(leaf: Leaf) -> Expr:
        if not isinstance(leaf, Column):
            return leaf
        value = values.get((leaf.name, leaf.source))
        return replace(leaf, source=positions[leaf.source]) if value is None else value

    def position_of(join: Join) -> int:
        return joins.setdefault(join, len(joins) + 1)

    for old, join in enumerate(select.joins, 1):
        moved = replace(join, on=tuple((map_leaves(left, read), right) for left, right in join.on))
        apart = taken.get(join.relation)
        if apart is None:
            positions[old] = position_of(moved)
            continue
        for name in used.get(old, ()):
            piece = apart.pieces.get(name)
            if piece is None:
                positions[old] = position_of(moved)
            else:
                at = [position_of(_join_of(relation, moved, relations)) for relation in piece.relations]
                values[name, old] = map_leaves(piece.expr, partial(_at, positions=at))
    columns = tuple(Named(column.name, map_leaves(column.expr, read)) for column in select.columns)
    where = None if select.where is None else map_leaves(select.where, read)
    return Select(select.input, columns, tuple(joins), where, select.distinct)


def _used(select: Select) -> dict[int, dict[str, None]]:
    """The columns that a SELECT reads of each of its joins."""
    found: dict[int, dict[str, None]] = {}
    exprs = [column.expr for column in select.columns]
    exprs += [left for join in select.joins for left, _ in join.on]
    exprs += [] if select.where is None else [select.where]
    for expr in exprs:
        for leaf in leaves(expr):
            if isinstance(leaf, Column):
                found.setdefault(leaf.source, {})[leaf.name] = None
    return found


def _join_of(relation: str, instead_of: Join, relations: Mapping[str, Body]) -> Join:
    body = relations[relation]
    is_one_row = isinstance(body, Aggregate) and not body.keys
    return Join(relation, (), left=False) if is_one_row else replace(instead_of, relation=relation)


def _at(leaf: Leaf, positions: list[int]) -> Leaf:
    return replace(leaf, source=positions[leaf.source]) if isinstance(leaf, Column) else leaf
