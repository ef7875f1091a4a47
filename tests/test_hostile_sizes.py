"""Big definitions in processes of their own: what each compiles and finds takes seconds, and less than a gibibyte.

Beside `test_hostile_shapes.py`, whose people and visits these ask about, and which says what is refused.
"""

from __future__ import annotations

import json
import subprocess
import sys
from hashlib import md5
from pathlib import Path
from typing import Any

import pytest

from tests.test_hostile_shapes import PEOPLE, Node, audience, property_, trait

SECONDS, MEBIBYTES = 10, 1024

MEASURED = """
import json, sys, time
import duckdb
from tests.test_hostile_shapes import AS_OF, people_and_visits, project
def compiled_rows(made, connection):
    compiled = made.compile(AS_OF, connection=connection)
    return sorted(connection.execute(compiled.entities[0].sql).fetchall())
def published_rows(made, connection):
    made.run(AS_OF, connection=connection)
    return sorted(connection.execute("FROM coterie.people_traits").fetchall())
for made in json.load(sys.stdin):
    with duckdb.connect() as connection:
        connection.execute("SET enable_progress_bar = false")
        people_and_visits(connection)
        start = time.process_time()
        rows = ROWS(project(**made), connection)
        seconds = time.process_time() - start
    status = dict(line.split(":", 1) for line in open("/proc/self/status"))
    peak = int(status["VmHWM"].split()[0]) / 1024  # that of getrusage may be the parent's
    print(json.dumps([seconds, peak, [row[-1] for row in rows]]), flush=True)
"""


def measured(shapes: list[dict[str, Any]], rows: str = "compiled_rows") -> list[tuple[float, float, list[Any]]]:
    """Of each, one after the other in one process: seconds, mebibytes, and the last column of the people's rows."""
    run = subprocess.run(
        [sys.executable, "-c", MEASURED.replace("ROWS", rows)], input=json.dumps(shapes),
        capture_output=True, text=True, check=True, cwd=Path(__file__).parents[1],
    )  # fmt: skip
    return [tuple(json.loads(line)) for line in run.stdout.splitlines()]


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


def first_ones(count: int) -> dict[str, Any]:
    """A priority list, whose last nine audiences have one more of the people each; the last one wins number 1."""
    made = [audience(f"a{number}", f"id >= {count - number}") for number in range(count)]
    listed = {"name": "all", "parent_model": "people", "audiences": [f"a{number}" for number in range(count)]}
    return {"audiences": made, "priority_lists": [listed]}


def bucket(salt: str, person: int) -> int:
    return int(md5(f"{salt}|{person}".encode()).hexdigest()[:8], 16) % 10_000


def split(name: str, salt: str, groups: list[dict[str, Any]]) -> dict[str, Any]:
    return audience(name, "id >= 5") | {"splits": {"salt": salt, "groups": groups}}


def in_groups(count: int) -> dict[str, Any]:
    """One audience in groups that have the same number of buckets."""
    width = 10_000 // count
    groups = [{"name": f"g{n}", "buckets": [[n * width, (n + 1) * width]]} for n in range(count)]
    return {"audiences": [split("them", "s", groups)]}


def split_audiences(count: int) -> dict[str, Any]:
    """Audiences that are split by salts of their own."""
    halves = [{"name": "a", "percent": 50}, {"name": "b", "percent": 50}]
    return {"audiences": [split(f"a{number}", f"s{number}", halves) for number in range(count)]}


def used_templates(count: int) -> dict[str, Any]:
    """Uses of a template that makes a trait and an audience; the last one counts all visits."""
    template = {
        "name": "seen",
        "parameters": [{"name": "pages", "type": "integer"}],
        "traits": [counted(0) | {"name": "Seen {{ param('pages') }}"}],
        "audiences": [audience("Often {{ param('pages') }}", "{Seen {{ param('pages') }}} > 2")],
    }
    template["traits"][0]["config"] = template["traits"][0]["config"] | {"filter": "pages >= {{ param('pages') }}"}
    uses = [{"template": "seen", "with": {"pages": count - 1 - number}} for number in range(count)]
    return {"templates": [template], "use": uses}


def queried(count: int) -> dict[str, Any]:
    def query(number: int) -> dict[str, Any]:
        sql = f"SELECT id, id + {number} AS value FROM {{{{ ref('people') }}}}"
        return {"name": f"q{number}", "parent_model": "people", "trait_type": "sql", "config": {"sql_query": sql}}

    return {"traits": [query(number) for number in range(count)]}


