"""The JSON Schema accepts what the loader accepts, and teaches."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from coterie.compiler.loading.load import load_text
from coterie.compiler.loading.schema import json_schema
from coterie.compiler.loading.yaml_document import read_yaml
from coterie.errors import DefinitionErrors

jsonschema = pytest.importorskip("jsonschema")
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def validator() -> Any:
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def mistakes(validator: Any, text: str) -> list[str]:
    values = json.loads(json.dumps(read_yaml(text, "a.yml").data, default=float))
    return [error.message for error in validator.iter_errors(values)]


PROJECT = """
name: online_retail
timezone: UTC
schema: coterie
default_target: dev
targets:
  dev: {source_type: duckdb, path: "{{ env_var('DB', 'retail.duckdb') }}", threads: "{{ env_var('T', '2') | int }}"}
vars: {days: 90, countries: [Germany, France], rate: 0.5}
"""

DEFINITIONS = """
models:
  - name: customers
    entity_type: parent
    source: {file: data/customers.parquet}
    primary_key: CustomerID
  - name: lines
    entity_type: event
    source: {sql: "select * from {{ ref('raw') }} where at < {{ as_of }}"}
    primary_key: [InvoiceNo, Line]
    timestamp_column: InvoiceDate
    columns:
      - {name: amount, expression: Quantity * UnitPrice}
      - {name: is_cancellation, expression: "starts_with(InvoiceNo, 'C')", type: boolean}
relationships:
  - name: customer_lines
    from_model_id: customers
    to_model: lines
    cardinality: one_to_many
    join_keys: [{from: CustomerID, to: CustomerID}]
traits:
  - name: Net revenue
    parent_model: customers
    trait_type: aggregation
    config: {source_model: lines, aggregation: average, column: amount, default: null}
  - name: Last order at
    parent_model_id: customers
    trait_type: occurrence
    config: {source_model_id: lines, relationship_id: customer_lines, occurrence: last, column: InvoiceDate,
             filter: "NOT is_cancellation"}
  - name: Top products 30d
    parent_model: customers
    trait_type: list
    config: {source_model: lines, column: StockCode, window: {last: {n: 30, unit: day}}, order_by: frequency, limit: 10}
  - {name: Average, parent_model: customers, trait_type: formula, config: {expression: "{net_revenue} / {orders}"}}
  - {name: Tier, parent_model: customers, trait_type: sql, config: {sql_expression: "Country"}, result_type: text}
audiences:
  - name: Good customers
    parent_model: customers
    filter_tree:
      type: and
      children:
        - type: or
          children:
            - "Country = 'Spain'"
            - {type: condition, condition_type: trait, trait: net_revenue, operator: greater_than, value: 1000}
            - {type: condition, condition_type: property, column: Country, operator: in, value: [Germany, France]}
            - {type: condition, condition_type: property, column: at, operator: within_last, value: {n: 3, unit: day}}
            - {type: condition, condition_type: property, column: a, operator: equals, value: {column: b}}
            - {type: condition, condition_type: trait, trait_id: t, operator: size, value: {operator: equals, value: 2}}
            - {type: condition, condition_type: sql, sql_expression: "net_revenue / orders < 50"}
            - {type: condition, condition_type: audience, audience: other, operator: not_member_of}
        - type: not
          child: {type: condition, condition_type: event, source_model: lines, performed: false,
                  window: {between: {start: 2011-01-01, end: "2011-03-31"}},
                  count: {operator: less_than_or_equal, value: 3},
                  filter: {type: condition, condition_type: property, column: c, operator: is_true}}
        - {type: condition, condition_type: relationship, source_model: lines, window: {last: {n: 180, unit: day}},
           aggregate: {function: count_distinct, column: InvoiceNo, operator: greater_than_or_equal, value: 2}}
"""


TEMPLATES = """
templates:
  - name: spend
    description: What was spent on a product.
    parameters:
      - {name: product, type: text, description: The product's name.}
      - {name: window, type: window, default: null}
      - {name: n, type: integer, default: 3}
    traits:
      - name: "Spent on {{ param('product') }}"
        parent_model: customers
        trait_type: aggregation
        config:
          source_model: orders
          aggregation: sum
          column: amount
          window: "{{ param('window') }}"
          filter: "product = {{ param('product') }}"
    audiences:
      - name: "Fans of {{ param('product') }}"
        parent_model: customers
        filter_tree:
          type: condition
          condition_type: event
          source_model: orders
          count: {operator: greater_than, value: "{{ param('n') }}"}
use:
  - {template: spend, with: {product: tea, window: {last: {n: 3, unit: day}}}}
"""


@pytest.mark.parametrize("text", [PROJECT, DEFINITIONS, TEMPLATES, PROJECT + DEFINITIONS, "{}"])
def test_what_the_loader_accepts_is_valid(validator: Any, text: str) -> None:
    load_text(text)
    assert mistakes(validator, text) == []


EXAMPLES = [*(ROOT / "examples").glob("*/**/*.yml"), *(ROOT / "coterie" / "templates").glob("*.yml")]


@pytest.mark.parametrize("file", sorted(EXAMPLES), ids=lambda file: file.name)
def test_the_examples_are_valid(validator: Any, file: Path) -> None:
    assert mistakes(validator, file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "text",
    [
        "trait: []",
        "models: [{source: {table: a}}]",
        "models: [{name: a, source: {table: a}, columns: [{name: b, type: array<text}]}]",
        "traits: [{name: a, parent_model: m, trait_type: agg, config: {}}]",
        "traits: [{name: a, parent_model: m, trait_type: formula, config: {expression: 5}}]",
        "traits: [{name: a, trait_type: formula, config: {expression: a}}]",
        "traits: [{name: a, parent_model: m, config: {expression: a}}]",
        "traits: [{name: a, parent_model: m, trait_type: aggregation, config: {aggregation: sums}}]",
        "audiences: [{name: a, parent_model: m, filter_tree: {type: and, children: []}}]",
        "audiences: [{name: a, parent_model: m, filter_tree: {condition_type: sql, sql_expression: a}}]",
        "targets: {dev: {source_type: duckdb, threads: many}}",
        "vars: {a: {b: 1}}",
        "use: [{with: {}}]",
        "use: [{template: t, wiht: {}}]",
        "templates: [{name: t, parameters: [{name: p, type: texts}], audiences: [{name: a, parent_model: m}]}]",
        "{templates: [{name: t, audiences: [{name: a, parent: m}]}], use: [{template: t}]}",
    ],
)
def test_what_the_loader_refuses_is_not_valid(validator: Any, text: str) -> None:
    with pytest.raises(DefinitionErrors):
        load_text(text)
    assert mistakes(validator, text)


def test_every_field_is_explained() -> None:
    schema = json_schema()
    for name, part in {"project": schema, **schema["$defs"]}.items():
        assert part["description"], name
        for field, content in part.get("properties", {}).items():
            assert content.get("description") or "const" in content, f"{name}.{field}"


def test_references_may_be_written_as_identifiers() -> None:
    audience = json_schema()["$defs"]["AudienceDef"]
    assert audience["properties"]["parent_model_id"] == audience["properties"]["parent_model"]
    assert audience["required"] == ["name"]
    assert audience["allOf"] == [{"anyOf": [{"required": ["parent_model"]}, {"required": ["parent_model_id"]}]}]


def test_it_is_plain_json() -> None:
    schema = json_schema()
    assert json.loads(json.dumps(schema)) == schema
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
