"""DuckDB: a file or `:memory:`, in this process."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from coterie import dialects
from coterie.compiler.sharing.facts import NOTHING_KNOWN
from coterie.compiler.writing.render import render
from coterie.errors import WarehouseError
from coterie.runtime.warehouse import CONCURRENT, Columns, Cost, Publishing, Row, grouped, lent, unless_lost
from coterie.types import TEXT, Type, array

if TYPE_CHECKING:
    from sqlglot import exp

    from coterie.compiler.definitions import DuckDBTarget
    from coterie.compiler.sharing.facts import Statistics

MEMORY = ":memory:"

# What a session may have set otherwise, and SQL would then mean something else; and no Python variable is a table.
PINNED = {
    "TimeZone": "UTC",
    "Calendar": "gregorian",
    "default_collation": "",
    "default_null_order": "NULLS_LAST",
    "default_order": "ASCENDING",
    "integer_division": "false",
    "ieee_floating_point_ops": "true",
    "python_enable_replacements": "false",
    "enable_progress_bar": "false",
}

# The first class that fits an error gives its code; subclasses stand before their parents.
_CODES: tuple[tuple[type[duckdb.Error], str], ...] = (
    (duckdb.InterruptException, "cancelled"),
    (duckdb.OutOfMemoryException, "out_of_memory"),
    (duckdb.TransactionException, "concurrent_run"),
    (duckdb.OutOfRangeException, "out_of_range"),
    (duckdb.ConversionException, "not_convertible"),
    (duckdb.CatalogException, "wrong_relation"),
    (duckdb.PermissionException, "not_permitted"),
    (duckdb.IOException, "input_output"),
    (duckdb.ConnectionException, "connection_lost"),
    (duckdb.FatalException, "connection_lost"),
    (duckdb.ParserException, "statement_refused"),
    (duckdb.BinderException, "statement_refused"),
)


class DuckDB:
    """A session on a DuckDB connection."""

    dialect = "duckdb"
    publishing = Publishing(transactions="everything", replacing="or_replace", changing="delete")

    def __init__(self, connection: duckdb.DuckDBPyConnection, *, owned: bool) -> None:
        self._connection = connection
        self._owned = owned
        before = {name: self._setting(name) for name in PINNED}
        self._changed = {name: before[name] for name, value in PINNED.items() if before[name] != value}
        self._set({name: PINNED[name] for name in self._changed})

    def columns(self, query: exp.Query) -> Columns:
        from sqlglot import exp

        rows = self.fetch(exp.Describe(this=query))
        return tuple((name, native) for name, native, *_ in rows)

    def relations(self, schema: str) -> dict[str, Columns]:
        with _translated():
            rows = self._connection.execute(
                """SELECT table_name, column_name, data_type FROM information_schema.columns
                WHERE LOWER(table_schema) = LOWER(?) AND table_catalog = CURRENT_DATABASE()
                ORDER BY table_name, ordinal_position""",
                [schema],
            ).fetchall()
        return grouped(rows)

    def table_names(self) -> list[str]:
        with _translated():
            rows = self._connection.execute(
                """SELECT CASE WHEN table_schema = CURRENT_SCHEMA() THEN '' ELSE table_schema || '.' END || table_name
                FROM information_schema.tables WHERE table_catalog = CURRENT_DATABASE()
                ORDER BY table_schema, table_name"""
            ).fetchall()
        return [name for (name,) in rows]

    def statistics(self, sources: Mapping[str, exp.Expr]) -> Statistics:
        if self._is_in_transaction():  # which a question that fails would end
            return NOTHING_KNOWN
        from coterie.runtime.duckdb_statistics import DuckDBStatistics

        return DuckDBStatistics(sources, self.fetch)

    def execute(self, statement: exp.Expr) -> None:
        with _translated():
            self._connection.execute(_text(statement))

    def fetch(self, query: exp.Expr) -> Sequence[Row]:
        with _translated():
            return self._connection.execute(_text(query)).fetchall()

    def isolate(self) -> None:
        """Read no files and no network from here on."""
        with _translated():
            self._connection.execute("SET enable_external_access = false")

    def replace_schema(self, schema: str) -> None:
        """Create an empty schema, in place of one that is called so."""
        from sqlglot import exp

        name = exp.Table(db=exp.to_identifier(schema, quoted=True))
        self.execute(exp.Drop(tables=[name], kind="SCHEMA", exists=True, cascade=True))
        self.execute(exp.Create(this=name.copy(), kind="SCHEMA"))

    def create_table(self, schema: str, name: str, columns: Sequence[tuple[str, Type, Sequence[object]]]) -> None:
        """Create a table with the values of its columns."""
        from sqlglot import exp

        dialect = dialects.get(self.dialect)
        selected = []
        for column, type, _ in columns:
            texts = exp.Cast(this=exp.Placeholder(), to=dialect.write_type(_texts_in(array(type))))
            value = exp.Cast(this=exp.Anonymous(this="UNNEST", expressions=[texts]), to=dialect.write_type(type))
            selected.append(exp.alias_(value, column, quoted=True, copy=False))
        rows = exp.Select(expressions=selected)
        table = exp.Create(this=exp.table_(name, db=schema, quoted=True), kind="TABLE", expression=rows)
        with _translated():
            self._connection.execute(_text(table), [[_as_text(value) for value in values] for _, _, values in columns])

    @contextmanager
    def transaction(self, label: str) -> Iterator[None]:
        if self._is_in_transaction():
            raise WarehouseError("transaction_open", "the connection is inside a transaction, which has to end first")
        with _translated():
            self._connection.begin()
        try:
            yield
            with _translated():
                self._connection.commit()
        except BaseException:
            with suppress(duckdb.Error):  # after a failed commit there is nothing left to roll back
                self._connection.rollback()
            raise

    def _is_in_transaction(self) -> bool:
        """Outside of one, every statement has a number of its own."""
        with _translated():
            first, second = (self._connection.execute("SELECT txid_current()").fetchone() for _ in range(2))
        return bool(first == second)

    def cost(self) -> Cost:
        return Cost()

    def cancel(self) -> None:
        self._connection.interrupt()

    def close(self) -> None:
        if self._owned:
            self._connection.close()
            return
        with unless_lost():
            self._set(self._changed)

    def _setting(self, name: str) -> str:
        with _translated():
            row = self._connection.execute("SELECT current_setting(?)", [name]).fetchone()
        value = row[0] if row else ""
        return str(value).lower() if isinstance(value, bool) else str(value)

    def _set(self, values: Mapping[str, str]) -> None:
        from sqlglot import exp

        for name, value in values.items():
            item = exp.SetItem(this=exp.EQ(this=exp.column(name), expression=exp.Literal.string(value)))
            self.execute(exp.Set(expressions=[item]))


def connect(target: DuckDBTarget, root: Path, *, read_only: bool) -> DuckDB:
    """Open the target's database; read-only, one that does not exist yet is an empty one."""
    path = target.path if target.path == MEMORY else str(root / target.path)
    if read_only and not Path(path).exists():
        path = MEMORY
    connection = _open(path, read_only=read_only and path != MEMORY)
    if target.threads is not None:
        with _translated():
            connection.execute("SET threads = ?", [target.threads])
    return DuckDB(connection, owned=True)


