"""What the tables of a run are called that later runs read; `entity` is the slug of a model's name."""

from __future__ import annotations

from coterie.frozen import frozen

TRAIT_EVALUATIONS = "trait_evaluations"
AUDIENCE_SIZES = "audience_sizes"


@frozen
class Table:
    """A table that an earlier run has built."""

    schema: str
    name: str


def traits_name(entity: str, number: int = 1) -> str:
    """The table of an entity's traits; those for which it has no room are in a second one, and so on."""
    return f"{entity}_traits" if number == 1 else f"{entity}_traits_{number}"


def members_name(entity: str) -> str:
    return f"{entity}_audience_members"


def log_name(entity: str) -> str:
    return f"{entity}_audience_log"
