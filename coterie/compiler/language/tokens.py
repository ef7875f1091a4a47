"""The text of expressions → tokens, each with its place in the text; and errors that point into it."""

from __future__ import annotations

import re
from typing import NamedTuple, NoReturn

from coterie.errors import CompileError, Origin

MAX_LENGTH = 1_000_000


class Span(NamedTuple):
    """Where in the text a node stands: [start, end)."""

    start: int
    end: int


class Token(NamedTuple):
    """`kind` is number, text, quoted, trait, word, symbol or end."""

    kind: str
    text: str
    span: Span


_TOKEN = re.compile(
    r"""
      (?P<space>\s+)
    | (?P<number>[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|\.[0-9]+(?:[eE][+-]?[0-9]+)?)
    | (?P<text>'(?:[^']|'')*')
    | (?P<quoted>"(?:[^"]|"")+")
    | (?P<trait>\{[^{}]*\})
    | (?P<word>[^\W\d]\w*)
    | (?P<comment>--|/\*)
    | (?P<symbol>==|!=|<>|<=|>=|\|\||[-+*/%(),.=<>])
    """,
    re.VERBOSE,
)

_UNENDED = {"'": "text", '"': "name", "{": "trait"}
_INSTEAD = {
    ":": "write CAST(… AS …)",
    "`": "odd names stand in double quotes",
    "^": "write the multiplication out",
    "&": "use AND",
    "|": "use OR, or || to join texts",
    "!": "use NOT",
    "~": "use LIKE, or the operator `matches` of a filter tree",
}


def failure(code: str, message: str, text: str, span: Span, origin: Origin, hint: str = "") -> CompileError:
    """An error that shows the expression with the guilty part underlined."""
    line_start = text.rfind("\n", 0, span.start) + 1
    line_end = text.find("\n", span.start)
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    shift = max(0, span.start - line_start - 60)
    shown = line[shift : shift + 100]
    marker = " " * (span.start - line_start - shift) + "^" * max(1, min(span.end, line_start + len(line)) - span.start)
    pointed = [shown.expandtabs(1), marker[:110]] if shown.strip() else []
    return CompileError(code, message, origin, hint="\n    ".join([*pointed, *([hint] if hint else [])]))


def tokens(text: str, origin: Origin) -> list[Token]:
    """The tokens of one expression, the last of kind `end`.

    Errors: `syntax`, `second_statement`, `forbidden`, `too_long`.
    """
    if len(text) > MAX_LENGTH:
        message = f"the expression has more than {MAX_LENGTH:,} characters"
        raise failure("too_long", message, text, Span(0, 1), origin)
    found: list[Token] = []
    position = 0
    while position < len(text):
        token = _TOKEN.match(text, position)
        if token is None or token.lastgroup == "comment":
            _refuse_character(text, position, origin)
        if token.lastgroup != "space":
            assert token.lastgroup
            found.append(Token(token.lastgroup, token.group(), Span(*token.span())))
        position = token.end()
    return [*found, Token("end", "", Span(len(text), len(text)))]


def _refuse_character(text: str, position: int, origin: Origin) -> NoReturn:
    found, end, hint = text[position], position + 1, ""
    if found == ";":
        code, message = "second_statement", "found `;`, expected one expression"
    elif found in "-/":
        code, message, end = "forbidden", "comments cannot be used in expressions", position + 2
    elif found in _UNENDED:
        code, message = "syntax", f"the {_UNENDED[found]} that begins with {found} has no end"
    else:
        shown = found if found.isprintable() else f"U+{ord(found):04X}"
        code, message, hint = "syntax", f"found `{shown}`, which no expression can hold", _INSTEAD.get(found, "")
    raise failure(code, message, text, Span(position, end), origin, hint)
