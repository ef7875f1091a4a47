"""What work costs on an engine, in units of one plain aggregate function over one row.

Those of COLUMNS, ROWS and SHUFFLED were chosen by measuring DuckDB, PostgreSQL and Spark with the workload in
`benchmarks`, as was what ClickHouse takes to go by the order of rows; the others are set so that an engine on which
nobody measured reads its tables few times. Only the relations matter, and those roughly: where two ways cost about the
same, either will do.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Costs:
    """The prices of an engine."""

    scan: float = 3
    """To read a row and find its group."""
    skip: float = 0.5
    """To read a row of which only the filter is computed."""
    reread: float = 3
    """To read a row that the statement itself has made, and find its group."""
    prunes: bool = True
    """Does a bound of time leave most of the older rows unread?"""
    group: float = 20
    """To join a group of an aggregate with its entity."""
    state: float = 0
    """To keep what one aggregate function needs for a group."""
    distinct: float = 9
    """An aggregate function of the different values, over a row."""
    ordered: float = 4
    """An aggregate function that goes by the order of the rows, over a row."""
    regroup: float = 11
    """To find the group of a row by its key and one more value, beside what a scan costs."""
    encode: float = 1.5
    """To look up a value in a short list of all there are."""
    relation: float = 300_000
    """A relation, beside what it does with rows."""
    most_left: float = 0.5
    """The share of rows that may be left by one more filter that is worth computing."""
    mask_bits: int = 0
    """How many different values an integer can stand for, if the engine has such aggregate functions; else 0."""


COLUMNS = Costs(state=2, ordered=13)
"""Engines that read columns, in pieces that know what moments they hold, and charge for time."""

ROWS = Costs(scan=6, skip=5, prunes=False, group=100, distinct=20)
"""Engines that read whole rows, and all of them unless an index fits."""

SHUFFLED = Costs(scan=30, skip=30, prunes=False, distinct=60)
"""Engines that send rows from machine to machine to group them, and those of a set of different values once more."""

DISTANT = Costs(scan=30, skip=30, prunes=False)
"""Engines that charge for time, most of which may go into reading: nobody knows what lies behind a name there."""

BYTES = Costs(scan=1_000, skip=1_000, prunes=False)
"""Engines that charge for what is read, and hardly for what is done with it."""
