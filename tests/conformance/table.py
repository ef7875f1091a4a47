"""docs/support.md: what each engine does of every primitive, as the suite has found by running it.

`python -m tests.conformance.table` asks the engines at hand (COTERIE_ENGINES) and writes the page; of others it keeps
what the page says.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from coterie import dialects
from tests.conformance.judge import problems
from tests.conformance.rows_file import Marks, Primitive, every_row, primitives, themes
from tests.engines import ENGINES, started, wanted

PAGE = Path(__file__).parents[2] / "docs" / "support.md"

NOT_AVAILABLE, TYPE_CHECKED, GRAMMAR_ONLY, NOT_RUN = "not available", "type-checked", "grammar only", "not run"
BUT = " *"
_TITLES = {"json": "JSON", "lowering": "Beyond primitives"}
_HEAD = """# Support

What coterie needs of a warehouse are primitives: small pieces of SQL that mean the same everywhere, NULLs, ties and odd
texts included. This page says what has been proved of each. It is written by `make support`, never by hand: the suite
in `tests/conformance` gives every primitive rows whose results were worked out by hand, and asks the engines.

| | |
|---|---|
| executed | an engine of the warehouse ran it, and what came out was right |
| executed * | the same, but some rows come out otherwise, as told [below](#what-comes-out-otherwise) |
| emulated | another engine that understands this SQL ran it, and what came out was right |
| type-checked | the warehouse's own analyser accepts it, and says the right type |
| grammar only | it can be parsed in the warehouse's dialect; nobody ran it |
| not run | its engine was not at hand |
| not available | the warehouse has no way to do it; a project that needs it is refused before any SQL is made |
"""

Cells = dict[tuple[str, str], str]
"""By primitive and dialect."""


def outcome(primitive: Primitive, engine: str, dialect: str) -> str:
    """What the page says of a primitive that an engine passes."""
    if primitive.is_primitive and dialects.get(dialect).lacks(primitive.name):
        return NOT_AVAILABLE
    marks = [row.marks[dialect][0] if dialect in row.marks else "" for _, row in every_row(primitive)]
    if set(marks) == {"checked"}:
        return TYPE_CHECKED
    return ENGINES[engine].proof + (BUT if any(marks) else "")


def is_current(dialect: str, found: Cells) -> bool:
    """Does the page say of a dialect what was found, and in the form that would be written now?"""
    said = read_page()
    mine = {place: cell for place, cell in said.items() if place[1] == dialect}
    return mine == found and PAGE.read_text(encoding="utf-8") == page(said)


def found_on(engine: str) -> tuple[Cells, list[str]]:
    """What comes of asking an engine, and what is wrong."""
    cells, wrong, asked = Cells(), list[str](), started(engine)
    asked.begin()
    for primitive in primitives().values():
        cells[primitive.name, asked.dialect] = outcome(primitive, engine, asked.dialect)
        if cells[primitive.name, asked.dialect] != NOT_AVAILABLE:
            wrong += problems(asked, primitive)
    return cells, wrong


def read_page() -> Cells:
    """What the page says."""
    cells, columns = Cells(), list[str]()
    for line in PAGE.read_text(encoding="utf-8").splitlines() if PAGE.exists() else ():
        parts = [part.strip() for part in line.strip("|").split("|")]
        if line.startswith("| primitive |"):
            columns = parts[1:]
        elif found := re.match(r"\| `(\w+)` \|", line):
            cells |= {(found[1], dialect): cell for dialect, cell in zip(columns, parts[1:], strict=True)}
    return cells


def page(cells: Mapping[tuple[str, str], str]) -> str:
    """The whole page."""
    return "\n".join([_HEAD, *(line for theme in themes() for line in _table(theme, cells)), *_otherwise()])


def _table(theme: str, cells: Mapping[tuple[str, str], str]) -> Iterator[str]:
    yield f"## {_TITLES.get(theme, theme.capitalize())}"
    yield ""
    yield f"| primitive | {' | '.join(dialects.names())} |"
    yield f"|---|{'---|' * len(dialects.names())}"
    for name, primitive in primitives().items():
        if primitive.theme == theme:
            yield f"| `{name}` | {' | '.join(_cell(name, dialect, cells) for dialect in dialects.names())} |"
    yield ""


def _cell(name: str, dialect: str, cells: Mapping[tuple[str, str], str]) -> str:
    """What is known; a dialect without an engine is parsed by a test of its own."""
    if dialect in ENGINES:
        return cells.get((name, dialect), NOT_RUN)
    is_lacking = primitives()[name].is_primitive and dialects.get(dialect).lacks(name)
    return NOT_AVAILABLE if is_lacking else GRAMMAR_ONLY


def _otherwise() -> Iterator[str]:
    yield "## What comes out otherwise"
    yield ""
    told: dict[str, None] = {}
    for primitive in primitives().values():
        marks: list[Marks] = [primitive.marks, *(row.marks for _, row in every_row(primitive))]
        for dialect, (mark, reason) in (item for some in marks for item in some.items()):
            word = {"never": "", "notimpl": " (could be)", "notyet": " (a known fault)", "checked": " (not run)"}[mark]
            told[f"- `{primitive.name}` on {dialect}{word}: {reason}"] = None
    yield from told or ["Nothing."]
    yield ""


def main() -> int:
    cells, wrong = read_page(), list[str]()
    for engine in wanted():
        found, problems_there = found_on(engine)
        cells |= found
        wrong += [f"{engine}: {problem}" for problem in problems_there]
    if wrong:
        print("The page stays as it is, since this is not as the rows say:", *wrong, sep="\n", file=sys.stderr)
        return 1
    PAGE.write_text(page(cells), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
