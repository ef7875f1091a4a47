"""What Snowflake's catalog tells of tables: their rows, always, and the keys by which they are clustered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlglot import exp

from coterie.runtime.catalog_keys import columns_of_key
from coterie.runtime.catalog_statistics import (
    CatalogStatistics,
    Fetch,
    KnownTable,
    Place,
    places_of,
    statistics_at,
    unless_refused,
)

_COMPUTED = ("VIEW", "EXTERNAL TABLE")
_PUBLIC = "PUBLIC"
"""Where names without a schema are looked for when the session's own schema does not have them."""


def statistics(sources: Mapping[str, exp.Expr], fetch: Fetch) -> CatalogStatistics:
    """Of the sources of models that are tables. Every database has a catalog of its own, which may be closed to us.

    Raises WarehouseError when the connection is lost.
    """
    places, found = places_of(sources), dict[Place, KnownTable]()
    for database in dict.fromkeys(database for database, _, _ in places.values()):
        names = [name for of_database, _, name in places.values() if of_database == database]
        with unless_refused():
            for current, schema, name, *about in fetch(_query(database, names)):
                table = found[database, schema, name] = _known(*about)
                if not database and schema == current:
                    found["", "", name] = table
                elif not database and schema == _PUBLIC:
                    found.setdefault(("", "", name), table)
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
    if kind in _COMPUTED:
        return KnownTable(is_stored=False)
    first = columns_of_key(key, "snowflake")[:1] if key else []
    return KnownTable(is_stored=True, rows=rows, pruned=frozenset(column for column in first if column is not None))
