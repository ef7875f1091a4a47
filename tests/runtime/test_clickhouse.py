"""Runs on ClickHouse itself through the real clickhouse-connect, and what is said when something is wrong.

The engine is chdb, behind the HTTP interface of `tests.engines.clickhouse_server`, and in a process of its own.
"""

from __future__ import annotations

import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from typing import Any

import pytest
import sqlglot
from sqlglot import exp

import coterie
from coterie.compiler.definitions import ClickHouseTarget
from coterie.runtime.warehouse import Cost, adopt, connect
from tests.engines import wanted

if "clickhouse" not in wanted() or find_spec("clickhouse_connect") is None:
    pytest.skip("chdb or clickhouse-connect is not installed", allow_module_level=True)

import clickhouse_connect
from clickhouse_connect.driver.client import Client

from tests.engines.clickhouse_server import HOST, TOKEN, faults, requests, started, tls_port

ROWS = (
    "CREATE TABLE shop.customers (id String, country Nullable(String), born Nullable(Date32)) ORDER BY id",
    """CREATE TABLE shop.orders (
        id Int64, customer String, at DateTime64(6, 'UTC'), amount Decimal(9, 2), tags Array(String),
        notes Nullable(String)
    ) ORDER BY id""",
    "INSERT INTO shop.customers VALUES ('é', 'DE', '1990-01-01'), ('z', 'de', NULL), ('A', NULL, '2000-02-29')",
    """INSERT INTO shop.orders VALUES
        (1, 'é', '2024-05-01 10:00:00', 10.50, ['tea', 'cup'], '{"gift": true}'),
        (2, 'é', '2024-05-02 10:00:00', 20.25, [], NULL),
        (3, 'z', '2024-05-03 10:00:00', 1, ['pot'], '{"gift": "no"}'),
        (4, 'z', '2024-06-01 00:00:00', 99, [], NULL)""",
)
DEFINITIONS: dict[str, Any] = {
    "models": [
        {"name": "customers", "source": {"table": "shop.customers"}, "primary_key": "id"},
        {
            "name": "orders",
            "source": {"table": "shop.orders"},
            "primary_key": "id",
            "timestamp_column": "at",
            "columns": [
                {"name": "notes", "type": "json"},
                {"name": "gift", "expression": "json_value(notes, '$.gift', 'boolean')"},
            ],
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
SLOW = "SELECT sum(sleepEachRow(0.1)) FROM numbers(200) SETTINGS max_block_size = 1"


def opened(**options: Any) -> Client:
    return clickhouse_connect.get_client(host=HOST, port=started(), **options)


@pytest.fixture
def client() -> Iterator[Client]:
    with opened(settings={"session_timezone": "America/New_York"}) as client:
        fill(client)
        yield client


def fill(client: Client) -> None:
    """The tables of the shop, and nothing published."""
    for name in ("shop", "coterie"):
        client.command(f"DROP DATABASE IF EXISTS {name} SYNC")
    client.command("CREATE DATABASE shop")
    for statement in ROWS:
        client.command(statement)


def parsed(sql: str) -> exp.Query:
    tree = sqlglot.parse_one(sql, dialect="clickhouse")
    assert isinstance(tree, exp.Query)
    return tree


def target(**changes: Any) -> ClickHouseTarget:
    return ClickHouseTarget(**{"source_type": "clickhouse", "host": HOST, "port": started()} | changes)


# Sessions


def test_columns_are_told_without_running_the_query(client: Client) -> None:
    found = adopt(client).columns(parsed("SELECT id, amount, at, throwIf(1) AS never FROM shop.orders"))
    assert found == (
        ("id", "Int64"),
        ("amount", "Decimal(9, 2)"),
        ("at", "DateTime64(6, 'UTC')"),
        ("never", "UInt8"),
    )


def test_the_catalog(client: Client) -> None:
    warehouse = adopt(client)
    assert warehouse.relations("shop")["customers"] == (
        ("id", "String"),
        ("country", "Nullable(String)"),
        ("born", "Nullable(Date32)"),
    )
    assert warehouse.relations("s' OR 1 = 1 --") == {}
    assert warehouse.table_names() == ["shop.customers", "shop.orders"]
    with opened(database="shop") as inside:
        assert adopt(inside).table_names() == ["customers", "orders"]


def test_rows_are_plain_values(client: Client) -> None:
    query = parsed(
        """SELECT at, toDateTime('2024-05-01 10:00:00', 'Asia/Tokyo') AS there,
        toDateTime64('2024-05-01 10:00:00', 3) AS naive, amount, tags, notes, toInt256(id) - 2 AS wide, 1 = 1 AS truth
        FROM shop.orders WHERE id = 1"""
    )
    assert adopt(client).fetch(query) == [
        (
            datetime(2024, 5, 1, 10, tzinfo=UTC),
            datetime(2024, 5, 1, 1, tzinfo=UTC),
            datetime(2024, 5, 1, 10),
            Decimal("10.50"),
            ["tea", "cup"],
            '{"gift": true}',
            -1,
            1,
        )
    ]


def test_every_request_has_the_settings_and_the_label(client: Client) -> None:
    warehouse = adopt(client)
    with faults(), warehouse.transaction("coterie shop 2024"):
        assert warehouse.fetch(parsed("SELECT getSetting('session_timezone'), getSetting('join_use_nulls')")) == [
            ("UTC", True)
        ]
        warehouse.execute(parsed("SELECT 1"))
        told = [request["options"] for request in requests()]
    assert {one["log_comment"] for one in told} == {"coterie shop 2024"}
    assert len({one["query_id"] for one in told}) == len(told) == 2
    warehouse.close()
    assert client.command("SELECT getSetting('session_timezone')") == "America/New_York"


def test_what_is_read_is_counted(client: Client) -> None:
    warehouse = adopt(client)
    assert warehouse.cost() == Cost(0, 0)
    warehouse.fetch(parsed("SELECT sum(id) FROM shop.orders"))
    assert warehouse.cost() == Cost(4, 32)
    with faults({"query": "^INSERT", "read": {"read_rows": "3", "read_bytes": "96"}}):
        warehouse.execute(exp.insert(parsed("SELECT * FROM shop.customers"), "shop.customers", dialect="clickhouse"))
    assert warehouse.cost() == Cost(7, 128)


def test_a_statement_is_stopped_by_another_thread(client: Client) -> None:
    warehouse = adopt(client)
    found: list[BaseException] = []

    def wait() -> None:
        try:
            warehouse.fetch(parsed(SLOW))
        except coterie.WarehouseError as error:
            found.append(error)

    thread = threading.Thread(target=wait)
    thread.start()
    start = time.monotonic()
    while thread.is_alive() and time.monotonic() - start < 15:
        time.sleep(0.3)
        warehouse.cancel()
    thread.join()
    assert [str(error) for error in found] == ["[cancelled] Query was cancelled."]


# Targets


def test_a_user_with_a_password_and_a_token(client: Client) -> None:
    for options in ({"user": "shop", "password": "secret"}, {"access_token": TOKEN}):
        session = connect(target(database="shop", **options), Path(), read_only=False)
        assert session.fetch(parsed("SELECT count() FROM customers")) == [(3,)]
        session.close()
        assert "secret" not in repr(target(user="shop", password="secret"))
        assert TOKEN not in repr(target(access_token=TOKEN))


@pytest.mark.usefixtures("client")
def test_a_session_that_reads_writes_nothing() -> None:
    session = connect(target(), Path(), read_only=True)
    assert session.fetch(parsed("SELECT count() FROM shop.customers")) == [(3,)]
    with pytest.raises(coterie.WarehouseError, match=r"^\[not_permitted\] .*readonly mode"):
        session.execute(exp.Drop(tables=[exp.to_table("shop.customers")], kind="TABLE"))
    session.close()


@pytest.mark.usefixtures("client")
def test_a_statement_takes_no_longer_than_it_may() -> None:
    session = connect(target(statement_timeout=1), Path(), read_only=False)
    with pytest.raises(coterie.WarehouseError, match=r"^\[cancelled\] Timeout exceeded: elapsed \S+ (ms|s\w*)"):
        session.fetch(parsed(SLOW))
    session.close()


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"password": "guess"}, "default: Authentication failed: password is incorrect, or there is no such user."),
        ({"access_token": "old"}, "default: Authentication failed: password is incorrect, or there is no such user."),
        ({"database": "nowhere"}, "Database nowhere does not exist"),
        ({"port": 1}, "[Errno 111] Connection refused"),
    ],
)
def test_what_stands_in_the_way_of_a_connection(changes: dict[str, Any], says: str) -> None:
    with pytest.raises(coterie.WarehouseError) as raised:
        connect(target(**changes), Path(), read_only=False)
    assert raised.value.code == "cannot_connect"
    assert raised.value.message.startswith(f"ClickHouse cannot be reached: {says}")


