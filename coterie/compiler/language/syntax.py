"""The raw tree of an expression: nodes with their places in the text, names not yet resolved."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from coterie.compiler.language.tokens import Span


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


def inside(node: Raw) -> tuple[Raw, ...]:
    """The parts that a node is made of."""
    match node:
        case Operation() | FunctionCall():
            return node.args
        case CastTo():
            return (node.value,)
        case CaseWhen():
            otherwise = () if node.otherwise is None else (node.otherwise,)
            return (*(part for branch in node.branches for part in branch), *otherwise)
    return ()
