"""What ClickHouse's catalog tells of tables."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec

import pytest
from sqlglot import exp

from coterie.compiler.sharing.facts import NOTHING_KNOWN
from coterie.runtime.catalog_keys import columns_of_key
from tests.engines import wanted

if "clickhouse" not in wanted() or find_spec("clickhouse_connect") is None:
    pytest.skip("chdb or clickhouse-connect is not installed", allow_module_level=True)

from clickhouse_connect.driver.client import Client

from coterie.runtime.clickhouse import adopt
from tests.runtime.clickhouse_shop import fill, opened
from tests.runtime.told_tables import told_of


@pytest.fixture
def client() -> Iterator[Client]:
    with opened() as client:
        fill(client)
        client.command("CREATE VIEW shop.recent AS SELECT * FROM shop.orders")
        client.command("CREATE TABLE shop.noted (id Int32) ENGINE = Memory")
        client.command(
            """CREATE TABLE shop.by_month (id Int32, kind Int32, at DateTime, day Date)
            ENGINE = MergeTree PARTITION BY (toYYYYMM(at), kind % 2) ORDER BY (toStartOfWeek(day), id)"""
        )
        yield client
        client.command("DROP TABLE IF EXISTS noted SYNC")


@pytest.mark.parametrize(
    ("name", "is_stored", "rows"),
    [
        ("shop.orders", True, 4),
        ("shop.customers", True, 3),
        ("shop.recent", False, None),
        ("shop.noted", True, 0),
        ("shop.missing", True, None),
        ("orders", True, None),
    ],
)
def test_a_table(name: str, is_stored: bool, rows: int | None, client: Client) -> None:
    known = told_of(client, name)
    assert (known.is_stored("asked"), known.rows("asked")) == (is_stored, rows)
    assert (known.distinct("asked", "id"), known.oldest("asked", "at")) == (None, None)


def test_how_a_table_is_partitioned_and_sorted(client: Client) -> None:
    names = ("by_month", "orders", "noted", "recent")
    known = adopt(client).statistics({name: exp.to_table(f"shop.{name}", dialect="clickhouse") for name in names})
    pruned = {name: [one for one in ("id", "kind", "at", "day") if known.prunes(name, one)] for name in names}
    assert pruned == {"by_month": ["at", "day"], "orders": ["id"], "noted": [], "recent": []}


@pytest.mark.parametrize(
    ("key", "columns"),
    [
        ("toYYYYMM(at), id", ["at", "id"]),
        ("toStartOfHour(at), toDate(at), -id, at DESC", ["at", "at", "id", "at"]),
        ("cityHash64(at), toHour(at), at % 7, place.at", [None] * 4),
        ("`n.time`", ["n.time"]),
        ("", []),
        ("map( : day DISTINCT", []),
        ("toYear()", []),
        ("CAST(at AS Time), toDateOrNull(at)", [None, None]),
    ],
)
def test_the_columns_of_keys(key: str, columns: list[str | None]) -> None:
    assert columns_of_key(key, "clickhouse") == columns


def test_a_table_of_the_session_s_database(client: Client) -> None:
    client.command("CREATE TABLE noted (id Int32) ENGINE = Memory")
    client.command("INSERT INTO noted VALUES (1), (2)")
    known = adopt(client).statistics({"bare": exp.to_table("noted"), "named": exp.to_table("shop.noted")})
    assert (known.rows("bare"), known.rows("named")) == (2, 0)


def test_without_an_answer_nothing_is_known(client: Client) -> None:
    session = adopt(client)
    session._settings["max_result_rows"] = "1"
    known = session.statistics({"orders": exp.to_table("shop.orders"), "customers": exp.to_table("shop.customers")})
    assert known is NOTHING_KNOWN