@pytest.mark.filterwarnings("ignore:Unverified HTTPS request")
@pytest.mark.skipif(which("openssl") is None, reason="makes a certificate")
def test_a_certificate_is_verified(tmp_path: Path) -> None:
    file = str(tmp_path / "server.pem")
    made = [
        "-keyout",
        file,
        "-out",
        f"{file}.crt",
        "-days",
        "2",
        "-subj",
        "/CN=tests",
        "-addext",
        f"subjectAltName=IP:{HOST}",
    ]
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", *made], check=True, capture_output=True)
    with open(file, "a") as key, open(f"{file}.crt") as certificate:
        key.write(certificate.read())
    secure: dict[str, Any] = {"secure": True, "port": tls_port(file)}
    with pytest.raises(coterie.WarehouseError, match=r"^\[cannot_connect\] .*certificate verify failed"):
        connect(target(**secure), Path(), read_only=False)
    for options in ({"ca_cert": f"{file}.crt"}, {"verify": False}):
        session = connect(target(**secure, **options), Path(), read_only=False)
        assert session.fetch(parsed("SELECT 1")) == [(1,)]
        session.close()


def test_other_connections_are_refused() -> None:
    class Other:
        __module__ = "clickhouse_connect.driver"

    with pytest.raises(TypeError, match=r"^expected a client of clickhouse_connect.get_client or a chdb.*found Other$"):
        adopt(Other())


