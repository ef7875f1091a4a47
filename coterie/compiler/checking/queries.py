"""A trait's own SELECT → its value for the entity at hand, found by the entity's key."""

from __future__ import annotations

from collections.abc import Iterable

from coterie.compiler.definitions import SqlTrait
from coterie.compiler.ir.expr import Expr, Lookup, Query
from coterie.compiler.ir.functions import as_held
from coterie.compiler.ir.names import match_name
from coterie.compiler.resolving.described import Described
from coterie.compiler.resolving.roles import require_joinable
from coterie.compiler.resolving.scope import Scope
from coterie.errors import AlreadyReported, CompileError, Origin
from coterie.types import Kind

VALUE = "value"


def query_value(trait: SqlTrait, slug: str, scope: Scope) -> Lookup:
    """The `value` that the SELECT gives for the key. Errors: `undescribed_query`, `query_columns`, `type_mismatch`, …

    A SELECT that could not be described has an error of its own.
    """
    origin, model = trait.origin.at("config", "sql_query"), scope.model
    described = scope.world.queries.of(trait, model.zone)
    if described is None:
        message = f"the catalog says nothing of what the query gives (`{model.name}.{slug}`)"
        raise CompileError("undescribed_query", message, origin)
    if not described.columns:
        raise AlreadyReported
    names = _names(described, model.primary_key, origin)
    type = described.columns[names[VALUE]]
    if type.kind is Kind.OTHER:
        message, hint = f"`{VALUE}` has the type {type.native}", "cast it in the query"
        raise CompileError("unsupported_type", message, origin, hint=hint)
    keys = []
    for key in model.primary_key:
        own = scope.definitions.column(model, key, origin)
        there = described.columns[names[key]]
        require_joinable((f"{model.name}.{key}", own.type), (f"sql_query.{names[key]}", there), origin)
        keys.append((key, _held(described, names[key])))
    return Lookup(Query(model.name, slug), tuple(keys), _held(described, names[VALUE]))


def _names(described: Described, key: tuple[str, ...], origin: Origin) -> dict[str, str]:
    """The query's column for each part of the key, and for the value. Error: `query_columns`."""
    expected, names, left = [*key, VALUE], dict[str, str](), list(described.columns)
    for wanted in expected:
        found = match_name(wanted, left)
        if len(found) == 1:
            names[wanted] = found[0]
            left.remove(found[0])
    if len(names) < len(expected) or left:
        message = f"the query gives {_listed(described.columns)}, expected {_listed(expected)}"
        missing = [wanted for wanted in expected if wanted not in names]
        hint = f"missing: {_listed(missing)}" if missing else f"not expected: {_listed(left)}"
        raise CompileError("query_columns", message, origin, hint=hint)
    return names


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _held(described: Described, name: str) -> Expr:
    return as_held(name, described.columns[name], is_coerced=name in described.coerced, may_hold_nan=True)
