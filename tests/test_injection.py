"""Names and values that try to be more than that: no text of a definition changes the structure of the SQL.

`injection/everything.yml` uses every text field of the definitions. Hostile texts are put in place of all its names
and values at once, and in place of each of its texts alone. Then either the definition is refused, or the statements
are the same trees but for names and literals, and DuckDB finds the same rows.
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import duckdb
import pytest
import sqlglot
from sqlglot import exp

from coterie import compiler, dialects
from coterie.compiler.ir.names import slug_of
from coterie.compiler.loading.load import build
from coterie.errors import DefinitionErrors
from coterie.project import Project
from tests.effort import some
from tests.injection.everything import (
    Words,
    catalog,
    definitions,
    fill,
    made,
    project,
    quoted,
    text_fields,
    unchanged,
    used_fields,
)

AS_OF = datetime(2024, 12, 31, tzinfo=UTC)
DUCKDB = dialects.get("duckdb")

HOSTILE = {
    "a quote": "'",
    "a double quote": '"',
    "both quotes": "'\"'\"",
    "a statement": "'; DROP TABLE canary; --",
    "a statement in double quotes": '"; DROP TABLE canary; --',
    "a comment": " -- ",
    "a comment of several lines": "/* */ */ /*",
    "a condition": "' OR '1'='1",
    "a union": "' UNION ALL SELECT * FROM canary --",
    "a backslash": "\\",
    "escaped quotes": "\\'\\\"",
    "lines": "a\n\n  b\tc",
    "dollars": "$$; DROP TABLE canary; $$",
    "parameters": "? $1 :name @name %s {0}",
    "wildcards": "%_[a]*",
    "parentheses": ")) AS x, (((",
    "a path": "../../etc/passwd",
    "dots": "a.b..c",
    "a key": "a|b\\|c",
    "reserved words": "select",
    "typographic quotes": "ʼ＇’‘“＂；－－",
    "other scripts": "Größe 東京 \u202e\u200b\U0001f600 e\u0301",
    "a cast": "1::int[0]",
    "an escape string": "E'\\x27'",
    "very long": "x" * 2_000,
}
REFUSED = {
    "NUL": "a\0b",
    "half a character": "a\ud800b",
    "a placeholder": "__coterie_as_of",
    "a template": "{{ nothing }}",
    "a torn template": "{{ }}",
    "a block": "{% raw %}",
    "a template that reaches out": "{{ ''.__class__.__mro__ }}",
}


def hostile_words(hostile: str) -> Words:
    """Every word with a hostile text before and after it, so that words stay different."""
    return lambda word: f"{hostile}{word}{hostile}"


def statements(made_of: Project, words: Words) -> list[str]:
    """All the SQL of a project: statements of entities, and checks."""
    compiled = compiler.compile(made_of.definitions, catalog(words), DUCKDB, as_of=AS_OF)
    return [one.sql for one in (*compiled.entities, *compiled.checks)]


def structure(sql: str) -> str:
    """A statement's tree without its names and texts. There is exactly one statement, and no comment but of slugs."""
    (tree,) = sqlglot.parse(sql, dialect="duckdb")
    assert tree is not None
    for node in tree.walk():
        assert all(re.fullmatch(r" for [a-z0-9_]+(, [a-z0-9_]+)* ", said) for said in node.pop_comments() or ())
        if isinstance(node, exp.Identifier):
            assert node.args["quoted"] or node.name == "e"  # the variable of a lambda
            node.set("this", "name")
        elif isinstance(node, exp.Table):
            node.set("db", None)  # the name may have had a part less
        elif isinstance(node, exp.Literal) and node.is_string and not isinstance(node.parent, exp.Cast):
            node.set("this", "text")
    return repr(tree)


@pytest.fixture(scope="module")
def plain() -> list[str]:
    """The statements with harmless words."""
    return statements(project(unchanged), unchanged)


@pytest.fixture(scope="module")
def plain_structures(plain: list[str]) -> list[str]:
    return [structure(sql) for sql in plain]


