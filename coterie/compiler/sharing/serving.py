"""For which traits and audiences each scan of a source is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import assert_never

from coterie.compiler.ir.expr import Cast, Column, Expr
from coterie.compiler.ir.rel import (
    Aggregate,
    Body,
    Named,
    Output,
    Plan,
    Select,
    Union,
    Unnest,
    exprs_of,
    inputs,
    reachable,
)
from coterie.compiler.ir.traverse import leaves

Scans = int
"""A set of scans: the bit of each is set."""


def serving(plan: Plan) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """The traits and audiences of each entity's statement that are computed of each scan, by the names of both.

    A trait that is computed of another one of the statement is not named where only that is read for, and no scan is
    named for what but the keys of its rows are read for.
    """
    return {output.entity: _serving(plan, output) for output in plan.outputs}


def _serving(plan: Plan, output: Output) -> Mapping[str, tuple[str, ...]]:
    reading = _Reading.of(plan, output)
    found: dict[str, list[str]] = {name: [] for name in reading.scans}
    names = tuple(found)
    for column in _asked(output):
        for scan in _bits(reading.behind(output.select, column.expr)):
            found[names[scan]].append(column.name)
    return {name: tuple(columns) for name, columns in found.items() if columns}


def _asked(output: Output) -> Iterator[Named]:
    """The columns of a statement that are traits and audiences."""
    names = {name.name for name in (*output.traits, *output.audiences)}
    return (column for column in output.select.columns if column.name in names)


def _bits(scans: Scans) -> Iterator[int]:
    """The places of the bits that are set, from 0."""
    while scans:
        lowest = scans & -scans
        yield lowest.bit_length() - 1
        scans ^= lowest


@dataclass(frozen=True, slots=True)
class _Reading:
    """Of which scans the columns of relations are made, and their rows, for one statement; what that asks for itself is
    nobody else's.
    """

    plan: Plan
    asked: set[tuple[str, str]]
    scans: dict[str, Scans] = field(default_factory=dict)
    rows: dict[str, Scans] = field(default_factory=dict)
    columns: dict[tuple[str, str], Scans] = field(default_factory=dict)
    by_name: dict[str, dict[str, Expr]] = field(default_factory=dict)

    @classmethod
    def of(cls, plan: Plan, output: Output) -> _Reading:
        reading, read = cls(plan, set()), reachable(plan, inputs(output.select))
        for column in _asked(output):
            reading.asked.update(reading.passed_on(output.select, column.expr))
        for name, body in plan.relations.items():
            if name in read:
                reading.add(name, body)
        return reading

    def passed_on(self, select: Select, expr: Expr) -> list[tuple[str, str]]:
        """The columns through which a value goes as it is, down to where it is computed."""
        found = list[tuple[str, str]]()
        body: Body = select
        while isinstance(body, Select):
            place = _place(body, expr.value if isinstance(expr, Cast) else expr)
            if place is None:
                break
            found.append(place)
            relation, name = place
            body = self.plan.relations[relation]
            if isinstance(body, Select):
                expr = self.held(relation, body)[name]
        return found

    def held(self, relation: str, select: Select) -> Mapping[str, Expr]:
        """The columns of a relation by name."""
        known = self.by_name.get(relation)
        if known is None:
            known = self.by_name[relation] = {column.name: column.expr for column in select.columns}
        return known

    def behind(self, select: Select, expr: Expr) -> Scans:
        """What a column of a statement is computed of."""
        passed = self.passed_on(select, expr)
        return self.columns[passed[-1]] if passed else self._of(select, [expr])

    def add(self, name: str, body: Body) -> None:
        match body:
            case Select():
                self._add_select(name, body)
            case Aggregate():
                where = () if body.where is None else (body.where,)
                self.rows[name] = self.rows[body.input] | self._of(body, where)
                self._add_columns(name, body, body.keys)
                for summary in body.summaries:
                    self.columns[name, summary.name] = self.rows[name] | self._of(body, exprs_of(summary))
            case Unnest():
                self.rows[name] = self.rows[body.input] | self._of(body, [body.element.expr])
                self._add_columns(name, body, (*body.columns, body.element))
            case Union():
                for part in body.parts:
                    self._add_select(name, part)
            case _:
                assert_never(body)

    def _add_select(self, name: str, select: Select) -> None:
        if isinstance(select.input, str):
            rows = self.rows[select.input]
        else:
            rows = self.scans.setdefault(name, 1 << len(self.scans))
        rows |= reduce(or_, (self.rows[join.relation] for join in select.joins if not join.left), 0)
        rows |= self._of(select, () if select.where is None else (select.where,))
        self.rows[name] = self.rows.get(name, 0) | rows
        self._add_columns(name, select, select.columns)

    def _add_columns(self, name: str, body: Select | Aggregate | Unnest, columns: Iterable[Named]) -> None:
        is_scan = isinstance(body, Select) and not isinstance(body.input, str)
        own = self.scans[name] if is_scan else 0
        for column in columns:
            known = self.columns.get((name, column.name), 0)
            self.columns[name, column.name] = known | own | self._of(body, [column.expr])

    def _of(self, body: Select | Aggregate | Unnest, exprs: Iterable[Expr]) -> Scans:
        """What some expressions are computed of."""
        found = 0
        for expr in exprs:
            for leaf in leaves(expr):
                place = _place(body, leaf)
                if place is not None and place not in self.asked:
                    found |= self.columns[place]
        return found


def _place(body: Select | Aggregate | Unnest, expr: Expr) -> tuple[str, str] | None:
    """The relation and column that an expression is, if it is one of a relation."""
    if not isinstance(expr, Column):
        return None
    if expr.source:
        assert isinstance(body, Select)
        return body.joins[expr.source - 1].relation, expr.name
    return (body.input, expr.name) if isinstance(body.input, str) else None
