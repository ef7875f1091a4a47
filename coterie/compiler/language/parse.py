"""The text of expressions → a raw tree. Only what this grammar knows can be written at all.

In: the text of a computed column, filter, formula or `sql_expression`. Out: nodes of `syntax`, at most `MAX_NESTING`
deep. Statements, subqueries, comments and operators outside the list have no way to be parsed.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NoReturn

from coterie.compiler.language.syntax import (
    AsOf,
    CaseWhen,
    CastTo,
    Constant,
    FunctionCall,
    Name,
    Operation,
    Raw,
    Temporal,
    TraitName,
    inside,
)
from coterie.compiler.language.tokens import Span, Token, failure, tokens
from coterie.errors import Origin
from coterie.types import MAX_PRECISION

MAX_NESTING = 64

_OR, _AND, _NOT, _COMPARISON, _SUM, _PRODUCT = range(1, 7)
_COMPARISONS = {"=": "=", "==": "=", "!=": "!=", "<>": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">="}
_LEVELS = {
    "or": _OR,
    "and": _AND,
    **dict.fromkeys((*_COMPARISONS, "is", "not", "in", "between", "like"), _COMPARISON),
    **dict.fromkeys(("+", "-", "||"), _SUM),
    **dict.fromkeys(("*", "/", "%"), _PRODUCT),
}
"""How tightly operators bind; NOT before an operand binds less tightly than comparisons."""
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
        self.depth = 0  # of parentheses
        self.operands = 0  # being read, one inside the other
        self.position = 0
        self.tokens = tokens(text, origin)

    def whole(self) -> Raw:
        if len(self.tokens) == 1:
            self._fail("syntax", "the expression is empty", self.tokens[0].span)
        node = self._expression()
        token = self._peek()
        if token.kind != "end":
            self._fail("syntax", f"found `{token.text}`, expected an operator or the end", token.span)
        if len(self.tokens) > MAX_NESTING:
            self._refuse_deep(node)
        return node

    def _refuse_deep(self, node: Raw) -> None:
        """What comes after walks down the tree: each operator in a row is a level of it, too."""
        waiting = [(node, 1)]
        while waiting:
            node, depth = waiting.pop()
            if depth > MAX_NESTING:
                self._too_deep(node.span)
            waiting += ((part, depth + 1) for part in inside(node))

    def _too_deep(self, span: Span) -> NoReturn:
        hint = "give a part of it a name: as a computed column, or a trait"
        self._fail("too_deep", f"the expression nests more than {MAX_NESTING} deep", span, hint)

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

    def _expression(self, least: int = _OR) -> Raw:
        """Operands, and the operators between them that bind at least as tightly as `least`."""
        self.operands += 1
        if self.operands > 2 * MAX_NESTING:
            self._too_deep(self._peek().span)
        start, most = self._peek().span.start, _PRODUCT
        if least <= _NOT and self._word() == "not":
            node, most = self._negation(start), _NOT - 1
        else:
            node = self._signed(start)
        while least <= (level := self._level()) <= most:
            node = self._operation(node, level, start)
            most = level - 1 if level == _COMPARISON else level  # `a = b = c` means nothing
        self.operands -= 1
        return node

    def _inner(self) -> Raw:
        """An expression inside parentheses, or between the words of a CASE."""
        self.depth += 1
        if self.depth > MAX_NESTING:
            self._too_deep(self._peek().span)
        node = self._expression()
        self.depth -= 1
        return node

    def _level(self) -> int:
        """How tightly the operator at hand binds; 0 where there is none."""
        token = self._peek()
        return _LEVELS.get(token.text.lower(), 0) if token.kind in ("word", "symbol") else 0

    def _operation(self, left: Raw, level: int, start: int) -> Raw:
        match level:
            case _ if level in (_OR, _AND):
                return self._chain(left, level, start)
            case _ if level == _COMPARISON:
                return self._comparison(left, start)
        return self._left_associative(left, level, start)

    def _chain(self, left: Raw, level: int, start: int) -> Raw:
        word, args = self._word(), [left]
        while self._accept(word):
            args.append(self._expression(level + 1))
        return Operation(word, tuple(args), self._span_from(start))

    def _left_associative(self, node: Raw, level: int, start: int) -> Raw:
        while self._level() == level:
            operator = self._next()
            node = Operation(operator.text, (node, self._expression(level + 1)), self._span_from(start))
        return node

    def _negation(self, start: int) -> Raw:
        is_negated = False
        while self._accept("not"):
            is_negated = not is_negated
        node = self._expression(_COMPARISON)
        return Operation("not", (node,), self._span_from(start)) if is_negated else node

    def _comparison(self, left: Raw, start: int) -> Raw:
        token = self._next()
        if token.kind == "symbol":
            return Operation(_COMPARISONS[token.text], (left, self._expression(_SUM)), self._span_from(start))
        word = token.text.lower()
        if word == "is":
            return self._is(left, start)
        if is_negated := word == "not":
            word = self._word()
            if not self._accept("in", "between", "like"):
                self._fail("syntax", "expected IN, BETWEEN or LIKE after NOT", self._peek().span)
        if word == "in":
            self._expect("(")
            args = self._arguments()
        else:
            args = (self._expression(_SUM),)
            if word == "between":
                self._expect("and")
                args = (*args, self._expression(_SUM))
        node = Operation(word, (left, *args), self._span_from(start))
        return Operation("not", (node,), node.span) if is_negated else node

    def _is(self, left: Raw, start: int) -> Raw:
        is_negated, word = self._accept("not"), self._word()
        if not self._accept("null", "true", "false"):
            self._fail("syntax", "expected NULL, TRUE or FALSE after IS", self._peek().span)
        node = Operation(f"is {word}", (left,), self._span_from(start))
        return Operation("not", (node,), node.span) if is_negated else node

    def _signed(self, start: int) -> Raw:
        is_negative = False
        while (token := self._peek()).kind == "symbol" and token.text in "+-":
            self._next()
            is_negative ^= token.text == "-"
        node = self._primary()
        if not is_negative:
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
        return self._inner()

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
        args = [self._inner()]
        while self._accept(","):
            args.append(self._inner())
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
        value = self._inner()
        self._expect("as")
        type_token = self._next()
        if type_token.kind != "word":
            self._fail("syntax", "expected the name of a type after AS", type_token.span)
        self._expect(")")
        return CastTo(value, type_token.text.lower(), self._span_from(token.span.start))

    def _case(self, token: Token) -> Raw:
        operand = None if self._word() == "when" else self._inner()
        branches: list[tuple[Raw, Raw]] = []
        while self._accept("when"):
            condition = self._inner()
            if operand is not None:
                condition = Operation("=", (operand, condition), condition.span)
            self._expect("then")
            branches.append((condition, self._inner()))
        if not branches:
            self._fail("syntax", "CASE without WHEN", token.span)
        otherwise = self._inner() if self._accept("else") else None
        self._expect("end")
        return CaseWhen(tuple(branches), otherwise, self._span_from(token.span.start))


def _unquoted(token: Token) -> str:
    return token.text[1:-1].replace('""', '"') if token.kind == "quoted" else token.text
