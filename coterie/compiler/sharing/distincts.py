"""Plan → Plan: no SELECT reduces more sets of different values than the engine bears; others do the rest.

For each DISTINCT of a SELECT engines keep a table of its own, and some take time that grows with the cube of their
number: two scans are cheaper than one then. They are materialized, so that one after the other keeps its tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from coterie.compiler.ir.expr import Column
from coterie.compiler.ir.names import Namer
from coterie.compiler.ir.rel import Aggregate, Body, Join, Named, Plan, Select, Union
from coterie.compiler.sharing.weights import is_distinct


def split_distincts(plan: Plan, most: int | None) -> Plan:
    """The same rows, from aggregates with at most so many DISTINCT summaries each; None is any number."""
    if most is None:
        return plan
    relations, labels, namer = dict[str, Body](), dict(plan.labels), Namer(plan.relations)
    grouped, added = _read_by_key(plan), set[str]()
    for name, body in plan.relations.items():
        parts = _parts(body, most) if isinstance(body, Aggregate) and name in grouped else []
        if len(parts) < 2:
            relations[name] = body
            continue
        names = [namer.name(labels[name]) for _ in parts]
        labels.update(dict.fromkeys(names, labels[name]))
        added.update(names)
        relations.update(zip(names, parts, strict=True))
        relations[name] = _together(dict(zip(names, parts, strict=True)))
    return replace(plan, relations=relations, labels=labels, materialized=plan.materialized | added)


def _read_by_key(plan: Plan) -> set[str]:
    """The aggregates that are only joined, by their whole key: nobody misses the row of a key that is NULL."""
    read = {
        name: {key.name for key in body.keys} for name, body in plan.relations.items() if isinstance(body, Aggregate)
    }
    for promise in plan.promises:
        read.pop(promise.relation, None)
    for body in (*plan.relations.values(), *(output.select for output in plan.outputs)):
        for select in _selects(body):
            for join in select.joins:
                if not read.get(join.relation, set()) <= {column for _, column in join.on}:
                    del read[join.relation]
        for part in body.parts if isinstance(body, Union) else (body,):
            if isinstance(part.input, str):
                read.pop(part.input, None)
    return set(read)


def _selects(body: Body) -> Iterable[Select]:
    if isinstance(body, Union):
        return body.parts
    return (body,) if isinstance(body, Select) else ()


def _parts(body: Aggregate, most: int) -> list[Aggregate]:
    """Aggregates of the same rows by the same keys, which share the summaries; the first has those without DISTINCT."""
    distinct = [summary for summary in body.summaries if is_distinct(summary)]
    others = [summary for summary in body.summaries if not is_distinct(summary)]
    few = [distinct[start : start + most] for start in range(0, len(distinct), most)] or [[]]
    few[0] = [*others, *few[0]]
    return [replace(body, summaries=tuple(summaries)) for summaries in few]


def _together(parts: dict[str, Aggregate]) -> Select:
    """The rows of aggregates by the same keys, side by side."""
    (first, body), *others = parts.items()
    keys = [Named(key.name, Column(key.name, key.expr.type)) for key in body.keys]
    same = tuple((key.expr, key.name) for key in keys)
    joins = tuple(Join(name, same, left=False) for name, _ in others)
    return Select(first, (*keys, *_columns(parts.values())), joins)


def _columns(parts: Iterable[Aggregate]) -> Iterator[Named]:
    for source, part in enumerate(parts):
        for summary in part.summaries:
            yield Named(summary.name, Column(summary.name, summary.type, source))
