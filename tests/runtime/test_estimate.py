"""Estimates: the count, the sample that a share of the hash buckets is, and the interval around it."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coterie.errors import DefinitionErrors, WarehouseError
from coterie.project import Project
from coterie.runtime.estimate import Estimate

NOW = datetime(2024, 7, 1, tzinfo=UTC)
CUSTOMERS = 2_000


def bucket(key: str) -> int:
    """Worked out from the page: the first 8 hex digits of the MD5, mod 10,000."""
    return int(hashlib.md5(f"coterie estimate|{key}".encode()).hexdigest()[:8], 16) % 10_000


def estimate(entities: int, sample: int, members: int) -> Estimate:
    return Estimate("customers", "buyers", NOW, entities, sample, members)


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as opened:
        opened.execute(
            f"CREATE TABLE customers AS SELECT i AS id, 'r' || (i % 3) AS region FROM range({CUSTOMERS}) AS c(i)"
            " UNION ALL SELECT NULL, 'r0'"
        )
        opened.execute("CREATE TABLE orders AS SELECT i % 1000 AS customer, i AS amount FROM range(5000) AS o(i)")
        yield opened


@pytest.fixture(params=["id", ["region", "id"]], ids=["one column", "several"])
def project(request: pytest.FixtureRequest) -> Project:
    orders: dict[str, Any] = {"type": "condition", "condition_type": "relationship", "source_model": "orders"}
    return Project(
        models=[
            {"name": "customers", "source": {"table": "customers"}, "primary_key": request.param},
            {"name": "orders", "source": {"table": "orders"}},
        ],
        relationships=[
            {
                "name": "customer_orders",
                "from_model": "customers",
                "to_model": "orders",
                "cardinality": "one_to_many",
                "join_keys": [{"from": "id", "to": "customer"}],
            }
        ],
        audiences=[
            {"name": "Buyers", "parent_model": "customers", "filter_tree": orders},
            {"name": "Everyone", "parent_model": "customers"},
        ],
    )


def key_of(project: Project, customer: int) -> str:
    is_single = project.definitions.models[0].primary_key == ("id",)
    return str(customer) if is_single else f"r{customer % 3}|{customer}"


def test_all_are_counted(project: Project, connection: duckdb.DuckDBPyConnection) -> None:
    for whole in (None, 1, 1.0):
        found = project.estimate("Buyers", whole, NOW, connection=connection)
        assert found == estimate(CUSTOMERS, CUSTOMERS, 1000)
        assert (found.size, found.low, found.high, found.is_exact) == (1000, 1000, 1000, True)


@pytest.mark.parametrize(("sample", "buckets"), [(0.1, 1000), (0.5, 5000), (0.0001, 1), (0.00001, 1)])
def test_a_sample_is_the_first_buckets(
    project: Project, connection: duckdb.DuckDBPyConnection, sample: float, buckets: int
) -> None:
    chosen = [customer for customer in range(CUSTOMERS) if bucket(key_of(project, customer)) < buckets]
    members = [customer for customer in chosen if customer < 1000]
    found = project.estimate("buyers", sample, NOW, connection=connection)
    assert (found.entities, found.sample_size, found.sample_members) == (CUSTOMERS, len(chosen), len(members))
    assert (found.entity, found.audience, found.as_of) == ("customers", "buyers", NOW)


def test_everyone_of_a_sample(project: Project, connection: duckdb.DuckDBPyConnection) -> None:
    found = project.estimate("everyone", 0.25, NOW, connection=connection)
    assert found.sample_members == found.sample_size < CUSTOMERS
    assert found.size == found.high == CUSTOMERS
    assert found.low < CUSTOMERS


@pytest.mark.parametrize("ask", ["estimate", "preview"])
def test_what_a_broken_promise_would_falsify_is_refused(ask: str) -> None:
    project = Project(
        models=[{"name": "c", "source": {"sql": "SELECT UNNEST([1, 1, 2]) AS id"}, "primary_key": "id"}],
        audiences=[{"name": "all", "parent_model": "c"}],
    )
    with duckdb.connect() as connection, pytest.raises(WarehouseError) as caught:
        getattr(project, ask)("audience:all", as_of=NOW, connection=connection)
    assert caught.value.code == "duplicate_key"


@given(st.data())
def test_the_ends_are_where_the_sample_is_just_likely_enough(data: st.DataObject) -> None:
    """Wilson: at both ends, the share lies 1.96 standard errors (of that end) from what was found."""
    entities = data.draw(st.integers(3, 10**9))
    sample = data.draw(st.integers(2, min(entities - 1, 10**6)))
    members = data.draw(st.integers(0, sample))
    found, share = estimate(entities, sample, members), members / sample
    for end in found._wilson():
        error = math.sqrt(max(end * (1 - end), 0) / sample * (entities - sample) / (entities - 1))
        assert abs(share - end) == pytest.approx(1.959963985 * error, rel=1e-6, abs=1e-7)
    assert members <= found.low <= found.size <= found.high <= entities - (sample - members)


@pytest.mark.parametrize(
    ("counts", "interval"),
    [
        ((1000, 100, 10), (100, 56, 170)),
        ((1000, 100, 0), (0, 0, 34)),
        ((1000, 100, 100), (1000, 966, 1000)),
        ((1000, 999, 500), (501, 500, 501)),
        ((1000, 0, 0), (0, 0, 1000)),
        ((0, 0, 0), (0, 0, 0)),
        ((1, 1, 1), (1, 1, 1)),
    ],
)
def test_intervals(counts: tuple[int, int, int], interval: tuple[int, int, int]) -> None:
    found = estimate(*counts)
    assert (found.size, found.low, found.high) == interval


@pytest.mark.parametrize("sample", [0, -0.1, 1.01, float("nan")])
def test_a_sample_is_a_share(project: Project, connection: duckdb.DuckDBPyConnection, sample: float) -> None:
    with pytest.raises(DefinitionErrors, match=r"\[out_of_range\] found the sample .* above 0 and up to 1"):
        project.estimate("buyers", sample, NOW, connection=connection)


def test_only_audiences_have_a_size(project: Project, connection: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(DefinitionErrors) as raised:
        project.estimate("spenders", connection=connection)
    assert str(raised.value) == (
        "[unknown_selection] `audience:spenders` selects nothing\n    known audiences: `buyers`, `everyone`"
    )
