"""Publishing into Redshift, as far as PostgreSQL, spoken to by Redshift's own connector, can stand for it."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path
from typing import Any, cast

import pytest
from sqlglot import exp, parse_one

import coterie
from coterie.compiler.definitions import RedshiftTarget
from coterie.errors import WarehouseError
from tests.engines import wanted

if "postgres" not in wanted() or find_spec("redshift_connector") is None:
    pytest.skip("PostgreSQL or Redshift's connector is not installed", allow_module_level=True)

import psycopg
import redshift_connector
from botocore.exceptions import ClientError, NoCredentialsError, NoRegionError

from coterie.runtime.redshift import PINNED, Redshift, adopt, connect, login
from tests.engines.postgres import server
from tests.live import ARRAYS_AND_JSON, expected, story
from tests.runtime.redshift_relay import STAND_INS, Relay, opened_at, relay

ROWS = """
    DROP SCHEMA IF EXISTS shop CASCADE;
    DROP SCHEMA IF EXISTS coterie CASCADE;
    DROP SCHEMA IF EXISTS whole CASCADE;
    CREATE SCHEMA shop;
    CREATE TABLE shop.customers (id varchar(20), country varchar(2), born date, seen timestamptz);
    CREATE TABLE shop.orders (id bigint, customer varchar(20), amount numeric(9, 2));
    CREATE VIEW shop.dear AS SELECT id, amount FROM shop.orders WHERE amount > 10;
    INSERT INTO shop.customers VALUES
        ('é', 'DE', '1990-01-01', '2024-05-01 10:00+00'), ('z', 'de', NULL, NULL), ('A', NULL, '2000-02-29', NULL);
    INSERT INTO shop.orders VALUES (1, 'é', 10.50), (2, 'é', 20.25), (3, 'z', 1);
    ALTER DATABASE postgres SET search_path = redshift, pg_catalog, public;
    ALTER DATABASE postgres SET standard_conforming_strings = off;
    ALTER DATABASE postgres SET escape_string_warning = off;
