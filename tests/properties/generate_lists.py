"""Generated limits and priority lists."""

from __future__ import annotations

from typing import Any

from tests.properties.chooser import Chooser
from tests.properties.shapes import Model, Shape

ORDERED = ("integer", "decimal", "text", "date", "timestamp")


def limit(choose: Chooser, shape: Shape, model: Model) -> dict[str, Any] | None:
    """At most so many, by a column or trait whose order is exact; None where there is nothing to order by."""
    columns = [column.name for column in model.columns if column.type.kind in ORDERED and not column.type.is_rough]
    names = [
        trait.slug for trait in shape.traits_of(model.name) if trait.type.kind in ORDERED and not trait.type.is_rough
    ]
    by = [*(name for name in columns if name not in names), *(f"{{{name}}}" for name in names)]
    by += [name for name in names if name not in {column.name.lower() for column in model.columns}]
    if not by:
        return None
    found: dict[str, Any] = {"n": choose.pick((1, 2, 3, 5)), "by": choose.pick(by)}
    if choose.chance(60):
        found["direction"] = choose.pick(("ascending", "descending"))
    return found


def priority_lists(choose: Chooser, audiences: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """For some of the models, a list of some of their audiences in any order."""
    lists = []
    for model in dict.fromkeys(audience["parent_model"] for audience in audiences):
        names = [audience["name"] for audience in audiences if audience["parent_model"] == model]
        if len(names) > 1 and choose.chance(35):
            chosen = choose.several(names, 2, 4)
            lists.append(
                {"name": f"L{len(lists)}", "parent_model": model, "audiences": choose.pick((chosen, chosen[::-1]))}
            )
    return lists
