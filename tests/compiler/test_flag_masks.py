"""Conditions that audiences ask of related rows as bits; the rows are worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import duckdb
import pytest

from coterie import dialects
from coterie.compiler.ir.expr import Call, Cast, Column, Expr, IsNull, IsTrue, Literal, Logic, Not
from coterie.compiler.sharing.nothing import Untold, of_nothing
from coterie.types import BOOLEAN, INTEGER, TEXT, decimal
from tests.compiler.orders_shop import project, relations, rows, statement
from tests.properties.ways import FLAGS, ManyValues


def happened(filter: str, days: int | None = None, **asked: Any) -> dict[str, Any]:
    tree = {"type": "condition", "condition_type": "event", "source_model": "orders", "filter": filter} | asked
    return tree if days is None else tree | {"window": {"last": {"n": days, "unit": "day"}}}


def times(operator: str, value: int) -> dict[str, Any]:
    return {"count": {"operator": operator, "value": value}}


def spent(operator: str, value: int) -> dict[str, Any]:
    return {"aggregate": {"function": "sum", "column": "amount", "operator": operator, "value": value}}


OF_A = [happened("kind = 'a'"), happened("kind = 'a'", 30)]
OF_B = [happened("kind = 'b'", **times("greater_than_or_equal", 1)), happened("kind = 'b'", 7)]
OF_D = [happened("kind = 'd'", **times("less_than", 1)), happened("kind = 'd'", 7, quantifier="none")]
OF_C = [happened("kind = 'c'", **spent("greater_than", 8)), happened("kind = 'c'", 30, **spent("less_than", 8))]
EVERY = [*OF_A, *OF_B, *OF_D, *OF_C]
IN_EVERY = [
    (1, True, True, True, True, True, True, True, True),
    (2, False, False, False, False, False, False, False, True),
    (3, False, False, False, False, True, True, False, True),
]


def test_one_join_tells_all_conditions(connection: duckdb.DuckDBPyConnection) -> None:
    """Each number has room for two of the eight conditions."""
    one = statement(project(audiences=EVERY), FLAGS, ManyValues())
    assert [name for name in relations(one) if "conditions" in name] == [
        "customers_conditions_apart", "customers_conditions",
    ]  # fmt: skip
    assert one.sql.count("LEFT JOIN") == 1
    assert '"met_4"' in one.sql
    assert '"met_5"' not in one.sql
    assert rows(connection, one) == IN_EVERY


def test_a_number_has_room_for_all(connection: duckdb.DuckDBPyConnection) -> None:
    one = statement(project(audiences=EVERY), replace(FLAGS, mask_bits=126), ManyValues())
    assert '"met_2"' not in one.sql
    assert rows(connection, one) == IN_EVERY


def test_more_conditions_than_the_bits_of_a_number(connection: duckdb.DuckDBPyConnection) -> None:
    """Of 70, on both sides of the 62nd: orders of `a` in the last days, from 1 to 35, and as many of `b`."""
    days = range(1, 36)
    asked = [happened(f"kind = '{kind}'", day) for kind in "ab" for day in days]
    one = statement(project(audiences=asked), replace(FLAGS, mask_bits=126), ManyValues())
    assert '"met_2"' in one.sql
    assert '"met_3"' not in one.sql
    found = rows(connection, one)
    assert found[0] == (1, *(day >= 11 for day in days), *(day >= 1 for day in days))
    assert found[1:] == [(customer, *[False] * 70) for customer in (2, 3)]


def test_what_else_is_asked_of_keeps_its_join(connection: duckdb.DuckDBPyConnection) -> None:
    """A trait shows how many `a` there are."""
    shown = {"aggregation": "count", "filter": "kind = 'a'"}
    one = statement(project(shown, audiences=EVERY), FLAGS, ManyValues())
    assert one.sql.count("LEFT JOIN") == 2
    assert [found[:4] for found in rows(connection, one)] == [
        (1, 2, True, True), (2, 0, False, False), (3, 0, False, False),
    ]  # fmt: skip


def test_conditions_joined_by_or_and_not(connection: duckdb.DuckDBPyConnection) -> None:
    neither = {"type": "not", "child": {"type": "or", "children": [OF_A[0], OF_D[0]]}}
    both = {"type": "and", "children": [{"type": "or", "children": [OF_A[0], OF_C[1]]}, OF_B[1]]}
    one = statement(project(audiences=[neither, both]), FLAGS, ManyValues())
    assert one.sql.count("LEFT JOIN") == 1
    assert rows(connection, one) == [(1, False, True), (2, True, False), (3, False, False)]


def test_a_key_that_is_called_as_what_tells_the_conditions(connection: duckdb.DuckDBPyConnection) -> None:
    columns = {"columns": [{"name": "met", "expression": "customer"}]}
    made = project(audiences=EVERY, orders=columns, key="met")
    one = statement(made, FLAGS, ManyValues())
    assert "customers_conditions" in relations(one)
    assert '"met_5"' in one.sql
    assert rows(connection, one) == IN_EVERY


def test_few_rows_are_joined_as_is_simplest(connection: duckdb.DuckDBPyConnection) -> None:
    class Shop(ManyValues):
        values = 10

        def __init__(self, customers: int) -> None:
            self.customers = customers

        def rows(self, model: str) -> int | None:
            return self.customers if model == "customers" else 40 * self.customers

    usual = dialects.get("duckdb").costs
    asked = [happened(f"kind = '{kind}'", days) for kind in "abcdef" for days in (90, 365, 730)]
    assert "customers_conditions" in relations(statement(project(audiences=asked), usual, Shop(300_000)))
    one = statement(project(audiences=asked), usual, Shop(1_000))
    assert "customers_conditions" not in relations(one)
    assert rows(connection, one) == [
        (1, *[True] * 6, False, True, True, *[False] * 9),
        (2, *[False] * 9, *[True] * 3, *[False] * 6),
        (3, *[False] * 18),
    ]


COUNT, NAME, SUM = Column("count", INTEGER), Column("name", TEXT), Column("sum", decimal(12, 2))
ONE, TWO = Literal(1, INTEGER), Literal(2, INTEGER)
OR_ONE = Call("coalesce", (COUNT, ONE), INTEGER)
IS_ONE, IS_TWO, IS_KNOWN = (
    Call("eq", (value, other), BOOLEAN) for value, other in ((OR_ONE, ONE), (OR_ONE, TWO), (COUNT, ONE))
)


@pytest.mark.parametrize(
    ("expr", "value"),
    [
        (COUNT, None),
        (OR_ONE, 1),
        (IS_ONE, True),
        (IS_TWO, False),
        (IS_KNOWN, None),
        (IsTrue(IS_KNOWN), False),
        (Not(IsTrue(IS_KNOWN)), True),
        (Not(IS_KNOWN), None),
        (IsNull(COUNT), True),
        (IsNull(OR_ONE), False),
        (Cast(COUNT, SUM.type), None),
        (Logic("and", (IS_KNOWN, IS_TWO)), False),
        (Logic("and", (IS_KNOWN, IS_ONE)), None),
        (Logic("and", (IS_ONE, IS_ONE)), True),
        (Logic("or", (IS_KNOWN, IS_ONE)), True),
        (Logic("or", (IS_KNOWN, IS_TWO)), None),
        (Logic("or", (IS_TWO, IS_TWO)), False),
    ],
)  # fmt: skip
def test_what_holds_where_nothing_is_joined(expr: Expr, value: object) -> None:
    assert of_nothing(expr) is value


@pytest.mark.parametrize(
    "expr",
    [
        Call("upper", (NAME,), TEXT),
        Cast(OR_ONE, SUM.type),
        Call("lt", (Call("coalesce", (NAME, Literal("a", TEXT)), TEXT), Literal("b", TEXT)), BOOLEAN),
    ],
    ids=["function", "cast", "texts"],
)
def test_what_is_for_the_engine_to_say(expr: Expr) -> None:
    with pytest.raises(Untold):
        of_nothing(expr)
