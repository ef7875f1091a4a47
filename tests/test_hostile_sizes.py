"""Big definitions in a process of their own: what each compiles and finds takes seconds, and less than a gibibyte.

Beside `test_hostile_shapes.py`, whose people and visits these ask about, and which says what is refused.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.test_hostile_shapes import Node, audience, property_, trait

SECONDS, MEBIBYTES = 10, 1024

MEASURED = """
import json, resource, sys, time
import duckdb
from tests.test_hostile_shapes import AS_OF, people_and_visits, project
made = json.load(sys.stdin)
connection = duckdb.connect()
people_and_visits(connection)
start = time.process_time()
compiled = project(**made).compile(AS_OF, connection=connection)
rows = sorted(connection.execute(compiled.entities[0].sql).fetchall())
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps([time.process_time() - start, peak, [row[-1] for row in rows]]))
"""
LATER = [False] * 5 + [True] * 5  # people from number 5 on


def member(name: str, operator: str = "member_of") -> Node:
    return {"type": "condition", "condition_type": "audience", "audience": name, "operator": operator}


def nested_audiences() -> dict[str, Any]:
    """20 levels of three audiences, each of which names all three of the level below."""
    made = [audience(f"a0_{number}", "id >= 5") for number in range(3)]
    for level in range(1, 20):
        below = [member(f"a{level - 1}_{number}") for number in range(3)]
        made += [audience(f"a{level}_{number}", {"type": "or", "children": below}) for number in range(3)]
    return {"audiences": made}


def nested_traits() -> dict[str, Any]:
    """20 levels of three traits, each of which names all three of the level below."""
    made = [trait(f"t0_{number}", "id >= 5") for number in range(3)]
    for level in range(1, 20):
        below = " OR ".join(f"t{level - 1}_{number}" for number in range(3))
        made += [trait(f"t{level}_{number}", below) for number in range(3)]
    return {"traits": made}


def any_of(children: list[Node]) -> dict[str, Any]:
    return {"audiences": [audience("them", {"type": "or", "children": children})]}


def sequence(steps: int) -> Node:
    """So many visits, each at most a month after the one before."""
    later = {"source_model": "visits", "within": {"n": 1, "unit": "month"}}
    all_steps = [{"source_model": "visits"}, *[later] * (steps - 1)]
    return {"type": "condition", "condition_type": "sequence", "steps": all_steps}


def visited(pages: int) -> Node:
    """A visit of so many pages, in a window of its own."""
    return {
        "type": "condition", "condition_type": "event", "source_model": "visits", "filter": f"pages = {pages}",
        "window": {"last": {"n": pages + 2, "unit": "day"}},
    }  # fmt: skip


def counted(number: int) -> dict[str, Any]:
    config = {
        "source_model": "visits", "aggregation": "count", "filter": f"pages >= {number % 7}",
        "window": {"last": {"n": 1 + number % 5, "unit": "week"}}, "default": None,
    }  # fmt: skip
    return {"name": f"t{number}", "parent_model": "people", "trait_type": "aggregation", "config": config}


IN_PERIODS = {"operator": "greater_than_or_equal", "value": 5, "of": 1_000, "unit": "day"}
BIG: dict[str, tuple[dict[str, Any], list[Any]]] = {
    "20 levels of audiences": (nested_audiences(), LATER),
    "20 levels of traits": (nested_traits(), LATER),
    "a list of 50,000 values": (
        any_of([property_(0, "in", "name") | {"value": [f"name {number}" for number in range(5, 50_005)]}]),
        LATER,
    ),
    "2,000 children": (any_of([property_(1.5 * number, "equals") for number in range(5, 2_005)]), LATER),
    "2,000 related conditions": (any_of([visited(pages) for pages in range(4, 2_004)]), LATER),
    "1,000 periods": (any_of([visited(0) | {"filter": "pages >= 0", "in_periods": IN_PERIODS}]), [False] * 10),
    "a sequence of 9 steps": (any_of([sequence(9)]), [False] * 9 + [True]),
    "a sequence of 20 steps": (any_of([sequence(20)]), [False] * 10),
    "5,000 traits": ({"traits": [counted(number) for number in range(5_000)]}, [None, None, *range(1, 9)]),
}


@pytest.mark.parametrize("name", BIG)
def test_big_definitions_take_seconds_and_less_than_a_gibibyte(name: str) -> None:
    made, expected = BIG[name]
    run = subprocess.run(
        [sys.executable, "-c", MEASURED], input=json.dumps(made), capture_output=True, text=True, check=True,
        cwd=Path(__file__).parents[1],
    )  # fmt: skip
    seconds, peak, found = json.loads(run.stdout)
    assert found == expected
    assert seconds < SECONDS
    assert peak < MEBIBYTES
