"""sqlglot tree → text: the only place where SQL becomes text."""

from __future__ import annotations

from sqlglot import Dialect as SqlglotDialect
from sqlglot import Generator, exp

from coterie.compiler.writing.writers import writers
from coterie.dialects import Dialect
from coterie.errors import TooMuchAtOnce


def require_short(text: str, dialect: Dialect) -> None:
    """Is the text of a SELECT as short as the engine wants it? Error: TooMuchAtOnce `statement_too_long`."""
    if dialect.most_text is not None and (length := len(text.encode())) > dialect.most_text:
        message = f"one SELECT would have {length:,} bytes of text; {dialect.name} allows {dialect.most_text:,}"
        raise TooMuchAtOnce("statement_too_long", message, length / dialect.most_text)


def render(tree: exp.Expr, dialect: Dialect) -> str:
    """The statement as text, a column a line. The tree stays as it is."""
    return _generator(dialect).generate(dialect.complete(tree.copy()), copy=False)


def render_own(tree: exp.Expr, dialect: Dialect) -> str:
    """The same text, of a tree that is all the compiler's own, in half the time; the tree means the same afterwards."""
    generator, tree = _generator(dialect), dialect.complete(tree)
    generator._dispatch = generator._dispatch | writers(generator)
    text = generator.sql(tree)  # no WITH stands inside of another SELECT, which `generate` looks for
    if generator.unsupported_messages:
        return generator.generate(tree, copy=False)
    return text.strip().replace(generator.SENTINEL_LINE_BREAK, "\n")


def _generator(dialect: Dialect) -> Generator:
    return SqlglotDialect.get_or_raise(dialect.sqlglot).generator(pretty=True, comments=True)
