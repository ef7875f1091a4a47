"""The tools' environments: made where they are missing, and asked for the tools' SQL.

They are in the folder that COTERIE_PEERS names, else in `build/peers` of the project.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from benchmarks.peers import TRAITS, Statement

PROJECT = Path(__file__).parents[2]
ENVIRONMENTS = "COTERIE_PEERS"


@dataclass(frozen=True)
class Peer:
    """A tool: the script here that asks it, and what has to be installed."""

    name: str
    script: str
    packages: tuple[str, ...] = ()
    node: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Answer:
    """A tool's statements, and the CPU seconds that they took to compile: the first time, and warm."""

    tool: str
    statements: tuple[Statement, ...]
    first: float
    warm: float


PEERS = (
    Peer("ibis", "ibis_sql", ("ibis-framework[duckdb]==12.0.0",)),
    Peer("sidemantic", "sidemantic_sql", ("sidemantic==0.13.0",)),
    Peer("bsl", "bsl_sql", ("boring-semantic-layer==0.3.18", "ibis-framework[duckdb]==11.0.0", "pyarrow")),
    Peer(
        "malloy",
        "malloy_sql",
        ("duckdb",),
        (("@malloydata/malloy", "0.0.431"), ("@malloydata/db-duckdb", "0.0.431"), ("antlr4ts", "0.5.0-alpha.4")),
    ),
    Peer("metricflow", "metricflow_sql", ("dbt-metricflow==0.15.0", "dbt-duckdb==1.11.1", "dbt-core<1.12")),
)


def ask(peer: Peer, traits: int = 0) -> Answer:
    """The tool's SQL of the traits that all can express, or of so many of one value each.

    Raises what the tool says if it fails.
    """
    folder = made(peer)
    command = [_python(folder), "-m", f"benchmarks.peers.{peer.script}"]
    found = json.loads(_run(command, folder, {TRAITS: str(traits)}).splitlines()[-1])
    statements = tuple(Statement(**one) for one in found.pop("statements"))
    return Answer(statements=statements, **found)


def made(peer: Peer) -> Path:
    """The folder with the tool's environment."""
    folder = Path(os.environ.get(ENVIRONMENTS) or PROJECT / "build" / "peers").resolve() / peer.name
    wanted = json.dumps([peer.packages, peer.node])
    installed = folder / "installed.json"
    if installed.exists() and installed.read_text() == wanted:
        return folder
    folder.mkdir(parents=True, exist_ok=True)
    _run([sys.executable, "-m", "venv", str(folder)], folder)
    _run([_python(folder), "-m", "pip", "install", "-q", *peer.packages], folder)
    if peer.node:
        package = {"private": True, "dependencies": dict(peer.node), "overrides": _inner(peer.node)}
        (folder / "package.json").write_text(json.dumps(package))
        _run(["npm", "install", "--no-audit", "--no-fund"], folder)
    installed.write_text(wanted)
    return folder


def _inner(packages: Sequence[tuple[str, str]]) -> dict[str, str]:
    """What the packages themselves have to use, too."""
    return {name: f"${name}" for name, _ in packages}


def _python(folder: Path) -> str:
    return str(folder / "bin" / "python")


def _run(command: Sequence[str], folder: Path, settings: Mapping[str, str] = MappingProxyType({})) -> str:
    quiet = {"PYTHONPATH": str(PROJECT), "PYTHONWARNINGS": "ignore", "DO_NOT_TRACK": "1"}
    environment = {**os.environ, **quiet, **settings}
    environment.pop("VIRTUAL_ENV", None)
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command)} failed:\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}")
    return done.stdout