ELSEWHERE = (
    *("TemplateDef", "ParameterDef", "UseDef", "UnitTestDef", "GivenTable", "ExpectedDef"),
    *("BigQueryTarget", "ClickHouseTarget", "DatabricksTarget", "PostgresTarget", "RedshiftTarget", "SnowflakeTarget"),
    "SparkTarget",
)
"""Tried beside what they are about: `test_templates`, `test_quoting`, `test_unit_tests`."""


def test_every_text_field_is_used() -> None:
    tried = {field for field in text_fields() if not field.startswith(ELSEWHERE)}
    assert tried - set(used_fields(build(definitions()))) == set()


@pytest.mark.parametrize("hostile", some([*HOSTILE.values()], 8, 1), ids=some([*HOSTILE], 8, 1))
def test_hostile_words_everywhere(hostile: str, plain_structures: list[str]) -> None:
    words = hostile_words(hostile)
    assert [structure(sql) for sql in statements(project(words), words)] == plain_structures


@pytest.mark.parametrize("hostile", REFUSED.values(), ids=REFUSED)
def test_words_that_are_refused(hostile: str) -> None:
    words = hostile_words(hostile)
    with pytest.raises(DefinitionErrors):
        statements(project(words), words)


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The paths to all texts, numbers and truth values."""
    if not isinstance(value, dict | list):
        yield path
        return
    for key, item in value.items() if isinstance(value, dict) else enumerate(value):
        yield from places(item, (*path, key))


def put(content: Any, path: tuple[str | int, ...], text: str) -> Any:
    """A copy with another text at `path`."""
    copied = copy.deepcopy(content)
    inner = copied
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = text
    return copied


ALONE = {
    "everything at once": 'x\' OR "1"="1"; DROP TABLE canary; -- /* \\ $$ \n',
    "a comment": "/* */ --",
    "a reserved word": "select",
    "a template": "{{ 'DROP TABLE canary' }}",
    "NUL": "a\0b",
}
PLACES = list(places(definitions()))
CODE = {"expression", "sql_expression", "sql_query", "sql", "filter", "filter_tree", "child"}


def is_code(path: tuple[str | int, ...]) -> bool:
    """Is the text at `path` an expression or SQL, whose structure is its own?"""
    return path[-1] in CODE or path[-2:-1] == ("children",)


@pytest.mark.parametrize("hostile", ALONE.values(), ids=ALONE)
def test_a_hostile_text_in_one_place(hostile: str, plain: list[str], plain_structures: list[str]) -> None:
    content = definitions()
    for path in some(PLACES, 40, list(ALONE.values()).index(hostile), ci=6):
        try:
            found = statements(made(put(content, path, hostile)), unchanged)
        except DefinitionErrors:
            continue
        assert not is_code(path), f"{path} was accepted"
        for sql, known, expected in zip(found, plain, plain_structures, strict=True):
            assert sql == known or structure(sql) == expected, path


# On DuckDB


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        connection.execute("SET TimeZone = 'UTC'")
        connection.execute("CREATE TABLE canary AS SELECT 42 AS alive")
        yield connection


Relation = tuple[list[str], list[list[Any]]]
Relations = dict[tuple[str, str], Relation]
"""Columns and rows, by schema and name; without when it was."""


def published(connection: duckdb.DuckDBPyConnection, words: Words) -> Relations:
    """Run the project, and give all the relations there are then."""
    fill(connection, words)
    project(words, with_files=False).run(AS_OF, connection=connection)
    names = connection.execute("SELECT table_schema, table_name FROM information_schema.tables").fetchall()
    return {name: read(connection, *name) for name in names}


def read(connection: duckdb.DuckDBPyConnection, schema: str, name: str) -> Relation:
    found = connection.execute(f"SELECT * FROM {quoted(schema)}.{quoted(name)}")
    columns = [column for column, *_ in found.description or ()]
    kept = [position for position, column in enumerate(columns) if column != "evaluated_at"]
    rows = [[_plain(row, position, columns) for position in kept] for row in found.fetchall()]
    return [columns[position] for position in kept], sorted(rows, key=repr)


def _plain(row: tuple[Any, ...], position: int, columns: list[str]) -> Any:
    """A value; JSON as what it says."""
    is_json = columns[position] == "value" and str(row[columns.index("type")]).startswith("array")
    return json.loads(row[position]) if is_json else row[position]


def with_words(relations: Relations, words: Words) -> Relations:
    """What relations are with other words: as values, as slugs of names, and escaped in the texts of keys."""

    def value(found: Any, column: str, is_ours: bool) -> Any:
        if isinstance(found, list):
            return [value(item, column, is_ours) for item in found]
        if not isinstance(found, str) or not found.startswith("tk_"):
            return found
        if is_ours and column in ("entity", "trait", "audience"):
            return slug_of(words(found))
        if is_ours and column == "key":
            return words(found).replace("\\", "\\\\").replace("|", "\\|")
        return words(found)

    changed: Relations = {}
    for (schema, name), (columns, rows) in relations.items():
        is_ours = schema == "tk_schema"
        entity = next((one for one in ("tk_people", "tk_towns") if is_ours and name.startswith(one)), None)
        if entity is not None:
            name = slug_of(words(entity)) + name.removeprefix(entity)
        new_rows = [[value(cell, column, is_ours) for cell, column in zip(row, columns, strict=True)] for row in rows]
        new_columns = [_column(column, words, is_ours) for column in columns]
        place = (_word(schema, words), _word(name, words) if not is_ours else name)
        changed[place] = (new_columns, sorted(new_rows, key=repr))
    return changed


def _word(text: str, words: Words) -> str:
    return words(text) if text.startswith("tk_") else text


def _column(name: str, words: Words, is_ours: bool) -> str:
    keys = ("tk_key", "tk_code")
    return slug_of(_word(name, words)) if is_ours and name not in keys else _word(name, words)


@pytest.fixture(scope="module")
def relations() -> Relations:
    """What a run leaves with harmless words."""
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE canary AS SELECT 42 AS alive")
        return published(connection, unchanged)


def test_the_project_finds_what_it_looks_for(relations: Relations) -> None:
    """So that equal rows mean something."""
    assert relations["tk_schema", "tk_people_traits"] == (
        ["tk_key", "tk_total", "third", "tk_last_label", "tk_labels", "tk_club_names", "tk_letters", "tk_half",
         "tk_first_at", "tk_soon", "tk_early", "tk_this_year", "tk_last_quarters", "tk_queried"],
        [
            ["tk_key_of_ann", Decimal("15.50"), 6.55, "tk_wanted", ["tk_unwanted", "tk_wanted"],
             ["tk_chess", "tk_choir"], Decimal("15.50"), 7.75, datetime(2024, 6, 1), 2, 0, 2, 2, 2],
            ["tk_key_of_bob", Decimal("7.25"), 6.55, "tk_wanted", ["tk_wanted"], [], Decimal("7.25"), 3.625,
             datetime(2024, 6, 3), 1, 0, 1, 1, 1],
            ["tk_key_of_eve", Decimal(0), 1.0, "tk_label_of_eve", ["tk_label_of_eve"], ["tk_chess"], Decimal(0), 0.0,
             datetime(2024, 6, 5), 1, 0, 1, 1, 1],
            ["tk_key_of_none", Decimal(0), None, "tk_no_label", ["tk_no_label", "tk_none"], [], Decimal(0), 0.0,
             None, 0, 0, 0, 0, None],
        ],
    )  # fmt: skip
    _, sizes = relations["tk_schema", "audience_sizes"]
    assert [(audience, size) for _, audience, _, size, *_ in sizes] == [
        ("good", 3), ("tk_above", 2), ("tk_bad", 1), ("tk_busy", 0), ("tk_dealt", 4), ("tk_followed", 4),
        ("tk_grouped", 4), ("tk_limited", 2), ("tk_loyal", 3), ("tk_named", 3), ("tk_quiet", 1), ("tk_regular", 3),
        ("tk_rich_towns", 1),
    ]  # fmt: skip


@pytest.mark.parametrize("hostile", some([*HOSTILE.values()], 8), ids=some([*HOSTILE], 8))
def test_hostile_words_find_the_same_rows(
    hostile: str, connection: duckdb.DuckDBPyConnection, relations: Relations
) -> None:
    words = hostile_words(hostile)
    assert published(connection, words) == with_words(relations, words)
