"""Operators and functions on typed expressions: what fits what, and what type comes out.

Every builder takes typed expressions and returns one, or raises `Mismatch`, which the caller turns into an error with
a place. Exact arithmetic stays exact: where a result needs more digits than the operands' own types would give it,
an operand is widened here, so that no warehouse overflows earlier than another.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from coterie.compiler.ir import times
from coterie.compiler.ir.expr import Call, Case, Cast, Column, Expr, Literal, Moment, OneOf, null
from coterie.compiler.ir.traverse import children
from coterie.compiler.ir.values import Mismatch, literal, moment_from
from coterie.types import (
    BIGINT_DIGITS,
    BOOLEAN,
    DATE,
    DOUBLE,
    INSTANT,
    INT_DIGITS,
    INTEGER,
    MAX_PRECISION,
    MAX_SCALE,
    TEXT,
    Kind,
    Type,
    common,
    comparable,
    decimal,
    exact_result,
    wall_clock,
)

COMPARISONS = {"=": "eq", "!=": "ne", "<": "lt", "<=": "le", ">": "gt", ">=": "ge"}
MAX_CONVERSIONS = 3
ARITHMETIC = {"+": "add", "-": "sub", "*": "mul", "/": "div", "%": "mod"}


def call(function: str, *args: Expr, type: Type) -> Call:
    return Call(function, args, type)


def as_held(name: str, type: Type, *, is_coerced: bool, may_hold_nan: bool) -> Expr:
    """A column as the warehouse holds it, in its type, with NaN and broken JSON as NULL, and arrays clean."""
    expr: Expr = Column(name, type)
    if is_coerced:
        expr = Cast(expr, type)
    if type.kind is Kind.DOUBLE and may_hold_nan:
        return call("clean_double", expr, type=type)
    if type.kind is Kind.JSON:
        return call("clean_json", expr, type=type)
    if type.element is not None:
        has_nan = type.element.kind is Kind.DOUBLE and may_hold_nan
        return call("clean_double_array" if has_nan else "clean_array", expr, type=type)
    return expr


def arithmetic(operator: str, left: Expr, right: Expr) -> Expr:
    """`+ - *` of exact numbers are exact; `/` is a double and NULL for a zero divisor; `%` has the dividend's sign."""
    for side in (left, right):
        if not (side.type.is_number or side.type.kind is Kind.NULL):
            raise Mismatch(f"`{operator}` needs numbers, found {side.type}", hint=_arithmetic_hint(operator, left))
    function = ARITHMETIC[operator]
    if function == "div":
        return call("div", left, right, type=DOUBLE)
    if not (left.type.is_exact and right.type.is_exact):
        if Kind.NULL in (left.type.kind, right.type.kind):
            return null(common(left.type, right.type) or DOUBLE)
        return _remainder(left, right) if function == "mod" else call(function, left, right, type=DOUBLE)
    return _exact(function, left, right)


def _arithmetic_hint(operator: str, left: Expr) -> str:
    if operator == "-" and left.type.is_temporal:
        return "use days_between(start, end) or elapsed(start, end, 'hour')"
    if operator == "+" and left.type.kind is Kind.TEXT:
        return "use || to join texts"
    return ""


def _remainder(left: Expr, right: Expr) -> Expr:
    """Of doubles: what is left of the dividend after whole divisors, as far as the quotient can tell."""
    whole = call("trunc", call("div", left, right, type=DOUBLE), type=DOUBLE)
    return call("sub", Cast(left, DOUBLE), call("mul", Cast(right, DOUBLE), whole, type=DOUBLE), type=DOUBLE)


def _exact(function: str, left: Expr, right: Expr) -> Expr:
    one, other = left.type, right.type
    whole = one.kind is Kind.INTEGER and other.kind is Kind.INTEGER
    scale = max(one.scale, other.scale)
    if function == "mul":
        precision, scale = one.precision + other.precision, one.scale + other.scale
        if scale > MAX_PRECISION:
            message = f"the product has {scale} decimal places, expected at most {MAX_PRECISION}"
            raise Mismatch(message, hint=f"round a factor first: round(x, {MAX_SCALE})")
    elif function == "mod" and not whole:
        both = decimal(MAX_PRECISION, scale)  # engines leave exact arithmetic where the two differ
        return call("mod", Cast(left, both), Cast(right, both), type=both)
    elif function == "mod":
        precision = max(one.precision, other.precision)
    else:
        precision = max(one.precision - one.scale, other.precision - other.scale) + scale + 1
    result = exact_result(precision, scale, whole=whole)
    node = call(function, _room_for(left, precision, whole=whole), right, type=result)
    cap = max(MAX_SCALE, one.scale, other.scale)
    return Cast(node, decimal(MAX_PRECISION, cap)) if scale > cap else node


