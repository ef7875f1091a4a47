"""Functions of texts."""

from __future__ import annotations

from coterie.compiler.expr import Expr, Literal
from coterie.compiler.functions import Clock, call
from coterie.compiler.library.entries import entry, on_texts, text, whole
from coterie.types import BOOLEAN, INTEGER, TEXT


def _substr(_: Clock, args: list[Expr]) -> Expr:
    start = Literal(whole(args[1], 2, 1), INTEGER)
    length = [Literal(whole(args[2], 3, 0), INTEGER)] if len(args) == 3 else []
    return call("substr", text(args[0], 1), start, *length, type=TEXT)


TEXTS = (
    entry("length(text)", "how many characters (code points)", 1, on_texts("length", INTEGER)),
    entry("lower(text)", "in lower case", 1, on_texts("lower", TEXT)),
    entry("upper(text)", "in upper case", 1, on_texts("upper", TEXT)),
    entry("trim(text)", "without spaces at either end", 1, on_texts("trim", TEXT)),
    entry("substr(text, start [, length])", "a part; the first character is 1", (2, 3), _substr),
    entry("concat(a, b, …)", "texts joined, as a || b", (1, None), on_texts("concat", TEXT)),
    entry("replace(text, from, to)", "every occurrence replaced", 3, on_texts("replace", TEXT)),
    entry("starts_with(text, part)", "does it begin so?", 2, on_texts("starts_with", BOOLEAN)),
    entry("ends_with(text, part)", "does it end so?", 2, on_texts("ends_with", BOOLEAN)),
    entry("contains(text, part)", "does the part occur?", 2, on_texts("contains", BOOLEAN)),
)
