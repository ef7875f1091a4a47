"""Files, or plain Python values → a `ProjectDef` whose definitions know where they were written.

In: a project folder with its `coterie.yml` and the YAML files of its definition folders; or the same content as one
mapping (`build`) or text (`load_text`). Out: definitions that are well-formed, those that templates make among them,
with placeholders computed; only in the SQL of a model `ref()` and `as_of` stay (see `templating`). All mistakes of all
files are raised together.

This is the only reader of definition files, and it reads no clock and no environment: the environment is an argument.

Codes of errors: missing_file, unreadable_file (here); encoding, yaml_syntax, yaml_tag, duplicate_key, non_text_key,
several_documents, too_many_aliases, too_deep (`yaml_document`, `raw_data`); unknown_variable,
missing_environment_variable, placeholder_syntax, placeholder_forbidden, placeholder_misplaced, placeholder_value,
placeholder_too_large (`templating`); and those of definitions that are not well-formed (`validation.CODES`).
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from coterie.compiler.definitions import DefinitionsFile, ProjectDef, ProjectFile, SettingsDef, UseDef
from coterie.compiler.definitions.filters import MAX_DEPTH
from coterie.compiler.definitions.project import DEFINITION_FOLDERS
from coterie.compiler.ir.names import slug_of
from coterie.compiler.loading.arguments import Use
from coterie.compiler.loading.raw_data import check_text, check_trees, lookup, plain
from coterie.compiler.loading.shelf import Shelf
from coterie.compiler.loading.templating import Placeholders, Rendering, holds_placeholder
from coterie.compiler.loading.validation import Written, validated
from coterie.compiler.loading.yaml_document import YamlDocument, read_yaml
from coterie.errors import NOWHERE, Collector, CompileError, DefinitionErrors, Origin, suggestion

PROJECT_FILE = "coterie.yml"
SUFFIXES = (".yml", ".yaml")

Variables = Mapping[str, object] | None
Environment = Mapping[str, str] | None
File = TypeVar("File", ProjectFile, DefinitionsFile)


def load(path: str | Path, *, variables: Variables = None, environment: Environment = None) -> ProjectDef:
    """Read a project from its folder, or from the `coterie.yml` in it.

    `variables` go before the `vars` of coterie.yml; `environment` is what `env_var` sees (nothing unless given).
    Raises DefinitionErrors.
    """
    file = _project_file(Path(path))
    project = _Assembly(variables, environment)
    if document := project.read(file, file.parent):
        project.add_project(document.data, document)
    else:
        project.go_on_without_settings()
    for below in _definition_files(file, project):
        if document := project.read(below, file.parent):
            project.add_definitions(document.data, document)
    return project.finished()


def load_text(
    text: str, *, name: str = PROJECT_FILE, variables: Variables = None, environment: Environment = None
) -> ProjectDef:
    """Read a project that is one YAML text; `name` is what errors call it. Raises DefinitionErrors."""
    document = read_yaml(text, name)
    project = _Assembly(variables, environment)
    project.add_project(document.data, document)
    return project.finished()


def build(data: Mapping[str, Any], *, variables: Variables = None, environment: Environment = None) -> ProjectDef:
    """Make a project from plain values: what coterie.yml may hold, as Python or JSON has it.

    Definitions built in Python may stand among them. Errors show paths, but no file. Raises DefinitionErrors.
    """
    project = _Assembly(variables, environment)
    with project.errors.catching():
        project.add_project(plain(data))
    return project.finished()


class PartlyLoaded(DefinitionErrors):
    """Some definitions are not well-formed. `rest` are the others, `broken` the names of those that are left out."""

    def __init__(self, errors: Iterable[CompileError], rest: ProjectDef, broken: frozenset[str]) -> None:
        super().__init__(errors)
        self.rest = rest
        self.broken = broken


class _Assembly:
    """A project in the making: what has been read so far, and every mistake in it."""

    def __init__(self, variables: Variables, environment: Environment) -> None:
        self.errors = Collector()
        self.definition_paths: list[tuple[str, Origin | None]] = [(name, None) for name in DEFINITION_FOLDERS]
        self._overrides = variables or {}
        self._placeholders = Placeholders(self._overrides, environment or {})
        self._settings_known = True
        self._settings = SettingsDef.model_validate({})
        self._parts: dict[str, list[Any]] = {section: [] for section in DefinitionsFile.model_fields}
        self._broken: set[str] = set()
        self._all_read = True

    def read(self, file: Path, folder: Path) -> YamlDocument | None:
        """The content of a file; None, and the mistake noted, if it cannot be read as YAML."""
        name, document = Path(os.path.relpath(file, folder)).as_posix(), None
        with self.errors.catching():
            try:
                document = read_yaml(file.read_bytes(), name)
            except OSError as error:
                raise CompileError("unreadable_file", f"`{name}` cannot be read: {error.strerror}") from None
        self._all_read &= document is not None
        return document

    def go_on_without_settings(self) -> None:
        """The definitions are read all the same, so that their mistakes show; what `vars` would say is not known."""
        self._settings_known = False

    def add_project(self, raw: Any, document: YamlDocument | None = None) -> None:
        """Settings, and definitions beside them."""
        if isinstance(paths := lookup(raw, ("definition_paths",)), list):
            places = ((str(path), Origin(document, ("definition_paths", index))) for index, path in enumerate(paths))
            self.definition_paths = list(places)
        if file := self._add(ProjectFile, raw, document):
            settings = {name: getattr(file, name) for name in SettingsDef.model_fields}
            self._settings = SettingsDef.model_validate(settings)

    def add_definitions(self, raw: Any, document: YamlDocument) -> None:
        """Definitions alone."""
        self._add(DefinitionsFile, raw, document)

    def finished(self) -> ProjectDef:
        """The project, or all that is wrong with it."""
        self._expand_templates()
        if self.errors.errors and not (self._all_read and self._settings_known):
            self.errors.raise_any()
        parts = {name: tuple(found) for name, found in self._parts.items() if name in ProjectDef.model_fields}
        project = ProjectDef(settings=self._settings, **parts)
        if self.errors.errors:
            raise PartlyLoaded(self.errors.errors, project, frozenset(self._broken))
        return project

    def _add(self, shape: type[File], raw: Any, document: YamlDocument | None) -> File | None:
        raw = {} if raw is None else raw
        written, errors = self._computed(raw, document, shape), Collector()
        if document is None or document.deepest > MAX_DEPTH:
            check_trees(raw, document, errors)
        if document is None or "\\" in document.text or written.data is not raw:  # else there is no way to write one
            check_text(written.data, document, errors)
        return self._accept(shape, written, errors)

    def _accept(self, shape: type[File], written: Written, errors: Collector) -> File | None:
        """Take what is well-formed, unless errors were found before; note those that are found."""
        is_deep = bool(errors.errors)
        file = None if is_deep else validated(shape, written, errors)
        if any(path[0] not in self._parts for path in written.failed):
            self._all_read = False
        elif file is not None:
            for section in self._parts:
                for index, definition in enumerate(getattr(file, section)):
                    if written.has_failed(section, index):
                        self._leave_out(section, index, written)
                    else:
                        self._take(section, index, definition, written)
        elif is_deep or shape is ProjectFile:
            self._all_read = False
        else:
            self._take_well_formed(written)
        self.errors.errors += errors.errors
        return file

    def _take(self, section: str, index: int, definition: Any, written: Written) -> None:
        origin = Origin(written.document, (section, index), base=2)
        if isinstance(definition, UseDef):
            definition = Use(definition, lookup(written.raw, (section, index)), origin)
        elif definition.origin is NOWHERE:  # else it was built by someone who knows better
            definition.written_at(origin)
        self._parts[section].append(definition)

    def _take_well_formed(self, written: Written) -> None:
        """Those definitions of a file with mistakes that have none, and the names of the others."""
        for section in self._parts:
            items = lookup(written.data, (section,))
            for index, item in enumerate(items if isinstance(items, list) else ()):
                alone = Written({section: [item]}, {section: [item]}, written.document)
                file = validated(DefinitionsFile, alone, Collector())
                if file is not None and not written.has_failed(section, index):
                    self._take(section, index, getattr(file, section)[0], written)
                else:
                    self._leave_out(section, index, written)

    def _expand_templates(self) -> None:
        """Add what the uses of templates make. What is left out because of a mistake is known by its name, or not."""
        errors = Collector()
        shelf = Shelf(self._parts["templates"], self._placeholders, errors)
        for use in self._parts["use"]:
            made = shelf.expanded(use, self._broken)
            if made is None:
                self._all_read = False
            else:
                found = Collector()
                check_trees(made.data, made.document, found)
                check_text(made.data, made.document, found)
                self._accept(DefinitionsFile, made, found)
        self._note(errors)

    def _note(self, errors: Collector) -> None:
        for error in errors.errors:
            if self._settings_known or error.code != "unknown_variable":
                self.errors.add(error)

    def _leave_out(self, section: str, index: int, written: Written) -> None:
        item = lookup(written.data, (section, index))
        if section == "use" or written.has_failed(section, index, "name"):
            self._all_read = False  # nobody knows what is missing
            return
        names = [item.get(key) for key in ("name", "slug", "id")] if isinstance(item, dict) else []
        self._broken.update(name for name in names if isinstance(name, str))
        self._broken.update(slug_of(name) for name in names[:1] if isinstance(name, str))

    def _computed(self, raw: Any, document: YamlDocument | None, shape: type[File]) -> Written:
        """With placeholders computed; `vars` first, in the order they are written: each can use those before."""
        if document and shape is not ProjectFile and not holds_placeholder(document.text):
            return Written(raw, raw, document)
        errors = Collector()
        rendering = Rendering(self._placeholders, raw, document, errors)
        variables = lookup(raw, ("vars",)) if shape is ProjectFile else None
        if isinstance(variables, dict):
            computed = {name: self._settle(name, value, rendering) for name, value in variables.items()}
            rest = {key: rendering.value(value, (key,)) for key, value in raw.items() if key != "vars"}
            data = {**rest, "vars": computed}
        else:
            data = rendering.value(raw)
        self._note(errors)
        return Written(raw, data, document, frozenset(rendering.failed))

    def _settle(self, name: str, value: Any, rendering: Rendering) -> Any:
        computed = rendering.value(value, ("vars", name))
        if name not in self._overrides and ("vars", name) not in rendering.failed:
            self._placeholders.set_variable(name, computed)
        return computed


def _project_file(path: Path) -> Path:
    """The coterie.yml that a path means. Raises DefinitionErrors with the nearest one there is."""
    file = path / PROJECT_FILE if path.is_dir() else path
    if file.is_file() and file.name == PROJECT_FILE:
        return file
    if path.is_dir():
        message = f"the folder `{path}` holds no {PROJECT_FILE}"
    elif path.exists():
        message = f"found the file `{path}`, expected a project folder or its {PROJECT_FILE}"
    else:
        message = f"there is no folder or file `{path}`"
    raise DefinitionErrors([CompileError("missing_file", message, hint=_nearest_project(path))])


def _nearest_project(path: Path) -> str:
    folder = path if path.is_dir() else path.parent
    if not path.exists():
        return suggestion(path.name, _entries(folder), what=f"names in `{folder}`")
    near = [entry for entry in _entries(path) if entry.lower().removeprefix(".").startswith("coterie.y")]
    if near:
        return f"rename `{near[0]}` to `{PROJECT_FILE}`"
    around = [folder, *folder.absolute().parents[:3], *(folder / entry for entry in _entries(folder))]
    if found := next((place for place in around if (place / PROJECT_FILE).is_file()), None):
        return f"did you mean `{found}`?"
    return "`coterie init` makes a new project"


def _entries(folder: Path) -> list[str]:
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []


def _definition_files(project_file: Path, project: _Assembly) -> Iterator[Path]:
    """The YAML files of the definition folders, each once, in the order of folders and names."""
    seen = {os.path.realpath(project_file)}
    for name, origin in project.definition_paths:
        folder = project_file.parent / name
        if folder.is_dir():
            for file in _yaml_files(folder, project.errors):
                if (real := os.path.realpath(file)) not in seen:
                    seen.add(real)
                    yield file
        elif origin is not None:
            project.errors.add(_missing_folder(name, folder, origin))


def _yaml_files(folder: Path, errors: Collector) -> Iterator[Path]:
    def unreadable(error: OSError) -> None:
        errors.add(CompileError("unreadable_file", f"`{error.filename}` cannot be read: {error.strerror}"))

    entered: set[str] = set()
    for root, folders, files in os.walk(folder, onerror=unreadable, followlinks=True):
        if (real := os.path.realpath(root)) in entered:
            folders.clear()  # a link that leads back
            continue
        entered.add(real)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.endswith(SUFFIXES) and not name.startswith("."):
                yield Path(root, name)


def _missing_folder(name: str, folder: Path, origin: Origin) -> CompileError:
    if folder.exists():
        return CompileError("missing_file", f"found the file `{name}`, expected a folder", origin)
    beside = [entry for entry in _entries(folder.parent) if (folder.parent / entry).is_dir()]
    hint = suggestion(folder.name, beside, what="folders there")
    return CompileError("missing_file", f"there is no folder `{name}`", origin, hint=hint)
