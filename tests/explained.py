"""What has to be true of every explained tree, whatever it explains."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from coterie.compiler.explaining.labels import value_label
from coterie.runtime.explanation import Node

_COMPARED: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_NUMERIC = re.compile(r"(?:\w+|count|\w+\(\w+\)) (=|!=|<|<=|>|>=) (-?\d+(?:\.\d+)?)")


def nodes(node: Node) -> Iterator[Node]:
    """The node and all below it."""
    yield node
    for child in node.children:
        yield from nodes(child)


def contradictions(tree: Node, *, member: bool | None) -> list[str]:
    """Where a tree does not fit the membership, or a node what is below it or behind it."""
    found = [] if tree.holds is member else [f"the tree says {tree.holds}, the membership {member}"]
    return found + [f"{node.path}: {problem}" for node in nodes(tree) if (problem := _contradiction(node))]


def _contradiction(node: Node) -> str | None:
    below = [child.holds for child in node.children]
    if node.type == "sequence":  # there may be rows for each step, and not in order
        happened = node.holds is not node.label.startswith("not (")
        return "it happened without some of its steps" if happened and not all(below) else None
    if node.type in ("limit", "priority_list"):
        assert node.left is not None
        found, given = node.left.value, node.right[0].value
        expected = bool(below[0]) and found is not None and (found <= given if node.type == "limit" else found == given)
        return None if node.holds is expected else f"`{node.label}` is {node.holds} with {found}"
    if below and node.holds is not (expected := _combined(node, below)) and not (node.holds is False and not expected):
        return f"`{node.label}` is {node.holds}, its parts are {below}"
    if node.type in ("property", "trait", "event", "relationship") and (found := _NUMERIC.fullmatch(node.label)):
        assert node.left is not None
        left = node.left.value
        expected = left is not None and _COMPARED[found[1]](Decimal(str(left)), Decimal(found[2]))
        if node.holds is not expected:
            return f"`{node.label}` is {node.holds} with {left}"
    return None


def _combined(node: Node, below: list[bool | None]) -> bool | None:
    """What the children make of the node, three-valued inside of text expressions."""
    match node.type:
        case "and":
            return False if False in below else None if None in below else True
        case "or":
            return True if True in below else None if None in below else False
        case "not":
            return None if below[0] is None else not below[0]
        case "audience":
            is_in = below[0]
            if node.left is not None:  # one of its groups is meant
                is_in = bool(is_in) and f", group {value_label(node.left.value)}" in node.label
            return is_in if node.label.startswith("member of ") else not is_in
    raise AssertionError(f"a node of type {node.type} has parts")
