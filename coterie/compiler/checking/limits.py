"""Limits → the order of an audience's members, and the condition that only the first of them fulfil."""

from __future__ import annotations

from dataclasses import dataclass

from coterie.compiler.definitions import LimitDef
from coterie.compiler.ir.expr import Call, Case, Expr, Field, IsNull, Literal, Not, Order, Over, null
from coterie.compiler.ir.logic import conjunction, never_null
from coterie.compiler.resolving.scope import Scope
from coterie.errors import CompileError, Origin
from coterie.types import BOOLEAN, INTEGER, Kind

_UNORDERED = (Kind.BOOLEAN, Kind.ARRAY, Kind.JSON)


@dataclass(frozen=True, slots=True)
class TypedLimit:
    """How many members there are at most, and in which order they come; the key makes it total."""

    n: int
    by: Expr
    order: tuple[Order, ...]
    key: tuple[Field, ...]

    def first(self, member: Expr) -> Expr:
        """Is the row among the first `n` of those for which a condition holds? Rows without a whole key are not."""
        keyed, position = self._ordered(member)
        return conjunction([keyed, Call("le", (position, Literal(self.n, INTEGER)), BOOLEAN)]) or keyed

    def rank(self, member: Expr) -> Expr:
        """The row's place, from 1, among those for which a condition holds; NULL for all others."""
        return Case((self._ordered(member),), null(INTEGER), INTEGER)

    def _ordered(self, member: Expr) -> tuple[Expr, Expr]:
        """Is the row one of those that are ordered, and its place among them?"""
        known: list[Expr] = [Not(IsNull(field)) for field in self.key]
        keyed = conjunction([member, *known]) or member
        return keyed, Over("row_number", None, (keyed,), self.order, INTEGER)


def typed_limit(limit: LimitDef, scope: Scope, origin: Origin) -> TypedLimit:
    """NULL comes last in either direction, equals by key. Errors: `unknown_name`, `ambiguous_name`, `type_mismatch`."""
    place = origin.at("by")
    by = _value(limit.by, scope, place)
    if by.type.kind in _UNORDERED:
        message = f"`{limit.by}` is {by.type}, expected a number, text, date or timestamp"
        raise CompileError("type_mismatch", message, place)
    nulls_last = () if never_null(by) else (Order(IsNull(by)),)
    key = tuple(scope.definitions.column(scope.model, name, origin) for name in scope.model.primary_key)
    order = (*nulls_last, Order(by, limit.direction == "descending"), *(Order(field) for field in key))
    return TypedLimit(limit.n, by, order, key)


def _value(name: str, scope: Scope, origin: Origin) -> Expr:
    """A column or trait as expressions name it: `{slug}` is always a trait."""
    if name.startswith("{") and name.endswith("}"):
        return scope.trait(name[1:-1], origin)
    return scope.column(name, origin) if "." in name else scope.name(name, origin)
