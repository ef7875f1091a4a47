"""Every case on every engine: rows equal to what the case says by hand, and to its hand-written oracle."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from coterie import dialects
from coterie.compiler import Catalog, Compiled, compile
from tests.case_cells import covered_cells
from tests.case_engine import ENGINES, Engine
from tests.case_file import Case, Table, case_names, read_case
from tests.case_matrix import NONSENSE, excluded, wanted_cells
from tests.case_rows import ByKey, by_key, differences, disagreements


@pytest.fixture(scope="session", params=sorted(ENGINES))
def engine(request: pytest.FixtureRequest) -> Engine:
    return ENGINES[request.param]()


@pytest.mark.parametrize("name", case_names())
def test_expected_rows_are_the_oracles(name: str) -> None:
    case, duckdb = read_case(name), ENGINES["duckdb"]()
    load(duckdb, case)
    found = []
    for model, expectations in case.expected.items():
        oracle = ask_oracle(duckdb, case, model)
        assert sorted(oracle) == sorted(case.keys[model])
        found += [line for expectation in expectations for line in differences(expectation, oracle)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("name", case_names())
def test_compiled_rows_are_the_expected_ones(engine: Engine, name: str) -> None:
    case = read_case(name)
    load(engine, case)
    compiled = compile_case(engine, case)
    assert [statement.entity for statement in compiled.entities] == list(case.expected)
    found = []
    for statement in compiled.entities:
        expectations = case.expected[statement.entity]
        columns = [column.name for column in statement.traits + statement.audiences]
        assert columns == [expectation.column for expectation in expectations]
        rows = by_key(engine.query(statement.sql), key_of(case, statement.entity))
        assert sorted(rows) == sorted(case.keys[statement.entity])
        found += [line for expectation in expectations for line in differences(expectation, rows)]
        if engine.dialect == "duckdb":
            oracle = ask_oracle(engine, case, statement.entity)
            found += [line for expectation in expectations for line in disagreements(expectation, rows, oracle)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("name", case_names())
def test_broken_promises_are_counted(engine: Engine, name: str) -> None:
    case = read_case(name)
    load(engine, case)
    found: Counter[str] = Counter()
    for check in compile_case(engine, case).checks:
        ((violations,),) = [row.values() for row in engine.query(check.sql)]
        found[check.code] += violations
    assert +found == case.violations


@pytest.mark.parametrize("name", case_names())
def test_empty_tables_give_no_rows(engine: Engine, name: str) -> None:
    case = read_case(name)
    emptied = {table: Table(loaded.types, ()) for table, loaded in case.tables.items()}
    load(engine, replace(case, tables=emptied))
    for statement in compile_case(engine, case).entities:
        assert engine.query(statement.sql) == []


def test_every_cell_has_a_case() -> None:
    covered = covered_cells(map(read_case, case_names()))
    missing = [f"{subject} × {situation}" for subject, situation in wanted_cells() if (subject, situation) not in covered]
    assert not missing, "\n".join(missing)


def test_no_cell_is_called_nonsense_and_has_a_case() -> None:
    covered = covered_cells(map(read_case, case_names()))
    assert not [f"{subject} × {situation}" for subject, situation in covered if excluded(subject, situation)]
    used = {rule for subject, situation in wanted_cells(with_nonsense=True) if (rule := excluded(subject, situation))}
    assert used == set(NONSENSE)


def load(engine: Engine, case: Case) -> None:
    engine.begin(case.name)
    for name, table in case.tables.items():
        engine.create_table(name, table)
    if engine.dialect == "duckdb":
        for name, query in case.views.items():
            engine.execute(f"CREATE VIEW {name} AS {query}")


def compile_case(engine: Engine, case: Case) -> Compiled:
    catalog = Catalog({model: engine.describe(table) for model, table in case.sources.items()})
    return compile(case.project, catalog, dialects.get(engine.dialect), as_of=case.as_of)


def ask_oracle(engine: Engine, case: Case, model: str) -> ByKey:
    return by_key(engine.query(case.oracles[model]), key_of(case, model))


def key_of(case: Case, model: str) -> list[str]:
    key = case.source["models"][model]["primary_key"]
    return key if isinstance(key, list) else [key]
