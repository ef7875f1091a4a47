"""ClickHouse's HTTP interface in front of chdb: enough of it for the real clickhouse-connect.

`python -m tests.engines.clickhouse_server` says its port and serves. Every request has a handle of its own on the one
engine of the process, with the settings of its address. Beside queries it takes faults (PUT /faults), which are how it
answers the queries that they match, and tells the requests since (GET /requests); and it serves TLS, too, with the key
and certificate of a file (PUT /tls).
"""

from __future__ import annotations

import atexit
import json
import re
import ssl
import subprocess
import sys
import threading
import time
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit
from urllib.request import Request, urlopen

import chdb

from tests.engines.process import ROOT

HOST = "127.0.0.1"
USERS = {"default": "", "shop": "secret"}
TOKEN = "a.token.of.the.cloud"
_NO_SETTINGS = {"query", "database", "query_id", "session_id", "session_timeout", "wait_end_of_query"}
_NO_SETTINGS |= {"client_protocol_version", "buffer_size", "compress", "decompress", "role", "quota_key"}
_CODE = re.compile(r"Code: (\d+)\.")
_FORMAT = re.compile(r"FORMAT (\w+)\s*$")
_STATUS = {"60": 404, "81": 404, "497": 403, "516": 403, "202": 429}


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    faults: list[dict[str, Any]] = []  # noqa: RUF012 - those of the server
    requests: list[dict[str, Any]] = []  # noqa: RUF012

    def do_PUT(self) -> None:
        if self.path == "/tls":
            return self._answer(200, str(_serve_tls(self._body().decode())).encode())
        self.faults[:] = json.loads(self._body())
        self.requests.clear()
        return self._answer(200, b"")

    def do_GET(self) -> None:
        if self.path == "/requests":
            self._answer(200, json.dumps(self.requests).encode())
        else:
            self.do_POST()

    def do_POST(self) -> None:
        options = dict(parse_qsl(urlsplit(self.path).query, keep_blank_values=True))
        query = "\n".join(part for part in (options.get("query", ""), self._body().decode()) if part)
        self.requests.append({"query": query, "options": options, "agent": self.headers["User-Agent"]})
        if not self._is_known():
            return self._fail(516, "default: Authentication failed: password is incorrect, or there is no such user.")
        for fault in [one for one in self.faults if re.search(one["query"], query)]:
            if not fault.get("always"):
                self.faults.remove(fault)
            if "code" in fault:
                return self._fail(fault["code"], fault["message"])
            if "read" in fault:  # chdb does not count what an INSERT reads
                return self._run_and_answer(query, options, fault["read"])
            if fault.get("first") == "done":
                self._run(query, options)
            if fault.get("first") == "begun":
                threading.Thread(target=self._run_alone, args=(query, options), daemon=True).start()
                time.sleep(1)
            self.close_connection = True
            self.connection.close()
            return None
        return self._run_and_answer(query, options)

    def _run_and_answer(self, query: str, options: dict[str, str], read: dict[str, str] | None = None) -> None:
        try:
            body, summary = self._run(query, options)
        except RuntimeError as error:
            text = str(error)[str(error).find("Code: ") :]
            number = _CODE.search(text)
            return self._answer_error(number[1] if number else "0", f"{text} (version 26.9.2.1 (official build))\n")
        found = _FORMAT.search(query)
        named = {"X-ClickHouse-Format": found[1] if found else "TabSeparated"} if body else {}
        told = {"X-ClickHouse-Summary": json.dumps(read or summary)}
        return self._answer(200, body, {**named, **told})

    def _run(self, query: str, options: dict[str, str]) -> tuple[bytes, dict[str, str]]:
        """The query's answer, after a comment with the id of the request, by which it can be killed."""
        given = {name.removeprefix("param_"): one for name, one in options.items() if name.startswith("param_")}
        settings = {name: one for name, one in options.items() if name not in _NO_SETTINGS and "param_" not in name}
        query = query.replace("query_id = {id:String}", "startsWith(query, concat('/* ', {id:String}, ' */'))")
        handle = chdb.connect(":memory:")
        try:
            if "database" in options:
                handle.query(f'USE "{options["database"]}"')
            escaped = {name: one.replace("\\", "\\\\").replace("'", "\\'") for name, one in settings.items()}
            if escaped:
                handle.query("SET " + ", ".join(f"{name} = '{one}'" for name, one in escaped.items()))
            result = handle.query(f"/* {options.get('query_id')} */ {query}", "TabSeparated", params=given)
            read = {"read_rows": str(result.rows_read()), "read_bytes": str(result.bytes_read())}
            return result.bytes() or b"", read
        finally:
            handle.close()

    def _run_alone(self, query: str, options: dict[str, str]) -> None:
        with suppress(RuntimeError):
            self._run(query, options)

    def _is_known(self) -> bool:
        kind, _, secret = self.headers.get("Authorization", "").partition(" ")
        if kind == "Bearer":
            return secret == TOKEN
        user, _, password = b64decode(secret).decode().partition(":") if kind else ("default", "", "")
        return USERS.get(user) == password

    def _fail(self, code: int, message: str) -> None:
        self._answer_error(str(code), f"Code: {code}. DB::Exception: {message} (version 26.9.2.1 (official build))\n")

    def _answer_error(self, code: str, text: str) -> None:
        self._answer(_STATUS.get(code, 500), text.encode(), {"X-ClickHouse-Exception-Code": code})

    def _answer(self, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _body(self) -> bytes:
        return self.rfile.read(int(self.headers.get("Content-Length", 0)))

    def log_message(self, format: str, *args: Any) -> None:
        pass


def serve() -> None:
    """Say the port, and answer until the input ends."""
    kept = chdb.connect(":memory:")  # the engine lives as long as a handle on it
    server = ThreadingHTTPServer((HOST, 0), _Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_port, flush=True)
    sys.stdin.read()
    kept.close()


def _serve_tls(file: str) -> int:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    server = ThreadingHTTPServer((HOST, 0), _Handler)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_port


@cache
def started() -> int:
    """The port of a server in a process of its own."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.engines.clickhouse_server"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
    )
    assert process.stdout
    atexit.register(_end, process)
    with process.stdout:
        return int(process.stdout.readline())


def _end(process: subprocess.Popen[bytes]) -> None:
    try:
        process.communicate(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@contextmanager
def faults(*ones: dict[str, Any]) -> Iterator[None]:
    """Answer so the queries that they match, each one once unless `always`; and forget the requests until now."""
    _put("faults", json.dumps(ones))
    try:
        yield
    finally:
        _put("faults", "[]")


def tls_port(file: str) -> int:
    """Another port of the server, with TLS, by the key and certificate in a file."""
    return int(_put("tls", file))


def _put(what: str, body: str) -> bytes:
    with urlopen(Request(f"http://{HOST}:{started()}/{what}", body.encode(), method="PUT")) as answer:
        said: bytes = answer.read()
        return said


def requests() -> list[dict[str, Any]]:
    """The requests since the last change of faults."""
    with urlopen(f"http://{HOST}:{started()}/requests") as answer:
        found: list[dict[str, Any]] = json.load(answer)
        return found


if __name__ == "__main__":
    serve()
