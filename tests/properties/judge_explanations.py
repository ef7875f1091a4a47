"""Explanations of a generated project: they agree with the reference interpreter, and with themselves."""

from __future__ import annotations

from collections.abc import Iterator

from coterie import dialects
from coterie.compiler import check
from coterie.compiler.compiled import Compiled
from coterie.compiler.definitions import ProjectDef
from coterie.compiler.explaining.entity_keys import read_keys
from coterie.runtime.explain import Explainer
from coterie.runtime.explanation import Making, Membership
from coterie.runtime.warehouse import adopt
from tests.engines import Engine
from tests.engines.duckdb import DuckDB
from tests.explained import contradictions
from tests.properties.judgement import Verdict, judged, with_complements
from tests.properties.reference import EntityRows, evaluate
from tests.properties.strategies import Generated
from tests.properties.warehouse_rows import catalog_of, same

FEW_ROWS = 3


def judge_explanations(engine: Engine, generated: Generated) -> Verdict:
    """Every audience and trait is explained, for all entities, as the interpreter says."""

    def problems(project: ProjectDef, statements: Compiled) -> list[str]:
        assert isinstance(engine, DuckDB)
        warehouse, dialect = adopt(engine.connection), dialects.get(engine.dialect)
        typed = check(project, catalog_of(engine, generated), dialect)
        explainer = Explainer(typed, warehouse, dialect, as_of=generated.as_of, root="")
        expected = evaluate(project, generated.tables, generated.as_of, generated.trees)
        found = [problem for model, rows in expected.items() for problem in _problems(explainer, model, rows)]
        warehouse.close()
        return found

    return judged(engine, generated, with_complements(generated.definitions), problems)


def _problems(explainer: Explainer, model: str, expected: EntityRows) -> Iterator[str]:
    columns = explainer.key_columns(model)
    keys = read_keys(expected.traits, model, columns, explainer.typed.world.zone)
    for slug in explainer.typed.world.models[model].audiences:
        for entity, key in zip(explainer.audience(model, slug, keys).entities, expected.audiences, strict=True):
            assert isinstance(entity, Membership)
            if slug not in expected.audiences[key]:  # a draft
                continue
            if entity.tree is None or entity.member is not expected.audiences[key][slug]:
                yield f"{model} {key}: audience {slug} is explained as {entity.member}"
            else:
                told = contradictions(entity.tree, member=entity.member)
                yield from (f"{model} {key}: audience {slug}: {problem}" for problem in told)
    for slug in explainer.typed.world.models[model].traits:
        for entity, key in zip(
            explainer.trait(model, slug, keys, limit=FEW_ROWS).entities, expected.traits, strict=True
        ):
            assert isinstance(entity, Making)
            if slug in expected.traits[key] and not same(expected.traits[key][slug], entity.value):
                yield f"{model} {key}: trait {slug} is explained as {entity.value!r}"
