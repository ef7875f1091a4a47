"""The operator table: an operator, what stands on its left and what on its right → a two-valued condition.

NULL on either side satisfies no operator but `is_null`, negative operators included; `include_null` lets a NULL left
side match. A bare date beside a timestamp means the whole local day.
"""

from __future__ import annotations

from typing import Any, get_args

from coterie.compiler.definitions import (
    ColumnValue,
    Comparison,
    PercentileValue,
    PopulationValue,
    SizeValue,
    Span,
    TraitValue,
)
from coterie.compiler.definitions.comparisons import Operator
from coterie.compiler.ir.expr import TRUE, Expr, IsNull, Literal, Logic, Moment, Not, OneOf
from coterie.compiler.ir.functions import Clock, call
from coterie.compiler.ir.logic import any_of, conjunction, never_null, truth
from coterie.compiler.ir.values import Mismatch, bounds, noun, typed_value
from coterie.compiler.language.patterns import portable_pattern
from coterie.compiler.resolving.scope import Scope
from coterie.errors import Collector, CompileError, Origin
from coterie.types import BOOLEAN, INSTANT, INTEGER, TEXT, Kind, Type, comparable

_ORDERED = {
    "greater_than": ">",
    "greater_than_or_equal": ">=",
    "less_than": "<",
    "less_than_or_equal": "<=",
    "after": ">",
    "before": "<",
}
_TEXT = ("contains", "starts_with", "ends_with", "matches")
_NULLS = ("is_null", "is_not_null")
_FAMILIES: dict[str, tuple[str, ...]] = {
    "equals": ("text", "number", "boolean", "date", "timestamp"),
    **dict.fromkeys(_TEXT, ("text",)),
    **dict.fromkeys(("greater_than", "greater_than_or_equal", "less_than", "less_than_or_equal", "between"),
                    ("number", "date", "timestamp")),
    "in": ("text", "number", "date", "timestamp"),
    **dict.fromkeys(_NULLS, ("text", "number", "boolean", "date", "timestamp")),
    **dict.fromkeys(("is_true", "is_false"), ("boolean",)),
    **dict.fromkeys(("within_last", "within_next", "before", "after", "on"), ("date", "timestamp")),
    **dict.fromkeys(("contains_any", "contains_all", "contains_none", "is_empty", "is_not_empty", "size"), ("array",)),
}  # fmt: skip
_WITHOUT_VALUE = frozenset({*_NULLS, "is_true", "is_false", "is_empty", "is_not_empty"})
_SPANS = frozenset({"within_last", "within_next"})
_LISTS = frozenset({"in", "contains_any", "contains_all", "contains_none"})


def positive(operator: str) -> tuple[str, bool]:
    """The operator without its `not`, and whether it had one."""
    if operator.startswith("not_"):
        return operator[4:], True
    return operator, False


def condition(left: Expr, comparison: Comparison, scope: Scope, origin: Origin) -> Expr:
    """The comparison as a condition that is never NULL. Errors: `operator_type`, `missing_value`, `type_mismatch`, …"""
    operator, negated = positive(comparison.operator)
    _check_fit(operator, left.type, comparison, origin)
    at_value = origin.at("value")
    try:
        written = _Test(left, comparison, scope, at_value)
        test = written.negated(operator) if negated else written.of(operator)
    except Mismatch as mismatch:
        raise _told(mismatch, at_value) from None
    if operator in _NULLS or left.type.kind is Kind.ARRAY:
        return truth(test)
    return any_of([IsNull(left), truth(test)]) if comparison.include_null else truth(test)


def _told(mismatch: Mismatch, at_value: Origin) -> CompileError:
    return CompileError(mismatch.code, mismatch.message, at_value.at(*mismatch.path), hint=mismatch.hint)


