"""Reads `tests/errors/*.yml`: wrong definitions, and word for word what is said of them.

A file is a list of cases about one theme:

    case     what is wrong
    wrong    the text of `wrong.yml`, which stands beside the shop of `shop/`
    files    instead of it, or beside it: texts by path; one that the shop has too takes its place
    alone    true: without the shop's definitions
    python   true: `wrong` is handed over as Python values, so that there is no file
    columns  by model, its columns and native types, for what the tables of the shop cannot show
    says     everything that is said, `str(error)`
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
SHOP = FOLDER / "shop"


@dataclass(frozen=True)
class ErrorCase:
    """One wrong project."""

    theme: str
    case: str
    says: str
    wrong: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    alone: bool = False
    python: bool = False
    columns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.theme}: {self.case}"

    def write(self, folder: Path) -> None:
        """Put the project's files into a folder."""
        shop = {} if self.alone else {"shop.yml": _read("shop.yml")}
        written = {"coterie.yml": _read("coterie.yml"), **shop, **({"wrong.yml": self.wrong} if self.wrong else {})}
        for name, text in {**written, **self.files}.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def values(self) -> dict[str, list[Any]]:
        """The shop and what is wrong as Python values."""
        definitions: dict[str, list[Any]] = {}
        for text in (_read("shop.yml"), self.wrong):
            for section, found in yaml.safe_load(text).items():
                definitions.setdefault(section, []).extend(found)
        return definitions


def _read(name: str) -> str:
    return (SHOP / name).read_text(encoding="utf-8")


def error_cases() -> list[ErrorCase]:
    """The cases of all themes."""
    return [
        ErrorCase(theme=path.stem, **{**case, "says": case["says"].rstrip("\n")})
        for path in sorted(FOLDER.glob("*.yml"))
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]
