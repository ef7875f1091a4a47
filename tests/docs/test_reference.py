"""docs/definitions.md says what the code does: fields, functions, operators, casts, and examples on DuckDB."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any, get_args

import duckdb
import pytest

import coterie
from coterie.compiler.definitions import base, comparisons
from coterie.compiler.definitions.comparisons import AGGREGATION_SYNONYMS
from coterie.compiler.language.library import CAST_TYPES, FUNCTIONS
from coterie.compiler.loading.definition_fields import aliases, allowed_values, field_names, model_named
from tests.docs.session import ROOT

PAGE = (ROOT / "docs" / "definitions.md").read_text(encoding="utf-8")
Row = list[str]


def tables(marker: str) -> list[tuple[str, list[Row]]]:
    """The tables that stand after `<!-- marker NAME -->`: NAME, and the cells of each row."""
    found = re.findall(rf"^<!-- {marker} ?(\w*) -->\n((?:\|.*\n)+)", PAGE, re.MULTILINE)
    return [(name, [_cells(line) for line in table.splitlines()[2:]]) for name, table in found]


def _cells(line: str) -> Row:
    return [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]


def table(marker: str) -> list[Row]:
    ((_, rows),) = tables(marker)
    return rows


def code(cell: str) -> list[str]:
    """What stands in backticks."""
    return re.findall(r"`([^`]+)`", cell)


FIELDS = dict(tables("fields"))
EXPLAINED_ELSEWHERE = {  # fields of a base class that has a table of its own
    "Comparison": {"PropertyCondition", "TraitCondition", "AggregateComparison", "SizeValue"},
    "RelatedConfig": {"AggregationConfig", "OccurrenceConfig", "ListConfig"},
    "BaseTrait": {"AggregationTrait", "OccurrenceTrait", "ListTrait", "SqlTrait", "FormulaTrait"},
    "SettingsDef": {"ProjectFile"},
    "DefinitionsFile": {"ProjectFile"},
}
NOT_WRITTEN = {"Def", "NamedDef", "Config", "ProjectDef", "Target"}


def definition_models(root: type[base.Def] = base.Def) -> Iterable[str]:
    for model in root.__subclasses__():
        if model.__module__.startswith("coterie."):
            yield model.__name__
        yield from definition_models(model)


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_has_a_row(name: str) -> None:
    model = model_named(name)
    rows = {field: (row, f"**`{field}`**" in row[0]) for row in FIELDS[name] for field in code(row[0])}
    inherited = {
        field
        for parent, below in EXPLAINED_ELSEWHERE.items()
        if name in below
        for field in field_names(model_named(parent))
    }
    assert set(field_names(model)) - inherited <= rows.keys() <= set(field_names(model))
    for field_name, field in model.model_fields.items():
        written = (aliases(field) or [field_name])[0]
        if written in rows and "," not in rows[written][0][0]:
            (_, form, meaning), bold = rows[written]
            is_kind = len(allowed_values(field.annotation)) == 1 and field_name in ("type", "condition_type")
            assert bold == (field.is_required() or is_kind), written
            values = allowed_values(field.annotation)
            assert not values or len(values) > 7 or code(form) == values or set(code(form)) == set(values), written
            default = field.get_default(call_default_factory=True)
            if isinstance(default, str | bool) and default not in ("", None) and not is_kind:
                assert f"`{str(default).lower() if isinstance(default, bool) else default}`" in meaning, written


def bounds(node: Any) -> Iterator[int]:
    """The bounds of a field by its part of the JSON Schema: of a number, of the numbers in a list, of its length."""
    if isinstance(node, dict):
        is_pair = node.get("minItems") == node.get("maxItems")
        yield from (node[name] for name in ("minimum", "maximum") if name in node)
        yield from [node["maxItems"]] if "maxItems" in node and not is_pair else []
        yield from bounds([node.get("items"), *node.get("anyOf", ())])
    elif isinstance(node, list):
        for part in node:
            yield from bounds(part)


def test_every_bound_is_told_beside_its_field() -> None:
    found: dict[tuple[str, str], list[int]] = {}
    for name, rows in FIELDS.items():
        schema = model_named(name).model_json_schema(by_alias=True)
        properties = schema.get("$defs", {}).get(name, schema)["properties"]  # one that holds itself is below `$defs`
        for first, form, meaning in rows:
            if "," not in first and (limits := sorted(set(bounds(properties.get(code(first)[0]))))):
                found[name, code(first)[0]] = limits
                written = re.findall(r"(?<![\d.,])−?\d+(?:,\d{3})*", f"{form} {meaning}")
                assert {f"{limit:,}".replace("-", "−") for limit in limits} <= set(written), (name, first)
    assert found["LimitDef", "n"] == [1, 1_000_000_000]
    assert found["SplitGroupDef", "buckets"] == [0, 10_000]
    assert found["SequenceCondition", "steps"] == [20]


def test_every_definition_has_a_table() -> None:
    explained = {*FIELDS, *NOT_WRITTEN, *itertools.chain(*EXPLAINED_ELSEWHERE.values())}
    assert set(definition_models()) - explained == set()


def test_every_aggregation_has_a_row() -> None:
    listed = [name for row in table("aggregations") for name in code(row[0])]
    assert sorted(listed) == sorted([*get_args(comparisons.Aggregation), *AGGREGATION_SYNONYMS])


def test_functions() -> None:
    told = [(code(row[0])[0], row[1], row[2]) for row in table("functions")]
    assert told == [(function.signature, function.meaning, function.nulls) for function in FUNCTIONS.values()]


PROFILE = """
{"city": "Berlin", "age": 41.0, "orders": [{"at": "2024-05-01T12:00:00+02:00"}], "likes": ["tea", 7, null, "cups"]}
"""


def project(connection: duckdb.DuckDBPyConnection, **definitions: Any) -> coterie.Project:
    connection.execute(
        "CREATE OR REPLACE TABLE things AS SELECT 1 AS id, 'x' AS text, 1.5 AS number, 1 AS whole, TRUE AS boolean, "
        "DATE '2024-01-01' AS date, TIMESTAMP '2024-01-01' AS timestamp, ['a', 'b'] AS tags, [1] AS array, "
        "CAST(? AS JSON) AS profile",
        [PROFILE],
    )
    model = {"name": "things", "source": {"table": "things"}, "primary_key": "id"}
    return coterie.Project(models=[model], **definitions)


def sql_trait(name: str, expression: str) -> dict[str, Any]:
    config = {"sql_expression": expression}
    return {"name": name, "parent_model": "things", "trait_type": "sql", "config": config}


def test_examples() -> None:
    rows = table("examples")
    expressions = [code(row[0])[0].replace("{tags}", "tags") for row in rows]
    with duckdb.connect() as connection:
        traits = [sql_trait(f"example {number}", text) for number, text in enumerate(expressions)]
        project(connection, traits=traits).run(as_of="2024-06-15T10:30:00Z", connection=connection)
        (values,) = connection.sql("FROM coterie.things_traits").fetchall()
    given = dict(zip(expressions, map(shown, values[1:]), strict=True))
    assert given == dict(zip(expressions, (row[1] for row in rows), strict=True))


def shown(value: object) -> str:
    match value:
        case None:
            return "NULL"
        case bool():
            return str(value).lower()
        case str():
            quoted = value.replace("'", "''")
            return f"'{quoted}'"
        case datetime() | date():
            return value.isoformat()
    return str(value)


def test_every_function_has_an_example() -> None:
    shown_expressions = " ".join(row[0] for row in table("examples"))
    assert [name for name in FUNCTIONS if not re.search(rf"\b{name}\(", shown_expressions)] == []


VALUES: dict[str, Any] = {
    "text": "x", "number": 1, "boolean": True, "date": "2024-01-01", "timestamp": "2024-01-01", "array": 1,
    "pattern": "x", "{n, unit}": {"n": 1, "unit": "day"}, "{operator, value}": {"operator": "equals", "value": 1},
}  # fmt: skip
TYPES = ("text", "number", "boolean", "date", "timestamp", "array")


def operand(form: str, type_name: str) -> Any:
    value = VALUES.get(form.strip("`"), VALUES[type_name])
    return {"": None, "list": [value], "`[low, high]`": [value, value]}.get(form, value)


def test_operators_fit_the_types_that_are_told() -> None:
    audiences, told = [], {}
    for cells in table("operators"):
        for operator, (position, type_name) in itertools.product(code(cells[0]), enumerate(TYPES, 1)):
            name = f"{operator} {type_name}"
            told[name] = cells[position] == "✓"
            condition = {"type": "condition", "condition_type": "property", "column": type_name, "operator": operator}
            value = operand(cells[7], type_name)
            tree = condition if value is None else {**condition, "value": value}
            audiences.append({"name": name, "parent_model": "things", "filter_tree": tree})
    assert {name.split()[0] for name in told} == set(get_args(comparisons.Operator))
    with duckdb.connect() as connection, pytest.raises(coterie.DefinitionErrors) as caught:
        project(connection, audiences=audiences).check(connection=connection)
    assert {error.code for error in caught.value.errors} == {"operator_type"}
    refused = {code(error.subject)[0] for error in caught.value.errors}
    assert {name for name, fits in told.items() if not fits} == refused


def test_casts() -> None:
    rows = {code(row[0])[0]: row[1] for row in table("casts")}
    assert tuple(rows) == CAST_TYPES
    given = {"text": "text", "integer": "whole", "numbers": "number", "boolean": "boolean", "date": "date",
             "timestamp": "timestamp", "arrays": "array"}  # fmt: skip
    told = {
        (column, target): any(part.strip().startswith(word) for part in re.split(r"[;,]", told_of))
        for target, told_of in rows.items()
        for word, column in given.items()
    }
    told |= {("whole", "number"): True}
    traits = [sql_trait(" ".join(pair), f"CAST({pair[0]} AS {pair[1]})") for pair in told]
    with duckdb.connect() as connection, pytest.raises(coterie.DefinitionErrors) as caught:
        project(connection, traits=traits).check(connection=connection)
    refused = {tuple(code(error.subject)[0].split()) for error in caught.value.errors}
    assert {pair for pair, fits in told.items() if not fits} == refused


def test_every_module_is_on_the_map() -> None:
    told = re.findall(r"`(\w+)`", (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8"))
    modules = {path.stem for path in (ROOT / "coterie").rglob("*.py") if path.stem != "__init__"}
    assert sorted(modules - set(told)) == []
