"""Generated traits and audiences: all five kinds, each free to build on those before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from tests.properties.chooser import Chooser
from tests.properties.generate_expressions import Expressions
from tests.properties.generate_filters import (
    OF_ELEMENTS,
    PERCENTILES,
    Filters,
    aggregate_type,
    countable_values,
    counts_once,
    fitting_functions,
    source,
    source_values,
)
from tests.properties.generate_lists import limit
from tests.properties.generate_splits import splits
from tests.properties.shapes import BOOLEAN, INTEGER, Model, Operand, Path, Shape, TraitShape, array_of, unwritten

RESULT_TYPES = {"date": "timestamp"}


class Traits:
    """Draws traits and audiences, and notes each in the shape for the next ones."""

    def __init__(self, choose: Chooser, shape: Shape) -> None:
        self.choose = choose
        self.shape = shape
        self.filters = Filters(choose, shape)
        keyed = [model for model in shape.models.values() if model.key]
        self.entities = keyed + [model for model in keyed if any(step.kind == "to_many" for step in model.steps)] * 2

    def definition(self) -> dict[str, Any]:
        """A trait, or an audience."""
        return self.audience() if self.choose.chance(35) else self.trait()

    def trait(self) -> dict[str, Any]:
        model = self.choose.pick(self.entities)
        number = len(self.shape.traits)
        path = self.shape.path(self.choose, model.name)
        kind = self.choose.pick(self.shape.emphasis.traits)
        if kind == "formula" and not self.shape.traits_of(model.name):
            kind = "sql"
        found = self.of_related(kind, model, path) if kind in RULES and path else None
        if found is None:
            kind = kind if kind == "formula" else "sql"
            found = self.of_expression(kind, model)
        config, result = found
        result = self.defaulted(kind, config, result)
        shape = TraitShape(f"t{number}", f"T{number}", model.name, result.type, result.pool)
        if self.choose.chance(15):
            shape = replace(shape, slug=f"t_{number}", name=f"T {number}")
        is_draft = self.choose.chance(4)
        self.shape.traits.append(replace(shape, is_draft=is_draft))
        trait = {"name": shape.name, "parent_model": model.name, "trait_type": kind, "config": config}
        if is_draft:
            trait["status"] = "draft"
        if result.type.kind != "json" and self.choose.chance(10):
            trait["result_type"] = RESULT_TYPES.get(result.type.family, result.type.family)
        return trait

    def of_expression(self, kind: str, model: Model) -> tuple[dict[str, Any], Operand]:
        operands = self.shape.operands(model.name, with_traits=True)
        if kind == "formula":
            slugs = {f"{{{trait.slug}}}" for trait in self.shape.traits_of(model.name)}
            operands = [operand for operand in operands if operand.tree.text in slugs]
        families = ("number", "number", "text", "text", "boolean", "date", "timestamp")
        known = {operand.type.family for operand in operands}
        family = self.choose.pick([family for family in families if family in known or kind == "sql"] or ["number"])
        braces_only = kind == "formula"
        found = Expressions(self.choose, self.shape, operands, braces_only=braces_only, everyone=True).any_of(family, 3)
        key = "expression" if kind == "formula" else "sql_expression"
        return {key: self.shape.written(model.name, found.tree)}, found

    def of_related(self, kind: str, model: Model, path: Path) -> tuple[dict[str, Any], Operand] | None:
        target = self.shape.models[path.target]
        found = RULES[kind](self, path, target)
        if found is None:
            return None
        config, result = found
        config = source(self.choose, self.shape, path, model.name) | config
        if self.choose.chance(28):
            config["filter"] = self.filters.tree(path.target, 2)
        if self.choose.chance(28) and (
            window := self.filters.windows.window(target, model.name, self.shape.traits_of(model.name))
        ):
            config["window"] = window
        return config, result

    def aggregation(self, path: Path, target: Model) -> tuple[dict[str, Any], Operand] | None:
        once = counts_once(path, target)
        if once and self.choose.chance(20):
            return {"aggregation": "count"}, unwritten(INTEGER, (1, 0, 2, 3))
        values: Sequence[tuple[Operand, dict[str, Any]]] = countable_values(self.shape, target)
        if once and (not values or self.choose.chance(15)):
            values = source_values(self.shape, target)
        if not values:
            return None
        operand, name = self.choose.pick(values)
        functions = fitting_functions(operand.type, once=once)
        function = self.choose.pick([one for one in functions if one in OF_ELEMENTS or "elements" not in name])
        type, pool = aggregate_type(function, operand)
        written = {"avg": "average", "mode": "most_frequent"}.get(function, function)
        config: dict[str, Any] = {"aggregation": written if self.choose.chance(20) else function, **name}
        if function == "percentile":
            config["p"] = Decimal(self.choose.pick(PERCENTILES))
        return config, unwritten(type, pool)

    def occurrence(self, path: Path, target: Model) -> tuple[dict[str, Any], Operand] | None:
        orders = [column.name for column in target.columns if column.type.is_single and not column.type.is_rough]
        order = self.choose.pick(orders) if orders and (target.timestamp is None or self.choose.chance(30)) else None
        if self.choose.chance(20) or (order is None and target.timestamp is None):
            _, name = self.choose.pick(source_values(self.shape, target))
            return {"occurrence": "exists", **(name if self.choose.chance(30) else {})}, unwritten(
                BOOLEAN, (True, False)
            )
        has_order = bool(target.key) and not target.has_null_keys  # arrays and JSON do not break ties
        values = source_values(self.shape, target) if has_order else single_values(self.shape, target)
        if not values:
            return None
        operand, name = self.choose.pick(values)
        config: dict[str, Any] = {"occurrence": self.choose.pick(("first", "last")), **name}
        if counts_once(path, target) and self.choose.chance(30):
            config |= {"occurrence": "nth", "n": self.choose.pick((2, 1, -1, -2, 3))}
        return config | ({"order_by": order} if order else {}), operand

    def list(self, path: Path, target: Model) -> tuple[dict[str, Any], Operand] | None:
        once = counts_once(path, target)
        values = [value for value in countable_values(self.shape, target) if not value[0].type.is_rough]
        if not values:
            return None
        operand, name = self.choose.pick(values)
        config: dict[str, Any] = dict(name)
        orders = ["value", *(["frequency"] * 2 if once else [])]
        orders += ["first_seen", "last_seen"] * 4 if target.timestamp else []
        if once and self.choose.chance(35):
            config["distinct"] = False
        elif self.choose.chance(75):
            config["order_by"] = self.choose.pick(orders)
        if self.choose.chance(35):
            config["direction"] = self.choose.pick(("ascending", "descending"))
        if self.choose.chance(35):
            config["limit"] = self.choose.integer(1, 3)
        return config, unwritten(array_of(operand.type), operand.pool)

    def defaulted(self, kind: str, config: dict[str, Any], result: Operand) -> Operand:
        """Perhaps a default: NULL, or a value of the trait's type."""
        if not self.choose.chance(30):
            return result
        if self.choose.chance(30):
            config["default"] = None
            return result
        constants: dict[str, tuple[Any, ...]] = {
            "integer": (0, 7),
            "decimal": (0, 7, Decimal("0.5"), Decimal("0.125")),
            "double": (0, 1),
            "text": ("none", ""),
            "boolean": (True, False),
            "date": (date(2024, 1, 1),),
        }
        element = result.type.element
        if result.type.kind == "array" and element in ("integer", "text"):
            config["default"] = {"integer": [7, 1], "text": ["none"]}[element]
        elif result.type.kind in constants:
            config["default"] = self.choose.pick(constants[result.type.kind])
        if result.type.kind == "double":
            return replace(result, type=replace(result.type, grade=2))
        if result.type.kind == "decimal":
            return replace(result, type=replace(result.type, scale=max(3, result.type.scale)))
        return result

    def audience(self) -> dict[str, Any]:
        model = self.choose.pick(self.entities)
        number = len(self.shape.audiences)
        found: dict[str, Any] = {"name": f"A{number}", "parent_model": model.name}
        if not self.choose.chance(4):
            found["filter_tree"] = self.filters.tree(model.name, 3, of_entity=True)
        if self.choose.chance(20) and (first := limit(self.choose, self.shape, model)):
            found["limit"] = first
        if self.choose.chance(4):
            found["status"] = "draft"
        if self.choose.chance(25):
            found["splits"] = splits(self.choose)
            self.shape.groups[f"a{number}"] = [group["name"] for group in found["splits"]["groups"]]
        self.shape.audiences.append((model.name, f"a{number}"))
        return found


def single_values(shape: Shape, target: Model) -> list[tuple[Operand, dict[str, str]]]:
    return [value for value in source_values(shape, target) if value[0].type.is_single]


RULES = {"aggregation": Traits.aggregation, "occurrence": Traits.occurrence, "list": Traits.list}
