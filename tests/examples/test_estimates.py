"""Estimates of the Online Retail audiences keep their promise: 19 of 20 intervals have the size inside."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from coterie import compiler, dialects
from coterie.project import load
from coterie.runtime.catalog import read_catalog
from coterie.runtime.estimate import buckets_of, estimate
from coterie.runtime.warehouse import adopt
from tests.examples.oracle import EXAMPLES
from tests.examples.published import Published, defined

EXAMPLE = "online_retail"
AS_OF = datetime(2011, 7, 1, tzinfo=UTC)


@pytest.mark.slow
def test_intervals_have_the_size_inside() -> None:
    published, project = Published(EXAMPLE, AS_OF), load(EXAMPLES / EXAMPLE)
    warehouse, dialect = adopt(published.connection), dialects.get("duckdb")
    catalog = read_catalog(project.definitions.models, warehouse, dialect, project.root)
    typed = compiler.check(project.definitions, catalog, dialect)
    slugs = [
        slug for model, _, slug in (one.partition(".") for one in defined(EXAMPLE, "audience")) if model == "customers"
    ]
    missed = []
    for slug in slugs:
        found = estimate(
            typed, "customers", slug, buckets_of(0.2), warehouse, dialect, as_of=AS_OF, root=str(project.root)
        )
        assert (found.entities, found.sample_size) == (4372, 879)
        if not found.low <= len(published.members(f"customers.{slug}")) <= found.high:
            missed.append(slug)
    assert len(slugs) > 30
    assert len(missed) <= len(slugs) // 10, missed
