"""Which tests go to the worker that asks an engine, and which engines there are."""

from __future__ import annotations

import pytest

from tests.conftest import SLOWEST_FIRST, engine_of
from tests.engines import ENGINES, left_out, missing


@pytest.mark.parametrize(
    ("test", "engine"),
    [
        ("tests/test_cases.py::test_rewrites_change_no_row[postgres-nan]", "postgres"),
        ("tests/conformance/test_conformance.py::test_primitive[duckdb-split_part]", "duckdb"),
        ("tests/properties/test_engines.py::test_rows_are_those_of_the_reference[postgres-10]", "postgres"),
        ("tests/conformance/test_rendered.py::test_rendered_sql_is_as_it_was[postgres]", "postgres"),
        ("tests/runtime/test_postgres.py::test_runs", "postgres"),
        ("tests/runtime/test_bigquery_jobs.py::test_a_job_is_labelled", "bigquery"),
        ("tests/runtime/test_spark_connect.py::test_runs", "spark"),
        ("tests/runtime/test_databricks.py::test_runs", "spark"),
        ("tests/test_cases.py::test_every_cell_has_a_case", None),
        ("tests/test_cases.py::test_expected_rows_are_the_oracles[nan]", None),
    ],
)
def test_tests_of_one_engine_go_together(test: str, engine: str | None) -> None:
    assert engine_of(test) == engine


def test_every_engine_has_its_turn() -> None:
    assert {*SLOWEST_FIRST} == {name for name, engine in ENGINES.items() if not engine.is_told}


def test_what_is_named_and_not_there_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COTERIE_ENGINES", "duckdb,snowflake,oracle")
    monkeypatch.setenv("COTERIE_SNOWFLAKE_PYTHON", "/nowhere/bin/python")
    assert missing() == ["snowflake", "oracle"]


def test_what_is_left_out_is_told_with_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COTERIE_ENGINES", "duckdb")
    monkeypatch.delenv("COTERIE_SNOWFLAKE_PYTHON", raising=False)
    told = left_out()
    assert (told["snowflake"], told["postgres"]) == ("not installed", "not named")
    assert "duckdb" not in told
    assert "databricks" not in told
