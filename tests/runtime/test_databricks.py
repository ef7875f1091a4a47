"""Publishing on Databricks, by its own connector, on an endpoint that has a local Spark behind it."""

from __future__ import annotations

import gc
import sys
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from sqlglot import exp, parse_one

import coterie
from coterie.runtime.warehouse import adopt, connect
from tests.live import expected, story

if find_spec("databricks") is None or find_spec("pyspark") is None:
    pytest.skip("Databricks' connector, or Spark, is not installed", allow_module_level=True)

from databricks import sql
from pyspark.sql import SparkSession

from coterie.compiler.definitions import DatabricksTarget
from coterie.runtime.databricks import Databricks, _credentials
from tests.runtime.databricks_endpoint import TOKEN, Endpoint, served
from tests.runtime.spark_session import local_session
from tests.runtime.test_spark import ROWS, SLOW
from tests.runtime.warehouse_shop import JUNE, project

TARGET = {"source_type": "databricks", "host": "localhost", "http_path": "/sql", "access_token": TOKEN}


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkSession]:
    """Its sessions see each other's changes of files."""
    with local_session(tmp_path_factory.mktemp("warehouse"), filesourceTableRelationCacheSize="0") as session:
        yield session


@pytest.fixture
def endpoint(spark: SparkSession, monkeypatch: pytest.MonkeyPatch) -> Iterator[Endpoint]:
    with served(spark) as (endpoint, url):
        real = partial(sql.connect, _connection_uri=url, _retry_stop_after_attempts_count=2, _retry_delay_max=5)
        monkeypatch.setattr(sql, "connect", real)
        yield endpoint


@pytest.fixture
def shop(spark: SparkSession) -> SparkSession:
    for schema in ("shop", "coterie"):
        spark.sql(f"DROP SCHEMA IF EXISTS {schema} CASCADE")
    for statement in ROWS:
        spark.sql(statement)
    return spark


@pytest.fixture
def session(endpoint: Endpoint) -> Iterator[Databricks]:
    opened = opened_by(**TARGET)
    yield opened
    opened.close()


def opened_by(**fields: Any) -> Databricks:
    opened = connect(DatabricksTarget(**fields), Path())
    assert isinstance(opened, Databricks)
    return opened


def query(text: str) -> exp.Query:
    parsed = parse_one(text, dialect="databricks")
    assert isinstance(parsed, exp.Query)
    return parsed


def test_it_tells_the_story_that_duckdb_tells(endpoint: Endpoint) -> None:
    assert story(TARGET) == expected()
    assert any("REPLACE WHERE" in statement for statement in endpoint.statements)
    assert "coterie:coterie" in {tag.partition(" ")[0] for tag in endpoint.tags}
    assert not endpoint.sessions


def test_sessions_are_pinned_and_named(endpoint: Endpoint) -> None:
    opened = opened_by(**TARGET, statement_timeout=60, catalog="main")
    opened.close()
    (configuration,) = endpoint.configurations
    wanted = {"TIMEZONE": "UTC", "ANSI_MODE": "true", "STATEMENT_TIMEOUT": "60"}
    assert {name: configuration[name] for name in wanted} == wanted
    assert all("(coterie)" in agent for agent in endpoint.agents)


def test_a_connection_that_is_lent_gets_its_settings_back(endpoint: Endpoint) -> None:
    settings = {"TIMEZONE": "Asia/Tokyo", "ANSI_MODE": "false"}
    with sql.connect("localhost", "/sql", access_token=TOKEN, session_configuration=settings) as connection:
        (behind,) = endpoint.sessions.values()
        adopted = adopt(connection)
        assert (behind.conf.get("spark.sql.session.timeZone"), behind.conf.get("spark.sql.ansi.enabled")) == (
            "UTC",
            "true",
        )
        assert adopted.fetch(query("SELECT TIMESTAMP'2024-01-01 00:00:00'")) == [(datetime(2024, 1, 1, tzinfo=UTC),)]
        adopted.close()
        assert behind.conf.get("spark.sql.session.timeZone") == "Asia/Tokyo"
        assert behind.conf.get("spark.sql.ansi.enabled") == "false"


def test_a_connection_that_is_closed_is_lost(endpoint: Endpoint) -> None:
    with sql.connect("localhost", "/sql", access_token=TOKEN) as connection:
        adopted = adopt(connection)
    with pytest.raises(coterie.WarehouseError, match=r"^\[connection_lost\] the connection is closed"):
        adopted.fetch(query("SELECT 1"))
    adopted.close()


def test_a_session_that_is_lost_hides_no_error_when_it_is_given_back(endpoint: Endpoint) -> None:
    with sql.connect("localhost", "/sql", access_token=TOKEN, session_configuration={"ANSI_MODE": "false"}) as lost:
        adopted = adopt(lost)
        endpoint.sessions.clear()
        with pytest.raises(coterie.WarehouseError, match=r"^\[connection_lost\] Invalid SessionHandle"):
            adopted.fetch(query("SELECT 1"))
        adopted.close()


