"""Columns that stand side by side become rows: one for each row and column, with the column's name.

A SELECT for each of n columns would have the engine look through a table of n columns n times, and keep as many scans;
one SELECT for all would compare every row with n names, and read all columns for one of them. So there is a SELECT for
a few neighbours at a time, which is joined with their names: who asks for one column reads its neighbours at most.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import ceil
from typing import TypeVar

from sqlglot import exp

from coterie.runtime.relations import aliased, column, text

WIDE, NAMES = "wide", "names"

Item = TypeVar("Item")


def neighbours(items: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    """The items in order, so many at a time."""
    return (items[start : start + size] for start in range(0, len(items), size))


def size_of(columns: int, selects: int) -> int:
    """How many columns stand together where so many of them are to have about so many SELECTs."""
    return max(1, ceil(columns / selects))


def for_each(known: exp.Expr, row: exp.Select, wide: exp.Table | exp.Select) -> exp.Select:
    """A SELECT from `WIDE` and `NAMES`, each row of one with each of the other; nodes must be fresh."""
    return row.from_(aliased(wide, WIDE), copy=False).join(known, join_type="cross", copy=False)


def chosen(name: str, values: Mapping[str, exp.Expr]) -> exp.Case:
    """The value that goes with the name in a column of `NAMES`; nodes must be fresh."""
    cases = [exp.If(this=text(known), true=value) for known, value in values.items()]
    return exp.Case(this=column(name, NAMES), ifs=cases)
