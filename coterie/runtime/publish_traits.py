"""The statements that bring an entity's tables of traits up to date: one table, or several where that has no room."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlglot import exp

from coterie.compiler.compiled import EntityStatement, OutputColumn
from coterie.compiler.ir.published import TRAIT_EVALUATIONS, traits_name
from coterie.runtime.evaluation import NEW, OLD, Evaluation, evaluated_now, key_columns, merged_key, same_key
from coterie.runtime.long_form import NAMES, WIDE, chosen, for_each, neighbours
from coterie.runtime.relations import EVALUATION_COLUMNS, aliased, column, named, text
from coterie.runtime.tables import union_all
from coterie.types import Type

ALL_ROWS = "all rows"  # which is no slug
MOST_COUNTED = 250  # traits whose values one SELECT counts

Traits = Mapping[str, Type]
"""Columns of a table of traits, beside its key."""


@dataclass(frozen=True)
class TraitTable:
    """A table of an entity's traits as a run leaves it: `parts` evaluate some of them, `kept` are others as before."""

    number: int
    parts: tuple[EntityStatement, ...]
    kept: Traits
    before: Traits | None
    """What the table held; None if there was none."""
    is_last: bool
    """Is there nothing in any table after it? Else it stays, be it with nothing but keys."""

    @property
    def traits(self) -> dict[str, Type]:
        """What the table holds in the end, as before as far as it is kept; nothing, if it is not needed any more."""
        evaluated = {trait.slug: trait.type for part in self.parts for trait in part.traits}
        stay = {*self.kept, *evaluated} if self.kept else ()
        return {slug: type for slug, type in (self.before or {}).items() if slug in stay} | evaluated

    @property
    def is_needed(self) -> bool:
        """Is there anything in it, or in a table after it?"""
        return bool(self.parts or self.kept or not self.is_last)

    @property
    def is_gone(self) -> bool:
        return self.before is not None and not self.is_needed

    @property
    def is_replaced(self) -> bool:
        return self.is_needed and (bool(self.parts) or self.kept != self.before)


def trait_tables(
    parts: Iterable[EntityStatement], published: Mapping[int, Traits], *, partial: bool
) -> tuple[TraitTable, ...]:
    """The tables of an entity's traits, of which `published` are there already, by number.

    A partial run keeps the columns that it does not evaluate, where they are.
    """
    evaluated, holding = set[str](), defaultdict[int, list[EntityStatement]](list)
    for part in parts:
        if part.traits:
            holding[part.table].append(part)
            evaluated |= {trait.slug for trait in part.traits}

    def kept(number: int) -> Traits:
        return {slug: type for slug, type in published.get(number, {}).items() if partial and slug not in evaluated}

    last = max((number for number in {*holding, *published} if number in holding or kept(number)), default=0)
    return tuple(
        TraitTable(number, tuple(holding.get(number, ())), kept(number), published.get(number), number >= last)
        for number in range(1, max(last, *published, 0) + 1)
    )


def publish_traits(run: Evaluation, table: TraitTable) -> tuple[exp.Expr, ...]:
    """A table anew; columns that are kept stay with their rows. One without any has the keys of the first part."""
    name = traits_name(run.entity, table.number)
    return run.tables.replace(name, _rows(run, table, run.table(name)), {**run.key, **table.traits})


def _rows(run: Evaluation, table: TraitTable, before: exp.Table) -> exp.Select:
    """The rows of the first part, with what others have of the same keys, and those that were there."""
    if not table.parts:
        there = before if table.kept else run.staging()
        return exp.select(*key_columns(run), *map(column, table.kept)).from_(there)
    first, *others = table.parts
    staging = run.staging(first.part)
    if not others and not table.kept:
        return exp.select(*key_columns(run), *(column(trait.name) for trait in first.traits)).from_(staging)
    names = {part.part: f"{NEW}_{part.part}" for part in others} | {first.part: NEW}
    values = {slug: column(slug, OLD) for slug in table.kept}
    values |= {trait.slug: column(trait.name, names[part.part]) for part in table.parts for trait in part.traits}
    key = merged_key(run) if table.kept else [column(name, NEW) for name in run.key]
    query = exp.select(*key, *(values[slug] for slug in table.traits)).from_(aliased(staging, NEW))
    for part in others:
        name = names[part.part]
        query = query.join(aliased(run.staging(part.part), name), on=same_key(run.key, name), join_type="left")
    if table.kept:
        query = query.join(aliased(before, OLD), on=same_key(run.key, OLD), join_type="full")
    return query


def record_traits(run: Evaluation, parts: Iterable[EntityStatement]) -> tuple[exp.Expr, ...]:
    """Write down how many entities there were, and how many have each trait."""
    known = [(part, few) for part in parts for few in neighbours(part.traits, MOST_COUNTED)]
    rows = union_all(_counts(run, run.staging(part.part), few) for part, few in known)
    same = evaluated_now(run, "trait", (trait.slug for _, few in known for trait in few))
    return run.tables.change(TRAIT_EVALUATIONS, same, rows, EVALUATION_COLUMNS)


def forget_traits(run: Evaluation) -> tuple[exp.Expr, ...]:
    """Nothing is defined any more of what the entity's tables of traits hold."""
    return run.tables.change(TRAIT_EVALUATIONS, evaluated_now(run, "trait", ()), None, EVALUATION_COLUMNS)


def _counts(run: Evaluation, staging: exp.Table, traits: Sequence[OutputColumn]) -> exp.Select:
    """A row of `trait_evaluations` for each of some traits."""
    counts = exp.select(
        named(exp.Count(this=exp.Star()), ALL_ROWS),
        *(named(exp.Count(this=column(trait.name)), trait.slug) for trait in traits),
    ).from_(staging, copy=False)
    row = exp.select(
        named(text(run.entity), "entity"),
        column("trait", NAMES),
        named(run.tables.instant(run.as_of), "as_of"),
        named(run.tables.instant(run.evaluated_at), "evaluated_at"),
        named(column(ALL_ROWS, WIDE), "row_count"),
        named(chosen("trait", {trait.slug: column(trait.slug, WIDE) for trait in traits}), "value_count"),
    )
    return for_each(run.tables.constant_rows(["trait"], [(trait.slug,) for trait in traits], NAMES), row, counts)
