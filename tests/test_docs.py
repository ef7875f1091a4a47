"""What the pages show is what happens: their blocks are executed (see `tests/docs/blocks.py` for how).

`COTERIE_UPDATE_DOCS=1 pytest tests/test_docs.py` writes what is printed into the pages instead of comparing it.
"""

from __future__ import annotations

import difflib
import os
import re
import shutil
from itertools import pairwise
from pathlib import Path

import pytest

from tests.docs.blocks import Block, blocks, replaced, same, unlabelled_fences
from tests.docs.session import ROOT, Session

PAGES = sorted(path.relative_to(ROOT).as_posix() for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")))
LONG = ("docs/errors.md", "docs/warnings.md")
UPDATE = "COTERIE_UPDATE_DOCS" in os.environ


@pytest.mark.parametrize("page", [pytest.param(page, marks=[pytest.mark.slow] * (page in LONG)) for page in PAGES])
def test_blocks(page: str, tmp_path: Path) -> None:
    found = blocks((ROOT / page).read_text(encoding="utf-8"))
    session = Session(tmp_path)
    shutil.copytree(ROOT / "examples", session.folder / "examples", ignore=shutil.ignore_patterns("*.duckdb*"))
    differences: dict[Block, str] = {}
    for block, following in pairwise([*found, None]):
        assert block is not None
        printed = session.printed(block)
        shown = _output_of(block, following)
        if shown is None:
            assert not printed or printed == "\n", f"{page} does not show what this prints:\n{block.content}{printed}"
        elif printed is not None and not same(shown.content, printed):
            differences[shown] = printed
    session.load_projects()
    if UPDATE and differences:
        replaced(ROOT / page, differences)
    else:
        assert not differences, "\n".join(_difference(page, *pair) for pair in differences.items())


def _output_of(block: Block, following: Block | None) -> Block | None:
    """The block that shows what a block prints, if there is one."""
    if block.language in ("console", "sql", "json") or block.argument.startswith("cat "):
        return block
    return following if following is not None and following.language == "text" else None


def _difference(page: str, block: Block, printed: str) -> str:
    lines = difflib.unified_diff(block.content.splitlines(), printed.splitlines(), page, "what happens", lineterm="")
    return "\n".join(lines)


@pytest.mark.parametrize("page", PAGES)
def test_every_block_says_its_language(page: str) -> None:
    assert unlabelled_fences((ROOT / page).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    text = re.sub(r"^```.*?^```$", "", (ROOT / page).read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    broken = []
    for target in re.findall(r"\]\((?!https?://)([^)\s]+)\)", text):
        name, _, anchor = target.partition("#")
        path = (ROOT / page).parent / name if name else ROOT / page
        if not path.exists() or (anchor and anchor not in _anchors(path)):
            broken.append(target)
    assert broken == []


def _anchors(path: Path) -> set[str]:
    """The anchors that GitHub gives the headings of a page."""
    headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
