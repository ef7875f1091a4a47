"""What is asked of BigQuery, and how jobs end."""

from __future__ import annotations

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
from tests.engines.bigquery_endpoint import BILLED, Endpoint, Fault
from tests.engines.bigquery_tables import Datasets

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
    datasets = Datasets()
    datasets.create("shop", "things", list(zip("abcdefghijkl", VALUES, strict=True)), [list(VALUES.values())])
    with Endpoint(datasets) as found:
        yield found


@pytest.fixture
def client(served: Endpoint) -> Iterator[bigquery.Client]:
    with bigquery.Client("local", AnonymousCredentials(), client_options={"api_endpoint": served.address}) as found:
        yield found


def session(served: Endpoint, root: Path = Path(), **changes: Any) -> Warehouse:
    targets = {"dev": served.target(**changes)}
    return connect(coterie.Project(targets=targets).definitions.settings.targets["dev"], root)


@pytest.fixture
def warehouse(served: Endpoint) -> Iterator[Warehouse]:
    found = session(served, dataset="shop")
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
    warehouse = session(served, labels={"team": "growth"}, **limits)
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
    elsewhere = session(served, location="europe-west3")
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


def test_a_client_that_is_lent_keeps_its_own_settings(served: Endpoint, client: bigquery.Client) -> None:
    client.default_query_job_config = bigquery.QueryJobConfig(
        default_dataset="local.shop", labels={"team": "growth"}, priority="BATCH", use_legacy_sql=True
    )
    warehouse = adopt(client)
    assert [native for _, native in warehouse.columns(things())] == list(VALUES)
    assert warehouse.table_names() == ["things"]
    with warehouse.transaction("a run"):
        assert len(warehouse.fetch(things())) == 1
    warehouse.close()
    (job,) = served.jobs.values()
    assert job.configuration["labels"] == {"team": "growth", "coterie": "a-run"}
    assert (job.configuration["query"]["useLegacySql"], job.configuration["query"]["priority"]) == (False, "BATCH")
    assert len(list(client.query("SELECT 1 AS one").result())) == 1


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
    warehouse = session(served, statement_timeout=1)
    served.endless = "SELECT"
    with pytest.raises(coterie.WarehouseError, match=r"^\[cancelled\] the job has not ended after 1 s"):
        warehouse.fetch(ONE)
    assert served.cancelled == list(served.jobs)


def test_who_interrupts_a_run_ends_its_job(
    served: Endpoint, warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(bigquery.QueryJob, "result", interrupted)
    with pytest.raises(KeyboardInterrupt):
        warehouse.fetch(ONE)
    assert served.cancelled == list(served.jobs)


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
