"""What an explanation looks like on the screen: a tree per entity with ✓ and ✗, or a trait's value and its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.tree import Tree

from coterie.cli.drawing import open_console, value_table, value_text
from coterie.compiler.explaining.entity_keys import key_text
from coterie.compiler.ir.times import iso
from coterie.errors import printable
from coterie.runtime.explanation import Explanation, Making, Membership, Node, Value

_MARKS = {True: ("✓", "+", "green"), False: ("✗", "-", "red"), None: ("?", "?", "yellow")}
_LONGEST_TEXT, _MOST_ITEMS = 100, 10
_NARROWER: dict[str, Callable[[list[Any]], Any]] = {"from": max, "until": min}


def draw_explanation(explanation: Explanation) -> None:
    """Every entity, in the order of the keys."""
    console = open_console()
    made = f": {explanation.label}" if explanation.label else ""
    heading = _plain(f"{explanation.kind} {explanation.slug} of {explanation.model}{made}")
    console.print(f"[bold]{heading}[/bold]", soft_wrap=True)
    console.print(f"as of {iso(explanation.as_of)}", soft_wrap=True)
    for entity in explanation.entities:
        console.print()
        key = f"[bold]{_plain(key_text(entity.key))}[/bold]"
        match entity:
            case Membership(tree=Node() as tree):
                verb = "is in" if entity.member else "is not in"
                console.print(f"{key} {verb} {_plain(explanation.slug)}{_group(entity)}", soft_wrap=True)
                console.print(_tree(tree, plain_marks=console.options.ascii_only))
            case Making(exists=True):
                _draw_making(console, key, entity)
            case _:
                console.print(f"{key}: no such entity", soft_wrap=True)


def _group(entity: Membership) -> str:
    holdout = ", a holdout" if entity.holdout else ""
    return "" if entity.group is None else f", group {_plain(_short(entity.group))}{holdout}"


def _tree(node: Node, *, plain_marks: bool) -> Tree:
    fancy, plain, colour = _MARKS[node.holds]
    mark, dash = (plain, "--") if plain_marks else (fancy, "—")
    text, told = f"[{colour}]{mark}[/{colour}] {_plain(node.label)}", ", ".join(_told(node))
    tree = Tree(f"{text} [dim]{dash} {_plain(told)}[/dim]" if told else text, guide_style="dim")
    for child in node.children:
        tree.children.append(_tree(child, plain_marks=plain_marks))
    return tree


def _told(node: Node) -> Iterator[str]:
    """The values behind a node; constants stand in its label already."""
    if node.left is not None:
        begins = node.left.name and node.label.startswith(node.left.name)
        yield _short(node.left.value) if begins else _named(node.left)
    if bounds := [f"{name} {value_text(end)}" for name, end in _bounds(node.right).items()]:
        yield " ".join(bounds)
    for value in (*(value for value in node.right if value.name and value.name not in _NARROWER), *node.values):
        yield _named(value)


def _bounds(values: Iterable[Value]) -> dict[str, Any]:
    """The latest beginning and the earliest end; where one of several is NULL, no row counts."""
    found: dict[str, list[Any]] = {}
    for value in values:
        if value.name in _NARROWER:
            found.setdefault(value.name, []).append(value.value)
    return {name: None if None in ends else _NARROWER[name](ends) for name, ends in found.items()}


def _named(value: Value) -> str:
    if value.name.endswith("rows"):
        return f"{value.value:,} {value.name[:-1] if value.value == 1 else value.name}"
    return f"{value.name} = {_short(value.value)}"


def _draw_making(console: Console, key: str, making: Making) -> None:
    value, rows = f"{key}: {_plain(_short(making.value))}", making.rows
    if rows is None:
        console.print(value, soft_wrap=True)
        for mentioned in making.values:
            console.print(f"  {_plain(_named(mentioned))}", soft_wrap=True)
        return
    first = "" if len(rows.rows) == rows.total else f"the first {len(rows.rows):,} of "
    counted = f"{rows.total:,} row{'' if rows.total == 1 else 's'} of {_plain(rows.model)}"
    console.print(f"{value}, from {first}{counted}", soft_wrap=True)
    if rows.rows:
        shown = [tuple(printable(value_text(cell)) for cell in row) for row in rows.rows]
        table = value_table([printable(name) for name in rows.columns], shown)
        console.print(Padding(table, (0, 0, 0, 2), expand=False))


def _short(value: Any) -> str:
    """A value in words; of long ones the beginning."""
    match value:
        case str():
            cut = value if len(value) <= _LONGEST_TEXT else f"{value[:_LONGEST_TEXT]}…"
            return "'" + cut.replace("'", "''") + "'"
        case list() if len(value) > _MOST_ITEMS:
            first = ", ".join(_short(item) for item in value[:_MOST_ITEMS])
            return f"[{first}, … {len(value) - _MOST_ITEMS} more]"
        case list():
            return f"[{', '.join(_short(item) for item in value)}]"
        case Decimal():
            return f"{value:f}"
    return value_text(value)


def _plain(text: str) -> str:
    """A text of the user's as rich and terminals leave it alone."""
    return escape(printable(text).replace("\n", "\\n"))
