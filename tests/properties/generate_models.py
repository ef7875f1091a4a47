"""Generated models and relationships: tables with keys, clocks and odd names, joined in every cardinality."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from tests.properties.chooser import Chooser
from tests.properties.generate_expressions import Expressions
from tests.properties.pools import (
    DECIMALS,
    DOCUMENTS,
    HALVES,
    INTEGERS,
    KEY_TEXTS,
    NO_DOCUMENTS,
    TENTHS,
    TEXTS,
    ZONES,
    part_of,
)
from tests.properties.shapes import (
    BACK,
    BOOLEAN,
    DATE,
    DOUBLE,
    INSTANT,
    INTEGER,
    STEADY,
    TEXT,
    Col,
    HopKind,
    Model,
    Reference,
    Shape,
    Step,
    Ty,
    array_of,
)
from tests.properties.trees import Column

ODD_NAMES = ("order", "unit price", "select", 'say "hi"', "naïve", "100%", "CamelCase", "date", "it's", "null")
SCALES = (2, 1, 3, 6, 8)


def generate_models(choose: Chooser, shape: Shape) -> None:
    """One to four models, most of them related."""
    choose.many(lambda: add_related_model(choose, shape), shape.emphasis.models)
    models = list(shape.models.values())
    choose.many(lambda: add_edge(choose, shape, choose.pick(models), choose.pick(models)), shape.emphasis.more_edges)
    for model in shape.models.values():
        add_computed_columns(choose, shape, model)


def add_related_model(choose: Chooser, shape: Shape) -> None:
    """A model, and most often a relationship with one that is there already."""
    others = list(shape.models.values())
    model = add_model(choose, shape, len(others))
    if others and not choose.chance(5):
        add_edge(choose, shape, choose.pick(others), model)


def add_model(choose: Chooser, shape: Shape, number: int) -> Model:
    name = f"Model {number}" if choose.chance(10) else f"m{number}"
    model = Model(name, shape.zone if choose.chance(50) else choose.pick(ZONES), from_sql=choose.chance(10))
    shape.models[name] = model
    key = choose.integer(0, 9)
    if key < 7 or number == 0:
        add_key_column(model, "id", "integer", "INTEGER" if key % 2 else "BIGINT")
        if key >= 5:
            add_key_column(model, "part", "text", "VARCHAR")
        model.key = ("id", "part") if key >= 5 else ("id",)
    elif key == 7:
        add_key_column(model, "code", "text", "VARCHAR")
        model.key = ("code",)
    model.has_null_keys = bool(model.key) and choose.chance(12)
    if model.key:
        model.unique.append(model.key)
    choose.many(lambda: add_value_column(choose, model), shape.emphasis.columns)
    if choose.chance(55 if number else 20):
        model.timestamp = add_moment_column(choose, model, "at").name
    if choose.chance(8):
        model.valid_from = add_moment_column(choose, model, "valid_from").name
    if choose.chance(8):
        model.valid_to = add_moment_column(choose, model, "valid_to").name
    return model


def add_key_column(model: Model, name: str, kind: str, native: str) -> Col:
    pool: tuple[Any, ...] = (1, 2, 3, 4, 5, 6, 7, 8) if kind == "integer" else KEY_TEXTS
    model.columns.append(Col(name, Ty(kind), native, pool))
    return model.columns[-1]


def add_moment_column(choose: Chooser, model: Model, name: str) -> Col:
    kind = choose.pick(("wall", "wall", "instant", "date"))
    types = {"wall": replace(INSTANT, zone=model.zone), "instant": INSTANT, "date": DATE}
    natives = {"wall": "TIMESTAMP", "instant": "TIMESTAMP WITH TIME ZONE", "date": "DATE"}
    model.columns.append(Col(name, types[kind], natives[kind]))
    return model.columns[-1]


def add_value_column(choose: Chooser, model: Model) -> Col:
    kind = choose.pick(
        (
            "integer",
            "text",
            "decimal",
            "double",
            "boolean",
            "moment",
            "texts",
            "text",
            "decimal",
            "moment",
            "integers",
            "json",
            "arrays",
            "moments",
        )
    )
    name = f"{kind}{len(model.columns)}"
    if choose.chance(12):
        odd = choose.pick(ODD_NAMES)
        name = odd if all(column.name != odd for column in model.columns) else name
    if kind in ("moment", "moments"):
        found = add_moment_column(choose, model, name)
        if kind == "moments":
            found.type, found.native = array_of(found.type), f"{found.native}[]"
        return found
    column = value_column(choose, name, kind)
    model.columns.append(column)
    return column


def value_column(choose: Chooser, name: str, kind: str) -> Col:
    match kind:
        case "integer":
            return Col(name, INTEGER, choose.pick(("INTEGER", "BIGINT", "SMALLINT")), part_of(choose, INTEGERS))
        case "text":
            return Col(name, TEXT, "VARCHAR", part_of(choose, TEXTS))
        case "boolean":
            return Col(name, BOOLEAN, "BOOLEAN", (True, False))
        case "double" if choose.chance(40):
            return Col(name, STEADY, "DOUBLE", part_of(choose, TENTHS))
        case "double":
            return Col(name, DOUBLE, choose.pick(("DOUBLE", "FLOAT")), part_of(choose, HALVES))
        case "decimal":
            scale = choose.pick(SCALES)
            pool = part_of(choose, [exact.quantize(Decimal(1).scaleb(-scale)) for exact in DECIMALS])
            return Col(name, Ty("decimal", scale=scale), f"DECIMAL(12,{scale})", pool)
        case "json" if choose.chance(50):
            return Col(name, Ty("json"), "JSON", part_of(choose, DOCUMENTS))
        case "json":
            return Col(name, Ty("json"), "VARCHAR", (*part_of(choose, DOCUMENTS), choose.pick(NO_DOCUMENTS)))
        case "texts":
            return Col(name, Ty("array", element="text"), "VARCHAR[]", part_of(choose, TEXTS))
        case "arrays":
            inside = value_column(choose, name, choose.pick(("decimal", "double", "boolean", "integer", "text")))
            return replace(inside, type=array_of(inside.type), native=f"{inside.native}[]")
    return Col(name, Ty("array", element="integer"), "INTEGER[]", part_of(choose, INTEGERS))


def add_edge(choose: Chooser, shape: Shape, start: Model, end: Model) -> None:
    """A relationship between two models, with the columns that carry it."""
    kind: HopKind = choose.pick(shape.emphasis.edges)
    number = len(shape.relationships)
    name, inverse = f"r{number}", f"r{number}_back" if start is end or choose.chance(50) else None
    bridge, through = None, []
    if kind == "m2m":
        bridge = add_bridge(choose, shape, start, end)
        here, there = one_side(choose, start), one_side(choose, end)
        keys = pairs(here, pointing_side(choose, bridge, start, here))
        through = pairs(pointing_side(choose, bridge, end, there), there)
    elif kind == "to_one":
        there = one_side(choose, end)
        keys = pairs(pointing_side(choose, start, end, there), there)
    else:
        here = one_side(choose, start)
        there = pointing_side(choose, end, start, here)
        keys = pairs(here, there)
        if kind == "one_one":
            end.unique.append(there)
    words = {"to_many": "one_to_many", "to_one": "many_to_one", "one_one": "one_to_one", "m2m": "many_to_many"}
    definition: dict[str, Any] = {"name": name, "from_model": start.name, "to_model": end.name}
    definition |= {"cardinality": words[kind], "join_keys": keys}
    if bridge is not None:
        definition |= {"through_model": bridge.name, "through_join_keys": through}
    shape.relationships.append(definition | ({"inverse_name": inverse} if inverse else {}))
    start.steps.append(Step(name, name, end.name, kind))
    end.steps.append(Step(inverse or name, name, start.name, BACK[kind]))


def add_bridge(choose: Chooser, shape: Shape, start: Model, end: Model) -> Model:
    others = [model for model in shape.models.values() if model is not start and model is not end]
    if others and choose.chance(50):
        return choose.pick(others)
    return add_model(choose, shape, len(shape.models))


def one_side(choose: Chooser, model: Model) -> tuple[str, ...]:
    """Columns that tell the model's rows apart: its key, or others of their own."""
    if model.key and not choose.chance(15):
        return model.key
    if ("number",) not in model.unique:
        add_key_column(model, "number", "integer", "BIGINT")
        model.unique.append(("number",))
    return ("number",)


