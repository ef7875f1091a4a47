"""What all definitions share: strict, frozen models and the scalar values people write."""

from __future__ import annotations

import math
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import (
    AfterValidator,
    AliasChoices,
    BaseModel,
    ConfigDict,
    Field,
    PlainValidator,
    PrivateAttr,
    StrictBool,
    StrictInt,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from coterie.errors import NOWHERE, Origin


class Def(BaseModel):
    """A piece of a definition: immutable, and nothing unknown is let through."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, hide_input_in_errors=True)

    @model_validator(mode="before")
    @classmethod
    def _one_name_each(cls, data: Any) -> Any:
        if isinstance(data, dict):
            for key in data:
                if isinstance(key, str) and key.endswith("_id") and key[:-3] in data and key[:-3] in cls.model_fields:
                    raise PydanticCustomError("both_given", f"`{key[:-3]}` and `{key}` are both given, expected one")
        return data


class NamedDef(Def):
    """A definition with a name of its own, which knows where it was written."""

    _origin: Origin = PrivateAttr(default_factory=lambda: NOWHERE)  # a plain default is deep-copied each time

    kind: ClassVar[str] = "definition"
    id: str | None = Field(None, description="A stable identifier; references may use it instead of the name.")
    name: Annotated[str, Field(min_length=1, description="The display name.")]
    description: str = Field("", description="What it means, for people.")

    @property
    def origin(self) -> Origin:
        """Where it was written."""
        return self._origin

    @property
    def subject(self) -> str:
        """How errors name it: ``trait `Net revenue` ``."""
        return f"{self.kind} `{self.name}`"

    def written_at(self, origin: Origin) -> Self:
        """The same definition, knowing its place."""
        self._origin = origin
        return self


def reference(name: str, description: str = "") -> Any:
    """A required field that names another definition: `name`, or `name_id` as the HTTP API writes it."""
    return Field(validation_alias=AliasChoices(name, f"{name}_id"), description=description)


def optional_reference(name: str, description: str = "") -> Any:
    """The same for a field that may be left out."""
    return Field(None, validation_alias=AliasChoices(name, f"{name}_id"), description=description)


Scalar = bool | int | Decimal | str | date | datetime | None


def scalar(value: Any) -> Scalar:
    """A single value as written; a float becomes the decimal that it shows."""
    match value:
        case None | bool() | int() | str() | date():
            return value
        case Decimal() if value.is_finite():
            return value
        case float() if math.isfinite(value):
            return Decimal(repr(value))
        case Decimal() | float():
            raise PydanticCustomError("not_finite", "found a number that is not finite, expected a finite one")
    raise PydanticCustomError("scalar", f"found {_noun(value)}, expected a single value")


def _noun(value: Any) -> str:
    return "a mapping" if isinstance(value, dict) else "a list" if isinstance(value, list | tuple) else "an object"


SCALAR_SCHEMA = {"type": ["boolean", "number", "string", "null"]}
ScalarValue = Annotated[Any, PlainValidator(scalar), WithJsonSchema(SCALAR_SCHEMA)]


def _scalar_or_list(value: Any) -> Scalar | tuple[Scalar, ...]:
    return tuple(scalar(item) for item in value) if isinstance(value, list | tuple) else scalar(value)


ScalarOrList = Annotated[
    Any,
    PlainValidator(_scalar_or_list),
    WithJsonSchema({"anyOf": [SCALAR_SCHEMA, {"type": "array", "items": SCALAR_SCHEMA}]}),
]


def _names(value: Any) -> tuple[str, ...]:
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list | tuple) or not items or not all(isinstance(item, str) and item for item in items):
        raise PydanticCustomError("names", "expected a name or a list of names")
    return tuple(items)


Names = Annotated[
    Any,
    PlainValidator(_names),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]}),
]


def _zone(name: str) -> str:
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(name)
    except (OSError, ValueError, KeyError):  # ZoneInfoNotFoundError is a KeyError
        raise PydanticCustomError(
            "time_zone", f"`{name}` is not a time zone, expected a name such as `Europe/Berlin`"
        ) from None
    return name


TimeZone = Annotated[str, AfterValidator(_zone)]
Bool = StrictBool
MOST = 1_000_000_000  # of anything that is counted
Int = Annotated[StrictInt, Field(ge=-MOST, le=MOST)]
PositiveInt = Annotated[StrictInt, Field(ge=1, le=MOST)]
Salt = Annotated[str, Field(min_length=1)]
BUCKETS = 10_000
BucketNumber = Annotated[StrictInt, Field(ge=0, le=BUCKETS)]
Unit = Literal["minute", "hour", "day", "week", "month", "quarter", "year"]


class Span(Def):
    """A length of time: `{n: 30, unit: day}`."""

    n: PositiveInt = Field(description="How many units.")
    unit: Unit = Field(description="Calendar units of the project's time zone; a week is 7 days.")
