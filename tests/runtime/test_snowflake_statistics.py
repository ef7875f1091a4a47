"""What Snowflake's catalog tells of tables, with fakesnow in its place."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

import pytest
from sqlglot import exp

from coterie.compiler.sharing.facts import NOTHING_KNOWN
from coterie.runtime.catalog_keys import columns_of_key
from coterie.runtime.catalog_statistics import KnownTable
from coterie.runtime.snowflake_statistics import _known
from tests.engines import wanted

if "snowflake" not in wanted() or find_spec("snowflake") is None:
    pytest.skip("fakesnow or Snowflake's connector is not installed", allow_module_level=True)

from tests.runtime.snowflake_endpoint import EXPIRED, Refusal, endpoint
from tests.runtime.test_snowflake import opened_at
from tests.runtime.told_tables import told_of

from coterie.runtime.snowflake import adopt  # isort: skip (the module above says where the connector looks for files)

ROWS = """
    CREATE TABLE loose (id NUMBER(38,0));
    INSERT INTO loose SELECT 1;
    CREATE TABLE both (id NUMBER(38,0));
    INSERT INTO both SELECT 1;
    CREATE SCHEMA elsewhere;
    CREATE TABLE elsewhere."apart" (id NUMBER(38,0));
    CREATE SCHEMA shop;
    CREATE TABLE shop.both (id NUMBER(38,0));
    CREATE TABLE shop.orders (id NUMBER(38,0), placed TIMESTAMP_NTZ);
    CREATE TABLE shop."Empty" (id NUMBER(38,0));
    CREATE VIEW shop.recent AS SELECT * FROM shop.orders;
    INSERT INTO shop.orders SELECT 1, NULL UNION ALL SELECT 2, NULL
"""


@pytest.fixture(scope="module")
def connection() -> Iterator[Any]:
    with endpoint() as running, opened_at(running) as opened:
        for statement in ROWS.split(";"):
            opened.cursor().execute(statement)
        opened.endpoint = running
        yield opened


@pytest.mark.parametrize(
    ("name", "is_stored", "rows"),
    [
        ('"SHOP"."ORDERS"', True, 2),
        ('"TESTS"."SHOP"."ORDERS"', True, 2),
        ('"SHOP"."Empty"', True, 0),
        ('"LOOSE"', True, 1),
        ('"BOTH"', True, 0),
        ('"PUBLIC"."BOTH"', True, 1),
        ('"Empty"', True, 0),
        ('"PUBLIC"."LOOSE"', True, 1),
        ('"ORDERS"', True, 2),
        ('"apart"', True, None),
        ('"SHOP"."RECENT"', False, None),
        ('"SHOP"."MISSING"', True, None),
        ('"NOWHERE"."SHOP"."ORDERS"', True, None),
    ],
)
def test_a_table(name: str, is_stored: bool, rows: int | None, connection: Any) -> None:
    known = told_of(connection, name)
    assert (known.is_stored("asked"), known.rows("asked")) == (is_stored, rows)
    assert (known.distinct("asked", "ID"), known.oldest("asked", "PLACED")) == (None, None)
    assert not known.prunes("asked", "PLACED")


def test_a_database_that_gives_no_answer_leaves_the_tables_of_others_known(connection: Any) -> None:
    sources = {name: exp.to_table(f'{name}"SHOP"."ORDERS"') for name in ("", '"TESTS".')}
    connection.endpoint.faults['"TESTS"'] = Refusal("003001", "42501", "Insufficient privileges")
    try:
        known = adopt(connection).statistics(sources)
    finally:
        connection.endpoint.faults.clear()
    assert [known.rows(name) for name in sources] == [2, None]


def test_a_connection_that_is_lost_is_not_asked_for_another_database(connection: Any) -> None:
    session, told = adopt(connection), connection.endpoint.told
    connection.endpoint.faults["row_count"] = EXPIRED
    told.clear()
    try:
        found = session.statistics({name: exp.to_table(f'"{name}"."SHOP"."ORDERS"') for name in ("A", "B")})
    finally:
        connection.endpoint.faults.clear()
    assert found is NOTHING_KNOWN
    assert len([sql for _, sql in told if "row_count" in sql]) == 1


@pytest.mark.parametrize(
    ("key", "columns"),
    [
        ("LINEAR(placed, id)", ["PLACED", "ID"]),
        ("linear(TO_DATE(placed), placed::date, DATE_TRUNC('month', placed), -id)", ["PLACED"] * 3 + ["ID"]),
        ('LINEAR("placed")', ["placed"]),
        ("(placed, id)", ["PLACED", "ID"]),
        ("PLACED", ["PLACED"]),
        ("LINEAR(MOD(id, 8), v:at::timestamp, place.at, placed::time)", [None] * 4),
        ("LINEAR(TO_DATE(placed, 'DD-MM-YYYY'))", [None]),
        ("LINEAR", ["LINEAR"]),
        ("LINEAR(", []),
    ],
)
def test_keys_by_which_tables_are_clustered(key: str, columns: list[str | None]) -> None:
    assert columns_of_key(key, "snowflake") == columns


@pytest.mark.parametrize(
    ("kind", "key", "expected"),
    [
        ("BASE TABLE", "LINEAR(placed, id)", KnownTable(is_stored=True, rows=5, pruned=frozenset(["PLACED"]))),
        ("BASE TABLE", "LINEAR(MOD(id, 8), placed)", KnownTable(is_stored=True, rows=5)),
        ("MATERIALIZED VIEW", None, KnownTable(is_stored=True, rows=5)),
        ("VIEW", None, KnownTable(is_stored=False)),
        ("EXTERNAL TABLE", None, KnownTable(is_stored=False)),
    ],
)
def test_kinds_of_tables(kind: str, key: str | None, expected: KnownTable) -> None:
    assert _known(kind, 5, key) == expected
