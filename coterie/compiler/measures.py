"""Related rows → measures: which rows a trait or condition reads, and what becomes of them.

In: the fields that traits and conditions share (`source_model`, `relationship`, `path`, `filter`, `window`). Out:
`Measure` expressions, checked for types and fan-out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Protocol

from coterie.compiler import times
from coterie.compiler.definitions import FilterNode, Window
from coterie.compiler.expr import (
    Expr,
    Field,
    Hop,
    Literal,
    Measure,
    Moment,
    Reduction,
    as_filter,
    conjunction,
)
from coterie.compiler.functions import Clock
from coterie.compiler.operators import inside
from coterie.compiler.scope import Scope, hops_of, refuse_long
from coterie.compiler.values import Mismatch, bounds, noun
from coterie.errors import AlreadyReported, CompileError, Origin
from coterie.types import (
    BIG_INTEGER,
    BOOLEAN,
    DOUBLE,
    INSTANT,
    INTEGER,
    MAX_PRECISION,
    Kind,
    Type,
    array,
    decimal,
)

ALWAYS_SAFE = frozenset({"exists", "min", "max", "count_distinct", "approx_count_distinct"})
COUNTS = frozenset({"count_rows", "count", "count_distinct", "approx_count_distinct"})
_NUMERIC = frozenset({"sum", "avg", "median", "percentile", "stddev"})
_ORDERABLE = (Kind.INTEGER, Kind.DECIMAL, Kind.DOUBLE, Kind.TEXT, Kind.DATE, Kind.TIMESTAMP)


class Related(Protocol):
    """What traits and conditions say about the rows they read."""

    @property
    def source_model(self) -> str | None: ...
    @property
    def relationship(self) -> str | None: ...
    @property
    def path(self) -> tuple[str, ...] | None: ...
    @property
    def filter(self) -> FilterNode | None: ...
    @property
    def window(self) -> Window | None: ...


class Valued(Protocol):
    """Which value of a row is meant: a column or a trait."""

    @property
    def column(self) -> str | None: ...
    @property
    def trait(self) -> str | None: ...


class Aggregated(Valued, Protocol):
    """Which value is aggregated, and which percentile of it."""

    @property
    def p(self) -> Any: ...


_End = tuple[object, str]
_Ends = tuple[_End, _End]
Conditions = Callable[[FilterNode, Scope, Origin], Expr]


@dataclass(frozen=True, slots=True)
class Rows:
    """The source rows that a definition reads: how to get there, and which of them count."""

    scope: Scope
    path: tuple[Hop, ...]
    where: Expr | None
    origin: Origin

    def narrowed(self, condition: Expr) -> Rows:
        """Only those for which the condition holds too."""
        parts = [condition] if self.where is None else [self.where, condition]
        return Rows(self.scope, self.path, conjunction([as_filter(part) for part in parts]), self.origin)

    @property
    def timestamp(self) -> Expr | None:
        """When a row happened, on its own clock."""
        name = self.scope.model.timestamp
        return self.scope.definitions.column(self.scope.model, name, self.origin) if name else None

    def place(self, valued: Valued) -> Origin:
        """Where the value that is meant is named."""
        return self.origin.at("trait" if valued.trait is not None else "column")

    def value(self, valued: Valued) -> Expr | None:
        """The value of a row that is meant, or None where nothing is."""
        if valued.trait is not None:
            return self.scope.trait(valued.trait, self.place(valued))
        if valued.column is not None:
            return self.scope.column(valued.column, self.place(valued))
        return None

    def measure(self, reduction: Reduction, value: Expr | None = None, *, name: str = "") -> Measure:
        """The rows reduced to one value. Error: `fan_out`."""
        type = _result_type(reduction, value)
        key = self._telling_apart(reduction)
        ordered_by_time = reduction.function == "list" and reduction.order_by in ("first_seen", "last_seen")
        seen = self.timestamp if ordered_by_time else None
        return Measure(self.path, reduction, type, value, self.where, seen, key, name=name)

    def _telling_apart(self, reduction: Reduction) -> tuple[Field, ...]:
        """The source's key, where a row could be reached twice and that would count. Error: `fan_out`."""
        edge = fan_out_edge(self.path)
        if edge is None or not _minds_repetition(reduction):
            return ()
        if key := self.primary_key():
            return key
        message = (
            f"rows of `{self.scope.model.name}` can be reached several times through `{edge.relationship}` "
            f"from `{edge.source}` to `{edge.target}`"
        )
        hint = f"give model `{self.scope.model.name}` a `primary_key`, so that each row counts once"
        raise CompileError("fan_out", message, self.origin, hint=hint)

    def primary_key(self) -> tuple[Field, ...]:
        """The source's key columns; empty without one."""
        model = self.scope.model
        return tuple(self.scope.definitions.column(model, name, self.origin) for name in model.primary_key)


