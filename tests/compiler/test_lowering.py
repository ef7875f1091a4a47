"""What expressions become as SQL."""

from __future__ import annotations

import duckdb

from coterie.dialects.costs import COLUMNS
from tests.compiler.orders_shop import project, rows, statement

LARGEST = {"aggregation": "max", "column": "amount"}


def test_null_is_seen_to_once_for_a_tree_of_conditions(connection: duckdb.DuckDBPyConnection) -> None:
    """The largest amounts are 9, 6 and none."""
    either = {"type": "or", "children": ["{t0} < 7", "{t0} = 9", "id = 3"]}
    trees = [
        {"type": "and", "children": ["{t0} > 5", either]},
        {"type": "not", "child": {"type": "and", "children": ["{t0} > 5", either]}},
        {"type": "and", "children": ["id < 3", {"type": "not", "child": "{t0} > 8"}]},
    ]
    one = statement(project(LARGEST, audiences=trees), COLUMNS)
    assert rows(connection, one) == [
        (1, 9, True, False, False),
        (2, 6, True, False, True),
        (3, None, False, True, False),
    ]
    flags = [column.sql("duckdb") for column in one.tree.expressions if column.alias.startswith("in_")]
    assert [flag.count("COALESCE") for flag in flags] == [1, 1, 2]


def test_sums_and_products_are_read_from_the_left(connection: duckdb.DuckDBPyConnection) -> None:
    """Of the amounts 7, 9 and 6 the left side is -58, -76 and -49."""
    shown = [{"aggregation": "sum", "column": "number", "filter": "2 - (amount - 3) - 4 * (amount * 2) < -50 + 1 + 2"}]
    one = statement(project(*shown), COLUMNS)
    assert rows(connection, one) == [(1, 2), (2, 8), (3, 0)]
