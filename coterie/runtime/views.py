"""The views in long form: one row per entity and trait, one per entity and audience, with keys and values as text.

Keys are written as `compiler.keys` says. In values, timestamps are ISO 8601 and arrays JSON. A trait that is NULL has
no row.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlglot import exp

from coterie.compiler.ir import keys
from coterie.compiler.ir.expr import Column
from coterie.compiler.ir.published import members_name, traits_name
from coterie.compiler.writing.lower import lower_expression
from coterie.dialects import Dialect
from coterie.runtime.long_form import NAMES, WIDE, chosen, for_each, neighbours, size_of
from coterie.runtime.relations import AUDIENCE_MEMBERS, MEMBER_COLUMNS, TRAIT_VALUES, aliased, column, named, text
from coterie.runtime.tables import Tables, union_all
from coterie.types import TEXT, Kind, Type

TRAIT_VALUE_COLUMNS = ("entity", "key", "trait", "type", "value")
MEMBERSHIP_COLUMNS = ("entity", "key", *MEMBER_COLUMNS)
UTC = "UTC"
SELECTS = 100  # in `trait_values`: up to so many traits each have one to themselves

Typed = tuple[tuple[str, Type], ...]
"""Column names with their types, in order."""


@dataclass(frozen=True)
class Published:
    """What a run leaves of an entity: its key, and the columns of its tables of traits, by number."""

    entity: str
    key: Typed
    traits: Mapping[int, Typed]
    has_members: bool


def views(entities: Iterable[Published], tables: Tables) -> tuple[exp.Expr, exp.Expr]:
    """Both views over all the entities published."""
    known = tuple(entities)
    held = [(one, number, traits) for one in known for number, traits in one.traits.items()]
    size = size_of(sum(len(traits) for _, _, traits in held), SELECTS)
    values = [_values(one, number, few, tables) for one, number, traits in held for few in neighbours(traits, size)]
    members = [_members(one, tables) for one in known if one.has_members]
    return (
        _view(tables.named(TRAIT_VALUES), values or [_nothing(TRAIT_VALUE_COLUMNS, tables)]),
        _view(tables.named(AUDIENCE_MEMBERS), members or [_nothing(MEMBERSHIP_COLUMNS, tables)]),
    )


def drop_views(tables: Tables) -> tuple[exp.Expr, ...]:
    """Let go of the tables, where a table that has a view cannot be replaced."""
    return tuple(
        exp.Drop(tables=[tables.named(name)], kind="VIEW", exists=True) for name in (TRAIT_VALUES, AUDIENCE_MEMBERS)
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


def _values(one: Published, number: int, traits: Sequence[tuple[str, Type]], tables: Tables) -> exp.Select:
    """What the entities have of some traits in one of their tables."""
    dialect, constants = tables.dialect, TRAIT_VALUE_COLUMNS[2:4]
    values = {name: value_text(dialect.inward(column(name, WIDE), type), type, dialect) for name, type in traits}
    columns = (
        text(one.entity),
        key_text(one.key, dialect, WIDE),
        *(column(name, NAMES) for name in constants),
        chosen(constants[0], values),
    )
    rows = for_each(
        tables.constant_rows(constants, [(name, str(type)) for name, type in traits], NAMES),
        _named(TRAIT_VALUE_COLUMNS, columns),
        tables.named(traits_name(one.entity, number)),
    )
    present = column(TRAIT_VALUE_COLUMNS[-1]).is_(exp.null()).not_()
    found = exp.select(*map(column, TRAIT_VALUE_COLUMNS)).from_(aliased(rows, "found"), copy=False)
    return found.where(present, copy=False)


def _members(one: Published, tables: Tables) -> exp.Select:
    columns = (text(one.entity), key_text(one.key, tables.dialect), *map(column, MEMBER_COLUMNS))
    return _named(MEMBERSHIP_COLUMNS, columns).from_(tables.named(members_name(one.entity)))


def _nothing(names: Iterable[str], tables: Tables) -> exp.Select:
    return _named(names, (tables.null(MEMBER_COLUMNS.get(name, TEXT)) for name in names)).limit(0)


def _named(names: Iterable[str], columns: Iterable[exp.Expr]) -> exp.Select:
    return exp.select(*(named(node, name) for name, node in zip(names, columns, strict=True)))


def _view(target: exp.Table, queries: list[exp.Select]) -> exp.Create:
    return exp.Create(this=target, kind="VIEW", replace=True, expression=union_all(queries))
