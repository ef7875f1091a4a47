"""ClickHouse: a server over HTTP, or the engine in this process, through clickhouse-connect.

To a server every request carries the settings that the SQL needs, and its own `query_id`, by which another connection
can stop it. The engine in this process (chdb) has a handle of our own with these settings.
Rows come back as JSON, which tells every column's type, and are read by it.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import clickhouse_connect
from clickhouse_connect.driver.client import Client
from clickhouse_connect.driver.exceptions import ClickHouseError
from clickhouse_connect.driver.httpclient import HttpClient
from clickhouse_connect.driver.summary import QuerySummary

from coterie import dialects
from coterie.compiler.sharing.facts import NOTHING_KNOWN, Statistics
from coterie.compiler.writing.render import render
from coterie.errors import WarehouseError
from coterie.runtime.catalog_keys import columns_of_key
from coterie.runtime.catalog_statistics import KnownTable, Place, places_of, statistics_at
from coterie.runtime.clickhouse_answers import message_of, plain, translated
from coterie.runtime.warehouse import Columns, Cost, Publishing, Row, grouped

if TYPE_CHECKING:
    from sqlglot import exp

    from coterie.compiler.definitions import ClickHouseTarget

logging.getLogger("clickhouse_connect").addHandler(logging.NullHandler())  # it logs what it raises, too

_LIMITS = ("read", "group_by", "sort", "result", "timeout", "set", "join", "distinct", "transfer")

# What a user's profile, or the driver, may have set otherwise, and SQL would then mean something else.
PINNED = {
    "session_timezone": "UTC",
    "join_use_nulls": "1",
    "aggregate_functions_null_for_empty": "1",
    "prefer_column_name_to_alias": "1",
    "allow_experimental_nullable_tuple_type": "1",
    "data_type_default_nullable": "0",
    "cast_keep_nullable": "0",
    "transform_null_in": "0",
    "empty_result_for_aggregation_by_empty_set": "0",
    "decimal_check_overflow": "1",
    "date_time_input_format": "basic",
    "cast_string_to_date_time_mode": "basic",
    "limit": "0",
    "offset": "0",
    # rows that are left out without a word: beyond a limit, of a server that is down, in a cache
    **{f"{limit}_overflow_mode": "throw" for limit in _LIMITS},
    "skip_unavailable_shards": "0",
    "use_query_cache": "0",
    # a table that a statement reads several times has the same rows each time
    "enable_shared_storage_snapshot_in_query": "1",
    # a column that is added is there when the statement ends
    "alter_sync": "2",
    # long statements
    "max_query_size": str(256 * 2**20),
    "max_ast_elements": "5000000",
    "max_expanded_ast_elements": "5000000",
    # how rows are written
    "date_time_output_format": "iso",
    "output_format_json_quote_64bit_integers": "1",
    "output_format_json_quote_decimals": "1",
    "output_format_json_quote_denormals": "1",
    "output_format_write_statistics": "1",
}
_FORMAT = "JSONCompact"
_EMBEDDED = "chdb"
_STORED = re.compile(
    ".*MergeTree|.*Log|Memory|Join|Set|Dictionary|EmbeddedRocksDB|KeeperMap|Distributed|MaterializedView"
)
"""Engines of tables that hold rows; others compute them, or fetch them from elsewhere, whenever they are read."""
_REPLACING = ("Atomic", "Shared", "Overlay")
_READS_ONLY = "2"  # a session may still change settings
LABEL = "coterie"


def _in_no_order() -> list[exp.Expr]:
    """Rows of a table stand in the order in which they come, as columns of keys may be NULL by their type."""
    from sqlglot import exp

    return [exp.Order(expressions=[exp.Ordered(this=exp.Tuple())])]


class ClickHouse:
    """A session with a server. There are no transactions: each statement happens at once, or not at all."""

    dialect = "clickhouse"
    publishing = Publishing(
        transactions="none",
        replacing="or_replace",
        changing="anew",
        has_temporary_tables=False,
        has_values=False,
        schema_kind="DATABASE",
        properties=_in_no_order,
    )

    def __init__(self, client: Client, settings: Mapping[str, str], *, owned: bool) -> None:
        self._client = client
        self._owned = owned
        self._settings = {name: value for name, value in settings.items() if name in client.server_settings}
        self._label = LABEL
        self._query_id = ""
        self._cost = Cost(0, 0)

    def columns(self, query: exp.Query) -> Columns:
        from sqlglot import exp

        return tuple((name, native) for name, native, *_ in self.fetch(exp.Describe(this=exp.paren(query))))

    def relations(self, schema: str) -> dict[str, Columns]:
        rows = self._rows(
            "SELECT table, name, type FROM system.columns WHERE database = {schema:String} ORDER BY table, position",
            {"schema": schema},
        )
        return grouped((table, name, native) for table, name, native in rows)

    def table_names(self) -> list[str]:
        rows = self._rows(
            """SELECT if(database = currentDatabase(), '', concat(database, '.')) || name FROM system.tables
            WHERE lower(database) NOT IN ('system', 'information_schema') AND NOT is_temporary
            ORDER BY database, name"""
        )
        return [name for (name,) in rows]

    def statistics(self, sources: Mapping[str, exp.Expr]) -> Statistics:
        places = places_of(sources)
        with suppress(WarehouseError):
            found = self._rows(
                """SELECT if(database = currentDatabase(), '', database), database, name,
                    engine, total_rows, partition_key, sorting_key
                FROM system.tables WHERE name IN {names:Array(String)}""",
                {"names": [name for *_, name in places.values()]},
            )
            return statistics_at(places, _by_place(found))
        return NOTHING_KNOWN

    def execute(self, statement: exp.Expr) -> None:
        from sqlglot import exp

        with self._sending():
            done = self._client.command(_text(statement), settings=self._options())
        if isinstance(done, QuerySummary):
            self._count(done.summary.get("read_rows", 0), done.summary.get("read_bytes", 0))
        if isinstance(statement, exp.Create) and statement.kind == "DATABASE":
            self._refuse_unless_replacing(statement.this.db)

    def _refuse_unless_replacing(self, database: str) -> None:
        """A run begins with its database, so nothing has been computed yet that could not take a table's place."""
        query = "SELECT engine FROM system.databases WHERE name = {name:String}"
        for (engine,) in self._rows(query, {"name": database}):
            if engine not in _REPLACING:
                message = f"the database `{database}` has the engine {engine}, which cannot replace tables: use Atomic"
                raise WarehouseError("wrong_relation", message)

    def fetch(self, query: exp.Expr) -> Sequence[Row]:
        return self._rows(_text(query))

    @contextmanager
    def transaction(self, label: str) -> Iterator[None]:
        """Nothing but the label, which is the `log_comment` of what runs."""
        self._label = label
        try:
            yield
        finally:
            self._label = LABEL

    def cost(self) -> Cost:
        return self._cost

    def _count(self, rows: str | int, size: str | int) -> None:
        self._cost = Cost((self._cost.rows or 0) + int(rows), (self._cost.bytes or 0) + int(size))

    def cancel(self) -> None:
        """By a request that belongs to no session, as those of one wait for each other."""
        alone = {"session_id": str(uuid4())} if self._client.get_client_setting("session_id") else {}
        with translated():
            self._client.command("KILL QUERY WHERE query_id = {id:String} SYNC", {"id": self._query_id}, settings=alone)

    def close(self) -> None:
        if self._owned:
            self._client.close()

    @contextmanager
    def _sending(self) -> Iterator[None]:
        """What is not waited for any more shall not run on, and change something later."""
        try:
            with translated():
                yield
        except (KeyboardInterrupt, WarehouseError) as error:
            if not isinstance(error, WarehouseError) or error.code == "connection_lost":
                with suppress(WarehouseError):
                    self.cancel()
            raise

    def _options(self) -> dict[str, str]:
        """The settings of a request; the answer is told when the statement has ended, so that it tells its errors."""
        self._query_id = str(uuid4())
        return {
            **self._settings,
            "log_comment": self._label,
            "query_id": self._query_id,
            "wait_end_of_query": "1",
            "http_headers_progress_interval_ms": "10000",  # less than it takes a proxy to give up
        }

    def _rows(self, sql: str, parameters: dict[str, Any] | None = None) -> list[Row]:
        with self._sending():
            answer = json.loads(self._client.raw_query(sql, parameters, settings=self._options(), fmt=_FORMAT))
        natives = [column["type"] for column in answer["meta"]]
        self._count(answer["statistics"]["rows_read"], answer["statistics"]["bytes_read"])
        return [tuple(map(plain, row, natives)) for row in answer["data"]]


