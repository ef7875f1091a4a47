"""What a run tells: counts, never rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime

from coterie.compiler.compiled import SplitColumn
from coterie.runtime.warehouse import Cost


@dataclass(frozen=True, slots=True)
class TraitReport:
    """A trait's type, and how many entities have a value (one that is not NULL)."""

    slug: str
    type: str
    values: int


@dataclass(frozen=True, slots=True)
class GroupReport:
    """A split group's size; the members of a holdout are in the audience, but nobody contacts them."""

    name: str
    size: int
    holdout: bool = False


def group_reports(split: SplitColumn, sizes: Mapping[str, int]) -> tuple[GroupReport, ...]:
    """Every group of an audience with its size, in the order of the definition."""
    return tuple(GroupReport(group.name, sizes.get(group.name, 0), group.holdout) for group in split.groups)


@dataclass(frozen=True, slots=True)
class AudienceReport:
    """An audience's size, what changed since the evaluation before this `as_of`, and its split groups."""

    slug: str
    size: int
    entered: int
    exited: int
    retained: int
    groups: tuple[GroupReport, ...] = ()


@dataclass(frozen=True, slots=True)
class EntityReport:
    """How many entities there are, and how many rows were left out because part of their key is NULL."""

    entity: str
    rows: int
    null_keys: int
    traits: tuple[TraitReport, ...]
    audiences: tuple[AudienceReport, ...]


@dataclass(frozen=True, slots=True)
class RunReport:
    """What a run did: for which instant, when, how long it took in seconds, the counts, and what the warehouse read.

    `scans` is how often its statements read sources, `scans_apart` how often they would if each value were computed by
    itself.
    """

    as_of: datetime
    evaluated_at: datetime
    seconds: float
    entities: tuple[EntityReport, ...]
    notes: tuple[str, ...] = ()
    cost: Cost = field(default_factory=Cost)
    scans: int = 0
    scans_apart: int = 0

    def as_dict(self) -> dict[str, object]:
        """Plain values for JSON; instants are ISO 8601."""
        return asdict(self) | {"as_of": self.as_of.isoformat(), "evaluated_at": self.evaluated_at.isoformat()}

    def entity(self, name: str) -> EntityReport:
        """The report of one entity."""
        return next(entity for entity in self.entities if entity.entity == name)

    def trait(self, slug: str, entity: str | None = None) -> TraitReport:
        """The report of one trait; `entity` tells apart traits of the same slug."""
        return next(
            trait for one in self.entities if entity in (None, one.entity) for trait in one.traits if trait.slug == slug
        )

    def audience(self, slug: str, entity: str | None = None) -> AudienceReport:
        """The report of one audience; `entity` tells apart audiences of the same slug."""
        return next(
            audience
            for one in self.entities
            if entity in (None, one.entity)
            for audience in one.audiences
            if audience.slug == slug
        )
