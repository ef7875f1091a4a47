"""Hostile text in every text field of the definitions: refused, or harmless.

The same project is compiled with harmless and with hostile text. What is not refused must give SQL that reads back as
the same tree once names and texts are blanked out: no text of a definition becomes structure.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import duckdb
import pytest
import sqlglot
from pydantic import BaseModel
from sqlglot import exp

from coterie import dialects
from coterie.compiler import Catalog, compile
from coterie.compiler.definitions import Def
from coterie.compiler.load import build
from coterie.errors import CompileError, DefinitionErrors, WarehouseError
from coterie.project import Project

AS_OF = datetime(2024, 7, 1, tzinfo=UTC)
HOSTILE = [
    "'; DROP TABLE orders; --",
    '"; DROP TABLE orders; --',
    "x' OR '1'='1",
    'x" OR "1"="1',
    "x'), (SELECT 1",
    "a\\' OR 1=1 --",
    "*/ SELECT 1 /*",
    "/* x",
    "-- x",
    "$$; SELECT 1; $$",
    "a\nb\r\tc",
    "select",
    "\u2019 OR \uff071\uff07=\uff071",
    "100%_\\",
    "{net}",
    "; SELECT 1",
]


def condition(kind: str, **fields: Any) -> dict[str, Any]:
    """A condition of a filter tree."""
    return {"type": "condition", "condition_type": kind, **fields}


def trait(name: str, kind: str, model: str = "customers", /, **config: Any) -> dict[str, Any]:
    return {
        "name": name,
        "description": "about it",
        "parent_model": model,
        "trait_type": kind,
        "config": config,
    }


PROJECT: dict[str, Any] = {
    "name": "shop",
    "schema": "coterie",
    "vars": {"days": "30"},
    "models": [
        {
            "id": "m1",
            "name": "customers",
            "description": "buyers",
            "source": {"table": "customers"},
            "primary_key": ["id"],
            "valid_from_column": "since",
            "valid_to_column": "until",
            "timezone": "Europe/Berlin",
        },
        {
            "name": "orders",
            "source": {"table": "orders"},
            "primary_key": "order_id",
            "timestamp_column": "at",
            "columns": [
                {"name": "net", "expression": "amount * 0.5", "description": "after tax"},
                {"name": "kind", "type": "text"},
            ],
        },
        {"name": "shops", "source": {"sql": "SELECT 1 AS id, 'x' AS place"}, "primary_key": "id"},
        {"name": "files", "source": {"file": "data/files.parquet"}, "primary_key": "id"},
    ],
    "relationships": [
        {
            "name": "customer_orders",
            "from_model": "customers",
            "to_model": "orders",
            "cardinality": "one_to_many",
            "join_keys": [{"from": "id", "to": "customer_id"}],
            "inverse_name": "customer",
        },
        {
            "name": "shops_visited",
            "from_model": "customers",
            "to_model": "shops",
            "cardinality": "many_to_many",
            "through_model": "orders",
            "join_keys": [{"from": "id", "to": "customer_id"}],
            "through_join_keys": [{"from": "order_id", "to": "id"}],
        },
    ],
    "traits": [
        trait(
            "Revenue",
            "aggregation",
            source_model="orders",
            relationship="customer_orders",
            aggregation="sum",
            column="net",
            filter="kind = 'web'",
            window={"since": "2024-01-01", "on": "at"},
        ),
        trait("Last kind", "occurrence", path=["customer_orders"], occurrence="last", column="kind", default="none"),
        trait("Kinds", "list", source_model="orders", column="kind", default=["none"]),
        {**trait("Tier", "sql", sql_expression="CASE WHEN revenue > 5 THEN 'a' ELSE city END"), "slug": "tier"},
        trait("Half", "formula", expression="{revenue} / 2"),
        trait("Size", "aggregation", "orders", aggregation="count", relationship="customer"),
        trait("Sizes", "aggregation", source_model="orders", aggregation="sum", trait="size"),
        trait("First kind", "occurrence", source_model="orders", occurrence="first", column="kind", order_by="amount"),
        trait(
            "Summer",
            "aggregation",
            source_model="orders",
            aggregation="count",
            window={"between": {"start": "2024-06-01", "end": "2024-06-30"}},
        ),
        trait("Spring", "aggregation", source_model="orders", aggregation="count", window={"until": "2024-05-31"}),
        trait("First at", "occurrence", source_model="orders", occurrence="first", column="at"),
        trait(
            "Welcome",
            "aggregation",
            source_model="orders",
            aggregation="count",
            window={"after": {"column": "since", "n": 7, "unit": "day"}},
        ),
        trait(
            "Warm up",
            "aggregation",
            source_model="orders",
            aggregation="count",
            window={"before": {"trait": "first_at", "n": 1, "unit": "month"}, "on": "at"},
        ),
    ],
    "audiences": [
        {
            "name": "All",
            "parent_model": "customers",
            "filter_tree": {
                "type": "and",
                "children": [
                    condition("property", column="city", operator="equals", value="Rome"),
                    condition("property", column="city", operator="contains", value="Rome"),
                    condition("property", column="city", operator="starts_with", value="Rome"),
                    condition("property", column="city", operator="matches", value="Rome"),
                    condition("property", column="city", operator="in", value=["Rome", "Oslo"]),
                    condition("trait", trait="tier", operator="equals", value="a"),
                    condition("trait", trait="kinds", operator="contains_any", value=["web"]),
                    condition("sql", sql_expression="city LIKE 'R%'"),
                    condition("property", column="city", operator="equals", value={"column": "city"}),
                    condition("property", column="city", operator="equals", value={"trait": "tier"}),
                    {"type": "not", "child": "city = 'Bonn'"},
                    condition(
                        "event",
                        source_model="orders",
                        in_periods={"operator": "equals", "value": 2, "of": 6, "unit": "month", "on": "at"},
                    ),
                    condition("audience", audience="Others"),
                    condition(
                        "relationship",
                        path=["customer_orders"],
                        aggregate={"function": "sum", "column": "net", "operator": "greater_than", "value": 5},
                    ),
                    condition(
                        "event",
                        relationship="customer_orders",
                        filter=condition("property", column="city", relationship="customer", operator="is_not_null"),
                    ),
                    condition(
                        "event",
                        source_model="orders",
                        filter=condition("property", column="kind", operator="equals", value="web", ignore_case=True),
                    ),
                ],
            },
        },
        {"name": "Others", "slug": "others", "description": "the rest", "parent_model": "customers"},
    ],
    "targets": {"dev": {"source_type": "duckdb", "path": "shop.duckdb"}},
    "default_target": "dev",
    "timezone": "UTC",
    "definition_paths": ["models"],
}
COLUMNS = [
    (("id", "INTEGER"), ("city", "VARCHAR"), ("since", "TIMESTAMP"), ("until", "TIMESTAMP")),
    (
        ("order_id", "INTEGER"),
        ("customer_id", "INTEGER"),
        ("at", "TIMESTAMP"),
        ("kind", "VARCHAR"),
        ("amount", "DECIMAL(12,2)"),
    ),
    (("id", "INTEGER"), ("place", "VARCHAR")),
    (("id", "INTEGER"),),
]
Path = tuple[str | int, ...]


def text_fields(value: Any, path: Path = ()) -> Iterator[Path]:
    """The places of all texts in a project."""
    if isinstance(value, str):
        yield path
    elif isinstance(value, dict | list):
        for key, inside in value.items() if isinstance(value, dict) else enumerate(value):
            yield from text_fields(inside, (*path, key))


def with_text(path: Path, text: str) -> dict[str, Any]:
    """The project with another text in one place."""
    project = copy.deepcopy(PROJECT)
    place: Any = project
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = text
    return project


def compiled(definitions: dict[str, Any]) -> list[str]:
    """The statements and checks; the warehouse's columns are the same whatever the models are called."""
    project = build(definitions)
    catalog = Catalog({model.name: columns for model, columns in zip(project.models, COLUMNS, strict=True)})
    result = compile(project, catalog, dialects.get("duckdb"), as_of=AS_OF)
    return [statement.sql for statement in (*result.entities, *result.checks)]


