"""What Snowflake's connector can connect to: fakesnow in a process of its own, behind a server that can be at fault.

The server has what fakesnow lacks: sessions with parameters, descriptions of results, and transactions that end where
tables are made or dropped.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from tests.engines import ENGINES

PYTHON = ENGINES["snowflake"].python or ""
ROOT = Path(__file__).parents[2]

Answer = dict[str, Any]
Rows = list[list[str | None]]


@dataclass(frozen=True)
class Refusal:
    """What the server says instead of doing what it is told."""

    code: str
    state: str
    message: str

    def answer(self) -> Answer:
        data = {"errorCode": self.code, "sqlState": self.state, "queryId": "01b2c3d4-0000-1111-0000-222233334444"}
        return {"data": data, "code": self.code, "message": self.message, "success": False}


CANCELLED = Refusal("000604", "57014", "SQL execution canceled")
EXPIRED = Refusal("390114", "08001", "Authentication token has expired.  The user must authenticate again.")
TIMED_OUT = Refusal(
    "000630", "57014", "Statement reached its statement or warehouse timeout of {} second(s) and was canceled."
)


@dataclass
class Session:
    """A session's own parameters, beside those that all have, and what it has done last."""

    number: int
    parameters: dict[str, str] = field(default_factory=dict)
    result: list[Mapping[str, Any]] = field(default_factory=list)
    is_in_transaction: bool = False
    is_over: bool = False


INHERITED = {
    "AUTOCOMMIT": ("true", "BOOLEAN"),
    "TIMEZONE": ("America/Los_Angeles", "STRING"),
    "QUERY_TAG": ("", "STRING"),
    "ROWS_PER_RESULTSET": ("0", "NUMBER"),
    "STATEMENT_TIMEOUT_IN_SECONDS": ("172800", "NUMBER"),
}
"""Some parameters as an account has them, and their types."""


