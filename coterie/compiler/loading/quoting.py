"""How the arguments of a template stand in the text of an expression: as values, never as code.

In: the parts of a text, some of them computed from parameters. Out: the text. What a value becomes depends on where it
stands and on what its parameter is: on its own, text becomes `'text'` with its quotes doubled, a name `"name"`, a
number, TRUE, FALSE or NULL itself, a list its items with commas between them; an expression, which has been read as one
before, stands in parentheses. Inside quotes every value is text, with those quotes doubled; inside braces it is the
name of a trait. So a value is always one token, or inside of one, and none can end what its template began.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from coterie.compiler.loading.sandbox import as_text, joined
from coterie.compiler.loading.templating import Part
from coterie.errors import CompileError


class NameText(str):
    """The value of a parameter that is a name."""

    __slots__ = ()


class ExpressionText(str):
    """The value of a parameter that is an expression: it has been read as one."""

    __slots__ = ()


@dataclass(unsafe_hash=True)
class UnfitArgument(CompileError):
    """A value that cannot stand where the template puts it, and the parameters that it was made of."""

    parameters: tuple[str, ...] = ()


def expression_text(parts: Iterable[Part]) -> str:
    """The text of an expression with values in it. Raises placeholder_value (UnfitArgument), placeholder_too_large."""
    pieces: list[str] = []
    inside = ""  # the quote or brace that is open
    is_token = False  # the last piece is a value that stands on its own
    for part in parts:
        if part.is_argument:
            piece, is_token = (_enclosed(part, inside), False) if inside else (_token(part.value), True)
            if is_token and pieces and _clings(pieces[-1][-1:]):
                piece = f" {piece}"
        else:
            piece = as_text(part.value)
            inside = _state_after(piece, inside)
            if is_token and _clings(piece[:1]):
                piece = f" {piece}"
            is_token = is_token and not piece
        pieces.append(piece)
    return joined(pieces)


def _clings(neighbour: str) -> bool:
    """Would a value become one token with this character beside it?"""
    return neighbour.isalnum() or (neighbour != "" and neighbour in "_'\".-")


def _state_after(text: str, inside: str) -> str:
    """The quote or brace that is open after a text. A doubled quote closes and opens again."""
    for char in text:
        if inside:
            inside = "" if char == _END[inside] else inside
        elif char in _END:
            inside = char
    return inside


_END = {"'": "'", '"': '"', "{": "}"}


def _enclosed(part: Part, inside: str) -> str:
    text = as_text(part.value)
    if inside == "{":
        if braces := {"{", "}"}.intersection(text):
            message = f"found `{min(braces)}` in the name of a trait"
            raise UnfitArgument("placeholder_value", message, parameters=part.parameters)
        return text
    return text.replace(inside, inside * 2)


def _token(value: Any) -> str:
    match value:
        case ExpressionText():
            return f"({value})"
        case NameText():
            return _quoted(value, '"')
        case str():
            return _quoted(value, "'")
        case list() | tuple():
            return ", ".join(_token(item) for item in value)
        case bool() | None:
            return as_text(value).upper()
        case int() | Decimal():
            return str(value)
    return as_text(value)


def _quoted(text: str, quote: str) -> str:
    return quote + text.replace(quote, quote * 2) + quote
