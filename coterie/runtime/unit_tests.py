"""Runs unit tests of definitions on DuckDB in memory, without a warehouse: given rows in, differences out."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import perf_counter

from coterie import compiler, dialects
from coterie.compiler.compiled import Compiled, EntityStatement
from coterie.compiler.definitions import ProjectDef, UnitTestDef
from coterie.compiler.sharing.facts import FEW_ROWS
from coterie.compiler.testing.expected import ExpectedAudience, ExpectedTrait
from coterie.compiler.testing.unit_tests import CheckedTest, UnitTests
from coterie.errors import Collector, WarehouseError
from coterie.runtime.differences import (
    AudienceFailure,
    Difference,
    Failure,
    RunFailure,
    TraitFailure,
    UnitTestReport,
    UnitTestResult,
)
from coterie.runtime.duckdb import DuckDB
from coterie.runtime.given_files import csv_rows
from coterie.runtime.given_tables import GivenTables
from coterie.runtime.promises import broken
from coterie.types import Kind, Type


@dataclass(frozen=True, slots=True)
class ReadyTest:
    """A test that only has to be run."""

    checked: CheckedTest
    compiled: Compiled

    @property
    def subjects(self) -> set[str]:
        """The traits and audiences that it expects something of: `trait:customers.revenue`."""
        traits = {f"trait:{one.model}.{one.slug}" for one in self.checked.traits}
        return traits | {f"audience:{one.model}.{one.slug}" for one in self.checked.audiences}


def ready_tests(
    project: ProjectDef,
    root: Path,
    errors: Collector,
    tests: Iterable[UnitTestDef],
    broken: Iterable[str] = (),
) -> list[ReadyTest]:
    """Those of the tests that have no mistakes; the mistakes of the others are noted."""
    dialect, ready = dialects.get(DuckDB.dialect), list[ReadyTest]()
    with closing(GivenTables()) as tables:
        unit_tests = UnitTests(project, dialect, partial(csv_rows, root), tables.describe, errors, broken)
        for test in tests:
            checked = unit_tests.checked(test)
            if checked is not None:
                with unit_tests.speaking_of(test):
                    compiled = compiler.compile_typed(
                        checked.typed,
                        dialect,
                        as_of=checked.as_of,
                        select=checked.selection,
                        statistics=FEW_ROWS,
                        reads_stored=False,
                    )
                    ready.append(ReadyTest(checked, compiled))
    return ready


def run_tests(ready: Iterable[ReadyTest]) -> UnitTestReport:
    """Run tests one after the other, each on tables of its own."""
    with closing(GivenTables()) as tables:
        return UnitTestReport(tuple(_result(test, tables) for test in ready))


def _result(test: ReadyTest, tables: GivenTables) -> UnitTestResult:
    start, definition = perf_counter(), test.checked.definition
    failures: tuple[Failure, ...]
    try:
        warehouse = tables.holding(test.checked.given)
        failures = tuple(_broken_promises(test, warehouse)) or tuple(_failures(test, warehouse))
    except WarehouseError as error:
        failures = (RunFailure(error.code, error.message),)
    return UnitTestResult(definition.name, perf_counter() - start, failures, definition.origin)


def _broken_promises(test: ReadyTest, warehouse: DuckDB) -> Iterator[Failure]:
    """What would stop a run."""
    for error in broken(test.compiled.checks, warehouse):
        yield RunFailure(error.code, error.message)


def _failures(test: ReadyTest, warehouse: DuckDB) -> Iterator[Failure]:
    """Traits first, then audiences, each in the order in which they are expected."""
    parts = [_Part(statement, warehouse) for statement in test.compiled.entities]
    found = {place: part for part in parts for place in part.places}
    for trait in test.checked.traits:
        yield from found["trait", trait.model, trait.slug].trait(trait)
    for audience in test.checked.audiences:
        yield from found["audience", audience.model, audience.slug].audience(audience)


class _Part:
    """The rows of an entity's statement, by key."""

    def __init__(self, statement: EntityStatement, warehouse: DuckDB) -> None:
        self.key = tuple(column.name for column in statement.key)
        outputs = (*statement.traits, *statement.audiences)
        kinds = [*("trait" for _ in statement.traits), *("audience" for _ in statement.audiences)]
        self._positions = {(kind, one.slug): at for at, (kind, one) in enumerate(zip(kinds, outputs, strict=True))}
        self.entity = statement.entity
        self.places = [(kind, self.entity, slug) for kind, slug in self._positions]
        width = len(self.key)
        self._rows = {tuple(row[:width]): row[width:] for row in warehouse.fetch(statement.tree)}

    def trait(self, expected: ExpectedTrait) -> Iterator[Failure]:
        """The values that are not as expected."""
        position, differences = self._positions["trait", expected.slug], list[Difference]()
        for key, value in expected.values.items():
            row = self._rows.get(key)
            if row is None:
                differences.append(Difference(key, value, None, exists=False))
            elif not same_value(value, row[position], expected.type):
                differences.append(Difference(key, value, row[position]))
        if differences:
            yield TraitFailure(self.entity, expected.slug, self.key, len(expected.values), tuple(differences))

    def audience(self, expected: ExpectedAudience) -> Iterator[Failure]:
        """The members that are missing, and those that should not be there."""
        position = self._positions["audience", expected.slug]
        members = {key for key, row in self._rows.items() if row[position]}
        missing = tuple(key for key in expected.keys if key not in members)
        extra = tuple(sorted(members - set(expected.keys)))
        if missing or extra:
            absent = frozenset(key for key in missing if key not in self._rows)
            counts = len(expected.keys), len(members)
            yield AudienceFailure(self.entity, expected.slug, *counts, missing, extra, absent)


def same_value(expected: object, found: object, type: Type) -> bool:
    """Are two values of a type the same? Doubles are to 1e-9, arrays in order, instants whatever their zone."""
    if expected is None or found is None:
        return expected is found
    match type.kind:
        case Kind.DOUBLE if isinstance(found, float):
            return math.isclose(float(expected), found, rel_tol=1e-9, abs_tol=1e-12)  # type: ignore[arg-type]
        case Kind.ARRAY if isinstance(expected, Sequence) and isinstance(found, Sequence):
            element = type.element
            assert element is not None
            same_length = len(expected) == len(found)
            return same_length and all(same_value(*pair, element) for pair in zip(expected, found, strict=True))
        case Kind.JSON:
            return bool(json.loads(str(expected)) == json.loads(str(found)))
    return bool(expected == found)
