"""Expressions that look at all rows: `percentile_of(x, p)`."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from tests.properties.reference_aggregates import quantile
from tests.properties.trees import Env, Tree


@dataclass(frozen=True)
class PercentileOf(Tree):
    """The value that a share p of everyone does not exceed."""

    operand: Tree
    p: Decimal

    @property
    def text(self) -> str:
        return f"percentile_of({self.operand.text}, {self.p})"

    def value(self, env: Env) -> Any:
        values = [value for other in env.everyone() if (value := self.operand.value(other)) is not None]
        return quantile(values, float(self.p)) if values else None
