"""What is known of the SELECTs of models and traits: plain values, filled by the runtime, or from given rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from coterie.types import Type


@dataclass(frozen=True, slots=True)
class Catalog:
    """Per model name, its columns in order with their native types: `(("CustomerID", "INTEGER"), …)`.

    A model that is missing here is described by the types its definition declares. Where nobody asked a warehouse,
    types stand as such; `is_complete` says whether a column that is not listed does not exist. `queries` says what the
    `sql_query` of a trait gives, by `model.slug`; without columns where it could not be asked for them.
    """

    models: Mapping[str, tuple[tuple[str, str | Type], ...]]
    is_complete: bool = True
    queries: Mapping[str, tuple[tuple[str, str | Type], ...]] = field(default_factory=dict)
