"""Generated windows: every form, with bounds that data meet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from tests.properties import reference_values as v
from tests.properties.chooser import Chooser
from tests.properties.pools import DISTANCES, TICK, dates
from tests.properties.shapes import Model, Shape, TraitShape

CALENDAR_UNITS = ("day", "week", "month", "quarter", "year", "month", "week")
DAYS_OF = {"day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365, "minute": 1 / 1440, "hour": 1 / 24}
Definition = dict[str, Any]


class Windows:
    """Draws windows over the rows of a model, and adds their bounds to the moments that data are made of."""

    def __init__(self, choose: Chooser, shape: Shape) -> None:
        self.choose = choose
        self.shape = shape

    def window(self, model: Model, entity: str, traits: Sequence[TraitShape]) -> Definition | None:
        """A window on the model's timestamp or another column; None if it has neither.

        `traits` are those of the entity that it may be relative to.
        """
        if model.timestamp is None and not self.columns(model):
            return None
        anchors = self.anchors(entity, traits)
        bounds = self.relative(anchors) if anchors and self.choose.chance(35) else self.bounds()
        return bounds | self.elsewhere(model)

    def anchors(self, entity: str, traits: Sequence[TraitShape]) -> list[Definition]:
        """What a window may be relative to, as definitions name it."""
        found = [{"column": column} for column in self.columns(self.shape.models[entity])]
        return found + [{"trait": trait.slug} for trait in traits if trait.type.kind == "timestamp"] * 2

    def relative(self, anchors: list[Definition]) -> Definition:
        """After or before a moment of the entity; data meet both ends of one that an entity may have."""
        unit, n = self.shape.span if self.choose.chance(40) else self.choose.pick((*DISTANCES, ("minute", 30)))
        form, sign = self.choose.pick((("after", 1), ("before", -1)))
        anchor = self.choose.pick(self.shape.moments)
        self.meet(anchor)
        self.meet(v.shift(anchor, sign * n, unit, self.shape.zone))
        return {form: {**self.choose.pick(anchors), "n": n, "unit": unit}}

    def columns(self, model: Model) -> list[str]:
        """The columns that a window over rows of the model may speak of."""
        return [
            ".".join((*(path.names if path else ()), column.name))
            for path, column in self.shape.columns_in_reach(model.name)
            if column.type.is_moment and self.shape.has_clock(model, column)
        ]

    def elsewhere(self, model: Model) -> Definition:
        """Perhaps another column than the timestamp; surely, where there is none."""
        columns = self.columns(model)
        is_elsewhere = columns and (model.timestamp is None or self.choose.chance(25))
        return {"on": self.choose.pick(columns)} if is_elsewhere else {}

    def bounds(self) -> Definition:
        form = self.choose.integer(0, 99)
        if form < 25:
            return {"last": self.span()}
        if form < 45:
            return {"calendar": self.calendar()}
        if form < 60:
            return self.offsets()
        if form < 80:
            return self.between()
        return {self.choose.pick(("since", "until")): self.moment(days_only=False)}

    def span(self) -> Definition:
        """So long before `as_of`."""
        distances = (*DISTANCES, *DISTANCES[3:], ("minute", 5), ("month", 13))
        unit, n = self.shape.span if self.choose.chance(40) else self.choose.pick(distances)
        self.meet(v.shift(self.shape.as_of, -n, unit, self.shape.zone))
        return {"n": n, "unit": unit}

    def offsets(self) -> Definition:
        """From so long before `as_of`, to not so long before it, or one of the two."""
        start, end = sorted((self.span(), self.span()), key=lambda span: -span["n"] * DAYS_OF[span["unit"]])
        form = self.choose.integer(0, 3)
        if form > 1 and start["n"] * DAYS_OF[start["unit"]] > end["n"] * DAYS_OF[end["unit"]]:
            return {"from": start, "to": end}
        return {"from": start} if form == 0 else {"to": end}

    def calendar(self) -> Definition:
        unit = self.choose.pick(CALENDAR_UNITS)
        self.meet(self.unit_start(unit, 0))
        if self.choose.chance(40):
            return {"this": unit}
        n = self.choose.pick((1, 1, 2, 3))
        self.meet(self.unit_start(unit, -n))
        return {"previous": unit} | ({"n": n} if n > 1 or self.choose.chance(20) else {})

    def periods(self, model: Model) -> Definition:
        """How many of the last units, some of which data meet; the number they are compared with is the caller's."""
        unit, of = self.choose.pick(CALENDAR_UNITS), self.choose.pick((1, 2, 3, 6, 14, 30))
        for n in range(-min(of, 3), 1):
            self.meet(self.unit_start(unit, n))
        return {"of": of, "unit": unit} | self.elsewhere(model)

    def unit_start(self, unit: str, n: int) -> datetime:
        """The start of the unit of `as_of`, moved by n units."""
        first = v.start_of(unit, v.to_wall(self.shape.as_of, self.shape.zone).date())
        days, months = n * v.DAYS.get(unit, 0), n * v.MONTHS.get(unit, 0)
        moved = v.add_months(v.midnight(first + timedelta(days=days)), months)
        return v.to_instant(moved, self.shape.zone)

    def meet(self, edge: datetime) -> None:
        """Let data lie at an edge, and just before it."""
        self.shape.moments += [edge - TICK, edge]

    def between(self) -> Definition:
        if self.choose.chance(60):
            pair = sorted(self.choose.pick(dates(self.shape.moments, self.shape.zone)) for _ in range(2))
            return {"between": {"start": self.day(pair[0]), "end": self.day(pair[1])}}
        first, second = sorted(self.choose.pick(self.shape.moments) for _ in range(2))
        if first == second:
            second = second + TICK
        written = [written_moment(self.choose, moment, self.shape.zone) for moment in (first, second)]
        return {"between": {"start": written[0], "end": written[1]}}

    def moment(self, *, days_only: bool) -> Any:
        """A date or an instant, as an object or as text."""
        if days_only or self.choose.chance(40):
            return self.day(self.choose.pick(dates(self.shape.moments, self.shape.zone)))
        return written_moment(self.choose, self.choose.pick(self.shape.moments), self.shape.zone)

    def day(self, day: date) -> date | str:
        return day.isoformat() if self.choose.chance(50) else day


def written_moment(choose: Chooser, moment: datetime, zone: str) -> datetime | str:
    """An instant as an object or as text, with its zone or as the project's clocks show it."""
    wall = v.to_wall(moment, zone)
    is_clear = v.to_instant(wall, zone) == moment
    form = choose.integer(0, 3)
    if form == 3 and is_clear:
        return wall.isoformat(sep=" ")
    if form == 2 and is_clear:
        return wall
    text = moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
    return text if form == 1 else moment
