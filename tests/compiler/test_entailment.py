"""What is said of conditions is certain: checked against every assignment of small values to their columns."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coterie.compiler.ir.expr import Call, Cast, Expr, Field, IsNull, IsTrue, Literal, Logic, Not, OneOf
from coterie.compiler.reasoning.entailment import Entailment
from coterie.compiler.reasoning.subjects import FALSE, NOT_TRUE, NULL, TRUE
from coterie.compiler.reasoning.value_sets import EVERYTHING, NOTHING, ValueSet, compared, intersection, points, union
from coterie.types import BOOLEAN, DATE, INTEGER, TEXT, Type, decimal

DAY = date(2024, 2, 28)
POOLS: dict[str, tuple[Type, tuple[Any, ...]]] = {
    "x": (INTEGER, (0, 1, 2, 3)),
    "y": (INTEGER, (0, 1, 2, 3)),
    "m": (decimal(9, 2), (Decimal("0"), Decimal("0.5"), Decimal("1"))),
    "s": (TEXT, ("a", "b", "é")),
    "d": (DATE, tuple(DAY + timedelta(days=n) for n in range(3))),
    "b": (BOOLEAN, (True, False)),
}
COLUMNS = {name: Field(name, type) for name, (type, _) in POOLS.items()}
ENTAILMENT = Entailment("m", {})
COMPARE = {
    "eq": lambda a, b: a == b,
    "ne": lambda a, b: a != b,
    "lt": lambda a, b: a < b,
    "le": lambda a, b: a <= b,
    "gt": lambda a, b: a > b,
    "ge": lambda a, b: a >= b,
}


def value_of(expr: Expr, row: Mapping[str, Any]) -> Any:
    """Three-valued, as in SQL."""
    match expr:
        case Literal():
            return expr.value
        case Field():
            return row[expr.name]
        case Cast():
            return value_of(expr.value, row)
        case Not():
            value = value_of(expr.value, row)
            return None if value is None else not value
        case IsTrue():
            return value_of(expr.value, row) is True
        case IsNull():
            return value_of(expr.value, row) is None
        case OneOf():
            value = value_of(expr.value, row)
            return None if value is None else value in [value_of(option, row) for option in expr.options]
        case Logic():
            values = [value_of(arg, row) for arg in expr.args]
            decisive = expr.operator == "or"
            return decisive if decisive in values else None if None in values else not decisive
        case Call():
            left, right = (value_of(arg, row) for arg in expr.args)
            return None if left is None or right is None else COMPARE[expr.function](left, right)
    raise AssertionError(expr)


def rows(names: list[str]) -> Iterator[dict[str, Any]]:
    for values in product(*((None, *POOLS[name][1]) for name in names)):
        yield dict(zip(names, values, strict=True))


def columns_in(expr: Expr) -> set[str]:
    match expr:
        case Field():
            return {expr.name}
        case Logic() | Call():
            return set().union(*map(columns_in, expr.args))
        case Not() | IsTrue() | IsNull() | OneOf() | Cast():
            return columns_in(expr.value)
    return set()


@st.composite
def atoms(draw: st.DrawFn) -> Expr:
    name = draw(st.sampled_from(sorted(POOLS)))
    column, (type, pool) = COLUMNS[name], POOLS[name]
    literal = st.sampled_from(pool).map(lambda value: Literal(value, type))
    kind = draw(st.sampled_from(["literal", "literal", "flipped", "set", "null", "pair", "bare", "constant"]))
    operator = draw(st.sampled_from(sorted(COMPARE) if type != BOOLEAN else ["eq", "ne"]))
    match kind:
        case "literal":
            return Call(operator, (column, draw(literal)), BOOLEAN)
        case "flipped":
            return Call(operator, (draw(literal), Cast(column, type) if type.is_exact else column), BOOLEAN)
        case "set":
            return OneOf(column, tuple(draw(st.lists(literal, min_size=1, max_size=3))))
        case "null":
            return IsNull(column)
        case "pair" if name in "xy":
            sides = draw(st.sampled_from([("x", "y"), ("y", "x"), ("x", "x")]))
            return Call(operator, tuple(COLUMNS[side] for side in sides), BOOLEAN)
        case "constant":
            return Literal(draw(st.sampled_from([True, False, None])), BOOLEAN)
    return COLUMNS["b"]


def conditions() -> st.SearchStrategy[Expr]:
    return st.recursive(
        atoms(),
        lambda below: st.one_of(
            st.builds(
                lambda operator, args: Logic(operator, tuple(args)),
                st.sampled_from(["and", "or"]),
                st.lists(below, min_size=2, max_size=4),
            ),
            below.map(Not),
            below.map(IsTrue),
            below.map(IsNull),
        ),
        max_leaves=8,
    )


@settings(max_examples=100, deadline=None, derandomize=True)
@given(conditions(), st.sampled_from([TRUE, FALSE, NULL, NOT_TRUE, TRUE | NULL, TRUE | FALSE]))
def test_what_cannot_be_is_never_so(expr: Expr, outcome: int) -> None:
    if ENTAILMENT.can_be(expr, outcome):
        return
    codes = {True: TRUE, False: FALSE, None: NULL}
    for row in rows(sorted(columns_in(expr))):
        assert not codes[value_of(expr, row)] & outcome, row


@settings(max_examples=100, deadline=None, derandomize=True)
@given(conditions(), conditions())
def test_what_follows_does_always(premise: Expr, conclusion: Expr) -> None:
    if not ENTAILMENT.follows(premise, conclusion):
        return
    for row in rows(sorted(columns_in(premise) | columns_in(conclusion))):
        assert value_of(premise, row) is not True or value_of(conclusion, row) is True, row


@settings(max_examples=100, deadline=None, derandomize=True)
@given(atoms(), atoms())
def test_of_two_comparisons_everything_is_known(one: Expr, other: Expr) -> None:
    """Of one column: what is not contradicted is possible, but for values that no pool holds."""
    both = Logic("and", (one, other))
    if columns_in(one) != columns_in(other) or columns_in(both) - {"b", "s"} or isinstance(one, Literal):
        return
    possible = any(value_of(both, row) is True for row in rows(sorted(columns_in(both))))
    if columns_in(both) == {"s"} and not possible:
        possible = any(value_of(both, {"s": text}) is True for text in ("A", "az", "bz", "ê"))
    assert ENTAILMENT.can_be(both, TRUE) == possible


@given(st.lists(st.tuples(st.sampled_from(sorted(COMPARE)), st.integers(0, 6)), min_size=1, max_size=6))
def test_sets_are_exact(parts: list[tuple[str, int]]) -> None:
    sets = [compared(operator, value) for operator, value in parts]
    for value in [Decimal(n) / 2 for n in range(-2, 16)]:
        inside = [COMPARE[operator](value, limit) for operator, limit in parts]
        assert holds(union(sets), value) == any(inside)
        assert holds(intersection(sets), value) == all(inside)
        assert holds(sets[0].complement, value) != inside[0]
    integers = [n for n in range(-1, 8) if all(COMPARE[operator](n, limit) for operator, limit in parts)]
    assert intersection([*sets, compared("ge", -1), compared("lt", 8)]).whole.is_empty == (not integers)


def holds(values: ValueSet, value: Any) -> bool:
    return values.begins ^ (sum(cut <= (value, 0) for cut in values.cuts) % 2 == 1)


def test_sets_of_points() -> None:
    assert points([]) == NOTHING
    assert points([2, 1, 2]) == ValueSet(False, ((1, 0), (1, 1), (2, 0), (2, 1)))
    assert points([1]).complement.complement == points([1])
    assert EVERYTHING.complement == NOTHING
    assert compared("gt", Decimal("5.5")).whole == compared("ge", 6).whole


@pytest.mark.parametrize("size", [2_000])
def test_large_conditions_take_no_time(size: int) -> None:
    column = Field("x", INTEGER)
    different = Logic("and", tuple(Call("ne", (column, Literal(n, INTEGER)), BOOLEAN) for n in range(size)))
    equal = Logic("or", tuple(Call("eq", (column, Literal(n, INTEGER)), BOOLEAN) for n in range(size)))
    columns = tuple(Field(f"c{n}", TEXT) for n in range(size))
    each = Logic("and", tuple(Call("eq", (one, Literal("a", TEXT)), BOOLEAN) for one in columns))
    some = Logic("or", tuple(Call("ne", (one, Literal("a", TEXT)), BOOLEAN) for one in columns))
    start = time.perf_counter()
    assert ENTAILMENT.can_be(different, TRUE)
    assert not ENTAILMENT.can_be(Logic("and", (different, equal)), TRUE)
    assert not ENTAILMENT.can_be(Logic("and", (each, some)), TRUE)
    assert ENTAILMENT.follows(equal, Not(different))
    assert time.perf_counter() - start < 5
