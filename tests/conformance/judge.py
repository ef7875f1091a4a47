"""Asks an engine what primitives make of their rows, and tells where that is not what must come out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count, zip_longest
from typing import Any, NamedTuple

from coterie import dialects
from coterie.compiler.writing.render import render
from coterie.types import INTEGER, Kind, Type
from tests.case_file import Table
from tests.case_rows import said_by_json, same
from tests.conformance.rows_file import Call, Primitive, Reduced, Row
from tests.conformance.statements import NUMBER, asked_columns, select
from tests.engines import Engine
from tests.engines.process import EngineEndedError

_tables = count(1)


class Asked(NamedTuple):
    """A call with those of its rows that are asked, or an aggregate with groups."""

    call: Call | Reduced
    rows: Sequence[Row]


def problems(engine: Engine, primitive: Primitive) -> Iterator[str]:
    """What is not as the rows say, a line each. Rows that are marked for the engine must not pass."""
    plain = [Asked(call, [row for row in call.rows if engine.dialect not in row.marks]) for call in primitive.asked]
    for batch in _batches(primitive, plain):
        yield from _differences(engine, primitive, batch)
    checked = [Asked(call, [row for row in call.rows if _mark(engine, row) == "checked"]) for call in primitive.asked]
    for batch in _batches(primitive, checked):
        yield from _misunderstood(engine, primitive, batch)
    for call in primitive.asked:
        for row in call.rows:
            if _mark(engine, row) in ("notyet", "never") and not list(
                _differences(engine, primitive, [Asked(call, [row])])
            ):
                yield f"{shown(primitive, call, row)} is marked, but passes: {row.marks[engine.dialect]}"
        for row in call.fails:
            yield from _not_failing(engine, primitive, call, row)


def _mark(engine: Engine, row: Row) -> str:
    return row.marks[engine.dialect][0] if engine.dialect in row.marks else ""


def _batches(primitive: Primitive, asked: Sequence[Asked]) -> list[list[Asked]]:
    """What can be asked by one SELECT: groups without rows are asked apart, and what multiplies rows alone."""
    match primitive.kind:
        case "scalar":
            batches = [list(asked)]
        case "aggregate":
            full = [Asked(call, [group for group in groups if group.values]) for call, groups in asked]
            batches = [full, [Asked(call, [group for group in groups if not group.values]) for call, groups in asked]]
        case "relation":
            batches = [[one] for one in asked]
    return [kept for batch in batches if (kept := [one for one in batch if one.rows])]


def _not_failing(engine: Engine, primitive: Primitive, call: Call | Reduced, row: Row) -> Iterator[str]:
    """That an error is due, and there is none, or that a mark says there is none."""
    try:
        ((found,),) = ask(engine, primitive, [Asked(call, [row])])
    except EngineEndedError:
        raise
    except Exception:
        if engine.dialect in row.marks:
            yield f"{shown(primitive, call, row)} is marked, but fails as it should"
        return
    if engine.dialect not in row.marks:
        yield f"{shown(primitive, call, row)}: expected an error, found {found!r}"


def _differences(engine: Engine, primitive: Primitive, asked: Sequence[Asked]) -> Iterator[str]:
    """Where the answers differ. What cannot be asked together is asked row by row, to find what fails."""
    try:
        answers = ask(engine, primitive, asked)
    except EngineEndedError:
        raise
    except Exception as error:
        parts = [Asked(call, [row]) for call, rows in asked for row in rows]
        if len(parts) == 1:
            yield f"{shown(primitive, parts[0].call, parts[0].rows[0])}: {error}"
        else:
            found = [line for part in parts for line in _differences(engine, primitive, [part])]
            yield from found or [f"{primitive.name}, all together: {error}"]
        return
    for (call, rows), given in zip(asked, answers, strict=True):
        for row, answer in zip(rows, given, strict=True):
            if not _fits(row.result, answer, primitive, call):
                yield f"{shown(primitive, call, row)}: expected {row.result!r}, found {answer!r}"


def shown(primitive: Primitive, call: Call | Reduced, row: Row) -> str:
    """The row as a call."""
    if isinstance(call, Call):
        return f"{primitive.name}({', '.join(map(repr, row.cells))})"
    options = "".join(f", {name}={value}" for name, value in call.options.items())
    return f"{primitive.name}({[list(one) if len(one) > 1 else one[0] for one in row.values]}{options})"


def _fits(expected: Any, found: Any, primitive: Primitive, call: Call | Reduced) -> bool:
    """Is it the value, of the type? JSON is compared as what it says; what MEANINGS leaves open is."""
    type: Type = call.cast or call.type
    if type.kind is Kind.JSON and expected is not None:
        return isinstance(found, str) and said_by_json(expected) == said_by_json(found)
    match primitive.name:
        case "unnest":
            expected = sorted(expected)
        case "list" | "list_distinct" | "nth":
            found = None if found == [] else found
        case "any":
            found = bool(found)
        case "approx_count_distinct" if expected and isinstance(found, int):
            return bool(abs(expected - found) <= max(1, expected * 0.05))
    return same(expected, found)


class Question(NamedTuple):
    """A SELECT: `keys` are the values of `n` for each row of each call, or None where there is but one row."""

    sql: str
    keys: list[list[Any]]
    types: dict[str, Type]


def _question(engine: Engine, primitive: Primitive, asked: Sequence[Asked]) -> Question:
    """Makes a table for the rows."""
    dialect, calls = dialects.get(engine.dialect), [one.call for one in asked]
    natives = {NUMBER: "bigint"} | {name: place.native for name, place in asked_columns(calls).items()}
    rows, keys = _table_rows(asked) if primitive.kind == "scalar" else _table_groups(asked)
    name = f"given_{next(_tables)}"
    engine.create_table(name, Table(natives, tuple(rows)))
    grouped = primitive.kind != "aggregate" or bool(rows)
    tree = select(dialect, primitive, calls, name, engine.describe(name), grouped=grouped)
    results = {f"r{n}": _result_type(primitive, call) for n, call in enumerate(calls, 1)}
    return Question(render(tree, dialect), keys, ({NUMBER: INTEGER} if grouped else {}) | results)


def _result_type(primitive: Primitive, call: Call | Reduced) -> Type:
    if primitive.kind == "relation":
        assert call.type.element is not None
        return call.type.element
    return call.cast or call.type


def ask(engine: Engine, primitive: Primitive, asked: Sequence[Asked]) -> list[list[Any]]:
    """For each call, what comes out of each of its rows, by one SELECT."""
    question = _question(engine, primitive, asked)
    found = engine.query(question.sql, question.types)
    if primitive.kind == "relation":
        return [[sorted(row["r1"] for row in found if row[NUMBER] == key) for key in question.keys[0]]]
    by_number = {row.get(NUMBER): row for row in found}
    assert len(by_number) == len(found), "a row came out twice"
    return [[by_number[key][f"r{n}"] for key in keys] for n, keys in enumerate(question.keys, 1)]


def _misunderstood(engine: Engine, primitive: Primitive, asked: Sequence[Asked]) -> Iterator[str]:
    """Where an engine that can only check a statement finds fault with it, or sees another type come out."""
    question, dialect = _question(engine, primitive, asked), dialects.get(engine.dialect)
    try:
        described = dict(engine.describe_query(question.sql))
    except EngineEndedError:
        raise
    except Exception as error:
        yield f"{primitive.name}, checked only: {error}"
        return
    for name, type in question.types.items():
        found = dialect.read_type(described[name], "UTC")
        if found.family != type.family:
            yield f"{primitive.name}, checked only: {name} is {found}, expected {type}"


def _table_rows(asked: Sequence[Asked]) -> tuple[list[tuple[Any, ...]], list[list[Any]]]:
    """The table's n-th row holds the n-th row of every call."""
    padding = [tuple(None for _ in call.columns) for call, _ in asked]
    rows = []
    for number, parts in enumerate(zip_longest(*([row.values for row in one.rows] for one in asked)), 1):
        values = [part if part is not None else pad for part, pad in zip(parts, padding, strict=True)]
        rows.append((number, *(value for part in values for value in part)))
    return rows, [list(range(1, len(one.rows) + 1)) for one in asked]


def _table_groups(asked: Sequence[Asked]) -> tuple[list[tuple[Any, ...]], list[list[Any]]]:
    """A number for each group of each call, in whose rows the other calls' columns are NULL; none for no rows."""
    rows: list[tuple[Any, ...]] = []
    keys: list[list[Any]] = []
    numbers = count(1)
    for position, (_, groups) in enumerate(asked):
        before, after = (
            [None] * sum(len(call.columns) for call, _ in part) for part in (asked[:position], asked[position + 1 :])
        )
        keys.append([next(numbers) if group.values else None for group in groups])
        for key, group in zip(keys[-1], groups, strict=True):
            rows += ((key, *before, *values, *after) for values in group.values)
    return rows, keys
