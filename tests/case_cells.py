"""Which cells a case covers: what its definitions do, against the situations its entities are in.

A cell is a pair (subject, situation), such as (`operator: equals text ignore_case`, `nulls`). Subjects are read from
the definitions; an entity's situation is the first word of its key, or what the case says under `situations`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from coterie.compiler.definitions import Window
from coterie.compiler.loading.definition_fields import field_names
from tests.case_file import Case, Definition, Expectation

Cell = tuple[str, str]

SITUATIONS = (
    "ordinary",
    "nulls",
    "no_related_rows",
    "ties",
    "fan_out",
    "window_edges",
    "clock_change",
    "month_end",
    "odd_text",
    "empty_table",  # an entity, but an empty source table
    "no_entities",  # every table is empty: each case is run once more in this way
    "zero_divisor",
    "negative_divisor",
    "exact_decimals",
)
OF_TIME = ("window_edges", "clock_change", "month_end")
NAME_KINDS = {
    "quotes": r"['\"]",
    "spaces": r"\s",
    "unicode": r"[^\x00-\x7f]",
    "reserved": r"^(all|by|from|group|limit|not|order|primary|select|table|to|union|values|when|where)$",
    "mixed_case": r"[a-z].*[A-Z]|[A-Z].*[a-z]",
}
_FORMS = [name for name in field_names(Window) if name != "on"]
_SYNONYMS = {"average": "avg", "most_frequent": "mode"}
_WORDS = ("and", "or", "not", "in", "between", "like", "is null", "is not null", "case", "cast", "as_of")
_OPERATORS = rf"\|\||==|!=|<>|<=|>=|[-+*/%=<>]|\b(?:{'|'.join(_WORDS)})\b"


def covered_cells(cases: Iterable[Case]) -> set[Cell]:
    """Every cell that some case has an expectation for."""
    return {cell for case in cases for cell in _cells(case)}


def _cells(case: Case) -> Iterator[Cell]:
    for model, expectations in case.expected.items():
        situations = {*_situations(case, model), "no_entities"}
        for expectation in expectations:
            listed = [
                name for names in case.document.get("priority_lists", {}).get(model, {}).values() for name in names
            ]
            if expectation.kind == "audience" and expectation.column.removeprefix("in_") in listed:
                yield from (("audience: priority list", situation) for situation in situations)
            for subject, fits in _Reader(case, model).subjects(expectation):
                yield from ((subject, situation) for situation in situations if fits(situation))
    yield from _names(case)


def _situations(case: Case, model: str) -> Iterator[str]:
    listed = case.document.get("situations", {})
    for key in case.keys[model]:
        yield from (situation for situation, keys in listed.items() if key in map(str, keys))
        if (word := key.split(" ")[0]) in SITUATIONS:
            yield word


def _names(case: Case) -> Iterator[Cell]:
    document = case.document
    names = {
        "model": document["models"],
        "table": case.tables,
        "column": [column for table in case.tables.values() for column in table.types],
        "relationship": document.get("relationships", ()),
        "trait": [name for traits in document.get("traits", {}).values() for name in traits],
        "audience": [name for audiences in document.get("audiences", {}).values() for name in audiences],
    }
    for kind, found in names.items():
        for oddity, pattern in NAME_KINDS.items():
            if any(re.search(pattern, name if oddity == "mixed_case" else name.lower()) for name in found):
                yield f"name: {kind}", oddity


class _Fits:
    """The situations that make a difference to a subject, given what it reads."""

    def __init__(self, *, window: bool = True, type: str | None = None) -> None:
        self.window, self.type = window, type

    def __call__(self, situation: str) -> bool:
        if situation in OF_TIME:
            return self.window
        if situation == "odd_text":
            return self.type is None or "text" in self.type
        if situation == "exact_decimals":
            return self.type is None or self.type.startswith(("decimal", "bigint"))
        return True


Subjects = Iterator[tuple[str, _Fits]]


class _Reader:
    """Reads the subjects of one definition of a model."""

    def __init__(self, case: Case, model: str) -> None:
        self.case, self.model = case, model

    def subjects(self, expectation: Expectation) -> Subjects:
        if expectation.kind == "trait":
            return self._trait(expectation.definition)
        if expectation.kind == "group":
            return _splits(expectation.definition["splits"])
        return chain(_limit(expectation.definition), self.tree(expectation.definition.get("filter_tree")))

    def _trait(self, definition: Definition) -> Subjects:
        config = definition["config"]
        source = config.get("source_model", self.model)
        if definition["trait_type"] in ("sql", "formula"):
            fits = _Fits()
            yield from _in_text(config.get("sql_expression") or config.get("expression", ""))
        else:
            fits = _Fits(window="window" in config, type=self._type(source, config.get("column")))
        for subject in _trait_subjects(definition["trait_type"], config):
            if config.get("elements"):
                yield f"elements: {subject}", fits
            yield f"trait: {subject}", fits
        if "default" in config:
            yield f"trait: default{' null' if config['default'] is None else ''}", fits
        yield from _window(config)
        yield from _Reader(self.case, source).tree(config.get("filter"))

    def tree(self, node: Any) -> Subjects:
        if isinstance(node, str):
            yield "condition: text", _Fits()
            yield from _in_text(node)
        elif isinstance(node, dict):
            yield from self._node(node)

    def _node(self, node: Definition) -> Subjects:
        match node.get("condition_type", node["type"]):
            case "and" | "or" as kind:
                yield f"condition: {kind}", _Fits()
                for child in node["children"]:
                    yield from self.tree(child)
            case "not":
                yield "condition: not", _Fits()
                yield from self.tree(node["child"])
            case "property":
                by_path = "relationship" in node or "path" in node or "." in node["column"]
                yield f"condition: property{' by path' if by_path else ''}", _Fits()
                if type := None if by_path else self._type(self.model, node["column"]):
                    yield from _comparison(node, type)
            case "trait":
                yield "condition: trait", _Fits()
                yield from _right_side(node)
            case "audience":
                group = " a group" if "group" in node else ""
                yield f"condition: {node.get('operator', 'member_of')}{group}", _Fits()
            case "bucket":
                yield "condition: bucket", _Fits()
            case "sql":
                yield "condition: sql", _Fits()
                yield from _in_text(node["sql_expression"])
            case "relationship" | "event" as kind:
                yield from self._related(kind, node)
            case "sequence":
                yield from self._sequence(node)

    def _related(self, kind: str, node: Definition) -> Subjects:
        fits = _Fits(window="window" in node or "in_periods" in node)
        questions = ("count", "aggregate", "in_periods")
        question = next((name for name in questions if name in node), node.get("quantifier", "any"))
        yield f"condition: {kind} {question}", fits
        if node.get("performed") is False:
            yield f"condition: {kind} not performed", fits
        if question in questions:
            if node[question].get("elements"):
                yield f"elements: {question}", fits
            yield from _right_side(node[question])
        yield from _window(node)
        yield from _Reader(self.case, node["source_model"]).tree(node.get("filter"))

    def _sequence(self, node: Definition) -> Subjects:
        steps = node["steps"]
        aspects = {
            "": True,
            " within": any("within" in step for step in steps),
            " same": "same" in node,
            " not performed": node.get("performed") is False,
            " of several models": len({step["source_model"] for step in steps}) > 1,
        }
        yield from ((f"condition: sequence{aspect}", _Fits()) for aspect, is_asked in aspects.items() if is_asked)
        yield from _window(node)
        for step in steps:
            yield from _Reader(self.case, step["source_model"]).tree(step.get("filter"))

    def _type(self, model: str, column: str | None) -> str | None:
        types: dict[str, str] = self.case.document["models"][model].get("types", {})
        return types.get(column) if column else None


def _trait_subjects(kind: str, config: Definition) -> Iterator[str]:
    match kind:
        case "aggregation":
            aggregation: str = config["aggregation"]
            name = _SYNONYMS.get(aggregation, aggregation)
            yield "count(column)" if name == "count" and "column" in config else name
        case "occurrence":
            name = config["occurrence"]
            yield f"{name} from the end" if name == "nth" and config["n"] < 0 else name
        case "list":
            yield f"list by {config.get('order_by', 'value')}"
            if not config.get("distinct", True):
                yield "list not distinct"
            if "direction" in config:
                yield f"list {config['direction']}"
            if "limit" in config:
                yield "list limit"
        case "sql" | "formula":
            yield "sql_query" if "sql_query" in config else kind


def _limit(definition: Definition) -> Subjects:
    if "limit" in definition:
        yield f"audience: limit {definition['limit'].get('direction', 'descending')}", _Fits()


def _splits(splits: Definition) -> Subjects:
    for form in ("percent", "buckets"):
        if form in splits["groups"][0]:
            yield f"audience: splits by {form}", _Fits()


def _window(parts: Definition) -> Subjects:
    window = parts.get("window", {})
    if form := " and ".join(name for name in _FORMS if name in window):
        yield f"window: {_window_form(form, window.get(form, {}))}", _Fits()
    if "on" in window:
        yield "window: on", _Fits()


def _window_form(form: str, parts: Any) -> str:
    match form:
        case "last":
            return f"last {parts['unit']}"
        case "calendar":
            return " ".join(f"{name} {parts[name]}" for name in ("this", "previous") if name in parts)
        case "after" | "before":
            return f"{form} {'trait' if 'trait' in parts else 'column'}"
    return form


def _comparison(node: Definition, type: str) -> Subjects:
    kind = re.sub(r"\(.*\)", "", type.replace("bigint", "integer"))
    if kind.endswith("[]"):
        kind = f"array of {kind[:-2]}"
    subject = f"operator: {node['operator']} {kind}"
    yield subject, _Fits()
    for variant in ("ignore_case", "include_null"):
        if node.get(variant):
            yield f"{subject} {variant}", _Fits()
    yield from _right_side(node)


def _right_side(node: Definition) -> Subjects:
    value = node.get("value")
    for part in value if isinstance(value, list) else (value,):
        if not isinstance(part, dict):
            continue
        for side in ("column", "trait", "percentile"):
            if side in part:
                yield f"right side: {side}", _Fits()
        if population := part.get("population"):
            function = population["function"]
            yield f"right side: population {_SYNONYMS.get(function, function)}", _Fits()
            if "filter" in population:
                yield "right side: population filter", _Fits()


def _in_text(expression: str) -> Subjects:
    """The functions and operators of an expression, whatever its constants and names."""
    bare = re.sub(r"'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|\{[^}]*\}", "x", expression.lower())
    names = [*re.findall(r"\b(\w+)\(", bare), *re.findall(_OPERATORS, bare)]
    yield from ((f"function: {name}", _Fits()) for name in names)
    of_json = re.findall(r"\b(json_value|json_array)\(\w+, '(?:[^']|'')*', '(\w+)'\)", expression.lower())
    yield from ((f"json: {name} {type}", _Fits()) for name, type in of_json)
