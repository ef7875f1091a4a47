"""Functions of texts."""

from __future__ import annotations

from coterie.compiler.ir.expr import Expr, Literal
from coterie.compiler.ir.functions import Clock, call
from coterie.compiler.ir.values import Mismatch
from coterie.compiler.language.library.entries import entry, on_texts, place, text, whole, written
from coterie.compiler.language.patterns import portable_pattern
from coterie.types import BOOLEAN, INTEGER, TEXT


def _substr(_: Clock, args: list[Expr]) -> Expr:
    start = Literal(whole(args[1], 2, 1), INTEGER)
    length = [Literal(whole(args[2], 3, 0), INTEGER)] if len(args) == 3 else []
    return call("substr", text(args[0], 1), start, *length, type=TEXT)


def _left(_: Clock, args: list[Expr]) -> Expr:
    length = Literal(whole(args[1], 2, 0), INTEGER)
    return call("substr", text(args[0], 1), Literal(1, INTEGER), length, type=TEXT)


def _right(_: Clock, args: list[Expr]) -> Expr:
    return call("right", text(args[0], 1), Literal(whole(args[1], 2, 0), INTEGER), type=TEXT)


def _split_part(_: Clock, args: list[Expr]) -> Expr:
    separator, position = written(args[1], 2, "'@'"), place(args[2], 3)
    if not separator:
        raise Mismatch("argument 2 is an empty text, which parts nothing")
    return call("split_part", text(args[0], 1), Literal(separator, TEXT), Literal(position, INTEGER), type=TEXT)


def _lpad(_: Clock, args: list[Expr]) -> Expr:
    length, fill = whole(args[1], 2, 0), written(args[2], 3, "'0'")
    if len(fill) != 1:
        raise Mismatch(f"argument 3 has {len(fill)} characters, expected one")
    return call("lpad", text(args[0], 1), Literal(length, INTEGER), Literal(fill, TEXT), type=TEXT)


def _concat_ws(_: Clock, args: list[Expr]) -> Expr:
    separator = Literal(written(args[0], 1, "' '"), TEXT)
    return call("concat_ws", separator, *(text(arg, i) for i, arg in enumerate(args[1:], 2)), type=TEXT)


def _matches(_: Clock, args: list[Expr]) -> Expr:
    pattern = portable_pattern(written(args[1], 2, "'^[A-Z]'"))
    return call("matches", text(args[0], 1), Literal(pattern, TEXT), Literal(False, BOOLEAN), type=BOOLEAN)


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
    entry("left(text, n)", "its first n characters", 2, _left),
    entry("right(text, n)", "its last n characters", 2, _right),
    entry(
        "position(text, part)",
        "where the part begins, from 1; 0 for nowhere",
        2,
        on_texts("position", INTEGER),
    ),
    entry(
        "split_part(text, '@', n)",
        "the n-th of the parts between the separators; the last is -1",
        3,
        _split_part,
        "NULL if the text is NULL, or there is no such part",
    ),
    entry("lpad(text, n, '0')", "n characters: filled up from the left, or its first n", 3, _lpad),
    entry(
        "concat_ws(' ', a, b, …)",
        "texts joined with a text between them",
        (2, None),
        _concat_ws,
        "NULLs are left out; an empty text if all are",
    ),
    entry("matches(text, 'pattern')", "is the [pattern](#patterns) found in it?", 2, _matches),
)
