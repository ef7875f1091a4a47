"""Windows: when a source row counts."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from pydantic import Field, PlainValidator, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from coterie.compiler.definitions.base import Def, Span


def _moment(value: Any) -> str | date | datetime:
    if isinstance(value, str | date):
        return value  # as it is: pydantic's own union would turn a midnight into a date, and a number into 1970
    raise PydanticCustomError("moment", "expected a date or a timestamp")


Moment = Annotated[str | date | datetime, PlainValidator(_moment), WithJsonSchema({"type": "string"})]


class Absolute(Def):
    """Both ends of a window; a bare date means its local midnight as a start, the end of that day as an end."""

    start: Moment = Field(description="A date or timestamp; the window begins here.")
    end: Moment = Field(description="A date, whose day still belongs to the window, or a timestamp, which does not.")


class Window(Def):
    """When a source row counts: `{last: {n, unit}}`, `{between: {start, end}}`, or `since` and/or `until`."""

    last: Span | None = Field(None, description="This long before `as_of`, until `as_of`.")
    between: Absolute | None = Field(None, description="From one date or timestamp to another.")
    since: Moment | None = Field(None, description="From this date or timestamp on.")
    until: Moment | None = Field(None, description="Until the end of this date, or until before this timestamp.")
    on: str | None = Field(None, description="The column the window speaks of; default the model's timestamp.")

    @model_validator(mode="after")
    def _one_form(self) -> Window:
        forms = (self.last is not None, self.between is not None, self.since is not None or self.until is not None)
        if sum(forms) != 1:
            raise PydanticCustomError("window", "expected exactly one of `last`, `between`, and `since`/`until`")
        return self