def _check_fit(operator: str, type: Type, comparison: Comparison, origin: Origin) -> None:
    families = _FAMILIES[operator]
    if type.family not in families:
        fitting = sorted(name for name in get_args(Operator) if type.family in _FAMILIES[positive(name)[0]])
        hint = f"operators of {type.family}: {', '.join(fitting)}" if fitting else ""
        if type.kind is Kind.JSON:
            hint = "read a value of it with json_value, in an expression or a computed column"
        message = f"operator `{comparison.operator}` does not fit {type}"
        raise CompileError("operator_type", message, origin.at("operator"), hint=hint)
    given = comparison.value is not None
    if operator in _WITHOUT_VALUE and given:
        message = f"operator `{comparison.operator}` takes no value, found {noun(comparison.value)}"
        raise CompileError("unexpected_value", message, origin.at("value"))
    if operator not in _WITHOUT_VALUE and not given:
        hint = "use is_null to find NULL" if operator == "equals" else ""
        message = f"operator `{comparison.operator}` needs a `value`"
        raise CompileError("missing_value", message, origin, hint=hint)
    if comparison.ignore_case and (type.kind is not Kind.TEXT or operator in _WITHOUT_VALUE):
        message = f"`ignore_case` does not fit `{comparison.operator}` on {type}"
        raise CompileError("unexpected_option", message, origin.at("ignore_case"))
    if comparison.include_null and (type.kind is Kind.ARRAY or operator in _NULLS):
        message = f"`include_null` does not fit `{comparison.operator}` on {type}"
        raise CompileError("unexpected_option", message, origin.at("include_null"))


