"""Snowflake: a session on a virtual warehouse, through Snowflake's own connector."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from decimal import Decimal
from json import loads
from pathlib import Path
from typing import TYPE_CHECKING, Any

from snowflake import connector

from coterie import dialects
from coterie.compiler.sharing.facts import NOTHING_KNOWN, Statistics
from coterie.compiler.writing.render import render
from coterie.errors import WarehouseError
from coterie.runtime.snowflake_login import login
from coterie.runtime.snowflake_statistics import statistics
from coterie.runtime.warehouse import Columns, Cost, Publishing, Row, grouped, lent

if TYPE_CHECKING:
    from snowflake.connector import SnowflakeConnection
    from sqlglot import exp

    from coterie.compiler.definitions import SnowflakeTarget

Setting = str | bool | int

# What a session, its user or its account may have set otherwise, and SQL or its answers would then mean something else.
PINNED: Mapping[str, Setting] = {
    "AUTOCOMMIT": True,
    "TIMEZONE": "UTC",
    "DATE_INPUT_FORMAT": "AUTO",
    "DATE_OUTPUT_FORMAT": "YYYY-MM-DD",
    "TIMESTAMP_INPUT_FORMAT": "AUTO",
    "TIMESTAMP_NTZ_OUTPUT_FORMAT": "YYYY-MM-DD HH24:MI:SS.FF6",
    "TIMESTAMP_LTZ_OUTPUT_FORMAT": "YYYY-MM-DD HH24:MI:SS.FF6TZH:TZM",
    "TIMESTAMP_TZ_OUTPUT_FORMAT": "YYYY-MM-DD HH24:MI:SS.FF6TZH:TZM",
    "TIMESTAMP_TYPE_MAPPING": "TIMESTAMP_NTZ",
    "DEFAULT_NULL_ORDERING": "LAST",
    "QUOTED_IDENTIFIERS_IGNORE_CASE": False,
    "ROWS_PER_RESULTSET": 0,
    "JSON_INDENT": 0,
    "STRICT_JSON_OUTPUT": True,
}
TAG = "QUERY_TAG"
ARRAY = 10  # the connector's code of the type

# The first number of an error, or beginning of its SQLSTATE, that fits gives its code.
_CODES: tuple[tuple[int | str, str], ...] = (
    (604, "cancelled"),
    (630, "cancelled"),  # by STATEMENT_TIMEOUT_IN_SECONDS
    (625, "concurrent_run"),
    (2002, "wrong_relation"),
    (2003, "missing_relation"),
    (2043, "missing_relation"),
    (3001, "not_permitted"),
    (90073, "quota_exceeded"),  # of a resource monitor
    ("57014", "cancelled"),
    ("42S02", "missing_relation"),
    ("02000", "missing_relation"),
    ("42501", "not_permitted"),
    ("42710", "wrong_relation"),
    ("22003", "out_of_range"),
    ("22007", "not_convertible"),
    ("22018", "not_convertible"),
    ("08", "connection_lost"),
    ("HYT", "connection_lost"),
    ("42", "statement_refused"),
)
_LOGIN = range(390_000, 391_000)  # numbers of errors about sessions and tokens, which expire
_NOISE = re.compile(r"\d{6} \(\w+\): |[0-9a-f]{8}-[0-9a-f-]{27}: |SQL [a-z ]+ error:.*\n\s*")
"""What comes before the message: a number, the id of the query, the kind of the error on a line of its own."""

_PLAIN_NAME = re.compile("[A-Z_][A-Z0-9_$]*")


class Snowflake:
    """A session on a connection; each statement is a transaction of its own, unless BEGIN comes first."""

    dialect = "snowflake"
    publishing = Publishing(transactions="rows", replacing="or_replace", changing="delete")

    def __init__(self, connection: SnowflakeConnection, *, owned: bool) -> None:
        self._connection = connection
        self._owned = owned
        self._before: dict[str, Setting | None] = {}
        with _translated():
            if not owned:
                self._refuse_transaction()
                self._before = self._settings(PINNED.keys() | {TAG})
            self._set(PINNED)

    def columns(self, query: exp.Query) -> Columns:
        """Described by the warehouse: the connector's own description knows no collations and no types of elements."""
        from sqlglot import exp

        described = exp.select(exp.Star()).from_(query.subquery("described")).limit(0)
        with _translated(), self._connection.cursor() as cursor:
            cursor.execute(_text(described))
            rows = cursor.execute("DESCRIBE RESULT LAST_QUERY_ID()").fetchall()
        return tuple((name, native) for name, native, *_ in rows)

    def relations(self, schema: str) -> dict[str, Columns]:
        from sqlglot import exp

        names = ("table_name", "column_name", "data_type", "numeric_precision", "numeric_scale")
        query = (
            exp.select(*map(exp.column, names))
            .from_(exp.table_("columns", db="information_schema"))
            .where(exp.column("table_schema").eq(exp.Literal.string(schema)))
            .order_by(exp.column("table_name"), exp.column("ordinal_position"))
        )
        found = self.fetch(query)
        return grouped((relation, name, _native(*parts)) for relation, name, *parts in found)

    def table_names(self) -> list[str]:
        """As people would write them: in lower case what is all in upper case."""
        with _translated(), self._connection.cursor() as cursor:
            rows = cursor.execute(
                """SELECT IFF(table_schema = CURRENT_SCHEMA(), NULL, table_schema), table_name
                FROM information_schema.tables WHERE table_schema <> 'INFORMATION_SCHEMA'
                ORDER BY table_schema, table_name"""
            ).fetchall()
        return [".".join(part.lower() if _PLAIN_NAME.fullmatch(part) else part for part in row if part) for row in rows]

    def statistics(self, sources: Mapping[str, exp.Expr]) -> Statistics:
        with suppress(WarehouseError):
            return statistics(sources, self.fetch)
        return NOTHING_KNOWN

    def execute(self, statement: exp.Expr) -> None:
        from sqlglot import exp

        makes_schema = isinstance(statement, exp.Create) and statement.kind == "SCHEMA"
        with self._cancelled_when_interrupted(), _translated(), self._connection.cursor() as cursor:
            before = cursor.execute("SELECT CURRENT_SCHEMA()").fetchone() if makes_schema else None
            cursor.execute(_text(statement))
            if before and before[0] is not None:  # a schema that is made becomes the session's own
                current = exp.Table(this=exp.to_identifier(before[0], quoted=True))
                cursor.execute(_text(exp.Use(kind=exp.var("SCHEMA"), this=current)))

    def fetch(self, query: exp.Expr) -> Sequence[Row]:
        with self._cancelled_when_interrupted(), _translated(), self._connection.cursor() as cursor:
            cursor.execute(_text(query))
            codes = [column.type_code for column in cursor.description or ()]
            return [tuple(map(_plain, row, codes)) for row in cursor.fetchall()]

    @contextmanager
    def transaction(self, label: str) -> Iterator[None]:
        """Statements are tagged with the label. What BEGIN has begun is rolled back when an error leaves it.

        Snowflake's transactions end at any CREATE, DROP or ALTER, so that none can be around all of a run.
        """
        from sqlglot import exp

        self._set({TAG: label})
        try:
            yield
        except BaseException:
            with suppress(WarehouseError):  # a connection that is lost has no transaction any more
                self.execute(exp.Rollback())
            raise
        finally:
            with suppress(WarehouseError):
                self._restore({TAG: self._before.get(TAG)})

    def cost(self) -> Cost:
        """Unknown: the connector does not tell. The warehouse's query history has it, by the tag."""
        return Cost()

    def cancel(self) -> None:
        """A statement that runs has told no id yet, but the session's statements can all be stopped from beside."""
        from sqlglot import exp

        session = exp.Literal.number(self._connection.session_id)
        stop = exp.select(exp.Anonymous(this="SYSTEM$CANCEL_ALL_QUERIES", expressions=[session]))
        with _translated(), self._connection.cursor() as cursor:
            cursor.execute(_text(stop))

    def close(self) -> None:
        """A connection that is lost has nothing to end, and no parameters to set."""
        if self._owned:
            with suppress(connector.Error):
                self._connection.close()
            return
        try:
            self._restore(self._before)
        except WarehouseError as error:
            if error.code != "connection_lost":
                raise

    def limit(self, seconds: int) -> None:
        """How long a statement may take."""
        self._set({"STATEMENT_TIMEOUT_IN_SECONDS": seconds})

    @contextmanager
    def _cancelled_when_interrupted(self) -> Iterator[None]:
        """What nobody waits for any more is not to go on in the warehouse."""
        try:
            yield
        except Exception:
            raise
        except BaseException:
            with suppress(WarehouseError):
                self.cancel()
            raise

    def _refuse_transaction(self) -> None:
        with self._connection.cursor() as cursor:
            row = cursor.execute("SELECT CURRENT_TRANSACTION()").fetchone()
        if row and row[0] is not None:
            raise WarehouseError("transaction_open", "the connection is inside a transaction, which has to end first")

    def _settings(self, names: set[str]) -> dict[str, Setting | None]:
        """What the session has set of these parameters; None for one that it inherits."""
        with self._connection.cursor() as cursor:
            rows = cursor.execute("SHOW PARAMETERS IN SESSION").fetchall()
        found = {name: _typed(value, type) for name, value, _, level, _, type in rows if level == "SESSION"}
        return {name: found.get(name) for name in names}

    def _set(self, values: Mapping[str, Setting]) -> None:
        from sqlglot import exp

        items = [exp.EQ(this=exp.column(name), expression=exp.convert(value)) for name, value in values.items()]
        self._alter_session([exp.SetItem(this=item) for item in items], unset=False)

    def _restore(self, values: Mapping[str, Setting | None]) -> None:
        """Set parameters as they were."""
        from sqlglot import exp

        self._set({name: value for name, value in values.items() if value is not None})
        inherited = [exp.SetItem(this=exp.column(name)) for name, value in values.items() if value is None]
        self._alter_session(inherited, unset=True)

    def _alter_session(self, items: list[exp.SetItem], *, unset: bool) -> None:
        from sqlglot import exp

        if items:
            action = exp.AlterSession(expressions=items, unset=unset)
            self.execute(exp.Alter(kind="SESSION", actions=[action]))


