"""The functions that expressions may call: one entry each, with its NULL rule.

`FUNCTIONS` is the allow-list and the source of the reference page. Names are lower case; a name outside the list does
not exist for the language.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from coterie.compiler.ir.expr import Expr
from coterie.compiler.ir.functions import Clock
from coterie.compiler.ir.values import Mismatch
from coterie.compiler.language.library.arrays import ARRAYS
from coterie.compiler.language.library.casts import CAST_TYPES, TO_TEXT, cast
from coterie.compiler.language.library.choices import CHOICES
from coterie.compiler.language.library.entries import Function
from coterie.compiler.language.library.everyone import EVERYONE
from coterie.compiler.language.library.json_values import JSON_VALUES
from coterie.compiler.language.library.moments import MOMENTS
from coterie.compiler.language.library.numbers import NUMBERS
from coterie.compiler.language.library.texts import TEXTS

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
