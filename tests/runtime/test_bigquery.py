"""Publishing into BigQuery through its own client, on GoogleSQL's evaluator."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import duckdb
import pytest

import coterie
from coterie.runtime.warehouse import Cost
from tests.engines import wanted

if "bigquery" not in wanted():
    pytest.skip("GoogleSQL's evaluator is not installed", allow_module_level=True)

from google.auth.credentials import AnonymousCredentials
from google.cloud import bigquery

from tests.engines.bigquery_endpoint import BILLED, Endpoint, Fault
from tests.engines.bigquery_tables import Datasets
from tests.live import expected, story

CUSTOMERS = (("id", "STRING"), ("country", "STRING"), ("born", "DATE"))
ORDERS = (
    ("id", "INT64"),
    ("customer", "STRING"),
    ("at", "TIMESTAMP"),
    ("amount", "NUMERIC(9, 2)"),
    ("tags", "ARRAY<STRING>"),
    ("notes", "JSON"),
)
PEOPLE: list[tuple[Any, ...]] = [("é", "DE", date(1990, 1, 1)), ("z", "de", None), ("A", None, date(2000, 2, 29))]
BOUGHT: list[tuple[Any, ...]] = [
    (1, "é", datetime(2024, 5, 1, 10, tzinfo=UTC), Decimal("10.50"), ["tea", "cup"], '{"gift": true}'),
    (2, "é", datetime(2024, 5, 2, 10, tzinfo=UTC), Decimal("20.25"), [], None),
    (3, "z", datetime(2024, 5, 3, 10, tzinfo=UTC), Decimal("1"), ["pot"], '{"gift": "no"}'),
    (4, "z", datetime(2024, 6, 1, tzinfo=UTC), Decimal("99"), [], None),
]
DEFINITIONS: dict[str, Any] = {
    "models": [
        {"name": "customers", "source": {"table": "shop.customers"}, "primary_key": "id"},
        {
            "name": "orders",
            "source": {"table": "local.shop.orders"},
            "primary_key": "id",
            "timestamp_column": "at",
            "columns": [{"name": "gift", "expression": "json_value(notes, '$.gift', 'boolean')"}],
        },
    ],
    "relationships": [
        {
            "name": "customer_orders",
            "from_model": "customers",
            "to_model": "orders",
            "cardinality": "one_to_many",
            "join_keys": [{"from": "id", "to": "customer"}],
        }
    ],
    "traits": [
        {
            "name": name,
            "parent_model": "customers",
            "trait_type": kind,
            "config": {"source_model": "orders", **config},
        }
        for name, kind, config in (
            ("revenue", "aggregation", {"aggregation": "sum", "column": "amount"}),
            ("last_order", "aggregation", {"aggregation": "max", "column": "at"}),
            ("tags", "list", {"column": "tags", "elements": True}),
            ("gifts", "aggregation", {"aggregation": "count", "filter": "gift"}),
        )
    ],
    "audiences": [
        {
            "name": "big",
            "parent_model": "customers",
            "filter_tree": "{revenue} > 5",
            "splits": {"salt": "june", "groups": [{"name": "a", "percent": 50}, {"name": "b", "percent": 50}]},
        },
        {"name": "known", "parent_model": "customers", "filter_tree": "country IS NOT NULL"},
    ],
}
JUNE, JULY = "2024-06-01", "2024-07-01"
TABLES = ("customers_traits", "customers_audience_members", "customers_audience_log", "audience_sizes")


@pytest.fixture
def shop() -> Iterator[Endpoint]:
    datasets = Datasets()
    datasets.create("shop", "customers", CUSTOMERS, PEOPLE)
    datasets.create("shop", "orders", ORDERS, BOUGHT)
    with Endpoint(datasets) as found:
        yield found


@pytest.fixture
def client(shop: Endpoint) -> Iterator[bigquery.Client]:
    with bigquery.Client("local", AnonymousCredentials(), client_options={"api_endpoint": shop.address}) as found:
        yield found


def project(**changes: Any) -> coterie.Project:
    return coterie.Project(**(DEFINITIONS | changes))


def rows(shop: Endpoint, table: str, order: str = "1, 2") -> list[tuple[Any, ...]]:
    return shop.datasets.run(f"SELECT * FROM `coterie`.`{table}` ORDER BY {order}")[1]


def every_row(shop: Endpoint) -> dict[str, list[str]]:
    """All that is published, but for when it was."""
    return {name: sorted(map(repr, shop.datasets.found["coterie"][name].rows)) for name in TABLES[:-1]}


def test_a_run_publishes_what_it_evaluates(shop: Endpoint, client: bigquery.Client) -> None:
    report = project().run(as_of=JUNE, connection=client)
    assert rows(shop, "customers_traits") == [
        ("A", 0, None, [], 0),
        ("z", 1, datetime(2024, 5, 3, 10, tzinfo=UTC), ["pot"], 0),
        ("é", Decimal("30.75"), datetime(2024, 5, 2, 10, tzinfo=UTC), ["cup", "tea"], 1),
    ]
    members = [row[:2] for row in rows(shop, "customers_audience_members", "audience, id")]
    assert members == [("é", "big"), ("z", "known"), ("é", "known")]
    assert rows(shop, "trait_values", "key, trait")[-4:] == [
        ("customers", "é", "gifts", "integer", "1"),
        ("customers", "é", "last_order", "timestamp", "2024-05-02T10:00:00.000000Z"),
        ("customers", "é", "revenue", "number", "30.75"),
        ("customers", "é", "tags", "array<text>", '["cup","tea"]'),
    ]
    (entity,) = report.entities
    assert [(audience.slug, audience.size) for audience in entity.audiences] == [("big", 1), ("known", 2)]
    found_no_dataset = 1
    assert report.cost == Cost(bytes=BILLED * (len(shop.jobs) - found_no_dataset))
    assert sorted(name for name in shop.datasets.found["coterie"] if name.startswith("coterie_")) == []


def test_a_second_run_logs_who_entered_and_left(shop: Endpoint, client: bigquery.Client) -> None:
    project().run(as_of=JUNE, connection=client)
    shop.datasets.create("shop", "customers", CUSTOMERS, [("é", None, None), *PEOPLE[1:]])
    project().run(as_of=JULY, connection=client)
    log = rows(shop, "customers_audience_log", "as_of, audience, id")
    june, july = datetime(2024, 6, 1, tzinfo=UTC), datetime(2024, 7, 1, tzinfo=UTC)
    assert [(as_of, audience, key, change) for key, audience, as_of, change, *_ in log] == [
        (june, "big", "é", "enter"),
        (june, "known", "z", "enter"),
        (june, "known", "é", "enter"),
        (july, "big", "z", "enter"),
        (july, "known", "é", "exit"),
    ]


def test_the_same_run_again_changes_nothing(shop: Endpoint, client: bigquery.Client) -> None:
    project().run(as_of=JUNE, connection=client)
    before = every_row(shop)
    project().run(as_of=JUNE, connection=client)
    assert every_row(shop) == before


def test_a_partial_run_keeps_the_other_columns(shop: Endpoint, client: bigquery.Client) -> None:
    project().run(as_of=JUNE, connection=client)
    project().run(as_of=JULY, select="revenue", connection=client)
    found = [(key, revenue, gifts) for key, revenue, _, _, gifts in rows(shop, "customers_traits")]
    assert found == [("A", 0, 0), ("z", 100, 0), ("é", Decimal("30.75"), 1)]


def test_what_is_published_is_what_duckdb_publishes(shop: Endpoint, client: bigquery.Client) -> None:
    project().run(as_of=JULY, connection=client)
    with duckdb.connect() as other:
        other.execute("SET TimeZone = 'UTC'; ATTACH ':memory:' AS local; CREATE SCHEMA shop; CREATE SCHEMA local.shop")
        other.execute("CREATE TABLE shop.customers (id TEXT, country TEXT, born DATE)")
        other.execute(
            """CREATE TABLE local.shop.orders (
                id BIGINT, customer TEXT, "at" TIMESTAMPTZ, amount DECIMAL(9, 2), tags TEXT[], notes JSON
            )"""
        )
        for table, found in (("shop.customers", PEOPLE), ("local.shop.orders", BOUGHT)):
            other.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' for _ in found[0])})", found)
        project().run(as_of=JULY, connection=other)
        for table in ("customers_traits", "audience_members", "customers_audience_log"):
            expected = other.execute(f"SELECT * FROM coterie.{table}").fetchall()
            found = rows(shop, table)
            assert sorted(map(repr, map(_plain, found))) == sorted(map(repr, map(_plain, expected)))


def _plain(row: tuple[Any, ...]) -> list[object]:
    return [_comparable(value) for value in row]


def _comparable(value: object) -> object:
    match value:
        case datetime():
            return value.astimezone(UTC)
        case Decimal():
            return value.normalize()
    return value


def test_the_story_of_live_tests_is_the_same(shop: Endpoint) -> None:
    assert story(shop.target()) == expected()


def test_a_run_that_fails_changes_nothing(shop: Endpoint, client: bigquery.Client) -> None:
    project().run(as_of=JUNE, connection=client)
    before = every_row(shop)
    shop.datasets.create("shop", "customers", CUSTOMERS, [*PEOPLE, ("z", None, None)])
    with pytest.raises(coterie.WarehouseError, match=r"^\[duplicate_key\] 1 value of the key"):
        project().run(as_of=JULY, connection=client)
    assert every_row(shop) == before


def test_changes_of_rows_are_one_job(shop: Endpoint, client: bigquery.Client) -> None:
    project().run(as_of=JUNE, connection=client)
    before = every_row(shop)
    scripts = [sql for sql in shop.statements() if sql.startswith("BEGIN TRANSACTION;\n")]
    assert [sql.count("INSERT INTO") for sql in scripts] == [4]
    shop.faults = [Fault("^BEGIN TRANSACTION", "invalidQuery", "Transaction is aborted due to concurrent update")]
    with pytest.raises(coterie.WarehouseError, match=r"^\[concurrent_run\] another session"):
        project().run(as_of=JULY, connection=client)
    assert every_row(shop) == before
    assert sorted(name for name in shop.datasets.found["coterie"] if name.startswith("coterie_")) == []


FAULTS = {
    "accessDenied": ("not_permitted", "Access Denied: Dataset local:coterie: Permission denied"),
    "quotaExceeded": ("quota_exceeded", "Quota exceeded: Your project exceeded quota for free query bytes scanned."),
    "bytesBilledLimitExceeded": ("quota_exceeded", "Query exceeded limit for bytes billed: 1. 10485760 or higher"),
    "resourcesExceeded": ("out_of_memory", "Resources exceeded during query execution: Not enough memory"),
    "notFound": ("missing_relation", "Not found: Table local:shop.orders was not found in location EU"),
}


@pytest.mark.parametrize(
    ("statement", "reason"),
    [("CREATE TABLE `coterie`.`coterie_customers_staging", reason) for reason in FAULTS]
    + [("^BEGIN TRANSACTION", reason) for reason in ("accessDenied", "quotaExceeded")],
)
def test_what_goes_wrong_under_way_changes_nothing(
    shop: Endpoint, client: bigquery.Client, reason: str, statement: str
) -> None:
    project().run(as_of=JUNE, connection=client)
    before = every_row(shop)
    code, message = FAULTS[reason]
    shop.faults = [Fault(statement, reason, message)]
    with pytest.raises(coterie.WarehouseError) as raised:
        project().run(as_of=JULY, connection=client)
    assert (raised.value.code, raised.value.message.partition(" (job coterie_")[0]) == (code, message)
    assert every_row(shop) == before


def test_a_run_that_is_broken_off_is_mended_by_the_next(shop: Endpoint, client: bigquery.Client) -> None:
    project().run(as_of=JULY, connection=client)
    expected = every_row(shop)
    del shop.datasets.found["coterie"]
    project().run(as_of=JUNE, connection=client)
    fault = Fault("CREATE OR REPLACE TABLE `coterie`.`customers_traits`", "quotaExceeded", "Quota exceeded")
    shop.faults = [fault]
    told = r"^\[quota_exceeded\] Quota exceeded \(job coterie_.*\); before that, the run changed traits of customers, "
    with pytest.raises(coterie.WarehouseError, match=told):
        project().run(as_of=JULY, connection=client)
    shop.faults = []
    project().run(as_of=JULY, connection=client)
    mended = every_row(shop)
    assert mended["customers_traits"] == expected["customers_traits"]
    members = [row[:2] for row in rows(shop, "customers_audience_members", "audience, id")]
    assert members == [("z", "big"), ("é", "big"), ("z", "known"), ("é", "known")]


@pytest.mark.parametrize("step", ["build customers", "commit changes of rows", "publish views"])
def test_a_connection_that_is_lost(shop: Endpoint, step: str) -> None:
    targets = {"dev": shop.target()}
    project(targets=targets).run(as_of=JUNE)
    before = every_row(shop)

    def lose(progress: Any) -> None:
        if str(progress.step) == step and progress.seconds is None:
            shop.stop()

    with pytest.raises(coterie.WarehouseError, match=r"^\[connection_lost\]"):
        project(targets=targets).run(as_of=JUNE, watch=lose)
    assert every_row(shop) == before


def test_a_table_that_is_dropped_under_way(shop: Endpoint, client: bigquery.Client) -> None:
    def drop(progress: Any) -> None:
        if str(progress.step) == "build customers":
            shop.datasets.found["shop"].pop("orders", None)

    with pytest.raises(coterie.WarehouseError, match=r"^\[missing_relation\] Not found: Table local:shop.orders"):
        project().run(as_of=JUNE, connection=client, watch=drop)
    assert "customers_traits" not in shop.datasets.found["coterie"]


def test_tables_that_are_not_there_are_named(client: bigquery.Client) -> None:
    models = [DEFINITIONS["models"][0] | {"source": {"table": "shop.custmers"}}, DEFINITIONS["models"][1]]
    with pytest.raises(coterie.DefinitionErrors) as raised:
        project(models=models).run(as_of=JUNE, connection=client)
    assert "[missing_table]" in str(raised.value)
    assert "did you mean `shop.customers`" in str(raised.value)


def test_what_has_the_name_of_a_published_table(shop: Endpoint, client: bigquery.Client) -> None:
    shop.datasets.run("CREATE SCHEMA IF NOT EXISTS `coterie`")
    shop.datasets.run("CREATE OR REPLACE VIEW `coterie`.`customers_traits` AS\nSELECT 'x' AS id")
    with pytest.raises(coterie.WarehouseError, match=r"^\[wrong_relation\] .* it is currently a VIEW"):
        project().run(as_of=JUNE, connection=client)


def test_checks_write_nothing(shop: Endpoint, client: bigquery.Client) -> None:
    project().check(connection=client)
    assert shop.statements() == []
    assert list(shop.datasets.found) == ["shop"]
