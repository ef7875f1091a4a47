"""What Spark's catalogs tell of tables, and Databricks' with them: rows and values of those that were analyzed.

A table is described when a choice depends on it, and a column when it has been counted. Temporary views tell nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlglot import exp

from coterie.errors import WarehouseError
from coterie.runtime.catalog_statistics import UNKNOWN, KnownTable

_ABOUT = "# Detailed Table Information"
_PARTS = ("# Partition Information", "# Partitioning", "# Clustering Information")
_HEADER = "# col_name"
_COMPUTED = ("VIEW", "METRIC_VIEW", "FOREIGN")
_ROWS = re.compile(r"(\d+) rows")
_TRANSFORMED = re.compile(r"Part \d+")
_COLUMN = re.compile(r"(?:(?:identity|years?|months?|days?|hours?)\()?`?([^`(),]+)`?\)?")
"""What rows are put apart by: `at`, or a transformation of it that keeps its order, as `days(at)`."""

Described = Sequence[tuple[Any, ...]]


class SparkStatistics:
    """Of sources by model, as far as these are tables."""

    def __init__(self, sources: Mapping[str, exp.Expr], fetch: Callable[[exp.Expr], Described]) -> None:
        self._sources = sources
        self._fetch = fetch
        self._tables: dict[str, KnownTable] = {}
        self._columns: dict[tuple[str, str], Mapping[str, str]] = {}

    def is_stored(self, model: str) -> bool:
        return self._table(model).is_stored

    def rows(self, model: str) -> int | None:
        return self._table(model).rows

    def distinct(self, model: str, column: str) -> int | None:
        found = self._column(model, column).get("distinct_count", "")
        return int(found) if found.isdecimal() else None

    def oldest(self, model: str, column: str) -> date | datetime | None:
        found = self._column(model, column).get("min", "").replace(" +", "+")  # before the offset, which is that of UTC
        try:
            return datetime.fromisoformat(found)
        except ValueError:
            return None

    def prunes(self, model: str, column: str) -> bool:
        return column.lower() in self._table(model).pruned

    def _table(self, model: str) -> KnownTable:
        if model not in self._tables:
            self._tables[model] = known(self._described(model))
        return self._tables[model]

    def _column(self, model: str, column: str) -> Mapping[str, str]:
        """What is told of a column of a table whose rows were counted."""
        asked = model, column
        if asked not in self._columns:
            rows = self._described(model, column) if self.rows(model) is not None else ()
            self._columns[asked] = {name: value or "" for name, value, *_ in rows}
        return self._columns[asked]

    def _described(self, model: str, column: str = "") -> Described:
        source = self._sources.get(model)
        if not isinstance(source, exp.Table):
            return ()
        of_column = exp.to_identifier(column, quoted=True) if column else None  # which stands where a partition might
        try:
            return self._fetch(exp.Describe(this=source.copy(), style="EXTENDED", partition=of_column))
        except WarehouseError as error:
            if error.code == "connection_lost":
                self._sources = {}
            return ()


def known(described: Described) -> KnownTable:
    """What a description says of a table."""
    about = {name: value for section, name, value in _sections(described) if section == _ABOUT}
    if "Type" not in about:
        return UNKNOWN
    counted = _ROWS.search(about.get("Statistics", ""))
    pruned = frozenset(_parted_by(described))
    return KnownTable(about["Type"] not in _COMPUTED, int(counted[1]) if counted else None, pruned=pruned)


def _parted_by(described: Described) -> Iterator[str]:
    """The columns by which rows are put apart, in lower case."""
    for section, name, value in _sections(described):
        if section not in _PARTS or name == _HEADER:
            continue
        if not _TRANSFORMED.fullmatch(name):
            yield name.strip("`").lower()
        elif found := _COLUMN.fullmatch(value):
            yield found[1].lower()


def _sections(described: Described) -> Iterator[tuple[str, str, str]]:
    """The rows of a description with the heading below which they stand; those of columns stand below none."""
    section = ""
    for name, value, *_ in described:
        if name and name.startswith("# ") and name != _HEADER:
            section = name
        elif name:
            yield section, name, value or ""
