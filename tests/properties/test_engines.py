"""Generated projects on every engine: the rows are those of the reference interpreter, with whatever rewrites."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from random import Random
from typing import Any

import pytest

from tests.effort import PROFILE
from tests.engines import Engine, started, wanted
from tests.properties.chooser import Chooser
from tests.properties.judgement import Judge, judge_rewrites, judge_rows
from tests.properties.reduction import reduced
from tests.properties.strategies import generate

EXAMPLES = {"postgres": 300, "bigquery": 30, "clickhouse": 100, "snowflake": 20, "spark": 20}
REWRITTEN = {"postgres": 30, "bigquery": 3, "clickhouse": 10, "snowflake": 3, "spark": 2}
"""Each of them is asked for in several ways."""
FIRST_REWRITTEN = 10_000
CHUNK = 10


def chunks(examples: Mapping[str, int], first: int = 0) -> Iterator[Any]:
    """Engines with the seeds of some projects each: on a desk at most a chunk, to explore hundreds; not of DuckDB."""
    for name in wanted():
        if name in examples:
            most = {"quick": min(CHUNK, examples[name]), "explore": 300}.get(PROFILE, examples[name])
            for start in range(first, first + most, CHUNK):
                seeds = range(start, min(start + CHUNK, first + most))
                yield pytest.param(name, seeds, id=f"{name}-{start}")


def stand(engine: Engine, seeds: range, judge: Judge) -> None:
    """Nothing is wrong with the projects of some seeds; else fail with the smallest one that is wrong in this way."""
    for seed in seeds:
        generated = generate(Chooser(Random(seed)))
        if judge(engine, generated).kind is not None:
            small = reduced(generated, lambda candidate: judge(engine, candidate).kind)
            raise AssertionError(f"seed {seed}: {judge(engine, small).report}\n\n{small!r}")


@pytest.mark.parametrize(("name", "seeds"), [*chunks(EXAMPLES)])
def test_rows_are_those_of_the_reference(name: str, seeds: range) -> None:
    stand(started(name), seeds, judge_rows)


@pytest.mark.parametrize(("name", "seeds"), [*chunks(REWRITTEN, FIRST_REWRITTEN)])
def test_rewrites_change_no_row(name: str, seeds: range) -> None:
    stand(started(name), seeds, judge_rewrites)
