"""Which situations the rows of a primitive put it in, and which there must be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from coterie.types import Kind, Type
from tests.conformance.rows_file import Call, ColumnPlace, Primitive, Reduced, every_row, type_of

Test = Callable[[Any], bool]

_TEXTS: dict[str, Test] = {
    "NULL": lambda text: text is None,
    "an empty text": lambda text: text == "",
    "a single quote": lambda text: text is not None and "'" in text,
    "a double quote": lambda text: text is not None and '"' in text,
    "a backslash": lambda text: text is not None and "\\" in text,
    "%": lambda text: text is not None and "%" in text,
    "_": lambda text: text is not None and "_" in text,
    "a combining mark": lambda text: text is not None and "\u0301" in text,
    "a code point beyond U+FFFF": lambda text: text is not None and any(ord(one) > 0xFFFF for one in text),
    "U+FFFD": lambda text: text is not None and "\ufffd" in text,
}
_INTEGERS: dict[str, Test] = {
    "NULL": lambda number: number is None,
    "the largest or smallest of its size": lambda number: number in (2**31 - 1, -(2**31), 2**63 - 1, -(2**63)),
    "a negative number": lambda number: number is not None and number < 0,
}
_DECIMALS: dict[str, Test] = {
    "NULL": lambda number: number is None,
    "a negative number": lambda number: number is not None and number < 0,
    "38 digits": lambda number: number is not None and len(Decimal(number).as_tuple().digits) == 38,
}
_DOUBLES: dict[str, Test] = {
    "NULL": lambda number: number in (None, "nan"),
    "negative zero": lambda number: number is not None and str(number).startswith("-0") and float(number) == 0,
    "a huge double": lambda number: number is not None and abs(float(number)) > 1e15,
}
_BOOLEANS: dict[str, Test] = {
    "NULL": lambda flag: flag is None,
    "true": lambda flag: flag is True,
    "false": lambda flag: flag is False,
}
_DATES: dict[str, Test] = {
    "NULL": lambda day: day is None,
    "29 February": lambda day: day is not None and "-02-29" in day,
    "the last day of a year": lambda day: day is not None and "-12-31" in day,
    "the year 1": lambda day: day is not None and day.startswith("0001-"),
    "the year 9999": lambda day: day is not None and day.startswith("9999-"),
}
_MOMENTS: dict[str, Test] = {
    **_DATES,
    "a microsecond": lambda moment: moment is not None and (".000001" in moment or ".999999" in moment),
}
_TESTS: dict[Kind, dict[str, Test]] = {
    Kind.TEXT: _TEXTS,
    Kind.JSON: _TEXTS,
    Kind.INTEGER: _INTEGERS,
    Kind.DECIMAL: _DECIMALS,
    Kind.DOUBLE: _DOUBLES,
    Kind.BOOLEAN: _BOOLEANS,
    Kind.DATE: _DATES,
    Kind.TIMESTAMP: _MOMENTS,
}

ROUNDING = ("round", "round_double", "mul", "cast", "read_number", "json_value", "json_array")
IN_ORDER = ("lt", "le", "gt", "ge", "least", "greatest", "nth", "list", "list_distinct", "min", "max")
IN_ZONES = ("to_instant", "to_wall", "read_timestamp", "json_value", "json_array")


def kind_of(place: ColumnPlace) -> Kind:
    return Kind.JSON if place.is_json else type_of(place.native).kind


def wanted(primitive: Primitive) -> set[str]:
    """What the rows of a primitive must hold, by the types of its columns and by what it does."""
    found: set[str] = set()
    for call in primitive.asked:
        for place in call.columns:
            type = type_of(place.native)
            found |= {f"{kind_of(place).value}: {name}" for name in _TESTS.get(kind_of(place), ())}
            if type.element is not None:
                found |= {"array: NULL", "array: none", "array: two equal elements"}
            if type.element is not None and type.element.kind is Kind.TEXT:
                found |= {f"text: {name}" for name in _TEXTS if name != "NULL"}
        if len(call.columns) > 1 and isinstance(call, Call):
            found |= {f"NULL for column {position} alone" for position, _ in enumerate(call.columns, 1)}
    if primitive.kind == "aggregate":
        found |= {"no rows", "NULLs alone"} | ({"equal rows"} if primitive.name != "any" else set())
    for name, those in (("half-way", ROUNDING), ("code points against UTF-16", IN_ORDER), ("a clock change", IN_ZONES)):
        found |= {name} if primitive.name in those else set()
    return found


def covered(primitive: Primitive) -> set[str]:
    """What the rows of a primitive hold."""
    return {situation for call, row in every_row(primitive) for situation in _of_row(call, row.values, row.cells)}


def _of_row(call: Call | Reduced, values: tuple[Any, ...], cells: tuple[Any, ...]) -> Iterator[str]:
    rows = values if isinstance(call, Reduced) else (values,)
    for row in rows:
        yield from _of_values(call.columns, row)
        missing = [position for position, value in enumerate(row, 1) if value is None]
        if len(missing) == 1 and len(row) > 1:
            yield f"NULL for column {missing[0]} alone"
    if isinstance(call, Reduced):
        if not rows:
            yield "no rows"
        elif all(row[0] is None for row in rows):
            yield "NULLs alone"
        if len({repr(row[0]) for row in rows}) < len(rows) or _has_tie(call, rows):
            yield "equal rows"
    flat = repr((values, cells))
    if "～" in flat and "🚲" in flat:
        yield "code points against UTF-16"
    if any(change in flat for change in ("2024-03-31", "2024-10-27", "2024-11-03")):
        yield "a clock change"
    if any(half in flat for half in ("0.5'", "2.500'", "0.125'", "2.250'", "7895", "000000001', Decimal('0.5')")):
        yield "half-way"


def _has_tie(call: Reduced, rows: tuple[tuple[Any, ...], ...]) -> bool:
    """Are two rows equal in the first column that they are sorted by?"""
    order = call.options.get("order", ())
    if not order:
        return False
    position = "abcdefgh".index(order[0][0])
    return len({repr(row[position]) for row in rows}) < len(rows)


def _of_values(columns: tuple[ColumnPlace, ...], row: tuple[Any, ...]) -> Iterator[str]:
    for place, value in zip(columns, row, strict=True):
        type: Type = type_of(place.native)
        yield from _of_value(kind_of(place), value)
        if type.element is None:
            continue
        if value is None:
            yield "array: NULL"
            continue
        if not value:
            yield "array: none"
        if len(set(map(repr, value))) < len(value):
            yield "array: two equal elements"
        for element in value:
            yield from _of_value(type.element.kind, element)


def _of_value(kind: Kind, value: Any) -> Iterator[str]:
    for name, test in _TESTS.get(kind, {}).items():
        if test(value):
            yield f"{kind.value}: {name}"


_A_PLACE, _A_MASK = "places are from 1 to 126", "masks are made of bits from 1 to 62"
NEEDLESS: dict[str, str] = {
    "bit: integer: a negative number": _A_PLACE,
    "bit: integer: the largest or smallest of its size": _A_PLACE,
    "has_bit: integer: a negative number": _A_MASK,
    "has_bit: integer: the largest or smallest of its size": _A_MASK,
    "bit_count: integer: a negative number": _A_MASK,
    "bit_count: integer: the largest or smallest of its size": _A_MASK,
    "bit_or: integer: a negative number": _A_MASK,
    "bit_or: integer: the largest or smallest of its size": _A_MASK,
}
"""`primitive: situation` → why there is no such row."""
