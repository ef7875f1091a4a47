"""Projects from folders, texts and plain values: what they become, and what is said of the wrong ones."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from coterie.compiler.definitions import (
    AggregationTrait,
    AudienceDef,
    FormulaTrait,
    Group,
    ModelDef,
    Negation,
    ProjectDef,
    PropertyCondition,
    SourceDef,
    Span,
    SqlCondition,
    Window,
)
from coterie.compiler.loading.load import build, load, load_text
from coterie.errors import CompileError, DefinitionErrors

MODELS = """\
models:
  - name: customers
    source: {table: shop.customers}
    primary_key: id
  - name: orders
    source:
      sql: select * from {{ ref('raw orders') }} where at < {{ as_of }} and year > {{ var('year') }}
    timestamp_column: at
"""
TRAITS = """\
traits:
  - name: Net revenue
    parent_model: customers
    trait_type: aggregation
    config:
      source_model_id: orders
      aggregation: sum
      column: amount
      window: {last: {n: "{{ var('days') }}", unit: day}}
      filter: {type: condition, condition_type: property, column: amount, operator: greater_than, value: 0.10}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Callable[[dict[str, str]], Path]:
    def write(files: dict[str, str]) -> Path:
        for name, text in files.items():
            file = tmp_path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return tmp_path

    return write


Folder = Callable[[dict[str, str]], Path]


def errors(make: Callable[[], ProjectDef]) -> str:
    with pytest.raises(DefinitionErrors) as caught:
        make()
    return str(caught.value)


def text_errors(text: str, **given: Any) -> str:
    return errors(lambda: load_text(text, name="a.yml", **given))


# Reading


def test_a_project_folder(folder: Folder) -> None:
    path = folder(
        {
            "coterie.yml": "name: shop\nschema: crm\nvars: {days: 30, year: 2020}\n"
            "targets: {dev: {source_type: duckdb, path: \"{{ env_var('DB', 'x.duckdb') }}\"}}\n",
            "models/shop.yml": MODELS,
            "traits/revenue.yaml": TRAITS,
            "traits/.hidden/no.yml": "nonsense: 1",
            "traits/.no.yml": "nonsense: 1",
            "traits/readme.md": "nonsense",
            "other/no.yml": "nonsense: 1",
        }
    )
    project = load(path, variables={"year": 2024}, environment={"DB": "shop.duckdb"})
    assert project.settings.name == "shop"
    assert project.settings.schema_ == "crm"
    assert project.settings.vars == {"days": 30, "year": 2020}
    assert project.settings.targets["dev"].path == "shop.duckdb"
    assert [model.name for model in project.models] == ["customers", "orders"]
    assert project.models[1].source.sql == (
        "select * from __coterie_ref__raw_20orders where at < __coterie_as_of and year > 2024"
    )
    (trait,) = project.traits
    assert isinstance(trait, AggregationTrait)
    assert trait.config.source_model == "orders"
    assert trait.config.window == Window(last=Span(n=30, unit="day"))
    assert isinstance(trait.config.filter, PropertyCondition)
    assert trait.config.filter.value == Decimal("0.10")
    assert str(trait.config.filter.value) == "0.10"
    assert load(path / "coterie.yml", variables={"year": 2024}, environment={"DB": "shop.duckdb"}) == project


def test_definitions_know_their_place(folder: Folder) -> None:
    path = folder({"coterie.yml": "vars: {days: 1, year: 2}", "models/sub/m.yml": MODELS, "traits/t.yml": TRAITS})
    project = load(path)
    (trait,) = project.traits
    assert trait.origin.place == "traits/t.yml:2:5"
    assert trait.origin.at("config", "column").place == "traits/t.yml:8:15"
    assert trait.origin.at("config", "column").dotted == "config.column"
    assert trait.origin.at("config", "source_model").place == "traits/t.yml:6:24"
    assert trait.origin.at("config", "filter", "value").place == "traits/t.yml:10:106"
    assert project.models[1].origin.place == "models/sub/m.yml:5:5"


def test_the_order_of_files_is_that_of_folders_and_names(folder: Folder) -> None:
    names = ["b.yml", "a.yml", "z/a.yml", "c/b.yml"]
    files = {f"models/{name}": f"models: [{{name: '{name}', source: {{table: t}}}}]" for name in names}
    project = load(folder({"coterie.yml": "models: [{name: first, source: {table: t}}]", **files}))
    assert [model.name for model in project.models] == ["first", "a.yml", "b.yml", "c/b.yml", "z/a.yml"]


def test_definition_paths_and_links_are_walked_once(folder: Folder) -> None:
    path = folder({"coterie.yml": "definition_paths: [., defs, defs/inner]", "defs/inner/m.yml": MODELS})
    os.symlink(path, path / "defs" / "loop")
    os.symlink(path / "defs" / "inner" / "m.yml", path / "defs" / "again.yml")
    project = load(path, variables={"year": 1})
    assert [model.name for model in project.models] == ["customers", "orders"]


