"""What a run looks like on the screen: steps as they end, then tables of counts."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from datetime import datetime
from types import TracebackType
from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.filesize import decimal
from rich.markup import escape
from rich.table import Table

from coterie.compiler.ir.times import iso

if TYPE_CHECKING:
    from coterie.compiler.compiled import Reading
    from coterie.runtime.estimate import Estimate
    from coterie.runtime.execution import Progress
    from coterie.runtime.report import GroupReport, RunReport
    from coterie.runtime.warehouse import Cost

GROUP_HEADS = ("split group", "size")
PLAIN_WIDTH = 160  # where nobody says how wide a line may be


def open_console(*, stderr: bool = False) -> Console:
    stream = sys.stderr if stderr else sys.stdout
    return Console(file=stream, highlight=False, width=None if stream.isatty() else PLAIN_WIDTH)


class Drawing:
    """Draws the steps of a run on standard error: a line for each that ended, and a spinner for the one that runs."""

    def __init__(self) -> None:
        self._console = open_console(stderr=True)
        self._status = self._console.status("reading the catalog")

    def __enter__(self) -> Drawing:
        if self._console.is_terminal:
            self._status.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._status.stop()

    def watch(self, progress: Progress) -> None:
        """Show that a step starts or has ended."""
        step = escape(str(progress.step))
        if progress.seconds is None:
            self._status.update(f"{progress.number}/{progress.total} {step}")
        elif progress.rows is not None and (progress.rows or not progress.is_check):
            self._console.print(f"  {step:<48} {progress.rows:>12,} rows {progress.seconds:>8.2f} s")


def draw_report(report: RunReport) -> None:
    """The tables of traits and audiences, and what is to note."""
    console = open_console()
    several = len(report.entities) > 1
    traits = [
        (one.entity, trait.slug, trait.type, f"{trait.values:,}") for one in report.entities for trait in one.traits
    ]
    audiences = [
        (one.entity, audience.slug, f"{audience.size:,}", f"{audience.entered:,}", f"{audience.exited:,}")
        for one in report.entities
        for audience in one.audiences
    ]
    groups = [
        (one.entity, audience.slug, *cells)
        for one in report.entities
        for audience in one.audiences
        for cells in _group_cells(audience.groups)
    ]
    for heads, rows, numbers in (
        (("entity", "trait", "type", "values"), traits, 1),
        (("entity", "audience", "size", "entered", "exited"), audiences, 3),
        (("entity", "audience", *GROUP_HEADS), groups, 1),
    ):
        if rows:
            shown = rows if several else [row[1:] for row in rows]
            console.print(value_table(heads if several else heads[1:], shown, numbers=numbers))
    for one in report.entities:
        console.print(f"{one.rows:,} {escape(one.entity)}{_left_out(one.null_keys)}", soft_wrap=True)
    for note in report.notes:
        console.print(f"note: {escape(note)}", soft_wrap=True)
    scans = f", {report.scans:,} scans for what takes {report.scans_apart:,} apart" if report.scans else ""
    console.print(f"as of {iso(report.as_of)}, {report.seconds:.1f} s{scans}{_read(report.cost)}", soft_wrap=True)


def _left_out(rows: int) -> str:
    whose = "row left out for a NULL in its key" if rows == 1 else "rows left out for a NULL in their key"
    return f", {rows:,} {whose}" if rows else ""


def _read(cost: Cost) -> str:
    """What the warehouse read, as far as it tells."""
    told = [f"{cost.rows:,} rows"] if cost.rows is not None else []
    told += [decimal(cost.bytes)] if cost.bytes is not None else []
    return f", {' and '.join(told)} read" if told else ""


def draw_reading(entity: str, reading: Reading) -> None:
    """The scans of a statement, and how many there would be if each value were computed by itself."""
    console = open_console()
    rows = [
        (
            scan.relation or "the statement",
            scan.model,
            "?" if scan.rows is None else f"{scan.rows:,}",
            f"since {str(scan.since)[:10]}" if scan.since else "all",
            ", ".join(scan.columns),
            _some(scan.serves),
            ", ".join(scan.rewrites),
        )
        for scan in reading.scans
    ]
    table = Table("scan", "model", "rows", "", "columns", "for", "by", box=SIMPLE_HEAD, show_edge=False)
    table.columns[2].justify = "right"
    for cells in rows:
        table.add_row(*(escape(cell) for cell in cells))
    console.print(table)
    counted = [scan.rows for scan in reading.scans if scan.rows is not None]
    more = " and what nobody has counted" if counted and len(counted) < len(reading.scans) else ""
    here = f"{escape(entity)}: {len(reading.scans):,} scans{_of_rows(sum(counted) if counted else None)}{more}"
    apart = f"{reading.scans_apart:,} scans{_of_rows(reading.rows_apart)} if each value were computed by itself"
    console.print(f"{here}; {apart}", soft_wrap=True)


def _of_rows(rows: int | None) -> str:
    return "" if rows is None else f" of about {rows:,} rows"


def _some(names: Sequence[str], most: int = 6) -> str:
    """The names, or the first of many and how many there are."""
    more = len(names) - most
    return ", ".join(names[:most]) + (f" and {more:,} more" if more > 0 else "")


def draw_estimate(estimate: Estimate) -> None:
    """How many, of how many, and how sure that is."""
    entity = escape(estimate.entity)
    among = f"{estimate.entities:,} {entity} are in {escape(estimate.audience)}"
    if estimate.is_exact:
        lines = [f"{estimate.size:,} of {among}"]
    else:
        lines = [
            f"about {estimate.size:,} of {among}: {estimate.low:,} to {estimate.high:,} with 95 % confidence",
            f"from a sample of {estimate.sample_size:,}, of which {estimate.sample_members:,} are",
        ]
    for line in (*lines, f"as of {iso(estimate.as_of)}"):
        open_console().print(line, soft_wrap=True)


def draw_rows(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A table of values."""
    open_console().print(value_table(columns, [tuple(value_text(value) for value in row) for row in rows]))


def draw_groups(groups: Iterable[GroupReport]) -> None:
    """The sizes of split groups, if there are any."""
    if cells := _group_cells(groups):
        open_console().print(value_table(GROUP_HEADS, cells, numbers=1))


def _group_cells(groups: Iterable[GroupReport]) -> list[tuple[str, str]]:
    return [(f"{one.name} (holdout)" if one.holdout else one.name, f"{one.size:,}") for one in groups]


def value_table(heads: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: int = 0) -> Table:
    """A table; its last `numbers` columns are aligned to the right."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for position, head in enumerate(heads):
        table.add_column(escape(head), justify="right" if position >= len(heads) - numbers else "left", overflow="fold")
    for row in rows:
        table.add_row(*(escape(cell) for cell in row))
    return table


def value_text(value: object) -> str:
    match value:
        case None:
            return "NULL"
        case datetime():
            return iso(value) if value.tzinfo else value.isoformat(sep=" ")
        case list():
            return f"[{', '.join(value_text(item) for item in value)}]"
        case bool():
            return str(value).lower()
        case _:
            return str(value)
