"""Generated sequences over small streams: members are those whom a search through all runs finds.

Times lie where calendars are difficult: around clock changes, at the ends of months, and in the same instant.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coterie import Project
from tests.properties import reference_values as v

ZONES = ("UTC", "Europe/Berlin", "America/New_York")
AS_OF = datetime(2024, 11, 15, 12, tzinfo=UTC)
PEOPLE = 4
FEWER = max(1, settings.default.max_examples // 4) if settings.default else 50

_PLACES = [
    datetime(2024, month, day, hour, tzinfo=UTC)
    for month, day in (
        (1, 30),
        (1, 31),
        (2, 28),
        (2, 29),
        (3, 9),
        (3, 10),
        (3, 30),
        (3, 31),
        (10, 26),
        (10, 27),
        (11, 3),
    )
    for hour in (0, 1, 7, 23)
]
_INSTANTS = [*_PLACES, AS_OF - timedelta(hours=1), AS_OF]

_SPANS = [
    *((n, unit) for unit in ("hour", "day", "week", "month", "quarter", "year") for n in (1, 2)),
    *((420, "minute"), (23, "hour"), (24, "hour"), (25, "hour"), (29, "day"), (31, "day")),
]


@dataclass(frozen=True)
class Stream:
    """A model of events: on which clock they are, by which column of a person, and its rows (who, when, what, same)."""

    name: str
    native: str
    zone: str
    key: str
    rows: tuple[tuple[int | None, Any, str, int | None], ...]

    @property
    def clock(self) -> str | None:
        return None if self.native == "TIMESTAMPTZ" else self.zone

    def moment(self, written: Any) -> v.Wall | datetime:
        if isinstance(written, datetime):
            return written if self.native == "TIMESTAMPTZ" else v.Wall(written, self.zone)
        return v.Wall(v.midnight(written), self.zone)


@dataclass(frozen=True)
class Step:
    stream: Stream
    kinds: str
    within: tuple[int, str] | None


@dataclass(frozen=True)
class Sequence:
    steps: tuple[Step, ...]
    same: bool
    last: int | None


@dataclass(frozen=True)
class Generated:
    """Two streams, the project's zone, and sequences of steps over them."""

    zone: str
    streams: tuple[Stream, ...]
    sequences: tuple[Sequence, ...]


@st.composite
def streams(draw: st.DrawFn, name: str, instants: list[datetime]) -> Stream:
    native, zone = (
        draw(st.sampled_from(("TIMESTAMP", "TIMESTAMP", "TIMESTAMPTZ", "DATE"))),
        draw(st.sampled_from(ZONES)),
    )

    def written(instant: datetime) -> Any:
        if native == "TIMESTAMPTZ":
            return instant
        wall = v.to_wall(instant, zone)
        return wall.date() if native == "DATE" else wall

    person = st.sampled_from((None, *range(PEOPLE), *range(PEOPLE)))
    moment = st.sampled_from((None, *(written(instant) for instant in instants)))
    row = st.tuples(person, moment, st.sampled_from("abc"), st.sampled_from((1, 1, 2, None)))
    rows = tuple(draw(st.lists(row, min_size=15, max_size=30)))
    return Stream(name, native, zone, draw(st.sampled_from(("id", "id", "alias"))), rows)


@st.composite
def generated(draw: st.DrawFn) -> Generated:
    start = draw(st.integers(0, len(_INSTANTS) - 8))
    instants = draw(st.sampled_from((_INSTANTS, _INSTANTS[start : start + 8])))
    both = (draw(streams("events", instants)), draw(streams("visits", instants)))
    within = st.sampled_from((None, None, *_SPANS))

    def step(position: int, of: st.SearchStrategy[Stream]) -> st.SearchStrategy[Step]:
        return st.builds(
            Step, of, st.sampled_from(("a", "b", "ab", "bc", "abc", "abc")), within if position else st.none()
        )

    def sequence() -> Sequence:
        of = draw(st.sampled_from((st.just(both[0]), st.just(both[0]), st.sampled_from(both))))
        steps = tuple(draw(step(position, of)) for position in range(draw(st.integers(2, 4))))
        return Sequence(steps, draw(st.booleans()), draw(st.sampled_from((None, None, None, 20, 250))))

    return Generated(draw(st.sampled_from(ZONES)), both, tuple(sequence() for _ in range(4)))


# The search


def expected(made: Generated) -> list[list[int]]:
    """The members of each sequence."""
    return [[who for who in range(PEOPLE) if _happened(made, sequence, who)] for sequence in made.sequences]


