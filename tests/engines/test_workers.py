"""Which tests go to the worker that asks an engine."""

from __future__ import annotations

import pytest

from tests.conftest import engine_of


@pytest.mark.parametrize(
    ("test", "engine"),
    [
        ("tests/test_cases.py::test_rewrites_change_no_row[postgres-nan]", "postgres"),
        ("tests/conformance/test_conformance.py::test_primitive[duckdb-split_part]", "duckdb"),
        ("tests/properties/test_engines.py::test_rows_are_those_of_the_reference[postgres-10]", "postgres"),
        ("tests/conformance/test_rendered.py::test_rendered_sql_is_as_it_was[postgres]", "postgres"),
        ("tests/runtime/test_postgres.py::test_runs", "postgres"),
        ("tests/runtime/test_spark_connect.py::test_runs", "spark"),
        ("tests/test_cases.py::test_every_cell_has_a_case", None),
        ("tests/test_cases.py::test_expected_rows_are_the_oracles[nan]", None),
    ],
)
def test_tests_of_one_engine_go_together(test: str, engine: str | None) -> None:
    assert engine_of(test) == engine
