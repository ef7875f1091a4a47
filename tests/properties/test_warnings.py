"""Generated projects: what `check` warns of is so, in the rows that DuckDB gives."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from coterie.compiler import Catalog, check
from coterie.compiler.definitions import ProjectDef
from coterie.compiler.reasoning.warnings import warnings
from coterie.dialects import get
from coterie.errors import CompileWarning, Origin
from tests.engines import Engine, started
from tests.properties.reference import EntityRows
from tests.properties.strategies import Generated, projects
from tests.properties.warehouse_rows import compiled, executed, fill, same

FEWER = max(1, settings.default.max_examples // 4) if settings.default else 50


@pytest.fixture(scope="module")
def engine() -> Engine:
    return started("duckdb")


@settings(max_examples=FEWER)
@given(projects())
def test_warnings_are_true_of_the_rows(engine: Engine, generated: Generated) -> None:
    generated = replace(generated, definitions=with_combinations(generated.definitions))
    found = warned(generated)
    parts = {name: tree for one in found if (tree := part_of(one, generated.definitions)) for name in [str(one)]}
    definitions = generated.definitions | {"audiences": [*generated.definitions["audiences"], *parts.values()]}
    generated = replace(generated, definitions=definitions)
    fill(engine, generated)
    statements = compiled(engine, generated, placed(generated.project)).entities
    rows = {statement.entity: executed(engine, statement) for statement in statements}
    for one in found:
        assert is_so(one, parts.get(str(one)), generated.definitions, rows), f"{one}\n\n{generated!r}"


def with_combinations(definitions: dict[str, Any]) -> dict[str, Any]:
    """The same with audiences that are made of two others, most of which are contradictions or lie inside others."""
    by_model: dict[str, list[Any]] = {}
    for audience in definitions["audiences"]:
        if audience.get("filter_tree") is not None and audience.get("status") != "draft":
            by_model.setdefault(audience["parent_model"], []).append(audience["filter_tree"])
    made = []
    for model, trees in by_model.items():
        for number, (one, other) in enumerate(zip(trees, trees[1:] + trees[:1], strict=True)):
            for kind, tree in combined(one, other).items():
                made.append({"name": f"{kind} {number}", "parent_model": model, "filter_tree": tree})
    return definitions | {"audiences": [*definitions["audiences"], *made]}


def combined(one: Any, other: Any) -> dict[str, Any]:
    no = {"type": "not", "child": one}
    instead = {"type": "or", "children": [no, {"type": "and", "children": [other, no]}]}
    return {
        "both": {"type": "and", "children": [one, other]},
        "either": {"type": "or", "children": [other, one]},
        "both again": {"type": "and", "children": [other, one]},
        "neither way": {"type": "and", "children": [one, instead]},
        "any way": {"type": "or", "children": [no, one]},
        "all but": {"type": "and", "children": [other, no]},
    }  # fmt: skip


def placed(project: ProjectDef) -> ProjectDef:
    """The project, its definitions knowing where they stand."""
    for section in ("models", "relationships", "traits", "audiences"):
        for index, definition in enumerate(getattr(project, section)):
            definition.written_at(Origin(None, (section, index), base=2))
    return project


def warned(generated: Generated) -> list[CompileWarning]:
    catalog = Catalog({model: tuple(columns) for model, columns in generated.natives.items()})
    return list(warnings(check(placed(generated.project), catalog, get("duckdb"))))


def part_of(one: CompileWarning, definitions: dict[str, Any]) -> dict[str, Any] | None:
    """The part of a filter tree that is warned of, as an audience of its own."""
    section, index, *steps = one.origin.path
    if one.code not in ("never_true", "always_true") or section != "audiences":
        return None
    audience = tree = definitions["audiences"][index]
    for step in steps:
        tree = tree[step]
    return {"name": f"Warned of {abs(hash(str(one)))}", "parent_model": audience["parent_model"], "filter_tree": tree}


def slug(definition: dict[str, Any]) -> str:
    return definition.get("slug") or re.sub(r"[^a-z0-9_]", "_", definition["name"].lower())


def is_so(
    one: CompileWarning, part: dict[str, Any] | None, definitions: dict[str, Any], rows: dict[str, EntityRows]
) -> bool:
    """Does a warning hold for the rows?"""
    section, index = one.origin.path[:2]
    definition = definitions[str(section)][index]
    if one.code.startswith("unused"):
        return True
    found = rows.get(definition.get("parent_model", ""), EntityRows({}, {}, {}))
    if part is not None:
        flags = [flag[slug(part)] for flag in found.audiences.values()]
        return not any(flags) if one.code == "never_true" else all(flags)
    if one.code == "never_true" or "draft" in (definition.get("status"), ""):
        return True
    name = one.message.split("`")[1]
    others = [each for each in definitions[str(section)] if each["name"] == name
              and each["parent_model"] == definition["parent_model"]]  # fmt: skip
    ((other,), mine) = (others, slug(definition))
    if other.get("status") == "draft":
        return True
    if one.code == "same_trait":
        return all(same(values[mine], values[slug(other)]) for values in found.traits.values())
    pairs = [(flags[mine], flags[slug(other)]) for flags in found.audiences.values()]
    is_inside = all(holder or not member for member, holder in pairs)
    return is_inside if one.code == "contained_audience" else is_inside and all(a == b for a, b in pairs)
