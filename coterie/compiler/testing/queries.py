"""The SELECTs of traits, over given rows.

In: SELECTs as they are written, and somebody who says what columns one gives. Out: the same SELECTs with stand-ins in
place of the tables that they name, and a mapping of what they give, which asks when a definition needs to know.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import PurePath

from sqlglot import exp

from coterie.compiler.definitions import ModelDef, ProjectDef, SqlTrait
from coterie.compiler.ir import times
from coterie.compiler.ir.values import shown
from coterie.compiler.loading.templating import decode_ref
from coterie.compiler.testing.given import GivenColumn
from coterie.compiler.writing.render import render
from coterie.compiler.writing.sources import SourceReader, Written, read_query, referred_models
from coterie.dialects import Dialect
from coterie.errors import Collector, CompileError, nearest

GIVEN_SCHEMA = "coterie_given"
"""Where the tables with given rows stand: a SELECT finds none of them by its own table names."""

Given = Mapping[str, Sequence[GivenColumn]]
"""Columns by model."""

Columns = tuple[tuple[str, str], ...]
Describe = Callable[[Given, SqlTrait, exp.Select], Columns]
"""Says what columns, with their native types, a trait's SELECT gives over given rows. Raises CompileError."""

_TableName = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GivenQuery:
    """A trait with a SELECT over stand-ins, the models whose rows it reads, and what is wrong with its tables."""

    trait: SqlTrait
    models: tuple[str, ...]
    errors: tuple[CompileError, ...]


class TableOwners:
    """Knows which models have a table for their source, so that their given rows stand for the table too."""

    def __init__(self, project: ProjectDef, dialect: Dialect) -> None:
        self._dialect = dialect
        self._models = {model.name: model for model in project.models}
        self._owners: dict[_TableName, list[str]] = {}
        reader = SourceReader(dialect, self._models, times.EARLIEST)
        for model in project.models:
            if model.source.table is not None:
                with suppress(CompileError):  # which is told of the model
                    self._owners.setdefault(_name(reader.table(model)), []).append(model.name)

    def over_stand_ins(self, trait: SqlTrait) -> GivenQuery:
        """The trait with its SELECT over stand-ins; one that cannot be read stays as it is, and will be told of."""
        written, errors, replaced = Written.query(trait), Collector(), dict[_TableName, str]()
        models = dict.fromkeys(referred_models(written.text, self._models))
        try:
            query = read_query(written, self._dialect)
        except CompileError:
            return GivenQuery(trait, tuple(models), ())
        for table in list(_tables(query)):
            with errors.catching(subject=trait.subject):
                replaced[_name(table)] = self._owner(table, written)
                _replace(table, replaced[_name(table)])
        if replaced:
            _shorten_names(query, replaced)
            config = trait.config.model_copy(update={"sql_query": render(query, self._dialect)})
            trait = trait.model_copy(update={"config": config})
        return GivenQuery(trait, tuple({**models, **dict.fromkeys(replaced.values())}), tuple(errors.errors))

    def _owner(self, table: exp.Table, written: Written) -> str:
        """The one model whose source the table is. Error: `query_table`."""
        name, owners = ".".join(part.name for part in table.parts), self._owners.get(_name(table), [])
        if len(owners) == 1:
            return owners[0]
        if owners:
            message = f"the query reads `{name}`, which is the table of {' and '.join(f'`{one}`' for one in owners)}"
            hint = "write {{ ref('…') }} of the one whose given rows are meant"
        else:
            message = f"the query reads `{name}`, which is the table of no model, and a test gives rows to models only"
            near = nearest(PurePath(table.name).stem, self._models, limit=1)  # a file is written as a table, too
            hint = f"write {{{{ ref('{near[0] if near else '…'}') }}}}, of a model that reads it"
        raise CompileError("query_table", message, written.origin, hint=hint)


def _tables(query: exp.Query) -> Iterator[exp.Table]:
    """The tables that a SELECT reads by their own names: no models, and nothing that it defines itself."""
    for table in query.find_all(exp.Table):
        if isinstance(table.this, exp.Identifier) and decode_ref(table.name) is None and not _is_defined(table):
            yield table


