"""The library's front door: a project that can be checked, compiled, run and previewed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from fnmatch import fnmatchcase
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, NoReturn

from coterie import compiler, dialects
from coterie.as_of import AsOf, instant_of
from coterie.compiler.catalog import Catalog
from coterie.compiler.compiled import Compiled, Selection
from coterie.compiler.definitions import (
    AudienceDef,
    DuckDBTarget,
    ModelDef,
    PriorityListDef,
    ProjectDef,
    RelationshipDef,
    TargetDef,
    TemplateDef,
    TraitDef,
    UnitTestDef,
    UseDef,
)
from coterie.compiler.loading.load import PartlyLoaded, build
from coterie.compiler.loading.load import load as load_definitions
from coterie.errors import Collector, CompileError, CompileWarning, DefinitionErrors, WarehouseError, suggestion
from coterie.selection import Selectable, selected, to_selection

if TYPE_CHECKING:
    from coterie.compiler import Typed
    from coterie.dialects import Dialect
    from coterie.runtime.cancellation import Cancellation
    from coterie.runtime.differences import UnitTestReport
    from coterie.runtime.estimate import Estimate
    from coterie.runtime.execution import Watch
    from coterie.runtime.explanation import Explanation
    from coterie.runtime.preview import Preview
    from coterie.runtime.report import RunReport
    from coterie.runtime.unit_tests import ReadyTest
    from coterie.runtime.warehouse import Warehouse

Select = str | Iterable[str] | None


def load(
    path: str | Path = ".",
    variables: Mapping[str, object] | None = None,
    environment: Mapping[str, str] | None = None,
) -> Project:
    """Read a project from its folder, or from the `coterie.yml` in it.

    `variables` go before the project's `vars`; `environment` is what `env_var` sees, by default this process's.
    Raises DefinitionErrors with every mistake found in the files.
    """
    environment = os.environ if environment is None else environment
    definitions = load_definitions(path, variables=variables, environment=environment)
    path = Path(path)
    return Project.of(definitions, path if path.is_dir() else path.parent)


def open_project(
    path: str | Path = ".", variables: Mapping[str, object] | None = None, target: str | None = None
) -> Project:
    """As `load`; when files hold mistakes, those of all other definitions are told in the same go."""
    try:
        return load(path, variables)
    except PartlyLoaded as partly:
        path = Path(path)
        Project.of(partly.rest, path if path.is_dir() else path.parent).tell_everything(partly, target)


class Project:
    """Definitions, and the folder that their files' paths are relative to.

    From Python, definitions are objects of `coterie.ModelDef` and so on, or mappings with the keys of the YAML files.
    Raises DefinitionErrors when they are not well-formed.
    """

    definitions: ProjectDef
    root: Path

    def __init__(
        self,
        *,
        models: Iterable[ModelDef | Mapping[str, Any]] = (),
        relationships: Iterable[RelationshipDef | Mapping[str, Any]] = (),
        traits: Iterable[TraitDef | Mapping[str, Any]] = (),
        audiences: Iterable[AudienceDef | Mapping[str, Any]] = (),
        priority_lists: Iterable[PriorityListDef | Mapping[str, Any]] = (),
        templates: Iterable[TemplateDef | Mapping[str, Any]] = (),
        use: Iterable[UseDef | Mapping[str, Any]] = (),
        tests: Iterable[UnitTestDef | Mapping[str, Any]] = (),
        name: str = "project",
        timezone: str = "UTC",
        schema: str = "coterie",
        targets: Mapping[str, TargetDef | Mapping[str, Any]] | None = None,
        default_target: str | None = None,
        root: str | Path = ".",
    ) -> None:
        content = {
            "name": name,
            "timezone": timezone,
            "schema": schema,
            "targets": dict(targets or {}),
            "default_target": default_target,
            "models": list(models),
            "relationships": list(relationships),
            "traits": list(traits),
            "audiences": list(audiences),
            "priority_lists": list(priority_lists),
            "templates": list(templates),
            "use": list(use),
            "tests": list(tests),
        }
        self.definitions = build(content)
        self.root = Path(root)

    @classmethod
    def of(cls, definitions: ProjectDef, root: str | Path = ".") -> Project:
        """A project of definitions that exist already."""
        project = cls.__new__(cls)
        project.definitions, project.root = definitions, Path(root)
        return project

    @property
    def name(self) -> str:
        return self.definitions.settings.name

    def check(self, target: str | None = None, *, connection: Any = None) -> tuple[CompileWarning, ...]:
        """Check every definition against the warehouse's tables, and every test; writes nothing.

        Gives what is odd about definitions that are well. Raises DefinitionErrors.
        """
        from coterie.compiler.reasoning.warnings import warnings

        errors = Collector()
        checked: list[Typed] = []
        with errors.catching(), self._session(target, connection, read_only=True) as warehouse:
            checked.append(self._typed(warehouse, dialects.get(warehouse.dialect)))
        self._ready_tests(errors)
        errors.raise_any()
        return warnings(*checked)

    def tell_everything(self, partly: PartlyLoaded, target: str | None = None) -> NoReturn:
        """Check what could be loaded too, of which tests need no warehouse. Raises DefinitionErrors."""
        errors = Collector()
        session = self._session(target, None, read_only=True)
        with suppress(WarehouseError), errors.catching(), session as warehouse:
            self._typed(warehouse, dialects.get(warehouse.dialect), partly)
        errors.errors = errors.errors or list(partly.errors)
        self._ready_tests(errors, broken=partly.broken)
        raise DefinitionErrors(errors.errors)

    def test(self, select: Select = None, name: str | None = None) -> UnitTestReport:
        """Run the project's unit tests on DuckDB in memory; asks no warehouse.

        `select` keeps those that expect something of a trait or audience it means, `name` those whose name it is, or a
        part of it, or that fit its wildcards. Raises DefinitionErrors when tests or what they speak of have mistakes.
        """
        from coterie.runtime.unit_tests import run_tests

        errors = Collector()
        ready = self._ready_tests(errors, name=name)
        errors.raise_any()
        if select is not None:
            chosen = {one.key for one in selected(self.definitions, select)}
            ready = [test for test in ready if chosen & test.subjects]
        return run_tests(ready)

    def _ready_tests(self, errors: Collector, name: str | None = None, broken: Iterable[str] = ()) -> list[ReadyTest]:
        """The unit tests that have no mistakes; the mistakes of the others are noted."""
        tests = self.definitions.tests
        if name is not None:
            tests = tuple(test for test in tests if _is_meant(test.name, name))
            if not tests:
                hint = suggestion(name, (test.name for test in self.definitions.tests), what="tests")
                raise DefinitionErrors([CompileError("unknown_test", f"`{name}` is not a test", hint=hint)])
        if not tests:
            return []
        from coterie.runtime.unit_tests import ready_tests

        return ready_tests(self.definitions, self.root, errors, tests, broken)

    def compile(
        self,
        as_of: AsOf = None,
        select: Select = None,
        target: str | None = None,
        catalog: Catalog | None = None,
        dialect: str | None = None,
        *,
        connection: Any = None,
    ) -> Compiled:
        """The SQL of a run, which is not run.

        `as_of` is now unless given: a datetime (a naive one is read in the project's time zone), a date or a text such
        as `2024-01-31` (its local midnight) or `2024-01-31T09:30:00Z`. Without `catalog` the warehouse is asked for
        its columns. Raises DefinitionErrors.
        """
        instant, selection = self._instant(as_of), self._selection(select)
        if catalog is not None:
            written_for = dialects.get(dialect or self._target(target, read_only=True).source_type)
            typed = self._named(compiler.check(self.definitions, catalog, written_for))
        else:
            with self._session(target, connection, read_only=True) as warehouse:
                written_for = dialects.get(dialect or warehouse.dialect)
                typed = self._typed(warehouse, written_for)
                return self._compiled(typed, written_for, instant, selection, warehouse)
        return self._compiled(typed, written_for, instant, selection)

    def run(
        self,
        as_of: AsOf = None,
        select: Select = None,
        target: str | None = None,
        connection: Any = None,
        *,
        watch: Watch | None = None,
        cancellation: Cancellation | None = None,
    ) -> RunReport:
        """Evaluate traits and audiences, and publish them in the project's schema, at once where the warehouse can.

        A run with `select` keeps the columns and audiences it does not select. `connection` is an open connection to
        use instead of a target; `watch` is called as steps start and end; `cancellation` is what another thread
        cancels the run by. Raises DefinitionErrors, or WarehouseError; after an error nothing published has changed,
        or the error says what has (`changed`).
        """
        from coterie.runtime.runner import run

        start, evaluated_at = perf_counter(), datetime.now(UTC)
        instant, selection = self._instant(as_of, now=evaluated_at), self._selection(select)
        with self._session(target, connection, read_only=False) as warehouse:
            dialect = dialects.get(warehouse.dialect)
            compiled = self._compiled(self._typed(warehouse, dialect), dialect, instant, selection, warehouse)
            report = run(
                compiled,
                warehouse,
                dialect,
                schema=self.definitions.settings.schema_,
                evaluated_at=evaluated_at,
                partial=selection is not None,
                watch=watch or (lambda progress: None),
                cancellation=cancellation,
            )
        return replace(report, seconds=perf_counter() - start)

    def preview(
        self, name: str, limit: int = 10, as_of: AsOf = None, target: str | None = None, *, connection: Any = None
    ) -> Preview:
        """The first rows, by key, of one trait (key and value) or audience (keys). Publishes nothing."""
        from coterie.runtime.preview import preview

        instant, chosen = self._instant(as_of), self._only(name)
        with self._session(target, connection, read_only=True) as warehouse:
            dialect = dialects.get(warehouse.dialect)
            typed, selection = self._typed(warehouse, dialect), to_selection([chosen])
            compiled = self._compiled(typed, dialect, instant, selection, warehouse)
            return preview(compiled, warehouse, dialect, schema=self.definitions.settings.schema_, limit=limit)

    def explain(
        self,
        name: str,
        keys: Iterable[object],
        as_of: AsOf = None,
        target: str | None = None,
        *,
        limit: int = 20,
        connection: Any = None,
    ) -> Explanation:
        """Why entities are in an audience or not, node by node; or how a trait's value came about. Publishes nothing.

        A key is a value of the key's type, a tuple of several, or the text form of either: `12346`, `a|1`. Of the
        rows behind a trait up to `limit` are told per entity. Raises DefinitionErrors, also for what is no key.
        """
        from coterie.runtime.explain import Explainer

        instant, chosen = self._instant(as_of), self._only(name)
        with self._session(target, connection, read_only=True) as warehouse:
            dialect = dialects.get(warehouse.dialect)
            typed, given = self._typed(warehouse, dialect), [keys] if isinstance(keys, str) else keys
            explainer = Explainer(typed, warehouse, dialect, as_of=instant, root=str(self.root))
            return explainer.explain(chosen.kind, chosen.model, chosen.slug, given, limit=limit)

    def estimate(
        self,
        name: str,
        sample: float | Decimal | None = None,
        as_of: AsOf = None,
        target: str | None = None,
        *,
        connection: Any = None,
    ) -> Estimate:
        """How many entities are in an audience: all counted, or from a sample of them. Publishes nothing.

        `sample` is the share of the entities to look at, above 0 and up to 1; the same share gives the same sample.
        Raises DefinitionErrors.
        """
        from coterie.runtime.estimate import buckets_of, estimate

        instant, buckets = self._instant(as_of), buckets_of(sample)
        chosen = self._only(name if name.startswith("audience:") else f"audience:{name}")
        with self._session(target, connection, read_only=True) as warehouse:
            dialect = dialects.get(warehouse.dialect)
            typed = self._typed(warehouse, dialect)
            return estimate(
                typed, chosen.model, chosen.slug, buckets, warehouse, dialect, as_of=instant, root=str(self.root)
            )

    def _only(self, name: str) -> Selectable:
        """The one trait or audience that a name means. Error: `ambiguous_name`."""
        chosen = selected(self.definitions, name)
        if len(chosen) > 1:
            listed = ", ".join(f"`{one.key}`" for one in chosen[:8])
            raise DefinitionErrors([CompileError("ambiguous_name", f"`{name}` may mean {listed}")])
        return chosen[0]

    def _instant(self, as_of: AsOf, now: datetime | None = None) -> datetime:
        return instant_of(as_of, self.definitions.settings.timezone, now)

    def _selection(self, select: Select) -> Selection | None:
        return None if select is None else to_selection(selected(self.definitions, select))

    def _target(self, name: str | None, *, read_only: bool) -> TargetDef:
        """The target of that name, the default one, or the only one; to read files, a database in memory will do."""
        targets = self.definitions.settings.targets
        name = name or self.definitions.settings.default_target
        if name is None and len(targets) == 1:
            return next(iter(targets.values()))
        if name is None and not targets and read_only:
            return DuckDBTarget(source_type="duckdb")
        if name in targets:
            return targets[name]
        hint = suggestion(name or "", targets, what="targets")
        if name is not None:
            raise DefinitionErrors([CompileError("unknown_target", f"`{name}` is not a target", hint=hint)])
        message = "there are several targets, and none is the `default_target`"
        if not targets:
            message, hint = "the project has no target to publish into", "define one, or give a connection"
        raise DefinitionErrors([CompileError("missing_target", message, hint=hint)])

    @contextmanager
    def _session(self, target: str | None, connection: Any, *, read_only: bool) -> Iterator[Warehouse]:
        from coterie.runtime.warehouse import adopt, connect

        if connection is None:
            warehouse = connect(self._target(target, read_only=read_only), self.root, read_only=read_only)
        else:
            warehouse = adopt(connection)
        try:
            yield warehouse
        finally:
            warehouse.close()

    def _compiled(
        self,
        typed: Typed,
        dialect: Dialect,
        as_of: datetime,
        select: Selection | None,
        warehouse: Warehouse | None = None,
    ) -> Compiled:
        from coterie.runtime.catalog import statistics_of

        known = statistics_of(self.definitions.models, warehouse, dialect, self.root)
        return compiler.compile_typed(typed, dialect, as_of=as_of, select=select, root=str(self.root), statistics=known)

    def _typed(self, warehouse: Warehouse, dialect: Dialect, partly: PartlyLoaded | None = None) -> Typed:
        """The definitions, typed by the warehouse's columns. Raises DefinitionErrors with all that is wrong."""
        from coterie.runtime.catalog import read_catalog

        errors, broken = Collector(list(partly.errors) if partly else []), partly.broken if partly else frozenset()
        defined = self.definitions
        catalog = read_catalog(defined.models, warehouse, dialect, self.root, errors, defined.traits, broken)
        broken |= {model.name for model in self.definitions.models} - catalog.models.keys()
        return self._named(compiler.check(self.definitions, catalog, dialect, found=errors.errors, broken=broken))

    def _named(self, typed: Typed) -> Typed:
        from coterie.runtime.relations import check_names

        check_names(typed.world.models.values())
        return typed


def _is_meant(name: str, text: str) -> bool:
    """Does `text` mean the test of that name: all of it, a part, or by wildcards?"""
    return text.lower() in name.lower() or fnmatchcase(name.lower(), text.lower())