def connect(target: SnowflakeTarget, root: Path, *, read_only: bool) -> Snowflake:
    """Open a connection; what the target leaves out, the connector's own files may say. No session is read-only."""
    try:
        connection = connector.connect(**login(target, root))
    except (connector.Error, OSError, ValueError) as error:
        raise WarehouseError("cannot_connect", f"Snowflake cannot be reached: {_message(error)}") from error
    try:
        session = Snowflake(connection, owned=True)
        if target.statement_timeout is not None:
            session.limit(target.statement_timeout)
    except BaseException:
        connection.close()
        raise
    return session


def adopt(connection: Any) -> Snowflake:
    """Use an open connection, sharing its session."""
    return Snowflake(
        lent(connection, connector.SnowflakeConnection, "a connection of snowflake.connector"), owned=False
    )


def _typed(value: str, type: str) -> Setting:
    """A parameter's value, which is listed as a text."""
    match type:
        case "BOOLEAN":
            return value.lower() == "true"
        case "NUMBER":
            return int(value)
    return value


def _native(type: str, precision: int | None, scale: int | None) -> str:
    """A column's type as DESCRIBE spells it, from what the catalog says; lengths of texts are left out."""
    match type:
        case "NUMBER":
            return f"NUMBER({precision},{scale})"
        case "TEXT":
            return "VARCHAR"
    return type


def _plain(value: Any, code: int) -> Any:
    """Instants in UTC; arrays, which come as JSON, as lists."""
    if isinstance(value, datetime) and value.tzinfo is not None:
        return value.astimezone(UTC)
    if code == ARRAY and isinstance(value, str):
        return loads(value, parse_float=Decimal)
    return value


def _text(statement: exp.Expr) -> str:
    return render(statement, dialects.get("snowflake"))


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except connector.Error as error:
        code, message = _code(error), _message(error)
        if code == "concurrent_run":
            message = f"another session is changing the same tables: {message}"
        raise WarehouseError(code, message) from error


def _code(error: connector.Error) -> str:
    number, state = error.errno or 0, error.sqlstate or ""
    if number in _LOGIN:
        return "connection_lost"
    for known, code in _CODES:
        if number == known or (isinstance(known, str) and state.startswith(known)):
            return code
    is_network = isinstance(error, connector.OperationalError | connector.InterfaceError) and not state
    return "connection_lost" if is_network else "warehouse_failed"


def _message(error: Exception) -> str:
    """The first line that says something."""
    text = str(getattr(error, "raw_msg", None) or error).strip()
    while found := _NOISE.match(text):
        text = text[found.end() :]
    return text.partition("\n")[0]
