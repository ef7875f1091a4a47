"""The relations that a run leaves behind: their names and columns, as trees.

All of them stand in the project's schema. `entity` is always the slug of a model's name, which prefixes its tables.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlglot import exp

from coterie.compiler.ir.names import slug_of
from coterie.compiler.ir.published import traits_name
from coterie.compiler.resolving.resolve import Model
from coterie.errors import Collector, CompileError
from coterie.types import INSTANT, INTEGER, TEXT

TRAIT_VALUES = "trait_values"
AUDIENCE_MEMBERS = "audience_members"

EVALUATION_COLUMNS = {
    "entity": TEXT,
    "trait": TEXT,
    "as_of": INSTANT,
    "evaluated_at": INSTANT,
    "row_count": INTEGER,
    "value_count": INTEGER,
}
SIZE_COLUMNS = {
    "entity": TEXT,
    "audience": TEXT,
    "as_of": INSTANT,
    "evaluated_at": INSTANT,
    "size": INTEGER,
    "entered": INTEGER,
    "exited": INTEGER,
    "retained": INTEGER,
}
SPLIT_GROUP = "split_group"
MEMBER_COLUMNS = {"audience": TEXT, "entered_at": INSTANT, SPLIT_GROUP: TEXT}
LOG_COLUMNS = {"audience": TEXT, "as_of": INSTANT, "change": TEXT, "entered_at": INSTANT, SPLIT_GROUP: TEXT}

RESERVED = frozenset({*MEMBER_COLUMNS, *LOG_COLUMNS, "present", "group_before"})
"""Names that a key column cannot have."""


def check_names(models: Iterable[Model]) -> None:
    """Can the traits and audiences of all models be published under their names?

    Raises DefinitionErrors: `reserved_column` for a key column named like one of ours, `duplicate_name` for models
    that would share a table.
    """
    errors, entities = Collector(), dict[str, str]()
    for model in models:
        if not (model.traits or model.audiences):
            continue
        origin, entity = model.definition.origin, slug_of(model.name)
        with errors.catching(subject=model.definition.subject):
            if (other := entities.setdefault(entity, model.name)) != model.name:
                message = f"would share the table `{traits_name(entity)}` with model `{other}`"
                raise CompileError("duplicate_name", message, origin.at("name"), hint="rename one of them")
            for position, name in enumerate(model.primary_key):
                if name.lower() in RESERVED:
                    message = f"key column `{name}` has a name that coterie's tables use"
                    hint = "rename it: `source: {sql: select … as …}`"
                    raise CompileError("reserved_column", message, origin.at("primary_key", position), hint=hint)
    errors.raise_any()


def named(node: exp.Expr, name: str) -> exp.Expr:
    """`node AS name`; the node must be fresh, it is not copied."""
    return exp.alias_(node, name, quoted=True, copy=False)


def aliased(relation: exp.Table | exp.Values | exp.Query, name: str) -> exp.Expr:
    """`relation AS name`, in quotes, as columns name it: where it is not, some engines fold it; it must be fresh."""
    alias = exp.TableAlias(this=exp.to_identifier(name, quoted=True))
    if isinstance(relation, exp.Query):
        return exp.Subquery(this=relation, alias=alias)
    relation.set("alias", alias)
    return relation


def table(name: str, schema: str | None = None) -> exp.Table:
    return exp.table_(name, db=schema, quoted=True)


def column(name: str, of: str | None = None) -> exp.Column:
    return exp.column(name, table=of, quoted=True)


def text(value: str) -> exp.Literal:
    return exp.Literal.string(value)
