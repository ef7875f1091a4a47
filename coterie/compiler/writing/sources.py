"""Where models' rows come from, as table expressions: a table, a file, or a SELECT with its placeholders filled."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import PurePath
from typing import assert_never

from sqlglot import exp, parse
from sqlglot.errors import SqlglotError

from coterie.compiler.definitions import ModelDef, SqlTrait
from coterie.compiler.ir.expr import Query, null
from coterie.compiler.ir.names import match_name
from coterie.compiler.ir.published import Table
from coterie.compiler.ir.rel import External, Plan, Select, Source
from coterie.compiler.ir.values import literal, noun, shown
from coterie.compiler.loading.sql_marks import Mark, unmarked
from coterie.compiler.loading.templating import AS_OF_PLACEHOLDER, PLACEHOLDER, decode_ref, refs_in
from coterie.dialects import Dialect
from coterie.dialects.base import Node
from coterie.errors import AlreadyReported, CompileError, Origin, suggestion
from coterie.types import INSTANT, TEXT

_CLOCKS = (
    exp.CurrentDate,
    exp.CurrentTime,
    exp.CurrentTimestamp,
    exp.CurrentDatetime,
    exp.Localtime,
    exp.Localtimestamp,
    exp.UtcDate,
    exp.UtcTime,
    exp.UtcTimestamp,
)
_CLOCK_NAMES = frozenset(
    {"now", "today", "getdate", "sysdate", "current_localtime", "current_localtimestamp", "get_current_timestamp",
     "get_current_time", "transaction_timestamp", "statement_timestamp", "clock_timestamp", "localtime",
     "localtimestamp", "current_date", "current_time", "current_timestamp", "curdate", "now64", "nowinblock",
     "nowinblock64", "yesterday"}
)  # fmt: skip
_CHANCES = (exp.Rand, exp.Randn, exp.Uuid)
_CHANCE_NAMES = frozenset(
    {"random", "rand", "uuid", "uuidv4", "uuidv7", "gen_random_uuid", "generate_uuid", "newid", "uniform", "setseed",
     "nextval", "currval", "txid_current", "fuzzbits", "generateserialid", "generatesnowflakeid", "generateulid",
     "generateuuidv4", "generateuuidv7", "rand32", "rand64", "randconstant", "randomfixedstring",
     "randomprintableascii", "randomstring", "randomstringutf8", "randuniform", "randnormal"}
)  # fmt: skip
_PART = r'"(?:[^"]|"")+"|[^\W\d][\w$]*'
_TABLE = re.compile(rf"(?:{_PART})(?:\.(?:{_PART})){{0,2}}")


@dataclass
class SourceReader:
    """Turns models into table expressions for one engine.

    `root` is the folder that files are relative to; `visible` the condition on the rows that `ref()` of a model gives;
    `broken` are names of models that have errors of their own.
    """

    dialect: Dialect
    models: Mapping[str, ModelDef]
    as_of: datetime
    root: str = ""
    visible: Mapping[str, Node] = field(default_factory=dict)
    broken: Collection[str] = ()
    _parsed: dict[str, exp.Query] = field(default_factory=dict)

    def table(self, model: ModelDef) -> Node:
        """The model's source, to select from. Errors: `source_sql`, `source_table`, `source_file`."""
        source = model.source
        if source.table is not None:
            return _table(model, source.table, self.dialect.unquoted)
        if source.file is not None:
            return self._file(model, source.file)
        return self._written(Written.source(model))

    def query_rows(self, trait: SqlTrait) -> Node:
        """What a trait's own SELECT gives, to select from. Errors: `query_sql`, `query_dialect`."""
        written_in = trait.config.dialect
        if written_in is not None and written_in.lower() != self.dialect.name:
            message = f"the query is written in `{shown(written_in)}`, and the target speaks {self.dialect.name}"
            hint = f"write it in the SQL of {self.dialect.name}, and leave `dialect` out"
            raise CompileError("query_dialect", message, trait.origin.at("config", "dialect"), trait.subject, hint)
        return self._written(Written.query(trait))

    def _written(self, written: Written) -> Node:
        """A SELECT that somebody wrote, found harmless, its placeholders filled."""
        if written.text not in self._parsed:
            self._parsed[written.text] = read_query(written, self.dialect)
        query = self._parsed[written.text].copy()
        self._fill(written, query)
        return exp.Subquery(this=query, alias=exp.TableAlias(this=exp.to_identifier("source", quoted=True)))

    def _file(self, model: ModelDef, path: str) -> Node:
        if self.dialect.file_source is None:
            origin = model.origin.at("source", "file")
            raise CompileError("source_file", f"{self.dialect.name} cannot read files", origin, model.subject)
        is_remote = "://" in path or not self.root
        return self.dialect.file_source(path if is_remote else str(PurePath(self.root) / path))

    def query(self, described: ModelDef | SqlTrait) -> exp.Select:
        """`SELECT * FROM` the model's source, or from what the trait's own SELECT gives."""
        rows = self.table(described) if isinstance(described, ModelDef) else self.query_rows(described)
        select = exp.Select(expressions=[exp.Star()])
        select.set("from_", exp.From(this=rows))
        return select

    def origin(self, plan: Plan, external: External) -> Node:
        """The rows that come from outside a plan, to select from."""
        match external:
            case Source():
                return self.table(plan.sources[external.model])
            case Query():
                return self.query_rows(plan.queries[external])
            case Table():
                return exp.table_(external.name, db=external.schema, quoted=True)
            case _:
                assert_never(external)

    def table_names(self, plan: Plan, relations: Iterable[str]) -> set[str]:
        """Unqualified table names that the sources of some relations use."""
        names: set[str] = set()
        for relation in relations:
            body = plan.relations[relation]
            if isinstance(body, Select) and not isinstance(body.input, str):
                tables = self.origin(plan, body.input).find_all(exp.Table)
                names.update(table.name for table in tables if not table.db and isinstance(table.this, exp.Identifier))
        return names

    def _fill(self, written: Written, query: exp.Query) -> None:
        """Put what `{{ ref() }}` and `{{ as_of }}` stand for in place of their marks."""
        for column in list(query.find_all(exp.Column)):
            if column.name.lower() == AS_OF_PLACEHOLDER and not column.table:
                column.replace(self.dialect.literal(self.as_of, INSTANT))
        for identifier in list(query.find_all(exp.Identifier)):
            if mark := unmarked(identifier.name):
                self._fill_mark(written, identifier, mark)
        for table in list(query.find_all(exp.Table)):
            name = decode_ref(table.name) if isinstance(table.this, exp.Identifier) else None
            if name is None:
                continue
            referred = self._referred(written, name)
            rows = self.query(referred)
            if referred.name in self.visible:
                rows.set("where", exp.Where(this=self.visible[referred.name].copy()))
            called = exp.to_identifier(self.dialect.unquoted(name), quoted=True)
            alias = table.args.get("alias") or exp.TableAlias(this=called)
            table.replace(exp.Subquery(this=self.dialect.selected(rows), alias=alias))

    def _fill_mark(self, written: Written, identifier: exp.Identifier, mark: Mark) -> None:
        """Put an argument of a template in place of its mark. Error `source_sql` or `query_sql`."""
        column = identifier.parent
        if mark.is_name:
            identifier.replace(exp.to_identifier(mark.value, quoted=True))
        elif isinstance(column, exp.Column) and len(column.parts) == 1:
            found = null(TEXT) if mark.value is None else literal(mark.value)
            column.replace(self.dialect.literal(found.value, found.type))
        else:
            message = f"found {noun(mark.value)} from `param()`, expected a name"
            hint = "make it a parameter of type `name`"
            raise CompileError(written.code, message, written.origin, written.subject, hint)

    def _referred(self, written: Written, name: str) -> ModelDef:
        """A model that a SELECT refers to. Errors: `unknown_model`, `cycle`."""
        found = match_name(name, self.models)
        if len(found) != 1:
            if match_name(name, self.broken):
                raise AlreadyReported
            hint = suggestion(name, self.models, what="models")
            raise CompileError("unknown_model", f"`{name}` is not a model", written.origin, written.subject, hint)
        if written.model in referred_models(self.models[found[0]].source.sql, self.models):
            message = f"models `{written.model}` and `{found[0]}` refer to each other in a circle"
            raise CompileError("cycle", message, written.origin, written.subject)
        return self.models[found[0]]


