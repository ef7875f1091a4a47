"""What the compiler hands over: one statement per entity, the checks to make first, and what to note.

Plain values around sqlglot trees; text is made when somebody asks for it. Nothing here knows a warehouse.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from typing import Literal

from sqlglot import exp

from coterie.types import Type

CheckCode = Literal["duplicate_key", "null_key", "null_source_key", "not_unique", "repeated_key", "stale"]


@dataclass(frozen=True, slots=True)
class OutputColumn:
    """A column of an entity's statement.

    `name` is its name there: key columns keep theirs, traits use their slug, audiences `in_<slug>`. `slug` is the
    trait's or audience's slug (a key column's own name); `sql_type` the native type it is published as.
    """

    name: str
    slug: str
    type: Type
    sql_type: str


@dataclass(frozen=True, slots=True)
class SplitGroup:
    """A group of an audience's splits; nobody contacts a holdout."""

    name: str
    holdout: bool = False


@dataclass(frozen=True, slots=True)
class SplitColumn:
    """The column `name` of an entity's statement with the split group of each member of the audience `slug`."""

    name: str
    slug: str
    groups: tuple[SplitGroup, ...]


@dataclass(frozen=True)
class Statement:
    """A SELECT as a tree, and how the engine wants it written."""

    tree: exp.Select
    render: Callable[[exp.Select], str] = field(repr=False, compare=False)

    @cached_property
    def sql(self) -> str:
        """The text, made on first use."""
        return self.render(self.tree)


@dataclass(frozen=True, slots=True)
class SourceScan:
    """One reading of a model's source.

    `relation` is its common table expression (empty for the statement itself), `rows` about how many there are from
    `since` on (None where nobody has counted), `columns` what is read, `serves` the columns that are computed of it,
    `rewrites` the names of the rewrites that have formed what is computed of it.
    """

    relation: str
    model: str
    rows: int | None
    since: date | None
    columns: tuple[str, ...]
    serves: tuple[str, ...]
    rewrites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a statement reads; `scans_apart` and `rows_apart` are those if each value were computed by itself."""

    scans: tuple[SourceScan, ...] = ()
    scans_apart: int = 0
    rows_apart: int | None = None

    @property
    def rows(self) -> int | None:
        """About how many rows all scans have; None where nobody has counted those of some."""
        known = [scan.rows for scan in self.scans if scan.rows is not None]
        return sum(known) if len(known) == len(self.scans) else None

    def named(self, names: Mapping[str, str]) -> Reading:
        """The same, with relations called so."""
        scans = (replace(scan, relation=names.get(scan.relation, "")) for scan in self.scans)
        return replace(self, scans=tuple(scans))

    def as_dict(self) -> dict[str, object]:
        """Plain values for JSON; moments are ISO 8601."""
        scans = [asdict(scan) | {"since": scan.since.isoformat() if scan.since else None} for scan in self.scans]
        return asdict(self) | {"scans": scans, "rows": self.rows}


@dataclass(frozen=True, kw_only=True)
class EntityStatement(Statement):
    """One row per non-NULL key of `entity`: its key, its traits, a flag (never NULL) for each audience, and the
    split group of its members, if it has splits.

    Where engines do not bear all of that in one statement, an entity has several, numbered from 1 (`part`), each with
    every key. `table` is the number of the table of traits in which the traits are published.
    """

    entity: str
    part: int = 1
    table: int = 1
    key: tuple[OutputColumn, ...]
    traits: tuple[OutputColumn, ...] = ()
    audiences: tuple[OutputColumn, ...] = ()
    splits: tuple[SplitColumn, ...] = ()
    reading: Reading = Reading()

    @property
    def title(self) -> str:
        """The entity, and which of its statements it is where there are several."""
        return self.entity if self.part == 1 else f"{self.entity} ({self.part})"


@dataclass(frozen=True, kw_only=True)
class CheckStatement(Statement):
    """One integer: how many rows break a promise. `null_key` is reported, the others stop a run.

    `message` is said of several rows, after their number; `message_of_one` of one, where that is not the same.
    """

    name: str
    code: CheckCode
    message: str
    entity: str
    message_of_one: str = ""

    @property
    def stops(self) -> bool:
        """Is nothing to be told, once a row breaks it?"""
        return self.code != "null_key"

    def told(self, rows: int) -> str:
        """What to say where so many rows break it."""
        return f"{rows:,} {self.message_of_one if rows == 1 and self.message_of_one else self.message}"


@dataclass(frozen=True, kw_only=True)
class FreshnessStatement(CheckStatement):
    """One integer: 1 if a trait or audience was not built for an instant from `oldest` (or ever) to `latest`, else 0.

    It must be in `table` of the project's schema, with `columns` that hold these types.
    """

    kind: Literal["trait", "audience"]
    slug: str
    oldest: datetime | None
    latest: datetime
    table: str
    columns: tuple[tuple[str, Type], ...]

    @property
    def definition(self) -> str:
        """In words: ``trait `revenue` of `customers` ``."""
        return f"{self.kind} `{self.slug}` of `{self.entity}`"


@dataclass(frozen=True, slots=True)
class Selection:
    """Which traits and audiences to evaluate, as `model.slug`; None means all of that kind."""

    traits: frozenset[str] | None = None
    audiences: frozenset[str] | None = None


@dataclass(frozen=True)
class Compiled:
    """A project compiled for one instant and one engine (`dialect` is its name)."""

    as_of: datetime
    dialect: str
    entities: tuple[EntityStatement, ...]
    checks: tuple[CheckStatement, ...] = ()
    notes: tuple[str, ...] = ()

    def by_entity(self) -> dict[str, list[EntityStatement]]:
        """The statements of each entity, in order."""
        found: dict[str, list[EntityStatement]] = {}
        for statement in self.entities:
            found.setdefault(statement.entity, []).append(statement)
        return found
