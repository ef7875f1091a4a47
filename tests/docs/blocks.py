r"""The fenced blocks of a page. The first line of a block says what is to be done with it:

| first line | meaning |
|---|---|
| yaml FILE, csv FILE | the content of a file of the page's project |
| yaml filter MODEL | a list of filter trees, or one; each is checked as an audience of the model |
| yaml window MODEL | a list of windows, or one; each is checked on the rows of the model, counted per customer |
| yaml FILE error | a file with mistakes; the `text` block after it holds the errors |
| console | each line that begins with `$` is run, the lines after it are what it prints |
| sql COMMAND, json COMMAND, yaml cat FILE | what the command prints |
| python | run, in one session per page; a `text` block after it holds what it prints |
| bash | not run, but it must be bash |
| text | whatever the block before it printed, or not run |

`…` alone on a line stands for any lines. What a run says of its own time is not compared.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_FENCE = re.compile(r"^```(?P<language>\w+)[ ]*(?P<argument>[^\n]*)\n(?P<content>.*?)^```$", re.MULTILINE | re.DOTALL)
_VARYING = re.compile(r"\d+\.\d+ s\b|\"(seconds|evaluated_at)\": [^,]+")
ANYTHING = "…"


@dataclass(frozen=True)
class Block:
    """A fenced block, and where its content stands in the page: [start, end)."""

    language: str
    argument: str
    content: str
    start: int
    end: int


def blocks(page: str) -> list[Block]:
    """All the blocks of a page, in order."""
    return [
        Block(found["language"], found["argument"].strip(), found["content"], *found.span("content"))
        for found in _FENCE.finditer(page)
    ]


def unlabelled_fences(page: str) -> list[int]:
    """The lines of fences that open a block without saying its language."""
    inside, lines = False, []
    for number, line in enumerate(page.splitlines(), 1):
        if line.startswith("```"):
            if not inside and line == "```":
                lines.append(number)
            inside = not inside
    return lines


def same(shown: str, printed: str) -> bool:
    """Is what the page shows what was printed?"""
    expected = [line if line.strip() == ANYTHING else re.escape(line) for line in _plain(shown)]
    pattern = "".join("(?:.*\n)*" if line.strip() == ANYTHING else f"{line}\n" for line in expected)
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in _plain(printed))) is not None


def _plain(text: str) -> list[str]:
    lines = [_VARYING.sub("then", line.rstrip()) for line in text.strip("\n").splitlines()]
    while lines and not lines[-1]:
        lines.pop()
    return lines


def tidy(printed: str) -> str:
    """What is printed as a page shows it."""
    lines = [line.rstrip() for line in printed.splitlines()]
    return "\n".join(lines).strip("\n") + "\n"


def replaced(page: Path, contents: dict[Block, str]) -> None:
    """Write other contents into blocks of a page."""
    text = page.read_text(encoding="utf-8")
    for block in sorted(contents, key=lambda block: -block.start):
        text = text[: block.start] + contents[block] + text[block.end :]
    page.write_text(text, encoding="utf-8")
