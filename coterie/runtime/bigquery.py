"""BigQuery: datasets in Google's cloud, each statement a job.

There is no session: what a statement needs goes with its job. A project's schema is a dataset.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import TimeoutError as NoAnswerInTime
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from google.cloud.bigquery import (
    Client,
    ConnectionProperty,
    DatasetReference,
    QueryJob,
    QueryJobConfig,
    SchemaField,
    Table,
)
from google.cloud.bigquery.retry import DEFAULT_RETRY, POLLING_DEFAULT_VALUE
from sqlglot import exp

from coterie import dialects
from coterie.compiler.writing.render import render
from coterie.errors import WarehouseError
from coterie.runtime.bigquery_client import client_of
from coterie.runtime.bigquery_errors import translated
from coterie.runtime.catalog_statistics import CatalogStatistics, KnownTable
from coterie.runtime.warehouse import Columns, Cost, Publishing, Row, grouped, lent

if TYPE_CHECKING:
    from coterie.compiler.definitions import BigQueryTarget
    from coterie.compiler.sharing.facts import Statistics

JOB = "coterie_"  # what the ids of jobs begin with
PINNED = (ConnectionProperty("time_zone", "UTC"),)  # a project may have another as its default
CONNECT_TIMEOUT = 10
ANSWER = 60.0  # seconds that the start of a job, or a dry run, may take
GRACE = 10.0  # seconds that a job which has to end may take for that
MOST_DATASETS, MOST_TABLES = 20, 500  # how many are looked through for a name like another
LONGEST_LABEL = 63

_NATIVE = {"INTEGER": "INT64", "FLOAT": "FLOAT64", "BOOLEAN": "BOOL", "RECORD": "STRUCT"}
_PARAMETERIZED = ("NUMERIC", "BIGNUMERIC")
_STORED = ("TABLE", "SNAPSHOT", "MATERIALIZED_VIEW")


@dataclass(frozen=True, kw_only=True)
class Options:
    """What a target says of the jobs."""

    dataset: DatasetReference | None = None
    priority: str | None = None
    maximum_bytes_billed: int | None = None
    labels: Mapping[str, str] = field(default_factory=dict)
    connect_timeout: int = CONNECT_TIMEOUT
    statement_timeout: int | None = None


class BigQuery:
    """Statements as jobs of a client; those of a run carry its label."""

    dialect = "bigquery"
    publishing = Publishing(transactions="rows", replacing="or_replace", changing="delete", has_temporary_tables=False)

    def __init__(self, client: Client, options: Options, *, owned: bool) -> None:
        self._client = client
        self._options = options
        self._owned = owned
        self._location: str | None = client.location
        self._retry = DEFAULT_RETRY.with_timeout(options.connect_timeout)  # by itself it goes on for ten minutes
        self._running: QueryJob | None = None
        self._label: str | None = None
        self._transaction: list[exp.Expr] | None = None
        self._billed = 0

    def check(self) -> None:
        """Is there an answer, and may jobs run? Raises WarehouseError."""
        self._describe(exp.select(exp.Literal.number(1)))

    def columns(self, query: exp.Query) -> Columns:
        columns = self._describe(query)
        table = _whole_table(query)
        if table is None or not any(_lacks_parameters(native) for _, native in columns):
            return columns
        return self._as_declared(table, columns)

    def relations(self, schema: str) -> dict[str, Columns]:
        dataset = exp.to_identifier(schema, quoted=True)
        of_dataset = exp.table_("COLUMNS", db="INFORMATION_SCHEMA", catalog=dataset)
        query = (
            exp.select("table_name", "column_name", "data_type")
            .from_(of_dataset)
            .where(exp.column("is_hidden").eq(exp.Literal.string("NO")))
            .order_by("table_name", "ordinal_position")
        )
        try:
            return grouped((name, column, native) for name, column, native in self.fetch(query))
        except WarehouseError as error:
            if error.code == "missing_relation":
                return {}
            raise

    def table_names(self) -> list[str]:
        names = []
        with translated():
            for dataset in self._client.list_datasets(max_results=MOST_DATASETS, retry=self._retry):
                place = "" if dataset.reference == self._options.dataset else f"{dataset.dataset_id}."
                tables = self._client.list_tables(dataset, max_results=MOST_TABLES, retry=self._retry)
                names += [place + table.table_id for table in tables]
        return names

    def statistics(self, sources: Mapping[str, exp.Expr]) -> Statistics:
        """How many rows tables have, without those that are still on their way into them."""
        named = {model: self._table(one) for model, one in sources.items() if isinstance(one, exp.Table)}
        return CatalogStatistics({model: _known(found) for model, found in named.items() if found is not None})

    def execute(self, statement: exp.Expr) -> None:
        """A transaction is one job, a script: what belongs to it is kept until it ends.

        BigQuery rolls back the transaction of a script that ends before its COMMIT, so that the script needs no handler
        of errors, which would hide where they came from. Over several jobs a transaction needs a session, and that
        outlives a process that is lost: it would keep what it has changed from others for up to a day.
        """
        match statement:
            case exp.Transaction():
                self._transaction = []
            case exp.Rollback():
                self._transaction = None
            case exp.Commit():
                statements, self._transaction = self._transaction or [], None
                self._run([exp.Transaction(), *statements, exp.Commit()])
            case exp.Create(kind="SCHEMA") if statement.args.get("exists") and self._has(statement.this.db):
                pass  # to make one needs a right, even where there is one
            case _ if self._transaction is not None:
                self._transaction.append(statement)
            case _:
                self._run([statement])

    def fetch(self, query: exp.Query) -> Sequence[Row]:
        return self._run([query], with_rows=True)

    @contextmanager
    def transaction(self, label: str) -> Iterator[None]:
        """Names the jobs. BigQuery's transactions do not cover tables that are made: each statement is one of its own,
        unless statements between BEGIN and COMMIT put some together.
        """
        self._label = as_label(label)
        try:
            yield
        finally:
            self._label = self._transaction = None

    def cost(self) -> Cost:
        return Cost(bytes=self._billed)

    def cancel(self) -> None:
        job = self._running
        if job is not None:
            with translated():
                self._client.cancel_job(job.job_id, project=job.project, location=job.location, retry=self._retry)

    def close(self) -> None:
        if self._owned:
            self._client.close()

    def _has(self, dataset: str) -> bool:
        """Is there such a dataset? Then the run happens where it is."""
        try:
            with translated():
                found = self._client.get_dataset(DatasetReference(self._client.project, dataset), retry=self._retry)
        except WarehouseError:
            return False
        self._location = self._location or found.location
        return True

    def _describe(self, query: exp.Query) -> Columns:
        """A dry run, which costs nothing."""
        with translated():
            job = self._start([query], self._config(dry_run=True))
            columns = tuple((field.name, native_type(field)) for field in job.schema or ())
        if self._location is None and job.referenced_tables:  # where the sources are, there datasets are made
            self._location = job.location
        return columns

    def _as_declared(self, table: exp.Table, columns: Columns) -> Columns:
        """The columns as their table has them: a SELECT forgets how many digits a number may have."""
        found = self._table(table)
        declared = {} if found is None else {field.name: native_type(field) for field in found.schema}
        return tuple((name, declared.get(name, native)) for name, native in columns)

    def _table(self, named: exp.Table) -> Table | None:
        """What is known of a table or view; None where there is none, as of a name with a wildcard."""
        dataset = self._options.dataset
        if named.db:
            dataset = DatasetReference(named.catalog or self._client.project, named.db)
        if dataset is None:
            return None
        try:
            with translated():
                return self._client.get_table(dataset.table(named.name), retry=self._retry)
        except WarehouseError:
            return None

    def _run(self, statements: Sequence[exp.Expr], *, with_rows: bool = False) -> list[Row]:
        """Run statements as one job, to its end."""
        limit = self._options.statement_timeout
        waiting = POLLING_DEFAULT_VALUE if limit is None else limit + GRACE
        with translated():
            self._running = self._start(statements, self._config())
            try:
                found = self._running.result(retry=self._retry, job_retry=None, timeout=waiting)
                return [tuple(row.values()) for row in found] if with_rows else []
            except (KeyboardInterrupt, NoAnswerInTime) as error:
                with suppress(WarehouseError):
                    self.cancel()  # a job goes on when nobody waits for it
                if limit is None or isinstance(error, KeyboardInterrupt):
                    raise
                raise WarehouseError("cancelled", f"the job has not ended after {limit} s") from error
            finally:
                self._billed += self._running.total_bytes_billed or 0
                self._running = None

    def _start(self, statements: Sequence[exp.Expr], config: QueryJobConfig) -> QueryJob:
        return self._client.query(
            _text(statements),
            job_config=config,
            job_id_prefix=JOB,  # with an id of its own, a request that is repeated finds the job that it has started
            location=self._location,
            retry=self._retry,
            timeout=ANSWER,
            job_retry=None,
        )

    def _config(self, *, dry_run: bool = False) -> QueryJobConfig:
        options, given = self._options, self._client.default_query_job_config
        labels = {**(given.labels if given else {}), **options.labels}
        config = QueryJobConfig(
            use_legacy_sql=False,
            connection_properties=PINNED,
            dry_run=dry_run,
            labels=labels if self._label is None else {**labels, "coterie": self._label},
        )
        if options.dataset is not None:
            config.default_dataset = options.dataset
        if options.maximum_bytes_billed is not None:
            config.maximum_bytes_billed = options.maximum_bytes_billed
        if options.statement_timeout is not None:
            config.job_timeout_ms = options.statement_timeout * 1000
        if options.priority is not None and not dry_run:
            config.priority = options.priority.upper()
        return config


def connect(target: BigQueryTarget, root: Path, *, read_only: bool) -> BigQuery:
    """Find the credentials, and see that BigQuery takes them."""
    client = client_of(target, root)
    options = Options(
        dataset=None if target.dataset is None else DatasetReference(client.project, target.dataset),
        priority=target.priority,
        maximum_bytes_billed=target.maximum_bytes_billed,
        labels=target.labels,
        connect_timeout=target.connect_timeout,
        statement_timeout=target.statement_timeout,
    )
    session = BigQuery(client, options, owned=True)
    try:
        session.check()
    except WarehouseError as error:
        session.close()
        if error.code == "connection_lost":
            raise WarehouseError("cannot_connect", f"BigQuery cannot be reached: {error.message}") from error
        raise
    return session


def adopt(connection: Any) -> BigQuery:
    """Use a client, with its defaults for jobs."""
    client = lent(connection, Client, "a client of google.cloud.bigquery")
    given = client.default_query_job_config
    return BigQuery(client, Options(dataset=given.default_dataset if given else None), owned=False)


def native_type(field: SchemaField) -> str:
    """The type of a column as SQL writes it."""
    kind = _NATIVE.get(field.field_type, field.field_type)
    if kind == "STRUCT":
        kind = f"STRUCT<{', '.join(f'{part.name} {native_type(part)}' for part in field.fields)}>"
    if kind in _PARAMETERIZED and field.precision is not None:
        kind += f"({field.precision}, {field.scale})" if field.scale else f"({field.precision})"
    return f"ARRAY<{kind}>" if field.mode == "REPEATED" else kind


def as_label(text: str) -> str:
    """A text as the value of a label: letters in lower case, digits, `_` and `-`, no more than 63."""
    return re.sub(r"[^\w-]+", "-", text.lower())[:LONGEST_LABEL].strip("-")


def _lacks_parameters(native: str) -> bool:
    return native.removeprefix("ARRAY<").removesuffix(">") in _PARAMETERIZED


def _whole_table(query: exp.Query) -> exp.Table | None:
    """The table whose rows a SELECT gives as they are."""
    parts = {name: part for name, part in query.args.items() if part}
    if parts.keys() != {"expressions", "from_"} or parts["expressions"] != [exp.Star()]:
        return None
    rows = parts["from_"].this
    return rows if isinstance(rows, exp.Table) else None


def _known(table: Table) -> KnownTable:
    is_stored = table.table_type in _STORED
    parted = None if table.time_partitioning is None else table.time_partitioning.field
    pruned = {name for name in (parted, *(table.clustering_fields or ())[:1]) if name is not None}
    return KnownTable(is_stored, table.num_rows if is_stored else None, pruned=frozenset(pruned))


def _text(statements: Iterable[exp.Expr]) -> str:
    """A statement, or several as a script."""
    return ";\n".join(render(statement, dialects.get("bigquery")) for statement in statements)
