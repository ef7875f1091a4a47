"""Amazon Redshift: a cluster or a workgroup, through Amazon's own connector, which knows how to log in by IAM."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import redshift_connector
from redshift_connector.core import Connection
from redshift_connector.error import Error

from coterie import dialects
from coterie.compiler.sharing.facts import NOTHING_KNOWN, Statistics
from coterie.compiler.writing.render import render
from coterie.errors import WarehouseError
from coterie.runtime.redshift_statistics import statistics
from coterie.runtime.sqlstates import code_of
from coterie.runtime.warehouse import CONCURRENT, Columns, Cost, Publishing, Row, grouped, lent, unless_lost

if TYPE_CHECKING:
    from sqlglot import exp

    from coterie.compiler.definitions import RedshiftTarget

Connect = Callable[[], Any]

# What a session, its user or its cluster may have set otherwise, and SQL would then mean something else.
PINNED: Mapping[str, str] = {
    "timezone": "UTC",
    "datestyle": "ISO, YMD",
    "enable_case_sensitive_identifier": "true",
}
LABEL, TIME_LIMIT = "query_group", "statement_timeout"

_NO_ROOM = "53100"  # the disks are full, or the schema has no more room
_NOT_SERIALIZABLE = "1023"  # which comes without an SQLSTATE of its own
_FAILURES = (Error, OSError)


class Redshift:
    """A session on a connection, each statement a transaction of its own unless `transaction` puts them together."""

    dialect = "redshift"
    publishing = Publishing(transactions="everything", replacing="in_place", changing="delete", has_values=False)

    def __init__(self, connection: Any, *, again: Connect | None = None) -> None:
        """`again` opens another connection like this one, which is then the session's own."""
        self._connection = connection
        self._again = again
        self._autocommit = connection.autocommit
        if connection.in_transaction:
            raise WarehouseError("transaction_open", "the connection is inside a transaction, which has to end first")
        connection.autocommit = True
        try:
            with _translated():
                before = {name: self._setting(name) for name in (*PINNED, LABEL)}
                self._before = {name: value for name, value in before.items() if PINNED.get(name) != value}
                self._set(PINNED)
                with _cursor(connection) as cursor:
                    (self._process,) = cursor.execute("SELECT PG_BACKEND_PID()").fetchone()
        except BaseException:
            connection.autocommit = self._autocommit
            raise

    def columns(self, query: exp.Query) -> Columns:
        """The connector's description has no modifiers of types; what it is made of has."""
        from sqlglot import exp

        described = exp.select(exp.Star()).from_(query.subquery("described")).limit(0)
        with _translated(), _cursor(self._connection) as cursor:
            cursor.execute(_text(described))
            fields = [(one["label"].decode(), one["type_oid"], one["type_modifier"]) for one in cursor.ps["row_desc"]]
            types = [cursor.execute("SELECT FORMAT_TYPE(%s, %s)", [*one]).fetchone() for _, *one in fields]
        return tuple((name, native) for (name, *_), (native,) in zip(fields, types, strict=True))

    def relations(self, schema: str) -> dict[str, Columns]:
        """SVV_COLUMNS knows views that are bound late, too."""
        with _translated(), _cursor(self._connection) as cursor:
            rows = cursor.execute(
                """SELECT table_name, column_name, data_type, numeric_precision, numeric_scale FROM svv_columns
                WHERE table_schema = %s ORDER BY table_name, ordinal_position""",
                [schema],
            ).fetchall()
        return grouped((relation, name, _native(*type)) for relation, name, *type in rows)

    def table_names(self) -> list[str]:
        with _translated(), _cursor(self._connection) as cursor:
            rows = cursor.execute(
                """SELECT CASE WHEN table_schema = CURRENT_SCHEMA() THEN '' ELSE table_schema || '.' END || table_name
                FROM svv_tables WHERE table_schema NOT LIKE 'pg!_%' ESCAPE '!' AND table_schema <> 'information_schema'
                ORDER BY table_schema, table_name"""
            ).fetchall()
        return [name for (name,) in rows]

    def statistics(self, sources: Mapping[str, exp.Expr]) -> Statistics:
        if not self._connection.in_transaction:  # else a mistake would end what is open
            with suppress(WarehouseError):
                return statistics(sources, self.fetch)
        return NOTHING_KNOWN

    def execute(self, statement: exp.Expr) -> None:
        with _translated(), _cursor(self._connection) as cursor:
            cursor.execute(_text(statement))

    def fetch(self, query: exp.Expr) -> Sequence[Row]:
        with _translated(), _cursor(self._connection) as cursor:
            return [tuple(map(_plain, row)) for row in cursor.execute(_text(query)).fetchall()]

    @contextmanager
    def transaction(self, label: str) -> Iterator[None]:
        """Redshift's transactions are serializable: of two runs at once that change the same, one is refused."""
        from sqlglot import exp

        with _translated():
            self._set({LABEL: label})
        try:
            self.execute(exp.Transaction())
            try:
                yield
            except BaseException:
                with suppress(WarehouseError):  # a connection that is lost has no transaction any more
                    self.execute(exp.Rollback())
                raise
            self.execute(exp.Commit())
        finally:
            with suppress(WarehouseError), _translated():
                self._set({LABEL: self._before.get(LABEL, "")})

    def cost(self) -> Cost:
        """Unknown: the connector does not tell. The system views have it, by the query group."""
        return Cost()

    def cancel(self) -> None:
        """From another connection, since this one waits. One that was lent cannot be opened again."""
        if self._again is None:
            raise WarehouseError("not_permitted", "a statement on a connection that was lent cannot be stopped")
        with _translated(), _opened(self._again) as other, _cursor(other) as cursor:
            cursor.execute("SELECT PG_CANCEL_BACKEND(%s)", [self._process])

    def close(self) -> None:
        if self._again is not None:
            with suppress(*_FAILURES):  # a connection that is lost has nothing to end
                self._connection.close()
            return
        with unless_lost(), _translated():
            self._set(self._before)
        self._connection.autocommit = self._autocommit

    def limit(self, seconds: int) -> None:
        """How long a statement may take."""
        with _translated():
            self._set({TIME_LIMIT: f"{seconds * 1000}"})

    def _setting(self, name: str) -> str:
        with _cursor(self._connection) as cursor:
            (value,) = cursor.execute("SELECT CURRENT_SETTING(%s)", [name]).fetchone()
        return value or ""

    def _set(self, values: Mapping[str, str]) -> None:
        with _cursor(self._connection) as cursor:
            for name, value in values.items():
                cursor.execute("SELECT SET_CONFIG(%s, %s, FALSE)", [name, value])


