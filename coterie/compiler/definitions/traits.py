"""Traits: one value per entity, in five kinds."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Discriminator, Field, Tag, field_validator, model_validator
from pydantic_core import PydanticCustomError

from coterie.compiler.definitions.base import (
    Bool,
    Def,
    Int,
    NamedDef,
    Names,
    PositiveInt,
    ScalarOrList,
    optional_reference,
    reference,
)
from coterie.compiler.definitions.comparisons import AGGREGATION_SYNONYMS, FRACTION, Aggregation, Fraction
from coterie.compiler.definitions.filters import Filter
from coterie.compiler.definitions.windows import Window


class Config(Def):
    """What every kind of trait may say."""

    default: ScalarOrList = Field(None, description="Replaces the value where nothing was aggregated, or NULL.")

    @property
    def has_default(self) -> bool:
        """Was `default` written, be it null?"""
        return "default" in self.model_fields_set


class RelatedConfig(Config):
    """Which related rows a trait is made from."""

    source_model: str | None = optional_reference("source_model", "The model whose rows are read.")
    relationship: str | None = optional_reference("relationship", "The relationship that leads there.")
    path: Names | None = Field(None, description="Several relationships, in order.")
    filter: Filter | None = Field(None, description="Which source rows count.")
    window: Window | None = Field(None, description="When a source row counts.")
    column: str | None = Field(None, description="A column of the source model.")
    trait: str | None = optional_reference("trait", "A trait of the source model, instead of a column.")

    @model_validator(mode="after")
    def _one_value(self) -> RelatedConfig:
        if self.column is not None and self.trait is not None:
            raise PydanticCustomError("both_given", "`column` and `trait` are both given, expected one")
        return self


class AggregationConfig(RelatedConfig):
    """A number, or a value, made of all matching related rows."""

    aggregation: Aggregation = Field(description="What is made of the rows.")
    p: Fraction | None = Field(None, description=FRACTION)
    elements: Bool = Field(False, description="Read an array element by element.")

    @field_validator("aggregation", mode="before")
    @classmethod
    def _synonym(cls, value: Any) -> Any:
        return AGGREGATION_SYNONYMS.get(value, value) if isinstance(value, str) else value


class OccurrenceConfig(RelatedConfig):
    """The first, last or n-th matching row's value, or whether there is one."""

    occurrence: Literal["first", "last", "nth", "exists"] = Field(description="Which row, or whether there is one.")
    n: Int | None = Field(None, description="Which row `nth` means, from 1; negative from the end.")
    order_by: str | None = Field(None, description="The column that orders the rows; default the timestamp.")


class ListConfig(RelatedConfig):
    """The values of the matching rows, as an array."""

    elements: Bool = Field(False, description="Read an array element by element.")
    distinct: Bool = Field(True, description="Each value once.")
    order_by: Literal["value", "frequency", "first_seen", "last_seen"] = Field("value", description="What comes first.")
    direction: Literal["ascending", "descending"] | None = Field(
        None, description="Default ascending for value and first_seen, descending for frequency and last_seen."
    )
    limit: PositiveInt | None = Field(None, description="At most this many values.")


class SqlConfig(Config):
    """An expression over the entity's columns and its other traits, or a SELECT of its own."""

    sql_expression: str | None = Field(
        None, description="Such as `CASE WHEN net_revenue > 1000 THEN 'gold' ELSE 'standard' END`."
    )
    sql_query: str | None = Field(
        None, description="One SELECT that gives the entity's key and `value`, at most one row per key."
    )
    dialect: str | None = Field(None, description="The SQL that `sql_query` is written in; default the target's.")


class FormulaConfig(Config):
    """An expression over `{trait_slug}` references."""

    expression: str = Field(description="Such as `{net_revenue} / {orders}`.")


class BaseTrait(NamedDef):
    """What every trait says, whatever its kind."""

    kind: ClassVar[str] = "trait"
    slug: Annotated[str | None, Field(pattern=r"^[a-z0-9_]+$")] = Field(
        None, description="The column's name; default the name in lower case with other characters as `_`."
    )
    parent_model: str = reference("parent_model", "The model whose rows get the trait.")
    result_type: Literal["text", "number", "boolean", "timestamp", "array"] | None = Field(
        None, description="Checked, never a cast."
    )
    status: Literal["draft", "active"] = Field("active", description="A draft is checked, not run.")


class AggregationTrait(BaseTrait):
    """An aggregate of related rows: a sum, a count, a mode."""

    trait_type: Literal["aggregation"] = "aggregation"
    config: AggregationConfig = Field(description="How the value is made.")


class OccurrenceTrait(BaseTrait):
    """The first, last or n-th related row, or whether there is one."""

    trait_type: Literal["occurrence"] = "occurrence"
    config: OccurrenceConfig = Field(description="How the value is made.")


class ListTrait(BaseTrait):
    """The values of related rows, as an array."""

    trait_type: Literal["list"] = "list"
    config: ListConfig = Field(description="How the value is made.")


class SqlTrait(BaseTrait):
    """An expression over the row at hand, or what a SELECT of its own says of it."""

    trait_type: Literal["sql"] = "sql"
    config: SqlConfig = Field(description="How the value is made.")


class FormulaTrait(BaseTrait):
    """An expression over other traits."""

    trait_type: Literal["formula"] = "formula"
    config: FormulaConfig = Field(description="How the value is made.")


def _tag(node: Any) -> str | None:
    return node.get("trait_type") if isinstance(node, dict) else getattr(node, "trait_type", None)


TraitDef = Annotated[
    Annotated[AggregationTrait, Tag("aggregation")]
    | Annotated[OccurrenceTrait, Tag("occurrence")]
    | Annotated[ListTrait, Tag("list")]
    | Annotated[SqlTrait, Tag("sql")]
    | Annotated[FormulaTrait, Tag("formula")],
    Discriminator(
        _tag,
        custom_error_type="trait_type",
        custom_error_message="expected `trait_type` aggregation, occurrence, list, sql or formula",
    ),
]