class _Test:
    """One comparison, positive; NULL where a side is NULL."""

    def __init__(self, left: Expr, comparison: Comparison, scope: Scope, origin: Origin) -> None:
        self.left = left
        self.value: Any = comparison.value
        self.ignore_case = comparison.ignore_case
        self.scope = scope
        self.origin = origin
        self.ends: tuple[Expr, ...] = ()

    @property
    def clock(self) -> Clock:
        return self.scope.clock

    def of(self, operator: str) -> Expr:
        self._check_shape(operator)
        match operator:
            case "is_null":
                return IsNull(self.left)
            case "is_not_null":
                return Not(IsNull(self.left))
            case "is_true":
                return self.left
            case "is_false":
                return Not(self.left)
            case "contains_any" | "contains_all" | "contains_none" | "is_empty" | "is_not_empty" | "size":
                return self._array(operator)
            case "within_last" | "within_next":
                return self._within(operator)
            case "between":
                return self._between()
            case "in":
                return self._in()
            case "contains" | "starts_with" | "ends_with":
                return self._text(operator)
            case "matches":
                return self._matches()
        return self._compared(operator)

    def negated(self, operator: str) -> Expr:
        """The opposite; neither holds where one end of a range is NULL, whatever the other says."""
        test = self.of(operator)
        known = tuple(Not(IsNull(end)) for end in self.ends if not never_null(end))
        return Logic("and", (Not(test), *known)) if known else Not(test)

    def _check_shape(self, operator: str) -> None:
        value = self.value
        if operator in _LISTS or operator == "between":
            if not isinstance(value, list | tuple):
                raise Mismatch(f"found {noun(value)}, expected a list")
        elif operator in _SPANS:
            if not isinstance(value, Span):
                raise Mismatch(f"found {noun(value)}, expected a length of time such as {{n: 30, unit: day}}")
        elif operator == "size":
            if not isinstance(value, SizeValue):
                expected = "expected a comparison such as {operator: greater_than, value: 2}"
                raise Mismatch(f"found {noun(value)}, {expected}")
        elif isinstance(value, list | tuple | Span | SizeValue):
            raise Mismatch(f"found {noun(value)}, expected a single value")

    def _other(self, value: object, type: Type, *path: int) -> Expr:
        """The right side, or the part of it at `path`: a column, a trait, an aggregate, or what is written."""
        if isinstance(value, ColumnValue):
            return self.scope.column(value.column, self.origin.at(*path, "column"))
        if isinstance(value, TraitValue):
            return self.scope.recent_trait(value, self.origin.at(*path))
        if isinstance(value, PercentileValue | PopulationValue):
            return self.scope.population(self.left, value, self.origin.at(*path))
        return self._written(value, type, *path)

    def _written(self, value: object, type: Type, *path: int) -> Literal:
        try:
            return typed_value(value, type, self.clock.zone)
        except Mismatch as mismatch:
            raise mismatch.at(*path) from None

    def _cased(self, value: Expr) -> Expr:
        if not self.ignore_case:
            return value
        if isinstance(value, Literal) and isinstance(value.value, str):
            return Literal(value.value.lower(), TEXT)
        return call("lower", value, type=TEXT)

    def _compared(self, operator: str) -> Expr:
        left, other = self.left, self._other(self.value, self.left.type)
        if left.type.kind is Kind.TIMESTAMP and isinstance(other, Literal) and other.type.kind is Kind.DATE:
            return self._whole_day(operator)
        if operator == "on":
            if left.type.kind is Kind.TIMESTAMP:
                raise Mismatch(f"found {noun(self.value)}, expected a date such as 2024-01-31")
            operator = "equals"
        if not comparable(left.type, other.type):
            raise Mismatch(f"cannot compare {left.type} with {other.type}")
        symbol = "=" if operator == "equals" else _ORDERED[operator]
        return self.clock.compare(symbol, self._cased(left), self._cased(other))

    def _from(self, instant: Literal) -> Expr:
        return self.clock.compare(">=", self.left, instant)

    def _until(self, instant: Literal) -> Expr:
        return self.clock.compare("<", self.left, instant)

    def _day(self, value: object) -> tuple[Literal, Literal]:
        start, end = bounds(value, self.clock.zone)
        return self._instant(start), self._instant(end)

    def _instant(self, value: Any) -> Literal:
        return typed_value(value, self.left.type, self.clock.zone)

    def _whole_day(self, operator: str) -> Expr:
        start, end = self._day(self.value)
        match operator:
            case "equals" | "on":
                return Logic("and", (self._from(start), self._until(end)))
            case "before" | "less_than":
                return self._until(start)
            case "after" | "greater_than":
                return self._from(end)
            case "greater_than_or_equal":
                return self._from(start)
        return self._until(end)

    def _between(self) -> Expr:
        if len(self.value) != 2:
            raise Mismatch(f"found a list of {len(self.value)}, expected the two ends [low, high]")
        low, high = self._ends()
        self.ends = low, high
        self._refuse_reversed(low, high)
        above = self._against(">=", low, 0)
        if self.left.type.kind is Kind.TIMESTAMP:
            if isinstance(low, Literal) and low.type.kind is Kind.DATE:
                above = self._from(self._day(self.value[0])[0])
            if isinstance(high, Literal) and high.type.kind is Kind.DATE:
                return Logic("and", (above, self._until(self._day(self.value[1])[1])))
        return Logic("and", (above, self._against("<=", high, 1)))

    def _ends(self) -> list[Expr]:
        """Both ends of a range, or what is wrong with each."""
        ends, wrong = list[Expr](), Collector()
        for position, item in enumerate(self.value):
            with wrong.catching():
                try:
                    ends.append(self._other(item, self.left.type, position))
                except Mismatch as mismatch:
                    raise _told(mismatch, self.origin) from None
        if len(ends) < len(self.value):
            wrong.raise_or_skip()
        return ends

    def _against(self, symbol: str, other: Expr, position: int) -> Expr:
        try:
            return self.clock.compare(symbol, self.left, other)
        except Mismatch as mismatch:
            raise mismatch.at(position) from None

    def _refuse_reversed(self, low: Expr, high: Expr) -> None:
        if not (isinstance(low, Literal) and isinstance(high, Literal)):
            return
        if low.type.is_temporal:
            start, (last, end) = bounds(self.value[0], self.clock.zone)[0], bounds(self.value[1], self.clock.zone)
            is_reversed = start > last if last == end else start >= end
        else:
            is_reversed = low.value > high.value  # type: ignore[operator]
        if is_reversed:
            raise Mismatch(f"found [{self.value[0]}, {self.value[1]}], expected the lower end first", "reversed_range")

    def _members(self, type: Type) -> dict[Expr, object]:
        """The values of the list, each once, and what was written for it; every wrong one is told."""
        if not self.value:
            raise Mismatch("the list is empty, expected at least one value", "empty_list")
        members, wrong = dict[Expr, object](), Collector()
        for position, item in enumerate(self.value):
            try:
                members.setdefault(self._cased(self._member(item, type)), item)
            except Mismatch as mismatch:
                wrong.add(_told(mismatch, self.origin.at(position)))
        wrong.raise_any()
        return members

    def _member(self, item: object, type: Type) -> Literal:
        if item is None:
            message = "the list holds null, which nothing equals"
            raise Mismatch(message, "null_in_list", "use is_null, or include_null")
        value = self._written(item, type)
        if type.kind is Kind.DATE and value.type.kind is Kind.TIMESTAMP and self.left.type.kind is Kind.ARRAY:
            raise Mismatch(f"found {noun(item)}, expected a date such as 2024-01-31")
        return value

    def _in(self) -> Expr:
        members = self._members(self.left.type)
        if self.left.type.kind is Kind.TIMESTAMP:
            days = [item for member, item in members.items() if member.type.kind is Kind.DATE]
            instants = [member for member in members if member.type.kind is not Kind.DATE]
            tests: list[Expr] = [Logic("and", (self._from(a), self._until(b))) for a, b in map(self._day, days)]
            return any_of(tests + ([self.clock.one_of(self.left, instants)] if instants else []))
        return self.clock.one_of(self._cased(self.left), list(members))

    def _text(self, operator: str) -> Expr:
        other = self._other(self.value, TEXT)
        if other.type.kind is not Kind.TEXT:
            raise Mismatch(f"found {other.type}, expected text")
        if isinstance(other, Literal) and not other.value:
            raise Mismatch(f"found an empty text, which `{operator}` always finds", "empty_text")
        return call(operator, self._cased(self.left), self._cased(other), type=BOOLEAN)

    def _matches(self) -> Expr:
        other = typed_value(self.value, TEXT, self.clock.zone)
        pattern = portable_pattern(str(other.value))
        options = (Literal(pattern, TEXT), Literal(self.ignore_case, BOOLEAN))
        return call("matches", self.left, *options, type=BOOLEAN)

    def _within(self, operator: str) -> Expr:
        span: Span = self.value
        if operator == "within_last":
            return inside(self.left, Moment(self.left.type, -span.n, span.unit), Moment(self.left.type))
        return inside(self.left, Moment(self.left.type), Moment(self.left.type, span.n, span.unit))

    def _array(self, operator: str) -> Expr:
        element = self.left.type.element
        assert element is not None
        length = call("array_length", self.left, type=INTEGER)
        match operator:
            case "is_empty":
                return self.clock.compare("=", length, Literal(0, INTEGER))
            case "is_not_empty":
                return self.clock.compare(">", length, Literal(0, INTEGER))
            case "size":
                return condition(length, self.value, self.scope, self.origin)
        if operator == "contains_all":
            return conjunction(self._holding("array_contains_all", element)) or TRUE
        found = any_of(self._holding("array_contains_any", element))
        return Not(found) if operator == "contains_none" else found

    def _holding(self, function: str, element: Type) -> list[Expr]:
        """That the array holds any or all of the constants; of days, a moment on them."""
        members = self._members(element)
        is_day = {member: element.kind is Kind.TIMESTAMP and member.type.kind is Kind.DATE for member in members}
        tests: list[Expr] = []
        for item in (item for member, item in members.items() if is_day[member]):
            ends = (self.clock.in_clock(Literal(end, INSTANT), element) for end in bounds(item, self.clock.zone))
            tests.append(call("array_contains_between", self.left, *ends, type=BOOLEAN))
        if others := [member for member in members if not is_day[member]]:
            aligned = self.clock.one_of(Literal(None, element), others)
            assert isinstance(aligned, OneOf)
            tests.append(call(function, self.left, *aligned.options, type=BOOLEAN))
        return tests


def inside(value: Expr, start: Expr | None, end: Expr | None) -> Expr:
    """`start <= value < end`, on constants already in the value's clock."""
    tests: list[Expr] = []
    if start is not None:
        tests.append(call("ge", value, start, type=BOOLEAN))
    if end is not None:
        tests.append(call("lt", value, end, type=BOOLEAN))
    return tests[0] if len(tests) == 1 else Logic("and", tuple(tests))
