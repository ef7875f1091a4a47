"""Rows of the warehouse → what an explanation tells: the nodes of a tree and the values behind them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from operator import itemgetter
from typing import Any

from coterie.compiler.explaining.parts import Asked, Part
from coterie.compiler.ir.expr import Expr, Literal, Moment
from coterie.compiler.planning.plan import moment_literal
from coterie.runtime.explanation import Node, Value
from coterie.runtime.warehouse import Row


class Answers:
    """Readers of rows, whose columns hold expressions; constants are known without a row."""

    def __init__(self, positions: Mapping[Expr, int], as_of: datetime, zone: str) -> None:
        self.positions = positions
        self.as_of = as_of
        self.zone = zone

    def of(self, expr: Expr) -> Callable[[Row], Any]:
        """Reads an expression's value."""
        match expr:
            case Literal():
                value = expr.value
            case Moment():
                value = moment_literal(expr, self.as_of, self.zone).value
            case _:
                return itemgetter(self.positions[expr])
        return lambda row: value

    def values(self, several: Sequence[Asked]) -> Callable[[Row], tuple[Value, ...]]:
        """Reads values with their names."""
        readers = [(asked.name, self.of(asked.expr)) for asked in several]
        if all(isinstance(asked.expr, Literal | Moment) for asked in several):
            same = tuple(Value(name, read(())) for name, read in readers)
            return lambda row: same
        return lambda row: tuple([Value(name, read(row)) for name, read in readers])

    def tree(self, part: Part) -> Callable[[Row], Node]:
        """Reads a node and all below it."""
        children = [self.tree(child) for child in part.children]
        left = self.values([part.left] if part.left else [])
        right, values = self.values(part.right), self.values(part.values)
        holds = None if part.holds is None else self.of(part.holds)

        def read(row: Row) -> Node:
            (compared,) = left(row) or (None,)
            below = tuple([child(row) for child in children])
            found = holds(row) if holds is not None else combined(part.type, [child.holds for child in below])
            known = found if part.is_inside_text else found is True
            return Node(
                part.type, part.definition, part.path, part.label, known, compared, right(row), values(row), below
            )

        return read


def combined(type: str, below: Sequence[bool | None]) -> bool | None:
    """What `and`, `or` and `not` make of their parts, three-valued as in SQL."""
    match type:
        case "and":
            return False if False in below else None if None in below else True
        case "or":
            return True if True in below else None if None in below else False
        case "not":
            return None if below[0] is None else not below[0]
    raise AssertionError(f"{type} has a condition of its own")
