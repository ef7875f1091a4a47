"""Databricks: a SQL warehouse or cluster with Unity Catalog, through its SQL connector."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, LiteralString

from databricks import sql
from databricks.sql.client import Connection, Cursor
from databricks.sql.exc import Error, RequestError
from urllib3.exceptions import HTTPError

from coterie import dialects
from coterie.compiler.writing.render import render
from coterie.errors import WarehouseError
from coterie.runtime.spark_errors import explained
from coterie.runtime.spark_statements import Statement
from coterie.runtime.spark_statistics import SparkStatistics
from coterie.runtime.warehouse import Columns, Cost, Publishing, Row, grouped, lent, unless_lost

if TYPE_CHECKING:
    from sqlglot import exp

    from coterie.compiler.definitions import DatabricksTarget
    from coterie.compiler.sharing.facts import Statistics

# What a session may have set otherwise, and SQL would then mean something else.
PINNED = {"TIMEZONE": "UTC", "ANSI_MODE": "true"}
TAG = "coterie"
REFUSED = (401, 403)  # of HTTP
TOO_MANY = 429


class Databricks:
    """A session. Each statement stands for itself, and changes its table at once."""

    dialect = "databricks"
    publishing = Publishing(
        transactions="none", replacing="or_replace", changing="replace_where", has_temporary_tables=False
    )

    def __init__(self, connection: Connection, *, owned: bool) -> None:
        self._connection = connection
        self._owned = owned
        self._statement: Statement | None = None
        self._label = "coterie"
        before = {} if owned else self._settings()
        self._changed = {name: value for name, value in before.items() if value.lower() != PINNED[name].lower()}
        self._set({name: PINNED[name] for name in self._changed})

    def columns(self, query: exp.Query) -> Columns:
        from sqlglot import exp

        rows = self._rows(exp.Describe(this=query, style="QUERY"))
        return tuple((name, native) for name, native, *_ in rows)

    def relations(self, schema: str) -> dict[str, Columns]:
        rows = self._rows(
            """SELECT table_name, column_name, full_data_type FROM information_schema.columns
            WHERE table_schema = LOWER(:schema) ORDER BY table_name, ordinal_position""",
            {"schema": schema},
        )
        return grouped((relation, name, native) for relation, name, native in rows)

    def table_names(self) -> list[str]:
        rows = self._rows(
            """SELECT CASE WHEN table_schema = CURRENT_SCHEMA() THEN '' ELSE table_schema || '.' END || table_name
            FROM information_schema.tables WHERE table_schema <> 'information_schema'
            ORDER BY table_schema, table_name"""
        )
        return [name for (name,) in rows]

    def statistics(self, sources: Mapping[str, exp.Expr]) -> Statistics:
        return SparkStatistics(sources, self.fetch)

    def execute(self, statement: exp.Expr) -> None:
        with self._executed(statement):
            pass

    def fetch(self, query: exp.Expr) -> Sequence[Row]:
        return self._rows(query)

    @contextmanager
    def transaction(self, label: str) -> Iterator[None]:
        """The label is a query tag of every statement."""
        before, self._label = self._label, label
        try:
            yield
        finally:
            self._label = before

    def cost(self) -> Cost:
        return Cost()

    def cancel(self) -> None:
        if statement := self._statement:
            statement.stop("the statement was interrupted")

    def close(self) -> None:
        if self._owned:
            self._connection.close()
            return
        with unless_lost():
            self._set(self._changed)

    def _rows(self, query: exp.Expr | LiteralString, parameters: Mapping[str, str] | None = None) -> list[Row]:
        with self._executed(query, parameters) as cursor:
            columns = [column.to_pylist() for column in cursor.fetchall_arrow().columns]
        return [tuple(map(_plain, row)) for row in zip(*columns, strict=True)]

    @contextmanager
    def _executed(
        self, statement: exp.Expr | LiteralString, parameters: Mapping[str, str] | None = None
    ) -> Iterator[Cursor]:
        """A cursor with the answer to a statement; failures are translated."""
        if not self._connection.open:
            raise WarehouseError("connection_lost", "the connection is closed")
        cursor = self._connection.cursor()
        running = self._statement = Statement(_Session(cursor))
        try:
            with running.running(self._label, None):
                cursor.execute(
                    _text(statement), dict(parameters) if parameters else None, query_tags={TAG: self._label}
                )
                if running.stopped:
                    raise WarehouseError("cancelled", running.stopped)
                yield cursor
        except (Error, HTTPError, OSError) as error:
            if running.stopped:
                raise WarehouseError("cancelled", running.stopped) from error
            raise _translated(error) from error
        finally:
            self._statement = None
            cursor.close()

    def _settings(self) -> dict[str, str]:
        (zone,), (mode,) = self._rows("SET TIMEZONE"), self._rows("SET ANSI_MODE")
        return {"TIMEZONE": str(zone[1]), "ANSI_MODE": str(mode[1])}

    def _set(self, values: Mapping[str, str]) -> None:
        from sqlglot import exp

        for name, value in values.items():
            item = exp.SetItem(this=exp.EQ(this=exp.column(name), expression=exp.Literal.string(value)))
            self.execute(exp.Set(expressions=[item]))


class _Session:
    """What a cursor runs, as `Statement` stops it."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    @contextmanager
    def marked(self, name: str, label: str) -> Iterator[None]:
        yield

    def interrupt(self, name: str) -> None:
        if self._cursor.active_command_id is not None:
            self._cursor.cancel()


