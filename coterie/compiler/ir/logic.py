"""Conditions put together, and what is known of NULL: `conjunction`, `any_of`, `truth`, `as_filter`, `never_null`,
`is_null_literal`.
"""

from __future__ import annotations

from coterie.compiler.ir.expr import (
    Call,
    Case,
    Cast,
    Expr,
    IsNull,
    IsTrue,
    Literal,
    Logic,
    Member,
    Moment,
    Not,
    OneOf,
    Stored,
    TraitOf,
)


def conjunction(parts: list[Expr]) -> Expr | None:
    """All of them, flat; None for none."""
    flat: list[Expr] = []
    for part in parts:
        flat.extend(part.args if isinstance(part, Logic) and part.operator == "and" else (part,))
    unique = list(dict.fromkeys(flat))
    return None if not unique else unique[0] if len(unique) == 1 else Logic("and", tuple(unique))


def conjuncts(expr: Expr | None) -> tuple[Expr, ...]:
    """What must all be true for a condition to be; nothing for None."""
    if expr is None:
        return ()
    return expr.args if isinstance(expr, Logic) and expr.operator == "and" else (expr,)


def any_of(parts: list[Expr]) -> Expr:
    """At least one of one or more."""
    return parts[0] if len(parts) == 1 else Logic("or", tuple(parts))


def as_filter(expr: Expr) -> Expr:
    """The same rows pass when NULL counts as false anyway: `IsTrue` is dropped where only truth is asked for."""
    match expr:
        case IsTrue():
            return as_filter(expr.value)
        case Logic():
            return Logic(expr.operator, tuple(as_filter(arg) for arg in expr.args))
        case _:
            return expr


_NULL_IN_NULL_OUT = frozenset({"eq", "ne", "lt", "le", "gt", "ge", "add", "sub", "mul"})


def never_null(expr: Expr) -> bool:
    """Is the value known never to be NULL?"""
    match expr:
        case Literal():
            return expr.value is not None
        case IsTrue() | IsNull() | Member() | Moment() | Stored(item=Member()):
            return True
        case TraitOf():
            return expr.filled
        case Not() | Cast() | OneOf():
            return never_null(expr.value)
        case Logic():
            return all(never_null(arg) for arg in expr.args)
        case Call(function="coalesce"):
            return any(never_null(arg) for arg in expr.args)
        case Call(function="clean_array" | "clean_double_array" | "array_length" | "json_array"):
            return True
        case Call():
            return expr.function in _NULL_IN_NULL_OUT and all(never_null(arg) for arg in expr.args)
        case Case():
            return all(never_null(value) for _, value in expr.branches) and never_null(expr.otherwise)
        case _:
            return False


def truth(expr: Expr) -> Expr:
    """The boolean with NULL as false."""
    return expr if never_null(expr) else IsTrue(expr)


def is_null_literal(expr: Expr) -> bool:
    return isinstance(expr, Literal) and expr.value is None
