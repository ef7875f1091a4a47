"""A page at work: a folder of its own in which its blocks are done, one after the other."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir, contextmanager, redirect_stdout
from pathlib import Path
from typing import Any

import coterie
from coterie.compiler.loading.yaml_document import read_yaml
from tests.docs import commands
from tests.docs.blocks import Block, tidy

ROOT = Path(__file__).parents[2]
COTERIE = f"#!{sys.executable}\nfrom coterie.cli import main\n\nmain()\n"


class Session:
    """Does the blocks of one page and says what they print."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "page"
        self.folder.mkdir()
        self._bin = folder / "bin"
        self._bin.mkdir()
        (self._bin / "coterie").write_text(COTERIE)
        (self._bin / "coterie").chmod(0o755)
        self._names: dict[str, Any] = {}
        self._written: dict[Path, None] = {}

    def load_projects(self) -> None:
        """Read every project that the page has written a YAML file of, as it stands now."""
        found = (next((up for up in path.parents if (up / "coterie.yml").exists()), None) for path in self._written)
        for folder in dict.fromkeys(found):
            assert folder is not None, f"{[*self._written]} is in no project"
            coterie.load(folder)

    def printed(self, block: Block) -> str | None:
        """What the block prints; None for a block that prints nothing of its own."""
        match block.language, block.argument.split():
            case ("sql" | "json", [_, *_]) | ("yaml", ["cat", _]):
                return self._shell(block.argument)
            case "yaml" | "csv", [file]:
                self._write(file, block.content)
                if block.language == "yaml":
                    self._written[(self.folder / file).resolve()] = None
            case "yaml", [file, "error"]:
                return self._errors(file, block.content)
            case "yaml", ["filter" | "window" as what, model]:
                self._check_fragments(what, model, block.content)
            case "console", []:
                return self._console(block.content)
            case "python", []:
                return self._python(block.content)
            case "bash", []:
                subprocess.run(["bash", "-n", "-c", block.content], check=True)
            case "text", []:
                pass
            case _:
                raise AssertionError(f"nobody knows what to do with ```{block.language} {block.argument}")
        return None

    def _write(self, file: str, content: str) -> None:
        path = self.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")

    @contextmanager
    def _for_now(self, file: str, content: str) -> Iterator[None]:
        path = self.folder / file
        before = path.read_text(encoding="utf-8") if path.exists() else None
        self._write(file, content)
        yield
        path.unlink() if before is None else path.write_text(before, encoding="utf-8")

    def _errors(self, file: str, content: str) -> str:
        with self._for_now(file, content), chdir(self.folder):
            try:
                coterie.load().check()
            except coterie.DefinitionErrors as errors:
                return tidy(str(errors))
        raise AssertionError(f"no mistake was found in {file}")

    def _check_fragments(self, what: str, model: str, content: str) -> None:
        data = read_yaml(content, "fragment").data
        fragments = data if isinstance(data, list) else [data]
        definitions: dict[str, list[dict[str, Any]]] = {"traits": [], "audiences": []}
        for number, fragment in enumerate(fragments):
            if what == "filter":
                definitions["audiences"].append(
                    {"name": f"fragment {number}", "parent_model": model, "filter_tree": fragment}
                )
            else:
                config = {"source_model": model, "aggregation": "count", "window": fragment}
                trait = {"name": f"fragment {number}", "parent_model": "customers", "config": config}
                definitions["traits"].append({**trait, "trait_type": "aggregation"})
        with self._for_now("traits/fragments.yml", json.dumps(definitions, default=float)), chdir(self.folder):
            coterie.load().check()

    def _console(self, content: str) -> str:
        printed = ""
        for line in content.splitlines():
            if line.startswith("$ cd "):
                self.folder = (self.folder / line[5:]).resolve()
                printed += f"{line}\n"
            elif line.startswith("$ "):
                output = self._shell(line[2:])
                printed += f"{line}\n{output}" if output.strip() else f"{line}\n"
        return printed

    def _shell(self, command: str) -> str:
        path = os.pathsep.join([str(self._bin), str(Path(sys.executable).parent), os.environ["PATH"]])
        environment = {"PATH": path, "HOME": str(self.folder), "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}
        printed = commands.said(command, self.folder, environment)
        if printed is not None:
            return tidy(printed)
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=self.folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        return tidy(done.stdout)

    def _python(self, content: str) -> str:
        output = io.StringIO()
        with chdir(self.folder), redirect_stdout(output):
            exec(compile(content, "page", "exec"), self._names)
        return tidy(output.getvalue())
