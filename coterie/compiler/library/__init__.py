"""The functions that expressions may call: one entry each, with its NULL rule.

`FUNCTIONS` is the allow-list and the source of the reference page. Names are lower case; a name outside the list does
not exist for the language.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from coterie.compiler.expr import Expr
from coterie.compiler.functions import Clock
from coterie.compiler.library.arrays import ARRAYS
from coterie.compiler.library.casts import CAST_TYPES, TO_TEXT, cast
from coterie.compiler.library.choices import CHOICES
from coterie.compiler.library.entries import Function
from coterie.compiler.library.everyone import EVERYONE
from coterie.compiler.library.json_values import JSON_VALUES
from coterie.compiler.library.moments import MOMENTS
from coterie.compiler.library.numbers import NUMBERS
from coterie.compiler.library.texts import TEXTS
from coterie.compiler.values import Mismatch

__all__ = ["CAST_TYPES", "FUNCTIONS", "TO_TEXT", "Function", "apply", "called", "cast"]

FUNCTIONS: dict[str, Function] = {
    function.name: function for function in (*NUMBERS, *CHOICES, *TEXTS, *MOMENTS, *ARRAYS, *JSON_VALUES, *EVERYONE)
}


def apply(clock: Clock, name: str, args: list[Expr]) -> Expr:
    """A call of a function of the list, which must exist."""
    build = FUNCTIONS[name].build
    assert build is not None, f"{name} looks at all rows"
    with called(FUNCTIONS[name], args):
        return build(clock, args)


@contextmanager
def called(function: Function, args: list[Expr]) -> Iterator[None]:
    """Mistakes in a call say of which function, and how it is called."""
    if len(args) < function.least or (function.most is not None and len(args) > function.most):
        raise Mismatch(f"found {len(args)} arguments, expected {function.signature}", "wrong_arguments")
    try:
        yield
    except Mismatch as mismatch:
        message, hint = mismatch.message, mismatch.hint or f"use {function.signature}"
        raise Mismatch(f"{function.name}: {message}", mismatch.code, hint) from None
