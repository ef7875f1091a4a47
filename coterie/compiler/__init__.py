"""Definitions in, SQL out: the whole pipeline.

| package | what it does |
|---|---|
| `definitions` | what people write, as pydantic models |
| `loading` | files → definitions, every node with its place |
| `resolving` | names → models, columns, hops, traits, audiences |
| `language` | text expressions, operators and functions → typed expressions |
| `checking` | definitions → typed expressions of their entity |
| `reasoning` | what is odd about definitions that are well |
| `testing` | unit tests of definitions |
| `planning` | typed expressions + as_of → relations |
| `sharing` | the same rows from less work |
| `writing` | relations + dialect → sqlglot trees → text |
| `explaining` | definitions taken apart |
| `ir` | the trees between the passes: expressions, relations |

`catalog` is what the warehouse says of the models' columns, `compiled` what comes out, and `undisturbed` keeps garbage
collection away meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import Literal, NoReturn

from sqlglot import exp

from coterie.compiler.catalog import Catalog
from coterie.compiler.checking.check import check
from coterie.compiler.checking.typed import Typed
from coterie.compiler.compiled import CheckStatement, Compiled, EntityStatement, OutputColumn, Reading, Selection
from coterie.compiler.definitions import ProjectDef
from coterie.compiler.explaining.explain import with_questions
from coterie.compiler.explaining.source_rows import SourceRows, plan_rows
from coterie.compiler.ir.expr import Expr
from coterie.compiler.ir.rel import Output, OutputName, Plan
from coterie.compiler.planning.blame import Blamed
from coterie.compiler.planning.parts import Borne, Wanted, in_rows
from coterie.compiler.planning.plan import plan
from coterie.compiler.planning.require import Place, require
from coterie.compiler.sharing.distincts import split_distincts
from coterie.compiler.sharing.facts import FEW_ROWS, NOTHING_KNOWN, Facts, Statistics
from coterie.compiler.sharing.joins import split_joins
from coterie.compiler.sharing.restrict import Choice, restrict_to
from coterie.compiler.sharing.share import REWRITES, Rewrite, share
from coterie.compiler.sharing.survey import readings
from coterie.compiler.undisturbed import undisturbed
from coterie.compiler.writing.checks import promise_checks
from coterie.compiler.writing.freshness import freshness_checks
from coterie.compiler.writing.lower import lower, lower_visible
from coterie.compiler.writing.render import render, render_own, require_short
from coterie.compiler.writing.sources import SourceReader
from coterie.dialects import Dialect
from coterie.errors import NOWHERE, Collector, DefinitionErrors, TooMuchAtOnce
from coterie.types import Type

__all__ = [
    "Catalog",
    "Compiled",
    "Selection",
    "Typed",
    "check",
    "compile",
    "compile_rows",
    "compile_typed",
    "compile_values",
]


@undisturbed()
def compile(
    project: ProjectDef,
    catalog: Catalog,
    dialect: Dialect,
    *,
    as_of: datetime,
    select: Selection | None = None,
    root: str = "",
    rewrites: tuple[Rewrite, ...] = REWRITES,
    statistics: Statistics = NOTHING_KNOWN,
) -> Compiled:
    """Turn a project into one statement per entity. Pure: the same arguments give the same trees.

    `as_of` is an aware datetime; `root` is the folder that file sources are relative to; `statistics` is what is
    known of the data, for the choice between ways to compute the same. Raises DefinitionErrors.
    """
    typed = check(project, catalog, dialect)
    return compile_typed(
        typed, dialect, as_of=as_of, select=select, root=root, rewrites=rewrites, statistics=statistics
    )


@undisturbed()
def compile_typed(
    typed: Typed,
    dialect: Dialect,
    *,
    as_of: datetime,
    select: Selection | None = None,
    root: str = "",
    rewrites: tuple[Rewrite, ...] = REWRITES,
    statistics: Statistics = NOTHING_KNOWN,
    reads_stored: bool = True,
) -> Compiled:
    """The second half, for a project that has been checked.

    `reads_stored` allows references to what earlier runs have built; else all is evaluated anew.
    """
    wanted, as_of = _wanted(typed, select or Selection()), _in_utc(as_of)
    evaluated = wanted if reads_stored else None

    def compiled(part: Wanted) -> Compiled:
        return _compiled(typed, dialect, as_of, plan(typed, as_of, part, evaluated), root, rewrites, statistics)

    found, errors, borne = list[Compiled](), Collector(), Borne()
    for part in in_rows(typed, wanted, dialect):
        with errors.catching():
            found += _in_parts(typed, part, compiled, borne)
    errors.raise_any()
    return _together(found, wanted)


def _in_parts(typed: Typed, part: Wanted, compiled: Callable[[Wanted], Compiled], borne: Borne) -> Iterator[Compiled]:
    """What is wanted at once, or in as few parts as the engine bears."""
    parts = borne.parts(part)
    if not parts:
        try:
            yield compiled(part)
        except TooMuchAtOnce as refused:
            parts = borne.apart(part, refused.times) or _refuse(typed, part, refused)
    for smaller in parts:
        yield from _in_parts(typed, smaller, compiled, borne)


@undisturbed()
def compile_values(
    typed: Typed,
    model: str,
    values: Iterable[Expr],
    dialect: Dialect,
    *,
    as_of: datetime,
    root: str = "",
    only: Choice | None = None,
) -> tuple[Compiled, Mapping[Expr, str]]:
    """One statement that gives some expressions of an entity's row, and the names of their columns.

    `only` says of which keys (of one column) rows are needed; of others there may be rows, too.
    """
    asking, slugs = with_questions(typed, model, values)
    planned = plan(asking, _in_utc(as_of), {model: (tuple(slugs.values()), ())})
    compiled = _restricted(asking, dialect, _in_utc(as_of), planned, root, only)
    names = {column.slug: column.name for entity in compiled.entities for column in entity.traits}
    return compiled, {expr: names[slug] for expr, slug in slugs.items()}


@undisturbed()
def compile_rows(
    typed: Typed, rows: SourceRows, dialect: Dialect, *, as_of: datetime, root: str = "", only: Choice | None = None
) -> EntityStatement:
    """One statement of the source rows behind a measure, with the key of their entity; `traits` are their columns."""
    planned = plan_rows(typed, _in_utc(as_of), rows)
    (statement,) = _restricted(typed, dialect, _in_utc(as_of), planned, root, only).entities
    return statement


def _restricted(
    typed: Typed, dialect: Dialect, as_of: datetime, planned: Plan, root: str, only: Choice | None
) -> Compiled:
    """The one statement of a plan, and the promises about the rows that it reads."""
    if only is None:
        return _compiled(typed, dialect, as_of, planned, root)
    return _compiled(typed, dialect, as_of, planned, root, (*REWRITES, restrict_to(only)), FEW_ROWS)


def _in_utc(as_of: datetime) -> datetime:
    if as_of.tzinfo is None:
        raise ValueError("as_of must be an aware datetime")
    return as_of.astimezone(UTC)


def _compiled(
    typed: Typed,
    dialect: Dialect,
    as_of: datetime,
    planned: Plan,
    root: str,
    rewrites: tuple[Rewrite, ...] = REWRITES,
    statistics: Statistics = NOTHING_KNOWN,
) -> Compiled:
    require(planned, dialect, lambda one: _place(typed, one))
    facts = Facts(dialect.costs, as_of, statistics)
    shared = share(planned, facts, rewrites)
    shared = split_joins(split_distincts(shared, dialect.most_distinct))
    models = {model.name: model for model in typed.world.project.models}
    sources = SourceReader(dialect, models, as_of, root, lower_visible(planned, dialect))
    return Compiled(
        as_of=as_of,
        dialect=dialect.name,
        entities=_statements(typed, shared, dialect, sources, readings(planned, shared, facts)),
        checks=(
            *freshness_checks(shared, as_of, typed.world.zone, dialect),
            *promise_checks(shared, dialect, sources),
        ),
        notes=_notes(planned),
    )


def _together(parts: Sequence[Compiled], wanted: Wanted) -> Compiled:
    """Several parts of one run as one: the statements of an entity are numbered, and each check is made once."""
    if len(parts) == 1:
        return parts[0]
    checks = {_what_it_checks(check): check for part in parts for check in part.checks}
    statements: dict[str, list[EntityStatement]] = {entity: [] for entity in wanted}
    for statement in (one for part in parts for one in part.entities):
        known = statements[statement.entity]
        known.append(replace(statement, part=len(known) + 1))
    return replace(
        parts[0],
        entities=tuple(one for known in statements.values() for one in known),
        checks=tuple(checks.values()),
        notes=tuple(dict.fromkeys(note for part in parts for note in part.notes)),
    )


def _what_it_checks(check: CheckStatement) -> tuple[str, ...]:
    """Which rows a key tells apart depends on what is asked of them, so on the part; else the text does alone."""
    asked = check.sql if check.code == "null_source_key" else ""
    return check.name, check.message, asked


def _refuse(typed: Typed, part: Wanted, refused: TooMuchAtOnce) -> NoReturn:
    """One trait or audience alone is too much."""
    ((model, (traits, audiences)),) = part.items()
    kind: Literal["trait", "audience"] = "trait" if traits else "audience"
    subject, origin = _place(typed, Blamed(kind, model, (*traits, *audiences)[0], frozenset()))
    raise DefinitionErrors([replace(error, subject=subject, origin=origin) for error in refused.errors]) from None


def _place(typed: Typed, one: Blamed) -> Place:
    """Of a column that no definition gives, as those of source rows, the name alone."""
    known = typed.traits if one.kind == "trait" else typed.audiences
    found = known.get((one.model, one.slug))
    return (found.definition.subject, found.definition.origin) if found else (f"column `{one.slug}`", NOWHERE)


def _wanted(typed: Typed, select: Selection) -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    wanted = {}
    for model in typed.world.models.values():
        traits = tuple(
            slug
            for slug, trait in model.traits.items()
            if (trait.status == "active" and select.traits is None)
            or (select.traits is not None and f"{model.name}.{slug}" in select.traits)
        )
        audiences = tuple(
            slug
            for slug, audience in model.audiences.items()
            if (audience.status == "active" and select.audiences is None)
            or (select.audiences is not None and f"{model.name}.{slug}" in select.audiences)
        )
        if traits or audiences:
            wanted[model.name] = (traits, audiences)
    return wanted


def _type_names(dialect: Dialect) -> Callable[[Type], str]:
    @cache  # a thousand columns have but a handful of types
    def written(type: Type) -> str:
        return dialect.write_type(type).sql(dialect=dialect.sqlglot)

    return written


def _statements(
    typed: Typed, planned: Plan, dialect: Dialect, sources: SourceReader, read: Iterable[Reading]
) -> tuple[EntityStatement, ...]:
    written = _type_names(dialect)

    def columns(names: tuple[OutputName, ...]) -> tuple[OutputColumn, ...]:
        return tuple(OutputColumn(name.name, name.slug, name.type, written(name.type)) for name in names)

    is_own = not planned.queries and all(model.source.sql is None for model in planned.sources.values())

    def statement(output: Output, reading: Reading) -> EntityStatement:
        tree, names = lower(planned, output, dialect, sources)
        return EntityStatement(
            tree=tree,
            render=_renderer(tree, dialect, is_own),
            entity=output.entity,
            table=max((typed.table(output.entity, trait.slug) for trait in output.traits), default=1),
            key=columns(output.key),
            traits=columns(output.traits),
            audiences=columns(output.audiences),
            splits=output.splits,
            reading=reading.named(names),
        )

    return tuple(map(statement, planned.outputs, read))


def _renderer(tree: exp.Select, dialect: Dialect, is_own: bool) -> Callable[[exp.Select], str]:
    """What makes the text; where that may be too long, it is made now. `is_own`: nothing in it is SQL of people."""
    write = render_own if is_own else render
    if dialect.most_text is None:
        return lambda tree: write(tree, dialect)
    text = write(tree, dialect)
    require_short(text, dialect)
    return lambda _: text


def _notes(planned: Plan) -> tuple[str, ...]:
    """Models whose present rows are read at every as_of."""
    return tuple(
        f"model `{name}` has no history: its present rows are read at every as_of"
        for name, model in planned.sources.items()
        if model.timestamp_column is None and model.valid_from_column is None and model.valid_to_column is None
    )
