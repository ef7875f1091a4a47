"""Unit tests of definitions: given rows, and the values and members that must come out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from pydantic import Discriminator, Field, PlainValidator, Tag, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from coterie.compiler.definitions.base import Def, NamedDef
from coterie.compiler.definitions.models import TypeName
from coterie.compiler.definitions.windows import Moment


def _row(value: Any) -> Mapping[str, Any]:
    """Its values are checked when the types of the columns are known."""
    if isinstance(value, dict):
        return value
    raise PydanticCustomError("row", "expected a mapping of columns to values")


def _given(value: Any) -> str | None:
    match value:
        case list() | tuple():
            return "rows"
        case str():
            return "file"
        case dict() | Def():
            return "table"
    return None


Row = Annotated[Any, PlainValidator(_row), WithJsonSchema({"type": "object"})]
Member = Annotated[Any, PlainValidator(lambda value: value), WithJsonSchema({})]


class GivenTable(Def):
    """Rows of a model, and the types of columns that neither the model declares nor the rows show."""

    columns: dict[str, TypeName] = Field(default_factory=dict, description="Types of columns, by name.")
    rows: tuple[Row, ...] | None = Field(None, description="Mappings of columns to values.")
    file: Annotated[str | None, Field(min_length=1)] = Field(
        None, description="A CSV file with a header, relative to the project folder."
    )

    @model_validator(mode="after")
    def _exactly_one(self) -> GivenTable:
        if (self.rows is None) == (self.file is None):
            raise PydanticCustomError("given_rows", "expected exactly one of `rows` and `file`")
        return self


Given = Annotated[
    Annotated[tuple[Row, ...], Tag("rows")]
    | Annotated[str, Field(min_length=1), Tag("file")]
    | Annotated[GivenTable, Tag("table")],
    Discriminator(
        _given,
        custom_error_type="given",
        custom_error_message="expected a list of rows, the name of a CSV file, or `{columns, rows}`",
    ),
]


class ExpectedDef(Def):
    """What must come out. Traits and audiences that are not named are not looked at."""

    traits: dict[str, Annotated[tuple[Row, ...], Field(min_length=1)]] = Field(
        default_factory=dict, description="By model: rows of the key and the values of traits."
    )
    audiences: dict[str, tuple[Member, ...]] = Field(
        default_factory=dict, description="By slug, or `model.slug`: the keys of all members."
    )

    @model_validator(mode="after")
    def _something(self) -> ExpectedDef:
        if not self.traits and not self.audiences:
            raise PydanticCustomError("expected_nothing", "expected `traits`, `audiences` or both")
        return self


class UnitTestDef(NamedDef):
    """Given rows, and what definitions must make of them; run by `coterie test`, without a warehouse."""

    kind: ClassVar[str] = "test"
    as_of: Moment = Field(description="The instant the test speaks about: a date or a timestamp.")
    given: dict[str, Given] = Field(
        default_factory=dict, description="Rows by model; a model that is left out has none."
    )
    expect: ExpectedDef = Field(description="The values of traits, and the members of audiences.")
