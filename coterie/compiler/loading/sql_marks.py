"""Arguments of a template in the text of a SELECT: marks that are found in the parsed SQL, as those of `ref()` are.

A mark is an identifier, `__coterie_arg__` and hexadecimal digits, whatever the value holds. Once the SELECT is a tree,
a literal or a quoted name takes its place. So no argument is ever part of the SQL that is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from coterie.compiler.loading.quoting import ExpressionText, NameText
from coterie.compiler.loading.sandbox import as_text
from coterie.compiler.loading.templating import PLACEHOLDER, Part
from coterie.errors import CompileError

_MARK = f"{PLACEHOLDER}arg__"
_ENCODED = re.compile(r"(?:[0-9a-f]{2})+")
_WORDS = {"true": True, "false": False, "null": None}


def marked_sql(parts: Iterable[Part]) -> str:
    """The text of a SELECT with marks for its arguments; for a list, several. Raises placeholder_value."""
    return "".join(_marked(part.value) if part.is_argument else as_text(part.value) for part in parts)


def _marked(value: Any) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(_marked(item) for item in value)
    if isinstance(value, ExpressionText):
        message = "found an expression, which is not SQL of the warehouse, expected a value or a name"
        raise CompileError("placeholder_value", message)
    kind = "name" if isinstance(value, NameText) else "text" if isinstance(value, str) else "value"
    return _MARK + f"{kind}:{as_text(value)}".encode().hex()


@dataclass(frozen=True, slots=True)
class Mark:
    """What a mark stands for: a value, or a name."""

    value: Any
    is_name: bool = False


def unmarked(identifier: str) -> Mark | None:
    """What an identifier stands for, if it is a mark."""
    encoded = identifier.lower().removeprefix(_MARK)
    if encoded == identifier.lower() or not _ENCODED.fullmatch(encoded):
        return None
    kind, _, text = bytes.fromhex(encoded).decode(errors="replace").partition(":")
    match kind:
        case "name" | "text":
            return Mark(text, is_name=kind == "name")
        case "value" if text in _WORDS:
            return Mark(_WORDS[text])
        case "value":
            return Mark(int(text) if text.lstrip("-").isdecimal() else Decimal(text))
    return None
