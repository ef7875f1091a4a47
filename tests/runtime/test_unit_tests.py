"""Unit tests of definitions: what passes, what fails, and how a difference is shown."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from coterie.errors import DefinitionErrors
from coterie.project import Project
from coterie.runtime.differences import AudienceFailure, Difference, RunFailure, TraitFailure, UnitTestReport

AS_OF = "2024-07-01"


def aggregation(name: str, model: str = "customers", /, **config: Any) -> dict[str, Any]:
    return {"name": name, "parent_model": model, "trait_type": "aggregation", "config": config}


def sql(name: str, expression: str, model: str = "customers") -> dict[str, Any]:
    return {"name": name, "parent_model": model, "trait_type": "sql", "config": {"sql_expression": expression}}


CUSTOMERS = {"name": "customers", "source": {"table": "nowhere.customers"}, "primary_key": "id"}
ORDERS = {
    "name": "orders",
    "id": "m2",
    "source": {"sql": "SELECT * FROM nowhere.orders"},
    "primary_key": ["shop", "number"],
    "timestamp_column": "at",
    "columns": [{"name": "net", "expression": "amount * 0.5"}],
}
BOUGHT = {
    "name": "bought",
    "from_model": "customers",
    "to_model": "orders",
    "cardinality": "one_to_many",
    "join_keys": [{"from": "id", "to": "customer"}],
    "inverse_name": "buyer",
}


def shop(*tests: dict[str, Any], **more: Any) -> Project:
    """Customers and their orders in a warehouse that nobody can reach."""
    return Project(
        models=[CUSTOMERS, ORDERS, *more.pop("models", [])],
        relationships=[BOUGHT, *more.pop("relationships", [])],
        traits=[
            aggregation("Revenue", source_model="orders", aggregation="sum", column="net"),
            {
                "name": "Last shop",
                "parent_model": "customers",
                "trait_type": "occurrence",
                "config": {"source_model": "orders", "occurrence": "last", "column": "shop"},
            },
            sql("Weekday", "weekday(at)", "orders"),
            *more.pop("traits", []),
        ],
        audiences=[
            {"name": "Buyers", "parent_model": "customers", "filter_tree": "revenue > 0"},
            {"name": "Big", "parent_model": "orders", "filter_tree": "net >= 10"},
            *more.pop("audiences", []),
        ],
        tests=tests,
        **more,
    )


def unit_test(name: str = "A", as_of: str = AS_OF, **parts: Any) -> dict[str, Any]:
    expect = {key: parts.pop(key) for key in ("traits", "audiences") if key in parts}
    return {"name": name, "as_of": as_of, "given": parts, "expect": expect}


GIVEN: dict[str, Any] = {
    "customers": [{"id": 1}, {"id": 2}, {"id": 3}],
    "orders": [
        {"shop": "DE", "number": 1, "customer": 1, "at": "2024-06-30T23:59:59", "amount": 20.5},
        {"shop": "FR", "number": 1, "customer": 1, "at": "2024-06-01T00:00:00", "amount": 9},
        {"shop": "FR", "number": 2, "customer": 2, "at": "2024-07-01T00:00:00", "amount": 99},
    ],
}


def test_what_is_expected_passes() -> None:
    report = shop(
        unit_test(
            **GIVEN,
            traits={
                "customers": [
                    {"id": 1, "revenue": 14.75, "last_shop": "DE"},
                    {"id": 2, "Revenue": 0, "last_shop": None},
                ],
                "m2": [{"shop": "DE", "number": 1, "weekday": 7}],
            },
            audiences={"buyers": [1], "orders.big": [["DE", 1]], "Big": [{"number": 1, "shop": "DE"}]},
        )
    ).test()
    assert report.passed
    assert str(report) == "ok    A\n1 passed"


def test_a_difference_is_shown_by_trait_and_audience() -> None:
    report = shop(
        unit_test(
            **GIVEN,
            traits={
                "customers": [
                    {"id": 1, "revenue": 15, "last_shop": "FR"},
                    {"id": 2, "revenue": 0, "last_shop": "FR"},
                    {"id": 9, "revenue": 1},
                ],
                "orders": [{"shop": "FR", "number": 1, "weekday": 5}],
            },
            audiences={"buyers": [2, 9], "big": []},
        ),
        unit_test("B", **GIVEN, audiences={"buyers": [1]}),
    ).test()
    assert str(report) == (
        "FAIL  A\n"
        "      trait `revenue` of `customers`: 2 of 3 values are not as expected\n"
        "        id  expected  found\n"
        "        1   15        14.75\n"
        "        9   1         no such entity\n"
        "      trait `last_shop` of `customers`: 2 of 2 values are not as expected\n"
        "        id  expected  found\n"
        '        1   "FR"      "DE"\n'
        '        2   "FR"      NULL\n'
        "      trait `weekday` of `orders`: the value is not as expected\n"
        "        shop, number  expected  found\n"
        '        ["FR", 1]     5         6\n'
        "      audience `buyers` of `customers`: expected 2 members, found 1\n"
        "        missing  2, 9 (no such entity)\n"
        "        extra    1\n"
        "      audience `big` of `orders`: expected 0 members, found 1\n"
        '        extra  ["DE", 1]\n'
        "ok    B\n"
        "1 passed, 1 failed"
    )
    failed, passed = report.results
    assert (failed.passed, passed.passed, report.passed) == (False, True, False)
    assert report.failed == (failed,)
    revenue, *_ = failed.failures
    assert isinstance(revenue, TraitFailure)
    assert revenue.differences[1] == Difference((9,), 1, None, exists=False)
    buyers = failed.failures[3]
    assert isinstance(buyers, AudienceFailure)
    assert (buyers.missing, buyers.extra, buyers.absent) == (((2,), (9,)), ((1,),), {(9,)})
    told = buyers.as_dict()
    assert (told["missing"], told["absent"], told["extra"]) == ([[2], [9]], [[9]], [[1]])


def test_the_report_as_plain_values() -> None:
    report = shop(unit_test(**GIVEN, traits={"customers": [{"id": 1, "revenue": 1}]}, audiences={"buyers": [2]})).test()
    plain = json.loads(json.dumps(report.as_dict(), default=str))
    seconds = plain["tests"][0].pop("seconds")
    assert 0 < seconds < 60
    assert plain == {
        "passed": 0,
        "failed": 1,
        "tests": [
            {
                "name": "A",
                "file": None,
                "line": None,
                "passed": False,
                "failures": [
                    {
                        "kind": "trait",
                        "entity": "customers",
                        "slug": "revenue",
                        "compared": 1,
                        "differences": [{"key": [1], "expected": 1, "found": "14.75", "exists": True}],
                    },
                    {
                        "kind": "audience",
                        "entity": "customers",
                        "slug": "buyers",
                        "expected": 1,
                        "found": 1,
                        "missing": [[2]],
                        "absent": [],
                        "extra": [[1]],
                    },
                ],
            }
        ],
    }


def test_a_project_without_tests() -> None:
    assert str(shop().test()) == "no tests"
    assert shop().test().passed


# What has to be given


def test_models_that_are_not_given_are_empty() -> None:
    report = shop(
        unit_test(customers=[{"id": 1}], orders={"columns": {"amount": "number"}, "rows": []},
                  traits={"customers": [{"id": 1, "revenue": 0}]}),
        unit_test(customers=[{"id": "a"}], audiences={"never": ["a"]}),
        unit_test(audiences={"never": []}),
        audiences=[
            {
                "name": "Never",
                "parent_model": "customers",
                "filter_tree": {
                    "type": "condition",
                    "condition_type": "event",
                    "source_model": "orders",
                    "performed": False,
                },
            }
        ],
    ).test()  # fmt: skip
    assert str(report) == "ok    A\nok    A\nok    A\n3 passed"


def test_what_no_expected_definition_needs_need_not_be_right() -> None:
    other = {
        "name": "other",
        "source": {"table": "x"},
        "primary_key": "a",
        "columns": [{"name": "b", "expression": "c"}],
    }
    edge = {
        "name": "others",
        "from_model": "customers",
        "to_model": "other",
        "cardinality": "many_to_one",
        "join_keys": [{"from": "favourite", "to": "b"}],
    }
    report = shop(
        unit_test(customers=[{"id": 1, "name": "Ada"}], traits={"customers": [{"id": 1, "shout": "ADA"}]}),
        models=[other],
        relationships=[edge],
        traits=[sql("Shout", "upper(name)"), sql("Unknown", "who + knows")],
    ).test()
    assert report.passed, report


def test_declared_columns_of_models_that_are_not_given() -> None:
    profiles = {
        "name": "profiles",
        "source": {"table": "x"},
        "primary_key": "id",
        "columns": [
            {"name": "document", "type": "json"},
            {"name": "note", "description": "free text"},
            {"name": "Size", "type": "number"},
            {"name": "large", "expression": "size > 5"},
        ],
    }
    edge = {
        "name": "profile",
        "from_model": "customers",
        "to_model": "profiles",
        "cardinality": "one_to_one",
        "join_keys": [{"from": "id", "to": "id"}],
    }
    report = shop(
        unit_test(customers=[{"id": 1}], traits={"customers": [{"id": 1, "is_large": None}]}),
        unit_test(
            "B",
            customers=[{"id": 1}],
            profiles=[{"id": 1, "size": 5.5, "note": "x"}],
            traits={"customers": [{"id": 1, "is_large": True}]},
        ),
        models=[profiles],
        relationships=[edge],
        traits=[sql("Is large", "profile.large AND profile.document IS NULL")],
    ).test()
    assert report.passed, report


def test_rows_stand_for_the_result_of_a_select() -> None:
    """Also where another SELECT refers to it, which is not run."""
    doubled = {
        "name": "doubled",
        "source": {"sql": "SELECT id, 2 * id AS twice FROM {{ ref('customers') }}"},
        "primary_key": "id",
    }
    report = shop(
        unit_test(customers=[{"id": 1}], doubled=[{"id": 7, "twice": 5}],
                  traits={"doubled": [{"id": 7, "half": 2.5}]}),
        unit_test("B", customers=[{"id": 1}], doubled={"columns": {"id": "integer", "twice": "integer"}, "rows": []},
                  traits={"doubled": [{"id": 1, "half": 1}]}),
        models=[doubled],
        traits=[sql("Half", "twice / 2", "doubled")],
    ).test()  # fmt: skip
    assert [result.passed for result in report.results] == [True, False]
    assert "no such entity" in str(report)


def test_columns_that_are_left_out_are_null() -> None:
    report = shop(
        unit_test(customers=[{"id": 1, "name": "x"}, {"id": 2}, {"name": "no key"}],
                  traits={"customers": [{"id": 1, "named": True}, {"id": 2, "named": False}]},
                  audiences={"all": [2, 1]}),
        traits=[sql("Named", "name IS NOT NULL")],
        audiences=[{"name": "All", "parent_model": "customers"}],
    ).test()  # fmt: skip
    assert report.passed, report


def test_drafts_can_be_tested() -> None:
    draft = {**sql("Draft", "id * 2"), "status": "draft"}
    idea = {"name": "Idea", "parent_model": "customers", "filter_tree": "draft > 2", "status": "draft"}
    report = shop(
        unit_test(
            customers=[{"id": 1}, {"id": 2}],
            traits={"customers": [{"id": 2, "draft": 4}]},
            audiences={"idea": [2]},
        ),
        traits=[draft],
        audiences=[idea],
    ).test()
    assert report.passed, report


def test_computed_columns_in_every_role() -> None:
    visits = {
        "name": "visits",
        "source": {"table": "x"},
        "primary_key": "key",
        "timestamp_column": "moment",
        "columns": [
            {"name": "key", "expression": "concat(device, '-', person)"},
            {"name": "moment", "expression": "coalesce(seen, begun)"},
            {"name": "person", "expression": "lower(who)"},
        ],
    }
    visitors = {
        "name": "visitors",
        "from_model": "people",
        "to_model": "visits",
        "cardinality": "one_to_many",
        "join_keys": [{"from": "name", "to": "person"}],
    }
    people = {"name": "people", "source": {"table": "y"}, "primary_key": "name"}
    report = shop(
        unit_test(
            people=[{"name": "ada"}],
            visits=[
                {"device": "phone", "who": "ADA", "seen": "2024-06-01T10:00:00"},
                {"device": "desk", "who": "Ada", "begun": "2024-07-01T10:00:00"},
            ],
            traits={
                "people": [{"name": "ada", "visits": 1}],
                "visits": [{"key": "phone-ada", "on": "2024-06-01"}],
            },
        ),
        models=[visits, people],
        relationships=[visitors],
        traits=[
            aggregation("Visits", "people", source_model="visits", aggregation="count"),
            sql("On", "date(moment)", "visits"),
        ],
    ).test()
    assert report.passed, report


def test_paths_over_a_bridge_that_is_given_or_not() -> None:
    tags = {"name": "tags", "source": {"table": "t"}, "primary_key": "tag"}
    tagged = {"name": "tagged", "source": {"table": "u"}}
    edge = {
        "name": "labels",
        "from_model": "customers",
        "to_model": "tags",
        "cardinality": "many_to_many",
        "through_model": "tagged",
        "join_keys": [{"from": "id", "to": "customer_id"}],
        "through_join_keys": [{"from": "tag", "to": "tag"}],
    }
    expected = {"customers": [{"id": 1, "labels": ["a", "b"]}, {"id": 2, "labels": []}]}
    listed = {
        "name": "Labels",
        "parent_model": "customers",
        "trait_type": "list",
        "config": {"relationship": "labels", "column": "tag"},
    }
    report = shop(
        unit_test(
            customers=[{"id": 1}, {"id": 2}],
            tags=[{"tag": "b"}, {"tag": "a"}, {"tag": "c"}],
            tagged=[{"customer_id": 1, "tag": "b"}, {"customer_id": 1, "tag": "a"}],
            traits=expected,
        ),
        unit_test("B", customers=[{"id": 1}], tags=[{"tag": "b"}], traits={"customers": [{"id": 1, "labels": []}]}),
        models=[tags, tagged],
        relationships=[edge],
        traits=[listed],
    ).test()
    assert report.passed, report


# Types and values


def things(
    columns: dict[str, Any], expressions: dict[str, str], expected: dict[str, Any], **model: Any
) -> UnitTestReport:
    """One row of things, and what expressions make of it."""
    types = {name: type for name, (type, _) in columns.items() if type}
    row = {"id": 1, **{name: value for name, (_, value) in columns.items()}}
    return Project(
        models=[{"name": "things", "source": {"table": "x"}, "primary_key": "id", **model.pop("model", {})}],
        traits=[sql(name, expression, "things") for name, expression in expressions.items()],
        tests=[
            unit_test(
                as_of="2024-07-01T12:00:00Z",
                things={"columns": types, "rows": [row]},
                traits={"things": [{"id": 1, **expected}]},
            )
        ],
        **model,
    ).test()


@pytest.mark.parametrize(
    ("type", "value", "expression", "expected"),
    [
        (None, 2, "x + 1", 3),
        (None, 1.10, "x + 1", 2.1),
        (None, 123456789012345678901234567890, "x", 123456789012345678901234567890),
        (None, "0.1", "x", "0.1"),
        (None, True, "NOT x", False),
        (None, "2024-02-29", "x", "2024-02-29"),
        (None, "2024-02-29", "year(x)", 2024),
        (None, "2024-02-29T10:00:00", "x", "2024-02-29T10:00:00"),
        (None, "2024-02-29 10:00:00", "x", "2024-02-29T10:00:00Z"),
        (None, "2024-02-29T10:00:00+02:00", "x", "2024-02-29T08:00:00Z"),
        (None, "2024-02-29T10:00:00.123456Z", "x", "2024-02-29 10:00:00.123456"),
        (None, ["b", "a"], "x", ["b", "a"]),
        (None, [1, None, 2], "x", [1, 2]),
        (None, [1, 2.5], "x", [1.0, 2.50]),
        (None, ["2024-01-01"], "x", ["2024-01-01"]),
        (None, [True], "x", [True]),
        ("array<text>", [], "x", []),
        ("array<text>", None, "x", []),
        ("array<date>", ["2024-01-01"], "x", ["2024-01-01"]),
        ("text", "2024-02-29", "length(x)", 10),
        ("text", None, "x", None),
        ("number", 2, "x / 4", 0.5),
        ("number", None, "coalesce(x, 1.5)", 1.5),
        ("integer", 2.0, "x", 2),
        ("integer", 12345678901234567890123, "x + 1", 12345678901234567890124),
        ("timestamp", "2024-02-29", "x", "2024-02-29"),
        ("timestamp", "2024-02-29T10:00:00Z", "x", "2024-02-29T10:00:00"),
        ("timestamp", None, "x", None),
        ("date", None, "x", None),
        ("boolean", None, "x IS NULL", True),
        ("json", {"a": [1, 2.5, None, 'é"', True]}, "x", '{"a":[1,2.5,null,"é\\"",true]}'),
        (None, {"a": 1}, "x", {"a": 1.0}),
        (None, [{"a": 1}], "x", [{"a": 1}]),
        ("json", '{"a": 1}', "x", {"a": 1}),
    ],
)
def test_values_of_every_type(type: str | None, value: Any, expression: str, expected: Any) -> None:
    report = things({"x": (type, value)}, {"t": expression}, {"t": expected})
    assert report.passed, report


@pytest.mark.parametrize(
    ("expression", "expected", "shown"),
    [
        ("x / 3", 0.33333333, "0.33333333  0.3333333333333333"),
        ("x", 2, "2         1"),
        ("x * 0.10", 0.11, "0.11      0.1"),
        ("'a'", "a ", '"a "      "a"'),
        ("'NULL'", None, 'NULL      "NULL"'),
        ("x = 1", False, "false     true"),
        ("as_of", "2024-07-01T12:00:01Z", "2024-07-01T12:00:01Z  2024-07-01T12:00:00Z"),
        ("date(as_of)", "2024-07-02", "2024-07-02  2024-07-01"),
    ],
)
def test_differences_of_every_type(expression: str, expected: Any, shown: str) -> None:
    report = things({"x": (None, 1)}, {"t": expression}, {"t": expected})
    assert str(report).splitlines()[3].strip() == f"1   {shown}"


def test_doubles_are_compared_to_nine_digits() -> None:
    assert things({"x": (None, 1)}, {"t": "x / 3"}, {"t": 0.33333333333}).passed
    assert not things({"x": (None, 1)}, {"t": "x / 3"}, {"t": 0.33333333}).passed


def test_lists_are_compared_in_order() -> None:
    assert not things({"x": (None, ["a", "b"])}, {"t": "x"}, {"t": ["b", "a"]}).passed
    assert not things({"x": (None, ["a", "b"])}, {"t": "x"}, {"t": ["a"]}).passed


def test_clocks_of_models_and_of_the_project() -> None:
    """A time without zone is on the clock of its column; of an instant, on the project's."""
    report = things(
        {"wall": (None, "2024-06-30T23:30:00"), "instant": (None, "2024-06-30T23:30:00-04:00")},
        {"wall_at": "wall", "instant_at": "instant", "now": "as_of", "wall_on": "date(wall)"},
        {
            "wall_at": "2024-06-30T23:30:00",
            "instant_at": "2024-07-01T05:30:00",
            "now": "2024-07-01T14:00:00",
            "wall_on": "2024-07-01",
        },
        model={"timezone": "America/New_York"},
        timezone="Europe/Berlin",
    )
    assert report.passed, report
    report = things(
        {"wall": (None, "2024-06-30T23:30:00")},
        {"wall_at": "wall"},
        {"wall_at": "2024-07-01T03:30:00Z"},
        model={"timezone": "America/New_York"},
        timezone="Europe/Berlin",
    )
    assert report.passed, report


