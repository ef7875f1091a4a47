r"""The portable subset of JSON paths: `$`, `.name`, `["name"]` and `[n]`.

In: a path as people write it. Out: its steps, names as text and positions as whole numbers from 0. What engines read in
different ways (wildcards, filters, slices, positions from the end, names with `"`, `\` or `*` alone) is refused.
"""

from __future__ import annotations

import re

from coterie.compiler.ir.values import Mismatch, shown

Step = str | int

MAX_STEPS = 32
_STEP = re.compile(
    r"""
      \.(?P<plain>[^\W\d]\w*)
    | \["(?P<quoted>[^"\\\x00-\x1f]+)"\]
    | \['(?P<single>[^'"\\\x00-\x1f]+)'\]
    | \[(?P<position>[0-9]{1,9})\]
    """,
    re.VERBOSE,
)


def json_path(path: str) -> tuple[Step, ...]:
    """The steps of a path. Mismatch `json_path`: not of the portable subset."""
    if not path.startswith("$"):
        raise _problem(path, 0, "expected `$`, the value itself")
    steps: list[Step] = []
    place = 1
    while place < len(path):
        found = _STEP.match(path, place)
        name = (found["plain"] or found["quoted"] or found["single"]) if found else None
        if found is None or name == "*":
            raise _problem(path, place, 'expected `.name`, `["name"]` or `[n]`, which counts from 0')
        steps.append(name if name is not None else int(found["position"]))
        place = found.end()
        if len(steps) > MAX_STEPS:
            raise _problem(path, place - 1, f"more than {MAX_STEPS} steps")
    return tuple(steps)


def _problem(path: str, place: int, message: str) -> Mismatch:
    return Mismatch(f"path `{shown(path)}`, character {place + 1}: {message}", "json_path")
