"""What the SELECTs of engines that need another SELECT below them read, and names that are not taken there."""

from __future__ import annotations

from sqlglot import exp, parse_one

from coterie.dialects.base import Sort
from coterie.dialects.bigquery_aggregates import list_of
from coterie.dialects.bigquery_arrays import array_contains_any
from coterie.dialects.standard_selects import columns_among, names_in, read_by, unused
from coterie.types import BOOLEAN


def column_names(sql: str) -> list[str]:
    found = parse_one(sql, dialect="bigquery")
    assert isinstance(found, exp.Select)
    return list(columns_among(read_by(found, {exp.Column})))


def test_columns_of_joined_rows_are_not_those_of_the_select() -> None:
    inner = "(SELECT `k`, MAX(`v`) AS `m` FROM `u` GROUP BY `k`) AS `j`"
    joined = f"`t` LEFT JOIN {inner} ON `t`.`k` = `j`.`k`"
    assert column_names(f"SELECT `a`, `j`.`m` FROM {joined} WHERE `b` > 0") == ["a", "b"]


def test_an_array_that_is_unnested_is_a_column() -> None:
    assert column_names("SELECT `a` FROM `t` CROSS JOIN UNNEST(`tags`) AS `tag`") == ["a", "tags"]


def test_columns_inside_of_expressions_are_found_from_left_to_right() -> None:
    assert column_names("SELECT CASE WHEN `a` > 1 THEN `b` END AS `c` FROM `t` GROUP BY `d`") == ["a", "b", "d"]


def test_names_are_used_once_whatever_their_case() -> None:
    used = names_in(*parse_one('SELECT "Place", a AS "PLACE_2"', dialect="duckdb").selects)
    assert [unused("place", used) for _ in range(3)] == ["place_3", "place_4", "place_5"]
    assert unused("other", used) == "other"


def test_names_of_tables_are_used_too() -> None:
    """An element that is called like a table would hide its columns."""
    sought = exp.column("label", "element", quoted=True)
    asked = array_contains_any(exp.column("tags", "people", quoted=True), sought)
    assert asked.sql("bigquery") == (
        "EXISTS(SELECT 1 FROM UNNEST(`people`.`tags`) AS element_2 WHERE element_2 IN (`element`.`label`))"
    )


def test_what_bigquery_gathers_may_be_sorted_itself() -> None:
    """IGNORE NULLS belongs to the outer array, and is there once however often that is written."""
    value = parse_one("ARRAY_LENGTH(ARRAY(SELECT e FROM UNNEST(`tags`) AS e ORDER BY e LIMIT 3))", dialect="bigquery")
    gathered = list_of(value, [Sort(exp.column("moment"), BOOLEAN)], 5, None, BOOLEAN)
    for _ in range(2):
        assert gathered.sql("bigquery") == (
            "ARRAY_AGG(ARRAY_LENGTH(ARRAY(SELECT e FROM UNNEST(`tags`) AS e ORDER BY e LIMIT 3)) IGNORE NULLS "
            "ORDER BY moment IS NULL ASC, moment ASC LIMIT 5)"
        )
