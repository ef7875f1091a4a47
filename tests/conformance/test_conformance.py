"""Every primitive on every engine: what comes out of its rows is what `rows/` says."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from coterie import dialects
from tests.conformance.judge import problems
from tests.conformance.rows_file import primitives
from tests.engines import Engine, started, wanted


@pytest.fixture(scope="module", params=[pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in wanted()])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    found = started(request.param)
    found.begin()
    yield found
    found.begin()


@pytest.mark.parametrize("name", primitives())
def test_primitive(engine: Engine, name: str) -> None:
    primitive = primitives()[name]
    is_lacking = dialects.get(engine.dialect).lacks(name)
    if engine.dialect in primitive.marks:
        mark, reason = primitive.marks[engine.dialect]
        assert is_lacking, f"{name} is marked `{mark}` ({reason}), but the dialect has it"
        pytest.xfail(reason)
    assert not is_lacking, f"{engine.dialect} has no {name}: mark it `notimpl`, or `never`, and say why"
    found = list(problems(engine, primitive))
    assert not found, "\n".join(found)
