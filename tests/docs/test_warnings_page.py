"""docs/warnings.md has a section with an example for every code of a warning or note, and for no other."""

from __future__ import annotations

import ast
import re

from tests.docs.session import ROOT

PAGE = (ROOT / "docs" / "warnings.md").read_text(encoding="utf-8")
MAKERS = {"CompileWarning", "_note"}


def codes() -> set[str]:
    """The first argument of whatever makes a warning."""
    found = set()
    for module in (ROOT / "coterie" / "compiler").rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in MAKERS and node.args:
                code = node.args[0]
                found |= {code.value} if isinstance(code, ast.Constant) and isinstance(code.value, str) else set()
    return found


def test_every_code_has_a_section_with_an_example() -> None:
    _, *sections = re.split(r"^### `", PAGE, flags=re.MULTILINE)
    shown = {section.partition("`")[0]: section for section in sections}
    assert shown.keys() == codes()
    assert [code for code, section in shown.items() if f"[{code}]" not in section] == []
