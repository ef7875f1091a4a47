"""What was built for an instant is what is evaluated for it: whoever reads the one has the members of the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from coterie import dialects
from coterie.compiler.compiled import Compiled, Selection
from coterie.compiler.definitions import ProjectDef
from coterie.compiler.ir.names import slug_of
from coterie.errors import WarehouseError
from coterie.runtime.runner import run as publish
from coterie.runtime.warehouse import adopt
from tests.engines import Engine
from tests.engines.duckdb import DuckDB
from tests.properties.judgement import Rows, Verdict, compared, judged, run
from tests.properties.reference import EntityRows
from tests.properties.strategies import Generated
from tests.properties.warehouse_rows import compiled

BUILT = {"freshness": {"mode": "materialized"}}


def judge_built(engine: Engine, generated: Generated) -> Verdict:
    """A run of all audiences that reads every trait and membership from the tables has the members of a full run."""
    assert isinstance(engine, DuckDB)

    def problems(project: ProjectDef, statements: Compiled) -> list[str]:
        warehouse = adopt(engine.connection)
        evaluated_at = datetime(2024, 1, 1, tzinfo=UTC)
        try:
            publish(statements, warehouse, dialects.get("duckdb"), schema="coterie", evaluated_at=evaluated_at)
        except WarehouseError:
            return []  # what breaks a promise is not published
        finally:
            warehouse.close()
        audiences = {f"{one.entity}.{audience.slug}" for one in statements.entities for audience in one.audiences}
        reading = compiled(engine, generated, project, select=Selection(frozenset(), frozenset(audiences)))
        expected = run(engine, replace(statements, entities=tuple(one for one in statements.entities if one.audiences)))
        return compared(without_traits(expected), run(engine, reading))

    return judged(engine, generated, {**generated.definitions, **reading_all(generated.definitions)}, problems)


def without_traits(rows: Rows) -> Rows:
    return {
        entity: EntityRows({key: {} for key in found.traits}, found.audiences, found.groups)
        for entity, found in rows.items()
    }


def reading_all(definitions: Mapping[str, Any]) -> dict[str, Any]:
    """The traits and audiences, all their references to what is published being to tables."""
    listed = {slug_of(name) for found in definitions.get("priority_lists", ()) for name in found.get("audiences", ())}
    drafts = {
        slug_of(one["name"])
        for kind in ("traits", "audiences")
        for one in definitions.get(kind, ())
        if one.get("status") == "draft"
    }

    def changed(node: Any) -> Any:
        if isinstance(node, list | tuple):
            return [changed(one) for one in node]
        if not isinstance(node, Mapping):
            return node
        held = {key: changed(value) for key, value in node.items()}
        match node:
            case {"condition_type": "audience", "audience": str(name)}:
                may_be_read = slug_of(name) not in drafts | listed
            case {"condition_type": "trait", "trait": str(name)}:
                may_be_read = slug_of(name) not in drafts
            case {"trait": str(name)}:  # the right side of a comparison
                may_be_read = node.keys() <= {"trait", "freshness"} and slug_of(name) not in drafts
            case _:
                may_be_read = False
        return {**held, **BUILT} if may_be_read else held

    return {kind: changed(definitions.get(kind, ())) for kind in ("traits", "audiences")}
