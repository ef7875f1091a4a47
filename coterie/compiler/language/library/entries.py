"""What functions are called with: an entry of the list, and the checks of arguments that entries share.

A check returns the argument, or what is written in it, or raises `Mismatch`, which names the argument by its position.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from coterie.compiler.ir.expr import Expr, Literal
from coterie.compiler.ir.functions import Clock, call
from coterie.compiler.ir.values import Mismatch
from coterie.types import Kind, Type

Build = Callable[[Clock, list[Expr]], Expr]

NULL_IN = "NULL if any argument is NULL"
IGNORED = "NULLs are ignored; NULL if all are"


@dataclass(frozen=True, slots=True)
class Function:
    """What a function is called with, what it means, and what it does with NULL."""

    name: str
    signature: str
    meaning: str
    least: int
    most: int | None
    build: Build | None = None  # none for those of `everyone`
    nulls: str = NULL_IN


def entry(
    signature: str, meaning: str, count: int | tuple[int, int | None], build: Build, nulls: str = NULL_IN
) -> Function:
    """A function of the list; `count` is how many arguments it takes, or the least and the most."""
    least, most = count if isinstance(count, tuple) else (count, count)
    return Function(signature.partition("(")[0], signature, meaning, least, most, build, nulls)


def of(value: Expr, position: int, what: str, fits: bool) -> Expr:
    """The argument, if it fits or is NULL."""
    if not fits and value.type.kind is not Kind.NULL:
        raise Mismatch(f"argument {position} is {value.type}, expected {what}")
    return value


def text(value: Expr, position: int) -> Expr:
    return of(value, position, "text", value.type.kind is Kind.TEXT)


def number(value: Expr, position: int) -> Expr:
    return of(value, position, "a number", value.type.is_number)


LARGEST = 2**31 - 1
"""Of lengths and places: some engines have no larger ones."""


def whole(value: Expr, position: int, least: int, most: int = LARGEST) -> int:
    """A whole number that is written out."""
    if isinstance(value, Literal) and isinstance(value.value, int) and not isinstance(value.value, bool):
        if value.value < least:
            raise Mismatch(f"argument {position} is {value.value}, expected at least {least}")
        if value.value > most:
            raise Mismatch(f"argument {position} is {value.value}, expected at most {most}")
        return value.value
    raise Mismatch(f"argument {position} must be a whole number written out")


def place(value: Expr, position: int) -> int:
    """1, 2, … or -1, -2, … from the end, written out."""
    found = value.value if isinstance(value, Literal) else None
    if not isinstance(found, int) or isinstance(found, bool) or found == 0:
        raise Mismatch(f"argument {position} must be 1, 2, … or -1, -2, … written out")
    return whole(value, position, -LARGEST)


def word(value: Expr, position: int, allowed: tuple[str, ...]) -> str:
    """One of some words, written out."""
    if isinstance(value, Literal) and isinstance(value.value, str) and value.value.lower() in allowed:
        return value.value.lower()
    listed = ", ".join(f"'{word}'" for word in allowed)
    raise Mismatch(f"argument {position} must be one of {listed}")


def written(value: Expr, position: int, example: str) -> str:
    """A text that is written out."""
    if isinstance(value, Literal) and isinstance(value.value, str):
        return value.value
    raise Mismatch(f"argument {position} must be a text written out, such as {example}")


def on_texts(function: str, type: Type) -> Build:
    """A primitive whose arguments are all texts."""
    return lambda _, args: call(function, *(text(arg, i) for i, arg in enumerate(args, 1)), type=type)
