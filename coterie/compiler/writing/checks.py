"""Promises that definitions make about data, as statements that count what breaks them.

Keys of entities are not NULL and not repeated; the target of a to-one relationship has at most one row per key.
"""

from __future__ import annotations

from coterie.compiler.compiled import CheckStatement
from coterie.compiler.ir.rel import Plan, Promise
from coterie.compiler.writing.lower import lower_promise
from coterie.compiler.writing.render import render
from coterie.compiler.writing.sources import SourceReader
from coterie.dialects import Dialect


def promise_checks(plan: Plan, dialect: Dialect, sources: SourceReader) -> tuple[CheckStatement, ...]:
    """The checks for the entities and relationships that a plan uses."""
    return tuple(
        CheckStatement(
            tree=lower_promise(plan, promise, dialect, sources),
            render=lambda tree: render(tree, dialect),
            name=f"{promise.code} {promise.trait or promise.model} ({', '.join(promise.columns)})",
            code=promise.code,
            message=_message(promise, one=False),
            message_of_one=_message(promise, one=True),
            entity=promise.model,
        )
        for promise in plan.promises
    )


def _message(promise: Promise, *, one: bool) -> str:
    """What to say after the number of rows, or of values that rows share."""
    columns = ", ".join(f"`{name}`" for name in promise.columns)
    rows, have = ("row", "has") if one else ("rows", "have")
    values, keys, occur = ("value", "key", "occurs") if one else ("values", "keys", "occur")
    match promise.code:
        case "null_key":
            return f"{rows} of model `{promise.model}` {have} NULL in {'its' if one else 'their'} key ({columns})"
        case "null_source_key" if promise.start:
            return (
                f"{rows} of model `{promise.model}`, to which a path from `{promise.start}` leads, {have} NULL in "
                f"({columns}), which tells rows apart where it could lead to one twice"
            )
        case "null_source_key":
            return f"{rows} of model `{promise.model}` {have} NULL in ({columns}), which tells whose sequence it is"
        case "duplicate_key":
            return f"{values} of the key ({columns}) {occur} in more than one row of model `{promise.model}`"
        case "repeated_key":
            return (
                f"{keys} ({columns}) {occur} in more than one row of what the `sql_query` of trait `{promise.trait}` "
                "gives"
            )
    return (
        f"{values} of ({columns}) {occur} in more than one row of model `{promise.model}`, "
        "where a relationship promises at most one"
    )