def _minds_repetition(reduction: Reduction) -> bool:
    """Would the result change if a row were there twice?"""
    match reduction.function:
        case "nth":
            return reduction.n not in (1, -1)
        case "list":
            return not reduction.distinct or reduction.order_by == "frequency"
    return reduction.function not in ALWAYS_SAFE


def fan_out_edge(path: Sequence[Hop]) -> Hop | None:
    """The first hop through which a row could be reached twice, or None where no row can.

    A route is determined by its start along to-one hops, and by its end along from-one hops; so a path of to-one
    hops followed by from-one hops has at most one route between two rows.
    """
    climbing = True
    for hop in path:
        if climbing and hop.to_one:
            continue
        climbing = False
        if not hop.from_one:
            return hop
    return None


def related_rows(related: Related, scope: Scope, origin: Origin, conditions: Conditions) -> Rows:
    """The rows that a trait's config or a condition speaks of."""
    path = _path(related, scope, origin)
    source = scope.of(scope.world.models[path[-1].target])
    parts: list[Expr] = []
    if related.filter is not None:
        parts.append(as_filter(conditions(related.filter, source, origin.at("filter"))))
    if related.window is not None:
        parts.append(_in_window(related.window, source, origin.at("window")))
    return Rows(source, path, conjunction(parts), origin)


def _path(related: Related, scope: Scope, origin: Origin) -> tuple[Hop, ...]:
    world = scope.world
    wanted = world.model(related.source_model, origin.at("source_model")) if related.source_model else None
    if related.relationship is not None and related.path is not None:
        raise CompileError("both_given", "`relationship` and `path` are both given, expected one", origin)
    names = (related.relationship,) if related.relationship is not None else related.path
    if names is None:
        if wanted is None:
            raise CompileError("missing_field", "expected `source_model`, `relationship` or `path`", origin)
        return _only_way(scope, wanted.name, origin)
    refuse_long(names, origin.at("path"))
    hops: list[Hop] = []
    for position, name in enumerate(names):
        place = origin.at("relationship") if related.relationship is not None else origin.at("path", position)
        hops.extend(hops_of(scope, name, place))
        scope = scope.of(world.models[hops[-1].target])
    if wanted is not None and scope.model is not wanted:
        message = f"the path leads to model `{scope.model.name}`, expected `{wanted.name}`"
        place = origin.at("relationship" if related.relationship is not None else "path")
        raise CompileError("wrong_path", message, place)
    return tuple(hops)


def _only_way(scope: Scope, wanted: str, origin: Origin) -> tuple[Hop, ...]:
    ways = {way: name for name, several in scope.model.hops.items() for way in several if way[-1].target == wanted}
    if len(ways) == 1:
        return next(iter(ways))
    if not ways:
        message = f"no relationship leads from model `{scope.model.name}` to `{wanted}`"
        edges = (edge for edge in scope.world.project.relationships if edge.name in scope.world.broken)
        if any(wanted in (edge.from_model, edge.to_model) for edge in edges):  # perhaps the one that was meant
            raise AlreadyReported
        path = _shortest_path(scope, wanted)
        hint = f"did you mean `path: [{', '.join(path)}]`?" if path else "define one"
        raise CompileError("missing_path", message, origin.at("source_model"), hint=hint)
    listed = ", ".join(f"`{name}`" for name in sorted(ways.values()))
    message = f"several relationships lead from model `{scope.model.name}` to `{wanted}`: {listed}"
    raise CompileError("ambiguous_path", message, origin, hint="name one as `relationship`")


def _shortest_path(scope: Scope, wanted: str) -> tuple[str, ...]:
    """The names of the fewest relationships that lead to a model; none if there is no way."""
    seen = {scope.model.name}
    paths: list[tuple[str, tuple[str, ...]]] = [(scope.model.name, ())]
    for model, path in paths:  # which grows meanwhile
        if model == wanted:
            return path
        for name, ways in scope.world.models[model].hops.items():
            for way in ways:
                if way[-1].target not in seen:
                    seen.add(way[-1].target)
                    paths.append((way[-1].target, (*path, name)))
    return ()


