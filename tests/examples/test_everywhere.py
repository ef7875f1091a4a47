"""The Online Retail example gives the same rows on every engine that can hold it, column by column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import cache
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import pytest

import coterie
from coterie.compiler import Catalog, Compiled, compile
from coterie.compiler.definitions import ProjectDef
from coterie.dialects import get
from tests.case_rows import held, same
from tests.engines import ENGINES, Engine, rows_of, started, wanted
from tests.examples.oracle import EXAMPLES

EXAMPLE = EXAMPLES / "online_retail"
END_OF_DATA = datetime(2011, 7, 1, tzinfo=UTC)
ELSEWHERE = [name for name in wanted() if name != "duckdb"]
OF_FIRST_CUSTOMERS = """
    SELECT * FROM read_parquet($1) WHERE CustomerID IN (
        SELECT CustomerID FROM (
            SELECT CustomerID, SUM(COUNT(*)) OVER (ORDER BY CustomerID) AS lines
            FROM read_parquet($2) GROUP BY CustomerID
        ) WHERE lines <= $3
    )
"""
Columns = Mapping[str, Mapping[Any, Any]]


def on_tables() -> ProjectDef:
    """The example with tables in place of its files, called as the models are."""
    project = coterie.load(EXAMPLE).definitions
    models = tuple(
        model if model.source.file is None else model.model_copy(update={"source": to_table(model.source, model.name)})
        for model in project.models
    )
    return project.model_copy(update={"models": models})


def to_table(source: Any, name: str) -> Any:
    return source.model_copy(update={"file": None, "table": name})


def fill(engine: Engine, most_rows: int | None) -> None:
    """Make the tables; where an engine bears but so many rows, of the first customers and their lines."""
    engine.begin()
    files = {
        model.name: str(EXAMPLE / model.source.file)
        for model in coterie.load(EXAMPLE).definitions.models
        if model.source.file
    }
    if most_rows is None:
        for name, file in files.items():
            engine.copy_parquet(name, file)
        return
    with TemporaryDirectory() as folder:
        for name, file in files.items():
            few = duckdb.sql(OF_FIRST_CUSTOMERS, params=[file, files["lines"], most_rows])
            few.write_parquet(f"{folder}/{name}.parquet")
            engine.copy_parquet(name, f"{folder}/{name}.parquet")


def compiled(engine: Engine, project: ProjectDef) -> Compiled:
    from coterie.compiler.writing.render import render
    from coterie.compiler.writing.sources import SourceReader

    dialect = get(engine.dialect)
    reader = SourceReader(dialect, {model.name: model for model in project.models}, END_OF_DATA)
    columns = {model.name: engine.describe_query(render(reader.query(model), dialect)) for model in project.models}
    return compile(project, Catalog(columns), dialect, as_of=END_OF_DATA)


def answers(name: str, most_rows: int | None) -> dict[str, Columns]:
    """Every column of every entity, by key."""
    engine = started(name)
    fill(engine, most_rows)
    found = {}
    for statement in compiled(engine, on_tables()).entities:
        rows = {tuple(row[key.name] for key in statement.key): row for row in rows_of(engine, statement)}
        columns = (*statement.traits, *statement.audiences, *statement.splits)
        found[statement.entity] = {one.name: {key: row[one.name] for key, row in rows.items()} for one in columns}
    return found


@cache
def expected(most_rows: int | None) -> dict[str, Columns]:
    return answers("duckdb", most_rows)


@pytest.mark.parametrize("name", ELSEWHERE)
def test_rows_are_those_of_duckdb(name: str) -> None:
    most_rows = ENGINES[name].most_rows
    right, found = expected(most_rows), answers(name, most_rows)
    assert found.keys() == right.keys()
    null_arrays = get(started(name).dialect).null_arrays
    assert [line for entity in found for line in compared(entity, right[entity], found[entity], null_arrays)] == []


def compared(entity: str, expected: Columns, found: Columns, null_arrays: bool) -> Iterator[str]:
    assert list(expected) == list(found)
    for column, values in expected.items():
        assert values.keys() == found[column].keys(), f"{entity}: other keys"
        pairs = {key: (value, found[column][key]) for key, value in values.items()}
        wrong = {
            key: (one, other)
            for key, (one, other) in pairs.items()
            if not same(held(one, other, null_arrays=null_arrays), other)
        }
        if wrong:
            key, (one, other) = next(iter(wrong.items()))
            yield f"{entity}.{column}: {len(wrong)} differ, {key}: expected {one!r}, found {other!r}"
