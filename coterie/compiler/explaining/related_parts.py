"""Conditions on related rows taken apart: how many rows there are, what they add up to, and when they count."""

from __future__ import annotations

from dataclasses import replace

from coterie.compiler.checking.conditions import zero_for_none
from coterie.compiler.checking.measures import COUNTS
from coterie.compiler.checking.paths import fan_out_edge
from coterie.compiler.checking.windows import in_window, period
from coterie.compiler.definitions import RelatedCondition, SequenceCondition, Window
from coterie.compiler.explaining.labels import aggregate_label, step_label
from coterie.compiler.explaining.parts import Asked, Part, items, right_sides
from coterie.compiler.ir.expr import Call, Expr, Field, Hop, Literal, Measure, Moment, Outer, Reduction, Sequence
from coterie.compiler.ir.logic import conjuncts, truth
from coterie.compiler.resolving.scope import Scope
from coterie.errors import NOWHERE, Origin
from coterie.types import BOOLEAN, INTEGER


def related_part(part: Part, holds: Expr, node: RelatedCondition, scope: Scope, origin: Origin) -> Part:
    """A condition on related rows: how many there are, or what they add up to."""
    measure = next(item for item in items(holds) if isinstance(item, Measure))
    source = scope.of(scope.world.models[measure.source])
    rows = _counted(measure.path, measure.where, measure.key, source, "failing " if node.quantifier == "all" else "")
    left, others = rows, list[Asked]()
    if node.aggregate is not None:
        name = aggregate_label(node.aggregate.function, node.aggregate.p, node.aggregate)
        left, others = Asked(name, _filled(measure)), [rows]
    if node.in_periods is not None:
        left, others = Asked("periods", _filled(measure)), [rows]
    right = right_sides(holds, left.expr, measure) + _window(node.window, source, scope, origin)
    if node.in_periods is not None:
        right += _bounds(period(node.in_periods, source, origin.at("in_periods"))[1])
    return replace(part, left=left, right=right, values=tuple(others))


def sequence_part(part: Part, holds: Expr, node: SequenceCondition, scope: Scope, origin: Origin) -> Part:
    """A sequence: how many rows there are for each of its steps."""
    sequence = next(item for item in items(holds) if isinstance(item, Sequence))
    children, right = list[Part](), dict[Asked, None]()
    for position, (step, written) in enumerate(zip(sequence.steps, node.steps, strict=True)):
        source, place = scope.of(scope.world.models[step.source]), origin.at("steps", position)
        exists = Measure(step.path, Reduction("exists"), BOOLEAN, where=step.where)
        rows = _counted(step.path, step.where, (), source, "")
        children.append(Part("step", part.definition, place.dotted, step_label(written), truth(exists), rows))
        right.update(dict.fromkeys(_window(node.window, source, scope, origin)))
    return replace(part, right=tuple(right), children=tuple(children))


def _counted(path: tuple[Hop, ...], where: Expr | None, key: tuple[Field, ...], source: Scope, kind: str) -> Asked:
    """How many rows there are, or whether there is any where they cannot be told apart."""
    if fan_out_edge(path) is not None and not key:
        key = tuple(source.definitions.column(source.model, name, NOWHERE) for name in source.model.primary_key)
        if not key:
            return Asked(f"any {kind}row", truth(Measure(path, Reduction("exists"), BOOLEAN, where=where)))
    counted = Measure(path, Reduction("count_rows"), INTEGER, where=where, key=key)
    return Asked(f"{kind}rows", zero_for_none(counted))


def _filled(measure: Measure) -> Expr:
    """A measure as it is compared: counts and sums of nothing are 0."""
    has_zero = measure.reduction.function in COUNTS or measure.reduction.function == "sum"
    return zero_for_none(measure) if has_zero else measure


def _window(window: Window | None, source: Scope, entity: Scope, origin: Origin) -> tuple[Asked, ...]:
    return () if window is None else _bounds(in_window(window, source, entity, origin.at("window")))


def _bounds(test: Expr) -> tuple[Asked, ...]:
    """The ends of a condition on the time of a row; those that an entity has of its own are values of it."""
    found: dict[Asked, None] = {}
    for part in conjuncts(test):
        match part:
            case Call(function=function, args=(_, (Literal() | Moment() | Outer()) as end)):
                value = end.value if isinstance(end, Outer) else end
                found[Asked("until" if function == "lt" else "from", value)] = None
    return tuple(found)
