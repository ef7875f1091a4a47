"""How BigQuery is connected to, what is asked of it, and what it says when something is wrong."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from sqlglot import exp

import coterie
from coterie.runtime.warehouse import Cost, Warehouse, adopt, connect
from tests.engines import wanted

if "bigquery" not in wanted():
    pytest.skip("GoogleSQL's evaluator is not installed", allow_module_level=True)

from google.auth.credentials import AnonymousCredentials
from google.cloud import bigquery
from google.cloud.bigquery import SchemaField

from coterie.runtime.bigquery import as_label, native_type
from coterie.runtime.bigquery_client import client_of
from tests.engines.bigquery_endpoint import BILLED, Endpoint, Fault, endpoint

ONE = exp.select(exp.alias_(exp.Literal.number(1), "one"))
INSTANT = datetime(2024, 2, 29, 23, 59, 59, 999999, tzinfo=UTC)
VALUES: dict[str, Any] = {
    "INT64": -(2**63),
    "FLOAT64": 0.1,
    "BOOL": False,
    "NUMERIC(9, 2)": Decimal("-1.5"),
    "BIGNUMERIC(38)": Decimal(10**37),
    "STRING": "é\\'\n",
    "DATE": date(1, 1, 1),
    "DATETIME": datetime(9999, 12, 31, 23, 59, 59, 999999),
    "TIMESTAMP": INSTANT,
    "ARRAY<STRING>": ["a", ""],
    "ARRAY<NUMERIC(9, 2)>": [Decimal("2.5")],
    "ARRAY<TIMESTAMP>": [INSTANT],
}


@pytest.fixture
def served() -> Iterator[Endpoint]:
    with endpoint() as found:
        found.datasets.create("shop", "things", list(zip("abcdefghijkl", VALUES, strict=True)), [list(VALUES.values())])
        yield found


@pytest.fixture
def client(served: Endpoint) -> Iterator[bigquery.Client]:
    with bigquery.Client("local", AnonymousCredentials(), client_options={"api_endpoint": served.address}) as found:
        yield found


def target(served: Endpoint, **changes: Any) -> Any:
    content = {"source_type": "bigquery", "api_endpoint": served.address, "keyfile_json": served.key()}
    targets = {"dev": {**content, "connect_timeout": 1, **changes}}
    return coterie.Project(targets=targets).definitions.settings.targets["dev"]


@pytest.fixture
def warehouse(served: Endpoint) -> Iterator[Warehouse]:
    found = connect(target(served, dataset="shop"), Path())
    yield found
    found.close()


def things() -> exp.Select:
    return exp.select("*").from_(exp.table_("things", quoted=True))


# What is asked


def test_columns_have_the_types_that_their_table_declares(warehouse: Warehouse, served: Endpoint) -> None:
    assert [native for _, native in warehouse.columns(things())] == list(VALUES)
    assert warehouse.columns(exp.select("d").from_(exp.table_("things"))) == (("d", "NUMERIC"),)
    assert served.statements() == []


def test_values_are_plain(warehouse: Warehouse) -> None:
    assert warehouse.fetch(things()) == [tuple(VALUES.values())]
    assert warehouse.fetch(exp.select(exp.cast(exp.null(), "TIMESTAMPTZ"))) == [(None,)]
    assert warehouse.fetch(things().where(exp.false())) == []


def test_relations_of_a_dataset(warehouse: Warehouse) -> None:
    assert warehouse.relations("shop") == {"things": tuple(zip("abcdefghijkl", VALUES, strict=True))}
    assert warehouse.relations("elsewhere") == {}


def test_names_of_tables(served: Endpoint, warehouse: Warehouse) -> None:
    served.datasets.create("other", "more", [("id", "INT64")], [])
    assert sorted(warehouse.table_names()) == ["other.more", "things"]


def test_jobs_say_who_they_are_for_and_what_they_may(served: Endpoint) -> None:
    limits = {"maximum_bytes_billed": 10**13, "statement_timeout": 90, "priority": "batch"}
    warehouse = connect(target(served, labels={"team": "growth"}, **limits), Path())
    with warehouse.transaction("coterie shop 2024-06-01T00:00:00Z"):
        warehouse.fetch(ONE)
    warehouse.fetch(ONE)
    (run, alone) = served.jobs.values()
    assert run.configuration["labels"] == {"team": "growth", "coterie": "coterie-shop-2024-06-01t00-00-00z"}
    assert alone.configuration["labels"] == {"team": "growth"}
    assert run.configuration["jobTimeoutMs"] == "90000"
    query = run.configuration["query"]
    assert (query["maximumBytesBilled"], query["priority"], query["useLegacySql"]) == (str(10**13), "BATCH", False)
    assert query["connectionProperties"] == [{"key": "time_zone", "value": "UTC"}]
    assert all(name.startswith("coterie_") for name in served.jobs)


def test_a_run_happens_where_its_sources_are(served: Endpoint, warehouse: Warehouse) -> None:
    warehouse.execute(ONE)
    warehouse.columns(exp.select("*").from_(exp.table_("things", db="shop", quoted=True)))
    warehouse.execute(ONE)
    assert [job.asked.get("location") for job in served.jobs.values()] == [None, "EU"]
    elsewhere = connect(target(served, location="europe-west3"), Path())
    elsewhere.execute(ONE)
    assert list(served.jobs.values())[-1].asked["location"] == "europe-west3"


def test_a_dataset_that_is_there_is_not_made(served: Endpoint, warehouse: Warehouse) -> None:
    for name in ("shop", "new"):
        schema = exp.Table(db=exp.to_identifier(name, quoted=True))
        warehouse.execute(exp.Create(this=schema, kind="SCHEMA", exists=True))
    assert served.statements() == ["CREATE SCHEMA IF NOT EXISTS `new`"]
    assert sorted(served.datasets.found) == ["new", "shop"]
    assert next(iter(served.jobs.values())).asked["location"] == "EU"


def test_what_it_costs(warehouse: Warehouse) -> None:
    assert warehouse.cost() == Cost(bytes=0)
    warehouse.columns(things())
    assert warehouse.cost() == Cost(bytes=0)
    warehouse.fetch(things())
    warehouse.execute(ONE)
    assert warehouse.cost() == Cost(bytes=2 * BILLED)


def insert(value: int) -> exp.Insert:
    row = exp.select(exp.alias_(exp.Literal.number(value), "id", quoted=True))
    return exp.insert(
        row, exp.table_("numbers", db="shop", quoted=True), columns=[exp.to_identifier("id", quoted=True)]
    )


def test_a_transaction_is_one_job(served: Endpoint, warehouse: Warehouse) -> None:
    served.datasets.create("shop", "numbers", [("id", "INT64")], [])
    for statement in (exp.Transaction(), insert(1), insert(2)):
        warehouse.execute(statement)
    assert served.statements() == []
    warehouse.execute(exp.Commit())
    (script,) = served.statements()
    assert (script[:19], script[-19:], script.count(";")) == ("BEGIN TRANSACTION;\n", "\nCOMMIT TRANSACTION", 3)
    assert served.datasets.found["shop"]["numbers"].rows == [(1,), (2,)]


@pytest.mark.parametrize("end", [exp.Rollback(), None])
def test_a_transaction_that_does_not_end_changes_nothing(
    served: Endpoint, warehouse: Warehouse, end: exp.Expr | None
) -> None:
    with warehouse.transaction("a run"):
        warehouse.execute(exp.Transaction())
        warehouse.execute(insert(1))
        if end is not None:
            warehouse.execute(end)
    warehouse.execute(ONE)
    assert [sql for sql in served.statements() if "INSERT" in sql] == []


def test_a_transaction_that_fails_changes_nothing(served: Endpoint, warehouse: Warehouse) -> None:
    served.datasets.create("shop", "numbers", [("id", "INT64")], [])
    for statement in (exp.Transaction(), insert(1), insert(2**63)):
        warehouse.execute(statement)
    with pytest.raises(coterie.WarehouseError, match=r"^\[statement_refused\] Invalid integer literal"):
        warehouse.execute(exp.Commit())
    assert served.datasets.found["shop"]["numbers"].rows == []


# What stops


def test_a_job_that_is_cancelled(served: Endpoint, warehouse: Warehouse) -> None:
    served.endless = "SELECT"

    def cancel() -> None:
        while not served.jobs:
            time.sleep(0.01)
        while not served.cancelled:
            warehouse.cancel()

    thread = Thread(target=cancel)
    thread.start()
    with pytest.raises(coterie.WarehouseError, match=r"^\[cancelled\] Job execution was cancelled"):
        warehouse.fetch(ONE)
    thread.join()
    assert served.cancelled[0] == next(iter(served.jobs))
    warehouse.cancel()  # nothing runs


def test_a_job_that_takes_too_long_is_ended_by_bigquery(served: Endpoint, warehouse: Warehouse) -> None:
    served.faults = [Fault("SELECT", "stopped", "Job execution was cancelled: Job timed out after 1s")]
    with pytest.raises(coterie.WarehouseError, match=r"^\[cancelled\] .* Job timed out after 1s \(job coterie_"):
        warehouse.fetch(ONE)


def test_a_job_that_does_not_end_in_time_is_cancelled(served: Endpoint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coterie.runtime.bigquery.GRACE", 0.2)
    warehouse = connect(target(served, statement_timeout=1), Path())
    served.endless = "SELECT"
    with pytest.raises(coterie.WarehouseError, match=r"^\[cancelled\] the job has not ended after 1 s"):
        warehouse.fetch(ONE)
    assert served.cancelled == list(served.jobs)


# What is wrong


@pytest.mark.parametrize(
    ("reason", "message", "code"),
    [
        ("notFound", "Not found: Dataset local:x was not found in location US", "missing_relation"),
        ("accessDenied", "Access Denied: Table local:shop.things: Permission denied", "not_permitted"),
        ("billingNotEnabled", "Billing has not been enabled for this project", "not_permitted"),
        ("quotaExceeded", "Quota exceeded: Your project exceeded quota", "quota_exceeded"),
        ("responseTooLarge", "Response too large to return", "quota_exceeded"),
        ("bytesBilledLimitExceeded", "Query exceeded limit for bytes billed: 1", "quota_exceeded"),
        ("resourcesExceeded", "Resources exceeded during query execution", "out_of_memory"),
        ("stopped", "Job execution was cancelled: User requested cancellation", "cancelled"),
        ("timeout", "Operation timed out after 6.0 hours", "cancelled"),
        ("invalidQuery", "Unrecognized name: foo at [1:8]", "statement_refused"),
        ("invalidQuery", "Could not serialize access due to concurrent update", "concurrent_run"),
        ("invalidQuery", "Bad int64 value: x", "not_convertible"),
        ("invalidQuery", "Query error: Invalid date: 'x' at [3:1]", "not_convertible"),
        ("invalidQuery", "numeric overflow: 1e38 * 10", "out_of_range"),
        ("invalid", "local:s.v is not allowed for this operation because it is currently a VIEW.", "wrong_relation"),
        ("duplicate", "Already Exists: Table local:shop.things", "wrong_relation"),
        ("resourceInUse", "Job is being changed", "concurrent_run"),
        ("madeUp", "Something else", "warehouse_failed"),
    ],
)
@pytest.mark.parametrize("at_once", [True, False])
def test_reasons(served: Endpoint, warehouse: Warehouse, reason: str, message: str, code: str, at_once: bool) -> None:
    served.faults = [Fault("SELECT", reason, message, at_once)]
    with pytest.raises(coterie.WarehouseError) as raised:
        warehouse.fetch(ONE)
    told = raised.value.message.removeprefix("another session is changing the same tables, this one changed nothing: ")
    job = "" if at_once else f" (job {next(iter(served.jobs))})"
    assert (raised.value.code, told) == (code, message + job)


@pytest.mark.parametrize("reason", ["backendError", "rateLimitExceeded"])
def test_what_may_pass_is_asked_for_again(served: Endpoint, warehouse: Warehouse, reason: str) -> None:
    served.faults = [Fault("SELECT", reason, "Try again", at_once=True, times=1)]
    assert warehouse.fetch(ONE) == [(1,)]


def test_what_does_not_pass_is_told(served: Endpoint, warehouse: Warehouse) -> None:
    served.faults = [Fault("SELECT", "backendError", "An error occurred", at_once=True)]
    start = time.monotonic()
    with pytest.raises(coterie.WarehouseError, match=r"^\[warehouse_failed\] An error occurred"):
        warehouse.fetch(ONE)
    assert time.monotonic() - start < 10


def test_values_that_cannot_be_computed(warehouse: Warehouse) -> None:
    text = exp.Literal.string("x")
    for node, code in (
        (exp.cast(text, "BIGINT"), "not_convertible"),
        (exp.cast(text, "DATE"), "not_convertible"),
        (exp.cast(text, "DECIMAL"), "not_convertible"),
        (exp.Anonymous(this="EXP", expressions=[exp.Literal.number(1000)]), "out_of_range"),
        (exp.Add(this=exp.Literal.number(2**63 - 1), expression=exp.Literal.number(1)), "out_of_range"),
    ):
        with pytest.raises(coterie.WarehouseError) as raised:
            warehouse.fetch(exp.select(node))
        assert raised.value.code == code, raised.value


def test_nobody_answers(served: Endpoint) -> None:
    refused = target(served, api_endpoint="http://127.0.0.1:1")
    start = time.monotonic()
    with pytest.raises(coterie.WarehouseError, match=r"^\[cannot_connect\] BigQuery cannot be reached: .*refused"):
        connect(refused, Path())
    assert time.monotonic() - start < 10


def test_a_connection_that_is_lost(served: Endpoint, warehouse: Warehouse) -> None:
    assert warehouse.fetch(ONE) == [(1,)]
    served.stop()
    with pytest.raises(coterie.WarehouseError, match=r"^\[connection_lost\]"):
        warehouse.fetch(ONE)


def test_credentials_that_are_refused(served: Endpoint) -> None:
    served.refuses_credentials = True
    expected = r"^\[cannot_connect\] Google refuses the credentials: .*Invalid JWT Signature"
    with pytest.raises(coterie.WarehouseError, match=expected):
        connect(target(served), Path())


def test_no_right_to_start_jobs(served: Endpoint) -> None:
    message = "Access Denied: Project local: User does not have bigquery.jobs.create permission in project local."
    served.faults = [Fault("SELECT", "accessDenied", message, at_once=True)]
    with pytest.raises(coterie.WarehouseError) as raised:
        connect(target(served), Path())
    assert str(raised.value) == f"[not_permitted] {message}"


def test_the_client_is_not_installed(served: Endpoint, monkeypatch: pytest.MonkeyPatch) -> None:
    dev = target(served)
    for module in ("bigquery", "bigquery_client", "bigquery_errors"):
        monkeypatch.delitem(sys.modules, f"coterie.runtime.{module}")
    monkeypatch.setitem(sys.modules, "google.cloud.bigquery", None)
    with pytest.raises(coterie.WarehouseError) as raised:
        connect(dev, Path())
    told = "`bigquery` needs the package `google.cloud.bigquery`: pip install 'coterie[bigquery]'"
    assert str(raised.value) == f"[missing_driver] {told}"


# Who it is


def test_a_key_in_a_file(served: Endpoint, tmp_path: Path) -> None:
    (tmp_path / "key.json").write_text(served.key())
    warehouse = connect(target(served, keyfile_json=None, keyfile="key.json"), tmp_path)
    assert warehouse.fetch(ONE) == [(1,)]


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("secret", "`keyfile_json` is not the key of a service account: Expecting value"),
        ('["secret"]', "`keyfile_json` is not the key of a service account: it is no JSON object"),
        ('{"private_key": "secret"}', "`keyfile_json` is not the key of a service account: .*missing fields"),
    ],
)
def test_a_key_that_is_none(served: Endpoint, key: str, told: str) -> None:
    with pytest.raises(coterie.WarehouseError, match=rf"^\[cannot_connect\] {told}") as raised:
        connect(target(served, keyfile_json=key), Path())
    assert "secret" not in f"{raised.value}{raised.value.__cause__}{target(served, keyfile_json=key)!r}"


def test_a_key_that_is_not_there(served: Endpoint) -> None:
    with pytest.raises(coterie.WarehouseError, match=r"^\[cannot_connect\] `keyfile` cannot be read: .*No such file"):
        connect(target(served, keyfile_json=None, keyfile="nowhere.json"), Path())


def test_two_keys(served: Endpoint) -> None:
    with pytest.raises(coterie.DefinitionErrors, match="found both `keyfile` and `keyfile_json`, expected one"):
        target(served, keyfile="key.json")


def test_default_credentials(served: Endpoint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "key.json").write_text(served.key())
    monkeypatch.setenv("GOOGLE_APPLICATION_CREDENTIALS", str(tmp_path / "key.json"))
    monkeypatch.delenv("GOOGLE_CLOUD_PROJECT", raising=False)
    assert connect(target(served, keyfile_json=None), Path()).fetch(ONE) == [(1,)]
    monkeypatch.setenv("GOOGLE_APPLICATION_CREDENTIALS", str(tmp_path / "nowhere.json"))
    with pytest.raises(coterie.WarehouseError, match=r"^\[cannot_connect\] there are no credentials: .*nowhere.json"):
        connect(target(served, keyfile_json=None), Path())


def test_acting_as_another(served: Endpoint) -> None:
    robot = "robot@other.iam.gserviceaccount.com"
    credentials = client_of(target(served, impersonate_service_account=robot), Path())._credentials
    assert credentials.service_account_email == robot
    assert credentials._source_credentials.service_account_email == "coterie@local.iam.gserviceaccount.com"


def test_a_client_that_is_lent_keeps_its_own_settings(served: Endpoint, client: bigquery.Client) -> None:
    client.default_query_job_config = bigquery.QueryJobConfig(
        default_dataset="local.shop", labels={"team": "growth"}, use_legacy_sql=True
    )
    warehouse = adopt(client)
    with warehouse.transaction("a run"):
        assert len(warehouse.fetch(things())) == 1
    warehouse.close()
    (job,) = served.jobs.values()
    assert job.configuration["labels"] == {"team": "growth", "coterie": "a-run"}
    assert job.configuration["query"]["useLegacySql"] is False
    assert len(list(client.query("SELECT 1 AS one").result())) == 1


def test_only_a_client_is_taken(client: bigquery.Client) -> None:
    with pytest.raises(TypeError, match=r"expected a client of google\.cloud\.bigquery, found SchemaField"):
        adopt(SchemaField("x", "STRING"))


# Words


@pytest.mark.parametrize(
    ("field", "native"),
    [
        (SchemaField("x", "INTEGER"), "INT64"),
        (SchemaField("x", "FLOAT", mode="REPEATED"), "ARRAY<FLOAT64>"),
        (SchemaField("x", "BOOLEAN"), "BOOL"),
        (SchemaField("x", "NUMERIC", precision=9, scale=2), "NUMERIC(9, 2)"),
        (SchemaField("x", "BIGNUMERIC", precision=38, mode="REPEATED"), "ARRAY<BIGNUMERIC(38)>"),
        (SchemaField("x", "STRING", max_length=10), "STRING"),
        (SchemaField("x", "RECORD", fields=[SchemaField("y", "INTEGER")]), "STRUCT<y INT64>"),
        (SchemaField("x", "GEOGRAPHY"), "GEOGRAPHY"),
    ],
)
def test_native_types(field: SchemaField, native: str) -> None:
    assert native_type(field) == native


def test_labels() -> None:
    assert as_label("coterie My Shop 2024-06-01T00:00:00.5Z") == "coterie-my-shop-2024-06-01t00-00-00-5z"
    assert as_label("É" * 70) == "é" * 63
