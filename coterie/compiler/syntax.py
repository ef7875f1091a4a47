"""The text of expressions → a raw tree. Only what this grammar knows can be written at all.

In: the text of a computed column, filter, formula or `sql_expression`. Out: nodes with spans, names not yet resolved.
Statements, subqueries, comments and operators outside the list have no way to be parsed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import NoReturn

from coterie.compiler.tokens import Span, Token, failure, tokens
from coterie.errors import Origin
from coterie.types import MAX_PRECISION

MAX_NESTING = 100


@dataclass(frozen=True, slots=True)
class Name:
    """A column, or a path to one: `Country`, `customer.Country`, `"order"`."""

    parts: tuple[str, ...]
    span: Span
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class TraitName:
    """`{net_revenue}`."""

    slug: str
    span: Span


@dataclass(frozen=True, slots=True)
class Constant:
    """A number, text, TRUE, FALSE or NULL."""

    value: Decimal | int | str | bool | None
    span: Span


@dataclass(frozen=True, slots=True)
class AsOf:
    span: Span


@dataclass(frozen=True, slots=True)
class Temporal:
    """`DATE '2024-01-01'` or `TIMESTAMP '2024-01-01T00:00:00Z'`."""

    kind: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Operation:
    """An operator applied to its operands: `+`, `=`, `and`, `not`, `is null`, `like`, `in`, `between`, `neg`, …"""

    operator: str
    args: tuple[Raw, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class FunctionCall:
    name: str
    args: tuple[Raw, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class CastTo:
    value: Raw
    type: str
    span: Span


@dataclass(frozen=True, slots=True)
class CaseWhen:
    branches: tuple[tuple[Raw, Raw], ...]
    otherwise: Raw | None
    span: Span


Raw = Name | TraitName | Constant | AsOf | Temporal | Operation | FunctionCall | CastTo | CaseWhen

_Rule = Callable[[], Raw]

_COMPARISONS = {"=": "=", "==": "=", "!=": "!=", "<>": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">="}
_KEYWORDS = {
    "and", "or", "not", "in", "between", "like", "is", "null", "true", "false",
    "case", "when", "then", "else", "end", "as_of",
}  # fmt: skip
_REFUSED = {
    "select": ("subquery", "subqueries cannot be used in expressions"),
    "with": ("subquery", "subqueries cannot be used in expressions"),
    "over": ("forbidden", "window functions cannot be used in expressions"),
    "interval": ("forbidden", "intervals cannot be used in expressions; use days_between or elapsed"),
}


def parse_expression(text: str, origin: Origin) -> Raw:
    """Read one expression. Errors: `syntax`, `subquery`, `second_statement`, `forbidden`, `too_deep`."""
    return _Parser(text, origin).whole()


class _Parser:
    def __init__(self, text: str, origin: Origin) -> None:
        self.text = text
        self.origin = origin
        self.depth = 0
        self.position = 0
        self.tokens = tokens(text, origin)

    def whole(self) -> Raw:
        if len(self.tokens) == 1:
            self._fail("syntax", "the expression is empty", self.tokens[0].span)
        node = self._expression()
        token = self._peek()
        if token.kind != "end":
            self._fail("syntax", f"found `{token.text}`, expected an operator or the end", token.span)
        return node

    def _fail(self, code: str, message: str, span: Span, hint: str = "") -> NoReturn:
        raise failure(code, message, self.text, span, self.origin, hint)

    def _peek(self) -> Token:
        return self.tokens[self.position]

    def _next(self) -> Token:
        token = self.tokens[self.position]
        self.position += 1
        return token

    def _word(self) -> str:
        """The keyword at hand, or an empty text."""
        token = self._peek()
        return token.text.lower() if token.kind == "word" else ""

    def _accept(self, *texts: str) -> bool:
        token = self._peek()
        if token.kind in ("word", "symbol") and token.text.lower() in texts:
            self.position += 1
            return True
        return False

    def _expect(self, text: str) -> Token:
        token = self._peek()
        if not self._accept(text):
            found = f"found `{token.text}`" if token.text else "the expression ends here"
            self._fail("syntax", f"{found}, expected `{text.upper()}`", token.span)
        return token

    def _span_from(self, start: int) -> Span:
        return Span(start, self.tokens[self.position - 1].span.end)

    def _expression(self) -> Raw:
        self.depth += 1
        if self.depth > MAX_NESTING:
            self._fail("too_deep", f"the expression nests more than {MAX_NESTING} deep", self._peek().span)
        node = self._chain("or", lambda: self._chain("and", self._negation))
        self.depth -= 1
        return node

    def _chain(self, word: str, operand: _Rule) -> Raw:
        start = self._peek().span.start
        args = [operand()]
        while self._accept(word):
            args.append(operand())
        return args[0] if len(args) == 1 else Operation(word, tuple(args), self._span_from(start))

    def _negation(self) -> Raw:
        start, count = self._peek().span.start, 0
        while self._accept("not"):
            count += 1
        node = self._comparison()
        return Operation("not", (node,), self._span_from(start)) if count % 2 else node

    def _comparison(self) -> Raw:
        start = self._peek().span.start
        left = self._sum()
        token = self._peek()
        if token.kind == "symbol" and token.text in _COMPARISONS:
            self._next()
            right = self._sum()
            return Operation(_COMPARISONS[token.text], (left, right), self._span_from(start))
        if self._accept("is"):
            negated = self._accept("not")
            word = self._word()
            if not self._accept("null", "true", "false"):
                self._fail("syntax", "expected NULL, TRUE or FALSE after IS", self._peek().span)
            node = Operation(f"is {word}", (left,), self._span_from(start))
            return Operation("not", (node,), node.span) if negated else node
        negated = self._accept("not")
        node_or_none = self._set_comparison(left, start)
        if node_or_none is None:
            if negated:
                self._fail("syntax", "expected IN, BETWEEN or LIKE after NOT", self._peek().span)
            return left
        return Operation("not", (node_or_none,), node_or_none.span) if negated else node_or_none

    def _set_comparison(self, left: Raw, start: int) -> Operation | None:
        if self._accept("in"):
            self._expect("(")
            args = self._arguments()
            return Operation("in", (left, *args), self._span_from(start))
        if self._accept("between"):
            low = self._sum()
            self._expect("and")
            return Operation("between", (left, low, self._sum()), self._span_from(start))
        if self._accept("like"):
            return Operation("like", (left, self._sum()), self._span_from(start))
        return None

    def _sum(self) -> Raw:
        return self._left_associative(("+", "-", "||"), lambda: self._left_associative(("*", "/", "%"), self._sign))

    def _left_associative(self, operators: tuple[str, ...], operand: _Rule) -> Raw:
        start = self._peek().span.start
        node, length = operand(), 0
        while (token := self._peek()).kind == "symbol" and token.text in operators:
            self._next()
            length += 1
            if length > MAX_NESTING:
                self._fail("too_deep", f"more than {MAX_NESTING} operators in a row", token.span)
            node = Operation(token.text, (node, operand()), self._span_from(start))
        return node

    def _sign(self) -> Raw:
        start, negative = self._peek().span.start, False
        while (token := self._peek()).kind == "symbol" and token.text in "+-":
            self._next()
            negative ^= token.text == "-"
        node = self._primary()
        if not negative:
            return node
        span = self._span_from(start)
        if isinstance(node, Constant) and isinstance(node.value, int | Decimal) and not isinstance(node.value, bool):
            return Constant(-node.value if isinstance(node.value, int) else node.value.copy_negate(), span)
        return Operation("neg", (node,), span)

    def _primary(self) -> Raw:
        token = self._next()
        match token.kind:
            case "number":
                is_whole = token.text.isdecimal() and len(token.text) <= MAX_PRECISION
                return Constant(int(token.text) if is_whole else Decimal(token.text), token.span)
            case "text":
                return Constant(token.text[1:-1].replace("''", "'"), token.span)
            case "trait":
                return TraitName(token.text[1:-1].strip(), token.span)
            case "quoted":
                return self._path(token)
            case "word":
                return self._word_primary(token)
            case "symbol" if token.text == "(":
                node = self._expression_or_refuse()
                self._expect(")")
                return node
        found = f"found `{token.text}`" if token.text else "the expression ends here"
        self._fail("syntax", f"{found}, expected a value", token.span)

    def _expression_or_refuse(self) -> Raw:
        self._refuse(self._peek())
        return self._expression()

    def _refuse(self, token: Token) -> None:
        if token.kind == "word" and token.text.lower() in _REFUSED:
            code, message = _REFUSED[token.text.lower()]
            following = self.tokens[min(self.position + 1, len(self.tokens) - 1)]
            if following.kind in ("word", "number", "text", "quoted") or following.text in ("*", "("):
                self._fail(code, message, token.span)

    def _word_primary(self, token: Token) -> Raw:
        word = token.text.lower()
        following = self._peek()
        match word:
            case "true" | "false":
                return Constant(word == "true", token.span)
            case "null":
                return Constant(None, token.span)
            case "as_of":
                return AsOf(token.span)
            case "case":
                return self._case(token)
            case "cast" if following.text == "(":
                return self._cast(token)
            case "date" | "timestamp" if following.kind == "text":
                text = self._next().text[1:-1].replace("''", "'")
                return Temporal(word, text, self._span_from(token.span.start))
        if word in _KEYWORDS:
            self._fail("syntax", f"found `{token.text}`, expected a value", token.span)
        if word in _REFUSED:
            self.position -= 1
            self._refuse(token)
            self.position += 1
        if following.text == "(" and following.kind == "symbol":
            return self._call(token)
        return self._path(token)

    def _path(self, token: Token) -> Name:
        parts, quoted = [_unquoted(token)], token.kind == "quoted"
        while self._peek().text == "." and self._peek().kind == "symbol":
            self._next()
            part = self._next()
            if part.kind not in ("word", "quoted"):
                self._fail("syntax", "expected a name after `.`", part.span)
            parts.append(_unquoted(part))
        return Name(tuple(parts), self._span_from(token.span.start), quoted)

    def _arguments(self) -> tuple[Raw, ...]:
        """What stands between an opening parenthesis, already read, and its end."""
        self._refuse(self._peek())
        if self._accept(")"):
            return ()
        args = [self._expression()]
        while self._accept(","):
            args.append(self._expression())
        self._expect(")")
        return tuple(args)

    def _call(self, token: Token) -> Raw:
        self._expect("(")
        if self._peek().text == "*":
            self._fail("forbidden", f"`{token.text}(*)` reads many rows; expressions speak of one", token.span)
        args = self._arguments()
        if self._word() == "over":
            self._refuse(self._peek())
        return FunctionCall(token.text.lower(), args, self._span_from(token.span.start))

    def _cast(self, token: Token) -> Raw:
        self._expect("(")
        value = self._expression()
        self._expect("as")
        type_token = self._next()
        if type_token.kind != "word":
            self._fail("syntax", "expected the name of a type after AS", type_token.span)
        self._expect(")")
        return CastTo(value, type_token.text.lower(), self._span_from(token.span.start))

    def _case(self, token: Token) -> Raw:
        operand = None if self._word() == "when" else self._expression()
        branches: list[tuple[Raw, Raw]] = []
        while self._accept("when"):
            condition = self._expression()
            if operand is not None:
                condition = Operation("=", (operand, condition), condition.span)
            self._expect("then")
            branches.append((condition, self._expression()))
        if not branches:
            self._fail("syntax", "CASE without WHEN", token.span)
        otherwise = self._expression() if self._accept("else") else None
        self._expect("end")
        return CaseWhen(tuple(branches), otherwise, self._span_from(token.span.start))


def _unquoted(token: Token) -> str:
    return token.text[1:-1].replace('""', '"') if token.kind == "quoted" else token.text