def connect(target: DatabricksTarget, root: Path, *, read_only: bool) -> Databricks:
    """Open a session. Databricks cannot open one read-only."""
    settings = dict(PINNED)
    if target.statement_timeout is not None:
        settings["STATEMENT_TIMEOUT"] = str(target.statement_timeout)
    options: dict[str, Any] = {"catalog": target.catalog, **_credentials(target)}
    try:
        connection = sql.connect(
            server_hostname=target.host,
            http_path=target.http_path,
            session_configuration=settings,
            user_agent_entry="coterie",
            enable_telemetry=False,
            _retry_stop_after_attempts_duration=target.connect_timeout,
            **{name: value for name, value in options.items() if value is not None},
        )
    except (Error, HTTPError, OSError, ValueError, RuntimeError) as error:
        raise WarehouseError("cannot_connect", f"Databricks cannot be reached: {_translated(error).message}") from error
    return Databricks(connection, owned=True)


def adopt(connection: Any) -> Databricks:
    """Use an open connection, sharing its session."""
    return Databricks(lent(connection, Connection, "a connection of databricks.sql"), owned=False)


def _credentials(target: DatabricksTarget) -> dict[str, Any]:
    """A service principal's, a token, or those that a browser gives."""
    if not target.client_secret:
        return {"access_token": target.access_token, "auth_type": target.auth_type, "oauth_client_id": target.client_id}
    from databricks.sdk.core import Config, oauth_service_principal

    def provider() -> Any:
        url = f"https://{target.host}"
        config = Config(
            host=url,
            client_id=target.client_id,
            client_secret=target.client_secret,
            http_timeout_seconds=target.connect_timeout,
            retry_timeout_seconds=target.connect_timeout,
        )
        return oauth_service_principal(config)

    return {"credentials_provider": provider}


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.astimezone(UTC) if isinstance(value, datetime) and value.tzinfo else value


def _text(statement: exp.Expr | LiteralString) -> str:
    return statement if isinstance(statement, str) else render(statement, dialects.get("databricks"))


def _translated(error: Exception) -> WarehouseError:
    said = str(getattr(error, "message", None) or error)
    if isinstance(error, RequestError):
        status = error.context.get("http-code")
        code = "not_permitted" if status in REFUSED else "quota_exceeded" if status == TOO_MANY else "connection_lost"
        return WarehouseError(code, explained(said).message)
    if isinstance(error, (HTTPError, OSError)):
        return WarehouseError("connection_lost", f"Databricks does not answer any more: {explained(said).message}")
    return explained(said)
