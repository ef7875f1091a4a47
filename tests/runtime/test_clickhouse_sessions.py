"""Sessions on ClickHouse itself through the real clickhouse-connect: catalog, values, settings, ways to connect.

The engine is chdb, behind the HTTP interface of `tests.engines.clickhouse_server`, and in a process of its own.
"""

from __future__ import annotations

import subprocess
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
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

from clickhouse_connect.driver.client import Client

from coterie.runtime.clickhouse import PINNED
from tests.engines.clickhouse_server import HOST, TOKEN, faults, requests, tls_port
from tests.runtime import clickhouse_shop
from tests.runtime.clickhouse_shop import opened

SLOW = "SELECT sum(sleepEachRow(0.1)) FROM numbers(200) SETTINGS max_block_size = 1"


@pytest.fixture
def client() -> Iterator[Client]:
    with opened(settings={"session_timezone": "America/New_York"}) as client:
        clickhouse_shop.fill(client)
        yield client


def parsed(sql: str) -> exp.Query:
    tree = sqlglot.parse_one(sql, dialect="clickhouse")
    assert isinstance(tree, exp.Query)
    return tree


def target(**changes: Any) -> ClickHouseTarget:
    return ClickHouseTarget(**clickhouse_shop.target(**changes))


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


def test_all_that_is_pinned_is_a_setting(client: Client) -> None:
    known = {name for (name,) in adopt(client).fetch(parsed("SELECT name FROM system.settings"))}
    assert PINNED.keys() - known == set()


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
    assert client.get_client_setting("session_id")


def test_a_statement_that_nobody_waits_for_is_stopped(client: Client) -> None:
    warehouse = adopt(client)
    slow = parsed(SLOW)
    with faults({"query": "sleepEachRow", "first": "begun"}), pytest.raises(coterie.WarehouseError) as raised:
        warehouse.execute(exp.Create(this=exp.to_table("shop.slow"), kind="TABLE", expression=slow))
    assert raised.value.code == "connection_lost"
    running = parsed(
        "SELECT count() FROM system.processes WHERE query LIKE '%sleepEachRow%' AND query NOT LIKE '%count%'"
    )
    assert warehouse.fetch(running) == [(0,)]
    assert warehouse.relations("shop").keys() == {"customers", "orders"}


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
