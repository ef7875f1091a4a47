"""Every primitive on every engine: what comes out of its rows is what `rows/` says."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from coterie.dialects.base import AGGREGATE_MEANINGS, MEANINGS, RELATION_MEANINGS
from tests.conformance.columns import misread, miswritten
from tests.conformance.judge import problems
from tests.conformance.rows_file import primitives
from tests.conformance.situations import NEEDLESS, covered
from tests.conformance.situations import wanted as wanted_situations
from tests.conformance.table import NOT_AVAILABLE, Cells, is_current, outcome
from tests.engines import Engine, started, wanted

FOUND: Cells = {}
"""What the tests have found so far, for the page that tells it."""


@pytest.fixture(scope="module", params=wanted())
def engine_name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def engine(engine_name: str) -> Iterator[Engine]:
    found = started(engine_name)
    found.begin()
    yield found
    found.begin()


@pytest.mark.parametrize("name", primitives())
def test_primitive(engine_name: str, engine: Engine, name: str) -> None:
    primitive = primitives()[name]
    said = outcome(primitive, engine_name, engine.dialect)
    mark, reason = primitive.marks.get(engine.dialect, ("", ""))
    is_lacking = said == NOT_AVAILABLE
    assert is_lacking == (mark in ("notimpl", "never")), f"{name}: the dialect {'lacks' if is_lacking else 'has'} it"
    if not is_lacking:
        found = list(problems(engine, primitive))
        assert not found, "\n".join(found)
    FOUND[name, engine.dialect] = said
    if is_lacking:
        pytest.xfail(reason)


def test_the_support_page_says_what_was_found(engine: Engine) -> None:
    found = {place: cell for place, cell in FOUND.items() if place[1] == engine.dialect}
    if len(found) < len(primitives()):
        pytest.skip("not every primitive was asked, or one failed")
    assert is_current(engine.dialect, found), "docs/support.md is out of date: make support"


def test_columns_are_read_as_their_types(engine: Engine) -> None:
    found = list(misread(engine))
    assert not found, "\n".join(found)


def test_written_types_are_read_as_themselves(engine: Engine) -> None:
    found = list(miswritten(engine))
    assert not found, "\n".join(found)


def test_every_primitive_has_rows() -> None:
    meant = {**MEANINGS, **AGGREGATE_MEANINGS, **RELATION_MEANINGS}
    assert {name for name, primitive in primitives().items() if primitive.is_primitive} == set(meant)


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