def referred_models(sql: str | None, models: Mapping[str, ModelDef]) -> tuple[str, ...]:
    """The models that a SELECT refers to, and those that theirs do; a model's own included in a circle."""
    found: dict[str, None] = {}
    waiting = list(refs_in(sql or ""))
    while waiting:
        for name in match_name(waiting.pop(), models):
            if name not in found:
                found[name] = None
                waiting.extend(refs_in(models[name].source.sql or ""))
    return tuple(found)


def _table(model: ModelDef, name: str, unquoted: Callable[[str], str]) -> Node:
    if not _TABLE.fullmatch(name):
        message = f"found {noun(name)}, expected the name of a table"
        hint = "write table, schema.table or database.schema.table; odd names in double quotes"
        raise CompileError("source_table", message, model.origin.at("source", "table"), model.subject, hint)
    parts = [
        part[1:-1].replace('""', '"') if part.startswith('"') else unquoted(part) for part in re.findall(_PART, name)
    ]
    catalog, db, table = [""] * (3 - len(parts)) + parts
    return exp.table_(table, db=db or None, catalog=catalog or None, quoted=True)


def _is_clock(node: exp.Expr) -> bool:
    if not isinstance(node, exp.Anonymous):
        return isinstance(node, _CLOCKS)
    name = str(node.this).lower()
    return name in _CLOCK_NAMES or (name == "age" and len(node.expressions) == 1)  # which counts from today


