"""What the warehouse says about the models' sources: plain values, filled by the runtime."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Catalog:
    """Per model name, its columns in order with their native types: `(("CustomerID", "INTEGER"), …)`.

    A model that is missing here is described by the types its definition declares.
    """

    models: Mapping[str, tuple[tuple[str, str], ...]]
