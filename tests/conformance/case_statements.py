"""The statements of the cases, compiled for any dialect without its engine, as far as it has primitives for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coterie.compiler import Catalog, Compiled, Selection, compile
from coterie.compiler.compiled import Statement
from coterie.compiler.definitions import SqlTrait
from coterie.compiler.ir.names import slug_of
from coterie.dialects import Dialect
from coterie.errors import DefinitionErrors
from tests.case_file import Case, case_names, read_case
from tests.conformance.rows_file import type_of


def statements_of(dialect: Dialect, names: Iterable[str] | None = None) -> Iterator[Statement]:
    """Of all cases, or some; those with SELECTs that people wrote are left out, as only engines know their columns."""
    for case in (read_case(name, dialect.name) for name in names or case_names()):
        if not any(isinstance(trait, SqlTrait) and trait.config.sql_query for trait in case.project.traits):
            compiled = _compiled(case, dialect)
            yield from (*compiled.entities, *compiled.checks)


def _compiled(case: Case, dialect: Dialect) -> Compiled:
    catalog = _catalog(case)
    try:
        return compile(case.project, catalog, dialect, as_of=case.as_of)
    except DefinitionErrors as refused:
        subjects = {error.subject for error in refused.errors if error.code == "unsupported"}
    kept = [
        frozenset(f"{one.parent_model}.{one.slug or slug_of(one.name)}" for one in known if one.subject not in subjects)
        for known in (case.project.traits, case.project.audiences)
    ]
    return compile(case.project, catalog, dialect, as_of=case.as_of, select=Selection(*kept))


def _catalog(case: Case) -> Catalog:
    """The tables' columns, in the types that they have everywhere."""
    columns = {
        model: [(name, type_of(native.lower().replace(" ", ""))) for name, native in case.tables[table].types.items()]
        for model, table in case.sources.items()
    }
    return Catalog(columns)
