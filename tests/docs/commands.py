"""`coterie` in a process that has imported everything already, as pages run it some eighty times.

`python -m tests.docs.commands` imports what commands need and forks for each that it is told, so that none shares
anything with another or with the tests. `tests/cli/test_commands.py` runs the script itself.
"""

from __future__ import annotations

import atexit
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import IO, NoReturn

ROOT = Path(__file__).parents[2]
_SILENCED = re.compile(r"\s+(2?)> ?/dev/null$")
_QUOTED = re.compile(r"'[^']*'|\"[^\"$`]*\"")
_IMPORTED = ("coterie.cli.drawing", "coterie.cli.explaining", "coterie.project", "coterie.runtime.duckdb")


def said(command: str, folder: Path, environment: Mapping[str, str]) -> str | None:
    """What the command prints; None for what it takes a shell to understand."""
    silent = []
    while found := _SILENCED.search(command):
        silent.append(2 if found[1] else 1)
        command = command[: found.start()]
    if not command.startswith("coterie ") or re.search(r"[|&;<>$`*?\\]", _QUOTED.sub("", command)):
        return None
    server = _server()
    assert server.stdin
    assert server.stdout
    with tempfile.NamedTemporaryFile() as output:
        outputs = {stream: os.devnull if stream in silent else output.name for stream in (1, 2)}
        told = {"argv": shlex.split(command), "folder": str(folder), "environment": {**environment}, "outputs": outputs}
        server.stdin.write(f"{json.dumps(told)}\n")
        server.stdin.flush()
        assert server.stdout.readline() == "done\n"
        return Path(output.name).read_text(encoding="utf-8")


@cache
def _server() -> subprocess.Popen[str]:
    started = subprocess.Popen(
        [sys.executable, "-m", __name__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"},
    )
    atexit.register(started.kill)
    return started


def serve(requests: IO[str]) -> None:
    """Do the commands, one a line, and answer each when it has ended."""
    for module in _IMPORTED:
        import_module(module)
    for line in requests:
        child = os.fork()
        if not child:
            _run(**json.loads(line))
        os.waitpid(child, 0)
        print("done", flush=True)


def _run(argv: list[str], folder: str, environment: dict[str, str], outputs: dict[str, str]) -> NoReturn:
    from coterie.cli import main

    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    for stream, path in outputs.items():
        os.dup2(os.open(path, os.O_WRONLY | os.O_APPEND), int(stream))
    sys.argv = argv
    try:
        main()
    except SystemExit:
        pass
    except BaseException:
        traceback.print_exc()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)


if __name__ == "__main__":
    serve(sys.stdin)