def shape(sql: str) -> str:
    """The tree of one statement with names and texts blanked out."""
    trees = sqlglot.parse(sql, dialect="duckdb")
    assert len(trees) == 1
    assert trees[0] is not None
    for node in trees[0].walk():
        if isinstance(node, exp.Identifier):
            node.set("this", "name")
        elif isinstance(node, exp.Literal) and node.is_string:
            node.set("this", "text")
    return repr(trees[0])


def all_fields(shape: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield shape
    for below in shape.__subclasses__():
        yield from all_fields(below)


def test_every_field_that_takes_a_free_text_is_tried() -> None:
    """A new field has to be added to the project above."""
    declared = {
        field.alias or name
        for shape in all_fields(Def)
        for name, field in shape.model_fields.items()
        if re.search(r"\bstr\b", str(field.annotation)) and "Literal" not in str(field.annotation)
    }
    tried = {step for path in text_fields(PROJECT) for step in path}
    assert declared - tried == set()


HARMLESS = [shape(sql) for sql in compiled(PROJECT)]


@pytest.mark.parametrize("path", list(text_fields(PROJECT)), ids=lambda path: ".".join(map(str, path)))
def test_text_never_becomes_structure(path: Path) -> None:
    for text in HOSTILE:
        try:
            statements = compiled(with_text(path, text))
        except (DefinitionErrors, CompileError):
            continue
        assert [shape(sql) for sql in statements] == HARMLESS, text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_values_are_found_as_they_stand(text: str) -> None:
    connection = duckdb.connect()
    connection.execute("CREATE TABLE customers (id INTEGER, city VARCHAR)")
    connection.execute("INSERT INTO customers VALUES (1, ?), (2, 'Rome')", [text])
    trees = [
        condition("property", column="city", operator=operator, value=value)
        for operator, value in (("equals", text), ("in", [text]), ("starts_with", text), ("contains", text))
    ]
    project = Project(
        models=[{"name": "customers", "source": {"table": "customers"}, "primary_key": "id"}],
        audiences=[
            {"name": f"A{position}", "parent_model": "customers", "filter_tree": tree}
            for position, tree in enumerate(trees)
        ],
    )
    report = project.run(as_of=AS_OF, connection=connection)
    assert [audience.size for audience in report.entities[0].audiences] == [1, 1, 1, 1]
    assert connection.execute("SELECT count(*) FROM customers").fetchall() == [(2,)]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_published_as_they_stand(name: str) -> None:
    connection = duckdb.connect()
    table = '"{}"'.format(name.replace('"', '""'))
    connection.execute(f"CREATE TABLE {table} ({table} INTEGER)")
    connection.execute(f"INSERT INTO {table} VALUES (1), (2)")
    try:
        project = Project(
            models=[{"name": name, "source": {"table": table}, "primary_key": name}],
            audiences=[{"name": name, "parent_model": name}],
            schema=name,
        )
        report = project.run(as_of=AS_OF, connection=connection)
    except (DefinitionErrors, WarehouseError) as error:
        found = [type(error)]
    else:
        found = [report.entities[0].rows, report.entities[0].audiences[0].size]
    assert found in ([2, 2], [DefinitionErrors])
    assert connection.execute(f"SELECT count(*) FROM {table}").fetchall() == [(2,)]
