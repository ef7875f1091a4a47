"""Split groups as they are published: in the members, the log and the view, and in tables from before they were."""

from __future__ import annotations

import pytest

from coterie.compiler.compiled import EntityStatement
from coterie.runtime.report import GroupReport
from tests.runtime.handmade import DAY_1, DAY_2, DAY_3, Connection, Publisher, rows, statement

Members = dict[int, str]


def dealt(vips: Members, others: tuple[int, ...] = ()) -> EntityStatement:
    """VIPs in groups, and an audience of everyone without any."""
    listed = [f"({id}, TRUE, '{group}')" for id, group in vips.items()] + [f"({id}, FALSE, NULL)" for id in others]
    table = f"(VALUES {', '.join(listed)}) t(id, in_vip, group_of_vip)"
    sql = f"SELECT id, in_vip, TRUE AS in_anyone, group_of_vip FROM {table}"
    return statement(sql, audiences=("vip", "anyone"), splits={"vip": ("red", "blue", "grey")})


def test_members_have_their_group(connection: Connection, publish: Publisher) -> None:
    report = publish(dealt({1: "red", 2: "blue"}, (3,)))
    members = [
        (1, "anyone", DAY_1, None),
        (1, "vip", DAY_1, "red"),
        (2, "anyone", DAY_1, None),
        (2, "vip", DAY_1, "blue"),
        (3, "anyone", DAY_1, None),
    ]
    assert rows(connection, "customers_audience_members") == members
    assert rows(connection, "audience_members", "key", "split_group") == [
        ("1", "red"), ("1", None), ("2", "blue"), ("2", None), ("3", None),
    ]  # fmt: skip
    assert [row[-1] for row in rows(connection, "customers_audience_log")] == [row[-1] for row in members]
    assert report.audience("vip").groups == (
        GroupReport("red", 1), GroupReport("blue", 1), GroupReport("grey", 0),
    )  # fmt: skip
    assert report.audience("anyone").groups == ()


def test_the_log_says_which_group_was_entered_and_left(connection: Connection, publish: Publisher) -> None:
    publish(dealt({1: "red", 2: "blue"}), as_of=DAY_1)
    publish(dealt({1: "blue", 3: "red"}, (2,)), as_of=DAY_2)
    changed = [row for row in rows(connection, "customers_audience_log") if row[1:3] == ("vip", DAY_2)]
    assert changed == [(2, "vip", DAY_2, "exit", DAY_1, "blue"), (3, "vip", DAY_2, "enter", DAY_2, "red")]
    vips = [row for row in rows(connection, "customers_audience_members") if row[1] == "vip"]
    assert vips == [(1, "vip", DAY_1, "blue"), (3, "vip", DAY_2, "red")]  # who changes groups neither enters nor leaves


def test_the_same_as_of_twice_changes_nothing(connection: Connection, publish: Publisher) -> None:
    publish(dealt({1: "red", 2: "blue"}), as_of=DAY_1)
    publish(dealt({1: "red"}, (2,)), as_of=DAY_2)
    left = [rows(connection, name) for name in ("customers_audience_members", "customers_audience_log")]
    publish(dealt({1: "red"}, (2,)), as_of=DAY_2)
    assert [rows(connection, name) for name in ("customers_audience_members", "customers_audience_log")] == left


def test_a_partial_run_keeps_the_groups_of_others(connection: Connection, publish: Publisher) -> None:
    publish(dealt({1: "red", 2: "blue"}), as_of=DAY_1)
    everyone = statement("SELECT 1 AS id, TRUE AS in_anyone", audiences=("anyone",))
    publish(everyone, as_of=DAY_2, partial=True)
    vips = [row for row in rows(connection, "customers_audience_members") if row[1] == "vip"]
    assert vips == [(1, "vip", DAY_1, "red"), (2, "vip", DAY_1, "blue")]


def make_old(connection: Connection, publish: Publisher) -> None:
    """What a run left before there were split groups: two entities without that column anywhere."""
    publish(dealt({1: "red", 2: "blue"}), statement("SELECT 9 AS id, TRUE AS in_a", entity="shops", audiences=("a",)))
    connection.execute("DROP VIEW coterie.audience_members")
    for entity in ("customers", "shops"):
        for name in ("members", "log"):
            connection.execute(f"ALTER TABLE coterie.{entity}_audience_{name} DROP COLUMN split_group")
    parts = " UNION ALL ".join(
        f"SELECT '{entity}' AS entity, CAST(id AS TEXT) AS key, audience, entered_at "
        f"FROM coterie.{entity}_audience_members"
        for entity in ("customers", "shops")
    )
    connection.execute(f"CREATE VIEW coterie.audience_members AS {parts}")


@pytest.mark.parametrize("partial", [False, True])
def test_tables_from_before_get_the_column(connection: Connection, publish: Publisher, *, partial: bool) -> None:
    make_old(connection, publish)
    again = dealt({1: "red", 3: "blue"}, (2,))
    shops = statement("SELECT 9 AS id, TRUE AS in_a", entity="shops", audiences=("a",))
    publish(*((again,) if partial else (again, shops)), as_of=DAY_2, partial=partial)
    assert rows(connection, "shops_audience_members") == [(9, "a", DAY_1, None)]
    vips = [row for row in rows(connection, "customers_audience_members") if row[1] == "vip"]
    assert vips == [(1, "vip", DAY_1, "red"), (3, "vip", DAY_2, "blue")]
    log = [row for row in rows(connection, "customers_audience_log") if row[1] == "vip"]
    assert log == [
        (1, "vip", DAY_1, "enter", DAY_1, None),
        (2, "vip", DAY_1, "enter", DAY_1, None),
        (2, "vip", DAY_2, "exit", DAY_1, None),
        (3, "vip", DAY_2, "enter", DAY_2, "blue"),
    ]
    assert ("shops", None) in rows(connection, "audience_members", "entity", "split_group")


def test_a_log_alone_gets_the_column(connection: Connection, publish: Publisher) -> None:
    make_old(connection, publish)
    connection.execute("DROP TABLE coterie.shops_audience_members")
    shops = statement("SELECT 8 AS id, TRUE AS in_a", entity="shops", audiences=("a",))
    publish(shops, as_of=DAY_2, partial=True)
    assert rows(connection, "shops_audience_log") == [
        (8, "a", DAY_2, "enter", DAY_2, None), (9, "a", DAY_1, "enter", DAY_1, None),
    ]  # fmt: skip


def test_an_entity_that_is_gone_leaves_tables_from_before(connection: Connection, publish: Publisher) -> None:
    make_old(connection, publish)
    publish(dealt({1: "red"}), as_of=DAY_2)
    assert rows(connection, "shops_audience_log") == [
        (9, "a", DAY_1, "enter", DAY_1, None), (9, "a", DAY_2, "exit", DAY_1, None),
    ]  # fmt: skip
    publish(statement("SELECT 9 AS id, TRUE AS in_a", entity="shops", audiences=("a",)), as_of=DAY_3)
    assert rows(connection, "shops_audience_members") == [(9, "a", DAY_3, None)]
