"""Generated right sides that speak of everyone: `{percentile: p}` and `{population: {…}}`."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Protocol

from tests.properties.chooser import Chooser
from tests.properties.shapes import Ty

ORDERING = ("greater_than", "less_than_or_equal", "less_than", "greater_than_or_equal")
RANGES = ("between", "not_between")
COMPARING = (*ORDERING, "equals", "not_equals", "before", "after")
PERCENTILES = ("0.5", "0.9", "0.25", "0", "1")


class Tree(Protocol):
    """Draws a filter."""

    def __call__(self, model: str, depth: int, *, of_entity: bool) -> Any: ...


@dataclass(frozen=True)
class Everyone:
    """Of whom an aggregate on a right side speaks: a model's rows, or its entities."""

    model: str
    of_entity: bool


class Populations:
    """Draws aggregates for right sides; the filter of one seldom holds another, and that has no filter."""

    def __init__(self, choose: Chooser, tree: Tree) -> None:
        self.choose = choose
        self.tree = tree
        self.depth = 0

    def right_side(self, value: Any, operator: str, type: Ty, everyone: Everyone) -> Any:
        """The value, or one of its two ends, replaced by an aggregate of everyone's left side, where that fits."""
        fits = type.family in ("number", "date", "timestamp") and not type.is_rough
        if not fits or operator not in (*RANGES, *COMPARING):
            return value
        if operator in RANGES:
            end = self.choose.integer(0, 1)
            return [self.aggregate(type, everyone) if side == end else value[side] for side in (0, 1)]
        return self.aggregate(type, everyone)

    def aggregate(self, type: Ty, everyone: Everyone) -> dict[str, Any]:
        """A percentile, or another aggregate that fits the type."""
        if type.is_number and self.choose.chance(35):
            return {"percentile": Decimal(self.choose.pick(PERCENTILES))}
        functions = ["min", "max"]
        if type.is_number:
            functions += ["median", "percentile"]
        if type.is_number and type.grade == 0:
            functions += ["avg", "sum", "stddev"]
        function = self.choose.pick(functions)
        found: dict[str, Any] = {"function": function}
        if function == "percentile":
            found["p"] = Decimal(self.choose.pick(PERCENTILES))
        if self.depth == 0 and self.choose.chance(50):
            self.depth += 1
            found["filter"] = self.tree(everyone.model, 1, of_entity=everyone.of_entity)
            self.depth -= 1
        return {"population": found}
