"""sqlglot tree → text: the only place where SQL becomes text."""

from __future__ import annotations

from sqlglot import exp

from coterie.dialects import Dialect
from coterie.errors import TooMuchAtOnce


def require_short(text: str, dialect: Dialect) -> None:
    """Is the text of a SELECT as short as the engine wants it? Error: TooMuchAtOnce `statement_too_long`."""
    if dialect.most_text is not None and (length := len(text.encode())) > dialect.most_text:
        message = f"one SELECT would have {length:,} bytes of text; {dialect.name} allows {dialect.most_text:,}"
        raise TooMuchAtOnce("statement_too_long", message, length / dialect.most_text)


def render(tree: exp.Expr, dialect: Dialect) -> str:
    """The statement as text, a column a line."""
    return dialect.complete(tree).sql(dialect=dialect.sqlglot, pretty=True, copy=False, comments=True)
