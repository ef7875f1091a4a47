"""What a use of a template gives for its parameters: names known, nothing missing, every value of its type.

In: a template, and a use of it with its place. Out: a value for every parameter, or every mistake noted at the `use`
(or, for a default, at the parameter). Text stays text; names and expressions are marked as such, so that `quoting`
knows what they are. Codes: unknown_parameter, missing_argument, wrong_type, syntax and its like for expressions, and
those of `validation` for windows, spans and filters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from operator import ge, gt, le, lt
from typing import Any, assert_never

from coterie.compiler.definitions import Negation, Span, Window
from coterie.compiler.definitions.templates import ParameterDef, ParameterType, TemplateDef, UseDef
from coterie.compiler.ir import times
from coterie.compiler.ir.values import noun
from coterie.compiler.language.parse import parse_expression
from coterie.compiler.loading.quoting import ExpressionText, NameText
from coterie.compiler.loading.templating import Placeholders, Rendering
from coterie.compiler.loading.validation import Written, found_words, validated
from coterie.errors import NOWHERE, Collector, CompileError, Origin, nearest, suggestion


@dataclass(frozen=True)
class Use:
    """A use and where it stands; `raw` is the same as it was written, its own `{{ … }}` not yet computed."""

    definition: UseDef
    raw: Any
    origin: Origin

    @property
    def subject(self) -> str:
        """How errors name it."""
        return f"use of template `{self.definition.template}`"

    def raw_argument(self, name: str) -> Any:
        """An argument as it was written."""
        given = self.raw.get("with") if isinstance(self.raw, dict) else None
        return given.get(name) if isinstance(given, dict) else None


@dataclass(frozen=True, slots=True)
class Argument:
    """The value of a parameter, the same as it was written, and where."""

    value: Any
    raw: Any
    origin: Origin
    is_default: bool


def bound(
    template: TemplateDef, defaults: Mapping[str, Argument], use: Use, errors: Collector
) -> Mapping[str, Argument]:
    """The value of every parameter that has a right one; each mistake is noted."""
    parameters = {parameter.name: parameter for parameter in template.parameters}
    given = use.definition.with_
    misspelled: set[str] = set()
    for name in given:
        if name not in parameters:
            misspelled.update(nearest(name, parameters))
            message = f"template `{template.name}` has no parameter `{name}`"
            hint = suggestion(name, parameters, what="parameters")
            errors.add(CompileError("unknown_parameter", message, use.origin.at("with", name), use.subject, hint))
    found: dict[str, Argument] = {}
    for name, parameter in parameters.items():
        if name in given:
            argument = Argument(given[name], use.raw_argument(name), use.origin.at("with", name), is_default=False)
            mistakes = list(_mistakes(parameter, argument))
            for mistake in mistakes:
                errors.add(mistake, subject=use.subject)
            if not mistakes:
                found[name] = replace(argument, value=_marked(argument.value, parameter.type))
        elif name in defaults:
            found[name] = defaults[name]
        elif name not in misspelled:
            message = f"`{name}` is missing, which template `{template.name}` needs"
            hint = parameter.description
            errors.add(CompileError("missing_argument", message, use.origin, use.subject, hint))
    return found


def default_arguments(template: TemplateDef, placeholders: Placeholders, errors: Collector) -> dict[str, Argument]:
    """What parameters are where a use does not say; each mistake is noted."""
    found: dict[str, Argument] = {}
    section, index, *_ = template.origin.path
    whole = {section: {index: {"name": template.name}}}
    for position, parameter in enumerate(template.parameters):
        if parameter.has_default:
            origin = template.origin.at("parameters", position, "default")
            rendering = Rendering(placeholders, whole, origin.document, errors)
            value = rendering.value(parameter.default, origin.path)
            argument = Argument(value, parameter.default, origin, is_default=True)
            for mistake in () if rendering.failed else _mistakes(parameter, argument):
                errors.add(mistake, subject=template.subject)
            found[parameter.name] = replace(argument, value=_marked(value, parameter.type))
    return found


def _mistakes(parameter: ParameterDef, argument: Argument) -> Iterator[CompileError]:
    """What is wrong with a value; null is right where it is the default."""
    value, origin = argument.value, argument.origin
    if value is None and parameter.has_default and parameter.default is None:
        return
    match parameter.type:
        case "span":
            yield from _of_shape(Span, value, argument)
        case "window":
            yield from _of_shape(Window, value, argument)
        case "filter":
            yield from _of_filter(value, argument)
        case "expression" if isinstance(value, str):
            yield from _of_expression(value, origin)
        case "list" if isinstance(value, list | tuple):
            yield from _of_items(parameter, argument)
        case "names" if isinstance(value, list | tuple) and not value:
            yield CompileError("empty_list", "found an empty list, expected at least one name", origin)
        case _ if not _fits(value, parameter.type):
            yield _wrong_type(argument, _EXPECTED[parameter.type])
        case "number" | "integer":
            yield from _out_of_bounds(parameter, argument)


def _of_items(parameter: ParameterDef, argument: Argument) -> Iterator[CompileError]:
    for position, item in enumerate(argument.value):
        if not _is_single(item):
            message = f"found {noun(item)}, expected a single value"
            yield CompileError("wrong_type", message, argument.origin.at(position))
    if parameter.length is not None and len(argument.value) != parameter.length:
        message = f"found a list of {len(argument.value)}, expected {parameter.length} values"
        yield CompileError("out_of_range", message, argument.origin)


def _out_of_bounds(parameter: ParameterDef, argument: Argument) -> Iterator[CompileError]:
    """A number that the parameter does not take; all of its bounds are told."""
    written: tuple[tuple[str, Callable[[Any, Any], bool], int | Decimal | None], ...] = (
        ("at least", ge, parameter.minimum),
        ("more than", gt, parameter.exclusive_minimum),
        ("at most", le, parameter.maximum),
        ("less than", lt, parameter.exclusive_maximum),
    )
    bounds = [(words, holds, bound) for words, holds, bound in written if bound is not None]
    if not all(holds(argument.value, bound) for _, holds, bound in bounds):
        expected = " and ".join(f"{words} {bound}" for words, _, bound in bounds)
        message = f"found {found_words(argument.raw, argument.value)}, expected {expected}"
        yield CompileError("out_of_range", message, argument.origin)


def _fits(value: Any, type: ParameterType) -> bool:
    match type:
        case "text":
            return isinstance(value, str)
        case "number":
            return _is_number(value)
        case "integer":
            return isinstance(value, int) and not isinstance(value, bool)
        case "boolean":
            return isinstance(value, bool)
        case "date":
            return isinstance(value, date) or (
                isinstance(value, str) and (times.read_date(value) or times.read_moment(value)) is not None
            )
        case "name":
            return isinstance(value, str) and value != ""
        case "names":
            items = value if isinstance(value, list | tuple) else [value]
            return bool(items) and all(isinstance(item, str) and item for item in items)
        case "list" | "span" | "window" | "filter" | "expression":
            return False
    assert_never(type)


def _is_moment(text: str) -> bool:
    return times.read_date(text) is not None or times.read_moment(text) is not None


def _is_number(value: Any) -> bool:
    return (isinstance(value, int) and not isinstance(value, bool)) or (
        isinstance(value, Decimal) and value.is_finite()
    )


def _is_single(value: Any) -> bool:
    return isinstance(value, str | bool | date) or _is_number(value)


_EXPECTED: dict[ParameterType, str] = {
    "text": "text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "date": "a date or a time",
    "name": "a name",
    "names": "a name or a list of names",
    "list": "a list of single values",
    "expression": "the text of an expression",
}


def _wrong_type(argument: Argument, expected: str) -> CompileError:
    value, hint = argument.value, ""
    if expected == "text" and _is_number(value) and argument.raw == value:
        hint = f'add quotes: "{value}"'
    elif expected in ("a number", "a whole number") and isinstance(value, str) and value.lstrip("-").isdecimal():
        hint = "remove the quotes" if argument.raw == value else "make it a number with the filter `| int`"
    found = found_words(argument.raw, value)
    return CompileError("wrong_type", f"found {found}, expected {expected}", argument.origin, hint=hint)


def _of_shape(shape: type[Span | Window], value: Any, argument: Argument) -> Iterator[CompileError]:
    errors = Collector()
    validated(shape, Written(argument.raw, value), errors)
    yield from (_moved(error, argument.origin, error.origin.path) for error in errors.errors)


def _of_filter(value: Any, argument: Argument) -> Iterator[CompileError]:
    """A filter is checked where one may stand: as the child of a negation."""
    if isinstance(value, str):
        yield from _of_expression(value, argument.origin)
        return
    errors = Collector()
    validated(Negation, Written({"type": "not", "child": argument.raw}, {"type": "not", "child": value}), errors)
    yield from (_moved(error, argument.origin, error.origin.path[1:]) for error in errors.errors)


def _moved(error: CompileError, origin: Origin, path: tuple[str | int, ...]) -> CompileError:
    return CompileError(error.code, error.message, origin.at(*path), error.subject, error.hint)


def _of_expression(text: str, origin: Origin) -> Iterator[CompileError]:
    try:
        parse_expression(text, NOWHERE)
    except CompileError as error:
        yield _moved(error, origin, ())


def _marked(value: Any, type: ParameterType) -> Any:
    """The value as it is put into a body: names and expressions know that they are."""
    if isinstance(value, tuple):
        return [_marked(item, type) for item in value]
    if not isinstance(value, str):
        return value
    match type:
        case "name" | "names":
            return NameText(value)
        case "filter" | "expression":
            return ExpressionText(value)
        case _:
            return value
