"""Plan → Plan: the same rows of some entities, read from no more rows than these need.

A restriction of the key is handed down from the statement: to what it reads, and to what that is joined with on the
key, as long as nobody else reads it and no row depends on rows of other keys. It ends where rows of several relations
are put together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from coterie.compiler.ir.expr import Cast, Column, Expr
from coterie.compiler.ir.logic import conjunction
from coterie.compiler.ir.rel import Aggregate, Body, Plan, Select, inputs
from coterie.compiler.ir.traverse import looks_around
from coterie.compiler.sharing.facts import Facts
from coterie.compiler.sharing.share import Rewrite
from coterie.types import Kind

Choice = Callable[[Expr], Expr]
"""From a key, as the relation at hand has it, to the condition that its rows are needed."""


def restrict_to(choice: Choice) -> Rewrite:
    """A rewrite for the plan of one statement, whose key is one column: only rows of chosen keys are needed."""

    def rewrite(plan: Plan, _: Facts) -> Plan:
        (output,) = plan.outputs
        restriction = _Restriction(choice, dict(plan.relations), _readers(plan.relations, output.select))
        select = restriction.of_select(output.select, output.key[0].name) or output.select
        return replace(plan, relations=restriction.relations, outputs=(replace(output, select=select),))

    return rewrite


def _readers(relations: Mapping[str, Body], select: Select) -> Counter[str]:
    """How many times each relation is read for a statement."""
    found, waiting = Counter[str](), [*inputs(select)]
    while waiting:
        name = waiting.pop()
        found[name] += 1
        if found[name] == 1:
            waiting += inputs(relations[name])
    return found


@dataclass(frozen=True, slots=True)
class _Restriction:
    choice: Choice
    relations: dict[str, Body]
    readers: Counter[str]

    def of_select(self, body: Select, column: str) -> Select | None:
        """The SELECT without rows whose column is no chosen key; None where rows depend on each other."""
        if any(looks_around(named.expr) for named in body.columns):
            return None
        held = _as_read(next(named.expr for named in body.columns if named.name == column))
        if isinstance(held, Column):
            for join in body.joins:
                for here, there in join.on:
                    if here == held:
                        self._below(join.relation, there)
            if held.source == 0 and isinstance(body.input, str) and self._below(body.input, held.name):
                return body
        return replace(body, where=self._conjoined(body.where, held))

    def _of_aggregate(self, body: Aggregate, column: str) -> Aggregate | None:
        key = next((key.expr for key in body.keys if key.name == column), None)
        if key is None or (isinstance(key, Column) and self._below(body.input, key.name)):
            return None if key is None else body
        return replace(body, where=self._conjoined(body.where, key))

    def _below(self, relation: str, column: str) -> bool:
        """Restrict a relation, if only this statement reads it, and only once. Was that possible?"""
        if self.readers[relation] > 1:
            return False
        match self.relations[relation]:
            case Select() as body:
                found: Body | None = self.of_select(body, column)
            case Aggregate() as body:
                found = self._of_aggregate(body, column)
            case _:
                found = None
        if found is not None:
            self.relations[relation] = found
        return found is not None

    def _conjoined(self, where: Expr | None, held: Expr) -> Expr | None:
        return conjunction([*([] if where is None else [where]), self.choice(held)])


def _as_read(key: Expr) -> Expr:
    """A key without the type that it is published in."""
    is_published = isinstance(key, Cast) and key.type.kind is Kind.INTEGER and key.value.type.kind is Kind.INTEGER
    return key.value if isinstance(key, Cast) and is_published else key
