"""What PostgreSQL knows of tables since they were analyzed: nothing is read but its catalog."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, LiteralString

from coterie.runtime.catalog_statistics import CatalogStatistics, KnownTable

# The column by whose ranges a table is partitioned, and its rows with those of partitions and of what inherits: -1
# are unknown, unless there is no file of them.
_TABLES = """
    SELECT asked.model, c.oid, c.relkind IN ('r', 'p', 'm'), (
        SELECT a.attname FROM pg_partitioned_table AS p
        JOIN pg_attribute AS a ON a.attrelid = p.partrelid AND a.attnum = p.partattrs[0]
        WHERE p.partrelid = c.oid AND p.partstrat = 'r'
    ), CASE WHEN c.relkind IN ('r', 'p', 'm') THEN (
        WITH RECURSIVE parts AS (
            SELECT c.oid UNION SELECT i.inhrelid FROM pg_inherits AS i JOIN parts ON i.inhparent = parts.oid
        )
        SELECT CASE
            WHEN BOOL_AND(part.reltuples >= 0 OR part.relkind <> 'f' AND PG_RELATION_SIZE(part.oid) = 0)
            THEN SUM(GREATEST(part.reltuples, 0))
        END
        FROM parts JOIN pg_class AS part ON part.oid = parts.oid WHERE part.relkind <> 'p'
    ) END
    FROM UNNEST(%s::text[], %s::text[], %s::text[]) AS asked (model, schema, name)
    JOIN pg_class AS c ON c.relname = asked.name JOIN pg_namespace AS n ON n.oid = c.relnamespace
        AND (n.nspname = asked.schema OR asked.schema = '' AND PG_TABLE_IS_VISIBLE(c.oid))"""

_COLUMNS = """
    SELECT asked.model, s.attname, s.n_distinct, (s.histogram_bounds::text::text[])[1]
    FROM UNNEST(%s::text[], %s::oid[]) AS asked (model, oid)
    JOIN pg_class AS c ON c.oid = asked.oid JOIN pg_namespace AS n ON n.oid = c.relnamespace
    JOIN pg_stats AS s ON s.schemaname = n.nspname AND s.tablename = c.relname
        AND s.inherited = (c.relkind = 'p' OR c.relhassubclass)"""

Ask = Callable[[LiteralString, list[list[Any]]], Iterable[Sequence[Any]]]


def statistics(places: Mapping[str, tuple[str, str]], ask: Ask) -> CatalogStatistics:
    """Of tables by model, as (schema, name); those in no named schema are found by the search path.

    Raises what `ask` does, which runs a query with its parameters.
    """
    asked = [[*places], [schema for schema, _ in places.values()], [name for _, name in places.values()]]
    tables = {model: about for model, *about in ask(_TABLES, asked)}
    distinct = dict[str, dict[str, int]]()
    oldest = dict[str, dict[str, datetime]]()
    for model, column, values, first in ask(_COLUMNS, [[*tables], [oid for oid, *_ in tables.values()]]):
        *_, rows = tables[model]
        if values > 0 or (values < 0 and rows is not None):  # less than 0 is how many there are for each row
            distinct.setdefault(model, {})[column] = round(values if values > 0 else -values * rows)
        moment = _moment(first)
        if moment is not None:
            oldest.setdefault(model, {})[column] = moment
    return CatalogStatistics(
        {
            model: KnownTable(
                stored,
                None if rows is None else int(rows),
                distinct.get(model, {}),
                oldest.get(model, {}),
                frozenset([] if ranged is None else [ranged]),
            )
            for model, (_, stored, ranged, rows) in tables.items()
        }
    )


def _moment(text: str | None) -> datetime | None:
    """A date or timestamp; None for any other text, as of what lies before the year 1 or beyond 9999."""
    try:
        return None if text is None else datetime.fromisoformat(text)
    except ValueError:
        return None
