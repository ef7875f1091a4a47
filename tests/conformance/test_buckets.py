"""Buckets are those of Python's hashlib on every engine, and so are the groups of splits, whatever a key is made of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from hashlib import md5
from random import Random
from typing import Any

import pytest

from coterie import dialects
from coterie.compiler import Catalog, compile
from coterie.compiler.definitions import ProjectDef
from tests.case_file import Table
from tests.conformance.judge import Asked, ask
from tests.conformance.rows_file import Row, primitives
from tests.engines import Engine, rows_of, started, wanted
from tests.properties.reference_keys import bucket

CHARACTERS = "ab01 |\\'\"%_-–é\u0301ßσς東🚲～\uffff\n\t"
SALT = "spring|2024 '🚲'"
GROUPS = 100
PARTS = {
    "name": "text",
    "number": "bigint",
    "day": "date",
    "instant": "timestamptz",
    "is_new": "boolean",
}


@pytest.fixture(params=wanted())
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    found = started(request.param)
    found.begin()
    yield found
    found.begin()


def texts(count: int) -> list[str]:
    random = Random(1)
    return ["".join(random.choices(CHARACTERS, k=random.randrange(40))) for _ in range(count)]


def keys(count: int) -> list[tuple[Any, ...]]:
    """Keys with a part of every type, from the edges and the middle of what they can hold."""
    random = Random(2)
    epoch = datetime(1970, 1, 1, tzinfo=UTC)
    return [
        (
            text,
            random.choice((0, -1, 2**63 - 1, -(2**63), random.randrange(10**6))),
            date(1970, 1, 1) + timedelta(days=random.randrange(-20_000, 40_000)),
            epoch + timedelta(microseconds=random.randrange(-(10**15), 4 * 10**15)),
            random.random() < 0.5,
        )
        for text in dict.fromkeys(texts(count))
    ]


def test_buckets_are_those_of_hashlib(engine: Engine) -> None:
    primitive = primitives()["bucket"]
    (call,) = primitive.calls
    rows = [Row((text,), None, (text,), {}) for text in texts(500)]
    expected = [int(md5(text.encode()).hexdigest()[:8], 16) % 10_000 for text in texts(500)]
    assert ask(engine, primitive, [Asked(call, rows)]) == [expected]


def test_groups_of_splits_are_those_of_hashlib(engine: Engine) -> None:
    groups = [{"name": f"g{number}", "percent": 1} for number in range(GROUPS)]
    things = {"name": "things", "source": {"table": "things"}, "primary_key": [*PARTS]}
    everyone = {"name": "everyone", "parent_model": "things", "splits": {"salt": SALT, "groups": groups}}
    project = ProjectDef.model_validate({"models": [things], "audiences": [everyone]})
    engine.create_table("things", Table(PARTS, tuple(keys(300))))
    catalog = Catalog({"things": engine.describe("things")})
    as_of = datetime(2024, 1, 1, tzinfo=UTC)
    (statement,) = compile(project, catalog, dialects.get(engine.dialect), as_of=as_of).entities
    (column,) = statement.splits
    found = {tuple(row[part.name] for part in statement.key): row[column.name] for row in rows_of(engine, statement)}
    assert found == {key: f"g{_bucket(key) * GROUPS // 10_000}" for key in keys(300)}


def _bucket(key: tuple[Any, ...]) -> int:
    found = bucket(SALT, key)
    assert found is not None
    return found
