"""The JSON Schema of coterie.yml and of definition files, so that editors complete, explain and check them.

It is pydantic's own schema of `ProjectFile`, made true to what the loader accepts: references may be written with
`_id`, the field that says which kind a mapping is must be there, aggregations have synonyms, `{{ … }}` may stand where
a number, a truth value or one of a list of words is due, or an optional mapping, and the bodies of templates hold what
files hold.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from pydantic.json_schema import models_json_schema

from coterie.compiler.definitions import DefinitionsFile, ProjectFile
from coterie.compiler.definitions.comparisons import AGGREGATION_SYNONYMS, Aggregation
from coterie.compiler.definitions.templates import BODIES
from coterie.compiler.loading.definition_fields import aliases, allowed_values, model_named

Schema = dict[str, Any]

_PLACEHOLDER = {
    "type": "string",
    "pattern": r"\{\{.*\}\}",
    "description": "{{ var('name') }}, {{ env_var('NAME', 'default') }}, or in a template {{ param('name') }}.",
}


def json_schema() -> Schema:
    """A JSON Schema (draft 2020-12) for the YAML files of a project."""
    _, generated = models_json_schema([(ProjectFile, "validation"), (DefinitionsFile, "validation")])
    definitions = {name: _complete(_tidy(schema), name) for name, schema in generated["$defs"].items()}
    whole, template = definitions["DefinitionsFile"]["properties"], definitions["TemplateDef"]["properties"]
    for section in BODIES:
        template[section]["items"] = deepcopy(whole[section]["items"])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "coterie project or definitions",
        **definitions.pop("ProjectFile"),
        "$defs": {**definitions, "Placeholder": _PLACEHOLDER},
    }


def _tidy(schema: Any) -> Any:
    """Without titles that repeat names and without empty words; placeholders and synonyms let in."""
    if isinstance(schema, list):
        return [_tidy(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    tidy = {
        key: _tidied_part(key, value) for key, value in schema.items() if key != "title" and value not in ("", None)
    }
    if tidy.get("enum") == allowed_values(Aggregation):
        tidy["enum"] = [*tidy["enum"], *AGGREGATION_SYNONYMS]
    if any("$ref" in form for form in tidy.get("anyOf", ())):
        return {**tidy, "anyOf": [*tidy["anyOf"], {"$ref": "#/$defs/Placeholder"}]}
    if "enum" in tidy or "pattern" in tidy or tidy.get("type") in ("integer", "boolean"):
        outer = {key: tidy.pop(key) for key in ("description", "default") if key in tidy}
        return {**outer, "anyOf": [tidy, {"$ref": "#/$defs/Placeholder"}]}
    return tidy


def _tidied_part(key: str, value: Any) -> Any:
    if key in ("properties", "$defs"):
        return {name: _tidy(schema) for name, schema in value.items()}
    return value if key in ("enum", "default", "const") else _tidy(value)


def _complete(schema: Schema, name: str) -> Schema:
    """Add to a model's schema what its validators accept and demand."""
    model = model_named(name)
    properties, required = schema.get("properties", {}), list(schema.get("required", []))
    required += [key for key, value in properties.items() if "const" in value and key not in required]
    either = []
    for field in model.model_fields.values():
        written, *others = aliases(field) or [""]
        for other in others:
            properties[other] = deepcopy(properties[written])
            if written in required:
                required.remove(written)
                either.append({"anyOf": [{"required": [written]}, {"required": [other]}]})
    return {
        **schema,
        **({"properties": properties} if properties else {}),
        **({"required": required} if required else {}),
        **({"allOf": either} if either else {}),
    }
