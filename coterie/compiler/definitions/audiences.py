"""Audiences: sets of entities."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from coterie.compiler.definitions.base import NamedDef, reference
from coterie.compiler.definitions.filters import Filter
from coterie.compiler.definitions.splits import SplitsDef


class AudienceDef(NamedDef):
    """The entities that pass a filter tree; without one, every entity."""

    kind: ClassVar[str] = "audience"
    slug: Annotated[str | None, Field(pattern=r"^[a-z0-9_]+$")] = Field(
        None, description="Default the name in lower case with other characters as `_`."
    )
    parent_model: str = reference("parent_model", "The model whose rows are the members.")
    filter_tree: Filter | None = Field(None, description="Who belongs; without it, everyone.")
    splits: SplitsDef | None = Field(None, description="Groups that part the members; each is in one of them.")
    status: Literal["draft", "active"] = Field("active", description="A draft is checked, not run.")
