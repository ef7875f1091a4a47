"""What BigQuery says when something is wrong, and whom it speaks to."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlglot import exp

import coterie
from tests.engines import wanted

if "bigquery" not in wanted():
    pytest.skip("BigQuery is not asked", allow_module_level=True)

from google.cloud.bigquery import SchemaField

from coterie.runtime.bigquery_client import client_of
from coterie.runtime.warehouse import Warehouse, adopt, connect
from tests.engines.bigquery_endpoint import Endpoint, Fault, Nothing

ONE = exp.select(exp.alias_(exp.Literal.number(1), "one"))


@pytest.fixture
def served() -> Iterator[Endpoint]:
    with Endpoint(Nothing()) as found:
        yield found


@pytest.fixture
def warehouse(served: Endpoint) -> Iterator[Warehouse]:
    found = session(served)
    yield found
    found.close()


def target(served: Endpoint, **changes: Any) -> Any:
    targets = {"dev": served.target(**changes)}
    return coterie.Project(targets=targets).definitions.settings.targets["dev"]


def session(served: Endpoint, root: Path = Path(), **changes: Any) -> Warehouse:
    return connect(target(served, **changes), root)


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
    told = raised.value.message.removeprefix("another session is changing the same tables: ")
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


def test_nobody_answers(served: Endpoint) -> None:
    start = time.monotonic()
    with pytest.raises(coterie.WarehouseError, match=r"^\[cannot_connect\] BigQuery cannot be reached: .*refused"):
        session(served, api_endpoint="http://127.0.0.1:1")
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
        session(served)


def test_no_right_to_start_jobs(served: Endpoint) -> None:
    message = "Access Denied: Project local: User does not have bigquery.jobs.create permission in project local."
    served.faults = [Fault("SELECT", "accessDenied", message, at_once=True)]
    with pytest.raises(coterie.WarehouseError) as raised:
        session(served)
    assert str(raised.value) == f"[not_permitted] {message}"


def test_the_client_is_not_installed(served: Endpoint, monkeypatch: pytest.MonkeyPatch) -> None:
    dev = target(served)
    for module in ("bigquery", "bigquery_client", "bigquery_errors"):
        monkeypatch.delitem(sys.modules, f"coterie.runtime.{module}")
    monkeypatch.setitem(sys.modules, "google.cloud.bigquery", None)
    with pytest.raises(coterie.WarehouseError) as raised:
        connect(dev, Path())
    told = "`bigquery` needs a driver: pip install 'coterie[bigquery]'"
    assert str(raised.value) == f"[missing_driver] {told}"


# Who it is


def test_a_key_in_a_file(served: Endpoint, tmp_path: Path) -> None:
    (tmp_path / "key.json").write_text(served.key())
    warehouse = session(served, tmp_path, keyfile_json=None, keyfile="key.json")
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
        session(served, keyfile_json=key)
    assert "secret" not in f"{raised.value}{raised.value.__cause__}{target(served, keyfile_json=key)!r}"


def test_a_key_that_is_not_there(served: Endpoint) -> None:
    with pytest.raises(coterie.WarehouseError, match=r"^\[cannot_connect\] `keyfile` cannot be read: .*No such file"):
        session(served, keyfile_json=None, keyfile="nowhere.json")


def test_two_keys(served: Endpoint) -> None:
    with pytest.raises(coterie.DefinitionErrors, match="`keyfile` and `keyfile_json` are both given, expected one"):
        target(served, keyfile="key.json")


def test_default_credentials(served: Endpoint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "key.json").write_text(served.key())
    monkeypatch.setenv("GOOGLE_APPLICATION_CREDENTIALS", str(tmp_path / "key.json"))
    monkeypatch.delenv("GOOGLE_CLOUD_PROJECT", raising=False)
    assert session(served, keyfile_json=None).fetch(ONE) == [(1,)]
    monkeypatch.setenv("GOOGLE_APPLICATION_CREDENTIALS", str(tmp_path / "nowhere.json"))
    with pytest.raises(coterie.WarehouseError, match=r"^\[cannot_connect\] there are no credentials: .*nowhere.json"):
        session(served, keyfile_json=None)


def test_acting_as_another(served: Endpoint) -> None:
    robot = "robot@other.iam.gserviceaccount.com"
    credentials = client_of(target(served, impersonate_service_account=robot), Path())._credentials
    assert credentials.service_account_email == robot
    assert credentials._source_credentials.service_account_email == "coterie@local.iam.gserviceaccount.com"


def test_only_a_client_is_taken() -> None:
    with pytest.raises(TypeError, match=r"expected a client of google\.cloud\.bigquery, found SchemaField"):
        adopt(SchemaField("x", "STRING"))
