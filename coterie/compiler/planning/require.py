"""Plan + Dialect → the same plan: the last place where a definition can be refused.

Every primitive that the plan uses exists on the engine, and every name and row fits its limits.
"""

from __future__ import annotations

from collections.abc import Iterator

from coterie.compiler.ir.expr import Call, Expr, OneOf
from coterie.compiler.ir.names import slug_of
from coterie.compiler.ir.published import log_name
from coterie.compiler.ir.rel import Aggregate, Plan, Union, Unnest
from coterie.compiler.ir.traverse import children
from coterie.dialects import Dialect
from coterie.errors import CompileError, DefinitionErrors

_OWN = frozenset({"count_rows", "count", "min", "max"})
_BEHIND = {"exists": "any", "avg": "sum", "mode": "nth", "least_frequent": "nth"}


def require(plan: Plan, dialect: Dialect) -> Plan:
    """The plan itself. Errors: `unsupported`, `name_too_long`."""
    errors = [
        CompileError(
            "unsupported", f"`{primitive}` is not available on {dialect.name}", subject=f"relation `{relation}`"
        )
        for relation, primitive in dict.fromkeys(_used(plan))
        if dialect.lacks(primitive)
    ]
    errors += _too_long(plan, dialect)
    if errors:
        raise DefinitionErrors(errors)
    return plan


def _too_long(plan: Plan, dialect: Dialect) -> Iterator[CompileError]:
    """Names of columns and tables that the engine would cut."""
    code, allowed = "name_too_long", f"{dialect.name} allows {dialect.max_identifier}"
    for output in plan.outputs:
        for name in (one.name for one in (*output.traits, *output.audiences)):
            if len(name.encode()) > dialect.max_identifier:
                message = f"`{name[:40]}…` has {len(name)} characters, {allowed}"
                yield CompileError(code, message, hint="give it a shorter `slug`")
        table = log_name(slug_of(output.entity))
        if len(table) > dialect.max_identifier:
            message = f"its table `{table[:40]}…` would have a name of {len(table)} characters, {allowed}"
            subject = f"model `{output.entity}`"
            yield CompileError(code, message, subject=subject, hint="give the model a shorter name")


def _used(plan: Plan) -> Iterator[tuple[str, str]]:
    for name, body in plan.relations.items():
        if isinstance(body, Aggregate):
            for summary in body.summaries:
                function = summary.reduction.function
                if function not in _OWN:
                    yield name, _BEHIND.get(function, function)
                for expr in (summary.value, summary.where):
                    yield from _calls(name, expr)
            continue
        if isinstance(body, Unnest):
            yield name, "unnest"
            for column in (*body.columns, body.element):
                yield from _calls(name, column.expr)
            continue
        for select in body.parts if isinstance(body, Union) else (body,):
            for expr in (*(column.expr for column in select.columns), select.where):
                yield from _calls(name, expr)


def _calls(relation: str, expr: Expr | None) -> Iterator[tuple[str, str]]:
    if expr is None:
        return
    waiting = [expr]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Call):
            yield relation, node.function
        elif isinstance(node, OneOf):
            yield relation, "one_of"
        waiting.extend(children(node))
