"""Traits and audiences as an earlier run has published them: where they stand, and what stands for what is missing."""

from __future__ import annotations

from coterie.compiler.checking.typed import Typed
from coterie.compiler.definitions import FormulaTrait, SqlTrait
from coterie.compiler.ir.expr import (
    TRUE,
    Call,
    Case,
    Column,
    Expr,
    IsTrue,
    Literal,
    Lookup,
    Member,
    Stored,
    TraitOf,
    null,
)
from coterie.compiler.ir.functions import call
from coterie.compiler.ir.logic import is_null_literal
from coterie.compiler.ir.names import slug_of
from coterie.compiler.ir.published import Table, members_name, traits_name
from coterie.compiler.ir.rel import Reading
from coterie.types import BOOLEAN, TEXT, Type

_AUDIENCE = Column("audience", TEXT)


def stored(typed: Typed, model: str, item: TraitOf | Member) -> Expr:
    """A trait's value, or the membership, in the last table that was built.

    An entity that is not in the table has the trait's value for nothing aggregated, and is in no audience.
    """
    table, keys = _table(typed, model, item), tuple((name, Column(name, type)) for name, type in _key(typed, model))
    if isinstance(item, Member):
        is_in = call("eq", _AUDIENCE, Literal(item.slug, TEXT), type=BOOLEAN)
        return IsTrue(Lookup(table, keys, TRUE, is_in))
    found = Lookup(table, keys, Column(item.slug, item.type))
    empty = _empty(typed, model, item)
    return found if is_null_literal(empty) else call("coalesce", found, empty, type=item.type)


def reading(typed: Typed, model: str, item: Stored) -> Reading:
    """What has to be there for that."""
    slug, table = item.item.slug, _table(typed, model, item.item)
    if isinstance(item.item, Member):
        columns = (*_key(typed, model), (_AUDIENCE.name, _AUDIENCE.type))
        return Reading("audience", model, slug, table, columns, item.max_age)
    return Reading("trait", model, slug, table, (*_key(typed, model), (slug, item.type)), item.max_age)


def _table(typed: Typed, model: str, item: TraitOf | Member) -> Table:
    entity = slug_of(model)
    is_member = isinstance(item, Member)
    name = members_name(entity) if is_member else traits_name(entity, typed.table(model, item.slug))
    return Table(typed.world.project.settings.schema_, name)


def _key(typed: Typed, model: str) -> tuple[tuple[str, Type], ...]:
    return tuple((field.name, field.type) for field in typed.key(model))


def _empty(typed: Typed, model: str, item: TraitOf) -> Expr:
    """The trait's value where nothing was aggregated, which its expression ends with."""
    trait = typed.traits[model, item.slug]
    config = trait.definition.config if isinstance(trait.definition, SqlTrait | FormulaTrait) else None
    if config is not None and (not config.has_default or config.default is None):
        return null(item.type)
    match trait.expr:
        case Call(function="coalesce", args=(*_, last)):
            return last
        case Case(otherwise=last):
            return last
    return null(item.type)
