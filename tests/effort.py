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


def some(items: Sequence[One], quick: int, first: int = 0, *, ci: int = 1) -> Sequence[One]:
    """One of so many items in a profile; all of them where it is `explore`."""
    share = {"quick": quick, "ci": ci}.get(PROFILE, 1)
    return items[first % share :: share]
