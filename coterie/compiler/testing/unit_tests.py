"""Unit tests of definitions → what to load, what to compile, and what must come out, all of it typed.

In: a project, a reader of the CSV files that tests name, and somebody who says what SELECTs of traits give. Out: for
each test its tables, the project as its rows show it (typed on demand, so that a test needs no more than it speaks of),
and the expected values in the types of their traits. All mistakes that do not follow from others are noted at the test,
also where given rows do not fit a definition.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime

from coterie.compiler.checking.check import check_on_demand
from coterie.compiler.checking.typed import Typed
from coterie.compiler.compiled import Selection
from coterie.compiler.definitions import GivenTable, ModelDef, ProjectDef, UnitTestDef
from coterie.compiler.ir import times
from coterie.compiler.ir.names import match_name
from coterie.compiler.ir.values import Mismatch, typed_value
from coterie.compiler.testing.expected import Expected, ExpectedAudience, ExpectedTrait
from coterie.compiler.testing.given import GivenColumn, GivenRows, WrittenRows, given_rows
from coterie.compiler.testing.queries import Describe, Given, GivenQueries
from coterie.compiler.testing.stand_ins import stand_in_catalog, with_stand_ins
from coterie.dialects import Dialect
from coterie.errors import AlreadyReported, Collector, CompileError, Origin, suggestion
from coterie.types import INSTANT, Type

ReadFile = Callable[[str, Origin], Sequence[Mapping[str, object]]]
"""Reads a CSV file's rows, all values being texts. Raises DefinitionErrors, CompileError."""

# Codes of mistakes that given rows may cause in a definition that is well otherwise.
_OF_TYPES = frozenset(
    {"untyped_column", "type_mismatch", "operator_type", "function_type", "result_type", "key_type", "unreadable_query"}
)


@dataclass(frozen=True, slots=True)
class CheckedTest:
    """A test that is well-formed: columns by model, and what is expected of the typed project."""

    definition: UnitTestDef
    as_of: datetime
    given: Given
    typed: Typed
    traits: tuple[ExpectedTrait, ...]
    audiences: tuple[ExpectedAudience, ...]

    @property
    def selection(self) -> Selection:
        """What has to be evaluated."""
        return Selection(
            frozenset(f"{one.model}.{one.slug}" for one in self.traits),
            frozenset(f"{one.model}.{one.slug}" for one in self.audiences),
        )


