"""Rows of a unit test as people write them → columns of one type each.

A column has the type that the test or its model declares, else the one that its values show. A column without a value
and without a declared type is left out: whoever needs it will say so.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from coterie import types
from coterie.compiler.definitions import ModelDef
from coterie.compiler.ir import times
from coterie.compiler.ir.expr import LiteralValue
from coterie.compiler.ir.values import Mismatch, noun
from coterie.compiler.resolving.resolve import declared_type
from coterie.compiler.testing.given_values import Note, given_value, of_part
from coterie.errors import Collector, CompileError, Origin
from coterie.types import (
    BIG_INTEGER,
    BIGINT_DIGITS,
    BOOLEAN,
    DATE,
    INSTANT,
    INTEGER,
    MAX_PRECISION,
    TEXT,
    Kind,
    Type,
    array,
    decimal,
    wall_clock,
)

_USUAL_DIGITS = 18  # of a decimal column
_NUMBERS = {"integer", "decimal"}
_TEXTS = {"text", "date", "timestamp", "instant"}


@dataclass(frozen=True, slots=True)
class GivenColumn:
    """A column of a model: values of its type, or None, one for each row."""

    name: str
    type: Type
    values: tuple[LiteralValue, ...]


@dataclass(frozen=True, slots=True)
class WrittenRows:
    """Rows as they are written, and where; `types` are those that the test declares.

    With `texts` they are from a file, where every value is a text that stands for whatever the column's type is.
    """

    rows: Sequence[Mapping[str, object]]
    types: Mapping[str, str]
    origin: Origin
    texts: bool = False

    def place(self, row: int, column: str, path: tuple[int, ...] = ()) -> Origin:
        """Where a value, or a part of it, stands."""
        return self.origin if self.texts else self.origin.at(row, column, *path)

    def first_place(self, name: str) -> Origin:
        """Where the first value of a column stands."""
        first = next((position for position, row in enumerate(self.rows) if name in row), None)
        return self.origin if first is None else self.place(first, name)

    def label(self, row: int) -> str:
        """A row as people count them."""
        return f"line {row + 2}" if self.texts else f"row {row + 1}"


@dataclass(frozen=True, slots=True)
class GivenRows:
    """The columns of a model, how many rows they have, and whether mistakes have cost it some of its columns."""

    columns: tuple[GivenColumn, ...] = ()
    count: int = 0
    is_torn: bool = False


def given_rows(written: WrittenRows, model: ModelDef, project_zone: str, errors: Collector) -> GivenRows:
    """The columns of a model that the rows give, or whose type is declared; mistakes are noted."""
    zone = model.timezone or "UTC"
    declared = {column.name.lower(): column.type for column in model.columns if column.type and not column.expression}
    declared |= {name.lower(): type for name, type in written.types.items()}
    computed = {column.name.lower() for column in model.columns if column.expression}
    columns, told = list[GivenColumn](), len(errors.errors)
    names = _names(written, model, errors)
    is_torn = len(errors.errors) > told
    for name in names:
        if name.lower() in computed:
            message = f"column `{name}` of model `{model.name}` is computed, expected the columns it is computed of"
            errors.add(CompileError("computed_column", message, written.first_place(name)))
            continue
        try:
            reader = _Reader(written, name, zone, project_zone, [row.get(name) for row in written.rows])
            type_name = declared.get(name.lower())
            type = reader.shown() if type_name is None else reader.fitted(declared_type(type_name, zone))
            if type is not None:
                columns.append(GivenColumn(name, type, reader.typed(type, errors)))
        except CompileError as error:
            errors.add(error)
            is_torn = True
    return GivenRows(tuple(columns), len(written.rows), is_torn)


def _names(written: WrittenRows, model: ModelDef, errors: Collector) -> list[str]:
    """The names of all columns, each in one spelling."""
    names: dict[str, str] = {}
    for row in dict.fromkeys(tuple(row) for row in written.rows):
        for name in row:
            if (known := names.setdefault(name.lower(), name)) != name:
                message = f"found the columns `{known}` and `{name}`, which differ in letter case only"
                errors.add(CompileError("ambiguous_name", message, written.first_place(name)))
    source = [column.name for column in model.columns if column.type and not column.expression]
    for name in (*written.types, *source):
        names.setdefault(name.lower(), name)
    return list(names.values())


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the values of one column; `zone` is the clock of its timestamps."""

    written: WrittenRows
    name: str
    zone: str
    project_zone: str
    values: Sequence[object]

    def shown(self) -> Type | None:
        """The type that the values show; None where there are none. Error: `mixed_types`."""
        if self.written.texts:
            return _type_of_texts([str(value) for value in self.values if value is not None], self.zone)
        return self._shown(self.values)

    def _shown(self, values: Sequence[object]) -> Type | None:
        seen = _first_of_each_shape(values)
        shapes = seen.keys()
        if shapes <= _NUMBERS:
            return _number(values) if shapes else None
        if shapes <= _TEXTS and ("text" in shapes or shapes <= {"date"}):
            return TEXT if "text" in shapes else DATE
        if shapes <= {"date", "timestamp"}:
            return wall_clock(self.zone)
        if shapes <= {"date", "instant"}:
            return INSTANT
        if shapes == {"boolean"}:
            return BOOLEAN
        if shapes <= {"list", "mapping"}:
            return types.json(self.zone) if "mapping" in shapes else self._array(values)
        hint = "write all times with a zone, or none" if {"timestamp", "instant"} <= shapes <= _TEXTS else ""
        one, other, *_ = seen.values()
        raise self._mixed(one, other, hint)

    def _array(self, values: Sequence[object]) -> Type | None:
        """An array of what its elements show; JSON where they are lists or mappings; None where there are none."""
        items = [item for value in values if isinstance(value, list | tuple) for item in value]
        if _first_of_each_shape(items).keys() & {"list", "mapping"}:
            return types.json(self.zone)
        element = self._shown(items)
        return None if element is None else array(element)

    def _mixed(self, one: object, other: object, hint: str) -> CompileError:
        rows = [next((row for row, value in enumerate(self.values) if value is each), None) for each in (one, other)]
        first, second = rows
        where = "" if first is None else f" in {self.written.label(first)}"
        place = self.written.origin if second is None else self.written.place(second, self.name)
        message = f"column `{self.name}` holds {noun(one)}{where} and {noun(other)}, expected values of one type"
        return CompileError("mixed_types", message, place, hint=hint)

    def fitted(self, type: Type) -> Type:
        """A declared type with room for the values: how many digits a number has, only they can tell."""
        values = [_plain_number(value) for value in self.values] if self.written.texts else self.values
        if type.kind is Kind.INTEGER:
            shown = _number([value for value in values if not isinstance(value, Decimal | float)])
            return shown if shown.kind is Kind.INTEGER else INTEGER
        if type.kind is Kind.DECIMAL:
            shown = _number(values)
            return decimal(max(_USUAL_DIGITS, shown.precision), shown.scale)
        return type

    def typed(self, type: Type, errors: Collector) -> tuple[LiteralValue, ...]:
        """The values in the column's type; mistakes are noted, and their values NULL."""
        result = list[LiteralValue]()
        for position, value in enumerate(self.values):
            note = self._note(position, errors)
            try:
                read = value if not self.written.texts or value is None else _from_text(str(value), type)
                result.append(_fitting(given_value(read, type, self.project_zone, note), type, note))
            except Mismatch as mismatch:
                note(mismatch)
                result.append(None)
        return tuple(result)

    def _note(self, row: int, errors: Collector) -> Note:
        """Notes what is wrong with the value of a row."""

        def note(mismatch: Mismatch) -> None:
            place = self.written.place(row, self.name, mismatch.path)
            where = f"{self.written.label(row)}, column `{self.name}`: " if self.written.texts else ""
            errors.add(CompileError(mismatch.code, f"{where}{mismatch.message}", place, hint=mismatch.hint))

        return note


