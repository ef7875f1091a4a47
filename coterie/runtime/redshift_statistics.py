"""What Redshift's catalogs tell of tables: rows, and the columns by which they are sorted.

SVV_TABLE_INFO counts the rows of tables, but of none that is empty, and only who has been granted it may read it. A
materialized view is there as the table behind it. PG_CLASS knows all names, and the rows there were when a table was
analyzed; tables that are elsewhere have a list of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from sqlglot import exp

from coterie.runtime.catalog_statistics import (
    CatalogStatistics,
    Fetch,
    KnownTable,
    Place,
    places_of,
    statistics_at,
    unless_refused,
)

_SORT_KEY = re.compile(r"AUTO\(SORTKEY(?:\((?P<chosen>.*)\))?\)|(?P<given>.*)")


def statistics(sources: Mapping[str, exp.Expr], fetch: Fetch) -> CatalogStatistics:
    """Of the sources of models that are tables. Raises WarehouseError when the connection is lost."""
    places, found = places_of(sources), dict[Place, KnownTable]()
    names = {name: name for *_, name in places.values()}
    if not names:
        return CatalogStatistics({})
    counted = dict[tuple[str, str], KnownTable]()
    behind = {f"mv_tbl__{name}__0": name for name in names} | names
    with unless_refused():
        for schema, name, rows, key in fetch(_counted(behind)):
            known = KnownTable(is_stored=True, rows=None if rows is None else int(rows), pruned=_sorted_by(key))
            counted[schema, behind[name]] = known
    with unless_refused():
        for database, schema, name in fetch(_elsewhere(names)):
            found[database, schema, name] = found["", schema, name] = KnownTable(is_stored=False)
    for database, schema, name, is_visible, kind, rows in fetch(_named(names)):
        known = counted.get((schema, name)) or KnownTable(is_stored=kind == "r")
        if known.is_stored and known.rows is None:
            known = replace(known, rows=_analyzed(rows))
        found[database, schema, name] = found["", schema, name] = known
        if is_visible:
            found["", "", name] = known
    return statistics_at(places, found)


def _counted(names: Iterable[str]) -> exp.Select:
    name = exp.column("table", quoted=True)
    columns = (exp.column("schema", quoted=True), name, exp.column("tbl_rows"), exp.column("sortkey1"))
    return exp.select(*columns).from_(exp.table_("svv_table_info")).where(name.isin(*names))


def _elsewhere(names: Iterable[str]) -> exp.Select:
    name = exp.column("tablename")
    columns = (exp.Anonymous(this="CURRENT_DATABASE"), exp.column("schemaname"), name)
    return exp.select(*columns).from_(exp.table_("svv_external_tables")).where(name.isin(*names))


def _named(names: Iterable[str]) -> exp.Select:
    """With the database at hand; views bound late are among them, too."""
    schema, name, kind = exp.column("nspname", "n"), exp.column("relname", "c"), exp.column("relkind", "c")
    is_visible = exp.Anonymous(this="PG_TABLE_IS_VISIBLE", expressions=[exp.column("oid", "c")])
    columns = (exp.Anonymous(this="CURRENT_DATABASE"), schema, name, is_visible, kind, exp.column("reltuples", "c"))
    return (
        exp.select(*columns)
        .from_(exp.table_("pg_class", alias="c"))
        .join(exp.table_("pg_namespace", alias="n"), on=exp.column("oid", "n").eq(exp.column("relnamespace", "c")))
        .where(kind.isin("r", "v"), name.isin(*names))
    )


def _analyzed(rows: float) -> int | None:
    """A table that was never analyzed has none, or a thousandth of one."""
    return int(rows) if rows >= 1 else None


def _sorted_by(key: str | None) -> frozenset[str]:
    """The first column of the sort key, which Redshift may have chosen itself."""
    found = _SORT_KEY.fullmatch(key or "")
    columns = found and (found["chosen"] or found["given"])
    return frozenset([columns.partition(",")[0].strip('"')] if columns else [])
