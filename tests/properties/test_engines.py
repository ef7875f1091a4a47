"""Generated projects on every engine: the rows are those of the reference interpreter."""

from __future__ import annotations

from random import Random

import pytest

from tests.effort import PROFILE
from tests.engines import started, wanted
from tests.properties.chooser import Chooser
from tests.properties.judgement import judge_rows
from tests.properties.reduction import reduced
from tests.properties.strategies import generate

EXAMPLES = {"postgres": 300, "bigquery": 30, "clickhouse": 100, "snowflake": 20, "spark": 20}
CHUNK = 10


def examples(name: str) -> int:
    """So many projects in continuous integration, a chunk on a desk, and on every engine hundreds to explore."""
    return {"quick": CHUNK, "explore": 300}.get(PROFILE, EXAMPLES[name])


def chunks() -> list[object]:
    """Engines with the seeds of some projects each; DuckDB has more of its own."""
    return [
        pytest.param(name, range(first, first + CHUNK), id=f"{name}-{first}")
        for name in wanted()
        if name in EXAMPLES
        for first in range(0, examples(name), CHUNK)
    ]


@pytest.mark.parametrize(("name", "seeds"), chunks())
def test_rows_are_those_of_the_reference(name: str, seeds: range) -> None:
    engine = started(name)
    for seed in seeds:
        generated = generate(Chooser(Random(seed)))
        if judge_rows(engine, generated).kind is not None:
            small = reduced(generated, lambda candidate: judge_rows(engine, candidate).kind)
            raise AssertionError(f"seed {seed}: {judge_rows(engine, small).report}\n\n{small!r}")
