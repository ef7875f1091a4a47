"""Comparisons: operators, aggregations, and what may stand on the right side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag, field_validator

from coterie.compiler.definitions.base import Bool, Def, ScalarValue, Span, optional_reference, reference

if TYPE_CHECKING:
    Filter = Any  # a tree, which holds comparisons again: `filters` says what it is, and completes the models here

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

PopulationFunction = Literal["sum", "avg", "min", "max", "median", "percentile", "stddev"]


class Freshness(Def):
    """How recent a trait or audience has to be that a definition refers to."""

    mode: Literal["inline", "materialized"] = Field(
        "inline", description="Evaluated with what refers to it, or read from the last table that was built."
    )
    max_age: Span | None = Field(None, description="How long before `as_of` that table may have been evaluated.")


class ColumnValue(Def):
    """The right side of a comparison is another column of the same row."""

    column: str = Field(description="A column of the same row.")


class TraitValue(Def):
    """The right side of a comparison is a trait of the same row."""

    trait: str = reference("trait", "The slug or name of a trait of the same row.")
    freshness: Freshness | None = Field(None, description="How recent its value has to be.")


class PercentileValue(Def):
    """The right side of a comparison is a percentile of the left side, over all entities."""

    percentile: Fraction = Field(description=FRACTION)


class Population(Def):
    """Which aggregate of the left side, and over which entities."""

    function: PopulationFunction = Field(description="What is made of the values that are not NULL.")
    p: Fraction | None = Field(None, description=FRACTION)
    filter: Filter | None = Field(None, description="Which entities count; default all.")

    @field_validator("function", mode="before")
    @classmethod
    def _synonym(cls, value: Any) -> Any:
        return AGGREGATION_SYNONYMS.get(value, value) if isinstance(value, str) else value


class PopulationValue(Def):
    """The right side of a comparison is an aggregate of the left side, over all entities that pass a filter."""

    population: Population = Field(description="Which aggregate, and over which entities.")


def _operand_tag(value: Any) -> str | None:
    """Which form the right side of a comparison has; None for a mapping of no known form."""
    if isinstance(value, dict):
        return next((tag for tag, keys in _OPERAND_KEYS.items() if keys & value.keys()), None)
    if isinstance(value, list | tuple):
        return "list"
    return _OPERAND_SHAPES.get(type(value), "scalar")


_OPERAND_KEYS = {
    "column": {"column"},
    "trait": {"trait", "trait_id"},
    "percentile": {"percentile"},
    "population": {"population"},
    "size": {"operator"},
    "span": {"n", "unit"},
}
_OPERAND = Discriminator(
    _operand_tag,
    custom_error_type="value",
    custom_error_message="expected a value, a list, `{n, unit}`, `{column}`, `{trait}`, `{percentile}`, `{population}` "
    "or `{operator, value}`",
)
_COUNT_OPERAND = Discriminator(
    _operand_tag,
    custom_error_type="count_value",
    custom_error_message="expected a number, a list, `{percentile}` or `{population}`",
)
Single = Annotated[ScalarValue, Tag("scalar")]
ColumnOperand = Annotated[ColumnValue, Tag("column")]
TraitOperand = Annotated[TraitValue, Tag("trait")]
PercentileOperand = Annotated[PercentileValue, Tag("percentile")]
PopulationOperand = Annotated[PopulationValue, Tag("population")]
Item = Annotated[Single | ColumnOperand | TraitOperand | PercentileOperand | PopulationOperand, _OPERAND]
Operand = Annotated[
    Single
    | ColumnOperand
    | TraitOperand
    | PercentileOperand
    | PopulationOperand
    | Annotated[tuple[Item, ...], Tag("list")]
    | Annotated[Span, Tag("span")]
    | Annotated["SizeValue", Tag("size")],
    _OPERAND,
]

CountItem = Annotated[Single | PercentileOperand | PopulationOperand, _COUNT_OPERAND]
CountOperand = Annotated[
    Single | PercentileOperand | PopulationOperand | Annotated[tuple[CountItem, ...], Tag("list")], _COUNT_OPERAND
]


class Comparison(Def):
    """An operator and what it compares with."""

    operator: Operator = Field(description="How the left side compares with `value`; NULL satisfies none but is_null.")
    value: Operand = Field(
        None,
        description="A value, a list, `{n, unit}`, `{column}`, `{trait}`, `{percentile}`, `{population}` or "
        "`{operator, value}`.",
    )
    ignore_case: Bool = Field(False, description="Compare text without regard to the case of ASCII letters.")
    include_null: Bool = Field(False, description="A NULL on the left matches too.")


class SizeValue(Comparison):
    """The right side of `size`: a comparison with the number of elements."""


_OPERAND_SHAPES: dict[type, str] = {
    ColumnValue: "column",
    TraitValue: "trait",
    PercentileValue: "percentile",
    PopulationValue: "population",
    Span: "span",
    SizeValue: "size",
}


class CountComparison(Def):
    """How many related rows match; zero counts."""

    operator: Operator = Field(description="How the number of rows compares with `value`.")
    value: CountOperand = Field(description="A number, two for `between`, `{percentile}` or `{population}`.")


class AggregateComparison(Comparison):
    """An aggregate over the matching related rows, compared with a value."""

    function: Aggregation = Field(description="What is made of the matching rows.")
    column: str | None = Field(None, description="A column of the source model.")
    trait: str | None = optional_reference("trait", "A trait of the source model, instead of a column.")
    p: Fraction | None = Field(None, description=FRACTION)
    elements: Bool = Field(False, description="Read an array element by element.")

    @field_validator("function", mode="before")
    @classmethod
    def _synonym(cls, value: Any) -> Any:
        return AGGREGATION_SYNONYMS.get(value, value) if isinstance(value, str) else value
