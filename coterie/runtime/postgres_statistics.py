"""What PostgreSQL knows of tables since they were analyzed: nothing is read but its catalog."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, LiteralString

from coterie.runtime.catalog_statistics import CatalogStatistics, KnownTable

# -1 rows are an unknown number, and a table with partitions knows but theirs.
_TABLES = """
    SELECT asked.model, c.relkind IN ('r', 'p', 'm'), CASE WHEN c.relkind = 'p' THEN (
        SELECT CASE WHEN MIN(leaf.reltuples) >= 0 THEN SUM(leaf.reltuples) END
        FROM PG_PARTITION_TREE(c.oid) AS part JOIN pg_class AS leaf ON leaf.oid = part.relid WHERE part.isleaf
    ) ELSE NULLIF(c.reltuples, -1) END
    FROM UNNEST(%s::text[], %s::text[]) AS asked (model, name) JOIN pg_class AS c ON c.oid = TO_REGCLASS(asked.name)"""

_COLUMNS = """
    SELECT asked.model, s.attname, s.n_distinct, (s.histogram_bounds::text::text[])[1]
    FROM UNNEST(%s::text[], %s::text[]) AS asked (model, name) JOIN pg_class AS c ON c.oid = TO_REGCLASS(asked.name)
    JOIN pg_namespace AS n ON n.oid = c.relnamespace
    JOIN pg_stats AS s ON s.schemaname = n.nspname AND s.tablename = c.relname AND s.inherited = (c.relkind = 'p')"""

Ask = Callable[[LiteralString, list[list[str]]], Iterable[Sequence[Any]]]


def statistics(names: Mapping[str, str], ask: Ask) -> CatalogStatistics:
    """Of tables by model, as SQL names them. Raises what `ask` does, which runs a query with its parameters."""
    asked = [[*names], [*names.values()]]
    tables = {model: (stored, rows) for model, stored, rows in ask(_TABLES, asked)}
    distinct = dict[str, dict[str, int]]()
    oldest = dict[str, dict[str, datetime]]()
    for model, column, values, first in ask(_COLUMNS, asked):
        rows = tables[model][1]
        if values > 0 or (values < 0 and rows is not None):  # less than 0 is how many there are for each row
            distinct.setdefault(model, {})[column] = round(values if values > 0 else -values * rows)
        moment = _moment(first)
        if moment is not None:
            oldest.setdefault(model, {})[column] = moment
    return CatalogStatistics(
        {
            model: KnownTable(
                stored, None if rows is None else int(rows), distinct.get(model, {}), oldest.get(model, {})
            )
            for model, (stored, rows) in tables.items()
        }
    )


def _moment(text: str | None) -> datetime | None:
    """A date or timestamp; None for any other text, as of what lies before the year 1 or beyond 9999."""
    try:
        return None if text is None else datetime.fromisoformat(text)
    except ValueError:
        return None
