"""How tables are made, replaced and changed, so that nobody who reads them sees half of a change: statements, as trees.

Engines differ in what they can do at once: `Publishing` says it, and `Tables` writes to a schema accordingly.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import reduce

from sqlglot import exp

from coterie.dialects import Dialect
from coterie.runtime.relations import aliased, column, named, table, text
from coterie.runtime.warehouse import Columns, Publishing
from coterie.types import Kind, Type

PREFIX = "coterie_"  # of tables that a run works with
MAKING = "making"  # a table that is about to take another's place
STAMP = "%Y%m%d%H%M%S%f"
STALE = timedelta(days=2)  # what a run that was broken off left behind is then nobody's any more


@dataclass(frozen=True, kw_only=True)
class Tables:
    """Writes to the tables of one schema; `there` are its relations, `moment` tells the run from others."""

    dialect: Dialect
    publishing: Publishing
    schema: str
    moment: datetime
    there: Mapping[str, Columns]

    def named(self, name: str) -> exp.Table:
        return table(name, self.schema)

    def working(self, name: str) -> exp.Table:
        """A table of this run alone; where nothing is temporary it stands in the schema, and tells its age."""
        if self.publishing.has_temporary_tables:
            return table(PREFIX + name)
        return table(f"{PREFIX}{name}_{self.moment.strftime(STAMP)}", self.schema)

    def ensure_schema(self) -> exp.Create:
        schema = exp.Table(db=exp.to_identifier(self.schema, quoted=True))
        return exp.Create(this=schema, kind=self.publishing.schema_kind, exists=True)

    def ensure(self, name: str, columns: Mapping[str, Type]) -> exp.Create:
        """Create the table, unless there is one."""
        schema = exp.Schema(this=self.named(name), expressions=[self._defined(*one) for one in columns.items()])
        return exp.Create(this=schema, kind="TABLE", exists=True, properties=self._properties())

    def add_column(self, name: str, of: str, type: Type) -> exp.Alter:
        """Give a table one more column, which is NULL in all its rows."""
        return exp.Alter(this=self.named(of), kind="TABLE", actions=[self._defined(name, type)])

    def make_working(self, target: exp.Table, query: exp.Query, columns: Mapping[str, Type]) -> exp.Create:
        """Compute a table of this run alone, with these columns."""
        temporary = [exp.TemporaryProperty()] if self.publishing.has_temporary_tables else []
        return self._create(target, self._typed(query, columns), temporary)

    def replace(self, name: str, query: exp.Query, columns: Mapping[str, Type]) -> tuple[exp.Expr, ...]:
        """The table anew, if there is one, with these columns; the query may read what it is now."""
        target, rows = self.named(name), self._typed(query, columns)
        match self.publishing.replacing:
            case "or_replace":
                return (self._create(target, rows, replace=True),)
            case "in_place":
                made = self.named(PREFIX + MAKING)
                renamed = exp.Alter(this=made.copy(), kind="TABLE", actions=[exp.AlterRename(this=table(name))])
                return drop(made), self._create(made.copy(), rows), drop(target), renamed
        made = self.working(f"{name}_{MAKING}")
        if self._has(name, columns):
            return self._create(made, rows), *self._overwritten(target, made, columns)
        return self._create(made, rows), *self._renamed(target, made)

    def unfinished(self) -> tuple[exp.Expr, ...]:
        """Finish what a run left that was broken off while a table was overwritten: the rows are there, in another."""
        if self.publishing.replacing != "overwrite":
            return ()
        return tuple(
            statement
            for (name, made) in sorted(self._made())
            for statement in (
                self._overwritten(self.named(name), self.named(made), dict(self.there[made]))
                if self.there.get(name) == self.there[made]
                else self._renamed(self.named(name), self.named(made))
            )
        )

    def change(
        self, name: str, old: exp.Condition | None, new: exp.Query | None, columns: Mapping[str, Type]
    ) -> tuple[exp.Expr, ...]:
        """The rows of a SELECT in place of those for which the condition holds (None: all rows)."""
        target = self.named(name)
        where = exp.true() if old is None else old
        if self.publishing.changing == "anew":
            kept = exp.select(*map(column, columns)).from_(target).where(exp.not_(where))
            return self.replace(name, kept if new is None else union_all((kept, new)), columns)
        deleted = exp.delete(target, where=where)
        if new is None:
            return (deleted,)
        if self.publishing.changing == "replace_where":
            return (exp.Insert(this=target, expression=self._complete(new), where=where),)
        return deleted, self._insert(target, new, columns)

    def leftovers(self) -> tuple[exp.Drop, ...]:
        """Drop what runs left behind that were broken off a while ago."""
        oldest = (self.moment - STALE).strftime(STAMP)
        dated = ((name, name.rpartition("_")[2]) for name in self.there if name.startswith(PREFIX))
        old = (name for name, stamp in dated if stamp.isdigit() and len(stamp) == len(oldest) and stamp < oldest)
        return tuple(drop(self.named(name)) for name in old)

    def constant_rows(self, columns: Sequence[str], rows: Sequence[tuple[str, ...]], alias: str) -> exp.Expr:
        """A table of constant texts."""
        if self.publishing.has_values:
            quoted = [exp.to_identifier(name, quoted=True) for name in columns]
            values = aliased(exp.values(rows), alias)
            values.args["alias"].set("columns", quoted)
            return values
        selects = (
            exp.select(*(exp.alias_(text(value), name, quoted=True) for name, value in zip(columns, row, strict=True)))
            for row in rows
        )
        return aliased(union_all(selects), alias)

    def instant(self, moment: datetime) -> exp.Expr:
        """An instant as a constant."""
        return self.dialect.literal(moment, Type(Kind.TIMESTAMP))

    def null(self, type: Type) -> exp.Expr:
        """NULL, of a type."""
        return exp.Cast(this=exp.null(), to=self.dialect.write_type(type))

    def _made(self) -> Iterator[tuple[str, str]]:
        """Tables that were made to take the place of others, as these and themselves are called."""
        for made in self.there:
            name, _, stamp = made.removeprefix(PREFIX).rpartition(f"_{MAKING}_")
            if made.startswith(PREFIX) and name and stamp.isdigit():
                yield name, made

    def _overwritten(self, target: exp.Table, made: exp.Table, columns: Iterable[str]) -> tuple[exp.Expr, ...]:
        whole = exp.select(*map(column, columns)).from_(made.copy())
        return exp.insert(whole, target.copy(), overwrite=True), drop(made.copy())

    def _renamed(self, target: exp.Table, made: exp.Table) -> tuple[exp.Expr, ...]:
        renamed = exp.Alter(this=made.copy(), kind="TABLE", actions=[exp.AlterRename(this=target.copy())])
        return drop(target.copy()), renamed

    def _has(self, name: str, columns: Mapping[str, Type]) -> bool:
        """Is there such a table with these columns?"""
        there = [(one, stored_type(native, self.dialect)) for one, native in self.there.get(name, ())]
        return there == [(one, self.dialect.write_type(type)) for one, type in columns.items()]

    def _typed(self, query: exp.Query, columns: Mapping[str, Type]) -> exp.Select:
        """A query of columns by these names, in the types in which tables hold them."""
        casts = [
            named(exp.Cast(this=column(name), to=self.dialect.write_type(type)), name) for name, type in columns.items()
        ]
        return exp.select(*casts).from_(aliased(query, "given"), copy=False)

    def _defined(self, name: str, type: Type) -> exp.ColumnDef:
        return exp.ColumnDef(this=exp.to_identifier(name, quoted=True), kind=self.dialect.write_type(type))

    def _create(
        self, target: exp.Table, query: exp.Query, more: Sequence[exp.Expr] = (), *, replace: bool = False
    ) -> exp.Create:
        made = self._complete(query)
        return exp.Create(
            this=target, kind="TABLE", expression=made, replace=replace, properties=self._properties(*more)
        )

    def _properties(self, *more: exp.Expr) -> exp.Properties | None:
        known = [*more, *self.publishing.properties()]
        return exp.Properties(expressions=known) if known else None

    def _insert(self, target: exp.Table, query: exp.Query, columns: Mapping[str, Type]) -> exp.Insert:
        names = [exp.to_identifier(name, quoted=True) for name in columns]
        return exp.insert(self._complete(query), target.copy(), columns=names, copy=False)

    def _complete(self, query: exp.Query) -> exp.Expr:
        """With what makes it mean the same in every session."""
        return self.dialect.complete(query)


def drop(relation: exp.Table) -> exp.Drop:
    return exp.Drop(tables=[relation], kind="TABLE", exists=True)


def union_all(queries: Iterable[exp.Query]) -> exp.Query:
    """One query with the rows of all."""
    return reduce(lambda left, right: exp.Union(this=left, expression=right, distinct=False), queries)


def stored_type(native: str, dialect: Dialect) -> exp.DataType | str:
    """A native type as one that can be compared with the `write_type` of a type."""
    type = dialect.read_type(native, "UTC")
    return native if type.kind is Kind.OTHER else dialect.write_type(type)