def _by_place(found: Iterable[Row]) -> dict[Place, KnownTable]:
    """What is known of tables, by their databases and names; those of the session's own database by their names, too.

    What a key for partitions is made of leaves rows unread, and what a key for the order begins with.
    """
    known = dict[Place, KnownTable]()
    for default, database, name, engine, rows, partition_key, sorting_key in found:
        keys = columns_of_key(partition_key, "clickhouse") + columns_of_key(sorting_key, "clickhouse")[:1]
        pruned = frozenset(column for column in keys if column is not None)
        table = KnownTable(_STORED.fullmatch(engine) is not None, rows, pruned=pruned)
        known["", database, name] = table
        if not default:
            known["", default, name] = table
    return known


class Embedded(ClickHouse):
    """A handle of our own on the engine in this process; its settings are those of the handle, which `mark` names."""

    def __init__(self, path: str, database: str | None, settings: Mapping[str, str]) -> None:
        self._path = path
        self._mark = f"{LABEL} {uuid4()}"
        settings = {**settings, "log_comment": self._mark}
        client = clickhouse_connect.get_client(interface=_EMBEDDED, path=path, database=database, settings=settings)
        super().__init__(client, {}, owned=True)

    def cancel(self) -> None:
        """By another handle, as the statements of one wait for each other."""
        with translated():
            other = clickhouse_connect.get_client(interface=_EMBEDDED, path=self._path)
            try:
                other.command("KILL QUERY WHERE Settings['log_comment'] = {mark:String} SYNC", {"mark": self._mark})
            finally:
                other.close()

    def _options(self) -> dict[str, str]:
        return {}


