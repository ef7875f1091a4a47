"""The dialect of the page on adding an engine: what it says of primitives is so, of all that it has."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from coterie import dialects
from coterie.dialects import Dialect
from coterie.dialects.base import AGGREGATE_MEANINGS, MEANINGS
from coterie.types import Kind
from tests.conformance.judge import problems
from tests.conformance.rows_file import Call, Reduced, primitives
from tests.docs.blocks import blocks
from tests.docs.session import ROOT
from tests.engines.duckdb import DuckDB

PAGE = ROOT / "docs" / "adding_an_engine.md"
KNOWN = {Kind.BOOLEAN, Kind.INTEGER, Kind.DECIMAL, Kind.TEXT, Kind.DATE, Kind.TIMESTAMP}


@cache
def tiny() -> Dialect:
    """The dialect that the page's first block of Python makes."""
    first = next(block for block in blocks(PAGE.read_text(encoding="utf-8")) if block.language == "python")
    names: dict[str, Any] = {}
    exec(first.content, names)
    found = names["TINY"]
    assert isinstance(found, Dialect)
    return found


class Tiny(DuckDB):
    dialect = "tiny"


@pytest.fixture(scope="module")
def engine() -> Tiny:
    found = Tiny()
    found.begin()
    return found


def is_known(call: Call | Reduced) -> bool:
    """Are all columns of types that the dialect reads, and is what comes out?"""
    if any(place.is_json for place in call.columns):
        return False
    natives = (place.native.upper().replace("TEXT", "VARCHAR") for place in call.columns)
    return {call.type.kind, *(tiny().read_type(native, "UTC").kind for native in natives)} <= KNOWN


def has(name: str) -> bool:
    return not tiny().lacks(name) and any(map(is_known, primitives()[name].asked))


@pytest.mark.parametrize("name", [name for name in (*MEANINGS, *AGGREGATE_MEANINGS) if has(name)])
def test_primitive(name: str, engine: Tiny, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialects, "get", {"tiny": tiny()}.__getitem__)
    known = primitives()[name]
    calls, reduced = filter(is_known, known.calls), filter(is_known, known.reduced)
    found = list(problems(engine, replace(known, calls=tuple(calls), reduced=tuple(reduced))))
    assert not found, "\n".join(found)


def test_most_of_what_it_has_is_asked() -> None:
    assert len([name for name in MEANINGS if has(name)]) > 40