def test_definitions_may_stand_in_the_project_file() -> None:
    project = load_text(TRAITS, variables={"days": 7})
    assert project.settings.name == "project"
    assert project.traits[0].origin.place == "coterie.yml:2:5"


def test_an_empty_project() -> None:
    assert load_text("") == ProjectDef()


def test_yaml_words_and_numbers() -> None:
    project = load_text("vars: {country: NO, date: 2024-01-31, exact: 0.1, list: [1, x], big: 0x1F, none: ~}")
    assert project.settings.vars == {
        "country": "NO",
        "date": "2024-01-31",
        "exact": Decimal("0.1"),
        "list": (1, "x"),
        "big": 31,
        "none": None,
    }


def test_variables_see_those_before_them() -> None:
    text = "vars: {a: 1, b: \"{{ var('a') + 1 }}\", c: \"{{ var('later') }}\", later: 5}\nname: \"x{{ var('b') }}\""
    assert load_text(text, variables={"later": 9}).settings.vars == {"a": 1, "b": 2, "c": 9, "later": 5}
    assert load_text(text, variables={"later": 9, "b": 7}).settings.name == "x7"
    assert text_errors(text) == (
        "a.yml:1:42 [unknown_variable] vars.c: there is no variable `later`\n    known variables: `a`, `b`"
    )


def test_the_environment_is_only_what_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COTERIE_TEST", "from outside")
    assert text_errors("name: \"{{ env_var('COTERIE_TEST') }}\"") == (
        "a.yml:1:7 [missing_environment_variable] name: the environment variable `COTERIE_TEST` is not set\n"
        "    set it, or write a default: env_var('COTERIE_TEST', '…')"
    )


# Plain values

TRAIT: dict[str, Any] = {
    "name": "Paid",
    "parent_model_id": "customers",
    "trait_type": "aggregation",
    "config": {"source_model_id": "orders", "aggregation": "most_frequent", "column": "a", "default": 0.1},
}


def test_plain_values() -> None:
    project = build({"name": "shop", "traits": [TRAIT], "vars": {"x": 0.1}})
    (trait,) = project.traits
    assert isinstance(trait, AggregationTrait)
    assert trait.parent_model == "customers"
    assert trait.config.aggregation == "mode"
    assert trait.config.default == Decimal("0.1")
    assert project.settings.vars == {"x": Decimal("0.1")}
    assert trait.origin.place == ""
    assert trait.origin.at("config", "column").dotted == "config.column"


def test_values_beside_operators_are_exact() -> None:
    tree = {"type": "condition", "condition_type": "trait", "trait": "a", "operator": "between", "value": [0.1, 2]}
    project = build({"audiences": [{"name": "A", "parent_model": "m", "filter_tree": tree}]})
    assert project.audiences[0].filter_tree.value == (Decimal("0.1"), 2)  # type: ignore[union-attr]


def test_the_bodies_of_the_http_api() -> None:
    body = json.loads(json.dumps({"traits": [TRAIT]}), parse_float=Decimal)
    assert build(body) == build({"traits": [TRAIT]})


def test_definitions_built_in_python() -> None:
    model = ModelDef(name="orders", source=SourceDef(sql="select * from {{ ref('raw') }}"), nan="never")
    tree = Group(type="or", children=("a > 1", Negation(child=SqlCondition(sql_expression="b"))))
    audience = AudienceDef(name="A", parent_model="orders", filter_tree=tree)
    config = {"expression": "{a}", "default": None}
    trait = FormulaTrait(name="T", parent_model="orders", config=config)  # type: ignore[arg-type]
    project = build({"models": [model], "audiences": [audience], "traits": [trait]})
    assert project.models[0].source.sql == "select * from __coterie_ref__raw"
    assert project.models[0].nan == "never"
    assert project.audiences[0].model_dump() == audience.model_dump()
    assert project.traits[0].model_dump() == trait.model_dump()
    assert project.traits[0].config.has_default
    assert audience.origin.path == (), "what was given stays as it was"
    assert project.audiences[0].origin.path == ("audiences", 0)


def test_loaded_definitions_keep_their_place() -> None:
    trait = load_text(TRAITS, variables={"days": 1}, name="a.yml").traits[0]
    assert build({"traits": [TRAIT, trait]}).traits[1].origin.place == "a.yml:2:5"


def test_dates_of_windows_stay_what_they_are() -> None:
    midnight = datetime(2024, 1, 1)
    assert type(Window(since=midnight).since) is datetime
    assert type(Window(since=date(2024, 1, 1)).since) is date
    assert Window(since="2024-01-01").since == "2024-01-01"


def test_errors_of_plain_values_show_paths() -> None:
    wrong = {**TRAIT, "config": {**TRAIT["config"], "column": 5}}
    assert errors(lambda: build({"traits": [TRAIT, wrong]})) == (
        '[wrong_type] trait `Paid`, config.column: found the number `5`, expected text\n    add quotes: "5"'
    )
    assert errors(lambda: build({"traits": {1: 2}})) == ("[non_text_key] traits: found `1` as a key, expected text")


