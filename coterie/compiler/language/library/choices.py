"""Functions that choose one of several values."""

from __future__ import annotations

from coterie.compiler.ir.expr import Expr, null
from coterie.compiler.ir.functions import Clock, call, case
from coterie.compiler.ir.values import Mismatch
from coterie.compiler.language.library.entries import IGNORED, Build, entry, of
from coterie.types import BOOLEAN, Kind


def _extreme(function: str) -> Build:
    def build(clock: Clock, args: list[Expr]) -> Expr:
        values, type = clock.unify(args)
        if type.kind in (Kind.BOOLEAN, Kind.ARRAY, Kind.JSON, Kind.NULL):
            raise Mismatch(f"found {type}, expected numbers, texts, dates or timestamps")
        return call(function, *values, type=type)

    return build


def _coalesce(clock: Clock, args: list[Expr]) -> Expr:
    values, type = clock.unify(args)
    return call("coalesce", *values, type=type)


def _nullif(clock: Clock, args: list[Expr]) -> Expr:
    clock.compare("=", args[0], args[1])
    value, other = clock.align(args[0], args[1])
    return call("nullif", value, other, type=value.type)


def _if(clock: Clock, args: list[Expr]) -> Expr:
    condition, one, other = args
    if condition.type.kind is Kind.NULL:
        condition = null(BOOLEAN)
    of(condition, 1, "a boolean", condition.type.kind is Kind.BOOLEAN)
    return case(clock, [(condition, one)], other)


CHOICES = (
    entry("if(condition, a, b)", "a where the condition is true, else b", 3, _if, "a NULL condition counts as false"),
    entry("least(a, b, …)", "the smallest", (2, None), _extreme("least"), IGNORED),
    entry("greatest(a, b, …)", "the largest", (2, None), _extreme("greatest"), IGNORED),
    entry("coalesce(a, b, …)", "the first that is not NULL", (1, None), _coalesce, IGNORED),
    entry("nullif(a, b)", "NULL if both are equal, else a", 2, _nullif, "a if b is NULL"),
)
