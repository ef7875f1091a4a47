"""What all summaries of an aggregate ask of a row is asked once, before rows are grouped."""

from __future__ import annotations

from collections.abc import Callable
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


def _joint_bounds(body: Aggregate) -> list[Expr]:
    """What follows from the filter of each summary, whichever it is."""
    if not body.summaries:
        return []
    first, *others = [_bounds(summary.where) for summary in body.summaries]
    joint: list[Expr] = []
    for function, value in first:
        if all((function, value) in other for other in others):
            constants = [constant for each in (first, *others) for constant in each[function, value]]
            if function == "eq":
                joint.append(OneOf(value, tuple(dict.fromkeys(constants))))
            else:
                joint.append(Call(function, (value, _LOOSEST[function](constants, key=_value)), BOOLEAN))
    return joint


def _bounds(where: Expr | None) -> dict[tuple[str, Expr], tuple[Expr, ...]]:
    """The constants that a value is compared with, by comparison and value; for `eq`, one of them is equal."""
    found = {("eq", value): constants for value, constants in asked_values(where).items()}
    for part in conjuncts(where):
        match part:
            case Call(args=(value, Literal() as constant)) if part.function in _LOOSEST and constant.value is not None:
                found.setdefault((part.function, value), (constant,))
    return found


def _value(constant: Expr) -> Any:
    assert isinstance(constant, Literal)
    return constant.value