def _fitting(value: LiteralValue, type: Type, note: Note) -> LiteralValue:
    """The value; noted, and NULL, if there is no room for it in a column that holds all the others too."""
    if isinstance(value, tuple) and type.element is not None:
        element = type.element
        return tuple(_fitting(item, element, of_part(position, note)) for position, item in enumerate(value))
    if isinstance(value, int | Decimal) and not isinstance(value, bool) and type.is_exact:
        digits, room = Decimal(value).adjusted() + 1, type.precision - type.scale
        if value and digits > room:
            beside = f" beside {type.scale} after the point" if type.scale else ""
            note(Mismatch(f"found a number of {digits} digits, expected at most {room}{beside}", "out_of_range"))
            return None
    return value


def _first_of_each_shape(values: Sequence[object]) -> dict[str, object]:
    seen: dict[str, object] = {}
    for value in values:
        if value is not None:
            seen.setdefault(_shape(value), value)
    return seen


def _shape(value: object) -> str:
    match value:
        case bool():
            return "boolean"
        case int():
            return "integer"
        case Decimal() | float():
            return "decimal"
        case str():
            if times.read_date(value):
                return "date"
            moment = times.read_moment(value)
            return "text" if moment is None else "timestamp" if moment.tzinfo is None else "instant"
        case datetime():
            return "timestamp" if value.tzinfo is None else "instant"
        case date():
            return "date"
        case list() | tuple():
            return "list"
    return "mapping"


