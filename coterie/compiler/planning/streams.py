"""Sequences as relations: the related rows of each entity in the order of time, and how far runs of them get.

A stream has one row per entity, values that all steps share, and time; its columns say which steps some row of that
time can be. From the stream, each step reads until when it may follow: the latest of the times that the rows before it
allow. It is not the latest of these rows that decides: a month from 09:00 on 30 January lasts longer than one from
08:00 on the 31st, since both end on the last day of February.
"""

from __future__ import annotations

from dataclasses import dataclass

from coterie.compiler.ir.expr import (
    FALSE,
    TRUE,
    Case,
    Cast,
    Column,
    Expr,
    IsNull,
    IsTrue,
    Item,
    Not,
    Order,
    Over,
    Reduction,
    Sequence,
    Step,
    null,
)
from coterie.compiler.ir.functions import Clock, call
from coterie.compiler.ir.item_names import name_of
from coterie.compiler.ir.logic import any_of, conjunction, conjuncts
from coterie.compiler.ir.names import Namer, slug_of
from coterie.compiler.ir.rel import Aggregate, Join, Named, Select, Summary, Union
from coterie.compiler.ir.traverse import leaves
from coterie.compiler.planning.routes import Route, Routes
from coterie.types import BOOLEAN, Type, common


@dataclass(frozen=True, slots=True)
class _Part:
    """The rows of one route that some step asks for; `steps` holds what each asks beyond that, None for nothing."""

    relation: str
    joins: tuple[Join, ...]
    shared: tuple[Expr, ...]
    where: tuple[Expr, ...]
    steps: dict[Step, Expr | None]


@dataclass(frozen=True, slots=True)
class _Stream:
    """A relation, its columns by what they are, and for each step the column that says which rows can be it."""

    relation: str
    entity: tuple[Column, ...]
    same: tuple[Column, ...]
    time: Column
    steps: tuple[Column, ...]


