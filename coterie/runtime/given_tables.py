"""Given rows of unit tests as tables of a DuckDB in memory, which can read nothing else."""

from __future__ import annotations

from pathlib import Path

from sqlglot import exp

from coterie.compiler.definitions import DuckDBTarget, SqlTrait
from coterie.compiler.testing.queries import GIVEN_SCHEMA, Given
from coterie.errors import CompileError, WarehouseError
from coterie.runtime.catalog import query_columns
from coterie.runtime.duckdb import DuckDB, connect
from coterie.runtime.warehouse import Columns


class GivenTables:
    """A session that begins with the first rows, and holds those of one test at a time."""

    def __init__(self) -> None:
        self._session: DuckDB | None = None
        self._held: Given | None = None

    def holding(self, given: Given) -> DuckDB:
        """The session, with exactly these tables. Raises WarehouseError where their rows cannot be loaded."""
        if self._session is None:
            self._session = connect(DuckDBTarget(source_type="duckdb", threads=1), Path(), read_only=False)
            self._session.isolate()
        if self._held is not given:
            self._held = None
            self._session.replace_schema(GIVEN_SCHEMA)
            for name, columns in given.items():
                if columns:
                    self._session.create_table(
                        GIVEN_SCHEMA, name, [(one.name, one.type, one.values) for one in columns]
                    )
            self._held = given
        return self._session

    def describe(self, given: Given, trait: SqlTrait, query: exp.Select) -> Columns:
        """What columns a trait's SELECT gives over given rows. Error: `unreadable_query`."""
        try:
            session = self.holding(given)
        except WarehouseError as error:
            place = trait.origin.at("config", "sql_query")
            raise CompileError("unreadable_query", f"the rows cannot be loaded: {error.message}", place) from error
        return query_columns(trait, query, session)

    def close(self) -> None:
        """Forget everything."""
        if self._session is not None:
            self._session.close()
