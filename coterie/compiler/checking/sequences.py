"""Sequence conditions → `Sequence` leaves: the rows of each step, their times on one clock, what they share."""

from __future__ import annotations

from coterie.compiler.checking.measures import Conditions, Rows
from coterie.compiler.checking.paths import path_of
from coterie.compiler.checking.windows import in_window
from coterie.compiler.definitions import SequenceCondition, SequenceStep
from coterie.compiler.definitions.filters import MAX_STEPS
from coterie.compiler.ir.expr import Cast, Expr, Field, Sequence, Step
from coterie.compiler.ir.functions import Clock
from coterie.compiler.ir.values import Mismatch
from coterie.compiler.resolving.scope import Scope
from coterie.errors import Collector, CompileError, Origin
from coterie.types import INSTANT, Kind, Type, wall_clock


def sequence(node: SequenceCondition, scope: Scope, origin: Origin, conditions: Conditions) -> Sequence:
    """Did rows of all steps happen one after another? All mistakes of the steps are raised together.

    Errors: `out_of_range`, `unexpected_option`, `missing_timestamp`, `missing_key`, `function_type`, `type_mismatch`.
    """
    if not 2 <= len(node.steps) <= MAX_STEPS:
        found = f"{len(node.steps):,} step{'' if len(node.steps) == 1 else 's'}"
        raise CompileError("out_of_range", f"found {found}, expected 2 to {MAX_STEPS}", origin.at("steps"))
    collector, rows = Collector(), list[Rows]()
    for position, step in enumerate(node.steps):
        with collector.catching():
            rows.append(_rows(step, position, scope, origin.at("steps", position), conditions))
    if len(rows) < len(node.steps):
        collector.raise_or_skip()
    times = _times(rows, scope.clock)
    shared = _shared(node.same or (), rows, scope.clock, origin.at("same"))
    if node.window is not None:
        rows = [each.narrowed(in_window(node.window, each.scope, scope, origin.at("window"))) for each in rows]
    steps = tuple(
        Step(each.path, time, values, each.where, None if step.within is None else (step.within.n, step.within.unit))
        for each, time, values, step in zip(rows, times, shared, node.steps, strict=True)
    )
    is_relative = node.window is not None and (node.window.after is not None or node.window.before is not None)
    return Sequence(steps, times[0].type, _key(rows, scope, origin, is_relative=is_relative))


def _rows(step: SequenceStep, position: int, scope: Scope, origin: Origin, conditions: Conditions) -> Rows:
    if position == 0 and step.within is not None:
        message = "`within` counts from the step before, and the first step has none"
        raise CompileError("unexpected_option", message, origin.at("within"))
    path = path_of(step, scope, origin)
    source = scope.of(scope.world.models[path[-1].target])
    rows = Rows(source, path, None, origin)
    if rows.timestamp is None:
        message = f"model `{source.model.name}` has no `timestamp_column`, which a sequence needs"
        raise CompileError("missing_timestamp", message, origin)
    return rows if step.filter is None else rows.narrowed(conditions(step.filter, source, origin.at("filter")))


def _times(rows: list[Rows], clock: Clock) -> list[Expr]:
    """When the rows of each step happened, on one clock: their own if they share it, else as instants."""
    found = [time for each in rows if (time := each.timestamp) is not None]
    zones = {time.type.zone or clock.zone if time.type.kind is Kind.DATE else time.type.zone for time in found}
    zone = zones.pop() if len(zones) == 1 else None
    type = wall_clock(zone) if zone in ("UTC", clock.zone) else INSTANT
    return [clock.in_clock(time, type) for time in found]


def _shared(names: tuple[str, ...], rows: list[Rows], clock: Clock, origin: Origin) -> list[tuple[Expr, ...]]:
    """For each step, its values of the columns that must be equal in all of them, in types that are the same."""
    columns: list[list[Expr]] = []
    for position, name in enumerate(names):
        place = origin.at(position)
        values = [each.scope.column(name, place) for each in rows]
        for value in values:
            if value.type.kind in (Kind.ARRAY, Kind.JSON):
                raise CompileError("function_type", f"`same` needs single values, found {value.type}", place)
        try:
            values, type = clock.unify(values)
        except Mismatch:
            types = ", ".join(
                f"{value.type} in `{each.scope.model.name}`" for value, each in zip(values, rows, strict=True)
            )
            message = f"`{name}` must be of one type in all steps, found {types}"
            raise CompileError("type_mismatch", message, place) from None
        columns.append([_in_type(value, type) for value in values])
    return list(zip(*columns, strict=True)) if columns else [()] * len(rows)


def _in_type(value: Expr, type: Type) -> Expr:
    return Cast(value, type) if type.is_number and value.type != type else value


def _key(rows: list[Rows], scope: Scope, origin: Origin, *, is_relative: bool) -> tuple[Field, ...]:
    """The primary key, where the columns that the paths begin with do not tell entities apart. Error: `missing_key`.

    They need not, if the paths all begin with the same columns and the window is no other one for each entity.
    """
    beginnings = {tuple(sorted(here for here, _ in each.path[0].keys)) for each in rows}
    may_differ = is_relative and not all(each.path[0].from_one for each in rows)
    if len(beginnings) == 1 and not may_differ:
        return ()
    if key := tuple(scope.definitions.column(scope.model, name, origin) for name in scope.model.primary_key):
        return key
    message = f"the steps begin with different columns of model `{scope.model.name}`, which has no `primary_key`"
    if len(beginnings) == 1:
        message = f"the window is relative to each row of model `{scope.model.name}`, which has no `primary_key`"
    raise CompileError("missing_key", message, origin.at("steps"))
