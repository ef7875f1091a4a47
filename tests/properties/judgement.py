"""What is wrong with a generated project, if anything: the properties that every project has to have."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from pydantic import ValidationError

from coterie.compiler.compiled import Compiled
from coterie.compiler.definitions import ProjectDef
from coterie.compiler.sharing.share import REWRITES
from coterie.compiler.sharing.survey import EVERYWHERE
from coterie.dialects import get
from coterie.errors import DefinitionErrors
from tests.engines import Engine
from tests.properties.reference import EntityRows, evaluate
from tests.properties.strategies import Generated
from tests.properties.warehouse_rows import compiled, differences, executed, fill, fitting
from tests.properties.ways import NO_REWRITES, eager, ways

# DuckDB 2.0.0 cannot plan `CASE WHEN id IS NULL THEN 'x' END > 'a'` where its statistics say that no id is NULL.
ENGINE_DEFECT = "BindBuiltinScalarFunction did not return a BoundFunctionExpression"
DEFINITIONS = ("models", "relationships", "traits", "audiences", "priority_lists")
Rows = Mapping[str, EntityRows]
Judge = Callable[[Engine, Generated], "Verdict"]


@dataclass(frozen=True)
class Verdict:
    """`kind` says in a word what is wrong (None: nothing; ENGINE_DEFECT: nobody can tell), `report` in full."""

    kind: str | None = None
    report: str = ""


def judge_rows(engine: Engine, generated: Generated) -> Verdict:
    """The engine's rows are the interpreter's, and `not A` is the complement of every audience A."""
    generated = fitting(engine.dialect, generated)

    def problems(project: ProjectDef, statements: Compiled) -> list[str]:
        got = run(engine, statements)
        expected = evaluate(project, generated.tables, generated.as_of, generated.trees)
        found = compared(expected, got, null_arrays=get(engine.dialect).null_arrays)
        return found + [problem for entity, rows in got.items() for problem in unparted(entity, rows)]

    return judged(engine, generated, with_complements(generated.definitions), problems)


def judge_order(engine: Engine, generated: Generated) -> Verdict:
    """The same definitions in the opposite order give the same rows."""
    turned = {name: found[::-1] if name in DEFINITIONS else found for name, found in generated.definitions.items()}

    def problems(project: ProjectDef, statements: Compiled) -> list[str]:
        others = compiled(engine, generated, ProjectDef.model_validate(turned))
        return compared(run(engine, statements), run(engine, others))

    return judged(engine, generated, generated.definitions, problems)


def judge_rewrites(engine: Engine, generated: Generated) -> Verdict:
    """With any rewrites, at whatever prices, the rows are those without."""
    dialect, generated = get(engine.dialect), fitting(engine.dialect, generated)

    def problems(project: ProjectDef, statements: Compiled) -> list[str]:
        expected = run(engine, compiled(engine, generated, project, way=NO_REWRITES))
        found = []
        for way in ways(dialect, seed=repr(generated)):
            shared = compiled(engine, generated, project, way=way)
            if differing := compared(expected, run(engine, shared)):
                found += [*differing, *(entity.sql for entity in shared.entities)]
        return found

    return judged(engine, generated, generated.definitions, problems)


def judge_told(engine: Engine, generated: Generated) -> Verdict:
    """A rewrite without which the SQL of an entity would be another is told with one of its scans."""
    dialect = get(engine.dialect)
    way = Random(repr(generated)).choice(eager(dialect))

    def problems(project: ProjectDef, statements: Compiled) -> list[str]:
        shared, found = compiled(engine, generated, project, way=way), []
        told = [{name for scan in one.reading.scans for name in scan.rewrites} for one in shared.entities]
        for rewrite in (one for one in REWRITES if one.__name__ not in EVERYWHERE):
            fewer = replace(way, rewrites=tuple(one for one in REWRITES if one is not rewrite))
            without = compiled(engine, generated, project, way=fewer)
            for one, other, names in zip(shared.entities, without.entities, told, strict=True):
                if one.sql != other.sql and rewrite.__name__ not in names:
                    found += [f"{one.entity}: {rewrite.__name__} is not told", one.sql, other.sql]
        return found

    return judged(engine, generated, generated.definitions, problems)


def judged(
    engine: Engine,
    generated: Generated,
    definitions: dict[str, Any],
    problems: Callable[[ProjectDef, Compiled], list[str]],
) -> Verdict:
    """What a property finds, with the SQL it found it in; an error is a finding too."""
    statements: Compiled | None = None
    try:
        project = ProjectDef.model_validate(definitions)
        fill(engine, generated)
        statements = compiled(engine, generated, project)
        found = problems(project, statements)
        kind = "rows" if found else None
    except ValidationError:
        return Verdict()
    except DefinitionErrors as errors:
        first = errors.errors[0]
        kind, found = f"{first.code} {re.sub('`[^`]*`', '', first.message)}", [str(errors)]
    except Exception as error:
        kind = ENGINE_DEFECT if ENGINE_DEFECT in str(error) else type(error).__name__
        found = [f"{type(error).__name__}: {error}"]
    sql = [f"-- {entity.entity}\n{entity.sql}" for entity in statements.entities] if statements else []
    return Verdict(kind, "\n\n".join(["\n".join(found), *sql])) if kind else Verdict()


def with_complements(definitions: dict[str, Any]) -> dict[str, Any]:
    """The same project with `not A` beside every audience A."""
    audiences = list(definitions["audiences"])
    listed = {name for found in definitions.get("priority_lists", ()) for name in found.get("audiences", ())}
    for audience in definitions["audiences"]:
        if "filter_tree" in audience and "limit" not in audience and audience.get("name") not in listed:
            negated = {"type": "not", "child": audience["filter_tree"]}
            audiences.append({**audience, "name": f"not {audience['name']}", "filter_tree": negated})
    return {**definitions, "audiences": audiences}


def run(engine: Engine, statements: Compiled) -> Rows:
    return {entity.entity: executed(engine, entity) for entity in statements.entities}


def compared(expected: Rows, got: Rows, *, null_arrays: bool = True) -> list[str]:
    found = [] if expected.keys() == got.keys() else [f"entities: expected {[*expected]}, got {[*got]}"]
    for entity in expected.keys() & got.keys():
        found += differences(entity, expected[entity], got[entity], null_arrays=null_arrays)
    return found


def unparted(entity: str, rows: EntityRows) -> list[str]:
    """Where `A` and `not A` do not part the entities between them."""
    return [
        f"{entity} {key}: is {flags[slug]} in {slug} and {flags[f'not_{slug}']} in its complement"
        for key, flags in rows.audiences.items()
        for slug in flags
        if f"not_{slug}" in flags and flags[slug] is flags[f"not_{slug}"]
    ]