def adopt(connection: Any) -> DuckDB:
    """Use an open connection, sharing its session: what it registered can be a model's table."""
    return DuckDB(lent(connection, duckdb.DuckDBPyConnection, "a connection of duckdb"), owned=False)


def _open(path: str, *, read_only: bool) -> duckdb.DuckDBPyConnection:
    try:
        return duckdb.connect(path, read_only=read_only)
    except duckdb.ConnectionException as error:
        if not read_only:
            raise _not_opened(path, error) from error
    except duckdb.Error as error:
        raise _not_opened(path, error) from error
    # this process has the file open for writing, and DuckDB wants all sessions of a process to be of one kind
    return _open(path, read_only=False)


def _not_opened(path: str, error: duckdb.Error) -> WarehouseError:
    text = _first_line(error)
    if "Could not set lock" in text:
        return WarehouseError("database_locked", f"`{path}` is in use by another process, wait until that one is done")
    return WarehouseError("cannot_connect", f"`{path}` cannot be opened: {text}")


def _texts_in(type: Type) -> Type:
    """A type with texts in place of its values."""
    return TEXT if type.element is None else array(_texts_in(type.element))


def _as_text(value: object) -> object:
    """A value as a text that can be cast to its type; an array as a list of them."""
    match value:
        case None | str():
            return value
        case bool():
            return str(value).lower()
        case list() | tuple():
            return [_as_text(item) for item in value]
        case date():
            return value.isoformat()
        case Decimal():
            return f"{value:f}"
    return str(value)


def _text(statement: exp.Expr) -> str:
    return render(statement, dialects.get("duckdb"))


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except RuntimeError as error:  # as DuckDB tells of Ctrl-C
        if "interrupt" not in str(error).lower():
            raise
        raise KeyboardInterrupt from error
    except duckdb.Error as error:
        code = next((code for kind, code in _CODES if isinstance(error, kind)), "warehouse_failed")
        message = _first_line(error)
        if code == "wrong_relation" and "does not exist" in message:
            code = "missing_relation"
        if code == "concurrent_run":
            message = f"{CONCURRENT}: {message}"
        raise WarehouseError(code, message) from error


def _first_line(error: duckdb.Error) -> str:
    """The driver's message without its class and without the statement it shows."""
    text = str(error).partition("\n")[0]
    _, colon, rest = text.partition(" Error: ")
    return rest if colon else text