def test_a_local_time_that_does_not_exist_stays_as_it_is_written() -> None:
    report = things(
        {"wall": (None, "2024-03-31T02:30:00")},
        {"text": "format_date(date(wall), '%Y') = '2024'", "hour": "hour(wall)"},
        {"text": True, "hour": 2},
        model={"timezone": "Europe/Berlin"},
        timezone="Europe/Berlin",
    )
    assert report.passed, report


def test_a_date_as_of_is_its_local_midnight() -> None:
    given = {"customers": [{"id": 1}], "orders": [{"customer": 1, "amount": 2, "at": "2024-06-30T22:30:00"}]}
    expected = {"customers": [{"id": 1, "revenue": 0}]}
    assert shop(unit_test(**given, traits=expected), timezone="Europe/Berlin").test().passed
    assert not shop(unit_test(**given, traits=expected), timezone="UTC").test().passed


# Files


def test_rows_from_files(tmp_path: Path) -> None:
    (tmp_path / "customers.csv").write_text("id,joined\n1,2024-01-01\n\n2,\n", encoding="utf-8-sig")
    (tmp_path / "orders.csv").write_text(
        "shop,number,customer,at,amount,gift,code,tags,score\r\n"
        'DE,1,1,2024-06-01T00:00:00Z,20.50,true,007,"[""a"", ""b""]",1.5\r\n'
        '"a,""b""",2,2,2024-06-02T00:00:00Z,3,FALSE,,,2\r\n',
        encoding="utf-8",
    )
    given = {
        "customers": "customers.csv",
        "orders": {"file": "orders.csv", "columns": {"tags": "array<text>", "shop": "text"}},
    }
    report = Project(
        models=[CUSTOMERS, ORDERS],
        relationships=[BOUGHT],
        traits=[
            aggregation("Revenue", source_model="orders", aggregation="sum", column="net"),
            sql("Code", "code", "orders"),
            sql("Gift", "NOT gift", "orders"),
            sql("Words", "tags", "orders"),
            sql("Points", "score * 2", "orders"),
            sql("Joined in", "year(joined)"),
        ],
        tests=[
            unit_test(
                **given,
                traits={
                    "customers": [
                        {"id": 1, "revenue": 10.25, "joined_in": 2024},
                        {"id": 2, "revenue": 1.5, "joined_in": None},
                    ],
                    "orders": [
                        {"shop": "DE", "number": 1, "code": "007", "gift": False, "words": ["a", "b"], "points": 3},
                        {"shop": 'a,"b"', "number": 2, "code": None, "gift": True, "words": [], "points": 4},
                    ],
                },
            )
        ],
        root=tmp_path,
    ).test()
    assert report.passed, report


