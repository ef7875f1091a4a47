"""Which columns of which relations need a primitive that the engine lacks, and so which definitions do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal, NamedTuple, assert_never

from coterie.compiler.ir.expr import Call, Column, Expr, OneOf, Reduction
from coterie.compiler.ir.rel import Aggregate, Body, Plan, Select, Summary, Union, Unnest, exprs_of
from coterie.compiler.ir.traverse import children

Names = frozenset[str]
"""Of primitives."""

_NONE: Names = frozenset()
_OWN = frozenset({"count_rows", "count", "min", "max"})
_BEHIND = {"exists": "any", "avg": "sum", "mode": "nth", "least_frequent": "nth"}


class Needs(NamedTuple):
    """What is lacking for the columns of a relation, by name, and for its rows, so for each column."""

    columns: Mapping[str, Names]
    rows: Names

    def of(self, column: str) -> Names:
        return self.columns.get(column, _NONE) | self.rows


class Blamed(NamedTuple):
    """A trait or audience that needs what is lacking."""

    kind: Literal["trait", "audience"]
    model: str
    slug: str
    primitives: Names


_NOTHING = Needs({}, _NONE)


def needs(plan: Plan, lacks: Callable[[str], bool]) -> Mapping[str, Needs]:
    """What is lacking for each relation, by name."""
    found: dict[str, Needs] = {}
    for name, body in plan.relations.items():
        found[name] = _body(body, found, lacks)
    return found


def blamed(plan: Plan, found: Mapping[str, Needs], lacks: Callable[[str], bool]) -> Iterator[Blamed]:
    """The definitions whose columns need what is lacking."""
    for output in plan.outputs:
        select = _select(output.select, found, lacks)
        for name in output.traits:
            yield Blamed("trait", output.entity, name.slug, select.of(name.name))
        for name in output.audiences:
            yield Blamed("audience", output.entity, name.slug, select.of(name.name))


def _body(body: Body, found: Mapping[str, Needs], lacks: Callable[[str], bool]) -> Needs:
    match body:
        case Select():
            return _select(body, found, lacks)
        case Union():
            parts = [_select(part, found, lacks) for part in body.parts]
            columns = {name: _all(part.columns[name] for part in parts) for name in parts[0].columns}
            return Needs(columns, _all(part.rows for part in parts))
        case Aggregate():
            inside = [found[body.input]]
            keys = {key.name: _needed(key.expr, inside, lacks) for key in body.keys}
            where = _NONE if body.where is None else _needed(body.where, inside, lacks)
            summaries = {summary.name: _summary(summary, inside, lacks) for summary in body.summaries}
            return Needs(keys | summaries, _all([inside[0].rows, where, *keys.values()]))
        case Unnest():
            inside = [found[body.input]]
            columns = {one.name: _needed(one.expr, inside, lacks) for one in body.columns}
            element = _needed(body.element.expr, inside, lacks) | _lacking({"unnest"}, lacks)
            return Needs(columns | {body.element.name: element}, inside[0].rows | element)
        case _:
            assert_never(body)


def _select(body: Select, found: Mapping[str, Needs], lacks: Callable[[str], bool]) -> Needs:
    """A row that a left join does not find is there all the same."""
    inside = [found[body.input] if isinstance(body.input, str) else _NOTHING]
    rows = inside[0].rows
    for join in body.joins:
        on = _all(_needed(left, inside, lacks) | found[join.relation].of(right) for left, right in join.on)
        joined = found[join.relation]
        if join.left:
            joined = joined._replace(rows=joined.rows | on)
        else:
            rows |= joined.rows | on
        inside.append(joined)
    if body.where is not None:
        rows |= _needed(body.where, inside, lacks)
    return Needs({one.name: _needed(one.expr, inside, lacks) for one in body.columns}, rows)


def _summary(summary: Summary, inside: list[Needs], lacks: Callable[[str], bool]) -> Names:
    needed = (_needed(expr, inside, lacks) for expr in exprs_of(summary))
    return _all([_lacking(_behind(summary.reduction), lacks), *needed])


def _behind(reduction: Reduction) -> set[str]:
    """The primitive of an aggregate function."""
    if reduction.function == "list" and reduction.distinct:
        return {"list_distinct"}
    return {_BEHIND.get(reduction.function, reduction.function)} - _OWN


def _needed(expr: Expr, inside: list[Needs], lacks: Callable[[str], bool]) -> Names:
    """What an expression calls, and what the columns need that it names."""
    called, columns, waiting = set[str](), _NONE, [expr]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Column):
            columns |= inside[node.source].of(node.name)
            continue
        if isinstance(node, Call):
            called.add(node.function)
        elif isinstance(node, OneOf):
            called.add("one_of")
        waiting.extend(children(node))
    return columns | _lacking(called, lacks)


def _lacking(names: set[str], lacks: Callable[[str], bool]) -> Names:
    return frozenset(name for name in names if lacks(name))


def _all(parts: Iterable[Names]) -> Names:
    return _NONE.union(*parts)