def _room_for(operand: Expr, digits: int, *, whole: bool) -> Expr:
    """The operand in a type with room for a result of that many digits."""
    own = operand.type
    if digits > BIGINT_DIGITS:
        if own.kind is Kind.DECIMAL and own.precision == MAX_PRECISION:
            return operand
        return Cast(operand, decimal(MAX_PRECISION, own.scale))
    return Cast(operand, INTEGER) if whole and own.precision <= INT_DIGITS else operand


def negate(value: Expr) -> Expr:
    if not value.type.is_number:
        raise Mismatch(f"`-` needs a number, found {value.type}")
    return arithmetic("-", literal(0), value) if value.type.is_exact else call("neg", value, type=DOUBLE)


def _conversions(value: Expr) -> int:
    """How many conversions to instants lie inside each other; engines write their argument several times."""
    most, waiting = 0, [(value, 0)]
    while waiting:
        node, outer = waiting.pop()
        count = outer + (isinstance(node, Call) and node.function == "to_instant")
        most = max(most, count)
        waiting += ((child, count) for child in children(node))
    return most


class Clock:
    """The project's time zone, and the conversions that depend on it."""

    def __init__(self, zone: str) -> None:
        self.zone = zone

    def instant(self, value: Expr) -> Expr:
        """The value as an instant; a date is its local midnight."""
        if value.type == INSTANT:
            return value
        if isinstance(value, Moment):
            return replace(value, type=INSTANT)
        if value.type.kind is Kind.DATE:
            zone = value.type.zone or self.zone
            if isinstance(value, Literal) and isinstance(value.value, date):
                return Literal(times.midnight(value.value, zone), INSTANT)
            return self.instant(call("midnight", value, type=wall_clock(zone)))
        zone = value.type.zone or self.zone
        if isinstance(value, Literal) and isinstance(value.value, datetime):
            return Literal(times.to_instant(value.value, zone), INSTANT)
        if _conversions(value) >= MAX_CONVERSIONS:
            hint = "give a part of it a name: as a computed column, or a trait"
            message = f"clock times are converted more than {MAX_CONVERSIONS} times inside each other"
            raise Mismatch(message, "too_deep", hint)
        return call("to_instant", value, Literal(zone, TEXT), type=INSTANT)

    def in_clock(self, value: Expr, type: Type) -> Expr:
        """The value as a timestamp of `type`, an instant or the wall clock of some zone."""
        if value.type == type:
            return value
        if isinstance(value, Moment):
            return replace(value, type=type)
        if value.type.kind is Kind.DATE and type.zone == (value.type.zone or self.zone) and not _is_constant(value):
            return call("midnight", value, type=type)
        instant = self.instant(value)
        if type.zone is None:
            return instant
        if isinstance(instant, Literal) and isinstance(instant.value, datetime):
            return Literal(times.to_wall(instant.value, type.zone), type)
        return call("to_wall", instant, Literal(type.zone, TEXT), type=type)

    def shifted(self, value: Expr, n: int, unit: str, type: Type) -> Expr:
        """A date or timestamp moved by `n` units (negative: back) on the project's calendar, as one of `type`.

        Minutes and hours are elapsed time; longer units keep the local time of day, on a day that the month has.
        """
        clock = wall_clock("UTC" if unit in times.ELAPSED else self.zone)
        moves = Literal(times.farthest(n, unit), INTEGER), Literal(unit, TEXT)
        moved = call("shift", self.in_clock(value, clock), *moves, type=clock)
        is_exact = clock == type and clock.zone == "UTC"  # elsewhere, the time it shows may not exist
        return moved if is_exact else self.in_clock(self.instant(moved), type)

    def local(self, value: Expr) -> Expr:
        """A timestamp on the project's clock."""
        return self.in_clock(value, wall_clock(self.zone))

    def local_date(self, value: Expr) -> Expr:
        """The project's date of a date or timestamp."""
        if value.type.kind is Kind.DATE:
            return value
        if value.type.kind is Kind.TIMESTAMP:
            return call("date_of", self.local(value), type=DATE)
        raise Mismatch(f"expected a date or timestamp, found {value.type}")

    def align(self, left: Expr, right: Expr) -> tuple[Expr, Expr]:
        """Both sides in one clock, moving constants rather than columns."""
        left, right = self._read_as(left, right.type), self._read_as(right, left.type)
        if not (left.type.is_temporal and right.type.is_temporal) or left.type.kind is right.type.kind is Kind.DATE:
            return left, right
        if left.type.kind is Kind.TIMESTAMP and _is_constant(right):
            return left, self.in_clock(right, left.type)
        if right.type.kind is Kind.TIMESTAMP and _is_constant(left):
            return self.in_clock(left, right.type), right
        if left.type.kind is Kind.TIMESTAMP and left.type.zone == _clock_of(right, self.zone):
            return left, self.in_clock(right, left.type)
        if right.type.kind is Kind.TIMESTAMP and right.type.zone == _clock_of(left, self.zone):
            return self.in_clock(left, right.type), right
        return self.instant(left), self.instant(right)

    def _read_as(self, value: Expr, type: Type) -> Expr:
        """A text constant beside a date or timestamp is read as one."""
        if not (type.is_temporal and isinstance(value, Literal) and isinstance(value.value, str)):
            return value
        return moment_from(value.value, self.zone)

    def compare(self, operator: str, left: Expr, right: Expr) -> Expr:
        """`= != < <= > >=`, NULL where a side is NULL."""
        left, right = self.align(left, right)
        if not comparable(left.type, right.type):
            raise Mismatch(f"cannot compare {left.type} with {right.type}", hint=quotes_hint(left, right))
        if operator not in ("=", "!=") and Kind.BOOLEAN in (left.type.kind, right.type.kind):
            raise Mismatch(f"`{operator}` does not fit boolean")
        return call(COMPARISONS[operator], left, right, type=BOOLEAN)

    def unify(self, values: list[Expr]) -> tuple[list[Expr], Type]:
        """The values in their common type."""
        types = {value.type for value in values if value.type.kind is not Kind.NULL}
        if any(type.is_temporal for type in types):
            values = [self._read_as(value, DATE) for value in values]
            types = {value.type for value in values if value.type.kind is not Kind.NULL}
            if len(types) > 1 and not all(type.kind is Kind.DATE for type in types):
                if not all(type.is_temporal for type in types):
                    raise Mismatch(f"the values are of different types: {_listed(types)}")
                return [value if value.type.kind is Kind.NULL else self.instant(value) for value in values], INSTANT
        result = Type(Kind.NULL)
        for value in values:
            joint = common(result, value.type)
            if joint is None:
                raise Mismatch(f"the values are of different types: {_listed(types)}")
            result = joint
        return [in_scale(value, result) for value in values], result

    def one_of(self, value: Expr, options: list[Expr]) -> Expr:
        """`value IN (options)`."""
        pairs = [self.align(value, option) for option in options]
        for left, right in pairs:
            if not comparable(left.type, right.type):
                raise Mismatch(f"cannot compare {left.type} with {right.type}", hint=quotes_hint(left, right))
        if all(left == value for left, _ in pairs):
            return OneOf(value, tuple(right for _, right in pairs))
        _, joint = self.unify([value, *options])
        return OneOf(self.in_clock(value, joint), tuple(self.in_clock(option, joint) for option in options))