def connect(target: ClickHouseTarget, root: Path, *, read_only: bool) -> ClickHouse:
    """Open a connection to the target's server, or the engine on the target's folder."""
    settings = dict(PINNED)
    if target.statement_timeout is not None:
        settings["max_execution_time"] = str(target.statement_timeout)
    try:
        if target.path is not None:
            return _embedded(target.path, target.database, root, settings, read_only=read_only)
        client = _client(target, root)
    except ClickHouseError as error:
        raise WarehouseError("cannot_connect", f"ClickHouse cannot be reached: {message_of(error)}") from error
    if read_only and client.server_settings["readonly"].value == "0":
        settings["readonly"] = _READS_ONLY
    return ClickHouse(client, settings, owned=True)


def adopt(connection: Any) -> ClickHouse:
    """Use an open client, or the engine of an open session, whose settings stay as they are."""
    if isinstance(connection, HttpClient):
        return ClickHouse(connection, PINNED, owned=False)
    with translated():
        if str(getattr(connection, "uri", "")).startswith(f"{_EMBEDDED}:"):
            return Embedded(connection.path, connection.database, PINNED)
        if type(connection).__module__.startswith("chdb.session"):
            ((database,),) = json.loads(connection.query("SELECT currentDatabase()", _FORMAT).bytes())["data"]
            return Embedded(connection._path, database, PINNED)
    kind = type(connection).__name__
    raise TypeError(f"expected a client of clickhouse_connect.get_client or a chdb.session.Session, found {kind}")


def _client(target: ClickHouseTarget, root: Path) -> Client:
    given = {
        "host": target.host,
        "port": target.port,
        "database": target.database,
        "username": target.user,
        "password": target.password,
        "access_token": target.access_token,
        "ca_cert": None if target.ca_cert is None else str(root / target.ca_cert),
    }
    options: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    return clickhouse_connect.get_client(
        **options,
        secure=target.secure,
        verify=target.verify,
        connect_timeout=target.connect_timeout,
        autogenerate_session_id=True,  # behind a load balancer, all requests then go to one replica
        dedicated_pool=True,
        client_name=LABEL,
    )


def _embedded(path: str, database: str | None, root: Path, settings: dict[str, str], *, read_only: bool) -> ClickHouse:
    """The engine on a folder; read-only, one that does not exist yet is an empty one."""
    folder = root / path
    is_empty = read_only and not folder.exists()
    if read_only:
        settings["readonly"] = _READS_ONLY
    try:
        return Embedded(":memory:" if is_empty else str(folder), None if is_empty else database, settings)
    except ImportError as error:
        message = "`path` needs the package `chdb`: pip install 'coterie[clickhouse]' chdb"
        raise WarehouseError("missing_driver", message) from error


def _text(statement: exp.Expr) -> str:
    return render(statement, dialects.get("clickhouse"))
