"""What BigQuery tells of tables: rows of what is stored, and which relations are not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlglot import exp

from tests.engines import wanted

if "bigquery" not in wanted():
    pytest.skip("BigQuery is not asked", allow_module_level=True)

from google.auth.credentials import AnonymousCredentials
from google.cloud import bigquery

from coterie.runtime.bigquery import adopt
from tests.engines.bigquery_endpoint import Endpoint, Nothing, Relation
from tests.runtime.told_tables import told_of

COLUMNS = (("id", "INT64"),)


@pytest.fixture
def client() -> Iterator[bigquery.Client]:
    held = Nothing()
    held.found["shop"] = {
        "orders": Relation(COLUMNS, [(1,), (2,), (3,)]),
        "empty": Relation(COLUMNS),
        "recent": Relation(COLUMNS, select="SELECT 1 AS id"),
        "by_day": Relation(COLUMNS, order={"timePartitioning": {"type": "DAY", "field": "at"}}),
        "by_arrival": Relation(
            COLUMNS, order={"timePartitioning": {"type": "DAY"}, "clustering": {"fields": ["id", "at"]}}
        ),
    }
    default = bigquery.QueryJobConfig(default_dataset="local.shop")
    with Endpoint(held) as found:
        options = {"api_endpoint": found.address}
        credentials = AnonymousCredentials()
        with bigquery.Client("local", credentials, client_options=options, default_query_job_config=default) as opened:
            yield opened


@pytest.mark.parametrize(
    ("name", "is_stored", "rows"),
    [
        ("shop.orders", True, 3),
        ("local.shop.orders", True, 3),
        ("orders", True, 3),
        ("shop.empty", True, 0),
        ("shop.recent", False, None),
        ("shop.missing", True, None),
        ("other.orders", True, None),
    ],
)
def test_a_table(name: str, is_stored: bool, rows: int | None, client: bigquery.Client) -> None:
    known = told_of(client, name)
    assert (known.is_stored("asked"), known.rows("asked")) == (is_stored, rows)
    assert (known.distinct("asked", "id"), known.oldest("asked", "at")) == (None, None)


@pytest.mark.parametrize(("name", "pruned"), [("orders", []), ("by_day", ["at"]), ("by_arrival", ["id"])])
def test_how_a_table_is_partitioned_and_clustered(name: str, pruned: list[str], client: bigquery.Client) -> None:
    known = told_of(client, f"shop.{name}")
    assert [column for column in ("id", "at") if known.prunes("asked", column)] == pruned


def test_what_is_no_table_is_not_asked_for(client: bigquery.Client) -> None:
    known = adopt(client).statistics({"asked": exp.func("EXTERNAL_QUERY"), "orders": exp.to_table("shop.orders")})
    assert (known.rows("asked"), known.rows("orders")) == (None, 3)
