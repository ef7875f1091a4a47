"""The few calls of BigQuery's API that coterie makes, answered in this process, so that its own client can be used.

What is asked for goes wrong as BigQuery has it go wrong: an answer that refuses the request, a job that fails, a job
that does not end, or no answer at all.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread
from typing import Any, Protocol, Self
from urllib.parse import urlsplit

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

LOCATION, BILLED = "EU", 10_485_760
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
STATUS = {"notFound": 404, "accessDenied": 403, "quotaExceeded": 403, "rateLimitExceeded": 403, "authError": 401}
LEGACY = {"INT64": "INTEGER", "FLOAT64": "FLOAT", "BOOL": "BOOLEAN"}
Answer = tuple[int, Mapping[str, Any]]
Column = tuple[str, str]
Rows = list[tuple[Any, ...]]


class RefusedError(Exception):
    """A statement that fails; the reason is one of BigQuery's."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


@dataclass(eq=False)
class Relation:
    """A table with its rows, or a view with its SELECT.

    `order` is how a table is partitioned and clustered, as the API tells it.
    """

    columns: tuple[Column, ...]
    rows: Rows = field(default_factory=list)
    select: str = ""
    order: Mapping[str, Any] = field(default_factory=dict)


class Warehouse(Protocol):
    """Who answers statements: what it holds, by dataset and name, and what a statement gives."""

    found: dict[str, dict[str, Relation]]

    def run(self, sql: str, default: str | None = None) -> tuple[tuple[Column, ...], Rows]: ...


class Nothing:
    """Holds nothing, and gives the same row whatever is asked."""

    def __init__(self) -> None:
        self.found: dict[str, dict[str, Relation]] = {}

    def run(self, sql: str, default: str | None = None) -> tuple[tuple[Column, ...], Rows]:
        return (("one", "INT64"),), [(1,)]


@dataclass
class Fault:
    """What happens to statements that a pattern is found in, so many times: refused at once, or as a job that fails."""

    pattern: str
    reason: str
    message: str
    at_once: bool = False
    times: int | None = None


@dataclass
class Job:
    asked: Mapping[str, Any]
    resource: dict[str, Any]
    columns: tuple[Column, ...] = ()
    rows: Rows = field(default_factory=list)
    error: RefusedError | None = None
    ended: Event = field(default_factory=Event)

    @property
    def configuration(self) -> dict[str, Any]:
        found: dict[str, Any] = self.resource["configuration"]
        return found

    @property
    def sql(self) -> str:
        return str(self.configuration["query"]["query"])


