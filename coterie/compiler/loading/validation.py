"""Plain values → definition models, with every mistake as a CompileError that says what was found and expected.

pydantic finds the mistakes; this module says where they are (the path as it was written) and words them. The wording
uses the values as written, so that what a placeholder put in is never shown. The codes are in `CODES`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Protocol, TypeVar

from pydantic import ValidationError

from coterie.compiler.definitions.base import Def
from coterie.compiler.definitions.models import TYPE_PATTERN
from coterie.compiler.definitions.project import SettingsDef
from coterie.compiler.definitions.targets import KINDS
from coterie.compiler.definitions.templates import TemplateDef
from coterie.compiler.ir.values import noun, shown
from coterie.compiler.loading.definition_fields import Place, allowed_values, field_names, find
from coterie.compiler.loading.raw_data import lookup, origin_of, subject_of
from coterie.compiler.loading.templating import holds_placeholder
from coterie.errors import Collector, CompileError, Document, Step, nearest, suggestion

CODES = {
    "unknown_field": "a field that the definition does not have",
    "missing_field": "a required field is not there",
    "unknown_value": "not one of the listed values (an operator, a trait type, a cardinality …)",
    "wrong_type": "a list, mapping, number, text or truth value where another of these is due",
    "empty_text": "an empty text where a name is due",
    "empty_list": "an empty list where something is due",
    "empty_group": "`and` or `or` without children",
    "out_of_range": "a number that is too small or too large",
    "invalid_text": "a text of the wrong form (a slug, a type)",
    "not_finite": "infinity or NaN as a value",
    "unknown_time_zone": "not the name of a time zone",
    "both_given": "two fields of which only one may be written",
    "not_one_form": "none or several of the forms of a source, a window, a condition, a share, a template or a test",
    "bridge": "`through_model` and `through_join_keys` do not fit the cardinality",
    "invalid_value": "anything else",
}

T = TypeVar("T", bound=Def)


class Readable(Document, Protocol):
    """A document that also knows where keys stand."""

    def of_keys(self) -> Document:
        """The same for errors that concern keys instead of values."""


@dataclass(frozen=True, slots=True)
class Written:
    """What one file says (or one Python mapping), before and after its placeholders."""

    raw: Any
    data: Any
    document: Readable | None = None
    failed: frozenset[tuple[Step, ...]] = frozenset()  # placeholders without a value; noted already

    def has_failed(self, *steps: Step) -> bool:
        """Is there a placeholder without a value below `steps`?"""
        return any(path[: len(steps)] == steps for path in self.failed)


def validated(shape: type[T], written: Written, errors: Collector) -> T | None:
    """The definitions, or None with every mistake noted."""
    try:
        return shape.model_validate(written.data)
    except ValidationError as error:
        mistakes = list(_mistakes(shape, error, written))
        misspelled = {found for mistake in mistakes for found in mistake.misspellings(mistakes)}
        for mistake in mistakes:
            is_noted = any(mistake.path[: len(place)] == place for place in written.failed)
            if not is_noted and not (mistake.type == "missing" and mistake.path in misspelled):
                errors.add(mistake.worded())
        return None


def _mistakes(shape: type[Def], error: ValidationError, written: Written) -> Iterator[_Mistake]:
    for item in error.errors(include_url=False):
        place = find(shape, item["loc"])
        found = lookup(written.raw, place.path)
        if not (item["type"] == "too_short" and found):  # else its items are what is wrong, and they are told
            yield _Mistake(item["type"], item["msg"], item.get("ctx", {}), place, place.path, found, written)


_EXPECTED = {
    "string_type": "text",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "model_type": "a mapping",
    "dict_type": "a mapping",
    "tuple_type": "a list",
    "list_type": "a list",
    "names": "a name or a list of names",
    "moment": "a date or a timestamp",
    "scalar": "a single value",
    "number": "a number",
    "bucket_range": "`[from, to]`, two whole numbers from 0 to 10000",
    "value": "a value, a list, `{n, unit}`, `{column}`, `{trait}`, `{percentile}`, `{population}` "
    "or `{operator, value}`",
    "count_value": "a number, a list, `{percentile}` or `{population}`",
    "row": "a mapping of columns to values",
    "given": "a list of rows, the name of a CSV file, or `{columns, rows}`",
}
_FORMS = {
    "^[a-z0-9_]+$": "only lower-case letters, digits and `_`",
    "^[a-z_][a-z0-9_]*$": "only lower-case letters, digits and `_`, not beginning with a digit",
    TYPE_PATTERN: "boolean, integer, number, text, date, timestamp, json, or array<…> of one of them",
}
_SYMBOLS = {
    "=": "equals",
    "==": "equals",
    "!=": "not_equals",
    "<>": "not_equals",
    ">": "greater_than",
    ">=": "greater_than_or_equal",
    "<": "less_than",
    "<=": "less_than_or_equal",
}
_CONDITION_TYPES = ("property", "trait", "relationship", "event", "sequence", "audience", "sql", "bucket")
_SHAPES: dict[str, dict[str, tuple[str, ...]]] = {
    "filter_node": {"type": ("and", "or", "not", "condition"), "condition_type": _CONDITION_TYPES},
    "trait_type": {"trait_type": ("aggregation", "occurrence", "list", "sql", "formula")},
    "source_type": {"source_type": KINDS},
}
"""Unions by the type of pydantic's error: the fields that tell their members apart, and the values of these."""


