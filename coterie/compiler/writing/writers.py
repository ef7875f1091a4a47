"""How the compiler's own trees are written: as sqlglot does, but for what need not be looked for, or done again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlglot import Generator, exp

Writer = Callable[..., str]


def writers(generator: Generator) -> dict[type[exp.Expr], Writer]:
    """For some kinds of nodes, what takes the place of the generator's own functions.

    sqlglot looks through each SELECT, with all inside of it, and at each CAST, for what only other dialects have; trees
    that are built for this one have nothing of that. Names, constants and types are written once each.
    """
    name = _once(generator._dispatch[exp.Identifier], _quoted_name)
    return {
        exp.Select: type(generator).select_sql,
        exp.Identifier: name,
        exp.Column: _column(generator._dispatch[exp.Column], name),
        exp.Alias: _alias(generator._dispatch[exp.Alias], name),
        exp.Cast: _cast(generator._dispatch[exp.Cast]),
        exp.Literal: _once(generator._dispatch[exp.Literal], _constant),
        exp.DataType: _once(generator._dispatch[exp.DataType], _plain_type),
    }


def _once(write: Writer, key_of: Callable[[Any], object]) -> Writer:
    """Write nodes of the same key once; those without one each time."""
    known: dict[object, str] = {}

    def written(generator: Generator, node: Any) -> str:
        key = key_of(node)
        if key is None:
            return write(generator, node)
        text = known.get(key)
        if text is None:
            text = known[key] = write(generator, node)
        return text

    return written


def _quoted_name(node: exp.Identifier) -> object:
    return node.args["this"] if node.args.get("quoted") else None


def _constant(node: exp.Literal) -> object:
    return node.args["this"], node.args["is_string"]


def _plain_type(node: exp.DataType) -> object:
    """Types inside of others may be written in another way there."""
    is_plain = not node.args.get("expressions") and not isinstance(node.parent, exp.DataType)
    return (node.args["this"], node.args.get("nullable")) if is_plain else None


def _column(write: Writer, name: Writer) -> Writer:
    """Columns with or without the name of their table, without asking for what else they may have."""

    def written(generator: Generator, node: exp.Column) -> str:
        parts = node.args
        this, table = parts["this"], parts.get("table")
        if type(this) is not exp.Identifier or len(parts) > 2:
            return write(generator, node)
        return name(generator, this) if table is None else f"{name(generator, table)}.{name(generator, this)}"

    return written


def _alias(write: Writer, name: Writer) -> Writer:
    """Columns of a SELECT with their names, which sqlglot asks for as if there might be none."""

    def written(generator: Generator, node: exp.Alias) -> str:
        alias = node.args["alias"]
        if type(alias) is not exp.Identifier:
            return write(generator, node)
        return f"{generator.sql(node.args['this'])} AS {name(generator, alias)}"

    return written


def _cast(write: Writer) -> Writer:
    """Casts to what is not made of other types, of which engines have no others."""

    def written(generator: Generator, node: exp.Cast) -> str:
        return write(generator, node) if node.args["to"].args.get("nested") else Generator.cast_sql(generator, node)

    return written
