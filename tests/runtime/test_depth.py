"""Definitions that build on each other twenty deep, and trees as wide as people may generate: right, and in time."""

from __future__ import annotations

import statistics
from typing import Any

import coterie
from tests.runtime.handmade import Connection

DEEP, ENTITIES = 20, 1000
AS_OF = "2024-06-01"


def project(*audiences: dict[str, Any], traits: tuple[dict[str, Any], ...] = ()) -> coterie.Project:
    model = {"name": "things", "source": {"table": "things"}, "primary_key": "id"}
    return coterie.Project(models=[model], traits=list(traits), audiences=list(audiences))


def audience(name: str, *children: Any) -> dict[str, Any]:
    tree = {"filter_tree": {"type": "and", "children": list(children)}} if children else {}
    return {"name": name, "parent_model": "things", **tree}


def condition(kind: str, **fields: Any) -> dict[str, Any]:
    return {"type": "condition", "condition_type": kind, **fields}


def sizes(made: coterie.Project, connection: Connection) -> dict[str, int]:
    connection.execute(f"CREATE OR REPLACE TABLE things AS SELECT i AS id FROM range({ENTITIES}) AS r(i)")
    report = made.run(AS_OF, connection=connection)
    return {one.slug: one.size for entity in report.entities for one in entity.audiences}


def test_audiences_inside_audiences(connection: Connection) -> None:
    """Each leaves out one entity more."""
    nested = [audience("a0")]
    for level in range(1, DEEP + 1):
        nested.append(audience(f"a{level}", condition("audience", audience=f"a{level - 1}"), f"id <> {level}"))
    assert sizes(project(*nested), connection) == {f"a{level}": ENTITIES - level for level in range(DEEP + 1)}


def test_traits_inside_audiences(connection: Connection) -> None:
    """Each trait is one more than the one before, and each audience asks its own and the audience before."""
    traits, nested = [trait(0, "id")], [audience("a0")]
    for level in range(1, DEEP + 1):
        traits.append(trait(level, f"{{t{level - 1}}} + 1"))
        above = condition("trait", trait=f"t{level}", operator="greater_than", value=2 * level)
        nested.append(audience(f"a{level}", condition("audience", audience=f"a{level - 1}"), above))
    found = sizes(project(*nested, traits=tuple(traits)), connection)
    assert found == {"a0": ENTITIES} | {f"a{level}": ENTITIES - level - 1 for level in range(1, DEEP + 1)}


def trait(level: int, expression: str) -> dict[str, Any]:
    config = {"sql_expression": expression}
    return {"name": f"t{level}", "parent_model": "things", "trait_type": "sql", "config": config}


def test_percentiles_of_audiences_by_percentiles(connection: Connection) -> None:
    """Each keeps those from the first decile of the one before on."""
    nested, expected, ids = [audience("p0")], {"p0": ENTITIES}, list(range(ENTITIES))
    for level in range(1, DEEP + 1):
        before = condition("audience", audience=f"p{level - 1}")
        decile = {"population": {"function": "percentile", "p": 0.1, "filter": before}}
        nested.append(
            audience(f"p{level}", condition("property", column="id", operator="greater_than_or_equal", value=decile))
        )
        first = statistics.quantiles(ids, n=10, method="inclusive")[0]
        ids = [one for one in ids if one >= first]
        expected[f"p{level}"] = len(ids)
    assert sizes(project(*nested), connection) == expected


def test_populations_of_populations(connection: Connection) -> None:
    """Each is above the least of those above the one inside it."""
    tree = condition("property", column="id", operator="greater_than", value={"percentile": 0.5})
    for _ in range(DEEP):
        least = {"population": {"function": "min", "filter": tree}}
        tree = condition("property", column="id", operator="greater_than", value=least)
    assert sizes(project(audience("deep", tree)), connection) == {"deep": ENTITIES // 2 - DEEP}


def test_a_wide_tree_of_percentiles(connection: Connection) -> None:
    """Equal ones are computed once; together they leave a tenth at either end."""
    steps = [round(0.1 + 0.8 * step / 100, 4) for step in range(101)]
    low = [condition("property", column="id", operator="less_than", value={"percentile": p}) for p in steps]
    high = [condition("property", column="id", operator="greater_than", value={"percentile": p}) for p in steps]
    wide = {"type": "or", "children": [low[0], {"type": "and", "children": low[:1] + low}, high[-1]]}
    every = {"type": "and", "children": [*low, *high]}
    assert sizes(project(audience("wide", wide), audience("none", every)), connection) == {"wide": 200, "none": 0}
