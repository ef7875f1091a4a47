"""Asks the warehouse what columns the SELECTs of models and traits have: definitions in, `Catalog` out.

What cannot be read is an error of the definition that names it; all of them are reported together.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from sqlglot import exp

from coterie.compiler.catalog import Catalog
from coterie.compiler.definitions import ModelDef, SqlTrait, TraitDef
from coterie.compiler.resolving.described import query_name
from coterie.compiler.sharing.facts import NOTHING_KNOWN, Statistics
from coterie.compiler.writing.sources import SourceReader, referred_models
from coterie.dialects import Dialect
from coterie.errors import AlreadyReported, Collector, CompileError, Origin, WarehouseError, suggestion
from coterie.runtime.warehouse import Columns, Warehouse

DATA_FILES = ("*.parquet", "*.csv", "*.csv.gz")
MOST_FILES = 200
ANY_INSTANT = datetime(1970, 1, 1, tzinfo=UTC)  # columns do not depend on it


def read_catalog(
    models: Iterable[ModelDef],
    warehouse: Warehouse,
    dialect: Dialect,
    root: Path,
    errors: Collector | None = None,
    traits: Iterable[TraitDef] = (),
    broken: Collection[str] = (),
) -> Catalog:
    """The columns of every model's source, and of what the SELECTs of traits give.

    With `errors`, mistakes go there: their models are left out, and queries have no columns. `broken` are names of
    models that have errors of their own. Raises DefinitionErrors:
    `missing_table`, `missing_file`, `unreadable_file`, `unreadable_source`, `unreadable_query`, and those of a SELECT
    that cannot be accepted.
    """
    by_name = {model.name: model for model in models}
    sources = SourceReader(dialect, by_name, ANY_INSTANT, str(root), broken=broken)
    collector = Collector() if errors is None else errors
    described: dict[str, Columns] = {}
    for model in by_name.values():
        with collector.catching(subject=model.subject):
            query = sources.query(model)
            try:
                described[model.name] = warehouse.columns(query)
            except WarehouseError as error:
                raise _explained(model, error, warehouse, root) from error
    queries: dict[str, Columns] = {}
    for trait in traits:
        if isinstance(trait, SqlTrait) and trait.config.sql_query is not None:
            queries[query_name(trait)] = ()
            with collector.catching(subject=trait.subject):
                queries[query_name(trait)] = _columns_of(trait, trait.config.sql_query, sources, described, warehouse)
    if errors is None:
        collector.raise_any()
    return Catalog(described, queries=queries)


def statistics_of(models: Iterable[ModelDef], warehouse: Warehouse | None, dialect: Dialect, root: Path) -> Statistics:
    """What the warehouse knows of the sources that are tables or files; nothing where none speaks the dialect."""
    if warehouse is None or warehouse.dialect != dialect.name:
        return NOTHING_KNOWN
    by_name = {model.name: model for model in models}
    reader = SourceReader(dialect, by_name, ANY_INSTANT, str(root))
    return warehouse.statistics({name: reader.table(one) for name, one in by_name.items() if one.source.sql is None})


def _columns_of(
    trait: SqlTrait, sql: str, sources: SourceReader, described: Mapping[str, Columns], warehouse: Warehouse
) -> Columns:
    """What a trait's SELECT gives; nothing is said of one that reads a model which cannot be read itself."""
    query = sources.query(trait)
    if not described.keys() >= set(referred_models(sql, sources.models)):
        raise AlreadyReported
    return query_columns(trait, query, warehouse)


def query_columns(trait: SqlTrait, query: exp.Query, warehouse: Warehouse) -> Columns:
    """The columns of a trait's SELECT. Error: `unreadable_query`."""
    try:
        return warehouse.columns(query)
    except WarehouseError as error:
        place = trait.origin.at("config", "sql_query")
        raise CompileError("unreadable_query", f"the warehouse refuses the query: {error.message}", place) from error


def _explained(model: ModelDef, error: WarehouseError, warehouse: Warehouse, root: Path) -> CompileError:
    source, origin = model.source, model.origin.at("source")
    if source.file is not None:
        if _exists(root, source.file):
            return CompileError(
                "unreadable_file", f"file `{source.file}` cannot be read: {error.message}", origin.at("file")
            )
        return missing_file(root, source.file, origin.at("file"))
    if source.table is not None and error.code == "missing_relation":
        near = suggestion(source.table, warehouse.table_names(), what="tables")
        return CompileError("missing_table", f"table `{source.table}` does not exist", origin.at("table"), hint=near)
    part = "table" if source.table is not None else "sql"
    return CompileError("unreadable_source", f"the warehouse refuses the source: {error.message}", origin.at(part))


def missing_file(root: Path, file: str, origin: Origin) -> CompileError:
    """What to say of a data file that does not exist."""
    near = suggestion(file, _files_beside(root, file), what="data files")
    return CompileError("missing_file", f"file `{file}` does not exist", origin, hint=near)


def _exists(root: Path, file: str) -> bool:
    path = root / file
    return path.exists() or any(Path(path.anchor).glob(path.relative_to(path.anchor).as_posix()))


def _files_beside(root: Path, file: str) -> list[str]:
    """Data files in the folder of `file`, else anywhere in the project, written as definitions write them."""
    folder = (root / file).parent
    searched = folder if folder.is_dir() else root
    pattern = "" if folder.is_dir() else "**/"
    found = (path for glob in DATA_FILES for path in islice(searched.glob(pattern + glob), MOST_FILES))
    return [path.relative_to(root).as_posix() for path in found if path.is_relative_to(root)]
