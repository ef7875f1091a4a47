"""What only compiling needs is gone after it, and does not wait for the collector of cyclic garbage."""

from __future__ import annotations

import gc

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