def _in_window(window: Window, scope: Scope, origin: Origin) -> Expr:
    if window.on is not None:
        moment = scope.column(window.on, origin.at("on"))
    elif scope.model.timestamp is not None:
        moment = scope.definitions.column(scope.model, scope.model.timestamp, origin)
    else:
        message = f"model `{scope.model.name}` has no `timestamp_column`, which a window needs"
        raise CompileError("missing_timestamp", message, origin, hint="give the model one, or the window an `on`")
    if not moment.type.is_temporal:
        message = f"column `{window.on}` is {moment.type}, expected a date or timestamp"
        raise CompileError("type_mismatch", message, origin.at("on"))
    if window.last is not None:
        start = Moment(moment.type, -window.last.n, window.last.unit)
        return inside(moment, start, Moment(moment.type))
    first, last = _written_bounds(window, scope.clock.zone, origin)
    return inside(moment, *(_bound(scope.clock, instant, moment.type) for instant in (first, last)))


def _written_bounds(window: Window, zone: str, origin: Origin) -> tuple[datetime | None, datetime | None]:
    """The ends of an absolute window. Errors: `type_mismatch`, `reversed_range`."""
    if window.between is not None:
        origin = origin.at("between")
        ends: _Ends = ((window.between.start, "start"), (window.between.end, "end"))
    else:
        ends = ((window.since, "since"), (window.until, "until"))
    (start, start_name), (end, end_name) = ends
    first = None if start is None else _edge(start, origin.at(start_name), zone)[0]
    last = None if end is None else _edge(end, origin.at(end_name), zone)[1]
    if first is not None and last is not None and first >= last:
        raise CompileError("reversed_range", f"the window ends before it starts: {start} to {end}", origin)
    return first, last


def _edge(value: object, origin: Origin, zone: str) -> tuple[datetime, datetime]:
    try:
        return bounds(value, zone)
    except Mismatch as mismatch:
        raise CompileError(mismatch.code, mismatch.message, origin, hint=mismatch.hint) from None


def _bound(clock: Clock, instant: datetime | None, type: Type) -> Expr | None:
    """An instant as a constant on the clock of `type`; for dates, the first date not before it."""
    if instant is None:
        return None
    if type.kind is Kind.DATE:
        return Literal(times.first_date_from(instant, type.zone or clock.zone), type)
    return clock.in_clock(Literal(instant, INSTANT), type)


def _result_type(reduction: Reduction, value: Expr | None) -> Type:
    """The type of the reduced value."""
    function = reduction.function
    if function == "exists":
        return BOOLEAN
    if value is None or function in COUNTS:
        return INTEGER
    if function == "list":
        return array(value.type)
    if function == "sum" and value.type.is_exact:
        return BIG_INTEGER if value.type.kind is Kind.INTEGER else decimal(MAX_PRECISION, value.type.scale)
    return DOUBLE if function in _NUMERIC else value.type


def aggregation(rows: Rows, function: str, aggregated: Aggregated) -> tuple[Reduction, Expr | None]:
    """The reduction behind an aggregation's name, and what it reduces. Errors: `missing_field`, `function_type`, …"""
    value, p, origin = rows.value(aggregated), aggregated.p, rows.origin
    if function == "percentile":
        if isinstance(p, bool) or not isinstance(p, int | Decimal) or not 0 <= p <= 1:
            found = "`percentile` needs `p`" if p is None else f"found {noun(p)}"
            place = origin if p is None else origin.at("p")
            raise CompileError("percentile", f"{found}, expected a number from 0 to 1", place)
    elif p is not None:
        raise CompileError("unexpected_option", f"`p` does not fit `{function}`", origin.at("p"))
    if function == "count":
        return Reduction("count" if value is not None else "count_rows"), value
    if value is None:
        raise CompileError("missing_field", f"`{function}` needs a `column`", origin)
    _check_fit(function, value.type, rows.place(aggregated))
    if function == "median":
        return Reduction("percentile", p=Decimal("0.5")), value
    return Reduction(function, p=None if p is None else Decimal(p)), value


def _check_fit(function: str, type: Type, origin: Origin) -> None:
    if function in _NUMERIC:
        fits, needed = type.is_number, "numbers"
    elif function in ("min", "max"):
        fits, needed = type.kind in _ORDERABLE, "numbers, texts, dates or timestamps"
    else:
        fits, needed = type.kind not in (Kind.ARRAY, Kind.JSON), "single values"
    if not fits:
        raise CompileError("function_type", f"`{function}` needs {needed}, found {type}", origin)
