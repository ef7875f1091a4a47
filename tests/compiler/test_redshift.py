"""What of Redshift no engine shows: its types, places in a group, what is refused, and by whom it is needed."""

from __future__ import annotations

from typing import Any

import pytest

from coterie.compiler import Catalog
from coterie.dialects import get
from coterie.errors import DefinitionErrors
from coterie.project import Project
from coterie.types import DOUBLE, INSTANT, TEXT, Type, decimal, integer, unsupported, wall_clock

REDSHIFT = get("redshift")
BERLIN = "Europe/Berlin"


@pytest.mark.parametrize(
    ("native", "type", "is_cast"),
    [
        ("bigint", integer(19), False),
        ("numeric(12,2)", decimal(12, 2), False),
        ("numeric(38,0)", integer(38), False),
        ("real", DOUBLE, True),
        ("double precision", DOUBLE, False),
        ("character varying(256)", TEXT, False),
        ("character varying", TEXT, False),
        ("character(3)", TEXT, True),
        ("timestamp without time zone", wall_clock(BERLIN), False),
        ("timestamp with time zone", INSTANT, False),
        ("super", unsupported("super"), False),
        ("time without time zone", unsupported("time without time zone"), False),
    ],
)
def test_columns_are_read(native: str, type: Type, is_cast: bool) -> None:
    assert REDSHIFT.read_type(native, BERLIN) == type
    assert REDSHIFT.needs_cast(native) is is_cast


CUSTOMERS = {"name": "customers", "source": {"table": "shop.customers"}, "primary_key": "id"}
ORDERS = {"name": "orders", "source": {"table": "shop.orders"}, "primary_key": "id", "timestamp_column": "at"}
ORDERS_OF = {
    "name": "orders_of",
    "from_model": "customers",
    "to_model": "orders",
    "cardinality": "one_to_many",
    "join_keys": [{"from": "id", "to": "customer"}],
}
CATALOG = Catalog(
    {
        "customers": (("id", "bigint"), ("name", "character varying(20)")),
        "orders": (
            ("id", "bigint"),
            ("customer", "bigint"),
            ("at", "timestamp with time zone"),
            ("product", "character varying(20)"),
        ),
    }
)


def trait(name: str, kind: str, **config: Any) -> dict[str, Any]:
    source = {} if kind in ("sql", "formula") else {"source_model": "orders"}
    return {"name": name, "parent_model": "customers", "trait_type": kind, "config": source | config}


def compiled(traits: list[Any], audiences: list[Any] | None = None) -> str:
    project = Project(models=[CUSTOMERS, ORDERS], relationships=[ORDERS_OF], traits=traits, audiences=audiences or [])
    sql = project.compile(as_of="2024-03-31", catalog=CATALOG, dialect="redshift").entities[0].sql
    return " ".join(sql.split())


def test_the_last_value_of_a_group_is_found_by_its_place() -> None:
    sql = compiled([trait("Last product", "occurrence", occurrence="last", column="product")])
    assert 'MAX(CASE WHEN "place" = 1 AND "product" IS NOT NULL THEN "product" END) AS "last_product"' in sql
    assert 'ROW_NUMBER() OVER ( PARTITION BY "customer" ORDER BY CASE WHEN "product" IS NOT NULL THEN 0 ELSE 1' in sql


def test_texts_are_compared_with_something_at_their_end() -> None:
    sql = compiled([trait("Is a", "sql", sql_expression="starts_with(name, 'a ')")])
    assert """( LEFT("name", LENGTH('a ')) || '.' ) = ( 'a ' || '.' ) AS "is_a\"""" in sql


def test_patterns_are_found_up_to_the_end() -> None:
    sql = compiled([trait("Ends", "sql", sql_expression=r"matches(name, '^[$a]|b$')")])
    assert r"'(?:^[$a]|b(?=\\x01\\z))[\\s\\S]*\\x01\\z', 1, 1, 0, 'p') > 0" in sql


def refused(traits: list[Any], audiences: list[Any] | None = None) -> str:
    with pytest.raises(DefinitionErrors) as caught:
        compiled(traits, audiences)
    return str(caught.value)


def test_all_that_need_what_is_lacking_are_named_and_no_others() -> None:
    products = trait("Products", "list", column="product", limit=3)
    fine = trait("Orders", "aggregation", aggregation="count")
    count = trait("Kinds", "sql", sql_expression="array_length({products})")
    loyal = {"name": "Loyal", "parent_model": "customers", "filter_tree": "{kinds} > 2"}
    busy = {"name": "Busy", "parent_model": "customers", "filter_tree": "{orders} > 2"}
    no_list = (
        "it needs `list_distinct`, which redshift does not have\n"
        "    keep one value instead (the first, last, n-th or most frequent), or count them"
    )
    no_arrays = (
        "it needs `array_length`, which redshift does not have\n"
        "    give the model a column of one value instead: its own SELECT (`source.sql`) can take arrays apart"
    )
    assert refused([products, fine, count], [loyal, busy]) == "\n".join(
        [
            f"[unsupported] audience `Loyal`: {no_arrays}",
            f"[unsupported] audience `Loyal`: {no_list}",
            f"[unsupported] trait `Kinds`: {no_arrays}",
            f"[unsupported] trait `Kinds`: {no_list}",
            f"[unsupported] trait `Products`: {no_list}",
        ]
    )


def test_a_filter_of_related_rows_is_blamed_on_its_trait() -> None:
    odd = trait("Odd", "aggregation", aggregation="count", filter="CAST(product AS number) > 2")
    fine = trait("Orders", "aggregation", aggregation="count")
    assert refused([odd, fine]) == (
        "[unsupported] trait `Odd`: it needs `read_number`, which redshift does not have\n"
        "    cast the text in the model's own SELECT (`source.sql`)"
    )
