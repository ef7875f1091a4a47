"""The relations that a run leaves behind: their names and columns, as trees.

All of them stand in the project's schema. `entity` is always the slug of a model's name, which prefixes its tables.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlglot import exp

TRAIT_EVALUATIONS = "trait_evaluations"
AUDIENCE_SIZES = "audience_sizes"
TRAIT_VALUES = "trait_values"
AUDIENCE_MEMBERS = "audience_members"

EVALUATION_COLUMNS = {
    "entity": "TEXT",
    "trait": "TEXT",
    "as_of": "TIMESTAMPTZ",
    "evaluated_at": "TIMESTAMPTZ",
    "row_count": "BIGINT",
    "value_count": "BIGINT",
}
SIZE_COLUMNS = {
    "entity": "TEXT",
    "audience": "TEXT",
    "as_of": "TIMESTAMPTZ",
    "evaluated_at": "TIMESTAMPTZ",
    "size": "BIGINT",
    "entered": "BIGINT",
    "exited": "BIGINT",
    "retained": "BIGINT",
}
MEMBER_COLUMNS = {"audience": "TEXT", "entered_at": "TIMESTAMPTZ"}
LOG_COLUMNS = {"audience": "TEXT", "as_of": "TIMESTAMPTZ", "change": "TEXT", "entered_at": "TIMESTAMPTZ"}

RESERVED = frozenset({*MEMBER_COLUMNS, *LOG_COLUMNS, "present"})
"""Names that a key column cannot have."""


def traits_name(entity: str) -> str:
    return f"{entity}_traits"


def members_name(entity: str) -> str:
    return f"{entity}_audience_members"


def log_name(entity: str) -> str:
    return f"{entity}_audience_log"


def staging(entity: str) -> exp.Table:
    """The entity's rows as evaluated by this run; temporary."""
    return table(f"coterie_{entity}_staging")


def changes(entity: str) -> exp.Table:
    """Who is in which audience now, and since when before; temporary."""
    return table(f"coterie_{entity}_changes")


def named(node: exp.Expr, name: str) -> exp.Expr:
    """`node AS name`; the node must be fresh, it is not copied."""
    return exp.alias_(node, name, quoted=True, copy=False)


def table(name: str, schema: str | None = None) -> exp.Table:
    return exp.table_(name, db=schema, quoted=True)


def column(name: str, of: str | None = None) -> exp.Column:
    return exp.column(name, table=of, quoted=True)


def text(value: str) -> exp.Literal:
    return exp.Literal.string(value)


def instant(moment: datetime) -> exp.Cast:
    """An instant as a literal that no session's time zone can move."""
    return exp.cast(text(moment.astimezone(UTC).isoformat(sep=" ")), "TIMESTAMPTZ")