# What would stop a run


def test_given_rows_that_break_a_promise() -> None:
    report = shop(
        unit_test(customers=[{"id": 1}, {"id": 1}, {"id": None}], audiences={"all": [1]}),
        audiences=[{"name": "All", "parent_model": "customers"}],
    ).test()
    assert str(report) == (
        "FAIL  A\n"
        "      [duplicate_key] 1 value of the key (`id`) occurs in more than one row of model `customers`\n"
        "1 failed"
    )


def test_a_value_that_the_engine_cannot_compute() -> None:
    report = things({"x": (None, 9 * 10**37)}, {"t": "x * 10"}, {"t": 1})
    (failure,) = report.results[0].failures
    assert isinstance(failure, RunFailure)
    assert failure.code == "out_of_range"


def test_one_test_that_fails_does_not_touch_the_next() -> None:
    report = shop(
        unit_test("A", customers=[{"id": 1}, {"id": 1}], audiences={"all": [1]}),
        unit_test("B", customers=[{"id": "x", "other": 5}], audiences={"all": ["x"]}),
        audiences=[{"name": "All", "parent_model": "customers"}],
    ).test()
    assert [result.passed for result in report.results] == [False, True]


# Which tests


def chosen(**how: Any) -> list[str]:
    report = shop(
        unit_test("Revenue is halved", **GIVEN, traits={"customers": [{"id": 1, "revenue": 14.75}]}),
        unit_test("Buyers have revenue", **GIVEN, audiences={"buyers": [1]}),
        unit_test("Big orders", **GIVEN, audiences={"big": [["DE", 1]]}),
    ).test(**how)
    assert report.passed
    return [result.name for result in report.results]


