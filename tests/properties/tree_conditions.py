"""Comparisons and what is made of them: the trees whose truth is three-valued, and CASE."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tests.properties import reference_values as v
from tests.properties.trees import AND, COMPARISON, NOT, OR, SUM, Env, Tree, inside, quoted_text


def _order(left: Tree, right: Tree, env: Env) -> int | None:
    a, b = left.value(env), right.value(env)
    if a is None or b is None:
        return None
    if isinstance(a, v.Wall | datetime) and right.is_constant:
        return v.compare_with_constant(a, _instant(b, env))
    if isinstance(b, v.Wall | datetime) and left.is_constant:
        return -v.compare_with_constant(b, _instant(a, env))
    return v.compare(a, b)


def _instant(constant: date, env: Env) -> datetime:
    """A written moment; a date beside a timestamp is its midnight on the project's clocks."""
    return constant if isinstance(constant, datetime) else v.to_instant(v.midnight(constant), env.zone)


COMPARISONS: dict[str, Callable[[int], bool]] = {
    "=": lambda order: order == 0,
    "==": lambda order: order == 0,
    "!=": lambda order: order != 0,
    "<>": lambda order: order != 0,
    "<": lambda order: order < 0,
    "<=": lambda order: order <= 0,
    ">": lambda order: order > 0,
    ">=": lambda order: order >= 0,
}


@dataclass(frozen=True)
class Compare(Tree):
    operator: str
    left: Tree
    right: Tree
    level = COMPARISON

    @property
    def text(self) -> str:
        return f"{inside(self.left, SUM)} {self.operator} {inside(self.right, SUM)}"

    def value(self, env: Env) -> Any:
        order = _order(self.left, self.right, env)
        return None if order is None else COMPARISONS[self.operator](order)


def _all(values: list[bool | None]) -> bool | None:
    """Three-valued AND."""
    return False if False in values else None if None in values else True


def _not(value: bool | None) -> bool | None:
    return None if value is None else not value


@dataclass(frozen=True)
class Both(Tree):
    """`a AND b …`, or OR."""

    operator: str
    operands: tuple[Tree, ...]

    @property
    def level(self) -> int:  # type: ignore[override]
        return AND if self.operator == "AND" else OR

    @property
    def text(self) -> str:
        return f" {self.operator} ".join(inside(operand, self.level + 1) for operand in self.operands)

    def value(self, env: Env) -> Any:
        values = [operand.value(env) for operand in self.operands]
        return _all(values) if self.operator == "AND" else _not(_all([_not(value) for value in values]))


@dataclass(frozen=True)
class Not(Tree):
    operand: Tree
    level = NOT

    @property
    def text(self) -> str:
        return f"NOT {inside(self.operand, NOT)}"

    def value(self, env: Env) -> Any:
        return _not(self.operand.value(env))


@dataclass(frozen=True)
class In(Tree):
    operand: Tree
    items: tuple[Tree, ...]
    negated: bool = False
    level = COMPARISON

    @property
    def text(self) -> str:
        items = ", ".join(item.text for item in self.items)
        return f"{inside(self.operand, SUM)} {'NOT ' if self.negated else ''}IN ({items})"

    def value(self, env: Env) -> Any:
        orders = [_order(self.operand, item, env) for item in self.items]
        found = True if 0 in orders else None if None in orders else False
        return _not(found) if self.negated else found


@dataclass(frozen=True)
class Between(Tree):
    operand: Tree
    low: Tree
    high: Tree
    negated: bool = False
    level = COMPARISON

    @property
    def text(self) -> str:
        word = "NOT BETWEEN" if self.negated else "BETWEEN"
        return f"{inside(self.operand, SUM)} {word} {inside(self.low, SUM)} AND {inside(self.high, SUM)}"

    def value(self, env: Env) -> Any:
        low, high = _order(self.operand, self.low, env), _order(self.operand, self.high, env)
        inside = _all([None if low is None else low >= 0, None if high is None else high <= 0])
        return _not(inside) if self.negated else inside


@dataclass(frozen=True)
class Like(Tree):
    operand: Tree
    pattern: str
    negated: bool = False
    level = COMPARISON

    @property
    def text(self) -> str:
        word = "NOT LIKE" if self.negated else "LIKE"
        return f"{inside(self.operand, SUM)} {word} {quoted_text(self.pattern)}"

    def value(self, env: Env) -> Any:
        operand = self.operand.value(env)
        return None if operand is None else v.is_like(operand, self.pattern) != self.negated


@dataclass(frozen=True)
class IsNull(Tree):
    operand: Tree
    negated: bool = False
    level = COMPARISON

    @property
    def text(self) -> str:
        return f"{inside(self.operand, SUM)} IS {'NOT ' if self.negated else ''}NULL"

    def value(self, env: Env) -> Any:
        return (self.operand.value(env) is None) != self.negated


@dataclass(frozen=True)
class Is(Tree):
    """`a IS TRUE`, `a IS NOT FALSE` …: never NULL."""

    operand: Tree
    truth: bool
    negated: bool = False
    level = COMPARISON

    @property
    def text(self) -> str:
        return f"{inside(self.operand, SUM)} IS {'NOT ' if self.negated else ''}{str(self.truth).upper()}"

    def value(self, env: Env) -> Any:
        return (self.operand.value(env) is self.truth) != self.negated


@dataclass(frozen=True)
class Case(Tree):
    """`CASE WHEN …`, or `CASE operand WHEN …`; without ELSE the rest is NULL."""

    branches: tuple[tuple[Tree, Tree], ...]
    otherwise: Tree | None = None
    operand: Tree | None = None

    @property
    def text(self) -> str:
        parts = ["CASE"] if self.operand is None else ["CASE", self.operand.text]
        parts += [f"WHEN {condition.text} THEN {result.text}" for condition, result in self.branches]
        parts += [f"ELSE {self.otherwise.text}"] if self.otherwise else []
        return " ".join([*parts, "END"])

    def value(self, env: Env) -> Any:
        for condition, result in self.branches:
            holds = condition.value(env) if self.operand is None else _order(self.operand, condition, env) == 0
            if holds is True:
                return result.value(env)
        return self.otherwise.value(env) if self.otherwise else None
