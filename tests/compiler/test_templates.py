"""Templates: what uses make, with the types of their arguments kept, from files and from Python."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest

import coterie
from coterie.compiler.definitions import AggregationTrait, AudienceDef, ProjectDef
from coterie.compiler.loading.expand import MAX_CHARACTERS, MAX_VALUES
from coterie.compiler.loading.load import build, load, load_text
from coterie.errors import DefinitionErrors

BODY = {
    "name": "Spent on {{ param('product') }}",
    "parent_model": "customers",
    "trait_type": "aggregation",
    "config": {"source_model": "orders", "aggregation": "sum", "column": "amount"},
}


def made(body: dict[str, Any], parameters: dict[str, str], **arguments: Any) -> Any:
    """The one audience or trait that a template of this body makes."""
    section = "traits" if "trait_type" in body else "audiences"
    template = {
        "name": "t",
        "parameters": [{"name": name, "type": type} for name, type in parameters.items()],
        section: [body],
    }
    project = build({"templates": [template], "use": [{"template": "t", "with": arguments}]})
    (definition,) = getattr(project, section)
    return definition


def tree(text: Any, parameters: dict[str, str], **arguments: Any) -> Any:
    """The filter tree of an audience that a template makes."""
    return made({"name": "a", "parent_model": "m", "filter_tree": text}, parameters, **arguments).filter_tree


# What a whole value becomes


@pytest.mark.parametrize(
    ("type", "value"),
    [
        ("number", 12),
        ("number", Decimal("1.50")),
        ("integer", -3),
        ("boolean", True),
        ("text", 'it\'s "text" {{ x }} {% y %}\n'),
        ("text", ""),
        ("date", "2024-01-31"),
        ("name", "Order no"),
        ("list", ("a", 1, Decimal("0.5"), True)),
    ],
)
def test_an_argument_keeps_its_type(type: str, value: Any) -> None:
    condition = {"type": "condition", "condition_type": "property", "column": "c", "operator": "in"}
    found = tree({**condition, "value": "{{ param('x') }}"}, {"x": type}, x=value).value
    assert found == value
    assert found.__class__ is value.__class__
    assert not isinstance(found, tuple) or [item.__class__ for item in found] == [item.__class__ for item in value]


def test_mappings_and_trees_are_put_in_as_they_are() -> None:
    span, window = {"n": 3, "unit": "month"}, {"since": "2024-01-01", "until": "2024-06-30", "on": "paid_at"}
    condition = {"type": "condition", "condition_type": "property", "column": "paid", "operator": "is_true"}
    event = {"type": "condition", "condition_type": "event", "source_model": "orders", "path": "{{ param('path') }}"}
    found = tree(
        {
            "type": "and",
            "children": [
                {**event, "window": {"last": "{{ param('span') }}"}},
                {**event, "window": "{{ param('window') }}", "filter": "{{ param('filter') }}"},
                "{{ param('filter') }}",
                {"type": "not", "child": "{{ param('text_filter') }}"},
            ],
        },
        {"span": "span", "window": "window", "filter": "filter", "text_filter": "filter", "path": "names"},
        span=span,
        window=window,
        filter=condition,
        text_filter="paid OR due",
        path=["a", "b"],
    )
    first, second, third, fourth = found.children
    assert (first.window.last.n, first.window.last.unit, first.path) == (3, "month", ("a", "b"))
    assert (second.window.since, second.window.until, second.window.on) == ("2024-01-01", "2024-06-30", "paid_at")
    assert second.filter.column == third.column == "paid"
    assert fourth.child == "paid OR due"


def test_a_null_default_leaves_a_field_out() -> None:
    definition = load_text("""
templates:
  - name: t
    parameters: [{name: window, type: window, default: null}, {name: filter, type: filter, default: null}]
    traits:
      - name: a
        parent_model: m
        trait_type: aggregation
        config: {source_model: o, aggregation: count, window: "{{ param('window') }}", filter: "{{ param('filter') }}"}
