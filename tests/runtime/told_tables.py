"""What a warehouse tells of a table that a definition names."""

from __future__ import annotations

from typing import Any

from sqlglot import exp

from coterie.compiler.sharing.facts import Statistics
from coterie.runtime.warehouse import adopt


def told_of(connection: Any, name: str) -> Statistics:
    """Of one table, the source of a model called `asked`, on a connection that is lent."""
    session = adopt(connection)
    return session.statistics({"asked": exp.to_table(name, dialect=session.dialect)})
