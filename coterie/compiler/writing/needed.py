"""Which relations of a plan a statement needs, what they are called there, and which of them it names at all.

Each is a common table expression, for people to read one after the other. Of a thousand nobody does, and engines take
time that grows with the square of their number, or refuse them: then those that are read once stand where that is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from coterie.compiler.ir.names import Namer
from coterie.compiler.ir.rel import Plan, inputs
from coterie.compiler.writing.sources import SourceReader
from coterie.dialects import Dialect
from coterie.errors import CompileError, DefinitionErrors

MOST_NAMED = 200
DEEPEST = 4  # that subqueries stand in each other


@dataclass(frozen=True, slots=True)
class Needed:
    """The relations by the names that a statement has for them, in the plan's order; `nested` ones are subqueries."""

    aliases: Mapping[str, str]
    nested: frozenset[str]


def needed(plan: Plan, relations: Iterable[str], dialect: Dialect, sources: SourceReader) -> Needed:
    """What is needed to read some relations of a plan. Errors: `too_many_relations`."""
    read = tuple(relations)
    reachable = _reachable(plan, read)
    nested = _read_once(plan, reachable, read) if len(reachable) > MOST_NAMED else frozenset[str]()
    named = len(reachable) - len(nested)
    if dialect.most_relations is not None and named > dialect.most_relations:
        allowed = f"{dialect.name} allows {dialect.most_relations}"
        message = f"one statement would have {named:,} common table expressions, {allowed}"
        raise DefinitionErrors([CompileError("too_many_relations", message, hint="evaluate fewer at a time: --select")])
    return Needed(_aliases(plan, reachable, sources), nested)


def _reachable(plan: Plan, relations: Iterable[str]) -> set[str]:
    found: set[str] = set()
    waiting = list(relations)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(inputs(plan.relations[name]))
    return found


def _read_once(plan: Plan, reachable: set[str], read: tuple[str, ...]) -> frozenset[str]:
    """The relations that only one other reads, once; not those that are to be computed for themselves."""
    times = Counter(read)
    times.update(name for relation in reachable for name in inputs(plan.relations[relation]))
    depths = dict[str, int]()
    for name, body in plan.relations.items():
        if name in reachable and times[name] == 1 and name not in plan.materialized:
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
