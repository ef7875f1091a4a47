"""Generated splits: groups by percentages or by ranges of buckets."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Any

from tests.properties.chooser import Chooser

SALTS = ("s", "spring-2024", "a|b\\", "é'")
NAMES = ("treatment", "held", "it's", "Control")
CUTS = (1, 99, 2500, 3333, 5000, 6667, 9000, 10_000)


def splits(choose: Chooser) -> dict[str, Any]:
    """Up to four groups; one may be empty, and one with buckets may have several ranges."""
    cuts = [0, *choose.several(CUTS, 0, 3), 10_000]
    ranges = list(pairwise(cuts))
    names = list(NAMES[: len(ranges)])
    if choose.chance(60):
        groups: list[dict[str, Any]] = [
            {"name": name, "percent": Decimal(end - start) / 100}
            for name, (start, end) in zip(names, ranges, strict=True)
        ]
    else:
        full = [list(range) for range in ranges if range[0] < range[1]]
        names = names[: choose.integer(1, len(full))]
        groups = [{"name": name, "buckets": full[position :: len(names)]} for position, name in enumerate(names)]
    if choose.chance(50):
        choose.pick(groups)["holdout"] = True
    return {"salt": choose.pick(SALTS), "groups": groups}
