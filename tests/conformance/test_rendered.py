"""What primitives are rendered as is what was checked in."""

from __future__ import annotations

import difflib
from datetime import UTC, datetime

import pytest
from sqlglot import exp, parse

import coterie
from coterie import dialects
from coterie.compiler import Catalog, compile
from coterie.compiler.writing.render import render, render_own
from tests.case_file import case_names
from tests.conformance.case_statements import statements_of
from tests.conformance.rendering import FOLDER, path_of, rendered
from tests.conformance.rows_file import primitives
from tests.effort import some


@pytest.mark.parametrize("name", dialects.names())
def test_rendered_sql_is_as_it_was(name: str) -> None:
    path, found = path_of(name), rendered(dialects.get(name))
    known = path.read_bytes().decode() if path.exists() else ""  # a line may end with a carriage return
    lines = difflib.unified_diff(known.splitlines(), found.splitlines(), path.name, "what is rendered now", lineterm="")
    assert found == known, "\n".join([*lines, "", "If this is right, write it down: make rendered"])


@pytest.mark.parametrize("name", dialects.names())
def test_rendered_sql_can_be_parsed(name: str) -> None:
    text = path_of(name).read_bytes().decode()
    assert len(parse(text, dialect=dialects.get(name).sqlglot)) > len(primitives())


@pytest.mark.parametrize("name", dialects.names())
def test_what_is_the_compilers_own_is_written_as_it_stands(name: str) -> None:
    """sqlglot looks through SELECTs for what only other dialects have, and finds nothing; and the tree is as before."""
    dialect = dialects.get(name)
    for statement in statements_of(dialect, some(case_names(), 8, ci=3)):
        text = render(statement.tree, dialect)
        assert render_own(statement.tree, dialect) == text
        assert render(statement.tree, dialect) == text


def test_what_an_engine_cannot_be_told_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    tree = exp.select("1").from_("people").lock()
    for write in (render, render_own):
        caplog.clear()
        assert write(tree, dialects.get("duckdb")) == "SELECT\n  1\nFROM people"
        assert ["FOR UPDATE" in message for message in caplog.messages] == [True]


def test_every_file_is_of_a_dialect() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.sql")) == sorted(dialects.names())


TAGGED = "SELECT id, ARRAY_AGG(tag IGNORE NULLS ORDER BY tag) AS value FROM tagged GROUP BY id"
TAGS = {"name": "Tags", "slug": "tags", "parent_model": "people", "trait_type": "sql"}


@pytest.mark.parametrize(
    ("source", "config"),
    [({"sql": TAGGED}, {"sql_expression": "array_length(value)"}), ({"table": "people"}, {"sql_query": TAGGED})],
)
def test_what_people_wrote_stays_as_it_is(source: dict[str, str], config: dict[str, str]) -> None:
    """sqlglot puts IGNORE NULLS into the tree once more each time that it writes it."""
    people = {"name": "people", "source": source, "primary_key": "id"}
    project = coterie.Project(models=[people], traits=[TAGS | {"config": config}]).definitions
    columns = ("id", "INT64"), ("value", "ARRAY<STRING>")
    catalog, dialect = Catalog({"people": columns}, queries={"people.tags": columns}), dialects.get("bigquery")
    (statement,) = compile(project, catalog, dialect, as_of=datetime(2024, 7, 1, tzinfo=UTC)).entities
    assert statement.sql.count("IGNORE NULLS") == 1
    assert render(statement.tree, dialect) == statement.sql
