"""What the catalogs of warehouses tell of tables, for the choice between ways to compute the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class KnownTable:
    """About one table: how many rows it has, how many different values a column of it, and which is the first moment.

    What reads other tables whenever it is read, as views do, is not stored.
    """

    is_stored: bool
    rows: int | None = None
    distinct: Mapping[str, int] = field(default_factory=dict)
    oldest: Mapping[str, date | datetime] = field(default_factory=dict)


_UNKNOWN = KnownTable(is_stored=True)


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

    def _of(self, model: str) -> KnownTable:
        return self._tables.get(model, _UNKNOWN)
