"""Restricting a statement to some keys: what is read, what must not be restricted, and that the rows are the same."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import duckdb
import pytest

from coterie import dialects
from coterie.compiler import Catalog, Typed, check, compile_values
from coterie.compiler.ir.expr import Literal, Member, OneOf, TraitOf
from coterie.project import Project
from coterie.types import INTEGER

AS_OF = datetime(2024, 7, 1, tzinfo=UTC)
SETUP = """
CREATE TABLE customers AS SELECT range::INTEGER AS id, range % 3 AS region FROM range(20);
CREATE TABLE orders AS SELECT range % 20 AS customer, range AS amount, TIMESTAMP '2024-01-01' AS placed FROM range(100);
CREATE TABLE regions AS SELECT range AS id, 'r' || range AS name FROM range(3);
"""
COLUMNS = {
    "customers": (("id", "INTEGER"), ("region", "BIGINT")),
    "orders": (("customer", "BIGINT"), ("amount", "BIGINT"), ("placed", "TIMESTAMP")),
    "regions": (("id", "BIGINT"), ("name", "VARCHAR")),
}


def typed(*audiences: dict[str, Any]) -> Typed:
    project = Project(
        models=[
            {"name": "customers", "source": {"table": "customers"}, "primary_key": "id"},
            {"name": "orders", "source": {"table": "orders"}, "timestamp_column": "placed"},
            {"name": "regions", "source": {"table": "regions"}, "primary_key": "id"},
        ],
        relationships=[
            {
                "name": "customer_orders",
                "from_model": "customers",
                "to_model": "orders",
                "cardinality": "one_to_many",
                "join_keys": [{"from": "id", "to": "customer"}],
            },
            {
                "name": "region",
                "from_model": "customers",
                "to_model": "regions",
                "cardinality": "many_to_one",
                "join_keys": [{"from": "region", "to": "id"}],
            },
        ],
        traits=[
            {
                "name": "Revenue",
                "parent_model": "customers",
                "trait_type": "aggregation",
                "config": {"source_model": "orders", "aggregation": "sum", "column": "amount"},
            },
        ],
        audiences=[{"name": "A", "parent_model": "customers", **audience} for audience in audiences],
    )
    return check(project.definitions, Catalog(COLUMNS), dialects.get("duckdb"))


def compared(project: Typed, only: tuple[int, ...]) -> str:
    """The restricted statement, whose rows of those keys are those of the whole."""
    values = [Member("a"), TraitOf("revenue", project.traits["customers", "revenue"].expr.type)]
    literals = tuple(Literal(key, INTEGER) for key in only)
    dialect = dialects.get("duckdb")
    whole, _ = compile_values(project, "customers", values, dialect, as_of=AS_OF)
    part, names = compile_values(
        project, "customers", values, dialect, as_of=AS_OF, only=lambda key: OneOf(key, literals)
    )
    assert list(names.values()) == ["explained.1", "explained.2"]
    (everyone,), (chosen,) = whole.entities, part.entities
    with duckdb.connect() as connection:
        connection.execute(SETUP)
        expected = {row for row in connection.execute(everyone.sql).fetchall() if row[0] in only}
        found = connection.execute(chosen.sql).fetchall()
    assert {row for row in found if row[0] in only} == expected
    assert len(expected) == len(only)
    return " ".join(chosen.sql.split())


def test_related_rows_are_read_of_these_keys_only() -> None:
    sql = compared(typed({"filter_tree": "revenue > 150 AND region.name = 'r1'"}), (3, 7))
    assert """"placed" < CAST('2024-07-01 00:00:00' AS TIMESTAMP) AND "customer" IS NOT NULL""" in sql
    assert '"customer" IN (3, 7)' in sql
    assert '"id" IN (3, 7)' in sql


@pytest.mark.parametrize(
    "tree",
    [
        {"type": "condition", "condition_type": "trait", "trait": "revenue", "operator": "greater_than",
         "value": {"percentile": 0.5}},
        {"type": "condition", "condition_type": "trait", "trait": "revenue", "operator": "greater_than",
         "value": {"population": {"function": "avg", "filter": "id > 5"}}},
    ],
)  # fmt: skip
def test_what_everyone_gives_is_read_of_everyone(tree: dict[str, Any]) -> None:
    sql = compared(typed({"filter_tree": tree}), (1, 19))
    assert sql.count("IN (1, 19)") == 1


def test_sequences_look_at_the_rows_of_one_entity() -> None:
    steps = [{"source_model": "orders", "filter": "amount < 50"}, {"source_model": "orders", "filter": "amount > 50"}]
    compared(typed({"filter_tree": {"type": "condition", "condition_type": "sequence", "steps": steps}}), (2, 4))
