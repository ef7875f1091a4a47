"""Single rules of the semantics, each with the smallest project that shows it, evaluated on DuckDB."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import duckdb
import pytest

from coterie.errors import DefinitionErrors, WarehouseError
from coterie.project import Project

AS_OF = datetime(2025, 1, 1, tzinfo=UTC)


def trait(name: str, kind: str, model: str = "c", **config: Any) -> dict[str, Any]:
    return {"name": name, "parent_model": model, "trait_type": kind, "config": config}


def model(name: str, sql: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "source": {"sql": sql}, **more}


def related(name: str, start: str, end: str, cardinality: str, here: str, there: str) -> dict[str, Any]:
    keys = [{"from": here, "to": there}]
    return {"name": name, "from_model": start, "to_model": end, "cardinality": cardinality, "join_keys": keys}


def values(project: Project, table: str = "c_traits") -> list[dict[str, Any]]:
    """The published traits, a mapping per row, in the order of the key."""
    connection = duckdb.connect()
    project.run(as_of=AS_OF, connection=connection)
    found = connection.execute(f"SELECT * FROM coterie.{table} ORDER BY 1")
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def fan_out(*traits: dict[str, Any]) -> Project:
    """Customer 1 reaches product `a` through two orders; two of the three products have no key."""
    return Project(
        models=[
            model("c", "SELECT * FROM (VALUES (1), (2)) t(id)", primary_key="id"),
            model("o", "SELECT * FROM (VALUES (1, 1, 'a'), (2, 1, 'b'), (3, 1, 'c'), (4, 1, 'a')) t(oid, id, code)"),
            model(
                "p", "SELECT * FROM (VALUES (NULL, 'a', 5), (NULL, 'b', 6), (1, 'c', 7)) t(pid, code, price)",
                primary_key="pid",
            ),
        ],
        relationships=[
            related("co", "c", "o", "one_to_many", "id", "id"),
            related("op", "o", "p", "many_to_one", "code", "code"),
        ],
        traits=traits,
    )  # fmt: skip


def test_functions_that_repetition_cannot_change_read_rows_without_a_key() -> None:
    path = ["co", "op"]
    project = fan_out(
        trait("lowest", "aggregation", path=path, aggregation="min", column="price"),
        trait("prices", "aggregation", path=path, aggregation="count_distinct", column="price"),
        trait("has_a", "occurrence", path=path, occurrence="exists", filter="code = 'a'"),
        trait("codes", "list", path=path, column="code"),
    )
    assert values(project) == [
        {"id": 1, "lowest": 5, "prices": 3, "has_a": True, "codes": ["a", "b", "c"]},
        {"id": 2, "lowest": None, "prices": 0, "has_a": False, "codes": []},
    ]


def test_rows_without_a_key_cannot_be_told_apart() -> None:
    project = fan_out(trait("n", "aggregation", path=["co", "op"], aggregation="count"))
    with pytest.raises(WarehouseError, match="2 rows of model `p`, to which a path from `c` leads,") as caught:
        values(project)
    assert caught.value.code == "null_source_key"


def one_row(sql: str, *traits: dict[str, Any], **more: Any) -> dict[str, Any]:
    project = Project(models=[model("c", sql, primary_key="id", **more)], traits=traits)
    return values(project)[0]


def test_a_local_time_that_exists_twice_is_the_earlier_whatever_the_shift() -> None:
    """Troll station puts its clocks back by two hours at 01:00 UTC; 01:30 comes at 23:30 and at 01:30 UTC."""
    minutes = trait("m", "sql", sql_expression="elapsed(TIMESTAMP '2024-01-01T00:00:00Z', t, 'minute')")
    found = one_row("SELECT 1 AS id, TIMESTAMP '2024-10-27 01:30:00' AS t", minutes, timezone="Antarctica/Troll")
    first = datetime(2024, 10, 26, 23, 30, tzinfo=UTC) - datetime(2024, 1, 1, tzinfo=UTC)
    assert found["m"] == first.total_seconds() // 60 == 431_970


def test_nan_is_no_element() -> None:
    length = trait("n", "sql", sql_expression="array_length(a)")
    assert one_row("SELECT 1 AS id, ['nan'::DOUBLE, NULL, 1.0] AS a", length)["n"] == 1
    assert one_row("SELECT 1 AS id, ['nan'::DOUBLE, NULL, 1.0] AS a", length, nan="never")["n"] == 2


def test_a_trait_may_be_named_as_the_column_it_reads() -> None:
    upper = trait("Country", "sql", sql_expression="upper(country)")
    assert one_row("SELECT 1 AS id, 'it' AS country", upper)["country"] == "IT"


def test_names_that_differ_in_case_only_are_ambiguous() -> None:
    traits = [
        trait("Foo", "sql", sql_expression="1") | {"slug": "a"},
        trait("foo", "sql", sql_expression="2") | {"slug": "b"},
        trait("both", "formula", expression="{Foo} * 10 + {foo}"),
    ]
    assert one_row("SELECT 1 AS id", *traits)["both"] == 12
    with pytest.raises(DefinitionErrors, match="`FOO` may mean `a` and `b`"):
        one_row("SELECT 1 AS id", *traits, trait("t", "formula", expression="{FOO}"))


def test_references_of_a_select_are_called_as_their_models() -> None:
    project = Project(
        models=[
            model("Orders", "SELECT 1 AS id, 7 AS amount"),
            model("Shops", "SELECT 1 AS id, 'north' AS name"),
            model(
                "c",
                "SELECT orders.id, amount, name FROM {{ ref('orders') }} JOIN {{ ref('Shops') }} USING (id)",
                primary_key="id",
            ),
        ],
        traits=[trait("n", "sql", sql_expression="amount"), trait("shop", "sql", sql_expression="name")],
    )
    assert values(project) == [{"id": 1, "n": 7, "shop": "north"}]


def test_dates_have_no_clock_as_join_keys() -> None:
    project = Project(
        models=[
            model("c", "SELECT 1 AS id, DATE '2024-05-01' AS day", primary_key="id", timezone="Europe/Berlin"),
            model("days", "SELECT DATE '2024-05-01' AS day, true AS is_holiday"),
        ],
        relationships=[related("calendar", "c", "days", "many_to_one", "day", "day")],
        traits=[trait("holiday", "sql", sql_expression="calendar.is_holiday")],
    )
    assert values(project) == [{"id": 1, "holiday": True}]


def test_a_product_with_too_many_decimals_is_refused_before_the_run() -> None:
    square = trait("s", "sql", sql_expression="d * d")
    with pytest.raises(DefinitionErrors, match="the product has 40 decimal places, expected at most 38"):
        one_row("SELECT 1 AS id, 1.5::DECIMAL(30, 20) AS d", square)


def test_decimals_of_different_scale_keep_their_places_side_by_side() -> None:
    sql = "SELECT 1 AS id, 1.5::DECIMAL(38, 4) AS a, 1.50000001::DECIMAL(38, 8) AS b"
    found = one_row(
        sql,
        trait("largest", "sql", sql_expression="greatest(b, a)"),
        trait("first", "sql", sql_expression="coalesce(nullif(b, 0), a)"),
        trait("chosen", "sql", sql_expression="CASE WHEN id = 1 THEN b ELSE a END"),
        trait("filled", "sql", sql_expression="nullif(a, 1.5)", default=Decimal("0.12345678")),
    )
    assert {found[name] for name in ("largest", "first", "chosen")} == {Decimal("1.50000001")}
    assert found["filled"] == Decimal("0.12345678")
