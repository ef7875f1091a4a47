"""Functions of arrays, which are never NULL and hold none."""

from __future__ import annotations

from coterie.compiler.expr import Expr
from coterie.compiler.functions import Clock, call
from coterie.compiler.library.entries import entry, of
from coterie.types import INTEGER, Kind


def _array(value: Expr, position: int) -> Expr:
    return of(value, position, "an array", value.type.kind is Kind.ARRAY)


def _array_length(_: Clock, args: list[Expr]) -> Expr:
    return call("array_length", _array(args[0], 1), type=INTEGER)


ARRAYS = (entry("array_length(array)", "how many elements", 1, _array_length, "an array is never NULL"),)
