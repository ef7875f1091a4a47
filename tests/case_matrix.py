"""Which cells there should be a case for: every subject of the language, against every situation it can be in.

Subjects come from the definition models and the list of functions, so that a new operator asks for its cases at once;
only what fits which type is written out here. Combinations that make no sense stand in `NONSENSE`, each with its reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import get_args

from coterie.compiler.definitions import ListConfig, OccurrenceConfig
from coterie.compiler.definitions.base import Unit
from coterie.compiler.definitions.filters import Aggregation, Operator
from coterie.compiler.library import FUNCTIONS
from tests.case_cells import NAME_KINDS, SITUATIONS, Cell

_NUMBERS = ("integer", "decimal", "double")
_TIMES = ("date", "timestamp", "timestamptz")
_EQUALITY = ("text", *_NUMBERS, "boolean", *_TIMES)
_ORDER = (*_NUMBERS, *_TIMES)

TYPES_OF_OPERATORS: dict[tuple[str, ...], tuple[str, ...]] = {
    ("equals", "not_equals", "is_null", "is_not_null"): _EQUALITY,
    ("contains", "not_contains", "starts_with", "not_starts_with", "ends_with", "not_ends_with", "matches", "not_matches"): ("text",),
    ("greater_than", "greater_than_or_equal", "less_than", "less_than_or_equal", "between", "not_between"): _ORDER,
    ("in", "not_in"): ("text", *_ORDER),
    ("is_true", "is_false"): ("boolean",),
    ("within_last", "not_within_last", "within_next", "before", "after", "on"): _TIMES,
    ("contains_any", "contains_all", "contains_none", "is_empty", "is_not_empty", "size"): ("array",),
}
_TRAITS = ("sql", "formula", "default", "default null", "list not distinct", "list ascending", "list descending", "list limit")
_CONDITIONS = (
    "property", "property by path", "trait", "member_of", "not_member_of", "sql", "text", "and", "or", "not", "event not performed",
    *(f"{kind} {question}" for kind in ("relationship", "event") for question in ("any", "all", "none", "count", "aggregate")),
)  # fmt: skip
_WINDOWS = (*(f"last {unit}" for unit in get_args(Unit)), "between", "since", "until", "since and until", "on")
_OPERATORS_IN_TEXT = (
    *("+", "-", "*", "/", "%", "||", "=", "==", "!=", "<>", "<", "<=", ">", ">="),
    *("and", "or", "not", "in", "between", "like", "is null", "is not null", "case", "cast", "as_of"),
)

_OF_ROWS = ("no_related_rows", "ties", "fan_out", "empty_table")
_OF_TIME = ("window_edges", "clock_change", "month_end")
_OF_VALUES = ("odd_text", "exact_decimals")
_OF_DIVISORS = ("zero_divisor", "negative_divisor")

NONSENSE: dict[tuple[str, tuple[str, ...]], str] = {
    ("trait: [!sf]*", _OF_DIVISORS): "divides nothing",
    ("trait: s[!q]*", _OF_DIVISORS): "divides nothing",
    ("trait: f[!o]*", _OF_DIVISORS): "divides nothing",
    ("trait: count", _OF_VALUES): "counts rows, whatever they hold",
    ("trait: exists", _OF_VALUES): "asks for rows, whatever they hold",
    ("trait: count(column)", ("exact_decimals",)): "counts values, whatever they are",
    ("trait: sum", ("odd_text",)): "numbers only",
    ("trait: avg", ("odd_text",)): "numbers only",
    ("trait: median", ("odd_text",)): "numbers only",
    ("trait: percentile", ("odd_text",)): "numbers only",
    ("trait: stddev", ("odd_text",)): "numbers only",
    ("trait: list by [!v]*", ("exact_decimals",)): "the order does not touch the values; by value shows them",
    ("trait: list not distinct", ("exact_decimals",)): "as list by value",
    ("trait: list ascending", ("exact_decimals",)): "as list by value, which is ascending",
    ("trait: list limit", ("exact_decimals",)): "as list by value",
    ("trait: sql", ("window_edges",)): "has no window",
    ("trait: formula", ("window_edges",)): "has no window",
    ("operator: *", (*_OF_ROWS, *_OF_DIVISORS)): "looks at one value; related rows and divisors are behind it",
    ("operator: * text*", ("exact_decimals", *_OF_TIME)): "neither a number nor a time",
    ("operator: * boolean*", (*_OF_VALUES, *_OF_TIME)): "two values",
    ("operator: * array*", ("exact_decimals", *_OF_TIME)): "neither a number nor a time",
    ("operator: is_*empty array", ("odd_text",)): "asks for elements, whatever they are",
    ("operator: size array", ("odd_text",)): "asks for elements, whatever they are",
    ("operator: * integer*", ("odd_text", *_OF_TIME)): "a number",
    ("operator: * decimal*", ("odd_text", *_OF_TIME)): "a number",
    ("operator: * double*", (*_OF_VALUES, *_OF_TIME)): "a number, and not exact",
    ("operator: * date*", _OF_VALUES): "a time",
    ("operator: * timestamp*", _OF_VALUES): "a time",
    ("operator: is_*null text", ("odd_text",)): "asks for a value, whatever it is",
    ("right side: *", (*_OF_ROWS, *_OF_DIVISORS, *_OF_VALUES, *_OF_TIME)): "a value like any other",
    ("condition: [!rest]*", _OF_DIVISORS): "divides nothing",
    ("condition: e*", _OF_DIVISORS): "as relationship",
    ("condition: trait", _OF_DIVISORS): "sees what the trait made of it",
    ("condition: relationship [ca]*", _OF_DIVISORS): "a filter is a filter, as in relationship any",
    ("condition: property", (*_OF_ROWS, *_OF_TIME)): "looks at the row itself, which has no window",
    ("condition: property by path", ("ties", "fan_out", "empty_table", *_OF_TIME)): "leads to one row, without a window",
    ("condition: trait", ("ties", *_OF_TIME)): "sees what the trait made of it",
    ("condition: *member_of", ("ties", *_OF_TIME)): "sees what the audience made of it",
    ("condition: sql", ("ties", *_OF_TIME)): "has no window; its functions are counted by themselves",
    ("condition: text", ("ties", *_OF_TIME)): "has no window; its functions are counted by themselves",
    ("condition: and", ("ties", *_OF_TIME)): "combines what its children found",
    ("condition: or", ("ties", *_OF_TIME)): "combines what its children found",
    ("condition: not", ("ties", *_OF_TIME)): "the complement of what its child found",
    ("condition: [re]* *", ("ties",)): "orders nothing",
    ("window: *", ("nulls", "ties", "fan_out", "empty_table", *_OF_VALUES, *_OF_DIVISORS)): "speaks of one time; NULL is in the traits' cases",
    ("window: last minute", ("month_end",)): "a length of its own, whatever the month",
    ("window: last hour", ("month_end",)): "a length of its own, whatever the month",
    ("window: last day", ("month_end",)): "a length of its own, whatever the month",
    ("window: last week", ("month_end",)): "a length of its own, whatever the month",
}  # fmt: skip

_FUNCTIONS_OF_TEXT = {"length", "lower", "upper", "trim", "substr", "concat", "replace", "starts_with", "ends_with", "contains", "array_length", "||", "like"}
_FUNCTIONS_OF_TIME = {
    *("date", "year", "quarter", "month", "day", "weekday", "hour", "format_date", "date_trunc", "days_between", "elapsed", "as_of"),
}
_EXACT_FUNCTIONS = {"abs", "round", "floor", "ceil", "+", "-", "*", "%"}
_ALL_KINDS_FUNCTIONS = {"least", "greatest", "coalesce", "nullif", "=", "<", "in", "between", "case", "cast"}


def wanted_cells(*, with_nonsense: bool = False) -> Iterator[Cell]:
    """Every cell of the language; those that make no sense only on request."""
    for subject in _subjects():
        for situation in SITUATIONS:
            if with_nonsense or excluded(subject, situation) is None:
                yield subject, situation
    for function in (*FUNCTIONS, *_OPERATORS_IN_TEXT):
        yield from ((f"function: {function}", situation) for situation in _situations_of_function(function))
    for what in ("model", "table", "column", "relationship", "trait", "audience"):
        yield from ((f"name: {what}", oddity) for oddity in NAME_KINDS)


def excluded(subject: str, situation: str) -> tuple[str, tuple[str, ...]] | None:
    """The rule that calls a combination nonsense, if one does."""
    for rule in NONSENSE:
        pattern, situations = rule
        if situation in situations and fnmatchcase(subject, pattern):
            return rule
    return None


def _subjects() -> Iterator[str]:
    occurrences = get_args(OccurrenceConfig.model_fields["occurrence"].annotation)
    orders = get_args(ListConfig.model_fields["order_by"].annotation)
    for name in (*get_args(Aggregation), "count(column)", *occurrences, "nth from the end", *(f"list by {order}" for order in orders), *_TRAITS):
        yield f"trait: {name}"
    yield from (f"condition: {name}" for name in _CONDITIONS)
    yield from (f"window: {name}" for name in _WINDOWS)
    yield from ("right side: column", "right side: trait")
    yield from _operators()


def _operators() -> Iterator[str]:
    fitting = {operator: types for operators, types in TYPES_OF_OPERATORS.items() for operator in operators}
    for operator in get_args(Operator):
        for type in fitting[operator]:
            subject = f"operator: {operator} {type}"
            yield subject
            asks_for_value = operator in ("is_null", "is_not_null")
            if type == "text" and not asks_for_value:
                yield f"{subject} ignore_case"
            if type != "array" and not asks_for_value:
                yield f"{subject} include_null"


def _situations_of_function(function: str) -> Iterator[str]:
    yield from ("ordinary", "nulls", "no_entities")
    of_all = function in _ALL_KINDS_FUNCTIONS
    if of_all or function in _FUNCTIONS_OF_TEXT:
        yield "odd_text"
    if of_all or function in _EXACT_FUNCTIONS:
        yield "exact_decimals"
    if of_all or function in _FUNCTIONS_OF_TIME:
        yield from ("clock_change", "month_end")
    if function in ("/", "%"):
        yield from _OF_DIVISORS
