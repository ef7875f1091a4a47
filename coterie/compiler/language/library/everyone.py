"""Functions that look at all rows of a model. They need more than their arguments' values: `expressions` makes them."""

from __future__ import annotations

from decimal import Decimal

from coterie.compiler.ir.expr import Expr, Literal
from coterie.compiler.ir.values import Mismatch
from coterie.compiler.language.library.entries import Function, number
from coterie.types import Kind

PERCENTILE_OF = Function(
    "percentile_of",
    "percentile_of(number, p)",
    "the value that a share p of everyone does not exceed",
    least=2,
    most=2,
    nulls="NULLs do not count",
)
EVERYONE = (PERCENTILE_OF,)


def percentile_arguments(args: list[Expr]) -> tuple[Expr, int | Decimal]:
    """What `percentile_of` is called with: a number of each row, and which percentile, written out."""
    value, p = number(args[0], 1), args[1]
    if value.type.kind is Kind.NULL:
        raise Mismatch("argument 1 is always NULL")
    if isinstance(p, Literal) and isinstance(p.value, int | Decimal) and not isinstance(p.value, bool):
        if 0 <= p.value <= 1:
            return value, p.value
        raise Mismatch(f"argument 2 is {p.value}, expected a number from 0 to 1")
    raise Mismatch("argument 2 must be a number from 0 to 1 written out")
