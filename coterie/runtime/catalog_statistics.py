"""What the catalogs of warehouses tell of tables, for the choice between ways to compute the same."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlglot import Dialect, exp, parse_one
from sqlglot.errors import SqlglotError

Place = tuple[str, str, str]
"""Of a table: its database and schema, empty where a definition leaves them out, and its name."""


@dataclass(frozen=True, slots=True)
class KnownTable:
    """About one table: how many rows it has, how many different values a column of it, and which is the first moment.

    What reads other tables whenever it is read, as views do, is not stored. By the columns of `pruned` a table is
    partitioned or sorted: a bound of them leaves other rows unread.
    """

    is_stored: bool
    rows: int | None = None
    distinct: Mapping[str, int] = field(default_factory=dict)
    oldest: Mapping[str, date | datetime] = field(default_factory=dict)
    pruned: frozenset[str] = frozenset()


UNKNOWN = KnownTable(is_stored=True)
_SNOWFLAKE_S_ORDER = "LINEAR"
"""As a function of the expressions of a key."""
_IN_ORDER = (exp.Alias, exp.Cast, exp.DateTrunc, exp.Neg, exp.TimestampTrunc, exp.TsOrDsToDate, exp.Year)
"""What has the order of its argument, or the other way round; an alias is what sqlglot takes DESC for."""
_CALLED_IN_ORDER = re.compile("to(Date|Year|YYYYMM|StartOf|Relative|UnixTimestamp)")
"""Functions of ClickHouse that do, of which sqlglot knows the names only."""


class CatalogStatistics:
    """Of the sources of models, by model; nothing of what the catalog does not have."""

    def __init__(self, tables: Mapping[str, KnownTable]) -> None:
        self._tables = tables

    def is_stored(self, model: str) -> bool:
        return self._of(model).is_stored

    def rows(self, model: str) -> int | None:
        return self._of(model).rows

    def distinct(self, model: str, column: str) -> int | None:
        return self._of(model).distinct.get(column)

    def oldest(self, model: str, column: str) -> date | datetime | None:
        return self._of(model).oldest.get(column)

    def prunes(self, model: str, column: str) -> bool:
        return column in self._of(model).pruned

    def _of(self, model: str) -> KnownTable:
        return self._tables.get(model, UNKNOWN)


def places_of(sources: Mapping[str, exp.Expr]) -> dict[str, Place]:
    """Where the sources of models that are tables are."""
    return {model: (one.catalog, one.db, one.name) for model, one in sources.items() if isinstance(one, exp.Table)}


def statistics_at(places: Mapping[str, Place], found: Mapping[Place, KnownTable]) -> CatalogStatistics:
    """Of models by the places of their tables, as definitions may write them."""
    return CatalogStatistics({model: found[place] for model, place in places.items() if place in found})


def columns_of_key(key: str, dialect: str) -> list[str | None]:
    """The columns of a key by which a table is sorted or partitioned, as its catalog writes it.

    For an expression whose order is that of a column, that; None for any other.
    """
    try:
        tree = parse_one(f"({key})", dialect=dialect).unnest()
    except (SqlglotError, IndexError):  # of what sqlglot cannot read it does not always say so
        return []
    parts = tree.expressions if isinstance(tree, exp.Tuple) or tree.name.upper() == _SNOWFLAKE_S_ORDER else [tree]
    folded = Dialect.get_or_raise(dialect).normalize_identifier
    columns = map(_column_of, parts)
    return [None if column is None else folded(column.this).name for column in columns]


def _column_of(part: exp.Expr) -> exp.Column | None:
    """The column that has the order of an expression; a field of one is another."""
    while isinstance(part, _IN_ORDER) or (isinstance(part, exp.Anonymous) and _CALLED_IN_ORDER.match(part.name)):
        part = part.expressions[0] if isinstance(part, exp.Anonymous) else part.this
    return part if isinstance(part, exp.Column) and not part.table else None