def pointing_side(choose: Chooser, model: Model, other: Model, columns: tuple[str, ...]) -> tuple[str, ...]:
    """New columns of `model` that hold the values of `columns` of `other`, or dangle."""
    names = []
    for part in columns:
        type, native = other.column(part).type, other.column(part).native
        name = f"{part}_{len(model.columns)}"
        add_key_column(model, name, type.kind, "BIGINT" if native == "INTEGER" and choose.chance(20) else native)
        names.append(name)
    model.references.append(Reference(model.name, tuple(names), other.name, columns))
    return tuple(names)


def pairs(left: tuple[str, ...], right: tuple[str, ...]) -> list[dict[str, str]]:
    return [{"from": a, "to": b} for a, b in zip(left, right, strict=True)]


def add_computed_columns(choose: Chooser, shape: Shape, model: Model) -> None:
    """Up to two columns made from the others, or from to-one related rows; now and then they give the timestamp."""
    choose.many(lambda: add_computed_column(choose, shape, model), (0, 0, 1, 2))


def add_computed_column(choose: Chooser, shape: Shape, model: Model) -> None:
    is_local = choose.chance(60)
    operands = shape.operands(model.name, with_traits=False)
    if is_local:
        stored = {column.name for column in model.columns if column.tree is None}
        operands = [o for o in operands if isinstance(o.tree, Column) and not o.tree.path and o.tree.name in stored]
    family = choose.pick(("number", "text", "boolean", "date", "timestamp", "number"))
    found = Expressions(choose, shape, operands).any_of(family, depth=2)
    name = f"computed{len(model.columns)}"
    shape.written(model.name, found.tree)
    model.columns.append(Col(name, found.type, pool=found.pool, tree=found.tree, is_declared=choose.chance(15)))
    if is_local and found.type.kind == "timestamp" and found.type.zone == model.zone and choose.chance(20):
        model.timestamp = name
