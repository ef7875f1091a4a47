"""The nodes of an explanation, and what a condition compares with what.

In: typed conditions. Out: `Part`s and `Asked` values, whose expressions are still to be computed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coterie.compiler.ir.expr import Call, Expr, Item, Literal, Measure, Member, Moment, Outer, Population, Reach
from coterie.compiler.ir.item_names import name_of
from coterie.compiler.ir.traverse import children, leaves


@dataclass(frozen=True, slots=True)
class Asked:
    """A value of the entity, and what it is called; bounds of time are `from` and `until`, constants have no name."""

    name: str
    expr: Expr


@dataclass(frozen=True, slots=True)
class Part:
    """A node of a tree: where it is written, what it says, and the expressions behind it.

    `holds` is None for and, or and not, which follow from their children. Inside a text expression (`is_inside_text`) a
    part may be NULL, and nowhere else. `left` is what is compared, `right` what with, `values` is what else the node
    mentions. `definition` names the audience whose path `path` is.
    """

    type: str
    definition: str
    path: str
    label: str
    holds: Expr | None
    left: Asked | None = None
    right: tuple[Asked, ...] = ()
    values: tuple[Asked, ...] = ()
    children: tuple[Part, ...] = ()
    is_inside_text: bool = False


def expressions(part: Part) -> Iterator[Expr]:
    """Everything that has to be computed for a tree."""
    if part.holds is not None:
        yield part.holds
    for asked in (*([part.left] if part.left else []), *part.right, *part.values):
        yield asked.expr
    for child in part.children:
        yield from expressions(child)


def right_sides(test: Expr, *left: Expr) -> tuple[Asked, ...]:
    """What a condition compares `left` with: constants, and other values of the row."""
    found: dict[Asked, None] = {}

    def walk(node: Expr, bound: str = "") -> None:
        if node in left:
            return
        match node:
            case Literal(value=None):
                return
            case Literal() | Moment():
                found[Asked(bound if node.type.is_temporal else "", node)] = None
            case Call(function="to_instant" | "to_wall", args=(value, *_)):  # and the zone
                walk(value, bound)
            case Call(function="matches", args=(value, pattern, *_)):  # and whether case matters
                walk(value)
                walk(pattern)
            case Call(function="lt" | "le" | "ge" | "gt" as function, args=args):
                for arg in args:
                    walk(arg, "until" if function in ("lt", "le") else "from")
            case _ if isinstance(node, Item):
                found[Asked(item_label(node), node)] = None
            case _:
                for child in children(node):
                    walk(child, bound)

    walk(test)
    return tuple(found)


def items(expr: Expr) -> Iterator[Item]:
    """The leaves that need the row, from left to right; an `Outer` needs another."""
    for leaf in leaves(expr):
        if isinstance(leaf, Item) and not isinstance(leaf, Outer):
            yield leaf


def item_label(item: Item) -> str:
    """What a value of the row is called."""
    match item:
        case Member():
            return f"member of {item.slug}"
        case Reach():
            inner = next(items(item.value), None)
            return f"{item.hop.relationship}.{'value' if inner is None else item_label(inner)}"
        case Measure():
            inner = None if item.value is None else next(items(item.value), None)
            value = item.source if inner is None else f"{item.source}.{item_label(inner)}"
            return f"{item.reduction.function}({value})"
        case Population(reduction=reduction):
            function = reduction.function if reduction.p is None else f"{reduction.function} {reduction.p}"
            return f"{function} of {item.model}"
        case _:
            return name_of(item)
