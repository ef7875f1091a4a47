"""Splits → the buckets of their groups, and the group of a row.

In: an audience's `splits`. Out: for every group the ranges of buckets that are its own. Together they are all buckets,
each once, so that every member is in exactly one group.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate, pairwise

from coterie.compiler.compiled import SplitGroup
from coterie.compiler.definitions import SplitGroupDef, SplitsDef
from coterie.compiler.definitions.base import BUCKETS
from coterie.compiler.ir.expr import FALSE, Bucket, Case, Expr, Literal, null
from coterie.compiler.ir.keys import Range, in_buckets
from coterie.compiler.ir.logic import conjunction
from coterie.compiler.ir.names import match_name
from coterie.compiler.ir.values import noun
from coterie.errors import Collector, CompileError, Origin, suggestion
from coterie.types import TEXT


@dataclass(frozen=True, slots=True)
class TypedSplits:
    """The groups of an audience, and the buckets of each; none overlap, none are left out."""

    salt: str
    groups: tuple[SplitGroup, ...]
    ranges: tuple[tuple[Range, ...], ...]

    def holds(self, position: int) -> Expr:
        """Is the row in the group at a position? NULL where a part of its key is."""
        ranges = self.ranges[position]
        return in_buckets(Bucket(self.salt), ranges) if ranges else FALSE

    def find(self, name: str, audience: str, origin: Origin) -> int:
        """The position of the group of that name. Errors: `unknown_group`, `ambiguous_name`."""
        names = [group.name for group in self.groups]
        found = match_name(name, names)
        if len(found) == 1:
            return names.index(found[0])
        if found:
            listed = " and ".join(f"`{one}`" for one in found)
            raise CompileError("ambiguous_name", f"`{name}` may mean {listed}", origin)
        raise unknown_group(name, audience, names, origin)


def unknown_group(name: str, audience: str, known: Iterable[str], origin: Origin) -> CompileError:
    """What is said of a group that an audience does not have."""
    hint = suggestion(name, known, what=f"groups of `{audience}`")
    return CompileError("unknown_group", f"`{name}` is not a split group of audience `{audience}`", origin, hint=hint)


def group_of(member: Expr, splits: TypedSplits) -> Expr:
    """The name of the member's group; NULL for who is no member."""
    branches = tuple(
        (conjunction([member, splits.holds(position)]) or member, Literal(group.name, TEXT))
        for position, group in enumerate(splits.groups)
    )
    return Case(branches, null(TEXT), TEXT)


def typed_splits(splits: SplitsDef, origin: Origin) -> TypedSplits:
    """The groups with their buckets. Errors: `duplicate_name`, `percent`, `splits`, all of them together."""
    errors = Collector()
    origin = origin.at("groups")
    _check_names(splits.groups, origin, errors)
    with errors.catching():
        if all(group.percent is not None for group in splits.groups):
            ranges = _by_percent(splits.groups, origin)
        elif all(group.buckets is not None for group in splits.groups):
            ranges = _by_buckets(splits.groups, origin)
        else:
            raise CompileError("splits", "some groups have `percent` and others `buckets`, expected one form", origin)
    errors.raise_any()
    groups = tuple(SplitGroup(group.name, group.holdout) for group in splits.groups)
    return TypedSplits(splits.salt, groups, ranges)


def _check_names(groups: tuple[SplitGroupDef, ...], origin: Origin, errors: Collector) -> None:
    seen: set[str] = set()
    for position, group in enumerate(groups):
        if group.name in seen:
            message = f"there is another group `{group.name}`"
            errors.add(CompileError("duplicate_name", message, origin.at(position, "name")))
        seen.add(group.name)


def _by_percent(groups: tuple[SplitGroupDef, ...], origin: Origin) -> tuple[tuple[Range, ...], ...]:
    """Consecutive ranges in written order: what one group gains at its end, the next one loses at its start."""
    errors, shares = Collector(), list[int]()
    for position, group in enumerate(groups):
        with errors.catching():
            shares.append(_share(group.percent, origin.at(position, "percent")))
    errors.raise_any()
    if sum(shares) != BUCKETS:
        found = Decimal(sum(shares)) / 100
        raise CompileError("splits", f"the percentages add up to {found.normalize():f}, expected 100", origin)
    ends = accumulate(shares, initial=0)
    return tuple(((start, end),) if start < end else () for start, end in pairwise(ends))


def _share(percent: object, origin: Origin) -> int:
    """A percentage as a number of buckets."""
    if isinstance(percent, int | Decimal) and not isinstance(percent, bool) and 0 <= percent <= 100:
        buckets = percent * (BUCKETS // 100)
        if buckets == int(buckets):
            return int(buckets)
    message = f"found {noun(percent)}, expected a percentage from 0 to 100 with at most two decimals"
    raise CompileError("percent", message, origin)


def _by_buckets(groups: tuple[SplitGroupDef, ...], origin: Origin) -> tuple[tuple[Range, ...], ...]:
    errors, taken = Collector(), list[tuple[Range, str]]()
    owners: list[int | None] = [None] * BUCKETS  # of each bucket, the first of `taken` that has it
    for position, group in enumerate(groups):
        for number, (start, end) in enumerate(group.buckets or ()):
            place = origin.at(position, "buckets", number)
            with errors.catching():
                if start >= end:
                    message = f"found buckets from {start:,} to {end:,}, expected the lower end first"
                    raise CompileError("reversed_range", message, place)
                if others := {owner for owner in owners[start:end] if owner is not None}:
                    (first, last), other = taken[min(others)]
                    both = f"{max(first, start):,} to {min(last, end):,}"
                    raise CompileError("splits", f"group `{other}` has the buckets {both} too", place)
                owners[start:end] = [len(taken)] * (end - start)
                taken.append(((start, end), group.name))
    errors.raise_any()
    ends = [(0, 0), *sorted(range for range, _ in taken), (BUCKETS, BUCKETS)]
    for (_, end), (start, _) in pairwise(ends):
        if end < start:
            raise CompileError("splits", f"the buckets {end:,} to {start:,} belong to no group", origin)
    return tuple(tuple(sorted(group.buckets or ())) for group in groups)
