"""An engine in a process of its own, so that one that crashes or hangs takes nothing else with it.

`python -m tests.engines.process NAME` is that process: it reads calls from its input and answers on its output.
"""

from __future__ import annotations

import atexit
import os
import pickle
import selectors
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO

from coterie.types import Type
from tests.case_file import Table
from tests.engines import Rows, made

ROOT = Path(__file__).parents[2]
STARTING, CALLING = 300.0, 600.0
"""How many seconds an engine may take to start, and for a call."""


class EngineEndedError(Exception):
    """The process of an engine is gone; its last words are in the message."""


class Remote:
    """The engine of that name, as `Engine` has it, in another process, by another Python where one is named."""

    def __init__(self, name: str, python: str = sys.executable) -> None:
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 - as long as the process
        self._process = subprocess.Popen(
            [python, "-m", "tests.engines.process", name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._said,
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(ROOT), "TZ": "UTC"},
        )
        atexit.register(self._process.kill)
        self.dialect: str = self._answer(STARTING)

    def begin(self) -> None:
        self._call("begin")

    def create_table(self, name: str, table: Table, schema: str | None = None) -> None:
        self._call("create_table", name, table, schema)

    def copy_parquet(self, name: str, path: str) -> None:
        self._call("copy_parquet", name, path)

    def describe(self, name: str) -> tuple[tuple[str, str], ...]:
        return tuple(self._call("describe", name))

    def describe_query(self, sql: str) -> tuple[tuple[str, str], ...]:
        return tuple(self._call("describe_query", sql))

    def query(self, sql: str, types: Mapping[str, Type] | None = None) -> Rows:
        rows: Rows = self._call("query", sql, types)
        return rows

    def _call(self, method: str, *args: object) -> Any:
        if self._process.poll() is not None:
            raise EngineEndedError(f"the engine has ended with {self._process.returncode}")
        assert self._process.stdin
        _write(self._process.stdin, (method, args))
        return self._answer(CALLING)

    def _answer(self, seconds: float) -> Any:
        assert self._process.stdout
        with selectors.DefaultSelector() as waiting:
            waiting.register(self._process.stdout, selectors.EVENT_READ)
            if not waiting.select(seconds):
                self._process.kill()
                raise EngineEndedError(f"no answer for {seconds} s")
        try:
            failure, answer = pickle.load(self._process.stdout)
        except EOFError:
            code = self._process.wait()
            self._said.seek(0)
            said = self._said.read().decode(errors="replace")[-4000:]
            raise EngineEndedError(f"the engine has ended with {code}: {said}") from None
        if failure:
            raise RuntimeError(failure)
        return answer


def _write(stream: BinaryIO | Any, message: object) -> None:
    pickle.dump(message, stream)
    stream.flush()


def serve(name: str) -> None:
    """Answer calls until there are no more. What the engine prints goes to the error output."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    engine = made(name)
    _write(answers, ("", engine.dialect))
    while True:
        try:
            method, args = pickle.load(sys.stdin.buffer)
        except EOFError:
            return
        try:
            _write(answers, ("", getattr(engine, method)(*args)))
        except Exception as error:
            _write(answers, (f"{type(error).__name__}: {error}", None))


if __name__ == "__main__":
    serve(sys.argv[1])
