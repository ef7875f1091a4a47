"""PostgreSQL: a database on a server, through psycopg."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, LiteralString

import psycopg
from psycopg.pq import TransactionStatus
from psycopg.rows import TupleRow, tuple_row
from psycopg.types.json import set_json_loads

from coterie import dialects
from coterie.compiler.sharing.facts import NOTHING_KNOWN, Statistics
from coterie.compiler.writing.render import render
from coterie.errors import WarehouseError
from coterie.runtime.postgres_statistics import statistics
from coterie.runtime.sqlstates import code_of
from coterie.runtime.warehouse import CONCURRENT, Columns, Cost, Publishing, Row, grouped, lent

if TYPE_CHECKING:
    from sqlglot import exp

    from coterie.compiler.definitions import PostgresTarget

# What a session, its user or its database may have set otherwise, and SQL would then mean something else.
PINNED = {
    "TimeZone": "UTC",
    "DateStyle": "ISO, YMD",
    "client_encoding": "UTF8",
    "extra_float_digits": "1",
    "standard_conforming_strings": "on",
    "transform_null_equals": "off",
}
LOCK = 0x636F7465726965  # runs are one after the other: they write to the same tables

_TOO_MANY_COLUMNS = "54011"

_SINCE_16 = "pg_input_is_valid"


class Postgres:
    """A session on a connection, each statement a transaction of its own unless `transaction` puts them together."""

    dialect = "postgres"
    publishing = Publishing(transactions="everything", replacing="in_place", changing="delete")

    def __init__(self, connection: psycopg.Connection[Any], *, owned: bool) -> None:
        self._connection = connection
        self._owned = owned
        self._autocommit = connection.autocommit
        self._changed: dict[str, str] = {}
        self._is_cancelled = False
        if connection.closed:
            raise WarehouseError("connection_lost", "the connection is closed")
        if connection.info.transaction_status != TransactionStatus.IDLE:
            raise WarehouseError("transaction_open", "the connection is inside a transaction, which has to end first")
        try:
            with _translated():
                connection.autocommit = True
                before = {name: self._setting(name) for name in PINNED}
                self._changed = {name: before[name] for name, value in PINNED.items() if before[name] != value}
                self._set({name: PINNED[name] for name in self._changed})
        except BaseException:
            with suppress(psycopg.Error):
                self._restore()
            raise

    def columns(self, query: exp.Query) -> Columns:
        from sqlglot import exp

        described = exp.select(exp.Star()).from_(query.subquery("described")).limit(0)
        with _translated():
            result = self._ask(_text(described)).pgresult
            assert result is not None
            every = range(result.nfields)
            types = [(result.ftype(number), result.fmod(number)) for number in every]
            natives = [self._ask("SELECT FORMAT_TYPE(%s, %s)", one).fetchone() for one in types]
        names = [(result.fname(number) or b"").decode() for number in every]
        return tuple((name, row[0]) for name, row in zip(names, natives, strict=True) if row)

    def relations(self, schema: str) -> dict[str, Columns]:
        with _translated():
            rows = self._ask(
                """SELECT c.relname, a.attname, FORMAT_TYPE(a.atttypid, a.atttypmod)
                FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid
                JOIN pg_namespace AS n ON n.oid = c.relnamespace
                WHERE n.nspname = %s AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND a.attnum > 0 AND NOT a.attisdropped
                ORDER BY c.relname, a.attnum""",
                [schema],
            ).fetchall()
        return grouped(rows)

    def table_names(self) -> list[str]:
        with _translated():
            rows = self._ask(
                """SELECT CASE WHEN PG_TABLE_IS_VISIBLE(c.oid) THEN '' ELSE n.nspname || '.' END || c.relname
                FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname NOT LIKE 'pg\\_%'
                AND n.nspname <> 'information_schema'
                ORDER BY n.nspname, c.relname"""
            ).fetchall()
        return [name for (name,) in rows]

    def statistics(self, sources: Mapping[str, exp.Expr]) -> Statistics:
        from sqlglot import exp

        places = {model: (one.db, one.name) for model, one in sources.items() if isinstance(one, exp.Table)}
        if self._connection.info.transaction_status == TransactionStatus.IDLE:  # else a mistake would end what is open
            with suppress(WarehouseError), _translated():
                return statistics(places, lambda query, asked: self._ask(query, asked).fetchall())
        return NOTHING_KNOWN

    def execute(self, statement: exp.Expr) -> None:
        with _translated():
            self._ask(_text(statement))

    def fetch(self, query: exp.Expr) -> Sequence[Row]:
        with _translated(), self._cursor() as cursor:
            set_json_loads(_as_written, cursor)
            return cursor.execute(_text(query)).fetchall()

    @contextmanager
    def transaction(self, label: str) -> Iterator[None]:
        """All statements see the same rows; the lock comes before, so that they see what the run before has left."""
        with _translated():
            self._lock()
        try:
            with _translated(), self._connection.transaction():
                self._ask("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
                self._ask("SELECT SET_CONFIG('application_name', %s, TRUE)", [label])
                yield
        finally:
            with suppress(psycopg.Error):  # a connection that is lost has no lock any more
                self._ask("SELECT PG_ADVISORY_UNLOCK(%s)", [LOCK])

    def cost(self) -> Cost:
        return Cost()

    def cancel(self) -> None:
        """By a connection of its own, so that it does not matter which thread asks for it."""
        self._is_cancelled = True
        with _translated():
            self._connection.cancel_safe()

    def close(self) -> None:
        if self._owned:
            self._connection.close()
        if self._connection.closed:  # also where it was lost: there is nothing left to set
            return
        with _translated():
            self._restore()

    def _cursor(self) -> psycopg.Cursor[TupleRow]:
        """Not as the connection makes them, whose rows and marks of parameters may be of another kind."""
        return psycopg.Cursor(self._connection, row_factory=tuple_row)

    def _ask(self, query: LiteralString | bytes, parameters: Sequence[Any] | None = None) -> psycopg.Cursor[TupleRow]:
        return self._cursor().execute(query, parameters)

    def _lock(self) -> None:
        """Wait for the run before, for as long as a statement may take."""
        self._is_cancelled = False
        try:
            self._ask("SELECT PG_ADVISORY_LOCK(%s)", [LOCK])
        except psycopg.errors.QueryCanceled as error:
            if self._is_cancelled:
                raise
            message = f"another run into the same database is under way, this one changed nothing: {_first_line(error)}"
            raise WarehouseError("concurrent_run", message) from error

    def _restore(self) -> None:
        """Give the connection back as it was."""
        try:
            self._set(self._changed)
        finally:
            self._connection.autocommit = self._autocommit

    def _setting(self, name: str) -> str:
        row = self._ask("SELECT CURRENT_SETTING(%s)", [name]).fetchone()
        return str(row[0]) if row else ""

    def _set(self, values: Mapping[str, str]) -> None:
        for name, value in values.items():
            self._ask("SELECT SET_CONFIG(%s, %s, FALSE)", [name, value])


def connect(target: PostgresTarget, root: Path, *, read_only: bool) -> Postgres:
    """Open a connection; what the target leaves out, libpq knows."""
    given = {
        "host": target.host,
        "port": target.port,
        "dbname": target.database,
        "user": target.user,
        "password": target.password,
        "sslmode": target.sslmode,
    }
    options: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    try:
        connection = psycopg.connect(
            **options, connect_timeout=target.connect_timeout, application_name="coterie", autocommit=True
        )
    except psycopg.Error as error:
        raise WarehouseError("cannot_connect", f"PostgreSQL cannot be reached: {_first_line(error)}") from error
    try:
        session = Postgres(connection, owned=True)
        with _translated():
            if target.statement_timeout is not None:
                session._set({"statement_timeout": f"{target.statement_timeout}s"})
            if read_only:
                session._set({"default_transaction_read_only": "on"})
    except BaseException:
        connection.close()
        raise
    return session


def adopt(connection: Any) -> Postgres:
    """Use an open connection, sharing its session."""
    return Postgres(lent(connection, psycopg.Connection, "a connection of psycopg"), owned=False)


def _as_written(json: str | bytes) -> str:
    return json if isinstance(json, str) else json.decode()


def _text(statement: exp.Expr) -> bytes:
    return render(statement, dialects.get("postgres")).encode()


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except psycopg.Error as error:
        state = error.sqlstate or ""
        code = code_of(state)
        if isinstance(error, psycopg.OperationalError) and not state:
            code = "connection_lost"
        message = _first_line(error)
        if code == "needed_elsewhere" and error.diag.message_detail:
            message = f"{message}: {error.diag.message_detail}"
        if state == _TOO_MANY_COLUMNS:
            message = f"PostgreSQL holds at most 1,600 columns in a table, publish fewer traits of a model: {message}"
        if _SINCE_16 in message:
            message = f"{message}: reading texts as numbers, dates or JSON needs PostgreSQL 16"
        if code == "concurrent_run":
            message = f"{CONCURRENT}: {message}"
        raise WarehouseError(code, message) from error


def _first_line(error: psycopg.Error) -> str:
    return (error.diag.message_primary or str(error)).strip().partition("\n")[0]
