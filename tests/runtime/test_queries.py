"""Traits that a SELECT of their own gives: described by the warehouse, checked by runs, made by templates."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest

import coterie
from coterie.compiler import Catalog
from tests.runtime.handmade import Connection

AS_OF = "2024-06-01"
MODELS = [
    {"name": "people", "source": {"table": "people"}, "primary_key": "id"},
    {"name": "orders", "source": {"table": "orders"}, "timestamp_column": "moment"},
]


@pytest.fixture
def shop(connection: Connection) -> Connection:
    connection.execute("CREATE OR REPLACE TABLE people AS SELECT * FROM (VALUES (1), (2), (3), (NULL)) AS p(id)")
    connection.execute(
        "CREATE TABLE orders AS SELECT * FROM (VALUES (1, 5.00, TIMESTAMP '2024-05-01'), (1, 7.50, '2024-05-02'), "
        "(2, 1.00, '2024-05-03'), (2, 9.00, '2024-07-01'), (9, 4.00, '2024-05-01'), (9, 4.00, '2024-05-02')) "
        "AS o(person, amount, moment)"
    )
    return connection


def project(query: str, **config: Any) -> coterie.Project:
    trait = {"name": "T", "parent_model": "people", "trait_type": "sql", "config": {"sql_query": query, **config}}
    return coterie.Project(models=MODELS, traits=[trait])


def published(connection: Connection) -> list[tuple[Any, ...]]:
    return connection.sql("SELECT id, t FROM coterie.people_traits ORDER BY id").fetchall()


def test_a_run_publishes_what_the_query_says(shop: Connection) -> None:
    made = project("SELECT person AS id, MAX(amount) AS value FROM {{ ref('orders') }} GROUP BY person", default=0)
    made.run(AS_OF, connection=shop)
    assert published(shop) == [(1, Decimal("7.50")), (2, Decimal("1.00")), (3, Decimal("0.00"))]


def test_a_repeated_key_fails_the_run_and_nothing_is_published(shop: Connection) -> None:
    with pytest.raises(coterie.WarehouseError) as caught:
        project("SELECT person AS id, amount AS value FROM {{ ref('orders') }}").run(AS_OF, connection=shop)
    assert str(caught.value) == (
        "[repeated_key] 1 key (`id`) occurs in more than one row of what the `sql_query` of trait `t` gives"
    )
    assert shop.sql("SELECT * FROM information_schema.tables WHERE table_schema = 'coterie'").fetchall() == []


def test_keys_of_nobody_may_repeat(shop: Connection) -> None:
    """They are ignored, as NULL keys are."""
    query = "SELECT person AS id, amount AS value FROM {{ ref('orders') }} WHERE person > 2 UNION ALL SELECT NULL, 1"
    project(query + " UNION ALL SELECT NULL, 2 UNION ALL SELECT 3, 8").run(AS_OF, connection=shop)
    assert published(shop) == [(1, None), (2, None), (3, Decimal("8.00"))]


def test_a_given_catalog_has_the_types(shop: Connection) -> None:
    query = "SELECT person AS id, SUM(amount) AS value FROM {{ ref('orders') }} GROUP BY person"
    columns = {"people": (("id", "INTEGER"),), "orders": (("person", "INTEGER"), ("moment", "TIMESTAMP"))}
    catalog = Catalog(columns, queries={"people.t": (("id", "INTEGER"), ("value", "DECIMAL(38,2)"))})
    compiled = project(query).compile(AS_OF, catalog=catalog, dialect="duckdb")
    (trait,) = compiled.entities[0].traits
    assert (trait.sql_type, str(trait.type)) == ("DECIMAL(38, 2)", "number")
    assert shop.sql(compiled.entities[0].sql).order("id").fetchall() == [
        (1, Decimal("12.50")), (2, Decimal("1.00")), (3, None),
    ]  # fmt: skip


def test_a_query_over_a_model_that_cannot_be_read_is_not_told_of(shop: Connection) -> None:
    broken = [MODELS[0], MODELS[1] | {"source": {"table": "ordres"}}]
    trait = {
        "name": "T",
        "parent_model": "people",
        "trait_type": "sql",
        "config": {"sql_query": "SELECT person AS id, 1 AS value FROM {{ ref('orders') }}"},
    }
    with pytest.raises(coterie.DefinitionErrors) as caught:
        coterie.Project(models=broken, traits=[trait]).check(connection=shop)
    assert [error.code for error in caught.value.errors] == ["missing_table"]


def test_a_template_makes_queries(shop: Connection, tmp_path: Path) -> None:
    """Arguments are values inside a SELECT, whatever they hold."""
    (tmp_path / "coterie.yml").write_text("name: shop\n")
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "all.yml").write_text(
        """
models:
  - {name: people, source: {table: people}, primary_key: id}
  - {name: orders, source: {table: orders}, timestamp_column: moment}
templates:
  - name: best
    parameters: [{name: over, type: number}, {name: word, type: text}]
    traits:
      - name: T
        parent_model: people
        trait_type: sql
        config:
          sql_query: |
            SELECT person AS id, {{ param('word') }} || COUNT(*) AS value
            FROM {{ ref('orders') }} WHERE amount > {{ param('over') }} AND moment < {{ as_of }} GROUP BY person
use:
  - {template: best, with: {over: 4.5, word: "it's "}}
"""
    )
    coterie.load(tmp_path).run(AS_OF, connection=shop)
    assert published(shop) == [(1, "it's 2"), (2, None), (3, None)]


def test_a_duckdb_file_is_asked_too(tmp_path: Path) -> None:
    path = tmp_path / "shop.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE people AS SELECT 1 AS id")
    trait = {"name": "T", "parent_model": "people", "trait_type": "sql"}
    made = coterie.Project(
        models=MODELS[:1],
        traits=[trait | {"config": {"sql_query": "SELECT id, id * 2 AS value FROM people"}}],
        targets={"dev": {"source_type": "duckdb", "path": str(path)}},
    )
    assert made.preview("T", as_of=AS_OF).rows == ((1, 2),)