use:
  - template: t
""").traits[0]
    assert isinstance(definition, AggregationTrait)
    assert (definition.config.window, definition.config.filter) == (None, None)


def test_outside_expressions_values_are_written_out() -> None:
    body = {
        "name": "{{ param('n') }} of {{ param('t') }} by {{ param('c') }}",
        "parent_model": "m",
        "description": "{{ param('n') + 1 }}{{ param('b') }}",
    }
    definition = made(
        body,
        {"n": "number", "t": "text", "c": "name", "b": "boolean"},
        n=Decimal("1.50"),
        t="it's",
        c="Order no",
        b=False,
    )
    assert definition.name == "1.50 of it's by Order no"
    assert definition.description == "2.50false"


def test_items_of_lists_and_choices() -> None:
    steps = {"steps": "list", "by": "text"}
    text = "a > {{ param('steps')[0] }} AND b > {{ param('steps')[1] }}{{ '' if param('by') == 'x' else ' OR c' }}"
    assert tree(text, steps, steps=[10, 20], by="x") == "a > 10 AND b > 20 ''"
    assert tree("{{ 'a' if param('by') == 'x' else 'b' }} > 1", steps, steps=[], by="x") == "'a' > 1"


def test_variables_in_bodies_arguments_and_defaults() -> None:
    text = """
vars: {days: 30, model: customers}
templates:
  - name: t
    parameters: [{name: n, type: integer, default: "{{ var('days') * 2 }}"}, {name: who, type: text}]
    audiences:
      - name: "{{ param('who') }} {{ env_var('STAGE') }} {{ param('n') }}"
        parent_model: "{{ var('model') }}"
use:
  - {template: t, with: {who: "{{ env_var('STAGE') | upper }}"}}
  - {template: T, with: {who: "{{ '{{' }}", n: "{{ var('days') }}"}}
"""
    audiences = load_text(text, environment={"STAGE": "live"}).audiences
    assert [(one.name, one.parent_model) for one in audiences] == [
        ("LIVE live 60", "customers"),
        ("{{ live 30", "customers"),
    ]


def test_no_mistake_shows_what_the_environment_holds() -> None:
    text = """
templates:
  - name: t
    parameters: [{name: n, type: integer, default: "{{ env_var('SECRET') }}"}, {name: m, type: integer, default: 1}]
    audiences: [{name: "{{ param('n') }}", parent_model: m}]
  - name: u
    parameters: [{name: m, type: integer}]
    audiences: [{name: "{{ param('m') | int }}", parent_model: m}]
use:
  - {template: u, with: {m: "{{ env_var('SECRET') }}"}}
  - {template: t}
"""
    with pytest.raises(DefinitionErrors) as caught:
        load_text(text, environment={"SECRET": "hunter2"}, name="a.yml")
    assert str(caught.value) == (
        "a.yml:4:52 [wrong_type] template `t`, parameters[0].default: found text from `{{ env_var('SECRET') }}`, "
        "expected a whole number\n"
        "a.yml:10:29 [wrong_type] use of template `u`, with.m: found text from `{{ env_var('SECRET') }}`, "
        "expected a whole number"
    )


def test_letter_case_of_names_does_not_count() -> None:
    use = {"template": "Coterie.NEW", "with": {"parent_model": "m", "source_model": "o"}}
    assert build({"use": [use]}).audiences[0].name == "New"


# Files


FILES = {
    "coterie.yml": "name: shop\n",
    "templates/spend.yml": """
templates:
  - name: spend
    parameters: [{name: product, type: text}, {name: model, type: name, default: orders}]
    traits:
      - name: "Spent on {{ param('product') }}"
        parent_model: customers
        trait_type: aggregation
        config: {source_model: "{{ param('model') }}", aggregation: sum, column: amount}
    audiences:
      - {name: "Fans of {{ param('product') }}", parent_model: customers}
""",
    "audiences/fans.yml": """
