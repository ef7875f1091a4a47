"""Spark in one local session. Tables are temporary views of written rows, as a plain Spark has no tables to change."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from pyspark.sql import Column, DataFrame, SparkSession
from pyspark.sql.functions import col
from pyspark.sql.types import ArrayType, DataType, TimestampNTZType, TimestampType
from sqlglot import exp

from coterie.types import Type
from tests.case_file import PUBLISHED, Table
from tests.engines import Rows

_NATIVE = {
    "integer": "int",
    "json": "variant",
    "real": "float",
    "text": "string",
    "timestamp": "timestamp_ntz",
    "timestamptz": "timestamp",
}
_COMPILING = "spark.sql.codegen.factoryMode"
SETTINGS = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.ansi.enabled": "true",
    "spark.sql.leafNodeDefaultParallelism": "1",
    "spark.sql.shuffle.partitions": "1",
    "spark.sql.autoBroadcastJoinThreshold": "-1",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.codegen.wholeStage": "false",
    _COMPILING: "NO_CODEGEN",
    "spark.buffer.pageSize": "128k",
    "spark.driver.extraJavaOptions": "-XX:+UseSerialGC -Xmn600m -XX:Tier4InvocationThreshold=40000 "
    "-XX:Tier4MinInvocationThreshold=10000 -XX:Tier4CompileThreshold=80000 -XX:Tier4BackEdgeThreshold=300000",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.memory": "1500m",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}
"""What makes tiny queries fast; what they mean only depends on the first two.

Java optimizes what is very hot, and no more: that takes as long as the work itself.
"""


class Spark:
    """A session; a case lives in its temporary views."""

    dialect = "spark"

    def __init__(self) -> None:
        os.environ |= {"SPARK_LOCAL_IP": "127.0.0.1", "TZ": "UTC"}
        time.tzset()
        builder = SparkSession.builder.master("local[2]")
        for name, value in SETTINGS.items():
            builder = builder.config(name, value)
        self._session = builder.getOrCreate()
        self._views: list[str] = []

    def begin(self) -> None:
        for name in self._views:
            self._execute(f"DROP VIEW {_quoted(name)}")
        self._views = []
        self._execute(f"DROP DATABASE IF EXISTS {PUBLISHED} CASCADE")
        self._session.conf.set(_COMPILING, SETTINGS[_COMPILING])

    def create_table(self, name: str, table: Table, schema: str | None = None) -> None:
        types = [_native(type_) for type_ in table.types.values()]
        columns = ", ".join(
            f"{_read(f'c{n}', native)} AS {_quoted(column)}"
            for n, (column, native) in enumerate(zip(table.types, types, strict=True))
        )
        rows = table.rows or ((None,) * len(types),)
        written = ", ".join("(" + ", ".join(map(_written, row)) + ")" for row in rows)
        names = ", ".join(f"c{n}" for n in range(len(types)))
        some = "" if table.rows else " WHERE false"
        query = f"SELECT {columns} FROM VALUES {written} AS t({names}){some}"
        if schema is None:
            self._view(name, self._session.sql(query))
        else:
            self._execute(f"CREATE DATABASE IF NOT EXISTS {_quoted(schema)}")
            self._execute(f"CREATE VIEW {_quoted(schema)}.{_quoted(name)} AS {query}")

    def copy_parquet(self, name: str, path: str) -> None:
        """What a file holds may be so much that expressions are worth compiling."""
        self._session.conf.set(_COMPILING, "FALLBACK")
        self._view(name, self._session.read.parquet(path))

    def describe(self, name: str) -> tuple[tuple[str, str], ...]:
        return self.describe_query(f"SELECT * FROM {_quoted(name)}")

    def describe_query(self, sql: str) -> tuple[tuple[str, str], ...]:
        return tuple((field.name, field.dataType.simpleString()) for field in self._session.sql(sql).schema)

    def _execute(self, sql: str) -> None:
        self._session.sql(sql).collect()

    def query(self, sql: str, types: Mapping[str, Type] | None = None) -> Rows:
        found = self._session.sql(sql)
        schema = found.schema
        rows = found.toDF(*(f"c{n}" for n in range(len(schema)))).select(
            *(_collectable(n, field.dataType) for n, field in enumerate(schema))
        )
        return [
            {field.name: _plain(value, field.dataType) for field, value in zip(schema, row, strict=True)}
            for row in rows.collect()
        ]

    def _view(self, name: str, rows: DataFrame) -> None:
        rows.createOrReplaceTempView(_quoted(name))
        self._views.append(name)


class Databricks(Spark):
    """The same, which understands what is written for Databricks."""

    dialect = "databricks"


def _quoted(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"


def _native(type: str) -> str:
    """The name of a column type; arrays have theirs around the element's."""
    if type.endswith("[]"):
        return f"array<{_native(type[:-2])}>"
    return re.sub(r"^\w+", lambda found: _NATIVE.get(found[0], found[0]), type.lower())


def _read(column: str, native: str) -> str:
    return f"PARSE_JSON({column})" if native == "variant" else f"CAST({column} AS {native})"


def _written(value: Any) -> str:
    if isinstance(value, list):
        return "ARRAY(" + ", ".join(map(_written, value)) + ")"
    return "NULL" if value is None else exp.Literal.string(str(value)).sql("spark")


def _collectable(position: int, type: DataType) -> Column:
    """Python knows no instants at the edge of the year 1, so instants come as clock times in UTC."""
    return col(f"c{position}").cast(_without_zone(type))


def _without_zone(type: DataType) -> DataType:
    if isinstance(type, ArrayType):
        return ArrayType(_without_zone(type.elementType), type.containsNull)
    return TimestampNTZType() if isinstance(type, TimestampType) else type


def _plain(value: Any, type: DataType) -> Any:
    if isinstance(value, list):
        assert isinstance(type, ArrayType)
        return [_plain(item, type.elementType) for item in value]
    return value.replace(tzinfo=UTC) if isinstance(value, datetime) and isinstance(type, TimestampType) else value
