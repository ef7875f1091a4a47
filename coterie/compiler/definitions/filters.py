"""Filter trees, their conditions and windows: the language of audiences and of every `filter`."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, PlainValidator, Tag, WithJsonSchema, field_validator, model_validator
from pydantic_core import PydanticCustomError

from coterie.compiler.definitions.base import (
    Bool,
    Def,
    Names,
    ScalarOrList,
    ScalarValue,
    Span,
    optional_reference,
    reference,
)

MAX_DEPTH = 64

Operator = Literal[
    "equals",
    "not_equals",
    "contains",
    "not_contains",
    "starts_with",
    "not_starts_with",
    "ends_with",
    "not_ends_with",
    "matches",
    "not_matches",
    "greater_than",
    "greater_than_or_equal",
    "less_than",
    "less_than_or_equal",
    "between",
    "not_between",
    "in",
    "not_in",
    "is_null",
    "is_not_null",
    "is_true",
    "is_false",
    "within_last",
    "not_within_last",
    "within_next",
    "before",
    "after",
    "on",
    "contains_any",
    "contains_all",
    "contains_none",
    "is_empty",
    "is_not_empty",
    "size",
]

Aggregation = Literal[
    "count",
    "count_distinct",
    "approx_count_distinct",
    "sum",
    "avg",
    "min",
    "max",
    "median",
    "percentile",
    "stddev",
    "mode",
    "least_frequent",
]

AGGREGATION_SYNONYMS = {"average": "avg", "most_frequent": "mode"}

Fraction = ScalarValue
FRACTION = "Which percentile, from 0 to 1: 0.9 is the value that 90 % do not exceed."


def _moment(value: Any) -> str | date | datetime:
    if isinstance(value, str | date):
        return value  # as it is: pydantic's own union would turn a midnight into a date, and a number into 1970
    raise PydanticCustomError("moment", "expected a date or a timestamp")


Moment = Annotated[str | date | datetime, PlainValidator(_moment), WithJsonSchema({"type": "string"})]


class Absolute(Def):
    """Both ends of a window; a bare date means its local midnight as a start, the end of that day as an end."""

    start: Moment = Field(description="A date or timestamp; the window begins here.")
    end: Moment = Field(description="A date, whose day still belongs to the window, or a timestamp, which does not.")


class Window(Def):
    """When a source row counts: `{last: {n, unit}}`, `{between: {start, end}}`, or `since` and/or `until`."""

    last: Span | None = Field(None, description="This long before `as_of`, until `as_of`.")
    between: Absolute | None = Field(None, description="From one date or timestamp to another.")
    since: Moment | None = Field(None, description="From this date or timestamp on.")
    until: Moment | None = Field(None, description="Until the end of this date, or until before this timestamp.")
    on: str | None = Field(None, description="The column the window speaks of; default the model's timestamp.")

    @model_validator(mode="after")
    def _one_form(self) -> Window:
        forms = (self.last is not None, self.between is not None, self.since is not None or self.until is not None)
        if sum(forms) != 1:
            raise PydanticCustomError("window", "expected exactly one of `last`, `between`, and `since`/`until`")
        return self


class ColumnValue(Def):
    """The right side of a comparison is another column of the same row."""

    column: str = Field(description="A column of the same row.")


class TraitValue(Def):
    """The right side of a comparison is a trait of the same row."""

    trait: str = reference("trait", "The slug or name of a trait of the same row.")


def _operand_tag(value: Any) -> str | None:
    """Which form the right side of a comparison has; None for a mapping of no known form."""
    if isinstance(value, dict):
        return next((tag for tag, keys in _OPERAND_KEYS.items() if keys & value.keys()), None)
    if isinstance(value, list | tuple):
        return "list"
    return _OPERAND_SHAPES.get(type(value), "scalar")


_OPERAND_KEYS = {"column": {"column"}, "trait": {"trait", "trait_id"}, "size": {"operator"}, "span": {"n", "unit"}}
_OPERAND = Discriminator(
    _operand_tag,
    custom_error_type="value",
    custom_error_message="expected a value, a list, `{n, unit}`, `{column}`, `{trait}` or `{operator, value}`",
)
Single = Annotated[ScalarValue, Tag("scalar")]
ColumnOperand = Annotated[ColumnValue, Tag("column")]
TraitOperand = Annotated[TraitValue, Tag("trait")]
Item = Annotated[Single | ColumnOperand | TraitOperand, _OPERAND]
Operand = Annotated[
    Single
    | ColumnOperand
    | TraitOperand
    | Annotated[tuple[Item, ...], Tag("list")]
    | Annotated[Span, Tag("span")]
    | Annotated["SizeValue", Tag("size")],
    _OPERAND,
]


class Comparison(Def):
    """An operator and what it compares with."""

    operator: Operator = Field(description="How the left side compares with `value`; NULL satisfies none but is_null.")
    value: Operand = Field(
        None, description="A value, a list, `{n, unit}`, `{column}`, `{trait}` or `{operator, value}`."
    )
    ignore_case: Bool = Field(False, description="Compare text without regard to the case of ASCII letters.")
    include_null: Bool = Field(False, description="A NULL on the left matches too.")


class SizeValue(Comparison):
    """The right side of `size`: a comparison with the number of elements."""


_OPERAND_SHAPES: dict[type, str] = {ColumnValue: "column", TraitValue: "trait", Span: "span", SizeValue: "size"}
Comparison.model_rebuild()
SizeValue.model_rebuild()


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


class CountComparison(Def):
    """How many related rows match; zero counts."""

    operator: Operator = Field(description="How the number of rows compares with `value`.")
    value: ScalarOrList = Field(description="A number, or two for `between`.")


class AggregateComparison(Comparison):
    """An aggregate over the matching related rows, compared with a value."""

    function: Aggregation = Field(description="What is made of the matching rows.")
    column: str | None = Field(None, description="A column of the source model.")
    trait: str | None = optional_reference("trait", "A trait of the source model, instead of a column.")
    p: Fraction | None = Field(None, description=FRACTION)

    @field_validator("function", mode="before")
    @classmethod
    def _synonym(cls, value: Any) -> Any:
        return AGGREGATION_SYNONYMS.get(value, value) if isinstance(value, str) else value


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
    performed: Bool | None = Field(None, description="`false` makes it the exact complement.")

    @model_validator(mode="after")
    def _one_question(self) -> RelatedCondition:
        if sum(part is not None for part in (self.quantifier, self.count, self.aggregate)) > 1:
            raise PydanticCustomError("question", "expected at most one of `quantifier`, `count` and `aggregate`")
        return self


class AudienceCondition(Def):
    """Membership of another audience of the same entity."""

    type: Literal["condition"] = "condition"
    condition_type: Literal["audience"] = "audience"
    audience: str = reference("audience", "The slug or name of an audience of the same model.")
    operator: Literal["member_of", "not_member_of"] = Field("member_of", description="In it, or not.")


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
    "audience": "audience",
    "sql": "sql",
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
    | Annotated[AudienceCondition, Tag("audience")]
    | Annotated[SqlCondition, Tag("sql")],
    Discriminator(
        _tag,
        custom_error_type="filter_node",
        custom_error_message=(
            "expected a text expression, or a node with `type` and, or, not, or `type: condition` "
            "with `condition_type` property, trait, relationship, event, audience, sql"
        ),
    ),
]

_SHAPES: dict[str, type[Def]] = {
    "group": Group,
    "not": Negation,
    "property": PropertyCondition,
    "trait": TraitCondition,
    "related": RelatedCondition,
    "audience": AudienceCondition,
    "sql": SqlCondition,
}

RelatedCondition.model_rebuild()
Group.model_rebuild()
Negation.model_rebuild()

FilterNode = (
    str | Group | Negation | PropertyCondition | TraitCondition | RelatedCondition | AudienceCondition | SqlCondition
)
