"""Generated projects: DuckDB's rows for the compiled SQL are those of the reference interpreter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings

from coterie.compiler.compiled import Compiled
from coterie.compiler.definitions import ProjectDef
from tests.properties.reference import EntityRows, evaluate
from tests.properties.strategies import Generated, projects
from tests.properties.warehouse_rows import compiled, differences, executed, fill

DEFINITIONS = ("models", "relationships", "traits", "audiences")


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as opened:
        opened.execute("SET TimeZone = 'UTC'")
        opened.execute("SET threads = 1")
        yield opened


def with_complements(definitions: dict[str, Any]) -> dict[str, Any]:
    """The same project with `not A` beside every audience A."""
    audiences = list(definitions["audiences"])
    for audience in definitions["audiences"]:
        if "filter_tree" in audience:
            negated = {"type": "not", "child": audience["filter_tree"]}
            audiences.append({**audience, "name": f"not {audience['name']}", "filter_tree": negated})
    return {**definitions, "audiences": audiences}


def run(connection: duckdb.DuckDBPyConnection, generated: Generated, project: ProjectDef) -> tuple[Any, ...]:
    """What compiles, and its rows; whatever goes wrong shows the whole project."""
    statements: Compiled | None = None
    try:
        statements = compiled(generated, project)
        return statements, {entity.entity: executed(connection, entity) for entity in statements.entities}
    except Exception as error:
        raise AssertionError(report(generated, statements, [f"{type(error).__name__}: {error}"])) from error


def report(generated: Generated, statements: Compiled | None, problems: list[str]) -> str:
    sql = [f"-- {entity.entity}\n{entity.sql}" for entity in statements.entities] if statements else []
    return "\n\n".join(["\n".join(problems), *sql])


@given(projects())
def test_rows_are_those_of_the_reference(connection: duckdb.DuckDBPyConnection, generated: Generated) -> None:
    project = ProjectDef.model_validate(with_complements(generated.definitions))
    fill(connection, generated)
    statements, got = run(connection, generated, project)
    expected = evaluate(project, generated.tables, generated.as_of, generated.trees)
    problems = [] if expected.keys() == got.keys() else [f"entities: expected {[*expected]}, got {[*got]}"]
    for entity in expected.keys() & got.keys():
        problems += differences(entity, expected[entity], got[entity])
        problems += parted(entity, got[entity])
    assert not problems, report(generated, statements, problems)


def parted(entity: str, rows: EntityRows) -> list[str]:
    """Where `A` and `not A` do not part the entities between them."""
    return [
        f"{entity} {key}: is {flags[slug]} in {slug} and {flags[f'not_{slug}']} in its complement"
        for key, flags in rows.audiences.items()
        for slug in flags
        if f"not_{slug}" in flags and flags[slug] is flags[f"not_{slug}"]
    ]


@settings(max_examples=max(20, settings.default.max_examples // 5) if settings.default else 20)
@given(projects())
def test_the_order_of_definitions_does_not_matter(connection: duckdb.DuckDBPyConnection, generated: Generated) -> None:
    turned = {name: found[::-1] if name in DEFINITIONS else found for name, found in generated.definitions.items()}
    fill(connection, generated)
    _, rows = run(connection, generated, generated.project)
    statements, others = run(connection, generated, ProjectDef.model_validate(turned))
    problems = [] if rows.keys() == others.keys() else [f"entities: {[*rows]} against {[*others]}"]
    for entity in rows.keys() & others.keys():
        problems += differences(entity, rows[entity], others[entity])
    assert not problems, report(generated, statements, problems)
