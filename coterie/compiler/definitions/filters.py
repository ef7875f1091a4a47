"""Filter trees and their conditions: the language of audiences and of every `filter`."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from coterie.compiler.definitions import comparisons
from coterie.compiler.definitions.base import Bool, BucketNumber, Def, Names, Salt, Span, optional_reference, reference
from coterie.compiler.definitions.comparisons import AggregateComparison, Comparison, CountComparison, Freshness
from coterie.compiler.definitions.windows import PeriodsComparison, Window

MAX_DEPTH = 64
MAX_STEPS = 20


class PropertyCondition(Comparison):
    """A column of the row at hand, or of a to-one related row by path."""

    type: Literal["condition"] = "condition"
    condition_type: Literal["property"] = "property"
    column: str = Field(description="A column of the row, or of the row that `path` leads to.")
    relationship: str | None = optional_reference("relationship", "The to-one relationship that leads to the column.")
    path: Names | None = Field(None, description="Several to-one relationships, in order.")


class TraitCondition(Comparison):
    """A trait of the row at hand."""

    type: Literal["condition"] = "condition"
    condition_type: Literal["trait"] = "trait"
    trait: str = reference("trait", "The slug or name of a trait of the row.")
    freshness: Freshness | None = Field(None, description="How recent its value has to be.")


class RelatedCondition(Def):
    """Related rows that pass the filter inside the window: whether there are any, how many, or what they add up to."""

    type: Literal["condition"] = "condition"
    condition_type: Literal["relationship", "event"] = Field(description="An event's model has a timestamp.")
    source_model: str | None = optional_reference("source_model", "The model whose rows are meant.")
    relationship: str | None = optional_reference("relationship", "The relationship that leads there.")
    path: Names | None = Field(None, description="Several relationships, in order.")
    filter: Filter | None = Field(None, description="Which of the rows match.")
    window: Window | None = Field(None, description="When a row counts.")
    quantifier: Literal["any", "all", "none"] | None = Field(None, description="How many rows match; default any.")
    count: CountComparison | None = Field(None, description="How many rows match, compared with a number.")
    aggregate: AggregateComparison | None = Field(None, description="An aggregate of the matching rows, compared.")
    in_periods: PeriodsComparison | None = Field(
        None, description="How many of the last calendar units hold a matching row, compared with a number."
    )
    performed: Bool | None = Field(None, description="`false` makes it the exact complement.")

    @model_validator(mode="after")
    def _one_question(self) -> RelatedCondition:
        questions = (self.quantifier, self.count, self.aggregate, self.in_periods)
        if sum(part is not None for part in questions) > 1:
            listed = "`quantifier`, `count`, `aggregate` and `in_periods`"
            raise PydanticCustomError("question", f"expected at most one of {listed}")
        return self


class SequenceStep(Def):
    """A related row that passes the filter, in time after the step before."""

    source_model: str | None = optional_reference("source_model", "The model whose rows are meant.")
    relationship: str | None = optional_reference("relationship", "The relationship that leads there.")
    path: Names | None = Field(None, description="Several relationships, in order.")
    filter: Filter | None = Field(None, description="Which of the rows can be this step.")
    within: Span | None = Field(None, description="How long after the step before at most, end included.")


class SequenceCondition(Def):
    """Related rows happened one after another, each later than the one before; other rows may lie between."""

    type: Literal["condition"] = "condition"
    condition_type: Literal["sequence"] = "sequence"
    steps: tuple[SequenceStep, ...] = Field(
        description="What happened, in order.", json_schema_extra={"minItems": 2, "maxItems": MAX_STEPS}
    )
    same: Names | None = Field(None, description="Columns that are equal in all steps, and not NULL.")
    window: Window | None = Field(None, description="When a row counts, whichever step it is.")
    performed: Bool | None = Field(None, description="`false` makes it the exact complement.")


class AudienceCondition(Def):
    """Membership of another audience of the same entity."""

    type: Literal["condition"] = "condition"
    condition_type: Literal["audience"] = "audience"
    audience: str = reference("audience", "The slug or name of an audience of the same model.")
    freshness: Freshness | None = Field(None, description="How recent the membership has to be.")
    operator: Literal["member_of", "not_member_of"] = Field("member_of", description="In it, or not.")
    group: str | None = Field(None, description="One split group of it: in it and in that group.")


class BucketCondition(Def):
    """Where the hash of the row's key and a salt falls: a lasting, random share of the entities."""

    type: Literal["condition"] = "condition"
    condition_type: Literal["bucket"] = "bucket"
    salt: Salt = Field(description="Any text; another one deals the entities anew.")
    from_: Annotated[BucketNumber, Field(alias="from", description="The first bucket, from 0.")]
    to: BucketNumber = Field(description="The bucket behind the last one, at most 10,000.")


