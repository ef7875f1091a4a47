"""The definition models as data: which field a pydantic error speaks of, how fields are written, what they allow.

pydantic's locations hold steps that nobody wrote (the tag of a union member); `find` follows a location through the
types of the models and leaves them out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import AliasChoices, Tag
from pydantic.fields import FieldInfo

from coterie.compiler.definitions.base import Def
from coterie.errors import Step


@dataclass(frozen=True, slots=True)
class Place:
    """A node of a definition: its path as written, its type, and the model that has it as a field, if one does."""

    path: tuple[Step, ...]
    annotation: Any
    owner: type[Def] | None = None
    field: FieldInfo | None = None


def find(shape: type[Def], location: Iterable[Step]) -> Place:
    """Follow a pydantic location from a model."""
    place = Place((), shape)
    for step in location:
        place = _below(place, step)
    return place


def _below(place: Place, step: Step) -> Place:
    annotation = _bare(place.annotation)
    members = _tagged(annotation)
    if step in members:
        return Place(place.path, members[str(step)], place.owner, place.field)
    path = (*place.path, step)
    if isinstance(annotation, type) and issubclass(annotation, Def):
        fields = (field for name, field in annotation.model_fields.items() if step in (name, *aliases(field)))
        field = next(fields, None)
        return Place(path, field.annotation if field else Any, annotation, field)
    if get_origin(annotation) in (tuple, dict):
        items = [argument for argument in get_args(annotation) if argument is not Ellipsis]
        return Place(path, items[-1], place.owner, place.field)
    return Place(path, Any)


def _bare(annotation: Any) -> Any:
    """Without `Annotated` and `| None`."""
    while True:
        if get_origin(annotation) is Annotated:
            annotation = get_args(annotation)[0]
        elif get_origin(annotation) in (Union, UnionType):
            members = [member for member in get_args(annotation) if member is not type(None)]
            if len(members) > 1:
                return annotation
            annotation = members[0]
        else:
            return annotation


def _tagged(annotation: Any) -> dict[str, Any]:
    """The members of a union by their tags."""
    members = get_args(annotation) if get_origin(annotation) in (Union, UnionType) else ()
    tags = ((mark.tag, member) for member in members for mark in getattr(member, "__metadata__", ()) if _is_tag(mark))
    return dict(tags)


def _is_tag(mark: object) -> bool:
    return isinstance(mark, Tag)


def aliases(field: FieldInfo) -> list[str]:
    """The other names that a field may be written with."""
    if isinstance(field.validation_alias, AliasChoices):
        return [choice for choice in field.validation_alias.choices if isinstance(choice, str)]
    return [field.alias] if field.alias else []


def field_names(model: type[Def]) -> list[str]:
    """How the fields of a model are written in YAML."""
    return [(aliases(field) or [name])[0] for name, field in model.model_fields.items()]


def allowed_values(annotation: Any) -> list[str]:
    """The values of a field that is a choice, else none."""
    bare = _bare(annotation)
    return [str(value) for value in get_args(bare)] if get_origin(bare) is Literal else []


def model_named(name: str) -> type[Def]:
    """The definition model of that class name."""
    pending: list[type[Def]] = [Def]
    while pending:
        model = pending.pop()
        if model.__name__ == name:
            return model
        pending += model.__subclasses__()
    raise LookupError(name)
