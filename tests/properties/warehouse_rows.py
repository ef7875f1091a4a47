"""A generated project on an engine: its tables, the rows of its statements, and how they differ from others."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from coterie.compiler import compile
from coterie.compiler.catalog import Catalog
from coterie.compiler.compiled import Compiled, EntityStatement, Selection
from coterie.compiler.definitions import ProjectDef
from coterie.dialects import get
from tests.case_file import Table
from tests.case_rows import held, said_by_json
from tests.engines import Engine, rows_of
from tests.properties.reference import EntityRows
from tests.properties.reference_json import Json
from tests.properties.reference_values import Wall
from tests.properties.strategies import Generated, table_name
from tests.properties.ways import USUAL, Way

_NAMES_COME_ONCE = ("snowflake",)
"""Dialects whose JSON type holds no name twice."""
_NEUTRAL = {
    "VARCHAR": "text",
    "JSON": "text",
    "FLOAT": "real",
    "TIMESTAMPTZ": "timestamptz",
    "TIMESTAMP WITH TIME ZONE": "timestamptz",
}


def fill(engine: Engine, generated: Generated) -> None:
    """Make the tables of the project in an empty place."""
    engine.begin()
    for model, columns in generated.natives.items():
        types = {name: _neutral(native) for name, native in columns}
        rows = tuple(tuple(row.values()) for row in generated.tables[model])
        engine.create_table(table_name(model), Table(types, rows))


def fitting(dialect: str, generated: Generated) -> Generated:
    """The project with data that an engine can hold: where JSON holds no name twice, a text that does is no JSON."""
    if dialect not in _NAMES_COME_ONCE:
        return generated
    read_as_json = {
        model["name"]: {column["name"] for column in model.get("columns", ()) if column.get("type") == "json"}
        for model in generated.definitions["models"]
    }
    tables = {
        model: [
            {name: _once(value) if name in read_as_json.get(model, ()) else value for name, value in row.items()}
            for row in rows
        ]
        for model, rows in generated.tables.items()
    }
    return replace(generated, tables=tables)


def _once(text: str | None) -> str | None:
    try:
        json.loads(text or "", object_pairs_hook=_object)
    except KeyError:
        return None
    except ValueError:
        pass
    return text


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(dict(pairs)) < len(pairs):
        raise KeyError
    return dict(pairs)


def _neutral(native: str) -> str:
    bare = native.removesuffix("[]")
    return _NEUTRAL.get(bare, bare.lower()) + native[len(bare) :]


def catalog_of(engine: Engine, generated: Generated) -> Catalog:
    """What the engine says of the project's tables, once they are filled."""
    return Catalog({model: engine.describe(table_name(model)) for model in generated.natives})


def compiled(
    engine: Engine,
    generated: Generated,
    project: ProjectDef,
    *,
    select: Selection | None = None,
    way: Way = USUAL,
) -> Compiled:
    """The project's statements for its tables and `as_of`."""
    catalog = catalog_of(engine, generated)
    return compile(
        project,
        catalog,
        way.priced(get(engine.dialect)),
        as_of=generated.as_of,
        select=select,
        rewrites=way.rewrites,
        statistics=way.statistics,
    )


def executed(engine: Engine, statement: EntityStatement) -> EntityRows:
    """The rows of a statement by key; a repeated key is an error."""
    found = EntityRows({}, {}, {})
    for row in rows_of(engine, statement):
        key = tuple(row[column.name] for column in statement.key)
        assert key not in found.traits, f"{statement.entity}: key {key} comes twice"
        found.traits[key] = {column.slug: row[column.name] for column in statement.traits}
        found.audiences[key] = {column.slug: row[column.name] for column in statement.audiences}
        found.groups[key] = {column.slug: row[column.name] for column in statement.splits}
    return found


def differences(entity: str, expected: EntityRows, got: EntityRows, *, null_arrays: bool = True) -> Iterable[str]:
    """What differs, one line for each value, on an engine with or without NULL arrays."""
    if expected.traits.keys() != got.traits.keys():
        yield f"{entity}: expected the keys {sorted(expected.traits, key=repr)}, got {sorted(got.traits, key=repr)}"
    for key in expected.traits.keys() & got.traits.keys():
        for slug in expected.traits[key] | got.traits[key]:
            one, other = expected.traits[key].get(slug, "nothing"), got.traits[key].get(slug, "nothing")
            if not same(held(one, other, null_arrays=null_arrays), other):
                yield f"{entity} {key}: trait {slug}: expected {one!r}, got {other!r}"
        for slug in expected.audiences[key] | got.audiences[key]:
            flag, found = expected.audiences[key].get(slug), got.audiences[key].get(slug)
            if flag is not found:
                yield f"{entity} {key}: audience {slug}: expected {flag!r}, got {found!r}"
        if expected.groups[key] != got.groups[key]:
            yield f"{entity} {key}: groups: expected {expected.groups[key]}, got {got.groups[key]}"


def same(expected: Any, got: Any) -> bool:
    """Exact for everything but doubles, which agree to 1e-9."""
    if expected is None or got is None or isinstance(expected, bool) or isinstance(got, bool):
        return expected is got
    if isinstance(expected, tuple):
        return (
            isinstance(got, list)
            and len(got) == len(expected)
            and all(same(one, other) for one, other in zip(expected, got, strict=True))
        )
    if isinstance(expected, Json):
        return isinstance(got, str) and said_by_json(expected.text) == said_by_json(got)
    if isinstance(expected, Wall):
        return bool(expected.at == got)
    if isinstance(expected, float) or isinstance(got, float):
        return math.isclose(float(expected), float(got), rel_tol=1e-9, abs_tol=1e-9)
    if isinstance(expected, int | Decimal):
        return isinstance(got, int | Decimal) and expected == got
    if isinstance(expected, datetime) != isinstance(got, datetime):
        return False
    return bool(expected == got)
