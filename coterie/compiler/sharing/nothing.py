"""What an expression comes to where nothing is joined: every column is NULL then."""

from __future__ import annotations

import operator
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from coterie.compiler.ir.expr import Call, Cast, Column, Expr, IsNull, IsTrue, Literal, LiteralValue, Logic, Not

_COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "lt": operator.lt,
    "le": operator.le,
    "gt": operator.gt,
    "ge": operator.ge,
}
_NUMBERS = (int, Decimal)


class Untold(Exception):
    """What an expression comes to is for the engine to say."""


def of_nothing(expr: Expr) -> LiteralValue:
    """The value of an expression whose columns are NULL. Raises Untold where only an engine would know."""
    match expr:
        case Literal():
            return expr.value
        case Column():
            return None
        case IsTrue():
            return of_nothing(expr.value) is True
        case IsNull():
            return of_nothing(expr.value) is None
        case Not():
            value = of_nothing(expr.value)
            return None if value is None else value is False
        case Cast() if of_nothing(expr.value) is None:
            return None
        case Logic():
            values, decisive = [of_nothing(arg) for arg in expr.args], expr.operator == "or"
            return decisive if decisive in values else None if None in values else not decisive
        case Call(function="coalesce"):
            return next((value for value in map(of_nothing, expr.args) if value is not None), None)
        case Call() if expr.function in _COMPARISONS:
            return _compared(_COMPARISONS[expr.function], *map(of_nothing, expr.args))
    raise Untold


def _compared(comparison: Callable[[Any, Any], bool], left: LiteralValue, right: LiteralValue) -> bool | None:
    if left is None or right is None:
        return None
    if isinstance(left, _NUMBERS) and isinstance(right, _NUMBERS):
        return comparison(left, right)
    raise Untold
