"""Plan + Dialect → one sqlglot SELECT per output. Looks at nothing else, and never asks a dialect for its name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never

from sqlglot import exp

from coterie.compiler.ir.expr import (
    Call,
    Case,
    Cast,
    Column,
    Expr,
    IsNull,
    IsTrue,
    Literal,
    Logic,
    Not,
    OneOf,
    Order,
    Over,
)
from coterie.compiler.ir.logic import as_filter, conjunction, never_null
from coterie.compiler.ir.names import slug_of
from coterie.compiler.ir.published import Table
from coterie.compiler.ir.rel import (
    Aggregate,
    Body,
    Named,
    Output,
    Plan,
    Promise,
    Select,
    Summary,
    Union,
    Unnest,
    inputs,
)
from coterie.compiler.writing.fitting import fit_names
from coterie.compiler.writing.needed import check_columns, needed
from coterie.compiler.writing.nodes import aliased, column_of, identifier, one_after_another, select_of, table_alias
from coterie.compiler.writing.sources import SourceReader
from coterie.dialects import Dialect
from coterie.dialects.base import Node, Sort
from coterie.dialects.nodes import cast, chain, coalesce, is_null, not_null, nullif, number, tight, when
from coterie.types import DOUBLE, Type

MOST_SAID = 20
"""How many of a thousand values a comment names."""


def lower(plan: Plan, output: Output, dialect: Dialect, sources: SourceReader) -> tuple[exp.Select, Mapping[str, str]]:
    """The statement of one output, with the relations it needs as common table expressions, and their names in it."""
    check_columns([output.select], dialect)
    lowering = _Lowering.of(plan, inputs(output.select), dialect, sources, plan.serving.get(output.entity))
    tree = lowering.select(output.select, outward=True)
    tree.set("with_", lowering.relations())
    lowering.fit_names(tree)
    return tree, lowering.aliases


def lower_visible(plan: Plan, dialect: Dialect) -> dict[str, Node]:
    """Which source rows of a model are visible, as conditions on the source."""
    scope = _Scope(dialect, [])
    return {model: scope.condition(expr) for model, expr in plan.visible.items()}


def lower_expression(expr: Expr, dialect: Dialect, relation: str | None = None) -> Node:
    """An expression over the columns of one relation, which is named where there are others."""
    return _Scope(dialect, [] if relation is None else [relation]).node(expr)


def lower_promise(plan: Plan, promise: Promise, dialect: Dialect, sources: SourceReader) -> exp.Select:
    """A SELECT of one integer: how many rows, or groups of equal rows, break a promise."""
    lowering = _Lowering.of(plan, (promise.relation,), dialect, sources)
    keys = [column_of(name) for name in promise.columns]
    group: list[Node] = []
    if promise.code in ("null_key", "null_source_key"):
        where, having = chain(exp.Or, [is_null(key) for key in keys]), None
    else:
        where = chain(exp.And, [not_null(key) for key in keys])
        group, having = [key.copy() for key in keys], exp.GT(this=exp.Count(this=exp.Star()), expression=number(1))
    found = select_of(
        [aliased(number(1), "found")],
        lowering.table(promise.relation),
        where=where,
        group=group,
    )
    if having is not None:
        found.set("having", exp.Having(this=having))
    broken = exp.Subquery(this=dialect.selected(found), alias=table_alias("broken"))
    counted = select_of([aliased(exp.Count(this=exp.Star()), "violations")], broken)
    counted.set("with_", lowering.relations())
    lowering.fit_names(counted)
    return counted


@dataclass(frozen=True, slots=True)
class _Lowering:
    plan: Plan
    dialect: Dialect
    sources: SourceReader
    aliases: Mapping[str, str]
    nested: frozenset[str]
    serving: Mapping[str, Sequence[str]]

    @classmethod
    def of(
        cls,
        plan: Plan,
        relations: Iterable[str],
        dialect: Dialect,
        sources: SourceReader,
        serving: Mapping[str, tuple[str, ...]] | None = None,
    ) -> _Lowering:
        """What is needed to read some relations of a plan; `serving` says what for, to be told in comments."""
        found = needed(plan, relations, dialect, sources)
        return cls(plan, dialect, sources, found.aliases, found.nested, serving or {})

    def relations(self) -> exp.With:
        """The relations as common table expressions, in the plan's order."""
        return exp.With(expressions=[self._cte(name) for name in self.aliases if name not in self.nested])

    def _cte(self, name: str) -> exp.CTE:
        body = self.body(self.plan.relations[name])
        if name in self.serving:
            body.add_comments([_read_for(self.serving[name])])
        named = exp.CTE(this=body, alias=table_alias(self.aliases[name]))
        if self.dialect.materializes and name in self.plan.materialized:
            named.set("materialized", True)
        return named

    def table(self, name: str, alias: str | None = None) -> exp.Table | exp.Subquery:
        """A relation where it is read, under another name if that is given."""
        known = self.aliases[name]
        if name in self.nested:
            return exp.Subquery(this=self.body(self.plan.relations[name]), alias=table_alias(alias or known))
        renamed = None if alias in (None, known) else table_alias(alias)
        return exp.Table(this=identifier(known), alias=renamed)

    def fit_names(self, tree: exp.Select) -> None:
        """Shorten what the engine would cut, if there is any."""
        most = self.dialect.max_identifier
        if any(len(name.encode()) > most for name in self._names()):
            fit_names(tree, most)

    def _names(self) -> Iterator[str]:
        """What relations and their columns are called."""
        for name, alias in self.aliases.items():
            yield alias
            match self.plan.relations[name]:
                case Select(columns=columns):
                    yield from (column.name for column in columns)
                case Aggregate(keys=keys, summaries=summaries):
                    yield from (key.name for key in keys)
                    yield from (summary.name for summary in summaries)
                case Union(parts=parts):
                    yield from (column.name for column in parts[0].columns)
                case Unnest(columns=columns, element=element):
                    yield from (column.name for column in (*columns, element))

    def body(self, body: Body) -> exp.Query:
        match body:
            case Select():
                return self.select(body)
            case Aggregate():
                return self._aggregate(body)
            case Union():
                return one_after_another([self.select(part) for part in body.parts])
            case Unnest():
                return self._unnest(body)
            case _:
                assert_never(body)

    def select(self, body: Select, *, outward: bool = False) -> exp.Select:
        scope = _Scope(self.dialect, self._tables(body), is_published=isinstance(body.input, Table))
        columns = [*scope.kept(body.kept), *(scope.named(named, outward=outward) for named in body.columns)]
        where = None if body.where is None else scope.condition(body.where)
        if isinstance(body.input, str):
            origin: Node = self.table(body.input)
        else:
            origin = self.sources.origin(self.plan, body.input)
        joins = []
        for position, join in enumerate(body.joins, 1):
            alias = scope.tables[position]
            table = self.table(join.relation, alias)
            on = [exp.EQ(this=tight(scope.node(left)), expression=column_of(right, alias)) for left, right in join.on]
            if on:
                joins.append(exp.Join(this=table, side="LEFT" if join.left else None, on=chain(exp.And, list(on))))
            else:
                joins.append(exp.Join(this=table, kind="CROSS"))
        return self.dialect.selected(select_of(columns, origin, joins=joins, where=where, distinct=body.distinct))

    def _tables(self, body: Select) -> list[str]:
        """What the input and each join are called, where there is more than one; a second use gets a number."""
        if not body.joins:
            return []
        names = [self.aliases[body.input] if isinstance(body.input, str) else "source"]
        for join in body.joins:
            alias, number = self.aliases[join.relation], 2
            while alias in names:
                alias, number = f"{self.aliases[join.relation]}_{number}", number + 1
            names.append(alias)
        return names

    def _unnest(self, body: Unnest) -> exp.Select:
        scope = _Scope(self.dialect, [])
        columns = [scope.named(named) for named in body.columns]
        rows = select_of(columns, self.table(body.input))
        unnest, element = self.dialect.relations["unnest"], body.element
        return self.dialect.selected(unnest(rows, scope.node(element.expr), element.name, element.expr.type))

    def _aggregate(self, body: Aggregate) -> exp.Select:
        scope = _Scope(self.dialect, [])
        keys = [scope.named(key) for key in body.keys]
        summaries = [aliased(scope.summary(summary), summary.name) for summary in body.summaries]
        grouped = select_of(
            [*keys, *summaries],
            self.table(body.input),
            where=None if body.where is None else scope.condition(body.where),
            group=[scope.node(key.expr) for key in body.keys],
        )
        return self.dialect.selected(grouped)