def test_values_are_pythons(session: Databricks) -> None:
    text = """SELECT TIMESTAMP'2024-11-03 06:30:00Z', TIMESTAMP_NTZ'2024-01-01 00:00:00',
        ARRAY(TIMESTAMP'2024-01-01 00:00:00Z', NULL), 1.50BD, 1, TRUE, ARRAY('x'), DATE'2024-01-01',
        1 AS x, NULL AS x"""
    assert session.fetch(query(text)) == [
        (
            datetime(2024, 11, 3, 6, 30, tzinfo=UTC),
            datetime(2024, 1, 1),
            [datetime(2024, 1, 1, tzinfo=UTC), None],
            Decimal("1.50"),
            1,
            True,
            ["x"],
            datetime(2024, 1, 1).date(),
            1,
            None,
        )
    ]
    assert session.fetch(query("SELECT 1 AS x WHERE FALSE")) == []


@pytest.mark.usefixtures("shop")
def test_the_catalog_is_asked_with_bound_parameters(session: Databricks, endpoint: Endpoint) -> None:
    assert session.columns(query("SELECT ARRAY(1BD) AS a, CURRENT_DATE() AS b")) == (
        ("a", "array<decimal(1,0)>"), ("b", "date")
    )  # fmt: skip
    assert session.relations("Shop")["customers"] == (("id", "string"), ("country", "string"), ("born", "date"))
    assert session.relations("' OR TRUE --") == {}
    assert not any("OR TRUE" in statement for statement in endpoint.statements)
    assert session.table_names() == ["shop.customers", "shop.orders"]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "[INSUFFICIENT_PERMISSIONS] User does not have permission SELECT on Table. SQLSTATE: 42501",
            "[not_permitted] User does not have permission SELECT on Table.",
        ),
        (
            "[TABLE_OR_VIEW_NOT_FOUND] The table or view `shop`.`orders` cannot be found.\nOr not. SQLSTATE: 42P01",
            "[missing_relation] The table or view `shop`.`orders` cannot be found.",
        ),
        (
            "[DELTA_CONCURRENT_APPEND] Transaction conflict detected. SQLSTATE: 2D521",
            "[concurrent_run] another session is changing the same tables: Transaction conflict detected.",
        ),
        (
            "java.lang.OutOfMemoryError: Java heap space",
            "[out_of_memory] Java heap space",
        ),
        ("something else", "[warehouse_failed] something else"),
    ],
)
@pytest.mark.usefixtures("shop")
def test_a_statement_that_fails(endpoint: Endpoint, said: str, told: str) -> None:
    endpoint.failures["CREATE OR REPLACE TABLE `coterie`.`customers_traits`"] = said
    before = "; before that, the run changed traits of customers, customers_audience_log, customers_audience_members, "
    with pytest.raises(coterie.WarehouseError) as raised:
        project(targets={"dev": TARGET}).run(as_of=JUNE)
    assert str(raised.value).startswith(told + before)


def test_a_warehouse_that_goes_away(endpoint: Endpoint, session: Databricks) -> None:
    endpoint.status = 500
    with pytest.raises(coterie.WarehouseError, match=r"^\[connection_lost\] "):
        session.fetch(query("SELECT 1"))
    endpoint.status = None
    endpoint.sessions.clear()
    with pytest.raises(coterie.WarehouseError, match=r"^\[connection_lost\] Invalid SessionHandle"):
        session.fetch(query("SELECT 1"))


@pytest.mark.usefixtures("endpoint")
def test_a_token_that_is_wrong() -> None:
    with pytest.raises(
        coterie.WarehouseError, match=r"^\[cannot_connect\] Databricks cannot be reached: .*[Ii]nvalid access"
    ):
        opened_by(**TARGET | {"access_token": "another"})


def test_a_statement_is_stopped_from_another_thread(session: Databricks) -> None:
    def stop() -> None:
        time.sleep(1)
        session.cancel()

    thread = threading.Thread(target=stop)
    thread.start()
    with pytest.raises(coterie.WarehouseError) as raised:
        session.fetch(query(SLOW))
    thread.join()
    assert str(raised.value) == "[cancelled] the statement was interrupted"
    assert session.fetch(query("SELECT 1")) == [(1,)]


def test_credentials_are_those_that_the_connector_knows() -> None:
    known = {"source_type": "databricks", "host": "localhost", "http_path": "/sql"}
    person = _credentials(DatabricksTarget(**known, auth_type="databricks-oauth"))
    assert person == {"access_token": None, "auth_type": "databricks-oauth", "oauth_client_id": None}
    service = DatabricksTarget(**known, client_id="robot", client_secret="secret")
    assert list(_credentials(service)) == ["credentials_provider"]
    assert "secret" not in repr(service)


KNOWN: dict[str, Any] = {"source_type": "databricks", "http_path": "/sql", "client_id": "robot", "client_secret": "s"}


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # of a connection that was never opened
def test_a_service_principal_waits_no_longer_than_it_is_told() -> None:
    start = time.monotonic()
    with pytest.raises(coterie.WarehouseError, match=r"^\[cannot_connect\] Databricks cannot be reached: "):
        opened_by(**KNOWN, host="127.0.0.1:1", connect_timeout=1)
    assert time.monotonic() - start < 30
    gc.collect()  # here, where the warning is expected


def test_the_sdk_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "databricks.sdk.core", None)
    with pytest.raises(coterie.WarehouseError) as raised:
        opened_by(**KNOWN, host="localhost")
    assert str(raised.value) == "[missing_driver] `databricks` needs a driver: pip install 'coterie[databricks]'"
