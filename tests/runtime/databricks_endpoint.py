"""What Databricks' SQL connector talks to: its Thrift service over HTTP, with a local Spark behind it.

Spark without Delta cannot replace tables or rows at once; here it does so in steps. Failures can be ordered: a text
that occurs in a statement, and what is said of it.
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from uuid import uuid4

import pyarrow
from databricks.sql.thrift_api.TCLIService import TCLIService, ttypes
from pyspark.sql import SparkSession
from thrift.protocol.TBinaryProtocol import TBinaryProtocol
from thrift.transport.TTransport import TMemoryBuffer

TOKEN = "a-token"
CATALOG = "main"
SECONDS = 0.2  # that a statement may take before the connector is told to ask again
_SETTINGS = {"TIMEZONE": "spark.sql.session.timeZone", "ANSI_MODE": "spark.sql.ansi.enabled"}
_NAME = r"(?:`[^`]+`\.)?`[^`]+`"
_REPLACED = re.compile(rf"CREATE OR REPLACE TABLE ({_NAME}) AS\s(.*)", re.DOTALL)
_CHANGED = re.compile(rf"INSERT INTO ({_NAME})\sREPLACE WHERE\s+(.*?)\n((?:SELECT|WITH)\b.*)", re.DOTALL)
_DELETED = re.compile(rf"DELETE FROM ({_NAME})\sWHERE\s+(.*)", re.DOTALL)
_OK = ttypes.TStatus(statusCode=ttypes.TStatusCode.SUCCESS_STATUS)
_STATE = ttypes.TOperationState
_NOTHING = pyarrow.table({})


@dataclass
class Operation:
    """A statement, and what has become of it."""

    group: str
    state: int = _STATE.RUNNING_STATE
    said: str = ""
    answer: pyarrow.Table = field(default_factory=lambda: _NOTHING)
    done: threading.Event = field(default_factory=threading.Event)


class Endpoint(TCLIService.Iface):  # type: ignore[misc]
    """The service. `failures` are texts in statements with what they fail with, `status` that of all answers."""

    def __init__(self, spark: SparkSession) -> None:
        self.spark = spark
        self.failures: dict[str, str] = {}
        self.status: int | None = None
        self.statements: list[str] = []
        self.tags: set[str] = set()
        self.agents: set[str] = set()
        self.sessions: dict[bytes, SparkSession] = {}
        self.configurations: list[dict[str, str]] = []
        self._operations: dict[bytes, Operation] = {}

    def OpenSession(self, req: Any) -> Any:
        handle = _identifier()
        session = self.sessions[handle.guid] = self.spark.newSession()
        self.configurations.append(req.configuration)
        for name, setting in _SETTINGS.items():
            session.conf.set(setting, req.configuration.get(name, "UTC" if name == "TIMEZONE" else "true"))
        version = ttypes.TProtocolVersion.SPARK_CLI_SERVICE_PROTOCOL_V7
        return ttypes.TOpenSessionResp(
            status=_OK,
            serverProtocolVersion=version,
            sessionHandle=ttypes.TSessionHandle(handle, version),
            initialNamespace=req.initialNamespace,
            canUseMultipleCatalogs=True,
        )

    def CloseSession(self, req: Any) -> Any:
        self.sessions.pop(req.sessionHandle.sessionId.guid, None)
        return ttypes.TCloseSessionResp(status=_OK)

    def ExecuteStatement(self, req: Any) -> Any:
        session = self.sessions.get(req.sessionHandle.sessionId.guid)
        if session is None:
            gone = ttypes.TStatus(ttypes.TStatusCode.INVALID_HANDLE_STATUS, errorMessage="Invalid SessionHandle")
            return ttypes.TExecuteStatementResp(status=gone)
        self.statements.append(req.statement)
        self.tags.add(req.confOverlay.get("query_tags", ""))
        handle = _identifier()
        operation = self._operations[handle.guid] = Operation(group=handle.guid.hex())
        parameters = {one.name: one.value.stringValue for one in req.parameters or ()}
        threading.Thread(target=self._run, args=[session, operation, req.statement, parameters], daemon=True).start()
        operation.done.wait(SECONDS)
        return ttypes.TExecuteStatementResp(
            status=_OK,
            operationHandle=ttypes.TOperationHandle(handle, ttypes.TOperationType.EXECUTE_STATEMENT, True),
            directResults=ttypes.TSparkDirectResults(operationStatus=_status(operation)),
        )

    def GetOperationStatus(self, req: Any) -> Any:
        operation = self._operations[req.operationHandle.operationId.guid]
        operation.done.wait(SECONDS)
        return _status(operation)

    def GetResultSetMetadata(self, req: Any) -> Any:
        return _metadata(self._operations[req.operationHandle.operationId.guid])

    def FetchResults(self, req: Any) -> Any:
        operation = self._operations[req.operationHandle.operationId.guid]
        batches = [
            ttypes.TSparkArrowBatch(batch=one.serialize().to_pybytes(), rowCount=one.num_rows)
            for one in operation.answer.to_batches()
        ]
        return ttypes.TFetchResultsResp(
            status=_OK,
            hasMoreRows=False,
            results=ttypes.TRowSet(startRowOffset=0, rows=[], arrowBatches=batches),
            resultSetMetadata=_metadata(operation),
        )

    def CancelOperation(self, req: Any) -> Any:
        operation = self._operations[req.operationHandle.operationId.guid]
        if not operation.done.is_set():
            operation.state = _STATE.CANCELED_STATE
            self.spark.sparkContext.cancelJobGroup(operation.group)
        return ttypes.TCancelOperationResp(status=_OK)

    def CloseOperation(self, req: Any) -> Any:
        return ttypes.TCloseOperationResp(status=_OK)

    def _run(self, session: SparkSession, operation: Operation, text: str, parameters: dict[str, str]) -> None:
        session.sparkContext.setJobGroup(operation.group, text[:40])
        try:
            for part, said in self.failures.items():
                if part in text:
                    raise RuntimeError(said)
            operation.answer = self._answer(session, text, parameters)
            operation.state = _STATE.FINISHED_STATE
        except Exception as error:
            if operation.state != _STATE.CANCELED_STATE:
                operation.state, operation.said = _STATE.ERROR_STATE, str(error)
        operation.done.set()

    def _answer(self, session: SparkSession, text: str, parameters: dict[str, str]) -> pyarrow.Table:
        if found := re.fullmatch(r"SET (\w+)(?: = '(\S+)')?", text):
            setting = _SETTINGS[found[1]]
            if found[2]:
                session.conf.set(setting, found[2])
            return pyarrow.table({"key": [found[1]], "value": [session.conf.get(setting)]})
        if found := _REPLACED.fullmatch(text):
            return self._replace(session, found[1], found[2])
        if found := _CHANGED.fullmatch(text):
            kept = f"SELECT * FROM {found[1]} WHERE NOT ({found[2]})"
            return self._replace(session, found[1], f"{kept} UNION ALL SELECT * FROM ({found[3]})")
        if found := _DELETED.fullmatch(text):
            return self._replace(session, found[1], f"SELECT * FROM {found[1]} WHERE NOT ({found[2]})")
        if "information_schema" in text:
            self._describe(session)
            text = re.sub(r"information_schema\.(\w+)", r"information_schema_\1", text)
        return session.sql(text, args=parameters).toArrow()

    def _replace(self, session: SparkSession, name: str, query: str) -> pyarrow.Table:
        made = f"{name[:-1]}_{uuid4().hex}`"
        session.sql(f"CREATE TABLE {made} AS {query}")
        session.sql(f"DROP TABLE IF EXISTS {name}")
        session.sql(f"ALTER TABLE {made} RENAME TO {name}")
        return _NOTHING

    def _describe(self, session: SparkSession) -> None:
        """What Unity Catalog has as views, as temporary ones."""
        tables, columns = [], []
        for (schema,) in session.sql("SHOW SCHEMAS").collect():
            for row in session.sql(f"SHOW TABLES IN `{schema}`").collect():
                if not row["isTemporary"]:
                    name = row["tableName"]
                    tables.append((schema, name))
                    listed = session.catalog.listColumns(f"`{schema}`.`{name}`")
                    columns += [(schema, name, one.name, n, one.dataType) for n, one in enumerate(listed)]
        described = "table_schema string, table_name string"
        more = f"{described}, column_name string, ordinal_position int, full_data_type string"
        session.createDataFrame(tables, described).createOrReplaceTempView("information_schema_tables")
        session.createDataFrame(columns, more).createOrReplaceTempView("information_schema_columns")


@contextmanager
def served(spark: SparkSession) -> Iterator[tuple[Endpoint, str]]:
    """The service, and its URL."""
    endpoint = Endpoint(spark)
    processor = TCLIService.Processor(endpoint)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            said = self.rfile.read(int(self.headers["Content-Length"]))
            endpoint.agents.add(self.headers["User-Agent"])
            status = 403 if self.headers["Authorization"] != f"Bearer {TOKEN}" else endpoint.status
            answer = TMemoryBuffer()
            if status is None:
                processor.process(TBinaryProtocol(TMemoryBuffer(said)), TBinaryProtocol(answer))
            self.send_response(status or 200)
            self.send_header("Content-Length", str(len(answer.getvalue())))
            if status is not None:
                self.send_header("x-databricks-reason-phrase", "Invalid access token." if status == 403 else "No.")
            self.end_headers()
            self.wfile.write(answer.getvalue())

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield endpoint, f"http://127.0.0.1:{server.server_port}/sql"
        server.shutdown()
        thread.join()


def _identifier() -> Any:
    return ttypes.THandleIdentifier(guid=uuid4().bytes, secret=b"")


def _status(operation: Operation) -> Any:
    return ttypes.TGetOperationStatusResp(
        status=_OK, operationState=operation.state, displayMessage=operation.said, operationCompleted=int(time.time())
    )


def _metadata(operation: Operation) -> Any:
    text = ttypes.TTypeDesc([ttypes.TTypeEntry(ttypes.TPrimitiveTypeEntry(ttypes.TTypeId.STRING_TYPE))])
    columns = [ttypes.TColumnDesc(name, text, n, "") for n, name in enumerate(operation.answer.column_names)]
    return ttypes.TGetResultSetMetadataResp(
        status=_OK,
        schema=ttypes.TTableSchema(columns),
        resultFormat=ttypes.TSparkRowSetType.ARROW_BASED_SET,
        lz4Compressed=False,
        arrowSchema=operation.answer.schema.serialize().to_pybytes(),
    )
