"""Generated projects: DuckDB's rows for the compiled SQL are those of the reference interpreter."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import duckdb
import pytest
from hypothesis import assume, given, settings

from tests.properties.judge_explanations import judge_explanations
from tests.properties.judgement import ENGINE_DEFECT, Verdict, judge_order, judge_rewrites, judge_rows
from tests.properties.reduction import reduced
from tests.properties.strategies import Generated, projects

FEWER = max(1, settings.default.max_examples // 5) if settings.default else 20
Judge = Callable[[duckdb.DuckDBPyConnection, Generated], Verdict]


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as opened:
        opened.execute("SET TimeZone = 'UTC'")
        opened.execute("SET threads = 1")
        yield opened


def stands(connection: duckdb.DuckDBPyConnection, generated: Generated, judge: Judge) -> None:
    """Nothing is wrong with the project; else fail with the smallest one that is wrong in the same way."""
    kind = judge(connection, generated).kind
    assume(kind != ENGINE_DEFECT)
    if kind is not None:
        small = reduced(generated, lambda candidate: judge(connection, candidate).kind)
        raise AssertionError(f"{judge(connection, small).report}\n\n{small!r}")


@given(projects())
def test_rows_are_those_of_the_reference(connection: duckdb.DuckDBPyConnection, generated: Generated) -> None:
    stands(connection, generated, judge_rows)


@settings(max_examples=FEWER)
@given(projects())
def test_the_order_of_definitions_does_not_matter(connection: duckdb.DuckDBPyConnection, generated: Generated) -> None:
    stands(connection, generated, judge_order)


@settings(max_examples=FEWER)
@given(projects())
def test_rewrites_do_not_change_rows(connection: duckdb.DuckDBPyConnection, generated: Generated) -> None:
    stands(connection, generated, judge_rewrites)


@settings(max_examples=FEWER)
@given(projects())
def test_explanations_agree_with_the_reference(connection: duckdb.DuckDBPyConnection, generated: Generated) -> None:
    stands(connection, generated, judge_explanations)