"""
DEFINITIONS: dict[str, Any] = {
    "models": [
        {"name": "customers", "source": {"table": "shop.customers"}, "primary_key": "id"},
        {"name": "orders", "source": {"table": "shop.orders"}, "primary_key": "id"},
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
            "name": "revenue",
            "parent_model": "customers",
            "trait_type": "aggregation",
            "config": {"source_model": "orders", "aggregation": "sum", "column": "amount"},
        },
        {
            "name": "country_name",
            "parent_model": "customers",
            "trait_type": "sql",
            "config": {"sql_expression": "coalesce(country, 'it''s nowhere')"},
        },
    ],
    "audiences": [{"name": "big", "parent_model": "customers", "filter_tree": "{revenue} > 5"}],
}
JUNE, JULY = "2024-06-01", "2024-07-01"


@pytest.fixture(scope="module")
def running() -> Iterator[Relay]:
    with relay(server()) as found:
        yield found


@pytest.fixture
def direct() -> Iterator[psycopg.Connection[Any]]:
    """The database beside, with rows; afterwards it is as it was."""
    with psycopg.connect(server(), autocommit=True) as opened:
        opened.execute(STAND_INS)
        opened.execute(ROWS)
        yield opened
        opened.execute("ALTER DATABASE postgres RESET ALL; DROP SCHEMA redshift CASCADE")


@pytest.fixture
def connection(running: Relay, direct: psycopg.Connection[Any]) -> Iterator[Any]:
    """A session that somebody has set up otherwise."""
    opened = opened_at(running)
    with opened.cursor() as cursor:
        cursor.execute("SELECT SET_CONFIG('timezone', 'Asia/Tokyo', FALSE)")
        cursor.execute("SELECT SET_CONFIG('query_group', 'mine', FALSE)")
    opened.commit()
    running.asked = b""
    yield opened
    opened.close()


def setting(connection: Any, name: str) -> str:
    with connection.cursor() as cursor:
        return str(cursor.execute("SELECT CURRENT_SETTING(%s)", [name]).fetchone()[0])


def project() -> coterie.Project:
    return coterie.Project(**DEFINITIONS)


def published(direct: psycopg.Connection[Any]) -> dict[str, list[Any]]:
    return {
        table: direct.execute(f"SELECT * FROM coterie.{table} ORDER BY 1, 2").fetchall()
        for table in ("customers_traits", "customers_audience_members", "customers_audience_log")
    }


def test_a_run_publishes_and_a_second_one_logs_what_changed(
    connection: Any, direct: psycopg.Connection[Any], running: Relay
) -> None:
    project().run(as_of=JUNE, connection=connection)
    traits = direct.execute('SELECT id, revenue, country_name FROM coterie.customers_traits ORDER BY id COLLATE "C"')
    assert traits.fetchall() == [
        ("A", Decimal("0.00"), "it's nowhere"),
        ("z", Decimal("1.00"), "de"),
        ("é", Decimal("30.75"), "DE"),
    ]
    assert b"VARCHAR(MAX)" in running.asked
    assert b"mine" not in running.asked.split(b"BEGIN")[-1].split(b"COMMIT")[0]
    direct.execute("UPDATE shop.orders SET amount = 9 WHERE id = 3")
    project().run(as_of=JULY, connection=connection)
    log = direct.execute("SELECT id, change FROM coterie.customers_audience_log").fetchall()
    assert sorted(log) == [("z", "enter"), ("é", "enter")]
    before = published(direct)
    project().run(as_of=JULY, connection=connection)
    assert published(direct) == before


def test_it_tells_the_story_that_duckdb_tells(running: Relay, direct: psycopg.Connection[Any]) -> None:
    there = target(port=running.port).model_dump(exclude_none=True)
    assert story(there, ARRAYS_AND_JSON) == expected(ARRAYS_AND_JSON)


def test_a_failure_changes_nothing(connection: Any, direct: psycopg.Connection[Any]) -> None:
    project().run(as_of=JUNE, connection=connection)
    before = published(direct)
    direct.execute("CREATE VIEW public.mine AS SELECT * FROM coterie.customers_traits")
    with pytest.raises(WarehouseError) as caught:
        project().run(as_of=JULY, connection=connection)
    direct.execute("DROP VIEW public.mine")
    assert caught.value.code == "needed_elsewhere"
    assert "view mine depends on table" in caught.value.message
    assert published(direct) == before


def test_a_lent_connection_gets_its_settings_back(connection: Any) -> None:
    session = adopt(connection)
    assert {name: setting(connection, name) for name in PINNED} == {
        "timezone": "UTC",
        "datestyle": "ISO, YMD",
        "enable_case_sensitive_identifier": "true",
    }
    with session.transaction("coterie shop 2024-06-01"):
        assert setting(connection, "query_group") == "coterie shop 2024-06-01"
    session.close()
    assert setting(connection, "timezone") == "Asia/Tokyo"
    assert setting(connection, "query_group") == "mine"
    assert connection.autocommit is False


def test_a_connection_inside_a_transaction_is_refused(connection: Any) -> None:
    connection.cursor().execute("SELECT 1")
    with pytest.raises(WarehouseError, match=r"\[transaction_open\]"):
        adopt(connection)


def test_columns_and_relations_are_described(connection: Any) -> None:
    session = adopt(connection)
    query = parse_one("SELECT id, seen, born FROM shop.customers", dialect="redshift")
    assert isinstance(query, exp.Query)
    assert session.columns(query) == (
        ("id", "character varying(20)"),
        ("seen", "timestamp with time zone"),
        ("born", "date"),
    )
    assert session.relations("shop") == {
        "customers": (
            ("id", "character varying"),
            ("country", "character varying"),
            ("born", "date"),
            ("seen", "timestamp with time zone"),
        ),
        "dear": (("id", "bigint"), ("amount", "numeric(9,2)")),
        "orders": (("id", "bigint"), ("customer", "character varying"), ("amount", "numeric(9,2)")),
    }
    assert {"shop.customers", "shop.orders", "shop.dear"} <= set(session.table_names())
    assert not any(name.startswith("pg_") for name in session.table_names())


def test_rows_are_plain_values(connection: Any) -> None:
    session = adopt(connection)
    query = parse_one(
        "SELECT c.*, o.amount FROM shop.customers AS c JOIN shop.orders AS o ON o.id = 1 WHERE born = '1990-01-01'"
    )
    assert session.fetch(query) == [
        ("é", "DE", date(1990, 1, 1), datetime(2024, 5, 1, 10, tzinfo=UTC), Decimal("10.50"))
    ]


def test_errors_have_codes(connection: Any, direct: psycopg.Connection[Any]) -> None:
    session = adopt(connection)
    with pytest.raises(WarehouseError, match=r'\[missing_relation\] relation "shop.nothing" does not exist'):
        session.fetch(parse_one("SELECT 1 FROM shop.nothing"))
    with pytest.raises(WarehouseError, match=r'\[statement_refused\] column "nothing" does not exist'):
        session.fetch(parse_one("SELECT nothing FROM shop.customers"))
    with pytest.raises(WarehouseError, match=r"\[not_convertible\]"):
        session.fetch(parse_one("SELECT CAST('x' AS INT)"))
    direct.execute("DROP ROLE IF EXISTS clerk; CREATE ROLE clerk; GRANT USAGE ON SCHEMA shop, redshift TO clerk")
    connection.cursor().execute("SET ROLE clerk")
    with pytest.raises(WarehouseError, match=r"\[not_permitted\] permission denied for table customers"):
        session.fetch(parse_one("SELECT 1 FROM shop.customers"))
    connection.cursor().execute("RESET ROLE")


def test_of_two_that_change_the_same_one_is_refused(connection: Any, direct: psycopg.Connection[Any]) -> None:
    session = adopt(connection)

    def run() -> None:
        with session.transaction("run"):
            session.fetch(parse_one("SELECT 1 FROM shop.orders"))
            direct.execute("UPDATE shop.orders SET amount = 2 WHERE id = 1")
            session.execute(parse_one("UPDATE shop.orders SET amount = 3 WHERE id = 1"))

    connection.cursor().execute("SET default_transaction_isolation = 'serializable'")
    with pytest.raises(WarehouseError, match=r"\[concurrent_run\] another session .* changed nothing"):
        run()
    assert direct.execute("SELECT amount FROM shop.orders WHERE id = 1").fetchone() == (Decimal("2.00"),)
    assert not connection.in_transaction


def test_what_is_not_serializable_is_told_by_its_number(connection: Any, direct: psycopg.Connection[Any]) -> None:
    direct.execute("""CREATE FUNCTION redshift.violate() RETURNS int LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '1023' USING DETAIL = 'Serializable isolation violation on table'; END $$""")
    with pytest.raises(WarehouseError, match=r"\[concurrent_run\] another session"):
        adopt(connection).fetch(parse_one("SELECT VIOLATE()"))


def test_a_connection_that_is_lost_is_told(connection: Any, running: Relay, direct: psycopg.Connection[Any]) -> None:
    session = Redshift(connection, again=lambda: opened_at(running))

    def run() -> None:
        with session.transaction("run"):
            session.execute(parse_one("CREATE TABLE shop.half AS SELECT 1 AS one", dialect="redshift"))
            running.break_off()
            session.fetch(parse_one("SELECT 1"))

    with pytest.raises(WarehouseError, match=r"\[connection_lost\]"):
        run()
    session.close()
    assert direct.execute("SELECT to_regclass('shop.half')").fetchone() == (None,)


def test_a_statement_is_stopped_from_beside(connection: Any, running: Relay) -> None:
    session = Redshift(connection, again=lambda: opened_at(running))

    def stop() -> None:
        time.sleep(0.5)
        session.cancel()

    thread = threading.Thread(target=stop)
    thread.start()
    with pytest.raises(WarehouseError, match=r"\[cancelled\]"):
        session.fetch(parse_one("SELECT PG_SLEEP(20)", dialect="redshift"))
    thread.join()


def test_a_lent_connection_cannot_be_stopped(connection: Any) -> None:
    with pytest.raises(WarehouseError, match=r"\[not_permitted\]"):
        adopt(connection).cancel()


def test_a_target_is_connected_with_a_limit_of_time(running: Relay, direct: psycopg.Connection[Any]) -> None:
    session = connect(target(port=running.port, statement_timeout=1), Path(), read_only=True)
    with pytest.raises(WarehouseError, match=r"\[cancelled\] canceling statement due to statement timeout"):
        session.fetch(parse_one("SELECT PG_SLEEP(20)", dialect="redshift"))
    session.close()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # the connector leaves its socket open
def test_what_cannot_be_reached_is_told(running: Relay) -> None:
    for options in ({"port": running.port, "database": "nothing"}, {"port": 1}):
        with pytest.raises(WarehouseError, match=r"\[cannot_connect\] Redshift cannot be reached: "):
            connect(target(**options), Path(), read_only=True)
    gc.collect()  # here, where the warning is expected


@pytest.mark.parametrize("error", [NoRegionError(), NoCredentialsError(), ClientError({}, "GetCredentials")])
def test_what_amazon_refuses_is_told(connection: Any, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def refuse(**options: Any) -> Any:
        raise error

    monkeypatch.setattr(redshift_connector, "connect", refuse)
    with pytest.raises(WarehouseError) as caught:
        connect(RedshiftTarget(source_type="redshift", workgroup="shop"), Path(), read_only=True)
    assert str(caught.value) == f"[cannot_connect] Redshift cannot be reached: {error}"
    with pytest.raises(WarehouseError, match=r"\[cannot_connect\] Redshift cannot be reached: "):
        Redshift(connection, again=refuse).cancel()


def test_the_parameters_are_ours_whatever_the_connectors_style(
    connection: Any, running: Relay, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(redshift_connector, "paramstyle", "named")
    session = Redshift(connection, again=lambda: opened_at(running))
    assert "orders" in session.relations("shop")
    session.cancel()


def test_a_connection_that_cannot_be_set_up_is_given_back_as_it_was(
    connection: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(cast(dict[str, str], PINNED), "timezone", "Nowhere")
    with pytest.raises(WarehouseError, match="Nowhere"):
        adopt(connection)
    assert connection.autocommit is False


def target(**fields: Any) -> RedshiftTarget:
    here = {"host": "127.0.0.1", "database": "postgres", "user": "postgres", "password": "secret", "sslmode": "disable"}
    return RedshiftTarget.model_validate({"source_type": "redshift", **here, **fields})


@pytest.mark.parametrize(
    ("fields", "options"),
    [
        ({"user": "u", "password": "p", "host": "h"}, {"user": "u", "password": "p", "host": "h"}),
        (
            {"cluster_identifier": "shop", "user": "u", "region": "eu-west-1", "profile": "prod"},
            {"iam": True, "cluster_identifier": "shop", "db_user": "u", "region": "eu-west-1", "profile": "prod"},
        ),
        ({"workgroup": "shop"}, {"iam": True, "serverless_work_group": "shop", "is_serverless": True}),
    ],
)
def test_the_login_is_by_password_or_by_iam(fields: dict[str, Any], options: dict[str, Any]) -> None:
    found = login(RedshiftTarget.model_validate({"source_type": "redshift", **fields}))
    assert found == {**options, "sslmode": "verify-ca", "application_name": "coterie"}


def test_a_password_is_not_shown() -> None:
    assert "secret" not in repr(target())
