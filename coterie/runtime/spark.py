"""Spark: a session of this process (locally, or on a cluster), or one of Spark Connect, through PySpark."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from logging import getLogger
from pathlib import Path
from typing import TYPE_CHECKING, Any
from warnings import catch_warnings, simplefilter

from py4j.protocol import Py4JError
from pyspark import SparkContext
from pyspark.errors import PySparkException
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.types import ArrayType, DataType, TimestampNTZType, TimestampType

from coterie import dialects
from coterie.compiler.writing.render import render
from coterie.errors import WarehouseError
from coterie.runtime.spark_errors import explained
from coterie.runtime.spark_statements import Classic, Remote, Statement
from coterie.runtime.spark_statistics import SparkStatistics
from coterie.runtime.warehouse import Columns, Cost, Publishing, Row, lent, unless_lost

if TYPE_CHECKING:
    from sqlglot import exp

    from coterie.compiler.definitions import SparkTarget
    from coterie.compiler.sharing.facts import Statistics

# What a session may have set otherwise, and SQL would then mean something else. With substitution, `${env:HOME}` in a
# text would be what the variable holds.
PINNED = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.ansi.enabled": "true",
    "spark.sql.ansi.doubleQuotedIdentifiers": "false",
    "spark.sql.caseSensitive": "false",
    "spark.sql.decimalOperations.allowPrecisionLoss": "true",
    "spark.sql.groupByOrdinal": "true",
    "spark.sql.legacy.createHiveTableByDefault": "false",
    "spark.sql.legacy.setopsPrecedence.enabled": "false",
    "spark.sql.legacy.timeParserPolicy": "CORRECTED",
    "spark.sql.orderByOrdinal": "true",
    "spark.sql.parser.escapedStringLiterals": "false",
    "spark.sql.sources.partitionOverwriteMode": "STATIC",
    "spark.sql.storeAssignmentPolicy": "ANSI",
    "spark.sql.timestampType": "TIMESTAMP_LTZ",
    "spark.sql.variable.substitute": "false",
}
FORMAT = "spark.sql.sources.default"
TABLES_OF_FILES = Publishing(transactions="none", replacing="overwrite", changing="anew", has_temporary_tables=False)
TABLES_OF_VERSIONS = Publishing(
    transactions="none", replacing="or_replace", changing="replace_where", has_temporary_tables=False
)
VERSIONED = ("delta", "iceberg")
QUIET = {"spark.log.level": "ERROR", "spark.ui.showConsoleProgress": "false"}
METASTORE = "spark.hadoop.javax.jdo.option.ConnectionURL"
FIRST_RETRIES = 4  # of a server that does not answer: some seconds, where PySpark would wait for ten minutes


class Spark:
    """A session. Spark has no transactions, so that each statement stands for itself."""

    dialect = "spark"

    def __init__(self, session: SparkSession, *, owned: bool, timeout: int | None = None) -> None:
        self._session = session
        self._owned = owned
        self._timeout = timeout
        self._kind = Remote(session) if _is_remote(session) else Classic(session)
        self._statement: Statement | None = None
        self._label = "coterie"
        with self._running():
            before = {name: self._setting(name) for name in PINNED}
            self._changed = {name: before[name] for name, value in PINNED.items() if before[name] != value}
            self._set({name: PINNED[name] for name in self._changed})
            is_versioned = self._setting(FORMAT) in VERSIONED
        self.publishing = TABLES_OF_VERSIONS if is_versioned else TABLES_OF_FILES

    def columns(self, query: exp.Query) -> Columns:
        self._refresh_tables(query)
        with self._running():
            schema = self._session.sql(_text(query)).schema
        return tuple((field.name, field.dataType.simpleString()) for field in schema)

    def relations(self, schema: str) -> dict[str, Columns]:
        with self._running():
            if not self._session.catalog.databaseExists(_quoted(schema)):
                return {}
            tables = {name: f"{_quoted(schema)}.{_quoted(name)}" for name in self._tables(schema)}
            for table in tables.values():
                self._refresh(table)
            return {name: self._columns_of(table) for name, table in tables.items()}

    def table_names(self) -> list[str]:
        with self._running():
            current = self._session.catalog.currentDatabase()
            elsewhere = [name for (name,) in self._session.sql("SHOW SCHEMAS").collect() if name != current]
            names = [row["tableName"] for row in self._session.sql("SHOW TABLES").collect()]
            return names + [f"{schema}.{name}" for schema in elsewhere for name in self._tables(schema)]

    def statistics(self, sources: Mapping[str, exp.Expr]) -> Statistics:
        return SparkStatistics(sources, self.fetch)

    def execute(self, statement: exp.Expr) -> None:
        with self._running():
            self._session.sql(_text(statement)).collect()

    def fetch(self, query: exp.Expr) -> Sequence[Row]:
        try:
            return self._fetched(query)
        except WarehouseError as error:
            if error.code != "missing_relation":
                raise
        self._refresh_tables(query)
        return self._fetched(query)

    def _fetched(self, query: exp.Expr) -> list[Row]:
        with self._running():
            found = self._session.sql(_text(query))
            types = [field.dataType for field in found.schema]
            rows = _without_zones(found, types).collect()
        return [tuple(_plain(value, type) for value, type in zip(row, types, strict=True)) for row in rows]

    @contextmanager
    def transaction(self, label: str) -> Iterator[None]:
        """The label is the description of every job, and a tag on Spark Connect."""
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
            self._session.stop()
            return
        with unless_lost(), self._running():
            self._set(self._changed)

    @contextmanager
    def _running(self) -> Iterator[None]:
        """One statement, its failure translated."""
        statement = self._statement = Statement(self._kind)
        try:
            with _quiet(), statement.running(self._label, self._timeout):
                yield
        except (PySparkException, Py4JError, OSError, EOFError) as error:
            if statement.stopped:
                raise WarehouseError("cancelled", statement.stopped) from error
            raise _translated(error) from error
        finally:
            self._statement = None

    def _tables(self, schema: str) -> list[str]:
        """The tables and views of a schema; views of the session alone have none."""
        schemas = {"schema": _quoted(schema)}
        rows = self._session.sql("SHOW TABLES IN IDENTIFIER(:schema)", args=schemas).collect()
        return [row["tableName"] for row in rows if not row["isTemporary"]]

    def _columns_of(self, table: str) -> Columns:
        """As the catalog has them, so that a view whose tables are gone can be looked at."""
        return tuple((column.name, column.dataType) for column in self._session.catalog.listColumns(table))

    def _setting(self, name: str) -> str | None:
        """What is set, or the default; None for a setting that this version of Spark does not know."""
        try:
            return str(self._session.conf.get(name))
        except PySparkException as error:
            if "SQL_CONF_NOT_FOUND" in str(error):
                return None
            raise

    def _refresh_tables(self, query: exp.Expr) -> None:
        from sqlglot import exp

        named = {exp.table_(one.name, db=one.db, catalog=one.catalog, quoted=True) for one in query.find_all(exp.Table)}
        with self._running():
            for table in named:
                self._refresh(_text(table))

    def _refresh(self, table: str) -> None:
        """See the files that a table has by now: a session remembers those that it has seen."""
        with suppress(PySparkException):  # of what is no table, or a view whose tables are gone
            self._session.catalog.refreshTable(table)

    def _set(self, values: Mapping[str, str | None]) -> None:
        for name, value in values.items():
            if value is None:
                self._session.conf.unset(name)
            else:
                self._session.conf.set(name, value)


def connect(target: SparkTarget, root: Path, *, read_only: bool) -> Spark:
    """Open a session. What the target leaves out, Spark's own configuration knows. Spark cannot open one read-only."""
    try:
        is_shared = target.remote is None and SparkContext._active_spark_context is not None
        if target.remote is not None:
            session = _remote(target)
        else:
            session = _beside(target) if is_shared else _classic(target, root)
        if target.catalog is not None:
            session.catalog.setCurrentCatalog(target.catalog)
    except (PySparkException, Py4JError, OSError, EOFError) as error:
        raise WarehouseError("cannot_connect", f"Spark cannot be reached: {_translated(error).message}") from error
    return Spark(session, owned=not is_shared, timeout=target.statement_timeout)