def _is_defined(table: exp.Table) -> bool:
    """Is it a common table expression? Inside a WITH those before it can be seen, in a recursive one itself too."""
    inner: exp.Expr = table
    while not table.db and (outer := inner.parent) is not None:
        defined: list[exp.Expr] = []
        if isinstance(outer, exp.With):
            position = outer.expressions.index(inner)
            defined = outer.expressions[: position + 1 if outer.recursive else position]
        elif (own := outer.args.get("with_")) is not None and own is not inner:
            defined = own.expressions
        if table.name.lower() in (one.alias.lower() for one in defined):
            return True
        inner = outer
    return False


def _name(table: exp.Expr) -> _TableName:
    assert isinstance(table, exp.Table)
    return tuple(part.name.lower() for part in table.parts)


def _replace(table: exp.Table, model: str) -> None:
    """Read the model's stand-in, under the name that the table had."""
    if not table.alias:
        table.set("alias", exp.TableAlias(this=exp.to_identifier(table.name, quoted=True)))
    table.set("this", exp.to_identifier(model, quoted=True))
    table.set("db", exp.to_identifier(GIVEN_SCHEMA, quoted=True))
    table.set("catalog", None)


def _shorten_names(query: exp.Query, replaced: Mapping[_TableName, str]) -> None:
    """Columns that are written with the schema of their table are those of the name that it had."""
    for column in query.find_all(exp.Column):
        if column.args.get("db") and tuple(part.name.lower() for part in column.parts[:-1]) in replaced:
            column.set("db", None)
            column.set("catalog", None)


class GivenQueries(Mapping[str, Columns]):
    """What the SELECTs of traits give over the rows of a test, by `model.slug`."""

    def __init__(
        self,
        queries: Mapping[str, GivenQuery],
        stand_ins: Mapping[str, ModelDef],
        dialect: Dialect,
        given: Given,
        describe: Describe,
        broken: Collection[str],
    ) -> None:
        self._queries = queries
        self._stand_ins = stand_ins
        self._dialect = dialect
        self._reader = SourceReader(dialect, stand_ins, times.EARLIEST, broken=broken)
        self._given = given
        self._describe = describe
        self._known: dict[str, Columns] = {}

    def __getitem__(self, name: str) -> Columns:
        """The columns with their native types. Raises DefinitionErrors, CompileError."""
        if name not in self._known:
            self._known[name] = self._columns(self._queries[name])
        return self._known[name]

    def _columns(self, query: GivenQuery) -> Columns:
        written_in = query.trait.config.dialect
        if written_in is not None and written_in.lower() != self._dialect.name:
            message = f"the query is written in `{shown(written_in)}`, and tests run on {self._dialect.name}"
            hint = f"write what {self._dialect.name} reads too, and leave `dialect` out; or test other definitions"
            raise CompileError("query_dialect", message, query.trait.origin.at("config", "dialect"), hint=hint)
        errors, trees = Collector(list(query.errors)), list[exp.Select]()
        with errors.catching():
            trees.append(self._reader.query(query.trait))
        origin = query.trait.origin.at("config", "sql_query")
        for model in query.models:
            if not self._given[model]:
                message = f"the query reads model `{model}`, of whose columns nothing is known"
                hint = f"give it rows, or declare types: `{model}: {{columns: {{…: …}}, rows: []}}`"
                errors.add(CompileError("untyped_column", message, origin, hint=hint))
        if errors.errors or not trees:
            errors.raise_or_skip()
        try:
            return self._describe(self._given, query.trait, trees[0])
        except CompileError as error:
            raise replace(error, hint=self._hint(query)) from error

    def _hint(self, query: GivenQuery) -> str:
        """What may be wrong with a SELECT that the engine refuses."""
        tree = read_query(Written.query(query.trait), self._dialect)
        if not query.models or any(isinstance(table.this, exp.Func) for table in tree.find_all(exp.Table)):
            return "a test gives rows to models, and a query reads these by {{ ref('…') }}, and nothing else"
        named = {column.name.lower() for column in tree.find_all(exp.Column)}
        for model in query.models:
            for column in self._stand_ins[model].columns:
                if column.expression and column.name.lower() in named:
                    computed = f"`{column.name}` is a computed column of model `{model}`"
                    return f"{computed}, and a query reads those of its source"
        known = {column.name.lower() for model in query.models for column in self._given[model]}
        if named <= known.union(alias.alias.lower() for alias in tree.find_all(exp.Alias, exp.TableAlias)):
            return ""
        return "it sees the columns that rows give, and those that the model or the test declares: `columns: {…: …}`"

    def __iter__(self) -> Iterator[str]:
        return iter(self._queries)

    def __len__(self) -> int:
        return len(self._queries)