# Runs


def project(**changes: Any) -> coterie.Project:
    return coterie.Project(**(DEFINITIONS | changes))


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


@pytest.mark.parametrize("first", ["lost", "done"])
@pytest.mark.parametrize(
    "table", ["trait_evaluations", "customers_audience_log", "customers_audience_members", "customers_traits"]
)
def test_a_run_that_breaks_off_in_the_midst_is_made_good_by_the_next(table: str, first: str) -> None:
    """The connection is lost before the server hears of the statement, or before it can say that it is done."""
    expected = undisturbed()
    with opened() as client:
        fill(client)
        project().run(as_of=JUNE, connection=client)
        lost = {"query": rf'^CREATE OR REPLACE TABLE "coterie"."{table}"', "first": first}
        with faults(lost), pytest.raises(coterie.WarehouseError, match=r"^\[connection_lost\]"):
            project().run(as_of=JULY, connection=client)
        assert everything(client) != expected
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
    given = {"source_type": "clickhouse", "host": HOST, "port": started(), "statement_timeout": 1}
    with pytest.raises(coterie.WarehouseError, match=r"^\[cancelled\] "):
        project(models=models, audiences=audiences, targets={"dev": given}).run(as_of=JUNE)
    assert [name for name in relations(client) if "customers" in name] == []


def test_a_database_that_cannot_exchange_tables_is_refused(client: Client) -> None:
    client.command("CREATE DATABASE coterie ENGINE = Memory")
    with pytest.raises(
        coterie.WarehouseError, match=r"^\[wrong_relation\] the database `coterie` has the engine Memory"
    ):
        project().run(as_of=JUNE, connection=client)
    assert relations(client) == []


def test_checks_write_nothing(client: Client) -> None:
    project(targets={"dev": {"source_type": "clickhouse", "host": HOST, "port": started()}}).check()
    assert client.command("EXISTS DATABASE coterie") == 0


def test_tables_that_are_not_there_are_named(client: Client) -> None:
    models = [DEFINITIONS["models"][0] | {"source": {"table": "shop.custmers"}}, DEFINITIONS["models"][1]]
    with pytest.raises(coterie.DefinitionErrors) as raised:
        project(models=models).run(as_of=JUNE, connection=client)
    assert "[missing_table] " in str(raised.value)
    assert "did you mean `shop.customers` or `shop.orders`?" in str(raised.value)
