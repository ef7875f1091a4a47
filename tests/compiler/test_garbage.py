"""What only compiling needs is gone after it, and does not wait for the collector of cyclic garbage."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from coterie import compiler, dialects
from coterie.compiler.catalog import Catalog
from coterie.compiler.checking.typed import Typed
from coterie.compiler.ir.rel import Aggregate, Plan
from tests.compiler.orders_shop import AS_OF, NATIVES, project


def test_neither_plan_nor_types_are_left_to_the_collector() -> None:
    definitions = project({"aggregation": "count"}, audiences=["t0 > 1"]).definitions
    gc.collect()
    gc.disable()
    before = alive()
    try:
        (one,) = compiler.compile(definitions, Catalog(NATIVES), dialects.get("duckdb"), as_of=AS_OF).entities
        assert one.sql
        assert alive() == before
    finally:
        gc.enable()


def alive() -> int:
    return sum(isinstance(one, Typed | Plan | Aggregate) for one in gc.get_objects())


@pytest.fixture
def thawed() -> Iterator[None]:
    """Nothing is kept from the collector, as the tests are otherwise."""
    gc.unfreeze()
    yield
    gc.freeze()


@pytest.mark.usefixtures("thawed")
def test_what_is_made_is_old_at_once() -> None:
    """So the collector does not walk all of it as soon as it runs again."""
    definitions = project({"aggregation": "count"}, audiences=["t0 > 1"]).definitions
    (one,) = compiler.compile(definitions, Catalog(NATIVES), dialects.get("duckdb"), as_of=AS_OF).entities
    assert not any(young is one.tree for young in gc.get_objects(generation=0))
    assert any(old is one.tree for old in gc.get_objects(generation=2))


def test_what_somebody_keeps_from_the_collector_stays_so() -> None:
    gc.freeze()
    definitions = project({"aggregation": "count"}).definitions
    compiler.compile(definitions, Catalog(NATIVES), dialects.get("duckdb"), as_of=AS_OF)
    assert gc.get_freeze_count() > 0
