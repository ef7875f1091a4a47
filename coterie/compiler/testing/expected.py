"""What a unit test expects → typed values by entity, and sets of keys. One mistake does not hide the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from coterie.compiler.checking.typed import Typed
from coterie.compiler.definitions import UnitTestDef
from coterie.compiler.ir.expr import LiteralValue
from coterie.compiler.ir.values import Mismatch, noun
from coterie.compiler.resolving.resolve import Model
from coterie.compiler.testing.given import GivenColumn
from coterie.compiler.testing.given_values import Note, given_value
from coterie.errors import AlreadyReported, Collector, CompileError, Origin, suggestion
from coterie.types import Type

Key = tuple[LiteralValue, ...]


@dataclass(frozen=True, slots=True)
class ExpectedTrait:
    """The values that a trait must have, by the keys of entities."""

    model: str
    slug: str
    type: Type
    values: Mapping[Key, LiteralValue]


@dataclass(frozen=True, slots=True)
class ExpectedAudience:
    """The keys of all members that an audience must have, in the order they are written."""

    model: str
    slug: str
    keys: tuple[Key, ...]


class Expected:
    """Reads what a test expects; mistakes are noted, and `is_broken` says that there were some, or are elsewhere."""

    def __init__(
        self, test: UnitTestDef, typed: Typed, given: Mapping[str, Iterable[GivenColumn]], zone: str, errors: Collector
    ) -> None:
        self.is_broken = False
        self._given = {(model, column.name) for model, columns in given.items() for column in columns}
        self._test = test
        self._typed = typed
        self._zone = zone
        self._errors = errors

    def traits(self) -> tuple[ExpectedTrait, ...]:
        """The expected values of every trait that is named."""
        values: dict[tuple[str, str], dict[Key, LiteralValue]] = {}
        for name, rows in self._test.expect.traits.items():
            origin = self._test.origin.at("expect", "traits", name)
            with self._noting():
                model = self._typed.world.model(name, origin)
                for position, row in enumerate(rows):
                    self._read_row(row, model, origin.at(position), values)
        return tuple(
            ExpectedTrait(*place, self._typed.traits[place].expr.type, by_key) for place, by_key in values.items()
        )

    def _read_row(
        self,
        row: Mapping[str, object],
        model: Model,
        origin: Origin,
        values: dict[tuple[str, str], dict[Key, LiteralValue]],
    ) -> None:
        key = self._key(row, model, origin)
        names = {name.lower() for name in model.primary_key}
        rest = [name for name in row if name.lower() not in names]
        if not rest:
            self._note(CompileError("missing_field", "found only the key, expected values of traits beside it", origin))
        for name in rest:
            with self._noting():
                slug = self._trait(name, model, origin.at(name))
                type = self._typed.traits[model.name, slug].expr.type
                value = given_value(row[name], type, self._zone, self._mismatch(origin.at(name)))
                by_key = values.setdefault((model.name, slug), {})
                if key is not None and key in by_key:
                    raise CompileError("duplicate_key", "the same entity stands in an earlier row", origin)
                if key is not None:
                    by_key[key] = value

    def _trait(self, name: str, model: Model, origin: Origin) -> str:
        """The slug of a trait. Error: `unknown_trait`."""
        slug = model.traits.find(name, origin)
        if slug is None:
            self._refuse_broken(name)
            hint = suggestion(name, model.traits, what="traits")
            raise CompileError("unknown_trait", f"`{name}` is not a trait of model `{model.name}`", origin, hint=hint)
        return slug

    def audiences(self) -> tuple[ExpectedAudience, ...]:
        """The expected members of every audience that is named."""
        found = list[ExpectedAudience]()
        for name, members in self._test.expect.audiences.items():
            origin = self._test.origin.at("expect", "audiences", name)
            with self._noting():
                model, slug = self._audience(name, origin)
                with self._noting():
                    self._typed.audiences[model.name, slug]  # tells what is wrong with it
                found.append(ExpectedAudience(model.name, slug, self._keys(members, model, origin)))
        return tuple(found)

    def _keys(self, members: Sequence[object], model: Model, origin: Origin) -> tuple[Key, ...]:
        keys: dict[Key, None] = {}
        for position, member in enumerate(members):
            place = origin.at(position)
            key = self._key(member, model, place)
            names = {name.lower() for name in model.primary_key}
            for name in member if isinstance(member, Mapping) else ():
                if name.lower() not in names:
                    hint = f"the key of model `{model.name}` is [{', '.join(model.primary_key)}]"
                    self._note(CompileError("unknown_field", f"unknown field `{name}`", place.at(name), hint=hint))
            if key is not None and key in keys:
                self._note(CompileError("duplicate_key", "the same entity is listed before", place))
            elif key is not None:
                keys[key] = None
        return tuple(keys)

    def _audience(self, name: str, origin: Origin) -> tuple[Model, str]:
        """An audience by slug, name or id, or `model.slug`. Errors: `unknown_audience`, `ambiguous_name`."""
        models = self._typed.world.models
        ways = [(model, name) for model in models.values()]
        ways += [(model, name[len(model.name) + 1 :]) for model in models.values() if name.startswith(f"{model.name}.")]
        places = [(model, slug) for model, part in ways if (slug := model.audiences.find(part, origin)) is not None]
        if not places:
            self._refuse_broken(name)
            known = [slug for model in models.values() for slug in model.audiences]
            hint = suggestion(name, known, what="audiences")
            raise CompileError("unknown_audience", f"`{name}` is not an audience", origin, hint=hint)
        if len(places) > 1:
            listed = " and ".join(f"`{model.name}.{slug}`" for model, slug in places)
            raise CompileError("ambiguous_name", f"`{name}` may mean {listed}", origin, hint="write one of these")
        return places[0]

    def _refuse_broken(self, name: str) -> None:
        """A definition that exists but could not be indexed has an error of its own."""
        project, broken = self._typed.world.project, self._typed.world.broken
        indexed = {id(one) for model in self._typed.world.models.values()
                   for one in (*model.traits.values(), *model.audiences.values())}  # fmt: skip
        for definition in (*project.traits, *project.audiences):
            names = (definition.name.lower(), (definition.slug or "").lower(), definition.id or "")
            if id(definition) not in indexed and name.lower() in names:
                raise AlreadyReported
        if name in broken:
            raise AlreadyReported

    def _key(self, written: object, model: Model, origin: Origin) -> Key | None:
        """The key of an entity, from a value, a list of its parts, or a mapping of its columns; None if it is none."""
        columns, parts = model.primary_key, list[LiteralValue]()
        if isinstance(written, Mapping):
            by_name = {name.lower(): name for name in written}
            for column in columns:
                if (name := by_name.get(column.lower())) is not None:
                    parts.append(self._key_part(written[name], column, model, origin.at(name)))
                else:
                    message = f"`{column}` is missing, a column of the key of model `{model.name}`"
                    self._note(CompileError("missing_field", message, origin))
        elif isinstance(written, list | tuple) and len(written) == len(columns):
            for position, (part, column) in enumerate(zip(written, columns, strict=True)):
                parts.append(self._key_part(part, column, model, origin.at(position)))
        elif not isinstance(written, list | tuple) and len(columns) == 1:
            parts.append(self._key_part(written, columns[0], model, origin))
        else:
            message = f"found {noun(written)}, expected the key of model `{model.name}`: [{', '.join(columns)}]"
            self._note(CompileError("type_mismatch", message, origin))
        key = tuple(part for part in parts if part is not None)
        return key if len(key) == len(columns) else None

    def _key_part(self, value: object, column: str, model: Model, origin: Origin) -> LiteralValue:
        if value is None:
            message = f"found NULL in key column `{column}`, where there is no entity"
            self._note(CompileError("type_mismatch", message, origin))
            return None
        part: LiteralValue = None
        with self._noting():
            is_computed, found = column not in model.columns, list[Mismatch]()
            type = self._typed.columns[model.name, column].type if is_computed else model.columns[column]
            part = given_value(value, type, self._zone, found.append)
            if found and not is_computed and (model.name, column) not in self._given:
                raise model.untyped(column, origin)
            for mismatch in found:
                self._mismatch(origin)(mismatch)
        return part

    def _mismatch(self, origin: Origin) -> Note:
        """Notes what is wrong with a value, or with a part of it."""
        return lambda wrong: self._note(
            CompileError(wrong.code, wrong.message, origin.at(*wrong.path), hint=wrong.hint)
        )

    def _note(self, error: CompileError) -> None:
        self._errors.add(error)
        self.is_broken = True

    @contextmanager
    def _noting(self) -> Iterator[None]:
        """Note an error raised inside, and go on."""
        whole = False
        with self._errors.catching():
            yield
            whole = True
        self.is_broken |= not whole
