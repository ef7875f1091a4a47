"""What a unit test expects → typed values by entity, and sets of keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from coterie.compiler.checking.check import Typed
from coterie.compiler.definitions import UnitTestDef
from coterie.compiler.ir.expr import LiteralValue
from coterie.compiler.ir.values import Mismatch, noun
from coterie.compiler.resolving.resolve import Model
from coterie.compiler.testing.given import GivenColumn
from coterie.compiler.testing.given_values import given_value
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
                    with self._noting():
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
        key = self._key_or_none(row, model, origin)
        names = {name.lower() for name in model.primary_key}
        rest = [name for name in row if name.lower() not in names]
        if not rest:
            raise CompileError("missing_field", "found only the key, expected values of traits beside it", origin)
        for name in rest:
            with self._noting():
                slug = self._trait(name, model, origin.at(name))
                by_key = values.setdefault((model.name, slug), {})
                if key is None:
                    continue
                if key in by_key:
                    raise CompileError("duplicate_key", "the same entity stands in an earlier row", origin)
                by_key[key] = self._value(row[name], self._typed.traits[model.name, slug].expr.type, origin.at(name))

    def _key_or_none(self, row: Mapping[str, object], model: Model, origin: Origin) -> Key | None:
        key = None
        with self._noting():
            key = self._key(row, model, origin)
        return key

    def _trait(self, name: str, model: Model, origin: Origin) -> str:
        """The slug of a trait that is well. Error: `unknown_trait`."""
        slug = model.traits.find(name, origin)
        if slug is None:
            self._refuse_broken(name)
            hint = suggestion(name, model.traits, what="traits")
            raise CompileError("unknown_trait", f"`{name}` is not a trait of model `{model.name}`", origin, hint=hint)
        self._typed.traits[model.name, slug]
        return slug

    def audiences(self) -> tuple[ExpectedAudience, ...]:
        """The expected members of every audience that is named."""
        found = list[ExpectedAudience]()
        for name, members in self._test.expect.audiences.items():
            origin = self._test.origin.at("expect", "audiences", name)
            with self._noting():
                model, slug = self._audience(name, origin)
                keys: dict[Key, None] = {}
                for position, member in enumerate(members):
                    with self._noting():
                        key = self._key(member, model, origin.at(position))
                        if key in keys:
                            raise CompileError("duplicate_key", "the same entity is listed before", origin.at(position))
                        keys[key] = None
                found.append(ExpectedAudience(model.name, slug, tuple(keys)))
        return tuple(found)

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
        model, slug = places[0]
        self._typed.audiences[model.name, slug]
        return model, slug

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

    def _key(self, written: object, model: Model, origin: Origin) -> Key:
        """The key of an entity, from a value, a list of the key's parts, or a mapping of its columns."""
        columns = model.primary_key
        if isinstance(written, Mapping):
            by_name = {name.lower(): name for name in written}
            if missing := [column for column in columns if column.lower() not in by_name]:
                message = f"`{missing[0]}` is missing, a column of the key of model `{model.name}`"
                raise CompileError("missing_field", message, origin)
            parts = [(written[by_name[column.lower()]], origin.at(by_name[column.lower()])) for column in columns]
        elif isinstance(written, list | tuple):
            parts = [(part, origin.at(position)) for position, part in enumerate(written)]
        else:
            parts = [(written, origin)]
        if len(parts) != len(columns):
            listed = ", ".join(columns)
            message = f"found {noun(written)}, expected the key of model `{model.name}`: [{listed}]"
            raise CompileError("type_mismatch", message, origin)
        return tuple(
            self._key_part(value, column, model, place) for column, (value, place) in zip(columns, parts, strict=True)
        )

    def _key_part(self, value: object, column: str, model: Model, origin: Origin) -> LiteralValue:
        if value is None:
            message = f"found NULL in key column `{column}`, where there is no entity"
            raise CompileError("type_mismatch", message, origin)
        is_computed = column not in model.columns
        type = self._typed.columns[model.name, column].type if is_computed else model.columns[column]
        try:
            return self._value(value, type, origin)
        except CompileError:
            if is_computed or (model.name, column) in self._given:
                raise
            raise model.untyped(column, origin) from None

    def _value(self, value: object, type: Type, origin: Origin) -> LiteralValue:
        try:
            return given_value(value, type, self._zone)
        except Mismatch as mismatch:
            place = origin.at(*mismatch.path)
            raise CompileError(mismatch.code, mismatch.message, place, hint=mismatch.hint) from None

    @contextmanager
    def _noting(self) -> Iterator[None]:
        """Note an error raised inside, and go on."""
        whole = False
        with self._errors.catching():
            yield
            whole = True
        self.is_broken |= not whole
