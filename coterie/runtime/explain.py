"""Asks the warehouse why entities are in an audience, or how their trait came about: typed definitions in, answers out.

The SQL is the compiler's own for these definitions, restricted to the keys.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlglot import exp

from coterie import compiler
from coterie.compiler import Typed
from coterie.compiler.explaining.entity_keys import Key, KeyColumns, key_text, read_keys
from coterie.compiler.explaining.explain import audience_parts, trait_parts
from coterie.compiler.explaining.parts import expressions
from coterie.compiler.explaining.settled import Settled
from coterie.compiler.explaining.source_rows import source_rows
from coterie.compiler.ir.expr import Expr, GroupOf, Literal, Measure, OneOf, null
from coterie.compiler.sharing.restrict import Choice
from coterie.compiler.undisturbed import undisturbed
from coterie.dialects import Dialect
from coterie.errors import NOWHERE, InternalError, WarehouseError
from coterie.runtime.answers import Answers
from coterie.runtime.explain_queries import first_rows, of_keys
from coterie.runtime.explanation import Explanation, Making, Membership, SourceRows
from coterie.runtime.promises import broken
from coterie.runtime.warehouse import Row, Warehouse
from coterie.types import TEXT

_FEW = 100  # keys that are written into the statement more than once


class Explainer:
    """Explains definitions of one project at one instant."""

    def __init__(self, typed: Typed, warehouse: Warehouse, dialect: Dialect, *, as_of: datetime, root: str) -> None:
        self.typed = typed
        self.warehouse = warehouse
        self.dialect = dialect
        self.as_of = as_of
        self.root = root

    def key_columns(self, model: str) -> KeyColumns:
        """The names and types of a model's key."""
        definition, settled = self.typed.world.models[model], Settled(self.typed)
        return tuple((name, settled.column(definition, name, NOWHERE).type) for name in definition.primary_key)

    def explain(self, kind: str, model: str, slug: str, given: Iterable[object], *, limit: int) -> Explanation:
        """An audience, or a trait with up to `limit` rows per entity, for keys as people give them."""
        keys = read_keys(given, model, self.key_columns(model), self.typed.world.zone)
        return self.audience(model, slug, keys) if kind == "audience" else self.trait(model, slug, keys, limit=limit)

    @undisturbed()
    def audience(self, model: str, slug: str, keys: Sequence[Key]) -> Explanation:
        """Why entities are in an audience, or not."""
        part, audience = audience_parts(self.typed, model, slug), self.typed.audiences[model, slug]
        member, passes, group, splits = audience.at("published"), audience.at("tree"), GroupOf(slug), audience.splits
        rows, answers = self._values(model, [member, passes, *([group] if splits else []), *expressions(part)], keys)
        is_member, passed, tree = answers.of(member), answers.of(passes), answers.tree(part)
        group_of = answers.of(group if splits else null(TEXT))
        holdouts = {one.name for one in splits.groups if one.holdout} if splits else set[str]()

        def membership(key: Key) -> Membership:
            row = rows.get(key)
            if row is None:
                return Membership(key, None, None)
            found = Membership(key, is_member(row), tree(row), group_of(row), group_of(row) in holdouts)
            if not _agree(found, passed(row)):
                raise InternalError(f"the tree of audience `{slug}` does not explain key `{key_text(key)}`")
            return found

        return self._explanation("audience", model, slug, "", tuple(map(membership, keys)))

    @undisturbed()
    def trait(self, model: str, slug: str, keys: Sequence[Key], *, limit: int) -> Explanation:
        """How the trait's value came about; of its source rows, up to `limit` are told per entity."""
        parts = trait_parts(self.typed, model, slug)
        rows, answers = self._values(model, [parts.value, *(asked.expr for asked in parts.values)], keys)
        value, values = answers.of(parts.value), answers.values(parts.values)
        behind = self._source_rows(model, parts.measure, keys, limit) if parts.measure else dict[Key, SourceRows]()
        found = ((key, rows.get(key)) for key in keys)
        entities = (
            Making(key, exists=False) if row is None else Making(key, True, value(row), values(row), behind.get(key))
            for key, row in found
        )
        return self._explanation("trait", model, slug, parts.label, tuple(entities))

    def _explanation(
        self, kind: str, model: str, slug: str, label: str, entities: tuple[Membership | Making, ...]
    ) -> Explanation:
        names = tuple(name for name, _ in self.key_columns(model))
        return Explanation(kind, model, slug, label, self.as_of, names, entities)

    def _values(self, model: str, exprs: Iterable[Expr], keys: Sequence[Key]) -> tuple[Mapping[Key, Row], Answers]:
        """The rows of some entities, and how to find expressions in them. Promises that these rely on are kept."""
        only = self._restriction(model, keys)
        compiled, names = compiler.compile_values(
            self.typed, model, exprs, self.dialect, as_of=self.as_of, root=self.root, only=only
        )
        (statement,) = compiled.entities
        own = [check for check in compiled.checks if check.code == "duplicate_key"]
        # rows are counted here also where a definition asks only whether there are any, which needs no key
        needless = [check for check in compiled.checks if check.code == "null_source_key"]
        for error in broken((check for check in compiled.checks if check not in (*own, *needless)), self.warehouse):
            raise error
        rows: dict[Key, Row] = {}
        key, values = len(statement.key), [value.name for value in statement.traits]
        query = of_keys(statement, keys, self.dialect, [one.name for one in (*statement.key, *statement.traits)])
        for row in self._fetched(query, keys):
            if row[:key] in rows:  # only then are the keys of all entities looked at
                message = f"key `{key_text(row[:key])}` occurs in more than one row of model `{model}`"
                raise next(broken(own, self.warehouse), WarehouseError("duplicate_key", message))
            rows[row[:key]] = row[key:]
        positions = {expr: values.index(name) for expr, name in names.items()}
        return rows, Answers(positions, self.as_of, self.typed.world.zone)

    def _source_rows(self, model: str, measure: Measure, keys: Sequence[Key], limit: int) -> Mapping[Key, SourceRows]:
        """The rows behind a measure, by entity."""
        rows = source_rows(self.typed, model, measure)
        only = self._restriction(model, keys)
        statement = compiler.compile_rows(self.typed, rows, self.dialect, as_of=self.as_of, root=self.root, only=only)
        key = [one.name for one in statement.key]
        shown = [one.name for one in statement.traits]
        query = first_rows(of_keys(statement, keys, self.dialect, (*key, *shown)), rows, key, shown, max(limit, 1))
        found: dict[Key, list[Row]] = {key: [] for key in keys}
        for row in self._fetched(query, keys):
            found[row[: len(key)]].append(row[len(key) :])
        names = tuple(asked.name for asked in rows.columns)
        totals = {one: several[0][-1] if several else 0 for one, several in found.items()}  # told in every row
        return {
            one: SourceRows(measure.source, names, tuple(row[:-1] for row in several[:limit]), totals[one])
            for one, several in found.items()
        }

    def _restriction(self, model: str, keys: Sequence[Key]) -> Choice | None:
        """A few keys of one column, by which the warehouse need not read the rows of others."""
        columns = self.key_columns(model)
        if len(columns) > 1 or not 1 <= len(keys) <= _FEW:
            return None
        options = tuple(Literal(value, columns[0][1]) for (value,) in keys)
        return lambda key: OneOf(key, options)

    def _fetched(self, query: exp.Select, keys: Sequence[Key]) -> Sequence[Row]:
        return self.warehouse.fetch(query) if keys else ()


def _agree(found: Membership, passes: bool) -> bool:
    """Does the whole tell the membership, and the filter tree in it who passes that?"""
    node = found.tree
    if node is None or node.holds is not found.member:
        return False
    while node.type in ("limit", "priority_list"):
        (node,) = node.children
    return node.holds is passes
