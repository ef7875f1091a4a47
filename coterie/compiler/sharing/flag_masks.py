"""Conditions on what is joined as the bits of a number, so that one join serves all of them.

Audiences ask whether there are at least two orders, or any visit; the counts themselves nobody sees. Where each is of
a relation of its own, every row goes through as many joins. So the relations say with bits which conditions their
groups meet, and what they say is put together by OR.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce

from coterie.compiler.ir.expr import Call, Case, Column, Expr, Leaf, Literal, Not, Reduction
from coterie.compiler.ir.logic import never_null
from coterie.compiler.ir.names import Namer, slug_of
from coterie.compiler.ir.rel import Aggregate, Body, Join, Named, Plan, Select, Summary, Union, is_by_key
from coterie.compiler.ir.traverse import children, leaves, map_children, map_leaves
from coterie.compiler.sharing.facts import GUESSED_ROWS, ROWS_PER_GROUP, Facts, entities_of, scan_of
from coterie.compiler.sharing.nothing import Untold, of_nothing
from coterie.types import BOOLEAN, INTEGER, Kind

PLACES = 62
"""How many bits of one number are used at most: of more, engines would have to take wider numbers."""


def flag_masks(plan: Plan, facts: Facts) -> Plan:
    """Joins of which only conditions are asked become one, where engines have masks and that is cheaper."""
    if not facts.costs.mask_bits:
        return plan
    building = _Building(plan, facts, entities_of(plan, facts), Namer(plan.relations), labels=dict(plan.labels))
    for name, body in plan.relations.items():
        building.relations[name] = building.select(body, plan.labels[name]) if isinstance(body, Select) else body
    outputs = [replace(one, select=building.select(one.select, slug_of(one.entity))) for one in plan.outputs]
    return replace(plan, relations=building.relations, labels=building.labels, outputs=tuple(outputs))


@dataclass(frozen=True, slots=True)
class _Flag:
    """A condition on one join: whether it holds where nothing is joined, and the bit that is set where it differs."""

    condition: Expr
    join: int
    otherwise: bool
    mask: int
    place: int

    @property
    def bit(self) -> Expr:
        """The number with that bit, of a row of the relation that is joined."""

        def inside(leaf: Leaf) -> Expr:
            return replace(leaf, source=0) if isinstance(leaf, Column) else leaf

        condition = map_leaves(self.condition, inside)
        differs = Not(condition) if self.otherwise else condition
        return Case(((differs, Literal(1 << self.place, INTEGER)),), Literal(0, INTEGER), INTEGER)

    def of(self, mask: Expr) -> Expr:
        """The condition, told by a mask that may be NULL."""
        known = Call("coalesce", (mask, Literal(0, INTEGER)), INTEGER)
        is_set = Call("has_bit", (known, Literal(self.place, INTEGER)), BOOLEAN)
        return Not(is_set) if self.otherwise else is_set


@dataclass(frozen=True, slots=True)
class _Building:
    plan: Plan
    facts: Facts
    entities: Mapping[str, int]
    namer: Namer
    relations: dict[str, Body] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)

    def select(self, body: Select, label: str) -> Select:
        """The SELECT with one join in place of several, as often as that is cheaper."""
        for joins in _by_key(body, self.plan, self.facts):
            found = _conditions(body, joins)
            if found and self._is_cheaper(len(found), body.joins[joins[0] - 1].relation):
                return self.select(self._joined_once(body, self._flags(found), label), label)
        return body

    def _is_cheaper(self, joins: int, relation: str) -> bool:
        """Does one join cost less than several, if all entities are in each relation?"""
        costs, rows = self.facts.costs, self.entities.get(relation, GUESSED_ROWS // ROWS_PER_GROUP)
        together = rows * (costs.group + joins * (costs.reread + costs.regroup)) + 2 * costs.relation
        return together < rows * joins * costs.group

    def _flags(self, found: Mapping[int, Mapping[Expr, bool]]) -> list[_Flag]:
        places = min(PLACES, self.facts.costs.mask_bits)
        conditions = [(condition, at, otherwise) for at in found for condition, otherwise in found[at].items()]
        return [
            _Flag(condition, join=at, otherwise=otherwise, mask=number // places, place=number % places + 1)
            for number, (condition, at, otherwise) in enumerate(conditions)
        ]

    def _joined_once(self, body: Select, flags: Sequence[_Flag], label: str) -> Select:
        """The SELECT joined with the masks of some flags instead of what these are about."""
        gone = {flag.join: body.joins[flag.join - 1] for flag in flags}
        kept = [at for at in range(1, len(body.joins) + 1) if at not in gone]
        positions = {0: 0} | {old: new for new, old in enumerate(kept, 1)}
        first = next(iter(gone.values()))
        namer = Namer(name for _, name in first.on)
        masks = [Column(namer.name("met"), INTEGER, len(kept) + 1) for _ in range(flags[-1].mask + 1)]
        told = {flag.condition: flag.of(masks[flag.mask]) for flag in flags}

        def read(expr: Expr) -> Expr:
            return _read(expr, told, positions)

        def moved(join: Join) -> Join:
            return replace(join, on=tuple((read(left), right) for left, right in join.on))

        met = replace(first, relation=self._masks(gone, flags, masks, label))
        joins = tuple(moved(join) for join in (*(body.joins[at - 1] for at in kept), met))
        columns = tuple(Named(column.name, read(column.expr)) for column in body.columns)
        where = None if body.where is None else read(body.where)
        return replace(body, columns=columns, joins=joins, where=where)

    def _masks(self, joins: Mapping[int, Join], flags: Sequence[_Flag], masks: Sequence[Column], label: str) -> str:
        """The relation that has the masks, and the key by the names that it has in the first of the joins."""
        keys = [_key_of(self.plan, join) for join in joins.values()]
        parts = []
        for (at, join), key in zip(joins.items(), keys, strict=True):
            columns = [replace(column, name=first.name) for column, first in zip(key, keys[0], strict=True)]
            for number, mask in enumerate(masks):
                bits = [flag.bit for flag in flags if (flag.join, flag.mask) == (at, number)]
                columns.append(Named(mask.name, reduce(_plus, bits) if bits else Literal(0, INTEGER)))
            parts.append(Select(join.relation, tuple(columns)))
        each = self._add(f"{label}_conditions_apart", Union(tuple(parts)))
        met = [replace(mask, source=0) for mask in masks]
        summaries = tuple(Summary(mask.name, Reduction("bit_or"), INTEGER, mask) for mask in met)
        named = tuple(Named(column.name, Column(column.name, column.expr.type)) for column in keys[0])
        return self._add(f"{label}_conditions", Aggregate(each, named, summaries))

    def _add(self, label: str, body: Body) -> str:
        name = self.namer.name(label)
        self.relations[name], self.labels[name] = body, label
        return name


def _by_key(body: Select, plan: Plan, facts: Facts) -> Iterator[list[int]]:
    """The left joins of aggregates by their whole key, those together that are joined on the same, by position."""
    found: dict[object, list[int]] = {}
    for at, join in enumerate(body.joins, 1):
        relation = plan.relations.get(join.relation)
        if not join.left or not isinstance(relation, Aggregate):
            continue
        if is_by_key(join, relation):
            compared = _compared(relation, plan, facts)
            kinds = tuple(compared[name] for _, name in join.on)
            found.setdefault((tuple(left for left, _ in join.on), kinds), []).append(at)
    yield from found.values()


def _compared(relation: Aggregate, plan: Plan, facts: Facts) -> dict[str, object]:
    """How the values of each key are told apart: by their type, and those of texts by a collation of their column."""
    scan, found = scan_of(plan, relation.input, facts), dict[str, object]()
    for key in relation.keys:
        column = None if scan is None else scan.source_column(key.expr)
        is_text = key.expr.type.kind is Kind.TEXT
        place = None if scan is None or column is None else (scan.model, column)
        found[key.name] = (key.expr.type, (place or relation) if is_text else None)
    return found


def _key_of(plan: Plan, join: Join) -> list[Named]:
    """The columns that an aggregate is joined by, in the order of the join."""
    relation = plan.relations[join.relation]
    assert isinstance(relation, Aggregate)
    types = {key.name: key.expr.type for key in relation.keys}
    return [Named(name, Column(name, types[name])) for _, name in join.on]


def _conditions(body: Select, joins: Sequence[int]) -> dict[int, dict[Expr, bool]]:
    """The conditions that are all that is asked of a join, and whether each holds where nothing is joined."""
    found: dict[int, dict[Expr, bool]] = {at: {} for at in joins}

    waiting = [column.expr for column in body.columns] + ([] if body.where is None else [body.where])
    waiting.reverse()
    while waiting:
        expr = waiting.pop()
        if isinstance(expr, Leaf):
            if isinstance(expr, Column):
                found.pop(expr.source, None)
        elif not _is_condition(expr, found):
            waiting += reversed(children(expr))
    for leaf in (leaf for join in body.joins for left, _ in join.on for leaf in leaves(left)):
        if isinstance(leaf, Column):
            found.pop(leaf.source, None)
    return {at: conditions for at, conditions in found.items() if conditions}


def _is_condition(expr: Expr, found: Mapping[int, dict[Expr, bool]]) -> bool:
    """Is it a condition on one join alone? Then it is noted."""
    if expr.type != BOOLEAN or not never_null(expr):
        return False
    sources = {leaf.source for leaf in leaves(expr) if isinstance(leaf, Column)}
    at = sources.pop() if len(sources) == 1 else 0
    if at not in found:
        return False
    try:
        found[at][expr] = of_nothing(expr) is True  # or false, as it is never NULL
    except Untold:
        return False
    return True


def _read(expr: Expr, told: Mapping[Expr, Expr], positions: Mapping[int, int]) -> Expr:
    """The expression where joins have moved and some conditions are told otherwise."""
    if isinstance(expr, Column):
        return replace(expr, source=positions[expr.source])
    known = told.get(expr)
    return map_children(expr, lambda part: _read(part, told, positions)) if known is None else known


def _plus(left: Expr, right: Expr) -> Expr:
    return Call("add", (left, right), INTEGER)
