"""Reads `tests/conformance/rows/<theme>.yml`: what each primitive is given, and what must come out.

The form of the files is described in `tests/conformance/README.md`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

from coterie import types
from coterie.compiler.language.patterns import portable_pattern
from coterie.dialects import names
from coterie.types import Kind, Type
from tests.case_file import Loader

FOLDER = Path(__file__).parent / "rows"
BEYOND = ("types", "lowering")
"""The themes of what is no primitive, but of every dialect."""

MARKS = ("notimpl", "notyet", "never", "checked")
LETTERS = "abcdefgh"

Marks = Mapping[str, tuple[str, str]]
"""By dialect: which mark, and its reason."""


@dataclass(frozen=True)
class ColumnPlace:
    """An argument that is a column: its neutral type, and the type it is cast to, if it is."""

    native: str
    cast: Type | None = None
    is_json: bool = False


@dataclass(frozen=True)
class ConstantPlace:
    """An argument, or several, that is a constant, which each row names; `type` is None for steps of a JSON path."""

    type: Type | None
    is_many: bool = False
    is_pattern: bool = False


Constant = tuple[Any, Type]
Place = ColumnPlace | ConstantPlace | Constant
Slot = int | Constant
"""The n-th column, or a constant."""


@dataclass(frozen=True)
class Row:
    """What the columns hold, and what must come out; `cells` is how it was written."""

    values: tuple[Any, ...]
    result: Any
    cells: tuple[Any, ...]
    marks: Marks


@dataclass
class Call:
    """A primitive called with columns and constants: all rows that have these constants in common."""

    columns: tuple[ColumnPlace, ...]
    slots: tuple[Slot, ...]
    type: Type
    cast: Type | None
    rows: list[Row] = field(default_factory=list)
    fails: list[Row] = field(default_factory=list)


@dataclass(frozen=True)
class Reduced:
    """An aggregate, or what else reads rows: options, and groups of rows, what comes out of each perhaps cast."""

    columns: tuple[ColumnPlace, ...]
    options: Mapping[str, Any]
    type: Type
    cast: Type | None
    rows: tuple[Row, ...]
    fails: tuple[Row, ...]


@dataclass(frozen=True)
class Primitive:
    """Everything that is known of one primitive."""

    name: str
    theme: str
    kind: Literal["scalar", "aggregate", "relation"]
    marks: Marks
    calls: tuple[Call, ...] = ()
    reduced: tuple[Reduced, ...] = ()

    @property
    def is_primitive(self) -> bool:
        return self.theme not in BEYOND

    @property
    def asked(self) -> tuple[Call | Reduced, ...]:
        """The calls, or what is reduced."""
        return (*self.calls, *self.reduced)


def themes() -> list[str]:
    return sorted(path.stem for path in FOLDER.glob("*.yml"))


@cache
def primitives() -> dict[str, Primitive]:
    """All primitives by name, theme by theme; rows of one name come from every entry that has it."""
    found: dict[str, Primitive] = {}
    for theme in themes():
        document = yaml.load((FOLDER / f"{theme}.yml").read_text(encoding="utf-8"), Loader)
        for together, written in document.items():
            listed = together.split()
            for position, name in enumerate(listed):
                primitive = primitive_of(theme, name, written, position - len(listed))
                if name in found:
                    primitive = _joined(found[name], primitive)
                found[name] = primitive
    return found


def _joined(one: Primitive, other: Primitive) -> Primitive:
    assert one.theme == other.theme, f"{one.name} is in {one.theme} and {other.theme}"
    return replace(one, calls=one.calls + other.calls, reduced=one.reduced + other.reduced)


def primitive_of(theme: str, name: str, written: Any, position: int) -> Primitive:
    """One of the primitives of an entry; what must come out of it stands at a position from the end of each row."""
    where = f"{theme}: {name}"
    parts = written if isinstance(written, dict) else {"calls": written}
    marks, calls = marks_of(where, parts), parts["calls"]
    checked = {dialect: mark for dialect, mark in marks.items() if mark[0] == "checked"}
    if "groups" in calls[0]:
        kind: Literal["aggregate", "relation"] = "relation" if theme == "relations" else "aggregate"
        return Primitive(name, theme, kind, marks, reduced=tuple(_reduced(where, call, checked) for call in calls))
    called = tuple(call for part in calls for call in _calls(where, part, position, checked))
    return Primitive(name, theme, "scalar", marks, called)


def marks_of(where: str, parts: Mapping[str, Any]) -> dict[str, tuple[str, str]]:
    found = {}
    for mark in MARKS:
        for dialect, reason in parts.get(mark, {}).items():
            assert dialect in names(), f"{where}: {mark} of {dialect}, expected one of {', '.join(names())}"
            assert dialect not in found, f"{where}: two marks for {dialect}"
            found[dialect] = (mark, reason)
    return found


def _calls(where: str, part: Mapping[str, Any], position: int, checked: Marks) -> list[Call]:
    places = [_place(written) for written in part["of"]]
    columns = tuple(place for place in places if isinstance(place, ColumnPlace))
    given, _, cast = part["gives"].partition(" as ")
    shared = {**checked, **marks_of(where, part)}
    found: dict[str, Call] = {}
    size = sum(not isinstance(place, tuple) for place in places)
    for written, is_failing in [(row, False) for row in part.get("rows", ())] + [
        (row, True) for row in part.get("fails", ())
    ]:
        cells, own = (written["row"], marks_of(where, written)) if isinstance(written, dict) else (written, {})
        assert len(cells) == size or (not is_failing and len(cells) >= size - position), (
            f"{where}: {size} arguments in {cells}"
        )
        values, slots = _arguments(places, cells)
        call = found.setdefault(repr(slots), Call(columns, slots, type_of(given), type_of(cast) if cast else None))
        result = None if is_failing else read(cells[position], call.cast or call.type, where)
        row = Row(values, result, tuple(cells[:size]), {**shared, **own})
        (call.fails if is_failing else call.rows).append(row)
    return list(found.values())


def _place(written: Any) -> Place:
    if isinstance(written, dict):
        ((word, value),) = written.items()
        return _constant(value, type_of(word))
    if written == "pattern":
        return ConstantPlace(types.TEXT, is_pattern=True)
    if written == "steps":
        return ConstantPlace(None, is_many=True)
    first, _, rest = written.partition(" ")
    if first in ("constant", "constants"):
        return ConstantPlace(type_of(rest), is_many=first == "constants")
    native, _, cast = written.partition(" as ")
    if native == "json":
        return ColumnPlace("text", is_json=True)
    return ColumnPlace(native, type_of(cast) if cast else None)


def _arguments(places: list[Place], cells: list[Any]) -> tuple[tuple[Any, ...], tuple[Slot, ...]]:
    """What the columns hold, and what stands at each place of the call."""
    values: list[Any] = []
    slots: list[Slot] = []
    given = iter(cells)
    for place in places:
        match place:
            case ColumnPlace():
                slots.append(len(values))
                values.append(next(given))
            case ConstantPlace(is_pattern=True):
                slots.append((portable_pattern(next(given)), types.TEXT))
            case ConstantPlace(is_many=True):
                slots += [_constant(item, place.type or _step_type(item)) for item in next(given)]
            case ConstantPlace(type=type) if type is not None:
                slots.append(_constant(next(given), type))
            case tuple():
                slots.append(place)
    return tuple(values), tuple(slots)


def _step_type(step: str | int) -> Type:
    return types.TEXT if isinstance(step, str) else types.INTEGER


def _constant(written: Any, type: Type) -> Constant:
    value = read(written, type, "constant")
    return (tuple(value) if isinstance(value, list) else value), type


def _reduced(where: str, part: Mapping[str, Any], checked: Marks) -> Reduced:
    columns = tuple(place for place in map(_place, part["of"]) if isinstance(place, ColumnPlace))
    given, _, cast = part["gives"].partition(" as ")
    type, shared = type_of(given), {**checked, **marks_of(where, part)}
    found: dict[str, list[Row]] = {"groups": [], "fails": []}
    for key, rows in found.items():
        for written in part.get(key, ()):
            group, own = (written["group"], marks_of(where, written)) if isinstance(written, dict) else (written, {})
            given_rows, result = group if key == "groups" else (group, None)
            values = tuple(tuple(row) if len(columns) > 1 else (row,) for row in given_rows)
            assert all(len(row) == len(columns) for row in values), f"{where}: {len(columns)} columns in {values}"
            rows.append(Row(values, read(result, type, where), values, {**shared, **own}))
    groups, fails = (tuple(listed) for listed in found.values())
    return Reduced(columns, part.get("with", {}), type, type_of(cast) if cast else None, groups, fails)


_WORDS = {
    "boolean": types.BOOLEAN,
    "integer": types.integer(types.INT_DIGITS),
    "bigint": types.INTEGER,
    "double": types.DOUBLE,
    "text": types.TEXT,
    "date": types.DATE,
    "timestamp": types.wall_clock("UTC"),
    "timestamptz": types.INSTANT,
    "json": types.json("UTC"),
}
_DIGITS = re.compile(r"(decimal|integer)\((\d+)(?:,(\d+))?\)")


def type_of(word: str) -> Type:
    """The type by the word for it: `bigint`, `decimal(12,3)`, `integer(38)`, `text[]`."""
    if word.endswith("[]"):
        return types.array(type_of(word[:-2]))
    if found := _DIGITS.fullmatch(word):
        precision = int(found[2])
        return types.decimal(precision, int(found[3])) if found[3] else types.integer(precision)
    return _WORDS[word]


def read(written: Any, type: Type, where: str) -> Any:
    """What is written in a file, as the value of a type."""
    if written is None:
        return None
    match type.kind:
        case Kind.DOUBLE if isinstance(written, int | Decimal | str):
            return float(written)
        case Kind.INTEGER | Kind.DECIMAL if isinstance(written, int | Decimal) and not isinstance(written, bool):
            return written
        case Kind.BOOLEAN if isinstance(written, bool):
            return written
        case Kind.TEXT | Kind.JSON if isinstance(written, str):
            return written
        case Kind.DATE if isinstance(written, str):
            return date.fromisoformat(written)
        case Kind.TIMESTAMP if isinstance(written, str):
            moment = datetime.fromisoformat(written)
            assert (moment.tzinfo is None) == (type.zone is not None), f"{where}: {written} with or without zone?"
            return moment.astimezone(UTC) if moment.tzinfo else moment
        case Kind.ARRAY if isinstance(written, list) and type.element is not None:
            return [read(item, type.element, where) for item in written]
    raise AssertionError(f"{where}: {written!r} is no {type}")


def every_row(primitive: Primitive) -> Iterator[tuple[Call | Reduced, Row]]:
    """All rows and groups of a primitive, with their calls."""
    for call in primitive.asked:
        yield from ((call, row) for row in (*call.rows, *call.fails))