def test_some_tests_by_name() -> None:
    assert chosen(name="revenue") == ["Revenue is halved", "Buyers have revenue"]
    assert chosen(name="Big orders") == ["Big orders"]
    assert chosen(name="b*s") == ["Big orders"]
    assert chosen(name="b*") == ["Buyers have revenue", "Big orders"]
    with pytest.raises(DefinitionErrors) as caught:
        chosen(name="Big order!")
    assert str(caught.value) == "[unknown_test] `Big order!` is not a test\n    did you mean `Big orders`?"


def test_some_tests_by_what_they_expect() -> None:
    assert chosen(select="buyers") == ["Buyers have revenue"]
    assert chosen(select="model:orders") == ["Big orders"]
    assert chosen(select="trait:last_shop") == []
    assert chosen(select=["revenue", "big"]) == ["Revenue is halved", "Big orders"]
    with pytest.raises(DefinitionErrors, match="unknown_selection"):
        chosen(select="nothing")


def test_a_mistake_in_a_test_that_is_not_meant_says_nothing() -> None:
    wrong = unit_test("wrong", customers=[{"id": 1}], audiences={"nobody": []})
    project = shop(wrong, unit_test("right", **GIVEN, audiences={"buyers": [1]}))
    assert project.test(name="right").passed
    with pytest.raises(DefinitionErrors, match="unknown_audience"):
        project.test()


