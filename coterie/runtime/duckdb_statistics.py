"""What DuckDB knows of the sources of models, asked when a choice depends on it; of columns it reads a sample.

Nothing depends on the answers but speed, so that a source that cannot be read tells nothing here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from functools import cached_property
from typing import Any

from sqlglot import exp

from coterie.errors import WarehouseError

SAMPLED_ROWS = 50_000
_FUNCTIONS = ("READ_PARQUET",)

Fetch = Callable[[exp.Expr], Sequence[tuple[Any, ...]]]


class DuckDBStatistics:
    """Of sources by model: tables, or what reads files. Of other models nothing is known."""

    def __init__(self, sources: Mapping[str, exp.Expr], fetch: Fetch) -> None:
        self._sources = sources
        self._fetch = fetch
        self._answers: dict[tuple[str, str, str], Any] = {}

    def is_stored(self, model: str) -> bool:
        """Parquet files and tables are read fast, again and again; CSV files, views and the like are not."""
        source = self._sources.get(model)
        if source is None:
            return False
        if not isinstance(source, exp.Table):
            return isinstance(source, exp.Anonymous) and source.name.upper() in _FUNCTIONS
        return (source.catalog.lower(), source.db.lower(), source.name.lower()) not in self._views

    def rows(self, model: str) -> int | None:
        found = self._ask(model, "", exp.Count(this=exp.Star())) if self.is_stored(model) else None
        return int(found) if found is not None else None

    def distinct(self, model: str, column: str) -> int | None:
        rows = self.rows(model)
        if not rows:
            return None
        distinct = exp.Count(this=exp.Distinct(expressions=[_column(column)]))
        found = self._ask(model, column, distinct, percent=min(100.0, 100 * SAMPLED_ROWS / rows))
        return int(found) if found is not None else None

    def oldest(self, model: str, column: str) -> date | datetime | None:
        found = self._ask(model, column, exp.Min(this=_column(column))) if self.is_stored(model) else None
        return found if isinstance(found, date) else None

    def prunes(self, model: str, column: str) -> bool:
        """All that DuckDB stores tells of its pieces what values they have: its prices know that."""
        return False

    def _ask(self, model: str, column: str, value: exp.Expr, percent: float | None = None) -> Any:
        """One value of all rows of a source, or of a sample."""
        asked = model, column, type(value).__name__
        if asked not in self._answers:
            self._answers[asked] = None
            source = self._sources[model].copy()
            table = source if isinstance(source, exp.Table) else exp.Table(this=source)
            if percent is not None:
                part = exp.Literal.number(f"{percent:.6f}")
                table.set("sample", exp.TableSample(method=exp.var("SYSTEM"), percent=part, seed=exp.Literal.number(1)))
            query = exp.Select(expressions=[value])
            query.set("from_", exp.From(this=table))
            with suppress(WarehouseError):
                ((self._answers[asked],),) = self._fetch(query)
        return self._answers[asked]

    @cached_property
    def _views(self) -> set[tuple[str, str, str]]:
        """As definitions may write them."""
        columns = [exp.column(name) for name in ("database_name", "schema_name", "view_name")]
        query = exp.select(*columns).from_(exp.Anonymous(this="DUCKDB_VIEWS"), copy=False)
        found = set[tuple[str, str, str]]()
        for database, schema, name in self._fetch(query):
            parts = database.lower(), schema.lower(), name.lower()
            found |= {parts, ("", parts[1], parts[2]), ("", parts[0], parts[2]), ("", "", parts[2])}
        return found


def _column(name: str) -> exp.Column:
    return exp.column(name, quoted=True)