def adopt(connection: Any) -> Spark:
    """Use an open session, with its temporary views."""
    kind: type = SparkSession
    if _is_remote(connection):
        from pyspark.sql.connect.session import SparkSession as ConnectSession

        kind = ConnectSession
    return Spark(lent(connection, kind, "a session of pyspark"), owned=False)


def _remote(target: SparkTarget) -> SparkSession:
    from pyspark.sql.connect.client.retries import DefaultPolicy

    session: Any = SparkSession.builder.remote(target.remote or "").create()
    usual = session.client.get_retry_policies()
    session.client.set_retry_policies([DefaultPolicy(max_retries=FIRST_RETRIES)])
    with catch_warnings():  # which PySpark gives beside the error
        simplefilter("ignore")
        assert session.version
    for name, value in _settings(target, {}).items():
        session.conf.set(name, value)
    session.client.set_retry_policies(usual)
    return session


def _classic(target: SparkTarget, root: Path) -> SparkSession:
    defaults = dict(QUIET)
    folder = None
    if target.warehouse_dir is not None:
        defaults["spark.sql.warehouse.dir"] = target.warehouse_dir
        if "://" not in target.warehouse_dir:
            folder = root / target.warehouse_dir
            folder.mkdir(parents=True, exist_ok=True)  # before Derby writes into it
            defaults["spark.sql.warehouse.dir"] = folder.absolute().as_uri()
            defaults[METASTORE] = f"jdbc:derby:;databaseName={folder.absolute() / 'metastore_db'};create=true"
    builder = SparkSession.builder.appName("coterie").enableHiveSupport()
    if target.master is not None:
        builder = builder.master(target.master)
    for name, value in _settings(target, defaults).items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    if folder is not None:  # Derby writes its log where the process is, unless it is told otherwise
        java: Any = session.sparkContext._jvm
        java.java.lang.System.setProperty("derby.stream.error.file", str(folder.absolute() / "derby.log"))
    return session


