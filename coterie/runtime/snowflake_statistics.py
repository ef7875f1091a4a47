"""What Snowflake's catalog tells of tables: their rows, always, and the keys by which they are clustered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sqlglot import exp

from coterie.runtime.catalog_statistics import (
    CatalogStatistics,
    KnownTable,
    Place,
    columns_of_key,
    places_of,
    statistics_at,
)

_STORED = ("BASE TABLE", "TEMPORARY TABLE", "EVENT TABLE", "MATERIALIZED VIEW")

Fetch = Callable[[exp.Query], Sequence[tuple[Any, ...]]]


def statistics(sources: Mapping[str, exp.Expr], fetch: Fetch) -> CatalogStatistics:
    """Of the sources of models that are tables. Every database has a catalog of its own."""
    places, found = places_of(sources), dict[Place, KnownTable]()
    for database in dict.fromkeys(database for database, _, _ in places.values()):
        names = [name for of_database, _, name in places.values() if of_database == database]
        for current, schema, name, *about in fetch(_query(database, names)):
            found[database, schema, name] = _known(*about)
            if not database and schema == current:
                found["", "", name] = found["", schema, name]
    return statistics_at(places, found)


def _query(database: str, names: Iterable[str]) -> exp.Select:
    columns = ("table_schema", "table_name", "table_type", "row_count", "clustering_key")
    catalog = exp.to_identifier(database, quoted=True) if database else None
    return (
        exp.select(exp.Anonymous(this="CURRENT_SCHEMA"), *map(exp.column, columns))
        .from_(exp.table_("tables", db="information_schema", catalog=catalog))
        .where(exp.column("table_name").isin(*dict.fromkeys(names)))
    )


def _known(kind: str, rows: int | None, key: str | None) -> KnownTable:
    """A bound of the first column of a key leaves rows unread."""
    is_stored = kind in _STORED
    (first, *_) = columns_of_key(key, "snowflake") if key else [[]]
    return KnownTable(is_stored, rows if is_stored else None, pruned=frozenset(first))
