"""What of Snowflake no case shows: types that its emulation does not know, and names that it takes for equal."""

from __future__ import annotations

import pytest

from coterie.compiler import Catalog
from coterie.dialects import get
from coterie.project import Project
from coterie.types import (
    DOUBLE,
    INSTANT,
    INTEGER,
    TEXT,
    Type,
    array,
    decimal,
    integer,
    json,
    unsupported,
    wall_clock,
)

SNOWFLAKE = get("snowflake")
BERLIN = "Europe/Berlin"


@pytest.mark.parametrize(
    ("native", "type", "is_cast"),
    [
        ("NUMBER(38,0)", integer(38), False),
        ("NUMBER(12,2)", decimal(12, 2), False),
        ("DECFLOAT", decimal(38, 9), True),
        ("FLOAT", DOUBLE, False),
        ("VARCHAR(16777216)", TEXT, False),
        ("VARCHAR(16777216) COLLATE 'en-ci'", TEXT, True),
        ("TIMESTAMP_LTZ(9)", INSTANT, False),
        ("TIMESTAMP_TZ(3)", INSTANT, False),
        ("TIMESTAMP_NTZ(9)", wall_clock(BERLIN), False),
        ("VARIANT", json(BERLIN), True),
        ("OBJECT", json(BERLIN), True),
        ("ARRAY", array(TEXT), False),
        ("ARRAY(NUMBER(38,0) NOT NULL)", array(integer(38)), True),
        ("ARRAY(TIMESTAMP_NTZ(9))", array(wall_clock(BERLIN)), True),
        ("ARRAY(ARRAY(BOOLEAN))", unsupported("ARRAY(ARRAY(BOOLEAN))"), True),
        ("OBJECT(a NUMBER(38,0))", unsupported("OBJECT(a NUMBER(38,0))"), False),
        ("MAP(VARCHAR, NUMBER(38,0))", unsupported("MAP(VARCHAR, NUMBER(38,0))"), False),
        ("VECTOR(FLOAT, 256)", unsupported("VECTOR(FLOAT, 256)"), False),
        ("TIME(9)", unsupported("TIME(9)"), False),
    ],
)
def test_columns_are_read(native: str, type: Type, is_cast: bool) -> None:
    assert SNOWFLAKE.read_type(native, BERLIN) == type
    assert SNOWFLAKE.needs_cast(native) is is_cast


def compiled(columns: dict[str, str], expression: str, table: str = "shop.customers") -> str:
    customers = {"name": "customers", "source": {"table": table}, "primary_key": "id"}
    trait = {"name": "T", "parent_model": "customers", "trait_type": "sql", "config": {"sql_expression": expression}}
    catalog = Catalog({"customers": tuple(columns.items())})
    project = Project(models=[customers], traits=[trait])
    sql = project.compile(as_of="2024-03-31", catalog=catalog, dialect="snowflake").entities[0].sql
    return " ".join(sql.split())


def test_names_without_quotes_are_in_upper_case() -> None:
    columns = {"ID": "NUMBER(38,0)", "Email": "VARCHAR(16777216)"}
    sql = compiled(columns, "lower(email)", 'shop."Customers"')
    assert 'AS "ID", LOWER("Email") AS "t" FROM "SHOP"."Customers" WHERE "ID" IS NOT NULL' in sql


def test_texts_of_another_order_are_compared_by_code_point() -> None:
    columns = {"ID": "NUMBER(38,0)", "NAME": "VARCHAR(100) COLLATE 'en-ci'"}
    assert '''COLLATE("NAME", 'utf8') = 'a' AS "t"''' in compiled(columns, "name = 'a'")


def test_products_keep_their_decimal_places() -> None:
    """Snowflake gives a product 12 places, unless a factor has more."""
    columns = {"ID": "NUMBER(38,0)", "A": "NUMBER(18,9)", "B": "NUMBER(18,2)"}
    assert 'CAST("A" AS DECIMAL(38, 9)) * "B" AS' in compiled(columns, "a * b")
    assert 'CAST(CAST("A" AS DECIMAL(38, 9)) AS DECIMAL(38, 18)) * "A" AS DECIMAL(38, 9))' in compiled(columns, "a * a")


def test_groups_of_patterns_are_of_one_kind() -> None:
    sql = compiled({"ID": "NUMBER(38,0)", "A": "VARCHAR(9)"}, r"matches(a, '(?:x|[(?:])\(?:y')")
    assert r"REGEXP_LIKE(" in sql
    assert r"'(.|\\n)*((x|[(?:])\\(?:y)(.|\\n)*', 'c')" in sql


def test_a_variant_is_json_already_and_a_text_is_read_first() -> None:
    columns = {"ID": "NUMBER(38,0)", "V": "VARIANT"}
    assert "PARSE_JSON" not in compiled(columns, "json_value(v, '$.a', 'text')")


def test_integers_beyond_64_bits_have_38_digits() -> None:
    assert SNOWFLAKE.write_type(INTEGER).sql("snowflake") == "DECIMAL(19, 0)"
    assert SNOWFLAKE.write_type(integer(38)).sql("snowflake") == "DECIMAL(38, 0)"
