"""What Snowflake's catalog tells of tables, with fakesnow in its place."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

import pytest
from sqlglot import exp

from coterie.compiler.sharing.facts import NOTHING_KNOWN
from coterie.runtime.catalog_statistics import columns_of_key
from tests.engines import wanted

if "snowflake" not in wanted() or find_spec("snowflake") is None:
    pytest.skip("fakesnow or Snowflake's connector is not installed", allow_module_level=True)

from tests.runtime.snowflake_endpoint import Refusal, endpoint
from tests.runtime.test_snowflake import opened_at

from coterie.runtime.snowflake import adopt  # isort: skip (the module above says where the connector looks for files)

ROWS = """
    CREATE TABLE loose (id NUMBER(38,0));
    INSERT INTO loose SELECT 1;
    CREATE SCHEMA shop;
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
        ('"LOOSE"', True, None),
        ('"PUBLIC"."LOOSE"', True, 1),
        ('"ORDERS"', True, 2),
        ('"SHOP"."RECENT"', False, None),
        ('"SHOP"."MISSING"', True, None),
        ('"NOWHERE"."SHOP"."ORDERS"', True, None),
    ],
)
def test_a_table(name: str, is_stored: bool, rows: int | None, connection: Any) -> None:
    known = adopt(connection).statistics({"asked": exp.to_table(name, dialect="snowflake")})
    assert (known.is_stored("asked"), known.rows("asked")) == (is_stored, rows)
    assert (known.distinct("asked", "ID"), known.oldest("asked", "PLACED")) == (None, None)
    assert not known.prunes("asked", "PLACED")


def test_without_an_answer_nothing_is_known(connection: Any) -> None:
    connection.endpoint.faults["row_count"] = Refusal("003001", "42501", "Insufficient privileges")
    try:
        assert adopt(connection).statistics({"orders": exp.to_table('"SHOP"."ORDERS"')}) is NOTHING_KNOWN
    finally:
        connection.endpoint.faults.clear()


@pytest.mark.parametrize(
    ("key", "columns"),
    [
        ("LINEAR(placed, id)", [["PLACED"], ["ID"]]),
        ("LINEAR(TO_DATE(placed), id)", [["PLACED"], ["ID"]]),
        ('LINEAR("placed")', [["placed"]]),
        ("(placed, id)", [["PLACED"], ["ID"]]),
        ("PLACED", [["PLACED"]]),
        ("LINEAR(", []),
    ],
)
def test_keys_by_which_tables_are_clustered(key: str, columns: list[list[str]]) -> None:
    assert columns_of_key(key, "snowflake") == columns
