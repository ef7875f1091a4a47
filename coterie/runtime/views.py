"""The views in long form: one row per entity and trait, one per entity and audience, with keys and values as text.

Keys are written as `compiler.keys` says. In values, timestamps are ISO 8601 and arrays JSON. A trait that is NULL has
no row.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlglot import exp

from coterie.compiler.ir import keys
from coterie.compiler.ir.expr import Column
from coterie.compiler.ir.published import members_name, traits_name
from coterie.compiler.writing.lower import lower_expression
from coterie.dialects import Dialect
from coterie.runtime.long_form import NAMES, WIDE, chosen, for_each, names, neighbours, size_of
from coterie.runtime.publish import union_all
from coterie.runtime.relations import AUDIENCE_MEMBERS, SPLIT_GROUP, TRAIT_VALUES, aliased, column, named, table, text
from coterie.types import TEXT, Kind, Type

TRAIT_VALUE_COLUMNS = ("entity", "key", "trait", "type", "value")
MEMBER_COLUMNS = ("entity", "key", "audience", "entered_at", SPLIT_GROUP)
UTC = "UTC"
SELECTS = 100  # in `trait_values`: up to so many traits each have one to themselves

Typed = tuple[tuple[str, Type], ...]
"""Column names with their types, in order."""


@dataclass(frozen=True)
class Published:
    """What a run leaves of an entity: its key, and the columns of its table of traits."""

    entity: str
    key: Typed
    traits: Typed
    has_members: bool


def views(entities: Iterable[Published], schema: str, dialect: Dialect) -> tuple[exp.Expr, exp.Expr]:
    """Both views over all the entities published."""
    known = tuple(entities)
    size = size_of(sum(len(one.traits) for one in known), SELECTS)
    values = [_values(one, traits, schema, dialect) for one in known for traits in neighbours(one.traits, size)]
    members = [_members(one, schema, dialect) for one in known if one.has_members]
    return (
        _view(table(TRAIT_VALUES, schema), values or [_nothing(TRAIT_VALUE_COLUMNS)]),
        _view(table(AUDIENCE_MEMBERS, schema), members or [_nothing(MEMBER_COLUMNS)]),
    )


def drop_views(schema: str) -> tuple[exp.Expr, ...]:
    """Let go of the tables, where a table that has a view cannot be replaced."""
    return tuple(
        exp.Drop(tables=[table(name, schema)], kind="VIEW", exists=True) for name in (TRAIT_VALUES, AUDIENCE_MEMBERS)
    )


def key_text(key: Typed, dialect: Dialect, of: str | None = None) -> exp.Expr:
    """A published key as one text."""
    return lower_expression(keys.key_text([Column(name, type) for name, type in key]), dialect, of)


def value_text(node: exp.Expr, type: Type, dialect: Dialect) -> exp.Expr:
    """A trait's value as text, whatever its type."""
    scalars = dialect.scalars
    match type.kind:
        case Kind.TIMESTAMP if type.zone is None:
            return scalars["concat"](scalars["iso_text"](scalars["to_wall"](node, text(UTC))), text("Z"))
        case Kind.TIMESTAMP:
            return scalars["iso_text"](node)
        case Kind.ARRAY | Kind.JSON:
            return dialect.scalar("json_text", [type], TEXT)(node)
        case _:
            return dialect.scalar("to_text", [type], TEXT)(node)


def _values(one: Published, traits: Sequence[tuple[str, Type]], schema: str, dialect: Dialect) -> exp.Select:
    """What the entities have of some traits."""
    constants = TRAIT_VALUE_COLUMNS[2:4]
    columns = (
        text(one.entity),
        key_text(one.key, dialect, WIDE),
        *(column(name, NAMES) for name in constants),
        chosen(constants[0], {name: value_text(column(name, WIDE), type, dialect) for name, type in traits}),
    )
    rows = for_each(
        names(constants, [(name, str(type)) for name, type in traits]),
        _named(TRAIT_VALUE_COLUMNS, columns),
        table(traits_name(one.entity), schema),
    )
    present = column(TRAIT_VALUE_COLUMNS[-1]).is_(exp.null()).not_()
    found = exp.select(*map(column, TRAIT_VALUE_COLUMNS)).from_(aliased(rows, "found"), copy=False)
    return found.where(present, copy=False)


def _members(one: Published, schema: str, dialect: Dialect) -> exp.Select:
    rest = (column(name) for name in MEMBER_COLUMNS[2:])
    columns = (text(one.entity), key_text(one.key, dialect), *rest)
    return _named(MEMBER_COLUMNS, columns).from_(table(members_name(one.entity), schema))


def _nothing(names: Iterable[str]) -> exp.Select:
    columns = [exp.cast(exp.null(), "TIMESTAMPTZ" if name == "entered_at" else "TEXT") for name in names]
    return _named(names, columns).where(exp.false())


def _named(names: Iterable[str], columns: Iterable[exp.Expr]) -> exp.Select:
    return exp.select(*(named(node, name) for name, node in zip(names, columns, strict=True)))


def _view(target: exp.Table, queries: list[exp.Select]) -> exp.Create:
    return exp.Create(this=target, kind="VIEW", replace=True, expression=union_all(queries))
