"""What a SELECT of the compiler's own reads, for engines that need another SELECT below it."""

from __future__ import annotations

from sqlglot import exp

from coterie.dialects.base import Node


def unused(name: str, *nodes: Node) -> str:
    """A name that no column in some expressions has, whatever its case."""
    used = {identifier.name.lower() for node in nodes for identifier in node.find_all(exp.Identifier)}
    found, count = name, 1
    while found in used:
        count += 1
        found = f"{name}_{count}"
    return found


def columns_of(select: exp.Select) -> list[exp.Column]:
    """The columns of the rows that a SELECT reads, as its own expressions name them; joined ones say whose they are."""
    parts = (part for name, part in select.args.items() if name not in ("from_", "with_"))
    nodes = (node for part in parts for node in (part if isinstance(part, list) else [part]))
    found = (column for node in nodes if isinstance(node, exp.Expr) for column in node.find_all(exp.Column))
    return [column for column in found if not column.table and column.this.quoted]
