"""SELECTs with many joins, written as several: the rows stay the same, however few are joined at once."""

from __future__ import annotations

import pytest
from sqlglot import exp

from coterie import dialects
from coterie.compiler import Catalog, compile
from coterie.compiler.planning import joins
from tests.case_file import read_case
from tests.case_rows import by_key, differences
from tests.engines import rows_of, started
from tests.test_cases import load


@pytest.mark.parametrize("name", ["many_to_many", "sequences"])
def test_one_join_at_a_time_changes_no_row(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(joins, "MOST", 1)
    engine, case = started("duckdb"), read_case(name)
    load(engine, case, case.tables)
    catalog = Catalog({model: engine.describe(table) for model, table in case.sources.items()})
    compiled = compile(case.project, catalog, dialects.get("duckdb"), as_of=case.as_of)
    for statement in compiled.entities:
        rows = by_key(rows_of(engine, statement), case.key_columns(statement.entity))
        assert not [line for expected in case.expected[statement.entity] for line in differences(expected, rows)]
        most_joined = max(len(select.args.get("joins") or []) for select in _selects(statement.tree))
        assert most_joined == 1


def _selects(tree: exp.Select) -> list[exp.Select]:
    return list(tree.find_all(exp.Select))