@dataclass(frozen=True, slots=True)
class _Scope:
    """Expressions over the tables of one SELECT; without joins, columns need no table."""

    dialect: Dialect
    tables: list[str]
    is_published: bool = False
    """Are the columns those of a table of an earlier run?"""

    def named(self, named: Named, *, outward: bool = False) -> Node:
        node = self.node(named.expr)
        if outward:
            node = self.dialect.outward(node, named.expr.type)
        return node if isinstance(node, exp.Column) and node.name == named.name else aliased(node, named.name)

    def kept(self, names: tuple[str, ...]) -> list[Node]:
        """All columns of the first of several tables."""
        if names and self.dialect.stars:
            return [exp.Column(this=exp.Star(), table=identifier(self.tables[0]))]
        return [column_of(name, self.tables[0]) for name in names]

    def condition(self, expr: Expr) -> Node:
        """An expression where only truth is asked for, so that NULL may stand for false."""
        return self.node(as_filter(expr))

    def node(self, expr: Expr) -> Node:
        match expr:
            case Column():
                column = column_of(expr.name, self.tables[expr.source] if self.tables else None)
                return self.dialect.inward(column, expr.type) if self.is_published else column
            case Literal():
                return self.dialect.literal(expr.value, expr.type)
            case Call():
                return self._called(expr.function, expr.args, expr.type)
            case Cast():
                return self.dialect.cast(self.node(expr.value), expr.value.type, expr.type)
            case Logic():
                return self._connected(expr)
            case Not(value=IsNull(value=value)):
                return not_null(self.node(value))
            case Not():
                return exp.Not(this=tight(self.node(expr.value)))
            case IsTrue():
                return coalesce(self.node(expr.value), exp.false())
            case IsNull():
                return is_null(self.node(expr.value))
            case OneOf():
                return self._called("one_of", (expr.value, *expr.options), expr.type)
            case Case():
                branches = [(self.condition(when), self._alike(then, expr.type)) for when, then in expr.branches]
                ifs = [exp.If(this=when, true=then) for when, then in branches]
                return exp.Case(ifs=ifs, default=self._alike(expr.otherwise, expr.type))
            case Over():
                return self._over(expr)
            case _:
                raise AssertionError(f"{type(expr).__name__} does not outlive plan")

    def _connected(self, expr: Logic) -> Node:
        """AND or OR; where several parts count as false for NULL, that is said once, and not for each of them."""
        told = as_filter(expr) if _truths(expr) > 1 and never_null(expr) else expr
        assert isinstance(told, Logic)
        kind = exp.And if expr.operator == "and" else exp.Or
        node = chain(kind, [_part(self.node(arg), kind) for arg in told.args])
        return node if told == expr else coalesce(node, exp.false())

    def _alike(self, expr: Expr, type: Type) -> Node:
        return self.dialect.alike(self.node(expr), expr.type, type)

    def _called(self, function: str, args: Sequence[Expr], type: Type) -> Node:
        build = self.dialect.scalar(function, [arg.type for arg in args], type)
        return build(*(self.node(arg) for arg in args))

    def _over(self, expr: Over) -> Node:
        keys = [key for sort in self._sorts(expr.order) for key in self.dialect.sort_keys(sort)]
        if expr.value is None:
            assert expr.function == "row_number"
            return exp.Window(
                this=exp.RowNumber(),
                partition_by=[self.node(part) for part in expr.partition],
                order=exp.Order(expressions=keys),
            )
        assert expr.function == "max_before"
        before = {"kind": "ROWS", "start": "UNBOUNDED", "start_side": "PRECEDING"}
        return exp.Window(
            this=exp.Max(this=self.node(expr.value)),
            partition_by=[self.node(part) for part in expr.partition],
            order=exp.Order(expressions=keys),
            spec=exp.WindowSpec(**before, end=number(1), end_side="PRECEDING"),
        )

    def summary(self, summary: Summary) -> Node:
        """An aggregate function over the rows that pass the summary's own filter."""
        reduction, aggregates = summary.reduction, self.dialect.aggregates
        where = None if summary.where is None else self.condition(summary.where)
        value = None if summary.value is None else self.node(summary.value)
        match reduction.function:
            case "count_rows":
                return aggregates["count"](exp.Star() if where is None else when(where, number(1)))
            case "exists":
                present = self._present(summary)
                return aggregates["any"](exp.true() if present is None else present)
        assert summary.value is not None
        assert value is not None
        type = summary.value.type
        match reduction.function:
            case "nth":
                assert reduction.n is not None
                sorts, present = self._sorts(reduction.order), self._present(summary)
                return aggregates["nth"](value, reduction.n, sorts, present, type)
            case "list" if reduction.distinct:
                present, descending = self._present(summary), reduction.descending
                return aggregates["list_distinct"](value, reduction.limit, present, type, descending=descending)
            case "list":
                order = reduction.order or (Order(summary.value, reduction.descending),)
                return aggregates["list"](value, self._sorts(order), reduction.limit, self._present(summary), type)
        given = value if where is None else when(where, value)
        match reduction.function:
            case "sum":
                return aggregates["sum"](given, type)
            case "avg":
                count = nullif(aggregates["count"](given.copy()), number(0))
                total = cast(aggregates["sum"](given, type), self.dialect.write_type(DOUBLE))
                return exp.Div(this=total, expression=count)
            case "percentile":
                return aggregates["percentile"](given, reduction.p)
            case "min":
                return exp.Min(this=given)
            case "max":
                return exp.Max(this=given)
        return aggregates[reduction.function](given)

    def _present(self, summary: Summary) -> Node | None:
        """The summary's filter, and that its value is not NULL."""
        parts: list[Expr] = [] if summary.where is None else [as_filter(summary.where)]
        if summary.value is not None and not summary.complete:
            parts.append(Not(IsNull(summary.value)))
        both = conjunction(parts)
        return None if both is None else self.node(both)

    def _sorts(self, order: tuple[Order, ...]) -> list[Sort]:
        return [Sort(self.node(by.value), by.value.type, by.descending) for by in order]


def _read_for(names: Sequence[str]) -> str:
    """What a scan is read for, as a comment."""
    more = len(names) - MOST_SAID
    listed = ", ".join(slug_of(name) for name in names[:MOST_SAID])
    return f" for {listed} and {more:,} more " if more > 0 else f" for {listed} "


def _truths(expr: Expr) -> int:
    """How many parts of a condition are made false for NULL."""
    match expr:
        case IsTrue():
            return 1
        case Logic():
            return sum(map(_truths, expr.args))
    return 0


def _part(node: Node, kind: type[exp.Connector]) -> Node:
    """A part of AND or OR: in parentheses if it is the other of them."""
    return exp.Paren(this=node) if isinstance(node, exp.Connector) and not isinstance(node, kind) else node
