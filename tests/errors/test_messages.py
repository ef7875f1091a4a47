"""Wrong definitions, and word for word what is said of them. The cases stand in the YAML files beside this one."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from coterie import compiler, dialects
from coterie.compiler.catalog import Catalog
from coterie.compiler.loading.validation import CODES
from coterie.errors import DefinitionErrors
from coterie.project import Project, load, open_project
from tests.errors.error_case import SHOP, ErrorCase, error_cases

CASES = error_cases()


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A DuckDB with the shop's tables, all of them empty."""
    path = tmp_path_factory.mktemp("shop") / "shop.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute((SHOP / "tables.sql").read_text(encoding="utf-8"))
    return path


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_is_said(case: ErrorCase, database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHOP", str(database))
    case.write(tmp_path)
    with pytest.raises(DefinitionErrors) as caught:
        use(case, tmp_path, database)
    assert str(caught.value).replace(str(tmp_path), "PROJECT") == case.says


def use(case: ErrorCase, folder: Path, database: Path) -> None:
    """What people do with the project, by the road that the case takes."""
    if case.python:
        with duckdb.connect(str(database), read_only=True) as connection:
            Project(**case.values()).check(connection=connection)
    elif case.columns:
        catalog = Catalog({model: tuple(columns.items()) for model, columns in case.columns.items()})
        compiler.check(load(folder).definitions, catalog, dialects.get("duckdb"))
    else:
        open_project(folder).check()


COMPILER = Path(compiler.__file__).parent
TESTS = Path(__file__).parents[1]

# Codes whose errors do not fit into a small YAML file, and where they are provoked instead.
ELSEWHERE = {
    "encoding": "compiler/test_yaml_document.py",
    "invisible_reference": "errors/models.yml",
    "name_too_long": "errors/test_messages.py",
    "not_finite": "compiler/test_validation.py",
    "source_file": "errors/test_messages.py",
    "statement_too_long": "compiler/test_engine_limits.py",
    "placeholder_too_large": "compiler/test_templating.py",
    "too_many_columns": "compiler/test_engine_limits.py",
    "too_many_relations": "compiler/test_engine_limits.py",
    "template_too_large": "compiler/test_templates.py",
    "too_deep": "test_hostile_shapes.py",
    "too_long": "test_hostile_shapes.py",
    "too_many_aliases": "compiler/test_yaml_document.py",
    "unreadable_file": "compiler/test_load.py",
    "unsupported": "errors/test_messages.py",
    "wrong_key": "runtime/test_explain.py",
}
RAISERS = {"CompileError": 0, "TooMuchAtOnce": 0, "failure": 0, "_fail": 0, "_error": 0, "Mismatch": 1}
"""What makes errors in the compiler, and which of its arguments is the code."""


def codes_in(path: Path) -> Iterator[str]:
    """The codes that a module writes out."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            position = RAISERS.get(name, len(node.args))
            for argument in node.args[position : position + 1]:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield argument.value


def test_every_code_is_provoked() -> None:
    written = {code for path in COMPILER.rglob("*.py") for code in codes_in(path)} | CODES.keys()
    said = {code for case in CASES for code in re.findall(r"\[([a-z_]+)\] ", case.says)}
    without = sorted(written - said - ELSEWHERE.keys() - {"invalid_value"})  # of which no one knows an example
    assert without == []
    for code, file in ELSEWHERE.items():
        assert code in (TESTS / file).read_text(encoding="utf-8"), f"{file} does not provoke {code}"


def test_cases_have_names_of_their_own() -> None:
    names = [str(case) for case in CASES]
    assert len(set(names)) == len(names) >= 60


# What an engine cannot do


@pytest.fixture
def people() -> Project:
    """One model with a trait, an audience and a file for its source."""
    return Project(
        models=[{"name": "people", "source": {"file": "people.csv"}, "primary_key": "id"}],
        traits=[{
            "name": "Name length", "parent_model": "people", "trait_type": "sql",
            "config": {"sql_expression": "length(name)"},
        }],
        audiences=[{"name": "Long names", "parent_model": "people", "filter_tree": "name_length > 9"}],
    )  # fmt: skip


PEOPLE = Catalog({"people": (("id", "INTEGER"), ("name", "VARCHAR"))})


def refused(project: Project, dialect: dialects.Dialect) -> str:
    as_of = datetime(2024, 7, 1, tzinfo=UTC)
    with pytest.raises(DefinitionErrors) as caught:
        compiler.compile(project.definitions, PEOPLE, dialect, as_of=as_of)
    return str(caught.value)


def test_a_primitive_that_the_engine_lacks(people: Project) -> None:
    duckdb = dialects.get("duckdb")
    scalars = {name: build for name, build in duckdb.scalars.items() if name != "length"}
    said = refused(people, replace(duckdb, name="otherdb", scalars=scalars))
    assert said == (
        "[unsupported] audience `Long names`: it needs `length`, which otherdb does not have\n"
        "    compute it in the model's own SELECT (`source.sql`), in the warehouse's SQL\n"
        "[unsupported] trait `Name length`: it needs `length`, which otherdb does not have\n"
        "    compute it in the model's own SELECT (`source.sql`), in the warehouse's SQL"
    )


def test_a_name_that_is_too_long_for_the_engine(people: Project) -> None:
    assert refused(people, replace(dialects.get("duckdb"), name="otherdb", max_identifier=12)) == (
        "[name_too_long] `in_long_names…` has 13 characters, otherdb allows 12\n    give it a shorter `slug`\n"
        "[name_too_long] model `people`: its table `people_audience_members…` would have a name of 23 characters, "
        "otherdb allows 12\n    give the model a shorter name"
    )


def test_an_engine_that_reads_no_files(people: Project) -> None:
    said = refused(people, replace(dialects.get("duckdb"), name="otherdb", file_source=None))
    assert said == "[source_file] model `people`, source.file: otherdb cannot read files"
