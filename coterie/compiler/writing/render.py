"""sqlglot tree → text: the only place where SQL becomes text."""

from __future__ import annotations

from sqlglot import exp

from coterie.dialects import Dialect


def render(tree: exp.Expr, dialect: Dialect) -> str:
    """The statement as text, a column a line."""
    return dialect.complete(tree).sql(dialect=dialect.sqlglot, pretty=True, copy=False, comments=True)
