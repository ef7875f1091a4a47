"""Every case on every engine: rows equal to what the case says by hand, and to its hand-written oracle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache

import pytest

from coterie import dialects
from coterie.compiler import Catalog, Compiled, compile
from coterie.compiler.definitions import SqlTrait
from coterie.compiler.resolving.described import query_name
from coterie.compiler.writing.render import render
from coterie.compiler.writing.sources import SourceReader
from tests.case_cells import covered_cells
from tests.case_file import PUBLISHED, Case, Expectation, Table, case_names, read_case
from tests.case_matrix import NONSENSE, crossed_cells, excluding_rules, wanted_cells
from tests.case_rows import ByKey, by_key, differences, disagreements
from tests.effort import IS_QUICK
from tests.engines import ENGINES, Engine, is_slow, rows_of, started, wanted
from tests.engines.duckdb import DuckDB
from tests.properties.ways import NO_REWRITES, USUAL, Way, eager

IN_EVERY_WAY = ("duckdb", "postgres")
"""The engines on which every case is tried with empty tables, with its promises counted and, where there is time,
without rewrites: what holds on these is no matter of dialects."""

SHARE_OF_REWRITES, SHARE_OF_EMPTY, SHARE_OF_PROMISES, SHARE_OF_SLOW = 5, 3, 2, 2
"""On others one case of so many is, and without rewrites again one of so many where an engine is slow."""

every_case = pytest.mark.parametrize("name", case_names())
SOUND = [name for name in case_names() if read_case(name).has_rows]
sound_case = pytest.mark.parametrize("name", SOUND)


def with_engines(names: Sequence[str], share: Callable[[str], int]) -> pytest.MarkDecorator:
    """Each engine with each case, or with one of so many."""
    pairs = [(engine, name) for engine in wanted() for name in names[:: share(engine)]]
    return pytest.mark.parametrize(("engine", "name"), pairs, indirect=["engine"])


def share_of_rewrites(engine: str) -> int:
    if IS_QUICK or engine not in IN_EVERY_WAY:
        return SHARE_OF_REWRITES * (SHARE_OF_SLOW if ENGINES[engine].is_slow else 1)
    return 1


def share_of_promises(engine: str) -> int:
    return 1 if engine in IN_EVERY_WAY else SHARE_OF_PROMISES


def share_of_empty(engine: str) -> int:
    return 1 if engine in IN_EVERY_WAY else SHARE_OF_EMPTY


@pytest.fixture(params=wanted())
def engine(request: pytest.FixtureRequest) -> Engine:
    return started(request.param)


@pytest.fixture(autouse=True)
def known_failures(request: pytest.FixtureRequest) -> None:
    """Cases that an engine cannot hold must fail."""
    asked = getattr(request.node, "callspec", None)
    if asked and "engine" in asked.params:
        reason = ENGINES[asked.params["engine"]].cannot.get(asked.params["name"])
        if reason:
            request.applymarker(pytest.mark.xfail(reason=reason, strict=True))


@sound_case
def test_expected_rows_are_the_oracles(name: str) -> None:
    case, duckdb = read_case(name), started("duckdb")
    load(duckdb, case, case.tables)
    for model, expectations in case.expected.items():
        oracle = ask_oracle(duckdb, case, model)
        assert sorted(oracle) == sorted(case.keys[model])
        assert not [line for expectation in expectations for line in differences(expectation, oracle)]


@pytest.mark.parametrize("name", SOUND[::5])
def test_the_tree_is_the_same_once_there_is_text(engine: Engine, name: str) -> None:
    """People may have the text, and work on with the tree."""
    load(engine, read_case(name), read_case(name).tables)
    for statement in compile_case(engine, name).entities:
        text = statement.sql
        assert render(statement.tree, dialects.get(engine.dialect)) == text


@sound_case
def test_compiled_rows_are_the_expected_ones(engine: Engine, name: str) -> None:
    case = read_case(name)
    load(engine, case, case.tables)
    compiled = compile_case(engine, name)
    assert [statement.entity for statement in compiled.entities] == list(case.expected)
    found = []
    for statement in compiled.entities:
        expectations = case.expected[statement.entity]
        columns = [column.name for column in (*statement.traits, *statement.audiences, *statement.splits)]
        assert columns == [expectation.column for expectation in expectations]
        rows = by_key(rows_of(engine, statement), [column.name for column in statement.key])
        assert sorted(rows) == sorted(case.keys[statement.entity])
        found += [line for expectation in expectations for line in _differences(engine, expectation, rows)]
        if engine.dialect == "duckdb":
            oracle = ask_oracle(engine, case, statement.entity)
            found += [line for expectation in expectations for line in disagreements(expectation, rows, oracle)]
    assert not found, "\n".join(found)


@with_engines(SOUND, share_of_rewrites)
def test_rewrites_change_no_row(engine: Engine, name: str) -> None:
    case = read_case(name)
    load(engine, case, case.tables)
    usual = [statement.sql for statement in compile_case(engine, name).entities]
    others = [] if is_slow(engine) else eager(dialects.get(engine.dialect))
    for way in (NO_REWRITES, *others):
        statements = compile_case(engine, name, way=way).entities
        if way is not NO_REWRITES and [statement.sql for statement in statements] == usual:
            continue
        for statement in statements:
            rows = by_key(rows_of(engine, statement), [column.name for column in statement.key])
            assert not [
                line for expected in case.expected[statement.entity] for line in _differences(engine, expected, rows)
            ]


@with_engines(case_names(), share_of_promises)
def test_broken_promises_are_counted(engine: Engine, name: str) -> None:
    case = read_case(name)
    load(engine, case, case.tables)
    checks, found = compile_case(engine, name).checks, Counter[str]()
    for check, violations in zip(checks, violations_of(engine, [check.sql for check in checks]), strict=True):
        found[check.code] += violations
    assert +found == case.violations


@with_engines(case_names(), share_of_empty)
def test_empty_tables_give_no_rows(engine: Engine, name: str) -> None:
    case = read_case(name)
    load(engine, case, {table: Table(loaded.types, ()) for table, loaded in case.tables.items()})
    for statement in compile_case(engine, name).entities:
        assert rows_of(engine, statement) == []


def violations_of(engine: Engine, checks: list[str]) -> list[int]:
    """What each check counts; by one statement where each takes long."""
    if not is_slow(engine):
        return [count for sql in checks for row in engine.query(sql) for count in row.values()]
    together = " UNION ALL ".join(f"SELECT {number} AS number, * FROM ({sql})" for number, sql in enumerate(checks))
    found = sorted(tuple(row.values()) for row in engine.query(together)) if checks else []
    return [count for _, count in found]


def _differences(engine: Engine, expectation: Expectation, rows: ByKey) -> list[str]:
    return differences(expectation, rows, null_arrays=dialects.get(engine.dialect).null_arrays)


def test_every_cell_has_a_case() -> None:
    covered = covered_cells(map(read_case, case_names()))
    missing = [" × ".join(cell) for cell in wanted_cells() if cell not in covered]
    assert not missing, "\n".join(missing)


def test_every_rule_about_nonsense_is_needed() -> None:
    alone = {rules[0] for cell in crossed_cells() if len(rules := excluding_rules(cell)) == 1}
    assert alone == set(NONSENSE)


def load(engine: Engine, case: Case, tables: Mapping[str, Table]) -> None:
    engine.begin()
    for name, table in tables.items():
        engine.create_table(name, table)
    for name, table in case.built.items():
        engine.create_table(name, table, PUBLISHED)
    if isinstance(engine, DuckDB):
        for name, query in case.views.items():
            engine.execute(f"CREATE VIEW {name} AS {query}")


@cache
def compile_case(engine: Engine, name: str, *, way: Way = USUAL) -> Compiled:
    """The case compiled for the engine's tables, which must be loaded."""
    case = read_case(name, engine.dialect)
    dialect = dialects.get(engine.dialect)
    reader = SourceReader(dialect, {model.name: model for model in case.project.models}, case.as_of)
    queries = {
        query_name(trait): engine.describe_query(render(reader.query(trait), dialect))
        for trait in case.project.traits
        if isinstance(trait, SqlTrait) and trait.config.sql_query is not None
    }
    catalog = Catalog({model: engine.describe(table) for model, table in case.sources.items()}, queries=queries)
    return compile(
        case.project,
        catalog,
        way.priced(dialect),
        as_of=case.as_of,
        select=case.selection,
        rewrites=way.rewrites,
        statistics=way.statistics,
    )


def ask_oracle(engine: Engine, case: Case, model: str) -> ByKey:
    return by_key(engine.query(case.oracles[model]), case.key_columns(model))
