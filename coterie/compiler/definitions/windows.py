"""Windows: when a source row counts."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import Field, PlainValidator, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from coterie.compiler.definitions.base import Def, PositiveInt, Span, optional_reference
from coterie.compiler.definitions.comparisons import CountComparison

CalendarUnit = Literal["day", "week", "month", "quarter", "year"]
MOST_PERIODS = 1_000


def _moment(value: Any) -> str | date | datetime:
    if isinstance(value, str | date):
        return value  # as it is: pydantic's own union would turn a midnight into a date, and a number into 1970
    raise PydanticCustomError("moment", "expected a date or a timestamp")


Moment = Annotated[str | date | datetime, PlainValidator(_moment), WithJsonSchema({"type": "string"})]


class Absolute(Def):
    """Both ends of a window; a bare date means its local midnight as a start, the end of that day as an end."""

    start: Moment = Field(description="A date or timestamp; the window begins here.")
    end: Moment = Field(description="A date, whose day still belongs to the window, or a timestamp, which does not.")


class Calendar(Def):
    """Units of the calendar: `{this: month}` so far, or `{previous: month, n: 3}`, whole ones."""

    this: CalendarUnit | None = Field(None, description="From the start of the unit that `as_of` is in, to `as_of`.")
    previous: CalendarUnit | None = Field(None, description="The whole units before that; weeks begin on Monday.")
    n: PositiveInt | None = Field(None, description="How many previous units; default 1.")

    @model_validator(mode="after")
    def _one_form(self) -> Calendar:
        if (self.this is None) == (self.previous is None):
            raise PydanticCustomError("window", "expected exactly one of `this` and `previous`")
        return self


class Anchored(Span):
    """A length of time from a moment that each entity has of its own."""

    column: str | None = Field(None, description="A date or timestamp of the entity, or of its to-one related row.")
    trait: str | None = optional_reference("trait", "A trait of the entity, instead of a column.")

    @model_validator(mode="after")
    def _one_anchor(self) -> Anchored:
        if (self.column is None) == (self.trait is None):
            raise PydanticCustomError("window", "expected exactly one of `column` and `trait`")
        return self


class Window(Def):
    """When a source row counts: exactly one form, and the column it speaks of."""

    last: Span | None = Field(None, description="This long before `as_of`, until `as_of`.")
    from_: Span | None = Field(None, alias="from", description="From this long before `as_of` on.")
    to: Span | None = Field(None, description="Until this long before `as_of`; default `as_of`.")
    calendar: Calendar | None = Field(None, description="Units of the calendar of the project's time zone.")
    between: Absolute | None = Field(None, description="From one date or timestamp to another.")
    since: Moment | None = Field(None, description="From this date or timestamp on.")
    until: Moment | None = Field(None, description="Until the end of this date, or until before this timestamp.")
    after: Anchored | None = Field(None, description="From a moment of the entity on, this long, until `as_of`.")
    before: Anchored | None = Field(None, description="This long before a moment of the entity, until that.")
    on: str | None = Field(None, description="The column the window speaks of; default the model's timestamp.")

    @model_validator(mode="after")
    def _one_form(self) -> Window:
        single = (self.last, self.calendar, self.between, self.after, self.before)
        pairs = ((self.from_, self.to), (self.since, self.until))
        forms = sum(form is not None for form in single) + sum(pair != (None, None) for pair in pairs)
        if forms != 1:
            listed = "`last`, `from`/`to`, `calendar`, `between`, `since`/`until`, `after` and `before`"
            raise PydanticCustomError("window", f"expected exactly one of {listed}")
        return self


class PeriodsComparison(CountComparison):
    """How many of the last whole calendar units hold a matching row; zero counts."""

    of: Annotated[PositiveInt, Field(le=MOST_PERIODS, description="How many units are looked at.")]
    unit: CalendarUnit = Field(description="Whole units before the one that `as_of` is in; weeks begin on Monday.")
    on: str | None = Field(None, description="The column that places a row in a unit; default the model's timestamp.")
