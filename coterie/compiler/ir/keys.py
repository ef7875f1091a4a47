r"""Keys as text, and the hash buckets that follow from it: the one form that conditions, splits, views and all who show
a key agree on.

In: the columns of a key, as typed expressions. Out: expressions that any dialect can write. A key's parts are joined
by `|`; in a part `\` and `|` get a `\` before them. Whole numbers are plain digits, dates YYYY-MM-DD, timestamps the
microseconds since 1970 (those without zone as if they were UTC), booleans true and false.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from coterie.compiler.ir.expr import Call, Expr, Literal, Logic
from coterie.types import BOOLEAN, BUCKET, INTEGER, TEXT, Kind

Range = tuple[int, int]
"""Buckets from the first on, to before the second."""


def key_text(key: Sequence[Expr]) -> Expr:
    """A key as one text; NULL where a part is."""
    pieces = [piece for part in key for piece in (_text("|"), _part_text(part))][1:]
    return pieces[0] if len(pieces) == 1 else Call("concat", tuple(pieces), TEXT)


def _part_text(part: Expr) -> Expr:
    """A part of a key as text."""
    match part.type.kind:
        case Kind.TEXT:
            return _escaped(_escaped(part, "\\"), "|")
        case Kind.TIMESTAMP:
            return Call("to_text", (Call("microseconds", (part,), INTEGER),), TEXT)
        case _:
            return Call("to_text", (part,), TEXT)


def bucket(salt: str, key: Sequence[Expr]) -> Expr:
    """The key's bucket, 0 to 9,999; NULL where a part is. The salt is taken as it is written."""
    joined = key_text(key)
    pieces = joined.args if isinstance(joined, Call) and joined.function == "concat" else (joined,)
    return Call("bucket", (Call("concat", (_text(f"{salt}|"), *pieces), TEXT),), BUCKET)


def in_buckets(found: Expr, ranges: Iterable[Range]) -> Expr:
    """Does a bucket lie in one of the ranges? NULL for NULL."""
    parts = [_between(found, first, end) for first, end in ranges]
    return parts[0] if len(parts) == 1 else Logic("or", tuple(parts))


def _between(found: Expr, first: int, end: int) -> Expr:
    return Logic("and", (_compared("ge", found, first), _compared("lt", found, end)))


def _compared(function: str, found: Expr, number: int) -> Expr:
    return Call(function, (found, Literal(number, INTEGER)), BOOLEAN)


def _escaped(value: Expr, character: str) -> Expr:
    return Call("replace", (value, _text(character), _text(f"\\{character}")), TEXT)


def _text(value: str) -> Literal:
    return Literal(value, TEXT)
