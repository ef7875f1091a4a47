"""Immutable values that are compared and looked up a lot: dataclasses that compute their hash once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar, dataclass_transform

_T = TypeVar("_T")


class _Hashed:
    """Room for the hash beside the fields."""

    __slots__ = ("_hash",)


@dataclass_transform(frozen_default=True)
def frozen(cls: type[_T]) -> type[_T]:
    """A frozen, slotted dataclass whose hash is computed at first use; trees of them make cheap keys."""
    namespace = {name: value for name, value in cls.__dict__.items() if name not in ("__dict__", "__weakref__")}
    made: type[Any] = dataclass(frozen=True, slots=True)(type(cls.__name__, (_Hashed,), namespace))
    compute: Callable[[Any], int] = made.__dict__["__hash__"]

    def __hash__(self: Any) -> int:
        known: int | None = getattr(self, "_hash", None)
        if known is None:
            known = compute(self)
            object.__setattr__(self, "_hash", known)
        return known

    type.__setattr__(made, "__hash__", __hash__)
    return made
