"""A relay by which Redshift's own connector speaks to PostgreSQL, as far as that can stand for Redshift.

It leaves out of the greeting what PostgreSQL does not know, and writes the one type that only Redshift has as another
of as many letters. Redshift's system views, and settings that PostgreSQL lacks, are in a schema of their own.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any
from urllib.parse import parse_qs, urlparse

import redshift_connector

_KNOWN = (b"user", b"database", b"application_name")
_MAX, _TEXT = b"VARCHAR(MAX)", b"TEXT        "

STAND_INS = """
    DROP SCHEMA IF EXISTS redshift CASCADE;
    CREATE SCHEMA redshift;
    CREATE VIEW redshift.svv_columns AS SELECT * FROM information_schema.columns;
    CREATE VIEW redshift.svv_tables AS SELECT * FROM information_schema.tables;
    CREATE TABLE redshift.svv_table_info ("schema" text, "table" text, tbl_rows numeric(38, 0), sortkey1 text);
    CREATE TABLE redshift.svv_external_tables (schemaname text, tablename text);
    CREATE FUNCTION redshift.known(name text) RETURNS text LANGUAGE sql AS $$
        SELECT CASE WHEN EXISTS (SELECT FROM pg_settings AS s WHERE lower(s.name) = lower($1)) THEN $1
        ELSE 'redshift.' || $1 END $$;
    CREATE FUNCTION redshift.set_config(name text, value text, is_local boolean) RETURNS text LANGUAGE sql AS $$
        SELECT pg_catalog.set_config(redshift.known($1), $2, $3) $$;
    CREATE FUNCTION redshift.strtol(digits text, base int) RETURNS bigint LANGUAGE sql AS $$
        SELECT ('x' || lpad($1, 16, '0'))::bit(64)::bigint WHERE $2 = 16 $$;
    CREATE FUNCTION redshift.current_setting(name text) RETURNS text LANGUAGE sql AS $$
        SELECT pg_catalog.current_setting(redshift.known($1), true) $$;
"""


class Relay:
    """Where to connect to; `asked` is everything that clients have sent since `reset`."""

    def __init__(self, server: str) -> None:
        address = urlparse(server)
        host = parse_qs(address.query).get("host", [""])[0]
        self._path = f"{host}/.s.PGSQL.{address.port or 5432}" if host else None
        self._address = (address.hostname or "127.0.0.1", address.port or 5432)
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listening.getsockname()[1])
        self.asked = b""
        self._open: list[socket.socket] = []

    def serve(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listening.accept()
                client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # answers come in many small messages
                server = self._server()
                self._open += [client, server]
                server.sendall(_greeting(client))
                for receiving, sending, is_asked in ((client, server, True), (server, client, False)):
                    threading.Thread(target=self._pass, args=(receiving, sending, is_asked), daemon=True).start()

    def break_off(self) -> None:
        """Lose every connection."""
        for one in self._open:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()
        self._open.clear()

    def close(self) -> None:
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self.break_off()

    def _server(self) -> socket.socket:
        if self._path is None:
            return socket.create_connection(self._address)
        found = socket.socket(socket.AF_UNIX)
        found.connect(self._path)
        return found

    def _pass(self, receiving: socket.socket, sending: socket.socket, is_asked: bool) -> None:
        with suppress(OSError):
            while kind := _exactly(receiving, 1):
                size = _exactly(receiving, 4)
                message = kind + size + _exactly(receiving, int.from_bytes(size, "big") - 4)
                if is_asked:
                    self.asked += message
                    message = message.replace(_MAX, _TEXT)
                sending.sendall(message)
            sending.shutdown(socket.SHUT_RDWR)


def _exactly(receiving: socket.socket, size: int) -> bytes:
    found = b""
    while len(found) < size and (more := receiving.recv(size - len(found))):
        found += more
    return found


def _greeting(client: socket.socket) -> bytes:
    """The first message, with what PostgreSQL knows of it."""
    told = _exactly(client, int.from_bytes(_exactly(client, 4), "big") - 4)
    parts = told[4:].split(b"\0")
    pairs = [name + b"\0" + value + b"\0" for name, value in zip(parts[::2], parts[1::2], strict=False)]
    kept = told[:4] + b"".join(pair for pair in pairs if pair.split(b"\0")[0] in _KNOWN) + b"\0"
    return (len(kept) + 4).to_bytes(4, "big") + kept


@contextmanager
def relay(server: str) -> Iterator[Relay]:
    found = Relay(server)
    threading.Thread(target=found.serve, daemon=True).start()
    try:
        yield found
    finally:
        found.close()


def opened_at(running: Relay) -> Any:
    """A connection by Redshift's own connector."""
    return redshift_connector.connect(
        host="127.0.0.1", port=running.port, database="postgres", user="postgres", password="", ssl=False
    )