def _number(values: Sequence[object]) -> Type:
    """The narrowest of the usual types of numbers that holds them all, as far as any can."""
    numbers = [value for value in values if isinstance(value, int | Decimal | float) and not isinstance(value, bool)]
    exact = [Decimal(repr(value)) if isinstance(value, float) else Decimal(value) for value in numbers]
    parts = [number.as_tuple() for number in exact if number.is_finite()]
    scale = max((-int(part.exponent) for part in parts), default=0)
    whole = max((len(part.digits) + int(part.exponent) for part in parts), default=0)
    if all(isinstance(value, int) for value in numbers):
        return INTEGER if whole <= BIGINT_DIGITS else BIG_INTEGER
    scale = min(max(scale, 0), MAX_PRECISION)
    return decimal(max(_USUAL_DIGITS, whole + scale, scale), scale)


def _plain_number(value: object) -> int | Decimal | None:
    """The number that a text in a file is; one with leading zeros is a code."""
    text = str(value)
    whole, point, fraction = text.removeprefix("-").partition(".")
    is_plain = whole.isascii() and whole.isdecimal() and (whole == "0" or whole[0] != "0")
    if not is_plain or len(text) > 2 * MAX_PRECISION:
        return None
    if not point:
        return int(text)
    return Decimal(text) if fraction.isascii() and fraction.isdecimal() else None


def _type_of_texts(texts: Sequence[str], zone: str) -> Type | None:
    """The type that the texts of a file's column show."""
    if not texts:
        return None
    if all(text.lower() in ("true", "false") for text in texts):
        return BOOLEAN
    if all(_plain_number(text) is not None for text in texts):
        return _number([_plain_number(text) for text in texts])
    shapes = _first_of_each_shape(texts).keys()
    if shapes <= {"date"}:
        return DATE
    if shapes <= {"date", "timestamp"}:
        return wall_clock(zone)
    return INSTANT if shapes <= {"date", "instant"} else TEXT


def _from_text(text: str, type: Type) -> Any:
    """What a text in a file stands for in a column of a type; the text itself where it does not fit."""
    match type.kind:
        case Kind.BOOLEAN if text.lower() in ("true", "false"):
            return text.lower() == "true"
        case Kind.INTEGER | Kind.DECIMAL if (number := _plain_number(text)) is not None:
            return number
        case Kind.ARRAY:
            try:
                return json.loads(text, parse_float=Decimal)
            except (ValueError, RecursionError):
                raise Mismatch(f"found {noun(text)}, expected {type} as JSON") from None
    return text