def joined(count: int) -> dict[str, Any]:
    """Traits that read parents, each by a relationship and a model of its own."""
    models = [PEOPLE | {"name": f"m{number}"} for number in range(count)]
    edges = [
        {
            "name": f"r{number}", "from_model": "people", "to_model": f"m{number}", "cardinality": "many_to_one",
            "join_keys": [{"from": "parent_id", "to": "id"}],
        }
        for number in range(count)
    ]  # fmt: skip
    traits = [trait(f"t{number}", f"r{number}.name") for number in range(count)]
    return {"models": [PEOPLE, *models], "relationships": edges, "traits": traits}


def listed(count: int) -> dict[str, Any]:
    """Conditions on arrays, the first of which hold from person number 5 on."""
    model = PEOPLE | {"source": {"sql": "SELECT *, [id, id + 10000] AS ids FROM people"}}
    conditions = [property_(0, "contains_any", "ids") | {"value": [number, -1]} for number in range(5, count + 5)]
    return {"models": [model], "relationships": [], **any_of(conditions)}


def distinct(count: int) -> dict[str, Any]:
    """Counts of different values of more and more visits."""

    def days(number: int) -> dict[str, Any]:
        config = {
            "source_model": "visits", "aggregation": "count_distinct", "column": "pages",
            "window": {"last": {"n": 1 + number, "unit": "day"}},
        }  # fmt: skip
        return {"name": f"t{number}", "parent_model": "people", "trait_type": "aggregation", "config": config}

    return {"traits": [days(number) for number in range(count)]}


IN_PERIODS = {"operator": "greater_than_or_equal", "value": 5, "of": 1_000, "unit": "day"}
NOBODY = [False] * 10
Shape = tuple[dict[str, Any], list[Any]]
SMALL: dict[str, Shape] = {
    "20 levels of audiences": (nested_audiences(), LATER),
    "20 levels of traits": (nested_traits(), LATER),
    "1,000 periods": (any_of([visited(0) | {"filter": "pages >= 0", "in_periods": IN_PERIODS}]), NOBODY),
    "a sequence of 9 steps": (any_of([sequence(9)]), [False] * 9 + [True]),
    "a sequence of 20 steps": (any_of([sequence(20)]), NOBODY),
}
LARGE: dict[str, Shape] = {
    "a list of 50,000 values": (
        any_of([property_(0, "in", "name") | {"value": [f"name {number}" for number in range(5, 50_005)]}]),
        LATER,
    ),
    "2,000 children": (any_of([property_(1.5 * number, "equals") for number in range(5, 2_005)]), LATER),
    "2,000 related conditions": (any_of([visited(pages) for pages in range(4, 2_004)]), LATER),
    "2,000 percentiles": (
        any_of([property_(0) | {"value": {"percentile": number / 2_001}} for number in range(1, 2_001)]),
        [False] + [True] * 9,
    ),
    "a union of 2,000 audiences": (
        {
            "audiences": [
                *(audience(f"a{number}", f"id >= {5 + number % 5}") for number in range(2_000)),
                audience("them", {"type": "or", "children": [member(f"a{number}") for number in range(2_000)]}),
            ]
        },
        LATER,
    ),
    "a priority list of 500 audiences": (first_ones(500), [False, True] + [False] * 8),
    "2,000 split groups": (in_groups(2_000), [None] * 5 + [f"g{bucket('s', n) // 5}" for n in range(5, 10)]),
    "500 audiences with splits": (
        split_audiences(500),
        [None] * 5 + ["a" if bucket("s499", n) < 5_000 else "b" for n in range(5, 10)],
    ),
    "1,000 uses of a template": (used_templates(1_000), [False] * 3 + [True] * 7),
    "1,000 conditions on an array": (listed(1_000), LATER),
    "200 counts of different values": (distinct(200), list(range(10))),
    "300 SELECTs of traits": (queried(300), list(range(299, 309))),
    "300 to-one paths": (joined(300), [f"name {number // 2}" for number in range(10)]),
}


@pytest.mark.slow
@pytest.mark.parametrize("shapes", [SMALL, LARGE], ids=["small", "large"])
def test_big_definitions_take_seconds_and_less_than_a_gibibyte(shapes: dict[str, Shape]) -> None:
    found = measured([made for made, _ in shapes.values()])
    for (name, (_, expected)), (seconds, mebibytes, values) in zip(shapes.items(), found, strict=True):
        assert values == expected, name
        assert seconds < SECONDS, name
        assert mebibytes < MEBIBYTES, name


@pytest.mark.minutes
def test_a_run_of_5_000_traits_takes_seconds_and_less_than_a_gibibyte() -> None:
    traits = [counted(number) for number in range(5_000)]
    ((seconds, mebibytes, values),) = measured([{"traits": traits}], "published_rows")
    assert values == [None, None, *range(1, 9)]
    assert seconds < 2 * SECONDS  # a third of it is usual
    assert mebibytes < MEBIBYTES