class UnitTests:
    """Checks tests one by one; `errors` gets the mistakes, `broken` names definitions that have some already."""

    def __init__(
        self,
        project: ProjectDef,
        dialect: Dialect,
        read_file: ReadFile,
        describe: Describe,
        errors: Collector,
        broken: Iterable[str] = (),
    ) -> None:
        self.errors = errors
        self._project = project
        self._zone = project.settings.timezone
        self._stand_ins = with_stand_ins(project, dialect)
        self._dialect = dialect
        self._read_file = read_file
        self._describe = describe
        self._broken = frozenset(broken)
        self._told = {_place(error.origin) for error in errors.errors}

    def checked(self, test: UnitTestDef) -> CheckedTest | None:
        """The test; None if it has mistakes, which are noted, or speaks of what has some."""
        checked = None
        with self.speaking_of(test) as errors:
            as_of = None
            with errors.catching():
                as_of = _instant(test.as_of, self._zone, test.origin.at("as_of"))
            tables, is_torn = self._tables(test, errors)
            columns = {name: rows.columns for name, rows in tables.items()}
            catalog = stand_in_catalog(self._project, columns)
            given = {name: _complete(known, tables.get(name, GivenRows())) for name, known in catalog.models.items()}
            catalog = replace(catalog, queries=self._queries(given))
            found = Collector()
            typed = check_on_demand(self._stand_ins.project, catalog, self._dialect, found, self._broken)
            expected = Expected(test, typed, columns, self._zone, found)
            traits, audiences = expected.traits(), expected.audiences()
            errors.errors += [error for error in found.errors if not (is_torn and _may_follow(error, test))]
            if errors.errors or expected.is_broken or as_of is None:
                raise AlreadyReported
            checked = CheckedTest(test, as_of, given, typed, traits, audiences)
        return checked

    def _queries(self, given: Given) -> GivenQueries:
        models = {model.name: model for model in self._stand_ins.project.models}
        return GivenQueries(self._stand_ins.queries, models, self._dialect, given, self._describe, self._broken)

    @contextmanager
    def speaking_of(self, test: UnitTestDef) -> Iterator[Collector]:
        """Note the errors inside as the test's own, but for those that have been told of their definitions."""
        inside = Collector()
        with inside.catching():
            yield inside
        for error in inside.errors:
            if _is_at(test, error):
                self.errors.add(error, subject=test.subject)
            elif _place(error.origin) not in self._told:
                self.errors.add(_at_the_test(error, test) if error.code in _OF_TYPES else error)

    def _tables(self, test: UnitTestDef, errors: Collector) -> tuple[dict[str, GivenRows], bool]:
        """What rows give, by model; and whether mistakes have cost some of it, so that types may be other ones."""
        tables, is_torn = dict[str, GivenRows](), False
        for name, given in test.given.items():
            origin, is_whole = test.origin.at("given", name), False
            with errors.catching():
                model = self._model_named(name, origin)
                read = given_rows(self._written(given, origin), model, self._zone, errors)
                if model.name in tables:
                    raise CompileError("duplicate_name", f"rows of model `{model.name}` are given twice", origin)
                tables[model.name], is_whole = read, not read.is_torn
            is_torn |= not is_whole
        return tables, is_torn

    def _model_named(self, name: str, origin: Origin) -> ModelDef:
        """The model of that name or id. Error: `unknown_model`."""
        models = {model.name: model for model in self._project.models}
        for model in self._project.models:
            if model.id == name:
                return model
        if len(names := match_name(name, models)) == 1:
            return models[names[0]]
        if match_name(name, self._broken):
            raise AlreadyReported
        hint = suggestion(name, models, what="models")
        raise CompileError("unknown_model", f"`{name}` is not a model", origin, hint=hint)

    def _written(self, given: object, origin: Origin) -> WrittenRows:
        match given:
            case GivenTable(file=str(file)):
                return WrittenRows(
                    self._read_file(file, origin.at("file")), given.columns, origin.at("file"), texts=True
                )
            case GivenTable():
                return WrittenRows(given.rows or (), given.columns, origin.at("rows"))
            case str():
                return WrittenRows(self._read_file(given, origin), {}, origin, texts=True)
            case tuple():
                return WrittenRows(given, {}, origin)
        raise TypeError(f"no rows: {given!r}")


def _place(origin: Origin) -> tuple[object, ...]:
    return (id(origin.document), *origin.path)


def _is_at(test: UnitTestDef, error: CompileError) -> bool:
    return _place(error.origin)[: 1 + len(test.origin.path)] == _place(test.origin)


def _may_follow(error: CompileError, test: UnitTestDef) -> bool:
    """May columns that are missing be the reason? Of what a test expects, only the type of a key is not known then."""
    return error.code == "untyped_column" if _is_at(test, error) else error.code in _OF_TYPES


def _at_the_test(error: CompileError, test: UnitTestDef) -> CompileError:
    """What the given rows make of a definition that may be well otherwise."""
    where = f" ({error.origin.place})" if error.origin.place else ""
    message = f"with these rows, {error.subject}{where}: {error.message}"
    return CompileError(error.code, message, test.origin.at("given"), test.subject, error.hint)


def _instant(written: object, zone: str, origin: Origin) -> datetime:
    """Error: `unreadable_as_of`."""
    try:
        moment = typed_value(written, INSTANT, zone).value
    except Mismatch:
        hint = "write a date or an instant: 2024-01-31, 2024-01-31T09:30:00Z"
        raise CompileError("unreadable_as_of", f"`{written}` is no point in time", origin, hint=hint) from None
    if isinstance(moment, datetime):
        return moment
    assert isinstance(moment, date)
    return times.midnight(moment, zone)


def _complete(known: Iterable[tuple[str, str | Type]], given: GivenRows) -> tuple[GivenColumn, ...]:
    """The columns that are given, and the others that are known, which are NULL."""
    columns = {column.name: column for column in given.columns}
    for name, type in known:
        assert isinstance(type, Type)
        columns.setdefault(name, GivenColumn(name, type, (None,) * given.count))
    return tuple(columns.values())
