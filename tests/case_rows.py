"""Compares rows as typed values: decimals exactly, doubles to 1e-9, arrays in order, instants in UTC."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from tests.case_file import Expectation, label
from tests.engines import Rows

ByKey = Mapping[str, Mapping[str, Any]]


def by_key(rows: Rows, key: list[str]) -> ByKey:
    """The rows by their key in text, as cases write it."""
    found = {label([row[column] for column in key]): row for row in rows}
    assert len(found) == len(rows), f"{len(rows)} rows, but {len(found)} keys"
    return found


def differences(expectation: Expectation, rows: ByKey, *, null_arrays: bool = True) -> list[str]:
    """Where a result differs from what the case says by hand, as an engine with or without NULL arrays holds it."""
    found = {key: rows[key][expectation.column] for key in expectation.values}
    return [
        f"{expectation.column}[{key}]: expected {value!r}, found {found[key]!r}"
        for key, value in expectation.values.items()
        if not _equal(_read(held(value, found[key], null_arrays=null_arrays), found[key]), found[key], expectation)
    ]


def disagreements(expectation: Expectation, rows: ByKey, oracle: ByKey) -> list[str]:
    """Where a result differs from the oracle's, be it in type only."""
    column = expectation.column
    return [
        f"{column}[{key}]: the oracle says {oracle[key][column]!r}, found {row[column]!r}"
        for key, row in rows.items()
        if not _equal(oracle[key][column], row[column], expectation)
    ]


def _equal(expected: Any, found: Any, expectation: Expectation) -> bool:
    if expectation.approximate and expected and found is not None:
        return bool(abs(expected - found) <= max(1, expected * 0.05))
    return same(expected, found)


def same(one: Any, other: Any) -> bool:
    """Are the two the same value of the same type? Whole numbers and decimals are one type, doubles another."""
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, float) and isinstance(other, float):
        return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-12)
    return _shape(one) == _shape(other) and bool(one == other)


def said_by_json(text: str) -> Any:
    """What a JSON text says: numbers as they are written, an object's names in order, though one may come twice."""
    found = json.loads(text, parse_float=Decimal, parse_int=Decimal, object_pairs_hook=_pairs)
    return _told_apart(found)


def _pairs(pairs: list[tuple[str, Any]]) -> tuple[Any, ...]:
    return ("object", *sorted(pairs, key=lambda pair: pair[0]))


def _told_apart(found: Any) -> Any:
    """Tells true from 1."""
    match found:
        case bool():
            return ("boolean", found)
        case list() | tuple():
            return (type(found).__name__, *map(_told_apart, found))
    return found


def _shape(value: Any) -> str:
    match value:
        case bool():
            return "boolean"
        case int() | Decimal():
            return "exact number"
        case datetime() if value.tzinfo is None:
            return "timestamp without zone"
    return type(value).__name__


def held(value: Any, found: Any, *, null_arrays: bool) -> Any:
    """What is due, where an engine found something: [] for an array that is NULL, if the engine has none of these."""
    return [] if value is None and isinstance(found, list) and not null_arrays else value


def _read(written: Any, found: Any) -> Any:
    """What a case wrote, as a value of the type that was found: YAML knows neither doubles nor dates."""
    match found:
        case list() if isinstance(written, list):
            return [_read(item, found[0]) for item in written] if found else written
        case float() if isinstance(written, int | Decimal) and not isinstance(written, bool):
            return float(written)
        case datetime() if isinstance(written, str):
            return datetime.fromisoformat(written)
        case date() if isinstance(written, str):
            return date.fromisoformat(written)
    return written
