"""What the catalogs of warehouses tell of tables, for the choice between ways to compute the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlglot import exp

from coterie.errors import WarehouseError

Fetch = Callable[[exp.Query], Sequence[tuple[Any, ...]]]
"""Runs a query on a catalog."""

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


@contextmanager
def unless_refused() -> Iterator[None]:
    """Leave unknown what a catalog does not tell; there is no use in asking on when the connection is lost."""
    try:
        yield
    except WarehouseError as error:
        if error.code == "connection_lost":
            raise
