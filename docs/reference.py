"""Writes the tables of fields and functions in docs/definitions.md, from the definition models and the library.

    .venv/bin/python docs/reference.py

A table stands between `<!-- fields ModelDef -->` (or `<!-- functions -->`) and `<!-- end -->`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from coterie.compiler.definition_fields import model_named  # noqa: E402
from coterie.compiler.library import FUNCTIONS  # noqa: E402
from coterie.compiler.schema import json_schema  # noqa: E402

PAGE = ROOT / "docs" / "definitions.md"
_TABLE = re.compile(r"(<!-- (fields|functions)( \w+)? -->\n).*?(<!-- end -->)", re.DOTALL)
_WORDS = {
    "Span": "`{n, unit}`",
    "Absolute": "`{start, end}`",
    "Window": "[window](#windows)",
    "SourceDef": "[source](#sources)",
    "ColumnDef": "[column](#columns)",
    "JoinKey": "`{from, to}`",
    "CountComparison": "`{operator, value}`",
    "AggregateComparison": "[aggregate](#related-rows-in-conditions)",
    "DuckDBTarget": "[target](#targets)",
    "ModelDef": "[model](#models)",
    "RelationshipDef": "[relationship](#relationships)",
    "AudienceDef": "[audience](#audiences)",
}
_OPERAND = "[value](#operators)"
_FILTER = "[filter](#filter-trees)"
_SCALAR = ["boolean", "number", "string", "null"]
_MOST_VALUES = 5


def reference(page: str) -> str:
    """The page with its tables written anew."""
    return _TABLE.sub(lambda found: f"{found[1]}{_table(found[2], (found[3] or '').strip())}{found[4]}", page)


def _table(kind: str, name: str) -> str:
    rows = _functions() if kind == "functions" else _fields(name)
    return "".join(f"| {' | '.join(cells)} |\n" for cells in rows)


def _functions() -> Iterable[tuple[str, ...]]:
    yield "function", "gives", "NULL"
    yield "---", "---", "---"
    for function in FUNCTIONS.values():
        yield f"`{function.signature}`", function.meaning, function.nulls


def _fields(name: str) -> Iterable[tuple[str, ...]]:
    """A model's own fields, without those it has from the model it extends."""
    schema = json_schema()
    definition = schema if name == "ProjectFile" else schema["$defs"].get(name) or _derived(schema, name)
    model = model_named(name)
    inherited = {field for base in model.__bases__ for field in getattr(base, "model_fields", ())}
    kept = inherited & _kept(name)
    yield "field", "form", "meaning"
    yield "---", "---", "---"
    for field, about in definition["properties"].items():
        own = field.removesuffix("_") not in inherited or field in kept
        if own and not _is_synonym(field, definition["properties"]):
            needed = "**" if field in definition.get("required", ()) else ""
            default = about.get("default")
            meaning = about.get("description", "")
            if default not in (None, [], "", "condition") and "const" not in about:
                meaning += f" Default {_shown(default)}."
            yield f"{needed}`{field}`{needed}", _form(about), meaning


def _derived(schema: dict[str, Any], name: str) -> dict[str, Any]:
    """A model that only others' schemas hold: that of the first that extends it."""
    first = next(model for model in _extending(name) if model in schema["$defs"])
    properties = schema["$defs"][first]["properties"]
    fields = model_named(name).model_fields
    return {
        "properties": {field: about for field, about in properties.items() if field.removesuffix("_id") in fields},
        "required": [field for field in schema["$defs"][first].get("required", ()) if field in fields],
    }


def _extending(name: str) -> list[str]:
    return [model.__name__ for model in model_named(name).__subclasses__()] + [
        below for model in model_named(name).__subclasses__() for below in _extending(model.__name__)
    ]


def _kept(name: str) -> set[str]:
    """Inherited fields that are shown again, since the page does not show the model they come from."""
    return {"name", "id", "description"} if name in ("ModelDef", "RelationshipDef", "BaseTrait", "AudienceDef") else {"default"}


def _is_synonym(field: str, fields: Iterable[str]) -> bool:
    return field.endswith("_id") and field.removesuffix("_id") in fields


def _form(about: dict[str, Any]) -> str:
    for choice in ("anyOf", "oneOf"):
        if choice in about:
            parts = [_form(one) for one in about[choice]]
            if any("Group" in str(one) for one in about[choice]):
                return _FILTER
            if any("ColumnValue" in str(one) for one in about[choice]):
                return _OPERAND
            return " or ".join(dict.fromkeys(part for part in parts if part))
    if "$ref" in about:
        name = about["$ref"].rpartition("/")[2]
        return "" if name == "Template" else _WORDS.get(name, "[trait](#traits)" if name.endswith("Trait") else "mapping")
    if "const" in about:
        return f"`{about['const']}`"
    if "enum" in about:
        values = [f"`{value}`" for value in about["enum"]]
        return ", ".join(values) if len(values) <= _MOST_VALUES else "one of those below"
    match about.get("type"):
        case "array":
            return f"list of {_plural(_form(about['items']))}"
        case "object":
            return f"mapping of names to {_plural(_form(about['additionalProperties']))}"
        case "null":
            return ""
        case types if types == _SCALAR:
            return "value"
        case "string":
            return "text"
        case "boolean":
            return "`true`, `false`"
    return "whole number"


def _plural(form: str) -> str:
    if form.startswith("["):
        return re.sub(r"\[(\w+)\]", r"[\1s]", form)
    return f"{form}s" if form in ("text", "value") else form


def _shown(default: Any) -> str:
    shown = ", ".join(f"`{one}`" for one in default) if isinstance(default, list) else f"`{default}`"
    return shown.lower() if isinstance(default, bool) else shown


if __name__ == "__main__":
    PAGE.write_text(reference(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