class SqlCondition(Def):
    """A boolean expression over the row at hand."""

    type: Literal["condition"] = "condition"
    condition_type: Literal["sql"] = "sql"
    sql_expression: str = Field(description="Such as `net_revenue > 100 OR Country IN ('France', 'Spain')`.")


class Group(Def):
    """`and` holds if every child holds, `or` if any does."""

    type: Literal["and", "or"] = Field(description="Must all children hold, or any?")
    children: Annotated[tuple[Filter, ...], Field(min_length=1, description="Nodes, or text expressions.")]


class Negation(Def):
    """The exact complement of its child."""

    type: Literal["not"] = "not"
    child: Filter = Field(description="A node, or a text expression.")


_TREE_TAGS = {"and": "group", "or": "group", "not": "not"}
_CONDITION_TAGS = {
    "property": "property",
    "trait": "trait",
    "relationship": "related",
    "event": "related",
    "sequence": "sequence",
    "audience": "audience",
    "sql": "sql",
    "bucket": "bucket",
}


def _tag(node: Any) -> str | None:
    if isinstance(node, str):
        return "text"
    if isinstance(node, dict):
        if node.get("type") == "condition":
            return _CONDITION_TAGS.get(str(node.get("condition_type")))
        return _TREE_TAGS.get(str(node.get("type")))
    for tag, shape in _SHAPES.items():
        if isinstance(node, shape):
            return tag
    return None


Filter = Annotated[
    Annotated[str, Tag("text")]
    | Annotated[Group, Tag("group")]
    | Annotated[Negation, Tag("not")]
    | Annotated[PropertyCondition, Tag("property")]
    | Annotated[TraitCondition, Tag("trait")]
    | Annotated[RelatedCondition, Tag("related")]
    | Annotated[SequenceCondition, Tag("sequence")]
    | Annotated[AudienceCondition, Tag("audience")]
    | Annotated[SqlCondition, Tag("sql")]
    | Annotated[BucketCondition, Tag("bucket")],
    Discriminator(
        _tag,
        custom_error_type="filter_node",
        custom_error_message=(
            "expected a text expression, or a node with `type` and, or, not, or `type: condition` "
            "with `condition_type` property, trait, relationship, event, sequence, audience, sql, bucket"
        ),
    ),
]

_SHAPES: dict[str, type[Def]] = {
    "group": Group,
    "not": Negation,
    "property": PropertyCondition,
    "trait": TraitCondition,
    "related": RelatedCondition,
    "sequence": SequenceCondition,
    "audience": AudienceCondition,
    "sql": SqlCondition,
    "bucket": BucketCondition,
}

_NAMES = {**vars(comparisons), "Filter": Filter}
for _incomplete in (
    comparisons.Population,
    comparisons.PopulationValue,
    comparisons.SizeValue,
    Comparison,
    AggregateComparison,
    CountComparison,
    PeriodsComparison,
    PropertyCondition,
    TraitCondition,
    RelatedCondition,
    SequenceStep,
    SequenceCondition,
    Group,
    Negation,
):
    _incomplete.model_rebuild(_types_namespace=_NAMES)

FilterNode = (
    str
    | Group
    | Negation
    | PropertyCondition
    | TraitCondition
    | RelatedCondition
    | SequenceCondition
    | AudienceCondition
    | SqlCondition
    | BucketCondition
)