def test_errors_pass_through_context_managers() -> None:
    @contextmanager
    def around() -> Iterator[None]:
        yield

    error = CompileError("a_code", "a message")
    with pytest.raises(CompileError) as caught, around():
        raise error
    assert caught.value is error


# Files that are not there, or not what they should be


def test_a_missing_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("shop").mkdir()
    assert errors(lambda: load("shpo")) == (
        "[missing_file] there is no folder or file `shpo`\n    did you mean `shop`?"
    )
    assert errors(lambda: load("a/b/c")) == (
        "[missing_file] there is no folder or file `a/b/c`\n    there are no names in `a/b`"
    )


def test_a_folder_without_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert errors(lambda: load(".")) == (
        "[missing_file] the folder `.` holds no coterie.yml\n    `coterie init` makes a new project"
    )
    Path("shop").mkdir()
    Path("shop/coterie.yml").touch()
    assert errors(lambda: load(".")) == ("[missing_file] the folder `.` holds no coterie.yml\n    did you mean `shop`?")
    Path("coterie.yaml").touch()
    assert errors(lambda: load(".")) == (
        "[missing_file] the folder `.` holds no coterie.yml\n    rename `coterie.yaml` to `coterie.yml`"
    )
    Path("shop/models").mkdir()
    assert errors(lambda: load("shop/models")) == (
        f"[missing_file] the folder `shop/models` holds no coterie.yml\n    did you mean `{tmp_path / 'shop'}`?"
    )


def test_another_file(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder({"coterie.yml": "", "models/shop.yml": MODELS}))
    assert errors(lambda: load("models/shop.yml")) == (
        "[missing_file] found the file `models/shop.yml`, expected a project folder or its coterie.yml\n"
        f"    did you mean `{Path.cwd()}`?"
    )


def test_missing_definition_folders(folder: Folder) -> None:
    path = folder({"coterie.yml": "definition_paths:\n  - modls\n  - coterie.yml\n", "models/m.yml": ""})
    assert errors(lambda: load(path)) == (
        "coterie.yml:2:5 [missing_file] definition_paths[0]: there is no folder `modls`\n"
        "    did you mean `models`?\n"
        "coterie.yml:3:5 [missing_file] definition_paths[1]: found the file `coterie.yml`, expected a folder"
    )


def test_a_file_that_cannot_be_read(folder: Folder) -> None:
    path = folder({"coterie.yml": "", "models/m.yml": MODELS})
    os.symlink("loop.yml", path / "models" / "loop.yml")
    message = errors(lambda: load(path, variables={"year": 1}))
    assert message == "[unreadable_file] `models/loop.yml` cannot be read: Too many levels of symbolic links"


def test_errors_of_all_files_come_together(folder: Folder) -> None:
    path = folder(
        {
            "coterie.yml": "naem: shop\nvars: {days: 7}\n",
            "models/a.yml": "models:\n  - {nam: a}\n",
            "models/b.yml": "models: [\n",
            "traits/c.yml": "traits: [{name: \"{{ var('dayz') }}\"}]\n",
        }
    )
    assert errors(lambda: load(path)) == (
        "coterie.yml:1:1 [unknown_field] naem: unknown field `naem`\n    did you mean `name`?\n"
        "models/a.yml:2:5 [missing_field] model 1: `source` is missing\n"
        "    `{table: …}`, `{file: …}` or `{sql: …}`.\n"
        "models/a.yml:2:6 [unknown_field] model 1, nam: unknown field `nam`\n    did you mean `name` or `nan`?\n"
        "models/b.yml:2:1 [yaml_syntax] did not find expected node content while parsing a flow node\n"
        "traits/c.yml:1:10 [missing_field] trait `{{ var('dayz') }}`: `trait_type` is missing\n"
        "    `trait_type` is one of `aggregation`, `occurrence`, `list`, `sql` or `formula`\n"
        "traits/c.yml:1:17 [unknown_variable] trait `{{ var('dayz') }}`, name: there is no variable `dayz`\n"
        "    did you mean `days`?"
    )


def test_a_broken_project_file_does_not_hide_the_rest(folder: Folder) -> None:
    path = folder({"coterie.yml": "vars: {days: 7\n", "traits/t.yml": TRAITS + "    colour: red\n"})
    assert errors(lambda: load(path)) == (
        "coterie.yml:2:1 [yaml_syntax] did not find expected ',' or '}' while parsing a flow mapping that begins in "
        "line 1\n    the closing bracket or a comma is missing\n"
        "traits/t.yml:11:5 [unknown_field] trait `Net revenue`, colour: unknown field `colour`\n"
        "    known fields: `config`, `description`, `id`, `name`, `parent_model`, `result_type`, `slug`, `status`, …"
    )
