"""Generated projects: DuckDB's rows for the compiled SQL are those of the reference interpreter."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings

from tests.engines import Engine, started
from tests.properties.judge_built import judge_built
from tests.properties.judge_explanations import judge_explanations
from tests.properties.judgement import ENGINE_DEFECT, Judge, judge_order, judge_rewrites, judge_rows, judge_told
from tests.properties.reduction import reduced
from tests.properties.strategies import Generated, projects

EXAMPLES = settings.default.max_examples if settings.default else 100
FEWER = max(1, EXAMPLES // 6)


@pytest.fixture(scope="module")
def engine() -> Engine:
    return started("duckdb")


def stands(engine: Engine, generated: Generated, judge: Judge) -> None:
    """Nothing is wrong with the project; else fail with the smallest one that is wrong in the same way."""
    kind = judge(engine, generated).kind
    assume(kind != ENGINE_DEFECT)
    if kind is not None:
        small = reduced(generated, lambda candidate: judge(engine, candidate).kind)
        raise AssertionError(f"{judge(engine, small).report}\n\n{small!r}")


@given(projects())
def test_rows_are_those_of_the_reference(engine: Engine, generated: Generated) -> None:
    stands(engine, generated, judge_rows)


@settings(max_examples=FEWER)
@given(projects())
def test_the_order_of_definitions_does_not_matter(engine: Engine, generated: Generated) -> None:
    stands(engine, generated, judge_order)


@settings(max_examples=max(1, EXAMPLES // 3))
@given(projects())
def test_rewrites_do_not_change_rows(engine: Engine, generated: Generated) -> None:
    stands(engine, generated, judge_rewrites)


@settings(max_examples=max(1, EXAMPLES // 3))
@given(projects())
def test_rewrites_that_matter_are_told(engine: Engine, generated: Generated) -> None:
    stands(engine, generated, judge_told)


@settings(max_examples=FEWER)
@given(projects())
def test_what_was_built_is_what_is_evaluated(engine: Engine, generated: Generated) -> None:
    stands(engine, generated, judge_built)


@settings(max_examples=FEWER)
@given(projects())
def test_explanations_agree_with_the_reference(engine: Engine, generated: Generated) -> None:
    stands(engine, generated, judge_explanations)