use:
  - {template: spend, with: {product: tea}}
  - {template: spend, with: {product: coffee}}
audiences:
  - {name: Everyone, parent_model: customers}
""",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    return tmp_path


def test_several_uses_in_the_order_of_the_files(folder: Path) -> None:
    project = load(folder)
    assert [trait.name for trait in project.traits] == ["Spent on tea", "Spent on coffee"]
    assert [audience.name for audience in project.audiences] == ["Everyone", "Fans of tea", "Fans of coffee"]


def test_places_of_what_is_made(folder: Path) -> None:
    tea, coffee = load(folder).traits
    assert (tea.origin.place, coffee.origin.place) == ("audiences/fans.yml:3:5", "audiences/fans.yml:4:5")
    assert tea.origin.spot.note == "made by template `spend`"
    column = coffee.origin.at("config", "column").spot
    assert (column.name, column.line, column.column) == ("templates/spend.yml", 9, 82)
    assert column.note == "in template `spend`, used at audiences/fans.yml:4:5"
    model = coffee.origin.at("config", "source_model").spot
    assert (model.name, model.line, model.column) == ("templates/spend.yml", 4, 82)
    assert model.note == "default of `model` in template `spend`, used at audiences/fans.yml:4:5"


def test_loading_twice_gives_the_same(folder: Path) -> None:
    assert load(folder) == load(folder)
    assert [one.origin.place for one in load(folder).traits] == [one.origin.place for one in load(folder).traits]


# Python


def python_project(**more: Any) -> coterie.Project:
    return coterie.Project(
        models=[
            {"name": "customers", "source": {"table": "customers"}, "primary_key": "id"},
            {"name": "orders", "source": {"table": "orders"}, "timestamp_column": "moment"},
        ],
        relationships=[
            {
                "name": "customer_orders",
                "from_model": "customers",
                "to_model": "orders",
                "cardinality": "one_to_many",
                "join_keys": [{"from": "id", "to": "customer"}],
            }
        ],
        **more,
    )


PRODUCTS = [
    "tea",
    "it's",
    "a' OR 'a' = 'a",
    'x"y',
    "{{ 7 * 7 }}",
    "{%",
    "a\nb",
    "%",
    "\\",
    "é€😀",
    "--",
    "{revenue}",
    "",
]


def test_hostile_text_arrives_as_text() -> None:
    """Each product is bought once by a customer of its own; each use finds just that one."""
    shop = duckdb.connect()
    shop.execute("CREATE TABLE customers (id INTEGER)")
    shop.execute("CREATE TABLE orders (customer INTEGER, product VARCHAR, amount INTEGER, moment TIMESTAMP)")
    for number, product in enumerate(PRODUCTS):
        shop.execute("INSERT INTO customers VALUES ($1)", [number])
        shop.execute("INSERT INTO orders VALUES ($1, $2, 5, TIMESTAMP '2024-01-01')", [number, product])
    product = {"name": "product", "type": "text"}
    by_text = {
        "name": "by text",
        "parameters": [product, {"name": "number", "type": "integer"}],
        "traits": [{
            **BODY, "name": "Spent {{ param('number') }}", "description": "{{ param('product') }}",
            "config": {**BODY["config"], "filter": "product = {{ param('product') }}"},
        }],
        "audiences": [{
            "name": "Lists {{ param('number') }}", "parent_model": "customers", "filter_tree": {
                "type": "condition", "condition_type": "event", "source_model": "orders",
                "filter": "product IN ({{ [param('product'), 'x'] }}) AND '' || '{{ param('product') }}' = product",
            },
        }, {
            "name": "Trees {{ param('number') }}", "parent_model": "customers", "filter_tree": {
                "type": "condition", "condition_type": "event", "source_model": "orders",
                "filter": {
                    "type": "condition", "condition_type": "property", "column": "product", "operator": "equals",
                    "value": "{{ param('product') }}",
                },
            },
        }],
    }  # fmt: skip
    use = [{"template": "by text", "with": {"product": text, "number": number}} for number, text in enumerate(PRODUCTS)]
    project = python_project(templates=[by_text], use=use)
    assert [trait.description for trait in project.definitions.traits] == PRODUCTS
    project.run(as_of="2024-07-01", connection=shop)
    traits = shop.sql("FROM coterie.customers_traits ORDER BY id")
    for number in range(len(PRODUCTS)):
        assert shop.sql(f"SELECT id FROM traits WHERE spent_{number} <> 0").fetchall() == [(number,)]
        for audience in (f"lists_{number}", f"trees_{number}"):
            members = f"SELECT id FROM coterie.customers_audience_members WHERE audience = '{audience}'"
            assert shop.sql(members).fetchall() == [(number,)], audience
    assert len(traits.columns) == 1 + len(PRODUCTS)


SELECT = """
SELECT
  customer AS id,
  MAX(CASE WHEN {{ param('column') }} = {{ param('text') }} AND amount IN ({{ param('list') }})
    AND struct_extract({'a': {{ param('text') }}}, 'a') = {{ param('text') }} AND {{ param('yes') }}
    AND {{ param('nothing') }} IS NULL
  THEN {{ param('number') }} END) AS value -- {{ param('text') }}