def in_scale(value: Expr, type: Type) -> Expr:
    """An exact value beside others of another type: where digits run short, engines would drop places.

    What is computed with more digits than a 64-bit integer has is held in as many digits as there are. Beside doubles
    it is a double; a 64-bit integer beside larger ones, which some engines keep without a sign, is one of them. Arrays
    have elements of one type.
    """
    if type.kind is Kind.DOUBLE and value.type.is_exact:
        return Cast(value, type)
    if type.element is not None and value.type.element not in (None, type.element):
        return Cast(value, type)
    if type.kind is Kind.INTEGER and value.type.precision <= INTEGER.precision < type.precision:
        is_plain = isinstance(value, Literal) and isinstance(value.value, int) and value.value >= 0
        return value if is_plain else Cast(value, type)
    may_run_short = type.kind is Kind.DECIMAL and type.precision > BIGINT_DIGITS
    if may_run_short and value.type.is_exact and value.type.scale != type.scale:
        return Cast(value, type)
    return value


def _listed(types: set[Type]) -> str:
    return ", ".join(sorted({str(type) for type in types}))


def _is_constant(value: Expr) -> bool:
    return isinstance(value, Literal | Moment)


def _clock_of(value: Expr, project_zone: str) -> str | None:
    return (value.type.zone or project_zone) if value.type.kind is Kind.DATE else value.type.zone


def quotes_hint(left: Expr, right: Expr) -> str:
    """A number where text is due, or the other way round."""
    for one, other in ((left, right), (right, left)):
        if isinstance(other, Literal):
            if one.type.kind is Kind.TEXT and other.type.is_number:
                return f"add quotes: '{other.value}'"
            if one.type.is_number and other.type.kind is Kind.TEXT:
                return "remove the quotes"
    return ""


def case(clock: Clock, branches: list[tuple[Expr, Expr]], otherwise: Expr | None) -> Expr:
    """CASE: conditions are booleans, values share a type."""
    values, type = clock.unify([value for _, value in branches] + [otherwise or Literal(None, Type(Kind.NULL))])
    if type.kind is Kind.NULL:
        raise Mismatch("every value of the CASE is NULL")
    pairs = tuple((condition, value) for (condition, _), value in zip(branches, values, strict=False))
    last = values[-1]
    return Case(pairs, null(type) if last.type.kind is Kind.NULL else last, type)
