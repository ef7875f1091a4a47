"""Keys as text and their hash buckets: the published constants, and Python's own hash functions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coterie import dialects
from coterie.compiler.ir import keys
from coterie.compiler.ir.expr import Column
from coterie.compiler.writing.lower import lower_expression
from coterie.project import Project
from tests.properties import reference_keys as reference

BUCKETS = 10_000
SALTS = ("spring-2024", "s", "a|b")

# Native types, a key, its text, and its bucket under each salt. None of these may ever change: customers would move.
CONSTANTS: list[tuple[tuple[str, ...], tuple[Any, ...], str, tuple[int, int, int]]] = [
    (("INTEGER",), (12346,), "12346", (4370, 5244, 9962)),
    (("INTEGER",), (1,), "1", (6575, 3011, 9194)),
    (("BIGINT",), (-7,), "-7", (6971, 4316, 4088)),
    (("BIGINT",), (9223372036854775807,), "9223372036854775807", (150, 1543, 1026)),
    (("DECIMAL(20,0)",), (12345678901234567890,), "12345678901234567890", (6762, 8891, 1225)),
    (("VARCHAR",), ("a|b",), "a\\|b", (2709, 2878, 9473)),
    (("VARCHAR",), ("a\\b",), "a\\\\b", (83, 1023, 778)),
    (("VARCHAR",), ("",), "", (131, 5737, 4398)),
    (("VARCHAR",), ("日本 é 😀",), "日本 é 😀", (4347, 7457, 2618)),
    (("VARCHAR",), ("e\u0301",), "e\u0301", (3177, 5126, 3292)),
    (("BOOLEAN",), (True,), "true", (2590, 3370, 9546)),
    (("BOOLEAN",), (False,), "false", (3025, 4682, 5864)),
    (("DATE",), (date(2024, 2, 29),), "2024-02-29", (2309, 5064, 9639)),
    (("DATE",), (date(99, 1, 1),), "0099-01-01", (269, 8724, 6121)),
    (("TIMESTAMPTZ",), (datetime(2024, 3, 31, 1, 0, 0, 1, UTC),), "1711846800000001", (3460, 9418, 252)),
    (("TIMESTAMPTZ",), (datetime(1969, 12, 31, 23, 59, 59, 999999, UTC),), "-1", (7908, 8055, 7803)),
    (("TIMESTAMP",), (datetime(2024, 3, 31, 1, 0, 0, 1),), "1711846800000001", (3460, 9418, 252)),
    (("UUID",), (UUID("A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11"),), "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11",
     (2156, 1826, 8690)),
    (("VARCHAR", "INTEGER"), ("a|1", 2), "a\\|1|2", (789, 9372, 3060)),
    (("VARCHAR", "INTEGER"), ("a", 1), "a|1", (13, 4604, 961)),
]  # fmt: skip


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as opened:
        opened.execute("SET TimeZone = 'UTC'")
        yield opened


def with_rows(
    connection: duckdb.DuckDBPyConnection, natives: tuple[str, ...], rows: list[tuple[Any, ...]]
) -> list[str]:
    """A table `keyed` of the rows; the names of its columns."""
    names = [f"k{position}" for position in range(len(natives))]
    columns = ", ".join(f"{name} {native}" for name, native in zip(names, natives, strict=True))
    connection.execute(f"CREATE OR REPLACE TABLE keyed ({columns})")
    places = ", ".join(f"CAST(? AS {native})" for native in natives)
    for row in rows:
        connection.execute(f"INSERT INTO keyed VALUES ({places})", [str(value) for value in row])
    return names


@pytest.mark.parametrize(("natives", "key", "text", "expected"), CONSTANTS)
def test_buckets_are_those_that_were_published(
    connection: duckdb.DuckDBPyConnection,
    natives: tuple[str, ...],
    key: tuple[Any, ...],
    text: str,
    expected: tuple[int, int, int],
) -> None:
    names = with_rows(connection, natives, [key])
    audiences = [
        {
            "name": f"{position} {delta}",
            "parent_model": "keyed",
            "filter_tree": {
                "type": "condition", "condition_type": "bucket", "salt": salt, "from": place, "to": place + 1,
            },
        }
        for position, (salt, found) in enumerate(zip(SALTS, expected, strict=True))
        for delta, place in ((0, found), (1, (found + 1) % BUCKETS))
    ]  # fmt: skip
    project = Project(
        models=[{"name": "keyed", "source": {"table": "keyed"}, "primary_key": names}], audiences=audiences
    )
    project.run("2024-06-01", connection=connection)
    found = connection.sql("SELECT key, audience FROM coterie.audience_members ORDER BY audience").fetchall()
    assert found == [(text, f"{position}_0") for position in range(len(SALTS))]
    connection.execute("DROP SCHEMA coterie CASCADE")


TEXTS = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=20) | st.text(
    "|\\ab'", max_size=8
)
MOMENTS = st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30))
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "BIGINT": st.integers(-(2**63), 2**63 - 1),
    "SMALLINT": st.integers(-(2**15), 2**15 - 1),
    "DECIMAL(38,0)": st.integers(-(10**37), 10**37).map(Decimal),
    "VARCHAR": TEXTS,
    "BOOLEAN": st.booleans(),
    "DATE": st.dates(),
    "TIMESTAMP WITH TIME ZONE": MOMENTS.map(lambda moment: moment.replace(tzinfo=UTC)),
    "TIMESTAMP": MOMENTS,
}
NATIVES = st.lists(st.sampled_from(sorted(VALUES)), min_size=1, max_size=3)


@given(st.data(), TEXTS.filter(bool))
def test_buckets_are_what_python_makes_of_the_key(
    connection: duckdb.DuckDBPyConnection, data: st.DataObject, salt: str
) -> None:
    natives = data.draw(NATIVES)
    row = tuple(data.draw(VALUES[native]) for native in natives)
    names = with_rows(connection, tuple(natives), [row])
    dialect = dialects.get("duckdb")
    key = [Column(name, dialect.read_type(native, "UTC")) for name, native in zip(names, natives, strict=True)]
    built = [lower_expression(expr, dialect).sql("duckdb") for expr in (keys.key_text(key), keys.bucket(salt, key))]
    found = connection.execute(f"SELECT {', '.join(built)} FROM keyed").fetchone()
    as_clock = tuple(reference.Wall(value, "UTC") if is_naive(value) else value for value in row)
    assert found == (reference.key_text(as_clock), reference.bucket(salt, as_clock))


def is_naive(value: Any) -> bool:
    return isinstance(value, datetime) and value.tzinfo is None


def test_keys_of_several_parts_stay_apart(connection: duckdb.DuckDBPyConnection) -> None:
    rows = [("a|b", "c"), ("a", "b|c"), ("a\\", "b"), ("a", "\\b"), ("a|", "|b"), ("a||", "b"), ("", "a||b")]
    names = with_rows(connection, ("VARCHAR", "VARCHAR"), rows)
    dialect = dialects.get("duckdb")
    key = [Column(name, dialect.read_type("VARCHAR", "UTC")) for name in names]
    text = lower_expression(keys.key_text(key), dialect).sql("duckdb")
    assert connection.execute(f"SELECT COUNT(DISTINCT {text}) FROM keyed").fetchone() == (len(rows),)
