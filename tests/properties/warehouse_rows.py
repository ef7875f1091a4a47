"""A generated project in DuckDB: its tables, the rows of its compiled statements, and how they differ from others."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from typing import Any

import duckdb

from coterie.compiler import compile
from coterie.compiler.catalog import Catalog
from coterie.compiler.compiled import Compiled, EntityStatement
from coterie.compiler.definitions import ProjectDef
from coterie.compiler.planning.share import REWRITES, Rewrite
from coterie.dialects import get
from tests.properties.reference import EntityRows
from tests.properties.reference_json import Json
from tests.properties.reference_values import Wall
from tests.properties.strategies import Generated, table_name


def fill(connection: duckdb.DuckDBPyConnection, generated: Generated) -> None:
    """Make the tables of the project, replacing those of the example before."""
    for model, columns in generated.natives.items():
        table, rows = table_name(model), generated.tables[model]
        listed = ", ".join('"' + name.replace('"', '""') + f'" {native}' for name, native in columns)
        connection.execute(f"CREATE OR REPLACE TABLE {table} ({listed})")
        if rows:
            marks = ", ".join(f"({', '.join('?' * len(columns))})" for _ in rows)
            connection.execute(f"INSERT INTO {table} VALUES {marks}", [cell for row in rows for cell in row.values()])


def compiled(generated: Generated, project: ProjectDef, *, rewrites: tuple[Rewrite, ...] = REWRITES) -> Compiled:
    """The project's statements for its tables and `as_of`."""
    catalog = Catalog({model: tuple(columns) for model, columns in generated.natives.items()})
    return compile(project, catalog, get("duckdb"), as_of=generated.as_of, rewrites=rewrites)


def executed(connection: duckdb.DuckDBPyConnection, statement: EntityStatement) -> EntityRows:
    """The rows of a statement by key; a repeated key is an error."""
    cursor = connection.execute(statement.sql)
    names = [column[0] for column in cursor.description or ()]
    found = EntityRows({}, {}, {})
    for values in cursor.fetchall():
        row = dict(zip(names, values, strict=True))
        key = tuple(row[column.name] for column in statement.key)
        assert key not in found.traits, f"{statement.entity}: key {key} comes twice"
        found.traits[key] = {column.slug: row[column.name] for column in statement.traits}
        found.audiences[key] = {column.slug: row[column.name] for column in statement.audiences}
        found.groups[key] = {column.slug: row[column.name] for column in statement.splits}
    return found


def differences(entity: str, expected: EntityRows, got: EntityRows) -> Iterable[str]:
    """What differs, one line for each value."""
    if expected.traits.keys() != got.traits.keys():
        yield f"{entity}: expected the keys {sorted(expected.traits, key=repr)}, got {sorted(got.traits, key=repr)}"
    for key in expected.traits.keys() & got.traits.keys():
        for slug in expected.traits[key] | got.traits[key]:
            one, other = expected.traits[key].get(slug, "nothing"), got.traits[key].get(slug, "nothing")
            if not same(one, other):
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
        return bool(expected.text == got)
    if isinstance(expected, Wall):
        return bool(expected.at == got)
    if isinstance(expected, float) or isinstance(got, float):
        return math.isclose(float(expected), float(got), rel_tol=1e-9, abs_tol=1e-9)
    if isinstance(expected, int | Decimal):
        return isinstance(got, int | Decimal) and expected == got
    if isinstance(expected, datetime) != isinstance(got, datetime):
        return False
    return bool(expected == got)
