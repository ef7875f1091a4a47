"""Plan → Plan: no SELECT joins more relations than engines bear; longer ones become several, each upon the last.

Those before the last are materialized: put into the SELECT that reads them, they would be one long join again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from coterie.compiler.ir.expr import Column, Expr, Leaf
from coterie.compiler.ir.names import Namer, slug_of
from coterie.compiler.ir.rel import Body, Join, Named, Plan, Select
from coterie.compiler.ir.traverse import leaves, map_leaves
from coterie.errors import TooMuchAtOnce

MOST = 30
"""How many relations one SELECT joins at most: parsers and binders go one step deeper for each, and the time that
optimizers take grows with the cube of the number."""

MOST_IN_ALL = 500
"""How many relations may be joined with the same rows at all: each row passes through every join, and grows with it."""

_Add = Callable[[str, Select], str]


def split_joins(plan: Plan) -> Plan:
    """The same rows; what a SELECT joins beyond `MOST` is joined to the rows of another that joined the first.

    Error: TooMuchAtOnce `too_many_relations`.
    """
    relations, labels, namer = dict[str, Body](), dict(plan.labels), Namer(plan.relations)
    added = set[str]()

    def add(label: str, select: Select) -> str:
        name = namer.name(label)
        relations[name], labels[name] = select, label
        added.add(name)
        return name

    for name, body in plan.relations.items():
        relations[name] = _split(body, labels[name], add) if isinstance(body, Select) else body
    outputs = [replace(output, select=_split(output.select, slug_of(output.entity), add)) for output in plan.outputs]
    materialized = plan.materialized | added
    return replace(plan, relations=relations, labels=labels, outputs=tuple(outputs), materialized=materialized)


def _split(select: Select, label: str, add: _Add) -> Select:
    if len(select.joins) > MOST_IN_ALL:
        message = (
            f"the rows of `{label}` would be joined with {len(select.joins):,} relations, at most {MOST_IN_ALL} can"
        )
        raise TooMuchAtOnce("too_many_relations", message, len(select.joins) / MOST_IN_ALL)
    while len(select.joins) > MOST:
        select = _beyond_first(select, label, add)
    return select


def _beyond_first(select: Select, label: str, add: _Add) -> Select:
    """The SELECT with its first joins left to another, which is added and becomes its input."""
    first, others = select.joins[:MOST], select.joins[MOST:]
    namer, held = Namer(), dict[Column, str]()
    for expr in _expressions(select, others):
        for leaf in leaves(expr):
            if isinstance(leaf, Column) and leaf.source <= MOST and leaf not in held:
                held[leaf] = namer.name(leaf.name)
    inner = add(label, Select(select.input, tuple(Named(name, column) for column, name in held.items()), first))

    def read(leaf: Leaf) -> Expr:
        if not isinstance(leaf, Column):
            return leaf
        return Column(held[leaf], leaf.type) if leaf in held else replace(leaf, source=leaf.source - MOST)

    def joined(join: Join) -> Join:
        return replace(join, on=tuple((map_leaves(expr, read), name) for expr, name in join.on))

    columns = tuple(Named(column.name, map_leaves(column.expr, read)) for column in select.columns)
    where = None if select.where is None else map_leaves(select.where, read)
    return Select(inner, columns, tuple(joined(join) for join in others), where, select.distinct)


def _expressions(select: Select, joins: Iterable[Join]) -> Iterable[Expr]:
    yield from (column.expr for column in select.columns)
    yield from (expr for join in joins for expr, _ in join.on)
    if select.where is not None:
        yield select.where
