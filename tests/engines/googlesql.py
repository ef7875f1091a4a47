"""GoogleSQL's own analyzer and reference evaluator, as WebAssembly in this process.

The package brings the module and the messages that it understands; the rest is here: compiling it once (the machine
code is kept in the user's cache folder), and calling it.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import tzdata
import wasmtime
import zetasql.wasi
from google.protobuf.empty_pb2 import Empty
from google.protobuf.message import Message
from zetasql.wasi._pb2.zetasql.local_service import local_service_pb2 as service
from zetasql.wasi._pb2.zetasql.proto import options_pb2 as analyzer
from zetasql.wasi._pb2.zetasql.public import options_pb2 as options
from zetasql.wasi._pb2.zetasql.resolved_ast import resolved_node_kind_pb2 as nodes

from tests.engines.googlesql_values import name_of, set_type, set_value, value_of

Answer = TypeVar("Answer", bound=Message)
Column = tuple[str, str]

MODULE = Path(zetasql.wasi.__file__).parent / "zetasql.wasm"
POINTER = 4

FEATURES = (
    "ANALYTIC_FUNCTIONS", "NUMERIC_TYPE", "BIGNUMERIC_TYPE", "PARAMETERIZED_TYPES", "JSON_TYPE",
    "JSON_ARRAY_FUNCTIONS", "NAMED_ARGUMENTS", "V_1_1_HAVING_IN_AGGREGATE", "V_1_1_LIMIT_IN_AGGREGATE",
    "V_1_1_NULL_HANDLING_MODIFIER_IN_AGGREGATE", "V_1_1_NULL_HANDLING_MODIFIER_IN_ANALYTIC",
    "V_1_1_ORDER_BY_IN_AGGREGATE", "V_1_1_SELECT_STAR_EXCEPT_REPLACE", "V_1_1_WITH_ON_SUBQUERY", "V_1_2_CIVIL_TIME",
    "V_1_2_SAFE_FUNCTION_CALL", "V_1_2_WEEK_WITH_WEEKDAY", "V_1_3_ADDITIONAL_STRING_FUNCTIONS",
    "V_1_3_ALLOW_DASHES_IN_TABLE_NAME", "V_1_3_DATE_ARITHMETICS", "V_1_3_DATE_TIME_CONSTRUCTORS",
    "V_1_3_EXTENDED_DATE_TIME_SIGNATURES", "V_1_3_FORMAT_IN_CAST", "V_1_3_IS_DISTINCT", "V_1_3_QUALIFY",
    "V_1_3_WITH_RECURSIVE", "INTERVAL_TYPE",
)  # fmt: skip
"""What of the language BigQuery has. So the evaluator refuses what it has beyond: FILTER, lambdas, arrays that are
compared, grouped or cast to each other, NULLS FIRST …"""


class _Table(NamedTuple):
    columns: tuple[Column, ...]
    rows: tuple[Sequence[Any], ...]


class GoogleSQL:
    """Tables, and SELECTs over them."""

    def __init__(self) -> None:
        self._module = _Module()
        self._tables: dict[str, _Table] = {}
        self._catalog: int | None = None
        self._language = analyzer.LanguageOptionsProto(
            product_mode=options.PRODUCT_EXTERNAL,
            enabled_language_features=[options.LanguageFeature.Value(f"FEATURE_{name}") for name in FEATURES],
        )

    def clear(self) -> None:
        """Forget all tables."""
        self._forget_catalog()
        self._tables.clear()

    def create_table(self, name: str, columns: Iterable[Column], rows: Iterable[Sequence[Any]]) -> None:
        """Columns with their types, and rows of plain Python values."""
        self._forget_catalog()
        self._tables[name] = _Table(tuple(columns), tuple(rows))

    def columns_of(self, name: str) -> tuple[Column, ...]:
        """The columns of a table, as they were given."""
        return self._tables[name].columns

    def describe(self, sql: str) -> tuple[Column, ...]:
        """The columns that a SELECT gives."""
        with self._prepared(sql) as prepared:
            return _columns(prepared)

    def query(self, sql: str) -> tuple[tuple[Column, ...], list[tuple[Any, ...]]]:
        """The columns that a SELECT gives, and its rows."""
        with self._prepared(sql) as prepared:
            evaluate = service.EvaluateQueryRequest(prepared_query_id=prepared.prepared_query_id)
            found = self._module.call("EvaluateQuery", evaluate, service.EvaluateQueryResponse)
        types = [column.type for column in prepared.columns]
        rows = [
            tuple(value_of(cell, type) for cell, type in zip(row.cell, types, strict=True))
            for row in found.content.table_data.row
        ]
        return _columns(prepared), rows

    @contextmanager
    def _prepared(self, sql: str) -> Iterator[Any]:
        request = service.PrepareQueryRequest(sql=sql, registered_catalog_id=self._registered())
        request.options.language_options.CopyFrom(self._language)
        request.options.default_timezone = "UTC"
        prepared = self._module.call("PrepareQuery", request, service.PrepareQueryResponse).prepared
        try:
            yield prepared
        finally:
            forget = service.UnprepareQueryRequest(prepared_query_id=prepared.prepared_query_id)
            self._module.call("UnprepareQuery", forget, Empty)

    def analyze(self, sql: str) -> None:
        """See whether a statement of any kind would be accepted."""
        request = service.AnalyzeRequest(sql_statement=sql, registered_catalog_id=self._registered())
        request.options.language_options.CopyFrom(self._language)
        statements = (kind for name, kind in nodes.ResolvedNodeKind.items() if name.endswith("Stmt"))
        request.options.language_options.supported_statement_kinds.extend(statements)
        request.options.default_timezone = "UTC"
        self._module.call("Analyze", request, service.AnalyzeResponse)

    def _registered(self) -> int:
        """The tables as the evaluator knows them, told once for all queries over them."""
        if self._catalog is None:
            request = service.RegisterCatalogRequest()
            catalog = request.simple_catalog
            catalog.name = "case"
            catalog.builtin_function_options.language_options.CopyFrom(self._language)
            for name, table in self._tables.items():
                described = catalog.table.add(name=name)
                for column, type in table.columns:
                    set_type(described.column.add(name=column).type, type)
                content = request.table_content[name].table_data
                content.SetInParent()
                for row in table.rows:
                    cells = content.row.add().cell
                    for (_, type), value in zip(table.columns, row, strict=True):
                        set_value(cells.add(), value, type)
            request.descriptor_pool_list.definitions.add().builtin.SetInParent()
            self._catalog = self._module.call("RegisterCatalog", request, service.RegisterResponse).registered_id
        return self._catalog

    def _forget_catalog(self) -> None:
        if self._catalog is not None:
            self._module.call("UnregisterCatalog", service.UnregisterRequest(registered_id=self._catalog), Empty)
            self._catalog = None


def _columns(prepared: Any) -> tuple[Column, ...]:
    return tuple((column.name, name_of(column.type)) for column in prepared.columns)


class EvaluationError(Exception):
    """What the evaluator says of a statement that it does not accept, or cannot carry out."""


class _Module:
    """The WebAssembly module: requests go in and answers come out as bytes in its memory."""

    def __init__(self) -> None:
        config = wasmtime.Config()
        config.shared_memory = True
        engine = wasmtime.Engine(config)
        self._store = wasmtime.Store(engine)
        system = wasmtime.WasiConfig()
        system.inherit_stderr()
        system.preopen_dir(str(Path(tzdata.__file__).parent / "zoneinfo"), "/usr/share/zoneinfo")
        self._store.set_wasi(system)
        linker = wasmtime.Linker(engine)
        linker.define_wasi()
        instance = linker.instantiate(self._store, _machine_code(engine))
        self._exports: Mapping[str, Any] = instance.exports(self._store)
        self._run("_initialize")

    def call(self, method: str, request: Message, answer: type[Answer]) -> Answer:
        """Call one of the service's methods."""
        written = request.SerializeToString()
        given, size = self._run("wasm_malloc", len(written)), self._run("wasm_malloc", POINTER)
        try:
            ctypes.memmove(self._start + given, written, len(written))
            found = self._run(f"ZetaSqlLocalService_{method}", given, len(written), size)
            if not found:
                raise EvaluationError(self._last_error())
            answered = answer.FromString(self._read(found, int.from_bytes(self._read(size, POINTER), "little")))
            self._run("wasm_free", found)
        finally:
            self._run("wasm_free", given)
            self._run("wasm_free", size)
        return answered

    def _run(self, name: str, *args: int) -> int:
        return int(self._exports[name](self._store, *args) or 0)

    @property
    def _start(self) -> int:
        """Where the module's memory is now: it moves when it grows."""
        return ctypes.addressof(self._exports["memory"].data_ptr().contents)

    def _read(self, place: int, size: int) -> bytes:
        return ctypes.string_at(self._start + place, size)

    def _last_error(self) -> str:
        size = self._run("wasm_get_last_error_size")
        return self._read(self._run("wasm_get_last_error"), size).decode(errors="replace")


def _machine_code(engine: wasmtime.Engine) -> wasmtime.Module:
    """The compiled module: from the cache, or in half a minute, and then into it."""
    told = f"{MODULE.stat().st_size} {version('zetasql')} {version('wasmtime')}"
    name = f"zetasql-{hashlib.sha256(told.encode()).hexdigest()[:16]}.cwasm"
    file = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "coterie-tests" / name
    with suppress(wasmtime.WasmtimeError):  # there is none, or it is another machine's
        return wasmtime.Module.deserialize_file(engine, str(file))
    module = wasmtime.Module.from_file(engine, str(MODULE))
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_suffix(f".{os.getpid()}")
    unfinished.write_bytes(module.serialize())
    unfinished.replace(file)
    return module
