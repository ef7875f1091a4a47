"""`coterie init`: a folder with a small project in it, all or nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath

STARTER_NAME = "name: my_shop\n"


class NotEmptyError(Exception):
    """The folder holds something already."""


def write_starter(folder: Path) -> list[Path]:
    """Write the starter project, named like its folder; gives its files. Raises NotEmptyError and OSError."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NotEmptyError(f"`{folder}` exists and is not an empty folder")
    contents = {folder / path: text for path, text in _starter(files("coterie.cli") / "starter", PurePosixPath())}
    name = json.dumps(folder.resolve().name or "shop", ensure_ascii=False)  # YAML reads JSON texts
    project_file = folder / "coterie.yml"
    contents[project_file] = contents[project_file].replace(STARTER_NAME, f"name: {name}\n")
    made: list[Path] = []
    try:
        for file, text in contents.items():
            _make_folders(file.parent, made)
            file.touch(exist_ok=False)
            made.append(file)
            file.write_text(text, encoding="utf-8", newline="\n")
    except BaseException:
        for path in reversed(made):
            path.rmdir() if path.is_dir() else path.unlink()
        raise
    return sorted(contents)


def _make_folders(folder: Path, made: list[Path]) -> None:
    if not folder.is_dir():
        _make_folders(folder.parent, made)
        folder.mkdir()
        made.append(folder)


def _starter(source: Traversable, path: PurePosixPath) -> Iterator[tuple[PurePosixPath, str]]:
    for entry in sorted(source.iterdir(), key=lambda entry: (entry.is_dir(), entry.name)):
        inside = path / (".gitignore" if entry.name == "gitignore" else entry.name)
        if entry.is_dir():
            yield from _starter(entry, inside)
        else:
            yield inside, entry.read_text(encoding="utf-8")