FROM {{ ref(param('model')) }} AS o
WHERE moment < {{ as_of }}
GROUP BY {{ param('key') }}
"""


@pytest.mark.parametrize("text", [*PRODUCTS, "x\n, (SELECT 1) --", "$$ || 1 || $$"])
def test_hostile_text_in_a_select(text: str) -> None:
    """In comments and in braces too: what the SELECT is made of is decided before any argument is in it."""
    shop = duckdb.connect()
    shop.execute("CREATE TABLE customers AS SELECT 1 AS id UNION ALL SELECT 2")
    shop.execute('CREATE TABLE orders (customer INTEGER, "odd ""name" VARCHAR, amount DECIMAL(9, 2), moment TIMESTAMP)')
    shop.execute("INSERT INTO orders VALUES (1, $1, 2.5, TIMESTAMP '2024-01-01'), (2, 'other', 1, NULL)", [text])
    parameters = {"column": "name", "text": "text", "list": "list", "yes": "boolean", "number": "number"}
    parameters |= {"model": "name", "key": "name"}
    template = {
        "name": "t",
        "parameters": [
            *({"name": name, "type": type} for name, type in parameters.items()),
            {"name": "nothing", "type": "text", "default": None},
        ],
        "traits": [
            {"name": "T", "parent_model": "customers", "trait_type": "sql", "config": {"sql_query": SELECT}},
        ],
    }
    arguments = {"column": 'odd "name', "text": text, "list": [1, 2.5], "yes": True, "number": -4.5}
    arguments |= {"model": "orders", "key": "customer"}
    project = python_project(templates=[template], use=[{"template": "t", "with": arguments}])
    project.run(as_of="2024-07-01", connection=shop)
    assert shop.sql("FROM coterie.customers_traits ORDER BY id").fetchall() == [(1, Decimal("-4.5")), (2, None)]


@pytest.mark.parametrize(
    ("type", "value", "select", "said"),
    [
        ("text", "x", "id, 1 AS {{ param('p') }}", "found the text `x` from `param()`, expected a name"),
        ("text", "x", "id, 'a{{ param('p') }}' AS value", "found a placeholder inside quotes"),
        ("filter", "id > 1", "id, {{ param('p') }} AS value", "found an expression, which is not SQL"),
        ("span", {"n": 1, "unit": "day"}, "{{ param('p') }}", "found a mapping inside other text"),
    ],
)
def test_arguments_where_a_select_cannot_have_them(type: str, value: Any, select: str, said: str) -> None:
    shop = duckdb.connect()
    shop.execute("CREATE TABLE customers AS SELECT 1 AS id")
    shop.execute("CREATE TABLE orders AS SELECT 1 AS customer, TIMESTAMP '2024-01-01' AS moment")
    config = {"sql_query": f"SELECT {select} FROM customers"}
    template = {
        "name": "t",
        "parameters": [{"name": "p", "type": type}],
        "traits": [{"name": "T", "parent_model": "customers", "trait_type": "sql", "config": config}],
    }
    with pytest.raises(DefinitionErrors) as caught:
        python_project(templates=[template], use=[{"template": "t", "with": {"p": value}}]).check(connection=shop)
    assert said in str(caught.value)


def test_definitions_built_in_python() -> None:
    template = coterie.TemplateDef(
        name="spend",
        parameters=[{"name": "product", "type": "text"}],
        traits=[BODY],
        audiences=[AudienceDef(name="Fans of {{ param('product') }}", parent_model="customers").model_dump()],
    )
    project = python_project(
        templates=[template], use=[coterie.UseDef(template="spend", **{"with": {"product": "tea"}})]
    )
    assert [one.name for one in project.definitions.traits] == ["Spent on tea"]
    assert [one.name for one in project.definitions.audiences] == ["Fans of tea"]


def test_floats_are_the_decimals_they_show() -> None:
    assert tree("a > {{ param('x') }}", {"x": "number"}, x=0.1) == "a > 0.1"


def test_uses_are_not_part_of_what_is_loaded(folder: Path) -> None:
    assert set(ProjectDef.model_fields) >= {"traits", "audiences"}
    assert not {"templates", "use"} & set(ProjectDef.model_fields)


# Limits


def refused(data: dict[str, Any]) -> str:
    with pytest.raises(DefinitionErrors) as caught:
        build(data)
    return str(caught.value)


def test_a_use_makes_only_so_many_values() -> None:
    condition = {"type": "condition", "condition_type": "property", "column": "c", "operator": "in"}
    children = [{**condition, "value": "{{ param('codes') }}"}] * 101
    wide = {
        "name": "wide",
        "parameters": [{"name": "codes", "type": "list"}],
        "audiences": [{"name": "a", "parent_model": "m", "filter_tree": {"type": "or", "children": children}}],
    }
    said = (
        "[template_too_large] use of template `wide`: template `wide` makes too much of these arguments, "
        f"expected at most {MAX_VALUES:,} values and {MAX_CHARACTERS:,} characters"
    )
    use = {"template": "wide", "with": {"codes": [1] * 1000}}
    assert refused({"templates": [wide], "use": [use]}) == said
    use["with"] = {"codes": ["x" * 10_000]}
    assert refused({"templates": [wide], "use": [use]}) == said
    use["with"] = {"codes": [1] * 900}
    assert len(build({"templates": [wide], "use": [use]}).audiences) == 1


def test_arguments_do_not_nest_deeper_than_definitions() -> None:
    deep: Any = "a"
    for _ in range(40):
        deep = {"type": "not", "child": deep}
    body: Any = "{{ param('filter') }}"
    for _ in range(40):
        body = {"type": "not", "child": body}
    template = {
        "name": "deep",
        "parameters": [{"name": "filter", "type": "filter"}],
        "audiences": [{"name": "a", "parent_model": "m", "filter_tree": body}],
    }
    said = refused({"templates": [template], "use": [{"template": "deep", "with": {"filter": deep}}]})
    assert said.startswith("[too_deep] audience `a`, filter_tree: found a filter tree of more than 64 levels")


def test_text_that_no_warehouse_takes() -> None:
    body = {"name": "a", "parent_model": "m", "description": "{{ param('x') }}{{ '\\u0000' }}"}
    template = {"name": "t", "parameters": [{"name": "x", "type": "text"}], "audiences": [body]}
    said = refused({"templates": [template], "use": [{"template": "t", "with": {"x": "y"}}]})
    assert said.splitlines()[0].startswith("[invalid_text] audience `a`, description: found a text with the character")
