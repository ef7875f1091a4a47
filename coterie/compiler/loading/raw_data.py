"""Definitions as plain values, before anything is checked: depth, looking up, and whose definition a path lies in.

Plain values are dicts with text keys, lists, and scalars. What comes from Python or JSON is brought into this form by
`plain`; files come in it. No tree that passes here can exhaust the stack of what follows.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from coterie.compiler.definitions.base import Def, NamedDef
from coterie.compiler.definitions.filters import MAX_DEPTH
from coterie.compiler.loading.definition_fields import aliases, allowed_values
from coterie.errors import NOWHERE, Collector, CompileError, Document, Origin, Step

MAX_NESTING = 200
TOO_DEEP = (
    f"found more than {MAX_NESTING} levels of nesting, expected at most {MAX_NESTING} ({MAX_DEPTH} in filter trees)"
)
KINDS = {
    "models": "model",
    "relationships": "relationship",
    "traits": "trait",
    "audiences": "audience",
    "priority_lists": "priority list",
    "templates": "template",
    "use": "use",
    "tests": "test",
}
_UNWELCOME = re.compile("[\0\ud800-\udfff]")
_TREE_STEPS = {"children", "child", "filter"}


def plain(value: Any, origin: Origin = NOWHERE) -> Any:
    """A copy of dicts, lists, and decimals for floats. Definitions built in Python become what they would be in YAML.

    Only those that were loaded before, and so know their place, stay as they are.
    Raises CompileError `too_deep` (also for a value that holds itself) and `non_text_key`.
    """
    if isinstance(value, Def):
        if isinstance(value, NamedDef) and value.origin is not NOWHERE:
            return value
        value = _as_written(value)
    if isinstance(value, float):
        return Decimal(repr(value))
    if not isinstance(value, Mapping | list | tuple):
        return value
    if len(origin.path) >= MAX_NESTING:
        raise CompileError("too_deep", TOO_DEEP, Origin(None, origin.path[:2]))
    if not isinstance(value, Mapping):
        return [plain(item, origin.at(index)) for index, item in enumerate(value)]
    for key in value:
        if not isinstance(key, str):
            raise CompileError("non_text_key", f"found `{key}` as a key, expected text", origin)
    return {key: plain(item, origin.at(key)) for key, item in value.items()}


def _as_written(definition: Def) -> dict[str, Any]:
    """The fields that were given, and those that say which kind of definition it is."""
    fields = type(definition).model_fields
    given = {name for name, field in fields.items() if len(allowed_values(field.annotation)) == 1}
    given |= definition.model_fields_set
    return {[*aliases(field), name][0]: getattr(definition, name) for name, field in fields.items() if name in given}


def check_trees(data: Any, document: Document | None, errors: Collector) -> None:
    """Note every filter tree that nests more than `MAX_DEPTH` deep (code `too_deep`), without recursion."""
    pending: list[tuple[Any, tuple[Step, ...], tuple[Step, ...], int]] = [(data, (), (), 0)]
    while pending:
        value, path, root, depth = pending.pop()
        if depth > MAX_DEPTH:
            message = f"found a filter tree of more than {MAX_DEPTH} levels, expected at most {MAX_DEPTH}"
            errors.add(CompileError("too_deep", message, origin_of(root, document), subject_of(data, root)))
            continue
        if isinstance(value, list):
            pending += ((item, (*path, index), root, depth) for index, item in enumerate(value))
        elif isinstance(value, dict):
            for key, item in value.items():
                below = (*path, key)
                inside = bool(root) and key in _TREE_STEPS
                starts = not root and key in ("filter", "filter_tree")
                pending.append((item, below, below if starts else root, depth + inside))


def check_text(data: Any, document: Document | None, errors: Collector) -> None:
    """Note every text with a character that no warehouse takes: NUL, and halves of surrogate pairs (`invalid_text`)."""
    pending: list[tuple[Any, tuple[Step, ...]]] = [(data, ())]
    while pending:
        value, path = pending.pop()
        if isinstance(value, list):
            pending += ((item, (*path, index)) for index, item in enumerate(value))
        elif isinstance(value, dict):
            pending += ((item, (*path, key)) for key, item in value.items())
        elif isinstance(value, str) and (found := _UNWELCOME.search(value)):
            message = f"found a text with the character U+{ord(found.group()):04X}, which no warehouse takes"
            errors.add(CompileError("invalid_text", message, origin_of(path, document), subject_of(data, path)))


def lookup(data: Any, path: tuple[Step, ...]) -> Any:
    """The value at `path`, None where there is none."""
    for step in path:
        inside = step in data if isinstance(data, dict) else isinstance(data, list) and isinstance(step, int)
        data = data[step] if inside else None
    return data


def origin_of(path: tuple[Step, ...], document: Document | None) -> Origin:
    """The origin of the node at `path`: what leads to the definition itself is not shown to readers."""
    return Origin(document, path, base=2 if len(path) >= 2 and path[0] in KINDS else 0)


def subject_of(data: Any, path: tuple[Step, ...]) -> str:
    """How errors name the definition that `path` lies in: ``trait `Net revenue` ``, ``trait 3``, or nothing."""
    match path:
        case ("use", int(index), *_):
            name = lookup(data, ("use", index, "template"))
            return f"use of template `{name}`" if isinstance(name, str) and name else f"use {index + 1}"
        case (str(section), int(index), *_) if section in KINDS:
            name = lookup(data, (section, index, "name"))
            return f"{KINDS[section]} `{name}`" if isinstance(name, str) and name else f"{KINDS[section]} {index + 1}"
    return ""
