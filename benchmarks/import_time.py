"""CPU time of whole processes: bare Python, `import coterie`, and a cold `coterie compile` of 60 traits.

The latter is compared with a process that imports the same third-party modules and does nothing else.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.projects import write

ROOT = Path(__file__).parent.parent
TRAITS = 60

COMMAND = "import sys; sys.argv[1:] = ['compile', {folder!r}]; from coterie.cli import main; main()"
THIRD_PARTY = (
    """
import atexit, sys
known = {{*sys.stdlib_module_names, "coterie", "__main__"}}
show = lambda: print(*(name for name in sys.modules if name.partition(".")[0] not in known), file=sys.stderr)
atexit.register(show)
"""
    + COMMAND
)


@dataclass(frozen=True)
class Starting:
    """Seconds of CPU time, the best of several rounds each."""

    bare: float
    importing: float
    dependencies: float
    compiling: float


def measure(rounds: int = 10) -> Starting:
    """Start each process several times, in turn."""
    with TemporaryDirectory() as folder:
        write(Path(folder), TRAITS)
        modules = _run(THIRD_PARTY.format(folder=folder)).stderr.split()
        programs = {
            "bare": "pass",
            "importing": "import coterie",
            "dependencies": f"from importlib import import_module\nfor name in {modules!r}: import_module(name)",
            "compiling": COMMAND.format(folder=folder),
        }
        best = dict.fromkeys(programs, float("inf"))
        for _ in range(rounds + 1):  # the first writes bytecode
            for name, program in programs.items():
                best[name] = min(best[name], _cpu(program))
        return Starting(**best)


def _cpu(program: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    _run(program)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)


def _run(program: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", program]
    return subprocess.run(command, env=_environment(), check=True, capture_output=True, text=True)


def _environment() -> Mapping[str, str]:
    """This one, but with bytecode, which an installed package has."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPATH": str(ROOT)}
