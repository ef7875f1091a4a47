"""Plan → Plan: no SELECT joins more relations than engines bear; longer ones become several, each upon the last.

Those before the last are materialized: put into the SELECT that reads them, they would be one long join again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from coterie.compiler.ir.expr import Column, Expr, Leaf
from coterie.compiler.ir.names import Namer, slug_of
from coterie.compiler.ir.rel import Body, External, Join, Named, Plan, Select
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
    last = _stage_of_join(len(select.joins))
    return _in_stages(select, last, label, add) if last > 0 else select


def _stage_of_join(number: int) -> int:
    """After how many other SELECTs the join of a number (from 1; 0 is the input) is made."""
    return max(number - 1, 0) // MOST


def _in_stages(select: Select, last: int, label: str, add: _Add) -> Select:
    """The SELECT of the last joins; those before it are added. Each keeps all that the one before it has, even what it
    does not need itself, so that only what is new has to be listed.
    """
    namer, held = Namer(), dict[Column, str]()
    for stage, expr in _expressions(select, last):
        for leaf in leaves(expr):
            if isinstance(leaf, Column) and _stage_of_join(leaf.source) < stage and leaf not in held:
                held[leaf] = namer.name(leaf.name)

    def at(stage: int, input: str | External, columns: Iterable[Named], kept: tuple[str, ...]) -> Select:
        def read(leaf: Leaf) -> Expr:
            if not isinstance(leaf, Column):
                return leaf
            if _stage_of_join(leaf.source) < stage:
                return Column(held[leaf], leaf.type)
            return replace(leaf, source=leaf.source - stage * MOST)

        def joined(join: Join) -> Join:
            return replace(join, on=tuple((map_leaves(expr, read), name) for expr, name in join.on))

        joins = select.joins[stage * MOST : (stage + 1) * MOST]
        where = None if select.where is None or stage < last else map_leaves(select.where, read)
        made = tuple(Named(column.name, map_leaves(column.expr, read)) for column in columns)
        return Select(input, made, tuple(map(joined, joins)), where, select.distinct and stage == last, kept)

    added = defaultdict[int, list[Named]](list)
    for column, name in held.items():
        added[_stage_of_join(column.source)].append(Named(name, column))
    input, kept = select.input, tuple[str, ...]()
    for stage in range(last):
        input = add(label, at(stage, input, added[stage], kept))
        kept += tuple(column.name for column in added[stage])
    return at(last, input, select.columns, ())


def _expressions(select: Select, last: int) -> Iterator[tuple[int, Expr]]:
    """All expressions, each with the stage at which it is evaluated."""
    for number, join in enumerate(select.joins, 1):
        yield from ((_stage_of_join(number), expr) for expr, _ in join.on)
    yield from ((last, column.expr) for column in select.columns)
    if select.where is not None:
        yield last, select.where
