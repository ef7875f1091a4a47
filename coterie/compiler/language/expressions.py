"""Raw trees → typed expressions: names looked up, functions checked, types derived.

In: a raw tree of `syntax` and the scope its names belong to. Out: a typed expression of one row. Errors carry the
text with the guilty part underlined; those of parts that do not depend on each other are raised together.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Never

from coterie.compiler.definitions import PercentileValue
from coterie.compiler.ir.expr import Expr, IsNull, Literal, Logic, Moment, Not, null
from coterie.compiler.ir.functions import (
    ARITHMETIC,
    COMPARISONS,
    Clock,
    arithmetic,
    call,
    case,
    negate,
)
from coterie.compiler.ir.logic import any_of, is_null_literal, truth
from coterie.compiler.ir.values import Mismatch, literal, moment_from
from coterie.compiler.language import syntax
from coterie.compiler.language.library import FUNCTIONS, TO_TEXT, apply, called, cast
from coterie.compiler.language.library.everyone import PERCENTILE_OF, percentile_arguments
from coterie.compiler.language.parse import parse_expression
from coterie.compiler.language.syntax import Raw
from coterie.compiler.language.tokens import Span, failure
from coterie.compiler.resolving.scope import Scope
from coterie.errors import Collector, CompileError, Origin, suggestion
from coterie.types import BOOLEAN, INSTANT, NULL, TEXT, Kind

_HINTS = {
    "now": "use as_of",
    "current_date": "use date(as_of)",
    "current_timestamp": "use as_of",
    "today": "use date(as_of)",
    "sum": "use an aggregation trait",
    "count": "use an aggregation trait",
    "avg": "use an aggregation trait",
    "min": "use an aggregation trait, or least",
    "max": "use an aggregation trait, or greatest",
    "iff": "use if",
    "ifnull": "use coalesce",
    "nvl": "use coalesce",
    "substring": "use substr",
    "strpos": "use position",
    "instr": "use position",
    "pow": "use power",
    "log": "use ln",
    "dateadd": "use date_add",
    "age": "use years_between",
    "regexp_matches": "use matches",
    "datediff": "use days_between or elapsed",
    "date_diff": "use days_between or elapsed",
    "ceiling": "use ceil",
    "char_length": "use length",
    "len": "use length",
    "day_of_week": "use weekday",
    "dayofweek": "use weekday",
    "strftime": "use format_date",
    "to_char": "use format_date",
}


def typed_expression(
    text: str, scope: Scope, origin: Origin, *, bare_names: bool = True, of_column: bool = False
) -> Expr:
    """Read and type one expression, of a computed column or not; without `bare_names`, of `{trait}` references."""
    raw = parse_expression(text, origin)
    return _Typing(text, scope, origin, bare_names, of_column).of(raw)


def typed_part(raw: Raw, text: str, scope: Scope, origin: Origin) -> Expr:
    """A part of a text that `parse_expression` has read, typed as it is inside the whole."""
    return _Typing(text, scope, origin).of(raw)


def condition_expression(text: str, scope: Scope, origin: Origin) -> Expr:
    """A boolean expression, with NULL as false."""
    expr = typed_expression(text, scope, origin)
    if expr.type.kind not in (Kind.BOOLEAN, Kind.NULL):
        raise CompileError("type_mismatch", f"found {expr.type}, expected a boolean", origin)
    return truth(expr)


def _name_hint(raw: syntax.Name) -> str:
    """What was meant by a name that nothing has: a text in the wrong quotes, or a clock without parentheses."""
    if raw.quoted:
        return f"double quotes are for names; a text stands in single ones: '{raw.parts[-1]}'"
    return _HINTS.get(raw.parts[-1].lower(), "") if len(raw.parts) == 1 else ""


@dataclass(frozen=True, slots=True)
class _Typing:
    text: str
    scope: Scope
    origin: Origin
    bare_names: bool = True
    of_column: bool = False

    @property
    def clock(self) -> Clock:
        return self.scope.clock

    def _fail(self, code: str, message: str, span: Span, hint: str = "") -> Never:
        raise failure(code, message, self.text, span, self.origin, hint)

    def _all(self, *parts: tuple[Callable[[Raw], Expr], Raw]) -> list[Expr]:
        """Every part, or what is wrong with each."""
        found, wrong = list[Expr](), Collector()
        for typed, raw in parts:
            with wrong.catching():
                found.append(typed(raw))
        if len(found) < len(parts):
            wrong.raise_or_skip()
        return found

    def of(self, raw: Raw) -> Expr:
        try:
            return self._typed(raw)
        except Mismatch as mismatch:
            self._fail(mismatch.code, mismatch.message, raw.span, mismatch.hint)

    def _typed(self, raw: Raw) -> Expr:
        match raw:
            case syntax.Name() | syntax.TraitName():
                return self._name(raw)
            case syntax.Constant(value=None):
                return null(NULL)
            case syntax.Constant():
                return literal(raw.value)
            case syntax.AsOf():
                return Moment(INSTANT)
            case syntax.Temporal():
                return self._temporal(raw)
            case syntax.FunctionCall():
                return self._function(raw)
            case syntax.CastTo():
                return cast(self.clock, self.of(raw.value), raw.type)
            case syntax.CaseWhen():
                return self._case(raw)
            case syntax.Operation():
                return self._operation(raw)

    def _case(self, raw: syntax.CaseWhen) -> Expr:
        written = [part for when, then in raw.branches for part in ((self._boolean, when), (self.of, then))]
        otherwise = [] if raw.otherwise is None else [(self.of, raw.otherwise)]
        typed = self._all(*written, *otherwise)
        branches = list(zip(typed[0 : len(written) : 2], typed[1 : len(written) : 2], strict=True))
        return case(self.clock, branches, typed[-1] if otherwise else None)

    def _name(self, raw: syntax.Name | syntax.TraitName) -> Expr:
        try:
            return self._trait(raw) if isinstance(raw, syntax.TraitName) else self._column_or_trait(raw)
        except CompileError as error:
            hint = _name_hint(raw) if error.code == "unknown_name" and isinstance(raw, syntax.Name) else ""
            self._fail(error.code, error.message, raw.span, hint or error.hint)

    def _trait(self, raw: syntax.TraitName) -> Expr:
        return self.scope.trait(raw.slug, self.origin)

    def _column_or_trait(self, raw: syntax.Name) -> Expr:
        *path, last = raw.parts
        if not self.bare_names:
            written = ".".join(raw.parts)
            is_column = bool(path or self.scope.model.find_columns(last))
            hint = "columns can be used in traits of type sql" if is_column else f"write {{{written}}}"
            message = f"found `{written}`, expected only {{trait}} references"
            raise CompileError("bare_name", message, self.origin, hint=hint)
        if not path:
            return self.scope.name(last, self.origin)
        return self.scope.reach(tuple(path), self.origin, lambda scope: scope.name(last, self.origin))

    def _temporal(self, raw: syntax.Temporal) -> Expr:
        found = moment_from(raw.text, self.clock.zone)
        if raw.kind == "date" and found.type.kind is not Kind.DATE:
            raise Mismatch(f"found `{raw.text}`, expected a date such as 2024-01-31")
        return self.clock.instant(found) if raw.kind == "timestamp" else found

    def _function(self, raw: syntax.FunctionCall) -> Expr:
        def unknown(function: Raw) -> Never:
            hint = _HINTS.get(raw.name) or suggestion(raw.name, FUNCTIONS, what="functions")
            self._fail("unknown_function", f"`{raw.name}` is not a function of expressions", function.span, hint)

        itself = [] if raw.name in FUNCTIONS else [(unknown, raw)]
        args = self._all(*itself, *((self.of, arg) for arg in raw.args))
        return self._percentile_of(raw, args) if raw.name == PERCENTILE_OF.name else apply(self.clock, raw.name, args)

    def _percentile_of(self, raw: syntax.FunctionCall, args: list[Expr]) -> Expr:
        """One value for all rows; a computed column is made before it is known which rows there are."""
        if self.of_column:
            message = f"{raw.name} looks at all rows, which a computed column cannot"
            self._fail("everyone_in_column", message, raw.span, "use it in a trait or a filter")
        with called(PERCENTILE_OF, args):
            value, p = percentile_arguments(args)
        return self.scope.population(value, PercentileValue(percentile=p), self.origin)

    def _boolean(self, raw: Raw) -> Expr:
        expr = self.of(raw)
        if expr.type.kind is Kind.NULL:
            return null(BOOLEAN)
        if expr.type.kind is not Kind.BOOLEAN:
            self._fail("type_mismatch", f"found {expr.type}, expected a boolean", raw.span)
        return expr

    def _operation(self, raw: syntax.Operation) -> Expr:
        operator, args = raw.operator, raw.args
        if operator in ("and", "or"):
            return Logic(operator, tuple(self._all(*((self._boolean, arg) for arg in args))))
        if operator == "not":
            return Not(self._boolean(args[0]))
        values = self._all(*((self.of, arg) for arg in args))
        if operator in COMPARISONS:
            return self._known(values) or self.clock.compare(operator, values[0], values[1])
        if operator in ARITHMETIC:
            return arithmetic(operator, values[0], values[1])
        match operator:
            case "neg":
                return negate(values[0])
            case "||":
                return self._joined(values)
            case "is null":
                return IsNull(values[0])
            case "is true" | "is false":
                inside = self._boolean(args[0])
                return truth(inside if operator == "is true" else Not(inside))
            case "in":
                return self._in(values, raw)
            case "between":
                low = self._compared(">=", values[0], values[1], args[1].span)
                high = self._compared("<=", values[0], values[2], args[2].span)
                return Logic("and", (low, high))
            case "like":
                return self._like(values, raw.span)
        raise AssertionError(operator)

    def _joined(self, values: list[Expr]) -> Expr:
        for value in values:
            if value.type.kind not in (Kind.TEXT, Kind.NULL):
                hint = "write CAST(… AS text)" if value.type.kind in TO_TEXT else ""
                raise Mismatch(f"`||` joins texts, found {value.type}", hint=hint)
        return apply(self.clock, "concat", values)

    def _known(self, values: list[Expr]) -> Expr | None:
        """A comparison with a written NULL is NULL."""
        return null(BOOLEAN) if any(is_null_literal(value) for value in values) else None

    def _compared(self, operator: str, left: Expr, right: Expr, span: Span) -> Expr:
        """A comparison whose right side is to blame where it does not fit."""
        try:
            return self.clock.compare(operator, left, right)
        except Mismatch as mismatch:
            self._fail(mismatch.code, mismatch.message, span, mismatch.hint)

    def _in(self, values: list[Expr], raw: syntax.Operation) -> Expr:
        (value, *options), (_, *written) = values, raw.args
        if not options:
            self._fail("empty_list", "the list after IN is empty", raw.span)
        for option, place in zip(options, written, strict=True):
            if is_null_literal(option):
                self._fail("null_in_list", "the list after IN holds NULL, which nothing equals", place.span)
        if all(isinstance(option, Literal | Moment) for option in options):
            with suppress(Mismatch):  # which of them does not fit is told below
                return self.clock.one_of(value, options)
        pairs = zip(options, written, strict=True)
        return any_of([self._compared("=", value, option, place.span) for option, place in pairs])

    def _like(self, values: list[Expr], span: Span) -> Expr:
        value, pattern = values
        if value.type.kind is not Kind.TEXT:
            self._fail("type_mismatch", f"LIKE needs a text, found {value.type}", span)
        if not (isinstance(pattern, Literal) and pattern.type == TEXT):
            self._fail("type_mismatch", "the pattern of LIKE must be a text written out", span)
        return call("like", value, pattern, type=BOOLEAN)
