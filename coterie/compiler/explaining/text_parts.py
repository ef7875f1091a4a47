"""A text expression taken apart: what is written between AND, OR and after NOT, and the values that it mentions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from coterie.compiler.explaining.labels import on_one_line
from coterie.compiler.explaining.parts import Asked, Part
from coterie.compiler.ir.expr import Expr, Literal, Moment, null
from coterie.compiler.language import syntax
from coterie.compiler.language.expressions import typed_part
from coterie.compiler.language.parse import parse_expression
from coterie.compiler.resolving.scope import Scope
from coterie.errors import Origin
from coterie.types import BOOLEAN, Kind


def text_part(text: str, scope: Scope, origin: Origin, path: str, definition: str) -> Part:
    """A whole text expression; its parts are found at `path[start:end]`, places in the text."""
    return _Text(text, scope, origin, path, definition).part(parse_expression(text, origin))


def mentioned(text: str, scope: Scope, origin: Origin) -> tuple[Asked, ...]:
    """The columns and traits that a text expression mentions, from left to right."""
    within = _Text(text, scope, origin, "", "")
    return _unique(within.asked(name) for name in _names(parse_expression(text, origin)))


@dataclass(frozen=True, slots=True)
class _Text:
    """The parts of a text expression."""

    text: str
    scope: Scope
    origin: Origin
    path: str
    definition: str

    def part(self, raw: syntax.Raw) -> Part:
        written = on_one_line(self.text[raw.span.start : raw.span.end])
        path = f"{self.path}[{raw.span.start}:{raw.span.end}]"
        part = Part("text", self.definition, path, written, None, is_inside_text=True)
        match raw:
            case syntax.Operation(operator="not", args=(inner,)) if inner.span == raw.span:  # `a NOT IN (b)`
                return self._leaf(part, raw, inner)
            case syntax.Operation(operator="and" | "or" | "not", args=args):
                below = tuple(self.part(arg) for arg in args)
                return replace(part, type=raw.operator, children=below)
        return self._leaf(part, raw, raw)

    def _leaf(self, part: Part, raw: syntax.Raw, compared: syntax.Raw) -> Part:
        """A condition: what stands on the left and right of the comparison, and the names in it."""
        holds = self._typed(raw)
        left: Asked | None = None
        right: tuple[Asked, ...] = ()
        match compared:
            case syntax.Operation(args=(first, *others)):
                left = self.asked(first)
                right = tuple(self.asked(other) for other in others)
        sides = {asked.expr for asked in (left, *right) if asked is not None}
        values = tuple(value for value in _unique(map(self.asked, _names(raw))) if value.expr not in sides)
        known = null(BOOLEAN) if holds.type.kind is Kind.NULL else holds
        return replace(part, holds=known, left=left, right=right, values=values)

    def asked(self, raw: syntax.Raw) -> Asked:
        """A part as a value; a constant needs no name."""
        expr = self._typed(raw)
        is_constant = isinstance(expr, Literal | Moment)
        return Asked("" if is_constant else on_one_line(self.text[raw.span.start : raw.span.end]), expr)

    def _typed(self, raw: syntax.Raw) -> Expr:
        return typed_part(raw, self.text, self.scope, self.origin)


def _names(raw: syntax.Raw) -> Iterator[syntax.Raw]:
    """The names inside an expression, from left to right."""
    if isinstance(raw, syntax.Name | syntax.TraitName):
        yield raw
    for part in syntax.inside(raw):
        yield from _names(part)


def _unique(several: Iterable[Asked]) -> tuple[Asked, ...]:
    """Each value once, under its first name."""
    found: dict[Expr, Asked] = {}
    for asked in several:
        found.setdefault(asked.expr, asked)
    return tuple(found.values())
