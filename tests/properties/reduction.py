"""A failing project made readable: whatever can go without the failure going is left out.

In: a generated project and a judge that names what is wrong with a project (None: nothing, or it is no project at
all). Out: a small project that fails in the same way. Keys and joins are never touched: the data keeps its promises.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from itertools import islice
from typing import Any

from tests.properties.strategies import Generated
from tests.properties.trees import Tree

Judge = Callable[[Generated], str | None]
Place = tuple[str | int, ...]

LEFT_ALONE = ("settings", "primary_key", "join_keys", "through_join_keys", "source", "name", "type", "condition_type")
MOST_ATTEMPTS = 2000


def reduced(generated: Generated, judge: Judge) -> Generated:
    """The smallest project that greedy steps lead to, failing as `generated` does."""
    kind = judge(generated)
    position = attempts = since_change = 0
    while attempts < MOST_ATTEMPTS:
        candidate = next(islice(simpler(generated), position, None), None)
        if candidate is None:
            if since_change == 0:
                break
            position = since_change = 0
            continue
        attempts += 1
        if judge(candidate) == kind:
            generated, since_change = candidate, since_change + 1
        else:
            position += 1
    return generated


def simpler(generated: Generated) -> Iterator[Generated]:
    """Projects one step simpler, the long steps first."""
    definitions = generated.definitions
    for group in ("priority_lists", "audiences", "traits", "relationships", "models"):
        for index in reversed(range(len(definitions[group]))):
            yield edited(generated, without(definitions, (group, index)))
    for model, rows in generated.tables.items():
        for index in reversed(range(len(rows))):
            yield replace(generated, tables=generated.tables | {model: [*rows[:index], *rows[index + 1 :]]})
    for place, value in list(nodes(definitions, ())):
        for other in plainer(value):
            yield edited(generated, with_value(definitions, place, other))
        for (model, text), tree in list(generated.trees.items()) if isinstance(value, str) else ():
            for plain in plainer_trees(tree) if text == value else ():
                trees = generated.trees | {(model, plain.text): plain}
                yield edited(replace(generated, trees=trees), with_value(definitions, place, plain.text))
        if place and place[-1] not in LEFT_ALONE:
            yield edited(generated, without(definitions, place))
    for model, columns in generated.natives.items():
        for name, _ in columns:
            yield without_column(generated, model, name)
    if definitions["settings"].get("timezone") != "UTC":
        yield edited(generated, with_value(definitions, ("settings", "timezone"), "UTC"))


def edited(generated: Generated, definitions: dict[str, Any]) -> Generated:
    """Other definitions, and only the tables that they read."""
    names = {model["name"] for model in definitions["models"]}
    natives = {name: columns for name, columns in generated.natives.items() if name in names}
    return replace(generated, definitions=definitions, natives=natives)


def nodes(value: Any, place: Place) -> Iterator[tuple[Place, Any]]:
    """Everything inside a definition that may be changed, outermost first."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in inner:
        if key not in LEFT_ALONE:
            if len(place) > 0:
                yield (*place, key), part
            yield from nodes(part, (*place, key))


def plainer(value: Any) -> Iterator[Any]:
    """The filters that may stand in a filter's place: its parts."""
    if isinstance(value, dict) and value.get("type") == "not":
        yield value["child"]
    elif isinstance(value, dict) and value.get("type") in ("and", "or"):
        yield from value["children"]


def plainer_trees(tree: Tree) -> Iterator[Tree]:
    """The tree with one of its nodes, at first its root, replaced by a part of that node."""
    values = {field.name: getattr(tree, field.name) for field in fields(tree)}
    yield from _trees_in(values.values())
    for name, value in values.items():
        for other in _plainer_values(value):
            yield replace(tree, **{name: other})


def _trees_in(values: Any) -> Iterator[Tree]:
    for value in values:
        if isinstance(value, Tree):
            yield value
        elif isinstance(value, tuple):
            yield from _trees_in(value)


def _plainer_values(value: Any) -> Iterator[Any]:
    if isinstance(value, Tree):
        yield from plainer_trees(value)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            for other in _plainer_values(item):
                yield (*value[:index], other, *value[index + 1 :])


def with_value(value: Any, place: Place, other: Any) -> Any:
    """A copy with `other` at a place."""
    if not place:
        return other
    key, *rest = place
    copy: Any = dict(value) if isinstance(value, dict) else list(value)
    copy[key] = with_value(value[key], tuple(rest), other)
    return copy


def without(value: Any, place: Place) -> Any:
    """A copy that lacks what stands at a place."""
    key, *rest = place
    if rest:
        return with_value(value, (key,), without(value[key], tuple(rest)))
    copy: Any = dict(value) if isinstance(value, dict) else list(value)
    del copy[key]
    return copy


def without_column(generated: Generated, model: str, name: str) -> Generated:
    """The project with one column of a table gone."""
    natives = generated.natives | {model: [column for column in generated.natives[model] if column[0] != name]}
    rows = [{key: value for key, value in row.items() if key != name} for row in generated.tables[model]]
    return replace(generated, natives=natives, tables=generated.tables | {model: rows})