def _happened(made: Generated, sequence: Sequence, who: int) -> bool:
    """Is there any run of rows, one for each step?"""
    clocks = {step.stream.clock for step in sequence.steps}
    (clock,) = clocks if len(clocks) == 1 and clocks <= {"UTC", made.zone} else (None,)
    first = v.shift(AS_OF, -sequence.last, "day", made.zone) if sequence.last is not None else None

    def goes_on(position: int, before: v.Wall | datetime | None, same: int | None) -> bool:
        if position == len(sequence.steps):
            return True
        step = sequence.steps[position]
        for person, written, kind, value in step.stream.rows:
            if person != who or (step.stream.key == "alias" and who == 0) or written is None or kind not in step.kinds:
                continue
            moment = step.stream.moment(written)
            if not v.is_before(moment, AS_OF) or (first is not None and v.is_before(moment, first)):
                continue
            if sequence.same and (value is None or (position and value != same)):
                continue
            if before is not None and not _follows(made.zone, clock, step.within, before, moment):
                continue
            if goes_on(position + 1, moment, value):
                return True
        return False

    return goes_on(0, None, None)


def _follows(zone: str, clock: str | None, within: Any, before: v.Wall | datetime, moment: v.Wall | datetime) -> bool:
    """Is the moment later, and not too late? On the clock that all steps read, else as an instant."""

    def read(instant: datetime) -> datetime:
        return instant if clock is None else v.to_wall(instant, clock)

    def shown(one: v.Wall | datetime) -> datetime:
        return one.at if isinstance(one, v.Wall) and clock is not None else read(v.instant_of(one))

    if shown(moment) <= shown(before):
        return False
    return within is None or shown(moment) <= read(v.shift(v.instant_of(before), *within, zone))


# What coterie makes of it


def _condition(sequence: Sequence) -> dict[str, Any]:
    steps = []
    for step in sequence.steps:
        kinds = ", ".join(f"'{kind}'" for kind in step.kinds)
        written: dict[str, Any] = {"relationship": step.stream.name}
        if len(step.kinds) < 3:
            written["filter"] = f"kind IN ({kinds})"
        if step.within is not None:
            written["within"] = dict(zip(("n", "unit"), step.within, strict=True))
        steps.append(written)
    node: dict[str, Any] = {"type": "condition", "condition_type": "sequence", "steps": steps}
    if sequence.same:
        node["same"] = ["value"]
    if sequence.last is not None:
        node["window"] = {"last": {"n": sequence.last, "unit": "day"}}
    return node


def found(connection: duckdb.DuckDBPyConnection, made: Generated) -> list[list[int]]:
    """The members of each sequence by the compiled SQL."""
    models: list[dict[str, Any]] = [{"name": "people", "source": {"table": "people"}, "primary_key": "id"}]
    relationships = []
    for stream in made.streams:
        connection.execute(
            f"CREATE OR REPLACE TABLE {stream.name} (person TEXT, moment {stream.native}, kind TEXT, value INTEGER)"
        )
        prefix = "" if stream.key == "id" else "x"
        for person, moment, kind, value in stream.rows:
            text = moment if moment is None or isinstance(moment, date) else str(moment)
            who = None if person is None else f"{prefix}{person}"
            connection.execute(f"INSERT INTO {stream.name} VALUES (?, ?, ?, ?)", [who, text, kind, value])
        models.append(
            {
                "name": stream.name,
                "source": {"table": stream.name},
                "timestamp_column": "moment",
                "timezone": stream.zone,
            }
        )
        relationships.append({
            "name": stream.name, "from_model": "people", "to_model": stream.name, "cardinality": "one_to_many",
            "join_keys": [{"from": stream.key, "to": "person"}],
        })  # fmt: skip
    audiences = [
        {"name": f"s{number}", "parent_model": "people", "filter_tree": _condition(sequence)}
        for number, sequence in enumerate(made.sequences)
    ]
    project = Project(models=models, relationships=relationships, audiences=audiences, timezone=made.zone)
    rows = connection.execute(project.compile(AS_OF, connection=connection).entities[0].sql).fetchall()
    return [sorted(int(row[0]) for row in rows if row[position + 1]) for position in range(len(audiences))]


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as opened:
        opened.execute("SET TimeZone = 'UTC'")
        opened.execute("SET threads = 1")
        opened.execute(
            "CREATE TABLE people AS SELECT i::TEXT AS id, CASE WHEN i > 0 THEN 'x' || i END AS alias FROM range(4) t(i)"
        )
        yield opened


@settings(phases=settings.get_profile("default").phases, max_examples=FEWER)
@given(generated())
def test_members_are_those_whom_a_search_finds(connection: duckdb.DuckDBPyConnection, made: Generated) -> None:
    assert found(connection, made) == expected(made)
