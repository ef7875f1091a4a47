"""Calls of primitives → a tiny table that holds their columns, and the one SELECT that asks them all.

Everything between goes the compiler's way: columns are read as it reads them, and its lowering calls the dialect.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from sqlglot import exp

from coterie.compiler.definitions import ModelDef
from coterie.compiler.ir.expr import Call as CallExpr
from coterie.compiler.ir.expr import Cast, Column, Expr, OneOf, Order, Reduction
from coterie.compiler.ir.expr import Literal as LiteralExpr
from coterie.compiler.ir.functions import as_held
from coterie.compiler.ir.rel import Aggregate, Body, Named, Output, Plan, Select, Source, Summary, Unnest
from coterie.compiler.writing.lower import lower
from coterie.compiler.writing.sources import SourceReader
from coterie.dialects import Dialect
from coterie.types import INTEGER, Type
from coterie.types import json as json_type
from tests.conformance.rows_file import LETTERS, Call, ColumnPlace, Primitive, Reduced, type_of

CLEANERS = ("clean_array", "clean_double", "clean_double_array", "clean_json")
"""What makes a column as everything else expects it, and so is given columns as they are."""

NUMBER = "n"
_AS_OF = datetime(2024, 7, 1, tzinfo=UTC)
_FUNCTIONS = {"any": "exists", "list_distinct": "list"}

Described = Sequence[tuple[str, str]]
"""The columns of a table, `n` first, with their native types."""


def column_names(asked: Call | Reduced, number: int) -> list[str]:
    """What the columns of the n-th call of a SELECT are called: `a1`, `b1`."""
    return [f"{letter}{number}" for letter, _ in zip(LETTERS, asked.columns, strict=False)]


def asked_columns(asked: Sequence[Call | Reduced]) -> dict[str, ColumnPlace]:
    """The columns of all calls, by name."""
    return {
        name: place
        for number, one in enumerate(asked, 1)
        for name, place in zip(column_names(one, number), one.columns, strict=True)
    }


def supposed(columns: Mapping[str, ColumnPlace]) -> dict[str, Type]:
    """The types of the columns on an engine that has just these."""
    return {name: json_type("UTC") if place.is_json else type_of(place.native) for name, place in columns.items()}


def select(
    dialect: Dialect,
    primitive: Primitive,
    asked: Sequence[Call | Reduced],
    table: str,
    described: Described,
    *,
    grouped: bool,
) -> exp.Select:
    """`n` and a result `r1`, `r2`, … for each call; the rows of `n`, or all rows without `grouped`, reduced."""
    places = asked_columns(asked)
    (number, _), *found = described
    types, held = dict[str, Type](), [Named(NUMBER, Column(number, INTEGER))]
    for (name, place), (column, native) in zip(places.items(), found, strict=True):
        types[name] = json_type("UTC") if place.is_json else dialect.read_type(native, "UTC")
        is_coerced = dialect.needs_cast(native) and not place.is_json
        held.append(Named(name, _held(primitive, column, types[name], is_coerced=is_coerced)))
    rows = Select(Source(table), tuple(held))
    return lower_onto(dialect, primitive, asked, rows, types, grouped=grouped)


def lower_onto(
    dialect: Dialect,
    primitive: Primitive,
    asked: Sequence[Call | Reduced],
    held: Select,
    types: Mapping[str, Type],
    *,
    grouped: bool,
) -> exp.Select:
    """The SELECT over columns that are held already."""
    relations: dict[str, Body] = {"held": held}
    key = (_number(),) if grouped else ()
    match primitive.kind:
        case "scalar":
            calls = [one for one in asked if isinstance(one, Call)]
            named = [Named(f"r{n}", called(primitive, call, n, types)) for n, call in enumerate(calls, 1)]
            output = Select("held", (*key, *named))
        case "aggregate":
            reduced = [one for one in asked if isinstance(one, Reduced)]
            summaries = tuple(summary(primitive, one, n, types) for n, one in enumerate(reduced, 1))
            relations["found"] = Aggregate("held", key, summaries)
            found = ((Column(f"r{n}", one.type), one.cast) for n, one in enumerate(reduced, 1))
            named = [Named(one.name, Cast(one, cast) if cast else one) for one, cast in found]
            output = Select("found", (*key, *named))
        case "relation":
            assert len(asked) == 1, "a relation is asked alone"
            relations["found"] = Unnest("held", key, Named("r1", Column("a1", types["a1"])))
            element = asked[0].type.element
            assert element is not None
            output = Select("found", (*key, Named("r1", Column("r1", element))))
    table = held.input.model if isinstance(held.input, Source) else ""
    models = {table: ModelDef.model_validate({"name": table, "source": {"table": table}})}
    plan = Plan(relations, {name: name for name in relations}, (), (), models, {})
    tree, _ = lower(plan, Output(table, output, (), (), ()), dialect, SourceReader(dialect, models, _AS_OF))
    return tree


def _number() -> Named:
    return Named(NUMBER, Column(NUMBER, INTEGER))


def _held(primitive: Primitive, name: str, type: Type, *, is_coerced: bool) -> Expr:
    if primitive.name in CLEANERS:
        return Cast(Column(name, type), type) if is_coerced else Column(name, type)
    return as_held(name, type, is_coerced=is_coerced, may_hold_nan=True)


def called(primitive: Primitive, call: Call, number: int, types: Mapping[str, Type]) -> Expr:
    """The primitive with its columns and constants."""
    columns = _columns(call, number, types)
    args = tuple(columns[slot] if isinstance(slot, int) else LiteralExpr(*slot) for slot in call.slots)
    expr = _expression(primitive.name, args, call.type)
    return expr if call.cast is None else Cast(expr, call.cast)


def _columns(asked: Call | Reduced, number: int, types: Mapping[str, Type]) -> list[Expr]:
    columns: list[Expr] = []
    for name, place in zip(column_names(asked, number), asked.columns, strict=True):
        column = Column(name, types[name])
        columns.append(column if place.cast is None else Cast(column, place.cast))
    return columns


def _expression(name: str, args: tuple[Expr, ...], type: Type) -> Expr:
    match name:
        case "cast":
            return Cast(args[0], type)
        case "literal":
            return args[0]
        case "one_of":
            return OneOf(args[0], args[1:])
    return CallExpr(name, args, type)


def summary(primitive: Primitive, reduced: Reduced, number: int, types: Mapping[str, Type]) -> Summary:
    """The aggregate of its first column; its options `where` and `order` name further columns by their letters."""
    columns = dict(zip(LETTERS, _columns(reduced, number, types), strict=False))
    options = reduced.options
    assert set(options) <= {"n", "p", "limit", "descending", "order", "where", "of_rows"}, options
    of_rows = options.get("of_rows", False)
    order = tuple(Order(columns[written.split()[0]], written.endswith(" desc")) for written in options.get("order", ()))
    reduction = Reduction(
        "count_rows" if of_rows else _FUNCTIONS.get(primitive.name, primitive.name),
        p=options.get("p"),
        n=options.get("n"),
        order=order,
        distinct=primitive.name == "list_distinct",
        descending=options.get("descending", False),
        limit=options.get("limit"),
    )
    where = columns[options["where"]] if "where" in options else None
    value = None if primitive.name == "any" or of_rows else columns["a"]
    return Summary(f"r{number}", reduction, reduced.type, value, where)
