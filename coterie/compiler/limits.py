"""Limits → the order of an audience's members, and the condition that only the first of them fulfil."""

from __future__ import annotations

from dataclasses import dataclass

from coterie.compiler.definitions import LimitDef
from coterie.compiler.expr import Call, Expr, Field, IsNull, Literal, Not, Order, Over
from coterie.compiler.logic import conjunction, never_null
from coterie.compiler.scope import Scope
from coterie.errors import CompileError, Origin
from coterie.types import BOOLEAN, INTEGER, Kind

_UNORDERED = (Kind.BOOLEAN, Kind.ARRAY, Kind.JSON)


@dataclass(frozen=True, slots=True)
class TypedLimit:
    """How many members there are at most, and in which order they come; the key makes it total."""

    n: int
    order: tuple[Order, ...]
    key: tuple[Field, ...]

    def first(self, member: Expr) -> Expr:
        """Is the row among the first `n` of those for which a condition holds? Rows without a whole key are not."""
        known: list[Expr] = [Not(IsNull(field)) for field in self.key]
        keyed = conjunction([member, *known]) or member
        position = Over("row_number", None, (keyed,), self.order, INTEGER)
        return conjunction([keyed, Call("le", (position, Literal(self.n, INTEGER)), BOOLEAN)]) or keyed


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
    return TypedLimit(limit.n, order, key)


def _value(name: str, scope: Scope, origin: Origin) -> Expr:
    """A column or trait as expressions name it: `{slug}` is always a trait."""
    if name.startswith("{") and name.endswith("}"):
        return scope.trait(name[1:-1], origin)
    return scope.column(name, origin) if "." in name else scope.name(name, origin)
