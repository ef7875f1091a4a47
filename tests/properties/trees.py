"""Expressions as small trees: printed for the compiler, evaluated directly by the reference interpreter.

A tree's `text` is what stands in a definition; its `value` is what that text means for one row. NULL is None, and
truth is three-valued inside an expression.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any, ClassVar, Protocol

from tests.properties import reference_values as v
from tests.properties.reference_json import read_moment
from tests.properties.tree_functions import ON_LOCAL_DATES, STRICT, WITH_NULLS

OR, AND, NOT, COMPARISON, SUM, PRODUCT, SIGN, ATOM = range(8)


class Env(Protocol):
    """The row that an expression speaks of."""

    @property
    def as_of(self) -> datetime: ...

    @property
    def zone(self) -> str: ...

    def column(self, path: tuple[str, ...], name: str) -> v.Value: ...

    def trait(self, slug: str) -> v.Value: ...

    def everyone(self) -> Iterable[Env]:
        """All rows that a percentile speaks of, this one among them."""


@dataclass(frozen=True)
class Tree:
    """An expression; `level` says how tightly its printed form holds together."""

    level: ClassVar[int] = ATOM
    is_constant: ClassVar[bool] = False

    @property
    def text(self) -> str:
        raise NotImplementedError

    def value(self, env: Env) -> Any:
        raise NotImplementedError


def inside(tree: Tree, level: int) -> str:
    return tree.text if tree.level >= level else f"({tree.text})"


RESERVED = frozenset(
    (
        *("and", "or", "not", "in", "between", "like", "is", "null", "true", "false", "case", "when", "then", "else"),
        *("end", "as_of", "select", "with", "over", "interval"),
    )
)


def quoted_name(name: str) -> str:
    """A column's name as expressions write it."""
    simple = name.isascii() and name.isidentifier() and name.lower() not in RESERVED
    return name if simple else '"' + name.replace('"', '""') + '"'


def quoted_text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


@dataclass(frozen=True)
class Literal(Tree):
    constant: bool | int | Decimal | str | date | None

    is_constant = True

    @property
    def level(self) -> int:  # type: ignore[override]
        negative = isinstance(self.constant, int | Decimal) and self.constant < 0
        return SIGN if negative else ATOM

    @property
    def text(self) -> str:
        match self.constant:
            case None | bool():
                return str(self.constant).upper() if self.constant is not None else "NULL"
            case int() | Decimal():
                return format(self.constant, "f") if isinstance(self.constant, Decimal) else str(self.constant)
            case str():
                return quoted_text(self.constant)
            case datetime():
                return f"TIMESTAMP '{self.constant.astimezone(UTC).isoformat().replace('+00:00', 'Z')}'"
            case _:
                return f"DATE '{self.constant.isoformat()}'"

    def value(self, env: Env) -> Any:
        return self.constant


@dataclass(frozen=True)
class AsOf(Tree):
    is_constant = True
    text = "as_of"

    def value(self, env: Env) -> Any:
        return env.as_of


@dataclass(frozen=True)
class Column(Tree):
    name: str
    path: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return ".".join(quoted_name(part) for part in (*self.path, self.name))

    def value(self, env: Env) -> Any:
        return env.column(self.path, self.name)


@dataclass(frozen=True)
class TraitRef(Tree):
    slug: str
    bare: bool = False

    @property
    def text(self) -> str:
        return self.slug if self.bare else f"{{{self.slug}}}"

    def value(self, env: Env) -> Any:
        return env.trait(self.slug)


@dataclass(frozen=True)
class Negative(Tree):
    operand: Tree
    level = SIGN

    @property
    def text(self) -> str:
        return f"-{inside(self.operand, ATOM)}"

    def value(self, env: Env) -> Any:
        operand = self.operand.value(env)
        return None if operand is None else v.negate(operand)


@dataclass(frozen=True)
class Arithmetic(Tree):
    """`+ - * / %`; `scale` is where an exact product is rounded, if it has to be."""

    operator: str
    left: Tree
    right: Tree
    scale: int | None = None

    @property
    def level(self) -> int:  # type: ignore[override]
        return SUM if self.operator in "+-" else PRODUCT

    @property
    def text(self) -> str:
        return f"{inside(self.left, self.level)} {self.operator} {inside(self.right, self.level + 1)}"

    def value(self, env: Env) -> Any:
        left, right = self.left.value(env), self.right.value(env)
        if left is None or right is None:
            return None
        rule = {"+": v.add, "-": v.subtract, "*": v.multiply, "/": v.divide, "%": v.remainder}[self.operator]
        result = rule(left, right)
        return v.round_half_away(result, self.scale) if self.scale is not None and result is not None else result


@dataclass(frozen=True)
class Joined(Tree):
    """`a || b`."""

    left: Tree
    right: Tree
    level = SUM

    @property
    def text(self) -> str:
        return f"{inside(self.left, ATOM)} || {inside(self.right, ATOM)}"

    def value(self, env: Env) -> Any:
        left, right = self.left.value(env), self.right.value(env)
        return None if left is None or right is None else left + right


@dataclass(frozen=True)
class Cast(Tree):
    operand: Tree
    type: str

    @property
    def text(self) -> str:
        return f"CAST({self.operand.text} AS {self.type})"

    def value(self, env: Env) -> Any:
        operand = self.operand.value(env)
        match operand, self.type:
            case None, _:
                return None
            case str(), "integer":
                return v.read_integer(operand)
            case str(), "number":
                return v.read_number(operand)
            case str(), "date":
                return v.read_date(operand)
            case str(), "timestamp":
                return read_moment(operand, env.zone)
            case bool(), "text":
                return "true" if operand else "false"
            case datetime() | v.Wall(), "date":
                return v.local_date(operand, env.zone)
            case date(), "text":
                return operand.isoformat()
            case int(), "text":
                return str(operand)
            case int() | Decimal() | float(), "number":
                return operand
        raise AssertionError(f"no cast of {operand!r} to {self.type}")


@dataclass(frozen=True)
class Call(Tree):
    name: str
    args: tuple[Tree, ...]

    @property
    def text(self) -> str:
        return f"{self.name}({', '.join(arg.text for arg in self.args)})"

    def value(self, env: Env) -> Any:
        values = [arg.value(env) for arg in self.args]
        if self.name in WITH_NULLS:
            return WITH_NULLS[self.name](*values)
        if any(value is None for value in values):
            return None
        if self.name == "date_add":
            return moved(values[0], values[1], values[2], env.zone)
        if self.name == "days_since":
            return (v.local_date(env.as_of, env.zone) - v.local_date(values[0], env.zone)).days
        if self.name in ON_LOCAL_DATES:
            values = [v.local_date(x, env.zone) if isinstance(x, v.Wall | date) else x for x in values]
            return ON_LOCAL_DATES[self.name](*values)
        if self.name in ("hour", "minute"):
            return getattr(v.local(values[0], env.zone), self.name)
        return STRICT[self.name](*values)


def moved(moment: Any, n: int, unit: str, zone: str) -> Any:
    """A date or timestamp, so many units of the calendar later."""
    is_date = not isinstance(moment, v.Wall | datetime)
    if not is_date and unit in v.LENGTHS:
        return v.instant_of(moment) + n * v.LENGTHS[unit]
    clock = v.midnight(moment) if is_date else v.local(moment, zone)  # which may show what never was
    if unit in v.DAYS:
        clock += timedelta(days=n * v.DAYS[unit])
    else:
        clock = v.add_months(clock, n * v.MONTHS[unit])
    return clock.date() if is_date else v.to_instant(clock, zone)
