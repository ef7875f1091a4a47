"""Where audiences stand in priority lists, as plain values."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where an audience stands in a priority list, from 1."""

    priority_list: str
    position: int


@dataclass(frozen=True, slots=True)
class PriorityList:
    """The slugs of a list's audiences, drafts left out, in order."""

    name: str
    model: str
    audiences: tuple[str, ...]
