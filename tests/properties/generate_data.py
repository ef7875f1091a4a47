"""Generated rows: few, tied, dangling, full of NULLs, and true to every promise the definitions make."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import product
from typing import Any

from tests.properties import reference_values as v
from tests.properties.chooser import Chooser
from tests.properties.pools import TICK, dates
from tests.properties.shapes import Col, Model, Reference, Shape

FEW = (3, 2, 3, 4, 2, 3, 4, 1, 8)
MANY = (8, 8, 7, 8, 6, 8, 5, 8)
Row = dict[str, Any]
Tables = dict[str, list[Row]]


def generate_tables(choose: Chooser, shape: Shape) -> Tables:
    """Rows for every model: keys unique, to-one sides unique, the rest as it comes."""
    tables = {model.name: generate_rows(choose, shape, model) for model in shape.models.values()}
    for model in shape.models.values():
        targets = [list(tables[reference.target]) for reference in model.references]
        for row in tables[model.name]:
            for reference, rows in zip(model.references, targets, strict=True):
                row |= generate_reference(choose, shape, reference, rows)
        keep_promises(model, tables[model.name])
    return tables


def generate_rows(choose: Chooser, shape: Shape, model: Model) -> list[Row]:
    """Rows whose references are still open."""
    pointing = {name for reference in model.references for name in reference.columns}
    keys = list(product(*(model.column(name).pool for name in model.key)))
    step = 3 if len(model.key) > 1 else 1
    numbers = iter(range(0, len(keys) * step, step))

    def generate_row() -> Row:
        key = dict(zip(model.key, keys[next(numbers)], strict=True)) if model.key else {}
        return {
            column.name: None if column.name in pointing else generate_cell(choose, shape, column, model, key)
            for column in model.columns
            if column.tree is None
        }

    rows = choose.many(generate_row, (0,) if choose.chance(3) else MANY if pointing or not model.steps else FEW)
    for column in model.columns:
        if rows and column.type.kind == "array" and column.tree is None and rows[0][column.name] is None:
            rows[0][column.name] = []
    return rows


def generate_cell(choose: Chooser, shape: Shape, column: Col, model: Model, key: Row) -> Any:
    if column.name in key:
        return None if model.has_null_keys and choose.chance(20) else key[column.name]
    if choose.chance(14):
        return None
    if column.type.kind == "array":
        return [generate_element(choose, shape, column) for _ in range(choose.integer(0, 3))]
    if column.type.is_moment:
        return generate_moment(choose, shape, column)
    return choose.pick(column.pool)


def generate_element(choose: Chooser, shape: Shape, column: Col) -> Any:
    if choose.chance(20):
        return None
    inside = replace(column, type=column.type.inside)
    return generate_moment(choose, shape, inside) if inside.type.is_moment else choose.pick(column.pool)


def generate_moment(choose: Chooser, shape: Shape, column: Col) -> Any:
    """A moment that windows meet at, most often before `as_of`; wall clocks may show what never was."""
    moments = shape.moments if choose.chance(20) else [moment for moment in shape.moments if moment < shape.as_of]
    if column.type.kind == "date":
        return choose.pick(dates(moments, shape.zone))
    moment = choose.pick(moments) + choose.pick((0, 0, 0, 0, 1, -1)) * TICK
    if column.type.zone is None:
        return moment
    never_was = timedelta(minutes=choose.pick((60, 30))) if choose.chance(20) else timedelta(0)
    return v.to_wall(moment, column.type.zone) + never_was


def generate_reference(choose: Chooser, shape: Shape, reference: Reference, rows: list[Row]) -> Row:
    """The values of some row of the target, NULL, or values that may belong to none."""
    form = choose.integer(0, 19)
    if form < 18 and rows:
        found = choose.pick(rows[:2] if choose.chance(70) else rows)
        if reference.columns in shape.models[reference.owner].unique:
            rows.remove(found)
        return {mine: found[theirs] for mine, theirs in zip(reference.columns, reference.target_columns, strict=True)}
    if form == 18:
        return dict.fromkeys(reference.columns)
    target = shape.models[reference.target]
    pairs = zip(reference.columns, reference.target_columns, strict=True)
    return {mine: choose.pick(target.column(theirs).pool) for mine, theirs in pairs}


def keep_promises(model: Model, rows: list[Row]) -> None:
    """Where a value that has to be unique comes again, forget it; a key is unique from the start."""
    for columns in model.unique:
        seen: set[tuple[Any, ...]] = set()
        for row in rows:
            values = tuple(row[name] for name in columns)
            if None not in values and values in seen:
                row[columns[-1]] = None
            seen.add(values)
