"""What `explain` tells: per key a tree with truth and values, or a trait's value and the rows behind it.

Frozen values; `as_dict` gives what JSON knows: instants in ISO 8601, exact numbers and other odd values as text.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """A value and what it is called; bounds of time are `from` and `until`, constants have no name."""

    name: str
    value: Any

    def as_dict(self) -> dict[str, object]:
        """Plain values for JSON."""
        return {"name": self.name, "value": plain(self.value)}


@dataclass(frozen=True, slots=True)
class Node:
    """A node of a filter tree for one entity.

    `type` is and, or, not, everyone, text, step (of a sequence), limit, priority_list, or the condition's type. `path`
    is where the node is written in audience `definition`, a part of a text expression by its place in the text;
    `label` is what it says.
    `holds` is None for a part of a text expression that is NULL. `left` is what is compared, `right` what with,
    `values` what the node mentions beside.
    """

    type: str
    definition: str
    path: str
    label: str
    holds: bool | None
    left: Value | None
    right: tuple[Value, ...]
    values: tuple[Value, ...]
    children: tuple[Node, ...]

    def as_dict(self) -> dict[str, object]:
        """Plain values for JSON."""
        return {
            "type": self.type,
            "definition": self.definition,
            "path": self.path,
            "label": self.label,
            "holds": self.holds,
            "left": self.left.as_dict() if self.left else None,
            "right": [value.as_dict() for value in self.right],
            "values": [value.as_dict() for value in self.values],
            "children": [child.as_dict() for child in self.children],
        }


@dataclass(frozen=True, slots=True)
class SourceRows:
    """The first rows that a trait is made of, in the order that matters to it, and how many there are in all."""

    model: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    total: int

    def as_dict(self) -> dict[str, object]:
        """Plain values for JSON."""
        return {
            "model": self.model,
            "columns": list(self.columns),
            "rows": [[plain(value) for value in row] for row in self.rows],
            "total": self.total,
        }


@dataclass(frozen=True, slots=True)
class Membership:
    """Whether an entity is in an audience, and why; `member` and `tree` are None where there is no such entity.

    `group` is the split group of a member, of audiences that have such; a holdout is a group that nobody contacts.
    """

    key: Key
    member: bool | None
    tree: Node | None
    group: str | None = None
    holdout: bool = False

    @property
    def exists(self) -> bool:
        """Is there such an entity?"""
        return self.member is not None

    def as_dict(self) -> dict[str, object]:
        """Plain values for JSON."""
        return {
            "key": [plain(part) for part in self.key],
            "exists": self.exists,
            "member": self.member,
            "group": self.group,
            "holdout": self.holdout,
            "tree": self.tree.as_dict() if self.tree else None,
        }


@dataclass(frozen=True, slots=True)
class Making:
    """An entity's value of a trait, the values its expression mentions, and the rows it is made of.

    `rows` is None for traits without rows of their own; `exists` says whether there is such an entity.
    """

    key: Key
    exists: bool
    value: Any = None
    values: tuple[Value, ...] = ()
    rows: SourceRows | None = None

    def as_dict(self) -> dict[str, object]:
        """Plain values for JSON."""
        return {
            "key": [plain(part) for part in self.key],
            "exists": self.exists,
            "value": plain(self.value),
            "values": [value.as_dict() for value in self.values],
            "rows": self.rows.as_dict() if self.rows else None,
        }


@dataclass(frozen=True, slots=True)
class Explanation:
    """An audience or trait (`kind`) of a model explained for some keys, in the order they were given.

    `label` says how a trait is made, `key_columns` are the names of the key's parts.
    """

    kind: str
    model: str
    slug: str
    label: str
    as_of: datetime
    key_columns: tuple[str, ...]
    entities: tuple[Membership | Making, ...]

    def as_dict(self) -> dict[str, object]:
        """Plain values for JSON."""
        return {
            "kind": self.kind,
            "model": self.model,
            "slug": self.slug,
            "label": self.label,
            "as_of": self.as_of.isoformat(),
            "key_columns": list(self.key_columns),
            "entities": [entity.as_dict() for entity in self.entities],
        }


def plain(value: Any) -> Any:
    """A value as JSON writes it."""
    match value:
        case None | bool() | int() | str():
            return value
        case float() if value == value and abs(value) != float("inf"):
            return value
        case date():
            return value.isoformat()
        case list() | tuple():
            return [plain(item) for item in value]
        case dict():
            return {str(name): plain(item) for name, item in value.items()}
    return str(value)