class Streams:
    """Builds sequences on demand, each once."""

    def __init__(self, routes: Routes, clock: Clock) -> None:
        self.routes = routes
        self.relations = routes.relations
        self.clock = clock
        self._flags: dict[tuple[object, ...], str] = {}
        self._sequences: dict[tuple[str, Sequence], tuple[str, dict[str, str], Column]] = {}

    def sequence(self, model: str, sequence: Sequence) -> tuple[str, dict[str, str], Column]:
        """The relation that holds a sequence per entity, the entity's columns there, and the sequence's column."""
        key = model, sequence
        if key not in self._sequences:
            self._sequences[key] = self._build(model, sequence)
        return self._sequences[key]

    def _build(self, model: str, sequence: Sequence) -> tuple[str, dict[str, str], Column]:
        stream = self._stream(model, sequence)
        relation, reached = self._runs(model, stream, sequence)
        name = self.routes.summary_names.name("sequence", avoiding={one.name.lower() for one in stream.entity})
        body = Aggregate(relation, _kept(stream.entity), (_exists(name, reached),))
        found = self.relations.add(f"sequence_by_{slug_of(model)}", body)
        own = [field.name for field in sequence.key] or [here for here, _ in sorted(sequence.steps[0].path[0].keys)]
        return found, dict(zip(own, (one.name for one in stream.entity), strict=True)), Column(name, BOOLEAN)

    # One row per entity, shared values and time

    def _stream(self, model: str, sequence: Sequence) -> _Stream:
        parts = self._parts(model, sequence)
        columns = self._columns(model, sequence, parts)
        flags = {step: self._flag(part, step, columns) for part in parts for step in part.steps}
        if len(parts) == 1 and not parts[0].joins:
            (part,) = parts
            relation, where = part.relation, conjunction(list(part.where))
            keys = tuple(Named(column.name, expr) for column, expr in zip(columns, part.shared, strict=True))
            asked = {flags[step]: condition for step, condition in part.steps.items()}
        else:
            names = tuple(dict.fromkeys(flags.values()))
            selects = tuple(_select(part, columns, names, flags) for part in parts)
            relation, where = self.relations.add(f"steps_of_{slug_of(model)}", Union(selects)), None
            keys, asked = _kept(columns), {name: Column(name, BOOLEAN) for name in names}
        summaries = tuple(_exists(name, condition) for name, condition in asked.items())
        stream = self.relations.add(f"moments_of_{slug_of(model)}", Aggregate(relation, keys, summaries, where))
        same = len(sequence.steps[0].same)
        entity, values, time = columns[: -same - 1], columns[-same - 1 : -1], columns[-1]
        return _Stream(stream, entity, values, time, tuple(Column(flags[step], BOOLEAN) for step in sequence.steps))

    def _parts(self, model: str, sequence: Sequence) -> list[_Part]:
        by_route: dict[Route, list[Step]] = {}
        for step in sequence.steps:
            by_route.setdefault(self.routes.route(step), []).append(step)
        return [self._part(model, sequence, route, steps) for route, steps in by_route.items()]

    def _part(self, model: str, sequence: Sequence, route: Route, steps: list[Step]) -> _Part:
        first, source, joins = steps[0], steps[0].source, tuple[Join, ...]()
        entity = [column for _, column in sorted(route.anchors, key=lambda anchor: name_of(anchor[0]))]
        if sequence.key:
            names = self.relations.layers.names[model]
            frame = self.relations.frame(model, self.relations.demand.entity_depth(model, sequence))
            joins = (Join(frame, tuple((column, names[item]) for item, column in route.anchors), left=False),)
            entity = [self.relations.column(model, field, 1) for field in sequence.key]
        same = [self.routes.on_route(source, value) for value in first.same]
        asked = {step: conjuncts(self._condition(step, route)) for step in steps}
        by_all = [part for part in asked[first] if all(part in parts for parts in asked.values())]
        beyond = {step: conjunction([part for part in parts if part not in by_all]) for step, parts in asked.items()}
        by_some = [condition for condition in dict.fromkeys(beyond.values()) if condition is not None]
        known = [Not(IsNull(value)) for value in (*entity, *same)]
        where = [*known, *by_all, *([any_of(by_some)] if None not in beyond.values() else [])]
        shared = (*entity, *same, self.routes.on_route(source, first.time))
        return _Part(route.relation, joins, shared, tuple(where), beyond)

    def _condition(self, step: Step, route: Route) -> Expr | None:
        where = self.routes.beyond_visibility(step.source, step.where)
        return None if where is None else self.routes.on_route(step.source, where, route)

    def _columns(self, model: str, sequence: Sequence, parts: list[_Part]) -> tuple[Column, ...]:
        """The stream's columns that all parts have: the entity's, those of the shared values, and the time."""
        demand, first = self.relations.demand, sequence.steps[0]
        own = sequence.key or [demand.field(model, here) for here, _ in sorted(first.path[0].keys)]
        names = [field.name for field in own]
        for expr, otherwise in (*((value, "value") for value in first.same), (first.time, "time")):
            read = [leaf for leaf in leaves(expr) if isinstance(leaf, Item)]
            names.append(name_of(read[0]) if read else otherwise)
        namer = Namer()
        types = [_joint([part.shared[position].type for part in parts]) for position in range(len(names))]
        return tuple(Column(namer.name(name), type) for name, type in zip(names, types, strict=True))

    def _flag(self, part: _Part, step: Step, columns: tuple[Column, ...]) -> str:
        """The name of the column that tells which rows can be a step: another one for every other condition."""
        key = part.relation, part.where, part.steps[step], columns
        if key not in self._flags:
            taken = {column.name.lower() for column in columns}
            self._flags[key] = self.routes.summary_names.name("step", avoiding=taken)
        return self._flags[key]

    # How far runs get

    def _runs(self, model: str, stream: _Stream, sequence: Sequence) -> tuple[str, Expr]:
        """The relation that knows where runs of all steps end, and the condition for that."""
        shared, clock = (*stream.entity, *stream.same, stream.time), sequence.clock
        namer = Namer(column.name for column in (*shared, *stream.steps))
        joins = self._with_last_step(model, stream)
        reached: Expr = stream.steps[0]
        relation, known = stream.relation, list[Expr]()
        for position, step in enumerate(sequence.steps[1:], 1):
            ahead = tuple(dict.fromkeys(stream.steps[position:]))
            until = Column(namer.name("until"), clock)
            allowed = Case(((reached, self._until(stream.time, step, clock)),), null(clock), clock)
            latest = Over("max_before", allowed, shared[:-1], (Order(stream.time),), clock)
            columns = (*_kept((*shared, *ahead)), Named(until.name, latest))
            body = Select(relation, columns, joins, conjunction(known))
            relation = self.relations.add(f"runs_of_{slug_of(model)}", body)
            follows = Not(IsNull(until)) if step.within is None else call("ge", until, stream.time, type=BOOLEAN)
            reached = conjunction([stream.steps[position], follows]) or TRUE
            joins, known = (), [Not(IsNull(until))]
            if len(ahead) < len(set(stream.steps)):
                known.append(any_of(list(ahead)))
        return relation, reached

    def _with_last_step(self, model: str, stream: _Stream) -> tuple[Join, ...]:
        """Only who has a row of the last step can have a run of all: few, as a rule, so that little is sorted."""
        if len(set(stream.steps)) == 1:
            return ()
        columns = (*stream.entity, *stream.same)
        ends = Select(stream.relation, _kept(columns), where=stream.steps[-1], distinct=True)
        relation = self.relations.add(f"ends_of_{slug_of(model)}", ends)
        return (Join(relation, tuple((column, column.name) for column in columns), left=False),)

    def _until(self, time: Column, step: Step, clock: Type) -> Expr:
        """Until when a step may follow a row."""
        return time if step.within is None else self.clock.shifted(time, *step.within, clock)


def _select(part: _Part, columns: tuple[Column, ...], names: tuple[str, ...], flags: dict[Step, str]) -> Select:
    """A part as rows of the stream; it says of steps of other parts that its rows are none."""
    shared = (Named(one.name, _in_type(expr, one.type)) for one, expr in zip(columns, part.shared, strict=True))
    own = {flags[step]: TRUE if condition is None else IsTrue(condition) for step, condition in part.steps.items()}
    steps = (Named(name, own.get(name, FALSE)) for name in names)
    return Select(part.relation, (*shared, *steps), part.joins, conjunction(list(part.where)))


def _exists(name: str, condition: Expr | None) -> Summary:
    return Summary(name, Reduction("exists"), BOOLEAN, where=condition)


def _kept(columns: tuple[Column, ...]) -> tuple[Named, ...]:
    return tuple(Named(column.name, column) for column in columns)


def _joint(types: list[Type]) -> Type:
    """A type for the values of all."""
    joint = types[0]
    for type in types[1:]:
        joint = common(joint, type) or joint
    return joint


def _in_type(expr: Expr, type: Type) -> Expr:
    """Numbers in the one type that all parts of a stream have."""
    return Cast(expr, type) if type.is_number and expr.type != type else expr