@dataclass(frozen=True, slots=True)
class Written:
    """A SELECT that somebody wrote: `code` is that of its errors, `model` the name of the model it is the source of."""

    text: str
    origin: Origin
    subject: str
    code: str
    model: str | None = None

    @classmethod
    def source(cls, model: ModelDef) -> Written:
        """The `sql` of a model's source."""
        code = "source_sql"
        return cls(model.source.sql or "", model.origin.at("source", "sql"), model.subject, code, model.name)

    @classmethod
    def query(cls, trait: SqlTrait) -> Written:
        """The `sql_query` of a trait."""
        code = "query_sql"
        return cls(trait.config.sql_query or "", trait.origin.at("config", "sql_query"), trait.subject, code)


def read_query(written: Written, dialect: Dialect) -> exp.Query:
    """A SELECT as a tree. Error `source_sql` or `query_sql`: not one SELECT, a write, or a clock."""

    def problem(message: str, hint: str = "") -> CompileError:
        return CompileError(written.code, message, written.origin, written.subject, hint)

    try:
        statements = [statement for statement in parse(written.text, dialect=dialect.sqlglot) if statement is not None]
    except SqlglotError as error:
        said, token, rest = str(error).splitlines()[0].partition(" but got <Token ")
        raise problem(f"the SELECT cannot be read: {said}{rest.partition('>')[2] if token else ''}") from None
    if len(statements) != 1:
        raise problem(f"found {len(statements)} statements, expected one SELECT")
    query = statements[0]
    if not isinstance(query, exp.Query) or isinstance(query, exp.Subquery | exp.Table):
        found = query.name if isinstance(query, exp.Command) else query.key
        raise problem(f"found {found.upper()}, expected a SELECT")
    if isinstance(query, exp.Select) and not query.expressions:
        raise problem("found a SELECT without columns")
    for node in query.walk():
        if isinstance(node, exp.Literal) and node.is_string and (PLACEHOLDER in node.this):
            hint = "write {{ as_of }}, {{ ref('model') }} and {{ param('name') }} without quotes"
            raise problem("found a placeholder inside quotes", hint)
        if isinstance(node, exp.DML | exp.DDL | exp.Command | exp.Into) and not isinstance(node, exp.Query):
            raise problem("expected a SELECT that writes nothing")
        if _is_clock(node):
            raise problem(f"found `{node.sql(dialect.sqlglot)}`, the warehouse's clock", "use {{ as_of }}")
        if isinstance(node, _CHANCES) or (isinstance(node, exp.Anonymous) and node.name.lower() in _CHANCE_NAMES):
            hint = "make it of a column: md5(id)"
            raise problem(f"found `{node.sql(dialect.sqlglot)}`, which gives something else each time", hint)
    return query
