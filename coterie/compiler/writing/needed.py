"""Which relations of a plan a statement needs, what they are called there, and which of them it names at all.

Each is a common table expression, for people to read one after the other. Of a thousand nobody does, and engines take
time that grows with the square of their number, or refuse them: then those that are read once stand where that is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import assert_never

from coterie.compiler.ir.names import Namer
from coterie.compiler.ir.rel import Aggregate, Body, Plan, Select, Union, Unnest, inputs, reachable
from coterie.compiler.writing.sources import SourceReader
from coterie.dialects import Dialect
from coterie.errors import TooMuchAtOnce

MOST_NAMED = 200
DEEPEST = 4  # that subqueries stand in each other


@dataclass(frozen=True, slots=True)
class Needed:
    """The relations by the names that a statement has for them, in the plan's order; `nested` ones are subqueries."""

    aliases: Mapping[str, str]
    nested: frozenset[str]


def needed(plan: Plan, relations: Iterable[str], dialect: Dialect, sources: SourceReader) -> Needed:
    """What is needed to read some relations of a plan.

    Errors: TooMuchAtOnce `too_many_relations`, `too_many_columns`.
    """
    read = tuple(relations)
    found = reachable(plan, read)
    nested = _read_once(plan, found, read) if len(found) > MOST_NAMED else frozenset[str]()
    _check(len(found) - len(nested), dialect.most_relations, "common table expressions", dialect)
    check_columns((plan.relations[name] for name in found), dialect)
    if dialect.most_selects is not None:
        _check(_selects(plan, read), dialect.most_selects, "SELECTs, one wherever a relation is read", dialect)
    return Needed(_aliases(plan, found, sources), nested)


def _check(number: int, most: int | None, what: str, dialect: Dialect) -> None:
    """Error: TooMuchAtOnce `too_many_relations`."""
    if most is not None and number > most:
        message = f"one statement would have {number:,} {what}; {dialect.name} allows {most:,}"
        raise TooMuchAtOnce("too_many_relations", message, number / most)


def check_columns(bodies: Iterable[Body], dialect: Dialect) -> None:
    """Error: TooMuchAtOnce `too_many_columns`."""
    most, widest = dialect.most_columns, max(map(_width, bodies), default=0)
    if most is not None and widest > most:
        message = f"one SELECT would have {widest:,} columns; {dialect.name} allows {most:,}"
        raise TooMuchAtOnce("too_many_columns", message, widest / most)


def _selects(plan: Plan, read: tuple[str, ...]) -> int:
    """How many SELECTs there are if every reading of a relation is one of its own."""
    found = dict[str, int]()
    for name, body in plan.relations.items():
        found[name] = 1 + sum(found[below] for below in inputs(body))
    return 1 + sum(found[name] for name in read)


def _width(body: Body) -> int:
    """How many columns a relation has."""
    match body:
        case Aggregate():
            return len(body.keys) + len(body.summaries)
        case Union():
            return max(map(_width, body.parts))
        case Unnest():
            return len(body.columns) + 1
        case Select():
            return len(body.kept) + len(body.columns)
        case _:
            assert_never(body)


def _read_once(plan: Plan, found: set[str], read: tuple[str, ...]) -> frozenset[str]:
    """The relations that only one other reads, once; not those that are to be computed for themselves."""
    times = Counter(read)
    times.update(name for relation in found for name in inputs(plan.relations[relation]))
    depths = dict[str, int]()
    for name, body in plan.relations.items():
        if name in found and times[name] == 1 and name not in plan.materialized:
            depth = 1 + max((depths.get(below, 0) for below in inputs(body)), default=0)
            if depth <= DEEPEST:
                depths[name] = depth
    return frozenset(depths)


def _aliases(plan: Plan, relations: set[str], sources: SourceReader) -> dict[str, str]:
    """What each relation is called: its label, unless a table of the warehouse or another relation is.

    A common table expression named as a table would hide it.
    """
    namer = Namer(sources.table_names(plan, relations))
    return {name: namer.name(plan.labels[name]) for name in plan.relations if name in relations}