@dataclass(frozen=True, slots=True)
class _Mistake:
    """One of pydantic's errors, and all that its wording needs."""

    type: str
    message: str
    context: dict[str, Any]
    place: Place
    path: tuple[Step, ...]
    raw: Any
    written: Written

    def misspellings(self, others: Sequence[_Mistake]) -> set[tuple[Step, ...]]:
        """The missing fields that an unknown one may have been meant to be."""
        if self.type != "extra_forbidden":
            return set()
        above = self.path[:-1]
        missing = [str(one.path[-1]) for one in others if one.type == "missing" and one.path[:-1] == above]
        return {(*above, name) for name in nearest(str(self.path[-1]), missing)}

    def worded(self) -> CompileError:
        match self.type:
            case "extra_forbidden":
                return self._unknown_field()
            case "missing":
                return self._missing(str(self.path[-1]), self.path[:-1], self._description())
            case "filter_node" | "trait_type" | "source_type":
                return self._unknown_shape()
            case "literal_error":
                return self._unknown_value(allowed_values(self.place.annotation))
            case "too_short":
                grouped = self.path[-1] == "children"
                code, item = ("empty_group", "child") if grouped else ("empty_list", "item")
                return self._error(code, f"found an empty list, expected at least one {item}")
            case "string_too_short":
                what = "a salt" if self.path[-1] == "salt" else "a name"
                return self._error("empty_text", f"found an empty text, expected {what}")
            case "greater_than_equal":
                return self._error("out_of_range", f"found {self.found}, expected at least {self.context['ge']:,}")
            case "less_than_equal":
                return self._error("out_of_range", f"found {self.found}, expected at most {self.context['le']:,}")
            case "string_pattern_mismatch":
                form = _FORMS[self.context["pattern"]]
                return self._error("invalid_text", f"found {self.found}, expected {form}")
            case "time_zone":
                expected = "expected the name of a time zone such as `Europe/Berlin`"
                return self._error("unknown_time_zone", f"found {self.found}, {expected}")
            case "both_given" | "missing_field" | "bridge" | "not_finite" | "unexpected_option":
                return self._error(self.type, self.message)
            case "source" | "window" | "question" | "share" | "template" | "given_rows" | "expected_nothing":
                return self._error("not_one_form", self.message)
            case "names" if self.raw == []:
                return self._error("empty_list", "found an empty list, expected at least one name")
            case kind if expected := _EXPECTED.get(kind, ""):
                return self._error("wrong_type", f"found {self.found}, expected {expected}", self._type_hint())
            case _:
                return self._error("invalid_value", self.message)

    @property
    def found(self) -> str:
        return found_words(self.raw, lookup(self.written.data, self.path))

    def _unknown_field(self) -> CompileError:
        name, owner = str(self.path[-1]), self.place.owner
        known = field_names(owner) if owner else []
        config = owner.model_fields.get("config") if owner else None
        if name in ("use", "templates") and owner is TemplateDef:
            hint = "a template does not use others; use both"
        elif name == "<<":
            hint = "YAML 1.2 has no merge keys; write the fields out"
        elif config and name in field_names(config.annotation):  # type: ignore[arg-type]
            hint = f"`{name}` belongs inside `config`"
        elif len(self.path) == 1 and name in field_names(SettingsDef):
            hint = f"`{name}` belongs in coterie.yml"
        else:
            hint = suggestion(name, known, what="fields")
        document = self.written.document
        origin = origin_of(self.path, document.of_keys() if document else None)
        return CompileError("unknown_field", f"unknown field `{name}`", origin, self._subject, hint)

    def _missing(self, name: str, path: tuple[Step, ...], hint: str = "") -> CompileError:
        return self._error("missing_field", f"`{name}` is missing", hint, path)

    def _unknown_shape(self) -> CompileError:
        """A filter node, trait or target whose type is not known, and so none of its fields."""
        steps = _SHAPES[self.type]
        if not isinstance(self.raw, dict):
            expected = "a text expression or a mapping with `type`" if self.type == "filter_node" else "a mapping"
            return self._error("wrong_type", f"found {self.found}, expected {expected}")
        for name, allowed in steps.items():
            if name not in self.raw:
                return self._missing(name, self.path, f"`{name}` is one of {_listed(allowed)}")
            if self.raw[name] not in allowed:
                break
        return self._at(name)._unknown_value(list(allowed))

    def _at(self, step: str) -> _Mistake:
        path = (*self.path, step)
        return _Mistake(self.type, self.message, self.context, self.place, path, self.raw[step], self.written)

    def _unknown_value(self, allowed: list[str]) -> CompileError:
        field = next(step for step in reversed(self.path) if isinstance(step, str))
        value = self.raw if isinstance(self.raw, str) else ""
        if len(allowed) <= 6:
            hint = f"did you mean `{close[0]}`?" if (close := nearest(value, allowed)) else ""
            if field == "type" and value in _CONDITION_TYPES:
                hint = f"write `type: condition` and `condition_type: {value}`"
            return self._error("unknown_value", f"found {self.found}, expected {_listed(allowed)}", hint)
        if value in _SYMBOLS and field == "operator":
            hint = f"write `{_SYMBOLS[value]}`"
        else:
            hint = suggestion(value, allowed, what=f"values of `{field}`")
        return self._error("unknown_value", f"found {self.found}, which is not a value of `{field}`", hint)

    def _type_hint(self) -> str:
        value = self.raw
        templated = isinstance(value, str) and holds_placeholder(value)
        match self.type:
            case "int_type" if templated:
                return "make it a number with the filter `| int`"
            case "int_type" if isinstance(value, str) and value.lstrip("-").isdecimal():
                return "remove the quotes"
            case "bool_type" if isinstance(value, str) and not templated:
                return "write true or false, without quotes"
            case "string_type" | "moment" | "names" if isinstance(value, bool | int | Decimal):
                return f'add quotes: "{shown(value)}"'
            case "tuple_type" | "list_type" if isinstance(value, dict | str):
                return "begin each item with `- `"
        return ""

    def _description(self) -> str:
        return (self.place.field.description or "") if self.place.field else ""

    @property
    def _subject(self) -> str:
        return subject_of(self.written.raw, self.path)

    def _error(self, code: str, message: str, hint: str = "", path: tuple[Step, ...] | None = None) -> CompileError:
        origin = origin_of(self.path if path is None else path, self.written.document)
        return CompileError(code, message, origin, self._subject, hint)


def found_words(raw: Any, value: Any) -> str:
    """A value in words; of a placeholder, only what kind of value it gave."""
    if isinstance(raw, str) and holds_placeholder(raw):
        return f"{_kind(value)} from `{raw}`"
    return _kind(raw) if raw is None or isinstance(raw, dict | list) else noun(raw)


def _kind(value: Any) -> str:
    match value:
        case None:
            return "nothing"
        case bool():
            return "a truth value"
        case int() | Decimal():
            return "a number"
        case str():
            return "text"
        case dict():
            return "a mapping"
        case list():
            return "a list"
    return "an object"


def _listed(values: Sequence[str]) -> str:
    *most, last = (f"`{value}`" for value in values)
    return f"{', '.join(most)} or {last}" if most else last
