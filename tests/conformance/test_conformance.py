"""Every primitive on every engine: what comes out of its rows is what `rows/` says."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from coterie import dialects
from coterie.dialects.base import AGGREGATE_MEANINGS, MEANINGS, RELATION_MEANINGS
from tests.conformance.columns import misread, miswritten
from tests.conformance.judge import problems
from tests.conformance.rows_file import primitives
from tests.conformance.situations import NEEDLESS, covered
from tests.conformance.situations import wanted as wanted_situations
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
    is_lacking = primitive.theme != "types" and dialects.get(engine.dialect).lacks(name)
    if engine.dialect in primitive.marks:
        mark, reason = primitive.marks[engine.dialect]
        assert is_lacking, f"{name} is marked `{mark}` ({reason}), but the dialect has it"
        pytest.xfail(reason)
    assert not is_lacking, f"{engine.dialect} has no {name}: mark it `notimpl`, or `never`, and say why"
    found = list(problems(engine, primitive))
    assert not found, "\n".join(found)


def test_columns_are_read_as_their_types(engine: Engine) -> None:
    found = list(misread(engine))
    assert not found, "\n".join(found)


def test_written_types_are_read_as_themselves(engine: Engine) -> None:
    found = list(miswritten(engine))
    assert not found, "\n".join(found)


def test_every_primitive_has_rows() -> None:
    meant = {**MEANINGS, **AGGREGATE_MEANINGS, **RELATION_MEANINGS}
    assert {name for name, primitive in primitives().items() if primitive.theme != "types"} == set(meant)


def test_every_situation_has_rows() -> None:
    missing = [
        f"{primitive.name}: {situation}"
        for primitive in primitives().values()
        for situation in sorted(wanted_situations(primitive) - covered(primitive))
        if f"{primitive.name}: {situation}" not in NEEDLESS
    ]
    assert not missing, "\n".join(missing)


def test_every_needless_situation_is_missing() -> None:
    covering = {f"{primitive.name}: {one}" for primitive in primitives().values() for one in covered(primitive)}
    assert not covering & set(NEEDLESS)
