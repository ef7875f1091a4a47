"""How much tests try: a little in less than a minute, all where COTERIE_PROFILE is `ci`, and ever new examples where
it is `explore`.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TypeVar

One = TypeVar("One")

PROFILE = os.environ.get("COTERIE_PROFILE", "quick")
IS_QUICK = PROFILE == "quick"


def some(items: Sequence[One], share: int, first: int = 0) -> Sequence[One]:
    """All items; in the quick profile one of so many."""
    return items[first % share :: share] if IS_QUICK else items