class Endpoint:
    """The jobs that were asked for, who runs them, and what is to go wrong."""

    def __init__(self, datasets: Warehouse) -> None:
        self.datasets = datasets
        self.jobs: dict[str, Job] = {}
        self.dry_runs: list[Job] = []
        self.faults: list[Fault] = []
        self.endless = ""  # the pattern of statements that do not end unless they are cancelled
        self.refuses_credentials = False
        self.cancelled: list[str] = []
        self._is_gone = False
        self._lock = Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def key(self) -> str:
        """A service account's key, for which tokens are given here."""
        return json.dumps(
            {
                "type": "service_account",
                "project_id": "local",
                "private_key_id": "1",
                "private_key": _private_key(),
                "client_email": "coterie@local.iam.gserviceaccount.com",
                "token_uri": f"{self.address}/token",
            }
        )

    def target(self, **changes: Any) -> dict[str, Any]:
        """What a project says to get here."""
        content = {"source_type": "bigquery", "api_endpoint": self.address, "keyfile_json": self.key()}
        return {**content, "connect_timeout": 1, **changes}

    def stop(self) -> None:
        """Nobody answers any more."""
        self._is_gone = True
        self._server.shutdown()
        self._server.server_close()

    def statements(self) -> list[str]:
        return [job.sql for job in self.jobs.values()]

    def answer(self, method: str, path: str, body: Mapping[str, Any]) -> Answer:
        parts = path.strip("/").split("/")
        match method, parts[4:] if parts[:3] == ["bigquery", "v2", "projects"] else parts:
            case "POST", ["token"]:
                return self._token()
            case "POST", ["jobs"]:
                return self._insert(body)
            case "GET", ["jobs", job]:
                return 200, self._described(self.jobs[job])
            case "POST", ["jobs", job, "cancel"]:
                self.cancelled.append(job)
                self.jobs[job].ended.set()
                return 200, {"job": self._described(self.jobs[job])}
            case "GET", ["queries", job]:
                return self._results(self.jobs[job])
            case "GET", ["datasets"]:
                return 200, {"datasets": [{"datasetReference": _reference(name)} for name in self.datasets.found]}
            case "GET", ["datasets", dataset]:
                return self._dataset(dataset)
            case "GET", ["datasets", dataset, "tables"]:
                tables = [{"tableReference": _reference(dataset, name)} for name in self.datasets.found[dataset]]
                return 200, {"tables": tables}
            case "GET", ["datasets", dataset, "tables", name]:
                return self._table(dataset, name)
        raise NotImplementedError(f"{method} {path}")

    def _token(self) -> Answer:
        if self.refuses_credentials:
            return 400, {"error": "invalid_grant", "error_description": "Invalid JWT Signature."}
        return 200, {"access_token": "token", "expires_in": 3600, "token_type": "Bearer"}

    def _insert(self, body: Mapping[str, Any]) -> Answer:
        reference = {**body["jobReference"], "location": LOCATION}
        job = Job(
            body["jobReference"],
            {"jobReference": reference, "configuration": body["configuration"], "kind": "bigquery#job"},
        )
        is_dry = body["configuration"].get("dryRun", False)
        if is_dry:
            self.dry_runs.append(job)
        else:
            self.jobs[reference["jobId"]] = job
        try:
            self._run(job)
        except RefusedError as error:
            return _refusal(error)
        return 200, self._dry(job) if is_dry else self._described(job, state="RUNNING")

    def _run(self, job: Job) -> None:
        """Errors in what a statement says are told at once; those of a job, when it is asked for."""
        fault = next((one for one in self.faults if one.times != 0 and re.search(one.pattern, job.sql)), None)
        if fault is not None and fault.times is not None:
            fault.times -= 1
        if fault is not None and fault.at_once:
            raise RefusedError(fault.reason, fault.message)
        if fault is not None:
            job.error = RefusedError(fault.reason, fault.message)
        elif self.endless and re.search(self.endless, job.sql):
            job.error = RefusedError("stopped", "Job execution was cancelled: User requested cancellation")
            return
        else:
            default = job.configuration["query"].get("defaultDataset", {})
            with self._lock:
                job.columns, job.rows = self.datasets.run(job.sql, default.get("datasetId"))
        job.ended.set()

    def _dry(self, job: Job) -> Mapping[str, Any]:
        tables = [_reference(*names) for names in re.findall(r"`(\w+)`\.`(\w+)`", job.sql)]
        statistics = {"schema": _schema(job.columns), "totalBytesProcessed": "0", "referencedTables": tables}
        return job.resource | {"status": {"state": "DONE"}, "statistics": {"query": statistics}}

    def _described(self, job: Job, state: str | None = None) -> Mapping[str, Any]:
        status: dict[str, Any] = {"state": state or ("DONE" if job.ended.is_set() else "RUNNING")}
        if job.error and status["state"] == "DONE":
            status |= {"errorResult": _detail(job.error), "errors": [_detail(job.error)]}
        statistics = {"totalBytesBilled": "0" if job.error else str(BILLED)}
        return job.resource | {"status": status, "statistics": {"query": statistics}}

    def _results(self, job: Job) -> Answer:
        """The client waits for the end of a job here."""
        reference = job.resource["jobReference"]
        if not job.ended.wait(0.2):
            return 200, {"jobReference": reference, "jobComplete": False}
        if job.error:
            return _refusal(job.error)
        answer = {"jobReference": reference, "jobComplete": True, "schema": _schema(job.columns)}
        if job.columns:
            answer |= {"totalRows": str(len(job.rows)), "rows": [_row(row) for row in job.rows]}
        return 200, answer

    def _dataset(self, dataset: str) -> Answer:
        if dataset not in self.datasets.found:
            return _refusal(RefusedError("notFound", f"Not found: Dataset local:{dataset}"))
        return 200, {"datasetReference": _reference(dataset), "location": LOCATION}

    def _table(self, dataset: str, name: str) -> Answer:
        if name not in self.datasets.found.get(dataset, {}):
            return _refusal(RefusedError("notFound", f"Not found: Table local:{dataset}.{name}"))
        relation = self.datasets.found[dataset][name]
        known = {"type": "VIEW"} if relation.select else {"type": "TABLE", "numRows": str(len(relation.rows))}
        place = {"tableReference": _reference(dataset, name), "location": LOCATION}
        return 200, {**place, **known, **relation.order, "schema": _schema(relation.columns)}

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        endpoint = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            wbufsize = -1  # an answer in two packets would wait for the client to confirm the first

            def do_GET(self) -> None:
                self._reply("GET")

            def do_POST(self) -> None:
                self._reply("POST")

            def _reply(self, method: str) -> None:
                if endpoint._is_gone:
                    self.close_connection = True
                    return
                sent = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                is_json = "json" in self.headers.get("Content-Type", "")
                status, answer = endpoint.answer(method, urlsplit(self.path).path, json.loads(sent) if is_json else {})
                content = json.dumps(answer).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, format: str, *args: object) -> None:
                """Tests say what is wrong."""

        return Handler


@cache
def _private_key() -> str:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    kinds = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    return key.private_bytes(*kinds).decode()


def _reference(dataset: str, table: str | None = None) -> dict[str, str]:
    of_dataset = {"projectId": "local", "datasetId": dataset}
    return of_dataset if table is None else of_dataset | {"tableId": table}


def _detail(error: RefusedError) -> dict[str, str]:
    return {"reason": error.reason, "message": str(error)}


def _refusal(error: RefusedError) -> Answer:
    status = STATUS.get(error.reason, 400)
    return status, {"error": {"code": status, "message": str(error), "errors": [_detail(error)]}}


def _schema(columns: tuple[Column, ...]) -> dict[str, Any]:
    return {"fields": [_field(name, native) for name, native in columns]}


def _field(name: str, native: str) -> dict[str, Any]:
    if native.startswith("ARRAY<"):
        return _field(name, native[len("ARRAY<") : -1]) | {"mode": "REPEATED"}
    bare, _, parameters = native.rstrip(")").partition("(")
    precision, _, scale = parameters.partition(",")
    given = {"precision": precision, "scale": scale.strip()}
    return {"name": name, "type": LEGACY.get(bare, bare), "mode": "NULLABLE"} | {k: v for k, v in given.items() if v}


def _row(row: tuple[Any, ...]) -> dict[str, Any]:
    return {"f": [{"v": _value(value)} for value in row]}


def _value(value: Any) -> Any:
    """A value as BigQuery's JSON has it: a text, of an instant its microseconds."""
    match value:
        case None:
            return None
        case list():
            return [{"v": _value(item)} for item in value]
        case bool():
            return str(value).lower()
        case datetime() if value.tzinfo is not None:
            return str((value - EPOCH) // timedelta(microseconds=1))
        case date():
            return value.isoformat()
        case Decimal():
            return f"{value.normalize():f}"
    return str(value)