def _beside(target: SparkTarget) -> SparkSession:
    """A session of its own in the Spark that this process has running, of which there can be but one."""
    session = SparkSession.builder.getOrCreate().newSession()
    for name, value in _settings(target, {}).items():
        if session.conf.isModifiable(name):
            session.conf.set(name, value)
    return session


def _settings(target: SparkTarget, defaults: Mapping[str, str]) -> dict[str, str]:
    given = {
        name: str(value).lower() if isinstance(value, bool) else str(value) for name, value in target.config.items()
    }
    chosen = {} if target.table_format is None else {FORMAT: target.table_format}
    return {**defaults, **chosen, **given}


@contextmanager
def _quiet() -> Iterator[None]:
    """PySpark logs some errors with their Java stack, which is no help to who is told them anyway."""
    logger = getLogger("SQLQueryContextLogger")
    before, logger.disabled = logger.disabled, True
    try:
        yield
    finally:
        logger.disabled = before


def _is_remote(session: Any) -> bool:
    return ".connect." in type(session).__module__


def _without_zones(found: DataFrame, types: Sequence[DataType]) -> DataFrame:
    """Instants as clock times in UTC: PySpark would make clock times of this process's zone of them."""
    wanted = [_without_zone(type) for type in types]
    if wanted == list(types):
        return found
    numbered = found.toDF(*(f"c{n}" for n in range(len(types))))
    return numbered.select(*(numbered[f"c{n}"].cast(type) for n, type in enumerate(wanted)))


def _without_zone(type: DataType) -> DataType:
    if isinstance(type, ArrayType):
        return ArrayType(_without_zone(type.elementType), type.containsNull)
    return TimestampNTZType() if isinstance(type, TimestampType) else type


def _plain(value: Any, type: DataType) -> Any:
    if isinstance(value, list) and isinstance(type, ArrayType):
        return [_plain(item, type.elementType) for item in value]
    return value.replace(tzinfo=UTC) if isinstance(value, datetime) and isinstance(type, TimestampType) else value


def _quoted(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"


def _text(statement: exp.Expr) -> str:
    return render(statement, dialects.get("spark"))


def _translated(error: Exception) -> WarehouseError:
    if isinstance(error, OSError | EOFError):
        return WarehouseError("connection_lost", f"Spark does not answer any more: {error}")
    state = error.getSqlState() if isinstance(error, PySparkException) else None
    return explained(str(error), state=state)
