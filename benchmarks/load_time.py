"""CPU time from a folder of YAML files to definitions."""

from __future__ import annotations

import gc
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from benchmarks.projects import write
from coterie.compiler.loading.load import load

SIZES = (60, 1_000, 5_000)


def measure(traits: int, rounds: int = 10) -> float:
    """The best of several loads of a project of so many traits, 20 in a file."""
    with TemporaryDirectory() as folder:
        write(Path(folder), traits)
        return min(_load(folder) for _ in range(rounds))


def _load(folder: str) -> float:
    gc.collect()
    start = process_time()
    project = load(folder)
    seconds = process_time() - start
    assert project.traits
    return seconds
