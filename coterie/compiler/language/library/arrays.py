"""Functions of arrays, which are never NULL and hold none."""

from __future__ import annotations

from coterie.compiler.ir.expr import Column, Expr, Literal, null
from coterie.compiler.ir.functions import Clock, call
from coterie.compiler.ir.logic import is_null_literal
from coterie.compiler.ir.values import Mismatch
from coterie.compiler.language.library.entries import entry, of, place, written
from coterie.types import BOOLEAN, INTEGER, TEXT, Kind, Type


def _array(value: Expr) -> tuple[Expr, Type]:
    """The first argument, an array, and the type of its elements."""
    if value.type.element is None:
        raise Mismatch(f"argument 1 is {value.type}, expected an array")
    return value, value.type.element


def _array_length(_: Clock, args: list[Expr]) -> Expr:
    return call("array_length", _array(args[0])[0], type=INTEGER)


def _array_contains(clock: Clock, args: list[Expr]) -> Expr:
    array, element = _array(args[0])
    if is_null_literal(args[1]):
        return null(BOOLEAN)
    clock.compare("=", any_one := Column("element", element), args[1])
    _, value = clock.align(any_one, args[1])
    if element.kind is Kind.TIMESTAMP:
        value = clock.in_clock(value, element)
    elif value.type.kind is Kind.TIMESTAMP:
        raise Mismatch(f"argument 2 is {value.type}, expected {element}", hint="use date(…)")
    return call("array_contains", array, value, type=BOOLEAN)


def _array_element(_: Clock, args: list[Expr]) -> Expr:
    array, element = _array(args[0])
    position = Literal(place(args[1], 2), INTEGER)
    return call("array_element", array, position, type=element)


def _array_join(_: Clock, args: list[Expr]) -> Expr:
    array, element = _array(args[0])
    of(array, 1, "an array of texts", element.kind is Kind.TEXT)
    return call("array_join", array, Literal(written(args[1], 2, "', '"), TEXT), type=TEXT)


ARRAYS = (
    entry("array_length(array)", "how many elements", 1, _array_length, "an array is never NULL"),
    entry("array_contains(array, value)", "is the value an element?", 2, _array_contains, "NULL if the value is NULL"),
    entry(
        "array_element(array, n)",
        "the n-th element; the first is 1, the last -1",
        2,
        _array_element,
        "NULL if there is no such element",
    ),
    entry(
        "array_join(array, ', ')",
        "its texts with a text between them; `[]` gives an empty one",
        2,
        _array_join,
        "an array is never NULL",
    ),
)
