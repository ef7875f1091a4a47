"""What a SELECT of the compiler's own reads, for engines that need another SELECT below it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlglot import exp

from coterie.dialects.base import Node

Kinds = Collection[type[Node]]

_PLAIN = {exp.Column, exp.Literal}
"""Nodes with nothing inside but their names."""


def found_in(kinds: Kinds, *nodes: Node) -> list[Node]:
    """Those of some kinds among all nodes of some expressions, from left to right, but for the names of columns.

    In a fraction of the time that sqlglot's `find_all` takes, and every SELECT is looked through.
    """
    found, waiting = list[Node](), [*reversed(nodes)]
    while waiting:
        node = waiting.pop()
        kind = type(node)
        if kind in kinds:
            found.append(node)
        if kind in _PLAIN:
            continue
        for part in reversed(node.args.values()):
            if isinstance(part, exp.Expr):
                waiting.append(part)
            elif isinstance(part, list):
                waiting += [one for one in reversed(part) if isinstance(one, exp.Expr)]
    return found


def read_by(select: exp.Select, kinds: Kinds) -> list[Node]:
    """Those of some kinds in a SELECT's own expressions, which are not those of the SELECTs that it reads."""
    parts = (part for name, part in select.args.items() if name not in ("from_", "with_", "joins"))
    nodes = [node for part in parts for node in (part if isinstance(part, list) else [part])]
    nodes += [join for join in select.args.get("joins") or () if not isinstance(join.this, exp.Subquery)]
    return found_in(kinds, *(node for node in nodes if isinstance(node, exp.Expr)))


def columns_among(nodes: Iterable[Node]) -> dict[str, exp.Column]:
    """By name, the columns of the rows that a SELECT reads; joined ones say whose they are."""
    return {node.name: node for node in nodes if type(node) is exp.Column and not node.table and node.this.quoted}


def names_in(*nodes: Node) -> set[str]:
    """The names of columns and their tables, and those that are given, in some expressions, in lower case."""
    found = set[str]()
    for node in found_in({exp.Column, exp.Identifier}, *nodes):
        found |= {node.name.lower(), node.table.lower()} if isinstance(node, exp.Column) else {node.name.lower()}
    return found


def unused(name: str, used: set[str]) -> str:
    """A name, in lower case, that is none of these; from now on it is one."""
    found, count = name, 1
    while found in used:
        count += 1
        found = f"{name}_{count}"
    used.add(found)
    return found
