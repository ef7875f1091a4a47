"""Plan + Dialect → the same plan: the last place where a definition can be refused.

Every primitive that the plan uses exists on the engine, and every name and row fits its limits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from coterie.compiler.ir.names import slug_of
from coterie.compiler.ir.published import members_name
from coterie.compiler.ir.rel import Plan
from coterie.compiler.planning.blame import Blamed, blamed, needs
from coterie.dialects import Dialect
from coterie.dialects.base import AGGREGATE_MEANINGS, MEANINGS, OF_REWRITES, RELATION_MEANINGS
from coterie.errors import CompileError, DefinitionErrors, Origin

_IN_SOURCE = "compute it in the model's own SELECT (`source.sql`), in the warehouse's SQL"
_ONE_VALUE = "keep one value instead (the first, last, n-th or most frequent), or count them"
_NO_ARRAYS = "give the model a column of one value instead: its own SELECT (`source.sql`) can take arrays apart"
_NO_JSON = "give the model columns of what is needed: its own SELECT (`source.sql`) can read JSON"
_CAST = "cast the text in the model's own SELECT (`source.sql`)"
_INSTEAD: Mapping[str, str] = {
    "list": _ONE_VALUE,
    "list_distinct": _ONE_VALUE,
    "approx_count_distinct": "`count_distinct` counts exactly",
    "unnest": _NO_ARRAYS,
    "clean_array": _NO_ARRAYS,
    "clean_double_array": _NO_ARRAYS,
    "clean_json": _NO_JSON,
    "json_value": _NO_JSON,
    "json_array": _NO_JSON,
    "read_integer": _CAST,
    "read_number": _CAST,
    "read_date": _CAST,
    "read_timestamp": _CAST,
}
"""What does nearly the same as a primitive, where that is more than to write it oneself."""


_PRIMITIVES = {*MEANINGS, *AGGREGATE_MEANINGS, *RELATION_MEANINGS} - OF_REWRITES

Place = tuple[str, Origin]
"""How errors name a definition, and where it was written."""


def require(plan: Plan, dialect: Dialect, place: Callable[[Blamed], Place]) -> Plan:
    """The plan itself. Errors: `unsupported`, `name_too_long`."""
    errors = [*_lacking(plan, dialect, place), *_too_long(plan, dialect)]
    if errors:
        raise DefinitionErrors(errors)
    return plan


def _lacking(plan: Plan, dialect: Dialect, place: Callable[[Blamed], Place]) -> Iterator[CompileError]:
    """What definitions need and the engine has not; of a relation that no definition reads, the relation."""
    if not any(map(dialect.lacks, _PRIMITIVES)):
        return
    found, told = needs(plan, dialect.lacks), set[str]()
    for one in blamed(plan, found, dialect.lacks):
        told |= one.primitives
        for primitive in sorted(one.primitives):
            message, hint = _told(primitive, dialect)
            subject, origin = place(one)
            yield CompileError("unsupported", message, origin, subject, hint)
    for name, relation in found.items():
        for primitive in sorted(relation.rows.union(*relation.columns.values()) - told):
            message, hint = _told(primitive, dialect)
            yield CompileError("unsupported", message, subject=f"relation `{name}`", hint=hint)


def _told(primitive: str, dialect: Dialect) -> tuple[str, str]:
    hint = _INSTEAD.get(primitive, _NO_ARRAYS if primitive.startswith("array_") else _IN_SOURCE)
    return f"it needs `{primitive}`, which {dialect.name} does not have", hint


def _too_long(plan: Plan, dialect: Dialect) -> Iterator[CompileError]:
    """Names of columns and tables that the engine would cut."""
    code, allowed = "name_too_long", f"{dialect.name} allows {dialect.max_identifier}"
    for output in plan.outputs:
        for name in (one.name for one in (*output.traits, *output.audiences)):
            if len(name.encode()) > dialect.max_identifier:
                message = f"`{name[:40]}…` has {len(name)} characters, {allowed}"
                yield CompileError(code, message, hint="give it a shorter `slug`")
        table = members_name(slug_of(output.entity))
        if len(table) > dialect.max_identifier:
            message = f"its table `{table[:40]}…` would have a name of {len(table)} characters, {allowed}"
            subject = f"model `{output.entity}`"
            yield CompileError(code, message, subject=subject, hint="give the model a shorter name")