# Hostile and large

HOSTILE = [
    "'; DROP TABLE customers; --",
    'a"b',
    "a\nb\tc",
    "\\",
    "?",
    "$1",
    "NULL",
    "é\u202e\u200b",
    "[1]",
    " ",
    "a|b",
    "\x1b[31m",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_and_values(text: str) -> None:
    project = Project(
        models=[
            {"name": f"m{text}", "source": {"table": "x"}, "primary_key": f"k{text}"},
            {"name": "other", "source": {"table": "y"}},
        ],
        relationships=[
            {
                "name": f"r{text}",
                "from_model": f"m{text}",
                "to_model": "other",
                "cardinality": "one_to_many",
                "join_keys": [{"from": f"k{text}", "to": f"c{text}"}],
            }
        ],
        traits=[
            {
                "name": "Values",
                "parent_model": f"m{text}",
                "trait_type": "list",
                "config": {"source_model": "other", "column": f"v{text}"},
            }
        ],
        tests=[
            {
                "name": f"n{text}",
                "as_of": AS_OF,
                "given": {
                    f"m{text}": [{f"k{text}": f"x{text}"}, {f"k{text}": f"y{text}"}],
                    "other": [{f"c{text}": f"x{text}", f"v{text}": text}],
                },
                "expect": {"traits": {f"m{text}": [{f"k{text}": f"x{text}", "values": [value]}]}},
            }
            for value in (text, "other")
        ],
    )
    passed, failed = project.test().results
    assert passed.passed, passed
    (failure,) = failed.failures
    assert isinstance(failure, TraitFailure)
    assert failure.differences == (Difference((f"x{text}",), ("other",), [text]),)
    assert all(line.isprintable() for line in str(failed).split("\n"))


def test_long_texts_show_where_they_differ() -> None:
    report = things({"x": (None, "a" * 100 + "b" + "c" * 100)}, {"t": "x"}, {"t": "a" * 100 + "B" + "c" * 100})
    line = str(report).splitlines()[3].strip()
    assert line == f"1   …{'a' * 20}B{'c' * 39}…  …{'a' * 20}b{'c' * 39}…"


def test_many_differences_are_cut() -> None:
    rows = [{"id": number} for number in range(30)]
    report = shop(
        unit_test(
            customers=rows,
            traits={"customers": [{**row, "same": -1} for row in rows]},
            audiences={"all": list(range(100, 130))},
        ),
        traits=[sql("Same", "id")],
        audiences=[{"name": "All", "parent_model": "customers"}],
    ).test()
    lines = str(report).splitlines()
    assert lines[1] == "      trait `same` of `customers`: 30 of 30 values are not as expected"
    assert lines[22:24] == ["        19  -1        19", "        … and 10 more"]
    assert lines[24] == "      audience `all` of `customers`: expected 30 members, found 30"
    assert lines[26] == f"        extra    {', '.join(map(str, range(20)))}, and 10 more"


@pytest.mark.slow
def test_ten_thousand_rows() -> None:
    customers = [{"id": number, "name": f"customer {number}"} for number in range(10_000)]
    orders = [
        {"shop": "DE", "number": number, "customer": number, "at": "2024-06-01T10:00:00", "amount": 2 * number + 0.5}
        for number in range(10_000)
    ]
    report = shop(
        unit_test(
            customers=customers,
            orders=orders,
            traits={"customers": [{"id": number, "revenue": number + 0.25} for number in range(10_000)]},
            audiences={"buyers": list(range(10_000))},
        )
    ).test()
    assert report.passed, str(report)[:1000]
