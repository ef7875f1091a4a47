"""Runs on ClickHouse itself through the real clickhouse-connect, and what is said when something is wrong.

The engine is chdb, behind the HTTP interface of `tests.engines.clickhouse_server`, and in a process of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from importlib.util import find_spec
from typing import Any

import pytest

import coterie
from coterie.runtime.warehouse import adopt
from tests.engines import wanted
from tests.live import expected, story

if "clickhouse" not in wanted() or find_spec("clickhouse_connect") is None:
    pytest.skip("chdb or clickhouse-connect is not installed", allow_module_level=True)

from clickhouse_connect.driver.client import Client

from tests.engines.clickhouse_server import faults, requests
from tests.runtime.clickhouse_shop import DEFINITIONS, fill, opened, project, target

JUNE, JULY = "2024-06-01", "2024-07-01"


@pytest.fixture
def client() -> Iterator[Client]:
    with opened(settings={"session_timezone": "America/New_York"}) as client:
        fill(client)
        yield client


def published(client: Client, relation: str, columns: str = "*") -> list[tuple[Any, ...]]:
    """The rows of a relation in the published database, in order."""
    return sorted(client.query(f"SELECT {columns} FROM coterie.{relation}", tz_mode="aware").result_rows, key=repr)


def everything(client: Client) -> dict[str, list[tuple[Any, ...]]]:
    """All that stands in the published database, but for when it was evaluated."""
    return {name: published(client, name, "* EXCEPT evaluated_at") for name in relations(client)}


def relations(client: Client) -> list[str]:
    return [name for (name,) in client.query("SELECT name FROM system.tables WHERE database = 'coterie'").result_rows]


def test_a_run_publishes_what_it_evaluates(client: Client) -> None:
    report = project().run(as_of=JUNE, connection=client)
    assert published(client, "customers_traits") == [
        ("A", Decimal("0.00"), None, [], 0),
        ("z", Decimal("1.00"), datetime(2024, 5, 3, 10, tzinfo=UTC), ["pot"], 0),
        ("é", Decimal("30.75"), datetime(2024, 5, 2, 10, tzinfo=UTC), ["cup", "tea"], 1),
    ]
    assert published(client, "customers_audience_members", "audience, id") == [
        ("big", "é"),
        ("known", "z"),
        ("known", "é"),
    ]
    assert published(client, "trait_values")[-4:] == [
        ("customers", "é", "gifts", "integer", "1"),
        ("customers", "é", "last_order", "timestamp", "2024-05-02T10:00:00.000000Z"),
        ("customers", "é", "revenue", "number", "30.75"),
        ("customers", "é", "tags", "array<text>", '["cup","tea"]'),
    ]
    assert adopt(client).relations("coterie")["customers_traits"] == (
        ("id", "Nullable(String)"),
        ("revenue", "Nullable(Decimal(38, 2))"),
        ("last_order", "Nullable(DateTime64(6, 'UTC'))"),
        ("tags", "Array(String)"),
        ("gifts", "Nullable(Int64)"),
    )
    (entity,) = report.entities
    assert [(audience.slug, audience.size) for audience in entity.audiences] == [("big", 1), ("known", 2)]
    assert [name for name in relations(client) if name.startswith("coterie_")] == []


def test_the_story_of_live_tests_is_the_same(client: Client) -> None:
    assert story(target()) == expected()
    assert client.command("SELECT count() FROM system.databases WHERE startsWith(name, 'coterie_live')") == 0


def test_a_run_that_finds_repeated_keys_changes_nothing(client: Client) -> None:
    project().run(as_of=JUNE, connection=client)
    before = everything(client)
    client.command("INSERT INTO shop.customers (id) VALUES ('z')")
    with pytest.raises(coterie.WarehouseError, match=r"^\[duplicate_key\] 1 value of the key"):
        project().run(as_of=JULY, connection=client)
    assert everything(client) == before


def of_step(step: str, does: Callable[[], object]) -> Callable[[Any], None]:
    """Does something when a step begins."""

    def watch(progress: Any) -> None:
        if progress.seconds is None and str(progress.step) == step:
            does()

    return watch


FAULTS: dict[str, tuple[dict[str, Any], str]] = {
    "a connection that is lost": ({}, "[connection_lost] Remote end closed connection without response"),
    "permission": ({"code": 497, "message": "coterie: Not enough privileges."}, "[not_permitted] coterie: Not enough"),
    "a quota": (
        {"code": 201, "message": "Quota for user `u` has been exceeded"},
        "[quota_exceeded] Quota for user `u`",
    ),
    "memory": ({"code": 241, "message": "(total) memory limit exceeded"}, "[out_of_memory] (total) memory limit"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_fails_while_computing_changes_nothing(client: Client, fault: str) -> None:
    project().run(as_of=JUNE, connection=client)
    before = everything(client)
    told, says = FAULTS[fault]
    with faults({"query": "^CREATE TABLE .*_staging", **told}), pytest.raises(coterie.WarehouseError) as raised:
        project().run(as_of=JULY, connection=client)
    assert str(raised.value).startswith(says)
    assert everything(client) == before


@cache
def undisturbed() -> dict[str, list[tuple[Any, ...]]]:
    """All that two runs leave."""
    with opened() as client:
        fill(client)
        for as_of in (JUNE, JULY):
            project().run(as_of=as_of, connection=client)
        return everything(client)


@pytest.mark.parametrize(
    ("table", "first"),
    [
        ("trait_evaluations", "lost"),
        ("customers_audience_log", "done"),
        ("customers_audience_members", "lost"),
        ("customers_traits", "done"),
        pytest.param("trait_evaluations", "done", marks=pytest.mark.minutes),
        pytest.param("customers_audience_log", "lost", marks=pytest.mark.minutes),
        pytest.param("customers_audience_members", "done", marks=pytest.mark.minutes),
        pytest.param("customers_traits", "lost", marks=pytest.mark.minutes),
    ],
)
def test_a_run_that_breaks_off_in_the_midst_is_made_good_by_the_next(table: str, first: str) -> None:
    """The connection is lost before the server hears of the statement, or before it can say that it is done."""
    expected = undisturbed()
    with opened() as client:
        fill(client)
        project().run(as_of=JUNE, connection=client)
        lost = {"query": rf'^CREATE OR REPLACE TABLE "coterie"."{table}"', "first": first}
        says = r"^\[connection_lost\] .*the run may have changed .*: repeat it to finish$"
        with faults(lost), pytest.raises(coterie.WarehouseError, match=says):
            project().run(as_of=JULY, connection=client)
        project().run(as_of=JULY, connection=client)
        assert everything(client) == expected


def test_a_table_that_is_dropped_under_way(client: Client) -> None:
    project().run(as_of=JUNE, connection=client)
    before = everything(client)
    drop = of_step("build customers", lambda: client.command("DROP TABLE shop.orders SYNC"))
    with pytest.raises(coterie.WarehouseError, match=r"^\[missing_relation\] .*shop\.orders"):
        project().run(as_of=JULY, connection=client, watch=drop)
    assert everything(client) == before


def test_a_statement_that_takes_too_long_changes_nothing(client: Client) -> None:
    client.command("CREATE VIEW shop.slow AS SELECT id, country, sleepEachRow(1) AS z, born FROM shop.customers")
    models = [DEFINITIONS["models"][0] | {"source": {"table": "shop.slow"}}, DEFINITIONS["models"][1]]
    audiences = [{"name": "slow", "parent_model": "customers", "filter_tree": "z = 0"}]
    given = target(statement_timeout=1)
    with pytest.raises(coterie.WarehouseError, match=r"^\[cancelled\] "):
        project(models=models, audiences=audiences, targets={"dev": given}).run(as_of=JUNE)
    assert [name for name in relations(client) if "customers" in name] == []


def test_a_database_that_cannot_replace_tables_is_refused(client: Client) -> None:
    client.command("CREATE DATABASE coterie ENGINE = Memory")
    with pytest.raises(
        coterie.WarehouseError, match=r"^\[wrong_relation\] the database `coterie` has the engine Memory"
    ):
        project().run(as_of=JUNE, connection=client)
    assert relations(client) == []


@pytest.mark.usefixtures("client")
def test_all_requests_of_a_run_are_one_session_with_its_name() -> None:
    """So a load balancer sends them to one replica, which sees what those before have written."""
    with faults():
        project(targets={"dev": target(user="shop", password="secret")}).run(as_of=JUNE)
        told = [request["options"] for request in requests() if "CREATE" in request["query"]]
    assert len(told) > 10
    assert len({one["session_id"] for one in told}) == 1
    assert {one["log_comment"] for one in told} == {"coterie coterie 2024-06-01T00:00:00Z"}


def test_checks_write_nothing(client: Client) -> None:
    project(targets={"dev": target()}).check()
    assert client.command("EXISTS DATABASE coterie") == 0


def test_tables_that_are_not_there_are_named(client: Client) -> None:
    models = [DEFINITIONS["models"][0] | {"source": {"table": "shop.custmers"}}, DEFINITIONS["models"][1]]
    with pytest.raises(coterie.DefinitionErrors) as raised:
        project(models=models).run(as_of=JUNE, connection=client)
    assert "[missing_table] " in str(raised.value)
    assert "did you mean `shop.customers` or `shop.orders`?" in str(raised.value)
