"""What is said of definitions that are not well-formed: the exact messages."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from coterie.compiler.definitions import AudienceDef, Negation, ProjectDef, SqlCondition
from coterie.compiler.loading.load import build, load, load_text
from coterie.compiler.loading.raw_data import check_trees
from coterie.compiler.loading.validation import CODES
from coterie.errors import Collector, DefinitionErrors


def errors(make: Callable[[], ProjectDef]) -> str:
    with pytest.raises(DefinitionErrors) as caught:
        make()
    return str(caught.value)


def text_errors(text: str, **given: Any) -> str:
    return errors(lambda: load_text(text, name="a.yml", **given))


def trait(config: str) -> str:
    return f"traits:\n- name: T\n  parent_model: m\n  trait_type: aggregation\n  config: {config}\n"


def aggregated(more: str) -> str:
    return trait(f"{{aggregation: sum, {more}}}")


def filtered(node: str) -> str:
    return aggregated(f"filter: {node}")


CONDITION = "{type: condition, condition_type: property, column: a"
KNOWN_FIELDS = "`aggregation`, `column`, `default`, `elements`, `filter`, `p`, `path`, `relationship`, …"

WRONG_TRAITS = {
    trait("{aggregation: sums}"): (
        "5:25 [unknown_value] trait `T`, config.aggregation: found the text `sums`, which is not a value of "
        "`aggregation`\n    did you mean `sum`?"
    ),
    aggregated(
        "colum: a"
    ): "5:30 [unknown_field] trait `T`, config.colum: unknown field `colum`\n    did you mean `column`?",
    aggregated("xyz: a"): (
        f"5:30 [unknown_field] trait `T`, config.xyz: unknown field `xyz`\n    known fields: {KNOWN_FIELDS}"
    ),
    aggregated("<<: a"): (
        "5:30 [unknown_field] trait `T`, config.<<: unknown field `<<`\n"
        "    YAML 1.2 has no merge keys; write the fields out"
    ),
    trait("{}"): "5:11 [missing_field] trait `T`, config: `aggregation` is missing\n    What is made of the rows.",
    trait("[]"): "5:11 [wrong_type] trait `T`, config: found a list, expected a mapping",
    trait(""): "5:10 [wrong_type] trait `T`, config: found nothing, expected a mapping",
    aggregated("source_model: a, source_model_id: b"): (
        "5:11 [both_given] trait `T`, config: `source_model` and `source_model_id` are both given, expected one"
    ),
    aggregated("column: a, trait: b"): (
        "5:11 [both_given] trait `T`, config: `column` and `trait` are both given, expected one"
    ),
    aggregated("source_model_id: 12"): (
        "5:47 [wrong_type] trait `T`, config.source_model_id: found the number `12`, expected text\n"
        '    add quotes: "12"'
    ),
    aggregated("column: 1.50"): (
        '5:38 [wrong_type] trait `T`, config.column: found the number `1.50`, expected text\n    add quotes: "1.50"'
    ),
    aggregated("column: true"): (
        '5:38 [wrong_type] trait `T`, config.column: found the boolean `true`, expected text\n    add quotes: "true"'
    ),
    aggregated("path: []"): "5:36 [empty_list] trait `T`, config.path: found an empty list, expected at least one name",
    aggregated("path: [1]"): (
        "5:36 [wrong_type] trait `T`, config.path: found a list, expected a name or a list of names"
    ),
    aggregated(
        "default: {a: 1}"
    ): "5:39 [wrong_type] trait `T`, config.default: found a mapping, expected a single value",
    aggregated("default: .nan"): (
        "5:39 [not_finite] trait `T`, config.default: found a number that is not finite, expected a finite one"
    ),
    aggregated("window: {}"): (
        "5:38 [not_one_form] trait `T`, config.window: expected exactly one of "
        "`last`, `from`/`to`, `calendar`, `between`, `since`/`until`, `after` and `before`"
    ),
    aggregated("window: {last: {n: 0, unit: day}}"): (
        "5:49 [out_of_range] trait `T`, config.window.last.n: found the number `0`, expected at least 1"
    ),
    aggregated("window: {last: {n: 1.5, unit: day}}"): (
        "5:49 [wrong_type] trait `T`, config.window.last.n: found the number `1.5`, expected a whole number"
    ),
    aggregated("window: {last: {n: '30', unit: day}}"): (
        "5:49 [wrong_type] trait `T`, config.window.last.n: found the text `30`, expected a whole number\n"
        "    remove the quotes"
    ),
    aggregated("window: {last: {n: 1, unit: days}}"): (
        "5:58 [unknown_value] trait `T`, config.window.last.unit: found the text `days`, which is not a value of "
        "`unit`\n    did you mean `day`?"
    ),
    aggregated("window: {since: 2024}"): (
        "5:46 [wrong_type] trait `T`, config.window.since: found the number `2024`, expected a date or a timestamp\n"
        '    add quotes: "2024"'
    ),
    filtered("5"): (
        "5:38 [wrong_type] trait `T`, config.filter: found the number `5`, expected a text expression or a mapping "
        "with `type`"
    ),
    filtered("{and: []}"): (
        "5:38 [missing_field] trait `T`, config.filter: `type` is missing\n"
        "    `type` is one of `and`, `or`, `not` or `condition`"
    ),
    filtered("{type: andd}"): (
        "5:45 [unknown_value] trait `T`, config.filter.type: found the text `andd`, expected `and`, `or`, `not` or "
        "`condition`\n    did you mean `and`?"
    ),
    filtered("{type: property, column: a}"): (
        "5:45 [unknown_value] trait `T`, config.filter.type: found the text `property`, expected `and`, `or`, `not` "
        "or `condition`\n    write `type: condition` and `condition_type: property`"
    ),
    filtered("{type: condition}"): (
        "5:38 [missing_field] trait `T`, config.filter: `condition_type` is missing\n"
        "    `condition_type` is one of `property`, `trait`, `relationship`, `event`, `sequence`, `audience`, `sql` or "
        "`bucket`"
    ),
    filtered("{type: condition, condition_type: proprety}"): (
        "5:72 [unknown_value] trait `T`, config.filter.condition_type: found the text `proprety`, "
        "which is not a value of `condition_type`\n    did you mean `property`?"
    ),
    filtered("{type: and, children: []}"): (
        "5:60 [empty_group] trait `T`, config.filter.children: found an empty list, expected at least one child"
    ),
    filtered("{type: and, children: {type: not}}"): (
        "5:60 [wrong_type] trait `T`, config.filter.children: found a mapping, expected a list\n"
        "    begin each item with `- `"
    ),
    filtered("{type: or, children: [a, {type: not}]}"): (
        "5:63 [missing_field] trait `T`, config.filter.children[1]: `child` is missing\n"
        "    A node, or a text expression."
    ),
    filtered(f"{CONDITION}, operator: '>='}}"): (
        "5:103 [unknown_value] trait `T`, config.filter.operator: found the text `>=`, which is not a value of "
        "`operator`\n    write `greater_than_or_equal`"
    ),
    filtered(f"{CONDITION}, operator: greater_then}}"): (
        "5:103 [unknown_value] trait `T`, config.filter.operator: found the text `greater_then`, which is not a value "
        "of `operator`\n    did you mean `greater_than` or `greater_than_or_equal`?"
    ),
    filtered(f"{CONDITION}, operator: equals, ignore_case: yes}}"): (
        "5:124 [wrong_type] trait `T`, config.filter.ignore_case: found the text `yes`, expected true or false\n"
        "    write true or false, without quotes"
    ),
    filtered(f"{CONDITION}, operator: equals, value: {{column: 5}}}}"): (
        "5:127 [wrong_type] trait `T`, config.filter.value.column: found the number `5`, expected text\n"
        '    add quotes: "5"'
    ),
    filtered(f"{CONDITION}, operator: equals, value: {{x: 5}}}}"): (
        "5:118 [wrong_type] trait `T`, config.filter.value: found a mapping, expected a value, a list, `{n, unit}`, "
        "`{column}`, `{trait}`, `{percentile}`, `{population}` or `{operator, value}`"
    ),
    filtered("{type: condition, condition_type: event, quantifier: any, count: {operator: equals, value: 1}}"): (
        "5:38 [not_one_form] trait `T`, config.filter: expected at most one of "
        "`quantifier`, `count`, `aggregate` and `in_periods`"
    ),
    trait("{aggregation: sum}") + "  column: a\n": (
        "6:3 [unknown_field] trait `T`, column: unknown field `column`\n    `column` belongs inside `config`"
    ),
    trait("{aggregation: sum}") + "  slug: My Slug\n": (
        "6:9 [invalid_text] trait `T`, slug: found the text `My Slug`, expected only lower-case letters, digits and `_`"
    ),
    "traits: [5]": "1:10 [wrong_type] trait 1: found the number `5`, expected a mapping",
    "traits: [{name: T, trait_type: agregation}]": (
        "1:32 [unknown_value] trait `T`, trait_type: found the text `agregation`, expected `aggregation`, "
        "`occurrence`, `list`, `sql` or `formula`\n    did you mean `aggregation`?"
    ),
    "traits: [{name: T, trait_type: [list]}]": (
        "1:32 [unknown_value] trait `T`, trait_type: found a list, expected `aggregation`, `occurrence`, `list`, "
        "`sql` or `formula`"
    ),
    "traits:": "1:8 [wrong_type] traits: found nothing, expected a list",
}

EDGE = "relationships: [{name: r, from_model: a, to_model: b"
WRONG_REST = {
    "- a": "1:1 [wrong_type] found a list, expected a mapping",
    "just text": "1:1 [wrong_type] found the text `just text`, expected a mapping",
    "trait: []": "1:1 [unknown_field] trait: unknown field `trait`\n    did you mean `traits`?",
    "timezone: Mars/Olympus": (
        "1:11 [unknown_time_zone] timezone: found the text `Mars/Olympus`, expected the name of a time zone such as "
        "`Europe/Berlin`"
    ),
    "schema: ''": "1:9 [empty_text] schema: found an empty text, expected a name",
    "definition_paths: models": (
        "1:19 [wrong_type] definition_paths: found the text `models`, expected a list\n    begin each item with `- `"
    ),
    "targets: {d: {source_type: oracle}}": (
        "1:28 [unknown_value] targets.d.source_type: found the text `oracle`, which is not a value of `source_type`\n"
        "    known values of `source_type`: `bigquery`, `clickhouse`, `databricks`, `duckdb`, `postgres`, `redshift`, "
        "`snowflake`, `spark`"
    ),
    "targets: {d: {source_type: clickhouse, path: d, host: h}}": (
        "1:14 [both_given] targets.d: `path` and `host` are both given, expected one"
    ),
    "targets: {d: {source_type: clickhouse, access_token: t, user: u}}": (
        "1:14 [both_given] targets.d: `access_token` and `user` are both given, expected one"
    ),
    "targets: {d: {source_type: duckdb, threads: '4'}}": (
        "1:45 [wrong_type] targets.d.threads: found the text `4`, expected a whole number\n    remove the quotes"
    ),
    "targets: {d: {source_type: duckdb, threads: \"{{ env_var('SECRET') }}\"}}": (
        "1:45 [wrong_type] targets.d.threads: found text from `{{ env_var('SECRET') }}`, expected a whole number\n"
        "    make it a number with the filter `| int`"
    ),
    "timezone: \"{{ env_var('SECRET') }}\"": (
        "1:11 [unknown_time_zone] timezone: found text from `{{ env_var('SECRET') }}`, expected the name of a time "
        "zone such as `Europe/Berlin`"
    ),
    "vars: {a: {b: 1}}": "1:11 [wrong_type] vars.a: found a mapping, expected a single value",
    "name: \"{{ vars('x') }}\"": (
        "1:7 [placeholder_forbidden] name: found the name `vars`, expected only var(), env_var(), param(), ref(), "
        "as_of, constants, operators and simple filters\n    did you mean `var`?"
    ),
    "models: [{name: m, source: {}}]": (
        "1:28 [not_one_form] model `m`, source: expected exactly one of `table`, `file` and `sql`"
    ),
    "models: [{name: m, source: {table: \"{{ ref('x') }}\"}}]": (
        "1:36 [placeholder_misplaced] model `m`, source.table: found `ref`, which belongs in the `sql` of a source or "
        "in `sql_query`"
    ),
    "models: [{name: m, source: {table: t}, columns: [{name: c, type: array<text}]}]": (
        "1:66 [invalid_text] model `m`, columns[0].type: found the text `array<text`, expected boolean, integer, "
        "number, text, date, timestamp, json, or array<…> of one of them"
    ),
    f"{EDGE}, cardinality: one_to_man, join_keys: []}}]": (
        "1:68 [unknown_value] relationship `r`, cardinality: found the text `one_to_man`, expected `one_to_one`, "
        "`one_to_many`, `many_to_one` or `many_to_many`\n    did you mean `one_to_many`?\n"
        "a.yml:1:91 [empty_list] relationship `r`, join_keys: found an empty list, expected at least one item"
    ),
    f"{EDGE}, cardinality: many_to_many, join_keys: [{{from: a, to: b}}]}}]": (
        "1:17 [bridge] relationship `r`: many_to_many needs `through_model` and `through_join_keys`"
    ),
    f"{EDGE}, cardinality: one_to_one, join_keys: [{{from: 1, to: b}}]}}]": (
        "1:99 [wrong_type] relationship `r`, join_keys[0].from: found the number `1`, expected text\n"
        '    add quotes: "1"'
    ),
    "audiences: [{parent_model: m, first: 3}]": (
        "1:13 [missing_field] audience 1: `name` is missing\n    The display name.\n"
        "a.yml:1:31 [unknown_field] audience 1, first: unknown field `first`\n    known fields: `description`, "
        "`filter_tree`, `id`, `limit`, `name`, `parent_model`, `slug`, `splits`, …"
    ),
}
WRONG = {**WRONG_TRAITS, **WRONG_REST}


@pytest.mark.parametrize(
    ("text", "message"), WRONG.items(), ids=[message.split(":\n")[0][:60] for message in WRONG.values()]
)
def test_wrong_definitions(text: str, message: str) -> None:
    found = text_errors(text, environment={"SECRET": "hunter2"})
    assert found == f"a.yml:{message}"
    assert "hunter2" not in found


def test_every_code_has_a_case() -> None:
    told = "\n".join(WRONG.values())
    assert [code for code in CODES if f"[{code}]" not in told] == ["invalid_value"]


def test_settings_in_a_definition_file(tmp_path: Path) -> None:
    (tmp_path / "coterie.yml").touch()
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "m.yml").write_text("vars: {a: 1}\nmodels: []\n")
    assert errors(lambda: load(tmp_path)) == (
        "models/m.yml:1:1 [unknown_field] vars: unknown field `vars`\n    `vars` belongs in coterie.yml"
    )


def test_a_failed_template_is_told_once() -> None:
    assert text_errors("targets: {d: {source_type: duckdb, threads: \"{{ var('n') }}\"}}") == (
        "a.yml:1:45 [unknown_variable] targets.d.threads: there is no variable `n`\n    there are no variables"
    )


def test_errors_as_plain_values() -> None:
    with pytest.raises(DefinitionErrors) as caught:
        load_text(trait("{aggregation: sums}"), name="a.yml")
    assert [error.as_dict() for error in caught.value.errors] == [
        {
            "code": "unknown_value",
            "message": "found the text `sums`, which is not a value of `aggregation`",
            "hint": "did you mean `sum`?",
            "subject": "trait `T`",
            "note": "",
            "file": "a.yml",
            "line": 5,
            "column": 25,
            "path": "config.aggregation",
        }
    ]


# Depth


def nested(levels: int, kind: str) -> dict[str, Any]:
    node: Any = {"type": "condition", "condition_type": "property", "column": "a", "operator": "is_null"}
    for _ in range(levels):
        if kind == "not":
            node = {"type": "not", "child": node}
        elif kind == "and":
            node = {"type": "and", "children": [node]}
        else:
            node = {"type": "condition", "condition_type": "event", "source_model": "e", "filter": node}
    return {"audiences": [{"name": "A", "parent_model": "m", "filter_tree": node}]}


@pytest.mark.parametrize("kind", ["and", "not", "filter"])
def test_filter_trees_nest_64_deep(kind: str) -> None:
    assert build(nested(64, kind)).audiences[0].name == "A"
    assert load_text(json.dumps(nested(64, kind))).audiences[0].name == "A"
    message = "audience `A`, filter_tree: found a filter tree of more than 64 levels, expected at most 64"
    assert errors(lambda: build(nested(65, kind))) == f"[too_deep] {message}"
    assert text_errors(json.dumps(nested(65, kind))) == f"a.yml:1:66 [too_deep] {message}"


@pytest.mark.parametrize("levels", [500, 100_000])
def test_nesting_without_end(levels: int) -> None:
    message = "found more than 200 levels of nesting, expected at most 200 (64 in filter trees)"
    assert errors(lambda: build(nested(levels, "and"))) == f"[too_deep] audiences[0]: {message}"
    text = '{"audiences": [{"filter_tree": ' + '{"type": "and", "children": [' * levels
    assert text_errors(text).endswith(f"[too_deep] {message}")


def test_a_value_that_holds_itself() -> None:
    loop: list[Any] = []
    loop += [loop, loop]
    assert "[too_deep]" in errors(lambda: build({"traits": loop}))


def test_trees_are_checked_without_recursion() -> None:
    found = Collector()
    check_trees(nested(100_000, "not"), None, found)
    assert [error.code for error in found.errors] == ["too_deep"]


def test_deep_objects_built_in_python() -> None:
    tree: Any = SqlCondition(sql_expression="a")
    for _ in range(70):
        tree = Negation(child=tree)
    audience = AudienceDef(name="A", parent_model="m", filter_tree=tree)
    assert errors(lambda: build({"audiences": [audience]})).startswith("[too_deep] audience `A`, filter_tree")
