"""Related rows → measures: which rows a trait or condition reads, and what becomes of them.

In: the fields that traits and conditions share (`source_model`, `relationship`, `path`, `filter`, `window`). Out:
`Measure` expressions, checked for types and fan-out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Protocol

from coterie.compiler.checking.paths import Led, fan_out_edge, path_of
from coterie.compiler.checking.windows import in_window
from coterie.compiler.definitions import FilterNode, Window
from coterie.compiler.ir.expr import Expr, Field, Hop, Measure, Reduction
from coterie.compiler.ir.logic import as_filter, conjunction
from coterie.compiler.ir.values import noun
from coterie.compiler.resolving.scope import Scope
from coterie.errors import CompileError, Origin
from coterie.types import (
    BIG_INTEGER,
    BOOLEAN,
    DOUBLE,
    INTEGER,
    MAX_PRECISION,
    Kind,
    Type,
    array,
    decimal,
)

ALWAYS_SAFE = frozenset({"exists", "min", "max", "count_distinct", "approx_count_distinct"})
COUNTS = frozenset({"count_rows", "count", "count_distinct", "approx_count_distinct"})
OF_ELEMENTS = frozenset({"count_distinct", "mode", "least_frequent"})
_NUMERIC = frozenset({"sum", "avg", "median", "percentile", "stddev"})
_ORDERABLE = (Kind.INTEGER, Kind.DECIMAL, Kind.DOUBLE, Kind.TEXT, Kind.DATE, Kind.TIMESTAMP)


class Related(Led, Protocol):
    """What traits and conditions say about the rows they read."""

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
    """Which value is aggregated, element by element or not, and which percentile of it."""

    @property
    def p(self) -> Any: ...
    @property
    def elements(self) -> bool: ...


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

    def measure(
        self, reduction: Reduction, value: Expr | None = None, *, elements: bool = False, name: str = ""
    ) -> Measure:
        """The rows, or with `elements` the elements of their arrays, reduced to one value. Error: `fan_out`."""
        type = result_type(reduction, counted_type(value, elements=elements) if value else None)
        key = self._telling_apart(reduction)
        ordered_by_time = reduction.function == "list" and reduction.order_by in ("first_seen", "last_seen")
        seen = self.timestamp if ordered_by_time else None
        return Measure(self.path, reduction, type, value, self.where, seen, key, elements, name=name)

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


def related_rows(related: Related, scope: Scope, origin: Origin, conditions: Conditions) -> Rows:
    """The rows that a trait's config or a condition speaks of."""
    path = path_of(related, scope, origin)
    source = scope.of(scope.world.models[path[-1].target])
    parts: list[Expr] = []
    if related.filter is not None:
        parts.append(as_filter(conditions(related.filter, source, origin.at("filter"))))
    if related.window is not None:
        parts.append(in_window(related.window, source, scope, origin.at("window")))
    return Rows(source, path, conjunction(parts), origin)


def result_type(reduction: Reduction, value: Type | None) -> Type:
    """The type of what values of a type are reduced to."""
    function = reduction.function
    if function == "exists":
        return BOOLEAN
    if value is None or function in COUNTS:
        return INTEGER
    if function == "list":
        return array(value)
    if function == "sum" and value.is_exact:
        return BIG_INTEGER if value.kind is Kind.INTEGER else decimal(MAX_PRECISION, value.scale)
    return DOUBLE if function in _NUMERIC else value


def counted_type(value: Expr, *, elements: bool) -> Type:
    """The type of what counts: of the value, or of each of its elements."""
    return value.type.element if elements and value.type.element else value.type


def aggregation(rows: Rows, function: str, aggregated: Aggregated) -> tuple[Reduction, Expr | None]:
    """The reduction behind an aggregation's name, and what it reduces. Errors: `missing_field`, `function_type`, …"""
    value, p, origin = rows.value(aggregated), aggregated.p, rows.origin
    check_fraction(function, p, origin, origin.at("p"))
    if aggregated.elements and function not in OF_ELEMENTS:
        message = f"`elements` does not fit `{function}`"
        hint = "it fits count_distinct, mode, least_frequent and lists"
        raise CompileError("unexpected_option", message, origin.at("elements"), hint=hint)
    if function == "count":
        return Reduction("count" if value is not None else "count_rows"), value
    if value is None:
        raise CompileError("missing_field", f"`{function}` needs a `column`", origin)
    if function in OF_ELEMENTS:
        check_single(f"`{function}`", value.type, rows.place(aggregated), elements=aggregated.elements)
    else:
        check_fit(function, value.type, rows.place(aggregated))
    return reduction(function, p), value


def reduction(function: str, p: int | Decimal | None) -> Reduction:
    """The reduction of values behind an aggregation's name."""
    if function == "median":
        return Reduction("percentile", p=Decimal("0.5"))
    return Reduction(function, p=None if p is None else Decimal(p))


def check_fraction(function: str, p: object, origin: Origin, place: Origin) -> None:
    """A percentile says which, and nothing else does. Errors: `percentile`, `unexpected_option`."""
    if function == "percentile" and p is None:
        raise CompileError("percentile", "`percentile` needs `p`, expected a number from 0 to 1", origin)
    if function == "percentile":
        require_fraction(p, place)
    elif p is not None:
        raise CompileError("unexpected_option", f"`p` does not fit `{function}`", place)


def require_fraction(p: object, origin: Origin) -> None:
    """It says which percentile. Error: `percentile`."""
    if isinstance(p, bool) or not isinstance(p, int | Decimal) or not 0 <= p <= 1:
        raise CompileError("percentile", f"found {noun(p)}, expected a number from 0 to 1", origin)


def check_single(what: str, type: Type, origin: Origin, *, elements: bool) -> None:
    """The values are single ones, or with `elements` arrays of them. Error: `function_type`."""
    if elements and type.kind is not Kind.ARRAY:
        raise CompileError("function_type", f"`elements` needs an array, found {type}", origin)
    if not elements and type.kind in (Kind.ARRAY, Kind.JSON):
        hint = "say `elements: true` to read the array element by element" if type.kind is Kind.ARRAY else ""
        raise CompileError("function_type", f"{what} needs single values, found {type}", origin, hint=hint)


def check_fit(function: str, type: Type, origin: Origin) -> None:
    """The values are of a type that the function takes. Error: `function_type`."""
    if function in _NUMERIC:
        fits, needed = type.is_number, "numbers"
    elif function in ("min", "max"):
        fits, needed = type.kind in _ORDERABLE, "numbers, texts, dates or timestamps"
    else:
        fits, needed = type.kind not in (Kind.ARRAY, Kind.JSON), "single values"
    if not fits:
        raise CompileError("function_type", f"`{function}` needs {needed}, found {type}", origin)
