"""Every aggregate reads only the columns and rows that it needs.

A relation that several read is computed as a whole by many engines, and what its readers ask of the rows comes too late
to spare reading, or to keep costly columns from being computed for rows that nobody counts. So each aggregate gets
the scan of its table for itself, with what it asks of the rows inside.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from coterie.compiler.ir.expr import Column, Expr, Leaf
from coterie.compiler.ir.logic import conjunction, conjuncts
from coterie.compiler.ir.names import Namer
from coterie.compiler.ir.rel import Aggregate, Body, Join, Plan, Select, Source, exprs_of, inputs, is_by_key
from coterie.compiler.ir.traverse import leaves, looks_around, map_leaves
from coterie.compiler.sharing.facts import Facts, is_plain, is_stored
from coterie.compiler.sharing.serving import serving


def own_scans(plan: Plan, facts: Facts) -> Plan:
    """Each aggregate of rows of a table gets a scan of its own; what it asks of all rows is asked there."""
    bodies = (*plan.relations.values(), *(output.select for output in plan.outputs))
    read = Counter(name for body in bodies for name in inputs(body))
    scans = _Scans(plan, facts, read, {}, dict(plan.labels), Namer(plan.relations))
    for name, body in plan.relations.items():
        scans.relations[name] = scans.of_aggregate(name, body) if isinstance(body, Aggregate) else body
    scanned = replace(plan, relations=scans.relations, labels=scans.labels)
    return replace(scanned, serving=serving(scanned))


@dataclass(frozen=True, slots=True)
class _Scans:
    plan: Plan
    facts: Facts
    read: Counter[str]
    """How many read each relation."""
    relations: dict[str, Body]
    labels: dict[str, str]
    namer: Namer

    def of_aggregate(self, name: str, body: Aggregate) -> Aggregate:
        if not self._is_scan(body.input):
            return body
        wanted = [*(key.expr for key in body.keys), *(expr for one in body.summaries for expr in exprs_of(one))]
        input, left = self._scan(body.input, wanted, conjuncts(body.where), self.plan.parts.get(name))
        return replace(body, input=input, where=conjunction(left))

    def _is_scan(self, relation: str, alone: bool = True) -> bool:
        """Is it the rows of a table, perhaps beside what a short list says of them?

        Or beside what aggregates say of them, where from there on nobody else reads it.
        """
        body, alone = self.plan.relations[relation], alone and self.read[relation] == 1
        if not isinstance(body, Select) or not (is_plain(body, self.plan) or (alone and self._is_joined(body))):
            return False
        if isinstance(body.input, Source):
            return is_stored(self.plan, body.input.model, self.facts)
        return isinstance(body.input, str) and self._is_scan(body.input, alone)

    def _is_joined(self, body: Select) -> bool:
        """Is it a row for each row of its input, beside what aggregates say of them?"""
        if body.distinct or any(looks_around(one.expr) for one in body.columns):
            return False
        of_input = all(column.source == 0 for join in body.joins for left, _ in join.on for column in _columns(left))
        return of_input and all(
            join.left and is_by_key(join, self.plan.relations[join.relation]) for join in body.joins
        )

    def _scan(
        self, relation: str, wanted: Iterable[Expr], conditions: Iterable[Expr], part: str | None
    ) -> tuple[str, list[Expr]]:
        """The scan with the columns behind some expressions, of rows that pass the conditions; and those left over.

        `part` says of which rows it is.
        """
        body = self.plan.relations[relation]
        assert isinstance(body, Select)
        held = {column.name: column.expr for column in body.columns}
        inside, left = list[Expr](), list[Expr]()
        for condition in conditions:
            plain = all(_is_plain(held[column.name]) for column in _columns(condition))
            (inside if plain else left).append(condition)
        needed = {column.name for expr in (*wanted, *left) for column in _columns(expr)}
        columns = tuple(column for column in body.columns if column.name in needed) or body.columns[:1]
        translated = [map_leaves(condition, lambda leaf: _held(leaf, held)) for condition in inside]
        select = _pruned(replace(body, columns=columns))
        if isinstance(select.input, str):
            below = [*(one.expr for one in columns), *(here for join in select.joins for here, _ in join.on)]
            below += conjuncts(select.where)
            input, translated = self._scan(select.input, _from_input(below), translated, part)
            select = replace(select, input=input)
            if not translated and _is_its_input(select):
                return input, left
        select = replace(select, where=conjunction([*conjuncts(select.where), *translated]))
        label = self.labels[relation] if part is None else f"{self.labels[relation]}_{part}"
        name = self.namer.name(label)
        self.relations[name], self.labels[name] = select, label
        return name, left


def _is_its_input(select: Select) -> bool:
    """Does it but pass columns of its input on?"""
    is_whole = not select.joins and select.where is None and not select.distinct
    return is_whole and all(one.expr == Column(one.name, one.expr.type) for one in select.columns)


def _columns(expr: Expr) -> list[Column]:
    return [leaf for leaf in leaves(expr) if isinstance(leaf, Column)]


def _is_plain(expr: Expr) -> bool:
    """Is it a column of the input as that is?"""
    return isinstance(expr, Column) and expr.source == 0


def _held(leaf: Leaf, held: dict[str, Expr]) -> Expr:
    return held[leaf.name] if isinstance(leaf, Column) else leaf


def _from_input(exprs: Iterable[Expr]) -> list[Expr]:
    """The columns of the input behind some expressions."""
    return [column for expr in exprs for column in _columns(expr) if column.source == 0]


def _pruned(select: Select) -> Select:
    """Without the left joins of which no column is read."""
    exprs = [*(column.expr for column in select.columns), *conjuncts(select.where)]
    used = {column.source for expr in exprs for column in _columns(expr)}
    kept = [at for at, join in enumerate(select.joins, 1) if at in used or not join.left]
    if len(kept) == len(select.joins):
        return select
    positions = {0: 0} | {old: new for new, old in enumerate(kept, 1)}

    def moved(leaf: Leaf) -> Expr:
        return replace(leaf, source=positions[leaf.source]) if isinstance(leaf, Column) else leaf

    columns = tuple(replace(column, expr=map_leaves(column.expr, moved)) for column in select.columns)
    joins: tuple[Join, ...] = tuple(select.joins[at - 1] for at in kept)
    return replace(select, columns=columns, joins=joins)