def connect(target: RedshiftTarget, root: Path, *, read_only: bool) -> Redshift:
    """Open a connection; what the target leaves out, Amazon's own files and variables may say. None is read-only."""
    options = login(target)

    def again() -> Any:
        return redshift_connector.connect(**options)

    connection = _opened(again)
    try:
        session = Redshift(connection, again=again)
        if target.statement_timeout is not None:
            session.limit(target.statement_timeout)
    except BaseException:
        connection.close()
        raise
    return session


def adopt(connection: Any) -> Redshift:
    """Use an open connection, sharing its session."""
    return Redshift(lent(connection, Connection, "a connection of redshift_connector"))


def login(target: RedshiftTarget) -> dict[str, Any]:
    """What the connector is told. By IAM unless there is a password."""
    given = {
        "host": target.host,
        "port": target.port,
        "database": target.database,
        "user": target.user,
        "password": target.password,
        "cluster_identifier": target.cluster_identifier,
        "serverless_work_group": target.workgroup,
        "region": target.region,
        "profile": target.profile,
    }
    options = {name: value for name, value in given.items() if value is not None}
    if target.password is None:
        options["iam"] = True
        if target.user is not None:
            options["db_user"] = options.pop("user")
    if target.workgroup is not None:
        options["is_serverless"] = True
    protection = {"ssl": False} if target.sslmode == "disable" else {"sslmode": target.sslmode}
    return options | protection | {"application_name": "coterie"}


def _opened(again: Connect) -> Any:
    """A login by IAM asks other services first, whose errors have nothing in common but that they are exceptions."""
    try:
        return again()
    except Exception as error:
        raise WarehouseError("cannot_connect", f"Redshift cannot be reached: {_message(error)}") from error


def _cursor(connection: Any) -> Any:
    """A cursor that takes parameters as `%s`, whatever the connector's global `paramstyle` is."""
    cursor = connection.cursor()
    cursor.paramstyle = "format"
    return cursor


def _native(type: str, precision: int | None, scale: int | None) -> str:
    """A column's type as FORMAT_TYPE spells it, from what the catalog says; lengths of texts are left out."""
    return f"numeric({precision},{scale})" if type == "numeric" else type


def _plain(value: Any) -> Any:
    """Instants in UTC."""
    return value.astimezone(UTC) if isinstance(value, datetime) and value.tzinfo is not None else value


def _text(statement: exp.Expr) -> str:
    return render(statement, dialects.get("redshift"))


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except _FAILURES as error:
        code, message = _code(error), _message(error)
        if code == "concurrent_run":
            message = f"{CONCURRENT}: {message}"
        raise WarehouseError(code, message) from error


def _code(error: Exception) -> str:
    """What the server says of an error is its only argument; without that, there was no answer."""
    told = _told(error)
    if not told:
        return "connection_lost"
    if told.get("M", "").startswith(_NOT_SERIALIZABLE):
        return "concurrent_run"
    state = told.get("C", "")
    return "quota_exceeded" if state == _NO_ROOM else code_of(state)


def _message(error: Exception) -> str:
    told = _told(error)
    message = told.get("M") or str(error)
    detail = told.get("D", "") if _code(error) == "needed_elsewhere" else ""
    return ": ".join(part.strip().partition("\n")[0] for part in (message, detail) if part)


def _told(error: Exception) -> Mapping[str, str]:
    return error.args[0] if error.args and isinstance(error.args[0], dict) else {}