class Endpoint:
    """The server. What it is told stands in `told`, with the query tags; what matches a fault's pattern comes to it.

    A fault is a refusal, `lost` for a connection that ends, `slow` for what does not end unless it is stopped,
    or `over` for a session that is no more, with its transaction.
    """

    def __init__(self, upstream: int) -> None:
        self.upstream = upstream
        self.told: list[tuple[str, str]] = []
        self.logins: list[Mapping[str, Any]] = []
        self.faults: dict[str, Refusal | str] = {}
        self.stopped = threading.Event()
        self.running = threading.Event()
        self._sessions: dict[str, Session] = {}
        self._numbers = count(1001)

        handler = type("Handler", (_Handler,), {"endpoint": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.port: int = self._server.server_port
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self.stopped.set()
        self._server.shutdown()
        self._server.server_close()

    def reset(self) -> None:
        """Nothing is at fault, and nothing has been told."""
        self.faults.clear()
        self.told.clear()
        self.logins.clear()
        self.stopped.clear()
        self.running.clear()

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        body = handler.rfile.read(int(handler.headers.get("Content-Length") or 0))
        if handler.headers.get("Content-Encoding") == "gzip":
            body = gzip.decompress(body)
        if "login-request" in handler.path:
            answer: Answer | None = self._login(handler, body)
        elif "query-request" in handler.path:
            answer = self._query(handler, json.loads(body))
        else:
            if "abort-request" in handler.path:
                self.stopped.set()
            answer = {"data": None, "code": None, "message": None, "success": True}
        if answer is None:
            handler.close_connection = True
            handler.connection.close()
            return
        sent = json.dumps(answer).encode()
        handler.send_response(200)
        handler.send_header("Content-Type", "application/json")
        handler.send_header("Content-Length", str(len(sent)))
        handler.end_headers()
        handler.wfile.write(sent)

    def _login(self, handler: BaseHTTPRequestHandler, body: bytes) -> Answer:
        data = json.loads(body)["data"]
        self.logins.append(data)
        if isinstance(fault := self.faults.get("login"), Refusal):
            return fault.answer()
        answer = self._forwarded(handler, body)
        session = Session(next(self._numbers))
        self._sessions[answer["data"]["token"]] = session
        answer["data"] |= {"masterToken": "master", "validityInSeconds": 3600, "masterValidityInSeconds": 14400}
        answer["data"] |= {"sessionId": session.number}
        return answer

    def _query(self, handler: BaseHTTPRequestHandler, request: Mapping[str, Any]) -> Answer | None:
        """None for a connection that is lost."""
        sql = request["sqlText"]
        session = self._sessions[handler.headers["Authorization"][17:-1]]
        self.told.append((session.parameters.get("QUERY_TAG", ""), sql))
        if session.is_over or "over" in (fault for pattern, fault in self.faults.items() if re.search(pattern, sql)):
            session.is_over = True
            self._forwarded(handler, json.dumps({"sqlText": "ROLLBACK"}).encode())
            return EXPIRED.answer()
        for pattern, fault in self.faults.items():
            if re.search(pattern, sql):
                if isinstance(fault, Refusal):
                    return fault.answer()
                return self._stopped(session).answer() if fault == "slow" else None
        if (own := self._own(session, sql)) is not None:
            return own
        if session.is_in_transaction and re.match(r"\s*(CREATE|DROP|ALTER)\b", sql):
            self._forwarded(handler, json.dumps({"sqlText": "COMMIT"}).encode())
            session.is_in_transaction = False
        if word := re.match(r"\s*(BEGIN|COMMIT|ROLLBACK)\b", sql):
            if not session.is_in_transaction and word[1] != "BEGIN":
                return _table(["status"], [["Statement executed successfully."]])
            session.is_in_transaction = word[1] == "BEGIN"
        answer = self._forwarded(handler, json.dumps(dict(request)).encode())
        session.result = answer["data"].get("rowtype") or [] if answer["success"] else session.result
        return answer

    def _stopped(self, session: Session) -> Refusal:
        """Waits until somebody stops the statement, or its time is over."""
        self.running.set()
        limit = session.parameters.get("STATEMENT_TIMEOUT_IN_SECONDS")
        if self.stopped.wait(float(limit) if limit else 60):
            return CANCELLED
        return Refusal(TIMED_OUT.code, TIMED_OUT.state, TIMED_OUT.message.format(limit))

    def _own(self, session: Session, sql: str) -> Answer | None:
        """What fakesnow does not answer, or not so."""
        if sql == "SHOW PARAMETERS IN SESSION":
            names = INHERITED.keys() | session.parameters.keys()
            return _table(
                ["key", "value", "default", "level", "description", "type"],
                [_parameter(session, name) for name in sorted(names)],
            )
        if sql == "SELECT CURRENT_TRANSACTION()":
            return _table(["CURRENT_TRANSACTION()"], [["1"] if session.is_in_transaction else [None]])
        if sql == "DESCRIBE RESULT LAST_QUERY_ID()":
            return _table(["name", "type", "kind"], [[one["name"], _spelled(one), "COLUMN"] for one in session.result])
        if "SYSTEM$CANCEL_ALL_QUERIES" in sql:
            assert str(session.number) in sql
            self.stopped.set()
            return _table(["SYSTEM$CANCEL_ALL_QUERIES"], [["1 cancelled"]])
        if found := re.fullmatch(r"ALTER SESSION\s+SET\s+(.*)", sql, re.DOTALL):
            for name, text, other in re.findall(r"(\w+) = (?:'([^']*)'|(\w+))", found[1]):
                session.parameters[name] = text or other.lower()
            return _table(["status"], [["Statement executed successfully."]])
        if found := re.fullmatch(r"ALTER SESSION\s+UNSET\s+(.*)", sql, re.DOTALL):
            for name in re.findall(r"\w+", found[1]):
                session.parameters.pop(name, None)
            return _table(["status"], [["Statement executed successfully."]])
        return None

    def _forwarded(self, handler: BaseHTTPRequestHandler, body: bytes) -> Answer:
        wanted = {"Content-Type": "application/json"}
        if token := handler.headers.get("Authorization"):
            wanted["Authorization"] = token
        request = Request(f"http://127.0.0.1:{self.upstream}{handler.path}", body, wanted, method=handler.command)
        with urlopen(request) as response:
            answer: Answer = json.load(response)
        return answer


class _Handler(BaseHTTPRequestHandler):
    endpoint: Endpoint

    def do_POST(self) -> None:
        self.endpoint.answer(self)

    do_GET = do_POST

    def log_message(self, *_: object) -> None:
        pass


def _parameter(session: Session, name: str) -> list[str | None]:
    value, type = INHERITED.get(name, ("", "STRING"))
    level = "SESSION" if name in session.parameters else "ACCOUNT"
    return [name, session.parameters.get(name, value), value, level, "", type]


def _table(names: list[str], rows: Rows) -> Answer:
    rowtype = [
        {"name": name, "type": "text", "nullable": True, "length": 16777216, "byteLength": 16777216} for name in names
    ]
    rowtype = [one | {"precision": None, "scale": None, "database": "", "schema": "", "table": ""} for one in rowtype]
    data = {"parameters": [], "rowtype": rowtype, "rowset": rows, "total": len(rows), "returned": len(rows)}
    data |= {"queryId": "01b2c3d4-0000-1111-0000-222233335555", "queryResultFormat": "json", "statementTypeId": 4096}
    return {"data": data, "success": True, "code": None, "message": None}


def _spelled(column: Mapping[str, Any]) -> str:
    """A type as DESCRIBE spells it."""
    match column["type"]:
        case "fixed":
            return f"NUMBER({column['precision']},{column['scale']})"
        case "real":
            return "FLOAT"
        case "text":
            return "VARCHAR(16777216)"
        case "timestamp_ntz" | "timestamp_tz" as name:
            return f"{name.upper()}(9)"
    return str(column["type"]).upper()


@contextmanager
def endpoint() -> Iterator[Endpoint]:
    """A server of this process before a fakesnow of its own."""
    command = [os.environ[PYTHON], "-m", "tests.engines.fakesnow_server"]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "TZ": "UTC"}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=ROOT, env=environment
    ) as process:
        assert process.stdin
        assert process.stdout
        found = Endpoint(int(process.stdout.readline()))
        try:
            yield found
        finally:
            found.close()
            process.stdin.close()
