"""Templates: traits and audiences with parameters, and their uses."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, PlainValidator, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from coterie.compiler.definitions.base import Def, NamedDef, PositiveInt, scalar

ParameterType = Literal[
    "text",
    "number",
    "integer",
    "boolean",
    "date",
    "name",
    "names",
    "list",
    "span",
    "window",
    "filter",
    "expression",
]


def _as_is(value: Any) -> Any:
    return value


Argument = Annotated[Any, PlainValidator(_as_is), WithJsonSchema({})]


def _number(value: Any) -> int | Decimal:
    number = scalar(value)
    if isinstance(number, bool) or not isinstance(number, int | Decimal):
        raise PydanticCustomError("number", "expected a number")
    return number


Bound = Annotated[Any, PlainValidator(_number), WithJsonSchema({"type": "number"})]
_NUMBERS = ("number", "integer")
_OPTIONS = {
    "length": ("list",),
    "minimum": _NUMBERS,
    "exclusive_minimum": _NUMBERS,
    "maximum": _NUMBERS,
    "exclusive_maximum": _NUMBERS,
}
"""Fields of a parameter that only some types have."""


def _body(value: Any) -> tuple[Any, ...]:
    if not isinstance(value, list | tuple):
        raise PydanticCustomError("list_type", "expected a list")
    return tuple(value)


BODIES = ("traits", "audiences")
"""The fields of a template that hold what it makes."""
Bodies = Annotated[tuple[Any, ...], PlainValidator(_body), WithJsonSchema({"type": "array"})]


class ParameterDef(Def):
    """What a use of a template gives, or may give."""

    name: Annotated[str, Field(pattern=r"^[a-z_][a-z0-9_]*$")] = Field(
        description="What `{{ param('name') }}` stands for."
    )
    description: str = Field("", description="What it means, for people.")
    type: ParameterType = Field(description="What kind of value it takes, which is also how expressions hold it.")
    length: PositiveInt | None = Field(None, description="How many values a list must have; default any number.")
    minimum: Bound | None = Field(None, description="The smallest number that it takes.")
    exclusive_minimum: Bound | None = Field(None, description="It takes only numbers above this one.")
    maximum: Bound | None = Field(None, description="The largest number that it takes.")
    exclusive_maximum: Bound | None = Field(None, description="It takes only numbers below this one.")
    default: Argument = Field(None, description="Its value where a use gives none; without it, a use must give one.")

    @model_validator(mode="after")
    def _options_fit(self) -> ParameterDef:
        for option, types in _OPTIONS.items():
            if getattr(self, option) is not None and self.type not in types:
                raise PydanticCustomError("unexpected_option", f"`{option}` does not fit the type `{self.type}`")
        return self

    @property
    def has_default(self) -> bool:
        """Was `default` written, be it null?"""
        return "default" in self.model_fields_set


class TemplateDef(NamedDef):
    """Traits and audiences with parameters: written once, used several times."""

    kind: ClassVar[str] = "template"
    parameters: tuple[ParameterDef, ...] = Field((), description="What differs from use to use.")
    traits: Bodies = Field((), description="Traits, with `{{ param('name') }}` in any of their values.")
    audiences: Bodies = Field((), description="Audiences, with `{{ param('name') }}` in any of their values.")

    @model_validator(mode="after")
    def _makes_something(self) -> TemplateDef:
        if not self.traits and not self.audiences:
            raise PydanticCustomError("template", "expected `traits`, `audiences` or both")
        return self


class UseDef(Def):
    """One use of a template: its traits and audiences, with these values for its parameters."""

    template: Annotated[str, Field(min_length=1, description="The template's name.")]
    with_: dict[str, Argument] = Field(
        default_factory=dict, alias="with", description="Values for its parameters, by name."
    )
