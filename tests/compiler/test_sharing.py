"""How the work of traits is shared, at given prices; the rows are worked out by hand."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from unittest.mock import Mock

import duckdb
import pytest
from sqlglot import exp

import coterie
from coterie import compiler, dialects
from coterie.compiler.catalog import Catalog
from coterie.compiler.sharing import by_value
from coterie.compiler.sharing.facts import NOTHING_KNOWN, Statistics
from coterie.compiler.sharing.share import REWRITES
from coterie.dialects.costs import BYTES, COLUMNS, DISTANT, ROWS, SHUFFLED, Costs
from tests.compiler.orders_shop import AS_OF, NATIVES, last, project, relations, rows, statement
from tests.properties.ways import MASKS, RECENT, FewValues, ManyValues

COUNTS = [{"aggregation": "count"}, last(30, aggregation="count"), last(7, aggregation="count")]
COUNTED = [(1, 4, 2, 1), (2, 2, 1, 1), (3, 0, 0, 0)]


def test_recent_rows_have_scans_of_their_own_where_scans_cost_nothing(connection: duckdb.DuckDBPyConnection) -> None:
    one = statement(project(*COUNTS), RECENT)
    aggregates = [name for name in relations(one) if "_by_" in name]
    assert aggregates == [
        "orders_by_customers_since_2024_06_01", "orders_by_customers_since_2024_06_24", "orders_by_customers",
    ]  # fmt: skip
    assert [scan.since for scan in one.reading.scans if scan.model == "orders"] == [
        datetime(2024, 6, 1), datetime(2024, 6, 24), None,
    ]  # fmt: skip
    assert rows(connection, one) == COUNTED


def test_one_scan_is_enough_where_reading_is_what_costs(connection: duckdb.DuckDBPyConnection) -> None:
    one = statement(project(*COUNTS, {"aggregation": "count_distinct", "column": "kind"}), BYTES)
    assert [scan.model for scan in one.reading.scans] == ["orders", "customers"]
    assert one.reading.scans_apart == 5
    assert rows(connection, one) == [(1, 4, 2, 1, 3), (2, 2, 1, 1, 1), (3, 0, 0, 0, 0)]


def test_neighbouring_windows_share_a_scan() -> None:
    """A scan of eight days costs about as much as one of seven; one of thirty years does not."""
    windows = [last(days, aggregation="count") for days in (7, 8, 900)]
    one = statement(project(*windows, last(7, aggregation="sum", column="amount")), COLUMNS)
    served = [scan.serves for scan in one.reading.scans if scan.model == "orders"]
    assert served == [("t0", "t1", "t3"), ("t2",)]


SUM = {"aggregation": "sum", "column": "amount"}
KINDS = [
    {"aggregation": "count", "filter": "kind = 'a'"},
    last(30, aggregation="count", filter="kind = 'a'"),
    {"aggregation": "sum", "column": "amount", "filter": "kind = 'b' and amount > 1"},
    {"aggregation": "max", "column": "amount", "filter": "kind = 'b'"},
    {"occurrence": "exists", "filter": "kind in ('c', 'd')"},
    {"aggregation": "count", "filter": "kind = 'c'"},
]
OF_KINDS = [(1, 2, 1, 5, 5, True, 1), (2, 0, 0, 0, None, True, 0), (3, 0, 0, 0, None, False, 0)]


class TenValues(FewValues):
    values = 10


def test_each_value_has_a_scan_where_few_rows_have_it(connection: duckdb.DuckDBPyConnection) -> None:
    one = statement(project(*KINDS), replace(COLUMNS, group=0, skip=0), TenValues())
    served = {scan.relation: scan.serves for scan in one.reading.scans if scan.model == "orders"}
    assert list(served.values()) == [("t1",), ("t0",), ("t2", "t3"), ("t4", "t5")]
    assert {"orders_by_customers_of_a", "orders_by_customers_of_b"} < set(relations(one))
    assert rows(connection, one) == OF_KINDS


def test_values_that_are_asked_for_once_share_a_scan(connection: duckdb.DuckDBPyConnection) -> None:
    """As every scan looks at the kind of every row."""
    once = [{"aggregation": "count", "filter": f"kind = '{kind}'"} for kind in "abcd"]
    one = statement(project({"aggregation": "count"}, *once), COLUMNS, ManyValues())
    assert [scan.model for scan in one.reading.scans] == ["orders", "customers"]
    assert rows(connection, one) == [(1, 4, 2, 1, 1, 0), (2, 2, 0, 0, 0, 1), (3, 0, 0, 0, 0, 0)]


def test_each_value_is_priced_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """And what is left of the aggregate, by each of the two columns; and the aggregate as it is."""
    priced = Mock(side_effect=by_value.cheapest_tiers)
    monkeypatch.setattr(by_value, "cheapest_tiers", priced)
    windows = [last(days, aggregation="count") for days in range(1, 101)]
    counts = [window | {"filter": f"kind = '{kind}' and amount = {kind}"} for window in windows for kind in range(10)]
    statement(project(*counts, {"aggregation": "count"}), COLUMNS, ManyValues())
    assert priced.call_count == 2 * (10 + 1) + 1


def test_values_that_every_row_has_have_none(connection: duckdb.DuckDBPyConnection) -> None:
    for statistics in (FewValues(), NOTHING_KNOWN):
        one = statement(project(*KINDS), COLUMNS, statistics)
        assert not any("_of_" in name for name in relations(one))
        assert rows(connection, one) == OF_KINDS


def test_values_in_names_of_relations_are_short_and_plain(connection: duckdb.DuckDBPyConnection) -> None:
    kinds = ('"; DROP --', "x" * 500, "", "'")
    filters = ["kind = '" + kind.replace("'", "''") + "'" for kind in kinds]
    counts = [asked | {"filter": filter} for filter in filters for asked in ({"aggregation": "count"}, SUM)]
    one = statement(project(*counts), RECENT, ManyValues())
    named = [name.removeprefix("orders_by_customers_of_") for name in relations(one) if "_by_customers_of_" in name]
    assert named == ["___drop___", "x" * 30, "empty", "_"]
    assert rows(connection, one) == [(customer, *[0] * 8) for customer in (1, 2, 3)]


SETS = [
    {"aggregation": "count_distinct", "column": "kind"},
    last(30, aggregation="count_distinct", column="kind"),
    {"distinct": True, "column": "kind"},
    last(30, distinct=True, column="kind"),
    {"aggregation": "count_distinct", "column": "kind", "filter": "amount > 6"},
]
IN_SETS = [
    (1, 3, 2, ["a", "b", "c"], ["a", "b"], 2),
    (2, 1, 1, ["d"], ["d"], 0),
    (3, 0, 0, [], [], 0),
]


def test_every_window_of_a_set_from_the_last_time_of_each_value(connection: duckdb.DuckDBPyConnection) -> None:
    one = statement(project(*SETS), RECENT)
    assert "DISTINCT" not in one.sql
    assert relations(one)[1] == "orders_by_customers_and_kind"
    assert 'MAX("placed") AS "last_placed"' in one.sql
    assert rows(connection, one) == IN_SETS


def test_sets_as_bits_with_room_for_two_of_their_values(connection: duckdb.DuckDBPyConnection) -> None:
    """Only `a` and `b` have a place; the others are counted apart."""
    one = statement(project(*SETS), MASKS, FewValues())
    assert "BIT_OR" in one.sql
    assert "other_kind_values" in relations(one)
    assert rows(connection, one) == IN_SETS


def test_sets_as_bits_with_room_for_all(connection: duckdb.DuckDBPyConnection) -> None:
    one = statement(project(*SETS), replace(MASKS, mask_bits=126), FewValues())
    assert "CAST(1 AS BIGINT) <<" in one.sql
    assert rows(connection, one) == IN_SETS


ALL_AND_SOME = [SETS[0], SETS[4], {"distinct": True, "column": "kind", "filter": "amount > 6"}]
BESIDE_TWO = [SETS[0], *(SETS[0] | {"filter": f"amount = {amount}"} for amount in (5, 7))]


@pytest.mark.parametrize(
    ("costs", "statistics"), [(RECENT, NOTHING_KNOWN), (MASKS, FewValues())], ids=["seen", "masks"]
)
def test_all_values_beside_some_are_still_all(
    costs: Costs, statistics: Statistics, connection: duckdb.DuckDBPyConnection
) -> None:
    """What only some ask of a row is not asked of the others, nor of their groups."""
    some = statement(project(*ALL_AND_SOME), costs, statistics)
    assert rows(connection, some) == [(1, 3, 2, ["a", "c"]), (2, 1, 0, []), (3, 0, 0, [])]
    two = statement(project(*BESIDE_TWO), costs, statistics)
    assert rows(connection, two) == [(1, 3, 1, 1), (2, 1, 0, 0), (3, 0, 0, 0)]


def test_what_all_windows_leave_out_is_not_grouped() -> None:
    one = statement(project(SETS[1], last(60, distinct=True, column="kind")), RECENT)
    assert [scan.since for scan in one.reading.scans if scan.model == "orders"] == [datetime(2024, 5, 2)]


ZONES = ["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago"]


@pytest.mark.parametrize("own", ZONES)
@pytest.mark.parametrize("projects", ZONES)
@pytest.mark.parametrize("native", ["TIMESTAMP", "TIMESTAMP WITH TIME ZONE"])
def test_days_at_the_edges_of_a_window_count_on_every_clock(own: str, projects: str, native: str) -> None:
    """A row every half hour, on the clocks of the source: as many days as without rewrites."""
    traits = [last(days, aggregation="count_distinct", column="day") for days in (1, 8, 9)]
    made = project(*traits, orders={"timezone": own}, timezone=projects)
    dialect, as_of = dialects.get("duckdb"), datetime(2024, 6, 30, 10, 30, tzinfo=UTC)
    orders = tuple((name, native if name == "placed" else type) for name, type in NATIVES["orders"])
    with duckdb.connect() as opened:
        opened.execute(f"SET TimeZone = '{own}'")
        opened.execute("CREATE TABLE customers AS SELECT 1 AS id")
        opened.execute(f"""CREATE TABLE orders AS SELECT 1 AS customer, (TIMESTAMPTZ '2024-06-18 10:30:00+00' +
            INTERVAL (n * 30) MINUTE)::{native} AS placed, '' AS kind, 1 AS amount, NULL::VARCHAR AS detail
            FROM range(700) AS rows(n)""")
        opened.execute("SET TimeZone = 'UTC'")
        found = []
        for rewrites in ((), REWRITES):
            (one,) = compiler.compile(
                made.definitions,
                Catalog({**NATIVES, "orders": orders}),
                replace(dialect, costs=replace(MASKS, mask_bits=126)),
                as_of=as_of,
                rewrites=rewrites,
            ).entities
            found.append(opened.execute(one.sql).fetchall())
        assert ("BIT_OR" in one.sql) == (own == projects or native != "TIMESTAMP")
        assert found[0] == found[1]


@pytest.mark.parametrize("day", ["date(date_add(placed, 40, 'day'))", "date(date_add(placed, -40, 'day'))"])
def test_other_days_than_those_of_the_window_are_no_places(day: str, connection: duckdb.DuckDBPyConnection) -> None:
    orders = {"columns": [{"name": "day", "expression": day}]}
    one = statement(project(last(30, aggregation="count_distinct", column="day"), orders=orders), MASKS)
    assert "BIT_OR" not in one.sql
    assert rows(connection, one) == [(1, 2), (2, 1), (3, 0)]


def test_windows_since_the_first_day_there_is() -> None:
    days = {"aggregation": "count_distinct", "column": "day", "window": {"since": "0001-01-01"}}
    for costs in (RECENT, replace(MASKS, mask_bits=126)):
        assert "BIT_OR" not in statement(project(days), costs).sql


def test_days_of_a_window_are_known_to_be_few(connection: duckdb.DuckDBPyConnection) -> None:
    """Ninety of them need a wider number."""
    days = last(90, aggregation="count_distinct", column="day")
    one = statement(project(days), replace(MASKS, mask_bits=126))
    assert "CAST(1 AS INT128) <<" in one.sql
    assert rows(connection, one) == [(1, 2), (2, 1), (3, 0)]
    assert "BIT_OR" not in statement(project(last(365, aggregation="count_distinct", column="day")), MASKS).sql


@pytest.mark.parametrize("more", [{"direction": "descending"}, {"limit": 2}])
def test_lists_that_are_cut_or_turned_are_no_masks(more: dict[str, Any], connection: duckdb.DuckDBPyConnection) -> None:
    one = statement(project({"distinct": True, "column": "kind"} | more), MASKS, FewValues())
    expected = ["c", "b", "a"] if "direction" in more else ["a", "b"]
    assert "BIT_OR" not in one.sql
    assert rows(connection, one) == [(1, expected), (2, ["d"]), (3, [])]


def test_a_row_has_to_be_one_of_some_function(connection: duckdb.DuckDBPyConnection) -> None:
    """Where that leaves most of the rows out: old rows of all kinds but one."""
    some = [
        {"aggregation": "count", "filter": "kind = 'b'"},
        last(30, aggregation="count", filter="kind = 'a'"),
        last(10, aggregation="count", filter="kind = 'd'"),
    ]
    one = statement(project(*some), BYTES)
    asked = next(found for found in one.tree.find_all(exp.Or) if found.find_ancestor(exp.Where))
    assert re.findall(r"'(\w)'|(2024-\d\d-\d\d)", asked.sql()) == [
        ("b", ""), ("a", ""), ("", "2024-06-01"), ("d", ""), ("", "2024-06-21"),
    ]  # fmt: skip
    assert rows(connection, one) == [(1, 1, 1, 0), (2, 0, 0, 1), (3, 0, 0, 0)]


def test_rows_of_which_few_are_left_out_are_not_looked_at_twice() -> None:
    """Half of the kinds, and of the rest a third."""
    some = [
        {"aggregation": "count", "filter": "kind in ('a', 'b')"},
        last(365, aggregation="count", filter="kind in ('c', 'd')"),
    ]
    one = statement(project(*some), BYTES)
    assert not any(found.find_ancestor(exp.Where) for found in one.tree.find_all(exp.Or))


def test_what_is_costly_is_computed_for_the_rows_that_count(connection: duckdb.DuckDBPyConnection) -> None:
    sums = [{"aggregation": "sum", "column": "number", "filter": "kind = 'b'"}, {"aggregation": "count"}]
    one = statement(project(*sums), COLUMNS)
    scan = next(scan for scan in one.reading.scans if "detail" in scan.columns)
    body = re.split(rf'"{scan.relation}" AS \(', one.sql)[1].split("\n)")[0]
    assert """"kind" = 'b'""" in body
    assert rows(connection, one) == [(1, 1, 4), (2, 0, 2), (3, 0, 0)]


@pytest.mark.parametrize("source", ["SELECT * FROM orders", None], ids=["SELECT", "view"])
def test_what_is_computed_again_at_each_reading_is_read_once(source: str | None) -> None:
    class Views(FewValues):
        def is_stored(self, model: str) -> bool:
            return source is not None or model != "orders"

    made = project(*COUNTS, *SETS, orders={"source": {"sql": source}} if source else {})
    scans = statement(made, RECENT, Views()).reading.scans
    assert [scan.model for scan in scans] == ["orders", "customers"]


class Known(FewValues):
    def rows(self, model: str) -> int | None:
        return 1_000

    def oldest(self, model: str, column: str) -> date | datetime | None:
        return date(2024, 6, 1)


def test_rows_are_estimated_from_what_is_known() -> None:
    reading = statement(project(*COUNTS), RECENT, Known()).reading
    assert [scan.rows for scan in reading.scans] == [233, 1_000, 1_000]
    assert (reading.rows, reading.scans_apart, reading.rows_apart) == (2_233, 4, 3_233)


class Orders(FewValues):
    """Ten thousand for each customer."""

    def rows(self, model: str) -> int:
        return 10_000_000 if model == "orders" else 1_000


class Partitioned(Orders):
    """The orders, by the moments when they were placed."""

    def prunes(self, model: str, column: str) -> bool:
        return (model, column) == ("orders", "placed")


@pytest.mark.parametrize("costs", [ROWS, SHUFFLED, DISTANT])
def test_recent_rows_have_a_scan_of_their_own_where_older_ones_are_left_unread(
    costs: Costs, connection: duckdb.DuckDBPyConnection
) -> None:
    """Two months of three years are a twentieth of the rows: that many functions look at the others for nothing."""
    recent = [last(60, aggregation="sum", column="amount", filter=f"kind != '{kind}'") for kind in "wxyz"]
    made = project({"aggregation": "count"}, *recent)
    found = {}
    for known in (Orders(), Partitioned()):
        one = statement(made, costs, known)
        found[type(known)] = [scan.since for scan in one.reading.scans if scan.model == "orders"]
        assert rows(connection, one) == [(1, 4, *[12] * 4), (2, 2, *[6] * 4), (3, 0, *[0] * 4)]
    assert found == {Orders: [None], Partitioned: [datetime(2024, 5, 2), None]}


def test_sets_and_ends_of_recent_rows_are_taken_apart_where_older_rows_are_left_unread() -> None:
    sets = [last(days, aggregation="count_distinct", column="kind") for days in range(30, 60)]
    ends = [last(60, occurrence="first", column="kind")]
    for some, costs, taken in ((sets, DISTANT, "last_seen"), (ends, replace(DISTANT, ordered=200), "first_and_last")):
        told = {}
        for known in (Orders(), Partitioned()):
            scans = statement(project(*some), costs, known).reading.scans
            told[type(known)] = [taken in scan.rewrites for scan in scans if scan.model == "orders"]
        assert told[Orders] == [False]
        assert any(told[Partitioned])


def test_what_is_not_a_moment_of_the_source_leaves_nothing_unread() -> None:
    """By the clock of another zone, rows are not partitioned."""
    recent = [last(60, aggregation="sum", column="amount", filter=f"kind != '{kind}'") for kind in "wxyz"]
    moved = {"columns": [{"name": "moved", "expression": "date_add(placed, 1, 'hour')"}], "timestamp_column": "moved"}
    one = statement(project({"aggregation": "count"}, *recent, orders=moved), DISTANT, Partitioned())
    assert [scan.since for scan in one.reading.scans if scan.model == "orders"] == [None]


def test_the_rewrites_that_have_formed_what_a_scan_is_read_for_are_told() -> None:
    sets = [last(days, aggregation="count_distinct", column="amount") for days in (7, 30)]
    one = statement(project(*COUNTS, *sets, {"aggregation": "mode", "column": "kind"}), RECENT, ManyValues())
    told = {scan.relation: scan.rewrites for scan in one.reading.scans}
    assert told == {
        "orders_2": ("last_seen", "lift_bounds"),
        "orders_since_2024_06_01": ("window_tiers", "lift_common_filters"),
        "orders_since_2024_06_24": ("window_tiers", "lift_common_filters"),
        "orders_3": ("merge_aggregates",),
        "orders_4": (),
        "customers_2": (),
    }


def test_small_tables_are_read_as_is_simplest() -> None:
    made = project(*COUNTS, *SETS)
    assert len(statement(made, dialects.get("duckdb").costs, Known()).reading.scans) == 2
    assert len(statement(made, dialects.get("duckdb").costs, FewValues()).reading.scans) > 2


def test_what_is_joined_for_several_aggregates_is_joined_once() -> None:
    """A trait of the orders is read by three aggregates of the customers, through a formula on it."""
    keys = {"customers": "id", "orders": "number", "items": "place"}
    catalog = Catalog(
        {
            "customers": (("id", "INTEGER"),),
            "orders": (("number", "INTEGER"), ("customer", "INTEGER")),
            "items": (("place", "INTEGER"), ("number", "INTEGER"), ("quantity", "INTEGER")),
        }
    )
    of_orders = [
        ("quantity", "aggregation", {"source_model": "items", "aggregation": "sum", "column": "quantity"}),
        ("twice", "formula", {"expression": "{quantity} * 2"}),
    ]
    of_customers = [
        ("sum", "aggregation", {"aggregation": "sum"}),
        ("mode", "aggregation", {"aggregation": "mode"}),
        ("often", "list", {"order_by": "frequency"}),
    ]
    read = {"source_model": "orders", "trait": "twice"}
    made = coterie.Project(
        models=[{"name": name, "source": {"table": name}, "primary_key": key} for name, key in keys.items()],
        relationships=[
            {"name": f"{one}_{many}", "from_model": one, "to_model": many, "cardinality": "one_to_many",
             "join_keys": [{"from": here, "to": there}]}
            for one, many, here, there in (
                ("customers", "orders", "id", "customer"), ("orders", "items", "number", "number"),
            )
        ],
        traits=[
            *({"name": name, "parent_model": "orders", "trait_type": kind, "config": config}
              for name, kind, config in of_orders),
            *({"name": name, "parent_model": "customers", "trait_type": kind, "config": config | read}
              for name, kind, config in of_customers),
        ],
    )  # fmt: skip
    dialect = replace(dialects.get("duckdb"), costs=BYTES)
    (one,) = (
        entity
        for entity in compiler.compile(made.definitions, catalog, dialect, as_of=AS_OF).entities
        if entity.entity == "customers"
    )
    assert sorted(scan.model for scan in one.reading.scans) == ["customers", "items", "orders"]
    assert one.sql.count('JOIN "items_by_orders"') == 1
