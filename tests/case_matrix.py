"""Which cells there should be a case for: every subject of the language, against every situation it can be in.

Subjects come from the definition models and the list of functions, so that a new operator asks for its cases at once;
only what fits which type is written out here. Combinations that make no sense stand in `NONSENSE`, with their reasons.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import get_args

from coterie.compiler.definitions import ListConfig, OccurrenceConfig
from coterie.compiler.definitions.base import Unit
from coterie.compiler.definitions.comparisons import Aggregation, Operator, PopulationFunction
from coterie.compiler.definitions.windows import CalendarUnit
from coterie.compiler.language.library import FUNCTIONS
from coterie.compiler.language.library.json_values import JSON_TYPES
from tests.case_cells import NAME_KINDS, OF_TIME, SITUATIONS, Cell

_NUMBERS = ("integer", "decimal", "double")
_TIMES = ("date", "timestamp", "timestamptz")
_ORDERED = (*_NUMBERS, *_TIMES)

TYPES_OF_OPERATORS: dict[tuple[str, ...], tuple[str, ...]] = {
    ("equals", "not_equals", "is_null", "is_not_null"): ("text", "boolean", *_ORDERED),
    ("contains", "not_contains", "starts_with", "not_starts_with", "ends_with", "not_ends_with"): ("text",),
    ("matches", "not_matches"): ("text",),
    ("greater_than", "greater_than_or_equal", "less_than", "less_than_or_equal", "between", "not_between"): _ORDERED,
    ("in", "not_in"): ("text", *_ORDERED),
    ("is_true", "is_false"): ("boolean",),
    ("within_last", "not_within_last", "within_next", "before", "after", "on"): _TIMES,
    ("contains_any", "contains_all", "contains_none", "is_empty", "is_not_empty", "size"): tuple(
        f"array of {element}" for element in ("text", "boolean", *_ORDERED)
    ),
}
_TRAITS = (
    *("count(column)", "nth from the end", "list not distinct", "list ascending", "list descending", "list limit"),
    *("sql", "sql_query", "formula", "default", "default null"),
)
_CONDITIONS = (
    *("property", "property by path", "trait", "member_of", "not_member_of", "sql", "text", "and", "or", "not"),
    *("bucket", "member_of a group", "not_member_of a group"),
    *(f"relationship {question}" for question in ("any", "all", "none", "count", "aggregate", "in_periods")),
    *(f"event {question}" for question in ("any", "all", "none", "count", "aggregate", "in_periods", "not performed")),
    *("sequence", "sequence within", "sequence same", "sequence not performed", "sequence of several models"),
)
_AUDIENCES = ("splits by percent", "splits by buckets", "limit descending", "limit ascending", "priority list")
_WINDOWS = (
    *(f"last {unit}" for unit in get_args(Unit)),
    *(f"{form} {unit}" for form in ("this", "previous") for unit in get_args(CalendarUnit)),
    *(f"{form} {anchor}" for form in ("after", "before") for anchor in ("column", "trait")),
    *("from and to", "from", "to", "between", "since", "until", "since and until", "on"),
)
_OPERATORS_IN_TEXT = (
    *("+", "-", "*", "/", "%", "||", "=", "==", "!=", "<>", "<", "<=", ">", ">="),
    *("and", "or", "not", "in", "between", "like", "is null", "is not null", "case", "cast", "as_of"),
)

_OF_ROWS = ("no_related_rows", "ties", "fan_out", "empty_table")
_OF_VALUES = ("odd_text", "exact_decimals")
_OF_DIVISORS = ("zero_divisor", "negative_divisor")

NONSENSE: dict[tuple[str, tuple[str, ...]], str] = {
    (r"trait: (?!sql|formula).*", _OF_DIVISORS): "divides nothing",
    (r"trait: (count|exists)", _OF_VALUES): "asks for rows, whatever they hold",
    (r"trait: count\(column\)", ("exact_decimals",)): "counts values, whatever they are",
    (r"trait: (sum|avg|median|percentile|stddev)", ("odd_text",)): "numbers only",
    (r"trait: list (by (?!value).*|not distinct|ascending|limit)", ("exact_decimals",)): "see list by value",
    (r"trait: (sql|formula)", ("window_edges",)): "has no window",
    (r"trait: sql_query", ("ties", "fan_out", *_OF_DIVISORS, *OF_TIME)): "whatever its SELECT says",
    (r"operator: .*", (*_OF_ROWS, *_OF_DIVISORS)): "looks at one value; related rows and divisors are behind it",
    (r"operator: \w+ (text|boolean|array|integer|decimal|double)( .*)?", OF_TIME): "not a time",
    (r"operator: \w+ (boolean|integer|decimal|double|date|timestamp|timestamptz)( .*)?", ("odd_text",)): "not a text",
    (
        r"operator: \w+ (text|boolean|array of (?!decimal)\w+|double|date|timestamp|timestamptz)( .*)?",
        ("exact_decimals",),
    ): "not exact",
    (r"operator: \w+ array of (?!text).*", ("odd_text",)): "holds no text",
    (r"operator: (is_empty|is_not_empty|size) array of decimal", ("exact_decimals",)): "elements, whatever they are",
    (r"operator: (is_null|is_not_null|is_empty|is_not_empty|size) .*", ("odd_text",)): "a value, whatever it is",
    (r"right side: (column|trait)", (*_OF_ROWS, *_OF_DIVISORS, *_OF_VALUES, *OF_TIME)): "a value like any other",
    (
        r"right side: (percentile|population .*)",
        ("fan_out", "odd_text", *_OF_DIVISORS, *OF_TIME),
    ): "one value of everyone",
    (r"condition: (?!relationship (any|all|none)|sql|text).*", _OF_DIVISORS): "divides nothing; a filter is a filter",
    (r"condition: (?!sequence).*", ("ties",)): "orders nothing",
    (r"condition: (?!relationship|event|sequence).*", OF_TIME): "has no window",
    (r"condition: (property|bucket)", _OF_ROWS): "looks at the row itself",
    (r"condition: bucket", ("exact_decimals",)): "hashes the key",
    (r"condition: (not_)?member_of a group", (*_OF_ROWS, "exact_decimals")): "hashes the key of a member",
    (r"audience: limit .*", ("empty_table", *_OF_DIVISORS, *OF_TIME)): "orders values, whatever they are",
    (
        r"audience: priority list",
        ("no_related_rows", "fan_out", "empty_table", "exact_decimals", *_OF_DIVISORS, *OF_TIME),
    ): "asks filter trees, whatever they ask",
    (
        r"audience: splits .*",
        (*_OF_ROWS, *_OF_DIVISORS, *OF_TIME, "nulls", "exact_decimals"),
    ): "hashes the key of a member",
    (r"condition: property by path", ("fan_out", "empty_table")): "leads to one row",
    (r"window: .*", ("nulls", "ties", "fan_out", "empty_table", *_OF_VALUES, *_OF_DIVISORS)): "speaks of the time only",
    (r"window: last (minute|hour|day|week)", ("month_end",)): "as long in every month",
}

_FUNCTIONS_OF_TEXT = {
    *("length", "lower", "upper", "trim", "substr", "concat", "replace", "starts_with", "ends_with", "contains"),
    *("array_length", "array_contains", "array_element", "array_join", "||", "like"),
    *("left", "right", "position", "split_part", "lpad", "concat_ws", "matches"),
}
_FUNCTIONS_OF_TIME = {
    *("date", "year", "quarter", "month", "day", "weekday", "hour", "format_date", "date_trunc"),
    *("days_between", "elapsed", "as_of"),
    *("week", "minute", "last_day", "days_since", "months_between", "years_between", "date_add", "from_unix"),
}
_FUNCTIONS_OF_NUMBERS = {
    "array_contains",
    "array_element",
    "sign",
    "sqrt",
    "power",
    "exp",
    "ln",
    "abs",
    "round",
    "floor",
    "ceil",
    "+",
    "-",
    "*",
    "%",
}
_FUNCTIONS_OF_ALL = {
    *("least", "greatest", "coalesce", "nullif", "=", "<", "in", "between", "case", "cast"),
    *("json_value", "json_array", "if"),
}
_OF_ELEMENTS = ("ordinary", "nulls", "no_related_rows", "ties", "odd_text", "no_entities")
_ELEMENTS = {
    "count_distinct": ("window_edges", "fan_out", "exact_decimals"),
    "mode": ("window_edges", "fan_out", "exact_decimals"),
    "least_frequent": ("window_edges", "fan_out", "exact_decimals"),
    "list by value": (),
    "list by frequency": ("fan_out", "exact_decimals"),
    "list by first_seen": (),
    "list by last_seen": ("window_edges",),
    "list not distinct": ("fan_out",),
    "aggregate": ("window_edges",),
}
_SITUATIONS_OF_JSON = {
    "text": ("odd_text",),
    "number": ("exact_decimals",),
    "integer": ("exact_decimals",),
    "boolean": (),
    "date": ("month_end",),
    "timestamp": ("clock_change", "month_end"),
}


def wanted_cells() -> Iterator[Cell]:
    """Every cell of the language that makes sense."""
    yield from (cell for cell in crossed_cells() if not excluding_rules(cell))
    for function in (*FUNCTIONS, *_OPERATORS_IN_TEXT):
        yield from ((f"function: {function}", situation) for situation in _situations_of_function(function))
    for what, situations in _ELEMENTS.items():
        yield from ((f"elements: {what}", one) for one in (*_OF_ELEMENTS, *situations))
    for what, type in product(("json_value", "json_array"), JSON_TYPES):
        yield from ((f"json: {what} {type}", one) for one in ("ordinary", "nulls", *_SITUATIONS_OF_JSON[type]))
    for what in ("model", "table", "column", "relationship", "trait", "audience"):
        yield from ((f"name: {what}", oddity) for oddity in NAME_KINDS)


def crossed_cells() -> Iterator[Cell]:
    """Every subject against every situation, sense or nonsense."""
    yield from ((subject, situation) for subject in _subjects() for situation in SITUATIONS)


def excluding_rules(cell: Cell) -> list[tuple[str, tuple[str, ...]]]:
    """The rules that call a combination nonsense."""
    subject, situation = cell
    return [rule for rule in NONSENSE if situation in rule[1] and re.fullmatch(rule[0], subject)]


def _subjects() -> Iterator[str]:
    occurrences = get_args(OccurrenceConfig.model_fields["occurrence"].annotation)
    orders = get_args(ListConfig.model_fields["order_by"].annotation)
    traits = (*get_args(Aggregation), *occurrences, *(f"list by {order}" for order in orders), *_TRAITS)
    yield from (f"trait: {name}" for name in traits)
    yield from (f"condition: {name}" for name in _CONDITIONS)
    yield from (f"audience: {name}" for name in _AUDIENCES)
    yield from (f"window: {name}" for name in _WINDOWS)
    yield from ("right side: column", "right side: trait", "right side: percentile", "right side: population filter")
    yield from (f"right side: population {function}" for function in get_args(PopulationFunction))
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
            if not type.startswith("array") and not asks_for_value:
                yield f"{subject} include_null"


def _situations_of_function(function: str) -> Iterator[str]:
    yield from ("ordinary", "nulls", "no_entities")
    of_all = function in _FUNCTIONS_OF_ALL
    if of_all or function in _FUNCTIONS_OF_TEXT:
        yield "odd_text"
    if of_all or function in _FUNCTIONS_OF_NUMBERS:
        yield "exact_decimals"
    if of_all or function in _FUNCTIONS_OF_TIME:
        yield from ("clock_change", "month_end")
    if function in ("/", "%"):
        yield from _OF_DIVISORS
