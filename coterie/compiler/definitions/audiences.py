"""Audiences: sets of entities, and lists that say which of them goes first."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from coterie.compiler.definitions.base import Def, NamedDef, Names, PositiveInt, reference
from coterie.compiler.definitions.filters import Filter
from coterie.compiler.definitions.splits import SplitsDef


class LimitDef(Def):
    """The first so many members, by a trait or column."""

    n: PositiveInt = Field(description="How many members there are at most.")
    by: Annotated[str, Field(min_length=1, description="The trait or column that orders them; NULL comes last.")]
    direction: Literal["ascending", "descending"] = Field("descending", description="Largest or smallest first.")


class AudienceDef(NamedDef):
    """The entities that pass a filter tree; without one, every entity."""

    kind: ClassVar[str] = "audience"
    slug: Annotated[str | None, Field(pattern=r"^[a-z0-9_]+$")] = Field(
        None, description="Default the name in lower case with other characters as `_`."
    )
    parent_model: str = reference("parent_model", "The model whose rows are the members.")
    filter_tree: Filter | None = Field(None, description="Who belongs; without it, everyone.")
    limit: LimitDef | None = Field(None, description="At most so many members: the first by a trait or column.")
    splits: SplitsDef | None = Field(None, description="Groups that part the members; each is in one of them.")
    status: Literal["draft", "active"] = Field("active", description="A draft is checked, not run.")


class PriorityListDef(NamedDef):
    """Audiences that share no member: each entity lands in the first one that has it."""

    kind: ClassVar[str] = "priority list"
    parent_model: str = reference("parent_model", "The model of the audiences.")
    audiences: Names = Field(description="Slugs, names or ids of audiences, the most important first.")
