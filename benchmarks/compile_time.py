"""CPU time from definitions to SQL text, for several sizes of project, and where it goes."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing import get_context
from resource import RUSAGE_SELF, getrusage
from time import process_time
from typing import Any
from unittest.mock import patch

from benchmarks.projects import CATALOG, definitions
from coterie import compiler, dialects
from coterie.compiler.definitions import ListTrait
from coterie.compiler.loading.load import build

AS_OF = datetime(2024, 1, 1, tzinfo=UTC)
PASSES = ("check", "plan", "require", "share", "lower", "promise_checks", "render_own")
SIZES = (10, 60, 100, 1_000, 10_000)


@dataclass(frozen=True)
class Compiling:
    """The best of several rounds: seconds of CPU time in all and per pass, and the length of the SQL."""

    traits: int
    seconds: float
    passes: dict[str, float]
    statements: int
    characters: int


def measure(traits: int, rounds: int = 10, dialect_name: str = "duckdb") -> Compiling:
    """Compile a project of so many traits several times; without lists, where an engine has none."""
    project, dialect = build(definitions(traits)), dialects.get(dialect_name)
    if dialect.lacks("list"):
        others = tuple(trait for trait in project.traits if not isinstance(trait, ListTrait))
        project = project.model_copy(update={"traits": others})
    found: list[Compiling] = []
    for _ in range(rounds):
        gc.collect()
        spent: dict[str, float] = {}
        with _timed_passes(spent):
            start = process_time()
            compiled = compiler.compile(project, CATALOG, dialect, as_of=AS_OF)
            texts = [entity.sql for entity in compiled.entities]
            seconds = process_time() - start
        found.append(Compiling(len(project.traits), seconds, spent, len(texts), sum(map(len, texts))))
        del compiled, texts
    return min(found, key=lambda one: one.seconds)


def peak_memory(traits: int) -> float:
    """Mebibytes that a process of its own holds at most for a project of so many traits, beyond what it imports."""
    found = []
    for number in (0, traits):
        with get_context("spawn").Pool(1) as pool:
            found.append(pool.apply(_peak, (number,)))
    return (found[1] - found[0]) / 1024


def _peak(traits: int) -> int:
    if traits:
        measure(traits, 1)
    return getrusage(RUSAGE_SELF).ru_maxrss


@contextmanager
def _timed_passes(spent: dict[str, float]) -> Iterator[None]:
    """Note how long each pass takes; what a pass calls of another's (a `lower` of a check) counts for the caller."""
    with ExitStack() as stack:
        for name in PASSES:
            stack.enter_context(patch.object(compiler, name, _timed(name, getattr(compiler, name), spent)))
        yield


def _timed(name: str, run: Callable[..., Any], spent: dict[str, float]) -> Callable[..., Any]:
    def timed(*args: Any, **options: Any) -> Any:
        start = process_time()
        try:
            return run(*args, **options)
        finally:
            spent[name] = spent.get(name, 0.0) + process_time() - start

    return timed
