"""Calendars, comparisons and expressions of the reference interpreter, against values worked out by hand."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from tests.properties import reference_values as v
from tests.properties.reference_aggregates import aggregate
from tests.properties.reference_rows import clean
from tests.properties.tree_conditions import Between, Both, Case, Compare, In, IsNull, Like, Not
from tests.properties.trees import Arithmetic, AsOf, Call, Cast, Column, Joined, Literal, Negative, TraitRef, Tree

BERLIN = "Europe/Berlin"


def at(*clock: int) -> datetime:
    return datetime(*clock, tzinfo=UTC)  # type: ignore[arg-type,misc]


@dataclass
class OneRow:
    """A row of columns and traits, for expressions to speak of."""

    columns: dict[str, Any]
    as_of = datetime(2024, 3, 31, 12, tzinfo=UTC)
    zone = BERLIN

    def column(self, path: tuple[str, ...], name: str) -> v.Value:
        found: v.Value = self.columns[".".join((*path, name))]
        return found

    def trait(self, slug: str) -> v.Value:
        return self.column((), slug)


def value(tree: Tree, **columns: Any) -> Any:
    return tree.value(OneRow(columns=columns))


def call(name: str, *args: Any) -> Any:
    return value(Call(name, tuple(Literal(arg) for arg in args)))


@pytest.mark.parametrize(
    ("clock", "zone", "instant"),
    [
        (datetime(2024, 3, 31, 2, 30), BERLIN, at(2024, 3, 31, 1, 30)),
        (datetime(2024, 10, 27, 2, 30), BERLIN, at(2024, 10, 27, 0, 30)),
        (datetime(2024, 1, 1), "Asia/Kolkata", at(2023, 12, 31, 18, 30)),
        (datetime(2018, 11, 4), "America/Sao_Paulo", at(2018, 11, 4, 3)),
    ],
)
def test_local_times(clock: datetime, zone: str, instant: datetime) -> None:
    assert v.to_instant(clock, zone) == instant


@pytest.mark.parametrize(
    ("instant", "n", "unit", "zone", "expected"),
    [
        (at(2024, 3, 31, 12), -1, "month", "UTC", at(2024, 2, 29, 12)),
        (at(2024, 3, 31, 12), -13, "month", "UTC", at(2023, 2, 28, 12)),
        (at(2024, 3, 31, 12), -1, "quarter", "UTC", at(2023, 12, 31, 12)),
        (at(2024, 2, 29, 12), -1, "year", "UTC", at(2023, 2, 28, 12)),
        (at(2024, 3, 31, 12), -1, "day", BERLIN, at(2024, 3, 30, 13)),
        (at(2024, 3, 31, 12), -24, "hour", BERLIN, at(2024, 3, 30, 12)),
        (at(2024, 3, 31, 0, 30), 1, "day", BERLIN, at(2024, 3, 31, 23, 30)),
        (at(2024, 3, 30, 1, 30), 1, "day", BERLIN, at(2024, 3, 31, 1, 30)),
        (at(2024, 10, 28, 1, 30), -1, "day", BERLIN, at(2024, 10, 27, 0, 30)),
        (at(2024, 3, 31, 12), -5, "minute", BERLIN, at(2024, 3, 31, 11, 55)),
        (at(2024, 3, 31, 12), -1, "week", "UTC", at(2024, 3, 24, 12)),
    ],
)
def test_calendar_arithmetic(instant: datetime, n: int, unit: str, zone: str, expected: datetime) -> None:
    assert v.shift(instant, n, unit, zone) == expected


def test_written_moments() -> None:
    assert v.extent("2024-03-31", BERLIN) == (at(2024, 3, 30, 23), at(2024, 3, 31, 22))
    assert v.extent(date(2024, 1, 1), "UTC") == (at(2024, 1, 1), at(2024, 1, 2))
    assert v.extent("2024-03-31T02:30:00", BERLIN) == (at(2024, 3, 31, 1, 30), None)
    assert v.extent("2024-03-31T02:30:00Z", BERLIN) == (at(2024, 3, 31, 2, 30), None)
    assert v.extent(datetime(2024, 3, 31, 2), "UTC") == (at(2024, 3, 31, 2), None)


def test_wall_clocks_are_compared_on_their_own_clock() -> None:
    autumn = v.Wall(datetime(2024, 10, 27, 2, 30), BERLIN)
    assert not v.is_before(autumn, at(2024, 10, 27, 0, 30))
    assert not v.is_before(autumn, at(2024, 10, 27, 1, 30))
    assert v.is_before(autumn, at(2024, 10, 27, 1, 30, 0, 1))
    assert v.compare(autumn, v.Wall(datetime(2024, 10, 27, 0, 30), "UTC")) == 0
    assert v.compare(autumn, at(2024, 10, 27, 0, 31)) == -1
    assert v.compare_with_constant(autumn, at(2024, 10, 27, 1, 30)) == 0


def test_raw_values_are_read_without_nan_and_holes() -> None:
    assert clean(math.nan, "UTC") is None
    assert clean([1, None, 2], "UTC") == (1, 2)
    assert clean(datetime(2024, 1, 1), BERLIN) == v.Wall(datetime(2024, 1, 1), BERLIN)


@pytest.mark.parametrize(
    ("operator", "left", "right", "expected"),
    [
        ("+", Decimal("0.1"), Decimal("0.2"), Decimal("0.3")),
        ("+", 0.1, Decimal("0.2"), 0.1 + 0.2),
        ("*", Decimal("12345678901234567890.123"), 1000, Decimal("12345678901234567890123")),
        ("/", 1, 4, 0.25),
        ("/", 1, 0, None),
        ("/", Decimal("1.5"), Decimal(0), None),
        ("%", -7, 3, -1),
        ("%", 7, -3, 1),
        ("%", Decimal("-0.5"), Decimal("0.3"), Decimal("-0.2")),
        ("%", 7, 0, None),
        ("-", None, 1, None),
    ],
)
def test_arithmetic(operator: str, left: Any, right: Any, expected: Any) -> None:
    assert value(Arithmetic(operator, Column("a"), Column("b")), a=left, b=right) == expected


def test_a_long_product_is_rounded_half_away_from_zero() -> None:
    tree = Arithmetic("*", Column("a"), Column("b"), scale=9)
    assert value(tree, a=Decimal("0.000005"), b=Decimal("-0.0001")) == Decimal("-0.000000001")
    assert value(tree, a=Decimal("0.000004"), b=Decimal("-0.0001")) == 0


@pytest.mark.parametrize(
    ("name", "args", "expected"),
    [
        ("round", (Decimal("2.5"),), 3),
        ("round", (Decimal("-2.5"),), -3),
        ("round", (Decimal("1.005"), 2), Decimal("1.01")),
        ("floor", (Decimal("-0.5"),), -1),
        ("ceil", (Decimal("-0.5"),), 0),
        ("abs", (Decimal("-0.5"),), Decimal("0.5")),
        ("least", (3, None, Decimal("1.5")), Decimal("1.5")),
        ("greatest", (None, None), None),
        ("coalesce", (None, 2, 3), 2),
        ("nullif", (1, Decimal("1.0")), None),
        ("nullif", (1, None), 1),
        ("length", ("😀e\u0301",), 3),
        ("upper", ("aé",), "AÉ"),
        ("trim", ("  a \t ",), "a \t"),
        ("substr", ("日本語", 2), "本語"),
        ("substr", ("abc", 2, 1), "b"),
        ("substr", ("abc", 9, 1), ""),
        ("concat", ("a", "b", None), None),
        ("replace", ("a%b%", "%", ""), "ab"),
        ("contains", ("a%b", "%"), True),
        ("starts_with", ("abc", ""), True),
        ("ends_with", (None, "c"), None),
        ("date", (at(2024, 3, 31, 22),), date(2024, 4, 1)),
        ("hour", (at(2024, 3, 31, 1),), 3),
        ("year", (date(2024, 5, 6),), 2024),
        ("quarter", (date(2024, 5, 6),), 2),
        ("weekday", (date(2024, 3, 31),), 7),
        ("format_date", (date(2024, 3, 5), "day %d of %Y-%m"), "day 05 of 2024-03"),
        ("date_trunc", ("week", date(2024, 3, 31)), date(2024, 3, 25)),
        ("date_trunc", ("quarter", at(2024, 3, 31, 22)), date(2024, 4, 1)),
        ("days_between", (at(2024, 3, 30, 22, 59), at(2024, 3, 30, 23)), 1),
        ("elapsed", (at(2024, 3, 31), at(2024, 3, 30, 0, 0, 1), "hour"), -23),
        ("elapsed", (at(2024, 3, 30), at(2024, 3, 31, 23), "day"), 1),
    ],
)
def test_functions(name: str, args: tuple[Any, ...], expected: Any) -> None:
    assert call(name, *args) == expected


def test_array_length_takes_null_for_empty() -> None:
    assert value(Call("array_length", (Column("a"),)), a=None) == 0
    assert value(Call("array_length", (Column("a"),)), a=("x", "y")) == 2


@pytest.mark.parametrize(
    ("written", "type", "expected"),
    [
        ("+12", "integer", 12),
        ("1.5", "integer", None),
        (" 1", "integer", None),
        ("٣", "integer", None),
        ("-1.50", "number", Decimal("-1.5")),
        ("1e3", "number", None),
        (".5", "number", None),
        ("2024-02-29", "date", date(2024, 2, 29)),
        ("2023-02-29", "date", None),
        (True, "text", "true"),
        (date(2024, 2, 9), "text", "2024-02-09"),
        (at(2024, 3, 31, 22), "date", date(2024, 4, 1)),
    ],
)
def test_casts(written: Any, type: str, expected: Any) -> None:
    assert value(Cast(Literal(written), type)) == expected


A, B, NOTHING = Literal(1), Literal(2), Literal(None)


@pytest.mark.parametrize(
    ("tree", "text", "expected"),
    [
        (Compare("!=", A, NOTHING), "1 != NULL", None),
        (Both("AND", (Compare("=", A, B), IsNull(A))), "1 = 2 AND 1 IS NULL", False),
        (Both("AND", (Compare("=", A, NOTHING), Compare("=", A, B))), "1 = NULL AND 1 = 2", False),
        (Both("OR", (Compare("=", A, NOTHING), Compare("<", A, B))), "1 = NULL OR 1 < 2", True),
        (Not(Compare("=", A, NOTHING)), "NOT 1 = NULL", None),
        (Not(Both("OR", (IsNull(A), IsNull(B)))), "NOT (1 IS NULL OR 2 IS NULL)", True),
        (In(A, (NOTHING, B)), "1 IN (NULL, 2)", None),
        (In(A, (B, Literal(Decimal("1.0")))), "1 IN (2, 1.0)", True),
        (In(NOTHING, (A,), negated=True), "NULL NOT IN (1)", None),
        (Between(A, A, B), "1 BETWEEN 1 AND 2", True),
        (Between(B, A, A, negated=True), "2 NOT BETWEEN 1 AND 1", True),
        (Like(Literal("a\nb"), "a_b"), "'a\nb' LIKE 'a_b'", True),
        (Like(Literal("a%b"), "a\\%b"), "'a%b' LIKE 'a\\%b'", False),
        (Like(Literal("Ab"), "a%", negated=True), "'Ab' NOT LIKE 'a%'", True),
        (Case(((Compare("=", A, NOTHING), A),)), "CASE WHEN 1 = NULL THEN 1 END", None),
        (Case(((B, A), (A, B)), Literal(3), A), "CASE 1 WHEN 2 THEN 1 WHEN 1 THEN 2 ELSE 3 END", 2),
        (Joined(Literal("it's"), Literal("!")), "'it''s' || '!'", "it's!"),
        (Negative(Arithmetic("-", A, B)), "-(1 - 2)", 1),
        (Arithmetic("-", A, Arithmetic("-", B, A)), "1 - (2 - 1)", 0),
        (Arithmetic("-", A, Negative(Negative(B))), "1 - -(-2)", -1),
        (Arithmetic("*", Arithmetic("+", A, B), B), "(1 + 2) * 2", 6),
        (Compare("<", AsOf(), Literal(at(2024, 4, 1))), "as_of < TIMESTAMP '2024-04-01T00:00:00Z'", True),
        (
            Compare("=", Literal(date(2024, 4, 1)), Literal(date(2024, 4, 1))),
            "DATE '2024-04-01' = DATE '2024-04-01'",
            True,
        ),
    ],
)
def test_expressions_mean_what_they_print(tree: Tree, text: str, expected: Any) -> None:
    assert tree.text == text
    assert value(tree) is expected if isinstance(expected, bool) or expected is None else value(tree) == expected


def test_names_are_quoted_where_they_have_to_be() -> None:
    assert Column("unit price", ("r1",)).text == 'r1."unit price"'
    assert Column('say "hi"').text == '"say ""hi"""'
    assert Column("Null").text == '"Null"'
    assert TraitRef("net_revenue").text == "{net_revenue}"
    assert TraitRef("net_revenue", bare=True).text == "net_revenue"


@pytest.mark.parametrize(
    ("text", "pattern", "ignore_case", "expected"),
    [
        ("xaby", "ab", False, True),
        ("a\nb", "a.b", False, False),
        ("b\n", "b$", False, False),
        ("Ab", "^[a-z]b$", True, True),
        ("a$", "[$]", False, True),
        ("٣", r"\d", False, False),
    ],
)
def test_patterns(text: str, pattern: str, ignore_case: bool, expected: bool) -> None:
    assert v.is_match(text, pattern, ignore_case=ignore_case) is expected


def test_aggregates_of_ties_and_single_values() -> None:
    assert aggregate("mode", ["b", "a", "b", "a", "c"]) == "a"
    assert aggregate("least_frequent", ["b", "a", "b", "c"]) == "a"
    assert aggregate("stddev", [Decimal("0.1")]) is None
    assert aggregate("stddev", [1, 3, 5]) == 2
    assert aggregate("median", [4, 1]) == 2.5
    assert aggregate("percentile", [1, 2, 3, 4, 5], Decimal("0.9")) == pytest.approx(4.6)
    assert aggregate("sum", [Decimal("0.1")] * 3) == Decimal("0.3")
    assert aggregate("sum", []) == 0
    assert aggregate("min", []) is None
