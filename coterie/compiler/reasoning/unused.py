"""What nobody uses: models, relationships, computed columns, and traits that are drafts.

What is published is used by being published. A name counts as used where all of its words stand in any field of another
definition, so that what is noted here is not used for certain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from pydantic import BaseModel

from coterie.compiler.checking.typed import Typed
from coterie.compiler.definitions import NamedDef, RelationshipDef
from coterie.compiler.ir.expr import Expr, Hop
from coterie.compiler.ir.names import slug_of
from coterie.compiler.ir.traverse import leaves
from coterie.errors import CompileWarning

_WORDS = re.compile(r"\w+")
_OF_ITSELF = frozenset({"id", "name", "slug", "description", "inverse_name"})
_ENDS = frozenset({"from_model", "to_model", "through_model"})
_NAMES: dict[type[Any], tuple[str, ...]] = {}
"""The names of the fields of a dataclass, which take time to list."""


def unused(typed: Typed) -> Iterator[CompileWarning]:
    """A note for each definition that nobody uses."""
    project, words, hops = typed.world.project, _words(typed), _hops(typed)
    walked = {name for hop in hops for name in (hop.source, hop.target)}
    for model in typed.world.models.values():
        definition = model.definition
        is_used = model.traits or model.audiences or model.name in walked or _stands_in(words, definition)
        if not is_used:
            yield _note("unused_model", "nobody uses the model", definition)
            continue
        for position, column in enumerate(definition.columns):
            if column.expression is not None and not _is_named(words, column.name):
                origin = definition.origin.at("columns", position)
                message = f"nobody uses the computed column `{column.name}`"
                yield CompileWarning("unused_column", message, origin, definition.subject, level="note")
    relationships = {hop.relationship for hop in hops}
    for relationship in project.relationships:
        if relationship.name not in relationships and not _stands_in(words, relationship):
            yield _note("unused_relationship", "nobody uses the relationship", relationship)
    for trait in project.traits:
        slug = trait.slug or slug_of(trait.name)
        if trait.status == "draft" and not _stands_in(words, trait) and not _is_named(words, slug):
            yield _note("unused_trait", "it is a draft, and nobody refers to it", trait)


def _note(kind: str, message: str, definition: NamedDef) -> CompileWarning:
    return CompileWarning(kind, message, definition.origin.at("name"), definition.subject, level="note")


def _stands_in(words: set[str], definition: NamedDef) -> bool:
    """Does any other definition write one of the names of this?"""
    names = (definition.name, definition.id, getattr(definition, "inverse_name", None))
    return any(_is_named(words, name) for name in names if name)


def _is_named(words: set[str], name: str) -> bool:
    found = _WORDS.findall(name.lower())
    return not found or all(word in words for word in found)


def _words(typed: Typed) -> set[str]:
    """All words in the fields of all definitions, but for what they say of themselves."""
    project, texts = typed.world.project, set[str]()
    waiting: list[Any] = [value for name, value in project.__dict__.items() if name != "settings"]
    while waiting:
        value = waiting.pop()
        match value:
            case str():
                texts.add(value)
            case BaseModel():
                left_out = _OF_ITSELF | _ENDS if isinstance(value, RelationshipDef) else _OF_ITSELF
                waiting.extend(part for name, part in value.__dict__.items() if name not in left_out)
            case dict():
                waiting.extend([*value, *value.values()])
            case list() | tuple():
                waiting.extend(value)
    return set(_WORDS.findall("\n".join(texts).lower()))


def _hops(typed: Typed) -> set[Hop]:
    """All hops that typed definitions take."""
    hops, seen = set[Hop](), set[Any]()
    waiting: list[Any] = [*typed.columns.values()]
    waiting += [trait.expr for trait in typed.traits.values()]
    waiting += [audience.expr for audience in typed.audiences.values()]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Hop):
            hops.add(value)
        elif isinstance(value, tuple):
            waiting.extend(value)
        elif isinstance(value, Expr):
            for leaf in leaves(value):
                if leaf not in seen:
                    seen.add(leaf)
                    waiting.extend(part for name, part in _parts_of(leaf) if name != "type")
        elif is_dataclass(value):
            waiting.extend(part for _, part in _parts_of(value))
    return hops


def _parts_of(value: Any) -> Iterator[tuple[str, Any]]:
    """The fields of a dataclass."""
    kind = type(value)
    if kind not in _NAMES:
        _NAMES[kind] = tuple(field.name for field in fields(kind))
    return ((name, getattr(value, name)) for name in _NAMES[kind])
