"""Definitions in words: what a condition, a window or a trait says, on one line.

In: pieces of definitions as people wrote them. Out: text such as `net_revenue > 1000` or `event lines, last 90 days,
NOT is_cancellation`. Nothing is looked up, so that a label is the definition's own words.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, assert_never

from coterie.compiler.definitions import (
    AggregationTrait,
    AudienceCondition,
    BaseTrait,
    BucketCondition,
    Calendar,
    ColumnValue,
    Comparison,
    CountComparison,
    Def,
    FilterNode,
    FormulaTrait,
    Group,
    LimitDef,
    ListTrait,
    Negation,
    OccurrenceTrait,
    PercentileValue,
    PopulationValue,
    PropertyCondition,
    RelatedCondition,
    RelatedConfig,
    SequenceCondition,
    SequenceStep,
    SizeValue,
    Span,
    SqlCondition,
    SqlTrait,
    TraitCondition,
    TraitValue,
    Window,
)
from coterie.compiler.definitions.windows import Absolute, Anchored
from coterie.compiler.ir import times
from coterie.compiler.loading.templating import readable

_SYMBOLS = {
    "equals": "=",
    "not_equals": "!=",
    "greater_than": ">",
    "greater_than_or_equal": ">=",
    "less_than": "<",
    "less_than_or_equal": "<=",
}
_MOST_ITEMS = 6


def condition_label(node: FilterNode) -> str:
    """A node of a filter tree; a group says its children too."""
    match node:
        case str():
            return on_one_line(node)
        case Group():
            return f" {node.type.upper()} ".join(_operand(child) for child in node.children)
        case Negation():
            return f"NOT {_operand(node.child)}"
        case PropertyCondition():
            path = (node.relationship,) if node.relationship is not None else node.path or ()
            return comparison_label(".".join((*path, node.column)), node)
        case TraitCondition():
            return comparison_label(node.trait, node)
        case RelatedCondition():
            return _related(node)
        case SequenceCondition():
            return _sequence(node)
        case AudienceCondition():
            group = "" if node.group is None else f", group {value_label(node.group)}"
            return f"{node.operator.replace('_', ' ')} {node.audience}{group}"
        case BucketCondition():
            return f"bucket of {value_label(node.salt)} from {node.from_} to {node.to}"
        case SqlCondition():
            return on_one_line(node.sql_expression)
        case _:
            assert_never(node)


def comparison_label(left: str, comparison: Comparison | CountComparison) -> str:
    """What is compared, how, and with what."""
    operator = _SYMBOLS.get(comparison.operator) or comparison.operator.replace("_", " ")
    parts = [left, operator]
    if comparison.value is not None:
        parts.append(_ends(comparison.value) if "between" in comparison.operator else value_label(comparison.value))
    if isinstance(comparison, Comparison):
        parts += ["(ignoring case)"] if comparison.ignore_case else []
        parts += ["or null"] if comparison.include_null else []
    return " ".join(parts)


def value_label(value: Any) -> str:
    """The right side of a comparison, or a default."""
    match value:
        case None:
            return "null"
        case bool():
            return str(value).lower()
        case str() if times.read_date(value) or times.read_instant(value, "UTC"):
            return value
        case str():
            return "'" + on_one_line(value).replace("'", "''") + "'"
        case datetime() | date():
            return value.isoformat()
        case tuple() | list():
            shown = ", ".join(value_label(item) for item in value[:_MOST_ITEMS])
            more = len(value) - _MOST_ITEMS
            return f"({shown}, … {more} more)" if more > 0 else f"({shown})"
        case ColumnValue():
            return value.column
        case TraitValue():
            return value.trait
        case Span():
            return span_label(value)
        case PercentileValue():
            return f"percentile {value.percentile}"
        case PopulationValue(population=population):
            function = population.function if population.p is None else f"{population.function} {population.p}"
            where = "" if population.filter is None else f" where {condition_label(population.filter)}"
            return f"{function} of all{where}"
        case SizeValue():
            return comparison_label("", value).strip()
        case Def():
            return _fields(value)
    return str(value)


def window_label(window: Window) -> str:
    """When a row counts."""
    match window:
        case Window(last=Span() as last):
            text = f"last {span_label(last)}"
        case Window(calendar=Calendar(this=str() as unit)):
            text = f"this {unit}"
        case Window(calendar=Calendar(previous=str() as unit, n=n)):
            text = f"previous {unit}" if n in (None, 1) else f"previous {n} {unit}s"
        case Window(between=Absolute() as between):
            text = f"{value_label(between.start)} to {value_label(between.end)}"
        case Window(after=Anchored() as anchored):
            text = f"{span_label(anchored)} after {anchored.trait or anchored.column}"
        case Window(before=Anchored() as anchored):
            text = f"{span_label(anchored)} before {anchored.trait or anchored.column}"
        case Window(from_=None, to=None):
            text = _fields(window.model_copy(update={"on": None}))
        case Window():
            ends = (("from", window.from_), ("to", window.to))
            text = " ".join(f"{name} {span_label(end)} ago" for name, end in ends if end is not None)
    return f"{text} of {window.on}" if window.on is not None else text


def span_label(span: Span) -> str:
    """`90 days`, `1 month`."""
    return f"{span.n} {span.unit}{'' if span.n == 1 else 's'}"


def limit_label(limit: LimitDef) -> str:
    """`first 1000 by net_revenue, descending`."""
    return f"first {limit.n} by {limit.by}, {limit.direction}"


def rows_label(related: RelatedCondition | RelatedConfig) -> str:
    """Which related rows are meant: `lines, last 90 days, NOT is_cancellation`."""
    parts = [_source(related)]
    if related.window is not None:
        parts.append(window_label(related.window))
    if related.filter is not None:
        parts.append(condition_label(related.filter))
    return ", ".join(parts)


def step_label(step: SequenceStep) -> str:
    """Which rows can be a step of a sequence."""
    parts = [_source(step)]
    if step.within is not None:
        parts.append(f"within {span_label(step.within)}")
    if step.filter is not None:
        parts.append(condition_label(step.filter))
    return ", ".join(parts)


def trait_label(trait: BaseTrait) -> str:
    """How a trait is made."""
    match trait:
        case AggregationTrait():
            config = trait.config
            text = f"{aggregate_label(config.aggregation, config.p, config)} of {rows_label(config)}"
        case OccurrenceTrait():
            by = f" by {trait.config.order_by}" if trait.config.order_by else ""
            text = f"{_valued(trait.config.occurrence, trait.config, trait.config.n)}{by} of {rows_label(trait.config)}"
        case ListTrait():
            text = f"{_valued('list', trait.config)} of {rows_label(trait.config)}"
        case SqlTrait():
            text = on_one_line(trait.config.sql_expression or readable(trait.config.sql_query or ""))
        case FormulaTrait():
            text = on_one_line(trait.config.expression)
        case _:
            raise TypeError(f"unknown kind of trait: {trait!r}")
    return f"{text}, default {value_label(trait.config.default)}" if trait.config.has_default else text


def on_one_line(text: str) -> str:
    """The text with every run of white space as one space."""
    return " ".join(text.split())


def _operand(node: FilterNode) -> str:
    """A node inside a group; what has parts of its own stands in parentheses."""
    is_single = isinstance(node, PropertyCondition | TraitCondition | AudienceCondition | BucketCondition)
    return condition_label(node) if is_single else f"({condition_label(node)})"


def _related(node: RelatedCondition) -> str:
    words = [node.condition_type, rows_label(node)]
    if node.quantifier in ("all", "none"):
        words.insert(0, "all" if node.quantifier == "all" else "no")
    text = " ".join(words)
    if node.count is not None:
        text = f"{text}, {comparison_label('count', node.count)}"
    if node.aggregate is not None:
        aggregate = node.aggregate
        text = f"{text}, {comparison_label(aggregate_label(aggregate.function, aggregate.p, aggregate), aggregate)}"
    if node.in_periods is not None:
        of = span_label(Span(n=node.in_periods.of, unit=node.in_periods.unit))
        text = f"{text}, {comparison_label('periods', node.in_periods)} of {of}"
    return f"not ({text})" if node.performed is False else text


def _source(led: RelatedCondition | RelatedConfig | SequenceStep) -> str:
    path = (led.relationship,) if led.relationship is not None else led.path or ()
    return led.source_model if led.source_model is not None else ".".join(path)


def _sequence(node: SequenceCondition) -> str:
    text = f"sequence {', then '.join(step_label(step) for step in node.steps)}"
    if node.same is not None:
        text = f"{text}, same {', '.join(node.same)}"
    if node.window is not None:
        text = f"{text}, {window_label(node.window)}"
    return f"not ({text})" if node.performed is False else text


def aggregate_label(function: str, p: object, valued: Any) -> str:
    """`percentile(amount, 0.9)`, `count`."""
    return _valued(function, valued, p)


def _valued(function: str, valued: Any, option: object = None) -> str:
    """`sum(amount)`, `nth(StockCode, 2)`; only the function where it needs nothing."""
    value = valued.column if valued.column is not None else valued.trait
    given = ", ".join(str(part) for part in (value, option) if part is not None)
    return f"{function}({given})" if given else function


def _ends(value: Any) -> str:
    return " and ".join(value_label(end) for end in value) if isinstance(value, tuple | list) else value_label(value)


def _fields(definition: Def) -> str:
    """What a piece of a definition says, field by field."""
    written = [name for name in type(definition).model_fields if name in definition.model_fields_set]
    found = ((name, getattr(definition, name)) for name in written)
    return ", ".join(f"{name} {value_label(value)}" for name, value in found if value is not None)
