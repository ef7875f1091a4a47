"""What all summaries of an aggregate ask of a row is asked once, before rows are grouped."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from coterie.compiler.ir.expr import Call, Expr, Literal, OneOf
from coterie.compiler.ir.logic import conjunction, conjuncts
from coterie.compiler.ir.rel import Aggregate, Plan, Union
from coterie.compiler.sharing.asked_values import asked_values
from coterie.compiler.sharing.facts import Facts
from coterie.types import BOOLEAN


def lift_common_filters(plan: Plan, _: Facts) -> Plan:
    """What all summaries of an aggregate ask of a row is asked once, before the rows are grouped."""
    return _lifted(plan, with_common_filters)


def lift_bounds(plan: Plan, _: Facts) -> Plan:
    """What all summaries of an aggregate ask of a value, each in its own way, is asked loosely before the grouping.

    Of `at >= May` and `at >= June`, May is asked of every row; of `kind = 'a'` and `kind = 'b'`, to be one of them.
    Where no summary wants a row, its group need not be looked up.
    """
    return _lifted(plan, with_bounds)


def with_common_filters(body: Aggregate) -> Aggregate:
    return _filtered(body, _common_filters(body))


def with_bounds(body: Aggregate) -> Aggregate:
    return _filtered(body, _joint_bounds(body))


def _lifted(plan: Plan, change: Callable[[Aggregate], Aggregate]) -> Plan:
    """A group in which no row counts is lost then; those who read an aggregate row by row would miss it."""
    read = {
        part.input
        for body in plan.relations.values()
        for part in (body.parts if isinstance(body, Union) else (body,))
        if isinstance(part.input, str)
    }
    relations = {
        name: change(body) if isinstance(body, Aggregate) and name not in read else body
        for name, body in plan.relations.items()
    }
    return replace(plan, relations=relations)


def _filtered(body: Aggregate, lifted: list[Expr]) -> Aggregate:
    """The aggregate of only those rows; its summaries need not ask the same again."""
    if not lifted:
        return body
    held = set(lifted)
    summaries = tuple(
        replace(summary, where=conjunction([part for part in conjuncts(summary.where) if part not in held]))
        for summary in body.summaries
    )
    return replace(body, summaries=summaries, where=conjunction([*conjuncts(body.where), *lifted]))


def _common_filters(body: Aggregate) -> list[Expr]:
    if not body.summaries:
        return []
    first, *others = [dict.fromkeys(conjuncts(summary.where)) for summary in body.summaries]
    return [part for part in first if all(part in other for other in others)]


_LOOSEST = {"ge": min, "gt": min, "le": max, "lt": max}

Compared = tuple[str, Expr]
"""A comparison, and what is compared."""

Bounds = dict[Compared, tuple[Expr, ...]]
"""The constants that rows are compared with, all of which must hold; of those for `eq`, one is equal."""


def _joint_bounds(body: Aggregate) -> list[Expr]:
    """What follows from the filter of each summary, whichever it is."""
    if not body.summaries:
        return []
    first, *others = [bounds_of(summary.where) for summary in body.summaries]
    return [
        condition(key, loosest(key, [constant for each in (first, *others) for constant in each[key]]))
        for key in first
        if all(key in other for other in others)
    ]


def loosest(compared: Compared, constants: Iterable[Expr]) -> tuple[Expr, ...]:
    """The constants that let all rows pass that any of some do."""
    function, _ = compared
    if function == "eq":
        return tuple(dict.fromkeys(constants))
    return (_LOOSEST[function](constants, key=_value),)


def condition(compared: Compared, constants: tuple[Expr, ...]) -> Expr:
    function, value = compared
    if function == "eq" and len(constants) > 1:
        return OneOf(value, constants)
    return Call(function, (value, *constants), BOOLEAN)


def bounds_of(where: Expr | None) -> Bounds:
    """The bounds that follow from a filter."""
    found: Bounds = {("eq", value): constants for value, constants in asked_values(where).items()}
    for part in conjuncts(where):
        match part:
            case Call(args=(value, Literal() as constant)) if part.function in _LOOSEST and constant.value is not None:
                found.setdefault((part.function, value), (constant,))
    return found


def _value(constant: Expr) -> Any:
    assert isinstance(constant, Literal)
    return constant.value
